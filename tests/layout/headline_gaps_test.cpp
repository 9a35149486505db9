// SPDX-License-Identifier: Apache-2.0
#include "layout/headline_gaps.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

/// Cells on a base at 100, each as {width, height}.
Segment set_in(int left, const std::vector<std::pair<int, int>>& cells) {
    Segment segment;
    for (const auto& [width, height] : cells) {
        segment.cells.push_back({left, 100 - height, left + width, 100});
        segment.box = united(segment.box, segment.cells.back());
        segment.height = std::max(segment.height, height);
        segment.parts.push_back(0);
        left += width + 4;
    }
    return segment;
}

/// Two headlines, or one, with a gutter's white between these two.
bool are_two(const Segment& before, const Segment& behind) {
    const std::vector<Segment> segments{before, behind};
    const std::vector<Gap> gaps{
        {.left = 0, .right = 1, .box = {before.box.right, 60, behind.box.left, 100}, .white = 10}};
    const Neighbours next{{-1, 0}, {0, -1}};
    return HeadlineGaps(segments, gaps, next, 28).are_two({0});
}

TEST(HeadlineGaps, OfTwoSizesPartTwoHeadlines) {
    const std::vector<std::pair<int, int>> small(5, {38, 40}), large(5, {44, 46});
    EXPECT_TRUE(are_two(set_in(0, large), set_in(300, small)));
    EXPECT_FALSE(are_two(set_in(0, small), set_in(300, small)));
}

TEST(HeadlineGaps, OffLevelBehindAShortWordPartTwoHeadlines) {
    const std::vector<std::pair<int, int>> letters(5, {38, 40});
    const auto are_two = [&](int lower) {
        std::vector<Segment> segments{set_in(0, letters), set_in(230, {{30, 40}}), set_in(300, letters)};
        for (Box& cell : segments[2].cells)
            cell.top += lower, cell.bottom += lower;
        const std::vector<Gap> gaps{{.left = 0, .right = 1, .box = {206, 60, 230, 100}, .white = 24},
                                    {.left = 1, .right = 2, .box = {260, 60, 300, 100}, .white = 40}};
        return HeadlineGaps(segments, gaps, Neighbours{{-1, 0, 1}, {0, 1, -1}}, 28).are_two({1});
    };
    EXPECT_TRUE(are_two(12));
    EXPECT_FALSE(are_two(0));
}

TEST(HeadlineGaps, WhatStandsInTheNextGutterPartsNone) { // under a blank between two words, a gap on to the next column
    const std::vector<std::pair<int, int>> letters(5, {38, 40});
    const auto are_two = [&](int right) {
        const std::vector<Segment> segments{set_in(0, letters), set_in(230, letters), set_in(right, letters)};
        std::vector<Gap> gaps{{.left = 0, .right = 1, .box = {200, 60, 230, 100}, .white = 30},
                              {.left = 0, .right = 2, .box = {200, 96, right, 140}, .white = right - 200}};
        for (const int y : {30, 150})
            gaps.push_back({.left = 0, .right = 2, .box = {right - 40, y, right, y + 20}, .white = 40, .gutter = true});
        return HeadlineGaps(segments, gaps, Neighbours{{-1, 0, 1}, {0, -1, -1}}, 28).are_two({0, 1});
    };
    EXPECT_FALSE(are_two(600));
    EXPECT_TRUE(are_two(232));
}

TEST(HeadlineGaps, BracketsAreHigherThanTheCharactersOfTheirSize) {
    const std::vector<std::pair<int, int>> bare(6, {38, 40});
    std::vector<std::pair<int, int>> bracketed = bare;
    bracketed[1] = bracketed[3] = {9, 46};
    EXPECT_FALSE(are_two(set_in(0, bracketed), set_in(300, bare)));
}

} // namespace
} // namespace broadsheet
