// SPDX-License-Identifier: Apache-2.0
#include "recognize/pieces.h"

#include <gtest/gtest.h>
#include <sstream>

namespace broadsheet {
namespace {

/// "the:90 cat:50": words and their confidences in percent.
std::vector<Word> reading(const std::string& text) {
    std::vector<Word> words;
    std::istringstream in(text);
    for (std::string item; in >> item;) {
        const std::size_t colon = item.rfind(':');
        Word word;
        word.text = word.read = item.substr(0, colon);
        word.confidence = static_cast<float>(std::stod(item.substr(colon + 1)) / 100);
        word.blank_before = word.blank_read = !words.empty();
        words.push_back(word);
    }
    return words;
}

std::string text_of(std::vector<std::vector<Word>> readings) {
    Line line;
    line.words = surest_pieces(std::move(readings));
    return line_text(line);
}

TEST(Pieces, OneReadingStaysAsItIs) {
    EXPECT_EQ(text_of({reading("the:90 cat:50")}), "the cat");
    EXPECT_EQ(text_of({reading("the:90 cat:50"), {}}), "the cat");
    EXPECT_EQ(text_of({{}, {}}), "");
}

TEST(Pieces, EachWordIsTheSurerReadings) {
    EXPECT_EQ(text_of({reading("tbe:60 cat:90 sat:90"), reading("the:80 oat:50 sat:91")}), "the cat sat");
    EXPECT_EQ(
        text_of({reading("tbe:60 cat:90 sot:60"), reading("the:80 oat:50 sot:61"), reading("thc:70 cst:70 sat:99")}),
        "the cat sat");
}

TEST(Pieces, AWordKeepsWhatTheLessSureReadingsHaveInItsPlace) {
    using Others = std::vector<std::string>;
    const std::vector<Word> words =
        surest_pieces({reading("tbe:60 cat:90 sot:60 on:90"), reading("the:80 oat:50 sat:91 on:80"),
                       reading("thc:70 cat:70 sat:50 o:60 n:60")});
    ASSERT_EQ(words.size(), 4U);
    EXPECT_EQ(words[0].text, "the");
    EXPECT_EQ(words[0].others, (Others{"tbe", "thc"}));
    EXPECT_EQ(words[1].others, Others{"oat"});
    EXPECT_EQ(words[2].others, Others{"sot"}) << "once, and not what stands there";
    EXPECT_EQ(words[3].others, Others{}) << "a piece of several words is no reading of one";
}

TEST(Pieces, AWordThatOneReadingPartsIsOnePiece) {
    EXPECT_EQ(text_of({reading("a:90 news:60 paper:60 front:90"), reading("a:80 newspaper:95 frout:60")}),
              "a newspaper front");
    EXPECT_EQ(text_of({reading("a:90 news:96 paper:96 front:90"), reading("a:80 newspaper:95 frout:60")}),
              "a news paper front");
}

TEST(Pieces, NothingIsReadTwiceOrLostWhereTheReadingsDifferInLength) {
    EXPECT_EQ(text_of({reading("und:70 daß:70 der:70 Rath:90"), reading("daß:95 der:95 Kath:60")}), "daß der Rath");
    EXPECT_EQ(text_of({reading("eins:90 zwei:90"), reading("eins:80 zwei:80 drei:80 vier:80")}), "eins zwei");
}

TEST(Pieces, SignsWithoutBlanksBetweenThemAreOnePiece) {
    std::vector<Word> han = reading("中:90 國:50 人:90"), other = reading("中:80 国:95 入:50");
    for (std::vector<Word>* words : {&han, &other})
        for (Word& word : *words)
            word.blank_before = word.blank_read = false;
    EXPECT_EQ(text_of({han, other}), "中國人");
}

/// Of characters, each with its confidence in percent.
std::string signs_of(const std::string& a, const std::string& b) {
    Line line;
    line.words = surest_signs(reading(a), reading(b));
    for (Word& word : line.words)
        word.blank_before = false;
    return line_text(line);
}

TEST(Signs, WhereTwoReadingsDifferTheSurerOneCounts) {
    EXPECT_EQ(signs_of("又:90 超:40 繁:60 張:90", "又:90 趨:80 緊:70 張:50"), "又趨緊張");
    EXPECT_EQ(signs_of("又:90 趨:80 緊:70 張:50", "又:90 超:40 繁:60 張:90"), "又趨緊張");
    EXPECT_EQ(signs_of("一:90 人:30 二:90", "一:20 入:80 二:20"), "一入二");
}

TEST(Signs, WhatOneOfThemLeftOutIsThereIfTheOtherIsSure) {
    EXPECT_EQ(signs_of("標:90 題:90", "標:90 簽:80 題:90"), "標簽題");
    EXPECT_EQ(signs_of("標:90 題:90", "標:90 佔:40 題:90"), "標題");
    EXPECT_EQ(signs_of("標:90 簽:80 題:90", "標:90 題:90"), "標簽題");
    EXPECT_EQ(signs_of("", "一:80 二:80"), "一二");
    EXPECT_EQ(signs_of("", ""), "");
}

TEST(Signs, SimplifiedAndTraditionalAreTheSame) {
    EXPECT_EQ(signs_of("驻:50 华:60 军:70", "駐:90 華:90 軍:90"), "驻华军") << "the first one's, mended later";
}

std::string signs_of(const std::string& a, const std::string& b, const std::string& third) {
    Line line;
    line.words = surest_signs(reading(a), reading(b), reading(third));
    for (Word& word : line.words)
        word.blank_before = false;
    return line_text(line);
}

TEST(Signs, WhereTheThirdAgreesWithOneThatCounts) {
    EXPECT_EQ(signs_of("針:90 放:99 是:90", "針:90 於:60 是:90", "針:50 於:50 是:50"), "針於是");
    EXPECT_EQ(signs_of("針:90 於:60 是:90", "針:90 放:99 是:90", "針:50 於:50 是:50"), "針於是");
    EXPECT_EQ(signs_of("驻:99 华:60", "駐:60 華:99", "駐:50 華:50"), "驻华") << "in whichever writing";
}

TEST(Signs, WhereTheThirdStandsAloneItMustBeSure) {
    EXPECT_EQ(signs_of("對:90 放:90 佔:90", "對:90 放:90 佔:80", "對:90 於:99 佔:90"), "對於佔");
    EXPECT_EQ(signs_of("對:90 放:90", "對:90 放:90", "對:90 於:90"), "對放");
    EXPECT_EQ(signs_of("對:90 放:99", "對:90 放:99", "對:90 於:99"), "對放") << "and they not";
    EXPECT_EQ(signs_of("單:90", "單:90", "單:90 。:99"), "單。");
    EXPECT_EQ(signs_of("單:90 。:90", "單:90 。:90", "單:90"), "單。");
    EXPECT_EQ(signs_of("單:90", "單:90", ""), "單");
}

} // namespace
} // namespace broadsheet
