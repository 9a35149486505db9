// SPDX-License-Identifier: Apache-2.0
#include "order/outer_sheet.h"

#include "order/cuts.h"
#include "order/level_headings.h"
#include "order/order.h"
#include "order/rows.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace broadsheet {

namespace {

bool has_masthead(const Page& page) {
    return std::any_of(page.blocks.begin(), page.blocks.end(),
                       [](const Block& block) { return block.kind == BlockKind::masthead; });
}

/// What is surely text, from the top.
std::vector<Box> lines_of_text(const Page& page) {
    std::vector<Box> lines;
    for (const Block& block : page.blocks)
        if (flows(block.kind) && block.lines.size() >= 3 && !is_across(block))
            for (const Line& line : block.lines)
                lines.push_back(line.box);
    std::sort(lines.begin(), lines.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    return lines;
}

/// From the edge of the one page to that of the other, near the middle of the sheet, whose top is the image's right:
/// between two rules over half the pages' depth and more, or in white that no line crosses.
std::optional<Span> fold_of(const Page& page) {
    constexpr double wide = 1.05, white = 3; // of the depth; text heights
    const std::vector<Box> lines = lines_of_text(page);
    Box print;
    for (const Box& line : lines)
        print = united(print, line);
    if (print.height() < wide * print.width()) return {};
    const int middle = print.center().y, reach = print.height() / 8;
    Span ruled{middle - reach, middle + reach};
    bool rule_before = false, rule_behind = false;
    for (const Block& block : page.blocks) {
        const int y = block.box.center().y;
        if (block.kind != BlockKind::rule || block.box.width() * 2 < print.width()) continue;
        if (y <= middle && y > ruled.from) ruled.from = y, rule_before = true;
        if (y > middle && y < ruled.to) ruled.to = y, rule_behind = true;
    }
    if (rule_before && rule_behind) return ruled;
    Span widest{0, 0};
    int foot = print.top;
    for (const Box& line : lines) {
        const bool near = std::abs((foot + line.top) / 2 - middle) < reach;
        if (near && line.top - foot > widest.to - widest.from) widest = {foot, line.top};
        foot = std::max(foot, line.bottom);
    }
    if (widest.to - widest.from < white * page.text_height) return {};
    return widest;
}

} // namespace

Page part_of(const Page& page, const std::vector<int>& blocks) {
    Page part = page;
    part.blocks.clear();
    for (const int i : blocks)
        part.blocks.push_back(page.blocks[i]);
    return part;
}

bool is_front_page_at_left(const Page& left, const Page& right) {
    return has_masthead(left) && !has_masthead(right);
}

std::vector<std::vector<int>> parts_of_outer_sheet(const Page& page) {
    constexpr std::size_t share = 4;                                    // of the text on each page, at least that part
    const bool runs_down = page.frame.m[3] > std::abs(page.frame.m[0]); // the image's top is the sheet's left
    if (!runs_down || !has_masthead(page)) return {};
    const std::optional<Span> fold = fold_of(page);
    if (!fold) return {};
    std::vector<int> left, over, right;
    for (int i = 0; i < static_cast<int>(page.blocks.size()); ++i) {
        const int y = page.blocks[i].box.center().y;
        (y < fold->from ? right : y > fold->to ? left : over).push_back(i);
    }
    const Page front = part_of(page, left), last = part_of(page, right);
    const std::size_t least = std::max<std::size_t>(1, lines_of_text(page).size() / share);
    if (!is_front_page_at_left(front, last) ||
        std::min(lines_of_text(front).size(), lines_of_text(last).size()) < least)
        return {};
    return {left, over, right};
}

} // namespace broadsheet
