// SPDX-License-Identifier: Apache-2.0
#include "layout/layout.h"

#include "support/pixel_art.h"

#include <array>
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

/// Blocks that hold one line each, from the top left, as "left,top-right,bottom".
std::vector<std::string> lines_of(const Sheet& sheet) {
    std::vector<Box> boxes;
    for (const Block& block : find_layout({}, sheet).blocks)
        for (const Line& line : block.lines)
            boxes.push_back(line.box);
    std::sort(boxes.begin(), boxes.end(),
              [](const Box& a, const Box& b) { return std::pair(a.top, a.left) < std::pair(b.top, b.left); });
    std::vector<std::string> out;
    for (const Box& b : boxes)
        out.push_back(fmt::format("{},{}-{},{}", b.left, b.top, b.right, b.bottom));
    return out;
}

/// White paper with words of letters, each as "x, y, letters, size" (the letters' height), and lines of body text below
/// at y 600 and on.
Sheet masthead(const std::vector<std::array<int, 4>>& words) {
    Sheet sheet;
    sheet.text_height = 24;
    sheet.dpi = 300;
    sheet.gray = cv::Mat(1200, 1400, CV_8UC1, cv::Scalar(255));
    const auto draw = [&](int x, int y, int letters, int size) {
        for (int i = 0; i < letters; ++i)
            draw_letter(sheet.gray, x + i * size / 2, y, size * 2 / 5, size, std::max(2, size / 8));
    };
    for (const auto& [x, y, letters, size] : words)
        draw(x, y, letters, size);
    for (int row = 0; row < 14; ++row)
        for (int x = 60; x < 1300; x += row % 2 ? 90 : 118)
            draw(x, 600 + 40 * row, row % 2 ? 6 : 8, 24);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    return sheet;
}

TEST(Layout, AShortWordOverATitleIsNoAccentOfIt) {
    const Sheet sheet = masthead({{100, 60, 2, 40}, {160, 60, 8, 40}, {60, 110, 10, 160}});
    const std::vector<std::string> lines = lines_of(sheet);
    ASSERT_EQ(lines.size(), 16u);
    EXPECT_EQ(lines[0], "100,60-316,100");
    EXPECT_EQ(lines[1], "60,110-844,270");
}

TEST(Layout, DotsOverATitlesLetterAreItsAccent) {
    const Sheet sheet = masthead({{140, 120, 1, 30}, {170, 120, 1, 30}, {60, 160, 10, 160}});
    const std::vector<std::string> lines = lines_of(sheet);
    ASSERT_EQ(lines.size(), 15u);
    EXPECT_EQ(lines[0], "60,120-844,320");
}

TEST(Layout, AShortRowOfSmallTypeBesideATitleIsNoneOfItsMarks) {
    const Sheet sheet = masthead({{60, 110, 6, 24}, {90, 150, 3, 24}, {60, 190, 6, 24}, {160, 80, 10, 160}});
    const std::vector<std::string> lines = lines_of(sheet);
    ASSERT_EQ(lines.size(), 18u);
    EXPECT_EQ(lines[0], "160,80-944,240");
    EXPECT_EQ(lines[2], "90,150-123,174");
}

TEST(Layout, DustBesideATitleIsNoneOfItsMarks) { // and does not join it to what stands beyond
    const Sheet sheet = masthead({{60, 150, 6, 24}, {158, 152, 1, 15}, {200, 80, 10, 160}});
    const std::vector<std::string> lines = lines_of(sheet);
    EXPECT_EQ(lines[0], "200,80-984,240");
}

TEST(Layout, WordsFarApartAndOfTwoSizesAreTwoLines) { // though rows over and under them bridge the white
    const Sheet sheet = masthead({{60, 40, 40, 40}, {60, 100, 5, 54}, {700, 112, 9, 36}, {60, 170, 40, 40}});
    const std::vector<std::string> lines = lines_of(sheet);
    ASSERT_EQ(lines.size(), 18u);
    EXPECT_EQ(lines[1], "60,100-189,154");
    EXPECT_EQ(lines[2], "700,112-858,148");
}

TEST(Layout, ATitlesHeavyLettersAreNoPicture) {
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

Box picture_of(const Sheet& sheet) {
    Box box;
    for (const Block& block : find_layout({}, sheet).blocks)
        if (block.kind == BlockKind::picture) box = united(box, block.box);
    return box;
}

TEST(Layout, APictureReachesToTheLastDotsOfItsScreen) {
    Sheet sheet = masthead({});
    cv::rectangle(sheet.gray, cv::Rect(100, 300, 400, 100), 40, cv::FILLED);
    for (int y = 104; y < 300; y += 12)
        for (int x = 104; x < 500; x += 12)
            cv::circle(sheet.gray, {x, y}, 1, 0, cv::FILLED);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    const Box picture = picture_of(sheet);
    EXPECT_NEAR(picture.left, 100, 12);
    EXPECT_NEAR(picture.top, 100, 12);
    EXPECT_NEAR(picture.right, 500, 12);
    EXPECT_NEAR(picture.bottom, 400, 12);
    EXPECT_EQ(lines_of(sheet).size(), 14u);
}

TEST(Layout, AFrameRoundALightPictureIsAPicture) {
    Sheet sheet = masthead({});
    cv::rectangle(sheet.gray, cv::Rect(100, 100, 400, 250), 0, 2);
    cv::ellipse(sheet.gray, {300, 240}, {80, 60}, 0, 0, 180, 0, 2);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    const Box picture = picture_of(sheet);
    EXPECT_NEAR(picture.top, 100, 12);
    EXPECT_NEAR(picture.right, 500, 12);
    EXPECT_EQ(lines_of(sheet).size(), 14u);
}

TEST(Layout, FramesOnAPageOfTinyMarks) { // whose text height is a pixel
    Sheet sheet = masthead({});
    sheet.text_height = 1;
    cv::rectangle(sheet.ink, cv::Rect(100, 100, 40, 25), 255, 1);
    EXPECT_NO_THROW(find_layout({}, sheet));
}

TEST(Layout, AFrameRoundTextIsNoPicture) {
    Sheet sheet = masthead({{120, 130, 20, 24}, {120, 170, 20, 24}, {120, 210, 20, 24}});
    cv::rectangle(sheet.gray, cv::Rect(100, 100, 400, 150), 0, 2);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_TRUE(picture_of(sheet).empty());
    EXPECT_EQ(lines_of(sheet).size(), 17u);
}

TEST(Layout, APictureReachesToTheEndsOfItsFramesSides) { // white but for its lower half
    Sheet sheet = masthead({});
    cv::rectangle(sheet.gray, cv::Rect(100, 250, 400, 150), 40, cv::FILLED);
    for (const int x : {100, 498})
        cv::rectangle(sheet.gray, cv::Rect(x, 150, 2, 100), 0, cv::FILLED);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_NEAR(picture_of(sheet).top, 150, 12);
    EXPECT_EQ(lines_of(sheet).size(), 14u);
}

TEST(Layout, ACaptionIsPartedFromTheTextUnderIt) {
    Sheet sheet = masthead({});
    cv::rectangle(sheet.gray, cv::Rect(60, 100, 400, 200), 40, cv::FILLED);
    const auto draw = [&](int y, int size) {
        for (int i = 0; i < 760 / size; ++i)
            if (i % 7 != 6) draw_letter(sheet.gray, 62 + i * size / 2, y, size * 2 / 5, size, 2);
    };
    for (const int y : {320, 353})
        draw(y, 22);
    for (int row = 0; row < 5; ++row)
        draw(397 + 36 * row, 24);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    std::vector<size_t> captions;
    for (const Block& block : find_layout({}, sheet).blocks)
        if (block.kind == BlockKind::caption) captions.push_back(block.lines.size());
    EXPECT_EQ(captions, std::vector<size_t>{2});
}

TEST(Layout, ABylineOverTheMiddleColumnIsNoLineOfIt) {
    Sheet sheet = masthead({{60, 60, 40, 60}, {600, 145, 8, 24}});
    sheet.gray.rowRange(180, 1200).setTo(255);
    for (int row = 0; row < 14; ++row)
        for (const int left : {60, 480, 900})
            for (int i = 0; i < 30; ++i)
                if ((i + 3 * row) % 7 != 6) draw_letter(sheet.gray, left + i * 12, 186 + 40 * row, 10, 24, 3);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    std::vector<size_t> lines;
    for (const Block& block : find_layout({}, sheet).blocks)
        if (block.box.top > 130) lines.push_back(block.lines.size());
    std::sort(lines.begin(), lines.end());
    EXPECT_EQ(lines, (std::vector<size_t>{1, 14, 14, 14}));
}

TEST(Layout, AShortLineRightOverAHeadlineIsAHeadingToo) {
    const Sheet sheet = masthead({{60, 400, 8, 24}, {60, 440, 20, 60}});
    std::vector<BlockKind> kinds;
    for (const Block& block : find_layout({}, sheet).blocks)
        if (block.box.top < 550) kinds.push_back(block.kind);
    EXPECT_EQ(kinds, (std::vector<BlockKind>{BlockKind::heading, BlockKind::heading}));
}

/// The level rules of a sheet on which bars are drawn, each as "y, height", that lean by one height of theirs.
int level_rules(const std::vector<std::pair<int, int>>& bars) {
    Sheet sheet = masthead({});
    for (const auto& [y, height] : bars)
        for (int x = 0; x < 1240; ++x)
            cv::rectangle(sheet.gray, cv::Rect(60 + x, y + x * height / 1240, 1, height), 0, cv::FILLED);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    const Page page = find_layout({}, sheet);
    return static_cast<int>(std::count_if(page.blocks.begin(), page.blocks.end(), [](const Block& block) {
        return block.kind == BlockKind::rule && block.box.width() > block.box.height();
    }));
}

TEST(Layout, BothStrokesOfADoubleRuleAreRules) {
    EXPECT_EQ(level_rules({{500, 4}, {507, 4}}), 2);
}

TEST(Layout, ALongRuleMayBeThick) {
    EXPECT_EQ(level_rules({{500, 10}}), 1); // 0.42 text heights
    EXPECT_EQ(level_rules({{500, 18}}), 0); // a bar
}

TEST(Layout, LargeCommaPartsNoLine) {
    EXPECT_EQ(lines_with_comma("xxx xxxxxx   xxxxx xxx", 22, 15), std::vector<size_t>{3});
}

TEST(Layout, AHangingCommaBeforeAWideBlankPartsNoLine) {
    EXPECT_EQ(lines_with_comma("xxx xxxxxx    xxxx xxx", 24, 19), std::vector<size_t>{3});
}

} // namespace
} // namespace broadsheet
