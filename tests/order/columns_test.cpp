// SPDX-License-Identifier: Apache-2.0
#include "order/drawn_order.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Columns, TwoColumns) {
    EXPECT_EQ(order_of("aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "aaaa bbbb\n"),
              "ab");
}

/// Two columns that shift to the right on their way down, so that the foot of the left one reaches a little over the
/// head of the right one, which is so many rows high.
std::string order_of_shifted(int head) {
    std::string art;
    for (int row = 0; row < 100; ++row)
        art += std::string(row < 60    ? "aaaa "
                           : row == 60 ? "     "
                                       : "cccc ") +
               (row < head    ? "bbbb\n"
                : row == head ? "\n"
                              : "dddd\n");
    DrawnPage drawn = draw_blocks(art);
    for (const char name : {'c', 'd'})
        for (Line& line : drawn.page.blocks[drawn.index.at(name)].lines)
            line.box.left += 28, line.box.right += 28;
    for (Block& block : drawn.page.blocks) {
        block.box = {};
        for (const Line& line : block.lines)
            block.box = united(block.box, line.box);
    }
    return named_in_order(drawn, find_order(drawn.page));
}

TEST(Columns, OfACurledPageAreBent) {
    EXPECT_EQ(order_of_shifted(5), "acbd");
    EXPECT_NE(order_of_shifted(55), "acbd") << "so near they are in each other's way";
}

TEST(Columns, RaggedColumnEndsStayWithTheirColumns) {
    EXPECT_EQ(order_of("aaaa cccc eeee\n"
                       "aaaa cccc eeee\n"
                       "              \n"
                       "bbbb dddd     \n"
                       "bbbb          \n"
                       "bbbb          \n"),
              "abcde");
}

TEST(Columns, LinesSetLeftAndRightInTurnAreNoColumns) {
    EXPECT_EQ(order_of("aaaaa      \n"
                       "aaaaa      \n"
                       "           \n"
                       "        bbb\n"
                       "           \n"
                       "cccc       \n"
                       "           \n"
                       "ddddddddddd\n"
                       "ddddddddddd\n"),
              "abcd");
}

TEST(Columns, WhatStandsAtTheRightOfALineIsReadWithIt) { // the date of a letter
    EXPECT_EQ(order_of("aaaa          \n"
                       "aaaa          \n"
                       "              \n"
                       "bbbb      cccc\n"
                       "              \n"
                       "dddd          \n"
                       "              \n"
                       "eeeeeeeeeeeeee\n"
                       "eeeeeeeeeeeeee\n"),
              "abcde");
}

TEST(Columns, ALineAtTheRightOfAParagraphIsReadAfterIt) {
    EXPECT_EQ(order_of("aaaa      \n"
                       "          \n"
                       "bbbb  cccc\n"
                       "bbbb      \n"
                       "          \n"
                       "dddd      \n"),
              "abdc");
}

TEST(Columns, ALineThatReachesIntoTheNextColumnDoesNotTangleThem) {
    const DrawnPage drawn = draw_blocks("AAAAAAAAAAA\n"
                                        "           \n"
                                        "aaaaaaa    \n"
                                        "aaaa   bbbb\n"
                                        "aaaa   bbbb\n"
                                        "aaaa bbbbbb\n"
                                        "aaaa   bbbb\n"
                                        "aaaa   bbbb\n");
    const Page page = find_order(drawn.page);
    EXPECT_EQ(named_in_order(drawn, page), "Aab");
    EXPECT_EQ(page.order_confidence, 1);
}

TEST(Columns, ColumnsAreCountedFromTheLeft) {
    const DrawnPage drawn = draw_blocks("aaaa bbbb cccc\n"
                                        "aaaa bbbb cccc\n");
    const Page page = find_order(drawn.page);
    EXPECT_EQ(page.blocks[drawn.index.at('a')].column, 0);
    EXPECT_EQ(page.blocks[drawn.index.at('c')].column, 2);
    EXPECT_DOUBLE_EQ(page.order_confidence, 1);
}

TEST(Columns, FiveOfThem) {
    EXPECT_EQ(order_of("aaaa bbbb cccc dddd eeee\n"
                       "aaaa bbbb cccc dddd eeee\n"
                       "aaaa bbbb cccc dddd eeee\n"),
              "abcde");
}

TEST(Columns, ParagraphsOfAColumnBeforeThoseOfTheNext) {
    EXPECT_EQ(order_of("aaaa cccc\n"
                       "aaaa cccc\n"
                       "         \n"
                       "bbbb dddd\n"
                       "bbbb dddd\n"),
              "abcd");
}

TEST(Columns, ParagraphsThatEndAtOtherLevels) {
    EXPECT_EQ(order_of("aaaa dddd\n"
                       "aaaa     \n"
                       "aaaa eeee\n"
                       "     eeee\n"
                       "bbbb eeee\n"
                       "cccc     \n"
                       "cccc ffff\n"),
              "abcdef");
}

TEST(Columns, OneThatBeginsLower) {
    EXPECT_EQ(order_of("aaaa     \n"
                       "aaaa     \n"
                       "aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "aaaa bbbb\n"),
              "ab");
}

TEST(Columns, WhatStandsOverTheirGutterComesBeforeThem) { // even where their first lines leave white beside it
    EXPECT_EQ(order_of("   aaaaaaaaaaaa    \n"
                       "   aaaaaaaaaaaa    \n"
                       "                   \n"
                       "bb            cc   \n"
                       "                   \n"
                       "ddddddddd eeeeeeeee\n"
                       "ddddddddd eeeeeeeee\n"),
              "abdce");
}

} // namespace
} // namespace broadsheet
