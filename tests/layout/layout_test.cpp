// SPDX-License-Identifier: Apache-2.0
#include "layout/drawn_layout.h"

#include <gtest/gtest.h>
#include <random>

namespace broadsheet {
namespace {

TEST(Layout, TraceGetsThePicturesOfTheSteps) {
    std::vector<std::string> steps;
    LayoutOptions options;
    options.trace = [&](const std::string& step, const cv::Mat& picture) {
        EXPECT_EQ(picture.type(), CV_8UC3);
        steps.push_back(step);
    };
    find_layout({}, draw_sheet("xxxx xxx xx xxxx\n"), options);
    EXPECT_EQ(steps, (std::vector<std::string>{"pictures", "rules", "segments", "gutters", "cells", "lines"}));
}

TEST(Layout, MarksOfAllHeightsAreNoText) {
    Sheet sheet = draw_sheet(std::string(40, '\n') + std::string(100, ' '));
    std::mt19937 random(5);
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    for (int i = 0; i < 150; ++i)
        cv::rectangle(sheet.ink, cv::Rect(pick(1150), pick(1550), 3 + pick(40), 3 + pick(70)), 255, cv::FILLED);
    sheet.gray = 255 - sheet.ink;
    EXPECT_TRUE(blocks_of(find_layout({}, sheet)).empty());
}

TEST(Layout, NothingOnBlankPaperNorOnNoSheet) {
    Sheet blank = draw_sheet("    \n    \n");
    EXPECT_TRUE(find_layout({}, blank).blocks.empty());
    blank.text_height = 0;
    EXPECT_TRUE(find_layout({}, blank).blocks.empty());
    EXPECT_TRUE(find_layout({}, Sheet{}).blocks.empty());
}

} // namespace
} // namespace broadsheet
