// SPDX-License-Identifier: Apache-2.0
#include "layout/text_lines.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

namespace {

constexpr double kDense = 0.06; // of the fullest place's print: less is no column
constexpr double kBeside = 1.5; // text heights beside the columns that still belong to them: hanging quotes, numbers

struct Span {
    int from = 0;
    int to = 0;
};

/// Where columns of print stand, from the left end of the first to the right end of the last; how much print stands
/// over each other at every x is counted in text heights.
Span columns_span(const std::vector<Segment>& segments, int width) {
    std::vector<long> change(static_cast<size_t>(width) + 1, 0);
    for (const Segment& s : segments) {
        if (!is_print(s.cells)) continue;
        change[static_cast<size_t>(std::clamp(s.box.left, 0, width))] += s.height;
        change[static_cast<size_t>(std::clamp(s.box.right, 0, width))] -= s.height;
    }
    std::vector<long> print(static_cast<size_t>(width), 0);
    long sum = 0;
    for (size_t x = 0; x < print.size(); ++x)
        print[x] = sum += change[x];
    const long most = print.empty() ? 0 : *std::max_element(print.begin(), print.end());
    const auto dense = [&](long p) { return p > 0 && static_cast<double>(p) >= kDense * static_cast<double>(most); };
    const auto first = std::find_if(print.begin(), print.end(), dense);
    const auto last = std::find_if(print.rbegin(), print.rend(), dense);
    if (first == print.end()) return {0, width};
    return {static_cast<int>(first - print.begin()), static_cast<int>(print.rend() - last)};
}

} // namespace

bool is_print(const std::vector<Box>& cells) {
    if (cells.size() < 4) return false;
    std::vector<int> heights;
    for (const Box& cell : cells)
        heights.push_back(cell.height());
    std::sort(heights.begin(), heights.end());
    return heights[heights.size() * 8 / 10] <= 2 * heights[heights.size() * 2 / 10];
}

void drop_margins(std::vector<Component>& components, int sheet_width, double text_height) {
    const std::vector<Segment> segments = find_segments(components, text_height);
    const Span columns = columns_span(segments, sheet_width);
    const int beside = static_cast<int>(kBeside * text_height);
    std::vector<char> print(components.size(), 0);
    for (const Segment& s : segments)
        if (is_print(s.cells))
            for (const int i : s.parts)
                print[static_cast<size_t>(i)] = 1;
    std::vector<Component> kept;
    for (size_t i = 0; i < components.size(); ++i) {
        const Box& b = components[i].box;
        if (print[i] || (b.right > columns.from - beside && b.left < columns.to + beside))
            kept.push_back(components[i]);
    }
    components = std::move(kept);
}

} // namespace broadsheet
