// SPDX-License-Identifier: Apache-2.0
#include "image/shrink.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

cv::Mat shrunk(const cv::Mat& picture, cv::Size size) {
    // OpenCV's means over areas take a fourth of the time where the areas are whole pixels: as far as those go first.
    const int across = std::max(1, picture.cols / size.width), down = std::max(1, picture.rows / size.height);
    const cv::Size whole(picture.cols / across, picture.rows / down);
    cv::Mat out;
    cv::resize(picture(cv::Rect(0, 0, whole.width * across, whole.height * down)), out, whole, 0, 0, cv::INTER_AREA);
    if (whole != size) cv::resize(out, out, size, 0, 0, cv::INTER_AREA);
    return out;
}

cv::Mat shrunk(const cv::Mat& picture, double scale) {
    const auto side = [&](int pixels) { return std::max(1, static_cast<int>(pixels * scale)); };
    return shrunk(picture, cv::Size(side(picture.cols), side(picture.rows)));
}

} // namespace broadsheet
