// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "image/components.h"
#include "page/page.h"

#include <vector>

namespace broadsheet {

/// Rows of five dots and more at even distances, which lead the eye from a title to its page number.
std::vector<Leader> find_leaders(const std::vector<Component>& components, double text_height);

} // namespace broadsheet
