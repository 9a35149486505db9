// SPDX-License-Identifier: Apache-2.0
#include "evaluate/structure.h"

#include <gtest/gtest.h>

namespace broadsheet::evaluate {
namespace {

const std::vector<Region> two = {{"paragraph", "The harbour was empty when the first of the boats came home.", {}, {}},
                                 {"paragraph", "Only the clock on the customs house went on striking.", {}, {}},
                                 {"paragraph", "Too short to tell.", {}, {}}};

Rate whole(const std::string& result, double bag = 0) {
    return whole_paragraphs(folded(two), folded(result), bag);
}

TEST(Paragraphs, WholeAndAlone) {
    const std::string& a = two[0].text;
    const std::string& b = two[1].text;
    EXPECT_EQ(whole(a + "\n\n" + b), (Rate{2, 2}));
    EXPECT_EQ(whole(b + "\n \t\n" + a), (Rate{2, 2}));
    EXPECT_EQ(whole(a + "\f" + b), (Rate{2, 2}));
    EXPECT_EQ(whole(a + "\n" + b), (Rate{0, 2})); // one paragraph of two lines
    EXPECT_EQ(whole(a + " " + b), (Rate{0, 2}));  // run together
    EXPECT_EQ(whole("The harbour was empty\nwhen the first of the boats came home.\n\n" + b), (Rate{1, 2}));
    EXPECT_EQ(whole("The harbour was empty\n\nwhen the first of the boats came home.\n\n" + b), (Rate{1, 2}));
    EXPECT_EQ(whole(""), (Rate{0, 2}));
}

TEST(Paragraphs, MisreadCharactersAreForgiven) {
    const std::string misread = "The harbonr was ernpty when tbe first of the boats carne home.";
    EXPECT_EQ(whole(misread, 0), (Rate{0, 2}));
    EXPECT_EQ(whole(misread, .1), (Rate{1, 2}));
}

const std::vector<Region> broken = {
    {"paragraph",
     "The government announced a well-known remedy for the harbour trade.",
     {"The govern-", "ment announced a well-", "known remedy for the har-", "bour trade."},
     {}}};

Rate mended(const std::string& result) {
    return mended_hyphens(folded(broken), folded(result));
}

TEST(Hyphens, UndoneAsTheTruthHasIt) {
    EXPECT_EQ(mended("The government announced a well-known remedy for the harbour trade."), (Rate{3, 3}));
    EXPECT_EQ(mended("The government announced a wellknown remedy for the harbour trade."), (Rate{2, 3}));
    EXPECT_EQ(mended("The govern-\nment announced a well-\nknown remedy for the har-\nbour trade."), (Rate{0, 3}));
    EXPECT_EQ(mended("The govern- ment announced a well-known remedy for the harbour trade."), (Rate{2, 3}));
    EXPECT_EQ(mended("Nothing of it was read."), (Rate{0, 0}));
}

TEST(Hyphens, FoundAmongMisreadCharacters) {
    EXPECT_EQ(mended("The govcrnment announced a well-known remedy for the harbour trade."), (Rate{3, 3}));
}

} // namespace
} // namespace broadsheet::evaluate
