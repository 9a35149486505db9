// SPDX-License-Identifier: Apache-2.0
#include "image/shrink.h"
#include "image/steps.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

/// How dark the ink is near each cell of 8 x 8 pixels, as distance from white.
cv::Mat local_contrast(const cv::Mat& gray) {
    cv::Mat half = shrunk(gray, 0.5);
    cv::erode(half, half, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
    cv::Mat cells;
    cv::resize(half, cells, {std::max(1, half.cols / 4), std::max(1, half.rows / 4)}, 0, 0, cv::INTER_NEAREST);
    cv::erode(cells, cells, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
    cv::blur(cells, cells, {7, 7});
    return 255 - cells;
}

/// The contrast of the page's print: what half of the cells that hold any have.
int page_contrast(const cv::Mat& contrast) {
    constexpr int least = 64;
    std::array<int, 256> counts{};
    int all = 0;
    for (int y = 0; y < contrast.rows; ++y)
        for (int x = 0; x < contrast.cols; ++x) {
            const int value = contrast.at<std::uint8_t>(y, x);
            if (value < least) continue;
            ++counts[static_cast<std::size_t>(value)];
            ++all;
        }
    int left = all / 2;
    int level = 255;
    while (level > least && (left -= counts[static_cast<std::size_t>(level)]) > 0)
        --level;
    return level;
}

} // namespace

cv::Mat binarised(const cv::Mat& gray, double noise) {
    cv::Mat contrast = local_contrast(gray);
    const double faintest = std::max(0.55 * page_contrast(contrast), 8.0 * noise);
    cv::Mat threshold = 255 - cv::max(contrast, faintest) * 0.43;
    cv::resize(threshold, threshold, gray.size(), 0, 0, cv::INTER_LINEAR);
    cv::Mat ink;
    cv::compare(gray, threshold, ink, cv::CMP_LT);
    return ink;
}

} // namespace broadsheet
