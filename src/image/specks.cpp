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

/// Most stand equally far from the next.
bool are_even(std::vector<int> at) {
    constexpr double off = 0.2; // of the usual distance
    std::sort(at.begin(), at.end());
    std::vector<int> steps;
    for (std::size_t i = 1; i < at.size(); ++i)
        steps.push_back(at[i] - at[i - 1]);
    const int usual = median(steps);
    return std::count_if(steps.begin(), steps.end(),
                         [&](int step) { return std::abs(step - usual) <= off * usual + 1; }) *
               5 >=
           4 * std::ssize(steps);
}

/// Which of the specks (boxes on a sheet of that size) lead the eye to a number: with the white between them closed
/// along the row they are long and narrow, where those of dirt and of what shows through run together or stand alone.
std::vector<char> in_leaders(const std::vector<Box>& specks, cv::Size size, double text_height) {
    constexpr double step = 1.6, apart = 0.5;  // text heights: to the next dot at most, from row to row at least
    constexpr double least = 4, narrow = 0.25; // text heights: long; high
    constexpr std::size_t dots = 6;
    cv::Mat bars = cv::Mat::zeros(size, CV_8UC1);
    for (const Box& b : specks)
        cv::rectangle(bars, cv::Rect(b.left, b.top, b.width(), b.height()), 255, cv::FILLED);
    const cv::Size reach(static_cast<int>(step * text_height) | 1, static_cast<int>(apart * text_height) | 1);
    cv::Mat labels, stats, centers;
    cv::morphologyEx(bars, bars, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, reach));
    std::vector<std::vector<int>> at(
        static_cast<std::size_t>(cv::connectedComponentsWithStats(bars, labels, stats, centers)));
    const auto bar_of = [&](const Box& b) { return static_cast<std::size_t>(labels.at<int>(b.top, b.left)); };
    for (const Box& b : specks)
        at[bar_of(b)].push_back(b.center().x);
    std::vector<char> leads(at.size());
    for (std::size_t i = 1; i < at.size(); ++i) {
        const int bar = static_cast<int>(i), width = stats.at<int>(bar, cv::CC_STAT_WIDTH);
        leads[i] = width > least * text_height && at[i].size() >= dots && are_even(at[i]) &&
                   stats.at<int>(bar, cv::CC_STAT_AREA) < (narrow * text_height + 2) * width;
    }
    std::vector<char> out;
    for (const Box& b : specks)
        out.push_back(leads[bar_of(b)]);
    return out;
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
    std::vector<std::size_t> faint;
    for (std::size_t i = 0; i < darkest.size(); ++i)
        if (is_faint(i)) faint.push_back(i);
    const auto per_letter = [&] { return static_cast<double>(faint.size()) / static_cast<double>(letters.size()); };
    if (per_letter() < kPerLetter) return per_letter();
    std::vector<Box> along, down; // it is not known yet how the page lies
    for (const std::size_t i : faint) {
        const Box& b = print.components[i].box;
        along.push_back(b);
        down.push_back({b.top, b.left, b.bottom, b.right});
    }
    const std::vector<char> leads = in_leaders(along, ink.size(), print.text_height),
                            leads_down = in_leaders(down, {ink.rows, ink.cols}, print.text_height);
    std::vector<std::size_t> specks;
    for (std::size_t i = 0; i < faint.size(); ++i)
        if (!leads[i] && !leads_down[i]) specks.push_back(faint[i]);
    if (specks.size() * 2 < faint.size()) faint = specks; // among so much dirt some stand even by chance
    if (per_letter() < kPerLetter) return per_letter();
    std::vector<char> goes(darkest.size());
    for (const std::size_t i : faint)
        goes[i] = 1;
    for (const Run& run : print.runs)
        if (goes[static_cast<std::size_t>(run.component)]) ink.row(run.y).colRange(run.left, run.right).setTo(0);
    return per_letter();
}

} // namespace broadsheet
