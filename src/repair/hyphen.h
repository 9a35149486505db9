// SPDX-License-Identifier: Apache-2.0
/// Whether a hyphen at a line's end belongs to the word. Evidence in this order: the page's own words, the dictionary,
/// capitals and digits, and last how the language breaks words.
#pragma once

#include "page/page.h"
#include "repair/dictionary.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::mend {

/// The page's words, counted where no line break touches them.
struct PageWords {
    std::map<std::u32string, int> words; ///< letters only, plain() and lower case
    std::map<std::u32string, int> pairs; ///< "apt-get": each two neighbours of a hyphenated word
    const PageWords* others = nullptr;   ///< that count as well: of the document's other pages

    void add(const PageWords& others);
    int count(std::u32string_view word) const;
    int count_pair(std::u32string_view first, std::u32string_view second) const;
};
PageWords count_words(const Page& page);

/// How a line's end and the next line's start become one text.
struct Mended {
    JoinKind kind = JoinKind::blank;
    std::string evidence;
    std::size_t drop = 0;    ///< characters that fall away at the end of the first line
    std::u32string append{}; ///< what takes their place
    std::size_t skip = 0;    ///< characters that fall away at the start of the second line
};

/// The line ends with a hyphen, or a dash that may be one, glued to a word or alone behind a blank.
bool ends_with_hyphen(std::u32string_view line);

/// The line without a speck of dirt behind its hyphen: "Staatsra-'".
std::u32string_view without_speck(std::u32string_view line);

/// first: a line that ends_with_hyphen(); second: the line it runs on in.
Mended mend_hyphen(std::u32string_view first, std::u32string_view second, const PageWords& words,
                   Dictionary& dictionary);

/// A broken word whose hyphen was not read, or as another sign, or with a speck of dirt behind it or before the other
/// half: "em / pfangen", "engli» / schen", "Staatsra-' / thes", "an- / "dern". Nothing where it is none, or where a
/// half is a word and the whole is not.
std::optional<Mended> mend_spoiled_hyphen(std::u32string_view first, std::u32string_view second, const PageWords& words,
                                          Dictionary& dictionary);

} // namespace broadsheet::mend
