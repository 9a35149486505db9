// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/page.h"

namespace broadsheet {

/// Height of a capital of body text, in pixels of the scan; 0: no word has a box.
double text_height_of(const Page& existing);

/// A rule between columns that was read as a letter, "|" or "l".
bool is_misread_rule(const Word& word, double text_height);

/// What the engine saw was hardly text: specks and edges of the paper, as a rule.
bool is_guess(const Line& line);

} // namespace broadsheet
