// SPDX-License-Identifier: Apache-2.0
/// Pages drawn for the tests of what is done to pixels; no font is needed.
#pragma once

#include <cmath>
#include <opencv2/imgproc.hpp>
#include <string>

namespace broadsheet::testing {

constexpr int paper_white = 255;

/// Columns of lines, each line a row of bars with the sizes of short words.
inline cv::Mat bar_page(int width, int height, int columns, int pitch) {
    cv::Mat page(height, width, CV_8UC1, cv::Scalar(paper_white));
    const int margin = width / 12;
    const int gutter = pitch;
    const int column = (width - 2 * margin - (columns - 1) * gutter) / columns;
    cv::RNG random(7);
    for (int c = 0; c < columns; ++c) {
        const int left = margin + c * (column + gutter);
        for (int y = margin + c * pitch / 3; y + pitch < height - margin; y += pitch)
            for (int x = left; x < left + column;) {
                const int length = std::min(pitch * random.uniform(1, 4), left + column - x);
                cv::rectangle(page, {x, y, length, pitch / 2}, 0, cv::FILLED);
                x += length + pitch / 3;
            }
    }
    return page;
}

/// Lines of letters whose capitals are cap_height pixels high (Hershey's simplex has them 21 units high at scale 1).
inline cv::Mat letter_page(int width, int height, int cap_height) {
    cv::Mat page(height, width, CV_8UC1, cv::Scalar(paper_white));
    const std::string text = "The quick brown fox jumps over the lazy dog while Zurich holds its breath. ";
    const double scale = cap_height / 21.0;
    const int thickness = std::max(1, cap_height / 9);
    int row = 0;
    for (int y = 3 * cap_height; y < height - 2 * cap_height; y += 2 * cap_height, ++row) {
        const std::string turned = text.substr(static_cast<std::size_t>(row) % 20) + text + text;
        cv::putText(page(cv::Rect(0, 0, width - 2 * cap_height, height)), turned, {2 * cap_height, y},
                    cv::FONT_HERSHEY_SIMPLEX, scale, 0, thickness, cv::LINE_AA);
    }
    return page;
}

/// The page as a scanner sees it whose lines fall by angle degrees to the right.
inline cv::Mat skewed(const cv::Mat& page, double angle) {
    cv::Mat turned;
    const cv::Point2f centre(static_cast<float>(page.cols) / 2, static_cast<float>(page.rows) / 2);
    cv::warpAffine(page, turned, cv::getRotationMatrix2D(centre, -angle, 1), page.size(), cv::INTER_CUBIC,
                   cv::BORDER_CONSTANT, paper_white);
    return turned;
}

inline cv::Mat with_noise(const cv::Mat& page, double deviation) {
    cv::Mat noise(page.size(), CV_16SC(page.channels()));
    cv::RNG(11).fill(noise, cv::RNG::NORMAL, 0, deviation);
    cv::Mat noisy;
    cv::add(page, noise, noisy, cv::noArray(), CV_8U);
    return noisy;
}

} // namespace broadsheet::testing
