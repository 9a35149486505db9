// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "image/components.h"

#include <vector>

namespace broadsheet {

/// Takes out the initials (drop capitals): letters as high as two to seven lines that stand at the left of as many,
/// level with the head of the first and the foot of the last; each with the quotation mark or dash before it and the
/// apostrophe behind it, if it has them.
std::vector<Box> take_initials(std::vector<Component>& components, double text_height);

} // namespace broadsheet
