// SPDX-License-Identifier: Apache-2.0
#include "codes/bars.h"

#include "page/median.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <tuple>

namespace broadsheet::codes {
namespace {

constexpr int cell = 8; ///< pixels a side of the squares in which edges are counted

constexpr std::size_t kLeastBars = 15; ///< of a code: UPC-E has 17, and two may have run together
constexpr std::size_t kFewBars = 12;   ///< at a place where a code has more

/// How much the picture changes along four directions, 0, 45, 90 and 135 degrees: mean of each cell, CV_8UC1.
using Edges = std::array<cv::Mat, 4>;

Edges count_edges(const cv::Mat& gray) {
    constexpr int step = 2; // over two pixels, so that blurred edges count in full
    const int w = (gray.cols - step) / cell * cell;
    const int h = (gray.rows - step) / cell * cell;
    const cv::Size cells(w / cell, h / cell);
    const auto part = [&](int x, int y) { return gray(cv::Rect(x, y, w, h)); };
    const auto changes = [&](const cv::Mat& from, const cv::Mat& to) {
        cv::Mat change, mean;
        cv::absdiff(from, to, change);
        cv::resize(change, mean, cells, 0, 0, cv::INTER_AREA);
        return mean;
    };
    return {changes(part(0, 0), part(step, 0)), changes(part(0, 0), part(1, 1)), changes(part(0, 0), part(0, step)),
            changes(part(1, 0), part(0, 1))};
}

cv::Point2d direction(double degrees) {
    const double a = degrees * std::numbers::pi / 180;
    return {std::cos(a), std::sin(a)};
}

/// Direction across the strokes where mask is set, by the structure tensor of the pixels.
double stroke_normal(const cv::Mat& gray, const cv::Mat& mask) {
    cv::Mat gx, gy;
    cv::Sobel(gray, gx, CV_32F, 1, 0, 5); // narrower kernels favour the axes
    cv::Sobel(gray, gy, CV_32F, 0, 1, 5);
    gx.setTo(0, ~mask);
    gy.setTo(0, ~mask);
    const double xx = gx.dot(gx), yy = gy.dot(gy), xy = gx.dot(gy);
    return 0.5 * std::atan2(2 * xy, xx - yy) * 180 / std::numbers::pi;
}

/// The field around the cells of one component.
BarField field_of(const cv::Mat& gray, const cv::Mat& labels, int label, const cv::Rect& cells) {
    const cv::Rect pixels(cells.x * cell, cells.y * cell, cells.width * cell, cells.height * cell);
    BarField field;
    cv::Mat mask;
    cv::resize(labels(cells) == label, mask, pixels.size(), 0, 0, cv::INTER_NEAREST);
    field.angle = stroke_normal(gray(pixels), mask);
    const cv::Point2d across = direction(field.angle);
    const cv::Point2d along(-across.y, across.x);
    double low_u = 1e9, high_u = -1e9, low_v = 1e9, high_v = -1e9;
    for (int y = cells.y; y < cells.y + cells.height; ++y) {
        for (int x = cells.x; x < cells.x + cells.width; ++x) {
            if (labels.at<int>(y, x) != label) continue;
            const cv::Point2d p((x + 0.5) * cell, (y + 0.5) * cell);
            low_u = std::min(low_u, p.dot(across));
            high_u = std::max(high_u, p.dot(across));
            low_v = std::min(low_v, p.dot(along));
            high_v = std::max(high_v, p.dot(along));
        }
    }
    field.center = across * ((low_u + high_u) / 2) + along * ((low_v + high_v) / 2);
    field.length = high_u - low_u + cell;
    field.height = high_v - low_v + cell;
    return field;
}

/// Mean over a window of cells, long across the strokes and on the diagonals three wide; quarter: which of the four
/// directions that is. CV_32F.
cv::Mat mean_around(const cv::Mat& cells, int length, int height, int quarter) {
    cv::Mat mean;
    if (quarter % 2 == 0) {
        cv::boxFilter(cells, mean, CV_32F, quarter == 0 ? cv::Size(length, height) : cv::Size(height, length));
        return mean;
    }
    const int side = static_cast<int>(length / std::numbers::sqrt2) | 1, reach = side / 2;
    cv::Mat wide, sum = cv::Mat::zeros(cells.size(), CV_16U);
    cv::copyMakeBorder(cells, wide, reach, reach, reach, reach, cv::BORDER_REFLECT_101);
    wide.convertTo(wide, CV_16U);
    int count = 0;
    const auto add = [&](int x, int y) {
        sum += wide(cv::Rect({x, quarter == 3 ? side - 1 - y : y}, cells.size()));
        ++count;
    };
    for (int i = 0; i < side; ++i) {
        add(i, i);
        if (i + 1 == side) break;
        add(i, i + 1);
        add(i + 1, i);
    }
    sum.convertTo(mean, CV_32F, 1.0 / count);
    return mean;
}

/// scale: how many cells the widest blank within a code may be, about.
void add_fields(const cv::Mat& gray, const Edges& edges, int quarter, int scale, std::vector<BarField>& fields) {
    const auto mean_of = [&](int q) {
        return mean_around(edges[static_cast<std::size_t>(q)], 4 * scale + 1, 3, quarter);
    };
    const cv::Mat a = mean_of(quarter), b = mean_of((quarter + 2) % 4);
    const double weakest = quarter % 2 ? 10 : 14; // the diagonals are taken over a shorter way
    constexpr double ratio = 2.5;
    cv::Mat mask = (a >= weakest) & (b * ratio <= a);
    const cv::Mat opening = quarter % 2
                                ? cv::getStructuringElement(cv::MORPH_RECT, {2, 2})
                                : cv::getStructuringElement(cv::MORPH_RECT, quarter ? cv::Size(2, 3) : cv::Size(3, 2));
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN, opening);
    cv::Mat labels, stats, centers;
    const int n = cv::connectedComponentsWithStats(mask, labels, stats, centers, quarter % 2 ? 8 : 4);
    for (int i = 1; i < n; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        if (std::max(box.width, box.height) < 4 * scale) continue;
        const BarField field = field_of(gray, labels, i, box);
        const double area = static_cast<double>(stats.at<int>(i, cv::CC_STAT_AREA)) * cell * cell;
        if (field.length < 6 * scale * cell || field.height < 2 * cell || 2 * area < field.length * field.height)
            continue;
        fields.push_back(field);
    }
}

/// Half way between bar and paper. Otsu's own value parts the two but may lie at the very edge of one.
double threshold_of(const cv::Mat& pixels) {
    cv::Mat light;
    cv::threshold(pixels, light, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    const cv::Mat dark = light == 0;
    return (cv::mean(pixels, light)[0] + cv::mean(pixels, dark)[0]) / 2;
}

struct Edge {
    double at = 0; ///< y at x = 0
    double slope = 0;
    double y(double x) const { return at + slope * x; }
};

/// Theil and Sen's line: guard bars and smudged ends do not move it.
Edge fit_edge(const std::vector<Bar>& bars, double Bar::*end) {
    std::vector<double> slopes, rests;
    const double reach = (bars.back().x - bars.front().x) / 3;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        for (std::size_t k = i + 1; k < bars.size(); ++k) {
            const double dx = bars[k].x - bars[i].x;
            if (dx >= reach) slopes.push_back((bars[k].*end - bars[i].*end) / dx);
        }
    }
    const double slope = slopes.empty() ? 0 : median(std::move(slopes));
    for (const Bar& b : bars)
        rests.push_back(b.*end - slope * b.x);
    return {median(std::move(rests)), slope};
}

/// Follows a bar in one direction; two light rows end it.
struct Trail {
    double x = 0;
    int y = 0; ///< last dark row
};
Trail follow(const cv::Mat& dark, const Bar& bar, int row, int step) {
    Trail trail{bar.x, row};
    int light = 0;
    for (int y = row; y >= 0 && y < dark.rows && light <= 2; y += step) {
        const int from = std::max(0, static_cast<int>(std::lround(trail.x - bar.width / 2 - 1)));
        const int to = std::min(dark.cols, static_cast<int>(std::lround(trail.x + bar.width / 2 + 1)));
        int count = 0;
        double sum = 0;
        for (int x = from; x < to; ++x) {
            if (dark.at<uchar>(y, x) == 0) continue;
            ++count;
            sum += x + 0.5;
        }
        if (2 * count >= bar.width) {
            light = 0;
            trail.y = y;
            trail.x += std::clamp(0.15 * (sum / count - trail.x), -0.2, 0.2);
        } else {
            ++light;
        }
    }
    return trail;
}

/// Runs of dark in the mean of a few rows.
std::vector<Bar> bars_at(const cv::Mat& pixels, double threshold, int first, int last, int row) {
    const cv::Rect band = cv::Rect(0, row - 2, pixels.cols, 5) & cv::Rect(0, 0, pixels.cols, pixels.rows);
    cv::Mat mean;
    cv::reduce(pixels(band), mean, 0, cv::REDUCE_AVG, CV_8U);
    std::vector<Bar> bars;
    int start = -1;
    for (int x = std::max(0, first); x <= std::min(mean.cols, last); ++x) {
        const bool is_dark = x < std::min(mean.cols, last) && mean.at<uchar>(x) <= threshold;
        if (is_dark && start < 0) start = x;
        if (is_dark || start < 0) continue;
        bars.push_back({(start + x) / 2.0, static_cast<double>(x - start), 0, 0, 0});
        start = -1;
    }
    return bars;
}

LeveledField turned(const cv::Mat& gray, const BarField& field, double margin_x, double margin_y,
                    bool upside_down = false, int interpolation = cv::INTER_LINEAR) {
    const cv::Size size(static_cast<int>(std::ceil(field.length + 2 * margin_x)),
                        static_cast<int>(std::ceil(field.height + 2 * margin_y)));
    const cv::Point2d u = direction(field.angle + (upside_down ? 180 : 0));
    const cv::Point2d v(-u.y, u.x);
    const cv::Point2d corner = field.center - u * (size.width / 2.0) - v * (size.height / 2.0);
    LeveledField out;
    out.to_sheet = {u.x, v.x, corner.x, u.y, v.y, corner.y};
    out.core = {static_cast<int>(margin_x), static_cast<int>(margin_y), static_cast<int>(field.length),
                static_cast<int>(field.height)};
    // Positions are edges of pixels, warpAffine's are their middles: half a pixel in, half a pixel out.
    const cv::Point2d shift = (u + v) * 0.5 - cv::Point2d(0.5, 0.5);
    const cv::Matx23d middles(u.x, v.x, corner.x + shift.x, u.y, v.y, corner.y + shift.y);
    cv::warpAffine(gray, out.pixels, middles, size, interpolation | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT,
                   cv::Scalar(255));
    return out;
}

/// The mean of all rows.
cv::Mat mean_row(const cv::Mat& pixels) {
    cv::Mat mean;
    cv::reduce(pixels, mean, 0, cv::REDUCE_AVG, CV_8U);
    return mean;
}

std::size_t count_bars(const cv::Mat& mean) {
    return bars_at(mean, threshold_of(mean), 0, mean.cols, 0).size();
}

/// Where in the band there are strokes, as fields as high as the piece looked at.
std::vector<BarField> runs_of_bars(const cv::Mat& gray, BarField band) {
    constexpr int window_width = 2 * cell;
    constexpr double weakest = 8;
    constexpr double least_kept = 0.6;
    constexpr double reach = window_width / 2.0 - 2;              // the window sees strokes half its width away
    band.height = std::clamp(0.1 * band.height, 5.0, 3.0 * cell); // low, as bars may lean this way and that
    const LeveledField level = turned(gray, band, band.length + 4 * cell, 0);
    std::vector<BarField> runs;
    if (level.pixels.cols <= window_width) return runs;
    const auto changes = [](const cv::Mat& rows) {
        cv::Mat change, sum;
        cv::absdiff(rows.colRange(2, rows.cols), rows.colRange(0, rows.cols - 2), change);
        cv::reduce(change, sum, 0, cv::REDUCE_AVG, CV_32F);
        cv::blur(sum, sum, {window_width, 1});
        return sum;
    };
    cv::Mat mean;
    cv::reduce(level.pixels, mean, 0, cv::REDUCE_AVG, CV_32F);
    const cv::Mat of_mean = changes(mean);
    const cv::Mat of_all = changes(level.pixels);
    const auto end_run = [&](int from, int to) {
        BarField run = band;
        run.length = to - from + 2 - 2 * reach;
        run.center += direction(band.angle) * ((from + to) / 2.0 + 1 - level.pixels.cols / 2.0);
        if (run.length >= 6 * cell) runs.push_back(run);
    };
    int from = -1;
    int last = -1;
    for (int x = 0; x < of_mean.cols; ++x) {
        if (of_mean.at<float>(x) < weakest || of_mean.at<float>(x) < least_kept * of_all.at<float>(x)) continue;
        // Blanks within a code are narrower than a twelfth of it.
        if (from >= 0 && x - last > std::max<double>(window_width, (last - from) / 12.0)) {
            end_run(from, last);
            from = -1;
        }
        if (from < 0) from = x;
        last = x;
    }
    if (from >= 0) end_run(from, last);
    return runs;
}

/// Makes the run as high as its bars go on, within half as much again as the field. Bars may lean: the row they are
/// compared with moves along.
void extend_along(const cv::Mat& gray, const BarField& field, BarField& run) {
    constexpr double least_like = 0.5;
    constexpr int most_misses = 3;
    constexpr double renewal = 0.25;
    const cv::Point2d across = direction(field.angle);
    const cv::Point2d along(-across.y, across.x);
    BarField tall = run;
    tall.height = 2 * std::abs((run.center - field.center).dot(along)) + 1.5 * field.height;
    cv::Mat rows;
    turned(gray, tall, 0, 0).pixels.convertTo(rows, CV_32F);
    cv::blur(rows, rows, {1, 3});
    cv::subtract(rows.colRange(2, rows.cols), rows.colRange(0, rows.cols - 2), rows);
    const int middle = rows.rows / 2;
    const auto edge = [&](int step) {
        cv::Mat known = rows.row(middle).clone();
        int misses = 0;
        int reached = middle;
        for (int y = middle; y >= 0 && y < rows.rows && misses <= most_misses; y += step) {
            const cv::Mat row = rows.row(y);
            const double size = cv::norm(row) * cv::norm(known);
            if (size <= 0 || row.dot(known) < least_like * size) {
                ++misses;
                continue;
            }
            misses = 0;
            reached = y;
            known = (1 - renewal) * known + renewal * row;
        }
        return reached;
    };
    const int top = edge(-1);
    const int bottom = edge(1);
    run.height = bottom + 1 - top;
    run.center += along * ((top + bottom + 1) / 2.0 - rows.rows / 2.0);
}

} // namespace

bool covers(const BarField& a, const BarField& b) {
    const cv::Point2d across = direction(a.angle);
    const cv::Point2d d = b.center - a.center;
    return std::abs(d.dot(across)) < a.length / 2 && std::abs(d.dot({-across.y, across.x})) < a.height / 2 &&
           a.length * a.height >= 0.9 * b.length * b.height;
}

std::vector<BarField> locate_bars(const cv::Mat& gray) {
    std::vector<BarField> found, fields;
    if (gray.cols < 6 * cell || gray.rows < 6 * cell) return fields;
    const Edges edges = count_edges(gray);
    for (const int scale : {4, 2, 1}) {
        for (int quarter = 0; quarter < 4; ++quarter)
            add_fields(gray, edges, quarter, scale, found);
    }
    for (const BarField& f : found) {
        const auto same = [&](const BarField& other) { return covers(other, f); };
        if (std::none_of(fields.begin(), fields.end(), same)) fields.push_back(f);
    }
    return fields;
}

LeveledField leveled(const cv::Mat& gray, const BarField& field, bool upside_down, double beside) {
    return turned(gray, field, field.length * beside + 4 * cell, field.length * 0.35 + 2 * cell, upside_down,
                  cv::INTER_CUBIC);
}

std::vector<BarField> refined(const cv::Mat& gray, const BarField& field) {
    std::vector<BarField> found;
    bool few = false;
    for (const double v : {0.0, -0.3, 0.3}) {
        BarField band = field;
        const cv::Point2d across = direction(field.angle);
        band.center += cv::Point2d(-across.y, across.x) * (v * field.height);
        for (BarField run : runs_of_bars(gray, band)) {
            if (count_bars(mean_row(turned(gray, run, 0, 0).pixels)) < kFewBars) {
                few = true;
                continue;
            }
            extend_along(gray, field, run);
            if (run.height < 5) continue;
            const auto same = [&](const BarField& other) { return covers(other, run) || covers(run, other); };
            if (std::none_of(found.begin(), found.end(), same)) found.push_back(run);
        }
    }
    if (found.empty() && !few) found.push_back(field);
    return found;
}

bool may_be_code(const cv::Mat& gray, const BarField& field) {
    BarField band = field;
    // Nearly all of a low field, where the middle of a line of text is strokes as well; less of a high one, whose bars
    // may lean this way and that on a bent page.
    band.height = std::max({5.0, field.height / 3, std::min(0.6 * field.height, 60.0)});
    const cv::Mat pixels = turned(gray, band, 0, 0).pixels;
    const cv::Mat mean = mean_row(pixels);
    const auto edge_strength = [](const cv::Mat& m) {
        return cv::norm(m.colRange(2, m.cols), m.colRange(0, m.cols - 2), cv::NORM_L1) / m.rows;
    };
    constexpr double least_kept = 0.6;
    if (edge_strength(mean) < least_kept * edge_strength(pixels)) return false;
    return count_bars(mean) >= kLeastBars;
}

std::optional<Bars> trace_bars(const LeveledField& field, double first, double last, double row) {
    const int y = static_cast<int>(row);
    if (y < 0 || y >= field.pixels.rows || last - first < 8) return std::nullopt;
    const cv::Rect core = field.core & cv::Rect({0, 0}, field.pixels.size());
    if (core.empty()) return std::nullopt;
    Bars found;
    found.darkness = threshold_of(field.pixels(core));
    found.bars = bars_at(field.pixels, found.darkness, static_cast<int>(first) - 2, static_cast<int>(last) + 3, y);
    if (found.bars.size() < 8) return std::nullopt;
    const cv::Mat dark = field.pixels <= found.darkness;
    for (Bar& bar : found.bars) {
        const Trail up = follow(dark, bar, y, -1);
        const Trail down = follow(dark, bar, y, 1);
        bar.top = up.y;
        bar.bottom = down.y + 1;
        bar.lean = (down.x - up.x) / std::max(1, down.y - up.y);
    }
    const Edge top = fit_edge(found.bars, &Bar::top);
    const Edge bottom = fit_edge(found.bars, &Bar::bottom);
    const double height = bottom.y(found.bars.front().x) - top.y(found.bars.front().x);
    const double slack = std::max(3.0, 0.03 * height);
    int at_edges = 0;
    for (const Bar& bar : found.bars) {
        const double tail = bar.bottom - bottom.y(bar.x);
        found.tails.push_back(tail > slack ? tail : 0);
        if (std::abs(bar.top - top.y(bar.x)) <= slack && tail > -slack && tail <= 0.35 * height) ++at_edges;
    }
    found.level = static_cast<double>(at_edges) / static_cast<double>(found.bars.size());
    const auto corner = [&](const Bar& bar, double side, const Edge& edge) {
        const double x = bar.x + side * bar.width / 2;
        const double there = x + bar.lean * (edge.y(x) - y);
        return cv::Point2d(there, edge.y(there));
    };
    found.corners = {corner(found.bars.front(), -1, top), corner(found.bars.back(), 1, top),
                     corner(found.bars.back(), 1, bottom), corner(found.bars.front(), -1, bottom)};
    return found;
}

bool may_be_text(const cv::Mat& gray, const BarField& field) {
    constexpr double least_height = 64; // pixels
    constexpr double least_level = 0.8;
    if (field.height >= least_height) return false;
    const LeveledField level = turned(gray, field, 4 * cell, 3 * cell);
    const cv::Rect& core = level.core;
    const auto bars = trace_bars(level, core.x, core.x + core.width, core.y + core.height / 2.0);
    return !bars || bars->level < least_level;
}

} // namespace broadsheet::codes
