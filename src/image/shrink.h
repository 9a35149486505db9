// SPDX-License-Identifier: Apache-2.0
/// A smaller picture.
#pragma once

#include <opencv2/core.hpp>

namespace broadsheet {

/// The picture, of any type that OpenCV resizes, in this size: each pixel is the mean of the area that it stands for.
/// Of a size that does not divide the picture's some pixels at the right and at the foot may be left out. A larger size
/// is interpolated. Sides are of one pixel at least.
cv::Mat shrunk(const cv::Mat& picture, cv::Size size);

/// The same by a factor; sides are rounded down, to one pixel at least.
cv::Mat shrunk(const cv::Mat& picture, double scale);

/// The mean of each square of that side, the last ones filled up with the picture's edge: enlarged by the side, each
/// lies where it was to the pixel.
cv::Mat means_of_squares(const cv::Mat& picture, int side);

} // namespace broadsheet
