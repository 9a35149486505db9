// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/page.h"

#include <opencv2/core.hpp>
#include <vector>

namespace broadsheet {

/// The small letters that stand high behind others, "Mme", "Vve", "1er" as old print has them: boxes from the left, of
/// one letter or more each. Engines take them for asterisks, quotes, degree signs. ink: of the sheet.
std::vector<Box> find_superiors(const Line& line, const cv::Mat& ink);

/// Puts them on the baseline. pixels: of the line, dark on white; origin: of pixels, on the sheet.
void lower_superiors(cv::Mat& pixels, Point origin, const Line& line, const std::vector<Box>& superiors);

} // namespace broadsheet
