// SPDX-License-Identifier: Apache-2.0
#include "image/shrink.h"
#include "image/steps.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace broadsheet {

namespace {

constexpr int cell = 8;              // pixels a side
constexpr int rim = 1;               // cells at its edge that may show some paper
constexpr double darker = 0.5;       // of the paper near by; in shadow paper is lighter than that
constexpr double far_darker = 0.3;   // of the lightest paper
constexpr int near = 8;              // of its longer side the page is this many of what is near by
constexpr double widest = 0.25;      // of the scan, that a side of the desk is followed to
constexpr double steepest = 0.2;     // by which the paper's edge leans, at a skew of 10 degrees and more
constexpr float ragged = 4;          // cells by which torn paper leaves its straight edge
constexpr double least_side = 0.3;   // of a side of the scan that shows desk
constexpr double least_alike = 0.85; // of that part ends about there, but for corners
constexpr double least_lean = 0.03;  // of the page's width: what is straight comes near no text
constexpr double least_paper = 0.6;  // of the lightest paper: what lies between, print and all

constexpr float beyond = std::numeric_limits<float>::max();

/// 255 in the cells that show no paper. cells: their mean values.
cv::Mat dark_cells(const cv::Mat& cells) {
    cv::Mat level, lightest;
    cv::dilate(cells, level, cv::Mat::ones(2 * rim + 1, 2 * rim + 1, CV_8U));
    const int reach = std::max(level.cols, level.rows) / near | 1;
    cv::dilate(level, lightest, cv::Mat::ones(2 * reach + 1, 1, CV_8U));
    cv::dilate(lightest, lightest, cv::Mat::ones(1, 2 * reach + 1, CV_8U));
    double light = 0;
    cv::minMaxLoc(level, nullptr, &light);
    return (level < lightest * darker) | (level < light * far_darker);
}

/// How many dark cells each row begins with; beyond: more than the desk is followed to.
std::vector<float> runs_of(const cv::Mat& dark) {
    const int most = static_cast<int>(widest * dark.cols);
    std::vector<float> runs;
    for (int y = 0; y < dark.rows; ++y) {
        int run = 0;
        while (run <= most && run < dark.cols && dark.at<std::uint8_t>(y, run))
            ++run;
        runs.push_back(run > most ? beyond : static_cast<float>(run));
    }
    return runs;
}

/// The largest of the lines that lean by no more than the paper's edge may, and cross no run's end.
std::vector<float> edge_under(std::vector<float> runs) {
    const float lean = static_cast<float>(steepest);
    for (std::size_t i = 1; i < runs.size(); ++i)
        runs[i] = std::min(runs[i], runs[i - 1] + lean);
    for (std::size_t i = runs.size(); i-- > 1;)
        runs[i - 1] = std::min(runs[i - 1], runs[i] + lean);
    return runs;
}

/// Marks the desk at the left: where nearly all that is dark there ends at one straight edge, which a picture that runs
/// off the page does not. By how many cells its edge leans.
float mark_left(const cv::Mat& dark, cv::Mat& desk) {
    const std::vector<float> runs = runs_of(dark), edge = edge_under(runs);
    double known = 0, shown = 0, alike = 0;
    for (std::size_t y = 0; y < runs.size(); ++y) {
        if (runs[y] == beyond) continue;
        ++known;
        shown += runs[y] > 0;
        alike += runs[y] > 0 && runs[y] - edge[y] <= ragged;
    }
    if (shown == 0 || shown < least_side * known || alike < least_alike * shown) return 0;
    for (int y = 0; y < desk.rows; ++y) {
        const float width = std::min(runs[static_cast<std::size_t>(y)], edge[static_cast<std::size_t>(y)] + ragged);
        if (width > 0) desk.row(y).colRange(0, std::min(desk.cols, static_cast<int>(width) + rim + 1)).setTo(255);
    }
    const auto [least, most] = std::minmax_element(edge.begin(), edge.end());
    return *most - *least;
}

} // namespace

void clear_desk(const cv::Mat& gray, cv::Mat& even) {
    const cv::Mat cells = means_of_squares(gray, cell);
    cv::Mat dark = dark_cells(cells), desk = cv::Mat::zeros(dark.size(), CV_8U);
    double lean = 0; // of the width
    for (int side = 0; side < 4; ++side) {
        lean = std::max<double>(lean, mark_left(dark, desk) / static_cast<float>(dark.cols));
        cv::rotate(dark, dark, cv::ROTATE_90_CLOCKWISE);
        cv::rotate(desk, desk, cv::ROTATE_90_CLOCKWISE);
    }
    double lightest = 0;
    cv::minMaxLoc(cells, nullptr, &lightest);
    if (lean < least_lean || cv::mean(cells, desk == 0)[0] < least_paper * lightest) return;
    cv::resize(desk, desk, {}, cell, cell, cv::INTER_NEAREST);
    even.setTo(255, desk(cv::Rect({}, even.size())));
}

} // namespace broadsheet
