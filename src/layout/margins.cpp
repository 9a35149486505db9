// SPDX-License-Identifier: Apache-2.0
#include "layout/channels.h"
#include "layout/text_lines.h"
#include "page/median.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

namespace {

constexpr double kDense = 0.06;  // of the fullest place's print: less is no column
constexpr double kBeside = 1.5;  // text heights beside the columns that still belong to them: hanging quotes, numbers
constexpr double kSpeck = 0.3;   // text heights: dots of leaders and commas are not counted
constexpr double kMostly = 0.7;  // of a strip's marks stand in the columns' rows, and so belong to the page
constexpr double kLevel = 0.2;   // text heights
constexpr double kThin = 0.33;   // text heights: of numbers, labels, initials some are wider, of a fold's edge none
constexpr double kHighest = 2.5; // text heights: of an index's letter

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

bool is_letter_high(const Segment& s, double t) {
    return s.height >= 0.6 * t && s.height <= 1.5 * t;
}

/// Letters (a page number, a label, an initial of a verse) on the baseline of a row of print.
bool stands_in_row(const Segment& s, const BoxIndex& index, const std::vector<Box>& rows, int sheet_width, double t) {
    if (!is_letter_high(s, t)) return false;
    std::vector<int> bottoms;
    for (const Box& cell : s.cells)
        bottoms.push_back(cell.bottom);
    const int foot = median(bottoms);
    const std::vector<int> touched = index.touching({0, s.box.top, sheet_width, s.box.bottom});
    return std::any_of(touched.begin(), touched.end(), [&](int i) {
        const Box& row = rows[static_cast<size_t>(i)];
        // A row's box ends at its baseline or at its descenders.
        return foot < row.bottom + kLevel * t && foot > row.bottom - (0.35 + kLevel) * t;
    });
}

/// The strips of the margins in which something stands, white between each two.
std::vector<Span> strips_of(const std::vector<Component>& components, Span columns, int beside, double t) {
    std::vector<Span> marks;
    for (const Component& c : components)
        if (c.box.height() > kSpeck * t && (c.box.right <= columns.from - beside || c.box.left >= columns.to + beside))
            marks.push_back({c.box.left, c.box.right});
    std::sort(marks.begin(), marks.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
    std::vector<Span> strips;
    for (const Span& mark : marks) {
        const bool other_side = !strips.empty() && strips.back().to <= columns.from && mark.from >= columns.to;
        if (strips.empty() || other_side || mark.from - strips.back().to > t)
            strips.push_back(mark);
        else
            strips.back().to = std::max(strips.back().to, mark.to);
    }
    return strips;
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
    std::vector<char> kept(components.size(), 0);
    const auto keep = [&](const Segment& s) {
        for (const int i : s.parts)
            kept[static_cast<size_t>(i)] = 1;
    };
    const auto side_of = [&](const Box& b) { // -1 left of the columns, 1 right
        return b.right <= columns.from - beside ? -1 : b.left >= columns.to + beside ? 1 : 0;
    };
    std::vector<Box> rows;
    for (const Segment& s : segments) {
        const bool print = is_print(s.cells), in_columns = side_of(s.box) == 0;
        const bool figures = in_columns && s.cells.size() > 1 && is_letter_high(s, text_height);
        if (print || figures) rows.push_back(s.box);
        if (print || in_columns) keep(s); // also where an end sticks out
    }
    const BoxIndex index(rows, static_cast<int>(4 * text_height));
    Span page = columns; // with the strips that are kept
    for (const Span& strip : strips_of(components, columns, beside, text_height)) {
        const auto within = [&](const Box& b) {
            return side_of(b) != 0 && b.left <= strip.to && b.right >= strip.from;
        };
        std::vector<const Segment*> level;
        long marks = 0, letters = 0; // components
        for (size_t i = 0; i < components.size(); ++i)
            marks += within(components[i].box) && !kept[i] && components[i].box.height() > kSpeck * text_height;
        for (const Segment& s : segments) {
            if (!within(s.box) || !stands_in_row(s, index, rows, sheet_width, text_height)) continue;
            level.push_back(&s);
            letters +=
                std::count_if(s.parts.begin(), s.parts.end(), [&](int i) { return !kept[static_cast<size_t>(i)]; });
        }
        std::vector<int> widths;
        for (const Segment* s : level)
            for (const Box& cell : s->cells)
                widths.push_back(cell.width());
        const bool thin = median(widths) < kThin * text_height;
        if (thin || static_cast<double>(letters) < kMostly * static_cast<double>(marks)) continue;
        Box column; // with what stands beside rows too short to tell
        for (const Segment* s : level)
            column = united(column, s->box);
        for (const Segment& s : segments)
            if (within(s.box) && is_letter_high(s, text_height) && overlap_x(s.box, column) > 0) keep(s);
        page = {std::min(page.from, column.left), std::max(page.to, column.right)};
    }
    for (const Segment& s : segments) // between an index's words and numbers
        if (is_index_letter(s, text_height) && s.height < kHighest * text_height && s.box.left > page.from &&
            s.box.right < page.to)
            keep(s);
    size_t i = 0;
    std::erase_if(components, [&](const Component& c) { return !kept[i++] && side_of(c.box) != 0; });
}

} // namespace broadsheet
