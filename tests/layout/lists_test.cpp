// SPDX-License-Identifier: Apache-2.0
// Items with numbers, bullets and indents keep them, and are read line by line.
#include "layout/drawn_layout.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Lists, BulletsHangBeforeTheirItems) {
    EXPECT_EQ(lines_of(laid_out("x  xx xx xxxxx xxxx xxx xxx\n"
                                "   xxx xxx xxxxxx\n"
                                "x  xxx xxxx xxxxxx\n"
                                "x  xxx xxx xxx xxxx xxxxxxx\n"
                                "   xxx xxxxxx xxxxx xxxx xx\n"
                                "   xxxx xxxxxx\n"
                                "x  xxx xxxx xxxx xxxxxx xxx\n"
                                "   xxxxxx xx\n")),
              (Lines{"0,0 27", "3,1 14", "0,2 18", "0,3 27", "3,4 24", "3,5 11", "0,6 27", "3,7 9"}));
}

TEST(Lists, NumbersOfOneAndTwoFigures) {
    EXPECT_EQ(lines_of(laid_out(" x. xxxx xxxx xxxxx\n"
                                " x. xxx xxxxxx xxxx\n"
                                " x. xxxxxx xxxxxx\n"
                                "xx. xx xxxx xxxx\n"
                                "xx. xx xxxx xxx xxxxx xxxxx\n"
                                "xx. xxxxx xxxxx xxx xx xxxxx\n")),
              (Lines{"1,0 18", "1,1 18", "1,2 16", "0,3 16", "0,4 27", "0,5 28"}));
}

TEST(Lists, FurtherLinesHang) {
    EXPECT_EQ(
        lines_of(laid_out("x. xxxx xxx xxxx xxxxxx xxxxxx\n"
                          "   xxx xxxx xxxx xxxxx xxx xxx\n"
                          "   xxx xx xx xxxx xxxxxxx\n"
                          "x. xxxx xxx xxx xxxx xxxx xxxx\n"
                          "   xxxxxx xxxxx xxx\n"
                          "x. xxxxx xxxx xxxx xx xxxxx xx\n"
                          "   xxxx xxxx xxx xxxx xx xxxxx\n"
                          "   xxxxx xxxx xxx\n"
                          "x. xxxxx xxxxx xxxxxx xxxxx xx\n"
                          "   xxx xxxx xxxx xxxx xxx\n")),
        (Lines{"0,0 30", "3,1 27", "3,2 22", "0,3 30", "3,4 16", "0,5 30", "3,6 27", "3,7 14", "0,8 30", "3,9 22"}));
}

TEST(Lists, AListWithinAList) {
    EXPECT_EQ(lines_of(laid_out("x. xxxx xxxx xxxxx xxxxxx\n"
                                "   x. xxxxx xxx xxxxxx\n"
                                "   x. xxxx xxxxx xxxx xxx\n"
                                "x. xxx xxx xxxx xx xxxxxx\n"
                                "   x. xxxx xxxx xxxx xxx\n"
                                "   x. xxxxxx xxxx xxxxx\n"
                                "x. xxxx xxxxx xxxxx xxxxx\n"
                                "   x. xxxx xxxxx xx\n"
                                "   x. xxxxx xxxxx xxx\n")),
              (Lines{"0,0 25", "3,1 19", "3,2 22", "0,3 25", "3,4 21", "3,5 20", "0,6 25", "3,7 16", "3,8 18"}));
}

TEST(Lists, IndentedBetweenParagraphs) {
    EXPECT_EQ(lines_of(laid_out("xxx xxxxx xx xxxx xxxxx xxxxxx\n"
                                "xxxxx xxx xxxxx xxxxxx xxxx xx\n"
                                "xxxxxx xxx xxxxxxx\n"
                                "     x. xxxxxx xx xxxx\n"
                                "     x. xx xxx xxx xxxxxx xxx\n"
                                "     x. xxxxxx xxxxx xxxxx\n"
                                "xxxx xxx xxx xxxx xxxxxx xxxxx\n"
                                "xxx xxxx xxx xxxx xxxx xx xxxx\n"
                                "xxx xxxx xx xxxxx xxxx xxxx xx\n")),
              (Lines{"0,0 30", "0,1 30", "0,2 18", "5,3 17", "5,4 24", "5,5 21", "0,6 30", "0,7 30", "0,8 30"}));
}

TEST(Lists, EntriesWhoseFurtherLinesAreIndented) {
    EXPECT_EQ(lines_of(laid_out("xxx xxxx xxxxx xxx xxxxx xxxxx\n"
                                "   xxxx xx\n"
                                "xxxxx xxxxx xxx xxxx xxx xxxxx\n"
                                "   xxx xxxx xxx xxx xxx xxxxxx\n"
                                "   xx xx xxxxxxx\n"
                                "xxxxxx xxxx xxxxx xxx xxxx xxx\n"
                                "   xxxx xxxxx xx xxx xxx\n"
                                "xxx xxxxx xxxxx xxxxx xxxx xxx\n"
                                "   xxx xxx xxxx xxxxx xxx\n")),
              (Lines{"0,0 30", "3,1 7", "0,2 30", "3,3 27", "3,4 13", "0,5 30", "3,6 21", "0,7 30", "3,8 22"}));
}

TEST(Lists, InTheLeftOfTwoColumns) {
    EXPECT_EQ(layout_of("x. xxx xxxx xxxx xxxx xx   xxxx xxxxxx xxx xxxx xxx\n"
                        "   xxxx xxx                xxx xxx xx xxxxx xxxxxxx\n"
                        "x. xxxxxx xxx xxxxxx xxx   xxx xxxxxx xxxx xxxx xxx\n"
                        "   xxx xxxxx xxxxx         xxxx xxxxx xxx xxxx xxxx\n"
                        "x. xxx xxx xxxx xxxxx xx   xxx xxxx xxxx xxx xxxxxx\n"
                        "   xxxxxx xx               xxx xxxxxx xxx xxxxx xxx\n"
                        "x. xxxxx xx xxxxxx xxxxx   xxxx xxx xxx xxxxxx xxxx\n"
                        "   xxxx xxxx xxx xxxxx     xxxx xxx xx xxxxx xxxxxx\n"),
              (Blocks{"paragraph 0,0 8", "paragraph 27,0 8"}));
}

TEST(Lists, InBothColumns) { // the numbers are no column of their own
    EXPECT_EQ(layout_of("x. xxxxx xxx xxx xxxx xx   x. xx xx xxxx xxx xxxxxx\n"
                        "   xx xxx xx xxxxx            xxxx xx xxxx xxx\n"
                        "x. xx xx xxxxxx xx xxxxx   x. xxxx xxx xxx xx xxxxx\n"
                        "   xxxx xxx xxxx xxxxx        xxxx xxxxx xxxxxx xxx\n"
                        "x. xxxxxx xxxx xxx xxxxx      xx xx xxxx\n"
                        "   xxxx xxxx               x. xxxx xx xxxx xxxx xxx\n"
                        "x. xxx xxxxxx xxxxxx xxx      xxx xx xxx xxxxxx xxx\n"
                        "   xxx xxxxxx xxxxx           xxxx xx\n"),
              (Blocks{"paragraph 0,0 8", "paragraph 27,0 8"}));
}

TEST(Lists, OfSingleLinesInTheRightOfTwoColumns) {
    EXPECT_EQ(layout_of("xxxxxx xxxx xxx xxxxx xx   x. xxxx xxx xxxx\n"
                        "xxx xxxx xxxxxx xxxx xxx   x. xxxxx xxxxxx\n"
                        "xxxxxx xxxxxx xxx xxxxxx   x. xx xxxxxx xxxx xxx\n"
                        "xxxxxx xxx xxxxxx xxxxxx   x. xxxxx xxxx xxx\n"
                        "xxxx xxxxx xxxxxx xxxxxx   x. xxxxx xxxxx\n"
                        "xxx xxx xxxx xxxx xxxxxx   x. xxxx xxx xxxxx\n"
                        "xxx xxxxx xx xx xxxx xxx   x. xxx xxxx xxx\n"
                        "xxx xxxx xxx xxx xxxxxxx   x. xxxx xxxx xxx\n"),
              (Blocks{"paragraph 0,0 8", "paragraph 27,0 8"}));
}

TEST(Lists, OfSingleLinesInBothColumns) {
    EXPECT_EQ(layout_of("x. xxx xxxx xxxxxx xxx     x. xxxx xxx xxxx\n"
                        "x. xxx xxx xx xxx xxxxxx   x. xxxxx xxxxxx\n"
                        "x. xxx xxxx xx             x. xx xxxxxx xxxx xxx\n"
                        "x. xxx xxx xxxxx           x. xxxxx xxxx xxx\n"
                        "x. xxxx xxxx xxxxxxx       x. xxxxx xxxxx\n"
                        "x. xxxx xxxxx              x. xxxx xxx xxxxx\n"
                        "x. xxx xxxxxx xxxxx xxx    x. xxx xxxx xxx\n"
                        "x. xxxxxx xxxx             x. xxxx xxxx xxx\n"),
              (Blocks{"paragraph 0,0 8", "paragraph 27,0 8"}));
}

TEST(Lists, FurtherLinesIndentedMoreThanTheItem) {
    EXPECT_EQ(lines_of(laid_out("x. xxxxx xx xxxx xxxxxx xxxx\n"
                                "     xxxxxx xxx xxxx xxx\n"
                                "x. xxx xxxx xxxxxx xxxxx xxx\n"
                                "     xx xxxxxx xxx\n"
                                "x. xxxxx xxxx xxxx xxxx xxxx\n"
                                "     xx xxxxx xxx xxxxxx\n"
                                "x. xxx xxx xx xxx xxxx xxxxx\n"
                                "     xxxxxx xxxxx xx\n")),
              (Lines{"0,0 28", "5,1 19", "0,2 28", "5,3 13", "0,4 28", "5,5 19", "0,6 28", "5,7 15"}));
}

TEST(Lists, InTheRightOfTwoColumns) {
    EXPECT_EQ(layout_of("xxx xxxxx xxxxx xxx xxxx   x. xxxx xxxxx xxx xxxxxx\n"
                        "xx xx xxx xxxx xxx xxxxx      xxx xxx\n"
                        "xxxx xx xxx xx xx xxxxxx   x. xxxx xxx xxxx xxxx xx\n"
                        "xxxxxx xxxx xx xxxxxx xx      xxxxxx xxxxx\n"
                        "xxx xxxxx xx xxxx xxxxxx   x. xxx xxx xxx xxxxxx xx\n"
                        "xxxxx xxxx xxxxxx xxxxxx      xxxx xxxxx\n"
                        "xxxxx xxxx xxxx xxx xxxx   x. xxxx xxxx xxxx xxxxxx\n"
                        "xxxxx xxxxxx xxx xx xxxx      xxxx xxxx\n"),
              (Blocks{"paragraph 0,0 8", "paragraph 27,0 8"}));
}

TEST(Lists, HangingEntriesInTwoColumns) {
    EXPECT_EQ(layout_of("xx xxx xx xxxx xxxxx xxx   xxxx xxxx xxxxx xxxx xxx\n"
                        "   xxxxxxx                    xxxxx xxxx xx xxx xxx\n"
                        "xxx xxxxx xxxxxx xxxxxxx      xxxx xxxx xxx\n"
                        "   xxx xxxxx xxxx xxxxxx   xxx xxxxx xxxx xxxx xxxx\n"
                        "   xxx xxxxxxx                xx xxxxx xxxxxx\n"
                        "xxx xxx xxxxx xxxxx xxxx   xxx xxxxx xxxx xxxxx xxx\n"
                        "   xxx xxxx                   xx xxx xxx xxxxxx\n"
                        "xx xxxx xxxxxx xxxx xxxx   xx xxx xx xxx xxxxxx xxx\n"
                        "   xxx xxx                    xxxxxx xxxx\n"),
              (Blocks{"paragraph 0,0 9", "paragraph 27,0 9"}));
}

TEST(Lists, NumbersAtTheEndsOfAColumnsLinesAreNoMarksOfTheNext) { // set wide apart here and there, beside a rule
    EXPECT_EQ(layout_of("xxxxxx, xxx xxxxx, xxxx,  xx. | xxxxx xxxx, xx xxxxx xx xx\n"
                        "xxxx, xxxxxxx xxx xxxxxx   x. | xxx, xxxxxxx xxxx, xxxxxx\n"
                        "xxxxxxx, xx xxxxxxxx, xxxx xx | xxxxxxx xx xxxxx, xxx xxx\n"
                        "xxxxx, xxxxx, xxxx xxxx   xx. | xx xxxxx xxxx, xxxxx xxxx\n"
                        "xxxxxxxx, xxx xxxx xxxxx xxxx | xxxxxx, xx xxxxxxx xx xxx\n"
                        "xxx, xxxxx xxxxx, xxxxx   xx. | xxxx xxxxx, xxxxxx, xxx x\n"
                        "xxxxxx, xxxx xxxxxx xxx   xx. | xxxxx xx, xxxx xxx xxxxxx\n"
                        "xxxx, xxx xxxxxxx xxxxxx xxxx | xxx xxxxxx xxxx, xx xxxxx\n"),
              (Blocks{"paragraph 0,0 8", "paragraph 32,0 8"}));
}

TEST(Lists, NumbersInBracketsAtTheLeftOfAllText) {
    EXPECT_EQ(
        lines_of(laid_out("[xx]  xxxx xxx xxxx xxxxxx xxxxxx\n"
                          "      xxx xxxx xxxx xxxxx xxx xxx\n"
                          "      xxx xx xx xxxx xxxxxxx\n"
                          "[xx]  xxxx xxx xxx xxxx xxxx xxxx\n"
                          "      xxxxxx xxxxx xxx\n"
                          "[xx]  xxxxx xxxx xxxxx xx xxxxx x\n"
                          "      xxxx xxxx xxx xxxx xx xxxxx\n"
                          "      xxxxx xxx xxxx xxxxxxx xxxx\n"
                          "[xx]  xxxx xxxxxx xxx xxxx xx xxx\n"
                          "      xxx xxxx\n")),
        (Lines{"0,0 32", "6,1 27", "6,2 22", "0,3 32", "6,4 16", "0,5 32", "6,6 27", "6,7 27", "0,8 32", "6,9 8"}));
}

TEST(Lists, OfTwoEntriesBesideAColumn) {
    const Page page = laid_out("xxxx xxx xxxx xxxxxx xx    x.  xxxx xxx xxxx xxxxxx xx\n"
                               "xx xxxx xxxxxxx xx xxxx        xxxxxx xxxxx xxx xx xxx\n"
                               "xxxxxx xx xxx xxxx xxxx        xxx xx xx xxxx xx\n"
                               "xxx xxxxx xxx xxx xxxxx    x.  xxxx xxx xxx xxxx xxxxx\n"
                               "xxxx xx xxxxxx xxxx xxx        xxxxxx xxxxx xxx\n"
                               "xxxxx xxxxxxx xxx xxxxx\n");
    EXPECT_EQ(lines_of(page), (Lines{"0,0 23", "27,0 27", "0,1 23", "31,1 23", "0,2 23", "31,2 17", "0,3 23", "27,3 27",
                                     "0,4 23", "31,4 16", "0,5 23"}));
    EXPECT_EQ(blocks_of(page), (Blocks{"paragraph 0,0 6", "paragraph 27,0 5"})); // no table
}

} // namespace
} // namespace broadsheet
