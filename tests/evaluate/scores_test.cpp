// SPDX-License-Identifier: Apache-2.0
#include "evaluate/scores.h"

#include <gmock/gmock.h>

namespace broadsheet::evaluate {
namespace {

using testing::ElementsAre;
using testing::Pair;

const Options bench{.profile = *find_profile("bench")};

TEST(Scores, KindsOfCharacters) {
    const Scores scores = score({"Der 3. Tag, Jahr 1844", {}}, {"Dcr 8. Tag. Jahr 1844", {}});
    EXPECT_EQ(scores.classes.at("capital letters"), (Rate{0, 3}));
    EXPECT_EQ(scores.classes.at("small letters"), (Rate{1, 7}));
    EXPECT_EQ(scores.classes.at("digits"), (Rate{1, 5}));
    EXPECT_EQ(scores.classes.at("punctuation"), (Rate{1, 2}));
    EXPECT_EQ(scores.classes.at("white space"), (Rate{0, 4}));
    EXPECT_EQ(scores.scripts.at("Latin"), (Rate{1, 10}));
    EXPECT_EQ(scores.scripts.at("Common"), (Rate{2, 11}));
}

TEST(Scores, Scripts) {
    const Scores scores = score({"中文 αβ ab", {}}, {"中丈 αβ ab", {}});
    EXPECT_EQ(scores.scripts.at("Han"), (Rate{1, 2}));
    EXPECT_EQ(scores.scripts.at("Greek"), (Rate{0, 2}));
    EXPECT_EQ(scores.classes.at("other letters"), (Rate{1, 2}));
}

TEST(Scores, ConfusionsAreRunsOfErrors) {
    const Scores scores = score({"modern burn, Haus", {}}, {"modem bum, Hans", {}});
    EXPECT_THAT(scores.confusions, ElementsAre(Pair(Confusion("rn", "m"), 2), Pair(Confusion("u", "n"), 1)));
    const Scores lost = score({"ab cd", {}}, {"abcd", {}});
    EXPECT_THAT(lost.confusions, ElementsAre(Pair(Confusion(" ", ""), 1)));
    const Scores long_run = score({"a", {}}, {"axxxxxxxxx", {}}); // a lost line is no confusion
    EXPECT_THAT(long_run.confusions, ElementsAre());
}

TEST(Scores, AddUp) {
    Scores both = score({"abcd", {}}, {"abxd", {}});
    both += score({"efghij", {}}, {"efghij", {}});
    EXPECT_DOUBLE_EQ(*find_measure("cer")->value(both), 1 / 10.);
    EXPECT_EQ(both.characters, (Edits{9, 1, 0, 0}));
    EXPECT_EQ(both.classes.at("small letters"), (Rate{1, 10}));
}

Transcript with_caption() {
    return {"",
            {{"paragraph", "The first story tells of a bridge across the river and of its builders.", {}, {}},
             {"caption", "The bridge in March, seen from the north", {}, {}},
             {"paragraph", "The second story tells of nothing but rain, week after week.", {}, {}}}};
}

TEST(Scores, AFloatMayStandElsewhere) {
    const Transcript truth = with_caption();
    const std::string moved = truth.regions[0].text + "\n\n" + truth.regions[2].text + "\n\n" + truth.regions[1].text;
    EXPECT_EQ(score(truth, {moved, {}}).characters.errors(), 0);
    Options fixed;
    fixed.profile.floats_move = false;
    EXPECT_GT(score(truth, {moved, {}}, fixed).characters.errors(), 40);
    EXPECT_EQ(score(truth, {moved, {}}, fixed).loss.part, 0); // structure is looked at with the floats where they are
}

TEST(Scores, OrderThatCosts) {
    const Transcript truth = with_caption();
    const std::string wrong = truth.regions[2].text + "\n\n" + truth.regions[1].text + "\n\n" + truth.regions[0].text;
    const Scores scores = score(truth, {wrong, {}}, bench);
    EXPECT_EQ(scores.bag, (Rate{0, 141}));
    EXPECT_GT(scores.loss.part, 40);
    EXPECT_EQ(scores.found, (Rate{2, 2}));
    EXPECT_EQ(scores.neighbours, (Rate{0, 1}));
    EXPECT_DOUBLE_EQ(*find_measure("order")->value(scores), 1 / 3.);
    EXPECT_EQ(scores.paragraphs, (Rate{2, 2}));
}

TEST(Scores, MeasuresAreThereOnlyWhereThereIsSomethingToCount) {
    const Scores plain = score({"one line", {}}, {"one line", {}});
    EXPECT_TRUE(find_measure("cer")->value(plain));
    for (const char* name : {"found", "succ", "para", "hyph", "order", "loss", "fca"})
        EXPECT_FALSE(find_measure(name)->value(plain)) << name;
    EXPECT_EQ(find_measure("accuracy"), nullptr);
    EXPECT_TRUE(score({"a", {}}, {"a", {}}, {.flexible = true}).flexible);
}

} // namespace
} // namespace broadsheet::evaluate
