// SPDX-License-Identifier: Apache-2.0
#include "image/steps.h"
#include "support/image_drawing.h"

#include <gtest/gtest.h>

using namespace broadsheet;
using namespace broadsheet::testing;

TEST(Skew, FindsTheAngleOfDrawnLines) {
    const cv::Mat page = bar_page(1600, 2000, 3, 30);
    for (const double angle : {-9.5, -3.3, -0.6, -0.12, 0.0, 0.08, 1.2, 4.75, 9.9})
        EXPECT_NEAR(find_skew(skewed(page, angle)).angle, angle, 0.05) << angle;
}

TEST(Skew, FindsTheAngleOfLetters) {
    const cv::Mat page = letter_page(1800, 1400, 24);
    for (const double angle : {-2.0, 0.0, 0.4})
        EXPECT_NEAR(find_skew(skewed(page, angle)).angle, angle, 0.1) << angle;
}

TEST(Skew, FindsTheAngleOfVerticalWriting) {
    const cv::Mat page = bar_page(1600, 2000, 3, 30).t();
    for (const double angle : {-4.0, 0.7})
        EXPECT_NEAR(find_skew(skewed(page, angle)).angle, angle, 0.1) << angle;
}

TEST(Skew, TellsLinesThatRunDownFromLevelOnes) {
    for (const double angle : {-3.0, 0.0, 3.0})
        for (const cv::Mat& page : {bar_page(1600, 2000, 3, 30), letter_page(1800, 1400, 24)}) {
            EXPECT_FALSE(find_skew(skewed(page, angle)).runs_down) << angle;
            EXPECT_TRUE(find_skew(skewed(page.t(), angle)).runs_down) << angle;
        }
}

TEST(Skew, IsNotMisledByASlantedPicture) {
    cv::Mat page = bar_page(1600, 2000, 3, 30);
    cv::Mat slanted(2000, 1600, CV_8UC1, cv::Scalar(paper_white));
    slanted(cv::Rect(400, 600, 800, 600)).setTo(60);
    page = cv::min(page, skewed(slanted, 6));
    EXPECT_NEAR(find_skew(skewed(page, -1.5)).angle, -1.5, 0.1);
}

TEST(Skew, IsNoneWhereNothingTellsIt) {
    EXPECT_EQ(find_skew(cv::Mat(800, 600, CV_8UC1, cv::Scalar(255))).angle, 0);
    EXPECT_EQ(find_skew(cv::Mat(1, 1, CV_8UC1, cv::Scalar(0))).angle, 0);
    EXPECT_EQ(find_skew(with_noise(cv::Mat(800, 600, CV_8UC1, cv::Scalar(128)), 60)).angle, 0);
}

TEST(Skew, TurnsWithoutCuttingAndMapsBack) {
    cv::Mat page(1001, 801, CV_8UC1, cv::Scalar(paper_white));
    const std::vector<cv::Point> dots{{5, 5}, {795, 5}, {5, 995}, {795, 995}, {400, 500}};
    for (const cv::Point& dot : dots)
        page(cv::Rect(dot - cv::Point(4, 4), cv::Size(9, 9))).setTo(0);
    const Turned turned_page = turned(page, 7);
    EXPECT_EQ(turned_page.gray.at<std::uint8_t>(0, 0), paper_white);
    cv::Mat labels, stats, centres;
    ASSERT_EQ(cv::connectedComponentsWithStats(turned_page.gray < 128, labels, stats, centres), 6);
    for (int i = 1; i < 6; ++i) {
        const Point on_sheet{cvRound(centres.at<double>(i, 0)), cvRound(centres.at<double>(i, 1))};
        const Point on_scan = to_scan(turned_page.frame, on_sheet);
        const auto near = [&](const cv::Point& dot) {
            return std::abs(dot.x - on_scan.x) <= 1 && std::abs(dot.y - on_scan.y) <= 1;
        };
        EXPECT_EQ(std::count_if(dots.begin(), dots.end(), near), 1) << on_scan.x << " " << on_scan.y;
    }
}

TEST(LanesDown, AreToldFromLanesAcrossInDoubleSpacedTypescript) {
    cv::Mat ink(1600, 1200, CV_8UC1, cv::Scalar(0));
    constexpr int height = 20, pitch = 58, word = 110, blank = 14; // as typed: 12 points on 24
    for (int y = 100; y + height < 1500; y += pitch)
        for (int x = 100; x + word < 1100; x += word + blank)
            for (int letter = 0; letter < word; letter += 11)
                cv::rectangle(ink, cv::Rect(x + letter, y, 8, height), 255, cv::FILLED);
    EXPECT_LT(lanes_down(ink, height), 0.5);
    cv::rotate(ink, ink, cv::ROTATE_90_CLOCKWISE);
    EXPECT_GT(lanes_down(ink, height), 2);
}
