// SPDX-License-Identifier: Apache-2.0
#include "image/steps.h"
#include "support/image_drawing.h"

#include <gtest/gtest.h>

using namespace broadsheet;
using namespace broadsheet::testing;

TEST(Binarise, FindsLettersAsTheyAre) {
    const cv::Mat page = letter_page(1000, 800, 24);
    const cv::Mat expected = page < 128;
    const int wrong = cv::countNonZero(binarised(page, 0) != expected);
    EXPECT_LT(wrong, cv::countNonZero(expected) / 4); // half of the soft edge
    EXPECT_EQ(cv::countNonZero((binarised(page, 0) == 0) & (page < 60)), 0);
}

TEST(Binarise, FindsFaintPrintOnEvenPaper) {
    const cv::Mat page = letter_page(1000, 800, 24);
    const cv::Mat faint = 255 - (255 - page) * 0.35;
    EXPECT_EQ(cv::countNonZero((binarised(faint, 0) == 0) & (page < 60)), 0);
}

TEST(Binarise, FindsNothingOnBlankNoisyPaper) {
    for (const double deviation : {3.0, 10.0, 20.0}) {
        const cv::Mat blank = with_noise(cv::Mat(800, 600, CV_8UC1, cv::Scalar(190)), deviation);
        const Evened even = evened(blank);
        EXPECT_LT(cv::countNonZero(binarised(even.gray, even.noise)), 800 * 600 / 1000) << deviation;
    }
}

TEST(Binarise, LeavesPrintOfTheOtherSide) {
    const cv::Mat page = letter_page(1000, 800, 24);
    cv::Mat behind;
    cv::flip(page, behind, 1);
    const cv::Mat shown = 255 - (255 - behind) * 0.15;
    const cv::Mat both = cv::min(page, shown);
    EXPECT_EQ(cv::countNonZero(binarised(both, 0) & (page == paper_white) & (behind < 60)),
              cv::countNonZero(binarised(page, 0) & (page == paper_white) & (behind < 60)));
}
