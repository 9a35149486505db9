// SPDX-License-Identifier: Apache-2.0
#include "image/shrink.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

/// Gray rising from left to right by one each pixel, or downwards.
cv::Mat ramp(int cols, int rows, bool down = false) {
    cv::Mat out(rows, cols, CV_8UC1);
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < cols; ++x)
            out.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>(down ? y : x);
    return out;
}

TEST(Shrunk, HasTheMeanOfEachArea) {
    cv::Mat picture(4, 8, CV_8UC1, cv::Scalar(0));
    picture(cv::Rect(4, 0, 2, 2)).setTo(100); // a quarter of the second area
    const cv::Mat small = shrunk(picture, 0.25);
    ASSERT_EQ(small.size(), cv::Size(2, 1));
    EXPECT_EQ(small.at<std::uint8_t>(0, 0), 0);
    EXPECT_EQ(small.at<std::uint8_t>(0, 1), 25);
}

TEST(Shrunk, KeepsPlacesWhereNoWholeNumberDivides) {
    for (const bool down : {false, true}) {
        const cv::Mat picture = down ? ramp(5, 250, true) : ramp(250, 5);
        for (const int length : {62, 63, 83, 100, 119, 125, 180, 249, 250}) {
            const cv::Mat small = shrunk(picture, down ? cv::Size(5, length) : cv::Size(length, 5));
            ASSERT_EQ(down ? small.rows : small.cols, length);
            const double scale = 250.0 / length;
            for (int i = 0; i < length; ++i)
                EXPECT_NEAR(small.at<std::uint8_t>(down ? i : 2, down ? 2 : i), (i + 0.5) * scale - 0.5, scale + 1)
                    << length << " pixels, at " << i;
        }
    }
}

TEST(Shrunk, ByAFactorHasSidesRoundedDownButAPixelAtLeast) {
    EXPECT_EQ(shrunk(ramp(250, 99), 0.5).size(), cv::Size(125, 49));
    EXPECT_EQ(shrunk(ramp(250, 3), 0.125).size(), cv::Size(31, 1));
    EXPECT_EQ(shrunk(ramp(250, 99), 1).size(), cv::Size(250, 99));
}

TEST(MeansOfSquares, LieWhereTheyWere) {
    cv::Mat picture(10, 21, CV_8UC1, cv::Scalar(0));
    picture.colRange(16, 21).setTo(80); // the fifth square, and the last column alone in a sixth
    const cv::Mat means = means_of_squares(picture, 4);
    ASSERT_EQ(means.size(), cv::Size(6, 3));
    EXPECT_EQ(means.at<std::uint8_t>(0, 3), 0);
    EXPECT_EQ(means.at<std::uint8_t>(0, 4), 80);
    EXPECT_EQ(means.at<std::uint8_t>(2, 5), 80);
    EXPECT_EQ(means_of_squares(picture, 1).size(), picture.size());
}

TEST(Shrunk, TakesColoursAndShares) {
    EXPECT_EQ(shrunk(cv::Mat(9, 9, CV_8UC3, cv::Scalar(1, 2, 3)), 0.4).at<cv::Vec3b>(1, 1), cv::Vec3b(1, 2, 3));
    EXPECT_FLOAT_EQ(shrunk(cv::Mat(9, 9, CV_32FC1, cv::Scalar(0.5)), 0.4).at<float>(2, 2), 0.5F);
}

TEST(Shrunk, ALargerSizeIsInterpolated) {
    const cv::Mat large = shrunk(ramp(10, 10), {20, 20});
    ASSERT_EQ(large.size(), cv::Size(20, 20));
    EXPECT_NEAR(large.at<std::uint8_t>(10, 19), 9, 1);
}

} // namespace
} // namespace broadsheet
