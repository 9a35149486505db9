// SPDX-License-Identifier: Apache-2.0
#include "layout/drawn_layout.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Lines, OneColumn) {
    EXPECT_EQ(layout_of("  xxxx xxx xxxxx xx\n"
                        "xxxx xxx xx xxxx xxx\n"
                        "xxx xxxxx xxxx xx xx\n"
                        "xxx xxxx\n"),
              (Blocks{"paragraph 0,0 4"}));
}

TEST(Lines, MarksOfTwoRowsThatTouchEndNeitherRow) { // a comma and an apostrophe under it
    Sheet sheet = draw_sheet("xxxx xxx xxxxxxx xxxx\n"
                             "xxxx xxxx xxx xxxx xx\n"
                             "xxx xxxxx xxxx xx xxx\n"
                             "xxx xxxxxx xxx xxxxxx\n");
    cv::rectangle(sheet.ink, cv::Rect(11 * kCellWidth + 4, 2 * kCellHeight + 27, 4, 26), 255, cv::FILLED);
    sheet.gray.setTo(0, sheet.ink);
    EXPECT_EQ(blocks_of(find_layout({}, sheet)), (Blocks{"paragraph 0,0 4"}));
}

TEST(Lines, CommasAndDotsBelongToTheirLines) {
    const Page page = find_layout({}, draw_sheet("xxxx, xxx. xx xxx, xxxx.\n"
                                                 "xxx. xxx xxxx, xx. xxxx,\n"));
    ASSERT_EQ(page.blocks.size(), 1u);
    ASSERT_EQ(page.blocks[0].lines.size(), 2u);
    const Line& line = page.blocks[0].lines[0];
    EXPECT_EQ(line.box, (Box{25, 48, 24 + 23 * 12 + 7, 77}));
    EXPECT_EQ(line.text_height, 24);
    EXPECT_EQ(line.baseline, (std::vector<Point>{{25, 72}, {24 + 23 * 12 + 7, 72}}));
}

TEST(Lines, AQuotationMarkUnderALongLetterEndsItsOwnLine) {
    Sheet sheet = draw_sheet("xxxx xxx xxxxxxx xxxx\n"
                             "xxx xxxxxx.\n"
                             "xxxx xxxx xxx xxxx xx\n");
    const int x = 13 * kCellWidth, y = 2 * kCellHeight + 8;
    cv::rectangle(sheet.ink, cv::Rect(x - 6, kCellHeight + 30, 4, 14), 255, cv::FILLED); // the long letter's foot
    for (const int dx : {2, 8})
        cv::rectangle(sheet.ink, cv::Rect(x + dx, y, 4, 9), 255, cv::FILLED);
    sheet.gray.setTo(0, sheet.ink);
    const Page page = find_layout({}, sheet);
    ASSERT_EQ(page.blocks.size(), 1u);
    ASSERT_EQ(page.blocks[0].lines.size(), 3u);
    EXPECT_EQ(page.blocks[0].lines[1].box.right, x + 12);
    EXPECT_LT(page.blocks[0].lines[0].box.bottom, y);
}

/// Two rows of letters with a stroke from the upper to the lower in one place.
Sheet touching_rows(int column) {
    Sheet sheet = draw_sheet("xxxx xxx xxxxx xx xxxx\n"
                             "xxx xxxx xx xxxxxx xxx\n"
                             "xxxx xx xxxxx xx xxxxx\n");
    const int x = (column + 2) * kCellWidth + 1;
    cv::rectangle(sheet.ink, cv::Rect(x, kCellHeight + 8, 3, kCellHeight + 24), 255, cv::FILLED);
    sheet.gray.setTo(0, sheet.ink);
    return sheet;
}

TEST(Lines, TouchingLettersOfTwoRowsAreParted) {
    for (const int column : {0, 9, 21}) { // also at the ends of the lines
        const Page page = find_layout({}, touching_rows(column));
        ASSERT_EQ(page.blocks.size(), 1u) << column;
        ASSERT_EQ(page.blocks[0].lines.size(), 3u) << column;
        for (const Line& line : page.blocks[0].lines)
            EXPECT_LT(line.box.height(), 40) << column;
    }
}

TEST(Lines, TouchingLettersOfALargeTitleAreParted) {
    Sheet sheet = masthead({});
    const auto draw = [&](int y, std::initializer_list<int> words) {
        int x = 100;
        for (const int letters : words) {
            for (int i = 0; i < letters; ++i, x += 40)
                draw_letter(sheet.gray, x, y, 32, 64, 8);
            x += 30;
        }
    };
    draw(100, {5, 2, 4, 3, 5});
    draw(190, {4, 2, 5, 1});
    cv::rectangle(sheet.gray, cv::Rect(225, 160, 9, 34), 0, cv::FILLED); // from row to row
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    const std::vector<std::string> lines = lines_of(sheet);
    ASSERT_GE(lines.size(), 2U);
    EXPECT_TRUE(lines[0].ends_with("-972,177")) << lines[0]; // up to the last letters of both rows
    EXPECT_TRUE(lines[1].ends_with("-662,254")) << lines[1];
}

TEST(Lines, InitialOverTwoRowsIsNotParted) {
    Sheet sheet = draw_sheet("     xx xxxxx xx xxxx\n"
                             "     xx xx xxxxxx xxx\n"
                             "xxxx xx xxxxx xx xxxx\n"
                             "xxxx xx xxxxx xx xxxx\n");
    cv::rectangle(sheet.ink, cv::Rect(26, kCellHeight + 8, 14, kCellHeight + 24), 255, cv::FILLED);
    sheet.gray.setTo(0, sheet.ink);
    bool whole = false;
    for (const Block& block : find_layout({}, sheet).blocks)
        for (const Line& line : block.lines)
            whole = whole || line.box.height() >= kCellHeight + 24;
    EXPECT_TRUE(whole);
}

TEST(Lines, WordsWithoutTallLettersStandInTheirLine) {
    Sheet sheet = draw_sheet("xxxx xxx xxxxx xx xxxx\n"
                             "xxxxxxx xxxxxxx xx xxx\n"
                             "xxxx xx xxxxx xx xxxxx\n");
    lower_letters(sheet.gray, {2 * kCellWidth, 2 * kCellHeight + 8, 15 * kCellWidth, 24}, 14);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(blocks_of(find_layout({}, sheet)), (Blocks{"paragraph 0,0 3"}));
}

TEST(Lines, WordsWithoutTallLettersBehindSomeWithTailsStandInTheirLine) {
    Sheet sheet = draw_sheet("xxxx xxx xxxxx xx xxxx xxxx xxx xxxxx xx xxxx\n"
                             "xxxxxxx xxx xxxxxxxxxxx xxxxxxx xxx xxxxxxxxx\n"
                             "xxxx xx xxxxx xx xxxxx xxxx xx xxxxx xx xxxxx\n");
    constexpr int row = 2 * kCellHeight + 8, tall = 24, tail = 5, behind = 23 + 2;
    lower_letters(sheet.gray, {behind * kCellWidth, row, 22 * kCellWidth, tall}, 15);
    sheet.gray({(behind - 1) * kCellWidth + 2, row + tall - 2, 3, tail + 2}).setTo(0);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(blocks_of(find_layout({}, sheet)), (Blocks{"paragraph 0,0 3"}));
}

/// Of a page with a line of twenty letters of that height, the sixth of which hangs lower and is broken in its middle.
std::vector<std::string> lines_with_broken_letter(int height) {
    Sheet sheet = masthead({{60, 300, 20, height}});
    const int left = 60 + 5 * (height / 2), top = 300 + height / 3, width = height * 2 / 5;
    sheet.gray(cv::Rect(left, 300, width + 2, height)).setTo(255);
    draw_letter(sheet.gray, left, top, width, height, 3);
    sheet.gray(cv::Rect(left, top + height / 2, width + 2, 1)).setTo(255);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    return lines_of(sheet);
}

TEST(Lines, ALetterBrokenAtAHairlineIsOneLetter) { // a g in larger type
    for (const int height : {31, 38}) {            // both halves as high as small letters, or a little higher
        const std::vector<std::string> lines = lines_with_broken_letter(height);
        EXPECT_EQ(lines.front().substr(0, 6), "60,300");
        EXPECT_EQ(lines.front().substr(lines.front().rfind(',') + 1), std::to_string(300 + height / 3 + height));
        EXPECT_EQ(lines.at(1).substr(0, 6), "60,600");
    }
}

TEST(Lines, SmallTypeBesideLargerIsNotBroken) { // most of its letters are below half of the page's text height
    Sheet sheet = draw_sheet("xxxx xxx xxxxx xx xxxx\n"
                             "xxx xxxx xx xxxxxx xxx\n"
                             "\n"
                             "\n"
                             "xxxx xxx xxxxx xx xxxx\n");
    for (int i = 0; i < 24; ++i) // x-heights and a few tall letters
        if (i % 6 != 5) draw_letter(sheet.gray, 30 + 9 * i, 3 * kCellHeight + (i % 4 ? 16 : 10), 7, i % 4 ? 11 : 17, 2);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    const Page page = find_layout({}, sheet);
    std::vector<Box> small;
    for (const Block& block : page.blocks)
        for (const Line& line : block.lines)
            if (line.text_height < 20) small.push_back(line.box);
    EXPECT_EQ(small, (std::vector<Box>{{30, 130, 30 + 9 * 22 + 7, 147}}));
}

/// The lines of each block of a page with a comma of its own size in the second row, behind its first words.
std::vector<size_t> lines_with_comma(const std::string& second_row, int top, int height) {
    Sheet sheet = draw_sheet("xxxx xxx xxxxx xx xxxx\n" + second_row + "\nxxxx xx xxxxx xx xxxxx\n");
    cv::rectangle(sheet.ink, cv::Rect(12 * kCellWidth + 3, 2 * kCellHeight + top, 5, height), 255, cv::FILLED);
    sheet.gray.setTo(0, sheet.ink);
    std::vector<size_t> lines;
    for (const Block& block : find_layout({}, sheet).blocks)
        lines.push_back(block.lines.size());
    return lines;
}

TEST(Lines, LargeCommaPartsNoLine) {
    EXPECT_EQ(lines_with_comma("xxx xxxxxx   xxxxx xxx", 22, 15), std::vector<size_t>{3});
}

TEST(Lines, AHangingCommaBeforeAWideBlankPartsNoLine) {
    EXPECT_EQ(lines_with_comma("xxx xxxxxx    xxxx xxx", 24, 19), std::vector<size_t>{3});
}

TEST(Lines, ABracketMakesAShortLineNoLarger) {
    EXPECT_EQ(layout_of("xxxx xxx xxxxx xx xxx xxxx xxxxxx\n"
                        "xxx xxxxxx xx xxxx xxxxx xx xxxxx\n"
                        "xxxxx xx xxxxxxx xxxx [xx xxxx xx\n"
                        "x)\n"),
              (Blocks{"paragraph 0,0 4"}));
}

TEST(Lines, APairOfBracketsMakesALineOfTwoDozenCharactersNoLarger) {
    const Page page = laid_out("xxxx xxx xxxxx xx xxx xxxx xxxxxx\n"
                               "xxxxx [xxx] xxxxxx xxxxxxxx\n");
    EXPECT_EQ(page.blocks.back().lines.back().text_height, 24);
}

TEST(Lines, LowLettersOfASmallTypeBetweenOneWithATailAndATallOnePartNoWord) { // beside a column in the page's type
    Sheet sheet = draw_sheet(repeated("xxxx xxx xxxxx xx xxxx xxxx                           \n"
                                      "xxx xxxx xx xxxxxx xxx xxxx                           \n",
                                      3));
    constexpr int left = 34 * kCellWidth, top = 3 * kCellHeight + 10, tall = 20, low = 12, tail = 7;
    for (int i = 0; i < 24; ++i) {
        const bool is_low = i % 4 != 0 || i == 0;
        const int height = i == 0 ? low + tail : is_low ? low : tall;
        if (i % 6 != 5) draw_letter(sheet.gray, left + 9 * i, top + (is_low ? tall - low : 0), 7, height, 2);
    }
    cv::rectangle(sheet.gray, cv::Rect(left - 30, kCellHeight, 2, 6 * kCellHeight), 0, cv::FILLED); // a rule
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(lines_of(find_layout({}, sheet)).at(3), "32,2 17");
}

TEST(Lines, AWordWhoseLettersTouchMakesAShortLineNoLarger) { // from over its tall letters to under its tails
    Sheet sheet = draw_sheet("xxxx xxx xxxxx xx xxx xxxx xxxxxx\n"
                             "xxx xxxxxx xxxx\n"
                             "xxx xxxxxx xx xxxx xxxxx xx xxxxx\n");
    const int left = 6 * kCellWidth + 1, foot = 2 * kCellHeight + 32; // of the word
    cv::rectangle(sheet.gray, cv::Rect(left, foot - 2, 6 * kCellWidth - 3, 2), 0, cv::FILLED);
    cv::rectangle(sheet.gray, cv::Rect(left + 4, foot, 2, 8), 0, cv::FILLED);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    const Page page = find_layout({}, sheet);
    ASSERT_EQ(page.blocks.size(), 1U);
    EXPECT_EQ(page.blocks[0].lines[1].text_height, 24);
}

TEST(Lines, OfCapitalsAndFiguresAreStillTheTexts) { // that look like larger type, but stand as far apart as the others
    const auto blocks = [](int row_below) {
        Sheet sheet = draw_sheet("xxxx xxx xxxxx xx xxx xxxx xxxxxx\n"
                                 "xxx xxxxxx xx xxxx xxxxx xx xxxxx\n");
        cv::Mat more(6 * kCellHeight, sheet.gray.cols, CV_8UC1, cv::Scalar(255));
        sheet.gray.rowRange(0, 3 * kCellHeight).copyTo(more.rowRange(0, 3 * kCellHeight));
        for (int i = 0; i < 33; ++i)
            if (i % 6 != 5) draw_letter(more, (i + 2) * kCellWidth + 1, 3 * kCellHeight + 3, 9, 29, 2);
        sheet.gray.rowRange(kCellHeight, 2 * kCellHeight)
            .copyTo(more.rowRange(4 * kCellHeight + row_below, 5 * kCellHeight + row_below));
        sheet.gray = more;
        cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
        return blocks_of(find_layout({}, sheet)).size();
    };
    EXPECT_EQ(blocks(0), 1U);
    EXPECT_EQ(blocks(8), 2U);
}

TEST(Lines, ALargeCurveIsNoLetter) {
    Sheet sheet = draw_sheet(std::string(12, '\n') + "xxxx xxx xxxxx xx xxx xxxx xxxxxx\n"
                                                     "xxx xxxxxx xx xxxx xxxxx xx xxxxx\n"
                                                     "xxxxx xx xxxxxxx xxxx xxx xxxx xx\n");
    cv::ellipse(sheet.gray, {200, 250}, {130, 150}, 20, 0, 360, 0, 3);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(blocks_of(find_layout({}, sheet)), (Blocks{"paragraph 0,12 3"}));
}

} // namespace
} // namespace broadsheet
