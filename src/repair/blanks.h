// SPDX-License-Identifier: Apache-2.0
/// Blanks in lines of wide characters (Han, kana). Engines differ: some read nearly all of them right but place their
/// boxes badly, some put blanks everywhere, some never. So the reading counts where it is sparing, the boxes where they
/// are even.
#pragma once

#include "page/page.h"

namespace broadsheet::mend {

/// How the engine reads blanks beside the page's wide letters.
enum class BlankReading {
    never,   ///< none at all: only the boxes tell
    sparing, ///< hardly any between two wide letters: what it read is there
    lavish,  ///< all over: only the boxes tell
};
BlankReading blank_reading(const Page& page);

/// Sets Word::blank_before beside wide characters; Word::blank_read keeps what the engine read. Between Latin words,
/// and in other lines, blanks stay as read.
void mend_blanks(Line& line, BlankReading reading);

/// Old print sets white before stops and within brackets; as text none stands there, but for ; : ! and ? in French.
void close_up_stops(Line& line, bool is_french);

} // namespace broadsheet::mend
