// SPDX-License-Identifier: Apache-2.0
#include "image/shrink.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

cv::Mat shrunk(const cv::Mat& picture, cv::Size size) {
    const auto resized = [](const cv::Mat& from, cv::Size to) {
        cv::Mat out;
        cv::resize(from, out, to, 0, 0, cv::INTER_AREA);
        return out;
    };
    // OpenCV's means over areas take a fourth of the time where the areas are whole pixels: as far as those go first.
    const int across = std::max(1, picture.cols / size.width), down = std::max(1, picture.rows / size.height);
    if (across * down == 1) return resized(picture, size);
    const cv::Size whole(picture.cols / across, picture.rows / down);
    const cv::Mat out = resized(picture(cv::Rect(0, 0, whole.width * across, whole.height * down)), whole);
    return whole == size ? out : resized(out, size);
}

cv::Mat shrunk(const cv::Mat& picture, double scale) {
    const auto side = [&](int pixels) { return std::max(1, static_cast<int>(pixels * scale)); };
    return shrunk(picture, cv::Size(side(picture.cols), side(picture.rows)));
}

cv::Mat means_of_squares(const cv::Mat& picture, int side) {
    const auto rest = [&](int length) { return (side - length % side) % side; };
    cv::Mat whole;
    cv::copyMakeBorder(picture, whole, 0, rest(picture.rows), 0, rest(picture.cols), cv::BORDER_REPLICATE);
    return shrunk(whole, {whole.cols / side, whole.rows / side});
}

} // namespace broadsheet
