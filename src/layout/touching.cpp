// SPDX-License-Identifier: Apache-2.0
#include "layout/box_index.h"
#include "layout/text_lines.h"
#include "page/median.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

namespace {

constexpr double kTall = 1.45;   // text heights: more than a letter with ascender and descender ...
constexpr double kTwoRows = 3.2; // ... and less than three rows
constexpr double kLargest = 3;   // text heights of letters that are larger than the text's
constexpr double kRows = 2.3;    // of their heights that two rows of them are high
constexpr double kNeck = 0.22;   // text heights: a stroke of a letter, not of an initial
constexpr double kNecks = 0.5;   // text heights: of some letters of a word
constexpr double kBeside = 2.5;  // text heights to either side in which letters tell the rows

/// Ink across the blob where it is thinnest, near the gap between two rows.
int thinnest(const cv::Mat& ink, const Box& blob, int gap, double t) {
    int least = blob.width();
    for (int y = std::max(blob.top, gap - static_cast<int>(0.2 * t));
         y < std::min(blob.bottom, gap + static_cast<int>(0.2 * t)); ++y)
        least = std::min(least, cv::countNonZero(ink.row(y).colRange(blob.left, blob.right)));
    return least;
}

/// Where the white between the two rows stands that the blob reaches into; -1: it reaches into one only.
int row_gap(const cv::Mat& ink, const Box& blob, const std::vector<Box>& boxes, const BoxIndex& index, double t) {
    std::vector<int> bottoms, tops; // of the upper row's letters, of the lower row's
    int left = 0, right = 0;
    for (const int i : index.touching(grown(blob, static_cast<int>(kBeside * t), 0))) {
        const Box& letter = boxes[static_cast<size_t>(i)];
        if (letter == blob || letter.height() < 0.55 * t || letter.height() > kTall * t) continue;
        const int off = letter.center().y - blob.center().y;
        if (std::abs(off) < 0.2 * t) return -1; // a row runs through its middle
        (off < 0 ? bottoms : tops).push_back(off < 0 ? letter.bottom : letter.top);
        ++(letter.center().x < blob.center().x ? left : right);
    }
    if (bottoms.size() < 2 || tops.size() < 2) return -1;
    const int gap = std::clamp((median(bottoms) + median(tops)) / 2, blob.top + 1, blob.bottom - 1);
    // An initial over two lines has letters on one side only, too; strokes of a headline's Han characters stand beside
    // a whole one like letters of two rows.
    return thinnest(ink, blob, gap, t) < (left > 0 && right > 0 ? kNecks : kNeck) * t ? gap : -1;
}

} // namespace

std::vector<Component> split_touching(const cv::Mat& ink, const std::vector<Component>& components,
                                      double text_height) {
    const std::vector<Box> boxes = boxes_of(components);
    const BoxIndex index(boxes, static_cast<int>(2 * text_height));
    std::vector<Component> out;
    for (const Component& c : components) {
        const double height = c.box.height() / text_height;
        const double letters = height < kTwoRows ? 1 : height / kRows; // text heights
        const bool may_be_two = height > kTall && letters < kLargest;
        const int gap = may_be_two ? row_gap(ink, c.box, boxes, index, letters * text_height) : -1;
        if (gap < 0) {
            out.push_back(c);
            continue;
        }
        const int upper = static_cast<int>(1LL * c.area * (gap - c.box.top) / c.box.height());
        out.push_back({{c.box.left, c.box.top, c.box.right, gap}, upper});
        out.push_back({{c.box.left, gap, c.box.right, c.box.bottom}, c.area - upper});
    }
    return out;
}

} // namespace broadsheet
