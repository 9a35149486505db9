// SPDX-License-Identifier: Apache-2.0
#include "image/steps.h"
#include "support/image_drawing.h"

#include <gtest/gtest.h>

using namespace broadsheet;
using namespace broadsheet::testing;

namespace {

/// The page under a light that falls from full on the left to least on the right.
cv::Mat in_shadow(const cv::Mat& page, double least) {
    cv::Mat shaded = page.clone();
    for (int y = 0; y < page.rows; ++y)
        for (int x = 0; x < page.cols; ++x) {
            const double light = 1 - (1 - least) * x / page.cols;
            shaded.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>(page.at<std::uint8_t>(y, x) * light * 0.9);
        }
    return shaded;
}

} // namespace

TEST(Background, EvensAShadow) {
    const cv::Mat page = letter_page(1200, 1000, 24);
    const cv::Mat even = evened(in_shadow(page, 0.4)).gray;
    cv::Mat far_from_ink;
    cv::erode(page, far_from_ink, cv::Mat::ones(9, 9, CV_8U));
    far_from_ink = far_from_ink == paper_white;
    double least = 0;
    cv::minMaxLoc(even, &least, nullptr, nullptr, nullptr, far_from_ink);
    EXPECT_GE(least, 250);
    EXPECT_LE(cv::mean(even, page == 0)[0], 10);
}

TEST(Background, KeepsDarkAreas) {
    cv::Mat page = letter_page(1600, 1200, 24);
    const cv::Rect photograph(300, 300, 700, 500);
    page(photograph).setTo(40);
    const cv::Rect light_part(400, 400, 200, 100);
    page(light_part).setTo(120);
    const cv::Mat even = evened(page).gray;
    EXPECT_LT(cv::mean(even(photograph))[0], 130);
    EXPECT_GT(cv::mean(even(light_part))[0], even.at<std::uint8_t>(photograph.tl() + cv::Point(20, 20)));
}

TEST(Background, KeepsWhiteOnBlack) {
    cv::Mat page = letter_page(1600, 1200, 24);
    const cv::Rect bar(200, 400, 1200, 120);
    page(bar).setTo(20);
    cv::putText(page, "HEADING", {300, 490}, cv::FONT_HERSHEY_SIMPLEX, 2.5, 255, 8);
    const cv::Mat even = evened(page).gray;
    EXPECT_LT(even.at<std::uint8_t>(460, 1300), 60);
    EXPECT_EQ(cv::countNonZero(even(bar) > 240), cv::countNonZero(page(bar) > 240));
}

TEST(Background, WeighsChannelsByThePaper) {
    cv::Mat page(200, 200, CV_8UC3, cv::Scalar(90, 150, 200));      // brown paper
    page(cv::Rect(50, 50, 20, 20)).setTo(cv::Scalar(60, 120, 180)); // a stain: darkest in blue
    page(cv::Rect(100, 100, 20, 20)).setTo(cv::Scalar(30, 30, 30));
    const cv::Mat gray = to_gray(page);
    cv::Mat luma;
    cv::cvtColor(page, luma, cv::COLOR_BGR2GRAY);
    const auto relative = [](const cv::Mat& image, int at) {
        return image.at<std::uint8_t>(at, at) / double(image.at<std::uint8_t>(0, 0));
    };
    EXPECT_GT(relative(gray, 60), relative(luma, 60));
    EXPECT_LT(relative(gray, 110), relative(luma, 110));
}

TEST(Background, MeasuresTheGrain) {
    const cv::Mat page = letter_page(1600, 1200, 24) * 0.8;
    EXPECT_NEAR(evened(page).noise, 0, 0.5);
    EXPECT_NEAR(evened(with_noise(page, 10)).noise, 10 * 255 / 0.95 / 204, 3);
}

TEST(Background, KnowsBilevel) {
    const cv::Mat page = bar_page(400, 300, 1, 20);
    EXPECT_TRUE(is_bilevel(page));
    EXPECT_FALSE(is_bilevel(with_noise(page, 3)));
}
