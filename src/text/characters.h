// SPDX-License-Identifier: Apache-2.0
/// Characters and strings as every stage that looks at text sees them. Text is worked on as code points, so that an
/// index is a character.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::text {

std::u32string code_points(std::string_view utf8);
std::string utf8(std::u32string_view text);
std::u32string nfc(std::u32string_view text);
std::u32string nfkc(std::u32string_view text);
std::u32string fold_case(std::u32string_view text); ///< full case folding

/// NFC with single blanks and none at the ends; ideographic blanks stay, as they are printed on purpose.
std::u32string tidy(std::u32string_view text);

/// The form words are compared and looked up in: NFKC, long s as s, curved apostrophe straight, no soft hyphens.
std::u32string plain(std::u32string_view text);
std::u32string lower(std::u32string_view text);

char32_t upper(char32_t c);

bool is_letter(char32_t c);
bool is_digit(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_blank(char32_t c);
inline bool is_word_character(char32_t c) {
    return is_letter(c) || is_digit(c);
}

/// Fills a whole cell and needs no blanks around it (East Asian Wide or Fullwidth; Hangul is written with blanks).
bool is_wide(char32_t c);
/// A wide letter: Han, kana, bopomofo; not punctuation.
inline bool is_wide_letter(char32_t c) {
    return is_wide(c) && is_letter(c);
}

/// Belongs to a word that is written without gaps and parted by blanks.
inline bool is_narrow_letter(char32_t c) {
    return is_letter(c) && !is_wide(c);
}

bool opens(char32_t c);        ///< brackets and quotes that stand before what they enclose
bool closes(char32_t c);       ///< brackets, quotes and stops that may not begin a line
char32_t mirrored(char32_t c); ///< ( for ), the like for other brackets, else c: as it looks from the other side

constexpr char32_t soft_hyphen = 0xAD;
/// Marks that print or scan as a hyphen at a line's end: - ‐ ‑ soft hyphen ¬ = ⸗.
bool is_hyphen(char32_t c);
bool is_dash(char32_t c); ///< en dash, em dash, horizontal bar

/// The text is complete: it ends with a full stop or the like, closing quotes and brackets aside.
bool ends_sentence(std::u32string_view text);

/// Most of the letters are wide ones.
bool mostly_wide(std::u32string_view text);

} // namespace broadsheet::text
