// SPDX-License-Identifier: Apache-2.0
#include "order/hypotheses.h"

#include "order/stories.h"
#include "support/block_art.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

std::vector<Item> items_of(const DrawnPage& drawn) {
    std::vector<Item> items;
    for (const auto& [name, block] : drawn.index) {
        const Block& of = drawn.page.blocks[static_cast<std::size_t>(block)];
        items.push_back({block, of.box, of.box, of.kind == BlockKind::heading, 16});
    }
    return items;
}

std::string named(const DrawnPage& drawn, const std::vector<int>& order) {
    Page page = drawn.page;
    page.order = order;
    return named_in_order(drawn, page);
}

std::string cut(const std::string& art) {
    const DrawnPage drawn = draw_blocks(art);
    return named(drawn,
                 xy_cut(items_of(drawn), {.level = {}, .upright = {}, .pictures = {}, .text_height = 16, .text = {}}));
}

std::string partly_ordered(const std::string& art) {
    const DrawnPage drawn = draw_blocks(art);
    const std::vector<Item> items = items_of(drawn);
    std::vector<int> order;
    for (const size_t i : partial_order(items))
        order.push_back(items[i].block);
    return named(drawn, order);
}

/// Of reading the blocks in one order over reading them in the other.
double margin_of(const std::string& art, const std::string& order, const std::string& other) {
    const DrawnPage drawn = draw_blocks(art);
    std::vector<int> indices, others;
    for (const char c : order)
        indices.push_back(drawn.index.at(c));
    for (const char c : other)
        others.push_back(drawn.index.at(c));
    return margin(drawn.page, indices, others);
}

TEST(StoryUnder, LeavesWhatReachesBeyondTheHeading) { // a line that two columns' last lines became
    std::vector<Item> items{{0, {60, 20, 100, 80}, {}, false, 10}, {1, {0, 90, 100, 100}, {}, false, 10}};
    const Item heading{2, {60, 0, 80, 10}, {60, 0, 100, 10}, true, 15};
    Grid grid;
    grid.text_height = 10;
    const std::vector<Item> story = story_under(items, heading, grid);
    ASSERT_EQ(story.size(), 1u);
    EXPECT_EQ(story[0].block, 0);
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items[0].block, 1);
}

TEST(Hypotheses, CutsColumnsUnderAHeading) {
    EXPECT_EQ(cut("AAAAAAAAA\n"
                  "         \n"
                  "         \n"
                  "aaaa bbbb\n"
                  "aaaa bbbb\n"),
              "Aab");
}

TEST(Hypotheses, CutsAtTheWidestWhite) {
    EXPECT_EQ(cut("aaa   bbb\n"
                  "aaa   bbb\n"
                  "         \n"
                  "ccc   ddd\n"),
              "acbd");
    EXPECT_EQ(cut("aaa bbb\n"
                  "       \n"
                  "       \n"
                  "ccc ddd\n"),
              "abcd");
}

TEST(Hypotheses, WhatCannotBeCutGoesDown) {
    EXPECT_EQ(cut("aaaaaaa bb\n"
                  "aaaaaaa bb\n"
                  "        bb\n"
                  "dd cc   bb\n"
                  "dd cc   bb\n"
                  "dd        \n"
                  "dd eeeeeee\n"),
              "abdce");
}

TEST(Hypotheses, PartialOrderPutsAHeadingBeforeItsColumns) {
    EXPECT_EQ(partly_ordered("AAAAAAAAA\n"
                             "aaaa bbbb\n"
                             "aaaa bbbb\n"),
              "Aab");
    EXPECT_EQ(partly_ordered("aaaa bbbb\n"
                             "aaaa bbbb\n"
                             "CCCCCCCCC\n"
                             "cccc dddd\n"),
              "abCcd");
}

constexpr const char* kShortEnd = "aaaa bbbb\n"
                                  "aaaa bbbb\n"
                                  "aaaa bb  \n";

TEST(Margin, FullLinesGoOn) {
    EXPECT_DOUBLE_EQ(margin_of(kShortEnd, "ab", "ab"), 1);
    EXPECT_DOUBLE_EQ(margin_of(kShortEnd, "ab", "ba"), 1);
    EXPECT_DOUBLE_EQ(margin_of(kShortEnd, "ba", "ab"), 0);
}

TEST(Margin, IsHalfWhereNothingTells) {
    EXPECT_DOUBLE_EQ(margin_of("aaaa bbbb\n"
                               "aaaa bbbb\n",
                               "ab", "ba"),
                     0.5);
}

TEST(Margin, AHeadingIsFollowedByWhatStandsUnderIt) {
    EXPECT_GT(margin_of("AAAA BBBB\n"
                        "aaaa bbbb\n"
                        "aa   bb  \n",
                        "AaBb", "ABab"),
              0.9);
}

TEST(Margin, AFullLineDoesNotEndAtAHeading) {
    EXPECT_LT(margin_of("aaaa bbbb BBBB\n"
                        "aaaa bbbb     \n"
                        "aaaa bb       \n",
                        "aBb", "abB"),
              0.5);
}

TEST(Margin, TypeOfAnotherSizeIsAnotherText) {
    DrawnPage drawn = draw_blocks("aaaa bbbb cccc\n"
                                  "aaaa bbbb cccc\n");
    const int a = drawn.index.at('a'), b = drawn.index.at('b'), c = drawn.index.at('c');
    for (Line& line : drawn.page.blocks[static_cast<std::size_t>(b)].lines)
        line.text_height = 12;
    EXPECT_GT(margin(drawn.page, {a, c, b}, {a, b, c}), 0.5);
}

} // namespace
} // namespace broadsheet
