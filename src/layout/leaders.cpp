// SPDX-License-Identifier: Apache-2.0
#include "layout/leaders.h"

#include "layout/box_index.h"
#include "page/median.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

namespace {

constexpr double kDot = 0.32;     // text heights, at most ...
constexpr double kPixels = 6;     // ... or pixels, where small print is blurred
constexpr double kLevel = 0.12;   // text heights by which dots of one row differ
constexpr double kFarthest = 1.6; // text heights from dot to dot
constexpr size_t kEnough = 5;     // dots: an ellipsis has three or four ...
constexpr size_t kFew = 2;        // ... but these are a leader if they stand under those of others ...
constexpr int kAligned = 2;       // ... of so many rows ...
constexpr double kInStep = 0.15;  // ... off by no more of their step ...
constexpr double kOver = 30;      // ... and no further up or down; text heights
constexpr double kEven = 0.35;    // of the usual distance

bool is_dot(const Box& b, double t) {
    const int longer = std::max(b.width(), b.height()), shorter = std::min(b.width(), b.height());
    return longer <= std::max(kDot * t, kPixels) && longer <= 2 * shorter + 1;
}

struct Row {
    std::vector<Box> dots; ///< from the left
    Box box;
    int step = 0; ///< from most to the next, pixels
};

std::vector<int> steps_of(const std::vector<Box>& dots) {
    std::vector<int> steps;
    for (size_t i = 1; i < dots.size(); ++i)
        steps.push_back(dots[i].center().x - dots[i - 1].center().x);
    return steps;
}

/// One distance from each dot to the next.
bool is_even(const Row& row) {
    const std::vector<int> steps = steps_of(row.dots);
    const auto off = [&](int step) { return std::abs(step - row.step) > kEven * row.step + 1; };
    return std::count_if(steps.begin(), steps.end(), off) * 5 <= std::ssize(steps);
}

/// Do the dots stand where those of the other row do, or would if it were longer? Those of an ellipsis do not.
bool in_step(const Row& row, const Row& other) {
    const double length = other.dots.back().center().x - other.dots.front().center().x;
    const double step = length / std::round(length / other.step);
    return std::all_of(row.dots.begin(), row.dots.end(), [&](const Box& dot) {
        const Box& end = dot.left < other.box.center().x ? other.dots.front() : other.dots.back();
        const double steps = std::abs(dot.center().x - end.center().x) / step;
        return std::abs(steps - std::round(steps)) < kInStep;
    });
}

} // namespace

std::vector<Leader> find_leaders(const std::vector<Component>& components, double text_height) {
    std::vector<Box> dots, letters;
    for (const Component& c : components)
        (is_dot(c.box, text_height) ? dots : letters).push_back(c.box);
    const BoxIndex index(dots, static_cast<int>(2 * text_height));
    const BoxIndex letter_index(letters, static_cast<int>(2 * text_height));
    const auto letter_between = [&](const Box& a, const Box& b) { // the figure that dots lead to, and its comma
        return !letter_index.touching({a.right, a.top - static_cast<int>(0.5 * text_height), b.left, a.bottom}).empty();
    };
    Groups groups(static_cast<int>(dots.size()));
    for (int i = 0; i < static_cast<int>(dots.size()); ++i) {
        const Box& a = dots[i];
        int next = -1; // the nearest to the right
        for (const int j :
             index.touching({a.right, a.top, a.right + static_cast<int>(kFarthest * text_height), a.bottom}))
            if (dots[j].left >= a.right && std::abs(dots[j].center().y - a.center().y) <= kLevel * text_height + 1 &&
                (next < 0 || dots[j].left < dots[next].left))
                next = j;
        if (next >= 0 && !letter_between(a, dots[next])) groups.join(i, next);
    }
    std::vector<Row> rows, few;
    for (const auto& set : groups.sets()) {
        Row row;
        for (const int i : set) {
            row.dots.push_back(dots[i]);
            row.box = united(row.box, dots[i]);
        }
        std::sort(row.dots.begin(), row.dots.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
        row.step = median(steps_of(row.dots));
        if (row.dots.size() < kFew || !is_even(row)) continue;
        (row.dots.size() < kEnough ? few : rows).push_back(row);
    }
    std::erase_if(few, [&](const Row& row) {
        const auto aligned = std::count_if(rows.begin(), rows.end(), [&](const Row& other) {
            return std::abs(row.box.center().y - other.box.center().y) < kOver * text_height && in_step(row, other);
        });
        return aligned < kAligned;
    });
    rows.insert(rows.end(), few.begin(), few.end());
    std::vector<Leader> leaders;
    for (const Row& row : rows)
        leaders.push_back({row.box, static_cast<int>(row.dots.size())});
    return leaders;
}

} // namespace broadsheet
