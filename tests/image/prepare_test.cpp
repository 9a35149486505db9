// SPDX-License-Identifier: Apache-2.0
#include "image/image.h"
#include "page/error.h"
#include "support/image_drawing.h"

#include <gtest/gtest.h>

using namespace broadsheet;
using namespace broadsheet::testing;

TEST(Prepare, StraightensAndMapsBack) {
    const cv::Mat page = letter_page(1800, 1400, 24);
    const Sheet sheet = prepare({with_noise(skewed(page, 2), 4), 0});
    EXPECT_NEAR(std::atan2(sheet.frame.m[3], sheet.frame.m[0]) * 180 / CV_PI, 2, 0.1);
    EXPECT_EQ(sheet.ink.size(), sheet.gray.size());
    EXPECT_GT(sheet.gray.cols, page.cols);
    const Point centre = to_scan(sheet.frame, Point{sheet.gray.cols / 2, sheet.gray.rows / 2});
    EXPECT_NEAR(centre.x, page.cols / 2, 1);
    EXPECT_NEAR(centre.y, page.rows / 2, 1);
}

TEST(Prepare, LeavesALevelPageInItsPlace) {
    const cv::Mat page = letter_page(1800, 1400, 24);
    const Sheet sheet = prepare({page, 0});
    EXPECT_EQ(sheet.frame, Frame{});
    EXPECT_EQ(sheet.gray.size(), page.size());
}

TEST(Prepare, StraightensOnlyWhereAsked) {
    const Sheet sheet =
        prepare({skewed(letter_page(1800, 1400, 24), 2), 0}, {.quarter_turns = {}, .straighten = false});
    EXPECT_EQ(sheet.frame, Frame{});
}

TEST(Prepare, TurnsLinesThatRunDownSoThatTheirBeginningsAreLeft) {
    const cv::Mat page = letter_page(1800, 1400, 24).t(); // 1400 wide
    const Sheet sheet = prepare({page, 0});
    EXPECT_EQ(sheet.quarter_turns, 3);
    EXPECT_EQ(sheet.gray.size(), cv::Size(page.rows, page.cols));
    EXPECT_EQ(to_scan(sheet.frame, Box{0, 10, 30, 50}), (Box{page.cols - 50, 0, page.cols - 10, 30}));
    EXPECT_EQ(prepare({page, 0}, {.dpi = 0, .quarter_turns = 0}).quarter_turns, 0);
    EXPECT_EQ(prepare({letter_page(1800, 1400, 24), 0}).quarter_turns, 0);
}

TEST(Prepare, TurnsByWhatIsSaidAndMapsBack) {
    const cv::Mat page = letter_page(1800, 1400, 24);
    const int w = page.cols, h = page.rows;
    const Box boxes[] = {
        {10, 20, 40, 60}, {20, h - 40, 60, h - 10}, {w - 40, h - 60, w - 10, h - 20}, {w - 60, 10, w - 20, 40}};
    for (int turns = 0; turns < 4; ++turns) {
        const Sheet sheet = prepare({page, 0}, {.dpi = 0, .quarter_turns = turns});
        EXPECT_EQ(sheet.quarter_turns, turns);
        EXPECT_EQ(to_scan(sheet.frame, Box{10, 20, 40, 60}), boxes[turns]) << turns;
        EXPECT_EQ(to_sheet(sheet.frame, to_scan(sheet.frame, Place{100, 200})).x, 100) << turns;
    }
    EXPECT_THROW(prepare({page, 0}, {.dpi = 0, .quarter_turns = 4}), Error);
    EXPECT_THROW(prepare({page, 0}, {.dpi = 0, .quarter_turns = -1}), Error);
}

TEST(Prepare, EnlargesSmallPrintAndMapsBack) {
    cv::Mat page;
    cv::resize(letter_page(1600, 1200, 32), page, {}, 0.25, 0.25, cv::INTER_AREA);
    const Sheet sheet = prepare({page, 0});
    EXPECT_EQ(sheet.gray.size(), cv::Size(800, 600));
    EXPECT_NEAR(sheet.text_height, 17, 2);
    EXPECT_NEAR(sheet.dpi, 80, 10) << "the scan's own";
    EXPECT_EQ(to_scan(sheet.frame, Box{100, 40, 200, 80}), (Box{50, 20, 100, 40}));
    const Sheet part = prepare({page, 0}, {.dpi = 90, .region = {200, 0, 200, 300}});
    EXPECT_NEAR(part.gray.cols, 400, 2); // turned a little
    EXPECT_EQ(part.dpi, 90);
    EXPECT_NEAR(to_scan(part.frame, Point{100, 40}).x, 250, 1);
    EXPECT_NEAR(to_scan(part.frame, Point{100, 40}).y, 20, 1);
    EXPECT_EQ(prepare({letter_page(800, 600, 18), 0}).gray.size(), cv::Size(800, 600));
}

TEST(Prepare, KeepsBilevelAsItIs) {
    const cv::Mat page = bar_page(1200, 900, 2, 30);
    const Sheet sheet = prepare({page, 0});
    EXPECT_EQ(cv::norm(sheet.gray, page, cv::NORM_INF), 0);
    EXPECT_EQ(cv::norm(sheet.ink, 255 - page, cv::NORM_INF), 0);
}

TEST(Prepare, TakesTheResolutionFromTheBestSource) {
    const cv::Mat page = letter_page(1800, 1400, 30);
    EXPECT_EQ(prepare({page, 300}).dpi, 300);
    EXPECT_NEAR(prepare({page, 72}).dpi, 330, 40);
    EXPECT_NEAR(prepare({page, 0}).dpi, 330, 40);
    EXPECT_EQ(prepare({page, 300}, {.dpi = 150, .quarter_turns = {}}).dpi, 150);
}

TEST(Prepare, FindsNoTextOnBlankPaper) {
    const Sheet sheet = prepare({with_noise(cv::Mat(1000, 800, CV_8UC3, cv::Scalar(150, 180, 200)), 6), 300});
    EXPECT_EQ(sheet.text_height, 0);
    EXPECT_EQ(sheet.dpi, 0);
    EXPECT_LT(cv::countNonZero(sheet.ink), 100);
}

TEST(Prepare, BearsEverySmallSize) {
    for (const cv::Size size :
         {cv::Size(1, 1), cv::Size(3, 2), cv::Size(1, 500), cv::Size(500, 1), cv::Size(9, 9), cv::Size(33, 40)})
        for (const int type : {CV_8UC1, CV_8UC3}) {
            cv::Mat pixels(size, type);
            cv::randu(pixels, 0, 256);
            EXPECT_EQ(prepare({pixels, 0}).ink.size(), size);
        }
}

TEST(Prepare, RefusesOtherPixels) {
    EXPECT_THROW(prepare({}), Error);
    EXPECT_THROW(prepare({cv::Mat(5, 5, CV_16UC1, cv::Scalar(0)), 0}), Error);
}
