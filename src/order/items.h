// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/cuts.h"

namespace broadsheet {

/// Blocks of that kind stand over what they head.
bool heads(BlockKind kind);

/// The text height of the middle one of the block's lines, in pixels; 0: it has none.
int type_of(const Block& block);

/// The blocks of text that the order is found for: not specks, nor what stands beside all text, nor a quotation
/// between two rules within its column. An item reaches from a picture right over it to its end, and is as wide as its
/// lines but for one at each side.
std::vector<Item> items_of(const Page& page);

/// The page's rules, pictures and text; its text height is at least 1. A quotation with the rules round it is among the
/// pictures.
Grid grid_of(const Page& page);

} // namespace broadsheet
