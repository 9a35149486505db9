// SPDX-License-Identifier: Apache-2.0
// Which columns a heading, or a line under it, stands over.
#include "order/drawn_order.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Headings, HeadingOverTwoColumns) {
    EXPECT_EQ(order_of("AAAAAAAAA\n"
                       "         \n"
                       "aaaa bbbb\n"
                       "aaaa bbbb\n"),
              "Aab");
}

TEST(Headings, HeadingOverTwoOfThreeColumns) {
    EXPECT_EQ(order_of("AAAAAAAAA cccc\n"
                       "          cccc\n"
                       "aaaa bbbb cccc\n"
                       "aaaa bbbb cccc\n"),
              "Aabc");
}

TEST(Headings, ShortFlushHeadingsHeadTheColumnsThatStartUnderThem) {
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

TEST(Headings, ColumnsOfShortEntriesWithHeadingsAreReadDown) { // a heading a little lower heads its own text
    EXPECT_EQ(order_of("AAA      DDD      \n"
                       "                  \n"
                       "aaaaaaaa dddddddd \n"
                       "aaaaaaaa dddddddd \n"
                       "         dddddddd \n"
                       "                  \n"
                       "BBB               \n"
                       "         EEE      \n"
                       "                  \n"
                       "bbbbbbbb eeeeeeee \n"
                       "bbbbbbbb eeeeeeee \n"
                       "         eeeeeeee \n"
                       "CCC               \n"
                       "                  \n"
                       "cccccccc          \n"),
              "AaBbCcDdEe");
}

TEST(Headings, AHeadingHeadsNoTextThatARuleOfItsOwnColumnPartsFromIt) {
    EXPECT_EQ(order_of("AAA      cccccccc\n"
                       "         cccccccc\n"
                       "aaaaaaaa cccccccc\n"
                       "aaaaaaaa         \n"
                       "                 \n"
                       "BBB              \n"
                       "         --------\n"
                       "                 \n"
                       "bbbbbbbb dddddddd\n"
                       "bbbbbbbb dddddddd\n"),
              "AaBbcd");
}

TEST(Headings, ShortCentredHeadingOverThreeColumns) {
    EXPECT_EQ(order_of("aaaa bbbb cccc\n"
                       "aaaa bbbb cccc\n"
                       "              \n"
                       "     BBBB     \n"
                       "              \n"
                       "dddd eeee ffff\n"
                       "dddd eeee ffff\n"),
              "abcBdef");
}

TEST(Headings, ACrossheadCentredInItsColumnHeadsNoOther) { // though the next one's text goes on under a picture there
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

TEST(Headings, ANewspapersTitleHeadsNoStory) { // what stands under it are notes and another title
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

TEST(Headings, HeadingBesideTextHeadsItsOwnColumnOnly) {
    EXPECT_EQ(order_of("aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "     bbbb\n"
                       "AAAA bbbb\n"
                       "     bbbb\n"
                       "cccc bbbb\n"
                       "cccc bbbb\n"),
              "aAcb");
}

TEST(Headings, SubheadingTakesPartInTheSpan) {
    EXPECT_EQ(order_of("aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "         \n"
                       "AAAAAA   \n"
                       "BBB      \n"
                       "cccc dddd\n"
                       "cccc dddd\n"),
              "abABcd");
}

TEST(Headings, CrossheadsArePartOfTheStory) {
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

TEST(Headings, ALineOverTheWhiteBetweenColumnsIsReadBeforeThem) { // a byline centred over a story of three columns
    EXPECT_EQ(order_with_headlines("A", "AAAAAAAAAAAAAA\n"
                                        "              \n"
                                        "       bbb    \n"
                                        "              \n"
                                        "aaaa cccc dddd\n"
                                        "aaaa cccc dddd\n"
                                        "aaaa cccc dddd\n"),
              "Abacd");
}

TEST(Headings, ALineCentredOverColumnsIsReadBeforeThem) {
    EXPECT_EQ(order_with_headlines("A", "AAAAAAAAAAAAAA\n"
                                        "              \n"
                                        "      bb      \n"
                                        "              \n"
                                        "aaaa cccc dddd\n"
                                        "aaaa cccc dddd\n"
                                        "aaaa cccc dddd\n"),
              "Abacd");
}

TEST(Headings, APullQuoteOverTheGutterIsReadBehindTheColumns) { // text runs round it in both
    EXPECT_EQ(order_of("aaaaaaaa bbbbbbbb\n"
                       "aaaaaaaa bbbbbbbb\n"
                       "aaaaa QQQQQ bbbbb\n"
                       "aaaaa QQQQQ bbbbb\n"
                       "aaaaaaaa bbbbbbbb\n"
                       "aaaaaaaa bbbbbbbb\n"),
              "abQ");
}

TEST(Headings, AKickerAtAColumnsFootIsReadWithTheHeadlineUnderIt) { // that reaches over more columns
    const auto order = [](int type) {
        DrawnPage drawn = draw_blocks("aaaaaaaa bbbbbbbb cccccccc\n"
                                      "aaaaaaaa bbbbbbbb cccccccc\n"
                                      "aaaaaaaa bbbbbbbb cccccccc\n"
                                      "aaaaaaaa          cccccccc\n"
                                      "         KKKKKK   cccccccc\n"
                                      "         HHHHHHHHHHHHHHHHH\n"
                                      "\n"
                                      "         HHHHHHHHHHHHHHHHH\n");
        for (Line& line : drawn.page.blocks[drawn.index.at('H')].lines)
            line.text_height = type;
        return named_in_order(drawn, find_order(drawn.page));
    };
    EXPECT_EQ(order(40), "abcKH");
    EXPECT_EQ(order(20), "abKcH"); // a crosshead, or the last line of what stands over it
}

TEST(Headings, OneOverTwoColumnsBesideOthersIsNoPullQuote) {
    EXPECT_EQ(order_of("ggggggggggggg   iiiiiiiiiiiii\n"
                       "ggggggggggggg   iiiiiiiiiiiii\n"
                       "                             \n"
                       "aaaaaa bbbbbb   cccccc dddddd\n"
                       "aaaaaa bbbbbb   cccccc dddddd\n"
                       "aaaaaa                 dddddd\n"
                       "aaaaaa BBBBBBBBBBBBBBB dddddd\n"
                       "aaaaaa                 dddddd\n"
                       "aaaaaa eeeeee   ffffff dddddd\n"
                       "aaaaaa eeeeee   ffffff dddddd\n"),
              "giabcBefd");
}

TEST(Headings, TheAuthorsNameUnderASecondHeadlineThatTextRunsRound) { // that is no pull quote
    EXPECT_EQ(order_of("AAAAAAAAAAAAAAAAA\n"
                       "bbbbb DDDDD ccccc\n"
                       "bbbbb DDDDD ccccc\n"
                       "bbbbb       ccccc\n"
                       "bbbbb EEEEE ccccc\n"
                       "bbbbbbbb cccccccc\n"
                       "bbbbbbbb cccccccc\n"
                       "bbbbbbbb cccccccc\n"),
              "ADEbc");
}

TEST(Headings, APullQuoteBetweenParagraphsOfOneColumnThatReachesIntoTheNext) {
    EXPECT_EQ(order_of("aaaaaaaa bbbbbbbb cccccccc\n"
                       "aaaaaaaa bbbbbbbb cccccccc\n"
                       "                b cccccccc\n"
                       "QQQQQQQQQQQQ  bbb cccccccc\n"
                       "              bbb cccccccc\n"
                       "dddddddd bbbbbbbb cccccccc\n"
                       "dddddddd bbbbbbbb cccccccc\n"),
              "adbQc");
}

TEST(Headings, APullQuoteOfManyLinesInLargerTypeIsOneToo) { // in a box; no heading is so long
    DrawnPage drawn = draw_blocks("aaaaaaaa bbbbbbbb\n"
                                  "aaaaaaaa bbbbbbbb\n"
                                  "aaaaa qqqqq ccccc\n"
                                  "aaaaa qqqqq ccccc\n"
                                  "aaaaa qqqqq ccccc\n"
                                  "aaaaaaaa cccccccc\n"
                                  "aaaaaaaa cccccccc\n"
                                  "dddddddd cccccccc\n"
                                  "dddddddd cccccccc\n");
    for (Line& line : drawn.page.blocks[drawn.index.at('q')].lines)
        line.text_height = 32;
    EXPECT_EQ(named_in_order(drawn, find_order(drawn.page)), "adbcq");
}

TEST(Headings, APullQuoteOverTwoBlocksEndsNoArticle) {
    DrawnPage drawn = draw_blocks("aaaaaaaa bbbbbbbb\n"
                                  "aaaaa QQQQQ bbbbb\n"
                                  "aaaaaaaa bbbbbbbb\n"
                                  "aaaaaaaa bbbbbbbb\n"
                                  "cccccccc dddddddd\n"
                                  "cccccccc dddddddd\n");
    const Page page = find_order(drawn.page);
    for (const Block& block : page.blocks)
        EXPECT_EQ(block.article, 0);
}

TEST(Headings, ASecondHeadlineBetweenTheHeadsOfTwoColumnsIsReadBeforeThem) {
    EXPECT_EQ(order_of("AAAAAAAAAAAAAAAAA\n"
                       "                 \n"
                       "aaaaa QQQQQ bbbbb\n"
                       "aaaaa QQQQQ bbbbb\n"
                       "aaaaa       bbbbb\n"
                       "aaaaa  RRR  bbbbb\n"
                       "aaaaa       bbbbb\n"
                       "cccccccc dddddddd\n"
                       "cccccccc dddddddd\n"
                       "cccccccc dddddddd\n"),
              "AQRacbd");
}

TEST(Headings, AHeadlineBetweenTheHeadsOfTwoColumnsBeginsAnArticle) {
    DrawnPage drawn = draw_blocks("xxxxxxxx\n"
                                  "xxxxxxxx\n"
                                  "--------------------------\n"
                                  "aaaaa QQQQQ bbbbb\n"
                                  "aaaaa QQQQQ bbbbb\n"
                                  "cccccccc dddddddd\n"
                                  "cccccccc dddddddd\n");
    const Page page = find_order(drawn.page);
    EXPECT_EQ(named_in_order(drawn, page), "xQacbd");
    EXPECT_EQ(page.blocks[static_cast<std::size_t>(drawn.index.at('Q'))].article, 1);
    EXPECT_EQ(page.blocks[static_cast<std::size_t>(drawn.index.at('d'))].article, 1);
}

TEST(Headings, APullQuoteBetweenShorterBlocksOfBothColumns) {
    EXPECT_EQ(order_of("aaaaaaaa bbbbbbbb\n"
                       "aaaaaaaa bbbbbbbb\n"
                       "ccccc QQQQQ ddddd\n"
                       "ccccc QQQQQ ddddd\n"
                       "ccccc QQQQQ ddddd\n"
                       "eeeeeeee ffffffff\n"
                       "eeeeeeee ffffffff\n"),
              "acebdfQ");
}

/// The order of a page with a quotation q in larger type under a headline A.
std::string order_with_quote(const std::string& art, BlockKind kind = BlockKind::heading) {
    DrawnPage drawn = draw_blocks(art);
    drawn.page.blocks[drawn.index.at('q')].kind = kind;
    for (const char large : {'A', 'q'})
        for (Line& line : drawn.page.blocks[drawn.index.at(large)].lines)
            line.text_height = large == 'A' ? 40 : 24;
    const Page page = find_order(drawn.page);
    EXPECT_EQ(page.blocks[drawn.index.at('a')].article, page.blocks[drawn.index.at('d')].article);
    return named_in_order(drawn, page);
}

TEST(Headings, APullQuoteBetweenRulesStandsInItsColumn) { // and ends no story where a paragraph ends over it
    for (const BlockKind kind : {BlockKind::heading, BlockKind::paragraph}) // of many lines it is a paragraph
        EXPECT_EQ(order_with_quote("AAAAAAAAA\n"
                                   "DDDDDDDDD\n"
                                   "         \n"
                                   "aaaa bbbb\n"
                                   "aaa  bbbb\n"
                                   "---- bbbb\n"
                                   "qqqq bbbb\n"
                                   "qqqq bbbb\n"
                                   "==== bbbb\n"
                                   "dddd bbbb\n"
                                   "dddd bbbb\n",
                                   kind),
                  "ADaqdb");
}

TEST(Headings, ACrossheadBesideAPullQuoteBetweenRulesIsOfItsColumn) { // text begins level under both
    EXPECT_EQ(order_with_quote("AAAAAAAAA\n"
                               "         \n"
                               "aaaa bbbb\n"
                               "aaaa bbbb\n"
                               "aaaa ----\n"
                               "aaaa qqqq\n"
                               "     qqqq\n"
                               "CC   ====\n"
                               "cccc dddd\n"
                               "cccc dddd\n"),
              "AaCcbqd");
}

TEST(Headings, ACrossheadBesideAMarkThatBelongsToTheTextIsNoPullQuote) {
    EXPECT_EQ(order_of("a                \n"
                       "  QQQQQ  bbbbbbbb\n"
                       "aaaaaaaa bbbbbbbb\n"
                       "aaaaaaaa bbbbbbbb\n"
                       "aaaaaaaa bbbbbbbb\n"),
              "Qab");
}

TEST(Headings, AHeadlineBesideAnotherColumnIsNoPullQuote) {
    EXPECT_EQ(order_of("aaaaaaaa bbbbbbbb cccccccc\n"
                       "aaaaaaaa bbbbbbbb cccccccc\n"
                       "aaaaaaaa bbbbbbbb cccccccc\n"
                       "                  cccccccc\n"
                       "QQQQQQQQQQQQQQQQQ cccccccc\n"
                       "                  cccccccc\n"
                       "dddddddd eeeeeeee cccccccc\n"
                       "dddddddd eeeeeeee cccccccc\n"),
              "abQdec");
}

TEST(Headings, ACrossheadBesideTheWhiteBetweenParagraphsHeadsItsOwnColumn) {
    DrawnPage drawn = draw_blocks("aaaaaaaaa bbbbbbbbb\n"
                                  "aaaaaaaaa bbbbbbbbb\n"
                                  "aaaaaaaaa bbbbbbbbb\n"
                                  "          bbbbbbbbb\n"
                                  "CCCCC              \n"
                                  "          ddddddddd\n"
                                  "eeeeeeeee ddddddddd\n"
                                  "eeeeeeeee ddddddddd\n"
                                  "eeeeeeeee ddddddddd\n");
    drawn.page.blocks[drawn.index.at('d')].box.top -= 10; // less white than a heading takes
    EXPECT_EQ(named_in_order(drawn, find_order(drawn.page)), "aCebd");
}

TEST(Headings, AColumnThatBeginsRightBesideACrossheadIsNotHeadedByIt) {
    EXPECT_EQ(order_of("aaaaaaaaa bbbbbbbbb\n"
                       "aaaaaaaaa bbbbbbbbb\n"
                       "aaaaaaaaa bbbbbbbbb\n"
                       "aaaaaaaaa          \n"
                       "                   \n"
                       "CCCCC              \n"
                       "          ddddddddd\n"
                       "          ddddddddd\n"
                       "eeeeeeeee ddddddddd\n"
                       "eeeeeeeee ddddddddd\n"),
              "aCebd");
}

TEST(Headings, AHeadingHeadsNoColumnOfTheHeadlineBesideIt) { // which reaches over both
    EXPECT_EQ(order_of("AAA                  \n"
                       "      CCCCCCC        \n"
                       "                     \n"
                       "      cccccccc ddddddd\n"
                       "aaaaa cccccccc ddddddd\n"
                       "aaaaa cccccccc ddddddd\n"
                       "aaaaa                 \n"),
              "AaCcd");
}

TEST(Headings, AHeadingHeadsNoColumnBeyondThoseOfTheHeadlineBesideIt) { // which does not reach over the last one
    DrawnPage drawn = draw_blocks("AAAAAAA BBBBBBBBBB    \n"
                                  "        BBBBBBBBBB    \n"
                                  "SSSSS                 \n"
                                  "        ccccc ddd eee \n"
                                  "aaa bbb ccccc ddd eee \n"
                                  "aaa bbb ccccc ddd eee \n"
                                  "aaa bbb ccccc ddd eee \n");
    drawn.page.blocks[drawn.index.at('B')].box.bottom += 12; // tails
    EXPECT_EQ(named_in_order(drawn, find_order(drawn.page)), "ASabBcde");
}

TEST(Headings, AHeadingHeadsNoTextThatStartsLowerThanItsOwn) {
    EXPECT_EQ(order_of("aaaaaaaa CCCCCC            \n"
                       "aaaaaaaa                   \n"
                       "aaaaaaaa ccccccccccccccccc \n"
                       "         ccccccccccccccccc \n"
                       "BBB                        \n"
                       "                           \n"
                       "bbbbbbbb                   \n"
                       "bbbbbbbb eeeeeeee ffffffff \n"
                       "bbbbbbbb eeeeeeee ffffffff \n"
                       "         eeeeeeee ffffffff \n"),
              "aBbCcef");
}

TEST(Headings, AHeadingMayHeadTextThatStartsHigherThanItsOwn) { // an index with a letter over its first column
    EXPECT_EQ(order_of("ccccccc   ddddddd   \n"
                       "ccccccc   ddddddd   \n"
                       "                    \n"
                       "AAA                 \n"
                       "                    \n"
                       "   BBB    bbbbbbbbb \n"
                       "aaaaaaaaa bbbbbbbbb \n"
                       "aaaaaaaaa bbbbbbbbb \n"),
              "cdABab");
}

TEST(Headings, AHeadingHeadsNoPictureOfTheHeadlineBesideIt) {
    EXPECT_EQ(order_of("AAAAAAA               \n"
                       "        CCCCCCCC      \n"
                       "                      \n"
                       "aaa bbb ##############\n"
                       "aaa bbb ##############\n"
                       "aaa bbb ##############\n"
                       "aaa bbb               \n"
                       "aaa bbb cccccc dddddd \n"
                       "aaa bbb cccccc dddddd \n"),
              "AabCcd");
}

TEST(Headings, AHeadingHeadsNoDashThatWhitePartsFromALineBesideIt) {
    EXPECT_EQ(order_of("AAAAAAAAAAAA      BBBBBBBB\n"
                       "                          \n"
                       "aaaaaaaa cccc   x bbbbbbbb\n"
                       "aaaaaaaa cccccccc bbbbbbbb\n"
                       "aaaaaaaa cccccccc bbbbbbbb\n"),
              "AaxcBb");
}

} // namespace
} // namespace broadsheet
