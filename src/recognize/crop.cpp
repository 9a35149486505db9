// SPDX-License-Identifier: Apache-2.0
#include "image/components.h"
#include "recognize/engine.h"
#include "recognize/superiors.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

/// Specks per letter. On cleaner paper there is nothing to gain, and a worn comma too faint to be ink would go.
constexpr double kDirty = 0.35;
constexpr double kSpecked = 1.5; // there clear_specks() of image/ takes the faint ones out of the ink

/// A line that reaches beyond its band makes it higher, and all in it smaller.
constexpr double kHigher = 1.1;

cv::Rect rect(const Box& b) {
    return {b.left, b.top, b.width(), b.height()};
}

/// Between the cells of a table's row, which are one line.
bool is_upright_rule(const Box& box, const Box& line) {
    return box.height() > line.height() && box.width() * 3 < line.height();
}

/// The letter over several lines, in the size of the others, before them.
void put_initial(Crop& crop, const cv::Mat& gray, const Line& line, const Box& area) {
    const cv::Rect initial = rect(line.initial) & cv::Rect(0, 0, gray.cols, gray.rows);
    if (initial.empty()) return;
    cv::Mat letter;
    const double scale = static_cast<double>(std::max(4, line.text_height)) / initial.height;
    cv::resize(gray(initial), letter, {}, scale, scale, cv::INTER_AREA);
    const int gap = std::max(1, letter.rows / 8);
    const int wider = std::max(0, letter.cols + 2 * gap - (line.box.left - area.left));
    cv::copyMakeBorder(crop.pixels, crop.pixels, 0, 0, wider, 0, cv::BORDER_CONSTANT, 255);
    crop.origin.x -= wider;
    const int foot = line.baseline.empty() ? line.box.bottom : line.baseline.front().y;
    const cv::Rect place(line.box.left - crop.origin.x - gap - letter.cols, foot - letter.rows - area.top, letter.cols,
                         letter.rows);
    const cv::Rect inside = place & cv::Rect({}, crop.pixels.size());
    if (!inside.empty()) letter(inside - place.tl()).copyTo(crop.pixels(inside));
}

/// Takes most of the white where leaders stood out of the crop: engines read figures in it.
void close_leaders(Crop& crop, const std::vector<Leader>& leaders, double height) {
    const int white = static_cast<int>(std::lround(height)); // left at either side
    for (auto leader = leaders.rbegin(); leader != leaders.rend(); ++leader) {
        const int from = leader->box.left + white, to = leader->box.right - white;
        if (to - from < white || from <= crop.origin.x || to >= crop.origin.x + crop.pixels.cols) continue;
        cv::hconcat(crop.pixels.colRange(0, from - crop.origin.x),
                    crop.pixels.colRange(to - crop.origin.x, crop.pixels.cols), crop.pixels);
        crop.cuts.insert(crop.cuts.begin(), {from, to - from, white});
    }
}

/// Of a line and its margin, or of a band around its baseline, which may be higher.
Box area_of(const Line& line, double height, const CropShape& shape) {
    const int margin = static_cast<int>(std::lround(shape.margin * height)) + 1;
    Box area = grown(line.box, margin, margin);
    if (shape.above == 0) return area;
    const bool none = line.baseline.empty();
    const auto [head, foot] = std::minmax(
        {none ? line.box.bottom : line.baseline.front().y, none ? line.box.bottom : line.baseline.back().y});
    area.top = std::min(line.box.top, head - static_cast<int>(std::lround(shape.above * height)));
    area.bottom = std::max(line.box.bottom, foot + static_cast<int>(std::lround(shape.below * height)));
    return area;
}

/// What shows through from the paper's other side, and its grain.
void whiten_paper(cv::Mat& pixels, const cv::Mat& ink, double reach) {
    const int r = std::max(1, static_cast<int>(std::lround(reach)));
    cv::Mat print;
    cv::dilate(ink, print, cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * r + 1, 2 * r + 1}));
    pixels.setTo(255, print == 0);
}

/// Grain nearly as dark as print, from a scan of much contrast. It is smaller than a stroke: blurred, it is lighter.
/// gray: the same place of the sheet.
void smooth_grain(cv::Mat& pixels, const cv::Mat& gray, const cv::Mat& ink, double height) {
    constexpr double kGrain = 12;                 // gray levels, standard deviation of the paper: evened paper has 5
    constexpr double kFaint = 110;                // the other side's print, which would become black
    constexpr double kBlur = 0.045;               // text heights
    constexpr double kBlack = 0.1, kWhite = 0.27; // of the way from ink to paper
    cv::Mat near_print;
    cv::dilate(ink, near_print, cv::Mat::ones(5, 5, CV_8U));
    cv::Scalar mean, deviation;
    cv::meanStdDev(gray, mean, deviation, near_print == 0);
    if (deviation[0] < kGrain || cv::mean(gray, ink)[0] > kFaint) return;
    cv::GaussianBlur(pixels, pixels, {}, kBlur * height);
    const double print = cv::mean(pixels, ink)[0], paper = cv::mean(pixels, ink == 0)[0];
    const double black = print + kBlack * (paper - print), range = (kWhite - kBlack) * (paper - print);
    if (range > 1) pixels.convertTo(pixels, CV_8U, 255 / range, -black * 255 / range);
}

/// Specks as dark as print: marks smaller than this many pixels.
void whiten_specks(cv::Mat& pixels, double size) {
    constexpr int kDark = 160;
    const std::vector<Run> runs = runs_of(pixels < kDark);
    const std::vector<Component> marks = components_of(runs);
    cv::Mat specks = cv::Mat::zeros(pixels.size(), CV_8U), print = specks.clone();
    for (const Run& run : runs) {
        const Box& mark = marks[run.component].box;
        (std::max(mark.width(), mark.height()) < size ? specks : print)
            .row(run.y)
            .colRange(run.left, run.right)
            .setTo(255);
    }
    cv::dilate(specks, specks, cv::Mat::ones(3, 3, CV_8U)); // and their edges
    pixels.setTo(255, specks & ~print);
}

} // namespace

bool is_specked(const Sheet& sheet) {
    return sheet.specks > kSpecked;
}

Crop cut_line(const Sheet& sheet, const Line& line, const std::vector<Box>& neighbours, const CropShape& shape) {
    const cv::Mat& gray = sheet.gray;
    const double height = std::max(4, line.text_height);
    const Box area = intersected(area_of(line, height, shape), {0, 0, gray.cols, gray.rows});
    Crop crop;
    crop.is_band = area.height() <= kHigher * (shape.above + shape.below) * height;
    crop.origin = {area.left, area.top};
    crop.pixels = gray(rect(area)).clone();
    const cv::Mat own = gray(rect(line.box) & cv::Rect(0, 0, gray.cols, gray.rows));
    for (const Box& neighbour : neighbours) {
        const Box shared = intersected(neighbour, area);
        if (shared.empty()) continue;
        crop.pixels(cv::Rect(shared.left - area.left, shared.top - area.top, shared.width(), shared.height()))
            .setTo(255);
    }
    const Box inside = intersected(line.box, area);
    own.copyTo(crop.pixels(cv::Rect(inside.left - area.left, inside.top - area.top, inside.width(), inside.height())));
    for (const Leader& leader : line.leaders)
        if (const Box shared = intersected(grown(leader.box, 2, 2), area); !shared.empty())
            crop.pixels(rect(shared) - cv::Point(area.left, area.top)).setTo(255);
    for (const Box& neighbour : neighbours)
        if (const Box shared = intersected(neighbour, inside); !shared.empty() && is_upright_rule(neighbour, line.box))
            crop.pixels(rect({shared.left - area.left, 0, shared.right - area.left, area.height()})).setTo(255);

    if (sheet.specks > kDirty) {
        if (shape.clear > 0) whiten_paper(crop.pixels, sheet.ink(rect(area)), shape.clear * height);
        if (shape.smooth) smooth_grain(crop.pixels, gray(rect(area)), sheet.ink(rect(area)), height);
        if (shape.specks > 0) whiten_specks(crop.pixels, shape.specks * height);
    }

    if (shape.lowers) lower_superiors(crop.pixels, crop.origin, line, find_superiors(line, sheet.ink));
    close_leaders(crop, line.leaders, height);
    put_initial(crop, gray, line, area);

    if (shape.text_height == 0) return crop;
    crop.scale = shape.text_height / height;
    cv::resize(crop.pixels, crop.pixels, {}, crop.scale, crop.scale, crop.scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return crop;
}

} // namespace broadsheet
