// SPDX-License-Identifier: Apache-2.0
#include "image/shrink.h"
#include "image/steps.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

cv::Mat opened(const cv::Mat& paper, int width, int height) {
    cv::Mat out;
    cv::morphologyEx(paper, out, cv::MORPH_OPEN, cv::Mat::ones(height, width, CV_8U));
    return out;
}

} // namespace

double lanes_down(const cv::Mat& ink, double text_height) {
    // Between lines a third of an em is left and more, between characters less; margins and gaps of blocks are neither.
    // Between lines of double-spaced typescript it is as wide as a narrow margin.
    constexpr int em = 10, width = 4, length = 6 * em, narrow_margin = 16, wide_margin = 40;
    if (text_height <= 0) return 0;
    const double scale = em / text_height;
    if (ink.cols * scale < length || ink.rows * scale < length) return 0;
    const cv::Mat paper = shrunk(ink, scale) < 64; // less than a quarter of it ink
    const cv::Mat lanes_across = opened(paper, length, width), lanes_down = opened(paper, width, length);
    const auto lanes_within = [&](int margin) {
        const cv::Mat between = ~opened(paper, margin, margin);
        return std::pair<double, double>(cv::countNonZero(lanes_across & between),
                                         cv::countNonZero(lanes_down & between));
    };
    const auto [across, down] = lanes_within(narrow_margin);
    const auto [wide_across, wide_down] = lanes_within(wide_margin);
    const bool double_spaced = wide_across + wide_down > 4 * (across + down);
    return double_spaced ? wide_down / std::max(1.0, wide_across) : down / std::max(1.0, across);
}

} // namespace broadsheet
