// SPDX-License-Identifier: Apache-2.0
// Columns of unequal width.
#include "layout/drawn_layout.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Widths, NarrowBesideWide) {
    EXPECT_EQ(layout_of("xxx xxxx xxxx xxx   xxxx xxxx xxxxxx xxxxxx xx xxxx\n"
                        "xxxxxx xxxxxx xxx   xxxxx xxxx xxx xxxxx xxxxxx xxx\n"
                        "xx xxx xx xxxx xx   xxx xxxx xx xxx xx xx xx xxxxxx\n"
                        "xxxxxx xxxx xxxxx   xxxxx xxxx xx xxxx xxxxx xxxxxx\n"
                        "xxxx xxxxx xxxxxx   xxx xxxx xxxxx xx xxxx xxx xxxx\n"
                        "xxxx xxxxxx xxxxx   xxxxxx xxxx xxxx xxxx xxx xxxxx\n"
                        "xxx xx xxxx xxxxx   xxx xxx xxxxx xxx xxxxxx xxxxxx\n"
                        "xx xxxxxx xxxx xx   xxxx xxx xx xxxx xxxxxx xxxx xx\n"),
              (Blocks{"paragraph 0,0 8", "paragraph 20,0 8"}));
}

TEST(Widths, WideBesideNarrow) {
    EXPECT_EQ(layout_of("xxxxx xx xxx xxxxx xxxxx xxxxxx   xxx xx xxxx xxxxx\n"
                        "xxxxxx xxx xx xxxxx xxx xxxxxxx   xxxxx xxxx xxxxxx\n"
                        "xxxxx xxxx xxxx xxxx xxxxxx xxx   xx xxxxxx xxx xxx\n"
                        "xxxxx xxx xxx xxx xxxx xxxx xxx   xxxx xxxxxx xxxxx\n"
                        "xxxxxx xxxx xxxx xxxx xxxxxx xx   xxxx xxx xxxx xxx\n"
                        "xx xxxx xxx xxxxx xxxxxx xxxxxx   xxxxx xx xxxx xxx\n"
                        "xxxx xxxx xxxxx xxx xxx xxxx xx   xx xxx xxxxx xxxx\n"
                        "xxxxx xxxxxx xxxxx xxxxx xxxxxx   xxxxxx xxxx xxxxx\n"),
              (Blocks{"paragraph 0,0 8", "paragraph 34,0 8"}));
}

TEST(Widths, AWideOneBetweenTwoNarrowOnes) {
    EXPECT_EQ(layout_of("xxxx xxxx xxxxx   xxxxxx xxxx xxx xxxx xxxxx   xxxxxx xxx xxxx\n"
                        "xxxx xxxxx xxxx   xxx xxxxx xxxx xxxx xxxxxx   xxxx xxx xxxxxx\n"
                        "xxx xxx xxxx xx   xxxxx xx xxxx xxxxxx xxxxx   xx xxxx xxxx xx\n"
                        "xxx xx xxxx xxx   xxxxxx xxxxxx xxxxx xxxxxx   xxxx xxxxxx xxx\n"
                        "xxx xxxx xxxxxx   xxxx xxxxxx xxx xxxx xxxxx   xxxx xxx xxxxxx\n"
                        "xxxxxx xxxx xxx   xxxxxx xxxx xxx xxxx xxxxx   xxxx xxxx xxxxx\n"
                        "xxx xxxx xxxxxx   xx xxxx xxxxxx xxx xxxx xx   xx xxxxxx xxxxx\n"
                        "xxxx xxx xxxxxx   xxxx xxx xxxx xxxx xxxx xx   xxx xxxxx xxxxx\n"),
              (Blocks{"paragraph 0,0 8", "paragraph 18,0 8", "paragraph 47,0 8"}));
}

TEST(Widths, ANarrowOneBetweenTwoWideOnes) {
    EXPECT_EQ(layout_of("xxx xxxx xxxx xxx xxxx   xxx xxx xxxxxx   xxxx xx xx xxx xxxx xx\n"
                        "xxxxxx xx xxxxxx xxxxx   xx xxx xxx xxx   xxx xxxx xxxxxx xxxxxx\n"
                        "xxxx xxxxxx xxxxxx xxx   xxx xxxx xxxxx   xxx xxx xx xxx xxxxxxx\n"
                        "xxxxxx xxx xx xxxx xxx   xxx xxxxx xxxx   xxxx xxx xxxx xxxx xxx\n"
                        "xxxxx xx xx xxxxxx xxx   xxx xxxxx xxxx   xxxxxx xx xxx xx xxxxx\n"
                        "xx xxxx xx xxxxxx xxxx   xxxxx xxx xxxx   xxxx xxx xx xxxxx xxxx\n"
                        "xxxxxx xxx xxx xxx xxx   xxxx xxxxx xxx   xxx xxxx xxxxx xxxx xx\n"
                        "xx xxxxxx xxxx xxx xxx   xxx xxxx xxxxx   xxxxx xxxx xxxx xxxxxx\n"),
              (Blocks{"paragraph 0,0 8", "paragraph 25,0 8", "paragraph 42,0 8"}));
}

TEST(Widths, EachWiderThanTheOneBefore) {
    EXPECT_EQ(layout_of("xxxxxx xxx xxx   xxxxx xxxxx xxxx xxx   xxx xxxx xxxx xxx xxxx xxx\n"
                        "xxxxx xxxx xxx   xx xxxxx xxx xxx xxx   xxxxxx xxxxxx xxxxxx xxxxx\n"
                        "xxxxx xxxx xxx   xxx xx xxx xx xxxxxx   xxxxx xxxx xxxx xx xxxx xx\n"
                        "xxxx xxx xxxxx   xxxxxx xx xxx xxxxxx   xxx xxx xx xxx xxxx xxxxxx\n"
                        "xxxx xxxxx xxx   xxx xxxxx xxx xxxxxx   xxxxx xxxx xxxx xxx xxxxxx\n"
                        "xx xxxx xxxxxx   xxxx xxxx xxx xxxxxx   xxxx xx xxxxx xxxx xxx xxx\n"
                        "xxxxx xxxx xxx   xxx xx xxxx xxxx xxx   xxxx xxxx xx xxx xxxx xxxx\n"
                        "xxxxxx xxx xxx   xx xxxx xxxxxx xxxxx   xxxxxx xxxx xxx xx xxx xxx\n"),
              (Blocks{"paragraph 0,0 8", "paragraph 17,0 8", "paragraph 40,0 8"}));
}

TEST(Widths, ARaggedNarrowOneBesideAJustifiedWideOne) {
    EXPECT_EQ(layout_of("xxxxxx xxx xxxxx    xxx xxx xxx xxxx xxx xxx xxxxxx\n"
                        "xxxxxx xxxxxx       xxxxxx xxx xxxx xxxx xxxxxx xxx\n"
                        "xxx xxxx xxx xxx    xxx xxx xxx xxx xx xxx xxx xxxx\n"
                        "xxxxx xx xxxxxx     xxxxxx xxxx xxxxxx xxxxx xxxxxx\n"
                        "xxxx xxx xxxxx      xxxx xxx xxxx xxxx xxxxxx xxxxx\n"
                        "xxxx xxxx xx        xx xxx xx xxxx xx xxxx xxxx xxx\n"
                        "xxx xx xxxxxx       xxxxxx xxx xxxxxx xxx xxx xxxxx\n"
                        "xx xx xxxxxx        xx xxxx xxxx xxxxxx xxxx xxxxxx\n"),
              (Blocks{"paragraph 0,0 8", "paragraph 20,0 8"}));
}

TEST(Widths, ANarrowOneBehindARule) {
    EXPECT_EQ(layout_of("xx xxxx xxxx xxx xxxx xx xxxxxx | xxxxxx xxx xxxxxx\n"
                        "xxx xxx xxx xxxx xxxx xx xxxxxx | xxxx xxx xxxxx xx\n"
                        "xxxx xxx xx xxxxxx xx xxxxxx xx | xxxx xxx xx xxxxx\n"
                        "xxx xx xxxx xxxxx xx xx xxxx xx | xxx xxxxx xxx xxx\n"
                        "xx xxxxxx xxxxxx xx xxx xxx xxx | xx xx xx xxxx xxx\n"
                        "xxxxxx xxxx xxxx xxx xx xxxx xx | xxx xxxxx xxxx xx\n"
                        "xxx xxxxx xxx xxx xxxxx xxxxxxx | xxx xxxx xxxx xxx\n"
                        "xx xxxx xxxx xxxxxx xxxx xxxxxx | xxx xxxx xx xxxxx\n"),
              (Blocks{"paragraph 0,0 8", "paragraph 34,0 8"}));
}

TEST(Widths, ANarrowOneThatEndsEarly) {
    EXPECT_EQ(layout_of("xx xxx xxxx xxxx xx xxx xxx xxx   xxxxxx xxx xxxxxx\n"
                        "xxxxxx xxxx xxxxxx xxxx xxxxxxx   xxxx xx xxx xxxxx\n"
                        "xxxxx xxxx xxxxx xxx xxx xxxxxx   xxxx xxxxxx xxxxx\n"
                        "xxx xxxx xxx xxx xxx xxx xxxxxx   xx xxxxx xx xxxxx\n"
                        "xxx xx xxxxxx xxx xx xxxxxx xxx   xx xxxxx xx xxxxx\n"
                        "xxxx xx xxxxx xxxx xxxxx xxxxxx\n"
                        "xxx xxx xxxx xxx xx xxx xxx xxx\n"
                        "xxx xxxxxx xxxxxx xxxx xxx xxxx\n"
                        "xxx xxx xx xxxx xxxx xxxx xxxxx\n"
                        "xxxxxx xxxx xx xxx xxx xx xxxxx\n"),
              (Blocks{"paragraph 0,0 10", "paragraph 34,0 5"}));
}

TEST(Widths, ANarrowOneThatBeginsLate) {
    EXPECT_EQ(layout_of("xxx xxxxxx xxxxxx xxx xxxx xxxx\n"
                        "xxxx xxxxxx xxxxxx xxx xx xxxxx\n"
                        "xxxx xxxxxx xxxxxx xxx xx xxxxx\n"
                        "xxxx xxxxx xxx xxx xxxxxx xxxxx\n"
                        "xxx xxx xxxxxx xxxxxx xxx xxxxx   xxxx xxx xx xxxxx\n"
                        "xxx xx xxxxx xxxx xxxxxx xxxxxx   xxxxx xxxxxx xxxx\n"
                        "xxxx xxx xxx xxx xxx xxxx xxxxx   xxxxx xxx xxx xxx\n"
                        "xxxxx xx xxxxxx xxx xxxxxx xxxx   xxxxxx xx xxxxxxx\n"
                        "xxxx xxxxxx xxxxx xxxx xxxx xxx   xxxx xxxxxx xxxxx\n"
                        "xxxxx xxxxx xxx xxx xxx xxxx xx   xxxx xxxx xxx xxx\n"),
              (Blocks{"paragraph 0,0 10", "paragraph 34,4 6"}));
}

TEST(Widths, AHeadlineOverColumnsOfTwoWidths) {
    EXPECT_EQ(layout_of("HHHH HHHH HHHHHH HHHH HHHH HH HHHH HHHHHH HH\n"
                        "\n"
                        "\n"
                        "xxx xxx xxx xxxxx   xxx xxxx xxxx xxxx xxx xxxx xxx\n"
                        "xxxx xx xxxxxx xx   xx xxx xxxx xx xxx xxxx xxx xxx\n"
                        "xxxxx xxxx xxxxxx   xxxx xxxxx xxxx xxxxx xxxxx xxx\n"
                        "xxxx xx xx xxxxxx   xxxxx xxx xxx xxx xxxx xxxxx xx\n"
                        "xxxxx xxx xxxx xx   xxxx xxx xxxxx xxxx xxx xxxx xx\n"
                        "xxx xxxx xxx xxxx   xxxx xxxxx xxxxx xxx xxxxx xxxx\n"
                        "xxx xxx xxxxxx xx   xxx xx xx xxxxxx xxxx xxxxx xxx\n"),
              (Blocks{"heading 0,0 1", "paragraph 0,3 7", "paragraph 20,3 7"}));
}

TEST(Widths, LinesOverThreeColumnsThatEndOverTheLast) { // close over them, and white at the first one's head
    EXPECT_EQ(layout_of("xxxx xxx xxxxx xxxx xxxxxx xxx xxxxx xxxx xxxxxx xxxx xxx\n"
                        "xxx xxxxx xxxx xxxxxx xxx xxxx xxxxx xxxx xx\n"
                        "                    xxx xxxx xxxx xxx   xxxxx xxx xxxx xx\n"
                        "                    xxxxx xx xxxx xxx   xxx xxxx xxx xxxx\n"
                        "                    xxx xxxxx xxxx xx   xxxx xx xxxxx xxx\n"
                        "                    xx xxxx xxxx xxxx   xxxxx xxx xxxx xx\n"
                        "                    xxxxx xxx xxxx xx   xxx xxxx xx xxxxx\n"
                        "xxx xxxx xxxx xxx   xxxx xxx xxxxx xx   xxx xxxxx xxxx xx\n"
                        "xxxxx xxx xxxx xx   xxx xxxxx xxxx xx   xxxxx xxx xxxx xx\n"
                        "xxxx xx xxxxx xxx   xxxxx xx xxxx xxx   xx xxxxx xxxx xxx\n"
                        "xx xxxxx xxxx xxx   xxxx xxxx xx xxxx   xxxx xx xxxxx xxx\n"
                        "xxx xxxx xx xxxxx   xxx xxxx xxx xxxx   xxxxx xxxx xx xxx\n"),
              (Blocks{"paragraph 0,0 2", "paragraph 20,2 10", "paragraph 40,2 10", "paragraph 0,7 5"}));
}

TEST(Widths, TheOtherWayRoundUnderARule) {
    EXPECT_EQ(layout_of("xxx xxx xxxx xxxx   xxxxx xxxx xxxx xx xxxxxx xxxxx\n"
                        "xxxxxx xxxxxx xxx   xx xxxx xxxx xxxx xxxx xxx xxxx\n"
                        "xxx xxx xxx xxxxx   xxx xxx xxxx xxx xxxx xxxxx xxx\n"
                        "xxxxx xxx xxxxxxx   xxxxxx xxxxxx xx xxxx xxxxx xxx\n"
                        "xxxx xxx xxx xxxx   xxxx xxxxx xxxxx xxx xxxx xxxxx\n"
                        "xxxxx xxxxx xxxxx   xxxx xxxxxx xxx xxxx xxxxx xxxx\n"
                        "\n"
                        "---------------------------------------------------\n"
                        "\n"
                        "xx xxxx xx xxxxxx xxx xxxxx xxx   xx xxxx xxxx xxxx\n"
                        "xx xxx xxxxx xx xxx xxxxxx xxxx   xxxx xxxx xx xxxx\n"
                        "xxxx xxxxxx xxxxx xxxxx xxxxxxx   xxxxx xxx xxx xxx\n"
                        "xx xxxx xxxxxx xxx xxxxxx xxxxx   xxx xxxx xxxxx xx\n"
                        "xxxx xxxxxx xxxx xxxx xxx xxxxx   xxxx xx xxx xxxxx\n"
                        "xxx xxxx xxx xxxx xxxx xxx xxxx   xxxx xxxx xxxx xx\n"),
              (Blocks{"paragraph 0,0 6", "paragraph 20,0 6", "paragraph 0,9 6", "paragraph 34,9 6"}));
}

} // namespace
} // namespace broadsheet
