// SPDX-License-Identifier: Apache-2.0
// Rules and headlines that stand level by chance, and a byline between a headline and its story.
#include "order/order.h"

#include "support/block_art.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

/// The headings named in headlines are set half as large again as the text.
std::string order_of(const std::string& headlines, const std::string& art) {
    DrawnPage drawn = draw_blocks(art);
    for (const char headline : headlines)
        drawn.page.blocks[drawn.index.at(headline)].lines[0].text_height = 24;
    return named_in_order(drawn, find_order(drawn.page));
}

TEST(LevelRules, OfTheColumnsBesideAnUprightOneThatGoesOnPartThoseOnly) {
    EXPECT_EQ(order_of("XABCD", "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX\n"
                                "                                 \n"
                                "xxxxxxxxxx  yyyyyyyyyy zzzzzzzzzz\n"
                                "                                 \n"
                                "AAAAAAAAAAAAAAA | BBBBBBBBBBBBBBB\n"
                                "                |                \n"
                                "aaaaaaa bbbbbbb | eeeeeee fffffff\n"
                                "aaaaaaa bbbbbbb | eeeeeee fffffff\n"
                                "aaaaaaa bbbbbbb | eeeeeee fffffff\n"
                                "                |                \n"
                                "--------------- | ===============\n"
                                "                |                \n"
                                "CCCCCCCCCCCCCCC | DDDDDDDDDDDDDDD\n"
                                "                |                \n"
                                "ccccccc ddddddd | ggggggg hhhhhhh\n"
                                "ccccccc ddddddd | ggggggg hhhhhhh\n"
                                "ccccccc ddddddd | ggggggg hhhhhhh\n"),
              "XxyzAabCcdBefDgh");
}

TEST(LevelRules, AtTwoHeightsAreTwo) { // each under a story of its own column
    EXPECT_EQ(order_of("XABCD", "AAAAAAAAA XXXXXXXXXXXXXXXXXXXXXXXXXX\n"
                                "                                    \n"
                                "aaaaaaaaa xxxxxxxxxxxxx yyyyyyyyyyyy\n"
                                "aaaaaaaaa xxxxxxxxxxxxx yyyyyyyyyyyy\n"
                                "aaaaaaaaa xxxxxxxxxxxxx yyyyyyyyyyyy\n"
                                "          ==========================\n"
                                "---------                           \n"
                                "BBBBBBBBB CCCCCCCCCCCCCCCCCCCCCCCCCC\n"
                                "                                    \n"
                                "bbbbbbbbb ccccccccccccc dddddddddddd\n"
                                "bbbbbbbbb ccccccccccccc dddddddddddd\n"
                                "bbbbbbbbb ccccccccccccc dddddddddddd\n"
                                "                                    \n"
                                "DDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDD\n"
                                "eeeeeeeee ffffffffffffffffffffffffff\n"),
              "AaBbXxyCcdDef");
}

TEST(LevelRules, OneThatCrossesTheUprightRulePartsThePage) {
    EXPECT_EQ(order_of("XABCD", "XXXXXXXXXXXXXXXXXXXXX\n"
                                "                     \n"
                                "AAAAAAAAA  | BBBBBBBB\n"
                                "           |         \n"
                                "aaaa bbbb  | eeee ffff\n"
                                "aaaa bbbb  | eeee ffff\n"
                                "aaaa bbbb  | eeee ffff\n"
                                "           |          \n"
                                "----------------------\n"
                                "                      \n"
                                "CCCCCCCCC    DDDDDDDDD\n"
                                "                      \n"
                                "cccc dddd    gggg hhhh\n"
                                "cccc dddd    gggg hhhh\n"
                                "cccc dddd    gggg hhhh\n"),
              "XAabBefCcdDgh");
}

TEST(Byline, CentredUnderAHeadlineLeavesTheStoryToTheHeadline) { // which comes before the stories below
    EXPECT_EQ(order_of("ACD", "   AAAAAAAAAAA   \n"
                              "      xxxxx      \n"
                              "                 \n"
                              "aaaaaaaa bbbbbbbb\n"
                              "aaaaaaaa bbbbbbbb\n"
                              "aaaaaaaa bbbbbbbb\n"
                              "aaaaaaaa bbbbbbbb\n"
                              "         bbbbbbbb\n"
                              " CCCCCC  bbbbbbbb\n"
                              "                 \n"
                              "cccccccc  DDDDDD \n"
                              "cccccccc         \n"
                              "cccccccc dddddddd\n"
                              "cccccccc dddddddd\n"),
              "AxabCcDd");
}

} // namespace
} // namespace broadsheet
