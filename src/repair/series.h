// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "repair/measure.h"

#include <vector>

namespace broadsheet::mend {

/// Marks the lines that begin with a number of a series that rises down the page, as the entries of a register and the
/// points of a list have it: four numbers or more, followed by a stop, a bracket or a dash, most of all such lines;
/// below a hundred they count on one by one.
void mark_series(const Page& page, std::vector<Setting>& settings);

/// The number that the text begins with, "209.437." or "(12)", as far as it may be one of a series; -1: none.
long long series_number(std::u32string_view text);

} // namespace broadsheet::mend
