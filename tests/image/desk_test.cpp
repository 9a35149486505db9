// SPDX-License-Identifier: Apache-2.0
#include "image/steps.h"
#include "support/image_drawing.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

using namespace broadsheet;
using namespace broadsheet::testing;

namespace {

constexpr int kDesk = 60;
const cv::Size kSize(800, 2000);

/// A sheet of print turned by so many degrees about its middle on a desk of that tone, which shows at each side.
cv::Mat photographed(double degrees, int margin, int desk = kDesk) {
    cv::Mat sheet(kSize, CV_8UC1, cv::Scalar(desk)), out;
    const cv::Rect paper(margin, margin, kSize.width - 2 * margin, kSize.height - 2 * margin);
    letter_page(paper.width, paper.height, 24).copyTo(sheet(paper));
    const cv::Mat turn = cv::getRotationMatrix2D({kSize.width / 2.0F, kSize.height / 2.0F}, degrees, 1);
    cv::warpAffine(sheet, out, turn, kSize, cv::INTER_LINEAR, cv::BORDER_CONSTANT, desk);
    return out;
}

cv::Mat cleared(const cv::Mat& gray) {
    cv::Mat even = gray.clone();
    clear_desk(gray, even);
    return even;
}

/// Where the two differ.
cv::Mat changed(const cv::Mat& a, const cv::Mat& b) {
    return a != b;
}

} // namespace

TEST(Desk, IsWhitenedUpToThePapersEdge) {
    for (const double degrees : {3.0, -4.5}) {
        const cv::Mat page = photographed(degrees, 60), even = cleared(page);
        const cv::Mat desk = photographed(degrees, 60, 1) == 1;
        cv::Mat well_in, paper;
        cv::erode(desk, well_in, cv::Mat::ones(33, 33, CV_8U), {-1, -1}, 1, cv::BORDER_REPLICATE);
        cv::dilate(desk, paper, cv::Mat::ones(33, 33, CV_8U), {-1, -1}, 1, cv::BORDER_REPLICATE);
        EXPECT_GT(cv::countNonZero(well_in), 20000) << degrees;
        EXPECT_EQ(cv::countNonZero((even != 255) & well_in), 0) << degrees;
        EXPECT_EQ(cv::countNonZero(changed(page, even) & ~paper), 0) << degrees;
    }
}

TEST(Desk, ThatDoesNotLeanIsLeft) { // a scan's rim
    const cv::Mat page = photographed(0, 60);
    EXPECT_EQ(cv::countNonZero(changed(page, cleared(page))), 0);
}

TEST(Desk, AtOneSideAndAsAWedge) {
    const cv::Mat page = photographed(0, 0);
    cv::Mat wedge = page.clone();
    for (int y = 0; y < 1000; ++y)
        wedge.row(y).colRange(0, (1000 - y) / 8).setTo(kDesk);
    const cv::Mat even = cleared(wedge);
    EXPECT_EQ(cv::countNonZero(even(cv::Rect(0, 0, 40, 600)) != 255), 0);
    EXPECT_EQ(cv::countNonZero(changed(wedge, even)(cv::Rect(150, 0, kSize.width - 150, kSize.height))), 0);
}

TEST(Desk, IsNoPictureThatRunsOffThePage) {
    for (const cv::Rect& picture :
         {cv::Rect(0, 300, 250, 900), cv::Rect(0, 0, 600, 500), cv::Rect(600, 1500, 200, 500)}) {
        cv::Mat page = photographed(0, 0);
        page(picture).setTo(kDesk);
        EXPECT_EQ(cv::countNonZero(changed(page, cleared(page))), 0) << picture;
    }
}

TEST(Desk, IsNoBandWithATitleInWhite) {
    cv::Mat page = photographed(0, 0);
    for (int x = 0; x < page.cols; ++x) // its foot leans
        page.col(x).rowRange(0, 240 + x / 10).setTo(kDesk);
    cv::putText(page, "Broadsheet", {120, 160}, cv::FONT_HERSHEY_SIMPLEX, 3, 250, 12);
    EXPECT_EQ(cv::countNonZero(changed(page, cleared(page))), 0);
}

TEST(Desk, IsNoPaperInShadowNorADarkPage) {
    cv::Mat shadow = photographed(0, 0);
    shadow.colRange(0, 200).convertTo(shadow.colRange(0, 200), -1, 0.55);
    EXPECT_EQ(cv::countNonZero(changed(shadow, cleared(shadow))), 0);
    const cv::Mat dark = 255 - photographed(0, 0);
    EXPECT_EQ(cv::countNonZero(changed(dark, cleared(dark))), 0);
}

TEST(Desk, BearsEverySmallSize) {
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(1, 500), cv::Size(500, 1), cv::Size(9, 7)}) {
        const cv::Mat page(size, CV_8UC1, cv::Scalar(kDesk));
        EXPECT_EQ(cleared(page).size(), size);
    }
}
