// SPDX-License-Identifier: Apache-2.0
#include "evaluate/regression.h"

#include <gmock/gmock.h>

namespace broadsheet::evaluate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Regression, ErrorsHaveACeilingSharesAFloor) {
    const Values values = {{"cer", .02}, {"succ", .9}};
    EXPECT_THAT(shortfalls(values, {{"cer", .02}, {"succ", .9}}), IsEmpty());
    EXPECT_THAT(shortfalls(values, {{"cer", .01}, {"succ", .95}}),
                ElementsAre(Shortfall{"cer", .02, .01}, Shortfall{"succ", .9, .95}));
    EXPECT_THAT(shortfalls(values, {{"para", 1}}), IsEmpty()); // nothing to count
}

TEST(Regression, ComparesEachPage) {
    const PageValues before = {{"a", {{"cer", .01}, {"succ", .9}}}, {"b", {{"cer", .5}}}, {"old", {{"cer", 0}}}};
    const PageValues now = {{"a", {{"cer", .03}, {"succ", .95}}}, {"b", {{"cer", .5004}}}, {"new", {{"cer", 0}}}};
    const Comparison found = compare(before, now, {}, .0005);
    EXPECT_THAT(found.changes, ElementsAre(Change{"a", "cer", .01, .03, true}, Change{"a", "succ", .9, .95, false}));
    EXPECT_THAT(found.fresh, ElementsAre("new"));
    EXPECT_THAT(found.gone, ElementsAre("old"));
}

TEST(Regression, TolerancePerScore) {
    const PageValues before = {{"a", {{"cer", .01}, {"succ", .9}}}};
    const PageValues now = {{"a", {{"cer", .03}, {"succ", .8}}}};
    EXPECT_THAT(compare(before, now, {{"cer", .02}, {"succ", .1}}, 0).changes, IsEmpty());
    EXPECT_EQ(compare(before, now, {{"cer", .02}}, 0).changes.size(), 1u);
}

TEST(Regression, TheWorstComesFirst) {
    const PageValues before = {{"a", {{"cer", .1}}}, {"b", {{"cer", .1}}}, {"c", {{"cer", .9}}}};
    const PageValues now = {{"a", {{"cer", .2}}}, {"b", {{"cer", .4}}}, {"c", {{"cer", .1}}}};
    std::vector<std::string> pages;
    for (const Change& change : compare(before, now, {}, 0).changes)
        pages.push_back(change.page);
    EXPECT_THAT(pages, ElementsAre("b", "a", "c"));
}

Scores page(std::int64_t errors, std::int64_t characters) {
    Scores scores;
    scores.characters = {characters - errors, errors, 0, 0};
    return scores;
}

TEST(Regression, ConfidenceHoldsThePooledValue) {
    const Scores good = page(10, 1000);
    const Scores bad = page(50, 1000);
    const Measure& cer = *find_measure("cer");
    const auto interval = confidence({&good, &bad, &good, &bad}, cer);
    ASSERT_TRUE(interval);
    EXPECT_DOUBLE_EQ(interval->low, .01);
    EXPECT_DOUBLE_EQ(interval->high, .05); // one draw in sixteen has only such pages
    const auto narrow = confidence({&good, &good, &good}, cer);
    EXPECT_DOUBLE_EQ(narrow->low, narrow->high);
    EXPECT_FALSE(confidence({&good}, cer));
    EXPECT_FALSE(confidence({&good, &bad}, *find_measure("succ")));
}

TEST(Regression, ConfidenceOfManyPagesIsNarrow) {
    std::vector<Scores> pages;
    for (int i = 0; i < 100; ++i)
        pages.push_back(page(i % 2 ? 10 : 50, 1000));
    std::vector<const Scores*> all;
    for (const Scores& one : pages)
        all.push_back(&one);
    const auto interval = confidence(all, *find_measure("cer"));
    EXPECT_GT(interval->low, .024); // .03 less and more 1.96 x .02 / 10
    EXPECT_LT(interval->low, .028);
    EXPECT_GT(interval->high, .032);
    EXPECT_LT(interval->high, .036);
}

} // namespace
} // namespace broadsheet::evaluate
