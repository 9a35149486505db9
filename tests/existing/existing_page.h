// SPDX-License-Identifier: Apache-2.0
/// OCR as another program leaves it, from texts and places.
#pragma once

#include "page/page.h"

#include <cmath>
#include <sstream>
#include <string>
#include <vector>

namespace broadsheet::test {

constexpr int letter_width = 18, blank_width = 14, capital_height = 24, line_pitch = 44;

/// A line of words whose baseline begins at x, y and goes down by slope.
inline Line existing_line(int x, int y, const std::string& text, double slope = 0) {
    Line line;
    line.text_height = capital_height;
    std::istringstream words(text);
    int at = x;
    for (std::string one; words >> one;) {
        Word word;
        word.text = word.read = one;
        word.confidence = 0.95F;
        const int width = letter_width * static_cast<int>(one.size());
        const int foot = y + static_cast<int>(std::lround(slope * (at + width / 2 - x)));
        word.box = {at, foot - capital_height, at + width, foot};
        word.blank_before = word.blank_read = !line.words.empty();
        at += width + blank_width;
        line.box = united(line.box, word.box);
        line.words.push_back(word);
    }
    line.baseline = {{x, y}, {at, y + static_cast<int>(std::lround(slope * (at - x)))}};
    return line;
}

inline void add_block(Page& page, std::vector<Line> lines, BlockKind kind = BlockKind::paragraph) {
    Block block;
    block.kind = kind;
    block.lines = std::move(lines);
    for (const Line& line : block.lines)
        block.box = united(block.box, line.box);
    page.order.push_back(static_cast<int>(page.blocks.size()));
    page.blocks.push_back(block);
    page.width = std::max(page.width, block.box.right + 100);
    page.height = std::max(page.height, block.box.bottom + 100);
}

} // namespace broadsheet::test
