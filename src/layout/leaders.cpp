// SPDX-License-Identifier: Apache-2.0
#include "layout/leaders.h"

#include "layout/box_index.h"
#include "page/median.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

namespace {

constexpr double kDot = 0.32;     // text heights, at most
constexpr double kLevel = 0.12;   // text heights by which dots of one row differ
constexpr double kFarthest = 1.6; // text heights from dot to dot
constexpr int kFewest = 5;        // an ellipsis has three or four
constexpr double kEven = 0.35;    // of the usual distance

bool is_dot(const Box& b, double t) {
    const int longer = std::max(b.width(), b.height()), shorter = std::min(b.width(), b.height());
    return longer <= kDot * t && longer <= 2 * shorter + 1;
}

/// Dots from the left: one distance from each to the next.
bool is_even(const std::vector<Box>& dots) {
    std::vector<int> steps;
    for (size_t i = 1; i < dots.size(); ++i)
        steps.push_back(dots[i].center().x - dots[i - 1].center().x);
    const int usual = median(steps);
    const auto off = [&](int step) { return std::abs(step - usual) > kEven * usual + 1; };
    return std::count_if(steps.begin(), steps.end(), off) * 5 <= std::ssize(steps);
}

} // namespace

std::vector<Leader> find_leaders(const std::vector<Component>& components, double text_height) {
    std::vector<Box> dots;
    for (const Component& c : components)
        if (is_dot(c.box, text_height)) dots.push_back(c.box);
    const BoxIndex index(dots, static_cast<int>(2 * text_height));
    Groups groups(static_cast<int>(dots.size()));
    for (int i = 0; i < static_cast<int>(dots.size()); ++i) {
        const Box& a = dots[i];
        int next = -1; // the nearest to the right
        for (const int j :
             index.touching({a.right, a.top, a.right + static_cast<int>(kFarthest * text_height), a.bottom}))
            if (dots[j].left >= a.right && std::abs(dots[j].center().y - a.center().y) <= kLevel * text_height + 1 &&
                (next < 0 || dots[j].left < dots[next].left))
                next = j;
        if (next >= 0) groups.join(i, next);
    }
    std::vector<Leader> leaders;
    for (const auto& set : groups.sets()) {
        if (static_cast<int>(set.size()) < kFewest) continue;
        std::vector<Box> row;
        Leader leader{{}, static_cast<int>(set.size())};
        for (const int i : set) {
            row.push_back(dots[i]);
            leader.box = united(leader.box, dots[i]);
        }
        std::sort(row.begin(), row.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
        if (is_even(row)) leaders.push_back(leader);
    }
    return leaders;
}

} // namespace broadsheet
