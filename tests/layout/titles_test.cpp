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

TEST(Titles, AFlatDotIsOfTheStemUnderIt) { // as of a heavy sans serif
    Sheet sheet = masthead({});
    for (int x = 60; x < 400; x += 35) {
        sheet.gray({x, 116, 12, 44}).setTo(0);
        sheet.gray({x, 98, 12, 8}).setTo(0);
    }
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(lines_of(sheet).front(), "60,98-387,160");
    EXPECT_EQ(lines_of(sheet).size(), 15u);
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

/// The lines over two columns whose gutter is white from 330 to 400 pixels.
std::vector<std::string> lines_over_gutter(const std::vector<std::array<int, 4>>& words) {
    Sheet sheet = masthead(words);
    sheet.gray(cv::Rect(330, 590, 70, sheet.gray.rows - 590)).setTo(255);
    for (int row = 0; row < 14; ++row)
        for (const int x : {322, 400})
            draw_letter(sheet.gray, x - 2, 600 + 40 * row, 9, 24, 2);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    std::vector<std::string> lines = lines_of(sheet);
    std::erase_if(lines, [](const std::string& line) { return std::stoi(line.substr(line.find(',') + 1)) >= 600; });
    return lines;
}

TEST(Titles, AWordWithoutTallLettersIsPartedByBlanksOfItsLine) { // over a gutter
    EXPECT_EQ(lines_over_gutter({{98, 480, 6, 80}, {405, 512, 2, 48}, {520, 480, 4, 80}}),
              (std::vector<std::string>{"98,480-672,560"}));
}

TEST(Titles, ALineSetWideIsNoneOfColumns) { // over a gutter
    EXPECT_EQ(lines_over_gutter({{60, 520, 4, 40}, {186, 520, 8, 40}, {392, 520, 7, 40}, {578, 520, 6, 40}}),
              (std::vector<std::string>{"60,520-694,560"}));
}

TEST(Titles, SideBySideNearerThanWordsArePartedOverAGutter) {
    // Of two lines each; one line each, in other type; and a title over both columns whose blank stands there.
    EXPECT_EQ(lines_over_gutter({{94, 400, 6, 80}, {400, 400, 7, 80}, {94, 500, 3, 80}, {400, 500, 5, 80}}),
              (std::vector<std::string>{"94,400-326,480", "400,400-672,480", "94,500-206,580", "400,500-592,580"}));
    EXPECT_EQ(lines_over_gutter({{94, 500, 6, 80}, {400, 490, 7, 92}}),
              (std::vector<std::string>{"400,490-712,582", "94,500-326,580"}));
    EXPECT_EQ(lines_over_gutter({{94, 500, 6, 80}, {400, 500, 7, 80}}), (std::vector<std::string>{"94,500-672,580"}));
}

TEST(Titles, SideBySideUnderKickersThatArePartedAsTheColumnsAre) {
    EXPECT_EQ(lines_over_gutter({{94, 450, 8, 24}, {400, 450, 9, 24}, {94, 500, 6, 80}, {400, 500, 7, 80}}),
              (std::vector<std::string>{"94,450-187,474", "400,450-505,474", "94,500-326,580", "400,500-672,580"}));
}

TEST(Titles, OfTwoRowsBesideOneOfLargerTypeArePartedFromIt) { // though the longer one reaches into the gutter
    EXPECT_EQ(lines_over_gutter({{94, 410, 7, 80}, {94, 500, 1, 80}, {400, 435, 3, 120}, {620, 435, 3, 120}}),
              (std::vector<std::string>{"94,410-366,490", "400,435-788,555", "94,500-126,580"}));
}

TEST(Titles, WordsOfSmallTypeBesideOneAreNoneOfItsMarks) { // a line of two short words, with nothing under it
    EXPECT_EQ(lines_over_gutter({{400, 430, 2, 120}, {590, 440, 3, 24}, {636, 440, 3, 24}}),
              (std::vector<std::string>{"400,430-508,550", "590,440-669,464"}));
    EXPECT_EQ(lines_over_gutter({{400, 430, 2, 120}, {530, 430, 2, 24}, {580, 430, 2, 120}}),
              (std::vector<std::string>{"400,430-688,550"})); // a mark between two of them
}

TEST(Titles, AColonIsOfTheWordBeforeIt) {
    EXPECT_EQ(lines_over_gutter({{98, 480, 5, 80}, {307, 500, 1, 18}, {307, 542, 1, 18}, {370, 480, 7, 80}}),
              (std::vector<std::string>{"98,480-642,560"}));
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

const std::string kTwoColumns = repeated("xxxx xxx xxxxx xx xxx   xxx xx xxxxx xxxx xxx\n"
                                         "xxx xxxx xx xxxxxx xx   xx xxxxx xx xxx xxxxx\n"
                                         "xxxxx xx xxx xxx xxxx   xxxx xxx xxxx xx xxxx\n",
                                         3);

TEST(Titles, LettersSetFarApartAreOneLine) {
    const Blocks blocks = layout_of("x      x      x      x      x        x      x\n\n\n" + kTwoColumns);
    ASSERT_EQ(blocks.size(), 3U);
    EXPECT_EQ(blocks[0], "running head 0,0 1");
}

TEST(Titles, LettersThatHeadColumnsAreLinesOfTheirOwn) { // close over them, or not equally far apart
    for (const std::string head :
         {"x      x      x      x      x        x      x\n", "x      x            x   x      x           x\n\n\n"})
        EXPECT_GT(layout_of(head + kTwoColumns).size(), 3U);
}

} // namespace
} // namespace broadsheet
