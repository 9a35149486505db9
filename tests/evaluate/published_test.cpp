// SPDX-License-Identifier: Apache-2.0
// Cases worked out by hand from the definitions of OCR-D (ocrd_eval.md), ocreval (ISRI's accuracy) and dinglehopper.
// docs/check.md says where the three differ.
#include "evaluate/scores.h"

#include <gtest/gtest.h>

namespace broadsheet::evaluate {
namespace {

struct Case {
    const char* what;
    const char* profile;
    Ignored ignored; ///< besides
    const char* truth;
    const char* result;
    Rate characters; ///< errors / characters of the truth
    Rate words;      ///< errors / words of the truth; {-1, -1}: not looked at
};
constexpr Rate any{-1, -1};

const Case cases[] = {
    // dinglehopper: graphemes of NFC, blanks and line breaks count; words of UAX 29 that hold a letter or a digit.
    {"equal", "strict", {}, "a", "a", {0, 1}, {0, 1}},
    {"substituted", "strict", {}, "a", "b", {1, 1}, {1, 1}},
    {"all wrong", "strict", {}, "Foo", "Bar", {3, 3}, {1, 1}},
    {"nothing read", "strict", {}, "Foo", "", {3, 3}, {1, 1}},
    {"nothing there", "strict", {}, "", "", {0, 0}, {0, 0}},
    {"read from nothing", "strict", {}, "", "Foo", {3, 0}, {1, 0}},
    {"inserted", "strict", {}, "Foo", "Food", {1, 3}, {1, 1}},
    {"two deleted", "strict", {}, "Fnord", "Food", {2, 5}, {1, 1}},
    {"umlaut lost", "strict", {}, "Müll", "Mull", {1, 4}, {1, 1}},
    {"Abstand", "strict", {}, "Abstand", "Sand", {4, 7}, {1, 1}},
    {"decomposed", "strict", {}, "Schlyñ lorem ipsum.", "Schlyn\u0303 lorem ipsum!", {1, 19}, {0, 3}},
    {"no composed form, one way", "strict", {}, "Schlyñ", "Schlym\u0303", {1, 6}, {1, 1}},
    {"no composed form, the other", "strict", {}, "Schlym\u0303", "Schlyñ", {1, 6}, {1, 1}},
    {"sentence", "strict", {}, "Dies ist ein Beispielsatz!", "Dies ist ein Beispielsatz!", {0, 26}, {0, 4}},
    {"punctuation is no word",
     "strict",
     {},
     "Dies. ist ein Beispielsatz!",
     "Dies ist ein Beispielsatz.",
     {2, 27},
     {0, 4}},
    {"one word wrong", "strict", {}, "Dies ist ein Beispielsatz!", "Dies ist ein Beispielsarz:", {2, 26}, {1, 4}},
    {"words exchanged", "strict", {}, "Dies ist ein Beispielsatz!", "Dies ein ist Beispielsatz!", any, {2, 4}},
    {"all words lost", "strict", {}, "Dies ist ein Beispielsatz!", "", {26, 26}, {4, 4}},
    {"words of nothing", "strict", {}, "", "Dies ist ein Beispielsatz!", {26, 0}, {4, 0}},
    {"one of six",
     "strict",
     {},
     "Schlyñ lorem ipsum dolor sit amet,",
     "Schlym\u0303 lorem ipsum dolor sit amet.",
     {2, 34},
     {1, 6}},
    {"line break for a blank", "strict", {}, "ein Satz", "ein\nSatz", {1, 8}, {0, 2}},
    {"line break lost", "strict", {}, "ab\ncd", "abcd", {1, 5}, {2, 2}},
    {"CR LF is one line break", "strict", {}, "a\r\nb", "a\nb", {0, 3}, {0, 2}},
    {"letters exchanged", "strict", {}, "ab", "ba", {2, 2}, {1, 1}},
    {"decimal comma", "strict", {}, "3,14 m", "3.14 m", {1, 6}, {1, 2}},

    // OCR-D: "not included in the character definition are all forms of white spaces"; its own examples.
    {"sind and fmd", "ocr-d", {}, "ſind", "fmd", {3, 4}, {1, 1}},
    {"colon deleted", "ocr-d", {}, "Sonnenfinſterniſſe:", "Sonnenfinſterniſſe", {1, 19}, {0, 1}},
    {"one as i",
     "ocr-d",
     {},
     "Die Finſterniſſe des 1801ſten Jahrs",
     "Die Finſterniſſe des 180iſten Jahrs",
     {1, 31},
     {1, 5}},
    {"blank before the comma", "ocr-d", {}, "diese Strahlen, und", "diese Strahlen , und", {0, 17}, {0, 3}},
    {"the same where blanks count", "strict", {}, "diese Strahlen, und", "diese Strahlen , und", {1, 19}, {0, 3}},
    {"torn word", "ocr-d", {}, "today", "to day", {0, 5}, {2, 1}},
    {"run together", "ocr-d", {}, "to day", "today", {0, 5}, {2, 2}},
    {"more read than there is", "ocr-d", {}, "ab", "abcdef", {4, 2}, {1, 1}},

    // ocreval: code points; one blank at a time, none at line ends, no empty lines; line breaks count, the last too.
    {"blanks doubled", "isri", {}, "a b\n", "a  b\n", {0, 4}, {0, 2}},
    {"blanks at line ends, empty lines", "isri", {}, "a\nb\n", " a \n\n b\t\n", {0, 4}, {0, 2}},
    {"line break for a blank, ISRI", "isri", {}, "ab\ncd\n", "ab cd\n", {1, 6}, {0, 2}},
    {"rn as m: the longer side counts", "isri", {}, "modern\n", "modem\n", {2, 7}, {1, 1}},
    {"m as rn", "isri", {}, "modem\n", "modern\n", {2, 6}, {1, 1}},
    {"a line lost", "isri", {}, "one\ntwo\n", "one\n", {4, 8}, {1, 2}},
    {"combining marks are characters", "isri", {}, "m\u0303\n", "m\n", {1, 3}, {1, 1}},
    {"wordacc does not see case", "isri", {.letter_case = true}, "The Cat\n", "the cat\n", {0, 8}, {0, 2}},

    // Fraktur.
    {"long s as s", "strict", {}, "Waſſer", "Wasser", {2, 6}, {1, 1}},
    {"long s ignored", "strict", {.long_s = true}, "Waſſer", "Wasser", {0, 6}, {0, 1}},
    {"long s in search", "search", {}, "Waſſer", "wasser", {0, 6}, {0, 1}},
    {"double oblique hyphen", "strict", {}, "Haus⸗Thür", "Haus-Thür", {1, 9}, {0, 2}},
    {"dashes ignored", "strict", {.dashes = true}, "Haus⸗Thür", "Haus-Thür", {0, 9}, {0, 2}},
    {"small e above, graphemes", "strict", {}, "fu\u0364r", "für", {1, 3}, {1, 1}},
    {"small e above, code points", "isri", {}, "fu\u0364r", "für", {2, 4}, {1, 1}},
    {"German quotes", "strict", {}, "„Ja“", "\"Ja\"", {2, 4}, {0, 1}},
    {"quotes ignored", "strict", {.quotes = true}, "„Ja“", "\"Ja\"", {0, 4}, {0, 1}},
    {"hyphen at a line's end", "strict", {}, "Zei-\ntung", "Zeitung", {2, 9}, {2, 2}},
    {"hyphenation ignored", "strict", {.hyphenation = true}, "Zei-\ntung", "Zeitung", {0, 7}, {0, 1}},
    {"line breaks do not mend words", "text", {}, "Zei-\ntung", "Zeitung", {2, 9}, {2, 2}},
    {"a year's hyphen counts", "strict", {.hyphenation = true}, "1914-18", "191418", {1, 7}, any},
    {"sharp s folds to two", "strict", {.letter_case = true}, "STRASSE", "straße", {0, 7}, {0, 1}},
    {"ligature", "strict", {}, "ﬁn", "fin", {2, 2}, {1, 1}},
    {"ligature, width ignored", "strict", {.width = true}, "ﬁn", "fin", {0, 3}, {0, 1}},

    // Chinese.
    {"one character wrong", "strict", {}, "华虹无锡", "华虹无钖", {1, 4}, any},
    {"blank inside", "strict", {}, "今天 天气", "今天天气", {1, 5}, {0, 2}},
    {"blank inside, OCR-D", "ocr-d", {}, "今天 天气", "今天天气", {0, 4}, {0, 2}},
    {"line break inside", "strict", {}, "今天\n天气", "今天天气", {1, 5}, {0, 2}},
    {"line break inside, text", "text", {}, "今天\n天气", "今天天气", {0, 4}, {0, 2}},
    {"paragraph broken at a column's foot", "text", {}, "产业作\n\n为先进", "产业作为先进", {0, 6}, any},
    {"blank before Latin", "text", {}, "中文ABC", "中文 ABC", {1, 5}, any},
    {"fullwidth", "strict", {}, "ＡＢ１", "AB1", {3, 3}, any},
    {"fullwidth ignored", "strict", {.width = true}, "ＡＢ１", "AB1", {0, 3}, any},

    // Arabic, emoji.
    {"Farsi yeh", "strict", {}, "السلام عليكم", "السلام علیكم", {1, 12}, {1, 2}},
    {"vowel sign lost, graphemes", "strict", {}, "سَلام", "سلام", {1, 4}, {1, 1}},
    {"vowel sign lost, code points", "isri", {}, "سَلام", "سلام", {1, 5}, {1, 1}},
    {"family as a man", "strict", {}, "👨‍👩‍👧", "👨", {1, 1}, {0, 0}},
    {"flags", "strict", {}, "🇩🇪", "🇫🇷", {1, 1}, {0, 0}},
    {"flags, code points", "isri", {}, "🇩🇪", "🇫🇷", {2, 2}, {0, 0}},
    {"skin tone lost", "strict", {}, "👍🏽", "👍", {1, 1}, {0, 0}},
    {"skin tone lost, code points", "isri", {}, "👍🏽", "👍", {1, 2}, {0, 0}},
};

class Published : public testing::TestWithParam<Case> {};

TEST_P(Published, Fractions) {
    const Case& c = GetParam();
    Options options{.profile = *find_profile(c.profile)};
    const Ignored besides = c.ignored;
    for (const char* name : ignored_names) {
        Ignored copy = besides;
        if (*find_ignored(copy, name)) *find_ignored(options.profile.ignored, name) = true;
    }
    const Scores scores = score({c.truth, {}}, {c.result, {}}, options);
    if (c.characters != any) {
        EXPECT_EQ(scores.characters.errors(), c.characters.part);
        EXPECT_EQ(scores.characters.truth(), c.characters.whole);
    }
    if (c.words != any) {
        EXPECT_EQ(scores.words.errors(), c.words.part);
        EXPECT_EQ(scores.words.truth(), c.words.whole);
    }
}

INSTANTIATE_TEST_SUITE_P(Cases, Published, testing::ValuesIn(cases), [](const testing::TestParamInfo<Case>& one) {
    std::string name;
    for (const char* c = one.param.what; *c; ++c)
        name += std::isalnum(static_cast<unsigned char>(*c)) ? *c : '_';
    return name + "_" + std::to_string(one.index);
});

double value(const char* measure, const char* truth, const char* result, const char* profile = "strict") {
    return *find_measure(measure)->value(score({truth, {}}, {result, {}}, {.profile = *find_profile(profile)}));
}

/// OCR-D: (i + s + d) / (i + s + d + c).
TEST(PublishedRates, NormalisedNeverExceedsOne) {
    EXPECT_DOUBLE_EQ(value("cer", "ab", "abcd"), 2 / 2.);
    EXPECT_DOUBLE_EQ(value("cer_n", "ab", "abcd"), 2 / 4.);
    EXPECT_DOUBLE_EQ(value("cer_n", "ſind", "fmd"), 3 / 4.);
    EXPECT_DOUBLE_EQ(value("cer_n", "ab", "cdefgh"), 6 / 6.);
    EXPECT_DOUBLE_EQ(value("wer_n", "a b", "a b c d"), 2 / 4.);
}

/// dinglehopper calls it infinite; a build server needs a number: each character that should not be there is an error.
TEST(PublishedRates, OfNothing) {
    EXPECT_DOUBLE_EQ(value("cer", "", "Foo"), 3);
    EXPECT_DOUBLE_EQ(value("cer_n", "", "Foo"), 1);
    EXPECT_DOUBLE_EQ(value("cer", "", ""), 0);
    EXPECT_DOUBLE_EQ(value("wer", "", "Foo bar"), 2);
}

/// Bags: missing or extra, whichever are more (dinglehopper's bag_accuracy with replacements at 1).
TEST(PublishedRates, Bags) {
    EXPECT_DOUBLE_EQ(value("bag", "abc", "cab"), 0);
    EXPECT_DOUBLE_EQ(value("bag", "aab", "abb"), 1 / 3.);
    EXPECT_DOUBLE_EQ(value("bag", "abc", "abcde"), 2 / 3.);
    EXPECT_DOUBLE_EQ(value("bag", "abc", ""), 3 / 3.);
    EXPECT_DOUBLE_EQ(value("bow", "eins zwei drei", "drei eins zwei"), 0);
    EXPECT_DOUBLE_EQ(value("bow", "eins zwei drei", "eins zwei zwei"), 1 / 3.);
    EXPECT_DOUBLE_EQ(value("dwer", "a b", "b a"), 2 / 2.);
    EXPECT_DOUBLE_EQ(value("dwer", "a b", "a x"), 0);
}

TEST(PublishedRates, Blanks) {
    EXPECT_DOUBLE_EQ(value("blanks", "ein Satz mehr", "einSatz mehr", "text"), 1 / 2.);
    EXPECT_DOUBLE_EQ(value("blanks", "ein Satz", "e in Sa tz", "text"), 2 / 1.);
    EXPECT_DOUBLE_EQ(value("blanks", "ein  Satz", "ein Satz", "ocr-d"), 0);
    EXPECT_FALSE(find_measure("blanks")->value(score({"Wort", {}}, {"W ort", {}})));
}

} // namespace
} // namespace broadsheet::evaluate
