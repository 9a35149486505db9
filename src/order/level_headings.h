// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/floats.h"

#include <vector>

namespace broadsheet {

/// Level print among columns: its lines run down the sheet, on which columns are level.
bool is_across(const Block& block);

/// Puts level print among columns before what it stands over: of what begins close at its right on the sheet, and
/// within its span, the first in sequence; what stands at the page's head in no headline's type, as its date
/// does, before all. starts:
/// parallel to sequence; insets: behind positions in it. What stands over nothing is not put anywhere.
void put_level_headings(const Page& page, std::vector<int>& sequence, std::vector<char>& starts, Insets& insets);

} // namespace broadsheet
