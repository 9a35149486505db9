// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evaluate/places.h"

namespace broadsheet::evaluate {

/// Truth paragraphs that are exactly one paragraph of the result, from start to end, without a line break inside;
/// character errors are forgiven in proportion to bag. result: folded.
Rate whole_paragraphs(const std::vector<Folded>& regions, std::u32string_view result, double bag);

/// Words that the page breaks with a hyphen at a line's end, found in the result by the characters around them, whose
/// break is undone as the truth has it: joined, or with the hyphen kept. result: folded.
Rate mended_hyphens(const std::vector<Folded>& regions, std::u32string_view result);

} // namespace broadsheet::evaluate
