// SPDX-License-Identifier: Apache-2.0
/// What a file says, in a few strings that a test can compare.
#pragma once

#include "formats/formats.h"
#include "page/error.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

namespace broadsheet::test {

inline Page one_page(const std::string& file) {
    std::vector<Page> pages = pages_from(file);
    if (pages.size() != 1) throw std::runtime_error("has " + std::to_string(pages.size()) + " pages");
    return pages.front();
}

inline std::string text_of(const std::string& file) {
    return to_text(pages_from(file));
}

/// Empty: the file is read.
inline std::string error_of(const std::string& file) {
    try {
        pages_from(file);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

inline std::string written(const Box& b) {
    return std::to_string(b.left) + ' ' + std::to_string(b.top) + ' ' + std::to_string(b.right) + ' ' +
           std::to_string(b.bottom);
}

/// "heading 10 20 300 60", in reading order.
inline std::vector<std::string> blocks_of(const Page& page) {
    std::vector<std::string> blocks;
    for (const int index : page.order) {
        const Block& block = page.blocks[static_cast<std::size_t>(index)];
        blocks.push_back(std::string(name(block.kind)) + ' ' + written(block.box));
    }
    return blocks;
}

/// All lines as the file has them.
inline std::vector<Line> lines_of(const Page& page) {
    std::vector<Line> lines;
    for (const Block& block : page.blocks)
        lines.insert(lines.end(), block.lines.begin(), block.lines.end());
    return lines;
}

inline std::vector<std::string> line_texts_of(const Page& page) {
    std::vector<std::string> texts;
    for (const Line& line : lines_of(page))
        texts.push_back(line_text(line));
    return texts;
}

/// "Haus 10 20 60 40", of all lines.
inline std::vector<std::string> words_of(const Page& page) {
    std::vector<std::string> words;
    for (const Line& line : lines_of(page))
        for (const Word& word : line.words)
            words.push_back(word.text + ' ' + written(word.box));
    return words;
}

} // namespace broadsheet::test
