// SPDX-License-Identifier: Apache-2.0
// Dots that lead from the words of a directory to their numbers.
#include "layout/drawn_layout.h"
#include "layout/leaders.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

std::vector<Line> in_order(const Page& page) {
    std::vector<Line> lines;
    for (const Block& block : page.blocks)
        lines.insert(lines.end(), block.lines.begin(), block.lines.end());
    std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.box.top < b.box.top; });
    return lines;
}

TEST(Leaders, AreCountedAndPartNoLine) {
    const std::vector<Line> lines = in_order(find_layout({}, draw_sheet("xxxx xxx xxxxx .............. xxx\n"
                                                                        "xxx xxxx ................... xxxx\n"
                                                                        "xxxxxxx xxxx xxxx ........... xxx\n")));
    ASSERT_EQ(lines.size(), 3U);
    ASSERT_EQ(lines[0].leaders.size(), 1U);
    EXPECT_EQ(lines[0].leaders[0].dots, 14);
    EXPECT_EQ(lines[0].leaders[0].box.left, 17 * kCellWidth + 3);
    EXPECT_EQ(lines[1].leaders[0].dots, 19);
    EXPECT_EQ(lines[2].leaders[0].dots, 11);
}

TEST(Leaders, GoOnPastADotThatIsBlurred) {
    cv::Mat ink(100, 600, CV_8UC1, cv::Scalar(0));
    for (int i = 0; i < 20; ++i)
        cv::rectangle(ink, cv::Rect(100 + 12 * i, 50, 3, i == 7 ? 6 : 3), 255, cv::FILLED);
    const std::vector<Leader> leaders = find_leaders(find_components(ink), 17);
    ASSERT_EQ(leaders.size(), 1U);
    EXPECT_EQ(leaders[0].dots, 20);
}

TEST(Leaders, WhoseLastDotStandsUnderTheFirstFiguresEdge) {
    Sheet sheet = draw_sheet("xxxx xxx xxxxx ............... xx\n");
    const Box dots = in_order(find_layout({}, sheet)).front().leaders.front().box;
    const cv::Rect figures(dots.right + kCellWidth, dots.top - 20, 40, 24);
    const cv::Mat drawn = sheet.ink(figures).clone();
    sheet.ink(figures).setTo(0);
    drawn.rowRange(0, 18).copyTo(sheet.ink(cv::Rect(dots.right - 7, figures.y, 40, 18)));
    const std::vector<Line> lines = in_order(find_layout({}, sheet));
    ASSERT_EQ(lines.size(), 1U);
    ASSERT_EQ(lines[0].leaders.size(), 1U);
    EXPECT_EQ(lines[0].leaders[0].box, dots);
}

TEST(Leaders, FromAWordWithADescenderInARowThatLeans) {
    constexpr int rise = 9; // pixels from the word to the number
    Sheet sheet;
    sheet.text_height = 24;
    sheet.gray = cv::Mat(600, 900, CV_8UC1, cv::Scalar(255));
    for (int row = 0; row < 8; ++row) {
        const int y = 100 + 44 * row;
        for (int i = 0; i < 5; ++i)
            draw_letter(sheet.gray, 100 + 16 * i, y, 12, i == 3 ? 32 : 24, 3);
        for (int i = 0; i < 3; ++i)
            draw_letter(sheet.gray, 700 + 16 * i, y - rise, 12, 24, 3);
        for (int x = 190; x < 690; x += 14)
            cv::rectangle(sheet.gray, cv::Rect(x, y + 20 - (x - 190) * rise / 500, 4, 4), 0, cv::FILLED);
    }
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    const std::vector<Line> lines = in_order(find_layout({}, sheet));
    ASSERT_EQ(lines.size(), 8U);
    for (const Line& line : lines)
        EXPECT_GT(line.box.width(), 600);
}

TEST(Leaders, ALetterInTheMiddleOfItsColumnIsNoLineOfTheEntriesAroundIt) {
    std::vector<size_t> lines;
    for (const Block& block : laid_out("xxxx xxx ........ xxx\n"
                                       "xxxxxx ...... xxx xxx\n"
                                       "          x          \n"
                                       "xxxxxx .......... xxx\n"
                                       "xxx xxxxxx ... xx xxx\n"
                                       "xxxxxxxxx ....... xxx\n"
                                       "          x          \n"
                                       "xxxxx xxx ..... xx xx\n")
                                  .blocks)
        lines.push_back(block.lines.size());
    EXPECT_EQ(lines, (std::vector<size_t>{2, 1, 3, 1, 1}));
}

TEST(Leaders, AnEllipsisIsNone) {
    for (const Line& line : in_order(find_layout({}, draw_sheet("xxxx xxx xxxxx... xx xxx xxx\n"
                                                                "xxx xxxx xx xxxxxx xxxxxx ....\n"))))
        EXPECT_TRUE(line.leaders.empty());
}

TEST(Leaders, UnevenSpecksAreNone) {
    for (const Line& line : in_order(find_layout({}, draw_sheet("xxxx xxx  . ...   .  . . ..   xxx\n"
                                                                "xxx xxxx xx xxxxxx xxxxxx xxxxxxx\n"))))
        EXPECT_TRUE(line.leaders.empty());
}

TEST(Leaders, OfATitleInTwoLines) {
    EXPECT_EQ(lines_of(laid_out("xxx xx xxxxx ............. xxx\n"
                                "xxxx xxxx xx xxxx xxxx xxx\n"
                                "   xxxxxx xxxx xx ........ xxx\n"
                                "xxxxxx .................... xx\n"
                                "xxxxxx xxxx xx xxx xxxxxx\n"
                                "   xxxxx xxxx .............. x\n"
                                "xx xxxxxx xxxx ............ xx\n")),
              (Lines{"0,0 30", "0,1 26", "3,2 27", "0,3 30", "0,4 25", "3,5 27", "0,6 30"}));
}

TEST(Leaders, AmongEntriesWithoutAny) { // heads of their groups
    EXPECT_EQ(lines_of(laid_out("xxxxx xxx xxxx ............ xx\n"
                                "xxxx xxxx xxxx ........... xxx\n"
                                "xxxx xxxxx xxx\n"
                                "xxx xxxx xxxxxx ........... xx\n"
                                "xxxx xxx ................. xxx\n"
                                "xxxx xxx xxx\n"
                                "xxxxxx xxx xxx ............ xx\n"
                                "xx xxxx xxxxx xx ........... x\n")),
              (Lines{"0,0 30", "0,1 30", "0,2 14", "0,3 30", "0,4 30", "0,5 12", "0,6 30", "0,7 30"}));
}

TEST(Leaders, ThatTouchTheirWords) {
    EXPECT_EQ(lines_of(laid_out("xxx xxxxx xxx............xxx\n"
                                "xxxxx xxxxxx.............xxx\n"
                                "xx xxxx...................xx\n"
                                "xxx xxxxx.................xx\n"
                                "xx xx xxx xxx xxx........xxx\n")),
              (Lines{"0,0 28", "0,1 28", "0,2 28", "0,3 28", "0,4 28"}));
}

TEST(Leaders, TwoInALine) { // a name, its street and its number
    const Page page = laid_out("xxxxxx ............ xxxxx xx ...... xx\n"
                               "xxxxxxx ........... xxxxx ......... xx\n"
                               "xxxxxx ............ xxxx xxx ...... xx\n"
                               "xxxxxx ............ xxxxxx ........ xx\n");
    EXPECT_EQ(lines_of(page), (Lines{"0,0 38", "0,1 38", "0,2 38", "0,3 38"}));
    for (const Block& block : page.blocks)
        for (const Line& line : block.lines)
            EXPECT_EQ(line.leaders.size(), 2U);
}

TEST(Leaders, OfDotsFarApart) {
    EXPECT_EQ(lines_of(laid_out("xxxxx xxxxxx . . . . . . .  xx\n"
                                "xxxxxx . . . . . . . . . . xxx\n"
                                "xxx xxxx xx  . . . . . . . . x\n"
                                "xx xxx xxxxxx  . . . . . .  xx\n"
                                "xxxxx xx . . . . . . . . .  xx\n")),
              (Lines{"0,0 30", "0,1 30", "0,2 30", "0,3 30", "0,4 30"}));
}

TEST(Leaders, IndentedUnderTheHeadsOfTheirGroups) {
    EXPECT_EQ(lines_of(laid_out("xxxx xxxx xx\n"
                                "   xx xxx xxxxxx ......... xxx\n"
                                "   xxxx xxx xxx ........... xx\n"
                                "xxxxxx xxxxx\n"
                                "   xxxxxx xxxxx ........... xx\n"
                                "   xxx xxxxx xx .......... xxx\n"
                                "xxx xxx xxxx\n"
                                "   xxx xxx ................ xx\n"
                                "   xxxxx xxx .............. xx\n")),
              (Lines{"0,0 12", "3,1 27", "3,2 27", "0,3 12", "3,4 27", "3,5 27", "0,6 12", "3,7 27", "3,8 27"}));
}

TEST(Leaders, BehindNumberedTitles) {
    EXPECT_EQ(lines_of(laid_out("x. xxxxxx ................ xxx\n"
                                "x. xxx xxx xxx xxx ......... x\n"
                                "x. xxxx xxx ............... xx\n"
                                "x. xxxx xxx xxxxxx ........ xx\n"
                                "x. xxxxxx xxxx xxxxx ....... x\n")),
              (Lines{"0,0 30", "0,1 30", "0,2 30", "0,3 30", "0,4 30"}));
}

TEST(Leaders, UnderAHeading) {
    EXPECT_EQ(layout_of("HHHHHHHH\n"
                        "\n"
                        "\n"
                        "xxxxxx xxxxxx ............ xxx\n"
                        "xxxx xxxx xx ............... x\n"
                        "xxxxx xxxx xx .............. x\n"
                        "xx xxxxxx ................. xx\n"),
              (Blocks{"heading 0,0 1", "table 0,3 4"}));
}

TEST(Leaders, BetweenParagraphs) {
    EXPECT_EQ(
        lines_of(laid_out("xxxx xxx xx xxx xxxx xx xxxxxx\n"
                          "xx xx xxxx xxx xxxx xx xxx xxx\n"
                          "xxxx xx xx xxxxxxx\n"
                          "\n"
                          "xxxx xxxx ................ xxx\n"
                          "xxxxx xx .................. xx\n"
                          "xxxx xxxxxx ............... xx\n"
                          "xx xx xxxxxxx ............ xxx\n"
                          "\n"
                          "xxxx xxxx xxxx xxx xx xxx xxxx\n"
                          "xx xxxxx xxx xxxxx xxx xxxx xx\n"
                          "xxxxxx xxxxx xxx xxxx xx xxxxx\n")),
        (Lines{"0,0 30", "0,1 30", "0,2 18", "0,4 30", "0,5 30", "0,6 30", "0,7 30", "0,9 30", "0,10 30", "0,11 30"}));
}

TEST(Leaders, WithinTheFirstOfTwoColumns) {
    EXPECT_EQ(layout_of("xxxxxx xxxx xxxxxx xxxx xxxx   xxxxxx xxxxx xxxxx xx xxxxxx\n"
                        "xx xxx xxxx xxxx xxxx xxxxxx   xxxx xxxx xxxxxx xxxxxx xxxx\n"
                        "xxxxxx xxxxxx xxx xxxx xxxxx   xxx xxx xxxxx xxx xxxxx xxxx\n"
                        "xxx xxxx xxx xxxx xxx xxxxxx   xxxxxx xx xxx xxxx xxx xxxxx\n"
                        "                               xxx xxxxxx xxx xxxxxx xxxxxx\n"
                        "xxx xxxxxx ............... x   xxxx xxxx xx xx xxx xxxx xxx\n"
                        "xxxxxx xxx xxxx ......... xx   xxxx xx xxx xxxx xxx xxxxxxx\n"
                        "xx xxxxxxx ............... x   xx xxxx xxx xxxxxx xxxx xxxx\n"
                        "xxx xxxx xxxx xx ......... x   xxx xxxxxx xxxx xxxx xxxx xx\n"
                        "xxxx xxxxxx ............. xx   xxx xxxx xx xxxx xxxxxx xxxx\n"
                        "                               xxxx xxx xxxx xxx xxx xxxxxx\n"
                        "xxxx xxxxx xxx xxxx xxxx xxx   xxx xxx xxxxxx xxx xx xxxxxx\n"
                        "xxxx xxxxxx xxxx xxx xx xxxx   xxxx xxxxx xxx xxxx xx xxxxx\n"
                        "xxxxxx xxxx xx xx xxxxx xxxx   xx xxxxx xxxxxx xxx xxx xxxx\n"
                        "xxxxxx xxxx xxxxx xxxxxx xxx   xx xxxxxx xx xxxxx xxxxxx xx\n"),
              (Blocks{"paragraph 0,0 4", "paragraph 31,0 15", "table 0,5 5", "paragraph 0,11 4"}));
}

TEST(Leaders, WithinTheSecondOfTwoColumns) {
    EXPECT_EQ(layout_of("xxxx xxxxx xxxx xxxxxx xxxxx   xx xx xxxx xx xxx xxx xxxxxx\n"
                        "xxxxx xxxx xxx xxxx xxxx xxx   xxxxx xx xxxx xxx xxxxx xxxx\n"
                        "xxx xxxxxx xxx xxxxx xxxx xx   xxxxxx xx xxxxx xx xxxx xxxx\n"
                        "xxxxxx xxxx xxxx xxx xxxx xx   xxxx xxxx xx xxxxxx xxx xxxx\n"
                        "xxxx xxxxx xxxxx xxxxx xxxxx\n"
                        "xxxxxx xxx xx xxx xxxx xxxxx   xxx xxx .................. x\n"
                        "xx xxxx xxxx xxxxx xxx xxxxx   xxx xxx xxxx xxx ........ xx\n"
                        "xxxxxx xxx xxx xx xxxxx xxxx   xxxxxx ................. xxx\n"
                        "xxx xx xxxxx xxx xxx xxxxxxx   xxxxxx ................... x\n"
                        "xxx xxx xxxx xxxxxx xx xxxxx   xxx xxx xxxx ............ xx\n"
                        "xx xxxxxx xxx xxxxxx xxxxxxx\n"
                        "xxx xx xxxxxx xxxx xxxxx xxx   xxxxx xxxx xxxxxx xxxx xxxxx\n"
                        "xxxx xxxx xxxxx xx xx xxxxxx   xxx xxxxx xxxxx xxx xxxx xxx\n"
                        "xx xxxxx xxx xxxx xxxxxx xxx   xx xxxxxx xxxxx xxx xxxx xxx\n"
                        "xxxx xx xxxx xx xxx xxxx xxx   xxx xxx xxxx xxx xx xxxx xxx\n"),
              (Blocks{"paragraph 0,0 15", "paragraph 31,0 4", "table 31,5 5", "paragraph 31,11 4"}));
}

TEST(Leaders, InTwoColumnsOfADirectory) {
    EXPECT_EQ(lines_of(laid_out("xxxxxx ................. x   xx xxxxx xxxx ......... xx\n"
                                "xxxxxxx .............. xxx   xxx xxx ............... xx\n"
                                "xxx xx xxx xxx ......... x   xxx xxx ................ x\n"
                                "xxxx xxx ............... x   xx xxxxx xxx .......... xx\n"
                                "xxxxx xxx xxx ........ xxx   xxxxx xxxxx ........... xx\n")),
              (Lines{"0,0 26", "29,0 26", "0,1 26", "29,1 26", "0,2 26", "29,2 26", "0,3 26", "29,3 26", "0,4 26",
                     "29,4 26"}));
}

TEST(Leaders, InThreeColumnsOfADirectory) {
    EXPECT_EQ(lines_of(laid_out("xxxx xxx ......... xxx   xxxxxxx .......... xxx   xx xx xxxx ........ xx\n"
                                "xxxxxx ............ xx   xxxx xxxxx ......... x   xxx xxxxxx ....... xxx\n"
                                "xxxxxx ........... xxx   xxxxx xx .......... xx   xxx xxxx .......... xx\n"
                                "xxxx xx ........... xx   xxx xxx .......... xxx   xxx xxxx ........... x\n"
                                "xxx xxxx ......... xxx   xxx xxxxxx ......... x   xx xxx xxx ........ xx\n"
                                "xxxx xxxxx ......... x   xxx xxxxx ......... xx   xxxx xxx .......... xx\n")),
              (Lines{"0,0 22", "25,0 22", "50,0 22", "0,1 22", "25,1 22", "50,1 22", "0,2 22", "25,2 22", "50,2 22",
                     "0,3 22", "25,3 22", "50,3 22", "0,4 22", "25,4 22", "50,4 22", "0,5 22", "25,5 22", "50,5 22"}));
}

TEST(Leaders, InColumnsWithARuleBetween) {
    EXPECT_EQ(lines_of(laid_out("xxxx xx ............... xx | xxx xxxx xxx .......... xx\n"
                                "xxxx xxx xxxx ........ xxx | xxxx xxx xxxxx ......... x\n"
                                "xxxx xx ................ x | xxx xxxx .............. xx\n"
                                "xx xxxxx ............. xxx | xx xxxxx .............. xx\n"
                                "xxxxxx xxx ............ xx | xxxxx xxxxxx ........... x\n"
                                "xxx xxxxxxx ........... xx | xxxx xx ............... xx\n")),
              (Lines{"0,0 26", "29,0 26", "0,1 26", "29,1 26", "0,2 26", "29,2 26", "0,3 26", "29,3 26", "0,4 26",
                     "29,4 26", "0,5 26", "29,5 26"}));
}

TEST(Leaders, InColumnsOfUnequalLength) {
    EXPECT_EQ(layout_of("xxxxx xxxxxxx ........... xx   xxx xxxxx ................ x\n"
                        "xxxx xxx xxxxx ........... x   xx xxxxxxx ............. xxx\n"
                        "xxxxx xxxxx ............. xx   xxxxxx xxxx ............. xx\n"
                        "xx xxxx xxx ............. xx   xxxx xxx ............... xxx\n"
                        "xxxx xxxxx .............. xx   xxxx xxxxxx ............ xxx\n"
                        "xxxx xxx xxx ........... xxx\n"
                        "xxxxxxx .................. x\n"
                        "xxxxxx xx xxxx ........... x\n"),
              (Blocks{"table 0,0 8", "table 31,0 5"}));
}

TEST(Leaders, OfDotsFarApartInTwoColumns) {
    EXPECT_EQ(lines_of(laid_out("xxx xxx  . . . . . . .  xx   xxxxx xxxxxxx  . . . .  xx\n"
                                "xxxxxxx  . . . . . . . . x   xxx xxxxx  . . . . . . xxx\n"
                                "xxxxxxx  . . . . . . .  xx   xxxx xxxx  . . . . . . xxx\n"
                                "xxxx xxx . . . . . . . xxx   xxxx xxxxxx  . . . . .  xx\n"
                                "xxxxxx . . . . . . . .  xx   xxxxx xx xxxx  . . . .  xx\n")),
              (Lines{"0,0 26", "29,0 26", "0,1 26", "29,1 26", "0,2 26", "29,2 26", "0,3 26", "29,3 26", "0,4 26",
                     "29,4 26"}));
}

TEST(Leaders, BesideAColumnOfText) {
    EXPECT_EQ(lines_of(laid_out("xxxx xxxxxx .......... xxx   xxxxxx xx xxxx xxx xxx xxx\n"
                                "xxxxx xxxx ............. x   xxxx xxx xx xxx xxxxxx xxx\n"
                                "xx xxxx ................ x   xxx xxx xxxxxx xxx xxxx xx\n"
                                "xxx xxxx xxx .......... xx   xxxxxx xxx xxxx xxx xxxxxx\n"
                                "xxxxx xxxxx .......... xxx   xxxx xxx xxxxx xxxx xxxxxx\n"
                                "xxxx xxxxxx .......... xxx   xxxxx xxx xxxx xxx xxxxxxx\n")),
              (Lines{"0,0 26", "29,0 26", "0,1 26", "29,1 26", "0,2 26", "29,2 26", "0,3 26", "29,3 26", "0,4 26",
                     "29,4 26", "0,5 26", "29,5 26"}));
}

TEST(Leaders, InThreeWideColumnsOfADirectory) {
    EXPECT_EQ(
        layout_of("xxxx xxx ................... x   xx xxx xx xxxxx ............ x   xxxxx xxx ................. xx\n"
                  "xx xxxx xx ............... xxx   xxxxxx ..................... x   xxxx xxx xx xxxxxx ....... xxx\n"
                  "xxxxx xxxx xx ............. xx   xxxxx xxxxxx .............. xx   xxxxx xx xxxxx ............ xx\n"
                  "xxxx xx .................... x   xxxxx xxxxxx ............... x   xxxxx xxxxxx xxx .......... xx\n"
                  "xxxx xxxx xx ............... x   xxx xxxxxx xxx ........... xxx   xxxxxxx ................... xx\n"
                  "xxxx xxx xxxxx xx ......... xx   xxxx xxx xxxx ............. xx   xxxxx xxxx xxxxxx ........ xxx\n"),
        (Blocks{"table 0,0 6", "table 33,0 6", "table 66,0 6"}));
}

TEST(Leaders, EndAtTheFigureTheyLeadTo) { // not at the comma behind it
    const std::vector<Line> lines = in_order(laid_out("xxxx xxx xxxxx ............. x. xx\n"
                                                      "xxx xxxx .................. x. xx\n"
                                                      "xxxxxxx xxxx xxxx .......... x. x\n"));
    std::vector<int> dots;
    for (const Line& line : lines)
        for (const Leader& leader : line.leaders)
            dots.push_back(leader.dots);
    EXPECT_EQ(dots, (std::vector<int>{13, 18, 10}));
}

TEST(Leaders, OfFewDotsStandUnderThoseOfOthers) {
    const std::vector<Line> lines = in_order(laid_out("xxxx xxx xxxxx ............. xxxx\n"
                                                      "xxx xxxx xxxxxxx xxxxxxxx .. xxxx\n"
                                                      "xxxxxxx xxxx ............... xxxx\n"
                                                      "xxxxxxx xxxx xxxxxxxxxxxx... xxxx\n"
                                                      "xxxxxxx xxxx xxxx .......... xxxx\n"));
    ASSERT_EQ(lines.size(), 5U);
    ASSERT_EQ(lines[1].leaders.size(), 1U);
    EXPECT_EQ(lines[1].leaders[0].dots, 2);
}

TEST(Leaders, ColumnsOfAnIndexUnderItsLetters) {
    const Page page = laid_out("xxxx xxx ........ xxx  xxxxx xx ........ xxx\n"
                               "xxxxxx ...... xxx xxx  xxxx xxxx ..... xx xx\n"
                               "xxx xxxx ..... xx xxx            x\n"
                               "xxxxxxx xxx ..... xxx  xxxx xx ......... xxx\n"
                               "          x            xxxxxx ........ xx xx\n"
                               "xxxxxx .......... xxx  xxx xxx ........ xxxx\n"
                               "xxx xxxxxx ... xx xxx            x\n"
                               "xxxxxxxxx ....... xxx  xxxxxx xx ....... xxx\n"
                               "xxxxx xxx ..... xx xx            x\n"
                               "xxxx xxxx ....... xxx  xxx xxxx ........ xxx\n");
    EXPECT_EQ(lines_of(page), (Lines{"0,0 21",  "23,0 21", "0,1 21",  "23,1 21", "0,2 21",  "33,2 1", "0,3 21",
                                     "23,3 21", "10,4 1",  "23,4 21", "0,5 21",  "23,5 21", "0,6 21", "33,6 1",
                                     "0,7 21",  "23,7 21", "0,8 21",  "33,8 1",  "0,9 21",  "23,9 21"}));
}

TEST(Leaders, ColumnsOfAnIndexGoOnBetweenItsLettersAtTheirFeet) {
    const std::string entries = "xxxx xxx ........ xxx  xxxxx xx ........ xxx\n"
                                "xxxxxx ...... xxx xxx  xxxx xxxx ..... xx xx\n"
                                "xxx xxxx ..... xx xxx  xxxxxx xx ....... xxx\n"
                                "xxxxxxx xxx ..... xxx  xxxx xx ......... xxx\n";
    const Page page = laid_out(repeated(entries, 3) + "xxxxxx .......... xxx\n"
                                                      "                                 x\n"
                                                      "          x\n"
                                                      "                                            \n"
                                                      "xxx xxxxxx ... xx xxx  xxxxxx xx ....... xxx\n"
                                                      "          x            xxxx xxx ........ xxx\n"
                                                      "xxxxxxx xx ...... xxx  xxxxx xxx ....... xxx\n"
                                                      "                                 x\n"
                                                      "xxxx xxxx ....... xxx\n");
    Lines foot = lines_of(page);
    foot.erase(foot.begin(), foot.begin() + 24);
    EXPECT_EQ(foot, (Lines{"0,12 21", "33,13 1", "10,14 1", "0,16 21", "23,16 21", "10,17 1", "23,17 21", "0,18 21",
                           "23,18 21", "33,19 1", "0,20 21"}));
}

TEST(Leaders, ANumberAloneBehindDotsIsOfItsOwnColumn) {
    EXPECT_EQ(lines_of(laid_out("xxxx xxx ........ xxx  xxxxx xx ........ xxx\n"
                                "xxxxxx ...... xxx xxx  xxxx xxxx ..... xx xx\n"
                                "xxx xxxx ..... xx xxx  xxxxxx xxxxxxxx xxxxx\n"
                                "xxxxxxx xxx ..... xxx      ............. xxx\n"
                                "xxxxxx .......... xxx  xxx xxx ........ xxxx\n"
                                "xxx xxxxxx ... xx xxx  xxxx xx ......... xxx\n")),
              (Lines{"0,0 21", "23,0 21", "0,1 21", "23,1 21", "0,2 21", "23,2 21", "0,3 21", "27,3 16", "0,4 21",
                     "23,4 21", "0,5 21", "23,5 21"}));
}

TEST(Leaders, NumbersBeforeTheTitlesInTwoColumnsOfContents) {
    EXPECT_EQ(lines_of(laid_out("xx   xxxx xxx ....... xx    xx.x  xxxxx xx ..... xx\n"
                                "x.x  xxxxxx ......... xx    xx.x  xxx xxxx ..... xx\n"
                                "x.x  xxx xxxx ....... xx  xx  xxx xxxxxx ....... xx\n"
                                "xx   xxxxxx xxx ..... xx    xx.x  xxxx xx ...... xx\n"
                                "x.x  xxxxx .......... xx    xx.x  xxxxxxxx ..... xx\n"
                                "x.x  xxx xxx ........ xx  xx  xxxxxx xx ........ xx\n"
                                "x.x  xxxxxxx xx ..... xx    xx.x  xxx xxxx ..... xx\n"
                                "xx   xxxx xxxx ...... xx  xx  xxx xxx .......... xx\n")),
              (Lines{"0,0 24", "28,0 23", "0,1 24", "28,1 23", "0,2 24", "26,2 25", "0,3 24", "28,3 23", "0,4 24",
                     "28,4 23", "0,5 24", "26,5 25", "0,6 24", "28,6 23", "0,7 24", "26,7 25"}));
}

TEST(Leaders, TheLastNumbersOfEntriesUnderEachOtherAreNoColumn) {
    const Page page = laid_out("xxxx xxx ....... xxx xxx\n"
                               "xxxxxx ......... xxx xxx\n"
                               "xxx xxxx ....... xxx xxx\n"
                               "xxxxxxx xxx .... xxx xxx\n"
                               "xxxxxx ......... xxx xxx\n"
                               "xxx xxxxxx ..... xxx xxx\n"
                               "xxxx xxxx ...... xxx xxx\n"
                               "xxxxxx xxxxx ... xxx xxx\n"
                               "xxx xxxxxx ..... xxx xxx\n"
                               "xxx xxxxx ...... xxx xxx\n");
    for (const Line& line : in_order(page))
        EXPECT_EQ((line.box.width() + 4) / kCellWidth, 24);
}

TEST(Leaders, NumbersAtTheEndOfOneColumnMarkNoEntryOfTheNext) {
    EXPECT_EQ(lines_of(laid_out("xxx xxxx ........... x  xxxxx xxxxxx .. xxx\n"
                                "         x              xxxx xxxx ..... xxx\n"
                                "xxxxxx xx ......... xx  xxxxxx xxxx ... xxx\n"
                                "          x             xxxx xxxxxxx ... xx\n"
                                "xxxx xxx xxx ....... x  xxx xxx ....... xxx\n"
                                "xxx xxxxxxx ........ x  xxxx xx ........ xx\n"
                                "         x              xxx xxxxxxx ... xxx\n"
                                "xxxx xxxxxx ....... xx  xxxx xxxxx ..... xx\n")),
              (Lines{"0,0 22", "24,0 19", "9,1 1", "24,1 19", "0,2 22", "24,2 19", "10,3 1", "24,3 19", "0,4 22",
                     "24,4 19", "0,5 22", "24,5 19", "9,6 1", "24,6 19", "0,7 22", "24,7 19"}));
}

} // namespace
} // namespace broadsheet
