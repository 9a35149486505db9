// SPDX-License-Identifier: Apache-2.0
#include "codes/data_matrix.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <optional>

namespace broadsheet::codes {
namespace {

// Pixels, worn at the ends.
constexpr int least_side = 15; ///< eight modules of two
constexpr int least_long = 18; ///< ten modules of two

/// Rows and columns of ISO/IEC 16022, table 7.
constexpr std::array<std::array<int, 2>, 30> sizes{
    {{10, 10},   {12, 12},   {14, 14},   {16, 16},   {18, 18}, {20, 20}, {22, 22}, {24, 24}, {26, 26}, {32, 32},
     {36, 36},   {40, 40},   {44, 44},   {48, 48},   {52, 52}, {64, 64}, {72, 72}, {80, 80}, {88, 88}, {96, 96},
     {104, 104}, {120, 120}, {132, 132}, {144, 144}, {8, 18},  {8, 32},  {12, 26}, {12, 36}, {16, 36}, {16, 48}}};

/// Two straight solid sides that meet at the bottom left corner of the code.
struct Corner {
    cv::Point2d at;
    cv::Point2d up;    ///< to the end of the left side
    cv::Point2d right; ///< to the end of the bottom side
};

/// The share of dark pixels along a line within the ink, a little inside of the side from a to b.
double solid_share(const cv::Mat& ink, cv::Point2d a, cv::Point2d b, cv::Point2d inwards) {
    const double length = cv::norm(b - a);
    constexpr double depth = 1.25; // pixels: within a module of two and beyond the roughness of its edge
    const cv::Point2d shift = inwards * (depth / cv::norm(inwards));
    const int steps = static_cast<int>(length);
    int dark = 0;
    for (int i = 1; i < steps; ++i)
        dark += dark_at(ink, a + (b - a) * (static_cast<double>(i) / steps) + shift);
    return static_cast<double>(dark) / std::max(1, steps - 1);
}

/// The share of the modules along the two other sides, and of the corners', that are as they must be.
double timing_share(const cv::Mat& ink, const Corner& corner, int rows, int columns) {
    const cv::Point2d u = corner.right / columns;
    const cv::Point2d v = -corner.up / rows;
    const cv::Point2d origin = corner.at + corner.up;
    const auto dark = [&](int column, int row) { return dark_at(ink, origin + u * (column + 0.5) + v * (row + 0.5)); };
    int good = 0;
    for (int column = 0; column < columns; ++column)
        good += dark(column, 0) == (column % 2 == 0);
    for (int row = 1; row < rows; ++row)
        good += dark(columns - 1, row) == (row % 2 == 1);
    return static_cast<double>(good) / (rows + columns - 1);
}

/// The best grid for the corner. Its sides may end a little beside where they were printed.
std::optional<MatrixField> grid_at(const cv::Mat& ink, const Corner& corner) {
    constexpr double least_share = 0.75;
    MatrixField best;
    best.kind = MatrixKind::data_matrix;
    best.sure = least_share;
    const double height = cv::norm(corner.up), width = cv::norm(corner.right);
    for (const auto& [rows, columns] : sizes) {
        const double module = height / rows;
        if (module < 1.8 || std::abs(width / columns - module) > 0.15 * module) continue;
        for (const double du : {0.0, -0.5, 0.5})
            for (const double dv : {0.0, -0.5, 0.5}) {
                Corner one = corner;
                one.right *= 1 + du * module / width;
                one.up *= 1 + dv * module / height;
                const double share = timing_share(ink, one, rows, columns);
                if (share <= best.sure) continue;
                best.sure = share;
                best.rows = rows;
                best.columns = columns;
                best.module = module;
                best.corners = {one.at + one.up, one.at + one.up + one.right, one.at + one.right, one.at};
            }
    }
    if (best.rows == 0) return std::nullopt;
    return best;
}

/// The modules as they stand in the ink.
cv::Mat modules_of(const cv::Mat& ink, const MatrixField& field) {
    const auto& c = field.corners;
    const cv::Point2d u = (c[1] - c[0]) / field.columns;
    const cv::Point2d v = (c[3] - c[0]) / field.rows;
    cv::Mat modules(field.rows, field.columns, CV_8UC1);
    for (int y = 0; y < field.rows; ++y)
        for (int x = 0; x < field.columns; ++x)
            modules.at<uchar>(y, x) = dark_at(ink, c[0] + u * (x + 0.5) + v * (y + 0.5));
    return modules;
}

double share_changed(const cv::Mat& a, const cv::Mat& b) {
    return static_cast<double>(cv::countNonZero(a != b)) / static_cast<double>(a.total());
}

/// What is within the border varies as data does: neither nearly blank or black nor striped or chequered.
bool may_be_data(const cv::Mat& within) {
    const auto middling = [](double share) { return share > 0.25 && share < 0.75; };
    return middling(static_cast<double>(cv::countNonZero(within)) / static_cast<double>(within.total())) &&
           middling(share_changed(within.rowRange(1, within.rows), within.rowRange(0, within.rows - 1))) &&
           middling(share_changed(within.colRange(1, within.cols), within.colRange(0, within.cols - 1)));
}

/// The share of the modules of both solid sides that are dark: a frame is thinner.
double share_of_sides(const cv::Mat& modules) {
    const int dark = cv::countNonZero(modules.col(0)) + cv::countNonZero(modules.row(modules.rows - 1));
    return static_cast<double>(dark) / (modules.rows + modules.cols);
}

/// Where the lines through a-b and c-d cross.
std::optional<cv::Point2d> crossing(cv::Point2d a, cv::Point2d b, cv::Point2d c, cv::Point2d d) {
    const double turn = (b - a).cross(d - c);
    if (std::abs(turn) < 1e-6) return std::nullopt;
    return a + (b - a) * ((c - a).cross(d - c) / turn);
}

/// Corners of the outline between two long straight sides at about a right angle. Wear may have cut the very corner
/// off.
void add_corners(const std::vector<cv::Point>& outline, std::vector<Corner>& corners) {
    constexpr double least_length = 0.8 * least_side;
    constexpr double most_lopsided = 4.6; // 8 rows and 32 columns
    const std::size_t n = outline.size();
    const auto point = [&](std::size_t i) { return cv::Point2d(outline[i % n]); };
    for (std::size_t i = 0; i < n; ++i) {
        const double la = cv::norm(point(i + 1) - point(i));
        if (la < least_length) continue;
        double cut = 0;
        for (std::size_t k = i + 1; k < i + 4 && k < i + n; ++k) {
            const double lb = cv::norm(point(k + 1) - point(k));
            const double cosine = (point(i + 1) - point(i)).dot(point(k + 1) - point(k)) / (la * lb);
            if (lb >= least_length && std::abs(cosine) < 0.2) {
                const auto at = crossing(point(i), point(i + 1), point(k), point(k + 1));
                if (!at || cut > 0.25 * std::min(la, lb) + 2) break;
                const cv::Point2d a = point(i) - *at, b = point(k + 1) - *at;
                const double na = cv::norm(a), nb = cv::norm(b);
                if (std::min(na, nb) < least_side || std::max(na, nb) > most_lopsided * std::min(na, nb)) break;
                const bool a_is_right = a.cross(b) < 0; // y grows downwards: up is counter-clockwise from right
                corners.push_back({*at, a_is_right ? b : a, a_is_right ? a : b});
                break;
            }
            cut += lb;
        }
    }
}

std::vector<Corner> corners_of(const std::vector<cv::Point>& piece) {
    constexpr std::size_t most = 24; // of a round piece
    std::vector<cv::Point> hull, outline;
    cv::convexHull(piece, hull);
    std::vector<Corner> corners;
    for (const double roughness : {1.5, 3.0}) { // pixels
        cv::approxPolyDP(hull, outline, roughness, true);
        if (outline.size() >= 3 && outline.size() <= most) add_corners(outline, corners);
    }
    return corners;
}

} // namespace

std::vector<MatrixField> locate_data_matrix(const cv::Mat& ink) {
    constexpr double least_solid = 0.9;
    std::vector<std::vector<cv::Point>> pieces;
    cv::findContours(ink, pieces, cv::RETR_CCOMP, cv::CHAIN_APPROX_SIMPLE);
    std::vector<MatrixField> fields;
    for (const auto& piece : pieces) {
        if (piece.size() < 12) continue; // an L and a few teeth have more
        const cv::Rect box = cv::boundingRect(piece);
        if (std::min(box.width, box.height) < least_side || std::max(box.width, box.height) < least_long) continue;
        for (Corner corner : corners_of(piece)) {
            // Outlines go through the middles of pixels: half a pixel out to their edges.
            const cv::Point2d u = corner.right / cv::norm(corner.right), v = corner.up / cv::norm(corner.up);
            corner.at += cv::Point2d(0.5, 0.5) - (u + v) * 0.5;
            corner.right += u;
            corner.up += v;
            if (solid_share(ink, corner.at, corner.at + corner.right, v) < least_solid ||
                solid_share(ink, corner.at, corner.at + corner.up, u) < least_solid)
                continue;
            auto field = grid_at(ink, corner);
            if (!field) continue;
            const cv::Mat modules = modules_of(ink, *field);
            if (!may_be_data(modules(cv::Rect(1, 1, field->columns - 2, field->rows - 2)))) continue;
            field->sure = std::min(field->sure, share_of_sides(modules));
            fields.push_back(*field);
        }
    }
    return fields;
}

} // namespace broadsheet::codes
