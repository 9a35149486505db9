// SPDX-License-Identifier: Apache-2.0
#include "evaluate/flexible.h"

#include <gtest/gtest.h>

namespace broadsheet::evaluate {
namespace {

double accuracy(const std::u32string& truth, const std::u32string& result) {
    const Rate rate = flexible_errors(truth, result);
    return 1 - static_cast<double>(rate.part) / static_cast<double>(rate.whole);
}

TEST(Flexible, Lines) {
    EXPECT_DOUBLE_EQ(accuracy(U"a", U""), 0);
    EXPECT_DOUBLE_EQ(accuracy(U"a", U"a"), 1);
    EXPECT_DOUBLE_EQ(accuracy(U"a\nb", U"b\na"), 1);
    EXPECT_DOUBLE_EQ(accuracy(U"aaa\nbbb\nccc", U"ccc\naaa\nbbb"), 1);
    EXPECT_DOUBLE_EQ(accuracy(U"aaa\nbbb\nccc", U"aaa\nbbb"), 1 - 3 / 9.);
    EXPECT_DOUBLE_EQ(accuracy(U"bbb", U"aaa\nbbb\nccc"), 1 - 6 / 3.);
    EXPECT_DOUBLE_EQ(accuracy(U"a", U"a\nbb\nccc"), 1 - 5 / 1.);
    EXPECT_DOUBLE_EQ(accuracy(U"bb", U"a\nbb\nccc"), 1 - 4 / 2.);
    EXPECT_DOUBLE_EQ(accuracy(U"abcd", U"ab\ne"), 1 - 3 / 4.); // what has nothing in common is no match
    EXPECT_DOUBLE_EQ(accuracy(U"accc", U"a\nbb\nccc"), 1 - 2 / 4.);
    EXPECT_DOUBLE_EQ(accuracy(U"aaa\nbbb\nccc", U"bbb"), 1 - 6 / 9.);
}

/// The paper's figure 4, in words for the pieces of its drawings.
TEST(Flexible, FigureFour) {
    const std::u32string truth = U"Eight happy frogs scuba dived\nJenny chick flaps white wings";
    EXPECT_DOUBLE_EQ(accuracy(truth, truth), 1);
    EXPECT_DOUBLE_EQ(accuracy(truth, U"Jenny chick flaps white wings\nEight happy frogs scuba dived"), 1);
    // Merged across columns: a blank in each of two lines.
    EXPECT_DOUBLE_EQ(accuracy(U"Eight happy frogs\nscuba dived\nJenny chick flaps\nwhite wings",
                              U"Eight happy frogs Jenny chick flaps\nscuba dived white wings"),
                     1 - 2 / 56.);
    // Lines broken apart: a blank is missing in each.
    EXPECT_DOUBLE_EQ(accuracy(truth, U"Eight happy frogs\nJenny chick flaps\nscuba dived\nwhite wings"), 1 - 2 / 58.);
    EXPECT_DOUBLE_EQ(accuracy(truth, U"Eight happy frogs scuba dived"), 1 - 29 / 58.);
    EXPECT_DOUBLE_EQ(accuracy(truth, U""), 0);
    EXPECT_DOUBLE_EQ(accuracy(U"Eight happy frogs scuba dived", U"Eight happy frogs scuba dived\nJenny chick"),
                     1 - 11 / 29.);
}

/// The paper's figure 3: 68 characters, 3 substitutions, 5 insertions and 7 deletions in whatever order the lines come.
TEST(Flexible, FigureThree) {
    const std::u32string truth =
        U"\"I have\nno special\ntalent.\nI am only\npassionately\ncurious.\"\nAlbert\nEinstein";
    const std::u32string as_printed =
        U"1 hav\nnospecial\ntalents.\nI am one\npassionate\ncuriousity.\"\nAlberto\nEmstein";
    const std::u32string moved = U"Alberto\nEmstein\n1 hav\nnospecial\ntalents.\nI am one\npassionate\ncuriousity.\"";
    EXPECT_EQ(flexible_errors(truth, as_printed), (Rate{15, 68}));
    EXPECT_EQ(flexible_errors(truth, moved), (Rate{15, 68}));
}

} // namespace
} // namespace broadsheet::evaluate
