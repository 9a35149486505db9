// SPDX-License-Identifier: Apache-2.0
// The photographed codes and the pages of $BROADSHEET_BENCH.
#include "codes/codes.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

std::multiset<std::string> payloads(const fs::path& image) {
    std::multiset<std::string> found;
    for (const Code& code : find_codes(prepare(ImageFile::open(image.string()).load(1))))
        found.insert(code.payload);
    return found;
}

TEST(CodesBench, PhotographsAndPages) {
    const char* folder = std::getenv("BROADSHEET_BENCH");
    if (!folder) GTEST_SKIP() << "BROADSHEET_BENCH does not name the page sets";
    const fs::path codes = fs::path(folder) / "codes";
    std::ifstream list(codes / "codes.json");
    ASSERT_TRUE(list) << "BROADSHEET_BENCH is set, but there is no " << codes / "codes.json";
    int exact = 0;
    int all = 0;
    for (const auto& entry : nlohmann::json::parse(list)) {
        const std::string name = entry["image"];
        const std::multiset<std::string> found = payloads(codes / name);
        if (entry["text"].is_string()) {
            ++all;
            exact += found == std::multiset<std::string>{entry["text"].get<std::string>()};
        } else {
            EXPECT_EQ(found.size(), entry["symbology"].is_string() ? 4U : 0U) << name;
        }
    }
    EXPECT_GE(exact, all - 1);
    EXPECT_GE(all, 27);
    for (const char* set : {"synthetic", "newspapers", "registers", "directories", "journals"})
        for (const auto& file : fs::directory_iterator(fs::path(folder) / set)) {
            const std::string kind = file.path().extension();
            if (kind == ".png" || kind == ".jpg" || kind == ".tif") {
                EXPECT_TRUE(payloads(file.path()).empty()) << file.path();
            }
        }
}

} // namespace
} // namespace broadsheet
