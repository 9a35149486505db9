// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/page.h"

#include <opencv2/core.hpp>
#include <vector>

namespace broadsheet {

/// Chinese in columns has comma and stop in the upper right corner of places of their own, where an engine that was
/// taught level lines does not look for them. Adds those of a line that its words lack, by their ink, and puts them for
/// what it took them for. line: of a sheet on which columns are level; ink: of that sheet.
void add_column_marks(std::vector<Word>& words, const Line& line, const cv::Mat& ink);

} // namespace broadsheet
