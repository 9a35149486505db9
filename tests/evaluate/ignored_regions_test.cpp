// SPDX-License-Identifier: Apache-2.0
#include "evaluate/ignored_regions.h"

#include <gtest/gtest.h>

namespace broadsheet::evaluate {
namespace {

const Transcript truth = {"",
                          {{"paragraph", "A story of some length about the price of grain.", {}, {0, 0, 100, 100}},
                           {"advert", "BEST SOAP in town, one shilling", {}, {0, 100, 100, 200}},
                           {"paragraph", "Another one about the weather at sea.", {}, {0, 200, 100, 300}}}};

std::string all(const std::string& advert) {
    return truth.regions[0].text + "\n\n" + advert + "\n\n" + truth.regions[2].text;
}

TEST(IgnoredRegions, NeitherTheTruthNorWhatWasReadOfThem) {
    Options options;
    EXPECT_GT(score(truth, {all("BEZT S0AP in tovvn, 0ne shilliug"), {}}, options).characters.errors(), 3);
    options.ignored_kinds = {"advert"};
    const Scores read = score(truth, {all("BEZT S0AP in tovvn, 0ne shilliug"), {}}, options);
    EXPECT_EQ(read.characters.errors(), 0);
    EXPECT_EQ(read.characters.truth(), 48 + 1 + 37);
    EXPECT_EQ(score(truth, {truth.regions[0].text + "\n\n" + truth.regions[2].text, {}}, options).characters.errors(),
              0);
}

TEST(IgnoredRegions, WhatIsNotTheirsStays) {
    Options options;
    options.ignored_kinds = {"advert"};
    const std::string misread = "A story of some length about the price of gra1n.\n\n" + truth.regions[2].text;
    EXPECT_EQ(score(truth, {misread, {}}, options).characters.errors(), 1);
    const std::string extra = all("The soap is not what stands here, 49 words of junk");
    EXPECT_GT(score(truth, {extra, {}}, options).characters.errors(), 20); // not a half of it is the advertisement
}

TEST(IgnoredRegions, ByBoxOnBothSides) {
    Options options;
    options.ignored_boxes = {{0, 90, 200, 210}};
    Transcript result{"",
                      {truth.regions[0], {"paragraph", "quite other words", {}, {10, 110, 90, 190}}, truth.regions[2]}};
    result.text = all("quite other words");
    EXPECT_EQ(score(truth, result, options).characters.errors(), 0);
    EXPECT_EQ(score(truth, {all(truth.regions[1].text), {}}, options).characters.errors(), 0);
    options.ignored_boxes = {{0, 0, 200, 40}}; // no middle lies there
    EXPECT_GT(score(truth, result, options).characters.errors(), 10);
}

} // namespace
} // namespace broadsheet::evaluate
