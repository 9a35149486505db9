// SPDX-License-Identifier: Apache-2.0
#include "image/steps.h"
#include "page/median.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

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

/// 255 where specks (255) lead the eye to a number: with the white between them closed along the row they are long and
/// narrow, where those of dirt and of what shows through run together or stand alone.
cv::Mat leaders_along_rows(const cv::Mat& specks, double text_height) {
    constexpr double step = 1.6, apart = 0.5;  // text heights: to the next dot at most, from row to row at least
    constexpr double least = 4, narrow = 0.25; // text heights: long; high
    const cv::Size reach(static_cast<int>(step * text_height) | 1, static_cast<int>(apart * text_height) | 1);
    cv::Mat bars, labels, stats, centers;
    cv::morphologyEx(specks, bars, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, reach));
    const int count = cv::connectedComponentsWithStats(bars, labels, stats, centers);
    cv::Mat is_leader(1, count, CV_8UC1, cv::Scalar(0));
    for (int i = 1; i < count; ++i) {
        const int width = stats.at<int>(i, cv::CC_STAT_WIDTH), area = stats.at<int>(i, cv::CC_STAT_AREA);
        is_leader.at<std::uint8_t>(i) = width > least * text_height && area < (narrow * text_height + 2) * width;
    }
    bars.forEach<std::uint8_t>([&](std::uint8_t& pixel, const int* at) {
        pixel = is_leader.at<std::uint8_t>(labels.at<int>(at[0], at[1])) ? 255 : 0;
    });
    return bars;
}

/// The same for lines that run down too: it is not known yet how the page lies.
cv::Mat leaders_in(const cv::Mat& specks, double text_height) {
    cv::Mat down;
    cv::transpose(leaders_along_rows(specks.t(), text_height), down);
    return down | leaders_along_rows(specks, text_height);
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
    std::vector<char> faint(darkest.size());
    for (std::size_t i = 0; i < darkest.size(); ++i)
        faint[i] = is_faint(i);
    const auto per_letter = [&] {
        return static_cast<double>(std::count(faint.begin(), faint.end(), 1)) / static_cast<double>(letters.size());
    };
    if (per_letter() < kPerLetter) return per_letter();
    cv::Mat specks = cv::Mat::zeros(ink.size(), CV_8UC1);
    for (const Run& run : print.runs)
        if (faint[static_cast<std::size_t>(run.component)]) specks.row(run.y).colRange(run.left, run.right).setTo(255);
    const cv::Mat leaders = leaders_in(specks, print.text_height);
    for (const Run& run : print.runs)
        if (leaders.at<std::uint8_t>(run.y, run.left)) faint[static_cast<std::size_t>(run.component)] = 0;
    if (per_letter() < kPerLetter) return per_letter();
    for (const Run& run : print.runs)
        if (faint[static_cast<std::size_t>(run.component)]) ink.row(run.y).colRange(run.left, run.right).setTo(0);
    return per_letter();
}

} // namespace broadsheet
