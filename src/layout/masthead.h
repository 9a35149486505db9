// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "image/components.h"

#include <vector>

namespace broadsheet {

/// The newspaper's title at the head of a page in vertical writing, printed across its lines: two to five characters of
/// eight text heights and more, even in size, in a row that is not framed, with next to no text above and a rule below.
/// The sheet is turned so that its lines run level: the page's head is its left side, the characters stand one under
/// another. components: of all ink. Most sheets have none; what is doubtful is none.
std::vector<Box> find_mastheads(const std::vector<Component>& components, double text_height);

} // namespace broadsheet
