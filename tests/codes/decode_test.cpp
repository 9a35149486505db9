// SPDX-License-Identifier: Apache-2.0
#include "codes/decode.h"
#include "codes/draw_code.h"
#include "codes/isolate.h"

#include <gmock/gmock.h>

namespace broadsheet::codes {
namespace {

using namespace std::chrono_literals;
using ZXing::BarcodeFormat;

TEST(read_linear, reads_bars_that_have_neighbours_in_their_quiet_zone) {
    cv::Mat page = test::blank_page(600, 300);
    test::paste(page, test::drawn_code(BarcodeFormat::EAN13, "4006381333931", 4, 40), 100, 70);
    const cv::Rect core(100, 70, 380, 160);
    const auto plain = read_linear(page, core);
    ASSERT_TRUE(plain);
    EXPECT_EQ(plain->symbology, "EAN-13");
    EXPECT_EQ(plain->payload, "4006381333931");
    EXPECT_NEAR(plain->corners[0].x, 100, 2);
    EXPECT_NEAR(plain->corners[1].x, 480, 2);
    cv::rectangle(page, {84, 60, 412, 180}, cv::Scalar(0), 3); // a frame four modules off
    const auto framed = read_linear(page, core);
    ASSERT_TRUE(framed);
    EXPECT_EQ(framed->payload, "4006381333931");
}

TEST(read_linear, upside_down_the_corners_tell) {
    cv::Mat page = test::blank_page(600, 300);
    test::paste(page, test::drawn_code(BarcodeFormat::EAN13, "4006381333931", 4, 40), 100, 70);
    cv::rotate(page, page, cv::ROTATE_180);
    const auto reading = read_linear(page, {120, 70, 380, 160});
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->payload, "4006381333931");
    EXPECT_GT(reading->corners[0].x, reading->corners[1].x);
}

TEST(read_linear, a_wrong_check_digit_is_no_reading) {
    cv::Mat page = test::blank_page(600, 300);
    cv::Mat code = test::drawn_code(BarcodeFormat::EAN13, "4006381333931", 4, 40);
    code(cv::Rect(340, 0, 28, 160)).copyTo(code(cv::Rect(312, 0, 28, 160))); // the last digit's bars twice
    test::paste(page, code, 100, 70);
    EXPECT_FALSE(read_linear(page, {100, 70, 380, 160}));
}

TEST(read_linear, paper_that_darkens_towards_its_edges_is_not_taken_for_bars) {
    cv::Mat page = test::blank_page(800, 300);
    const cv::Mat code = test::drawn_code(BarcodeFormat::Code39, "165340", 5, 32);
    test::paste(page, code, (800 - code.cols) / 2, 70);
    for (int x = 0; x < page.cols; ++x) {
        const double off = std::abs(x - 400) / (code.cols / 2.0 + 60);
        page.col(x) = page.col(x) * std::max(0.0, 1 - 0.7 * off * off) + 10;
    }
    const auto reading = read_linear(page, {(800 - code.cols) / 2, 70, code.cols, code.rows});
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->payload, "165340");
}

TEST(read_linear, no_picture_is_no_reading) {
    EXPECT_FALSE(read_linear(test::blank_page(100, 50), {0, 0, 100, 50}));
    EXPECT_FALSE(read_linear(test::blank_page(100, 50), {200, 200, 100, 50}));
}

TEST(read_matrices, reads_the_corners_and_the_text) {
    const auto task = [](std::size_t) {
        cv::Mat page = test::blank_page(400, 300);
        test::paste(page, test::drawn_code(BarcodeFormat::QRCode, "https://example.org/a", 5), 100, 80);
        return packed(read_matrices(page));
    };
    const auto answer = isolated(1, task, 10s);
    ASSERT_TRUE(answer[0]);
    const auto readings = unpacked(*answer[0]);
    ASSERT_EQ(readings.size(), 1U);
    EXPECT_EQ(readings[0].symbology, "QR Code");
    EXPECT_EQ(readings[0].payload, "https://example.org/a");
    EXPECT_NEAR(readings[0].corners[0].x, 100, 2);
    EXPECT_NEAR(readings[0].corners[2].y, 205, 2);
}

TEST(packed, comes_back_as_it_was) {
    const std::vector<Reading> readings{{"EAN-13", "4006381333931", "05", {{{1.5, 2}, {3, 4}, {5, 6}, {7, 8}}}, 2},
                                        {"QR Code", std::string("a\0b\xC3\xBC", 5), "", {}, 1}};
    const auto back = unpacked(packed(readings));
    ASSERT_EQ(back.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(back[i].symbology, readings[i].symbology);
        EXPECT_EQ(back[i].payload, readings[i].payload);
        EXPECT_EQ(back[i].addon, readings[i].addon);
        EXPECT_EQ(back[i].corners, readings[i].corners);
        EXPECT_EQ(back[i].agreeing, readings[i].agreeing);
    }
    EXPECT_TRUE(unpacked("").empty());
    EXPECT_TRUE(unpacked(packed(readings).substr(0, 9)).empty());
}

} // namespace
} // namespace broadsheet::codes
