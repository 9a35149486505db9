// SPDX-License-Identifier: Apache-2.0
#include "support/score.h"

#include <gtest/gtest.h>

namespace broadsheet::test {
namespace {

TEST(Score, EditDistance) {
    EXPECT_EQ(edit_distance(U"", U""), 0);
    EXPECT_EQ(edit_distance(U"abc", U""), 3);
    EXPECT_EQ(edit_distance(U"", U"abc"), 3);
    EXPECT_EQ(edit_distance(U"kitten", U"sitting"), 3);
    EXPECT_EQ(edit_distance(U"江南晚报", U"江南早报"), 1);
    EXPECT_EQ(edit_distance(U"flaw", U"lawn"), 2);
}

TEST(Score, WhiteSpaceFormsAndSoftHyphensDoNotCount) {
    const Score s = score("Zu\u0308rich ﬁnds ＡＢ\n\n\u3000soft\u00adened", "Zürich\nfinds AB soft ened\f");
    EXPECT_EQ(s.errors, 0);
    EXPECT_EQ(s.characters, 21);
}

TEST(Score, ErrorsByTheCharacter) {
    const Score s = score("abcdefgh", "abXdefg");
    EXPECT_EQ(s.errors, 2);
    EXPECT_DOUBLE_EQ(s.character_error_rate(), 2.0 / 8);
}

TEST(Score, WhereNothingIsWantedEveryCharacterIsAnError) {
    EXPECT_EQ(score("", "").character_error_rate(), 0);
    EXPECT_EQ(score("\n", "junk").character_error_rate(), 4);
    EXPECT_EQ(score("", "").paragraphs.value(), 1);
}

const std::string one = "The harbour was closed for a week.";
const std::string two = "Nobody had expected a frost so late.";
const std::string three = "Prices of timber rose by a third.";

TEST(Score, ParagraphMustBeOneLine) {
    EXPECT_EQ(score(one + "\n\n" + two, one + "\n\n" + two).paragraphs, (Share{2, 2}));
    EXPECT_EQ(score(one + "\n\n" + two, one + " " + two).paragraphs, (Share{0, 2}));
    EXPECT_EQ(score(one + "\n\n" + two, one.substr(0, 15) + "\n" + one.substr(15) + "\n" + two).paragraphs,
              (Share{1, 2}));
}

TEST(Score, ParagraphForgivesATenthOfErrorsAndOne) {
    // 28 characters without blanks: 3 errors are forgiven, 4 are not.
    EXPECT_EQ(score(one, "Xhe hXrbour was cXosed for a week.").paragraphs, (Share{1, 1}));
    EXPECT_EQ(score(one, "Xhe hXrbour was cXosed fXr a week.").paragraphs, (Share{0, 1}));
}

TEST(Score, ShortParagraphsAreNotCounted) {
    EXPECT_EQ(score("Short.\n\n" + one, one).paragraphs, (Share{1, 1}));
}

TEST(Score, NeighboursInOrder) {
    const std::string truth = one + "\n\n" + two + "\n\n" + three;
    EXPECT_EQ(score(truth, truth).order, (Share{2, 2}));
    EXPECT_EQ(score(truth, two + "\n" + three + "\n" + one).order, (Share{1, 2}));
    EXPECT_EQ(score(truth, three + "\n" + two + "\n" + one).order, (Share{0, 2}));
    // Three stands between one and two, and before two.
    EXPECT_EQ(score(truth, one + "\n" + three + "\n" + two).order, (Share{0, 2}));
}

TEST(Score, WhatIsMissingIsNotFoundAndInNoPair) {
    const Score s = score(one + "\n\n" + two + "\n\n" + three, one + "\n\n" + three);
    EXPECT_EQ(s.found, (Share{2, 3}));
    EXPECT_EQ(s.order, (Share{0, 0}));
}

} // namespace
} // namespace broadsheet::test
