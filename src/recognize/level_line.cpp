// SPDX-License-Identifier: Apache-2.0
#include "recognize/level_line.h"

#include "recognize/symbols.h"
#include "text/characters.h"

#include <algorithm>
#include <opencv2/core.hpp>

namespace broadsheet {

namespace {

/// By a quarter turn clockwise, within the area.
Box turned(const Box& b, const Box& area) {
    return {area.bottom - b.bottom, b.left - area.left, area.bottom - b.top, b.right - area.left};
}

Box back(const Box& b, const Box& area) {
    return {area.left + b.top, area.bottom - b.right, area.left + b.bottom, area.bottom - b.left};
}

cv::Mat turned(const cv::Mat& pixels, const Box& area) {
    cv::Mat out;
    cv::rotate(pixels(cv::Rect(area.left, area.top, area.width(), area.height())), out, cv::ROTATE_90_CLOCKWISE);
    return out;
}

bool is_narrow(char32_t c) {
    return text::is_word_character(c) && !text::is_wide(c);
}

bool has_narrow(const Word& word) {
    return std::ranges::any_of(text::code_points(word.text), is_narrow);
}

std::string mirrored(const std::string& text) {
    std::u32string out = text::code_points(text);
    std::ranges::transform(out, out.begin(), text::mirrored);
    return text::utf8(out);
}

using Words = std::vector<Word>::iterator;

/// The words the other way round; a blank stands between the same two as before.
void turn_round(Words first, Words last) {
    std::reverse(first, last);
    for (Words word = first; word != last; ++word) { // the blank before the first goes round to it
        std::swap(first->blank_before, word->blank_before);
        std::swap(first->blank_read, word->blank_read);
    }
}

/// Words of wide characters, read from the left. Those of other letters, and figures, do follow from the left; what
/// opens a bracket looks as if it closed one.
void from_the_right(std::vector<Word>& words) {
    turn_round(words.begin(), words.end());
    for (Word& word : words)
        if (!has_narrow(word)) {
            word.text = mirrored(word.text);
            word.read = mirrored(word.read);
        }
    for (auto run = words.begin(); run != words.end();) {
        run = std::find_if(run, words.end(), has_narrow);
        const auto end = std::find_if_not(run, words.end(), has_narrow);
        turn_round(run, end);
        run = end;
    }
}

} // namespace

LevelLine level_line(const Page& page, const Sheet& sheet, const LineRef& at) {
    const Line& line = line_at(page, at);
    LevelLine out;
    out.area =
        intersected(grown(line.box, line.text_height, line.text_height), {0, 0, sheet.gray.cols, sheet.gray.rows});
    out.sheet.gray = turned(sheet.gray, out.area);
    out.sheet.ink = turned(sheet.ink, out.area);
    out.sheet.text_height = sheet.text_height;
    out.sheet.specks = sheet.specks;
    out.page.text_height = page.text_height;
    Line level;
    level.box = turned(line.box, out.area);
    level.text_height = line.text_height;
    level.baseline = {{level.box.left, level.box.bottom}, {level.box.right, level.box.bottom}};
    Block own;
    own.box = level.box;
    own.lines = {level};
    out.page.blocks.push_back(own);
    const auto add = [&](const Box& box) {
        Block beside;
        beside.box = turned(intersected(box, out.area), out.area);
        if (!intersected(box, out.area).empty()) out.page.blocks.push_back(beside);
    };
    for (int b = 0; b < static_cast<int>(page.blocks.size()); ++b) {
        const Block& block = page.blocks[b];
        if (block.lines.empty() && !contains(block.box, line.box)) add(block.box);
        for (int l = 0; l < static_cast<int>(block.lines.size()); ++l)
            if (LineRef{b, l} != at) add(block.lines[l].box);
    }
    return out;
}

std::vector<Word> turned_back(std::vector<Word> words, const LevelLine& line) {
    std::ptrdiff_t wide = 0, narrow = 0; // characters
    for (Word& word : words) {
        word.box = back(word.box, line.area);
        for (const char32_t c : text::code_points(word.text))
            wide += text::is_wide(c) && text::is_word_character(c), narrow += is_narrow(c);
    }
    if (wide < narrow) return words;
    from_the_right(words);
    return words;
}

} // namespace broadsheet
