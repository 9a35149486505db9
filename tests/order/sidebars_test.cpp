// SPDX-License-Identifier: Apache-2.0
#include "order/drawn_order.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Sidebars, ARuleOverSomeColumnsPartsThemBesideASidebar) {
    EXPECT_EQ(order_of("aaaa bbbb | ssss\n"
                       "aaaa bbbb | ssss\n"
                       "          | ssss\n"
                       "--------- | ssss\n"
                       "          | ssss\n"
                       "cccc dddd | ssss\n"
                       "cccc dddd | ssss\n"),
              "abcds");
}

TEST(Sidebars, SidebarBehindARule) {
    EXPECT_EQ(order_of("AAAAAAAAA | ssss\n"
                       "          | ssss\n"
                       "aaaa bbbb | ssss\n"
                       "aaaa bbbb | ssss\n"
                       "--------- |     \n"
                       "BBBBBBBBB | tttt\n"
                       "          | tttt\n"
                       "cccc dddd | tttt\n"
                       "cccc dddd | tttt\n"),
              "AabBcdst");
}

TEST(Sidebars, SidebarOnTheLeftInSmallTypeIsReadAfterTheStories) {
    DrawnPage drawn = draw_blocks("SSSS | AAAAAAAAA\n"
                                  "     |          \n"
                                  "ssss | aaaa bbbb\n"
                                  "ssss | aaaa bbbb\n");
    EXPECT_EQ(named_in_order(drawn, find_order(drawn.page)), "SsAab");
    for (Line& line : drawn.page.blocks[drawn.index.at('s')].lines)
        line.text_height = 13;
    EXPECT_EQ(named_in_order(drawn, find_order(drawn.page)), "AabSs");
}

TEST(Sidebars, InABoxUnderTheStory) {
    EXPECT_EQ(order_of("AAAAAAAAAAAAAA\n"
                       "              \n"
                       "aaaa bbbb cccc\n"
                       "aaaa bbbb cccc\n"
                       "--------------\n"
                       "SSSSSSSSSSSSSS\n"
                       "ssssss  tttttt\n"
                       "ssssss  tttttt\n"
                       "--------------\n"),
              "AabcSst");
}

TEST(Sidebars, InABoxAtTheRightOfTheStory) {
    EXPECT_EQ(order_of("AAAAAAAAA ------\n"
                       "          |SSSS|\n"
                       "aaaa bbbb |ssss|\n"
                       "aaaa bbbb |ssss|\n"
                       "aaaa bbbb ======\n"),
              "AabSs");
}

TEST(Sidebars, AtTheRightUnderAColumn) {
    EXPECT_EQ(order_of("AAAAAAAAAAAAAA\n"
                       "              \n"
                       "aaaa bbbb cccc\n"
                       "aaaa bbbb cccc\n"
                       "aaaa bbbb ----\n"
                       "aaaa bbbb SSSS\n"
                       "aaaa bbbb ssss\n"
                       "aaaa bbbb ssss\n"),
              "AabcSs");
}

TEST(Sidebars, OfTwoColumnsBehindARule) {
    EXPECT_EQ(order_of("AAAAAAAAA | SSSSSSSSS\n"
                       "          |          \n"
                       "aaaa bbbb | ssss tttt\n"
                       "aaaa bbbb | ssss tttt\n"
                       "aaaa bbbb | ssss tttt\n"),
              "AabSst");
}

TEST(Sidebars, WithStoriesOfItsOwn) {
    EXPECT_EQ(order_of("AAAAAAAAA | SSSS\n"
                       "          | ssss\n"
                       "aaaa bbbb | ssss\n"
                       "aaaa bbbb | ----\n"
                       "aaaa bbbb | TTTT\n"
                       "aaaa bbbb | tttt\n"
                       "aaaa bbbb | tttt\n"),
              "AabSsTt");
}

TEST(Sidebars, WithAPictureOverIt) {
    EXPECT_EQ(order_of("AAAAAAAAA | ####\n"
                       "          | ####\n"
                       "aaaa bbbb | SSSS\n"
                       "aaaa bbbb | ssss\n"
                       "aaaa bbbb | ssss\n"),
              "AabSs");
}

TEST(Sidebars, BetweenTwoStoriesBelowEachOther) {
    EXPECT_EQ(order_of("AAAAAAAAA\n"
                       "         \n"
                       "aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "---------\n"
                       "sssssssss\n"
                       "sssssssss\n"
                       "=========\n"
                       "BBBBBBBBB\n"
                       "         \n"
                       "cccc dddd\n"
                       "cccc dddd\n"),
              "AabsBcd");
}

TEST(Sidebars, OfShortNotesOnTheLeftAreReadAfterTheStories) { // in the type of the stories
    EXPECT_EQ(order_with_headlines("AB", "NNNN |  AAAAAAAAAAAAAAA\n"
                                         "     |                 \n"
                                         "aaaa |  eeeeeee fffffff\n"
                                         "aaaa |  eeeeeee fffffff\n"
                                         "     |  eeeeeee fffffff\n"
                                         "bbbb |  eeeeeee fffffff\n"
                                         "bbbb |                 \n"
                                         "     |  BBBBBBBBBBBBBBB\n"
                                         "cccc |                 \n"
                                         "cccc |  ggggggg hhhhhhh\n"
                                         "     |  ggggggg hhhhhhh\n"
                                         "dddd |  ggggggg hhhhhhh\n"
                                         "dddd |  ggggggg hhhhhhh\n"
                                         "     |  ggggggg hhhhhhh\n"
                                         "iiii |  ggggggg hhhhhhh\n"),
              "AefBghNabcdi");
}

} // namespace
} // namespace broadsheet
