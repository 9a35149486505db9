// SPDX-License-Identifier: Apache-2.0
#include "image/image.h"
#include "support/image_drawing.h"

#include "page/error.h"

#include <gtest/gtest.h>

using namespace broadsheet;
using namespace broadsheet::testing;

namespace {

constexpr int kCap = 14; // pixels of a capital's height
const cv::Size kPage(900, 1200);

cv::Mat paper(const cv::Size& size) {
    return {size, CV_8UC1, cv::Scalar(paper_white)};
}

/// Lines of letters over the area of the paper, and nothing beyond it.
void set_text(cv::Mat& on, const cv::Rect& area) {
    constexpr int around = 2 * kCap; // which letter_page() leaves white
    const cv::Mat text = letter_page(area.width + 2 * around, area.height + 2 * around, kCap);
    text(cv::Rect(around, around, area.width, area.height)).copyTo(on(area));
}

/// A page with margins of that width at its sides, and so many columns.
cv::Mat page(int margin, int columns = 1) {
    constexpr int gutter = 2 * kCap;
    cv::Mat out = paper(kPage);
    const int width = (kPage.width - 2 * margin - (columns - 1) * gutter) / columns;
    for (int c = 0; c < columns; ++c)
        set_text(out, {margin + c * (width + gutter), 80, width, kPage.height - 160});
    return out;
}

cv::Mat beside(const cv::Mat& left, const cv::Mat& right) {
    cv::Mat out;
    cv::hconcat(left, right, out);
    return out;
}

/// Darker towards the middle, by half at the fold.
cv::Mat with_fold(cv::Mat picture) {
    for (int y = 0; y < picture.rows; ++y)
        for (int x = 0; x < picture.cols; ++x) {
            const double from_fold = std::abs(x - picture.cols / 2) / (0.02 * picture.cols);
            picture.at<uchar>(y, x) =
                cv::saturate_cast<uchar>(picture.at<uchar>(y, x) * (1 - 0.5 * std::exp(-from_fold)));
        }
    return picture;
}

std::vector<cv::Rect> pages_in(const cv::Mat& picture) {
    return pages_of({picture, 0});
}

/// Two pages, parted near the middle; together they are the picture.
void expect_two(const cv::Mat& picture) {
    const std::vector<cv::Rect> pages = pages_in(picture);
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_EQ(pages[0], cv::Rect(0, 0, pages[1].x, picture.rows));
    EXPECT_EQ(pages[1].br(), cv::Point(picture.cols, picture.rows));
    EXPECT_NEAR(pages[1].x, picture.cols / 2, 0.025 * picture.cols);
}

void expect_one(const cv::Mat& picture) {
    EXPECT_EQ(pages_in(picture), std::vector{cv::Rect({}, picture.size())});
}

} // namespace

TEST(Facing, PagesSideBySide) {
    expect_two(beside(page(90), page(90)));
    expect_two(beside(page(90, 2), page(90, 3)));
}

TEST(Facing, InColourWithGrain) {
    cv::Mat colour;
    cv::cvtColor(beside(page(90), page(90)), colour, cv::COLOR_GRAY2BGR);
    expect_two(with_noise(colour - cv::Scalar(90, 40, 30), 5));
}

TEST(Facing, EachSkewedInItsOwnWay) {
    expect_two(beside(skewed(page(90), 2), skewed(page(90), -1.5)));
    expect_two(skewed(beside(page(90), page(90)), 2.5));
}

TEST(Facing, OfUnequalHeight) {
    cv::Mat chapter_end = page(90);
    chapter_end.rowRange(500, kPage.height).setTo(paper_white);
    expect_two(beside(page(90), chapter_end));
}

TEST(Facing, ATightFoldIsToldByItsShadow) {
    const cv::Mat tight = beside(page(24), page(24));
    expect_one(tight);
    expect_two(with_fold(tight));
}

TEST(Facing, ARuleBetweenColumnsIsNoFold) {
    cv::Mat ruled = beside(page(24), page(24));
    ruled.colRange(kPage.width - 2, kPage.width + 2).setTo(0);
    expect_one(ruled);
}

TEST(Facing, PortraitPagesAreOne) {
    expect_one(page(90, 2));
    cv::Mat wide_gutter = paper({1000, 1300});
    set_text(wide_gutter, {60, 60, 380, 1180});
    set_text(wide_gutter, {560, 60, 380, 1180});
    expect_one(wide_gutter);
}

TEST(Facing, ALandscapePageOfColumnsIsOne) {
    for (const int columns : {2, 4, 6}) {
        for (const int gutter : {kCap, 3 * kCap}) {
            cv::Mat sheet = paper({1800, 1200});
            const int width = (1680 - (columns - 1) * gutter) / columns;
            for (int c = 0; c < columns; ++c)
                set_text(sheet, {60 + c * (width + gutter), 80, width, 1040});
            expect_one(sheet);
        }
    }
}

TEST(Facing, EquallyWideGuttersAreOfColumns) {
    cv::Mat sheet = paper({1800, 1200});
    for (int c = 0; c < 4; ++c)
        set_text(sheet, {60 + c * 435, 80, 335, 1040});
    expect_one(sheet);
}

TEST(Facing, WhatRunsAcrossHoldsThePageTogether) {
    cv::Mat headed = beside(page(90), page(90));
    cv::putText(headed, "ONE HEADLINE OVER ALL OF IT", {320, 60}, cv::FONT_HERSHEY_SIMPLEX, 2.2, 0, 6);
    expect_one(headed);
    cv::Mat ruled = beside(page(90), page(90));
    ruled(cv::Rect(90, 600, 1620, 4)).setTo(0);
    expect_one(ruled);
}

TEST(Facing, ATableOfCellsIsOne) {
    cv::Mat table = paper({1800, 1200});
    for (int column : {100, 340, 580, 1080, 1320, 1560})
        for (int y = 80; y < 1100; y += 40)
            set_text(table, {column, y, 110, 2 * kCap});
    expect_one(table);
}

TEST(Facing, TextAtOneSideAloneIsOne) {
    expect_one(beside(page(90), paper(kPage)));
    expect_one(beside(paper(kPage), paper(kPage)));
    expect_one(paper({2, 1}));
}

TEST(Facing, APageOnItsSideIsOne) {
    cv::Mat side = page(90);
    side.rowRange(570, 640).setTo(paper_white); // a break between chapters
    cv::rotate(side, side, cv::ROTATE_90_CLOCKWISE);
    expect_one(side);
}

TEST(Facing, APictureAsWideAsThePageIsNoFold) {
    cv::Mat side = page(90);
    side.rowRange(520, 700).setTo(paper_white);
    for (int y = 560; y < 660; ++y) // fades out above and below
        side.row(y).setTo(255 - 3 * std::min(y - 560, 660 - y));
    cv::rotate(side, side, cv::ROTATE_90_CLOCKWISE);
    expect_one(side);
}

TEST(Facing, IsDoneAsTold) {
    const cv::Mat spread = beside(page(90), page(90));
    EXPECT_EQ(pages_of({spread, 0}, Facing::no).size(), 1U);
    const cv::Mat tight = beside(page(24), page(24));
    const std::vector<cv::Rect> pages = pages_of({tight, 0}, Facing::yes);
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_NEAR(pages[1].x, kPage.width, 10);
    EXPECT_EQ(pages_of({paper({101, 50}), 0}, Facing::yes),
              (std::vector{cv::Rect(0, 0, 50, 50), cv::Rect(50, 0, 51, 50)}));
}

TEST(Facing, OnTheirSideTheyArePartedWhereToldTo) {
    const cv::Mat spread = beside(page(90), page(60, 2).colRange(0, 800)); // white from 810 to 960 of 1700
    for (const auto& [turn, cut] : {std::pair(cv::ROTATE_90_CLOCKWISE, 885), {cv::ROTATE_90_COUNTERCLOCKWISE, 815}}) {
        cv::Mat side;
        cv::rotate(spread, side, turn);
        expect_one(side);
        const std::vector<cv::Rect> pages = pages_of({side, 0}, Facing::yes);
        ASSERT_EQ(pages.size(), 2U);
        EXPECT_NEAR(pages[1].y, cut, 25);
        EXPECT_EQ(pages[0], cv::Rect(0, 0, side.cols, pages[1].y));
        EXPECT_EQ(pages[1], cv::Rect(0, pages[1].y, side.cols, side.rows - pages[1].y));
    }
}

TEST(Facing, OtherPixelsAreAnErrorAndAStripIsTwoHalves) {
    Image image;
    image.pixels = cv::Mat(90, 120, CV_8UC4, cv::Scalar::all(255));
    EXPECT_THROW(pages_of(image, Facing::automatic), Error);
    image.pixels = cv::Mat(6, 30000, CV_8UC1, cv::Scalar(255));
    EXPECT_EQ(pages_of(image, Facing::yes).size(), 2U);
}
