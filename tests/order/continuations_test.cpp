// SPDX-License-Identifier: Apache-2.0
#include "order/order.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

/// A block of lines 20 pixels high, at its place 200 pixels wide but for the last line.
Block drawn(BlockKind kind, Point at, const std::vector<std::string>& lines, int last = 200) {
    Block block;
    block.kind = kind;
    block.article = kind == BlockKind::heading ? 1 : 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const int y = at.y + 30 * static_cast<int>(i);
        Line line;
        line.box = {at.x, y, at.x + (i + 1 < lines.size() ? 200 : last), y + 20};
        line.text_height = 20;
        Word word;
        word.text = word.read = lines[i];
        word.box = line.box;
        line.words = {word};
        block.box = united(block.box, line.box);
        block.lines.push_back(line);
    }
    return block;
}

/// One column over an advertisement, and the next beside both; in the order of geometry.
Page with_advertisement(const std::string& foot, const std::string& head, int last = 200) {
    Page page;
    page.text_height = 20;
    page.blocks = {drawn(BlockKind::paragraph, {0, 0}, {"The harbour was", "quiet on that", foot}, last),
                   drawn(BlockKind::heading, {0, 150}, {"Music for the Home"}),
                   drawn(BlockKind::paragraph, {0, 200}, {"Their lively and", "delightful tunes", "for all."}, 90),
                   drawn(BlockKind::paragraph, {250, 0}, {head, "of a storm was", "found. All went", "to the pier."})};
    page.blocks[2].article = page.blocks[3].article = 1;
    page.order = {0, 1, 2, 3};
    return page;
}

TEST(Continuations, AWordBrokenAtAColumnsFootGoesOnBeyondAnAdvertisement) {
    const Page page = follow_text(with_advertisement("morn-", "ing, until news"));
    EXPECT_EQ(page.order, (std::vector<int>{0, 3, 1, 2}));
    EXPECT_EQ(page.blocks[3].article, 0);
    EXPECT_EQ(page.blocks[2].article, 1);
}

TEST(Continuations, ASentenceGoesOnBeyondAnAdvertisement) {
    EXPECT_EQ(follow_text(with_advertisement("morning until the", "damage which then")).order,
              (std::vector<int>{0, 3, 1, 2}));
}

TEST(Continuations, NothingMovesWithoutProof) {
    const std::vector<int> as_it_was{0, 1, 2, 3};
    EXPECT_EQ(follow_text(with_advertisement("morning.", "damage which then")).order, as_it_was);
    EXPECT_EQ(follow_text(with_advertisement("morning until the", "Damage which then")).order, as_it_was);
    EXPECT_EQ(follow_text(with_advertisement("morning until the", "damage which then", 60)).order, as_it_was);
    Page joined = with_advertisement("morn-", "damage which then");
    joined.blocks[1] = drawn(BlockKind::paragraph, {0, 150}, {"ing, as it was"});
    EXPECT_EQ(follow_text(joined).order, as_it_was); // what follows goes on itself
    Page other = with_advertisement("morn-", "damage which then");
    other.blocks[2] = drawn(BlockKind::paragraph, {0, 200}, {"Their lively and", "delightful tunes", "for all the"});
    EXPECT_EQ(follow_text(other).order, as_it_was); // it goes on with the advertisement's text
    other.blocks[2] = drawn(BlockKind::paragraph, {0, 200}, {"Their lively and", "delightful tunes,"}, 90);
    EXPECT_EQ(follow_text(other).order, as_it_was);
    Page cut = with_advertisement("morning until the", "damage which then"); // cut in two before a name
    cut.blocks[1] = drawn(BlockKind::paragraph, {0, 90}, {"Baltic ports lay", "open again."}, 90);
    EXPECT_EQ(follow_text(cut).order, as_it_was);
    Page column = with_advertisement("morning until the", "damage which then"); // Postfix, a name, heads the next one
    column.blocks[1] = drawn(BlockKind::paragraph, {250, 0}, {"Postfix hinzu", "und wieder", "das alles."}, 90);
    column.blocks[3] = drawn(BlockKind::paragraph, {500, 0}, {"und es gezeigt", "ist von allen", "dort und hier."}, 90);
    column.order = {0, 1, 3, 2};
    EXPECT_EQ(follow_text(column).order, (std::vector<int>{0, 1, 3, 2}));
    Block deck = drawn(BlockKind::paragraph, {0, -30}, {"A second headline over both columns"});
    deck.box.right = deck.lines[0].box.right = 450;
    column.blocks.push_back(deck);
    column.order = {4, 0, 1, 3, 2};
    EXPECT_EQ(follow_text(column).order, (std::vector<int>{4, 0, 1, 3, 2}));
    Page under = with_advertisement("morn-", "damage which then");
    under.blocks.push_back(drawn(BlockKind::paragraph, {250, -40}, {"A line over it"}));
    under.order = {0, 1, 2, 4, 3};
    EXPECT_EQ(follow_text(under).order, (std::vector<int>{0, 1, 2, 4, 3})); // it heads no column
    under.blocks[4].kind = BlockKind::heading;
    EXPECT_EQ(follow_text(under).order, (std::vector<int>{0, 1, 2, 4, 3}));
}

TEST(Continuations, OfAPageWithoutTextThereAreNone) {
    EXPECT_TRUE(follow_text({}).order.empty());
    Page page = with_advertisement("morn-", "ing, until news");
    for (Block& block : page.blocks)
        for (Line& line : block.lines)
            line.words.clear();
    EXPECT_EQ(follow_text(page).order, (std::vector<int>{0, 1, 2, 3}));
}

} // namespace
} // namespace broadsheet
