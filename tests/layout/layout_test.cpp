// SPDX-License-Identifier: Apache-2.0
#include "layout/layout.h"

#include "support/pixel_art.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <random>

namespace broadsheet {
namespace {

/// The blocks from the top left, each as "kind column,row lines" in cells of the drawing; rules left out.
std::vector<std::string> blocks_of(const Page& page) {
    std::vector<const Block*> blocks;
    for (const Block& block : page.blocks)
        if (block.kind != BlockKind::rule) blocks.push_back(&block);
    std::sort(blocks.begin(), blocks.end(), [](const Block* a, const Block* b) {
        return std::pair(a->box.top / kCellHeight, a->box.left) < std::pair(b->box.top / kCellHeight, b->box.left);
    });
    std::vector<std::string> out;
    for (const Block* b : blocks) // the edge of a picture is found to a few pixels
        out.push_back(fmt::format("{} {},{} {}", name(b->kind), (b->box.left + 4) / kCellWidth - 2,
                                  (b->box.top + 4) / kCellHeight - 1, b->lines.size()));
    return out;
}

std::vector<std::string> layout_of(const std::string& art) {
    return blocks_of(find_layout({}, draw_sheet(art)));
}

using Blocks = std::vector<std::string>;

TEST(Layout, OneColumn) {
    EXPECT_EQ(layout_of("  xxxx xxx xxxxx xx\n"
                        "xxxx xxx xx xxxx xxx\n"
                        "xxx xxxxx xxxx xx xx\n"
                        "xxx xxxx\n"),
              (Blocks{"paragraph 0,0 4"}));
}

TEST(Layout, TwoColumnsByAGutterThatKeepsItsPlace) {
    EXPECT_EQ(layout_of("xxxx xxx xxx   xxx xxxxx xxx\n"
                        "xxx xx xxxxx   xxxx xx xx xx\n"
                        "xxxxx xx xxx   xx xxxxx xxxx\n"
                        "xx xxx xxxxx   xxxxx xxx xxx\n"
                        "xxxx xxxx xx   xxx xxxx xxxx\n"),
              (Blocks{"paragraph 0,0 5", "paragraph 15,0 5"}));
}

TEST(Layout, WhiteBehindShortLinesHidesNoGutter) {
    EXPECT_EQ(layout_of("xxxx xxx xxx   xxx xxxxx xxx\n"
                        "xxx xx xxxxx   xxxx xx xx xx\n"
                        "xxx            xx xxxxx xxxx\n"
                        "  xxx xxxxxx   xxxxx xxx xxx\n"
                        "xxxx xxxx xx   xxx xx\n"
                        "xxxx xxx xxx     xxx xx xxxx\n"
                        "xx                    xxxxx.\n"),
              (Blocks{"paragraph 0,0 7", "paragraph 15,0 7"}));
}

TEST(Layout, LooseWordsInAJustifiedColumnAreNoGutter) {
    EXPECT_EQ(layout_of("xxxx xxx xx xxxx xxxx\n"
                        "xxx  xxxx  xx  xxx xx\n"
                        "xx   xxxx  xxx  xxx x\n"
                        "xxxxxx         xxxxxx\n"
                        "xxx  xxxx  xx xx xxxx\n"
                        "xxxx xxx xxx xx xxxxx\n"),
              (Blocks{"paragraph 0,0 6"}));
}

TEST(Layout, MarksOfTwoRowsThatTouchEndNeitherRow) { // a comma and an apostrophe under it
    Sheet sheet = draw_sheet("xxxx xxx xxxxxxx xxxx\n"
                             "xxxx xxxx xxx xxxx xx\n"
                             "xxx xxxxx xxxx xx xxx\n"
                             "xxx xxxxxx xxx xxxxxx\n");
    cv::rectangle(sheet.ink, cv::Rect(11 * kCellWidth + 4, 2 * kCellHeight + 27, 4, 26), 255, cv::FILLED);
    sheet.gray.setTo(0, sheet.ink);
    EXPECT_EQ(blocks_of(find_layout({}, sheet)), (Blocks{"paragraph 0,0 4"}));
}

TEST(Layout, NarrowGutterWithARule) {
    EXPECT_EQ(layout_of("xxxx xxx xxx|xxx xxxxx xxx\n"
                        "xxx xx xxxxx|xxxx xx xx xx\n"
                        "xxxxx xx xxx|xx xxxxx xxxx\n"),
              (Blocks{"paragraph 0,0 3", "paragraph 13,0 3"}));
}

TEST(Layout, HeadlineOverTwoColumns) {
    EXPECT_EQ(layout_of("HHHHHH HHHHH HHHHHHHHHHH\n"
                        "\n"
                        "\n"
                        "xxxx xxx xx   xx xxx xxx\n"
                        "xxx xx xxxx   xxxx xx xx\n"
                        "xxxxx xx xx   xx xxxxx x\n"
                        "xx xxx xxxx   xxx xxxx x\n"),
              (Blocks{"heading 0,0 1", "paragraph 0,3 4", "paragraph 14,3 4"}));
}

TEST(Layout, RuleParts) {
    const Page page = find_layout({}, draw_sheet("xxxx xxx xx xxxx xxxx\n"
                                                 "xxx xxxx xxxx xxx xxx\n"
                                                 "---------------------\n"
                                                 "xxxx xxx xx xxxx xxxx\n"
                                                 "xxx xxxx xxxx xxx xxx\n"));
    EXPECT_EQ(blocks_of(page), (Blocks{"paragraph 0,0 2", "paragraph 0,3 2"}));
    const auto rule =
        std::find_if(page.blocks.begin(), page.blocks.end(), [](const Block& b) { return b.kind == BlockKind::rule; });
    ASSERT_NE(rule, page.blocks.end());
    EXPECT_EQ(rule->box, (Box{24, 139, 24 + 21 * 12, 141}));
}

TEST(Layout, PictureGivesNoText) {
    EXPECT_EQ(layout_of("xxxx xxx xx   xx xxx xxx\n"
                        "xxx xx xxxx   xxxx xx xx\n"
                        "              xx xxxxx x\n"
                        "###########   xxx xxxx x\n"
                        "###########   xxx xxxx x\n"
                        "###########   xxx xxxx x\n"
                        "              xx xxxxx x\n"
                        "xxxxx xx xx   xx xxxxx x\n"
                        "xx xxx xxxx   xxx xxxx x\n"),
              (Blocks{"paragraph 0,0 2", "paragraph 14,0 9", "picture 0,3 0", "paragraph 0,7 2"}));
}

TEST(Layout, CommasAndDotsBelongToTheirLines) {
    const Page page = find_layout({}, draw_sheet("xxxx, xxx. xx xxx, xxxx.\n"
                                                 "xxx. xxx xxxx, xx. xxxx,\n"));
    ASSERT_EQ(page.blocks.size(), 1u);
    ASSERT_EQ(page.blocks[0].lines.size(), 2u);
    const Line& line = page.blocks[0].lines[0];
    EXPECT_EQ(line.box, (Box{25, 48, 24 + 23 * 12 + 7, 77}));
    EXPECT_EQ(line.text_height, 24);
    EXPECT_EQ(line.baseline, (std::vector<Point>{{25, 72}, {24 + 23 * 12 + 7, 72}}));
}

TEST(Layout, RunningHeadStandsApart) {
    EXPECT_EQ(layout_of("          xxxxx\n"
                        "\n"
                        "xxxx xxx xx   xx xxx xxx\n"
                        "xxx xx xxxx   xxxx xx xx\n"
                        "xxxxx xx xx   xx xxxxx x\n"
                        "xx xxx xxxx   xxx xxxx x\n"),
              (Blocks{"running head 10,0 1", "paragraph 0,2 4", "paragraph 14,2 4"}));
}

TEST(Layout, CodeIsNoTextButItsPrintedLineIs) {
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

TEST(Layout, TraceGetsThePicturesOfTheSteps) {
    std::vector<std::string> steps;
    LayoutOptions options;
    options.trace = [&](const std::string& step, const cv::Mat& picture) {
        EXPECT_EQ(picture.type(), CV_8UC3);
        steps.push_back(step);
    };
    find_layout({}, draw_sheet("xxxx xxx xx xxxx\n"), options);
    EXPECT_EQ(steps, (std::vector<std::string>{"segments", "gutters", "lines"}));
}

TEST(Layout, MarksOfAllHeightsAreNoText) {
    Sheet sheet = draw_sheet(std::string(40, '\n') + std::string(100, ' '));
    std::mt19937 random(5);
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    for (int i = 0; i < 150; ++i)
        cv::rectangle(sheet.ink, cv::Rect(pick(1150), pick(1550), 3 + pick(40), 3 + pick(70)), 255, cv::FILLED);
    sheet.gray = 255 - sheet.ink;
    EXPECT_TRUE(blocks_of(find_layout({}, sheet)).empty());
}

TEST(Layout, APageNumberAloneIsText) {
    EXPECT_EQ(layout_of("    \n  xx\n    \n    \n"), (Blocks{"paragraph 2,1 1"}));
}

TEST(Layout, NothingOnBlankPaperNorOnNoSheet) {
    Sheet blank = draw_sheet("    \n    \n");
    EXPECT_TRUE(find_layout({}, blank).blocks.empty());
    blank.text_height = 0;
    EXPECT_TRUE(find_layout({}, blank).blocks.empty());
    EXPECT_TRUE(find_layout({}, Sheet{}).blocks.empty());
}

/// The rows of art, each moved aside by a pixel more than the two above.
Sheet leaning(const std::string& art) {
    Sheet sheet = draw_sheet(art);
    cv::Mat gray(sheet.gray.size(), CV_8UC1, cv::Scalar(255));
    for (int y = 0; y + kCellHeight <= gray.rows; y += kCellHeight) {
        const int aside = y / kCellHeight / 2;
        sheet.gray(cv::Rect(0, y, gray.cols - aside, kCellHeight))
            .copyTo(gray(cv::Rect(aside, y, gray.cols - aside, kCellHeight)));
    }
    sheet.gray = gray;
    sheet.ink = gray < 128;
    return sheet;
}

std::string repeated(const std::string& rows, int times) {
    std::string out;
    for (int i = 0; i < times; ++i)
        out += rows;
    return out;
}

size_t widest_block(const Page& page) {
    int widest = 0;
    for (const Block& block : page.blocks)
        if (block.kind == BlockKind::paragraph) widest = std::max(widest, block.box.width());
    return static_cast<size_t>(widest);
}

TEST(Layout, GutterOfALeaningPage) {
    const Sheet sheet = leaning(repeated("xxxx xxx xxx  xxx xxxxx xxx        \n"
                                         "xxx xx xxxxx  xxxx xx xx xx        \n"
                                         "xxxxx xx xxx  xx xxxxx xxxx        \n",
                                         14));
    EXPECT_LT(widest_block(find_layout({}, sheet)), size_t{16 * kCellWidth + 21});
}

TEST(Layout, GutterGoesOnBesideCentredLines) {
    EXPECT_EQ(layout_of("xxxx xxx xxx   xxx xxxxx xxx\n"
                        "xxx xx xxxxx   xxxx xx xx xx\n"
                        "xxxxx xx xxx   xx xxxxx xxxx\n"
                        "xx xxx xxxxx   xxxxx xxx xxx\n"
                        "xxxx xxxx xx   xxx xxxx xxxx\n"
                        "xxx xx xxxxx   xxxx xx xx xx\n"
                        "xxxxx xx xxx   xx xxxxx xxxx\n"
                        "xxxxx xx xxx                \n"
                        "xxx xx xxxxx       xxxx     \n"
                        "xxxxx xx xxx        xx      \n"),
              (Blocks{"paragraph 0,0 10", "paragraph 15,0 7", "paragraph 19,8 2"}));
}

TEST(Layout, BrokenRuleGoesOnBetweenTheColumns) {
    EXPECT_EQ(layout_of("xxxx xxx xx | xxx xxxxx xx\n"
                        "xxx xx xxxx | xxxx xx xx x\n"
                        "xxxxx xx xx | xx xxxxx xxx\n"
                        "xx xxx xxxx | xxxxx xxx xx\n"
                        "xx xx xxxxx   xx xx xxx xx\n"
                        "xxx xx xxxx   xxx xxx xx x\n"),
              (Blocks{"paragraph 0,0 6", "paragraph 14,0 6"}));
}

TEST(Layout, PiecesOfABrokenRuleAreNoText) {
    const Page page = find_layout({}, draw_sheet("xxxx xxx xx | xxx xxxxx xx\n"
                                                 "xxx xx xxxx | xxxx xx xx x\n"
                                                 "xxxxx xx xx | xx xxxxx xxx\n"
                                                 "xx xxx xxxx | xxxxx xxx xx\n"
                                                 "xx xx xxxxx   xx xx xxx xx\n"
                                                 "xxx xx xxxx | xxx xxx xx x\n"
                                                 "xxx xx xxxx   xxx xxx xx x\n"));
    for (const Block& block : page.blocks)
        if (block.kind == BlockKind::paragraph) EXPECT_EQ(block.lines.size(), 7u);
}

TEST(Layout, MarksBesideThePrintAreLeftOut) {
    std::string art;
    for (int i = 0; i < 24; ++i)
        art += std::string(i == 7 ? "x" : i == 15 ? "|" : " ") + "        xxxx xxx xxxxx xx xxx\n";
    EXPECT_EQ(layout_of(art), (Blocks{"paragraph 9,0 24"}));
}

TEST(Layout, ThinMarksBesideThePrintAreLeftOut) { // of a fold: each level with a row, and as high as its letters
    std::string art;
    for (int i = 0; i < 24; ++i)
        art += "         xxxx xxx xxxxx xx xxx\n";
    Sheet sheet = draw_sheet(art);
    for (int row = 5; row < 9; ++row)
        cv::rectangle(sheet.ink, cv::Rect(2 * kCellWidth + row, (row + 1) * kCellHeight + 8, 6, 24), 255, cv::FILLED);
    sheet.gray.setTo(0, sheet.ink);
    EXPECT_EQ(blocks_of(find_layout({}, sheet)), (Blocks{"paragraph 9,0 24"}));
}

TEST(Layout, NoteInTheMarginIsText) {
    std::string art;
    for (int i = 0; i < 24; ++i)
        art += std::string(i == 7 ? "xxxxx" : "     ") + "        xxxx xxx xxxxx xx xxx\n";
    EXPECT_EQ(layout_of(art), (Blocks{"paragraph 13,0 24", "paragraph 0,7 1"}));
}

/// Two rows of letters with a stroke from the upper to the lower in one place.
Sheet touching_rows(int column) {
    Sheet sheet = draw_sheet("xxxx xxx xxxxx xx xxxx\n"
                             "xxx xxxx xx xxxxxx xxx\n"
                             "xxxx xx xxxxx xx xxxxx\n");
    const int x = (column + 2) * kCellWidth + 1;
    cv::rectangle(sheet.ink, cv::Rect(x, kCellHeight + 8, 3, kCellHeight + 24), 255, cv::FILLED);
    sheet.gray.setTo(0, sheet.ink);
    return sheet;
}

TEST(Layout, TouchingLettersOfTwoRowsAreParted) {
    for (const int column : {0, 9, 21}) { // also at the ends of the lines
        const Page page = find_layout({}, touching_rows(column));
        ASSERT_EQ(page.blocks.size(), 1u) << column;
        ASSERT_EQ(page.blocks[0].lines.size(), 3u) << column;
        for (const Line& line : page.blocks[0].lines)
            EXPECT_LT(line.box.height(), 40) << column;
    }
}

TEST(Layout, InitialOverTwoRowsIsNotParted) {
    Sheet sheet = draw_sheet("     xx xxxxx xx xxxx\n"
                             "     xx xx xxxxxx xxx\n"
                             "xxxx xx xxxxx xx xxxx\n"
                             "xxxx xx xxxxx xx xxxx\n");
    cv::rectangle(sheet.ink, cv::Rect(26, kCellHeight + 8, 14, kCellHeight + 24), 255, cv::FILLED);
    sheet.gray.setTo(0, sheet.ink);
    bool whole = false;
    for (const Block& block : find_layout({}, sheet).blocks)
        for (const Line& line : block.lines)
            whole = whole || line.box.height() >= kCellHeight + 24;
    EXPECT_TRUE(whole);
}

TEST(Layout, CentredLinesUnderAPictureAreItsCaption) {
    EXPECT_EQ(layout_of("xxxx xxx xxx  ##############  xxx xxxxx xxx\n"
                        "xxx xx xxxxx  ##############  xxxx xx xx xx\n"
                        "xxxxx xx xxx  ##############  xx xxxxx xxxx\n"
                        "xx xxx xxxxx  ##############  xxxxx xxx xxx\n"
                        "xxxxx xx xxx                  xx xxxxx xxxx\n"
                        "xxxx xxxx xx      xxxxxx      xxx xxxx xxxx\n"
                        "xxx xx xxxxx       xxxx       xxxx xx xx xx\n"
                        "xxxxx xx xxx                  xx xxxxx xxxx\n"),
              (Blocks{"picture 14,0 0", "paragraph 0,0 8", "paragraph 30,0 8", "caption 18,5 2"}));
}

TEST(Layout, WordsWithoutTallLettersStandInTheirLine) {
    Sheet sheet = draw_sheet("xxxx xxx xxxxx xx xxxx\n"
                             "xxxxxxx xxxxxxx xx xxx\n"
                             "xxxx xx xxxxx xx xxxxx\n");
    constexpr int row = 2 * kCellHeight + 8, x_height = 14, tall = 24;
    const cv::Rect words(2 * kCellWidth, row, 15 * kCellWidth, tall);
    cv::Mat letters = sheet.gray(words).clone();
    cv::resize(letters, letters, {words.width, x_height}, 0, 0, cv::INTER_AREA);
    sheet.gray(words).setTo(255);
    letters.copyTo(sheet.gray({words.x, row + tall - x_height, words.width, x_height}));
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(blocks_of(find_layout({}, sheet)), (Blocks{"paragraph 0,0 3"}));
}

TEST(Layout, ASentencesBlankOverTheGutterBesideAPictureIsNone) {
    std::string art = "xxxx xxxxxxxxxx xxxx xxxx\n"
                      "xxxx xxx xx. xxxxxx xxxxx\n"
                      "xxxx xxx xx\n";
    for (int i = 0; i < 20; ++i)
        art += i % 2 ? "xxxx xxx xx   ###########\n" : "xxx xxxx xx   ###########\n";
    art += "xxx xxxx xx\n"
           "xxxx xxxxxxxxxx xxxx xxxx\n";
    EXPECT_EQ(layout_of(art).front(), "paragraph 0,0 25");
}

TEST(Layout, CommasOverEachOtherAreNoGutter) { // where all characters have one width
    EXPECT_EQ(layout_of("xxxxxx,  xxxxx xxxx xx\n"
                        "xxxxxx,  xxxxxxxx xxxx\n"
                        "xxx xx,  xxxxx xxxxxxx\n"
                        "xxxxxxxx xx xxxx xxxxx\n"
                        "xxxxx xxxx xxxx xxx xx\n"),
              (Blocks{"paragraph 0,0 5"}));
}

TEST(Layout, AShortColumnIsPartedWhereThePagesGutterStands) {
    std::string art;
    for (int i = 0; i < 9; ++i)
        art += "xxxx xxx xxx xxx   xxx xxxxx xxx xxx\n";
    for (int i = 0; i < 9; ++i)
        art += "\n";
    EXPECT_EQ(layout_of(art + "xxxx xxx xxx xxx   xxx xxxxx xxx xxx\n"
                              "xxxxx xx xxxxxxx   xxxx xx xxxxx\n"
                              "xxxx xxx xxx xxx\n"),
              (Blocks{"paragraph 0,0 9", "paragraph 19,0 9", "paragraph 0,18 3", "paragraph 19,18 2"}));
}

TEST(Layout, SmallTypeBesideLargerIsNotBroken) { // most of its letters are below half of the page's text height
    Sheet sheet = draw_sheet("xxxx xxx xxxxx xx xxxx\n"
                             "xxx xxxx xx xxxxxx xxx\n"
                             "\n"
                             "\n"
                             "xxxx xxx xxxxx xx xxxx\n");
    for (int i = 0; i < 24; ++i) // x-heights and a few tall letters
        if (i % 6 != 5) draw_letter(sheet.gray, 30 + 9 * i, 3 * kCellHeight + (i % 4 ? 16 : 10), 7, i % 4 ? 11 : 17, 2);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    const Page page = find_layout({}, sheet);
    std::vector<Box> small;
    for (const Block& block : page.blocks)
        for (const Line& line : block.lines)
            if (line.text_height < 20) small.push_back(line.box);
    EXPECT_EQ(small, (std::vector<Box>{{30, 130, 30 + 9 * 22 + 7, 147}}));
}

TEST(Layout, BoldLineInTheFlowIsNoHeading) {
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

/// The lines of each block of a page with a comma of its own size in the second row, behind its first words.
std::vector<size_t> lines_with_comma(const std::string& second_row, int top, int height) {
    Sheet sheet = draw_sheet("xxxx xxx xxxxx xx xxxx\n" + second_row + "\nxxxx xx xxxxx xx xxxxx\n");
    cv::rectangle(sheet.ink, cv::Rect(12 * kCellWidth + 3, 2 * kCellHeight + top, 5, height), 255, cv::FILLED);
    sheet.gray.setTo(0, sheet.ink);
    std::vector<size_t> lines;
    for (const Block& block : find_layout({}, sheet).blocks)
        lines.push_back(block.lines.size());
    return lines;
}

TEST(Layout, LargeCommaPartsNoLine) {
    EXPECT_EQ(lines_with_comma("xxx xxxxxx   xxxxx xxx", 22, 15), std::vector<size_t>{3});
}

TEST(Layout, AHangingCommaBeforeAWideBlankPartsNoLine) {
    EXPECT_EQ(lines_with_comma("xxx xxxxxx    xxxx xxx", 24, 19), std::vector<size_t>{3});
}

} // namespace
} // namespace broadsheet
