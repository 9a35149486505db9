// SPDX-License-Identifier: Apache-2.0
#include "cli/page_ranges.h"

#include "cli/commands.h"

#include <climits>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadsheet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PageRanges, Parsed) {
    EXPECT_THAT(parse_page_ranges(""), ElementsAre(PageRange{1, INT_MAX}));
    EXPECT_THAT(parse_page_ranges("7"), ElementsAre(PageRange{7, 7}));
    EXPECT_THAT(parse_page_ranges("1,3-5"), ElementsAre(PageRange{1, 1}, PageRange{3, 5}));
    EXPECT_THAT(parse_page_ranges("4-4,2-"), ElementsAre(PageRange{4, 4}, PageRange{2, INT_MAX}));
}

TEST(PageRanges, WhatIsNoRangeIsAnErrorThatQuotesIt) {
    for (const char* text : {"0", "-3", "5-3", "a", "1,", ",1", "1,,2", "1-2-3", " 1", "1 ", "+1", "1.5", "2147483647",
                             "99999999999", "1-0", "-", "3-5x"}) {
        try {
            parse_page_ranges(text);
            ADD_FAILURE() << text << " passed";
        } catch (const UsageError& error) {
            EXPECT_EQ(error.what(), "--pages " + std::string(text) + ": not page numbers such as 1,3-5");
        }
    }
}

TEST(ChoosePages, AscendingEachOnce) {
    EXPECT_THAT(choose_pages({{1, INT_MAX}}, 3).numbers, ElementsAre(1, 2, 3));
    EXPECT_THAT(choose_pages({{3, 3}, {1, 2}, {2, 3}}, 9).numbers, ElementsAre(1, 2, 3));
    EXPECT_THAT(choose_pages({{1, INT_MAX}}, 3).missing, IsEmpty());
}

TEST(ChoosePages, WhatIsMissingIsToldOnceARange) {
    const ChosenPages past = choose_pages({{2, 1000000000}}, 3);
    EXPECT_THAT(past.numbers, ElementsAre(2, 3));
    EXPECT_THAT(past.missing, ElementsAre(4));
    const ChosenPages beyond = choose_pages({{1, 1}, {7, 8}, {9, INT_MAX}}, 3);
    EXPECT_THAT(beyond.numbers, ElementsAre(1));
    EXPECT_THAT(beyond.missing, ElementsAre(7, 9));
    EXPECT_THAT(choose_pages({{2, INT_MAX}}, 3).missing, IsEmpty());
}

} // namespace
} // namespace broadsheet
