// SPDX-License-Identifier: Apache-2.0
#include "repair/normalize.h"

#include "text/characters.h"

#include <algorithm>
#include <array>
#include <utility>

namespace broadsheet::mend {
namespace {

using Pair = std::pair<char32_t, std::u32string_view>;

constexpr std::array letters{
    Pair{U'ſ', U"s"},   Pair{U'ﬀ', U"ff"}, Pair{U'ﬁ', U"fi"}, Pair{U'ﬂ', U"fl"}, Pair{U'ﬃ', U"ffi"},
    Pair{U'ﬄ', U"ffl"}, Pair{U'ﬅ', U"st"}, Pair{U'ﬆ', U"st"}, Pair{U'ꝛ', U"r"},  Pair{U'⸗', U"-"},
    Pair{U'‐', U"-"},   Pair{U'‑', U"-"},  Pair{U'¬', U"-"},  Pair{U'―', U"—"},
};
constexpr std::u32string_view double_quotes = U"“”„‟«»";
constexpr std::u32string_view single_quotes = U"‘’‚‛‹›";
constexpr char32_t small_e_above = 0x364; // the umlaut of old print

std::u32string modern(std::u32string_view text, bool quotes) {
    std::u32string out;
    for (char32_t c : text) {
        if (c == small_e_above) {
            out += U'\u0308';
            continue;
        }
        if (quotes && double_quotes.find(c) != std::u32string_view::npos) c = U'"';
        if (quotes && single_quotes.find(c) != std::u32string_view::npos) c = U'\'';
        const auto* const letter =
            std::find_if(letters.begin(), letters.end(), [&](const Pair& p) { return p.first == c; });
        if (letter == letters.end())
            out += c;
        else
            out += letter->second;
    }
    return text::nfc(out);
}

} // namespace

std::u32string normalized(std::u32string_view text, Normalization form, bool quotes) {
    switch (form) {
    case Normalization::nfc:
        break;
    case Normalization::nfkc:
        return text::nfkc(text);
    case Normalization::modern:
        return modern(text, quotes);
    }
    return std::u32string(text);
}

} // namespace broadsheet::mend
