// SPDX-License-Identifier: Apache-2.0
// Lines of a title, and of what stands near its large letters.
#include "layout/drawn_layout.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Titles, AShortWordOverATitleIsNoAccentOfIt) {
    const Sheet sheet = masthead({{100, 60, 2, 40}, {160, 60, 8, 40}, {60, 110, 10, 160}});
    const std::vector<std::string> lines = lines_of(sheet);
    ASSERT_EQ(lines.size(), 16u);
    EXPECT_EQ(lines[0], "100,60-316,100");
    EXPECT_EQ(lines[1], "60,110-844,270");
}

TEST(Titles, DotsOverATitlesLetterAreItsAccent) {
    const Sheet sheet = masthead({{140, 120, 1, 30}, {170, 120, 1, 30}, {60, 160, 10, 160}});
    const std::vector<std::string> lines = lines_of(sheet);
    ASSERT_EQ(lines.size(), 15u);
    EXPECT_EQ(lines[0], "60,120-844,320");
}

TEST(Titles, AShortRowOfSmallTypeBesideATitleIsNoneOfItsMarks) {
    const Sheet sheet = masthead({{60, 110, 6, 24}, {90, 150, 3, 24}, {60, 190, 6, 24}, {160, 80, 10, 160}});
    const std::vector<std::string> lines = lines_of(sheet);
    ASSERT_EQ(lines.size(), 18u);
    EXPECT_EQ(lines[0], "160,80-944,240");
    EXPECT_EQ(lines[2], "90,150-123,174");
}

TEST(Titles, DustBesideATitleIsNoneOfItsMarks) { // and does not join it to what stands beyond
    const Sheet sheet = masthead({{60, 150, 6, 24}, {158, 152, 1, 15}, {200, 80, 10, 160}});
    const std::vector<std::string> lines = lines_of(sheet);
    EXPECT_EQ(lines[0], "200,80-984,240");
}

TEST(Titles, WordsFarApartAndOfTwoSizesAreTwoLines) { // though rows over and under them bridge the white
    const Sheet sheet = masthead({{60, 40, 40, 40}, {60, 100, 5, 54}, {700, 112, 9, 36}, {60, 170, 40, 40}});
    const std::vector<std::string> lines = lines_of(sheet);
    ASSERT_EQ(lines.size(), 18u);
    EXPECT_EQ(lines[1], "60,100-189,154");
    EXPECT_EQ(lines[2], "700,112-858,148");
}

TEST(Titles, ACommaCloseOverTextIsOfItsHeadline) { // and does not part it
    const Sheet sheet = masthead({{46, 490, 6, 80}, {296, 560, 1, 30}, {350, 490, 8, 80}});
    const std::vector<std::string> lines = lines_of(sheet);
    ASSERT_EQ(lines.size(), 15u);
    EXPECT_EQ(lines[0], "46,490-662,590");
}

TEST(Titles, ATitlesHeavyLettersAreNoPicture) {
    Sheet sheet = masthead({});
    for (int i = 0; i < 8; ++i) { // black but for hair lines
        cv::rectangle(sheet.gray, cv::Rect(100 + i * 90, 100, 70, 150), 0, cv::FILLED);
        cv::rectangle(sheet.gray, cv::Rect(150 + i * 90, 100, 20, 60), 255, cv::FILLED);
        cv::rectangle(sheet.gray, cv::Rect(170 + i * 90, 240, 20, 6), 0, cv::FILLED);
    }
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    for (const Block& block : find_layout({}, sheet).blocks)
        EXPECT_NE(block.kind, BlockKind::picture);
}

} // namespace
} // namespace broadsheet
