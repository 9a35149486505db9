// SPDX-License-Identifier: Apache-2.0
/// Pages drawn as text: a line of the drawing is a line of print, leading blanks are its indent. A cell is 10 pixels
/// wide (a Han character takes two), lines stand 30 pixels apart; one em is 24 pixels in Latin text and 20 in Han.
#pragma once

#include "page/page.h"
#include "text/characters.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

constexpr int cell = 10;
constexpr int line_pitch = 30;

/// One line; every run between blanks is a word, and every wide character.
inline Line drawn_line(std::string_view text, Point at = {}) {
    Line line;
    int x = at.x;
    int first = -1;
    bool blank = false;
    bool has_wide = false;
    bool glue = false; // the next narrow character belongs to the word before it
    for (const char32_t c : text::code_points(text)) {
        const bool wide = text::is_wide(c);
        const int width = wide ? 2 * cell : cell;
        const std::string letter = text::utf8(std::u32string(1, c));
        if (c == U' ') {
            blank = true;
            glue = false;
        } else if (glue && !wide) {
            line.words.back().text += letter;
            line.words.back().box.right = x + width;
        } else {
            const bool parted = blank && !line.words.empty();
            line.words.push_back({letter, "", {x, at.y, x + width, at.y + 24}, 0.9F, parted, parted});
            blank = false;
            glue = !wide;
        }
        if (c != U' ' && first < 0) first = x;
        has_wide = has_wide || wide;
        x += width;
    }
    for (Word& word : line.words)
        word.read = word.text;
    const int right = line.words.empty() ? x : line.words.back().box.right;
    line.box = {first < 0 ? at.x : first, at.y, right, at.y + 24};
    line.baseline = {{line.box.left, at.y + 20}, {line.box.right, at.y + 20}};
    line.text_height = has_wide ? 20 : 17;
    return line;
}

/// The drawing's lines; an empty one leaves a gap as high as a line.
inline Block drawn_block(BlockKind kind, Point at, std::string_view drawing, int article = 0) {
    Block block;
    block.kind = kind;
    block.article = article;
    while (!drawing.empty()) {
        const std::size_t end = std::min(drawing.find('\n'), drawing.size());
        if (end > 0) block.lines.push_back(drawn_line(drawing.substr(0, end), at));
        drawing.remove_prefix(std::min(end + 1, drawing.size()));
        at.y += line_pitch;
    }
    for (const Line& line : block.lines)
        block.box = united(block.box, line.box);
    return block;
}

inline Block drawn_picture(Box box, int article = 0) {
    Block block;
    block.kind = BlockKind::picture;
    block.box = box;
    block.article = article;
    return block;
}

/// The blocks in reading order.
inline Page drawn_page(std::string language, std::vector<Block> blocks) {
    Page page;
    page.language = std::move(language);
    page.blocks = std::move(blocks);
    for (int i = 0; i < static_cast<int>(page.blocks.size()); ++i)
        page.order.push_back(i);
    return page;
}

/// The texts of all paragraphs, those of other kinds with the kind before them: "heading: Title".
inline std::vector<std::string> texts(const Page& page) {
    std::vector<std::string> out;
    for (const Article& article : page.articles)
        for (const Paragraph& paragraph : article.paragraphs)
            out.push_back(paragraph.kind == BlockKind::paragraph
                              ? paragraph.text
                              : std::string(name(paragraph.kind)) + ": " + paragraph.text);
    return out;
}

} // namespace broadsheet
