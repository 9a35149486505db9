// SPDX-License-Identifier: Apache-2.0
/// Where QR codes are: three finder patterns (dark, light and dark squares 7, 5 and 3 modules wide) at the corners of a
/// square, joined by timing patterns (modules dark and light in turn). ISO/IEC 18004.
#pragma once

#include "codes/matrix_field.h"

namespace broadsheet::codes {

/// ink: CV_8UC1, 255 where there is ink. Modules of at least two pixels.
std::vector<MatrixField> locate_matrices(const cv::Mat& ink);

} // namespace broadsheet::codes
