// SPDX-License-Identifier: Apache-2.0
// Text in a frame of rules: an advertisement, or something else. Body text is 20 pixels high.
#include "layout/blocks.h"
#include "layout/drawn_layout.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace broadsheet {
namespace {

constexpr double kText = 20;

Block text_of(BlockKind kind, const std::vector<Box>& lines, int type = 20) {
    Block block;
    block.kind = kind;
    for (const Box& box : lines) {
        block.lines.push_back({});
        block.lines.back().box = box;
        block.lines.back().text_height = type;
        block.box = united(block.box, box);
    }
    return block;
}

Block rule(const Box& box) {
    Block block;
    block.kind = BlockKind::rule;
    block.box = box;
    return block;
}

/// Lines of running text, 30 pixels from one to the next; the first indented, the last one short.
Block running(int left, int top, int right, int count) {
    std::vector<Box> lines;
    for (int i = 0; i < count; ++i)
        lines.push_back(
            {left + (i == 0 ? 28 : 0), top + 30 * i, i + 1 == count ? (left + right) / 2 : right, top + 30 * i + 20});
    return text_of(BlockKind::paragraph, lines);
}

void add_frame(std::vector<Block>& blocks, const Box& b) {
    for (const Box& side : {Box{b.left, b.top - 2, b.right, b.top}, Box{b.left, b.bottom, b.right, b.bottom + 2},
                            Box{b.left - 2, b.top, b.left, b.bottom}, Box{b.right, b.top, b.right + 2, b.bottom}})
        blocks.push_back(rule(side));
}

struct Row {
    int type;
    int width;
};

/// Lines in the frame's middle, each a block, from the frame's head.
void add_centred(std::vector<Block>& blocks, const Box& frame, const std::vector<Row>& rows) {
    int y = frame.top + 20;
    for (const Row& row : rows) {
        const int left = frame.center().x - row.width / 2;
        blocks.push_back(text_of(row.type > kText ? BlockKind::heading : BlockKind::paragraph,
                                 {{left, y, left + row.width, y + row.type}}, row.type));
        y += row.type + 15;
    }
}

/// Three columns of text, 600 wide; the middle one is white between its parts.
std::vector<Block> columns() {
    return {running(0, 0, 600, 40), running(650, 0, 1250, 10), running(650, 860, 1250, 10), running(1300, 0, 1900, 40)};
}
constexpr Box kFrame{652, 340, 1248, 820}; ///< in that white

std::vector<Block> advertisements(std::vector<Block> blocks) {
    take_advertisements(blocks, kText);
    std::erase_if(blocks, [](const Block& block) { return block.kind != BlockKind::advertisement; });
    return blocks;
}

const std::vector<Row> kDisplay{{16, 150}, {60, 450}, {32, 300}, {20, 250}, {20, 200}, {32, 280}, {18, 300}};

TEST(Advertisements, DisplayTypeInAFrameIsOneBlock) {
    std::vector<Block> blocks = columns();
    add_frame(blocks, kFrame);
    add_centred(blocks, kFrame, kDisplay);
    const std::vector<Block> found = advertisements(blocks);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].box, kFrame);
    ASSERT_EQ(found[0].lines.size(), kDisplay.size());
    for (std::size_t i = 0; i < kDisplay.size(); ++i)
        EXPECT_EQ(found[0].lines[i].text_height, kDisplay[i].type);
}

TEST(Advertisements, OnADrawnSheet) {
    Sheet sheet = draw_sheet("xxxx xxx xxxxx xxx xxxxxx xx   ---------------------------\n"
                             "xxxxx xxxxxx xxxxx xxxxx xxx  |                           |\n"
                             "xxxx xx xxxxxx xxxx xxxx xxx  |       xxxxxx xx xxxx      |\n"
                             "xxx xxxxxx xxxxxxx xxxx xxxx  |    HHHHH HHHHHHH HHHHH    |\n"
                             "xxxx xxx xxxxx xxx xxxxxx xx  |                           |\n"
                             "xxxxx xxxxxx xxxxx xxxxx xxx  |                           |\n"
                             "xxxx xx xxxxxx xxxx xxxx xxx  |       xxx xxxxx xxxx      |\n"
                             "xxx xxxxxx xxxxxxx xxxx xxxx  |         xxxx xxxx         |\n"
                             "xxxx xxx xxxxx xxx xxxxxx xx  |        HHHHHH HHHH        |\n"
                             "xxxxx xxxxxx xxxxx xxxxx xxx  |                           |\n"
                             "xxxx xx xxxxxx xxxx xxxx xxx   ---------------------------\n");
    lower_letters(sheet.gray, {33 * kCellWidth, 3 * kCellHeight + 8, 26 * kCellWidth, 24},
                  16); // the frame's first line
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(blocks_of(find_layout({}, sheet)), (Blocks{"paragraph 0,0 11", "advertisement 31,0 5"}));
    sheet.quarter_turns = kColumnsLevel; // there headlines stand in frames
    const Page vertical = find_layout({}, sheet);
    EXPECT_TRUE(std::ranges::none_of(vertical.blocks,
                                     [](const Block& block) { return block.kind == BlockKind::advertisement; }));
}

TEST(Advertisements, AFrameOpenAtASideIsNone) {
    std::vector<Block> blocks = columns();
    add_frame(blocks, kFrame);
    blocks.pop_back(); // its right side
    add_centred(blocks, kFrame, kDisplay);
    EXPECT_TRUE(advertisements(blocks).empty());
}

TEST(Advertisements, SomeTextAmongDisplayType) {
    std::vector<Block> blocks = columns();
    add_frame(blocks, kFrame);
    add_centred(blocks, kFrame, {{32, 300}, {60, 400}});
    blocks.push_back(running(672, 490, 1228, 3));
    add_centred(blocks, {kFrame.left, 580, kFrame.right, kFrame.bottom}, {{32, 300}, {20, 200}, {17, 300}});
    EXPECT_EQ(advertisements(blocks).size(), 1U);
}

TEST(Advertisements, BetweenCrossRulesOfRuledColumns) {
    const auto found = [](const std::vector<Box>& upright) {
        std::vector<Block> blocks{running(650, 0, 1250, 30), running(1300, 0, 1900, 40)};
        for (const Box& box : upright)
            blocks.push_back(rule(box));
        for (const int y : {0, 400, 800})
            blocks.push_back(rule({5, y, 600, y + 2}));
        for (const int y : {0, 400})
            add_centred(blocks, {0, y, 600, y + 400}, kDisplay);
        return advertisements(blocks).size();
    };
    EXPECT_EQ(found({{624, 0, 626, 1200}, {1274, 0, 1276, 1200}}), 2U); // the first column, with white on its left
    EXPECT_EQ(found({}), 0U);
}

TEST(Advertisements, OfTwoPartsTheLeftOneComesFirst) {
    std::vector<Block> blocks{running(0, 0, 600, 20), running(650, 0, 1250, 20)};
    add_frame(blocks, {0, 700, 1250, 1000});
    add_centred(blocks, {0, 700, 625, 1000}, {{60, 300}, {32, 200}, {20, 180}});
    add_centred(blocks, {625, 700, 1250, 1000}, {{32, 300}, {60, 250}, {20, 180}, {32, 200}});
    const std::vector<Block> found = advertisements(blocks);
    ASSERT_EQ(found.size(), 1U);
    std::vector<int> types;
    for (const Line& line : found[0].lines)
        types.push_back(line.text_height);
    EXPECT_EQ(types, (std::vector<int>{60, 32, 20, 32, 60, 20, 32}));
}

TEST(Advertisements, ASidebarIsNone) {
    std::vector<Block> blocks = columns();
    add_frame(blocks, kFrame);
    add_centred(blocks, kFrame, {{16, 100}, {40, 400}});
    blocks.push_back(running(672, 460, 1228, 5));
    blocks.push_back(running(672, 620, 1228, 5));
    EXPECT_TRUE(advertisements(blocks).empty());
}

TEST(Advertisements, AShortSidebarUnderAHeadlineIsNone) { // display for the most part, but it ends with text
    std::vector<Block> blocks = columns();
    add_frame(blocks, kFrame);
    add_centred(blocks, kFrame, {{16, 100}, {60, 400}, {60, 300}, {32, 350}});
    blocks.push_back(running(672, 620, 1228, 4));
    EXPECT_TRUE(advertisements(blocks).empty());
}

TEST(Advertisements, AQuotationWithItsAuthorIsNone) {
    std::vector<Block> blocks = columns();
    add_frame(blocks, kFrame);
    add_centred(blocks, kFrame, {{34, 400}, {34, 350}, {34, 420}, {34, 300}, {18, 250}});
    EXPECT_TRUE(advertisements(blocks).empty());
}

TEST(Advertisements, AHeadlineWithItsDecksIsNone) {
    for (const std::vector<Row>& rows : {std::vector<Row>{{20, 200}, {60, 400}, {32, 350}},
                                         {{32, 400}, {60, 450}, {60, 400}, {32, 350}, {32, 300}, {17, 250}}}) {
        std::vector<Block> blocks = columns();
        add_frame(blocks, kFrame);
        add_centred(blocks, kFrame, rows);
        EXPECT_TRUE(advertisements(blocks).empty());
    }
}

TEST(Advertisements, AListOfContentsIsNone) {
    std::vector<Block> blocks = columns();
    add_frame(blocks, kFrame);
    std::vector<Box> lines;
    for (const int width : {150, 260, 230, 100, 130, 170, 120, 150})
        lines.push_back(
            {672, 430 + 40 * static_cast<int>(lines.size()), 672 + width, 450 + 40 * static_cast<int>(lines.size())});
    blocks.push_back(text_of(BlockKind::heading, {{672, 350, 950, 410}}, 60));
    blocks.push_back(text_of(BlockKind::paragraph, lines));
    blocks.push_back(text_of(BlockKind::heading, {{672, 760, 950, 792}}, 32));
    EXPECT_TRUE(advertisements(blocks).empty());
}

TEST(Advertisements, AFramedTableIsNone) {
    std::vector<Block> blocks = columns();
    add_frame(blocks, kFrame);
    add_centred(blocks, kFrame, kDisplay);
    blocks.back().kind = BlockKind::table;
    EXPECT_TRUE(advertisements(blocks).empty());
}

TEST(Advertisements, AnEarBesideTheTitleIsNone) {
    const auto found = [](int title) {
        std::vector<Block> blocks{running(0, 430, 600, 20), running(650, 400, 1250, 20), running(1300, 400, 1900, 20)};
        add_frame(blocks, {0, 0, 400, 340});
        add_centred(blocks, {0, 0, 400, 340}, {{16, 150}, {60, 250}, {32, 200}, {20, 250}, {20, 200}, {32, 180}});
        blocks.push_back(text_of(BlockKind::heading, {{500, 100, 1800, 100 + title}}, title));
        blocks.push_back(text_of(BlockKind::heading, {{100, 370, 500, 410}}, 40)); // of the story under the frame
        return advertisements(blocks).size();
    };
    EXPECT_EQ(found(120), 0U);
    EXPECT_EQ(found(40), 1U); // a headline
}

TEST(Advertisements, ATitlePageInAFrameIsNone) {
    std::vector<Block> blocks;
    add_frame(blocks, kFrame);
    add_centred(blocks, kFrame, kDisplay);
    EXPECT_TRUE(advertisements(blocks).empty());
    blocks.push_back(running(kFrame.left, kFrame.bottom + 100, kFrame.right, 20)); // a newspaper's head
    EXPECT_TRUE(advertisements(blocks).empty());
}

TEST(Advertisements, OneBesideADoubleFrameIsOne) {
    std::vector<Block> blocks = columns();
    const Box beside{kFrame.right + 60, kFrame.top + 4, kFrame.right + 60 + kFrame.width(), kFrame.bottom};
    add_frame(blocks, kFrame);
    blocks.push_back(rule({kFrame.left, kFrame.top + 8, kFrame.right, kFrame.top + 10}));
    add_frame(blocks, beside);
    std::erase_if(blocks,
                  [&](const Block& block) { return !block.lines.empty() && !intersected(block.box, beside).empty(); });
    add_centred(blocks, kFrame, kDisplay);
    add_centred(blocks, beside, kDisplay);
    EXPECT_EQ(advertisements(blocks).size(), 2U);
}

TEST(Advertisements, WhatStandsBesideEachOtherIsReadFromTheLeft) {
    std::vector<Block> blocks = columns();
    add_frame(blocks, kFrame);
    add_centred(blocks, kFrame, kDisplay);
    const Box last = blocks.back().box;
    const int x = kFrame.center().x;
    blocks.back() = text_of(BlockKind::heading, {{x + 30, last.top - 1, x + 130, last.bottom}}, last.height());
    blocks.push_back(text_of(BlockKind::heading, {{x - 130, last.top, x - 30, last.bottom}}, last.height()));
    const std::vector<Block> found = advertisements(blocks);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].lines.back().box.left, x + 30);
}

} // namespace
} // namespace broadsheet
