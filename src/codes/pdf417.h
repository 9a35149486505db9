// SPDX-License-Identifier: Apache-2.0
/// Where PDF417 codes are, by the patterns that run from top to bottom at their sides: bars and blanks of 8 1 1 1 1 1 1
/// 3 modules on the left, 7 1 1 3 1 1 1 2 1 on the right. ISO/IEC 15438.
#pragma once

#include "codes/matrix_field.h"

namespace broadsheet::codes {

/// ink: CV_8UC1, 255 where there is ink. Modules of at least two pixels, at any angle at which a level or an upright
/// line crosses one of the patterns from side to side. Where only one of the patterns is seen the code ends with its
/// ink, and sure is 0.5.
std::vector<MatrixField> locate_pdf417(const cv::Mat& ink);

} // namespace broadsheet::codes
