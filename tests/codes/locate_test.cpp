// SPDX-License-Identifier: Apache-2.0
// Where Data Matrix, Aztec and PDF417 codes are told to be, before anything is read.
#include "codes/aztec.h"
#include "codes/data_matrix.h"
#include "codes/draw_code.h"
#include "codes/pdf417.h"

#include <gmock/gmock.h>

namespace broadsheet::codes {
namespace {

using ZXing::BarcodeFormat;

struct Page {
    cv::Mat ink;
    cv::Size modules;
};
Page page_with(BarcodeFormat format, const std::string& payload, int module, bool whole = true) {
    const cv::Mat code = test::drawn_code(format, payload, module);
    cv::Mat page = test::blank_page(code.cols + 200, code.rows + 200);
    test::paste(page, code, 100, 100);
    if (!whole) page(cv::Rect(100 + code.cols - 18 * module, 100, 18 * module, code.rows)).setTo(255);
    return {page < 128, {code.cols / module, code.rows / module}};
}

void expect_corners(const MatrixField& field, const Page& page, int module, double by) {
    EXPECT_EQ(field.columns, page.modules.width);
    EXPECT_EQ(field.rows, page.modules.height);
    EXPECT_NEAR(field.module, module, 0.1);
    EXPECT_NEAR(field.corners[0].x, 100, by);
    EXPECT_NEAR(field.corners[0].y, 100, by);
    EXPECT_NEAR(field.corners[2].x, 100 + page.modules.width * module, by);
    EXPECT_NEAR(field.corners[2].y, 100 + page.modules.height * module, by);
}

TEST(locate_data_matrix, finds_corners_and_size_square_and_oblong) {
    for (const std::string payload : {"A1", "Sheet-0427/b", "Sheet 0427 of 1911 with all that was printed on it"})
        for (const int module : {2, 3, 5, 10}) {
            const Page page = page_with(BarcodeFormat::DataMatrix, payload, module);
            const auto fields = locate_data_matrix(page.ink);
            ASSERT_FALSE(fields.empty()) << payload << " of " << module;
            EXPECT_EQ(fields[0].sure, 1);
            expect_corners(fields[0], page, module, 1);
        }
}

/// Something like a Data Matrix of 10 by 10, with a frame in place of the solid sides.
TEST(locate_data_matrix, a_framed_chessboard_is_not_sure) {
    cv::Mat ink(200, 200, CV_8UC1, cv::Scalar(0));
    for (int y = 0; y < 10; ++y)
        for (int x = 0; x < 10; ++x)
            if ((x + y) % 2 == 0) ink(cv::Rect(50 + 10 * x, 50 + 10 * y, 10, 10)).setTo(255);
    cv::rectangle(ink, {50, 50, 100, 100}, cv::Scalar(255), 3);
    for (const MatrixField& field : locate_data_matrix(ink))
        EXPECT_LT(field.sure, 0.95);
}

TEST(locate_data_matrix, a_side_that_is_not_solid_or_teeth_that_are_missing_are_none) {
    Page page = page_with(BarcodeFormat::DataMatrix, "A1", 5);
    page.ink(cv::Rect(100, 120, 5, 15)).setTo(0); // of the left side
    EXPECT_TRUE(locate_data_matrix(page.ink).empty());
    page = page_with(BarcodeFormat::DataMatrix, "A1", 5);
    page.ink(cv::Rect(105, 100, 60, 5)).setTo(0);
    page.ink(cv::Rect(100 + page.modules.width * 5 - 5, 100, 5, page.modules.height * 5 - 5)).setTo(0);
    EXPECT_TRUE(locate_data_matrix(page.ink).empty());
}

TEST(locate_aztec, finds_corners_and_size_compact_and_full) {
    for (const std::string& payload : {std::string("A1"), std::string("Sheet-0427/b"), std::string(150, 'x')})
        for (const int module : {2, 3, 5, 10}) {
            const Page page = page_with(BarcodeFormat::Aztec, payload, module);
            const auto fields = locate_aztec(page.ink);
            ASSERT_EQ(fields.size(), 1U) << payload << " of " << module;
            EXPECT_EQ(fields[0].sure, 1);
            expect_corners(fields[0], page, module, module);
        }
}

TEST(locate_aztec, the_first_corner_is_the_codes) {
    Page page = page_with(BarcodeFormat::Aztec, "Sheet-0427/b", 5);
    cv::rotate(page.ink, page.ink, cv::ROTATE_90_CLOCKWISE);
    const auto fields = locate_aztec(page.ink);
    ASSERT_EQ(fields.size(), 1U);
    EXPECT_NEAR(fields[0].corners[0].x, page.ink.cols - 100, 5);
    EXPECT_NEAR(fields[0].corners[0].y, 100, 5);
    EXPECT_NEAR(fields[0].corners[1].y, page.ink.rows - 100, 5);
}

TEST(locate_aztec, without_its_marks_it_is_not_sure) {
    Page page = page_with(BarcodeFormat::Aztec, "A1", 5);
    const int corner = 100 + (page.modules.width / 2 - 5) * 5;
    page.ink(cv::Rect(corner, corner, 10, 10)).setTo(0);
    page.ink(cv::Rect(corner + 5, corner + 5, 5, 5)).setTo(255); // the corner of the outermost ring stays
    const auto fields = locate_aztec(page.ink);
    ASSERT_EQ(fields.size(), 1U);
    EXPECT_LT(fields[0].sure, 0.95);
}

TEST(locate_pdf417, finds_corners_and_size) {
    for (const std::string payload : {"A1", "Sheet-0427/b", "Sheet 0427 of 1911 with all that was printed on it"})
        for (const int module : {2, 3, 5}) {
            const Page page = page_with(BarcodeFormat::PDF417, payload, module);
            for (int turns = 0; turns < 4; ++turns) {
                Page turned = page;
                for (int i = 0; i < turns; ++i)
                    cv::rotate(turned.ink, turned.ink, cv::ROTATE_90_CLOCKWISE);
                const auto fields = locate_pdf417(turned.ink);
                ASSERT_EQ(fields.size(), 1U) << payload << " of " << module << " turned " << turns;
                EXPECT_EQ(fields[0].sure, 1) << payload << " of " << module << " turned " << turns;
                EXPECT_EQ(fields[0].columns, page.modules.width);
                EXPECT_EQ(fields[0].rows, page.modules.height);
                const cv::Point2d first[]{{100, 100},
                                          {turned.ink.cols - 100.0, 100},
                                          {turned.ink.cols - 100.0, turned.ink.rows - 100.0},
                                          {100, turned.ink.rows - 100.0}};
                EXPECT_LT(cv::norm(fields[0].corners[0] - first[turns]), 2) << turns;
                EXPECT_LT(cv::norm(fields[0].corners[2] - first[(turns + 2) % 4]), 2) << turns;
            }
        }
}

TEST(locate_pdf417, one_pattern_is_enough_to_look_but_not_to_be_sure) {
    const Page page = page_with(BarcodeFormat::PDF417, "Sheet-0427/b", 3, false);
    const auto fields = locate_pdf417(page.ink);
    ASSERT_EQ(fields.size(), 1U);
    EXPECT_EQ(fields[0].sure, 0.5);
    EXPECT_NEAR(fields[0].columns, page.modules.width - 18, 3);
}

TEST(locate, nothing_on_paper_of_any_size) {
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(3, 200), cv::Size(200, 3), cv::Size(60, 60)})
        for (const int value : {0, 255}) {
            const cv::Mat ink(size, CV_8UC1, cv::Scalar(value));
            EXPECT_TRUE(locate_data_matrix(ink).empty());
            EXPECT_TRUE(locate_aztec(ink).empty());
            EXPECT_TRUE(locate_pdf417(ink).empty());
        }
}

} // namespace
} // namespace broadsheet::codes
