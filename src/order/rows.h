// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/page.h"

namespace broadsheet {

/// Is it of the text that is read from column to column, or from row to row?
bool flows(BlockKind kind);

/// The lines of all text blocks in tables, row by row and from the left in each. Headings that stand alone stay blocks
/// and part the tables. Returns the tables and headings from the top.
std::vector<int> set_in_rows(Page& page);

} // namespace broadsheet
