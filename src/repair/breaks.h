// SPDX-License-Identifier: Apache-2.0
/// Where one paragraph ends and the next starts: evidence of form and text, weighed.
#pragma once

#include "page/page.h"
#include "repair/measure.h"

#include <vector>

namespace broadsheet::mend {

/// How the page marks its paragraphs.
struct Style {
    bool indented = false;     ///< by an indent of the first line
    bool surely = false;       ///< and hardly any other way
    double least_indent = 0.6; ///< em; what stands in by less is not indented
    bool verse = false;        ///< nearly all ragged lines start with a capital
    bool apart = false;        ///< by a little more white before the first line
};
Style style_of(const Page& page, const std::vector<Setting>& settings);

/// Line i (1 and up) starts a paragraph. after_break: so did the line before it.
bool starts_paragraph(const Page& page, const Setting& setting, std::size_t i, const Style& style, bool after_break);

/// The last paragraph of one block goes on in the next block of its article. floats_between: pictures, captions or the
/// like stand between the two.
bool runs_on(const Page& page, const Setting& before, const Setting& after, const Style& style, bool floats_between);

/// Set apart under the last paragraph of before, which goes on in after, at another column's head: a note, of which the
/// paragraph takes nothing.
bool is_note_between(const Page& page, const Setting& before, const Setting& note, const Setting& after);

/// The last paragraph of before goes on in after, on the next page, where nothing but the text and the setting tells:
/// less is taken for proof. page: holds both blocks.
bool runs_over(const Page& page, const Setting& before, const Setting& after, const Style& style);

/// A word that begins at the end of one block goes on in small letters at the start of the other.
bool share_a_word(const Page& page, const Setting& before, const Setting& after);

/// The full last line of several ends within a sentence that may go on in small letters at the start of the other block.
bool stops_within_sentence(const Page& page, const Setting& before, const Setting& after);

/// A short line flush with the column's right edge: "(R. Novak)".
bool is_byline(const Page& page, const SetLine& line);

} // namespace broadsheet::mend
