// SPDX-License-Identifier: Apache-2.0
#include "recognize/superiors.h"

#include "image/components.h"
#include "page/polyline.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

namespace {

// Text heights. Quotes and apostrophes are lower or narrower, letters on the baseline higher.
constexpr double kLeastHeight = 0.3, kLargestHeight = 0.75;
constexpr double kHigh = 0.36, kWide = 0.33; // one of them at least
constexpr double kRaised = 0.28;             // of the feet above the baseline
constexpr double kTop = 1.3;                 // above the baseline, at most
constexpr double kGap = 0.4;                 // before and between them
constexpr double kTight = 0.15;              // before one of them alone
constexpr double kLetterWidths = 0.6;        // two of them are wider
constexpr double kClose = 0.25;              // to the letter behind them, if they were no superiors
constexpr double kStands = 0.15;             // so far from the baseline a foot stands on it
constexpr double kLetter = 0.55;             // the height of the letter before them, at least

double foot_at(const Line& line, double x) {
    return line.baseline.size() < 2 ? line.box.bottom : height_at(line.baseline, x);
}

/// As wide as high, and white in the middle with ink on all sides of that: a degree sign. An e has its bar there.
bool is_ring(const cv::Mat& mark) {
    const int x = mark.cols / 2, y = mark.rows / 2;
    if (10 * std::abs(mark.cols - mark.rows) > 3 * std::max(mark.cols, mark.rows) || mark.at<uchar>(y, x)) return false;
    const auto has_ink = [&](const cv::Rect& side) { return !side.empty() && cv::countNonZero(mark(side)) > 0; };
    return has_ink({0, y, x, 1}) && has_ink({x, y, mark.cols - x, 1}) && has_ink({x, 0, 1, y}) &&
           has_ink({x, y, 1, mark.rows - y});
}

} // namespace

std::vector<Box> find_superiors(const Line& line, const cv::Mat& ink) {
    const double t = line.text_height;
    const Box area = intersected(line.box, {0, 0, ink.cols, ink.rows});
    if (area.empty() || line.vertical || t <= 0) return {};
    std::vector<Box> marks; // accents and dots with their letters
    for (const Component& mark : find_components(ink(cv::Rect(area.left, area.top, area.width(), area.height())))) {
        Box box{mark.box.left + area.left, mark.box.top + area.top, mark.box.right + area.left,
                mark.box.bottom + area.top};
        const auto stacked = [&](const Box& other) {
            return 2 * overlap_x(box, other) > std::min(box.width(), other.width());
        };
        for (auto at = marks.begin(); (at = std::find_if(marks.begin(), marks.end(), stacked)) != marks.end();) {
            box = united(box, *at);
            marks.erase(at);
        }
        marks.push_back(box);
    }
    std::ranges::stable_sort(marks, {}, &Box::left);

    const auto is_raised = [&](const Box& mark) {
        const double foot = foot_at(line, mark.center().x);
        return mark.height() >= kLeastHeight * t && mark.height() <= kLargestHeight * t &&
               mark.bottom <= foot - kRaised * t && mark.top >= foot - kTop * t;
    };
    const auto is_letter = [&](const Box& mark) {
        return std::abs(mark.bottom - foot_at(line, mark.center().x)) < kStands * t && mark.height() >= kLetter * t;
    };
    std::vector<Box> superiors;
    for (std::size_t i = 1; i < marks.size(); ++i) {
        const Box letter = marks[i - 1];
        if (!is_letter(letter) || !is_raised(marks[i])) continue;
        Box all;
        bool is_text = false;
        for (int right = letter.right; i < marks.size() && is_raised(marks[i]) && marks[i].left - right < kGap * t;
             right = marks[i++].right) {
            all = united(all, marks[i]);
            is_text = is_text || (marks[i].height() >= kHigh * t && marks[i].width() >= kWide * t);
        }
        if (!is_text) continue;
        // An asterisk stands off.
        const bool is_sign =
            all.width() < kLetterWidths * t && (all.left - letter.right > kTight * t ||
                                                is_ring(ink(cv::Rect(all.left, all.top, all.width(), all.height()))));
        // The arm of a broken V stands over the letter behind it.
        const bool goes_on = i < marks.size() && is_letter(marks[i]) && marks[i].left - all.right < kClose * t;
        if (!is_sign && !goes_on) superiors.push_back(all);
    }
    return superiors;
}

void lower_superiors(cv::Mat& pixels, Point origin, const Line& line, const std::vector<Box>& superiors) {
    for (const Box& box : superiors) {
        const Box around = grown(box, 1, 1);
        const cv::Rect from = cv::Rect(around.left - origin.x, around.top - origin.y, around.width(), around.height()) &
                              cv::Rect({}, pixels.size());
        const int down = static_cast<int>(std::lround(foot_at(line, box.center().x))) - box.bottom;
        const cv::Rect to = (from + cv::Point(0, down)) & cv::Rect({}, pixels.size());
        if (from.empty() || to.empty()) continue;
        const cv::Mat letters = pixels(to - cv::Point(0, down)).clone();
        pixels(from).setTo(255);
        cv::Mat place = pixels(to);
        cv::min(letters, place, place);
    }
}

} // namespace broadsheet
