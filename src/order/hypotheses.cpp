// SPDX-License-Identifier: Apache-2.0
#include "order/hypotheses.h"

#include "order/items.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <tuple>

namespace broadsheet {

namespace {

bool before(const Item& a, const Item& b, const std::vector<Item>& items) {
    if (overlap_x(a.scope, b.scope) > 0) return a.box.center().y < b.box.center().y;
    if (a.box.center().x > b.box.center().x) return false;
    const int top = std::min(a.box.bottom, b.box.bottom), bottom = std::max(a.box.top, b.box.top);
    for (const Item& c : items)
        if (overlap_x(c.scope, a.box) > 0 && overlap_x(c.scope, b.box) > 0 && c.box.center().y > top &&
            c.box.center().y < bottom)
            return false;
    return true;
}

using Parts = std::vector<std::vector<Item>>;

/// The widest white between two neighbouring parts.
int widest_gap(const Parts& parts, bool columns) {
    int widest = 0;
    for (size_t i = 0; i + 1 < parts.size(); ++i) {
        const Box a = extent(parts[i]), b = extent(parts[i + 1]);
        widest = std::max(widest, columns ? b.left - a.right : b.top - a.bottom);
    }
    return widest;
}

using Step = std::pair<int, int>;

std::set<Step> steps_of(const std::vector<int>& order) {
    std::set<Step> steps;
    for (size_t i = 0; i + 1 < order.size(); ++i)
        steps.insert({order[i], order[i + 1]});
    return steps;
}

/// 1: text goes on here, or ends as it should; -1: it is broken; 0: nothing tells.
int verdict(const Page& page, const Step& step) {
    constexpr double same_type = 0.15, room = 1.5, indent = 0.7; // share; text heights
    const Block& a = page.blocks[static_cast<size_t>(step.first)];
    const Block& b = page.blocks[static_cast<size_t>(step.second)];
    if (a.lines.empty() || b.lines.empty()) return 0;
    if (heads(a.kind)) {
        const bool under = overlap_x(a.box, b.box) > 0 && b.box.center().y > a.box.center().y;
        return under ? 1 : -1;
    }
    if (a.lines.size() < 2) return 0; // nothing to tell how wide its lines are
    const Line& last = a.lines.back();
    const Line& first = b.lines.front();
    const bool full = a.box.right - last.box.right < room * last.text_height;
    if (heads(b.kind)) return full ? -1 : 1;
    if (std::abs(last.text_height - first.text_height) > same_type * last.text_height) return full ? -1 : 0;
    if (b.lines.size() < 2) return 0;
    const bool indented = first.box.left - b.box.left > indent * first.text_height;
    return full == indented ? -1 : 1;
}

double mean_verdict(const Page& page, const std::vector<Step>& steps) {
    int sum = 0;
    for (const Step& step : steps)
        sum += verdict(page, step);
    return steps.empty() ? 0 : static_cast<double>(sum) / static_cast<double>(steps.size());
}

} // namespace

std::vector<size_t> partial_order(const std::vector<Item>& items) {
    const size_t n = items.size();
    std::vector<std::vector<size_t>> later(n); // items that item i comes before
    std::vector<int> earlier(n, 0);
    for (size_t i = 0; i < n; ++i)
        for (size_t j = 0; j < n; ++j)
            if (i != j && before(items[i], items[j], items)) later[i].push_back(j), ++earlier[j];
    std::vector<char> done(n, 0);
    std::vector<size_t> order;
    const auto key = [&](size_t i) { return std::tuple(earlier[i], items[i].box.top, items[i].box.left); };
    for (size_t k = 0; k < n; ++k) {
        size_t next = n;
        for (size_t i = 0; i < n; ++i)
            if (!done[i] && (next == n || key(i) < key(next))) next = i;
        done[next] = 1;
        for (const size_t j : later[next])
            --earlier[j];
        order.push_back(next);
    }
    return order;
}

std::vector<int> xy_cut(std::vector<Item> items, const Grid& grid) {
    const Parts columns = columns_of(items, grid), bands = bands_of(items, grid);
    const Parts& parts = widest_gap(columns, true) > widest_gap(bands, false) ? columns : bands;
    std::vector<int> order;
    if (parts.size() <= 1) {
        std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
            return std::tuple(a.box.top, a.box.left) < std::tuple(b.box.top, b.box.left);
        });
        for (const Item& item : items)
            order.push_back(item.block);
        return order;
    }
    for (const std::vector<Item>& part : parts) {
        const std::vector<int> more = xy_cut(part, grid);
        order.insert(order.end(), more.begin(), more.end());
    }
    return order;
}

double margin(const Page& page, const std::vector<int>& order, const std::vector<int>& other) {
    const std::set<Step> steps = steps_of(order), others = steps_of(other);
    std::vector<Step> own, theirs; // that only one of them takes
    std::set_difference(steps.begin(), steps.end(), others.begin(), others.end(), std::back_inserter(own));
    std::set_difference(others.begin(), others.end(), steps.begin(), steps.end(), std::back_inserter(theirs));
    if (own.empty()) return 1;
    const double share = static_cast<double>(own.size()) / static_cast<double>(steps.size());
    const double for_own = 0.5 + (mean_verdict(page, own) - mean_verdict(page, theirs)) / 4;
    return 1 - share * (1 - for_own);
}

} // namespace broadsheet
