// SPDX-License-Identifier: Apache-2.0
#include "cli/scans.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

const std::string folder = BROADSHEET_SOURCE_DIR "/images/";

/// Input, page, whether it could be opened, and what was wrong.
using Seen = std::tuple<std::size_t, int, bool, std::vector<std::string>>;

std::vector<Seen> all_of(Scans& scans, bool ahead) {
    std::vector<Seen> seen;
    while (const std::optional<Scan> scan = scans.next()) {
        seen.emplace_back(scan->input, scan->number, scan->image.has_value(), scan->failures);
        if (ahead) scans.begin_next();
    }
    return seen;
}

TEST(Scans, AreTheSameAheadOfTimeAndNot) {
    const std::vector<std::string> inputs{folder + "plain/bar.png", folder + "plain/missing.png", folder + "suite.json",
                                          folder + "nothing/blank.jpg"};
    Scans one_by_one(inputs, parse_page_ranges(""), {}), ahead(inputs, parse_page_ranges(""), {});
    const std::vector<Seen> seen = all_of(one_by_one, false);
    EXPECT_EQ(all_of(ahead, true), seen);
    ASSERT_EQ(seen.size(), 4U);
    EXPECT_EQ(seen[0], Seen(0, 1, true, {}));
    EXPECT_EQ(std::get<1>(seen[1]), 0);
    ASSERT_EQ(std::get<3>(seen[1]).size(), 1U);
    EXPECT_EQ(std::get<3>(seen[1]).front().find("missing.png:"), std::string::npos); // the caller names it
    EXPECT_FALSE(std::get<2>(seen[2]));
    EXPECT_EQ(seen[3], Seen(3, 1, true, {}));
}

TEST(Scans, PagesThatAreNotThereAreTold) {
    Scans scans({folder + "plain/bar.png"}, parse_page_ranges("2,4-"), {});
    const std::optional<Scan> scan = scans.next();
    ASSERT_TRUE(scan);
    EXPECT_EQ(scan->number, 0);
    EXPECT_FALSE(scan->image);
    EXPECT_EQ(scan->failures, (std::vector<std::string>{"no page 2 (it has 1)", "no page 4 (it has 1)"}));
    EXPECT_FALSE(scans.next());
}

TEST(Scans, NobodyNeedWaitForThePageAhead) {
    Scans scans({folder + "plain/bar.png", folder + "plain/article.png"}, parse_page_ranges(""), {});
    ASSERT_TRUE(scans.next());
    EXPECT_TRUE(scans.begin_next().valid());
}

} // namespace
} // namespace broadsheet
