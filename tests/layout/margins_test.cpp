// SPDX-License-Identifier: Apache-2.0
#include "layout/drawn_layout.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Margins, MarksBesideThePrintAreLeftOut) {
    std::string art;
    for (int i = 0; i < 24; ++i)
        art += std::string(i == 7 ? "x" : i == 15 ? "|" : " ") + "        xxxx xxx xxxxx xx xxx\n";
    EXPECT_EQ(layout_of(art), (Blocks{"paragraph 9,0 24"}));
}

TEST(Margins, ThinMarksBesideThePrintAreLeftOut) { // of a fold: each level with a row, and as high as its letters
    std::string art;
    for (int i = 0; i < 24; ++i)
        art += "         xxxx xxx xxxxx xx xxx\n";
    Sheet sheet = draw_sheet(art);
    for (int row = 5; row < 9; ++row)
        cv::rectangle(sheet.ink, cv::Rect(2 * kCellWidth + row, (row + 1) * kCellHeight + 8, 6, 24), 255, cv::FILLED);
    sheet.gray.setTo(0, sheet.ink);
    EXPECT_EQ(blocks_of(find_layout({}, sheet)), (Blocks{"paragraph 9,0 24"}));
}

TEST(Margins, NoteInTheMarginIsText) {
    std::string art;
    for (int i = 0; i < 24; ++i)
        art += std::string(i == 7 ? "xxxxx" : "     ") + "        xxxx xxx xxxxx xx xxx\n";
    EXPECT_EQ(layout_of(art), (Blocks{"paragraph 13,0 24", "paragraph 0,7 1"}));
}

} // namespace
} // namespace broadsheet
