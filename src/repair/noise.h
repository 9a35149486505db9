// SPDX-License-Identifier: Apache-2.0
/// What was read where nothing is written: specks, rules, halftones. Follows K. Taghva and others, "Automatic removal
/// of garbage strings in OCR text" (2001), for Latin script only, and never against a confident engine.
#pragma once

#include "page/page.h"

#include <string>

namespace broadsheet::mend {

/// Why the line's text is left out; empty: it stays. Short text - page numbers, prices, initials - stays.
std::string noise_in(const Line& line);

/// Empties the text of specks at the line's two ends; Word::read keeps them.
void drop_specks(Line& line);

/// A sign or two alone in a block that lies within a line of another: a piece of that line's letters, read twice.
bool is_fragment(const Page& page, const Block& block);

/// A line at the page's head or foot of a few short words that fill a third of its length: the dark rim of a scan.
/// Figures, and what the engine is sure of, stay.
bool is_rim(const Block& block);

} // namespace broadsheet::mend
