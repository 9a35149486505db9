// SPDX-License-Identifier: Apache-2.0
// Pages that are read across, row by row.
#include "order/drawn_order.h"

#include <gtest/gtest.h>
#include <sstream>

namespace broadsheet {
namespace {

/// The letter of each line in reading order; a blank between blocks.
std::string in_rows(const std::string& art, const std::string& language = "") {
    std::vector<std::string> drawing;
    std::istringstream rows(art);
    for (std::string row; std::getline(rows, row);)
        drawing.push_back(row);
    DrawnPage drawn = draw_blocks(art);
    drawn.page.language = language;
    const Page page = find_order(drawn.page, {OrderDirection::rows});
    std::string names;
    for (const int i : page.order) {
        const Block& block = page.blocks[static_cast<std::size_t>(i)];
        if (!names.empty() && !block.lines.empty()) names += ' ';
        for (const Line& line : block.lines)
            names += drawing.at(static_cast<std::size_t>(line.box.top / 24))
                         .at(static_cast<std::size_t>(line.box.left / 24));
    }
    return names;
}

TEST(Rows, GoAcrossColumns) {
    const char* art = "aaaa bbbb cccc\n"
                      "aaaa bbbb cccc\n"
                      "aaaa bbbb cccc\n";
    EXPECT_EQ(in_rows(art), "abcabcabc");
    EXPECT_EQ(order_of(art, OrderDirection::automatic), "abc");
}

TEST(Rows, CellsThatAreEmpty) {
    EXPECT_EQ(in_rows("aa bb cc\n"
                      "aa    cc\n"
                      "   bb   \n"
                      "aa bb cc\n"),
              "abcacbabc");
}

TEST(Rows, CellsOfBlocksThatBeginAtOtherRows) {
    EXPECT_EQ(in_rows("aaa    \n"
                      "aaa bbb\n"
                      "    bbb\n"
                      "ccc bbb\n"),
              "aabbcb");
}

TEST(Rows, OneColumnIsReadDown) {
    EXPECT_EQ(in_rows("aaaaaaa\n"
                      "aaaaaaa\n"
                      "       \n"
                      "bbbbbbb\n"),
              "aab");
}

TEST(Rows, NamesAndFiguresOfARegister) {
    EXPECT_EQ(in_rows("a bbbbbb    cc\n"
                      "a bbbbbb    cc\n"
                      "a bbbbbb    cc\n"),
              "abcabcabc");
}

TEST(Rows, AHeadingAloneParts) {
    EXPECT_EQ(in_rows("AAAAAAA\n"
                      "       \n"
                      "aaa bbb\n"
                      "aaa bbb\n"
                      "       \n"
                      "BBBBBBB\n"
                      "       \n"
                      "ccc ddd\n"
                      "ccc ddd\n"),
              "A abab B cdcd");
}

TEST(Rows, HeadsOfColumnsAreARow) {
    EXPECT_EQ(in_rows("AAA BBB\n"
                      "       \n"
                      "aaa bbb\n"
                      "aaa bbb\n"),
              "ABabab");
}

TEST(Rows, AHeadingBesideTextIsACell) {
    EXPECT_EQ(in_rows("AAA bbb\n"
                      "    bbb\n"
                      "aaa bbb\n"),
              "Abbab");
}

TEST(Rows, RulesPartNothing) {
    EXPECT_EQ(in_rows("aaa | bbb\n"
                      "---------\n"
                      "ccc | ddd\n"),
              "abcd");
}

TEST(Rows, RunningHeadFirstAndFootLast) {
    EXPECT_EQ(in_rows(">>>>>>>\n"
                      "       \n"
                      "aaa bbb\n"
                      "aaa bbb\n"
                      "       \n"
                      "<<<<<<<\n"),
              "< abab >");
}

TEST(Rows, UnevenLinesOfOneLevel) {
    DrawnPage drawn = draw_blocks("aaa bbb\n"
                                  "aaa bbb\n");
    for (Line& line : drawn.page.blocks[static_cast<std::size_t>(drawn.index.at('b'))].lines) {
        line.box.top += 5;
        line.box.bottom += 5;
    }
    const Page page = find_order(drawn.page, {OrderDirection::rows});
    ASSERT_EQ(page.blocks.size(), 1U);
    std::vector<int> lefts;
    for (const Line& line : page.blocks[0].lines)
        lefts.push_back(line.box.left);
    EXPECT_EQ(lefts, (std::vector{0, 96, 0, 96}));
    EXPECT_EQ(page.blocks[0].kind, BlockKind::table);
    EXPECT_EQ(page.blocks[0].box, (Box{0, 0, 168, 45}));
}

TEST(Rows, BeginAtTheRightWhereTheLanguageDoes) {
    EXPECT_EQ(in_rows("aaaa bbbb cccc\n"
                      "aaaa bbbb cccc\n",
                      "heb"),
              "cbacba");
}

TEST(Rows, OfNothing) {
    EXPECT_EQ(in_rows(""), "");
    EXPECT_EQ(in_rows("###\n"
                      "###\n"),
              "");
}

} // namespace
} // namespace broadsheet
