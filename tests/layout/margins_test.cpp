// SPDX-License-Identifier: Apache-2.0
#include "layout/drawn_layout.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

/// No blank of three rows stands over another's, as in print.
std::string text_row(int i) {
    const std::array rows{"xxxx xxx xxxxx xx xxx\n", "xx xxxxx xx xxxx xxxx\n", "xxxxxx xx xxxx xxx xx\n"};
    return rows[static_cast<size_t>(i) % rows.size()];
}

TEST(Margins, MarksBesideThePrintAreLeftOut) {
    std::string art;
    for (int i = 0; i < 24; ++i)
        art += std::string(i == 7 ? "x" : i == 15 ? "|" : " ") + "        " + text_row(i);
    EXPECT_EQ(layout_of(art), (Blocks{"paragraph 9,0 24"}));
}

TEST(Margins, ThinMarksBesideThePrintAreLeftOut) { // of a fold: each level with a row, and as high as its letters
    std::string art;
    for (int i = 0; i < 24; ++i)
        art += "         " + text_row(i);
    Sheet sheet = draw_sheet(art);
    for (int row = 5; row < 9; ++row)
        cv::rectangle(sheet.ink, cv::Rect(2 * kCellWidth + row, (row + 1) * kCellHeight + 8, 6, 24), 255, cv::FILLED);
    sheet.gray.setTo(0, sheet.ink);
    EXPECT_EQ(blocks_of(find_layout({}, sheet)), (Blocks{"paragraph 9,0 24"}));
}

TEST(Margins, FiguresBesideShortRowsAreTextThoughTheEdgeIsDirty) {
    std::string art;
    for (int i = 0; i < 24; ++i)
        art += i < 12 ? text_row(i) : "xxx       xxx       xxx         xxx      \n";
    Sheet sheet = draw_sheet(art);
    const Page clean = find_layout({}, sheet);
    for (int i = 0; i < 60; ++i)
        cv::rectangle(sheet.ink, cv::Rect(sheet.ink.cols - 3, 60 + 15 * i, 2, 11), 255, cv::FILLED);
    sheet.gray.setTo(0, sheet.ink);
    const Page page = find_layout({}, sheet);
    EXPECT_EQ(lines_of(page), lines_of(clean));
    EXPECT_EQ(lines_of(page).back(), "0,23 35");
}

TEST(Margins, ALetterBetweenTheWordsAndTheNumbersOfAnIndexIsText) {
    const std::string entries = repeated("xxxxxxx               xx\nxxxxxxxxx            xxx\n", 4);
    Sheet sheet = draw_sheet(entries + "\n\n" + entries);
    draw_letter(sheet.gray, 16 * kCellWidth, 9 * kCellHeight + 20, 22, 38, 5);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(lines_of(find_layout({}, sheet)).size(), 17U);
}

TEST(Margins, NoteInTheMarginIsText) {
    std::string art;
    for (int i = 0; i < 24; ++i)
        art += std::string(i == 7 ? "xxxxx" : "     ") + "        " + text_row(i);
    EXPECT_EQ(layout_of(art), (Blocks{"paragraph 13,0 24", "paragraph 0,7 1"}));
}

} // namespace
} // namespace broadsheet
