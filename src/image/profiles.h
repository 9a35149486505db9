// SPDX-License-Identifier: Apache-2.0
/// Projection profiles of pieces of a page: how sharply lines and the gaps between them are told apart at a slope.
/// Private to this folder.
#pragma once

#include <opencv2/core.hpp>
#include <vector>

namespace broadsheet {

/// How much ink there is in each small pixel, 0 to 255, without pictures and other solid areas, whose edges may have
/// any direction.
cv::Mat small_print(const cv::Mat& gray);

/// The print as strips of columns that are shifted as one: one row a strip, the ink of the strip in each line of
/// pixels.
struct Strips {
    cv::Mat profiles;
    int width = 1;   ///< pixels of the print a strip
    int stretch = 1; ///< samples a pixel along the strip
};
Strips strips_of(const cv::Mat& print, int width, int stretch);

/// Neighbouring strips over some of their length (in samples), both half-open: the piece of one column of print.
struct Patch {
    int first = 0;
    int last = 0;
    int top = 0;
    int bottom = 0;
};

/// Pieces of columns, most_width pixels of the print wide at most: runs of strips in which lines come and go. In a
/// gutter, be it white or ruled, nothing changes.
std::vector<Patch> columns_of(const Strips& strips, int most_width);

/// High where lines and the gaps between them are told apart most sharply: squared steps of the patch's profile
/// (Postl 1986). slope: samples down a strip to the right.
double sharpness(const Strips& strips, const Patch& patch, double slope);

/// The highest point of the parabola through equidistant scores, in steps from the middle one: curled lines have a
/// broad and uneven peak.
double vertex(const std::vector<double>& scores);

} // namespace broadsheet
