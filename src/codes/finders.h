// SPDX-License-Identifier: Apache-2.0
/// Where QR codes are: three finder patterns (dark, light and dark squares 7, 5 and 3 modules wide) at the corners of a
/// square, joined by timing patterns (modules dark and light in turn). ISO/IEC 18004.
#pragma once

#include <array>
#include <opencv2/core.hpp>
#include <vector>

namespace broadsheet::codes {

struct MatrixField {
    std::array<cv::Point2d, 4>
        corners;       ///< top left, top right, bottom right, bottom left as the code reads; sheet pixels
    double module = 0; ///< pixels
    int dimension = 0; ///< modules a side
    double timing = 0; ///< share of the modules of both timing patterns that are as they must be, 0 to 1
};

/// Most likely one code.
bool overlap(const MatrixField& a, const MatrixField& b);

/// ink: CV_8UC1, 255 where there is ink. Modules of at least two pixels.
std::vector<MatrixField> locate_matrices(const cv::Mat& ink);

} // namespace broadsheet::codes
