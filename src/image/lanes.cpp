// SPDX-License-Identifier: Apache-2.0
#include "image/steps.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

double lanes_down(const cv::Mat& ink, double text_height) {
    // Between lines a third of an em is left and more, between characters less; margins and gaps of blocks are neither.
    constexpr int em = 10, width = 4, length = 6 * em, margin = 16;
    if (text_height <= 0) return 0;
    cv::Mat small;
    const double scale = em / text_height;
    if (ink.cols * scale < length || ink.rows * scale < length) return 0;
    cv::resize(ink, small, {}, scale, scale, cv::INTER_AREA);
    const cv::Mat paper = small < 64; // less than a quarter of it ink
    const auto opened = [&](int w, int h) {
        cv::Mat out;
        cv::morphologyEx(paper, out, cv::MORPH_OPEN, cv::Mat::ones(h, w, CV_8U));
        return out;
    };
    const cv::Mat between = ~opened(margin, margin);
    const double across = cv::countNonZero(opened(length, width) & between);
    const double down = cv::countNonZero(opened(width, length) & between);
    return down / std::max(1.0, across);
}

} // namespace broadsheet
