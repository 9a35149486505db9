// SPDX-License-Identifier: Apache-2.0
#include "image/profiles.h"
#include "image/steps.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

constexpr double kSteepest = 0.09; // slopes that are looked for, either way
constexpr double kSlopeStep = 0.006;

/// How a piece of the page slopes, at its centre.
struct Slope {
    cv::Point2d at; ///< from -1 to 1 over the page
    double slope = 0;
    double weight = 0;
};

/// The slope at which the patch is sharpest, and by how much more than at others; weight 0: at none.
Slope slope_of(const Strips& strips, const Patch& patch) {
    constexpr double indistinct = 1.15;
    constexpr int around = 2; // scores on either side of the best that its vertex is taken from
    const double unit = strips.width * strips.stretch;
    std::vector<double> scores;
    for (double slope = -kSteepest; slope <= kSteepest + kSlopeStep / 2; slope += kSlopeStep)
        scores.push_back(sharpness(strips, patch, slope * unit));
    const auto best = std::max_element(scores.begin(), scores.end()) - scores.begin();
    if (best < around || best + around >= std::ssize(scores)) return {};
    const double shift = vertex({scores.begin() + best - around, scores.begin() + best + around + 1});
    const double score = scores[static_cast<size_t>(best)];
    std::nth_element(scores.begin(), scores.begin() + std::ssize(scores) / 2, scores.end());
    const double distinctness = score / std::max(1.0, scores[scores.size() / 2]);
    if (distinctness < indistinct) return {};
    Slope slope;
    slope.at = {(patch.first + patch.last) / static_cast<double>(strips.profiles.rows) - 1,
                (patch.top + patch.bottom) / static_cast<double>(strips.profiles.cols) - 1};
    slope.slope = -kSteepest + kSlopeStep * (static_cast<double>(best) + shift);
    slope.weight = std::min(distinctness - 1, 2.0);
    return slope;
}

std::vector<Slope> slopes_of(const Strips& strips, const std::vector<Patch>& patches) {
    std::vector<Slope> slopes;
    for (const Patch& patch : patches)
        if (const Slope slope = slope_of(strips, patch); slope.weight > 0) slopes.push_back(slope);
    return slopes;
}

/// All of the page in overlapping pieces, in pixels of the print; length is along the slope.
std::vector<Patch> tiles_of(const Strips& strips, int length, int breadth) {
    const int strips_each = length / strips.width, samples_each = breadth * strips.stretch;
    std::vector<Patch> tiles;
    for (int first = 0; first + strips_each <= strips.profiles.rows; first += strips_each / 2)
        for (int top = 0; top + samples_each <= strips.profiles.cols; top += samples_each / 2)
            tiles.push_back({first, first + strips_each, top, top + samples_each});
    return tiles;
}

/// A smooth field over the page: a polynomial in the place along the slope (x) and across it (y).
struct Field {
    std::vector<cv::Point> powers;
    std::vector<double> factors;
    // Where there was something to tell it from; beyond, it stays as it is there.
    cv::Point2d least{-1, -1};
    cv::Point2d most{1, 1};

    double term(size_t i, double x, double y) const { return std::pow(x, powers[i].x) * std::pow(y, powers[i].y); }

    double operator()(double x, double y) const {
        x = std::clamp(x, least.x, most.x);
        y = std::clamp(y, least.y, most.y);
        double sum = 0;
        for (size_t i = 0; i < powers.size(); ++i)
            sum += factors[i] * term(i, x, y);
        return sum;
    }
};

/// Least squares, again and again with less weight for what lies far off (Cauchy's): pieces of pictures and headings
/// slope as they like.
Field fitted(const std::vector<Slope>& slopes, int degree_along, int degree_across) {
    constexpr int rounds = 8;
    constexpr double usual_error = 0.004, ridge = 0.02;
    Field field;
    for (int i = 0; i <= degree_along; ++i)
        for (int j = 0; j <= degree_across; ++j)
            if (i + j <= std::max(degree_along, degree_across)) field.powers.emplace_back(i, j);
    field.factors.assign(field.powers.size(), 0);
    if (slopes.size() < 3 * field.powers.size()) return field;
    field.least = field.most = slopes.front().at;
    for (const Slope& s : slopes) {
        field.least = {std::min(field.least.x, s.at.x), std::min(field.least.y, s.at.y)};
        field.most = {std::max(field.most.x, s.at.x), std::max(field.most.y, s.at.y)};
    }
    const int n = static_cast<int>(field.powers.size());
    for (int round = 0; round < rounds; ++round) {
        cv::Mat normal = cv::Mat::zeros(n, n, CV_64F), right = cv::Mat::zeros(n, 1, CV_64F), row(n, 1, CV_64F);
        for (const Slope& s : slopes) {
            const double off = round == 0 ? 0 : (s.slope - field(s.at.x, s.at.y)) / usual_error;
            const double weight = s.weight / (1 + off * off);
            for (int i = 0; i < n; ++i)
                row.at<double>(i) = field.term(static_cast<size_t>(i), s.at.x, s.at.y);
            normal += weight * row * row.t();
            right += weight * s.slope * row;
        }
        for (int i = 0; i < n; ++i)
            normal.at<double>(i, i) +=
                ridge * (field.powers[static_cast<size_t>(i)].x + field.powers[static_cast<size_t>(i)].y);
        cv::Mat factors;
        cv::solve(normal, right, factors, cv::DECOMP_SVD);
        field.factors.assign(factors.begin<double>(), factors.end<double>());
    }
    return field;
}

/// How far a curve that follows the field has moved across it, from where it is in the middle of the page: one row a
/// curve, every step pixels one, one column every step pixels along. In pixels of a page of this length and breadth.
cv::Mat curves(const Field& field, double length, double breadth, int step) {
    const int along = static_cast<int>(length / step) + 2, across = static_cast<int>(breadth / step) + 2;
    cv::Mat moved(across, along, CV_64F);
    const auto slope = [&](double x, double y) { return field(2 * x / length - 1, 2 * y / breadth - 1); };
    const int middle = along / 2;
    for (int c = 0; c < across; ++c) {
        const double start = c * step;
        moved.at<double>(c, middle) = 0;
        for (const int way : {-1, 1})
            for (int i = middle; i + way >= 0 && i + way < along; i += way) {
                const double here = moved.at<double>(c, i), x = i * step;
                const double first = slope(x, start + here) * way * step;
                const double second = slope(x + way * step, start + here + first) * way * step; // Heun
                moved.at<double>(c, i + way) = here + (first + second) / 2;
            }
    }
    return moved;
}

double at(const cv::Mat& table, double column, double row) {
    column = std::clamp(column, 0.0, table.cols - 1.001);
    row = std::clamp(row, 0.0, table.rows - 1.001);
    const int c = static_cast<int>(column), r = static_cast<int>(row);
    const double fc = column - c, fr = row - r;
    return (table.at<double>(r, c) * (1 - fc) + table.at<double>(r, c + 1) * fc) * (1 - fr) +
           (table.at<double>(r + 1, c) * (1 - fc) + table.at<double>(r + 1, c + 1) * fc) * fr;
}

/// The mesh by which the flat page comes from a page of this size whose lines and column edges follow the fields.
Mesh mesh_of(const Field& lines, const Field& edges, cv::Size size) {
    constexpr int step = 64;
    const cv::Mat down = curves(lines, size.width, size.height, step); // [row of the flat page][column]
    const cv::Mat over = curves(edges, size.height, size.width, step); // [column of the flat page][row]
    Mesh mesh;
    mesh.step = step;
    mesh.columns = size.width / step + 2;
    for (int r = 0; r < size.height / step + 2; ++r)
        for (int c = 0; c < mesh.columns; ++c) {
            double x = c * step, y = r * step;
            for (int round = 0; round < 4; ++round) { // where the two curves cross
                x = c * step + at(over, y / step, c);
                y = r * step + at(down, x / step, r);
            }
            mesh.nodes.push_back({std::round(x * 16) / 16, std::round(y * 16) / 16});
        }
    return mesh;
}

/// How far lines or edges that follow the field leave the straight, at most.
double bend_of(const Field& field, double length, double breadth) {
    double least = 0, most = 0;
    cv::minMaxLoc(curves(field, length, breadth, 32), &least, &most);
    return std::max(-least, most);
}

/// Whether the field tells the slopes of far more pieces than "straight" does.
bool explains(const Field& field, const std::vector<Slope>& slopes) {
    constexpr double near = 0.004;              // in slope
    constexpr double clearly = 0.13;            // of all weight; on flat pages chance gives up to 0.11
    constexpr double some = 0.35, far_more = 4; // columns with ragged edges tell little
    double all = 0, by_field = 0, by_straight = 0;
    for (const Slope& s : slopes) {
        all += s.weight;
        if (std::abs(s.slope - field(s.at.x, s.at.y)) < near) by_field += s.weight;
        if (std::abs(s.slope) < near) by_straight += s.weight;
    }
    return by_field > by_straight + clearly * all &&
           (by_field > all / 2 || (by_field > some * all && by_field > far_more * by_straight));
}

/// In a page of print that is taken to be flat.
double line_sharpness(const Strips& strips) {
    double sum = 0;
    for (const Patch& patch : columns_of(strips, 480))
        sum += sharpness(strips, patch, 0);
    return sum;
}

/// The field of these slopes; straight where the page bends too little along it to harm, or nothing is clear.
Field field_of(const std::vector<Slope>& slopes, int degree_along, int degree_across, double length, double breadth) {
    constexpr double least_bend = 3; // pixels of the small print: what a gutter can lean
    const Field field = fitted(slopes, degree_along, degree_across);
    return bend_of(field, length, breadth) >= least_bend && explains(field, slopes) ? field : Field{};
}

} // namespace

cv::Mat remapped(const cv::Mat& bent, const Mesh& mesh, cv::Size size, std::uint8_t around) {
    const int rows = static_cast<int>(mesh.nodes.size()) / mesh.columns;
    cv::Mat nodes(rows, mesh.columns, CV_32FC2);
    for (size_t i = 0; i < mesh.nodes.size(); ++i)
        nodes.ptr<cv::Point2f>()[i] = {static_cast<float>(mesh.nodes[i].x), static_cast<float>(mesh.nodes[i].y)};
    cv::Mat out(size, CV_8UC1);
    // A band of rows at a time: the whole map of a large page would be eight times the page.
    for (int r = 0; r + 1 < rows; ++r) {
        const int top = r * mesh.step, height = std::min(mesh.step, size.height - top);
        if (height <= 0) break;
        cv::Mat map(height, size.width, CV_32FC2);
        for (int y = 0; y < height; ++y) {
            const float fy = static_cast<float>(y) / static_cast<float>(mesh.step);
            auto* row = map.ptr<cv::Point2f>(y);
            for (int c = 0; c + 1 < mesh.columns; ++c) {
                const cv::Point2f a = nodes.at<cv::Point2f>(r, c) * (1 - fy) + nodes.at<cv::Point2f>(r + 1, c) * fy;
                const cv::Point2f b =
                    nodes.at<cv::Point2f>(r, c + 1) * (1 - fy) + nodes.at<cv::Point2f>(r + 1, c + 1) * fy;
                const cv::Point2f step = (b - a) / static_cast<float>(mesh.step);
                const int left = c * mesh.step, right = std::min(left + mesh.step, size.width);
                for (int x = left; x < right; ++x)
                    row[x] = a + step * static_cast<float>(x - left);
            }
        }
        cv::remap(bent, out.rowRange(top, top + height), map, {}, cv::INTER_LANCZOS4, cv::BORDER_CONSTANT, around);
    }
    return out;
}

Mesh find_curl(const cv::Mat& gray) {
    // Resampling costs sharpness, so it must be worth it.
    constexpr double least_gain = 1.01; // in the sharpness of lines
    constexpr double least_kept = 0.9;  // of it where the columns lean much
    constexpr double much = 8;          // pixels of the small print that column edges lean
    constexpr int least_side = 400;
    const cv::Mat print = small_print(gray);
    if (std::min(print.rows, print.cols) < least_side) return {};
    // Over many lines the edge of a column tells how it leans.
    auto edges_found = std::async(std::launch::async, [&] {
        const Strips sides = strips_of(print.t(), 4, 2);
        return field_of(slopes_of(sides, tiles_of(sides, 360, 200)), 2, 2, print.rows, print.cols);
    });
    const Strips strips = strips_of(print, 4, 2);
    const Field lines = field_of(slopes_of(strips, tiles_of(strips, 200, 160)), 3, 2, print.cols, print.rows);
    const Field edges = edges_found.get();
    if (lines.powers.empty() && edges.powers.empty()) return {};
    const cv::Mat flat = remapped(print, mesh_of(lines, edges, print.size()), print.size(), 0);
    const double gain = line_sharpness(strips_of(flat, 4, 2)) / std::max(1.0, line_sharpness(strips));
    const bool leans = bend_of(edges, print.rows, print.cols) >= much;
    if (gain < (leans ? least_kept : least_gain)) return {};
    return mesh_of(lines, edges, gray.size());
}

} // namespace broadsheet
