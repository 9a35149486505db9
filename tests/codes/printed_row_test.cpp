// SPDX-License-Identifier: Apache-2.0
#include "codes/draw_code.h"
#include "codes/printed_row.h"

#include <gmock/gmock.h>

namespace broadsheet::codes {
namespace {

/// An EAN-13 with its bars from (200, 200) to (580, 400).
struct Field {
    LeveledField level;
    Field() {
        level.pixels = test::blank_page(800, 600);
        test::paste(level.pixels, test::drawn_code(ZXing::BarcodeFormat::EAN13, "4006381333931", 4, 50), 200, 200);
        level.core = {200, 200, 380, 200};
    }
    cv::Rect write(const char* text, int left, int bottom, double size = 1) {
        cv::Mat layer = test::blank_page(800, 600);
        cv::putText(layer, text, {left, bottom}, cv::FONT_HERSHEY_SIMPLEX, size, cv::Scalar(0), 2, cv::LINE_AA);
        cv::min(level.pixels, layer, level.pixels);
        return cv::boundingRect(cv::Mat(layer < 128));
    }
    std::optional<PrintedRow> row(const std::string& symbology = "EAN-13") const {
        return find_printed_row(level, trace_bars(level, 200, 580, 300).value(), symbology);
    }
};

void expect_box(const std::optional<PrintedRow>& row, const cv::Rect& ink) {
    ASSERT_TRUE(row);
    EXPECT_NEAR(row->corners[0].x, ink.x, 1.5);
    EXPECT_NEAR(row->corners[0].y, ink.y, 1.5);
    EXPECT_NEAR(row->corners[2].x, ink.br().x, 1.5);
    EXPECT_NEAR(row->corners[2].y, ink.br().y, 1.5);
}

TEST(find_printed_row, is_the_row_under_the_bars_and_no_other) {
    Field field;
    const cv::Rect digits = field.write("4 006381 333931", 175, 440);
    field.write("monthly 5.80", 300, 480);
    field.write("Issue 12", 300, 190);
    expect_box(field.row(), digits);
}

TEST(find_printed_row, the_first_digit_stands_left_of_retail_codes_only) {
    Field field;
    const cv::Rect first = field.write("4", 160, 440);
    const cv::Rect others = field.write("006381 333931", 220, 440);
    expect_box(field.row(), first | others);
    expect_box(field.row("Code 128"), others);
}

TEST(find_printed_row, stands_over_the_bars_if_none_is_under_them) {
    Field field;
    const cv::Rect digits = field.write("4006381333931", 240, 190);
    expect_box(field.row(), digits);
}

TEST(find_printed_row, is_not_far_away_nor_a_speck_nor_a_rule) {
    Field field;
    EXPECT_FALSE(field.row());
    field.write("4 006381 333931", 175, 520);
    cv::rectangle(field.level.pixels, {100, 420, 600, 3}, cv::Scalar(0), cv::FILLED);
    cv::circle(field.level.pixels, {300, 412}, 2, cv::Scalar(0), cv::FILLED);
    EXPECT_FALSE(field.row());
}

} // namespace
} // namespace broadsheet::codes
