// SPDX-License-Identifier: Apache-2.0
#include "codes/pdf417.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <optional>
#include <span>

namespace broadsheet::codes {
namespace {

constexpr std::array start_pattern{8, 1, 1, 1, 1, 1, 1, 3}; // bar first
constexpr std::array stop_pattern{7, 1, 1, 3, 1, 1, 1, 2, 1};

/// Nine runs are enough for both. Sums of two neighbours first: spread ink does not change them.
bool is_pattern(std::span<const int> runs, std::span<const int> pattern, int modules) {
    int total = 0;
    for (const int run : runs)
        total += run;
    if (total < 2 * modules - 2) return false;
    const double module = static_cast<double>(total) / modules;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (runs[i] < (pattern[i] - 0.75) * module || runs[i] > (pattern[i] + 0.95) * module) return false;
        if (i > 0 && std::abs(runs[i - 1] + runs[i] - (pattern[i - 1] + pattern[i]) * module) > 0.6 * module + 0.6)
            return false;
    }
    return true;
}

/// One row's crossing of a pattern: from is the outer edge of the code for a start pattern, the inner edge for a stop.
struct Hit {
    double from = 0, to = 0; ///< x, in the direction in which the pattern is written
    int y = 0;
};

/// Crossings that follow each other from row to row.
struct Chain {
    bool stop = false;
    bool backwards = false; ///< written from right to left
    std::vector<Hit> hits;
};

void add_hit(std::vector<Chain>& chains, bool stop, bool backwards, const Hit& hit) {
    constexpr int most_missed = 8; // rows
    for (Chain& chain : chains) {
        const Hit& last = chain.hits.back();
        if (chain.stop != stop || chain.backwards != backwards || hit.y - last.y > most_missed || hit.y == last.y)
            continue;
        const double slack = 1.2 * (hit.y - last.y) + 2;
        if (std::abs(hit.from - last.from) > slack || std::abs(hit.to - last.to) > slack) continue;
        chain.hits.push_back(hit);
        return;
    }
    chains.push_back({stop, backwards, {hit}});
}

std::vector<Chain> chains_in(const cv::Mat& ink) {
    constexpr int step = 2;
    constexpr std::size_t least_hits = 5;
    std::vector<Chain> open, done;
    std::vector<int> starts, runs, back;
    const auto close = [&](int y) {
        std::erase_if(open, [&](Chain& chain) {
            if (y - chain.hits.back().y < 10) return false;
            if (chain.hits.size() >= least_hits) done.push_back(std::move(chain));
            return true;
        });
    };
    for (int y = 0; y < ink.rows; y += step) {
        close(y);
        run_starts(ink, y, starts);
        runs.resize(starts.size() - 1);
        for (std::size_t i = 0; i + 1 < starts.size(); ++i)
            runs[i] = starts[i + 1] - starts[i];
        for (std::size_t i = 1; i < runs.size(); i += 2) {
            // The wide bar comes first in both patterns: at least as wide as the five runs behind or before it.
            const auto check = [&](std::span<const int> pattern, int modules, bool stop) {
                const std::size_t n = pattern.size();
                if (i + n <= runs.size() && is_pattern({&runs[i], n}, pattern, modules))
                    add_hit(open, stop, false, {double(starts[i]), double(starts[i + n]), y});
                if (i + 1 >= n) {
                    back.assign(runs.rend() - static_cast<std::ptrdiff_t>(i) - 1,
                                runs.rend() - static_cast<std::ptrdiff_t>(i) - 1 + static_cast<std::ptrdiff_t>(n));
                    if (is_pattern(back, pattern, modules))
                        add_hit(open, stop, true, {double(starts[i + 1]), double(starts[i + 1 - n]), y});
                }
            };
            if (runs[i] < 13) continue; // the wide bar of seven modules of two pixels, at the least
            check(start_pattern, 17, false);
            check(stop_pattern, 18, true);
        }
    }
    close(ink.rows + 100);
    return done;
}

/// A pattern as it stands on the sheet.
struct Side {
    bool stop = false;
    cv::Point2d across; ///< unit vector from left to right as the code reads
    cv::Point2d along;  ///< unit vector from top to bottom
    cv::Point2d edge;   ///< a point of the code's outer edge: left of a start, right of a stop
    double module = 0;
    double top = 0, bottom = 0; ///< along the edge, from that point
};

/// A straight line x = at + slope * y through the values of most hits.
struct Upright {
    double at = 0, slope = 0;
};
Upright fitted(const std::vector<Hit>& hits, double Hit::*value) {
    std::vector<cv::Point2f> points;
    for (const Hit& hit : hits)
        points.emplace_back(static_cast<float>(hit.*value), static_cast<float>(hit.y + 0.5));
    cv::Vec4f line;
    cv::fitLine(points, line, cv::DIST_HUBER, 0, 0.01, 0.01);
    const double slope = std::abs(line[1]) > 1e-3F ? line[0] / line[1] : 0;
    return {line[2] - slope * line[3], slope};
}

/// How far the wide bar goes on from a point of it.
double reach(const cv::Mat& ink, cv::Point2d from, cv::Point2d step) {
    int light = 0;
    double last = 0;
    for (double d = 0; light < 3; d += 1) {
        if (dark_at(ink, from + step * d)) {
            light = 0;
            last = d + 0.5;
        } else {
            ++light;
        }
    }
    return last;
}

std::optional<Side> side_of(const cv::Mat& ink, const Chain& chain) {
    const Upright from = fitted(chain.hits, &Hit::from), to = fitted(chain.hits, &Hit::to);
    if (std::abs(from.slope - to.slope) > 0.15) return std::nullopt;
    const double slope = (from.slope + to.slope) / 2;
    Side side;
    side.stop = chain.stop;
    side.along = cv::Point2d(slope, 1) / std::hypot(slope, 1.0);
    if (chain.backwards) side.along = -side.along;
    side.across = {side.along.y, -side.along.x};
    const double y = chain.hits[chain.hits.size() / 2].y + 0.5;
    const cv::Point2d a(from.at + from.slope * y, y), b(to.at + to.slope * y, y);
    const double width = (b - a).dot(side.across);
    side.module = width / (chain.stop ? 18 : 17);
    if (side.module < 1.5) return std::nullopt;
    side.edge = chain.stop ? a + side.across * width : a;
    const cv::Point2d bar = a + side.across * (side.module * (chain.stop ? 3.5 : 4));
    side.top = -reach(ink, bar, -side.along);
    side.bottom = reach(ink, bar, side.along);
    constexpr double least_height = 8; // modules: three rows, of which each is three high at the least
    if (side.bottom - side.top < least_height * side.module) return std::nullopt;
    return side;
}

MatrixField field_between(const Side& start, const Side& stop) {
    MatrixField field;
    field.kind = MatrixKind::pdf417;
    field.module = (start.module + stop.module) / 2;
    field.corners = {start.edge + start.along * start.top, stop.edge + stop.along * stop.top,
                     stop.edge + stop.along * stop.bottom, start.edge + start.along * start.bottom};
    return field;
}

/// A start and a stop pattern of one size, with a whole number of codewords between them.
bool belong_together(const Side& start, const Side& stop) {
    if (start.stop || !stop.stop || start.across.dot(stop.across) < 0.99) return false;
    if (std::abs(start.module - stop.module) > 0.15 * start.module) return false;
    const cv::Point2d between = stop.edge + stop.along * ((stop.top + stop.bottom) / 2) - start.edge -
                                start.along * ((start.top + start.bottom) / 2);
    const double height = start.bottom - start.top;
    if (std::abs(between.dot(start.along)) > 0.3 * height) return false;
    if (std::abs(stop.bottom - stop.top - height) > 0.4 * height) return false;
    const double modules = between.dot(start.across) / start.module;
    constexpr double least = 17 * 5 + 1, most = 17 * 34 + 1;
    return modules > least - 8 && modules < most + 20;
}

/// The field of one pattern and all ink beside it, up to a blank wider than any within a code.
MatrixField grown(const cv::Mat& ink, const Side& side) {
    constexpr int most = 17 * 34;
    const int rows = static_cast<int>((side.bottom - side.top) / side.module * 2);
    int last = 17;
    for (int x = 17; x < most && x - last <= 4; ++x) {
        const double d = (x + 0.5) * side.module;
        int dark = 0;
        for (int y = 0; y < rows; ++y)
            dark += dark_at(ink, side.edge + side.across * (side.stop ? -d : d) +
                                     side.along * (side.top + (y + 0.5) * side.module / 2));
        if (dark * 20 > rows) last = x;
    }
    Side other = side;
    other.edge += side.across * ((last + 1) * side.module * (side.stop ? -1 : 1));
    return side.stop ? field_between(other, side) : field_between(side, other);
}

void finish(MatrixField& field, double sure) {
    const auto& c = field.corners;
    field.sure = sure;
    field.columns = std::max(1, static_cast<int>(std::lround(cv::norm(c[1] - c[0]) / field.module)));
    field.rows = std::max(1, static_cast<int>(std::lround(cv::norm(c[3] - c[0]) / field.module)));
}

} // namespace

std::vector<MatrixField> locate_pdf417(const cv::Mat& ink) {
    std::vector<Side> sides;
    for (const Chain& chain : chains_in(ink))
        if (const auto side = side_of(ink, chain)) sides.push_back(*side);
    cv::Mat lying;
    cv::transpose(ink, lying);
    for (const Chain& chain : chains_in(lying))
        if (auto side = side_of(lying, chain)) {
            // Transposing mirrors: what read from left to right there runs downwards here, and down becomes right.
            for (cv::Point2d* p : {&side->across, &side->along, &side->edge})
                *p = {p->y, p->x};
            side->along = -side->along;
            std::swap(side->top, side->bottom);
            side->top = -side->top;
            side->bottom = -side->bottom;
            sides.push_back(*side);
        }
    std::vector<MatrixField> fields;
    const auto add = [&](MatrixField field, double sure) {
        finish(field, sure);
        const auto same = [&](const MatrixField& f) { return overlap(f, field); };
        if (std::none_of(fields.begin(), fields.end(), same)) fields.push_back(field);
    };
    for (const Side& start : sides) {
        const Side* nearest = nullptr;
        const auto distance = [&](const Side& s) { return cv::norm(s.edge - start.edge); };
        for (const Side& stop : sides)
            if (belong_together(start, stop) && (!nearest || distance(stop) < distance(*nearest))) nearest = &stop;
        if (nearest) add(field_between(start, *nearest), 1);
    }
    for (const Side& side : sides)
        add(grown(ink, side), 0.5);
    return fields;
}

} // namespace broadsheet::codes
