// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/page.h"

namespace broadsheet {

/// The text's sequence with everything else put in: running heads first; pictures, codes, what is printed with them,
/// and specks behind the block that stands over them in their column, else before the one under them, and in that
/// block's article; running feet, page numbers and at last rules and noise.
std::vector<int> with_floats(Page& page, const std::vector<int>& sequence, const std::vector<Box>& spans);

} // namespace broadsheet
