// SPDX-License-Identifier: Apache-2.0
#include "repair/noise.h"

#include "repair/page_drawing.h"

#include <gtest/gtest.h>

namespace broadsheet::mend {
namespace {

std::string noise(std::string_view text, float confidence) {
    Line line = drawn_line(text);
    for (Word& word : line.words)
        word.confidence = confidence;
    return noise_in(line);
}

TEST(Noise, EmptyAndSpeckLinesGo) {
    EXPECT_EQ(noise("", 0.9F), "nothing read");
    EXPECT_EQ(noise(".", 0.9F), "speck");
    EXPECT_EQ(noise("- '", 0.9F), "speck");
    EXPECT_EQ(noise("——————", 0.9F), "repeated sign");
    EXPECT_EQ(noise(". . . . .", 0.9F), "repeated sign");
    EXPECT_EQ(noise("~$ /&", 0.2F), "signs without letters");
}

TEST(Noise, GarbageOfAnUnsureEngineGoes) {
    EXPECT_EQ(noise("iIlIiI |~;.' xkcdrtzqw", 0.2F), "garbage");
    EXPECT_EQ(noise("eeeeee ....;a", 0.2F), "garbage");
    EXPECT_EQ(noise("iIlIiI |~;.' xkcdrtzqw", 0.5F), ""); // the engine was sure enough
}

TEST(Noise, RealShortTextStays) {
    for (const char* text : {"7", "- 4 -", "$5", "J. B.", "王", "1.50", "* * *", "IV", "No. 3", "X", "&c."})
        EXPECT_EQ(noise(text, 0.8F), "") << text;
    EXPECT_EQ(noise("7", 0.1F), "");
    EXPECT_EQ(noise("王", 0.1F), "");
    EXPECT_EQ(noise("the quiet house", 0.1F), "");
}

TEST(Noise, GarbageRulesAreForLatinOnly) {
    EXPECT_EQ(noise("ЩЩЩЩЩ", 0.1F), "");
}

TEST(Noise, PiecesOfAnotherLineAreFragments) {
    const auto piece = [](std::string_view text, Box box) {
        Page page = drawn_page("deu", {drawn_block(BlockKind::paragraph, {0, 0}, "die alte Stadt am Hafen"),
                                       drawn_block(BlockKind::paragraph, {0, 0}, text)});
        page.blocks[1].box = page.blocks[1].lines[0].box = box;
        return is_fragment(page, page.blocks[1]);
    };
    EXPECT_TRUE(piece("2", {100, 10, 108, 26}));
    EXPECT_FALSE(piece("2", {100, 30, 108, 46}));   // below the line
    EXPECT_FALSE(piece("2", {240, 10, 248, 26}));   // behind it
    EXPECT_FALSE(piece("2", {100, 0, 108, 24}));    // as tall as the line
    EXPECT_FALSE(piece("2", {100, 10, 106, 17}));   // of smaller type: it may stand beside a big letter
    EXPECT_FALSE(piece("225", {100, 10, 108, 26})); // a number
    EXPECT_FALSE(piece("大", {100, 10, 108, 26}));
}

TEST(Noise, AScansRimIsReadAsAFewShortWords) {
    const auto rim = [](std::string_view text, int width, float confidence, BlockKind kind = BlockKind::running_head) {
        Block block = drawn_block(kind, {}, text);
        Line& line = block.lines.front();
        line.text_height = 14;
        line.box.right = line.box.left + width;
        for (Word& word : line.words)
            word.confidence = confidence;
        return is_rim(block);
    };
    EXPECT_TRUE(rim("ee me mme mar", 274, 0.9F));
    EXPECT_TRUE(rim("SEE ER Ne DU DA US", 310, 0.9F, BlockKind::running_foot));
    EXPECT_FALSE(rim("ee me mme mar", 274, 0.97F));
    EXPECT_FALSE(rim("ee me mme mar", 90, 0.9F)); // as close as print
    EXPECT_FALSE(rim("ee me mme mar", 274, 0.9F, BlockKind::paragraph));
    EXPECT_FALSE(rim("OF THE YEAR 18", 274, 0.9F));
    EXPECT_FALSE(rim("LISTE DES ADRESSES", 500, 0.9F));
    EXPECT_FALSE(rim("ii iii", 274, 0.9F));
    EXPECT_FALSE(rim("天 地 人", 274, 0.9F));
}

TEST(Specks, AtTheEndsAreEmptiedButStayAsRead) {
    Line line = drawn_line("| the house |");
    for (Word& word : line.words)
        word.confidence = word.text == "|" ? 0.3F : 0.9F;
    drop_specks(line);
    EXPECT_EQ(line_text(line), "the house");
    EXPECT_EQ(line.words.front().text, "");
    EXPECT_EQ(line.words.front().read, "|");
    EXPECT_EQ(line.words.back().text, "");
}

TEST(Specks, StayInsideAndWhereTheEngineIsSure) {
    Line line = drawn_line("a | b |");
    line.words[1].confidence = 0.1F;
    drop_specks(line);
    EXPECT_EQ(line_text(line), "a | b |");
}

} // namespace
} // namespace broadsheet::mend
