// SPDX-License-Identifier: Apache-2.0
#include "order/rows.h"

#include <algorithm>

namespace broadsheet {

namespace {

/// A heading with nothing beside it.
bool stands_alone(const Page& page, const Block& heading) {
    return std::none_of(page.blocks.begin(), page.blocks.end(), [&](const Block& block) {
        return &block != &heading && flows(block.kind) &&
               std::any_of(block.lines.begin(), block.lines.end(), [&](const Line& line) {
                   return overlap_y(line.box, heading.box) * 2 > std::min(line.box.height(), heading.box.height());
               });
    });
}

/// Lines of a level: the middle of each lies within the highest of them.
std::vector<std::vector<Line>> rows_of(std::vector<Line> lines) {
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line& a, const Line& b) { return a.box.center().y < b.box.center().y; });
    std::vector<std::vector<Line>> rows;
    for (Line& line : lines) {
        if (rows.empty() || line.box.center().y >= rows.back().front().box.bottom) rows.emplace_back();
        rows.back().push_back(std::move(line));
    }
    for (std::vector<Line>& row : rows)
        std::stable_sort(row.begin(), row.end(), [](const Line& a, const Line& b) { return a.box.left < b.box.left; });
    return rows;
}

} // namespace

bool flows(BlockKind kind) {
    return kind == BlockKind::paragraph || kind == BlockKind::heading || kind == BlockKind::masthead ||
           kind == BlockKind::kicker || kind == BlockKind::byline || kind == BlockKind::list ||
           kind == BlockKind::table;
}

std::vector<int> set_in_rows(Page& page) {
    std::vector<Block> blocks;
    std::vector<Line> lines;
    std::vector<int> sequence;
    for (const Block& block : page.blocks) {
        const bool heading = block.kind == BlockKind::heading && stands_alone(page, block);
        if (heading) sequence.push_back(static_cast<int>(blocks.size()));
        if (heading || !flows(block.kind) || block.lines.empty())
            blocks.push_back(block);
        else
            lines.insert(lines.end(), block.lines.begin(), block.lines.end());
    }
    const std::vector<int> headings = sequence;
    const auto headings_over = [&](const Box& row) {
        return std::count_if(headings.begin(), headings.end(), [&](int h) {
            return blocks[static_cast<std::size_t>(h)].box.center().y < row.center().y;
        });
    };
    std::ptrdiff_t over = -1; // headings over the table that was begun last
    for (std::vector<Line>& row : rows_of(std::move(lines))) {
        if (headings_over(row.front().box) != over) {
            over = headings_over(row.front().box);
            sequence.push_back(static_cast<int>(blocks.size()));
            blocks.push_back({BlockKind::table, {}, {}, -1, -1});
        }
        for (Line& line : row) {
            blocks.back().box = united(blocks.back().box, line.box);
            blocks.back().lines.push_back(std::move(line));
        }
    }
    page.blocks = std::move(blocks);
    page.articles.clear(); // they pointed into the blocks as they were
    std::stable_sort(sequence.begin(), sequence.end(), [&](int a, int b) {
        return page.blocks[static_cast<std::size_t>(a)].box.top < page.blocks[static_cast<std::size_t>(b)].box.top;
    });
    return sequence;
}

} // namespace broadsheet
