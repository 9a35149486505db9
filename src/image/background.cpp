// SPDX-License-Identifier: Apache-2.0
#include "image/shrink.h"
#include "image/steps.h"
#include "page/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

/// The paper is looked at in cells of this many pixels a side: finer than a shadow, coarser than a stroke.
constexpr int cell = 8;

/// The brightness that one pixel in ten exceeds.
int light_level(const cv::Mat& channel) {
    std::array<int, 256> counts{};
    for (int y = 0; y < channel.rows; ++y)
        for (int x = 0; x < channel.cols; ++x)
            ++counts[channel.at<std::uint8_t>(y, x)];
    int left = static_cast<int>(channel.total() / 10);
    int level = 255;
    while (level > 1 && (left -= counts[static_cast<std::size_t>(level)]) > 0)
        --level;
    return level;
}

void dilate(cv::Mat& image, int side) {
    cv::dilate(image, image, cv::getStructuringElement(cv::MORPH_RECT, {side, side}));
}

/// Paper in shadow darkens gradually. Lifts each cell to what a neighbour may have darkened to on the way, so that the
/// edge of a photograph or of a black bar, which is abrupt, is bridged.
void limit_slope(cv::Mat& level) {
    constexpr float straight = 0.97f;
    constexpr float diagonal = 0.958f;
    const auto sweep = [&](int first, int last, int step) {
        for (int y = first; y != last; y += step) {
            auto* row = level.ptr<float>(y);
            const auto* before = y == first ? nullptr : level.ptr<float>(y - step);
            for (int i = 0; before && i < level.cols; ++i) {
                const float left = i > 0 ? before[i - 1] : 0;
                const float right = i + 1 < level.cols ? before[i + 1] : 0;
                row[i] = std::max({row[i], straight * before[i], diagonal * left, diagonal * right});
            }
            for (int i = 1; i < level.cols; ++i)
                row[i] = std::max(row[i], straight * row[i - 1]);
            for (int i = level.cols - 2; i >= 0; --i)
                row[i] = std::max(row[i], straight * row[i + 1]);
        }
    };
    sweep(0, level.rows, 1);
    sweep(level.rows - 1, -1, -1);
}

/// Brightness of the paper, one value a cell; the last ones may reach over the edge. Cells of just that size: where the
/// paper ends, a pixel beside its place a level would leave an edge of its own.
cv::Mat paper_level(const cv::Mat& gray) {
    // In two stages: pixels between lines of small print are paper only at the finer scale.
    cv::Mat level = means_of_squares(gray, cell / 2);
    dilate(level, 5);
    level = means_of_squares(level, 2);
    dilate(level, 5);

    // No shadow is deeper than this beside the lightest paper within an eighth of the page.
    constexpr double deepest_shadow = 0.45;
    cv::Mat lightest = shrunk(level, 1.0 / 8);
    dilate(lightest, std::max(3, std::max(level.cols, level.rows) / 32 | 1));
    cv::resize(lightest, lightest, level.size(), 0, 0, cv::INTER_LINEAR);
    level = cv::max(level, lightest * deepest_shadow);

    level.convertTo(level, CV_32F);
    limit_slope(level);
    cv::blur(level, level, {5, 5});
    return level;
}

/// Standard deviation of the grain as a part of the level, from the steps between neighbours: of the smallest four in
/// ten, for those lie on paper even where print is dense.
double noise_of(const cv::Mat& gray, const cv::Mat& level) {
    constexpr double part = 0.4;
    constexpr double deviations =
        0.742; // of two independent normal values four in ten are nearer to each other than this
    constexpr std::size_t finest = 1000;
    std::array<int, finest> steps{};
    int all = 0;
    const int stride = std::max(1, gray.rows / 400);
    for (int y = 0; y < gray.rows; y += stride)
        for (int x = 2; x < gray.cols; x += 3) {
            const int step = std::abs(gray.at<std::uint8_t>(y, x) - gray.at<std::uint8_t>(y, x - 2));
            const auto relative =
                static_cast<std::size_t>(step) * finest / std::max<std::uint8_t>(1, level.at<std::uint8_t>(y, x));
            ++steps[std::min(relative, finest - 1)];
            ++all;
        }
    int left = static_cast<int>(all * part);
    std::size_t at = 0;
    while (at + 1 < finest && (left -= steps[at]) > 0)
        ++at;
    return static_cast<double>(at) / finest / deviations;
}

} // namespace

void check_pixels(const cv::Mat& pixels) {
    if (pixels.empty() || pixels.depth() != CV_8U || (pixels.channels() != 1 && pixels.channels() != 3))
        throw Error("pixels of 8 bits in one channel or three are needed");
}

cv::Mat to_gray(const cv::Mat& pixels) {
    if (pixels.channels() == 1) return pixels;
    const cv::Mat small = shrunk(pixels, 1.0 / cell);
    std::array<cv::Mat, 3> channels;
    cv::split(small, channels.data());
    const std::array<double, 3> luma{0.114, 0.587, 0.299};
    std::array<double, 3> level{};
    for (std::size_t c = 0; c < 3; ++c)
        level[c] = light_level(channels[c]);
    const double lightest = *std::max_element(level.begin(), level.end());
    cv::Matx13f weights;
    double sum = 0;
    for (std::size_t c = 0; c < 3; ++c) {
        const double weight = luma[c] * std::pow(level[c] / lightest, 4);
        weights(static_cast<int>(c)) = static_cast<float>(weight);
        sum += weight;
    }
    cv::Mat gray;
    cv::transform(pixels, gray, weights * (1 / sum));
    return gray;
}

bool is_bilevel(const cv::Mat& gray) {
    const int step = std::max(1, gray.rows / 500);
    std::size_t others = 0;
    std::size_t all = 0;
    for (int y = 0; y < gray.rows; y += step) {
        const std::uint8_t* row = gray.ptr(y);
        others +=
            static_cast<std::size_t>(std::count_if(row, row + gray.cols, [](int v) { return v != 0 && v != 255; }));
        all += static_cast<std::size_t>(gray.cols);
    }
    return others * 500 < all;
}

Evened evened(const cv::Mat& gray) {
    // Paper a little below its local level, by its grain or by print showing through, is white as well.
    constexpr double white_point = 0.95;
    cv::Mat level;
    paper_level(gray).convertTo(level, CV_8U);
    level = cv::max(level, 1);
    cv::resize(level, level, {}, cell, cell, cv::INTER_LINEAR);
    level = level(cv::Rect({}, gray.size()));
    Evened result;
    result.noise = noise_of(gray, level) * 255 / white_point;
    cv::divide(gray, level, result.gray, 255 / white_point);
    return result;
}

} // namespace broadsheet
