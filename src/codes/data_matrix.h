// SPDX-License-Identifier: Apache-2.0
/// Where Data Matrix codes (ECC 200) are: one piece of ink with two straight solid sides at a right angle, while along
/// the other two sides modules are dark and light in turn. ISO/IEC 16022.
#pragma once

#include "codes/matrix_field.h"

namespace broadsheet::codes {

/// ink: CV_8UC1, 255 where there is ink. Square and oblong codes of modules of at least two pixels, at any angle, a
/// module or more away from other ink.
std::vector<MatrixField> locate_data_matrix(const cv::Mat& ink);

} // namespace broadsheet::codes
