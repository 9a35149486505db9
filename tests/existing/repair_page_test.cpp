// SPDX-License-Identifier: Apache-2.0
#include "repair_page.h"

#include "existing/existing_page.h"
#include "formats/formats.h"

#include <gtest/gtest.h>
#include <set>

namespace broadsheet {
namespace {

using test::existing_line;

/// Two columns of one story each, in blocks that follow each other from side to side, as engines leave them.
Page torn_page(double slope = 0) {
    const std::vector<std::string> left = {"The mayor opened the new bridge on", "Monday before a crowd of some two",
                                           "thousand people who had waited in",  "the rain since the early morning to",
                                           "see the first carriages roll over",  "the river without paying any toll."};
    const std::vector<std::string> right = {
        "Prices of corn rose again on the",     "market of the capital, where most of",
        "the dealers expect a poor harvest in", "the provinces of the north after the",
        "long drought of this summer, and a",   "further rise is thought likely."};
    Page page;
    page.language = "eng";
    for (std::size_t i = 0; i < left.size(); ++i) {
        const int y = 300 + test::line_pitch * static_cast<int>(i);
        test::add_block(page, {existing_line(100, y, left[i], slope)});
        test::add_block(page, {existing_line(860, y + static_cast<int>(760 * slope), right[i], slope)});
    }
    return page;
}

constexpr const char* mended =
    "The mayor opened the new bridge on Monday before a crowd of some two thousand people who had waited in the rain "
    "since the early morning to see the first carriages roll over the river without paying any toll.\n\nPrices of corn "
    "rose again on the market of the capital, where most of the dealers expect a poor harvest in the provinces of the "
    "north after the long drought of this summer, and a further rise is thought likely.\n";

std::multiset<std::string> words_of(const Page& page) {
    std::multiset<std::string> words;
    for (const Block& block : page.blocks)
        for (const Line& line : block.lines)
            for (const Word& word : line.words)
                words.insert(word.read + '@' + std::to_string(word.box.left) + ',' + std::to_string(word.box.top) +
                             ',' + std::to_string(word.box.right) + ',' + std::to_string(word.box.bottom));
    return words;
}

TEST(RepairPage, ColumnsReadAcrossComeInOrder) {
    for (const double slope : {0.0, 0.02, -0.03})
        EXPECT_EQ(to_text({repair_page(torn_page(slope))}), mended) << slope;
}

TEST(RepairPage, EveryWordAndItsBoxStays) {
    const Page torn = torn_page(0.02);
    EXPECT_EQ(words_of(repair_page(torn)), words_of(torn));
}

TEST(RepairPage, AgainChangesNothing) {
    const Page once = repair_page(torn_page());
    EXPECT_EQ(to_text({repair_page(once)}), mended);
}

TEST(RepairPage, WhatIsRightStaysInItsOrder) {
    // One above the other, each whole: nothing speaks for another order.
    Page page;
    test::add_block(page,
                    {existing_line(100, 300, "A first paragraph that ends."), existing_line(100, 344, "It is done.")});
    test::add_block(
        page, {existing_line(100, 500, "A second paragraph that ends."), existing_line(100, 544, "It is done too.")});
    std::swap(page.order[0], page.order[1]);
    EXPECT_EQ(to_text({repair_page(page)}),
              "A second paragraph that ends. It is done too.\n\nA first paragraph that ends. It is done.\n");
}

TEST(RepairPage, WithoutBoxesTheTextIsMended) {
    Page page;
    page.language = "eng";
    test::add_block(page, {existing_line(100, 300, "A para-"), existing_line(100, 344, "graph.")});
    for (Block& block : page.blocks)
        for (Line& line : block.lines) {
            line.box = {};
            for (Word& word : line.words)
                word.box = {};
        }
    page.blocks[0].box = {};
    const std::string text = to_text({repair_page(page)});
    EXPECT_TRUE(text == "A paragraph.\n" || text == "A para-\n\ngraph.\n") << text; // no measure, no join
}

TEST(RepairPage, EmptyPage) {
    EXPECT_EQ(to_text({repair_page({})}), "");
}

} // namespace
} // namespace broadsheet
