// SPDX-License-Identifier: Apache-2.0
#include "image/image.h"
#include "image/steps.h"
#include "page/error.h"

#include <array>
#include <cmath>
#include <future>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

/// Undoes curl. even: the picture sheet.gray was turned from; none where it has been changed since.
void flatten(Sheet& sheet, const Mesh& mesh, const cv::Mat& even) {
    if (mesh.nodes.empty()) return;
    // At once from the picture before it was turned, if it can be: each resampling costs sharpness.
    sheet.gray = even.empty() ? remapped(sheet.gray, mesh, sheet.gray.size(), 255)
                              : remapped(even, on_scan(mesh, sheet.frame), sheet.gray.size(), 255);
    sheet.ink = remapped(sheet.ink, mesh, sheet.gray.size(), 0) > 127;
    sheet.frame.mesh = mesh;
}

cv::Mat quarter_turned(const cv::Mat& pixels, int turns) {
    constexpr std::array codes{cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180, cv::ROTATE_90_COUNTERCLOCKWISE};
    if (turns == 0) return pixels;
    cv::Mat out;
    cv::rotate(pixels, out, codes[static_cast<std::size_t>(turns - 1)]);
    return out;
}

/// Frame of an image turned so -> frame of the image of this size as it was. Positions are edges of pixels.
Frame turned_back(Frame frame, int turns, const cv::Size& size) {
    const double w = size.width, h = size.height;
    const std::array<std::array<double, 6>, 4> back{
        {{1, 0, 0, 0, 1, 0}, {0, 1, 0, -1, 0, h}, {-1, 0, w, 0, -1, h}, {0, -1, w, 1, 0, 0}}};
    const auto& b = back[static_cast<std::size_t>(turns)];
    const auto m = frame.m;
    for (std::size_t c = 0; c < 3; ++c) {
        frame.m[c] = b[0] * m[c] + b[1] * m[3 + c] + b[2] * m[6 + c];
        frame.m[3 + c] = b[3] * m[c] + b[4] * m[3 + c] + b[5] * m[6 + c];
    }
    return frame;
}

/// Frame of a part of the image -> frame of the image, in which the part lies there.
Frame moved(Frame frame, const cv::Point& to) {
    for (std::size_t c = 0; c < 3; ++c) {
        frame.m[c] += to.x * frame.m[6 + c];
        frame.m[3 + c] += to.y * frame.m[6 + c];
    }
    return frame;
}

/// Frame of an image enlarged so -> frame of the image.
Frame reduced(Frame frame, double scale) {
    for (std::size_t c = 0; c < 6; ++c)
        frame.m[c] /= scale;
    return frame;
}

/// pixels: of the page alone. Its dpi is not filled in. Of print lower than least_height only the height is told.
Sheet prepared(const cv::Mat& pixels, const PrepareOptions& options, double least_height) {
    // Below this a turn moves no line's end by a pixel, and costs sharpness.
    constexpr double least_angle = 0.05;
    constexpr double clearly_down = 1.25, surely_down = 3; // see lanes_down()

    Sheet sheet;
    sheet.quarter_turns = options.quarter_turns.value_or(0);
    sheet.gray = to_gray(quarter_turned(pixels, sheet.quarter_turns));
    const bool bilevel = is_bilevel(sheet.gray);
    double noise = 0;
    if (!bilevel) {
        Evened even = evened(sheet.gray);
        clear_desk(sheet.gray, even.gray);
        sheet.gray = even.gray;
        noise = even.noise;
    }
    const cv::Mat even = sheet.gray;
    const Skew skew = options.straighten ? find_skew(sheet.gray) : Skew{};
    PrepareOptions on_its_side = options;
    on_its_side.quarter_turns = kColumnsLevel;
    if (skew.runs_down && !options.quarter_turns) return prepared(pixels, on_its_side, least_height);
    if (std::abs(skew.angle) > least_angle) {
        Turned result = turned(sheet.gray, skew.angle);
        sheet.gray = result.gray;
        sheet.frame = result.frame;
    }
    sheet.ink = bilevel ? cv::Mat(sheet.gray < 128) : binarised(sheet.gray, noise);
    Print print = find_print(sheet.ink);
    const bool reversed = show_reversed(sheet.gray, sheet.ink, print);
    if (reversed) print = find_print(sheet.ink);
    sheet.text_height = print.text_height;
    if (sheet.text_height > 0 && sheet.text_height < least_height) return sheet;
    std::future<Mesh> curl;
    if (options.straighten) curl = std::async(std::launch::async, find_curl, sheet.gray);
    if (!bilevel) sheet.specks = clear_specks(sheet.ink, sheet.gray, print);
    const double least_lanes = skew.may_run_down ? clearly_down : surely_down;
    if (options.straighten && !options.quarter_turns && lanes_down(sheet.ink, sheet.text_height) > least_lanes)
        return prepared(pixels, on_its_side, least_height);
    clear_edges(sheet.ink, print, sheet.frame, even.size(), sheet.quarter_turns % 2 == 1);
    if (options.straighten) flatten(sheet, curl.get(), reversed ? cv::Mat() : even);
    sheet.frame = turned_back(sheet.frame, sheet.quarter_turns, pixels.size());
    return sheet;
}

} // namespace

Sheet prepare(const Image& image, const PrepareOptions& options) {
    // Print of some 120 dpi and less: dots, serifs and the white between letters are but a pixel.
    constexpr double small_print = 13;
    constexpr int enlarged = 2;
    constexpr int largest = 8000; // pixels a side; a sheet of such print would be larger than any newspaper's

    check_pixels(image.pixels);
    const int turns = options.quarter_turns.value_or(0);
    if (turns < 0 || turns > 3) throw Error("prepare: 0 to 3 quarter turns");
    const cv::Rect all({}, image.pixels.size()), region = options.region.empty() ? all : options.region & all;
    if (region.empty()) throw Error("prepare: a region outside the image");
    const double least_height = std::max(region.width, region.height) <= largest ? small_print : 0;
    Sheet sheet = prepared(image.pixels(region), options, least_height);
    double scale = 1;
    if (sheet.text_height > 0 && sheet.text_height < least_height) {
        scale = enlarged;
        cv::Mat larger;
        cv::resize(image.pixels(region), larger, {}, scale, scale, cv::INTER_CUBIC);
        sheet = prepared(larger, options, 0);
        sheet.frame = reduced(sheet.frame, scale);
    }
    sheet.frame = moved(sheet.frame, region.tl());
    sheet.dpi = options.dpi > 0 ? options.dpi : resolution_of(sheet.text_height / scale, image.dpi);
    return sheet;
}

} // namespace broadsheet
