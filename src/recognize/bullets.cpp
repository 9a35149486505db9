// SPDX-License-Identifier: Apache-2.0
#include "recognize/bullets.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace broadsheet {

namespace {

// Text heights.
constexpr double kLeast = 0.18, kLargest = 0.6;  // a bullet's sides
constexpr double kLowest = 0.2, kHighest = 0.75; // of its middle above the baseline
constexpr double kWhite = 0.35;                  // behind it
constexpr double kUnder = 0.3;                   // by which they may stand off each other

/// The first shape of the line, if it may be a bullet; else empty.
Box bullet_of(const Line& line, const cv::Mat& ink) {
    constexpr double filled = 0.58, round = 0.75; // of its box; its shorter side of the longer
    const double t = line.text_height;
    const Box area = intersected(
        {line.box.left, line.box.top, line.box.left + static_cast<int>(2 * kLargest * t) + 1, line.box.bottom},
        {0, 0, ink.cols, ink.rows});
    if (area.empty() || line.vertical) return {};
    cv::Mat labels, stats, centers;
    const int count = cv::connectedComponentsWithStats(ink(cv::Rect(area.left, area.top, area.width(), area.height())),
                                                       labels, stats, centers, 8, CV_32S);
    struct Shape {
        Box box;
        int ink = 0;
    };
    std::vector<Shape> shapes; // from the left
    for (int i = 1; i < count; ++i) {
        const int* s = stats.ptr<int>(i);
        const int left = area.left + s[cv::CC_STAT_LEFT], top = area.top + s[cv::CC_STAT_TOP];
        shapes.push_back({{left, top, left + s[cv::CC_STAT_WIDTH], top + s[cv::CC_STAT_HEIGHT]}, s[cv::CC_STAT_AREA]});
    }
    if (shapes.empty()) return {};
    std::ranges::stable_sort(shapes, {}, [](const Shape& shape) { return shape.box.left; });
    const Box first = shapes.front().box;
    const int next = shapes.size() > 1 ? shapes[1].box.left : area.right;
    const auto [shorter, longer] = std::minmax({first.width(), first.height()});
    const int foot = line.baseline.empty() ? line.box.bottom : line.baseline.front().y;
    const int above = foot - first.center().y;
    const bool is_bullet = shorter >= kLeast * t && longer <= kLargest * t && shorter >= round * longer &&
                           shapes.front().ink >= filled * static_cast<double>(first.area()) && above >= kLowest * t &&
                           above <= kHighest * t && next - first.right >= kWhite * t;
    return is_bullet ? first : Box{};
}

} // namespace

std::map<LineRef, Box> find_bullets(const Page& page, const cv::Mat& ink) {
    struct Found {
        LineRef at;
        Box box;
        int text_height;
    };
    std::vector<Found> all;
    for (int b = 0; b < static_cast<int>(page.blocks.size()); ++b)
        for (int l = 0; l < static_cast<int>(page.blocks[b].lines.size()); ++l) {
            const Line& line = page.blocks[b].lines[l];
            if (const Box box = bullet_of(line, ink); !box.empty()) all.push_back({{b, l}, box, line.text_height});
        }
    constexpr double same = 0.25; // of the larger
    const auto stands_under = [&](const Found& a, const Found& b) {
        const auto [smaller, larger] = std::minmax({a.box.height(), b.box.height()});
        return a.at != b.at && std::abs(a.box.center().x - b.box.center().x) <= kUnder * a.text_height &&
               larger - smaller <= std::max(1.0, same * larger);
    };
    std::map<LineRef, Box> bullets;
    for (const Found& found : all)
        if (std::any_of(all.begin(), all.end(), [&](const Found& other) { return stands_under(found, other); }))
            bullets[found.at] = found.box;
    return bullets;
}

void put_bullet(std::vector<Word>& words, const Box& bullet) {
    if (words.empty()) return;
    Word& first = words.front();
    // What the bullet was read as ends before the next word begins.
    const bool is_read = first.box.center().x < bullet.right && first.box.right < bullet.right + bullet.width();
    const Word sign{"•", "•", bullet, is_read ? first.confidence : 0.8F, false, false};
    if (is_read) {
        first = sign;
    } else {
        first.box.left = std::max(first.box.left, std::min(bullet.right, first.box.right - 1));
        words.insert(words.begin(), sign);
    }
    if (words.size() > 1) words[1].blank_before = words[1].blank_read = true;
}

} // namespace broadsheet
