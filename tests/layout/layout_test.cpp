// SPDX-License-Identifier: Apache-2.0
#include "layout/layout.h"

#include "support/pixel_art.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <random>

namespace broadsheet {
namespace {

/// The blocks from the top left, each as "kind column,row lines" in cells of the drawing; rules left out.
std::vector<std::string> blocks_of(const Page& page) {
    std::vector<const Block*> blocks;
    for (const Block& block : page.blocks)
        if (block.kind != BlockKind::rule) blocks.push_back(&block);
    std::sort(blocks.begin(), blocks.end(), [](const Block* a, const Block* b) {
        return std::pair(a->box.top / kCellHeight, a->box.left) < std::pair(b->box.top / kCellHeight, b->box.left);
    });
    std::vector<std::string> out;
    for (const Block* b : blocks) // the edge of a picture is found to a few pixels
        out.push_back(fmt::format("{} {},{} {}", name(b->kind), (b->box.left + 4) / kCellWidth - 2,
                                  (b->box.top + 4) / kCellHeight - 1, b->lines.size()));
    return out;
}

std::vector<std::string> layout_of(const std::string& art) {
    return blocks_of(find_layout({}, draw_sheet(art)));
}

using Blocks = std::vector<std::string>;

TEST(Layout, OneColumn) {
    EXPECT_EQ(layout_of("  xxxx xxx xxxxx xx\n"
                        "xxxx xxx xx xxxx xxx\n"
                        "xxx xxxxx xxxx xx xx\n"
                        "xxx xxxx\n"),
              (Blocks{"paragraph 0,0 4"}));
}

TEST(Layout, TwoColumnsByAGutterThatKeepsItsPlace) {
    EXPECT_EQ(layout_of("xxxx xxx xxx   xxx xxxxx xxx\n"
                        "xxx xx xxxxx   xxxx xx xx xx\n"
                        "xxxxx xx xxx   xx xxxxx xxxx\n"
                        "xx xxx xxxxx   xxxxx xxx xxx\n"
                        "xxxx xxxx xx   xxx xxxx xxxx\n"),
              (Blocks{"paragraph 0,0 5", "paragraph 15,0 5"}));
}

TEST(Layout, WhiteBehindShortLinesHidesNoGutter) {
    EXPECT_EQ(layout_of("xxxx xxx xxx   xxx xxxxx xxx\n"
                        "xxx xx xxxxx   xxxx xx xx xx\n"
                        "xxx            xx xxxxx xxxx\n"
                        "  xxx xxxxxx   xxxxx xxx xxx\n"
                        "xxxx xxxx xx   xxx xx\n"
                        "xxxx xxx xxx     xxx xx xxxx\n"
                        "xx                    xxxxx.\n"),
              (Blocks{"paragraph 0,0 7", "paragraph 15,0 7"}));
}

TEST(Layout, LooseWordsInAJustifiedColumnAreNoGutter) {
    EXPECT_EQ(layout_of("xxxx xxx xx xxxx xxxx\n"
                        "xxx  xxxx  xx  xxx xx\n"
                        "xx   xxxx  xxx  xxx x\n"
                        "xxxxxx         xxxxxx\n"
                        "xxx  xxxx  xx xx xxxx\n"
                        "xxxx xxx xxx xx xxxxx\n"),
              (Blocks{"paragraph 0,0 6"}));
}

TEST(Layout, NarrowGutterWithARule) {
    EXPECT_EQ(layout_of("xxxx xxx xxx|xxx xxxxx xxx\n"
                        "xxx xx xxxxx|xxxx xx xx xx\n"
                        "xxxxx xx xxx|xx xxxxx xxxx\n"),
              (Blocks{"paragraph 0,0 3", "paragraph 13,0 3"}));
}

TEST(Layout, HeadlineOverTwoColumns) {
    EXPECT_EQ(layout_of("HHHHHH HHHHH HHHHHHHHHHH\n"
                        "\n"
                        "\n"
                        "xxxx xxx xx   xx xxx xxx\n"
                        "xxx xx xxxx   xxxx xx xx\n"
                        "xxxxx xx xx   xx xxxxx x\n"
                        "xx xxx xxxx   xxx xxxx x\n"),
              (Blocks{"heading 0,0 1", "paragraph 0,3 4", "paragraph 14,3 4"}));
}

TEST(Layout, RuleParts) {
    const Page page = find_layout({}, draw_sheet("xxxx xxx xx xxxx xxxx\n"
                                                 "xxx xxxx xxxx xxx xxx\n"
                                                 "---------------------\n"
                                                 "xxxx xxx xx xxxx xxxx\n"
                                                 "xxx xxxx xxxx xxx xxx\n"));
    EXPECT_EQ(blocks_of(page), (Blocks{"paragraph 0,0 2", "paragraph 0,3 2"}));
    const auto rule =
        std::find_if(page.blocks.begin(), page.blocks.end(), [](const Block& b) { return b.kind == BlockKind::rule; });
    ASSERT_NE(rule, page.blocks.end());
    EXPECT_EQ(rule->box, (Box{24, 139, 24 + 21 * 12, 141}));
}

TEST(Layout, PictureGivesNoText) {
    EXPECT_EQ(layout_of("xxxx xxx xx   xx xxx xxx\n"
                        "xxx xx xxxx   xxxx xx xx\n"
                        "              xx xxxxx x\n"
                        "###########   xxx xxxx x\n"
                        "###########   xxx xxxx x\n"
                        "###########   xxx xxxx x\n"
                        "              xx xxxxx x\n"
                        "xxxxx xx xx   xx xxxxx x\n"
                        "xx xxx xxxx   xxx xxxx x\n"),
              (Blocks{"paragraph 0,0 2", "paragraph 14,0 9", "picture 0,3 0", "paragraph 0,7 2"}));
}

TEST(Layout, CommasAndDotsBelongToTheirLines) {
    const Page page = find_layout({}, draw_sheet("xxxx, xxx. xx xxx, xxxx.\n"
                                                 "xxx. xxx xxxx, xx. xxxx,\n"));
    ASSERT_EQ(page.blocks.size(), 1u);
    ASSERT_EQ(page.blocks[0].lines.size(), 2u);
    const Line& line = page.blocks[0].lines[0];
    EXPECT_EQ(line.box, (Box{25, 48, 24 + 23 * 12 + 7, 77}));
    EXPECT_EQ(line.text_height, 24);
    EXPECT_EQ(line.baseline, (std::vector<Point>{{25, 72}, {24 + 23 * 12 + 7, 72}}));
}

TEST(Layout, RunningHeadStandsApart) {
    EXPECT_EQ(layout_of("          xxxxx\n"
                        "\n"
                        "xxxx xxx xx   xx xxx xxx\n"
                        "xxx xx xxxx   xxxx xx xx\n"
                        "xxxxx xx xx   xx xxxxx x\n"
                        "xx xxx xxxx   xxx xxxx x\n"),
              (Blocks{"running head 10,0 1", "paragraph 0,2 4", "paragraph 14,2 4"}));
}

TEST(Layout, CodeIsNoTextButItsPrintedLineIs) {
    const Sheet sheet = draw_sheet("xxxx xxx xx xxxx\n"
                                   "xxx xxxx xxxx xx\n"
                                   "\n"
                                   "xxxxxxxx\n"
                                   "xxxxxxxx\n");
    Page page;
    Code code;
    code.box = {24, 160, 24 + 96, 200};
    code.printed_box = {24, 200, 24 + 96, 240};
    page.codes = {code};
    page = find_layout(page, sheet);
    EXPECT_EQ(blocks_of(page), (Blocks{"paragraph 0,0 2", "code 0,3 0", "code 0,4 1"}));
}

TEST(Layout, TraceGetsThePicturesOfTheSteps) {
    std::vector<std::string> steps;
    LayoutOptions options;
    options.trace = [&](const std::string& step, const cv::Mat& picture) {
        EXPECT_EQ(picture.type(), CV_8UC3);
        steps.push_back(step);
    };
    find_layout({}, draw_sheet("xxxx xxx xx xxxx\n"), options);
    EXPECT_EQ(steps, (std::vector<std::string>{"segments", "gutters", "lines"}));
}

TEST(Layout, MarksOfAllHeightsAreNoText) {
    Sheet sheet = draw_sheet(std::string(40, '\n') + std::string(100, ' '));
    std::mt19937 random(5);
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    for (int i = 0; i < 150; ++i)
        cv::rectangle(sheet.ink, cv::Rect(pick(1150), pick(1550), 3 + pick(40), 3 + pick(70)), 255, cv::FILLED);
    sheet.gray = 255 - sheet.ink;
    EXPECT_TRUE(blocks_of(find_layout({}, sheet)).empty());
}

TEST(Layout, APageNumberAloneIsText) {
    EXPECT_EQ(layout_of("    \n  xx\n    \n    \n"), (Blocks{"paragraph 2,1 1"}));
}

TEST(Layout, NothingOnBlankPaperNorOnNoSheet) {
    Sheet blank = draw_sheet("    \n    \n");
    EXPECT_TRUE(find_layout({}, blank).blocks.empty());
    blank.text_height = 0;
    EXPECT_TRUE(find_layout({}, blank).blocks.empty());
    EXPECT_TRUE(find_layout({}, Sheet{}).blocks.empty());
}

} // namespace
} // namespace broadsheet
