// SPDX-License-Identifier: Apache-2.0
#include "order/drawn_order.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Pictures, CaptionsUnderARowOfCodesGoRowByRow) {
    EXPECT_EQ(order_of("AAAAAAAAA\n"
                       "         \n"
                       "BBBB     \n"
                       "## ##    \n"
                       "## ##    \n"
                       "11 22    \n"
                       "## ##    \n"
                       "## ##    \n"
                       "33 44    \n"
                       "         \n"
                       "aaaaaaaaa\n"),
              "AB1234a");
}

TEST(Pictures, AColumnBeginsAtThePictureOverItsText) {
    EXPECT_EQ(order_of("AAAAAAAAA\n"
                       "         \n"
                       "#### bbbb\n"
                       "####     \n"
                       "#### BBBB\n"
                       "aaaa     \n"
                       "aaaa cccc\n"
                       "aaaa cccc\n"),
              "AabBc");
}

/// Two stories side by side; in the first a rule and a picture stand between a, whose last line is given, and c.
DrawnPage picture_under_a_rule(const std::string& last_line) {
    return draw_blocks("AAAA BBBB\n"
                       "         \n"
                       "aaaa bbbb\n" +
                       last_line +
                       " bbbb\n"
                       "---- bbbb\n"
                       "#### bbbb\n"
                       "#### bbbb\n"
                       "cccc bbbb\n"
                       "cccc bbbb\n");
}

TEST(Pictures, TextGoesOnUnderAPictureWhoseFrameIsARule) {
    DrawnPage drawn = picture_under_a_rule("aaaa");
    const Page page = find_order(drawn.page);
    EXPECT_EQ(named_in_order(drawn, page), "AacBb");
    EXPECT_EQ(page.blocks[drawn.index['a']].article, page.blocks[drawn.index['c']].article);
}

TEST(Pictures, ARuleBehindAShortLinePartsOverAPictureToo) {
    DrawnPage drawn = picture_under_a_rule("aa  ");
    const Page page = find_order(drawn.page);
    EXPECT_NE(page.blocks[drawn.index['a']].article, page.blocks[drawn.index['c']].article);
}

TEST(Pictures, PictureAndCaptionDoNotBreakTheColumn) {
    EXPECT_EQ(order_of("aaaa cccc\n"
                       "aaaa cccc\n"
                       "#### cccc\n"
                       "#### cccc\n"
                       "1111 cccc\n"
                       "     cccc\n"
                       "bbbb cccc\n"
                       "bbbb cccc\n"),
              "a1bc");
}

TEST(Pictures, PictureOverTwoColumnsDoesNotCutThem) {
    EXPECT_EQ(order_of("aaaa cccc eeee\n"
                       "aaaa cccc eeee\n"
                       "######### eeee\n"
                       "######### eeee\n"
                       "111111111 eeee\n"
                       "          eeee\n"
                       "bbbb dddd eeee\n"
                       "bbbb dddd eeee\n"),
              "abc1de"); // behind the text over it in the last of its columns
}

TEST(Pictures, PictureAtTheTopOfAColumn) {
    EXPECT_EQ(order_of("AAAA          \n"
                       "              \n"
                       "aaaa #### cccc\n"
                       "aaaa #### cccc\n"
                       "aaaa 1111 cccc\n"
                       "              \n"
                       "aaaa bbbb cccc\n"
                       "aaaa bbbb cccc\n"),
              "Aa1bc");
}

TEST(Pictures, TextAtTheRightOfAPictureInItsColumn) {
    EXPECT_EQ(order_of("aaaaaaaaa bbbbbbbbb\n"
                       "aaaaaaaaa bbbbbbbbb\n"
                       "#### cccc bbbbbbbbb\n"
                       "#### cccc bbbbbbbbb\n"
                       "#### cccc bbbbbbbbb\n"
                       "ddddddddd bbbbbbbbb\n"
                       "ddddddddd bbbbbbbbb\n"),
              "acdb");
}

TEST(Pictures, TextAtTheLeftOfAPictureInItsColumn) {
    EXPECT_EQ(order_of("aaaaaaaaa bbbbbbbbb\n"
                       "aaaaaaaaa bbbbbbbbb\n"
                       "cccc #### bbbbbbbbb\n"
                       "cccc #### bbbbbbbbb\n"
                       "cccc #### bbbbbbbbb\n"
                       "ddddddddd bbbbbbbbb\n"
                       "ddddddddd bbbbbbbbb\n"),
              "acdb");
}

TEST(Pictures, BetweenTwoColumnsThatMakeRoom) {
    EXPECT_EQ(order_of("aaaaaaaaa ddddddddd\n"
                       "aaaaaaaaa ddddddddd\n"
                       "bbbbb ####### eeeee\n"
                       "bbbbb ####### eeeee\n"
                       "bbbbb ####### eeeee\n"
                       "ccccccccc fffffffff\n"
                       "ccccccccc fffffffff\n"),
              "abcdef");
}

TEST(Pictures, OverTheWholeWidthUnderTheHeading) {
    EXPECT_EQ(order_of("AAAAAAAAAAAAAA\n"
                       "              \n"
                       "##############\n"
                       "##############\n"
                       "11111111111111\n"
                       "              \n"
                       "aaaa bbbb cccc\n"
                       "aaaa bbbb cccc\n"),
              "A1abc");
}

TEST(Pictures, ThatFillsTheFirstColumnOverARuleIsNotOfTheStoryUnderIt) {
    EXPECT_EQ(order_with_headlines("ABC", "AAAAAAAAAAAAAA\n"
                                          "              \n"
                                          "#### aaaa bbbb\n"
                                          "#### aaaa bbbb\n"
                                          "1111 aaaa bbbb\n"
                                          "--------------\n"
                                          "BBBB CCCCCCCCC\n"
                                          "              \n"
                                          "cccc dddd eeee\n"
                                          "cccc dddd eeee\n"),
              "A1abBcCde");
}

TEST(Pictures, AtTheFootOfAColumn) {
    EXPECT_EQ(order_of("AAAAAAAAA\n"
                       "         \n"
                       "aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "aaaa ####\n"
                       "aaaa ####\n"
                       "aaaa 1111\n"),
              "Aab1");
}

TEST(Pictures, AtTheFootOfTheFirstColumn) {
    EXPECT_EQ(order_of("AAAAAAAAA\n"
                       "         \n"
                       "aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "#### bbbb\n"
                       "#### bbbb\n"
                       "1111 bbbb\n"),
              "Aa1b");
}

TEST(Pictures, OneOverTheOther) {
    EXPECT_EQ(order_of("aaaa bbbb\n"
                       "#### bbbb\n"
                       "1111 bbbb\n"
                       "#### bbbb\n"
                       "2222 bbbb\n"
                       "cccc bbbb\n"
                       "cccc bbbb\n"),
              "a12cb");
}

TEST(Pictures, TwoSideBySideWithACaptionEach) {
    EXPECT_EQ(order_of("aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "#### ####\n"
                       "#### ####\n"
                       "1111 2222\n"
                       "cccc dddd\n"
                       "cccc dddd\n"),
              "a1cb2d");
}

TEST(Pictures, BetweenTwoStories) {
    EXPECT_EQ(order_of("AAAAAAAAA\n"
                       "         \n"
                       "aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "         \n"
                       "BBBBBBBBB\n"
                       "         \n"
                       "cccc ####\n"
                       "cccc ####\n"
                       "cccc 1111\n"
                       "cccc dddd\n"),
              "AabBc1d");
}

TEST(Floats, AMarkOverTheGutterAtThePagesHeadComesFirst) {
    DrawnPage drawn = draw_blocks("        m        \n"
                                  "                 \n"
                                  "aaaaaaaa bbbbbbbb\n"
                                  "aaaaaaaa bbbbbbbb\n");
    drawn.page.text_height = 22; // too small a mark to tell where columns run
    EXPECT_EQ(named_in_order(drawn, find_order(drawn.page)), "mab");
}

TEST(Pictures, ACaptionOverTheGutterFollowsItsPicture) {
    EXPECT_EQ(order_of("AAAAAAAAAAAAAAAAA\n"
                       "                 \n"
                       "#################\n"
                       "#################\n"
                       "     1111111     \n"
                       "                 \n"
                       "aaaaaaaa bbbbbbbb\n"
                       "aaaaaaaa bbbbbbbb\n"
                       "cccccccc eee     \n"
                       "cccccccc dddddddd\n"),
              "A1acbed");
}

} // namespace
} // namespace broadsheet
