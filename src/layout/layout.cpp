// SPDX-License-Identifier: Apache-2.0
#include "layout/layout.h"

#include "layout/blocks.h"
#include "layout/box_index.h"
#include "layout/initials.h"
#include "layout/leaders.h"
#include "layout/level_rows.h"
#include "layout/masthead.h"
#include "layout/sideways.h"
#include "page/median.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

cv::Rect clipped(const Box& b, const cv::Mat& m) {
    return cv::Rect(b.left, b.top, b.width(), b.height()) & cv::Rect(0, 0, m.cols, m.rows);
}

void erase(cv::Mat& ink, const Box& box) {
    ink(clipped(box, ink)).setTo(0);
}

/// But for blobs that cannot be letters: of unlikely size, or large and of thin lines, as circles and curves.
std::vector<Component> text_components(const cv::Mat& ink, double text_height) {
    constexpr double large = 4, thin = 0.06; // text heights; of its box
    std::vector<Component> components = find_components(ink);
    std::erase_if(components, [&](const Component& c) {
        const double w = c.box.width() / text_height, h = c.box.height() / text_height;
        const bool drawn = std::min(w, h) > large && c.area < thin * static_cast<double>(c.box.area());
        return std::max(w, h) < 0.1 || h > 20 || w > 30 || drawn;
    });
    return components;
}

Line to_line(const TextLine& text) {
    Line line;
    line.box = text.box;
    line.baseline = text.baseline;
    line.text_height = text.height;
    line.initial = text.initial;
    line.leaders = text.leaders;
    return line;
}

/// The height of tall letters that half of the text, by its width, does not exceed.
double middle_height(const std::vector<Segment>& segments) {
    std::vector<std::pair<int, long long>> heights;
    for (const Segment& s : segments)
        heights.emplace_back(s.height, s.box.width());
    return weighted_median(heights);
}

/// Three of one height, as figures are.
bool are_figures(const std::vector<Box>& cells) {
    const auto [low, high] = std::minmax_element(cells.begin(), cells.end(),
                                                 [](const Box& a, const Box& b) { return a.height() < b.height(); });
    return cells.size() == 3 && high->height() * 5 <= low->height() * 6;
}

/// Stains, grain and photographs make marks, but few rows of marks of one height, or columns of short ones, as figures.
bool is_text(const std::vector<Segment>& rows, double text_height) {
    constexpr size_t kFew = 12;                     // cells: a page number or a short title is not judged
    constexpr size_t kMany = 300;                   // cells: by chance some of fewer are even
    constexpr double kSmallest = 8, kLargest = 400; // pixels: no more can be read, no more is body text at 300 dpi
    if (text_height < kSmallest || text_height > kLargest) return false;
    size_t all = 0, even = 0;
    const std::vector<char> stacked = stacked_print(rows, text_height);
    for (size_t i = 0; i < rows.size(); ++i) {
        const std::vector<Box>& cells = rows[i].cells;
        all += cells.size();
        if (is_print(cells) || (stacked[i] && are_figures(cells))) even += cells.size();
    }
    if (all < kFew) return true;
    return all < kMany ? even * 2 >= all : even * 4 >= all;
}

/// What is in no segment, and no dot of a leader.
std::vector<Box> marks_of(const std::vector<Component>& components, const std::vector<Segment>& segments,
                          const std::vector<Leader>& leaders) {
    std::vector<char> used(components.size(), 0);
    for (const Segment& segment : segments)
        for (const int i : segment.parts)
            used[i] = 1;
    std::vector<Box> marks;
    for (size_t i = 0; i < components.size(); ++i)
        if (!used[i] && std::none_of(leaders.begin(), leaders.end(),
                                     [&](const Leader& leader) { return contains(leader.box, components[i].box); }))
            marks.push_back(components[i].box);
    return marks;
}

/// Most of the lines are rows of cells.
bool is_table(const std::vector<int>& block, const std::vector<TextLine>& lines) {
    const auto rows = std::count_if(block.begin(), block.end(), [&](int i) { return lines[i].tabs > 0; });
    return rows >= 2 && rows * 10 >= std::ssize(block) * 6;
}

/// To the first of the lines beside each; where there is none it is a line of its own.
void give_initials(std::vector<TextLine>& lines, const std::vector<Box>& initials) {
    std::vector<TextLine> alone;
    for (const Box& initial : initials) {
        TextLine* first = nullptr;
        for (TextLine& line : lines) {
            const Point center = line.box.center();
            // A small letter begins under the tall ones of its line.
            if (center.y > initial.top - line.height / 2 && center.y < initial.bottom && center.x > initial.right &&
                line.box.left < initial.right + initial.height() && (!first || line.box.top < first->box.top))
                first = &line;
        }
        if (first) {
            first->initial = united(first->initial, initial);
            continue;
        }
        TextLine line;
        line.box = initial;
        line.height = line.x_height = initial.height();
        line.baseline = {{initial.left, initial.bottom}, {initial.right, initial.bottom}};
        alone.push_back(line);
    }
    lines.insert(lines.end(), alone.begin(), alone.end());
}

/// To the lines of text in whose white they stand: in a headline and between letters they are specks. The last dot may
/// stand under the first figure's edge.
void give_leaders(std::vector<TextLine>& lines, const std::vector<Leader>& leaders, double text_height) {
    constexpr double kLeaderType = 1.6, kUnder = 0.12, kLower = 0.15; // text heights
    const int lower = static_cast<int>(kLower * text_height);
    const auto leads = [&](const TextLine& line, const Leader& leader) {
        return contains(grown(line.box, 0, lower), leader.box) && line.height < kLeaderType * text_height &&
               std::none_of(line.cells.begin(), line.cells.end(),
                            [&](const Box& cell) { return overlap_x(cell, leader.box) > kUnder * text_height; });
    };
    for (const Leader& leader : leaders) {
        const auto line = std::find_if(lines.begin(), lines.end(), [&](const TextLine& l) { return leads(l, leader); });
        if (line != lines.end()) line->leaders.push_back(leader);
    }
    for (TextLine& line : lines)
        std::sort(line.leaders.begin(), line.leaders.end(),
                  [](const Leader& x, const Leader& y) { return x.box.left < y.box.left; });
}

/// Pictures in slices as high as rows, so that the gutter beside them goes on; slices have no parts and give no text.
void add_slices(std::vector<Segment>& segments, const std::vector<Box>& pictures, double text_height) {
    const int height = static_cast<int>(1.5 * text_height);
    for (const Box& picture : pictures)
        for (int y = picture.top; y + height <= picture.bottom; y += height)
            segments.push_back({{picture.left, y, picture.right, y + height}, static_cast<int>(text_height), {}, {}});
}

Block without_lines(BlockKind kind, const Box& box) {
    Block block;
    block.kind = kind;
    block.box = box;
    return block;
}

/// Level rows among columns: as lines that run down the sheet, on which columns are level.
Block with_rows(const std::vector<Box>& rows) {
    constexpr std::size_t most = 3; // rows of a heading
    Block block;
    block.kind = rows.size() <= most ? BlockKind::heading : BlockKind::paragraph;
    for (const Box& row : rows) {
        Line line;
        line.box = row;
        line.vertical = true;
        line.text_height = row.width();
        line.baseline = {{row.right, row.bottom}, {row.right, row.top}};
        block.lines.push_back(line);
        block.box = united(block.box, row);
    }
    return block;
}

/// The line printed under the bars, as a block of its own.
void add_codes(Page& page) {
    for (const Code& code : page.codes) {
        page.blocks.push_back(without_lines(BlockKind::code, code.box));
        if (code.printed_box.empty()) continue;
        Line line;
        line.box = code.printed_box;
        line.text_height = line.box.height();
        line.baseline = {{line.box.left, line.box.bottom}, {line.box.right, line.box.bottom}};
        Block printed = without_lines(BlockKind::code, line.box);
        printed.lines = {line};
        page.blocks.push_back(printed);
    }
}

std::vector<Box> boxes_of(const std::vector<Gap>& gaps, bool Gap::*which) {
    std::vector<Box> boxes;
    for (const Gap& gap : gaps)
        if (gap.*which) boxes.push_back(gap.box);
    return boxes;
}

void draw(const LayoutOptions& options, const std::string& step, const cv::Mat& gray, const std::vector<Box>& boxes) {
    if (!options.trace) return;
    cv::Mat picture;
    cv::cvtColor(gray, picture, cv::COLOR_GRAY2BGR);
    for (const Box& b : boxes)
        cv::rectangle(picture, clipped(b, picture), {0, 0, 220}, 2);
    options.trace(step, picture);
}

} // namespace

Page find_layout(Page page, const Sheet& sheet, const LayoutOptions& options) {
    double t = sheet.text_height;
    if (t <= 0) return page;
    cv::Mat ink = sheet.ink.clone();
    for (const Code& code : page.codes) {
        // White lies around those without a printed line; on a bent page their edges leave the box.
        constexpr double edge = 0.04; // of a side
        const int rim =
            code.printed_box.empty() ? static_cast<int>(edge * std::min(code.box.width(), code.box.height())) : 0;
        erase(ink, grown(code.box, rim, rim));
        erase(ink, code.printed_box);
    }
    std::vector<Component> components = find_components(ink);
    const std::vector<Box> titles =
        sheet.quarter_turns == kColumnsLevel ? find_mastheads(components, t) : std::vector<Box>{};
    std::vector<Box> pictures = find_pictures(sheet.gray, ink, components, t);
    std::vector<Box> outlines = without_text(pictures, ink, components, t);
    const int rim = static_cast<int>(kRim * t);
    for (const Box& picture : outlines)
        erase(ink, grown(picture, rim, rim));
    const std::vector<Rule> rules = take_rules(ink, t);
    draw(options, "pictures", sheet.gray, outlines);
    draw(options, "rules", sheet.gray, boxes_of(rules));
    components = text_components(ink, t);
    std::vector<Segment> segments = find_segments(components, t);
    t = middle_height(segments); // the sheet's figure may be that of letters without ascenders
    if (t <= 0) return page;
    if (t != sheet.text_height) segments = find_segments(components, t);
    if (!is_text(rough_rows(segments, t), t)) return page;
    const std::vector<Box> ornaments = take_ornaments(components, ink, t);
    for (std::vector<Box>* some : {&pictures, &outlines})
        some->insert(some->end(), ornaments.begin(), ornaments.end());
    drop_rule_remains(components, rules, t);
    const std::vector<std::vector<Box>> level_rows =
        sheet.quarter_turns == kColumnsLevel ? take_level_rows(components, rules, t) : std::vector<std::vector<Box>>{};
    const std::vector<Box> initials = take_initials(components, t);
    components = split_touching(ink, components, t);
    const std::vector<Box> sideways = take_sideways(components, t);
    const std::vector<Leader> leaders = find_leaders(components, t);
    drop_margins(components, ink.cols, t);
    segments = find_segments(components, t);
    add_slices(segments, outlines, t);
    const std::vector<Box> marks = marks_of(components, segments, leaders);
    const std::vector<Gap> gaps = find_gaps(segments, rules, outlines, leaders, marks, t);
    std::vector<TextLine> lines = find_lines(ink, components, segments, gaps, rules, t);
    give_initials(lines, initials);
    give_leaders(lines, leaders, t);
    page.text_height = t;
    draw(options, "segments", sheet.gray, boxes_of(segments));
    draw(options, "gutters", sheet.gray, boxes_of(gaps, &Gap::gutter));
    draw(options, "cells", sheet.gray, boxes_of(gaps, &Gap::in_table));
    draw(options, "lines", sheet.gray, boxes_of(lines));

    std::vector<Type> types;
    for (const auto& [set, crosshead] : find_blocks(lines, rules, outlines, t)) {
        Block block;
        Type type;
        type.crosshead = crosshead;
        for (const int i : set) {
            block.lines.push_back(to_line(lines[i]));
            block.box = united(block.box, lines[i].box);
            type.stroke += lines[i].stroke / static_cast<double>(set.size());
            type.x_height += lines[i].x_height / static_cast<double>(set.size());
        }
        if (is_table(set, lines)) block.kind = BlockKind::table;
        page.blocks.push_back(block);
        types.push_back(type);
    }
    for (const Box& picture : pictures)
        page.blocks.push_back(without_lines(BlockKind::picture, picture));
    for (const Rule& rule : rules)
        page.blocks.push_back(without_lines(BlockKind::rule, rule.box));
    for (const Box& title : titles)
        page.blocks.push_back(without_lines(BlockKind::masthead, title));
    for (const Box& line : sideways)
        page.blocks.push_back(without_lines(BlockKind::noise, line));
    add_codes(page);
    name_kinds(page.blocks, types, t);
    for (const std::vector<Box>& rows : level_rows)
        page.blocks.push_back(with_rows(rows));
    // Headlines in frames are usual where lines run down.
    if (sheet.quarter_turns != kColumnsLevel) take_advertisements(page.blocks, t);
    return page;
}

} // namespace broadsheet
