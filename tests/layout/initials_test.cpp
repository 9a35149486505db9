// SPDX-License-Identifier: Apache-2.0
// A letter over several lines belongs to the first of them.
#include "layout/layout.h"

#include "support/pixel_art.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

const std::string kRows = "         xxxx xxx xxxxx xx xxx xxxx\n"
                          "         xxx xxxx xx xxxxxx xxxxxx\n"
                          "         xxxx xxx xxxxx xx xxx xxx\n"
                          "xxx xxxx xx xxxxxx xxxxxx xx xxxxx\n"
                          "xxxx xxx xxxxx xx xxx xxxx xxx xxx\n";

/// The rows, and a letter drawn before them: from the head of the first row, so high.
Sheet with_letter(int height, int width = 80, int left = 2 * kCellWidth, int top = kCellHeight + 8) {
    Sheet sheet = draw_sheet(kRows);
    draw_letter(sheet.gray, left, top, width, height, 9);
    sheet.ink = sheet.gray < 128;
    return sheet;
}

std::vector<Line> lines_of(const Page& page) {
    std::vector<Line> lines;
    for (const Block& block : page.blocks)
        lines.insert(lines.end(), block.lines.begin(), block.lines.end());
    std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.box.top < b.box.top; });
    return lines;
}

constexpr int kThreeRows = 2 * kCellHeight + 24;

TEST(Initials, BelongToTheFirstLineBesideThem) {
    const std::vector<Line> lines = lines_of(find_layout({}, with_letter(kThreeRows)));
    ASSERT_EQ(lines.size(), 5U);
    EXPECT_EQ(lines[0].initial, (Box{24, 48, 104, 48 + kThreeRows}));
    EXPECT_EQ(lines[0].box.left, 11 * kCellWidth + 1);
    for (size_t i = 1; i < lines.size(); ++i)
        EXPECT_TRUE(lines[i].initial.empty()) << i;
}

TEST(Initials, MayBeNarrow) {
    const std::vector<Line> lines = lines_of(find_layout({}, with_letter(kThreeRows, 24, 80)));
    ASSERT_EQ(lines.size(), 5U);
    EXPECT_EQ(lines[0].initial.width(), 24);
}

TEST(Initials, MayStandBeforeLettersThatAreNotTall) { // and a little over the tall ones further on
    Sheet sheet = with_letter(kThreeRows + 10, 80, 2 * kCellWidth, kCellHeight - 2);
    lower_letters(sheet.gray, {11 * kCellWidth, kCellHeight + 8, 12 * kCellWidth, 24}, 14);
    sheet.ink = sheet.gray < 128;
    const std::vector<Line> lines = lines_of(find_layout({}, sheet));
    ASSERT_EQ(lines.size(), 5U);
    EXPECT_EQ(lines[0].initial.width(), 80);
}

TEST(Initials, HaveTheirApostropheWithThem) { // behind which the lines begin further away than beside a letter alone
    Sheet sheet = with_letter(kThreeRows, 68);
    draw_letter(sheet.gray, 24 + 68 + 2, kCellHeight + 8, 9, 24, 9);
    sheet.ink = sheet.gray < 128;
    const Page page = find_layout({}, sheet);
    ASSERT_EQ(page.blocks.size(), 1U);
    const std::vector<Line> lines = lines_of(page);
    ASSERT_EQ(lines.size(), 5U);
    EXPECT_EQ(lines[0].initial, (Box{24, 48, 103, 48 + kThreeRows}));
    EXPECT_EQ(lines[0].box.left, 11 * kCellWidth + 1);
}

/// A letter narrower than the room for it, and marks before it, as high and as far from its head.
Sheet with_marks(const std::vector<int>& lefts, int height, int down) {
    Sheet sheet = with_letter(kThreeRows, 48, 56);
    for (const int left : lefts)
        draw_letter(sheet.gray, left, kCellHeight + 8 + down, 12, height, 4);
    sheet.ink = sheet.gray < 128;
    return sheet;
}

TEST(Initials, HaveTheMarksBeforeThemWithThem) { // quotation marks at the head, the middle and the foot
    for (const int down : {0, kThreeRows / 3, kThreeRows - 20}) {
        const Page page = find_layout({}, with_marks({14, 30}, 30, down));
        ASSERT_EQ(page.blocks.size(), 1U) << down;
        const std::vector<Line> lines = lines_of(page);
        ASSERT_EQ(lines.size(), 5U) << down;
        EXPECT_EQ(lines[0].initial, (Box{14, 48, 104, 48 + std::max(kThreeRows, down + 30)}));
    }
}

TEST(Initials, HaveNoPrintBeforeThemWithThem) { // four marks in a row, or as high as letters
    for (const Sheet& sheet : {with_marks({1, 14, 27, 40}, 30, 0), with_marks({14, 30}, kThreeRows - 30, 30)})
        for (const Line& line : lines_of(find_layout({}, sheet)))
            EXPECT_TRUE(line.initial.empty());
}

TEST(Initials, NeedNotStandOnALinesBaseOverAnIndentedLine) {
    Sheet sheet = with_letter(kThreeRows - 26);
    sheet.gray(cv::Rect(0, 4 * kCellHeight, 4 * kCellWidth, kCellHeight))
        .setTo(255); // a line that begins indented, after which
    sheet.gray(cv::Rect(0, 5 * kCellHeight, 4 * kCellWidth, kCellHeight)).setTo(255); // another does
    sheet.ink = sheet.gray < 128;
    const std::vector<Line> lines = lines_of(find_layout({}, sheet));
    ASSERT_EQ(lines.size(), 5U);
    EXPECT_EQ(lines[0].initial.width(), 80);
}

TEST(Initials, HaveNothingOfTheFirstLineWithThem) { // which begins with a narrow letter
    Sheet sheet = with_letter(kThreeRows, 96);
    cv::Mat first = sheet.gray(cv::Rect(11 * kCellWidth, kCellHeight, 2 * kCellWidth, kCellHeight));
    first.setTo(255);
    draw_letter(sheet.gray, 11 * kCellWidth + 1, kCellHeight + 8, 6, 24, 6);
    sheet.ink = sheet.gray < 128;
    const std::vector<Line> lines = lines_of(find_layout({}, sheet));
    ASSERT_EQ(lines.size(), 5U);
    EXPECT_EQ(lines[0].initial.right, 120);
    EXPECT_EQ(lines[0].box.left, 11 * kCellWidth + 1);
}

TEST(Initials, MayBeSmallLetters) { // an m: low, wide, and under the first line's tall letters
    Sheet sheet = draw_sheet(kRows);
    const int low = 12, head = kCellHeight + 8 + low, height = kCellHeight + 24 - low;
    draw_letter(sheet.gray, 2 * kCellWidth, head, 17 * height / 10, height, 9);
    sheet.ink = sheet.gray < 128;
    EXPECT_EQ(lines_of(find_layout({}, sheet)).front().initial.height(), height);
}

TEST(Initials, EndAtTheFootOfALine) {
    const Sheet sheet = with_letter(kThreeRows - 22, 80, 2 * kCellWidth - 16); // and no line begins at its edge
    for (const Line& line : lines_of(find_layout({}, sheet)))
        EXPECT_TRUE(line.initial.empty());
}

TEST(Initials, NeedNotStandOnALinesBaseOverALineAtTheirEdge) {
    for (const int height : {kThreeRows - 26, kThreeRows - 14}) {
        const std::vector<Line> lines = lines_of(find_layout({}, with_letter(height)));
        ASSERT_EQ(lines.size(), 5U) << height;
        EXPECT_EQ(lines[0].initial, (Box{24, 48, 104, 48 + height}));
    }
}

TEST(Initials, StandBeforeALineNotWithinIt) {
    Sheet sheet = with_letter(kThreeRows);
    for (int row = 0; row < 3; ++row)
        draw_letter(sheet.gray, 8, (row + 1) * kCellHeight + 8, 9, 24, 2);
    sheet.ink = sheet.gray < 128;
    for (const Line& line : lines_of(find_layout({}, sheet)))
        EXPECT_TRUE(line.initial.empty());
}

TEST(Initials, AreNotAHeadlinesWhoseLetterReachesDown) {
    Sheet sheet = draw_sheet("xxxxxxx xxxx xxxxxxxx\n" + kRows);
    draw_letter(sheet.gray, 24, 2 * kCellHeight + 8, 80, kThreeRows, 9);
    draw_letter(sheet.gray, 24 + 12 * 8, kCellHeight + 8, 9, 42, 2); // a g, down to the initial's head
    sheet.ink = sheet.gray < 128;
    const std::vector<Line> lines = lines_of(find_layout({}, sheet));
    ASSERT_GE(lines.size(), 2U);
    EXPECT_TRUE(lines[0].initial.empty());
    EXPECT_FALSE(lines[1].initial.empty());
}

TEST(Initials, AreNoCharactersOfAHeadline) { // the second is in two pieces, one over the other
    Sheet sheet = draw_sheet(std::string("\n\n") + kRows);
    for (int x = 24; x < 400; x += 70) {
        if (x == 94) {
            draw_letter(sheet.gray, x, 48, 60, 24, 5);
            draw_letter(sheet.gray, x, 84, 60, 24, 5);
        } else {
            draw_letter(sheet.gray, x, 48, 60, 60, 5);
        }
    }
    sheet.ink = sheet.gray < 128;
    for (const Line& line : lines_of(find_layout({}, sheet)))
        EXPECT_TRUE(line.initial.empty());
}

/// Rows of two columns; three of the second are indented to make room for a letter.
const std::string kTwoColumns = "xxxx xxx xxxxx xx xxx xxxx            xxxx xxx xxxxx xx xxx\n"
                                "xxx xxxx xx xxxxxx xxx xxx            xxx xxxx xx xxxxxx xx\n"
                                "xxxx xxx xxxxx xx xxx xxxx            xxxx xxxxx xxx xx xxx\n"
                                "xxx xxxx xx xxxxxx xxx xxx   xxx xxxx xx xxxxxx xxxxx xx xx\n"
                                "xxxx xxx xxxxx xx xxx xxxx   xxxx xxx xxxxx xx xxx xxxx xxx\n"
                                "xxx xxxxx xx xxxxxx xxxxxx   xxx xxxx xx xxxxxx xxxxx xx xx\n";

TEST(Initials, AtTheHeadOfTheSecondColumn) {
    Sheet sheet = draw_sheet(kTwoColumns);
    draw_letter(sheet.gray, 31 * kCellWidth, kCellHeight + 8, 80, kThreeRows, 9);
    sheet.ink = sheet.gray < 128;
    const Page page = find_layout({}, sheet);
    ASSERT_EQ(page.blocks.size(), 2U);
    for (const Block& block : page.blocks) {
        ASSERT_EQ(block.lines.size(), 6U);
        EXPECT_EQ(block.lines[0].initial.empty(), block.box.left < 100);
    }
}

TEST(Initials, AtTheHeadsOfBothColumns) {
    std::string art;
    for (const char* row :
         {"xxxx xxx xxxxx xx xxx xxxxx", "xxx xxxx xx xxxxx xxxx xxxx", "xxxx xxxxx xxx xx xxxxxx xx"})
        art += std::string("         ") + row + "            " + row + '\n';
    for (const char* row : {"xxx xxxx xx xxxxxx xxxxxxx xxxx xxxx", "xxxx xxx xxxxx xx xxxx xxx xxxxx xxx",
                            "xxxx xxxx xx xxxxxx xxx xx xx xxxxxx"})
        art += std::string(row) + "   " + row + '\n';
    Sheet sheet = draw_sheet(art);
    for (const int cell : {2, 41})
        draw_letter(sheet.gray, cell * kCellWidth, kCellHeight + 8, 80, kThreeRows, 9);
    sheet.ink = sheet.gray < 128;
    const Page page = find_layout({}, sheet);
    ASSERT_EQ(page.blocks.size(), 2U);
    for (const Block& block : page.blocks) {
        ASSERT_EQ(block.lines.size(), 6U);
        EXPECT_FALSE(block.lines[0].initial.empty());
    }
}

TEST(Initials, LeaveTheLinesBesideAndUnderThemOneText) {
    const Page page = find_layout({}, with_letter(kThreeRows));
    ASSERT_EQ(page.blocks.size(), 1U);
    EXPECT_EQ(page.blocks[0].kind, BlockKind::paragraph);
    EXPECT_EQ(page.blocks[0].lines.size(), 5U);
}

TEST(Initials, OverTwoRows) {
    Sheet sheet = draw_sheet("      xxxx xxx xxxxx xx xxx xxxx\n"
                             "      xxx xxxx xx xxxxxx xxxxxxx\n"
                             "xxx xxxx xx xxxxxx xxxxxx xx xxx\n"
                             "xxxx xxx xxxxx xx xxx xxxx xxxxx\n");
    draw_letter(sheet.gray, 24, kCellHeight + 8, 48, kCellHeight + 24, 7);
    sheet.ink = sheet.gray < 128;
    const std::vector<Line> lines = lines_of(find_layout({}, sheet));
    ASSERT_EQ(lines.size(), 4U);
    EXPECT_EQ(lines[0].initial, (Box{24, 48, 72, 112}));
    EXPECT_TRUE(lines[1].initial.empty());
}

TEST(Initials, UnderAHeadingThatIsNotTheirs) {
    Sheet sheet = draw_sheet("HHHHH HHHHHH HHHH\n\n\n" + kRows);
    draw_letter(sheet.gray, 24, 4 * kCellHeight + 8, 80, kThreeRows, 9);
    sheet.ink = sheet.gray < 128;
    const std::vector<Line> lines = lines_of(find_layout({}, sheet));
    ASSERT_EQ(lines.size(), 6U);
    EXPECT_TRUE(lines[0].initial.empty());
    EXPECT_EQ(lines[1].initial.width(), 80);
}

TEST(Initials, AtALaterParagraph) {
    Sheet sheet = draw_sheet("xxx xxxx xx xxxxxx xxxxxx xx xxxxx\n"
                             "xxxx xxx xxxxx xx xxx xxxx xxx xxx\n"
                             "xxx xxxx xx xxxxxx\n" +
                             kRows);
    draw_letter(sheet.gray, 24, 4 * kCellHeight + 8, 80, kThreeRows, 9);
    sheet.ink = sheet.gray < 128;
    const std::vector<Line> lines = lines_of(find_layout({}, sheet));
    ASSERT_EQ(lines.size(), 8U);
    for (size_t i = 0; i < lines.size(); ++i)
        EXPECT_EQ(lines[i].initial.empty(), i != 3) << i;
}

} // namespace
} // namespace broadsheet
