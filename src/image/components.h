// SPDX-License-Identifier: Apache-2.0
/// Connected ink, found by runs: linear in the ink, not in the paper.
#pragma once

#include "page/box.h"

#include <opencv2/core.hpp>
#include <vector>

namespace broadsheet {

/// A connected piece of ink.
struct Component {
    Box box;
    int area = 0; ///< pixels
};

/// Ink from left to right in one row, half-open.
struct Run {
    int y = 0;
    int left = 0;
    int right = 0;
    int component = 0; ///< index into what components_of() gives
};
/// Row by row from the top, in each from the left; runs that touch, at corners too, are of one component.
std::vector<Run> runs_of(const cv::Mat& ink);
std::vector<Component> components_of(const std::vector<Run>& runs);

/// The components of ink (CV_8UC1, 0 is paper), in the order of their first pixel, row by row.
std::vector<Component> find_components(const cv::Mat& ink);

} // namespace broadsheet
