// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/cuts.h"

namespace broadsheet {

/// Breuel's partial order (2003): what stands above or left comes first, ties and cycles broken from the top. Indices
/// into items. Time grows with the cube of their number.
std::vector<size_t> partial_order(const std::vector<Item>& items);

/// Plain recursive XY-cut (Nagy 1984) at the widest white, from the top or the left; what cannot be cut from the top.
/// Indices into Page::blocks.
std::vector<int> xy_cut(std::vector<Item> items, const Grid& grid);

/// How sure it is that the blocks are read in this order rather than in the other, 0 to 1; 1: they are the same. Told
/// by how many steps from block to block only one of the two takes, and by the geometry of these: does a line that is
/// full go on in text of the same size that is not indented, is a heading followed by what stands under it?
double margin(const Page& page, const std::vector<int>& order, const std::vector<int>& other);

} // namespace broadsheet
