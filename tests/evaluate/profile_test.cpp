// SPDX-License-Identifier: Apache-2.0
#include "evaluate/profile.h"

#include "text/characters.h"

#include <gtest/gtest.h>

namespace broadsheet::evaluate {
namespace {

std::string with(Ignored ignored, const std::string& text) {
    Profile profile = *find_profile("strict");
    profile.ignored = ignored;
    return text::utf8(normalised(text, profile));
}
std::string in(const std::string& profile, const std::string& text) {
    return text::utf8(normalised(text, *find_profile(profile)));
}

TEST(Profile, StrictKeepsAllButFormsOfOneCharacter) {
    EXPECT_EQ(in("strict", "\n A\u030A  b\r\nc\rd\t\u2014 \u017Ft\n\n"), "Å  b\nc\nd\t— ſt");
    EXPECT_EQ(in("strict", ""), "");
    EXPECT_EQ(in("strict", " \n"), "");
}

TEST(Profile, EachIgnoredThingByItself) {
    EXPECT_EQ(with({.letter_case = true}, "Straße ÉTÉ"), "strasse été");
    EXPECT_EQ(with({.width = true}, "ＡＢ１ ﬁn x²"), "AB1 fin x2");
    EXPECT_EQ(with({.quotes = true}, "„Ja“ »nein« ‘so’ ‚da`"), "\"Ja\" \"nein\" 'so' 'da'");
    EXPECT_EQ(with({.dashes = true}, "a—b–c‐d‑e−f⸗g¬h\u00ADi"), "a-b-c-d-e-f-g-hi");
    EXPECT_EQ(with({.long_s = true}, "Waſſer"), "Wasser");
    EXPECT_EQ(with({.blanks = true}, "a b"), "a b"); // left to without_blanks: words need them
    EXPECT_EQ(with({.line_breaks = true}, "a\n b \n\n c  d"), "a b c d");
    EXPECT_EQ(with({.hyphenation = true}, "Zei-\n tung, Haus-Tür"), "Zeitung, HausTür");
}

TEST(Profile, LineBreaksBetweenWideCharactersAreNothing) {
    const Ignored breaks{.line_breaks = true};
    EXPECT_EQ(with(breaks, "产业作\n\n为先进"), "产业作为先进");
    EXPECT_EQ(with(breaks, "产业 作"), "产业 作"); // no line break: somebody put the blank there
    EXPECT_EQ(with(breaks, "产业\nABC\n作"), "产业 ABC 作");
    EXPECT_EQ(with(breaks, "대한\n민국"), "대한 민국"); // Hangul is written with blanks
}

TEST(Profile, HyphensThatPartNoWordStay) {
    const Ignored hyphenation{.hyphenation = true};
    EXPECT_EQ(with(hyphenation, "1914-1918"), "1914-1918");
    EXPECT_EQ(with(hyphenation, "Haus- und Hof"), "Haus- und Hof"); // a blank but no line break behind it
    EXPECT_EQ(with(hyphenation, "- erstens"), "- erstens");
    EXPECT_EQ(with(hyphenation, "a-"), "a-");
    EXPECT_EQ(with(hyphenation, "Zei¬\ntung Zei\u00ADtung Zei⸗tung"), "Zeitung Zeitung Zeitung");
}

TEST(Profile, IsriSpacing) {
    EXPECT_EQ(in("isri", "  a \t b \n\n\n c\u00A0\n"), "a b\nc\n");
    EXPECT_EQ(in("isri", "a b "), "a b");
}

TEST(Profile, BenchFoldsBeforeAndAfterNfkc) {
    EXPECT_EQ(in("bench", "ſ “Ⅷ” ﹘ a\u00ADb"), "s \"VIII\" - ab");
}

TEST(Profile, Names) {
    for (const char* name : profile_names)
        EXPECT_TRUE(find_profile(name)) << name;
    EXPECT_FALSE(find_profile("Text"));
    Ignored ignored;
    for (const char* name : ignored_names) {
        bool* member = find_ignored(ignored, name);
        ASSERT_TRUE(member) << name;
        EXPECT_FALSE(*member) << "two names for one: " << name;
        *member = true;
    }
    EXPECT_EQ(find_ignored(ignored, "colour"), nullptr);
}

TEST(Profile, WhiteSpace) {
    for (const char32_t c : {U' ', U'\n', U'\u00A0', U'\u3000', U'\u001C', U'\u2028'})
        EXPECT_TRUE(is_white(c)) << static_cast<unsigned>(c);
    for (const char32_t c : {U'a', U'\u200B', U'\u0000'})
        EXPECT_FALSE(is_white(c)) << static_cast<unsigned>(c);
    EXPECT_EQ(stripped(U" \na b\u3000"), U"a b");
    EXPECT_EQ(without_blanks(U" a \nb"), U"ab");
}

} // namespace
} // namespace broadsheet::evaluate
