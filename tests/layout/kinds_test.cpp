// SPDX-License-Identifier: Apache-2.0
#include "layout/drawn_layout.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Kinds, HeadlineOverTwoColumns) {
    EXPECT_EQ(layout_of("HHHHHH HHHHH HHHHHHHHHHH\n"
                        "\n"
                        "\n"
                        "xxxx xxx xx   xx xxx xxx\n"
                        "xxx xx xxxx   xxxx xx xx\n"
                        "xxxxx xx xx   xx xxxxx x\n"
                        "xx xxx xxxx   xxx xxxx x\n"),
              (Blocks{"heading 0,0 1", "paragraph 0,3 4", "paragraph 14,3 4"}));
}

TEST(Kinds, RunningHeadStandsApart) {
    EXPECT_EQ(layout_of("          xxxxx\n"
                        "\n"
                        "xxxx xxx xx   xx xxx xxx\n"
                        "xxx xx xxxx   xxxx xx xx\n"
                        "xxxxx xx xx   xx xxxxx x\n"
                        "xx xxx xxxx   xxx xxxx x\n"),
              (Blocks{"running head 10,0 1", "paragraph 0,2 4", "paragraph 14,2 4"}));
}

TEST(Kinds, ARunningFootAsWideAsItsColumnStandsFarUnderIt) {
    EXPECT_EQ(layout_of("xxxx xxx xx   xx xxx xxx\n"
                        "xxx xx xxxx   xxxx xx xx\n"
                        "xxxxx xx xx   xx xxxxx x\n"
                        "xxxxx xx xx   xx xxxxx x\n"
                        "xx xxx xxxx   xxx xxxx x\n"
                        "\n\n\n"
                        "xxxxx xx xx\n"),
              (Blocks{"paragraph 0,0 5", "paragraph 14,0 5", "running foot 0,8 1"}));
}

TEST(Kinds, ARunningFootWhereTheNextColumnReachesNearer) { // as on a page a little turned
    const auto foot = [](int apart) {
        Sheet sheet = draw_sheet("xxxx xxx xx\n"
                                 "xxx xx xxxx\n"
                                 "xxxxx xx xx\n"
                                 "xx xxx xxxx\n"
                                 "\n"
                                 "xx xxxxx\n");
        cv::Mat both(sheet.gray.rows, 2 * sheet.gray.cols, CV_8UC1, cv::Scalar(255));
        sheet.gray.copyTo(both.colRange(0, sheet.gray.cols));
        const int column = 4 * kCellHeight, down = kCellHeight + 16 - apart;
        sheet.gray.rowRange(kCellHeight, kCellHeight + column)
            .copyTo(
                both.colRange(sheet.gray.cols, both.cols).rowRange(kCellHeight + down, kCellHeight + down + column));
        sheet.gray = both;
        cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
        return blocks_of(find_layout({}, sheet)).back();
    };
    EXPECT_EQ(foot(0), "paragraph 0,5 1"); // beside its last line
    EXPECT_EQ(foot(13), "running foot 0,5 1");
}

TEST(Kinds, ARunningFootOverAPageNumber) {
    EXPECT_EQ(layout_of("xxxx xxx xx   xx xxx xxx\n"
                        "xxx xx xxxx   xxxx xx xx\n"
                        "xxxxx xx xx   xx xxxxx x\n"
                        "xx xxx xxxx   xxx xxxx x\n"
                        "\n\n"
                        "xxxxx xx\n"
                        "\n"
                        "           xx\n"),
              (Blocks{"paragraph 0,0 4", "paragraph 14,0 4", "running foot 0,6 1", "running foot 11,8 1"}));
}

TEST(Kinds, AMatrixCodesEdgeOnABentPageIsNoText) {
    Sheet sheet = draw_sheet("xxxx xxx xxxx xxxxx xxx\nxxx xxxx xx xxxxxx xxxx\nxxxxx xx xxxx xxx xxxxx\n\n\n\n\n\n\n\n"
                             "xxxx xxx xxxx xxxxx xxx\n");
    Code code;
    code.symbology = "QR Code";
    code.box = {40, 4 * kCellHeight, 240, 4 * kCellHeight + 200};
    for (int y = code.box.top; y < code.box.bottom; y += 40)
        cv::rectangle(sheet.ink, cv::Rect(code.box.right - 10, y, 16, 24), 255, cv::FILLED);
    Page page;
    page.codes = {code};
    for (const Block& block : find_layout(page, sheet).blocks)
        for (const Line& line : block.lines)
            EXPECT_TRUE(intersected(line.box, grown(code.box, 8, 8)).empty());
}

TEST(Kinds, CodeIsNoTextButItsPrintedLineIs) {
    const Sheet sheet = draw_sheet("xxxx xxx xx xxxx\n"
                                   "xxx xxxx xxxx xx\n"
                                   "\n"
                                   "xxxxxxxx\n"
                                   "xxxxxxxx\n");
    Page page;
    Code code;
    code.box = {24, 160, 24 + 96, 200};
    code.printed_box = {24, 200, 24 + 96, 240};
    page.codes = {code};
    page = find_layout(page, sheet);
    EXPECT_EQ(blocks_of(page), (Blocks{"paragraph 0,0 2", "code 0,3 0", "code 0,4 1"}));
}

TEST(Kinds, APageNumberAloneIsText) {
    EXPECT_EQ(layout_of("    \n  xx\n    \n    \n"), (Blocks{"paragraph 2,1 1"}));
}

TEST(Kinds, BoldLineInTheFlowIsNoHeading) {
    Sheet sheet = draw_sheet("xxxx xxx xxxxx xx xxxx\n"
                             "xxx xxxx xx xxxxxx xxx\n"
                             "xxxx xx xxxxx xx xxxxx\n"
                             "xxx xxxx xx xxxxxx xxx\n"
                             "xxxx xxx xxxxx xx xxxx\n");
    cv::Mat row = sheet.ink.rowRange(3 * kCellHeight, 4 * kCellHeight);
    cv::dilate(row, row, cv::getStructuringElement(cv::MORPH_RECT, {3, 1})); // heavy inking
    sheet.gray.setTo(0, sheet.ink);
    for (const Block& block : find_layout({}, sheet).blocks)
        EXPECT_EQ(block.kind, BlockKind::paragraph);
}

/// A column whose lines have that many letters drawn bold, every other one.
std::vector<std::string> column_with_bold_letters(const std::vector<int>& letters) {
    Sheet sheet;
    sheet.text_height = 24;
    sheet.gray = cv::Mat(80 + 40 * static_cast<int>(letters.size()), 700, CV_8UC1, cv::Scalar(255));
    for (int row = 0; row < std::ssize(letters); ++row)
        for (int i = 0; i < (row == 0 ? 20 : 40); ++i)
            if (i % (5 + row % 3) != 4)
                draw_letter(sheet.gray, 40 + 14 * i, 40 + 40 * row, 10, 24, i % 2 == 0 && i < letters[row] ? 3 : 2);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    return blocks_of(find_layout({}, sheet));
}

TEST(Kinds, AShortFirstLineALittleBolderThanAllOthersIsABlockOfItsOwn) {
    EXPECT_EQ(column_with_bold_letters({0, 0, 0, 0, 0, 0, 0}).size(), 1U);
    EXPECT_EQ(column_with_bold_letters({20, 0, 0, 0, 0, 0, 0}).size(), 2U);
    EXPECT_EQ(column_with_bold_letters({20, 0, 0, 20, 0, 30, 0}).size(), 1U); // heavy inking
}

/// Under a headline three columns, level, and right over one of them a line of eight letters from left on: how many
/// lines each block has, the headline left out.
std::vector<size_t> lines_under_headline(int left) {
    Sheet sheet = masthead({{60, 60, 40, 60}, {left, 145, 8, 24}});
    sheet.gray.rowRange(180, 1200).setTo(255);
    for (int row = 0; row < 14; ++row)
        for (const int column : {60, 480, 900})
            for (int i = 0; i < 30; ++i)
                if ((i + 3 * row) % 7 != 6) draw_letter(sheet.gray, column + i * 12, 186 + 40 * row, 10, 24, 3);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    std::vector<size_t> lines;
    for (const Block& block : find_layout({}, sheet).blocks)
        if (block.box.top > 130) lines.push_back(block.lines.size());
    std::sort(lines.begin(), lines.end());
    return lines;
}

TEST(Kinds, ABylineOverTheMiddleColumnIsNoLineOfIt) {
    EXPECT_EQ(lines_under_headline(600), (std::vector<size_t>{1, 14, 14, 14}));
}

TEST(Kinds, ABylineFlushWithTheHeadlineIsNoLineOfTheColumn) {
    EXPECT_EQ(lines_under_headline(80), (std::vector<size_t>{1, 14, 14, 14}));
    EXPECT_EQ(lines_under_headline(57), (std::vector<size_t>{1, 14, 14, 14})); // as slanted letters jut
    EXPECT_EQ(lines_under_headline(940), (std::vector<size_t>{14, 14, 15}));   // neither centred nor flush
}

/// Of the blocks at the page's head, from the top.
std::vector<BlockKind> kinds_over_text(const std::vector<std::array<int, 4>>& words) {
    std::vector<BlockKind> kinds;
    for (const Block& block : find_layout({}, masthead(words)).blocks)
        if (block.box.top < 550) kinds.push_back(block.kind);
    return kinds;
}

TEST(Kinds, AShortLineRightOverAHeadlineIsAHeadingToo) {
    EXPECT_EQ(kinds_over_text({{60, 400, 8, 24}, {60, 440, 20, 60}}), (std::vector<BlockKind>(2, BlockKind::heading)));
}

TEST(Kinds, TwoLinesRightOverAHeadlineAreAHeadingToo) {
    EXPECT_EQ(kinds_over_text({{60, 360, 20, 24}, {60, 400, 8, 24}, {60, 448, 20, 60}}),
              (std::vector<BlockKind>(2, BlockKind::heading)));
    EXPECT_EQ(kinds_over_text({{60, 360, 20, 24}, {60, 404, 8, 20}, {60, 448, 20, 60}}),
              (std::vector<BlockKind>(3, BlockKind::heading)))
        << "the lower one measured too small for their block";
    EXPECT_EQ(kinds_over_text({{60, 345, 20, 24}, {60, 385, 8, 24}, {60, 448, 20, 60}}),
              (std::vector<BlockKind>{BlockKind::paragraph, BlockKind::heading}))
        << "a paragraph's end";
    EXPECT_EQ(kinds_over_text({{60, 360, 40, 24}, {60, 400, 36, 24}, {60, 448, 3, 60}}).front(), BlockKind::paragraph)
        << "over an initial";
}

/// A line in the middle of a column, its first so many letters in bold type, the lower by so many pixels.
std::vector<std::string> with_crosshead(int bold, int lower, const std::string& art) {
    const int row = 5 * kCellHeight; // of the line, with the drawing's margin
    Sheet sheet = draw_sheet(art);
    cv::Mat gray(sheet.gray.rows + lower, sheet.gray.cols, CV_8UC1, cv::Scalar(255));
    sheet.gray.rowRange(0, row).copyTo(gray.rowRange(0, row));
    sheet.gray.rowRange(row, sheet.gray.rows).copyTo(gray.rowRange(row + lower, gray.rows));
    cv::Mat line = gray.rowRange(row + lower, row + lower + kCellHeight);
    line = line.colRange(0, bold * kCellWidth);
    if (bold > 0) cv::erode(line, line, cv::Mat::ones(1, 2, CV_8U));
    sheet.gray = gray;
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    return blocks_of(find_layout({}, sheet));
}

TEST(Kinds, ACrossheadInBoldTypeSetApart) {
    const std::string art = "xxxx xxx xxxx xx xxxx\n"
                            "xxx xx xxxx xxxxx xxx\n"
                            "xxxxx xx xx xxxx xxxx\n"
                            "xx xxx xxxx xxx xx xx\n"
                            "     xxxxx xxxx\n"
                            "xxxx xx xxxxx xx xxxx\n"
                            "xxx xxxx xx xxxxxx xx\n"
                            "xxxxx xxx xxxx xx xxx\n";
    constexpr int half = 12; // as much bolder as half of the letters are drawn
    EXPECT_EQ(with_crosshead(half, 6, art), (Blocks{"paragraph 0,0 4", "heading 5,4 1", "paragraph 0,5 3"}));
    EXPECT_EQ(with_crosshead(half, 0, art), (Blocks{"paragraph 0,0 8"})); // one in the text, with bold words
    EXPECT_EQ(with_crosshead(0, 6, art), (Blocks{"paragraph 0,0 8"}));
}

TEST(Kinds, ACrossheadUnderAShortParagraphAtAColumnsFoot) {
    EXPECT_EQ(with_crosshead(12, 6,
                             "\n"
                             "xxx xx xxxx xxxxx xxx\n"
                             "xxxxx xx xx xxxx xxxx\n"
                             "xx xxx xxxx xxx xx xx\n"
                             "xxxxx xxxx xxx\n"),
              (Blocks{"paragraph 0,1 3", "heading 0,4 1"}));
}

TEST(Kinds, ACentredCrossheadMayBeNearlyAsWideAsItsColumn) {
    const auto with_inset = [](const std::string& before, const std::string& behind) {
        return with_crosshead(20, 6,
                              "xxxx xxx xxxx xx xxxx xxxx xxxx xxxx\n"
                              "xxx xx xxxx xxxxx xxx xxx xxxxxx xxx\n"
                              "xxxxx xx xx xxxx xxxx xxxx xx xxxxxx\n"
                              "xx xxx xxxx xxx xx xx xxx xxx xxxxxx\n" +
                                  before + "xxxxx xxxx xxx xxxxx xxx xx xxxx" + behind +
                                  "\n"
                                  "xxxx xx xxxxx xx xxxx xx xxxxx xxxxx\n"
                                  "xxx xxxx xx xxxxxx xx xxxxxx xx xxxx\n"
                                  "xxxxx xxx xxxx xx xxx xxx xxxxxxx xx\n");
    };
    EXPECT_EQ(with_inset("  ", ""), (Blocks{"paragraph 0,0 4", "heading 2,4 1", "paragraph 0,5 3"}));
    EXPECT_EQ(with_inset("  ", "xx"), (Blocks{"paragraph 0,0 8"})); // a first line, with bold words
}

/// Is a line of that many letters over a column a heading, a little bolder than its own and a little larger, or no
/// larger?
bool is_heading(int letters, bool larger) {
    constexpr int size = 60, column = 30, pitch = 100;
    Sheet sheet;
    sheet.gray = cv::Mat(1300, 1300, CV_8UC1, cv::Scalar(255));
    for (int i = 0; i < letters; ++i)
        if (i % 6 != 5) draw_letter(sheet.gray, 100 + 36 * i, 100, 30, larger ? size + 6 : size, 11);
    for (int row = 0; row < 10; ++row)
        for (int i = 0; i < column; ++i)
            if ((i + row) % 6 != 5) draw_letter(sheet.gray, 100 + 36 * i, 240 + pitch * row, 30, size, 9);
    sheet.text_height = size;
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    return find_layout({}, sheet).blocks.front().kind == BlockKind::heading;
}

TEST(Kinds, ALineALittleBolderAndALittleLargerIsAHeading) {
    EXPECT_TRUE(is_heading(12, true));
    EXPECT_FALSE(is_heading(12, false));
    EXPECT_FALSE(is_heading(5, true)); // a name, a number
}

TEST(Kinds, AParagraphsLastWordWhoseLettersTouchIsNoHeading) { // though it is as high as larger type
    Sheet sheet = draw_sheet("xxxx xxx xxxx xx xxxx\n"
                             "xxx xx xxxx xxxxx xxx\n"
                             "xxxxx xx xx xxxx xxxx\n"
                             "xxxxxx\n"
                             "xxxx xx xxxxx xx xxxx\n"
                             "xxx xxxx xx xxxxxx xx\n"
                             "xxxxx xxx xxxx xx xxx\n");
    const int left = 2 * kCellWidth + 1, foot = 4 * kCellHeight + 32; // of the word
    cv::rectangle(sheet.gray, cv::Rect(left, foot - 2, 6 * kCellWidth - 3, 2), 0, cv::FILLED);
    for (const int letter : {0, 5}) // with tails
        cv::rectangle(sheet.gray, cv::Rect(left + letter * kCellWidth + 4, foot, 2, 8), 0, cv::FILLED);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(blocks_of(find_layout({}, sheet)), (Blocks{"paragraph 0,0 4", "paragraph 0,4 3"}));
}

/// A line of that many pixels over the text's first one, foot to foot, an indented one in type little larger.
Sheet with_larger_line(int pitch) {
    constexpr int size = 30, first = 624;
    std::vector<std::array<int, 4>> words;
    for (int x = 110, letters = 5; x + letters * size / 2 < 1290; letters = 3 + (letters + 2) % 7) {
        words.push_back({x, first - pitch - size, letters, size});
        x += letters * size / 2 + 22;
    }
    return masthead(words);
}

TEST(Kinds, AnIndentedLineMeasuredTooLargeBeginsTheTextThatItIsSetWith) {
    EXPECT_EQ(find_layout({}, with_larger_line(40)).blocks.front().kind, BlockKind::paragraph);
    EXPECT_EQ(find_layout({}, with_larger_line(50)).blocks.front().kind, BlockKind::heading);
}

} // namespace
} // namespace broadsheet
