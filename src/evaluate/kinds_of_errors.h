// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evaluate/align.h"
#include "evaluate/scores.h"

namespace broadsheet::evaluate {

/// Adds classes, scripts and confusions of an alignment of characters.
void score_kinds(const std::vector<std::u32string>& truth, const std::vector<std::u32string>& result,
                 const std::vector<Step>& steps, Scores& scores);

/// "capital letters", "small letters", "other letters", "digits", "punctuation", "symbols", "white space", "other": in
/// the manner of ISRI's report, by the Unicode category of the first code point.
const char* class_of(char32_t c);

/// "Latin", "Han", ...; "Common" for what scripts share.
std::string script_of(char32_t c);

} // namespace broadsheet::evaluate
