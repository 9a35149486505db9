// SPDX-License-Identifier: Apache-2.0
#include "repair/other_readings.h"

#include "repair/page_drawing.h"
#include "repair/repair.h"

#include <gtest/gtest.h>
#include <map>

namespace broadsheet::mend {
namespace {

/// A block with the other readings of some of its words, by their indexes in reading order.
Block block_of(const std::string& drawing, const std::map<int, std::vector<std::string>>& others) {
    Block block = drawn_block(BlockKind::paragraph, {}, drawing);
    int i = 0;
    for (Line& line : block.lines)
        for (Word& word : line.words)
            if (const auto found = others.find(i++); found != others.end()) word.others = found->second;
    return block;
}

std::string text_of(const Block& block) {
    std::string text;
    for (const Line& line : block.lines)
        text += (text.empty() ? "" : "\n") + line_text(line);
    return text;
}

std::string chosen(const std::string& drawing, const std::map<int, std::vector<std::string>>& others,
                   const std::string& language = "deu", const std::string& elsewhere = "") {
    const Page page =
        drawn_page(language, {block_of(drawing, others), drawn_block(BlockKind::paragraph, {2000, 0}, elsewhere)});
    Block block = page.blocks.front();
    Dictionary dictionary("/usr/share/hunspell", language);
    choose_readings(block, count_words(page), dictionary);
    const std::string text = text_of(block);
    for (Line& line : block.lines)
        for (Word& word : line.words)
            word.text = word.read;
    EXPECT_EQ(text_of(block), drawing);
    return text;
}

TEST(OtherReadings, TheSurestOneThatIsAWordStandsForWhatIsNone) {
    EXPECT_EQ(chosen("der Schuh bes Landes", {{2, {"dcs", "des", "bei"}}}), "der Schuh des Landes");
    EXPECT_EQ(chosen("der Schntz, den", {{1, {"Schutz,"}}}), "der Schutz, den");
    EXPECT_EQ(chosen("la rne de Paris", {{1, {"rue"}}}, "fra"), "la rue de Paris");
    EXPECT_EQ(chosen("chez (MIle), lingère", {{1, {"(Mlle),"}}}, "fra"), "chez (Mlle), lingère")
        << "no word has such capitals";
    EXPECT_EQ(chosen("ein dieſcr Art", {{1, {"dieſer"}}}, "frk"), "ein dieſer Art");
}

TEST(OtherReadings, AWordStaysWhateverElseWasRead) {
    EXPECT_EQ(chosen("der Schutz des", {{1, {"Schatz"}}}), "der Schutz des");
    EXPECT_EQ(chosen("Herr Orell kam", {{1, {"Drei"}}}, "deu", "von Orell und Orell"), "Herr Orell kam")
        << "a name that the page has elsewhere";
    EXPECT_EQ(chosen("Herr Orell kam", {{1, {"Drei"}}}), "Herr Drei kam");
    EXPECT_EQ(chosen("tailland. quinc., St-Gervais", {{1, {"quine.,"}}}, "fra"), "tailland. quinc., St-Gervais")
        << "shortened";
    EXPECT_EQ(chosen("la cousine, quinc, aimée", {{2, {"quine,"}}}, "fra"), "la cousine, quine, aimée");
}

TEST(OtherReadings, WhatIsNoWordEitherIsNoBetter) {
    for (const std::string other : {"Srell", "Orel1", "Or3ll", "O", "Dr", "Tag*Nacht", ""})
        EXPECT_EQ(chosen("Herr Orell kam", {{1, {other}}}), "Herr Orell kam") << other;
    EXPECT_EQ(chosen("Nr. 7084 vom", {{1, {"TORE,"}}}), "Nr. 7084 vom") << "figures are no misread word";
}

TEST(OtherReadings, TheHalvesOfABrokenWordAreTakenTogether) {
    EXPECT_EQ(chosen("mit aller Frenn-\ndschaft", {{2, {"Freun-"}}}), "mit aller Freun-\ndschaft");
    EXPECT_EQ(chosen("mit aller Freun-\ndsehaft ging", {{3, {"dſchaft", "dschaft"}}}),
              "mit aller Freun-\ndſchaft ging");
    EXPECT_EQ(chosen("das Wirt-\nlich gute", {{2, {"sich"}}}), "das Wirt-\nlich gute")
        << "\"lich\" alone is no word, \"sich\" is one";
    EXPECT_EQ(chosen("eine De-\nzimale", {{1, {"Des"}}}), "eine De-\nzimale");
}

TEST(OtherReadings, ACapitalThatTheEngineIsSureOfIsANames) {
    Block block = block_of("Herr Orell kam", {{1, {"Drei"}}});
    block.lines[0].words[1].confidence = 0.995F;
    Dictionary dictionary("/usr/share/hunspell", "deu");
    choose_readings(block, {}, dictionary);
    EXPECT_EQ(text_of(block), "Herr Orell kam");
}

TEST(OtherReadings, TheFirstWordOfABlockMayBeTheSecondHalfOfOne) {
    EXPECT_EQ(chosen("lich war", {{0, {"sich"}}}), "lich war");
    Block block = block_of("||\nlich war", {{1, {"sich"}}});
    block.lines[0].removed = "noise";
    Dictionary dictionary("/usr/share/hunspell", "deu");
    choose_readings(block, {}, dictionary);
    EXPECT_EQ(text_of(block), "||\nlich war");
}

TEST(OtherReadings, AreUndoneWithTheRepair) {
    const Page page = drawn_page("deu", {block_of("Der Schntz des Landes.", {{1, {"Schutz"}}})});
    const Page repaired = repair(page);
    EXPECT_EQ(texts(repaired).front(), "Der Schutz des Landes.");
    EXPECT_EQ(texts(as_read(repaired)).front(), "Der Schntz des Landes.");
}

TEST(OtherReadings, ALineThatWasLeftOutIsLeftAlone) {
    Block block = block_of("der Schntz", {{1, {"Schutz"}}});
    block.lines.front().removed = "noise";
    Dictionary dictionary("/usr/share/hunspell", "deu");
    choose_readings(block, {}, dictionary);
    EXPECT_EQ(text_of(block), "der Schntz");
    Block none;
    choose_readings(none, {}, dictionary);
    EXPECT_TRUE(none.lines.empty());
}

} // namespace
} // namespace broadsheet::mend
