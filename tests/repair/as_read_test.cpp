// SPDX-License-Identifier: Apache-2.0
#include "repair/page_drawing.h"
#include "repair/repair.h"

#include <gmock/gmock.h>
#include <random>

namespace broadsheet {
namespace {

using testing::ElementsAre;

Page story() {
    return drawn_page("eng",
                      {drawn_block(BlockKind::heading, {0, 0}, "Storm over\nthe Harbour"),
                       drawn_block(BlockKind::paragraph, {0, 120}, "| The observa-\n——————\ntory u\u0308ber all"),
                       drawn_block(BlockKind::noise, {0, 300}, "lll"), drawn_block(BlockKind::picture, {0, 400}, "")});
}

TEST(as_read, keeps_lines_signs_and_noise) {
    const Page page = as_read(repair(story()));
    ASSERT_EQ(page.articles.size(), 1U);
    std::vector<std::string> all;
    for (const Paragraph& paragraph : page.articles[0].paragraphs)
        all.push_back(paragraph.text);
    EXPECT_THAT(all, ElementsAre("Storm over\nthe Harbour", "| The observa-\n——————\ntory u\u0308ber all", "lll"));
    EXPECT_EQ(page.blocks[1].lines[1].removed, "");
}

/// Pages of words, hyphens, specks and signs of several scripts, drawn by chance.
Page page_by_chance(unsigned seed) {
    static const std::vector<std::string> pieces{
        "the",    "obser-", "va",  "¬", "|",      "——————", "vation-", "今天", "，", "ﬁnal", "u\u0308", "12-",
        "iIl1|!", "Haus-",  "und", "“", "www.a-", "=",      "ſein",    "  ",   "A.", "'",    "„Zeit“",  "。"};
    std::mt19937 random(seed);
    std::vector<Block> blocks;
    for (int b = 0; b < 6; ++b) {
        std::string drawing;
        for (auto line = random() % 5; line < 6; ++line) {
            for (auto word = random() % 6; word < 7; ++word)
                drawing += pieces[random() % pieces.size()] + (random() % 3 ? " " : "");
            drawing += '\n';
        }
        const auto kind = static_cast<BlockKind>(random() % 16);
        blocks.push_back(drawn_block(kind, {static_cast<int>(random() % 3) * 400, b * 250}, drawing, b / 3));
        for (Line& line : blocks.back().lines)
            for (Word& word : line.words) {
                word.confidence = static_cast<float>(random() % 100) / 100;
                word.blank_read = word.blank_before = random() % 2;
            }
    }
    return drawn_page(random() % 2 ? "deu" : "chi_sim", std::move(blocks));
}

TEST(as_read, undoes_all_of_repair) {
    for (unsigned seed = 0; seed < 200; ++seed) {
        const Page page = page_by_chance(seed);
        RepairOptions options;
        options.normalization = static_cast<Normalization>(seed % 3);
        const Page mended = repair(page, options);
        ASSERT_EQ(as_read(mended), as_read(page)) << seed;
        ASSERT_NE(mended.articles, as_read(page).articles) << seed;
    }
}

} // namespace
} // namespace broadsheet
