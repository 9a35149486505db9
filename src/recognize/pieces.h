// SPDX-License-Identifier: Apache-2.0
/// One text of several readings of a line.
#pragma once

#include "page/page.h"

#include <vector>

namespace broadsheet {

/// The words of the surest reading (mean_confidence()) of each piece of the line, a piece lying between two blanks that
/// two readings have, by the alignment of their signs with the fewest differences. The surest reading of all is joined
/// with the next, the result with the third and so on (as in ROVER, Fiscus 1997). Where a piece is one word to both,
/// Word::others has the other's.
std::vector<Word> surest_pieces(std::vector<std::vector<Word>> readings);

/// Of two readings of Chinese, where each character is a word: what they have in common, and where they differ what the
/// surer one has. A character in simplified writing is the same as in traditional.
std::vector<Word> surest_signs(const std::vector<Word>& a, const std::vector<Word>& b);

/// Of three, the third by an engine of another kind: of the first two the surer one, but what the third has where one
/// of them agrees with it, or where it is sure and they are not.
std::vector<Word> surest_signs(const std::vector<Word>& a, const std::vector<Word>& b, const std::vector<Word>& third);

} // namespace broadsheet
