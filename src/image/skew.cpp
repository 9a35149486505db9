// SPDX-License-Identifier: Apache-2.0
#include "image/profiles.h"
#include "image/steps.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <numbers>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

constexpr double max_angle = 10;

/// The whole page in bands of some width, whatever columns it has.
std::vector<Patch> bands_of(const Strips& strips) {
    constexpr int width = 160;
    const int step = std::max(1, width / strips.width);
    std::vector<Patch> bands;
    for (int first = 0; first < strips.profiles.rows; first += step)
        bands.push_back({first, std::min(first + step, strips.profiles.rows), 0, strips.profiles.cols});
    return bands;
}

double sharpness(const Strips& strips, const std::vector<Patch>& patches, double angle) {
    double score = 0;
    const double slope = std::tan(angle * std::numbers::pi / 180) * strips.width * strips.stretch;
    for (const Patch& patch : patches)
        score += sharpness(strips, patch, slope);
    return score;
}

struct Peak {
    double angle = 0;
    double distinctness = 0; ///< its score over the median score of all angles
};

Peak find_peak(const cv::Mat& print) {
    constexpr double step = 0.25;
    // At the largest angle a strip of 8 pixels smears its lines by less than a pixel and a half.
    const Strips strips = strips_of(print, 8, 1);
    const std::vector<Patch> bands = bands_of(strips);
    std::vector<double> scores;
    for (double angle = -max_angle; angle <= max_angle; angle += step)
        scores.push_back(sharpness(strips, bands, angle));
    const auto best = std::max_element(scores.begin(), scores.end());
    const double score = *best;
    const double angle = -max_angle + step * static_cast<double>(best - scores.begin());
    std::nth_element(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(scores.size() / 2), scores.end());
    const double median = scores[scores.size() / 2];
    return {angle, median > 0 ? score / median : 0};
}

/// The angle made precise on the print as turned level by it, where gutters stand upright.
double refined(const cv::Mat& print, double angle) {
    cv::Mat level;
    const cv::Point2f centre(static_cast<float>(print.cols) / 2, static_cast<float>(print.rows) / 2);
    cv::warpAffine(print, level, cv::getRotationMatrix2D(centre, angle, 1), print.size());
    // Shifts by whole pixels lose sharpness at every angle but 0, which would win for it: hence quarters of a pixel.
    const Strips strips = strips_of(level, 4, 4);
    constexpr int most_width = 480; // over longer lines curling tells more than skew
    const std::vector<Patch> columns = columns_of(strips, most_width);

    double best = 0;
    for (const double step : {0.15, 0.06}) {
        constexpr int side = 5;
        std::vector<double> scores;
        for (int i = -side; i <= side; ++i)
            scores.push_back(sharpness(strips, columns, best + i * step));
        const auto highest = std::max_element(scores.begin(), scores.end()) - scores.begin() - side;
        best += step * (step > 0.1 ? static_cast<double>(highest) : vertex(scores));
    }
    return angle + best;
}

/// Vertical rules and the edges of the sheet are no lines of vertical writing.
cv::Mat without_rules(const cv::Mat& print) {
    cv::Mat rules;
    cv::morphologyEx(print, rules, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {61, 1}));
    rules.setTo(0, rules < 64); // an even gray is no rule either
    cv::dilate(rules, rules, cv::getStructuringElement(cv::MORPH_RECT, {3, 5}));
    return print - rules;
}

} // namespace

Skew find_skew(const cv::Mat& gray) {
    constexpr double least_distinctness = 1.3;
    constexpr int least_side = 50;
    const cv::Mat print = small_print(gray);
    if (print.rows < least_side || print.cols < least_side) return {};
    auto found = std::async(std::launch::async, find_peak, print);
    // Vertical writing has its lines across; seen from the side they fall the other way.
    const cv::Mat side = without_rules(print.t());
    const Peak upright = find_peak(side);
    const Peak level = found.get();
    constexpr double clearly = 1.2;
    const bool vertical = upright.distinctness > level.distinctness * clearly;
    if ((vertical ? upright : level).distinctness < least_distinctness) return {};
    if (vertical) return {-refined(side, upright.angle), true, true};
    constexpr double nearly = 0.6;
    return {refined(print, level.angle), false, upright.distinctness > level.distinctness * nearly};
}

Turned turned(const cv::Mat& gray, double angle) {
    const cv::Point2f centre(static_cast<float>(gray.cols - 1) / 2, static_cast<float>(gray.rows - 1) / 2);
    cv::Mat to_sheet = cv::getRotationMatrix2D(centre, angle, 1);
    const double c = std::abs(to_sheet.at<double>(0, 0));
    const double s = std::abs(to_sheet.at<double>(0, 1));
    const cv::Size size(static_cast<int>(std::ceil(gray.cols * c + gray.rows * s)),
                        static_cast<int>(std::ceil(gray.cols * s + gray.rows * c)));
    to_sheet.at<double>(0, 2) += (size.width - gray.cols) / 2.0;
    to_sheet.at<double>(1, 2) += (size.height - gray.rows) / 2.0;
    Turned result;
    cv::warpAffine(gray, result.gray, to_sheet, size, cv::INTER_CUBIC, cv::BORDER_CONSTANT, 255);
    cv::Mat to_scan;
    cv::invertAffineTransform(to_sheet, to_scan);
    for (int i = 0; i < 6; ++i)
        result.frame.m[static_cast<std::size_t>(i)] = to_scan.at<double>(i / 3, i % 3);
    return result;
}

} // namespace broadsheet
