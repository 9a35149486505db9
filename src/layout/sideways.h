// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "image/components.h"

#include <vector>

namespace broadsheet {

/// Takes out lines of text printed on their side, as credits beside pictures are: letters over each other, closer than
/// lines and lower than wide, with white at both sides. Characters of vertical writing stand as far apart as they are
/// wide and stay. Returns the lines' boxes.
std::vector<Box> take_sideways(std::vector<Component>& components, double text_height);

} // namespace broadsheet
