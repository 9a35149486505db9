// SPDX-License-Identifier: Apache-2.0
#include "repair/heads.h"

#include "repair/page_drawing.h"

#include <gmock/gmock.h>

namespace broadsheet {
namespace {

using testing::ElementsAre;
using Kind = BlockKind;

/// head above and foot below some text; empty: none.
Page sheet(int number, const std::string& head, const std::string& text, const std::string& foot) {
    std::vector<Block> blocks;
    if (!head.empty()) blocks.push_back(drawn_block(Kind::paragraph, {0, 0}, head));
    blocks.push_back(drawn_block(Kind::paragraph, {0, 60}, text));
    if (!foot.empty()) blocks.push_back(drawn_block(Kind::paragraph, {0, 900}, foot));
    Page page = drawn_page("eng", std::move(blocks));
    page.number = number;
    page.width = 800;
    page.height = 1000;
    return repair(page);
}

std::vector<std::string> dropped(const Page& page) {
    return texts(without_heads(page));
}

const std::string some = "It was a quiet day in the\nharbour and nothing at all\nhappened there.";

TEST(heads, come_again_but_for_figures) {
    const auto pages = with_heads({sheet(1, "THE HARBOUR NEWS 14", some, ""), sheet(2, "THE HARB0UR NEWS 15", some, ""),
                                   sheet(3, "A NEW SHIP", some, "")});
    EXPECT_EQ(pages[0].blocks[0].kind, Kind::running_head);
    EXPECT_EQ(pages[1].blocks[0].kind, Kind::running_head);
    EXPECT_NE(pages[2].blocks[0].kind, Kind::running_head);
    EXPECT_THAT(dropped(pages[0]), ElementsAre("It was a quiet day in the harbour and nothing at all happened there."));
    EXPECT_EQ(without_heads(pages[0]).blocks[0].lines[0].removed, "running head");
    EXPECT_EQ(as_read(without_heads(pages[0])), as_read(pages[0]));
}

TEST(heads, advertisements_are_left_out_as_they_are) {
    Page page = drawn_page(
        "eng", {drawn_block(Kind::paragraph, {0, 0}, some), drawn_block(Kind::advertisement, {0, 200}, "Soap", 1)});
    page = repair(page);
    EXPECT_THAT(texts(without_advertisements(page)),
                ElementsAre("It was a quiet day in the harbour and nothing at all happened there."));
    EXPECT_EQ(without_advertisements(page).blocks[1].lines[0].removed, "advertisement");
    EXPECT_EQ(as_read(without_advertisements(page)), as_read(page));
}

TEST(heads, of_left_and_right_pages_differ) {
    std::vector<Page> all;
    for (int i = 1; i <= 6; ++i)
        all.push_back(sheet(i, i % 2 ? "HARBOUR TALES" : "by J. Mariner", some, ""));
    for (const Page& page : with_heads(all))
        EXPECT_EQ(page.blocks[0].kind, Kind::running_head) << page.number;
}

TEST(heads, page_numbers_count_on) {
    const auto pages = with_heads({sheet(4, "", some, "112"), sheet(5, "", some, "113"), sheet(7, "", some, "115")});
    for (const Page& page : pages)
        EXPECT_EQ(page.blocks.back().kind, Kind::page_number) << page.number;
}

TEST(heads, other_figures_are_no_page_numbers) {
    const auto pages = with_heads({sheet(4, "", some, "112"), sheet(5, "", some, "1400"), sheet(6, "", some, "7")});
    for (const Page& page : pages)
        EXPECT_NE(page.blocks.back().kind, Kind::page_number) << page.number;
}

TEST(heads, a_catchword_is_the_next_pages_first) {
    const auto pages = with_heads({sheet(1, "", "The ship sailed on and on\nand nobody saw it.", "happened"),
                                   sheet(2, "", "happened all the same, as\nthe old men said.", "Finis")});
    EXPECT_THAT(dropped(pages[0]), ElementsAre("The ship sailed on and on and nobody saw it."));
    EXPECT_EQ(pages[1].blocks.back().kind, Kind::paragraph);
}

TEST(heads, the_text_runs_on_over_them) {
    Page first = drawn_page("eng", {drawn_block(Kind::paragraph, {0, 0}, "THE HARBOUR NEWS"),
                                    drawn_block(Kind::paragraph, {0, 60},
                                                "The harbour was quiet, when\nthe storm that "
                                                "the observa-"),
                                    drawn_block(Kind::paragraph, {0, 900}, "THE HARBOUR NEWS COMPANY"),
                                    drawn_block(Kind::paragraph, {400, 60}, "tory had announced came up\nand went.")});
    first.width = 800;
    first.height = 1000;
    Page second = first;
    second.number = 2;
    const auto pages = with_heads({repair(first), repair(second)});
    EXPECT_THAT(
        dropped(pages[0]),
        ElementsAre("The harbour was quiet, when the storm that the observatory had announced came up and went."));
}

TEST(heads, longer_blocks_and_other_heights_are_none) {
    const std::string two = "THE HARBOUR NEWS\nof Saturday night";
    const auto pages = with_heads({sheet(1, two, some, ""), sheet(2, two, some, "")});
    EXPECT_EQ(pages[0].blocks[0].kind, Kind::paragraph);
    Page low = sheet(2, "THE HARBOUR NEWS", some, "");
    low.height = 300; // stands lower on its page, as a heading may
    for (Block& block : low.blocks)
        block.box = {block.box.left, block.box.top + 100, block.box.right, block.box.bottom + 100};
    EXPECT_EQ(with_heads({sheet(1, "THE HARBOUR NEWS", some, ""), low})[0].blocks[0].kind, Kind::paragraph);
}

TEST(heads, one_page_tells_nothing) {
    const Page page = sheet(1, "THE HARBOUR NEWS", some, "3");
    EXPECT_EQ(with_heads({page}), std::vector<Page>{page});
    EXPECT_TRUE(with_heads({}).empty());
    EXPECT_EQ(with_heads({Page{}, Page{}}).size(), 2U);
}

TEST(heads, a_figure_between_dashes_is_the_page_number_of_one_page_too) {
    for (const char* number : {"— 4 —", "- 13", "_ 13 _", "112 —."})
        EXPECT_EQ(sheet(1, number, some, "").blocks[0].kind, Kind::page_number) << number;
    EXPECT_EQ(sheet(1, "", some, "— 4 —").blocks[1].kind, Kind::page_number);
    for (const char* other : {"4", "— 4 A —", "— — —", "1914 - 1918"})
        EXPECT_EQ(sheet(1, other, some, "").blocks[0].kind, Kind::paragraph) << other;
    const Page page = sheet(1, "4 —", "tion of the harbour, and\nnothing else happened.", "");
    EXPECT_THAT(texts(page), ElementsAre("page number: 4 —", "tion of the harbour, and nothing else happened."));
}

} // namespace
} // namespace broadsheet
