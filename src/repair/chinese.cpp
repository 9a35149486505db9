// SPDX-License-Identifier: Apache-2.0
#include "repair/chinese.h"

#include "text/characters.h"
#include "text/han.h"

#include <algorithm>

namespace broadsheet::mend {

bool is_traditional(const Page& page) {
    const auto has = [&](const char* language) { return page.language.find(language) != std::string::npos; };
    if (!has("chi_sim")) return has("chi_tra");
    std::u32string all;
    for (const Block& block : page.blocks)
        for (const Line& line : block.lines)
            all += text::code_points(line_text(line));
    return text::is_written_traditionally(all);
}

void write_traditionally(Line& line) {
    for (Word& word : line.words) {
        std::u32string text = text::code_points(word.text);
        std::ranges::transform(text, text.begin(), text::traditional);
        word.text = text::utf8(text);
    }
}

} // namespace broadsheet::mend
