// SPDX-License-Identifier: Apache-2.0
#include "image/steps.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>
#include <vector>

using namespace broadsheet;

namespace {

const Box kText{150, 60, 450, 540};

/// Rows of letters 20 high within kText.
cv::Mat print() {
    cv::Mat ink = cv::Mat::zeros(600, 600, CV_8UC1);
    for (int y = kText.top; y + 20 <= kText.bottom; y += 30)
        for (int x = kText.left; x + 12 <= kText.right; x += 16)
            cv::rectangle(ink, cv::Rect(x, y, 12, 20), 255, 2);
    return ink;
}

/// The print at the left of a wider sheet, and a row of letters down the sheet at x.
cv::Mat print_and_letters(int width, int x) {
    cv::Mat ink(600, width, CV_8UC1, cv::Scalar(0));
    print().copyTo(ink(cv::Rect(0, 0, 600, 600)));
    for (int y = 60; y < 520; y += 30)
        cv::rectangle(ink, cv::Rect(x, y, 12, 20), 255, 2);
    return ink;
}

void add_grain(cv::Mat& ink, const cv::Rect& area, int specks) {
    cv::RNG random(7);
    for (int i = 0; i < specks; ++i) {
        const cv::Point at(area.x + random.uniform(0, area.width - 3), area.y + random.uniform(0, area.height - 3));
        cv::rectangle(ink, cv::Rect(at, cv::Size(3, 3)), 255, cv::FILLED);
    }
}

int ink_in(const cv::Mat& ink, const cv::Rect& area) {
    return cv::countNonZero(ink(area));
}

void clear(cv::Mat& ink) {
    const Print print = find_print(ink);
    clear_edges(ink, print, {}, ink.size());
}

const cv::Rect kAllText(kText.left, kText.top, kText.width(), kText.height());

} // namespace

TEST(Edges, PrintAloneIsUntouched) {
    cv::Mat ink = print();
    clear(ink);
    EXPECT_EQ(cv::countNonZero(ink != print()), 0);
}

TEST(Edges, BlackAtTheSideGoes) {
    cv::Mat ink = print();
    ink.colRange(0, 90).setTo(255);
    ink.rowRange(580, 600).setTo(255);
    clear(ink);
    EXPECT_EQ(cv::countNonZero(ink != print()), 0);
}

TEST(Edges, APicturesScreenAtTheMarginStays) { // as far from the side as a page's columns begin
    cv::Mat ink = cv::Mat::zeros(600, 900, CV_8UC1);
    print().copyTo(ink(cv::Rect(200, 0, 600, 600)));
    for (int y = 100; y < 300; y += 8)
        for (int x = 110; x < 330; x += 8)
            cv::circle(ink, {x, y}, 2, 255, cv::FILLED);
    const cv::Mat before = ink.clone();
    clear(ink);
    EXPECT_EQ(cv::countNonZero(ink != before), 0);
}

TEST(Edges, AHeadlineOverAPicturesScreenInTheCornerStays) { // which begins three and a half letters from the side
    cv::Mat ink = cv::Mat::zeros(900, 900, CV_8UC1);
    print().copyTo(ink(cv::Rect(200, 250, 600, 600)));
    for (int x = 72; x < 230; x += 30)
        cv::rectangle(ink, cv::Rect(x, 30, 22, 40), 255, 4);
    for (int y = 84; y < 280; y += 8)
        for (int x = 72; x < 330; x += 8)
            cv::circle(ink, {x, y}, 2, 255, cv::FILLED);
    const cv::Mat before = ink.clone();
    clear(ink);
    EXPECT_EQ(cv::countNonZero(ink != before), 0);
}

TEST(Edges, TextUnderAPicturesScreenAtTheSideStays) { // between the picture and the sheet's foot
    cv::Mat ink = cv::Mat::zeros(1500, 600, CV_8UC1);
    print().copyTo(ink(cv::Rect(0, 100, 600, 600)));
    const cv::Rect text(60, 1350, 300, 140);
    print()(cv::Rect(kText.left, kText.top, text.width, text.height)).copyTo(ink(text));
    add_grain(ink, {20, 900, 340, 445}, 2900);
    const cv::Mat before = ink.clone();
    clear(ink);
    EXPECT_EQ(ink_in(ink, text), ink_in(before, text));
}

TEST(Edges, LinesEndWholeBesideAPictureThatReachesTheFoot) {
    cv::Mat ink = cv::Mat::zeros(600, 600, CV_8UC1);
    for (int y = 60; y < 540; y += 30)
        for (int x = 210; x < 460; x += 24)
            cv::rectangle(ink, cv::Rect(x, y, 18, 20), 255, 2);
    const cv::Mat text = ink.clone();
    for (int y = 150; y < 600; y += 6)
        for (int x = 474; x < 600; x += 6)
            cv::rectangle(ink, cv::Rect(x, y, 3, 3), 255, cv::FILLED);
    clear(ink);
    EXPECT_EQ(cv::countNonZero(ink.rowRange(180, 600) != text.rowRange(180, 600)), 0);
}

TEST(Edges, GrainAtTheSideGoes) {
    cv::Mat ink = print();
    add_grain(ink, {470, 0, 130, 600}, 1500);
    clear(ink);
    EXPECT_EQ(ink_in(ink, {470, 0, 130, 600}), 0);
    EXPECT_EQ(ink_in(ink, kAllText), ink_in(print(), kAllText));
}

TEST(Edges, WhatLiesBeyondTheFoldGoesToo) {
    cv::Mat ink = print_and_letters(2400, 2370);
    ink(cv::Rect(2130, 0, 90, 600)).setTo(255); // the fold's shadow
    clear(ink);
    EXPECT_EQ(ink_in(ink, {2100, 0, 300, 600}), 0);
    EXPECT_EQ(ink_in(ink, kAllText), ink_in(print(), kAllText));
}

TEST(Edges, TextNearACleanEdgeStays) {
    cv::Mat ink = print_and_letters(1200, 1160);
    const cv::Mat before = ink.clone();
    clear(ink);
    EXPECT_EQ(cv::countNonZero(ink != before), 0);
}

/// The page, and beside it lines that the picture's side cuts off, white pixels away from the text.
cv::Mat with_strip(int white, bool right) {
    cv::Mat ink(600, 1200, CV_8UC1, cv::Scalar(0));
    print().copyTo(ink(cv::Rect(300, 0, 600, 600)));
    cv::Mat side = ink.colRange(kText.right + 300 + white, 1200);
    for (int y = 60; y < 520; y += 30)
        for (int x = 0; x < side.cols; x += 16)
            cv::rectangle(side, cv::Rect(x, y, 12, 20) & cv::Rect({}, side.size()), 255, 2);
    if (!right) cv::flip(ink, ink, 1);
    return ink;
}

TEST(Edges, StripOfTheNeighbouringPageGoes) {
    for (const bool right : {true, false}) {
        cv::Mat ink = with_strip(360, right);
        ASSERT_GT(cv::countNonZero(ink), cv::countNonZero(print()));
        clear(ink);
        EXPECT_EQ(cv::countNonZero(ink), cv::countNonZero(print())) << right;
    }
}

/// The print, and a column of five letters at most at the sheet's right side, before a white rim. lengths: of its lines
/// in turn; they begin flush, or end so.
cv::Mat with_column(const std::vector<int>& lengths, bool flush_left) {
    cv::Mat ink(600, 1200, CV_8UC1, cv::Scalar(0));
    print().copyTo(ink(cv::Rect(400, 0, 600, 600)));
    constexpr int longest = 5, from = 1090, step = 16;
    for (int y = 60, i = 0; y < 520; y += 30, ++i) {
        const int letters = lengths[static_cast<std::size_t>(i) % lengths.size()];
        const int first = flush_left ? 0 : longest - letters;
        for (int k = first; k < first + letters; ++k)
            cv::rectangle(ink, cv::Rect(from + k * step, y, 12, 20), 255, 2);
    }
    return ink;
}

TEST(Edges, StripOfTheNeighbouringPageBehindAWhiteRimGoes) {
    cv::Mat ink = with_column({5, 4, 5, 5, 3}, true);
    clear(ink);
    EXPECT_EQ(cv::countNonZero(ink), cv::countNonZero(print()));
}

TEST(Edges, FiguresFlushWithTheSheetsSideStay) {
    cv::Mat ink = with_column({2, 4, 3, 5, 1}, false);
    const int before = cv::countNonZero(ink);
    clear(ink);
    EXPECT_EQ(cv::countNonZero(ink), before);
}

TEST(Edges, ColumnTheSideCutsOffStaysWhereItIsOneOfThePage) {
    for (const int white : {16, 250}) { // no white between; wider than a strip
        cv::Mat ink = with_strip(white, true);
        const int before = cv::countNonZero(ink);
        clear(ink);
        EXPECT_EQ(cv::countNonZero(ink), before) << white;
    }
}

TEST(Edges, GrainAllOverThePageLeavesItsText) {
    cv::Mat ink = print();
    add_grain(ink, {0, 0, 600, 600}, 2500);
    const int before = ink_in(ink, kAllText);
    clear(ink);
    EXPECT_GT(ink_in(ink, kAllText), before * 95 / 100);
}

TEST(Edges, HalftoneWithinThePageStays) {
    cv::Mat ink = print();
    const cv::Rect picture(220, 200, 150, 150);
    ink(picture).setTo(0);
    add_grain(ink, picture, 600);
    const int before = ink_in(ink, picture);
    clear(ink);
    EXPECT_EQ(ink_in(ink, picture), before);
}

TEST(Edges, HeadlineThatTheGrainReachesStays) {
    cv::Mat ink = print();
    ink.rowRange(0, 240).setTo(0);
    for (int x = 150; x < 450; x += 75) // letters a hundred high
        cv::rectangle(ink, cv::Rect(x, 120, 55, 100), 255, 12);
    const cv::Mat headline = ink.clone();
    add_grain(ink, {460, 0, 140, 600}, 1500);
    clear(ink);
    EXPECT_EQ(ink_in(ink, {150, 120, 300, 100}), ink_in(headline, {150, 120, 300, 100}));
}

TEST(Edges, LetterCutOffByTheEdgeStays) {
    cv::Mat ink = print();
    cv::rectangle(ink, cv::Rect(0, 300, 12, 20), 255, 2);
    const cv::Mat before = ink.clone();
    clear(ink);
    EXPECT_EQ(cv::countNonZero(ink != before), 0);
}

TEST(Edges, HeadlineInTheLastCornerOfTheSheet) {
    for (int size = 100; size < 125; ++size) { // whatever part of a cell is left over there
        cv::Mat ink = print();
        cv::copyMakeBorder(ink, ink, 0, size, 0, size, cv::BORDER_CONSTANT, 0);
        const cv::Rect letter(ink.cols - 80, ink.rows - 80, 70, 70);
        cv::rectangle(ink, letter, 255, 10);
        cv::rectangle(ink, cv::Rect(ink.cols - 14, 100, 12, 70), 255, 3);
        clear(ink);
        EXPECT_GT(ink_in(ink, letter), 0);
    }
}

TEST(Edges, PageWithoutPrintIsLeftAlone) {
    cv::Mat ink = cv::Mat::zeros(100, 100, CV_8UC1);
    ink.rowRange(0, 10).setTo(255);
    clear(ink);
    EXPECT_EQ(cv::countNonZero(ink), 1000);
}
