// SPDX-License-Identifier: Apache-2.0
#include "order/drawn_order.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Rules, ALeaningRulePartsWhereNoLevelWhiteDoes) {
    EXPECT_EQ(order_of("aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "---- bbbb\n"
                       "cccc bbbb\n"
                       "cccc ----\n"
                       "cccc dddd\n"),
              "abcd");
}

TEST(Rules, ALeaningRuleDoesNotPartColumnsThatAnUprightOneParts) {
    EXPECT_EQ(order_of("aaaa | bbbb\n"
                       "aaaa | bbbb\n"
                       "---- | bbbb\n"
                       "cccc | bbbb\n"
                       "cccc | ----\n"
                       "cccc | dddd\n"
                       "cccc | dddd\n"),
              "acbd");
}

TEST(Rules, ADoubleRuleOverHalfThePageDoesNotPartIt) {
    EXPECT_EQ(order_of("aaaa bbbb\n"
                       "aaaa bbbb\n"
                       "---- bbbb\n"
                       "==== bbbb\n"
                       "cccc bbbb\n"
                       "cccc bbbb\n"),
              "acb");
}

TEST(Rules, RuleBetweenStoriesOfOtherGrids) {
    EXPECT_EQ(order_of("aaaa bbbb cccc dddd\n"
                       "aaaa bbbb cccc dddd\n"
                       "-------------------\n"
                       "eeeeeeeee fffffffff\n"
                       "eeeeeeeee fffffffff\n"),
              "abcdef");
}

} // namespace
} // namespace broadsheet
