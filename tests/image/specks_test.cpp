// SPDX-License-Identifier: Apache-2.0
#include "image/steps.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace broadsheet {
namespace {

const cv::Rect kFullStop(70, 56, 4, 4); // of the line at 30

/// 40 letters 30 pixels high, a black full stop, and this many marks of a dot's size in this gray.
cv::Mat page_with_specks(int specks, int gray) {
    cv::Mat page(400, 800, CV_8UC1, cv::Scalar(255));
    for (int i = 0; i < 40; ++i)
        cv::rectangle(page, cv::Rect(40 + i % 10 * 40, 30 + i / 10 * 60, 20, 30), 0, cv::FILLED);
    cv::rectangle(page, kFullStop, 0, cv::FILLED);
    for (int i = 0; i < specks; ++i)
        cv::rectangle(page, cv::Rect(500 + i % 20 * 12, 30 + i / 20 * 12, 5, 5), gray, cv::FILLED);
    return page;
}

cv::Mat cleared(const cv::Mat& gray) {
    cv::Mat ink = gray < 146;
    const Print print = find_print(ink);
    clear_specks(ink, gray, print);
    return ink;
}

bool has_specks(const cv::Mat& ink) {
    return cv::countNonZero(ink.colRange(480, 800)) > 0;
}

TEST(Specks, FaintOnesThatOutnumberTheLettersGo) {
    const cv::Mat ink = cleared(page_with_specks(80, 120));
    EXPECT_FALSE(has_specks(ink));
    EXPECT_EQ(cv::countNonZero(ink.colRange(0, 480)), 40 * 20 * 30 + kFullStop.area());
}

TEST(Specks, FewStayForTheyMayBeDotsOfFaintLetters) {
    EXPECT_TRUE(has_specks(cleared(page_with_specks(40, 120))));
}

TEST(Specks, DotsAsDarkAsTheLettersStayHoweverMany) {
    EXPECT_TRUE(has_specks(cleared(page_with_specks(80, 20))));
}

/// The page, and in so many rows a faint dot at every twelfth pixel from 100 to 460.
cv::Mat with_leaders(cv::Mat page, int rows) {
    for (int row = 0; row < rows; ++row)
        for (int x = 100; x < 460; x += 12)
            cv::rectangle(page, cv::Rect(x, 280 + 36 * row, 5, 5), 120, cv::FILLED);
    return page;
}

TEST(Specks, DotsThatLeadToANumberStayAndAreNotCounted) {
    const cv::Mat page = with_leaders(page_with_specks(0, 255), 3);
    cv::Mat ink = page < 146;
    EXPECT_EQ(clear_specks(ink, page, find_print(ink)), 0);
    EXPECT_EQ(cv::countNonZero(ink.rowRange(270, 400)), 90 * 25);
}

TEST(Specks, DotsThatLeadDownStayForThePageMayLieOnItsSide) {
    const cv::Mat turned = with_leaders(page_with_specks(0, 255), 3).t();
    EXPECT_EQ(cv::countNonZero(cleared(turned).colRange(270, 400)), 90 * 25);
}

TEST(Specks, FaintOnesGoAndDotsThatLeadToANumberStay) {
    const cv::Mat ink = cleared(with_leaders(page_with_specks(80, 120), 3));
    EXPECT_FALSE(has_specks(ink));
    EXPECT_EQ(cv::countNonZero(ink.rowRange(270, 400)), 90 * 25);
}

TEST(Specks, AreCountedPerLetter) {
    const cv::Mat page = page_with_specks(40, 120);
    cv::Mat ink = page < 146;
    EXPECT_DOUBLE_EQ(clear_specks(ink, page, find_print(ink)), 1);
}

TEST(Specks, PageWithoutLettersIsLeft) {
    cv::Mat ink(50, 50, CV_8UC1, cv::Scalar(0));
    EXPECT_EQ(clear_specks(ink, cv::Mat(50, 50, CV_8UC1, cv::Scalar(255)), {}), 0);
    EXPECT_EQ(cv::countNonZero(ink), 0);
}

} // namespace
} // namespace broadsheet
