// SPDX-License-Identifier: Apache-2.0
/// Where Aztec codes are: dark and light square rings around one point, one module wide each, nine modules across in
/// compact symbols and thirteen in full ones. ISO/IEC 24778.
#pragma once

#include "codes/matrix_field.h"

namespace broadsheet::codes {

/// ink: CV_8UC1, 255 where there is ink. Modules of at least two pixels, at any angle. How far the code reaches is only
/// seen by where its modules end: print that comes nearer than two modules may be taken in. sure is 1 where the marks
/// around the rings that tell the orientation are there as well; corners begin anywhere where they are not.
std::vector<MatrixField> locate_aztec(const cv::Mat& ink);

} // namespace broadsheet::codes
