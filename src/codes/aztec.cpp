// SPDX-License-Identifier: Apache-2.0
#include "codes/aztec.h"

#include <algorithm>
#include <numbers>
#include <optional>

namespace broadsheet::codes {
namespace {

/// Dark, three rings of light, dark and light, and the beginning of a dark one: seven runs of one module each in every
/// direction, between two dark ones that may go on.
bool crosses_rings(const int* runs) {
    int total = 0;
    for (int i = 1; i <= 7; ++i)
        total += runs[i];
    if (total < 14) return false;
    const double module = total / 7.0;
    if (runs[0] < 0.4 * module || runs[8] < 0.4 * module) return false;
    for (int i = 1; i <= 7; ++i)
        if (runs[i] < 0.3 * module || runs[i] > 1.9 * module) return false;
    for (int i = 1; i < 7; ++i) // a dark and a light one together: ink that has spread does not change them
        if (std::abs(runs[i] + runs[i + 1] - 2 * module) > 0.5 * module + 1) return false;
    return true;
}

/// The same down and up from the middle; cheaper than exits(), as most rows of letters cross strokes side by side.
bool rings_upright(const cv::Mat& ink, cv::Point middle, double module) {
    std::array<int, 9> runs{};
    const int longest = static_cast<int>(2 * module) + 2;
    for (const int step : {-1, 1}) {
        int y = step < 0 ? middle.y : middle.y + 1;
        for (int k = 0; k <= 4; ++k) { // the middle, three rings, and what is dark beyond them
            int& run = runs[static_cast<std::size_t>(4 + step * k)];
            int seen = 0;
            while (y >= 0 && y < ink.rows && (ink.at<uchar>(y, middle.x) != 0) == (k % 2 == 0) && seen <= longest) {
                ++seen;
                y += step;
            }
            if (seen > longest && k < 4) return false;
            run += seen;
        }
    }
    return crosses_rings(runs.data());
}

/// Where a line through the middle leaves the middle and each of three rings, on one side; pixels.
using Exits = std::array<double, 4>;
std::optional<Exits> exits(const cv::Mat& ink, cv::Point2d middle, cv::Point2d direction, double farthest) {
    constexpr double step = 0.25;
    Exits out{};
    bool dark = true;
    std::size_t count = 0;
    for (double d = 0; d <= farthest; d += step) {
        if (dark_at(ink, middle + direction * d) == dark) continue;
        dark = !dark;
        out[count++] = d;
        if (count == out.size()) return out;
    }
    return std::nullopt;
}

/// The rings along one line: where their middle lies, and how wide a module is seen.
struct Crossing {
    double shift = 0;
    double module = 0;
};
std::optional<Crossing> crossing(const cv::Mat& ink, cv::Point2d middle, cv::Point2d direction, double module) {
    const auto after = exits(ink, middle, direction, 6 * module);
    const auto before = exits(ink, middle, -direction, 6 * module);
    if (!after || !before) return std::nullopt;
    Crossing out;
    out.module = ((*after)[3] + (*before)[3]) / 7;
    out.shift = ((*after)[3] - (*before)[3]) / 2;
    for (std::size_t k = 0; k < 4; ++k) {
        const double across = (*after)[k] + (*before)[k];
        if (std::abs(across - (2.0 * static_cast<double>(k) + 1) * out.module) > 0.6 * out.module + 0.75)
            return std::nullopt;
    }
    return out;
}

struct Rings {
    cv::Point2d middle;
    double module = 0;
    double angle = 0; ///< radians from the x axis to a side, 0 to a quarter turn
};

cv::Point2d direction(double angle) {
    return {std::cos(angle), std::sin(angle)};
}

/// Squares: in the direction of the corners they are wider than in that of the sides, by the secant of the angle.
std::optional<Rings> squares_at(const cv::Mat& ink, cv::Point2d middle, double module) {
    for (const cv::Point2d along : {cv::Point2d(0, 1), {1, 0}, {0, 1}, {1, 0}}) {
        const auto cross = crossing(ink, middle, along, module);
        if (!cross) return std::nullopt;
        middle += along * cross->shift;
        module = cross->module;
    }
    constexpr int directions = 36;
    std::array<double, directions> seen{};
    int missing = 0;
    for (int i = 0; i < directions; ++i) {
        const auto cross = crossing(ink, middle, direction(i * std::numbers::pi / directions), 1.5 * module);
        missing += !cross;
        seen[static_cast<std::size_t>(i)] = cross ? cross->module : 0;
    }
    if (missing > directions / 4) return std::nullopt;
    Rings best;
    double least = 1e9;
    constexpr int angles = 90;
    for (int a = 0; a < angles; ++a) {
        const double angle = a * std::numbers::pi / 2 / angles;
        double sum = 0;
        std::array<double, directions> modules{};
        for (int i = 0; i < directions; ++i) {
            const double turn = i * std::numbers::pi / directions - angle;
            const double one =
                seen[static_cast<std::size_t>(i)] * std::max(std::abs(std::cos(turn)), std::abs(std::sin(turn)));
            modules[static_cast<std::size_t>(i)] = one;
            sum += one;
        }
        const double mean = sum / (directions - missing);
        double unlike = 0;
        for (const double one : modules)
            if (one > 0) unlike += std::abs(one - mean) / mean / (directions - missing);
        if (unlike >= least) continue;
        least = unlike;
        best = {middle, mean, angle};
    }
    constexpr double most_unlike = 0.07; // circles: 0.1
    if (least > most_unlike) return std::nullopt;
    return best;
}

bool module_dark(const cv::Mat& ink, const Rings& rings, int x, int y) {
    const cv::Point2d u = direction(rings.angle) * rings.module;
    return dark_at(ink, rings.middle + u * x + cv::Point2d(-u.y, u.x) * y);
}

/// The modules of the ring at this distance from the middle, clockwise from the top left corner.
std::vector<bool> ring(const cv::Mat& ink, const Rings& rings, int distance) {
    std::vector<bool> modules;
    const int r = distance;
    const auto add = [&](int x, int y) { modules.push_back(module_dark(ink, rings, x, y)); };
    for (int k = -r; k < r; ++k)
        add(k, -r);
    for (int k = -r; k < r; ++k)
        add(r, k);
    for (int k = -r; k < r; ++k)
        add(-k, r);
    for (int k = -r; k < r; ++k)
        add(-r, -k);
    return modules;
}

double share_dark(const std::vector<bool>& modules) {
    return static_cast<double>(std::count(modules.begin(), modules.end(), true)) / static_cast<double>(modules.size());
}

/// How many corners on, clockwise, the symbol begins, by three, two, one and no dark modules around the corners of the
/// ring beyond the bull's eye; nothing where they are not so.
std::optional<int> first_corner(const std::vector<bool>& marks) {
    const std::size_t side = marks.size() / 4;
    std::array<int, 4> dark{};
    for (std::size_t k = 0; k < 4; ++k) {
        const std::size_t at = k * side;
        dark[k] = marks[at] + marks[at + 1] + marks[(at + marks.size() - 1) % marks.size()];
    }
    for (int k = 0; k < 4; ++k) {
        bool right = true;
        for (int i = 0; i < 4; ++i)
            right = right && dark[static_cast<std::size_t>((k + i) % 4)] == 3 - i;
        if (right) return k;
    }
    return std::nullopt;
}

MatrixField field_of(const cv::Mat& ink, const Rings& rings) {
    const bool full = share_dark(ring(ink, rings, 5)) < 0.1 && share_dark(ring(ink, rings, 6)) > 0.9;
    const int marks = full ? 7 : 5;
    const int most = full ? 75 : 13;
    constexpr double blank = 0.12;
    int reach = marks;
    while (reach < most && (share_dark(ring(ink, rings, reach + 1)) > blank))
        ++reach;
    const std::optional<int> first = first_corner(ring(ink, rings, marks));
    MatrixField field;
    field.kind = MatrixKind::aztec;
    field.module = rings.module;
    field.columns = field.rows = 2 * reach + 1;
    field.sure = first ? 1 : 0.5;
    const cv::Point2d u = direction(rings.angle) * (rings.module * (reach + 0.5));
    const cv::Point2d v(-u.y, u.x);
    const std::array<cv::Point2d, 4> around{rings.middle - u - v, rings.middle + u - v, rings.middle + u + v,
                                            rings.middle - u + v};
    for (std::size_t k = 0; k < 4; ++k)
        field.corners[k] = around[(k + static_cast<std::size_t>(first.value_or(0))) % 4];
    return field;
}

} // namespace

std::vector<MatrixField> locate_aztec(const cv::Mat& ink) {
    std::vector<MatrixField> fields;
    std::vector<int> starts;
    for (int y = 0; y < ink.rows; y += 2) { // the middle module is two pixels high at least
        run_starts(ink, y, starts);
        for (std::size_t i = 1; i + 9 < starts.size(); i += 2) {
            std::array<int, 9> runs{};
            for (std::size_t k = 0; k < runs.size(); ++k)
                runs[k] = starts[i + k + 1] - starts[i + k];
            if (!crosses_rings(runs.data())) continue;
            const cv::Point2d middle((starts[i + 4] + starts[i + 5]) / 2.0, y + 0.5);
            const double module = (starts[i + 8] - starts[i + 1]) / 7.0;
            if (!rings_upright(ink, {static_cast<int>(middle.x), y}, module)) continue;
            const auto rings = squares_at(ink, middle, module);
            if (!rings) continue;
            const MatrixField field = field_of(ink, *rings);
            const auto same = [&](const MatrixField& f) { return overlap(f, field); };
            const auto known = std::find_if(fields.begin(), fields.end(), same);
            if (known == fields.end())
                fields.push_back(field);
            else if (known->sure < field.sure)
                *known = field;
        }
    }
    return fields;
}

} // namespace broadsheet::codes
