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

} // namespace
} // namespace broadsheet
