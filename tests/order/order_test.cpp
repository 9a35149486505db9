// SPDX-License-Identifier: Apache-2.0
#include "order/order.h"

#include "support/block_art.h"

#include <gtest/gtest.h>
#include <random>

namespace broadsheet {
namespace {

std::string order_of(const std::string& art) {
    const DrawnPage drawn = draw_blocks(art);
    return named_in_order(drawn, find_order(drawn.page));
}

/// As order_of, the headings named in headlines set half as large again as the text.
std::string order_with_headlines(const std::string& headlines, const std::string& art) {
    DrawnPage drawn = draw_blocks(art);
    for (const char headline : headlines)
        drawn.page.blocks[drawn.index.at(headline)].lines[0].text_height = 24;
    return named_in_order(drawn, find_order(drawn.page));
}

TEST(Order, TwoColumns) {
    EXPECT_EQ(order_of("aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "aaaa bbbb\n"),
              "ab");
}

TEST(Order, HeadingOverTwoColumns) {
    EXPECT_EQ(order_of("AAAAAAAAA\n"
                       "         \n"
                       "aaaa bbbb\n"
                       "aaaa bbbb\n"),
              "Aab");
}

TEST(Order, HeadingOverTwoOfThreeColumns) {
    EXPECT_EQ(order_of("AAAAAAAAA cccc\n"
                       "          cccc\n"
                       "aaaa bbbb cccc\n"
                       "aaaa bbbb cccc\n"),
              "Aabc");
}

TEST(Order, ShortFlushHeadingsHeadTheColumnsThatStartUnderThem) {
    EXPECT_EQ(order_of("AAA      \n"
                       "         \n"
                       "aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "         \n"
                       "BBB      \n"
                       "         \n"
                       "cccc dddd\n"
                       "cccc dddd\n"),
              "AabBcd");
}

TEST(Order, ShortCentredHeadingOverThreeColumns) {
    EXPECT_EQ(order_of("aaaa bbbb cccc\n"
                       "aaaa bbbb cccc\n"
                       "              \n"
                       "     BBBB     \n"
                       "              \n"
                       "dddd eeee ffff\n"
                       "dddd eeee ffff\n"),
              "abcBdef");
}

TEST(Order, ACrossheadCentredInItsColumnHeadsNoOther) { // though the next one's text goes on under a picture there
    EXPECT_EQ(order_of("AAAAAAAAAAAAAAAAA BBBBBBBB\n"
                       "                          \n"
                       "aaaaaaaa cccccccc bbbbbbbb\n"
                       "aaaaaaaa cccccccc bbbbbbbb\n"
                       "                  bbbbbbbb\n"
                       "DDDDDDDDDDDDDDDDD bbbbbbbb\n"
                       "                  ########\n"
                       "dddddddd eeeeeeee ########\n"
                       "dddddddd    EE            \n"
                       "dddddddd                  \n"
                       "dddddddd ffffffff gggggggg\n"
                       "dddddddd ffffffff gggggggg\n"),
              "AacDdeEfBbg");
}

TEST(Order, AStoryGoesOnAtACrossheadBehindAShortLine) {
    EXPECT_EQ(order_with_headlines("ACD", "AAAAAAAAAAA  \n"
                                          "             \n"
                                          "aaaaaa BBB   \n"
                                          "aaaaaa       \n"
                                          "aaa    bbbbbb\n"
                                          "       bbbbbb\n"
                                          "CCCCCC       \n"
                                          "       DDDDDD\n"
                                          "cccccc       \n"
                                          "cccccc dddddd\n"),
              "AaBbCcDd");
}

TEST(Order, AStoryGoesOnWhereTheFootOfTheColumnEndsAnother) {
    EXPECT_EQ(order_with_headlines("ACD", "AAAAAAAAAAAAA\n"
                                          "             \n"
                                          "aaaaaa bbbbbb\n"
                                          "aaaaaa bbbbbb\n"
                                          "aaa    bbb   \n"
                                          "             \n"
                                          "CCCCCC DDDDDD\n"
                                          "             \n"
                                          "cccccc dddddd\n"
                                          "ccc    ddd   \n"),
              "AabCcDd");
}

TEST(Order, ARuleOverSomeColumnsPartsThemBesideASidebar) {
    EXPECT_EQ(order_of("aaaa bbbb | ssss\n"
                       "aaaa bbbb | ssss\n"
                       "          | ssss\n"
                       "--------- | ssss\n"
                       "          | ssss\n"
                       "cccc dddd | ssss\n"
                       "cccc dddd | ssss\n"),
              "abcds");
}

TEST(Order, ALeaningRulePartsWhereNoLevelWhiteDoes) {
    EXPECT_EQ(order_of("aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "---- bbbb\n"
                       "cccc bbbb\n"
                       "cccc ----\n"
                       "cccc dddd\n"),
              "abcd");
}

TEST(Order, ALeaningRuleDoesNotPartColumnsThatAnUprightOneParts) {
    EXPECT_EQ(order_of("aaaa | bbbb\n"
                       "aaaa | bbbb\n"
                       "---- | bbbb\n"
                       "cccc | bbbb\n"
                       "cccc | ----\n"
                       "cccc | dddd\n"
                       "cccc | dddd\n"),
              "acbd");
}

TEST(Order, ADoubleRuleOverHalfThePageDoesNotPartIt) {
    EXPECT_EQ(order_of("aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "---- bbbb\n"
                       "==== bbbb\n"
                       "cccc bbbb\n"
                       "cccc bbbb\n"),
              "acb");
}

TEST(Order, WhatStandsAtTheRightOfALineIsReadWithIt) { // the date of a letter
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

TEST(Order, ALineAtTheRightOfAParagraphIsReadAfterIt) {
    EXPECT_EQ(order_of("aaaa      \n"
                       "          \n"
                       "bbbb  cccc\n"
                       "bbbb      \n"
                       "          \n"
                       "dddd      \n"),
              "abdc");
}

TEST(Order, ANewspapersTitleHeadsNoStory) { // what stands under it are notes and another title
    DrawnPage drawn = draw_blocks("TTTTTTTTTTTTTT\n"
                                  "              \n"
                                  "aaaa BBBB cccc\n"
                                  "aaaa BBBB cccc\n"
                                  "aaaa      CCCC\n"
                                  "aaaa DDDD eeee\n");
    for (const auto& [name, height] : {std::pair('T', 96), {'B', 40}, {'C', 24}, {'D', 30}})
        drawn.page.blocks[drawn.index.at(name)].lines[0].text_height = height;
    EXPECT_EQ(named_in_order(drawn, find_order(drawn.page)), "TaBDcCe");
}

TEST(Order, HeadingBesideTextHeadsItsOwnColumnOnly) {
    EXPECT_EQ(order_of("aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "     bbbb\n"
                       "AAAA bbbb\n"
                       "     bbbb\n"
                       "cccc bbbb\n"
                       "cccc bbbb\n"),
              "aAcb");
}

TEST(Order, SubheadingTakesPartInTheSpan) {
    EXPECT_EQ(order_of("aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "         \n"
                       "AAAAAA   \n"
                       "BBB      \n"
                       "cccc dddd\n"
                       "cccc dddd\n"),
              "abABcd");
}

TEST(Order, RuleBetweenStoriesOfOtherGrids) {
    EXPECT_EQ(order_of("aaaa bbbb cccc dddd\n"
                       "aaaa bbbb cccc dddd\n"
                       "-------------------\n"
                       "eeeeeeeee fffffffff\n"
                       "eeeeeeeee fffffffff\n"),
              "abcdef");
}

TEST(Order, SidebarBehindARule) {
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

TEST(Order, SidebarOnTheLeftInSmallTypeIsReadAfterTheStories) {
    DrawnPage drawn = draw_blocks("SSSS | AAAAAAAAA\n"
                                  "     |          \n"
                                  "ssss | aaaa bbbb\n"
                                  "ssss | aaaa bbbb\n");
    EXPECT_EQ(named_in_order(drawn, find_order(drawn.page)), "SsAab");
    for (Line& line : drawn.page.blocks[drawn.index.at('s')].lines)
        line.text_height = 13;
    EXPECT_EQ(named_in_order(drawn, find_order(drawn.page)), "AabSs");
}

TEST(Order, CaptionsUnderARowOfCodesGoRowByRow) {
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

TEST(Order, StoriesSideBySideUnderOneRuleThenOneBelow) {
    EXPECT_EQ(order_of("AAAAAAA   BBBBBBB  \n"
                       "                   \n"
                       "aaaa bbbb cccc dddd\n"
                       "aaaa bbbb cccc dddd\n"
                       "aaaa bbbb          \n"
                       "                   \n"
                       "CCCCCCCCCCCCCC     \n"
                       "                   \n"
                       "eeee ffff gggg hhhh\n"
                       "eeee ffff gggg hhhh\n"),
              "AabBcdCefgh");
}

TEST(Order, HeadingBesideWhiteDoesNotReachIntoTheNextStory) {
    EXPECT_EQ(order_of("AAAAAAA   CCCCCCC  \n"
                       "                   \n"
                       "aaaa bbbb eeee ffff\n"
                       "aaaa bbbb eeee ffff\n"
                       "                   \n"
                       "BBBBBB             \n"
                       "                   \n"
                       "cccc dddd          \n"
                       "cccc dddd          \n"
                       "cccc dddd          \n"
                       "                   \n"
                       "DDDDDDDDDDDDDDD    \n"
                       "                   \n"
                       "gggg hhhh iiii jjjj\n"
                       "gggg hhhh iiii jjjj\n"),
              "AabBcdCefDghij");
}

TEST(Order, StoryUnderASpanningHeadingEndsAtTheNextHeadlinesOfItsColumns) {
    EXPECT_EQ(order_with_headlines("ABC", "AAAAAAAAA\n"
                                          "         \n"
                                          "aaaa bbbb\n"
                                          "aaaa bbbb\n"
                                          "         \n"
                                          "BBBB CCCC\n"
                                          "         \n"
                                          "cccc dddd\n"
                                          "cccc dddd\n"),
              "AabBcCd");
}

TEST(Order, StoriesThatEndOverTheNextHeadlineAreReadColumnByColumn) {
    EXPECT_EQ(order_with_headlines("ABC", "AAAAAAAAAAAA\n"
                                          "            \n"
                                          "aaaaaa bbbbb\n"
                                          "aaa    bb   \n"
                                          "            \n"
                                          "BBBB   CCCC \n"
                                          "            \n"
                                          "cccccc ddddd\n"
                                          "cccccc ddddd\n"),
              "AaBcbCd");
}

TEST(Order, StoryUnderASpanningHeadingBeginsAtItsLeft) {
    EXPECT_EQ(order_with_headlines("ABC", "AAAAAAAAAAAA\n"
                                          "            \n"
                                          "BBBB   bbbbb\n"
                                          "       bb   \n"
                                          "aaaaaa      \n"
                                          "aaaaaa CCCC \n"
                                          "aaaaaa      \n"
                                          "aaaaaa ddddd\n"
                                          "aaaaaa ddddd\n"),
              "ABabCd");
}

TEST(Order, ALineThatReachesIntoTheNextColumnDoesNotTangleThem) {
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

TEST(Order, CrossheadsArePartOfTheStory) {
    EXPECT_EQ(order_with_headlines("A", "AAAAAAAAA\n"
                                        "         \n"
                                        "aaaa cccc\n"
                                        "aaaa cccc\n"
                                        "         \n"
                                        "BBBB CCCC\n"
                                        "         \n"
                                        "bbbb dddd\n"
                                        "bbbb dddd\n"),
              "AaBbcCd");
}

TEST(Order, ALineOverTheWhiteBetweenColumnsIsReadBeforeThem) { // a byline centred over a story of three columns
    EXPECT_EQ(order_with_headlines("A", "AAAAAAAAAAAAAA\n"
                                        "              \n"
                                        "       bbb    \n"
                                        "              \n"
                                        "aaaa cccc dddd\n"
                                        "aaaa cccc dddd\n"
                                        "aaaa cccc dddd\n"),
              "Abacd");
}

TEST(Order, ALineCentredOverColumnsIsReadBeforeThem) {
    EXPECT_EQ(order_with_headlines("A", "AAAAAAAAAAAAAA\n"
                                        "              \n"
                                        "      bb      \n"
                                        "              \n"
                                        "aaaa cccc dddd\n"
                                        "aaaa cccc dddd\n"
                                        "aaaa cccc dddd\n"),
              "Abacd");
}

TEST(Order, AColumnBeginsAtThePictureOverItsText) {
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

TEST(Order, TextGoesOnUnderAPictureWhoseFrameIsARule) {
    DrawnPage drawn = picture_under_a_rule("aaaa");
    const Page page = find_order(drawn.page);
    EXPECT_EQ(named_in_order(drawn, page), "AacBb");
    EXPECT_EQ(page.blocks[drawn.index['a']].article, page.blocks[drawn.index['c']].article);
}

TEST(Order, ARuleBehindAShortLinePartsOverAPictureToo) {
    DrawnPage drawn = picture_under_a_rule("aa  ");
    const Page page = find_order(drawn.page);
    EXPECT_NE(page.blocks[drawn.index['a']].article, page.blocks[drawn.index['c']].article);
}

TEST(Order, LinesSetLeftAndRightInTurnAreNoColumns) {
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

TEST(Order, PictureAndCaptionDoNotBreakTheColumn) {
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

TEST(Order, PictureOverTwoColumnsDoesNotCutThem) {
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

TEST(Order, PictureAtTheTopOfAColumn) {
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

TEST(Order, RaggedColumnEndsStayWithTheirColumns) {
    EXPECT_EQ(order_of("aaaa cccc eeee\n"
                       "aaaa cccc eeee\n"
                       "              \n"
                       "bbbb dddd     \n"
                       "bbbb          \n"
                       "bbbb          \n"),
              "abcde");
}

TEST(Order, RunningHeadFirstAndFootLast) {
    EXPECT_EQ(order_of("     <<<< \n"
                       "          \n"
                       "aaaa bbbb \n"
                       "aaaa bbbb \n"
                       "          \n"
                       ">>>>      \n"),
              "<ab>");
}

TEST(Order, ArticlesBeginAtHeadingsAndRules) {
    const DrawnPage drawn = draw_blocks("AAAAAAAAA\n"
                                        "BBBB     \n"
                                        "aaaa bbbb\n"
                                        "aaaa bbbb\n"
                                        "---------\n"
                                        "cccc dddd\n"
                                        "cccc dddd\n");
    const Page page = find_order(drawn.page);
    const auto article = [&](char name) { return page.blocks[drawn.index.at(name)].article; };
    EXPECT_EQ(article('A'), 0);
    EXPECT_EQ(article('B'), 0);
    EXPECT_EQ(article('a'), 0);
    EXPECT_EQ(article('b'), 0);
    EXPECT_EQ(article('c'), 1);
    EXPECT_EQ(article('d'), 1);
}

TEST(Order, ColumnsAreCountedFromTheLeft) {
    const DrawnPage drawn = draw_blocks("aaaa bbbb cccc\n"
                                        "aaaa bbbb cccc\n");
    const Page page = find_order(drawn.page);
    EXPECT_EQ(page.blocks[drawn.index.at('a')].column, 0);
    EXPECT_EQ(page.blocks[drawn.index.at('c')].column, 2);
    EXPECT_DOUBLE_EQ(page.order_confidence, 1);
}

TEST(Order, PinwheelIsAGuessAndSaysSo) {
    const DrawnPage drawn = draw_blocks("aaaaaaa bb\n"
                                        "aaaaaaa bb\n"
                                        "        bb\n"
                                        "dd cc   bb\n"
                                        "dd cc   bb\n"
                                        "dd        \n"
                                        "dd eeeeeee\n"
                                        "dd eeeeeee\n");
    const Page page = find_order(drawn.page);
    EXPECT_LT(page.order_confidence, 1);
    EXPECT_EQ(page.order.size(), page.blocks.size());
}

TEST(Order, EmptyPage) {
    const Page page = find_order({});
    EXPECT_TRUE(page.order.empty());
    EXPECT_DOUBLE_EQ(page.order_confidence, 1);
}

TEST(Order, EveryBlockOnceWhateverThePage) {
    std::mt19937 random(7);
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    for (int round = 0; round < 300; ++round) {
        Page page;
        page.text_height = 16;
        const int n = pick(30);
        for (int i = 0; i < n; ++i) {
            Block block;
            block.kind = static_cast<BlockKind>(pick(16));
            block.box = {pick(900), pick(900), 0, 0};
            block.box.right = block.box.left + pick(300); // some of them empty
            block.box.bottom = block.box.top + pick(200);
            block.lines.resize(pick(3));
            page.blocks.push_back(block);
        }
        const Page out = find_order(page);
        std::vector<int> sorted = out.order;
        std::sort(sorted.begin(), sorted.end());
        std::vector<int> all(n);
        for (int i = 0; i < n; ++i)
            all[i] = i;
        ASSERT_EQ(sorted, all);
    }
}

} // namespace
} // namespace broadsheet
