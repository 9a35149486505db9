// SPDX-License-Identifier: Apache-2.0
#include "text/characters.h"

#include <gtest/gtest.h>

namespace broadsheet::text {
namespace {

TEST(Characters, CodePointsComeBack) {
    EXPECT_EQ(code_points("aß中🙂"), U"aß中🙂");
    EXPECT_EQ(utf8(U"aß中🙂"), "aß中🙂");
    EXPECT_EQ(code_points(""), U"");
}

TEST(Characters, FormsAreNormalised) {
    EXPECT_EQ(nfc(U"u\u0308ber"), U"über");
    EXPECT_EQ(plain(U"Unterſu\u00ADchung ﬁn l’an"), U"Untersuchung fin l'an");
    EXPECT_EQ(lower(U"ÄRA"), U"ära");
}

TEST(Characters, WideIsHanAndKanaButNotHangul) {
    EXPECT_TRUE(is_wide(U'中'));
    EXPECT_TRUE(is_wide(U'か'));
    EXPECT_TRUE(is_wide(U'，'));
    EXPECT_FALSE(is_wide(U'한'));
    EXPECT_FALSE(is_wide(U'a'));
    EXPECT_TRUE(is_wide_letter(U'中'));
    EXPECT_FALSE(is_wide_letter(U'，'));
}

TEST(Characters, SentencesEndBehindQuotes) {
    EXPECT_TRUE(ends_sentence(U"He left."));
    EXPECT_TRUE(ends_sentence(U"“He left.”"));
    EXPECT_TRUE(ends_sentence(U"他走了。」"));
    EXPECT_TRUE(ends_sentence(U"as follows:"));
    EXPECT_FALSE(ends_sentence(U"He left,"));
    EXPECT_FALSE(ends_sentence(U"He left"));
    EXPECT_FALSE(ends_sentence(U"Mr. Smith"));
    EXPECT_FALSE(ends_sentence(U""));
}

TEST(Characters, MostlyWideCountsLetters) {
    EXPECT_TRUE(mostly_wide(U"使用 apt 命令"));
    EXPECT_FALSE(mostly_wide(U"the character 中 means middle"));
    EXPECT_FALSE(mostly_wide(U"123"));
}

} // namespace
} // namespace broadsheet::text
