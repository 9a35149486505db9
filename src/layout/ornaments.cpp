// SPDX-License-Identifier: Apache-2.0
#include "layout/box_index.h"
#include "layout/marks.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

/// Of the ink the component's alone, which fills the picture.
cv::Mat alone(const cv::Mat& ink) {
    cv::Mat labels, stats, centers;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centers, 8);
    for (int i = 1; i < count; ++i)
        if (stats.at<int>(i, cv::CC_STAT_WIDTH) == ink.cols && stats.at<int>(i, cv::CC_STAT_HEIGHT) == ink.rows)
            return labels == i;
    return ink;
}

/// The width of its broadest stroke over that of the usual one.
double unevenness(const cv::Mat& blob) {
    cv::Mat framed, inner, depth;
    cv::copyMakeBorder(blob, framed, 1, 1, 1, 1, cv::BORDER_CONSTANT, 0);
    cv::erode(framed, inner, cv::Mat());
    cv::distanceTransform(framed, depth, cv::DIST_L2, 5);
    double deepest = 0;
    cv::minMaxLoc(depth, nullptr, &deepest);
    const double all = cv::countNonZero(framed), edge = all - cv::countNonZero(inner);
    return deepest * edge / all; // a stroke's width is its area over half its edge
}

bool is_ornament(const Component& c, const std::vector<Component>& components, const cv::Mat& ink, double t) {
    constexpr double least = 3.5, dense = 0.15; // text heights; of its box: a frame or a curve is open
    constexpr double uneven = 3.5;              // times: in Fraktur and brushed Han characters up to 3.2
    constexpr double letters = 0.15;            // in the square of a text height: of text in it there are more
    const auto area = static_cast<double>(c.box.area());
    if (std::min(c.box.width(), c.box.height()) < least * t || c.area < dense * area) return false;
    const auto within = std::count_if(components.begin(), components.end(), [&](const Component& other) {
        return &other != &c && other.box.height() > 0.6 * t && contains(c.box, other.box);
    });
    const cv::Rect box = cv::Rect(c.box.left, c.box.top, c.box.width(), c.box.height()) & cv::Rect({}, ink.size());
    return static_cast<double>(within) * t * t < letters * area && unevenness(alone(ink(box))) > uneven;
}

} // namespace

std::vector<Box> take_ornaments(std::vector<Component>& components, const cv::Mat& ink, double text_height) {
    std::vector<Box> ornaments;
    for (const Component& c : components)
        if (is_ornament(c, components, ink, text_height)) ornaments.push_back(c.box);
    ornaments = merged(ornaments, static_cast<int>(text_height));
    std::erase_if(components, [&](const Component& c) {
        return std::any_of(ornaments.begin(), ornaments.end(), [&](const Box& box) { return contains(box, c.box); });
    });
    return ornaments;
}

} // namespace broadsheet
