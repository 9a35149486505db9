// SPDX-License-Identifier: Apache-2.0
#include "evaluate/places.h"

#include "evaluate/tokens.h"

#include <gmock/gmock.h>

namespace broadsheet::evaluate {
namespace {

using testing::ElementsAre;
using testing::Optional;

const std::u32string first = U"abcdefghijklm";
const std::u32string second = U"nopqrstuvwxyz";

TEST(Places, WhereTextsAre) {
    EXPECT_THAT(locate({first, second}, second + first), ElementsAre(Optional(13), Optional(0)));
    EXPECT_THAT(locate({first}, U"zzabcdefg-hijklmzz"), ElementsAre(Optional(2))); // most of its runs agree
    EXPECT_THAT(locate({first}, second), ElementsAre(std::nullopt));
    EXPECT_THAT(locate({U"xyz", U""}, second), ElementsAre(Optional(10), std::nullopt)); // too short for runs
    EXPECT_THAT(locate({U"aba"}, U"--aba--aba"), ElementsAre(std::nullopt));             // there twice
}

TEST(Places, RunsThatTwoTextsHaveTellNothing) {
    EXPECT_THAT(locate({U"abcdef", U"abcdeg"}, U"..abcdef..........abcdeg.."), ElementsAre(Optional(2), Optional(18)));
    EXPECT_THAT(locate({U"abcdef", U"abcdef"}, U"..abcdef.."), ElementsAre(Optional(2), Optional(2)));
}

TEST(Places, VotesForTheFirstOfEquals) {
    Votes votes;
    EXPECT_TRUE(votes.empty());
    for (const int value : {3, 1, 1, 3, 2})
        votes.add(value);
    EXPECT_EQ(votes.winner(), 3);
}

TEST(Places, KindsThatFloat) {
    for (const char* kind : {"caption", "running head", "header", "page number", "page-number", "advert"})
        EXPECT_TRUE(is_float(kind)) << kind;
    for (const char* kind : {"paragraph", "heading", "", "text", "byline"})
        EXPECT_FALSE(is_float(kind)) << kind;
}

std::vector<Region> page() {
    return {{"heading", "Bridges of the north", {}, {}},
            {"paragraph", "Nobody had crossed the water before the winter came.", {}, {}},
            {"caption", "A view of the quay", {}, {}},
            {"paragraph", "Then the ice held, and people walked over it quietly.", {}, {}}};
}

std::u32string flat_of(const std::vector<Folded>& regions, const std::vector<int>& order) {
    std::u32string out;
    for (const int i : order)
        out += regions[static_cast<std::size_t>(i)].flat;
    return out;
}

TEST(Places, AFloatStandsBehindWhatPrecedesIt) {
    const std::vector<Region> regions = page();
    const std::vector<Folded> truth = folded(regions);
    const auto kinds = [&](const std::vector<int>& order) {
        std::vector<std::string> out;
        for (const Folded& one : with_floats_placed(truth, flat_of(truth, order)))
            out.push_back(one.region->kind);
        return out;
    };
    EXPECT_THAT(kinds({0, 1, 2, 3}), ElementsAre("heading", "paragraph", "caption", "paragraph"));
    EXPECT_THAT(kinds({2, 0, 1, 3}), ElementsAre("caption", "heading", "paragraph", "paragraph"));
    EXPECT_THAT(kinds({0, 1, 3, 2}), ElementsAre("heading", "paragraph", "paragraph", "caption"));
    EXPECT_THAT(kinds({0, 1, 3}), ElementsAre("heading", "paragraph", "caption", "paragraph")); // it is not there
}

TEST(Places, ErrorsOfOrderAreNotErrorsOfReading) {
    const std::vector<Region> regions = page();
    const std::vector<Folded> truth = folded(regions);
    EXPECT_EQ(order_errors(truth, flat_of(truth, {0, 1, 2, 3})), 0);
    std::u32string misread = flat_of(truth, {0, 1, 2, 3});
    misread[30] = U'#';
    EXPECT_EQ(order_errors(truth, misread), 0);
    EXPECT_GT(order_errors(truth, flat_of(truth, {3, 1, 2, 0})), 40);
    EXPECT_EQ(order_errors(truth, U""), std::nullopt);
}

TEST(Places, NeighboursHaveNoThirdBetween) {
    const std::vector<Region> regions = page();
    const std::vector<Folded> truth = folded(regions);
    const auto scored = [&](const std::vector<int>& order) {
        Scores scores;
        score_order(truth, flat_of(truth, order), scores);
        return scores;
    };
    EXPECT_EQ(scored({0, 1, 3}).neighbours, (Rate{2, 2}));
    EXPECT_EQ(scored({0, 1, 3}).order, (Rate{0, 2}));
    EXPECT_EQ(scored({0, 3, 1}).neighbours, (Rate{0, 2}));
    EXPECT_EQ(scored({0, 3, 1}).order, (Rate{3, 2})); // heading before its text with another between: 1; turned: 2
    EXPECT_EQ(scored({0, 3}).found, (Rate{2, 3}));
    EXPECT_EQ(scored({0, 3}).neighbours, (Rate{0, 0})); // the middle one is not there
}

} // namespace
} // namespace broadsheet::evaluate
