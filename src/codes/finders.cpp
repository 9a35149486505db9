// SPDX-License-Identifier: Apache-2.0
#include "codes/finders.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace broadsheet::codes {
namespace {

struct Finder {
    cv::Point2d center;
    double module = 0;
    int seen = 1; ///< rows
};

/// Five neighbouring runs as 1:1:3:1:1.
bool is_finder(const int* runs) {
    const int total = runs[0] + runs[1] + runs[2] + runs[3] + runs[4];
    if (total < 14) return false;
    const double module = total / 7.0;
    const double slack = 0.5 * module;
    return std::abs(runs[0] - module) < slack && std::abs(runs[1] - module) < slack &&
           std::abs(runs[2] - 3 * module) < 3 * slack && std::abs(runs[3] - module) < slack &&
           std::abs(runs[4] - module) < slack && runs[2] > 1.6 * std::max({runs[0], runs[1], runs[3], runs[4]});
}

/// Through a dark middle along one axis: the whole width and its middle, if that is a finder pattern.
struct Cross {
    double middle = 0;
    int total = 0;
};
std::optional<Cross> cross_check(const cv::Mat& ink, cv::Point at, cv::Point step, int longest) {
    const auto dark = [&](cv::Point p) { return ink.at<uchar>(p) != 0; };
    const auto inside = [&](cv::Point p) { return p.x >= 0 && p.y >= 0 && p.x < ink.cols && p.y < ink.rows; };
    if (!inside(at) || !dark(at)) return std::nullopt;
    std::array<int, 5> runs{};
    for (const int side : {-1, 1}) {
        cv::Point p = at;
        if (side == 1) p += step;
        for (int k = 0; k < 3; ++k) {
            int& run = runs[static_cast<std::size_t>(2 + side * k)];
            while (inside(p) && dark(p) == (k != 1) && run <= longest) {
                ++run;
                p += side * step;
            }
        }
    }
    if (!is_finder(runs.data())) return std::nullopt;
    const int before = runs[0] + runs[1];
    const int after = runs[3] + runs[4];
    const int total = before + runs[2] + after;
    // The middle of the middle run: count back from at to its start.
    cv::Point start = at;
    while (inside(start - step) && dark(start - step))
        start -= step;
    const int origin = step.x != 0 ? start.x : start.y;
    return Cross{origin + runs[2] / 2.0, total};
}

void add_finder(std::vector<Finder>& finders, const Finder& finder) {
    for (Finder& f : finders) {
        if (cv::norm(f.center - finder.center) > 2 * f.module) continue;
        f.center = (f.center * f.seen + finder.center) / (f.seen + 1.0);
        f.module = (f.module * f.seen + finder.module) / (f.seen + 1);
        ++f.seen;
        return;
    }
    finders.push_back(finder);
}

void check_candidate(const cv::Mat& ink, int y, int middle, int total, std::vector<Finder>& finders) {
    const auto down = cross_check(ink, {middle, y}, {0, 1}, total);
    if (!down || std::abs(down->total - total) > 0.35 * total) return;
    const auto level = cross_check(ink, {middle, static_cast<int>(down->middle)}, {1, 0}, total);
    if (!level || std::abs(level->total - down->total) > 0.35 * total) return;
    add_finder(finders, {{level->middle, down->middle}, (level->total + down->total) / 14.0, 1});
}

std::vector<Finder> find_finders(const cv::Mat& ink) {
    std::vector<Finder> finders;
    std::vector<int> starts;
    for (int y = 1; y < ink.rows; y += 2) {
        run_starts(ink, y, starts);
        for (std::size_t i = 1; i + 5 < starts.size(); i += 2) {
            std::array<int, 5> runs{};
            for (std::size_t k = 0; k < 5; ++k)
                runs[k] = starts[i + k + 1] - starts[i + k];
            if (!is_finder(runs.data())) continue;
            check_candidate(ink, y, (starts[i + 2] + starts[i + 3]) / 2, starts[i + 5] - starts[i], finders);
        }
    }
    std::erase_if(finders, [](const Finder& f) { return f.seen < 2; });
    return finders;
}

/// Share of the timing modules as they must be, for a code of this dimension between these middles of finder patterns.
double timing_share(const cv::Mat& ink, cv::Point2d corner, cv::Point2d right, cv::Point2d below, int dimension) {
    const cv::Point2d u = (right - corner) / (dimension - 7);
    const cv::Point2d v = (below - corner) / (dimension - 7);
    int good = 0;
    int all = 0;
    for (int k = 8; k < dimension - 8; ++k) {
        const bool dark = k % 2 == 0;
        good += dark_at(ink, corner + u * (k - 3) + v * 3) == dark;
        good += dark_at(ink, corner + v * (k - 3) + u * 3) == dark;
        all += 2;
    }
    return static_cast<double>(good) / all;
}

/// The field whose corner pattern is a, if b and c stand at a right angle and equally far from it.
std::optional<MatrixField> matrix_at(const cv::Mat& ink, const Finder& a, const Finder& b, const Finder& c) {
    const cv::Point2d p = b.center - a.center;
    const cv::Point2d q = c.center - a.center;
    const double lp = cv::norm(p), lq = cv::norm(q);
    // Measured along the picture's rows and columns, which cross the modules of a turned code aslant.
    const double slant = std::max(std::abs(p.x), std::abs(p.y)) / lp;
    const double module = slant * (a.module + b.module + c.module) / 3;
    if (std::abs(lp - lq) > 0.2 * std::max(lp, lq) || std::abs(p.dot(q)) > 0.25 * lp * lq) return std::nullopt;
    const bool turned = p.cross(q) < 0; // b must be to the right of a, c below it
    const cv::Point2d right = turned ? c.center : b.center;
    const cv::Point2d below = turned ? b.center : c.center;
    const double about = (lp + lq) / 2 / module + 7;
    MatrixField field;
    const int spread = 4 + static_cast<int>(about / 12);
    for (int dimension = 21; dimension <= 177; dimension += 4) {
        if (std::abs(dimension - about) > spread) continue;
        const double timing = timing_share(ink, a.center, right, below, dimension);
        if (timing <= field.sure) continue;
        field.sure = timing;
        field.columns = field.rows = dimension;
    }
    if (field.columns == 0) return std::nullopt;
    const cv::Point2d u = (right - a.center) / (field.columns - 7);
    const cv::Point2d v = (below - a.center) / (field.columns - 7);
    field.module = (cv::norm(u) + cv::norm(v)) / 2;
    const double end = field.columns - 3.5;
    field.corners = {a.center - (u + v) * 3.5, a.center + u * end - v * 3.5, a.center + u * end + v * end,
                     a.center - u * 3.5 + v * end};
    return field;
}

} // namespace

std::vector<MatrixField> locate_matrices(const cv::Mat& ink) {
    const std::vector<Finder> finders = find_finders(ink);
    std::vector<MatrixField> all, best;
    for (const Finder& a : finders) {
        std::vector<const Finder*> near;
        for (const Finder& b : finders) {
            const double distance = cv::norm(a.center - b.center) / a.module;
            if (distance > 11 && distance < 190 && std::abs(a.module - b.module) < 0.3 * a.module) near.push_back(&b);
        }
        constexpr std::size_t most = 60; // text full of look-alikes must not cost its square
        if (near.size() > most) near.resize(most);
        for (std::size_t i = 0; i < near.size(); ++i) {
            for (std::size_t k = i + 1; k < near.size(); ++k) {
                const auto field = matrix_at(ink, a, *near[i], *near[k]);
                if (field && field->sure >= 0.6) all.push_back(*field);
            }
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.sure > b.sure; });
    for (const MatrixField& f : all) {
        const auto same = [&](const MatrixField& other) { return overlap(other, f); };
        if (std::none_of(best.begin(), best.end(), same)) best.push_back(f);
    }
    return best;
}

} // namespace broadsheet::codes
