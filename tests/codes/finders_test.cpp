// SPDX-License-Identifier: Apache-2.0
#include "codes/draw_code.h"
#include "codes/finders.h"

#include <gmock/gmock.h>

namespace broadsheet::codes {
namespace {

cv::Mat page_with_matrix(int module) {
    cv::Mat page = test::blank_page(600, 500);
    test::paste(page, test::drawn_code(ZXing::BarcodeFormat::QRCode, "https://example.org/a", module), 150,
                120); // 25 modules
    return page;
}

TEST(locate_matrices, finds_corners_module_and_dimension) {
    for (const int module : {2, 3, 5, 10}) {
        const auto fields = locate_matrices(page_with_matrix(module) < 128);
        ASSERT_EQ(fields.size(), 1U) << module;
        EXPECT_EQ(fields[0].columns, 25);
        EXPECT_NEAR(fields[0].module, module, 0.1);
        EXPECT_EQ(fields[0].sure, 1);
        EXPECT_NEAR(fields[0].corners[0].x, 150, 1.5);
        EXPECT_NEAR(fields[0].corners[0].y, 120, 1.5);
        EXPECT_NEAR(fields[0].corners[2].x, 150 + 25 * module, 1.5);
        EXPECT_NEAR(fields[0].corners[2].y, 120 + 25 * module, 1.5);
    }
}

TEST(locate_matrices, corners_begin_where_the_code_begins) {
    cv::Mat page;
    cv::rotate(page_with_matrix(5), page, cv::ROTATE_90_CLOCKWISE); // 500 wide: the first corner comes to (380, 150)
    const auto fields = locate_matrices(page < 128);
    ASSERT_EQ(fields.size(), 1U);
    EXPECT_NEAR(fields[0].corners[0].x, 380, 1.5);
    EXPECT_NEAR(fields[0].corners[0].y, 150, 1.5);
    EXPECT_NEAR(fields[0].corners[1].x, 380, 1.5);
    EXPECT_NEAR(fields[0].corners[1].y, 275, 1.5);
}

TEST(locate_matrices, a_large_code_turned_at_any_angle_keeps_its_dimension) {
    cv::Mat page = test::blank_page(900, 900);
    const cv::Mat code =
        test::drawn_code(ZXing::BarcodeFormat::QRCode, std::string(1400, 'x'), 4); // many modules a side
    test::paste(page, code, (900 - code.cols) / 2, (900 - code.rows) / 2);
    ASSERT_GT(code.cols / 4, 100);
    for (const double degrees : {0, 20, 35, 45, 60}) {
        const auto fields = locate_matrices(test::turned(page, degrees) < 128);
        ASSERT_FALSE(fields.empty()) << degrees;
        EXPECT_EQ(fields[0].columns, code.cols / 4) << degrees;
        EXPECT_NEAR(fields[0].module, 4, 0.1) << degrees;
    }
}

TEST(locate_matrices, two_finder_patterns_are_no_code) {
    cv::Mat page = page_with_matrix(5);
    page(cv::Rect(150, 210, 60, 60)).setTo(255);
    EXPECT_TRUE(locate_matrices(page < 128).empty());
}

TEST(locate_matrices, squares_within_squares_without_timing_patterns_are_no_code) {
    cv::Mat page = page_with_matrix(5);
    page(cv::Rect(185, 120, 55, 125)).setTo(255);
    page(cv::Rect(150, 155, 125, 55)).setTo(255);
    EXPECT_TRUE(locate_matrices(page < 128).empty());
}

} // namespace
} // namespace broadsheet::codes
