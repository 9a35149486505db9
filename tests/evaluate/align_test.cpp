// SPDX-License-Identifier: Apache-2.0
#include "evaluate/align.h"

#include <gtest/gtest.h>
#include <random>

namespace broadsheet::evaluate {
namespace {

using Sequence = std::vector<Symbol>;

/// The textbook's table.
std::int64_t plain_distance(const Sequence& a, const Sequence& b) {
    std::vector<std::int64_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = static_cast<std::int64_t>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::int64_t diagonal = row[0];
        row[0] = static_cast<std::int64_t>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::int64_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
            diagonal = above;
        }
    }
    return row.back();
}

/// The steps lead from start to end, matches are matches, and the rest is as many as said.
void expect_alignment(const Sequence& a, const Sequence& b, std::int64_t cost) {
    std::size_t i = 0;
    std::size_t j = 0;
    std::int64_t errors = 0;
    for (const Step step : align(a, b)) {
        if (step == Step::match || step == Step::substitution) {
            ASSERT_LT(i, a.size());
            ASSERT_LT(j, b.size());
            ASSERT_EQ(step == Step::match, a[i] == b[j]);
        }
        i += step != Step::insertion;
        j += step != Step::deletion;
        errors += step != Step::match;
    }
    EXPECT_EQ(i, a.size());
    EXPECT_EQ(j, b.size());
    EXPECT_EQ(errors, cost);
}

Sequence random_sequence(std::mt19937& random, std::size_t length, int symbols) {
    Sequence out(length);
    for (Symbol& symbol : out)
        symbol = static_cast<Symbol>(random() % static_cast<unsigned>(symbols));
    return out;
}

/// With about one symbol in `every` left out, doubled or changed.
Sequence spoiled(const Sequence& sequence, std::mt19937& random, unsigned every, int symbols) {
    Sequence out;
    for (const Symbol symbol : sequence) {
        const unsigned chance = static_cast<unsigned>(random()) % (3 * every);
        if (chance == 0) continue;
        out.push_back(chance == 1 ? static_cast<Symbol>(random() % static_cast<unsigned>(symbols)) : symbol);
        if (chance == 2) out.push_back(symbol);
    }
    return out;
}

TEST(Align, SmallOnesByHand) {
    const auto letters = [](const std::string& text) { return Sequence(text.begin(), text.end()); };
    const auto steps = [&](const std::string& a, const std::string& b) {
        std::string out;
        for (const Step step : align(letters(a), letters(b)))
            out += "=xdi"[static_cast<int>(step)];
        return out;
    };
    EXPECT_EQ(steps("", ""), "");
    EXPECT_EQ(steps("ab", ""), "dd");
    EXPECT_EQ(steps("", "ab"), "ii");
    EXPECT_EQ(steps("abc", "abc"), "===");
    EXPECT_EQ(steps("abc", "axc"), "=x=");
    EXPECT_EQ(steps("abc", "ac"), "=d=");
    EXPECT_EQ(steps("ac", "abc"), "=i=");
    EXPECT_EQ(steps("ab", "cd"), "xx");
    EXPECT_EQ(distance(letters("kitten"), letters("sitting")), 3);
    EXPECT_EQ(distance(letters("intention"), letters("execution")), 5);
}

TEST(Align, AgreesWithThePlainTable) {
    std::mt19937 random(1);
    for (int round = 0; round < 3000; ++round) {
        const int symbols = 2 + round % 5;
        const Sequence a = random_sequence(random, random() % 200, symbols);
        const Sequence b = round % 2 ? random_sequence(random, random() % 200, symbols)
                                     : spoiled(a, random, 2 + static_cast<unsigned>(random()) % 30, symbols);
        const std::int64_t cost = plain_distance(a, b);
        ASSERT_EQ(distance(a, b), cost) << "round " << round;
        expect_alignment(a, b, cost);
        if (HasFatalFailure()) return;
    }
}

TEST(Align, LengthsAtWordBoundaries) {
    std::mt19937 random(2);
    for (const std::size_t length : {63, 64, 65, 127, 128, 129})
        for (const std::size_t other : {1, 63, 64, 65, 128, 300}) {
            const Sequence a = random_sequence(random, length, 3);
            const Sequence b = random_sequence(random, other, 3);
            EXPECT_EQ(distance(a, b), plain_distance(a, b)) << length << " and " << other;
            expect_alignment(a, b, plain_distance(a, b));
        }
}

TEST(Align, ABlockMovedFarNeedsAWideBand) {
    std::mt19937 random(3);
    const Sequence block = random_sequence(random, 700, 50);
    const Sequence rest = random_sequence(random, 2000, 50);
    Sequence a = block;
    a.insert(a.end(), rest.begin(), rest.end());
    Sequence b = rest;
    b.insert(b.end(), block.begin(), block.end());
    const std::int64_t cost = plain_distance(a, b);
    EXPECT_EQ(distance(a, b), cost);
    expect_alignment(a, b, cost);
}

TEST(Align, TooLargeForOneTable) {
    std::mt19937 random(4);
    const Sequence a = random_sequence(random, 24000, 8);
    const Sequence unlike = random_sequence(random, 20000, 8);
    expect_alignment(a, unlike, distance(a, unlike)); // 375 x 24000 cells are more than are kept
    const Sequence like = spoiled(a, random, 10, 8);
    const std::int64_t cost = plain_distance(a, like);
    EXPECT_EQ(distance(a, like), cost);
    expect_alignment(a, like, cost);
}

} // namespace
} // namespace broadsheet::evaluate
