// SPDX-License-Identifier: Apache-2.0
// Columns that are read from the right.
#include "order/drawn_order.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

std::string from_right(const std::string& art) {
    return order_of(art, OrderDirection::rtl);
}

TEST(FromRight, Columns) {
    EXPECT_EQ(from_right("aaaa bbbb cccc\n"
                         "aaaa bbbb cccc\n"),
              "cba");
}

TEST(FromRight, OneColumnIsReadDown) {
    EXPECT_EQ(from_right("aaaa\n"
                         "aaaa\n"
                         "    \n"
                         "bbbb\n"),
              "ab");
}

TEST(FromRight, HeadingOverAllColumns) {
    EXPECT_EQ(from_right("AAAAAAAAA\n"
                         "         \n"
                         "aaaa bbbb\n"
                         "aaaa bbbb\n"),
              "Aba");
}

TEST(FromRight, HeadingOverTheTwoColumnsAtTheRight) {
    EXPECT_EQ(from_right("cccc AAAAAAAAA\n"
                         "cccc          \n"
                         "cccc aaaa bbbb\n"
                         "cccc aaaa bbbb\n"),
              "Abac");
}

TEST(FromRight, ShortHeadingsFlushRight) {
    EXPECT_EQ(from_right("      AAA\n"
                         "         \n"
                         "aaaa bbbb\n"
                         "aaaa bbbb\n"
                         "         \n"
                         "      BBB\n"
                         "         \n"
                         "cccc dddd\n"
                         "cccc dddd\n"),
              "AbaBdc");
}

TEST(FromRight, GridsPartedByARule) {
    EXPECT_EQ(from_right("aaaa bbbb cccc\n"
                         "aaaa bbbb cccc\n"
                         "--------------\n"
                         "dddddd  eeeeee\n"
                         "dddddd  eeeeee\n"),
              "cbaed");
}

TEST(FromRight, SidebarBehindARuleAtTheLeftIsLast) {
    EXPECT_EQ(from_right("ssss | AAAAAAAAA\n"
                         "ssss |          \n"
                         "ssss | aaaa bbbb\n"
                         "ssss | aaaa bbbb\n"),
              "Abas");
}

TEST(FromRight, PictureAndCaptionDoNotBreakTheColumn) {
    EXPECT_EQ(from_right("bbbb aaaa\n"
                         "#### aaaa\n"
                         "1111 aaaa\n"
                         "cccc aaaa\n"
                         "cccc aaaa\n"),
              "ab1c");
}

TEST(FromRight, RunningHeadFirstAndFootLast) {
    EXPECT_EQ(from_right(">>>>>>>>>\n"
                         "aaaa bbbb\n"
                         "aaaa bbbb\n"
                         "<<<<<<<<<\n"),
              "<ba>");
}

TEST(FromRight, StoriesOneBelowTheOther) {
    EXPECT_EQ(from_right("aaaa bbbb\n"
                         "aaaa bbbb\n"
                         "         \n"
                         "CCCCCCCCC\n"
                         "         \n"
                         "cccc dddd\n"
                         "cccc dddd\n"),
              "baCdc");
}

TEST(FromRight, TheScriptTellsWhereNothingIsSaid) {
    const char* art = "aaaa bbbb\n"
                      "aaaa bbbb\n";
    EXPECT_EQ(order_of(art, OrderDirection::automatic, "ara"), "ba");
    EXPECT_EQ(order_of(art, OrderDirection::automatic, "heb+eng"), "ba");
    EXPECT_EQ(order_of(art, OrderDirection::automatic, "eng+heb"), "ab");
    EXPECT_EQ(order_of(art, OrderDirection::columns, "ara"), "ab");
    EXPECT_EQ(order_of(art, OrderDirection::rtl, "eng"), "ba");
}

TEST(FromRight, BoxesStayAndColumnsCountFromTheRight) {
    const DrawnPage drawn = draw_blocks("aaaa bbbb\n"
                                        "aaaa bbbb\n");
    const Page page = find_order(drawn.page, {OrderDirection::rtl});
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(page.blocks[i].box, drawn.page.blocks[i].box);
        EXPECT_EQ(page.blocks[i].lines, drawn.page.blocks[i].lines);
    }
    EXPECT_EQ(page.blocks[static_cast<std::size_t>(drawn.index.at('b'))].column, 0);
    EXPECT_EQ(page.blocks[static_cast<std::size_t>(drawn.index.at('a'))].column, 1);
}

} // namespace
} // namespace broadsheet
