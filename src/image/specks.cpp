// SPDX-License-Identifier: Apache-2.0
#include "image/steps.h"
#include "page/median.h"

#include <algorithm>

namespace broadsheet {

namespace {

/// Of each component, the gray of its darkest pixel.
std::vector<int> darkest_of(const cv::Mat& gray, const Print& print) {
    std::vector<int> darkest(print.components.size(), 255);
    for (const Run& run : print.runs) {
        const std::uint8_t* row = gray.ptr(run.y);
        int& least = darkest[static_cast<std::size_t>(run.component)];
        least = std::min<int>(least, *std::min_element(row + run.left, row + run.right));
    }
    return darkest;
}

} // namespace

double clear_specks(cv::Mat& ink, const cv::Mat& gray, const Print& print) {
    constexpr double kDot = 0.35;      // text heights: no letter is smaller
    constexpr double kLetter = 0.6;    // text heights
    constexpr double kFaint = 0.7;     // of the letters' contrast; what shows through and dust rarely reach it
    constexpr double kPerLetter = 1.5; // a blurred photograph of Han print reaches 1
    const std::vector<int> darkest = darkest_of(gray, print);
    std::vector<int> letters;
    for (std::size_t i = 0; i < darkest.size(); ++i)
        if (print.components[i].box.height() > kLetter * print.text_height) letters.push_back(darkest[i]);
    if (letters.empty()) return 0;
    const double lightest = 255 - kFaint * (255 - median(letters));
    const auto is_faint = [&](std::size_t i) {
        const Box& box = print.components[i].box;
        return std::max(box.width(), box.height()) < kDot * print.text_height && darkest[i] > lightest;
    };
    std::size_t faint = 0;
    for (std::size_t i = 0; i < darkest.size(); ++i)
        faint += is_faint(i);
    const double per_letter = static_cast<double>(faint) / static_cast<double>(letters.size());
    if (per_letter < kPerLetter) return per_letter;
    for (const Run& run : print.runs)
        if (is_faint(static_cast<std::size_t>(run.component))) ink.row(run.y).colRange(run.left, run.right).setTo(0);
    return per_letter;
}

} // namespace broadsheet
