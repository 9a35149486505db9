// SPDX-License-Identifier: Apache-2.0
#include "image/image.h"
#include "image/steps.h"
#include "page/error.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

/// Undoes curl. even: the picture sheet.gray was turned from.
void flatten(Sheet& sheet, const cv::Mat& even) {
    const Mesh mesh = find_curl(sheet.gray);
    if (mesh.nodes.empty()) return;
    // At once from the picture before it was turned: each resampling costs sharpness.
    sheet.gray = remapped(even, on_scan(mesh, sheet.frame), sheet.gray.size());
    sheet.ink = remapped(sheet.ink, mesh, sheet.gray.size()) > 127;
    sheet.frame.mesh = mesh;
}

} // namespace

Sheet prepare(const Image& image, const PrepareOptions& options) {
    if (image.pixels.empty() || image.pixels.depth() != CV_8U ||
        (image.pixels.channels() != 1 && image.pixels.channels() != 3))
        throw Error("prepare: pixels of 8 bits in one channel or three are needed");
    // Below this a turn moves no line's end by a pixel, and costs sharpness.
    constexpr double least_angle = 0.05;

    Sheet sheet;
    sheet.gray = to_gray(image.pixels);
    const bool bilevel = is_bilevel(sheet.gray);
    double noise = 0;
    if (!bilevel) {
        Evened even = evened(sheet.gray);
        sheet.gray = even.gray;
        noise = even.noise;
    }
    const cv::Mat even = sheet.gray;
    const double angle = options.straighten ? find_skew(sheet.gray) : 0;
    if (std::abs(angle) > least_angle) {
        Turned result = turned(sheet.gray, angle);
        sheet.gray = result.gray;
        sheet.frame = result.frame;
    }
    sheet.ink = bilevel ? cv::Mat(sheet.gray < 128) : binarised(sheet.gray, noise);
    const Print print = find_print(sheet.ink);
    sheet.text_height = print.text_height;
    clear_edges(sheet.ink, print, sheet.frame, even.size());
    if (options.straighten) flatten(sheet, even);
    sheet.dpi = options.dpi > 0 ? options.dpi : resolution_of(sheet.text_height, image.dpi);
    return sheet;
}

} // namespace broadsheet
