// SPDX-License-Identifier: Apache-2.0
/// Letters of Fraktur that engines take for others: s for 8 and 3, ch and ck for < and >, long s for f, d for v, e for o.
#pragma once

#include "page/page.h"
#include "repair/dictionary.h"

namespace broadsheet::mend {

/// A model of Fraktur read the line; where no engine is named, the page is in Fraktur.
bool is_fraktur(const Page& page, const Line& line);

/// Sets Word::text, where a word cannot be one as it was read: with figures or angle brackets among its letters, or
/// unknown, and known with another letter that looks alike in Fraktur. Other words stay, and Word::read does.
/// goes_on: the line may begin with the second half of a word.
void mend_fraktur(Line& line, bool goes_on, Dictionary& dictionary);

} // namespace broadsheet::mend
