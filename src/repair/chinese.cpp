// SPDX-License-Identifier: Apache-2.0
#include "repair/chinese.h"

#include "text/characters.h"
#include "text/han.h"

#include <algorithm>

namespace broadsheet::mend {

bool is_traditional(const Page& page) {
    const auto has = [&](const char* language) { return page.language.find(language) != std::string::npos; };
    if (!has("chi_sim")) return has("chi_tra");
    // Print of one kind has next to nothing of the other; what is read of it has half of each where it is traditional.
    constexpr int share = 4;
    int simplified = 0, traditional = 0;
    for (const Block& block : page.blocks)
        for (const Line& line : block.lines)
            for (const Word& word : line.words)
                for (const char32_t c : text::code_points(word.text)) {
                    simplified += text::is_simplified(c);
                    traditional += text::is_traditional(c);
                }
    return traditional * share > simplified + traditional;
}

void write_traditionally(Line& line) {
    for (Word& word : line.words) {
        std::u32string text = text::code_points(word.text);
        std::ranges::transform(text, text.begin(), text::traditional);
        word.text = text::utf8(text);
    }
}

} // namespace broadsheet::mend
