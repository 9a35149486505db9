// SPDX-License-Identifier: Apache-2.0
// Where stories go on and where they end.
#include "order/drawn_order.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Stories, AStoryGoesOnAtACrossheadBehindAShortLine) {
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

TEST(Stories, AStoryGoesOnWhereTheFootOfTheColumnEndsAnother) {
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

TEST(Stories, UnderTheTitleAHeadlineMayBeAsLarge) {
    DrawnPage drawn = draw_blocks("  MMMMMMMMMMMMMMMM  \n"
                                  "                    \n"
                                  "AAAAAAAAAAAAAAAAAAAA\n"
                                  "                    \n"
                                  "aaaaaa bbbbbb cccccc\n"
                                  "aaaaaa bbbbbb cccccc\n"
                                  "aaaaaa bbbbbb cccccc\n"
                                  "                    \n"
                                  "BBBBBB CCCCCCCCCCCCC\n"
                                  "                    \n"
                                  "dddddd eeeeee ffffff\n"
                                  "dddddd eeeeee ffffff\n");
    const auto in_order = [&](char headline, int text_height) {
        drawn.page.blocks[drawn.index.at(headline)].lines[0].text_height = text_height;
        return named_in_order(drawn, find_order(drawn.page));
    };
    in_order('B', 24);
    in_order('C', 24);
    in_order('A', 84);
    EXPECT_EQ(in_order('M', 90), "MAabcBdCef");
    EXPECT_EQ(in_order('M', 70), "MAabcBdCef");
    EXPECT_EQ(in_order('M', 30), "MAaBdbcCef"); // A is the title
}

TEST(Stories, StoriesSideBySideUnderOneRuleThenOneBelow) {
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

TEST(Stories, HeadingBesideWhiteDoesNotReachIntoTheNextStory) {
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

TEST(Stories, StoryUnderASpanningHeadingEndsAtTheNextHeadlinesOfItsColumns) {
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

TEST(Stories, StoriesThatEndOverTheNextHeadlineAreReadColumnByColumn) {
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

TEST(Stories, ALargerHeadlineFarAboveMakesNoSecondOneOfATitle) {
    DrawnPage drawn = draw_blocks("ZZZZZZZZZZZZ\n"
                                  "            \n"
                                  "            \n"
                                  "xxxxxx yyyyy\n"
                                  "xxxxxx yyyyy\n"
                                  "xxxxxx yyyyy\n"
                                  "            \n"
                                  "AAAAAAAAAAAA\n"
                                  "            \n"
                                  "aaaaaa bbbbb\n"
                                  "aaa    bb   \n"
                                  "            \n"
                                  "BBBB   CCCC \n"
                                  "            \n"
                                  "cccccc ddddd\n"
                                  "cccccc ddddd\n");
    for (const auto& [name, height] : {std::pair('Z', 48), {'A', 24}, {'B', 24}, {'C', 24}})
        drawn.page.blocks[drawn.index.at(name)].lines[0].text_height = height;
    EXPECT_EQ(named_in_order(drawn, find_order(drawn.page)), "ZxyAaBcbCd");
}

TEST(Stories, StoryUnderASpanningHeadingBeginsAtItsLeft) {
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

TEST(Stories, ArticlesBeginAtHeadingsAndRules) {
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

/// A headline over four columns, what stands under it, their text, whose last lines are short, and two stories below.
std::string over_four_columns(const std::string& under_headline) {
    return "   AAAAAAAAAAAAAAAAAAAAA   \n" + under_headline +
           "                           \n"
           "aaaaaa bbbbbb cccccc dddddd\n"
           "aaaaaa bbbbbb cccccc dddddd\n"
           "aaa    bbb    ccc    ddd   \n"
           "                           \n"
           "EEEEEE    FFFFFFFFFFFFF    \n"
           "                           \n"
           "eeeeee ffffff gggggg hhhhhh\n"
           "eeeeee ffffff gggggg hhhhhh\n"
           "eee    ffffff gggggg hhh   \n";
}

TEST(Stories, UnderABylineComeFirst) {
    EXPECT_EQ(order_with_headlines("AEF", over_four_columns("           xxxxx           \n")), "AxabcdEeFfgh");
}

TEST(Stories, UnderASecondHeadlineInSmallerTypeComeFirst) {
    EXPECT_EQ(order_with_headlines("AEF", over_four_columns("     XXXXXXXXXXXXXXXXX     \n")), "AXabcdEeFfgh");
}

TEST(Stories, AColumnIsAsWideAsTheTextUnderItsShortFirstLine) {
    EXPECT_EQ(order_with_headlines("ABE", "AAAAAAAAAAAAAAA                 \n"
                                          "                                \n"
                                          "aaaaaaaaaa bbbbbbbbbb ccccc     \n"
                                          "aaaaaaaaaa bbbbbbbbbb           \n"
                                          "aaaaaaaaaa bbbbbbbbbb dddddddddd\n"
                                          "aaaaaaaaaa bbbbbbbbbb dddddddddd\n"
                                          "                                \n"
                                          "BBBBBBBBBBBBBBBBBBBBB EEEEEEEEEE\n"
                                          "                                \n"
                                          "eeeeeeeeee ffffffffff gggggggggg\n"
                                          "eeeeeeeeee ffffffffff gggggggggg\n"),
              "AabcdBefEg");
}

/// A story whose last column begins with a short line and a crosshead in that row, and two stories below.
std::string with_crosshead(const std::string& row) {
    return "    AAAAAAAAAAAAAAAAAAAAAAAAAA     \n"
           "                                   \n"
           "aaaaaaaa bbbbbbbb cccccccc dddd    \n"
           "aaaaaaaa bbbbbbbb cccccccc         \n" +
           row +
           "aaaaaaaa bbbbbbbb cccccccc         \n"
           "aaaaaaaa bbbbbbbb cccccccc eeeeeeee\n"
           "aaaaaaaa bbbbbbbb cccccccc eeeeeeee\n"
           "                                   \n"
           "FFFFFFFFFFFFFFFFF GGGGGGGGGGGGGGGGG\n"
           "                                   \n"
           "ffffffff gggggggg hhhhhhhh iiiiiiii\n"
           "ffffffff gggggggg hhhhhhhh iiiiiiii\n";
}

TEST(Stories, AShortLineOverACentredCrossheadAtTheLastColumnsHeadIsAsWideAsItsColumn) {
    EXPECT_EQ(order_with_headlines("AFG", with_crosshead("aaaaaaaa bbbbbbbb cccccccc    EEEE \n")), "AabcdEeFfgGhi");
}

TEST(Stories, AShortLineOverAFlushCrossheadAtTheLastColumnsHeadIsAsWideAsItsColumn) {
    EXPECT_EQ(order_with_headlines("AFG", with_crosshead("aaaaaaaa bbbbbbbb cccccccc EEEE    \n")), "AabcdEeFfgGhi");
}

TEST(Stories, CrossheadsBeginNoArticle) {
    DrawnPage drawn = draw_blocks("AAAAAAAAA CCCC\n"
                                  "              \n"
                                  "aaaa dddd cccc\n"
                                  "aaaa dddd cccc\n"
                                  "          cccc\n"
                                  "BBBB dddd     \n"
                                  "     dddd EEEE\n"
                                  "bbbb dddd     \n"
                                  "bbbb dddd eeee\n");
    drawn.page.blocks[drawn.index.at('A')].lines[0].text_height = 24;
    const Page page = find_order(drawn.page);
    const auto article = [&](char name) { return page.blocks[drawn.index.at(name)].article; };
    for (const char name : {'a', 'B', 'b', 'd'})
        EXPECT_EQ(article(name), article('A')) << name;
    for (const char name : {'c', 'E', 'e'}) // under headings no larger
        EXPECT_NE(article(name), article('A')) << name;
    EXPECT_NE(article('e'), article('c'));
}

// The ragged lines of a second headline may end short of the last column: all of that is the story's, or none of it.
TEST(Stories, AColumnIsTakenWhole) {
    EXPECT_EQ(order_with_headlines("A", "AAAAAAAA                 \n"
                                        "                         \n"
                                        "aaaaaaaaaaaaaaaaaaaaa    \n"
                                        "aaaaaaaaa                \n"
                                        "                         \n"
                                        "bbbbbbbbbbbb dddddddddddd\n"
                                        "bbbbbbbbbbbb dddddddddddd\n"
                                        "bbbbbbbbbbbb dddddd      \n"
                                        "bbbbbbbbbbbb             \n"
                                        "bbbbbbbbbbbb EEEEE       \n"
                                        "bbbbbb                   \n"
                                        "             eeeeeeeeeeee\n"
                                        "CCCCC        eeeeeeeeeeee\n"
                                        "             eeeeeeeeeeee\n"
                                        "cccccccccccc eeeeeeeeeeee\n"
                                        "cccccccccccc eeeee       \n"),
              "AabCcdEe");
}

TEST(Stories, APullQuoteAtAColumnsFootIsNoHeadline) { // nothing stands under it
    EXPECT_EQ(order_with_headlines("AQ", "AAAAAAAAAAAAAAAAAA  \n"
                                         "                    \n"
                                         "aaaaaa bbbbbb CCCC  \n"
                                         "aaaaaa bbbbbb       \n"
                                         "aaaaaa bbbbbb cccccc\n"
                                         "aaaaaa bbb    cccccc\n"
                                         "aaaaaa        cccccc\n"
                                         "aaaaaa QQQQQQ cccccc\n"
                                         "aaaaaa        cccccc\n"),
              "AabQCc");
}

TEST(Stories, HeadingsInMuchSmallerTypeAreItsCrossheads) {
    const auto order = [](int crosshead, const std::string& foot) {
        DrawnPage drawn = draw_blocks("AAAAAAAAAAAAA\n"
                                      "             \n"
                                      "xxxxxxxxxxxxx\n"
                                      "             \n"
                                      "aaaaaa bbbbbb\n" +
                                      foot +
                                      "             \n"
                                      "BBBB   CCCC  \n"
                                      "             \n"
                                      "cccccc dddddd\n"
                                      "cccccc dddddd\n"
                                      "ccc    ddd   \n");
        for (const auto& [name, height] : {std::pair('A', 48), {'B', crosshead}, {'C', crosshead}})
            drawn.page.blocks[drawn.index.at(name)].lines[0].text_height = height;
        return named_in_order(drawn, find_order(drawn.page));
    };
    EXPECT_EQ(order(24, "aa     bb    \n"), "AxaBcbCd");
    EXPECT_EQ(order(36, "aa     bb    \n"), "AxabBcCd") << "stories of their own";
    EXPECT_EQ(order(24, "aaaaaa bb    \n"), "AxabBcCd") << "it goes on at the next column's head";
}

TEST(Stories, ARowOfHeadlinesComesAfterAllStoriesOverIt) {
    EXPECT_EQ(order_with_headlines("ABCDEF", "AAAA  BBBBBBBBB CCCC\n"
                                             "                    \n"
                                             "aaaaa bbbb cccc dddd\n"
                                             "aaaaa bbbb cccc dddd\n"
                                             "aaaaa           dddd\n"
                                             "                    \n"
                                             "DDDDD EEEE FFFFFFFFF\n"
                                             "                    \n"
                                             "eeeee ffff gggg hhhh\n"
                                             "eeeee ffff gggg hhhh\n"),
              "AaBbcCdDeEfFgh");
}

TEST(Stories, ARowOfHeadlinesWithKickers) {
    EXPECT_EQ(order_with_headlines("ABCD", "KKKK  LLL           \n"
                                           "AAAAA BBBBBBBBB     \n"
                                           "                    \n"
                                           "aaaaa bbbb cccc dddd\n"
                                           "aaaaa bbbb cccc dddd\n"
                                           "                    \n"
                                           "MMM   NNN           \n"
                                           "CCCCC DDDDDDDDDDDDDD\n"
                                           "                    \n"
                                           "eeeee ffff gggg hhhh\n"
                                           "eeeee ffff gggg hhhh\n"),
              "KAaLBbcdMCeNDfgh");
}

/// A story whose headline is not over its last column, with these rows between it and the text, over a row of two.
std::string order_over_a_row(const std::string& byline) {
    return order_with_headlines("ABC", "AAAAAAAA           \n"
                                       "                   \n" +
                                           byline +
                                           "aaaa bbbb cccc dddd\n"
                                           "aaaa bbbb cccc dddd\n"
                                           "a    b    c        \n"
                                           "                   \n"
                                           "BBBBBBBBBBBB   CCCC\n"
                                           "                   \n"
                                           "eeee ffff gggg hhhh\n"
                                           "eeee ffff gggg hhhh\n");
}

TEST(Stories, ARowOfHeadlinesComesAfterAStoryWhoseHeadlineIsNotOverItsLastColumn) {
    EXPECT_EQ(order_over_a_row(""), "AabcdBefgCh");
    EXPECT_EQ(order_over_a_row("xxx                \n"
                               "                   \n"),
              "AxabcdBefgCh")
        << "a byline over its first column";
}

TEST(Stories, HeadlinesLevelByChanceWhereAColumnGoesOnFromTheLast) {
    EXPECT_EQ(order_with_headlines("ABCD", "AAAAA bbbbb CCCCC\n"
                                           "aaaaa bbbbb ccccc\n"
                                           "aaaaa bbbbb ccccc\n"
                                           "                 \n"
                                           "BBBBB DDDDD EEEEE\n"
                                           "                 \n"
                                           "ddddd eeeee fffff\n"
                                           "ddddd eeeee fffff\n"),
              "AaBdbDeCcEf");
}

TEST(Stories, CrossheadsLevelByChanceAreNoRow) {
    EXPECT_EQ(order_of("AAAA BBBB\n"
                       "         \n"
                       "aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "         \n"
                       "CCCC DDDD\n"
                       "         \n"
                       "cccc dddd\n"
                       "cccc dddd\n"),
              "AaCcBbDd");
}

TEST(Stories, ARuleThatGoesOnBetweenThemPartsStories) {
    EXPECT_EQ(order_with_headlines("ABCD", "AAAA | BBBB\n"
                                           "     |     \n"
                                           "aaaa | bbbb\n"
                                           "aaaa | bbbb\n"
                                           "     |     \n"
                                           "CCCC | DDDD\n"
                                           "     |     \n"
                                           "cccc | dddd\n"
                                           "cccc | dddd\n"),
              "AaCcBbDd");
}

} // namespace
} // namespace broadsheet
