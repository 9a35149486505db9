// SPDX-License-Identifier: Apache-2.0
// Level headings among columns: on the sheet, where columns are level, they stand upright at the left of their text.
#include "order/drawn_order.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

/// The order of a drawn page whose capitals are lines that run down the sheet, their type so many text heights.
std::string order_across(const std::string& art, double type = 1) {
    DrawnPage drawn = draw_blocks(art);
    for (Block& block : drawn.page.blocks)
        if (block.kind == BlockKind::heading) {
            block.lines.resize(1);
            block.lines[0].box = block.box;
            block.lines[0].vertical = true;
            block.lines[0].text_height = static_cast<int>(type * drawn.page.text_height);
        }
    return named_in_order(drawn, find_order(drawn.page));
}

TEST(LevelHeadings, StandBeforeTheirText) {
    EXPECT_EQ(order_across("aaaaaaaaa   dddddddd\n"
                           "aaaaaaaaa   dddddddd\n"
                           "aaaaaaaaa   dddddddd\n"
                           "            dddddddd\n"
                           "A bbbbbbb   dddddddd\n"
                           "A bbbbbbb   dddddddd\n"
                           "A bbbbbbb   dddddddd\n"
                           "            dddddddd\n"
                           "ccccccccc   dddddddd\n"
                           "ccccccccc   dddddddd\n"
                           "ccccccccc   dddddddd\n"),
              "aAbcd");
}

TEST(LevelHeadings, HeadlinesBesideEachOtherStandOverTheirOwnStories) {
    EXPECT_EQ(order_across("A bbbbbbbb\n"
                           "A bbbbbbbb\n"
                           "A bbbbbbbb\n"
                           "\n"
                           "C dddddddd\n"
                           "C dddddddd\n"
                           "C dddddddd\n",
                           2),
              "AbCd");
}

TEST(LevelHeadings, ThePagesHeadStandsBeforeAll) { // though the first story is not under it
    EXPECT_EQ(order_across("  aaaaaaaa\n"
                           "  aaaaaaaa\n"
                           "  aaaaaaaa\n"
                           "\n"
                           "A bbbbbbbb\n"
                           "A bbbbbbbb\n"
                           "A bbbbbbbb\n"),
              "Aab");
}

TEST(LevelHeadings, BesideEachOtherFollowFromTheRight) { // which is the sheet's head
    EXPECT_EQ(order_across("AAA  bbbbbbbb\n"
                           "AAA  bbbbbbbb\n"
                           "AAA  bbbbbbbb\n"
                           "     bbbbbbbb\n"
                           " CCC bbbbbbbb\n"
                           " CCC bbbbbbbb\n"
                           " CCC bbbbbbbb\n"
                           "     bbbbbbbb\n"
                           "DDD  bbbbbbbb\n"
                           "DDD  bbbbbbbb\n"
                           "DDD  bbbbbbbb\n"),
              "ACDb");
}

TEST(LevelHeadings, OverEachOtherFollowEachOther) {
    EXPECT_EQ(order_across("A B bbbbbbb\n"
                           "A B bbbbbbb\n"
                           "A B bbbbbbb\n"),
              "ABb");
}

} // namespace
} // namespace broadsheet
