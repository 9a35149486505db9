// SPDX-License-Identifier: Apache-2.0
/// A smaller picture.
#pragma once

#include <opencv2/core.hpp>

namespace broadsheet {

/// The picture, of any type that OpenCV resizes, in this size: each pixel is the mean of the area that it stands for,
/// to the pixel: up to as many as go into one may be left out at the right and at the foot. A larger size is
/// interpolated. Sides are of one pixel at least.
cv::Mat shrunk(const cv::Mat& picture, cv::Size size);

/// The same by a factor; sides are rounded down, to one pixel at least.
cv::Mat shrunk(const cv::Mat& picture, double scale);

} // namespace broadsheet
