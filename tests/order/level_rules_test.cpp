// SPDX-License-Identifier: Apache-2.0
// Rules and headlines that stand level by chance, and a byline between a headline and its story.
#include "order/drawn_order.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(LevelRules, OfTheColumnsBesideAnUprightOneThatGoesOnPartThoseOnly) {
    EXPECT_EQ(order_with_headlines("XABCD", "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX\n"
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
    EXPECT_EQ(order_with_headlines("XABCD", "AAAAAAAAA XXXXXXXXXXXXXXXXXXXXXXXXXX\n"
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
    EXPECT_EQ(order_with_headlines("XABCD", "XXXXXXXXXXXXXXXXXXXXX\n"
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

TEST(LevelRules, OneOverTheCornerSetsThatOffWhereAHeadlineReachesIntoItsFirstColumn) {
    EXPECT_EQ(order_with_headlines("A", "AAAAAAAAAAA   cccccc\n"
                                        "              cccccc\n"
                                        "aaaaaa bbbbbb cccccc\n"
                                        "aaaaaa bbbbbb cccccc\n"
                                        "aaaaaa bbbbbb cccccc\n"
                                        "aaaaaa              \n"
                                        "aaaaaa -------------\n"
                                        "aaaaaa              \n"
                                        "aaaaaa dddddd eeeeee\n"
                                        "aaaaaa dddddd eeeeee\n"
                                        "aaaaaa dddddd eeeeee\n"),
              "Aabcde");
}

TEST(Byline, CentredUnderAHeadlineLeavesTheStoryToTheHeadline) { // which comes before the stories below
    EXPECT_EQ(order_with_headlines("ACD", "   AAAAAAAAAAA   \n"
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

/// Two headlines, the second with these lines flush under it and three columns below them, over other stories.
std::string order_under_second_headline(const std::string& lines) {
    return order_with_headlines("ABCDE", "AAAAAA  BBBBBB                  \n"
                                         "                                \n" +
                                             lines +
                                             "                                \n"
                                             "                                \n"
                                             "aaaaaaa bbbbbbb fffffff hhhhhhhh\n"
                                             "aaaaaaa bbbbbbb fffffff hhhhhhhh\n"
                                             "aaaaaaa bbbbbbb fffffff hhhhhhhh\n"
                                             "                                \n"
                                             "CCCCCC  DDDDDDDDDDDD    EEEEEEE \n"
                                             "                                \n"
                                             "ccccccc ddddddddddddddd eeeeeeee\n"
                                             "ccccccc ddddddddddddddd eeeeeeee\n"
                                             "ccccccc ddddddddddddddd eeeeeeee\n");
}

TEST(Byline, FlushWithTheHeadlineLeavesAllItsColumnsToIt) {
    EXPECT_EQ(order_under_second_headline("        xxxxx                   \n"), "AaBxbfhCcDdEe");
}

TEST(Byline, UnderASecondHeadlineLeavesAllColumnsToTheHeadline) {
    EXPECT_EQ(order_under_second_headline("        yyyyyy                  \n"
                                          "                                \n"
                                          "        xxxxx                   \n"),
              "AaByxbfhCcDdEe");
}

} // namespace
} // namespace broadsheet
