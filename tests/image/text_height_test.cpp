// SPDX-License-Identifier: Apache-2.0
#include "image/steps.h"
#include "support/image_drawing.h"

#include <array>
#include <gtest/gtest.h>

using namespace broadsheet;
using namespace broadsheet::testing;

namespace {

double height_on(const cv::Mat& page) {
    cv::Mat ink = page < 128;
    return find_print(ink).text_height;
}

} // namespace

TEST(TextHeight, IsThatOfCapitals) {
    for (const int cap_height : {12, 18, 25, 34, 60}) {
        // Strokes add their width to the drawn height.
        const double expected = cap_height + std::max(1, cap_height / 9);
        EXPECT_NEAR(height_on(letter_page(60 * cap_height, 50 * cap_height, cap_height)), expected, 0.12 * expected);
    }
}

TEST(TextHeight, IsNotMisledByOtherInk) {
    cv::Mat page = letter_page(1600, 1600, 24);
    const double alone = height_on(page);
    page(cv::Rect(100, 900, 1400, 600)).setTo(paper_white);
    cv::putText(page, "HEADLINE", {100, 1000}, cv::FONT_HERSHEY_SIMPLEX, 4, 0, 10);
    for (int x = 0; x < 95; ++x)
        cv::rectangle(page, {100 + 6 * x, 1050, 2 + x % 3, 120}, 0, cv::FILLED); // bars
    cv::RNG random(3);
    for (int y = 0; y < 25; ++y)
        for (int x = 0; x < 25; ++x) // modules
            if (random.uniform(0, 2)) cv::rectangle(page, {800 + 8 * x, 1050 + 8 * y, 8, 8}, 0, cv::FILLED);
    for (int y = 0; y < 20; ++y)
        for (int x = 0; x < 60; ++x)
            cv::circle(page, {1050 + 7 * x, 1060 + 7 * y}, 2, 0, cv::FILLED); // a halftone
    cv::line(page, {100, 1400}, {1500, 1400}, 0, 3);
    EXPECT_NEAR(height_on(page), alone, 2);
}

TEST(TextHeight, OfATitlePageIsThatOfItsSmallPrint) {
    cv::Mat page(2400, 1800, CV_8UC1, cv::Scalar(paper_white));
    const std::array<const char*, 4> title{"COMMENTS", "ON THE", "HARMONY", "OF FOUR"};
    for (int i = 0; i < 4; ++i)
        cv::putText(page, title[static_cast<std::size_t>(i)], {100, 300 + 260 * i}, cv::FONT_HERSHEY_SIMPLEX, 6, 0, 14);
    cv::Mat below = page(cv::Rect(0, 1300, 1800, 600));
    letter_page(1800, 600, 40).copyTo(below);
    EXPECT_NEAR(height_on(page), 42, 5);
}

TEST(TextHeight, IsNotThatOfAFewMarksOfAPicture) {
    cv::Mat page(1400, 1000, CV_8UC1, cv::Scalar(paper_white));
    for (int i = 0; i < 4; ++i) // parts of an ornament
        cv::ellipse(page, {200 + 190 * i, 600}, {40, 60}, 0, 0, 320, 0, 10);
    for (const int y : {1100, 1160})
        cv::putText(page, "PRINTED AT PARIS BY ANSON", {200, y}, cv::FONT_HERSHEY_SIMPLEX, 1, 0, 3);
    EXPECT_NEAR(height_on(page), 24, 3);
}

TEST(TextHeight, IsNoneWithoutText) {
    EXPECT_EQ(height_on(cv::Mat(500, 500, CV_8UC1, cv::Scalar(255))), 0);
    EXPECT_EQ(height_on(cv::Mat(500, 500, CV_8UC1, cv::Scalar(0))), 0);
}

TEST(TextHeight, SpecklesGoAndFullStopsStay) {
    cv::Mat ink = letter_page(1200, 1000, 36) < 128;
    const int print = cv::countNonZero(ink);
    const cv::Rect stop(10, 10, 5, 5);
    ink(stop).setTo(255);
    for (int x = 40; x < 1100; x += 9)
        ink.at<std::uint8_t>(12, x) = ink.at<std::uint8_t>(12, x + 1) = 255;
    find_print(ink);
    EXPECT_EQ(cv::countNonZero(ink), print + stop.area());
}
