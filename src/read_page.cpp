// SPDX-License-Identifier: Apache-2.0
#include "read_page.h"

#include "codes/codes.h"
#include "order/order.h"

#include <sstream>

namespace broadsheet {

namespace {

/// Puts the corrected text into the line, a word for each of its groups; what the engine read stays in the words.
void set_text(Line& line, const std::string& text) {
    const std::string read = line_text(line);
    std::vector<Word> words;
    std::istringstream groups(text);
    for (std::string group; groups >> group;) {
        Word word = words.size() < line.words.size() ? line.words[words.size()] : Word{};
        word.text = group;
        word.blank_before = !words.empty();
        if (word.box.empty()) word.box = line.box;
        words.push_back(word);
    }
    if (words.size() != line.words.size() && !words.empty()) {
        for (Word& word : words)
            word.read.clear();
        words.front().read = read;
    }
    line.words = words;
}

/// The line printed under a code says what the code says.
Page with_printed_codes(Page page) {
    for (Code& code : page.codes) {
        if (code.printed_box.empty()) continue;
        for (Block& block : page.blocks) {
            if (block.kind != BlockKind::code || block.lines.size() != 1 || block.box != code.printed_box) continue;
            Line& line = block.lines.front();
            const std::string read = line_text(line);
            code = with_printed_line(std::move(code), read);
            if (code.printed != read) set_text(line, code.printed);
        }
    }
    return page;
}

} // namespace

Page read_page(const Image& image, EnginePool& engines, const ReadOptions& options) {
    const Sheet sheet = prepare(image, options.prepare);
    Page page;
    page.width = image.pixels.cols;
    page.height = image.pixels.rows;
    page.dpi = sheet.dpi;
    page.frame = sheet.frame;
    page.text_height = sheet.text_height;

    page.codes = find_codes(sheet, options.codes);
    // Not before: a process forked while other threads hold locks may wait for them for ever.
    std::future<void> engines_ready = engines.load(options.recognize);
    const auto words_ready =
        std::async(std::launch::async, load_dictionaries, options.repair, options.recognize.languages);
    page = find_layout(std::move(page), sheet, options.layout);
    page = find_order(std::move(page));
    engines_ready.get();
    page = engines.recognize(std::move(page), sheet, options.recognize);
    page = with_printed_codes(std::move(page));
    page = repair(std::move(page), options.repair);
    return mapped_to_scan(std::move(page));
}

} // namespace broadsheet
