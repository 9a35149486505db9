// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/page.h"

#include <vector>

namespace broadsheet {

/// Indices of the blocks of the front page, of what stands over the fold, and of the last page, of a folded paper's
/// outer sheet in vertical writing that is one page here; empty: it is not sure to be one.
std::vector<std::vector<int>> parts_of_outer_sheet(const Page& page);

/// The page with these of its blocks alone, in that order.
Page part_of(const Page& page, const std::vector<int>& blocks);

} // namespace broadsheet
