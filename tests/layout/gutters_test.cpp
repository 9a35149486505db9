// SPDX-License-Identifier: Apache-2.0
// White that parts columns, and white that does not.
#include "layout/drawn_layout.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Gutters, TwoColumnsByAGutterThatKeepsItsPlace) {
    EXPECT_EQ(layout_of("xxxx xxx xxx   xxx xxxxx xxx\n"
                        "xxx xx xxxxx   xxxx xx xx xx\n"
                        "xxxxx xx xxx   xx xxxxx xxxx\n"
                        "xx xxx xxxxx   xxxxx xxx xxx\n"
                        "xxxx xxxx xx   xxx xxxx xxxx\n"),
              (Blocks{"paragraph 0,0 5", "paragraph 15,0 5"}));
}

TEST(Gutters, WhiteBehindShortLinesHidesNoGutter) {
    EXPECT_EQ(layout_of("xxxx xxx xxx   xxx xxxxx xxx\n"
                        "xxx xx xxxxx   xxxx xx xx xx\n"
                        "xxx            xx xxxxx xxxx\n"
                        "  xxx xxxxxx   xxxxx xxx xxx\n"
                        "xxxx xxxx xx   xxx xx\n"
                        "xxxx xxx xxx     xxx xx xxxx\n"
                        "xx                    xxxxx.\n"),
              (Blocks{"paragraph 0,0 7", "paragraph 15,0 7"}));
}

TEST(Gutters, LooseWordsInAJustifiedColumnAreNoGutter) {
    EXPECT_EQ(layout_of("xxxx xxx xx xxxx xxxx\n"
                        "xxx  xxxx  xx  xxx xx\n"
                        "xx   xxxx  xxx  xxx x\n"
                        "xxxxxx         xxxxxx\n"
                        "xxx  xxxx  xx xx xxxx\n"
                        "xxxx xxx xxx xx xxxxx\n"),
              (Blocks{"paragraph 0,0 6"}));
}

TEST(Gutters, NarrowGutterWithARule) {
    EXPECT_EQ(layout_of("xxxx xxx xxx|xxx xxxxx xxx\n"
                        "xxx xx xxxxx|xxxx xx xx xx\n"
                        "xxxxx xx xxx|xx xxxxx xxxx\n"),
              (Blocks{"paragraph 0,0 3", "paragraph 13,0 3"}));
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

size_t widest_block(const Page& page) {
    int widest = 0;
    for (const Block& block : page.blocks)
        if (block.kind == BlockKind::paragraph) widest = std::max(widest, block.box.width());
    return static_cast<size_t>(widest);
}

TEST(Gutters, GutterOfALeaningPage) {
    const Sheet sheet = leaning(repeated("xxxx xxx xxx  xxx xxxxx xxx        \n"
                                         "xxx xx xxxxx  xxxx xx xx xx        \n"
                                         "xxxxx xx xxx  xx xxxxx xxxx        \n",
                                         14));
    EXPECT_LT(widest_block(find_layout({}, sheet)), size_t{16 * kCellWidth + 21});
}

TEST(Gutters, GutterGoesOnBesideCentredLines) {
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

TEST(Gutters, BrokenRuleGoesOnBetweenTheColumns) {
    EXPECT_EQ(layout_of("xxxx xxx xx | xxx xxxxx xx\n"
                        "xxx xx xxxx | xxxx xx xx x\n"
                        "xxxxx xx xx | xx xxxxx xxx\n"
                        "xx xxx xxxx | xxxxx xxx xx\n"
                        "xx xx xxxxx   xx xx xxx xx\n"
                        "xxx xx xxxx   xxx xxx xx x\n"),
              (Blocks{"paragraph 0,0 6", "paragraph 14,0 6"}));
}

TEST(Gutters, ASentencesBlankOverTheGutterBesideAPictureIsNone) {
    std::string art = "xxxx xxxxxxxxxx xxxx xxxx\n"
                      "xxxx xxx xx. xxxxxx xxxxx\n"
                      "xxxx xxx xx\n";
    for (int i = 0; i < 20; ++i)
        art += i % 2 ? "xxxx xxx xx   ###########\n" : "xxx xxxx xx   ###########\n";
    art += "xxx xxxx xx\n"
           "xxxx xxxxxxxxxx xxxx xxxx\n";
    EXPECT_EQ(layout_of(art).front(), "paragraph 0,0 25");
}

TEST(Gutters, CommasOverEachOtherAreNoGutter) { // where all characters have one width
    EXPECT_EQ(layout_of("xxxxxx,  xxxxx xxxx xx\n"
                        "xxxxxx,  xxxxxxxx xxxx\n"
                        "xxx xx,  xxxxx xxxxxxx\n"
                        "xxxxxxxx xx xxxx xxxxx\n"
                        "xxxxx xxxx xxxx xxx xx\n"),
              (Blocks{"paragraph 0,0 5"}));
}

TEST(Gutters, AShortColumnIsPartedWhereThePagesGutterStands) {
    std::string art;
    for (int i = 0; i < 9; ++i)
        art += i % 2 ? "xxxx xxx xxx xxx   xxx xxxxx xxx xxx\n" : "xx xxxxxx xxxx x   xxxxx xxxx xxx xx\n";
    for (int i = 0; i < 9; ++i)
        art += "\n";
    EXPECT_EQ(layout_of(art + "xxxx xxx xxx xxx   xxx xxxxx xxx xxx\n"
                              "xxxxx xx xxxxxxx   xxxx xx xxxxx\n"
                              "xxxx xxx xxx xxx\n"),
              (Blocks{"paragraph 0,0 9", "paragraph 19,0 9", "paragraph 0,18 3", "paragraph 19,18 2"}));
}

TEST(Gutters, BesideShortLinesOverALineWhoseBlankStandsInTheirWhite) { // a second headline between two columns
    const Page page = laid_out("xxxx xxx xxx             xxx xx xxx             xxx xxxxx xxx\n"
                               "xxx xx xxxxx           xxxxxx xxxx xx           xxxx xx xx xx\n"
                               "xxxxx xx xxx     xxxxx xxxxx xx xxxxxxx xxx     xx xxxxx xxxx\n"
                               "xx xxx xxxxx           xxx xxxxx xxxx           xxxxx xxx xxx\n"
                               "xxxx xxxx xx            xxxx xx xxx             xxx xxxx xxxx\n"
                               "xxx xx xxxxx            xx xxxxx xxx            xxxx xx xx xx\n"
                               "xx xxxxx xxx           xxxx xxxxx xx            xx xxxx xxxxx\n"
                               "xxx xxxx xxx             xxxxx xxx              xxxxx xx xxxx\n"
                               "xxxx xxxx xxxx xxxxxxx xxxx xx xxxxxxxx xxxxxxx xxxx xxx xxxx\n"
                               "xxx xxxxxx xxxxx xxxx xxxxx xxx xx xxxxxx xxxxx xxx xxxxx xxx\n");
    EXPECT_EQ(lines_of(page).size(), 26U);
}

TEST(Gutters, EndWhereTheirRuleDoesUnderASecondHeadlineInLargerType) { // one of whose blanks stands over the gutter
    Sheet sheet = draw_sheet("\n" + repeated("xxxx xxxxxxx|xxxxxxxxx xxx\n"
                                             "xxx xxxxxxxx|xxxxxxx xx xx\n"
                                             "xx xxxxxxxxx|xxxxxxxx xxxx\n",
                                             4));
    const std::string deck = "xx xxxxxxxxx xxxxxxx xxxx";
    for (std::size_t i = 0; i < deck.size(); ++i)
        if (const int x = (static_cast<int>(i) + 2) * kCellWidth; deck[i] == 'x')
            draw_letter(sheet.gray, i > 12 ? x + 4 : x, kCellHeight + 2, 9, 30, 2);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(lines_of(find_layout({}, sheet)).front(), "0,0 25");
}

TEST(Gutters, OneLooseRowOverTheWhiteUnderItsColumnProvesNone) {
    const std::string end = repeated("xxxx xxx xxx                          xxx xxxx xxx\n"
                                     "xxx xxxx xxx                          xxxx xxx xxx\n",
                                     4);
    const Page page = laid_out(repeated("xxxx xx xxxx   xxx xxxx xxx xx xxxx   xxxx xx xxxx\n"
                                        "xxx xxxx xxx   xxxx xx xxxx xxx xxx   xxx xxxx xxx\n",
                                        4) +
                               "xxxx xx xxxx   xxxx  xxx   xxx  xxx   xxxx xx xxxx\n" + end);
    EXPECT_EQ(page.blocks.size(), 3U);
}

TEST(Gutters, BlanksUnderTheWhiteBetweenTwoHeadlinesAreNone) { // in a column's loose line, over a short one
    std::vector<std::array<int, 4>> words{{60, 140, 6, 24}, {900, 140, 8, 24}, {140, 260, 3, 24}, {900, 260, 8, 24}};
    for (int x = 140, letters = 9; x < 800; x += 12 * letters + 18, letters = 5 + (letters + 3) % 6)
        words.push_back({x, 200, letters, 24});
    const std::vector<std::string> lines = lines_of(masthead(words));
    EXPECT_EQ(
        std::count_if(lines.begin(), lines.end(), [](const auto& line) { return line.find(",200-") != line.npos; }), 1);
}

TEST(Gutters, GoOnAcrossNoRule) { // to two blanks of a paragraph under it, which stand under that of columns over it
    Sheet sheet = draw_sheet(repeated("xxxx xxx xxxx xxx                       \n", 8) +
                             "----------------------------------------\n"
                             "xxxxx xxx xxxx x    xxxx xxx xxxxx xxxxx\n"
                             "xxx xxxx xxxxxxx    xxxxx xxx xxxx xx xx\n"
                             "xxxx xx xxxx xxxxxxxxxx xxx xxxxx xxxxxx\n"
                             "xx xxxx xxxxxx xxxxx xxxxxx xxxx xxx xxx\n"
                             "xxxxxx xxx xxxx xxxxxxxx xxxxx xxxx xxxx\n");
    for (int row = 0; row < 8; ++row)
        for (int i = 0; i < 20; ++i) // a column that is not level with the first
            if ((i + row) % 6 != 5)
                draw_letter(sheet.gray, (22 + i) * kCellWidth + 1, (row + 1) * kCellHeight + 28, 9, 24, 2);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(blocks_of(find_layout({}, sheet)), (Blocks{"paragraph 0,0 8", "paragraph 20,0 8", "paragraph 0,9 5"}));
}

TEST(Gutters, GoOnPastLinesThatEndALittleFurther) { // letters before their stops and hyphens
    Sheet sheet = draw_sheet("xxxxx xxx xxxx xxxxx xxxx            xxx xxxxx\n"
                             "xxx xxxx xxxxxx xxx xxxxx\n"
                             "xxxxxx xx xxxx xxx xxxxxx\n"
                             "xxxx xxxx xxx xxxxx xxx x   xxxx xxx xxxxx xxxx xxx x\n"
                             "xxxxx xxx xxxx xxxxx xxxx   xxx xxxxx xxx xxx xxxxxxx\n"
                             "xxx xxxx xxxxxx xxx xxxxx   xxxx xx xxxxx xxxx xxxx x\n"
                             "xxxxxx xx xxxx xxx xxxxxx   xx xxxx xxx xxxxxx xxx xx\n"
                             "xxxx xxxx xxx xxxxx xxx x   xxxx xxx xxxxx xxxx xxx x\n"
                             "xxxxx xxx xxxx xxxxx xxxx   xxx xxxxx xxx xxx xxxxxxx\n");
    for (int row = 1; row < 3; ++row) // a little longer
        draw_letter(sheet.gray, 27 * kCellWidth - 8, (row + 1) * kCellHeight + 8, 9, 24, 2);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(blocks_of(find_layout({}, sheet)), (Blocks{"paragraph 0,0 9", "paragraph 37,0 1", "paragraph 28,3 6"}));
}

/// How many lines are two columns of 14 rows, of which one has letters a little larger, as where they touch those of
/// the next: so high before the gutter and behind it.
std::size_t lines_with_larger_letters(int row, int before, int behind) {
    Sheet sheet = draw_sheet(repeated("xxxx xxx xxxx xx  xxx xxxx xxx xxx\n"
                                      "xxx xxxxx xx xxx  xxxx xx xxxx xxx\n",
                                      7));
    constexpr int letters = 24, below = 5, gutter = 19 * kCellWidth;
    const int foot = row * kCellHeight + 8 + letters;
    const auto enlarge = [&](int from, int to, int larger) {
        cv::Mat columns = sheet.gray.colRange(from, to);
        cv::Mat strip = columns.rowRange(foot - letters, foot).clone();
        cv::resize(strip, strip, {strip.cols, larger}, 0, 0, cv::INTER_NEAREST);
        strip.copyTo(columns.rowRange(foot + below - larger, foot + below));
    };
    enlarge(0, gutter, before);
    enlarge(gutter, sheet.gray.cols, behind);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    return lines_of(find_layout({}, sheet)).size();
}

TEST(Gutters, GoThroughARowOfLettersLittleLarger) {
    EXPECT_EQ(lines_with_larger_letters(7, 33, 33), 28U);
}

TEST(Gutters, GoThroughARowOfLettersLittleLargerNearTheirEnd) {
    EXPECT_EQ(lines_with_larger_letters(11, 33, 29), 28U);
}

} // namespace
} // namespace broadsheet
