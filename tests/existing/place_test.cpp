// SPDX-License-Identifier: Apache-2.0
#include "existing/existing.h"
#include "existing/existing_page.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

using test::existing_line;

/// What layout would find at a place: a block of empty lines.
Block found_block(const Box& first, int lines) {
    Block block;
    for (int i = 0; i < lines; ++i) {
        Line line;
        line.box = {first.left, first.top + i * test::line_pitch, first.right, first.bottom + i * test::line_pitch};
        line.baseline = {{line.box.left, line.box.bottom}, {line.box.right, line.box.bottom}};
        line.text_height = test::capital_height;
        block.box = united(block.box, line.box);
        block.lines.push_back(line);
    }
    return block;
}

std::string text_of(const Block& block) {
    std::string text;
    for (const Line& line : block.lines)
        text += line_text(line) + '/';
    return text;
}

Page laid_out(std::vector<Block> blocks) {
    Page page;
    page.text_height = test::capital_height;
    page.blocks = std::move(blocks);
    for (int i = 0; i < std::ssize(page.blocks); ++i)
        page.order.push_back(i);
    return page;
}

TEST(PlaceWords, ALineReadAcrossAGutterIsParted) {
    Page existing;
    test::add_block(existing, {existing_line(100, 200, "one two"), existing_line(100, 244, "three four")});
    Line& line = existing.blocks[0].lines[0];
    for (const Word& word : existing_line(600, 200, "left right").words)
        line.words.push_back(word);
    const Placed placed =
        place_words(laid_out({found_block({100, 176, 400, 200}, 2), found_block({600, 176, 900, 200}, 1)}), existing);
    ASSERT_EQ(placed.page.blocks.size(), 2U);
    EXPECT_EQ(text_of(placed.page.blocks[0]), "one two/three four/");
    EXPECT_EQ(text_of(placed.page.blocks[1]), "left right/");
    ASSERT_EQ(placed.boxes.size(), 6U);
    EXPECT_EQ(placed.boxes[4], line.words[2].box) << "as it was, block by block";
}

TEST(PlaceWords, TwoPiecesOfOneLineComeTogetherWithABlank) {
    Page existing;
    test::add_block(existing, {existing_line(300, 200, "second")});
    test::add_block(existing, {existing_line(100, 201, "first")});
    const Placed placed = place_words(laid_out({found_block({100, 176, 420, 200}, 1)}), existing);
    ASSERT_EQ(placed.page.blocks.size(), 1U);
    EXPECT_EQ(text_of(placed.page.blocks[0]), "first second/");
}

TEST(PlaceWords, LinesOverEachOtherAreNotMixed) {
    // Layout has seen one line where the file has two.
    Page existing;
    test::add_block(existing,
                    {existing_line(100, 195, "upper line here"), existing_line(100, 207, "lower line there")});
    const Placed placed = place_words(laid_out({found_block({100, 176, 420, 200}, 1)}), existing);
    EXPECT_EQ(text_of(placed.page.blocks.at(0)), "upper line here/lower line there/");
}

TEST(PlaceWords, AWordBetweenItsNeighboursStaysWithThem) {
    Page existing;
    test::add_block(existing, {existing_line(100, 200, "we stay together")});
    existing.blocks[0].lines[0].words[1].box.top += 60; // a bad box
    existing.blocks[0].lines[0].words[1].box.bottom += 60;
    const Placed placed =
        place_words(laid_out({found_block({100, 176, 420, 200}, 1), found_block({100, 236, 420, 260}, 1)}), existing);
    EXPECT_EQ(text_of(placed.page.blocks.at(0)), "we stay together/");
}

TEST(PlaceWords, WordsWithoutALineKeepTheirs) {
    Page existing;
    test::add_block(existing, {existing_line(100, 200, "found")});
    test::add_block(existing, {existing_line(100, 900, "lost and found")}, BlockKind::caption);
    const Placed placed = place_words(laid_out({found_block({100, 176, 220, 200}, 1)}), existing);
    ASSERT_EQ(placed.page.blocks.size(), 2U);
    EXPECT_EQ(text_of(placed.page.blocks[1]), "lost and found/");
    EXPECT_EQ(placed.page.blocks[1].kind, BlockKind::caption);
    EXPECT_EQ(placed.page.blocks[1].box, existing.blocks[1].box);
}

TEST(PlaceWords, WordsWithoutABoxAreNotLost) {
    Page existing;
    test::add_block(existing, {existing_line(100, 200, "no place")});
    for (Word& word : existing.blocks[0].lines[0].words)
        word.box = {};
    const Placed placed = place_words(laid_out({}), existing);
    ASSERT_EQ(placed.page.blocks.size(), 1U);
    EXPECT_EQ(text_of(placed.page.blocks[0]), "no place/");
}

TEST(PlaceWords, LinesAndBlocksWithoutWordsGoButPicturesStay) {
    Page existing;
    test::add_block(existing, {existing_line(100, 200, "text")});
    Block picture;
    picture.kind = BlockKind::picture;
    picture.box = {100, 1000, 500, 1400};
    const Placed placed = place_words(
        laid_out({found_block({100, 176, 200, 200}, 3), found_block({600, 176, 900, 200}, 2), picture}), existing);
    ASSERT_EQ(placed.page.blocks.size(), 2U);
    EXPECT_EQ(text_of(placed.page.blocks[0]), "text/");
    EXPECT_EQ(placed.page.blocks[1].kind, BlockKind::picture);
}

TEST(PlaceWords, KindsThatTheFileTellsAreKept) {
    Page existing;
    test::add_block(existing, {existing_line(100, 200, "A headline")}, BlockKind::heading);
    const Placed placed = place_words(laid_out({found_block({100, 176, 420, 200}, 1)}), existing);
    EXPECT_EQ(placed.page.blocks.at(0).kind, BlockKind::heading);
}

TEST(PlaceWords, WhatAnEngineGuessedFromSpecksIsNoise) {
    Page existing;
    Line specks = existing_line(900, 900, "EN");
    specks.words[0].confidence = 0.1F;
    test::add_block(existing, {specks});
    EXPECT_EQ(place_words(laid_out({}), existing).page.blocks.at(0).kind, BlockKind::noise);
}

TEST(ToldOrder, BlocksStandAsTheFileHasTheirWords) {
    Page existing;
    test::add_block(existing, {existing_line(600, 200, "first")});
    test::add_block(existing, {existing_line(100, 200, "second")});
    const Placed placed =
        place_words(laid_out({found_block({100, 176, 300, 200}, 1), found_block({600, 176, 800, 200}, 1)}), existing);
    const std::vector<int> ranks = told_ranks(placed, existing);
    EXPECT_EQ(in_told_order(placed.page, ranks).order, (std::vector<int>{1, 0}));
    EXPECT_EQ(with_told_pieces(placed.page, ranks).order, (std::vector<int>{0, 1})) << "two are no masthead";
}

TEST(ToldOrder, ManyShortPiecesAreLeftInTheFilesOrder) {
    Page existing;
    std::vector<Block> found;
    for (int i = 0; i < 6; ++i) {
        test::add_block(existing, {existing_line(1000 - 150 * i, 200, "piece")});
        found.push_back(found_block({250 + 150 * i, 176, 340 + 150 * i, 200}, 1));
    }
    const Placed placed = place_words(laid_out(found), existing);
    EXPECT_EQ(with_told_pieces(placed.page, told_ranks(placed, existing)).order, (std::vector<int>{5, 4, 3, 2, 1, 0}));
}

} // namespace
} // namespace broadsheet
