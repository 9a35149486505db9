// SPDX-License-Identifier: Apache-2.0
#include "layout/drawn_layout.h"
#include "layout/marks.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Rules, RuleParts) {
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

TEST(Rules, PiecesOfABrokenRuleAreNoText) {
    const Page page = find_layout({}, draw_sheet("xxxx xxx xx | xxx xxxxx xx\n"
                                                 "xxx xx xxxx | xxxx xx xx x\n"
                                                 "xxxxx xx xx | xx xxxxx xxx\n"
                                                 "xx xxx xxxx | xxxxx xxx xx\n"
                                                 "xx xx xxxxx   xx xx xxx xx\n"
                                                 "xxx xx xxxx | xxx xxx xx x\n"
                                                 "xxx xx xxxx   xxx xxx xx x\n"));
    for (const Block& block : page.blocks)
        if (block.kind == BlockKind::paragraph) EXPECT_EQ(block.lines.size(), 7u);
}

/// Whether it goes as a remain of the rule, beside text 20 pixels high.
bool is_remain(const Box& piece, const Box& rule) {
    std::vector<Component> components{{piece, static_cast<int>(piece.area())}};
    drop_rule_remains(components, {{rule, rule.height() > rule.width()}}, 20);
    return components.empty();
}

TEST(Rules, APieceHigherThanLettersMayBeBroaderAndStandWhereTheRuleLeansTo) {
    const Box upright{100, 200, 105, 900}, leaning{90, 200, 115, 900};
    EXPECT_TRUE(is_remain({101, 150, 106, 190}, upright));
    EXPECT_TRUE(is_remain({99, 145, 107, 190}, upright)); // 8 pixels
    EXPECT_TRUE(is_remain({109, 145, 117, 190}, leaning));
    EXPECT_FALSE(is_remain({99, 145, 111, 190}, upright));   // too broad
    EXPECT_FALSE(is_remain({116, 145, 124, 190}, upright));  // beside it
    EXPECT_FALSE(is_remain({99, 165, 107, 190}, upright));   // a letter
    EXPECT_FALSE(is_remain({110, 165, 115, 190}, leaning));  // a letter at the rule's side
    EXPECT_FALSE(is_remain({99, 1300, 107, 1345}, upright)); // too far away
}

TEST(Rules, TheRestOfAWavyOneAtItsEndIsNoText) {
    const Box upright{100, 200, 105, 900};
    EXPECT_TRUE(is_remain({99, 175, 108, 198}, upright));
    EXPECT_FALSE(is_remain({99, 165, 108, 188}, upright)); // further off
    EXPECT_FALSE(is_remain({99, 175, 111, 198}, upright)); // a character
    const Box level{200, 100, 900, 105};
    EXPECT_TRUE(is_remain({150, 99, 198, 108}, level));
    EXPECT_FALSE(is_remain({140, 99, 188, 108}, level)); // further off
    EXPECT_FALSE(is_remain({175, 99, 198, 108}, level)); // a dash
    EXPECT_FALSE(is_remain({150, 99, 198, 111}, level)); // a word
}

/// The level rules of a sheet on which bars are drawn, each as "y, height", that lean by one height of theirs.
int level_rules(const std::vector<std::pair<int, int>>& bars) {
    Sheet sheet = masthead({});
    for (const auto& [y, height] : bars)
        for (int x = 0; x < 1240; ++x)
            cv::rectangle(sheet.gray, cv::Rect(60 + x, y + x * height / 1240, 1, height), 0, cv::FILLED);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    const Page page = find_layout({}, sheet);
    return static_cast<int>(std::count_if(page.blocks.begin(), page.blocks.end(), [](const Block& block) {
        return block.kind == BlockKind::rule && block.box.width() > block.box.height();
    }));
}

TEST(Rules, BothStrokesOfADoubleRuleAreRules) {
    EXPECT_EQ(level_rules({{500, 4}, {507, 4}}), 2);
}

TEST(Rules, ALongRuleMayBeThick) {
    EXPECT_EQ(level_rules({{500, 10}}), 1); // 0.42 text heights
    EXPECT_EQ(level_rules({{500, 18}}), 0); // a bar
}

} // namespace
} // namespace broadsheet
