// SPDX-License-Identifier: Apache-2.0
/// Reading order and articles, from geometry alone; no pixels.
#pragma once

#include "page/page.h"

namespace broadsheet {

/// The page with order (a permutation of all blocks), order_confidence and each block's article. Blocks stay where they
/// are. A heading over k of n columns is followed by the text in those k columns; pictures and captions do not break a
/// column's flow; running heads come first, feet last.
Page find_order(Page page);

} // namespace broadsheet
