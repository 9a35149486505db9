// SPDX-License-Identifier: Apache-2.0
// White print on a black ground becomes black on white; dark pictures stay as they are.
#include "image/steps.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

using namespace broadsheet;

namespace {

constexpr int kHeight = 20; // of the letters

/// Rows of letters, drawn as strokes with a counter, in the colour of print.
void set_rows(cv::Mat& gray, cv::Rect area, int print) {
    for (int y = area.y; y + kHeight <= area.y + area.height; y += 2 * kHeight)
        for (int x = area.x; x + 12 <= area.x + area.width; x += (x / 17) % 5 == 4 ? 30 : 17)
            cv::rectangle(gray, cv::Rect(x, y + (x / 17) % 3, 12, kHeight - (x / 17) % 3), print, 4);
}

struct Pictures {
    cv::Mat gray, ink;
    bool reversed = false;
};

Pictures shown(const cv::Mat& gray) {
    Pictures p{gray.clone(), gray < 128, false};
    const Print print = find_print(p.ink);
    p.reversed = show_reversed(p.gray, p.ink, print);
    return p;
}

cv::Mat page_with_text() {
    cv::Mat gray(800, 1000, CV_8UC1, cv::Scalar(255));
    set_rows(gray, {60, 300, 880, 440}, 20);
    return gray;
}

const cv::Rect kBar(50, 60, 900, 120);

} // namespace

TEST(Reversed, AHeadingInABarIsBlackOnWhite) {
    cv::Mat gray = page_with_text();
    cv::rectangle(gray, kBar, 40, cv::FILLED);
    set_rows(gray, {100, 90, 800, 70}, 250);
    const Pictures p = shown(gray);
    ASSERT_TRUE(p.reversed);
    cv::Mat expected = page_with_text();
    set_rows(expected, {100, 90, 800, 70}, 5);
    EXPECT_EQ(cv::countNonZero(p.ink != (expected < 128)), 0);
    EXPECT_LT(cv::norm(p.gray, expected, cv::NORM_INF), 25);
}

TEST(Reversed, AWholeNegativeIsTurned) {
    cv::Mat gray(800, 1000, CV_8UC1, cv::Scalar(15));
    set_rows(gray, {60, 60, 880, 700}, 240);
    const Pictures p = shown(gray);
    EXPECT_TRUE(p.reversed);
    EXPECT_LT(cv::countNonZero(p.ink), 800 * 1000 / 2);
    EXPECT_EQ(p.gray.at<std::uint8_t>(30, 30), 255);
}

TEST(Reversed, TheCallersPixelsStay) {
    cv::Mat gray = page_with_text();
    cv::rectangle(gray, kBar, 0, cv::FILLED);
    set_rows(gray, {100, 90, 800, 70}, 255);
    const cv::Mat before = gray.clone();
    cv::Mat shared = gray, ink = gray < 128;
    const Print print = find_print(ink);
    ASSERT_TRUE(show_reversed(shared, ink, print));
    EXPECT_EQ(cv::norm(gray, before, cv::NORM_INF), 0);
}

TEST(Reversed, DarkPicturesStay) {
    cv::Mat solid = page_with_text();
    cv::rectangle(solid, kBar, 40, cv::FILLED);
    EXPECT_FALSE(shown(solid).reversed);

    cv::Mat specks = solid.clone(); // bright spots of all sizes
    cv::RNG rng(5);
    for (int i = 0; i < 200; ++i)
        cv::circle(specks, {rng.uniform(60, 940), rng.uniform(70, 170)}, rng.uniform(1, 12), 230, cv::FILLED);
    EXPECT_FALSE(shown(specks).reversed);

    cv::Mat windows = solid.clone(); // of a house: high and low ones, one beside another
    for (int i = 0; i < 12; ++i)
        cv::rectangle(windows, cv::Rect(100 + 60 * i, 80, 30, i % 3 == 0 ? 80 : 20), 220, cv::FILLED);
    EXPECT_FALSE(shown(windows).reversed);
}

/// Does the page with a heading in the areas, drawn by ground() and white, become that with the heading in black?
template <typename Ground>
void expect_reversed(const std::vector<cv::Rect>& headings, const Ground& ground) {
    cv::Mat gray = page_with_text(), expected = page_with_text();
    ground(gray);
    for (const cv::Rect& heading : headings) {
        set_rows(gray, heading, 250);
        set_rows(expected, heading, 5);
    }
    const Pictures p = shown(gray);
    ASSERT_TRUE(p.reversed);
    EXPECT_EQ(cv::countNonZero(p.ink != (expected < 128)), 0);
}

TEST(Reversed, AHeadingAsWideAsOneColumn) {
    expect_reversed({{80, 90, 360, 40}},
                    [](cv::Mat& gray) { cv::rectangle(gray, cv::Rect(50, 70, 420, 80), 30, cv::FILLED); });
}

TEST(Reversed, HeadingsOfTwoColumnsSideBySide) {
    expect_reversed({{80, 90, 340, 40}, {560, 90, 340, 40}}, [](cv::Mat& gray) {
        for (const int x : {50, 530})
            cv::rectangle(gray, cv::Rect(x, 70, 400, 80), 30, cv::FILLED);
    });
}

TEST(Reversed, HeadingsOneBelowTheOther) {
    expect_reversed({{80, 50, 340, 40}, {80, 190, 340, 40}}, [](cv::Mat& gray) {
        for (const int y : {30, 170})
            cv::rectangle(gray, cv::Rect(50, y, 400, 80), 30, cv::FILLED);
    });
}

TEST(Reversed, InABarWithRoundCorners) {
    expect_reversed({{120, 90, 740, 70}}, [](cv::Mat& gray) {
        cv::rectangle(gray, cv::Rect(80, 60, 840, 120), 30, cv::FILLED);
        cv::rectangle(gray, cv::Rect(50, 90, 900, 60), 30, cv::FILLED);
        for (const cv::Point corner : {cv::Point(80, 90), {919, 90}, {80, 149}, {919, 149}})
            cv::circle(gray, corner, 30, 30, cv::FILLED);
    });
}

TEST(Reversed, OnADarkGrayBar) {
    expect_reversed({{100, 90, 800, 70}}, [](cv::Mat& gray) { cv::rectangle(gray, kBar, 80, cv::FILLED); });
}

TEST(Reversed, BesideBlackPrintOfItsRow) {
    cv::Mat gray = page_with_text(), expected = page_with_text();
    for (cv::Mat* page : {&gray, &expected})
        set_rows(*page, {560, 90, 380, 60}, 20);
    cv::rectangle(gray, cv::Rect(50, 70, 450, 100), 30, cv::FILLED);
    set_rows(gray, {80, 90, 380, 60}, 250);
    set_rows(expected, {80, 90, 380, 60}, 5);
    const Pictures p = shown(gray);
    ASSERT_TRUE(p.reversed);
    EXPECT_EQ(cv::countNonZero(p.ink != (expected < 128)), 0);
}

TEST(Reversed, ABoxedNoticeOfManyRows) {
    expect_reversed({{100, 60, 360, 180}},
                    [](cv::Mat& gray) { cv::rectangle(gray, cv::Rect(70, 30, 420, 230), 25, cv::FILLED); });
}

TEST(Reversed, AHeadingBetweenTheLinesOfItsColumn) {
    cv::Mat gray(800, 1000, CV_8UC1, cv::Scalar(255));
    for (const cv::Rect& text : {cv::Rect(60, 40, 880, 240), cv::Rect(60, 440, 880, 320)})
        set_rows(gray, text, 20);
    cv::Mat expected = gray.clone();
    cv::rectangle(gray, cv::Rect(50, 310, 900, 90), 30, cv::FILLED);
    set_rows(gray, {90, 345, 500, 30}, 250);
    set_rows(expected, {90, 345, 500, 30}, 5);
    const Pictures p = shown(gray);
    ASSERT_TRUE(p.reversed);
    EXPECT_EQ(cv::countNonZero(p.ink != (expected < 128)), 0);
}

TEST(Reversed, APageNumberInABox) {
    expect_reversed({{480, 90, 30, 20}},
                    [](cv::Mat& gray) { cv::rectangle(gray, cv::Rect(465, 78, 58, 46), 30, cv::FILLED); });
}

TEST(Reversed, APageNumberInABoxWithASpeck) {
    cv::Mat gray = page_with_text();
    cv::rectangle(gray, cv::Rect(465, 78, 58, 46), 30, cv::FILLED);
    set_rows(gray, {480, 90, 30, 20}, 250);
    cv::rectangle(gray, cv::Rect(468, 82, 2, 2), 255, cv::FILLED);
    EXPECT_TRUE(shown(gray).reversed);
}

TEST(Reversed, ABoldHanCharacterWithAFrameOnItsSideStays) {
    cv::Mat gray = page_with_text();
    cv::rectangle(gray, cv::Rect(600, 70, 60, 52), 20, cv::FILLED);
    for (const int x : {610, 634})
        cv::rectangle(gray, cv::Rect(x, 80, 16, 32), 255, cv::FILLED);
    EXPECT_FALSE(shown(gray).reversed);
}

TEST(Reversed, BoldLettersThatTouchStay) { // whose counters stand side by side
    cv::Mat gray = page_with_text();
    for (const int x : {500, 545})
        cv::ellipse(gray, {x, 100}, {25, 30}, 0, 0, 360, 20, cv::FILLED);
    for (const int x : {500, 545})
        cv::ellipse(gray, {x, 100}, {6, 14}, 0, 0, 360, 255, cv::FILLED);
    cv::rectangle(gray, cv::Rect(600, 70, 60, 60), 20, cv::FILLED); // a Han character with a frame
    for (const int x : {606, 633})
        cv::rectangle(gray, cv::Rect(x, 76, 21, 48), 255, cv::FILLED);
    EXPECT_FALSE(shown(gray).reversed);
}
