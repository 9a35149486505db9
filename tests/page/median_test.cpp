// SPDX-License-Identifier: Apache-2.0
#include "page/median.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Median, OfOddAndEvenNumbers) {
    EXPECT_EQ(median<int>({5, 1, 9}), 5);
    EXPECT_EQ(median<int>({5, 1, 9, 7}), 7); // the upper of 5 and 7
    EXPECT_DOUBLE_EQ(median<double>({0.5}), 0.5);
    EXPECT_EQ(median<int>({}), 0);
}

TEST(WeightedMedian, IsWhereHalfOfTheWeightLies) {
    using Weighed = std::vector<std::pair<int, long long>>;
    EXPECT_EQ(weighted_median(Weighed{{30, 1}, {10, 2}, {20, 4}}), 20);
    EXPECT_EQ(weighted_median(Weighed{{30, 9}, {10, 2}, {20, 4}}), 30);
    EXPECT_EQ(weighted_median(Weighed{{30, 5}, {10, 5}}), 10); // up to it lies half
    EXPECT_EQ(weighted_median(Weighed{}), 0);
}

} // namespace
} // namespace broadsheet
