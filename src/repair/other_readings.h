// SPDX-License-Identifier: Apache-2.0
/// Of several readings of a word the one that is a word. An engine is as sure of "Schuf" as of "Schutz".
#pragma once

#include "page/page.h"
#include "repair/hyphen.h"

namespace broadsheet::mend {

/// Sets Word::text, where it is no word as it was read, to the surest of Word::others that the dictionary knows. What
/// the page has twice more is a word, if only a name. A word that a line's end breaks is taken with its other half.
/// words: of the page as it was read.
void choose_readings(Block& block, const PageWords& words, Dictionary& dictionary);

} // namespace broadsheet::mend
