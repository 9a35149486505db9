// SPDX-License-Identifier: Apache-2.0
#include "repair/repair.h"

namespace broadsheet {
namespace {

void undo(Line& line) {
    line.removed.clear();
    for (Word& word : line.words) {
        word.text = word.read;
        word.blank_before = word.blank_read;
    }
    // One reading may have been given several words: see Word::read.
    std::erase_if(line.words, [](const Word& word) { return word.text.empty(); });
}

} // namespace

Page as_read(Page page) {
    Article all;
    for (const int b : page.order) {
        Block& block = page.blocks[static_cast<std::size_t>(b)];
        Paragraph paragraph;
        paragraph.kind = block.kind;
        for (std::size_t i = 0; i < block.lines.size(); ++i) {
            undo(block.lines[i]);
            paragraph.text += (i > 0 ? "\n" : "") + line_text(block.lines[i]);
            paragraph.lines.push_back({b, static_cast<int>(i)});
        }
        if (!paragraph.lines.empty()) all.paragraphs.push_back(std::move(paragraph));
    }
    page.articles = {std::move(all)};
    return page;
}

} // namespace broadsheet
