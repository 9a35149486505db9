// SPDX-License-Identifier: Apache-2.0
// Rows that stand level on a page whose lines run down: on the sheet, where columns lie level, they are upright.
#include "layout/drawn_layout.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace broadsheet {
namespace {

constexpr int kSize = 24, kPitch = 27, kColumn = 38; // of a character, along a column, from column to column

/// No two alike.
void draw_character(cv::Mat& gray, int x, int y, int size, int number) {
    const int narrower = number % 3 * size / 8, bar = size / 4 + number % 4 * size / 8;
    draw_letter(gray, x, y, size - number % 2 * size / 8, size - narrower, std::max(2, size / 10));
    cv::rectangle(gray, cv::Rect(x, y + bar, size - size / 8, std::max(2, size / 10)), 0, cv::FILLED);
}

/// So many columns of so many characters.
void draw_text(cv::Mat& gray, int x, int y, int columns, int characters) {
    for (int i = 0; i < columns; ++i)
        for (int k = 0; k < characters; ++k)
            draw_character(gray, x + kPitch * k, y + kColumn * i, kSize, i * 5 + k * 7);
}

void draw_row(cv::Mat& gray, int x, int y, int characters, int size, int step) {
    for (int i = 0; i < characters; ++i)
        draw_character(gray, x, y + step * i, size, i * 5 + 1);
}

/// A sheet of columns with that drawn besides; its blocks of level rows, each as "left,top rows".
template <typename Draw>
std::vector<std::string> rows_on_sheet(Draw draw) {
    Sheet sheet;
    sheet.text_height = kSize;
    sheet.dpi = 300;
    sheet.quarter_turns = kColumnsLevel;
    sheet.gray = cv::Mat(1300, 1200, CV_8UC1, cv::Scalar(255));
    draw_text(sheet.gray, 700, 60, 30, 15);
    draw(sheet.gray);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    std::vector<std::string> out;
    for (const Block& block : find_layout({}, sheet).blocks)
        if (!block.lines.empty() && block.lines.front().vertical)
            out.push_back(
                fmt::format("{} {},{} {}", name(block.kind), block.box.left, block.box.top, block.lines.size()));
    return out;
}

using Rows = std::vector<std::string>;

TEST(LevelRows, AHeadlineOverColumns) {
    EXPECT_EQ(rows_on_sheet([](cv::Mat& gray) {
                  draw_row(gray, 200, 200, 6, 40, 44);
                  draw_text(gray, 265, 60, 14, 12);
                  draw_text(gray, 265 - 3 * kPitch, 600, 16, 15);
              }),
              (Rows{"heading 200,200 1"}));
}

TEST(LevelRows, TwoRowsAreOneHeading) {
    EXPECT_EQ(rows_on_sheet([](cv::Mat& gray) {
                  draw_row(gray, 140, 210, 5, 40, 48);
                  draw_row(gray, 200, 200, 6, 40, 48);
                  draw_text(gray, 265, 60, 30, 12);
              }),
              (Rows{"heading 140,200 2"}));
}

TEST(LevelRows, ARuleParts) {
    EXPECT_EQ(rows_on_sheet([](cv::Mat& gray) {
                  draw_row(gray, 200, 200, 5, 36, 46);
                  draw_row(gray, 200, 200 + 5 * 46, 5, 36, 46);
                  cv::rectangle(gray, cv::Rect(60, 200 + 5 * 46 - 6, 520, 3), 0, cv::FILLED);
              }),
              (Rows{"heading 200,200 1", "heading 200,430 1"}));
}

TEST(LevelRows, TheHeadsOfColumnsAreNone) { // numbers, with white behind them
    EXPECT_EQ(rows_on_sheet([](cv::Mat& gray) {
                  draw_text(gray, 200, 60, 30, 1);
                  draw_text(gray, 200 + 2 * kPitch, 60, 30, 12);
              }),
              Rows{});
}

TEST(LevelRows, ColumnsOfTwoCharactersAreNone) {
    EXPECT_EQ(rows_on_sheet([](cv::Mat& gray) { draw_text(gray, 200, 60, 30, 2); }), Rows{});
}

TEST(LevelRows, ABorderOfOneShapeIsNone) {
    EXPECT_EQ(rows_on_sheet([](cv::Mat& gray) {
                  for (int i = 0; i < 9; ++i)
                      draw_letter(gray, 200, 200 + 32 * i, 30, 30, 3);
              }),
              Rows{});
}

} // namespace
} // namespace broadsheet
