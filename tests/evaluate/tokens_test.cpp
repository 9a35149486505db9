// SPDX-License-Identifier: Apache-2.0
#include "evaluate/tokens.h"

#include <gmock/gmock.h>

namespace broadsheet::evaluate {
namespace {

using testing::ElementsAre;

TEST(Tokens, Graphemes) {
    EXPECT_THAT(characters(U"m\u0303a", Unit::grapheme), ElementsAre(U"m\u0303", U"a"));
    EXPECT_THAT(characters(U"👨‍👩‍👧🇩🇪👍🏽", Unit::grapheme),
                ElementsAre(U"👨‍👩‍👧", U"🇩🇪", U"👍🏽"));
    EXPECT_THAT(characters(U"سَلا", Unit::grapheme), ElementsAre(U"سَ", U"ل", U"ا"));
    EXPECT_THAT(characters(U"", Unit::grapheme), ElementsAre());
}

TEST(Tokens, CodePoints) {
    EXPECT_THAT(characters(U"m\u0303🇩🇪", Unit::code_point), ElementsAre(U"m", U"\u0303", U"🇩", U"🇪"));
}

/// dinglehopper's own cases (test_word_error_rate.py).
TEST(Tokens, WordsAsDinglehopperHasThem) {
    EXPECT_THAT(words(U"Der schnelle [„braune“] Fuchs kann keine 3,14 Meter springen, oder?", WordRule::unicode),
                ElementsAre(U"Der", U"schnelle", U"braune", U"Fuchs", U"kann", U"keine", U"3,14", U"Meter", U"springen",
                            U"oder"));
    EXPECT_EQ(words(U"das ver⸗\nſprochene", WordRule::unicode).size(), 3u);
    EXPECT_THAT(words(U"\uE01F", WordRule::unicode), ElementsAre(U"\uE01F")); // a letter of old print
    EXPECT_THAT(words(U"— … 🙂", WordRule::unicode), ElementsAre());
}

TEST(Tokens, ChineseWordsByDictionary) {
    EXPECT_THAT(words(U"我们学习中文。", WordRule::unicode), ElementsAre(U"我们", U"学习", U"中文"));
}

TEST(Tokens, WordsBetweenBlanks) {
    EXPECT_THAT(words(U" a,\nb — c\u3000", WordRule::blanks), ElementsAre(U"a,", U"b", U"—", U"c"));
    EXPECT_THAT(words(U"", WordRule::blanks), ElementsAre());
}

TEST(Tokens, NumbersAreEqualWhereTokensAre) {
    Numbers numbers;
    EXPECT_THAT(numbers.of({U"a", U"b", U"a"}), ElementsAre(0, 1, 0));
    EXPECT_THAT(numbers.of({U"c", U"b"}), ElementsAre(2, 1));
    const NumberedPair pair = numbered(U"aba", U"cb");
    EXPECT_THAT(pair.truth, ElementsAre(0, 1, 0));
    EXPECT_THAT(pair.result, ElementsAre(2, 1));
    EXPECT_EQ(distance(std::u32string_view(U"aba"), U"cb"), 2);
}

} // namespace
} // namespace broadsheet::evaluate
