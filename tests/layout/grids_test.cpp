// SPDX-License-Identifier: Apache-2.0
// Bands of columns one below the other, each with another number of them.
#include "layout/drawn_layout.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Grids, TwoColumnsOverThreeUnderARule) {
    EXPECT_EQ(
        layout_of("xxx xxxx xxxx xxx   xxxx xxxxxx xxxxx\n"
                  "xxxxxx xxxxxx xxx   xxx xx xxxx xxxxx\n"
                  "xx xxx xx xxxx xx   xx xxxxxx xxxx xx\n"
                  "xxxxxx xxxx xxxxx   xxxx xxxx xxxxxxx\n"
                  "xxxx xxxxx xxxxxx   xxxxxx xx xxxxxxx\n"
                  "\n"
                  "-------------------------------------\n"
                  "\n"
                  "xxxx xxxxx   xxxx xxxxxx   xx xxxx xx\n"
                  "xxx xxxxxx   xx xxx xxxx   xxxxx xxxx\n"
                  "xxxxx xxxx   xx xx xxxxx   xxx xxxxxx\n"
                  "xxxxxx xxx   xx xxxxx xx   xxxx xxxxx\n"
                  "xxx xxxxxx   xxxx xxxxxx   xxxxx xxxx\n"),
        (Blocks{"paragraph 0,0 5", "paragraph 20,0 5", "paragraph 0,8 5", "paragraph 13,8 5", "paragraph 27,8 5"}));
}

TEST(Grids, ThreeColumnsOverTwoUnderAHeadline) {
    EXPECT_EQ(layout_of("xx xxxx xx   xxxx xxxxxx   xxx xxxxxx\n"
                        "xxx xxxxxx   xxx xxx xxx   xx xxxx xx\n"
                        "xxxxxx xxx   xxx xxxxxxx   xxxxxx xxx\n"
                        "xxxx xxxxx   xxx xxxxxxx   xxxx xxxxx\n"
                        "xxxx xxxxx   xxxx xxxxxx   xxxxx xxxx\n"
                        "\n"
                        "HH HHH HHHHH HHHHH HHHHHH HHHH\n"
                        "\n"
                        "\n"
                        "xxx xx xxxxx xxxx   xxxx xxxx xxxxxxx\n"
                        "xxx xxxxx xxxxxxx   xxxx xxxx xxxx xx\n"
                        "xxxx xxxx xxxx xx   xxxxxx xx xxxx xx\n"
                        "xxxxxx xxxxx xxxx   xxx xxxxx xxxxxxx\n"
                        "xxx xxx xxx xxxxx   xxxx xxxx xxxxxxx\n"),
              (Blocks{"paragraph 0,0 5", "paragraph 13,0 5", "paragraph 27,0 5", "heading 0,6 1", "paragraph 0,9 5",
                      "paragraph 20,9 5"}));
}

TEST(Grids, TextInFullWidthUnderTwoColumns) {
    EXPECT_EQ(layout_of("xxxxxx xxxxxx xxx   xxx xxxx xxxx xxx\n"
                        "xxxxx xxxx xxxxxx   xxx xxxx xxxx xxx\n"
                        "xxxxxx xxx xxxxxx   xxxx xxxxxx xxxxx\n"
                        "xxxx xxxxxx xxxxx   xxx xxxx xxx xxxx\n"
                        "xxxx xxx xxxx xxx   xx xxxx xxxx xxxx\n"
                        "xx xxxx xxxxxx xx   xxxx xxxxxx xxxxx\n"
                        "\n"
                        "\n"
                        "xxxx xxx xxxx xxxx xx xxxxxx xxx xxxx\n"
                        "xxxxx xxx xxxx xxxx xxx xxxxxx xxxxxx\n"
                        "xx xxxxxx xxxx xxxxxx xxxxxx xxxx xxx\n"
                        "xxx xx xxxxxx xxxxx xx xx xxxxxx xxxx\n"),
              (Blocks{"paragraph 0,0 6", "paragraph 20,0 6", "paragraph 0,8 4"}));
}

TEST(Grids, ThreeGridsOneBelowTheOther) {
    EXPECT_EQ(layout_of("xx xxxx xx xxxxxx   xx xxx xxx xxxxxx\n"
                        "xxxxxx xxxxxx xxx   xxx xxxx xxx xxxx\n"
                        "xxx xxx xxx xxxxx   xxxxx xxx xxxxxxx\n"
                        "xx xxxxxx xxxx xx   xxxxx xxx xxxx xx\n"
                        "xxx xxx xxx xxxxx   xxxxx xxx xxxx xx\n"
                        "\n"
                        "-------------------------------------\n"
                        "\n"
                        "xxxx xxxxx   xxxx xxxxxx   xxxx xxxxx\n"
                        "xx xx xxxx   xxxxxx xxxx   xxx xxxxxx\n"
                        "xxx xxxxxx   xxx xxx xxx   xxxx xxxxx\n"
                        "xxxx xxxxx   xx xxx xxxx   xxxx xxxxx\n"
                        "xxx xxxxxx   xxxxx xxxxx   xxxxxx xxx\n"
                        "\n"
                        "-------------------------------------\n"
                        "\n"
                        "xx xxx xx xxxx xxx xx xxxxx xxx xxxxx\n"
                        "xxxx xxxxx xxxx xxxxx xxxx xxxx xxxxx\n"
                        "xxxxxx xxx xxxxx xxxxxx xxxxx xxxx xx\n"
                        "xxxx xxx xxxx xxxxx xx xxxx xxxxx xxx\n"),
              (Blocks{"paragraph 0,0 5", "paragraph 20,0 5", "paragraph 0,8 5", "paragraph 13,8 5", "paragraph 27,8 5",
                      "paragraph 0,16 4"}));
}

TEST(Grids, TwoColumnsBetweenTwoBandsOfThree) {
    EXPECT_EQ(layout_of("xxxx xxxxx   xxxx xxxxxx   xxxxxx xxx\n"
                        "xxxxxx xxx   xx xxxxx xx   xx xxx xxx\n"
                        "xxx xxxxxx   xxx xxx xxx   xxx xxxxxx\n"
                        "xxxxx xxxx   xxx xx xxxx   xxxxx xxxx\n"
                        "xxxxx xxxx   xxx xx xxxx   xxx xxxxxx\n"
                        "\n"
                        "-------------------------------------\n"
                        "\n"
                        "xxxx xxxx xxx xxx   xxxxxx xxxxxx xxx\n"
                        "xxx xx xxxx xxxxx   xxxxxx xxxxxx xxx\n"
                        "xxxxxx xx xxxx xx   xxxxx xxxx xxxxxx\n"
                        "xxxxxx xxx xxxxxx   xxxx xx xxxx xxxx\n"
                        "xxxx xxxx xxx xxx   xxx xxx xx xxxxxx\n"
                        "\n"
                        "-------------------------------------\n"
                        "\n"
                        "xxx xxxxxx   xxx xxxx xx   xx xxx xxx\n"
                        "xxxx xxxxx   xx xxxxx xx   xxxx xxxxx\n"
                        "xxxxx xxxx   xxxx xxxxxx   xxxxxx xxx\n"
                        "xxxx xxxxx   xxx xxxx xx   xxxx xxxxx\n"
                        "xxxx xxxxx   xxxx xxxxxx   xxx xxxxxx\n"),
              (Blocks{"paragraph 0,0 5", "paragraph 13,0 5", "paragraph 27,0 5", "paragraph 0,8 5", "paragraph 20,8 5",
                      "paragraph 0,16 5", "paragraph 13,16 5", "paragraph 27,16 5"}));
}

TEST(Grids, FourColumnsUnderTwo) { // the gutter of one goes on in the other
    EXPECT_EQ(layout_of("xx xxx xxx xxxxxx xxxx xxxx   xxx xx xxxx xxxx xxxxxx xxx\n"
                        "xxxxxx xxxxx xxxx xxx xxxxx   xxxx xx xxxx xxxx xxx xxxxx\n"
                        "xxxx xxxx xxxxxx xx xxx xxx   xxxx xx xxx xxx xxx xxxx xx\n"
                        "xx xxxx xx xxxx xxxxxx xxxx   xxxx xx xxxx xxx xx xxxxxxx\n"
                        "xxxxxx xxx xxxxxx xxx xxxxx   xx xxxxxx xxx xx xxxx xxxxx\n"
                        "\n"
                        "---------------------------------------------------------\n"
                        "\n"
                        "xx xxx xxxxx   xxx xxxxx xx   xxxxxx xxxxx   xxx xxx xxxx\n"
                        "xxx xxxx xxx   xx xxxxxx xx   xxxx xxx xxx   xxxxxx xxxxx\n"
                        "xxx xxxx xxx   xxxx xxxx xx   xx xxxxx xxx   xxx xxxx xxx\n"
                        "xxxx xxxxxxx   xxx xxxx xxx   xx xx xxxxxx   xxxx xxxxxxx\n"
                        "xxx xxx xxxx   xxxxx xxxxxx   xxx xxx xxxx   xxx xxx xxxx\n"
                        "xxxx xxx xxx   xxxx xxxx xx   xxx xxxx xxx   xxx xxx xxxx\n"),
              (Blocks{"paragraph 0,0 5", "paragraph 30,0 5", "paragraph 0,8 6", "paragraph 15,8 6", "paragraph 30,8 6",
                      "paragraph 45,8 6"}));
}

TEST(Grids, GridsThatWhiteAloneParts) {
    EXPECT_EQ(
        layout_of("xxxxx xxxx   xxx xxxxxxx   xxx xxxxxx\n"
                  "xx xx xxxx   xxxx xxxxxx   xxx xxxxxx\n"
                  "xxxx xxxxx   xxxx xxxxxx   xxxxx xxxx\n"
                  "xx xxxxxxx   xxx xx xxxx   xxxxxx xxx\n"
                  "xxxxxx xxx   xxxx xxxxxx   xx xxxx xx\n"
                  "xx xxx xxx   xxx xxxxxxx   xxxx xxxxx\n"
                  "\n"
                  "\n"
                  "\n"
                  "xxxxxx xxxx xxxxx   xxx xxxxx xxxx xx\n"
                  "xxxxxx xxx xxxxxx   xxx xxxx xxxx xxx\n"
                  "xxxx xxx xxxxx xx   xxx xxxx xx xxxxx\n"
                  "xxxx xxx xx xxxxx   xx xxx xxxx xxxxx\n"
                  "xxx xxxxx xxx xxx   xxxx xx xxx xxxxx\n"
                  "xx xx xx xxxx xxx   xxx xxxxxx xxxxxx\n"),
        (Blocks{"paragraph 0,0 6", "paragraph 13,0 6", "paragraph 27,0 6", "paragraph 0,9 6", "paragraph 20,9 6"}));
}

TEST(Grids, BesideAColumnOverTheWholeHeight) {
    EXPECT_EQ(layout_of("xxxx xxxxxx xxxxx   xxx xxx xxx xxxxx   xx xxxxxx xxx\n"
                        "xxxx xxxxxx xxxxx   xxx xx xxxxxx xxx   xxx xxxx xxxx\n"
                        "xxxxx xxxx xxxxxx   xxx xx xxxxxx xxx   xx xxx xxxxxx\n"
                        "xxxxx xxx xxx xxx   xxxx xx xxxxx xxx   xxxx xxxx xxx\n"
                        "xxx xxxx xxx xxxx   xxxx xxxxx xxxxxx   xx xxxxx xxxx\n"
                        "                                        xx xx xxxxxxx\n"
                        "-------------------------------------   xx xxx xxxxxx\n"
                        "                                        xxxxxx xxxxxx\n"
                        "xxx xxxxxx   xxx xxxxxxx   xxxx xxxxx   xxxxxx xxxxxx\n"
                        "xxx xxxxxx   xxxxxx xxxx   xxxx xxxxx   xxx xxxx xxxx\n"
                        "xxxx xxxxx   xxxx xxxxxx   xxxxxx xxx   xxxx xxxx xxx\n"
                        "xxx xxxxxx   xxx xxx xxx   xxxx xxxxx   xxxxxx xxxxxx\n"
                        "xx xxx xxx   xxx xx xxxx   xx xxx xxx   xxx xx xxxxxx\n"
                        "xxx xxxxxx   xxxx xxxxxx   xxx xxxxxx   xxxx xxxx xxx\n"),
              (Blocks{"paragraph 0,0 5", "paragraph 20,0 5", "paragraph 40,0 14", "paragraph 0,8 6", "paragraph 13,8 6",
                      "paragraph 27,8 6"}));
}

TEST(Grids, AnOpeningOverBothColumns) { // the story's first paragraph in full width
    EXPECT_EQ(layout_of("xxx xxx xxxx xxxxx xx xx xxxxxx xxxxx\n"
                        "xxxx xx xxx xxxx xx xxxx xxx xx xxxxx\n"
                        "xx xxxx xxxx xx xxx xx xxxx xxxx xxxx\n"
                        "xx xxxxxx xxxx xx xxx xxxxx xxxxx xxx\n"
                        "\n"
                        "xxxx xx xxxx xxxx   xxx xxx xx xxxxxx\n"
                        "xxxx xxxx xx xxxx   xxxx xxxxx xxxxxx\n"
                        "xxx xx xxxx xxxxx   xx xxxx xx xxxxxx\n"
                        "xxxxxx xxx xxxxxx   xxxx xxx xxxx xxx\n"
                        "xxx xxxx xxx xxxx   xxxxx xxxx xxxxxx\n"
                        "xxxx xx xxxx xxxx   xxxx xxxxxx xxxxx\n"
                        "xxx xxxx xxxx xxx   xxx xxxx xxxx xxx\n"
                        "xxxxx xxx xx xxxx   xxxx xxx xxx xxxx\n"
                        "xxxx xxxx xxxxxxx   xxx xxxxxx xxxxxx\n"),
              (Blocks{"paragraph 0,0 4", "paragraph 0,5 9", "paragraph 20,5 9"}));
}

TEST(Grids, APictureInFullWidthBetweenTwoGrids) {
    EXPECT_EQ(layout_of("xxx xxxxx xxxxxxx   xx xxxx xxxx xxxx\n"
                        "xxx xx xxxx xxxxx   xxx xxxxxx xxxxxx\n"
                        "xxx xxxx xxxx xxx   xxx xxx xxxx xxxx\n"
                        "xxx xxxxx xxxx xx   xxxx xx xxxxx xxx\n"
                        "xxx xxxx xx xxxxx   xx xxxxxx xxxx xx\n"
                        "\n"
                        "#####################################\n"
                        "#####################################\n"
                        "#####################################\n"
                        "#####################################\n"
                        "#####################################\n"
                        "\n"
                        "xxxx xxxxx   xxxx xxxxxx   xxxxx xxxx\n"
                        "xxxxxx xxx   xxxxxx xxxx   xxxxx xxxx\n"
                        "xxxxxx xxx   xxxx xxxxxx   xxx xxxxxx\n"
                        "xxx xxxxxx   xx xxxx xxx   xxxxx xxxx\n"
                        "xxx xxxxxx   xx xxx xxxx   xxxx xxxxx\n"
                        "xxxxx xxxx   xxxx xxxxxx   xxxxx xxxx\n"
                        "xxx xxxxxx   xxxxx xxxxx   xxxxxx xxx\n"
                        "xxxx xxxxx   xxxxx xxxxx   xxxx xxxxx\n"
                        "xxxx xxxxx   xx xx xxxxx   xxx xxxxxx\n"),
              (Blocks{"paragraph 0,0 5", "paragraph 20,0 5", "picture 0,6 0", "paragraph 0,12 9", "paragraph 13,12 9",
                      "paragraph 27,12 9"}));
}

TEST(Grids, APictureOverThreeShortColumns) {
    EXPECT_EQ(layout_of("xxxxxx xxx xxxxxx   xxx xx xxxxx xxxx\n"
                        "xx xxxx xxxxx xxx   xxxx xxxxxx xxxxx\n"
                        "xxx xxx xxxxxx xx   xxxx xxx xxx xxxx\n"
                        "xxx xxx xxxxxx xx   xxx xxx xxxx xxxx\n"
                        "xxxxxx xxx xxxxxx   xxxxx xx xxxx xxx\n"
                        "\n"
                        "#####################################\n"
                        "#####################################\n"
                        "#####################################\n"
                        "#####################################\n"
                        "#####################################\n"
                        "\n"
                        "xxx xxxxxx   xxxx xxxxxx   xxx xxxxxx\n"
                        "xxxxxx xxx   xxxxxx xxxx   xxxx xxxxx\n"
                        "xxxx xxxxx   xxxxx xxxxx   xxxx xxxxx\n"
                        "xxxxxx xxx   xxxxx xxxxx   xxx xxxxxx\n"
                        "xxxxx xxxx   xxx xxx xxx   xx xxxxxxx\n"),
              (Blocks{"paragraph 0,0 5", "paragraph 20,0 5", "picture 0,6 0", "paragraph 0,12 5", "paragraph 13,12 5",
                      "paragraph 27,12 5"}));
}

} // namespace
} // namespace broadsheet
