// SPDX-License-Identifier: Apache-2.0
#include "layout/components.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

constexpr double kMinLength = 5; // in text heights: longer than any dash, shorter than a column
constexpr double kMaxThickness = 0.34;

/// Long and thin, even where the paper is curled so that the box is higher than the stroke.
bool is_rule(const Component& c, bool vertical, double text_height) {
    const double length = vertical ? c.box.height() : c.box.width();
    const double across = vertical ? c.box.width() : c.box.height();
    const double stroke = c.pixels / std::max(1.0, length);
    return length >= kMinLength * text_height && stroke <= kMaxThickness * text_height &&
           across <= std::max(0.5 * text_height, 0.05 * length);
}

cv::Mat opened_along(const cv::Mat& ink, bool vertical, double text_height) {
    const int length = static_cast<int>(std::lround(2.5 * text_height)) | 1; // odd, so that nothing shifts
    cv::Mat out;
    cv::morphologyEx(ink, out, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_RECT, vertical ? cv::Size(1, length) : cv::Size(length, 1)));
    // A rule a little out of level is opened into steps; a small closing makes them one again.
    cv::morphologyEx(out, out, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
    return out;
}

} // namespace

std::vector<Rule> take_rules(cv::Mat& ink, double text_height) {
    std::vector<Rule> rules;
    for (const bool vertical : {false, true}) {
        const cv::Mat strokes = opened_along(ink, vertical, text_height);
        for (const Component& c : find_components(strokes)) {
            if (!is_rule(c, vertical, text_height)) continue;
            rules.push_back({c.box, vertical});
        }
    }
    for (const Rule& rule : rules) {
        // The margin takes the ragged edge that opening leaves behind.
        const Box b =
            intersected(grown(rule.box, rule.vertical ? 2 : 0, rule.vertical ? 0 : 2), {0, 0, ink.cols, ink.rows});
        ink(cv::Rect(b.left, b.top, b.width(), b.height())).setTo(0);
    }
    return rules;
}

} // namespace broadsheet
