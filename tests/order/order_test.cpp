// SPDX-License-Identifier: Apache-2.0
#include "order/drawn_order.h"

#include <gtest/gtest.h>
#include <random>

namespace broadsheet {
namespace {

TEST(Order, RunningHeadFirstAndFootLast) {
    EXPECT_EQ(order_of("     <<<< \n"
                       "          \n"
                       "aaaa bbbb \n"
                       "aaaa bbbb \n"
                       "          \n"
                       ">>>>      \n"),
              "<ab>");
}

TEST(Order, PinwheelIsAGuessAndSaysSo) {
    const DrawnPage drawn = draw_blocks("aaaaaaa bb\n"
                                        "aaaaaaa bb\n"
                                        "        bb\n"
                                        "dd cc   bb\n"
                                        "dd cc   bb\n"
                                        "dd        \n"
                                        "dd eeeeeee\n"
                                        "dd eeeeeee\n");
    const Page page = find_order(drawn.page);
    EXPECT_LT(page.order_confidence, 1);
    EXPECT_EQ(page.order.size(), page.blocks.size());
}

TEST(Order, EmptyPage) {
    const Page page = find_order({});
    EXPECT_TRUE(page.order.empty());
    EXPECT_DOUBLE_EQ(page.order_confidence, 1);
}

TEST(Order, EveryBlockOnceWhateverThePage) {
    std::mt19937 random(7);
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    for (int round = 0; round < 300; ++round) {
        Page page;
        page.text_height = 16;
        const int n = pick(30);
        for (int i = 0; i < n; ++i) {
            Block block;
            block.kind = static_cast<BlockKind>(pick(16));
            block.box = {pick(900), pick(900), 0, 0};
            block.box.right = block.box.left + pick(300); // some of them empty
            block.box.bottom = block.box.top + pick(200);
            block.lines.resize(pick(3));
            page.blocks.push_back(block);
        }
        const Page out = find_order(page);
        std::vector<int> sorted = out.order;
        std::sort(sorted.begin(), sorted.end());
        std::vector<int> all(n);
        for (int i = 0; i < n; ++i)
            all[i] = i;
        ASSERT_EQ(sorted, all);
    }
}

} // namespace
} // namespace broadsheet
