// SPDX-License-Identifier: Apache-2.0
#include "image/steps.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

constexpr double max_angle = 10;
constexpr int longest_side = 2000;

/// How much ink there is in each small pixel, 0 to 255, without pictures and other solid areas, whose edges may have
/// any direction.
cv::Mat print_of(const cv::Mat& gray) {
    const double scale = std::min(0.5, static_cast<double>(longest_side) / std::max(gray.cols, gray.rows));
    const cv::Size size(std::max(1, static_cast<int>(gray.cols * scale)),
                        std::max(1, static_cast<int>(gray.rows * scale)));
    cv::Mat print;
    cv::resize(gray, print, size, 0, 0, cv::INTER_AREA);
    constexpr double faint = 0.25; // of black: paper grain, print showing through
    print.convertTo(print, CV_8U, -1 / (1 - faint), 255);
    // Faded out, not cut out: a cut would be an edge of its own.
    constexpr int fading = 90;
    cv::Mat density;
    cv::boxFilter(print, density, CV_8U, {41, 41}, {-1, -1}, true, cv::BORDER_REPLICATE);
    cv::multiply(print, cv::max(0, fading + 64 - cv::max(density, fading)), print, 1.0 / 64);
    return print;
}

/// The print as strips of columns that are shifted as one: one row a strip, the ink of the strip in each line of
/// pixels.
struct Strips {
    cv::Mat profiles;
    int width = 1;   ///< pixels of the print a strip
    int stretch = 1; ///< samples a pixel along the strip
};

Strips strips_of(const cv::Mat& print, int width, int stretch) {
    Strips strips{{}, width, stretch};
    cv::resize(print, strips.profiles, {std::max(1, print.cols / width), print.rows}, 0, 0, cv::INTER_AREA);
    strips.profiles.convertTo(strips.profiles, CV_32F);
    strips.profiles = strips.profiles.t();
    if (stretch > 1) cv::resize(strips.profiles, strips.profiles, {}, stretch, 1, cv::INTER_CUBIC);
    cv::GaussianBlur(strips.profiles, strips.profiles, {4 * stretch + 1, 1}, 0.8 * stretch);
    return strips;
}

/// Neighbouring strips over some of their length, both half-open: the piece of one column of print.
struct Segment {
    int first = 0;
    int last = 0;
    int top = 0;
    int bottom = 0;
};

/// The whole page in bands of some width, whatever columns it has.
std::vector<Segment> bands_of(const Strips& strips) {
    constexpr int width = 160;
    const int step = std::max(1, width / strips.width);
    std::vector<Segment> bands;
    for (int first = 0; first < strips.profiles.rows; first += step)
        bands.push_back({first, std::min(first + step, strips.profiles.rows), 0, strips.profiles.cols});
    return bands;
}

/// Pieces of columns: runs of strips in which lines come and go. In a gutter, be it white or ruled, nothing changes.
std::vector<Segment> columns_of(const Strips& strips) {
    constexpr int height = 200;
    constexpr int least_width = 60;
    constexpr int most_width = 480; // over longer lines curling tells more than skew
    std::vector<Segment> columns;
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

/// High where lines and the gaps between them are told apart most sharply: squared steps of each segment's profile.
double sharpness(const Strips& strips, const std::vector<Segment>& segments, double angle) {
    double score = 0;
    const double slope = std::tan(angle * std::numbers::pi / 180) * strips.width * strips.stretch;
    std::vector<float> sum;
    for (const Segment& segment : segments) {
        // Only rows that all strips have: the end of one would be an edge of its own.
        const double middle = (segment.first + segment.last - 1) / 2.0;
        const int reach = cvCeil(std::abs(slope) * (segment.last - middle));
        const int begin = std::max(segment.top, reach);
        const int end = std::min(segment.bottom, strips.profiles.cols - reach);
        if (end - begin < 2) continue;
        sum.assign(static_cast<std::size_t>(end - begin), 0.0f);
        for (int s = segment.first; s < segment.last; ++s) {
            const float* profile = strips.profiles.ptr<float>(s) + begin + cvRound(slope * (s - middle));
            for (std::size_t y = 0; y < sum.size(); ++y)
                sum[y] += profile[y];
        }
        for (std::size_t y = 1; y < sum.size(); ++y) {
            const double step = sum[y] - sum[y - 1];
            score += step * step;
        }
    }
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
    const std::vector<Segment> bands = bands_of(strips);
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

/// The highest point of the parabola through equidistant scores, in steps from the middle one: curled lines have a
/// broad and uneven peak.
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

/// The angle made precise on the print as turned level by it, where gutters stand upright.
double refined(const cv::Mat& print, double angle) {
    cv::Mat level;
    const cv::Point2f centre(static_cast<float>(print.cols) / 2, static_cast<float>(print.rows) / 2);
    cv::warpAffine(print, level, cv::getRotationMatrix2D(centre, angle, 1), print.size());
    // Shifts by whole pixels lose sharpness at every angle but 0, which would win for it: hence quarters of a pixel.
    const Strips strips = strips_of(level, 4, 4);
    const std::vector<Segment> columns = columns_of(strips);

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

double find_skew(const cv::Mat& gray) {
    constexpr double least_distinctness = 1.3;
    constexpr int least_side = 50;
    const cv::Mat print = print_of(gray);
    if (print.rows < least_side || print.cols < least_side) return 0;
    const Peak level = find_peak(print);
    // Vertical writing has its lines across; seen from the side they fall the other way.
    const cv::Mat side = without_rules(print.t());
    const Peak upright = find_peak(side);
    constexpr double clearly = 1.2;
    const bool vertical = upright.distinctness > level.distinctness * clearly;
    if ((vertical ? upright : level).distinctness < least_distinctness) return 0;
    return vertical ? -refined(side, upright.angle) : refined(print, level.angle);
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
