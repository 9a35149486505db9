// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/page.h"

#include <vector>

namespace broadsheet {

/// A pull quote: its block, and the position in the sequence behind which it is read.
struct Inset {
    int block = 0;
    int behind = 0;
};
using Insets = std::vector<Inset>;

/// The text's sequence with everything else put in: running heads first; pictures, codes, what is printed with them,
/// and specks behind the block that stands over them in their column, else before the one under them, and in that
/// block's article; advertisements, articles of their own, behind the article that they stand in; running feet, page
/// numbers and at last rules and noise.
std::vector<int> with_floats(Page& page, const std::vector<int>& sequence, const std::vector<Box>& spans,
                             const Insets& insets);

} // namespace broadsheet
