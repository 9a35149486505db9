// SPDX-License-Identifier: Apache-2.0
/// EAN-13 and UPC-A (ISO/IEC 15420) from bars too blurred for edges to be told: digit by digit the pattern whose
/// blurred picture is most like the row.
#pragma once

#include <opencv2/core.hpp>
#include <optional>
#include <string>
#include <vector>

namespace broadsheet::codes {

struct EanReading {
    std::string digits;  ///< thirteen; UPC-A has 0 first
    double likeness = 0; ///< mean correlation of the row with the patterns, up to 1
};

/// Where the first bar begins and the last ends: x, fractions allowed.
struct EanEnds {
    double first = 0;
    double last = 0;
};

/// row: CV_32FC1, one row, light paper. Ends at which the guard bars are like those of an EAN-13, the likest first; at
/// most four.
std::vector<EanEnds> likely_ends(const cv::Mat& row);

/// Nothing unless the check digit is right, every digit is much like its pattern, and more so than like others.
std::optional<EanReading> read_ean(const cv::Mat& row, const EanEnds& ends);

} // namespace broadsheet::codes
