// SPDX-License-Identifier: Apache-2.0
// Bands of columns one below the other, each with another number of columns or with columns of other widths.
#include "order/drawn_order.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Grids, ThreeColumnsOverTwoUnderARule) {
    EXPECT_EQ(order_of("aaaa bbbb cccc\n"
                       "aaaa bbbb cccc\n"
                       "--------------\n"
                       "dddddd  eeeeee\n"
                       "dddddd  eeeeee\n"),
              "abcde");
}

TEST(Grids, TwoColumnsOverThreeUnderAHeading) {
    EXPECT_EQ(order_of("aaaaaa  bbbbbb\n"
                       "aaaaaa  bbbbbb\n"
                       "              \n"
                       "CCCCCCCCCCCCCC\n"
                       "              \n"
                       "cccc dddd eeee\n"
                       "cccc dddd eeee\n"),
              "abCcde");
}

TEST(Grids, ThreeGridsUnderAHeadingEach) {
    EXPECT_EQ(order_of("AAAAAAAAAAAAAA\n"
                       "              \n"
                       "aaaaaa  bbbbbb\n"
                       "aaaaaa  bbbbbb\n"
                       "              \n"
                       "CCCCCCCCCCCCCC\n"
                       "              \n"
                       "cccc dddd eeee\n"
                       "cccc dddd eeee\n"
                       "              \n"
                       "FFFFFFFFFFFFFF\n"
                       "              \n"
                       "ffffffffffffff\n"
                       "ffffffffffffff\n"),
              "AabCcdeFf");
}

TEST(Grids, AnOpeningOverAllColumns) {
    EXPECT_EQ(order_of("AAAAAAAAAAAAAA\n"
                       "              \n"
                       "aaaaaaaaaaaaaa\n"
                       "aaaaaaaaaaaaaa\n"
                       "              \n"
                       "bbbb cccc dddd\n"
                       "bbbb cccc dddd\n"
                       "bbbb cccc dddd\n"),
              "Aabcd");
}

TEST(Grids, TextOverAllColumnsAtTheFoot) {
    EXPECT_EQ(order_of("aaaaaa  bbbbbb\n"
                       "aaaaaa  bbbbbb\n"
                       "aaaaaa  bbbbbb\n"
                       "              \n"
                       "cccccccccccccc\n"
                       "cccccccccccccc\n"),
              "abc");
}

TEST(Grids, FourColumnsOverTwoWhoseGutterGoesOn) {
    EXPECT_EQ(order_of("aaaa bbbb cccc dddd\n"
                       "aaaa bbbb cccc dddd\n"
                       "                   \n"
                       "EEEEEEEEEEEEEEEEEEE\n"
                       "                   \n"
                       "eeeeeeeee fffffffff\n"
                       "eeeeeeeee fffffffff\n"),
              "abcdEef");
}

TEST(Grids, BesideAColumnOverTheWholeHeight) {
    EXPECT_EQ(order_of("AAAAAAAAAAAAAA | ssss\n"
                       "               | ssss\n"
                       "aaaaaa  bbbbbb | ssss\n"
                       "aaaaaa  bbbbbb | ssss\n"
                       "-------------- | ssss\n"
                       "CCCCCCCCCCCCCC | ssss\n"
                       "               | ssss\n"
                       "cccc dddd eeee | ssss\n"
                       "cccc dddd eeee | ssss\n"),
              "AabCcdes");
}

TEST(Grids, TwoGridsSideBySide) {
    EXPECT_EQ(order_of("AAAAAAAAA | BBBBBBBBBBBBBB\n"
                       "          |               \n"
                       "aaaa bbbb | cccc dddd eeee\n"
                       "aaaa bbbb | cccc dddd eeee\n"
                       "aaaa bbbb | cccc dddd eeee\n"),
              "AabBcde");
}

TEST(Grids, ARuleOverSomeColumnsOfTheUpperGrid) {
    EXPECT_EQ(order_of("aaaa bbbb cccc\n"
                       "aaaa bbbb cccc\n"
                       "--------- cccc\n"
                       "DDDDDDDDD cccc\n"
                       "          cccc\n"
                       "dddd eeee cccc\n"
                       "dddd eeee cccc\n"),
              "abDdec");
}

TEST(Grids, TwoThreeAndTwoColumnsUnderRules) {
    EXPECT_EQ(order_of("aaaaaa  bbbbbb\n"
                       "aaaaaa  bbbbbb\n"
                       "--------------\n"
                       "cccc dddd eeee\n"
                       "cccc dddd eeee\n"
                       "--------------\n"
                       "ffffff  gggggg\n"
                       "ffffff  gggggg\n"),
              "abcdefg");
}

TEST(Grids, ANarrowColumnBesideAWideOneThenTheOtherWayRound) {
    EXPECT_EQ(order_of("aaaa bbbbbbbbb\n"
                       "aaaa bbbbbbbbb\n"
                       "--------------\n"
                       "ccccccccc dddd\n"
                       "ccccccccc dddd\n"),
              "abcd");
}

TEST(Grids, AHeadingOverColumnsOfTwoWidths) {
    EXPECT_EQ(order_of("AAAAAAAAAAAAAA\n"
                       "              \n"
                       "aaaa bbbbbbbbb\n"
                       "aaaa bbbbbbbbb\n"
                       "aaaa bbbbbbbbb\n"),
              "Aab");
}

} // namespace
} // namespace broadsheet
