// SPDX-License-Identifier: Apache-2.0
#include "image/profiles.h"
#include "image/shrink.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

cv::Mat small_print(const cv::Mat& gray) {
    constexpr int longest_side = 2000;
    const double scale = std::min(0.5, static_cast<double>(longest_side) / std::max(gray.cols, gray.rows));
    cv::Mat print = shrunk(gray, scale);
    constexpr double faint = 0.25; // of black: paper grain, print showing through
    print.convertTo(print, CV_8U, -1 / (1 - faint), 255);
    // Faded out, not cut out: a cut would be an edge of its own.
    constexpr int fading = 90;
    cv::Mat density;
    cv::boxFilter(print, density, CV_8U, {41, 41}, {-1, -1}, true, cv::BORDER_REPLICATE);
    cv::multiply(print, cv::max(0, fading + 64 - cv::max(density, fading)), print, 1.0 / 64);
    return print;
}

Strips strips_of(const cv::Mat& print, int width, int stretch) {
    Strips strips{shrunk(print, {std::max(1, print.cols / width), print.rows}), width, stretch};
    strips.profiles.convertTo(strips.profiles, CV_32F);
    strips.profiles = strips.profiles.t();
    if (stretch > 1) cv::resize(strips.profiles, strips.profiles, {}, stretch, 1, cv::INTER_CUBIC);
    cv::GaussianBlur(strips.profiles, strips.profiles, {4 * stretch + 1, 1}, 0.8 * stretch);
    return strips;
}

std::vector<Patch> columns_of(const Strips& strips, int most_width) {
    constexpr int height = 200;
    constexpr int least_width = 60;
    std::vector<Patch> columns;
    const int step = height * strips.stretch;
    for (int top = 0; top + step / 2 < strips.profiles.cols; top += step) {
        const int bottom = std::min(top + step, strips.profiles.cols);
        const cv::Mat part = strips.profiles.colRange(top, bottom);
        cv::Mat activity;
        cv::reduce(cv::abs(part.colRange(strips.stretch, part.cols) - part.colRange(0, part.cols - strips.stretch)),
                   activity, 1, cv::REDUCE_SUM);
        const double least = 0.5 * cv::mean(activity)[0];
        int first = 0;
        for (int s = 0; s <= activity.rows; ++s) {
            const bool full = s - first >= most_width / strips.width;
            const bool gutter = s == activity.rows || activity.at<float>(s) < least;
            if (!gutter && !full) continue;
            if (s - first >= least_width / strips.width) columns.push_back({first, s, top, bottom});
            first = gutter ? s + 1 : s;
        }
    }
    return columns;
}

double sharpness(const Strips& strips, const Patch& patch, double slope) {
    // Only rows that all strips have: the end of one would be an edge of its own.
    const double middle = (patch.first + patch.last - 1) / 2.0;
    const int reach = cvCeil(std::abs(slope) * (patch.last - middle));
    const int begin = std::max(patch.top, reach);
    const int end = std::min(patch.bottom, strips.profiles.cols - reach);
    if (end - begin < 2) return 0;
    std::vector<float> sum(static_cast<std::size_t>(end - begin), 0.0F);
    for (int s = patch.first; s < patch.last; ++s) {
        const float* profile = strips.profiles.ptr<float>(s) + begin + cvRound(slope * (s - middle));
        for (std::size_t y = 0; y < sum.size(); ++y)
            sum[y] += profile[y];
    }
    const cv::Mat rows(1, end - begin, CV_32F, sum.data());
    return cv::norm(rows.colRange(1, rows.cols), rows.colRange(0, rows.cols - 1), cv::NORM_L2SQR);
}

double vertex(const std::vector<double>& scores) {
    const double side = static_cast<double>(scores.size() / 2);
    double odd = 0, even = 0, all = 0, squares = 0, fourths = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const double at = static_cast<double>(i) - side;
        odd += at * scores[i];
        even += at * at * scores[i];
        all += scores[i];
        squares += at * at;
        fourths += at * at * at * at;
    }
    const auto count = static_cast<double>(scores.size());
    const double bend = (count * even - squares * all) / (count * fourths - squares * squares);
    return bend < 0 ? std::clamp(-odd / squares / (2 * bend), -side, side) : 0;
}

} // namespace broadsheet
