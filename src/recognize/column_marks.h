// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/page.h"

#include <opencv2/core.hpp>
#include <vector>

namespace broadsheet {

/// Do the marks of the page's lines stand at their heads, as in columns that have become level, rather than at their
/// feet, as in level Chinese on a page that was laid on its side? page: laid out; ink: of its sheet.
bool has_column_marks(const Page& page, const cv::Mat& ink);

/// Chinese in columns has comma and stop in the upper right corner of places of their own, where an engine that was
/// taught level lines sees nothing, or signs that stand up there in these. Those of a line are put where they are
/// missing, and for what they were taken for: by their ink where that stands alone, else by the sign. line: of a sheet
/// on which columns are level; ink: of that sheet.
void mend_column_marks(std::vector<Word>& words, const Line& line, const cv::Mat& ink);

/// In print of Taiwan and Hong Kong, level or in columns, marks stand in the middle of their places, where the engine
/// takes stops for dots or degrees, and the comma of lists for a stroke. line, ink: as above, the line any.
void mend_centred_marks(std::vector<Word>& words, const Line& line, const cv::Mat& ink);

} // namespace broadsheet
