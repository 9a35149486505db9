// SPDX-License-Identifier: Apache-2.0
// Blocks named z, y and x are advertisements.
#include "order/drawn_order.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

struct Ordered {
    DrawnPage drawn;
    Page page;
    std::string names() const { return named_in_order(drawn, page); }
    int article(char c) const { return page.blocks[drawn.index.at(c)].article; }
};

Ordered ordered(const std::string& art) {
    Ordered out{draw_blocks(art), {}};
    for (const char c : {'x', 'y', 'z'})
        if (const auto found = out.drawn.index.find(c); found != out.drawn.index.end())
            out.drawn.page.blocks[found->second].kind = BlockKind::advertisement;
    out.page = find_order(out.drawn.page);
    return out;
}

/// An advertisement in the first of two columns, and under it a line of this kind over others.
Ordered with_under_it(const std::string& line) {
    return ordered("AAAA BBBB\n"
                   "         \n"
                   "aaaa bbbb\n"
                   "aa   bbbb\n"
                   "---- bbbb\n"
                   "zzzz bbbb\n"
                   "zzzz bbbb\n"
                   "==== bbbb\n" +
                   line +
                   " bbbb\n"
                   "cccc bbbb\n");
}

TEST(Advertisements, BehindTheStoryTheyStandIn) {
    const Ordered page = with_under_it("cccc");
    EXPECT_EQ(page.names(), "AaczBb");
    EXPECT_EQ(page.article('a'), 0);
    EXPECT_EQ(page.article('c'), 0);
    EXPECT_EQ(page.article('z'), 1);
    EXPECT_EQ(page.article('b'), 2);
}

TEST(Advertisements, AStoryUnderOneHasAHeadline) {
    const Ordered page = with_under_it("CCCC");
    EXPECT_EQ(page.names(), "AazCcBb");
    EXPECT_EQ(page.article('c'), 2);
}

TEST(Advertisements, TheirTypeHeadsNothing) {
    const Ordered page = ordered("AAAAAAAAAAAAAA\n"
                                 "              \n"
                                 "aaaa bbbb cccc\n"
                                 "aaaa bbbb cccc\n"
                                 "zzzzzzzzz cccc\n"
                                 "zzzzzzzzz cccc\n"
                                 "              \n"
                                 "dddd eeee cccc\n"
                                 "dddd eeee cccc\n");
    EXPECT_EQ(page.names(), "Aadbecz");
}

TEST(Advertisements, EachIsAnArticleOfItsOwnWithThePicturesInIt) {
    Ordered page = ordered("AAAA BBBB\n"
                           "         \n"
                           "aaaa bbbb\n"
                           "aaaa bbbb\n"
                           "         \n"
                           "zzzz yyyy\n"
                           "zzzz yyyy\n"
                           "z##z yyyy\n"
                           "zzzz yyyy\n");
    EXPECT_EQ(page.names(), "AazBby");
    EXPECT_NE(page.article('z'), page.article('y'));
    EXPECT_EQ(page.article('#'), page.article('z'));
}

TEST(Advertisements, APageOfThemHasNoOtherText) {
    const Ordered page = ordered("zzzz yyyy\n"
                                 "zzzz yyyy\n"
                                 "         \n"
                                 "xxxxxxxxx\n"
                                 "xxxxxxxxx\n");
    EXPECT_EQ(page.names(), "zyx");
    EXPECT_EQ(page.article('x'), 2);
}

} // namespace
} // namespace broadsheet
