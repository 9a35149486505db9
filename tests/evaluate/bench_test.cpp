// SPDX-License-Identifier: Apache-2.0
// The profile "bench" against the independent scorer of the page sets in $BROADSHEET_BENCH.
#include "evaluate/scores.h"
#include "formats/formats.h"
#include "support/process.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <random>

namespace broadsheet::evaluate {
namespace {

namespace fs = std::filesystem;

/// The truth as a recogniser might read it that now and then loses, doubles and changes a byte of ASCII, breaks lines
/// and turns paragraphs round.
std::string spoiled(const Transcript& truth, std::mt19937& random) {
    std::vector<std::string> parts;
    for (const Region& region : truth.regions)
        parts.push_back(region.text);
    for (std::size_t i = 1; i < parts.size(); ++i)
        if (random() % 6 == 0) std::swap(parts[i - 1], parts[i]);
    std::string out;
    for (const std::string& part : parts) {
        for (const char c : part) {
            const auto chance = random() % 60;
            if (static_cast<unsigned char>(c) >= 0x80 || chance > 3)
                out += c;
            else if (chance == 1)
                out += {c, c};
            else if (chance == 2)
                out += "x-\n"[random() % 3];
        }
        out += random() % 8 == 0 ? "\n" : "\n\n";
    }
    return out;
}

/// The scorer's figures; nothing where it cannot run.
nlohmann::json independent(const fs::path& bench, const fs::path& truth, const fs::path& result) {
    const auto ran =
        test::run("/usr/bin/python3", {{(bench / "score.py").string(), truth, result, "--json"}, "", "", "."});
    return ran.status == 0 ? nlohmann::json::parse(ran.out) : nlohmann::json();
}

TEST(Bench, AllFiguresAreThoseOfTheIndependentScorer) {
    const char* folder = std::getenv("BROADSHEET_BENCH");
    if (!folder) GTEST_SKIP() << "BROADSHEET_BENCH does not name the page sets";
    const fs::path bench = folder;
    ASSERT_TRUE(fs::exists(bench / "score.py")) << "BROADSHEET_BENCH is set, but there is no " << bench / "score.py";
    const test::TemporaryFolder temporary;
    const Options options{.profile = *find_profile("bench")};
    std::mt19937 random(1);
    int pages = 0;
    for (const auto& entry : fs::recursive_directory_iterator(bench)) {
        if (!entry.path().string().ends_with(".gt.json")) continue;
        const Transcript truth = transcript_from(test::read_file(entry.path()));
        const std::string result = spoiled(truth, random);
        test::write_file(temporary.path() / "r.txt", result);
        const nlohmann::json expected = independent(bench, entry.path(), temporary.path() / "r.txt");
        if (expected.is_null()) GTEST_SKIP() << "score.py cannot run: is python3-levenshtein there?";
        const Scores scores = score(truth, transcript_from(result), options);
        for (const char* name : {"cer", "bag", "wer", "loss", "found", "succ", "para", "hyph"}) {
            const std::optional<double> value = find_measure(name)->value(scores);
            ASSERT_EQ(value.has_value(), !expected[name].is_null()) << name << " of " << entry.path();
            if (value) {
                EXPECT_NEAR(*value, expected[name].get<double>(), 1e-9) << name << " of " << entry.path();
            }
        }
        ++pages;
    }
    EXPECT_GT(pages, 20);
}

} // namespace
} // namespace broadsheet::evaluate
