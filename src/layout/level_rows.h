// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layout/marks.h"

#include <vector>

namespace broadsheet {

/// Takes out rows of characters that stand level on a page whose lines run down: headlines over a story, date rows, the
/// lines of a boxed item. On the sheet, where columns lie level, they are stacks: at least three characters of one size
/// over each other, from 0.65 to 9 text heights, closer than to the letters beside them. The heads or feet of columns,
/// and columns of one or two characters, are none. Returns their boxes, each as wide as its characters, those of rows
/// under each other on the page together, from the left.
std::vector<std::vector<Box>> take_level_rows(std::vector<Component>& components, const std::vector<Rule>& rules,
                                              double text_height);

} // namespace broadsheet
