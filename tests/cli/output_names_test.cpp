// SPDX-License-Identifier: Apache-2.0
#include "cli/output_names.h"

#include "cli/commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadsheet {
namespace {

using testing::ElementsAre;

TEST(OutputNames, OfDifferentInputsAreTheirOwn) {
    EXPECT_THAT(output_names({"a/p1.png", "/b/p2.tif", "p3", "../x.y.jpg"}), ElementsAre("p1", "p2", "p3", "x.y"));
    EXPECT_THAT(output_names({"Zürich 江南.png"}), ElementsAre("Zürich 江南"));
    EXPECT_THAT(output_names({"-", "a.png"}), ElementsAre("stdin", "a"));
}

TEST(OutputNames, EqualOnesKeepTheFoldersInWhichTheyDiffer) {
    EXPECT_THAT(output_names({"a/p.png", "b/p.png"}), ElementsAre("a/p", "b/p"));
    EXPECT_THAT(output_names({"/s/1/x/p.png", "/s/2/x/p.png", "/s/q.png"}), ElementsAre("1/x/p", "2/x/p", "q"));
    EXPECT_THAT(output_names({"p.png", "a/p.png"}), ElementsAre("p", "a/p"));
    EXPECT_THAT(output_names({"../s/p.png", "../t/p.png"}), ElementsAre("s/p", "t/p"));
    EXPECT_THAT(output_names({"a/./p.png", "a/../b/p.tif"}), ElementsAre("a/p", "b/p"));
}

TEST(OutputNames, EqualOnesOfOneFolderKeepTheirExtension) {
    EXPECT_THAT(output_names({"p.png", "p.tif"}), ElementsAre("p.png", "p.tif"));
    EXPECT_THAT(output_names({"a/p.png", "a/p.tif", "b/p.png"}), ElementsAre("a/p.png", "a/p.tif", "b/p"));
}

TEST(OutputNames, OneInputGivenTwice) {
    try {
        output_names({"a.png", "./a.png"});
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_STREQ(error.what(), "./a.png: would be written to the same file as a.png");
    }
}

} // namespace
} // namespace broadsheet
