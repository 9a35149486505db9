// SPDX-License-Identifier: Apache-2.0
#include "recognize/symbols.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

/// The words with a blank where one was read before them; lefts: of their boxes.
std::string blanked(const std::string& line, const std::vector<std::pair<std::string, int>>& words) {
    LineBlanks blanks(line);
    std::string out;
    for (const auto& [word, left] : words)
        out += (blanks.before(word, left) ? " " : "") + word;
    return out;
}

TEST(LineBlanks, FromTheLeft) {
    EXPECT_EQ(blanked("one two-three four\n", {{"one", 0}, {"two-", 40}, {"three", 70}, {"four", 120}}),
              "one two-three four");
    EXPECT_EQ(blanked(" one two", {{"one", 10}, {"two", 40}}), "one two"); // none before the first
    EXPECT_EQ(blanked("one one", {{"one", 0}, {"one", 40}}), "one one");
}

TEST(LineBlanks, AWordThatTheLineLacksStandsApart) {
    EXPECT_EQ(blanked("one two", {{"one", 0}, {"tow", 40}, {"two", 80}}), "one tow two");
}

TEST(LineBlanks, FromTheRight) { // as the engine tells them: one too early
    EXPECT_EQ(blanked(" هذه المكتبات برامجتامة", {{"هذه", 300}, {"المكتبات", 180}, {"برامج", 90}, {"تامة", 0}}),
              "هذه المكتبات برامج تامة");
    EXPECT_EQ(blanked(" في 2026عام", {{"في", 100}, {"2026", 60}, {"عام", 0}}), "في 2026 عام");
}

} // namespace
} // namespace broadsheet
