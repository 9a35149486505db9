// SPDX-License-Identifier: Apache-2.0
#include "layout/drawn_layout.h"

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
