// SPDX-License-Identifier: Apache-2.0
#include "codes/ean.h"

#include "codes/draw_code.h"

#include <gtest/gtest.h>

namespace broadsheet::codes {
namespace {

using ZXing::BarcodeFormat;

/// A row of a code on white paper, blurred; the first bar begins at 60.
cv::Mat row_of(BarcodeFormat format, const std::string& payload, int module, double blur) {
    const cv::Mat code = test::drawn_code(format, payload, module, 1);
    cv::Mat row(1, code.cols + 120, CV_8UC1, cv::Scalar(255));
    code.row(0).copyTo(row.colRange(60, 60 + code.cols));
    row.convertTo(row, CV_32F);
    if (blur > 0) cv::GaussianBlur(row, row, {0, 1}, blur, 1);
    return row;
}

std::string read_at_likely_ends(const cv::Mat& row) {
    for (const EanEnds& ends : likely_ends(row))
        if (const auto reading = read_ean(row, ends)) return reading->digits;
    return "";
}

TEST(Ean, ReadsSharpAndBlurredRows) {
    for (const double blur : {0.0, 1.0, 1.6, 2.2})
        for (const std::string digits : {"4006381333931", "9771234567003", "5901234123457", "0036000291452"}) {
            const auto reading = read_ean(row_of(BarcodeFormat::EAN13, digits, 3, blur), {60, 60 + 3 * 95});
            ASSERT_TRUE(reading) << digits << " blurred by " << blur;
            EXPECT_EQ(reading->digits, digits);
            EXPECT_GT(reading->likeness, 0.9);
        }
}

TEST(Ean, FindsTheEnds) {
    const cv::Mat row = row_of(BarcodeFormat::EAN13, "4006381333931", 3, 1);
    const auto ends = likely_ends(row);
    ASSERT_FALSE(ends.empty());
    EXPECT_NEAR(ends.front().first, 60, 1);
    EXPECT_NEAR(ends.front().last, 60 + 3 * 95, 1);
    EXPECT_EQ(read_at_likely_ends(row), "4006381333931");
}

TEST(Ean, UnevenLightIsNoMatter) {
    cv::Mat row = row_of(BarcodeFormat::EAN13, "4006381333931", 3, 1.5);
    for (int x = 0; x < row.cols; ++x)
        row.at<float>(x) = 60 + row.at<float>(x) * static_cast<float>(0.25 + 0.4 * x / row.cols);
    EXPECT_EQ(read_at_likely_ends(row), "4006381333931");
}

TEST(Ean, PaperThatIsBent) {
    const cv::Mat row = row_of(BarcodeFormat::EAN13, "4006381333931", 4, 1);
    cv::Mat bent(1, row.cols, CV_32F);
    for (int x = 0; x < row.cols; ++x) {
        const double from = x + 3 * std::sin(x * 2 * CV_PI / row.cols);
        bent.at<float>(x) = row.at<float>(std::clamp(static_cast<int>(std::lround(from)), 0, row.cols - 1));
    }
    EXPECT_EQ(read_at_likely_ends(bent), "4006381333931");
}

TEST(Ean, OtherBarsAreNone) {
    EXPECT_EQ(read_at_likely_ends(row_of(BarcodeFormat::Code128, "BROADSHEET 1", 2, 1)), "");
    EXPECT_EQ(read_at_likely_ends(row_of(BarcodeFormat::Code39, "BROADSHEET", 2, 1)), "");
    cv::Mat rules = row_of(BarcodeFormat::EAN13, "4006381333931", 3, 0);
    for (int x = 60; x < 345; ++x)
        rules.at<float>(x) = x % 6 < 3 ? 0.F : 255.F;
    EXPECT_EQ(read_at_likely_ends(rules), "");
    cv::RNG random(3);
    for (int i = 0; i < 300; ++i) {
        cv::Mat noise(1, 400, CV_32F);
        random.fill(noise, cv::RNG::UNIFORM, 0, 255);
        cv::GaussianBlur(noise, noise, {0, 1}, 1 + i % 3, 1);
        EXPECT_EQ(read_at_likely_ends(noise), "");
    }
}

TEST(Ean, ADigitThatIsGone) {
    cv::Mat row = row_of(BarcodeFormat::EAN13, "4006381333931", 3, 0);
    row.colRange(60 + 3 * 10, 60 + 3 * 17).setTo(255);
    EXPECT_FALSE(read_ean(row, {60, 60 + 3 * 95}));
    EXPECT_FALSE(read_ean(cv::Mat(1, 1, CV_32F, cv::Scalar(0)), {0, 95}));
    EXPECT_TRUE(likely_ends(cv::Mat(1, 300, CV_32F, cv::Scalar(255))).empty());
}

} // namespace
} // namespace broadsheet::codes
