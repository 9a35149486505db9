// SPDX-License-Identifier: Apache-2.0
/// Which columns a heading stands over.
#pragma once

#include "order/cuts.h"

namespace broadsheet {

inline constexpr double kHeadline = 1.3; ///< text heights: larger than a crosshead in a story
inline constexpr double kSet = 2;        ///< text heights by which a centred or flush heading may be off

/// Do the two share at least three tenths of the lower one's height?
bool beside(const Box& heading, const Box& other);

/// Gives every heading the width of the columns whose text (or picture) starts right under it, as far as nothing stands
/// beside it: a short headline, flush left or centred, heads k columns like one that is set across them.
void widen_headings(std::vector<Item>& items, const Grid& grid);

} // namespace broadsheet
