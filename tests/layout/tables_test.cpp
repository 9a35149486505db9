// SPDX-License-Identifier: Apache-2.0
// Rows of cells are read across; columns of text are not, however narrow their gutter.
#include "layout/drawn_layout.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

size_t tables_in(const Page& page) {
    return static_cast<size_t>(std::count_if(page.blocks.begin(), page.blocks.end(),
                                             [](const Block& b) { return b.kind == BlockKind::table; }));
}

/// Puts the first cells of the other sheet so many cells further, and half a line lower.
void put_lower(Sheet& sheet, const Sheet& other, const cv::Size& cells, const cv::Point& by) {
    const cv::Rect part(2 * kCellWidth, kCellHeight, cells.width * kCellWidth, cells.height * kCellHeight);
    const cv::Point to(by.x * kCellWidth, by.y * kCellHeight + kCellHeight / 2);
    other.gray(part).copyTo(sheet.gray(part + to));
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
}

TEST(Tables, PageNumbersBelongToTheirTitles) {
    const Page page = laid_out("xxxx xxx xxxxx               x\n"
                               "xxx xxxx xx xxxxxx xxx       x\n"
                               "xxxxxx xxxxx                xx\n"
                               "xxx xxx xxxx xxxx           xx\n"
                               "xxxxxxx xxx                xxx\n");
    EXPECT_EQ(lines_of(page), (Lines{"0,0 30", "0,1 30", "0,2 30", "0,3 30", "0,4 30"}));
    EXPECT_EQ(tables_in(page), 1U);
}

TEST(Tables, FiguresInSeveralColumns) {
    const Page page = laid_out("xxxxxxxxx       xx     xxx      xx\n"
                               "xxxxxx           x      xx     xxx\n"
                               "xxxxxxxxxxxx    xx      xx      xx\n"
                               "xxxxxx          xx     xxx       x\n");
    EXPECT_EQ(lines_of(page), (Lines{"0,0 34", "0,1 34", "0,2 34", "0,3 34"}));
    EXPECT_EQ(tables_in(page), 1U);
}

TEST(Tables, FiguresOfOneLengthBesideOthers) {
    EXPECT_EQ(lines_of(laid_out("xxxxxxxxxxxxx    xx    xx    xx\n"
                                "xxxxxxxxxx       xx    xx    xx\n"
                                "xxxxxxxxxxxxxx   xx    xx    xx\n"
                                "xxxxxxxxxx       xx    xx    xx\n")),
              (Lines{"0,0 31", "0,1 31", "0,2 31", "0,3 31"}));
}

TEST(Tables, CellsBetweenRules) {
    Sheet sheet = draw_sheet("------------------------------\n"
                             " xxxxxx xxxx      xx     xxx  \n"
                             "------------------------------\n"
                             " xxxx              x      xx  \n"
                             "------------------------------\n"
                             " xxxxxxx xx       xx     xxx  \n"
                             "------------------------------\n"
                             " xxxxx             x     xxx  \n"
                             "------------------------------\n");
    for (const int column : {0, 15, 22, 29})
        cv::rectangle(sheet.ink, cv::Rect((column + 2) * kCellWidth + 5, 60, 2, 320), 255, cv::FILLED);
    sheet.gray.setTo(0, sheet.ink);
    EXPECT_EQ(lines_of(find_layout({}, sheet)), (Lines{"1,1 27", "1,3 27", "1,5 27", "1,7 27"}));
}

TEST(Tables, ColumnsAsNearAsWordsBetweenRules) {
    const std::string table = "----------------------------\n"
                              "xxxxxxxxxx  xxxx  xxxx  xxxx\n"
                              "----------------------------\n"
                              "xxxxxxx     xxxx  xxxx  xxxx\n"
                              "xxxxxxxxx   xxx   xxxx  xxxx\n"
                              "xxxxxxxxxx  xxxx  xxxx  xxxx\n"
                              "xxxxxx      xxxx  xxxx  xxxx\n"
                              "----------------------------\n";
    EXPECT_EQ(lines_of(laid_out(table)), (Lines{"0,1 28", "0,3 28", "0,4 28", "0,5 28", "0,6 28"}));
}

TEST(Tables, ColumnsHardlyFurtherApartThanThePagesWordsBetweenRules) { // in many rows
    constexpr int pitch = 14, wide = 12, left = 40;
    Sheet sheet;
    sheet.text_height = 24;
    sheet.gray = cv::Mat(720, 1300, CV_8UC1, cv::Scalar(255));
    const auto word = [&](int x, int row, int letters) {
        for (int i = 0; i < letters; ++i)
            draw_letter(sheet.gray, x + i * pitch, 40 + row * 40, wide, 24, 3);
        return x + letters * pitch - (pitch - wide);
    };
    for (int row = 0; row < 15; ++row)
        for (const int column : {0, 1})
            for (int x = left + 620 * column, n = 0; x < 500 + 620 * column && (column == 0 || row < 8); x += 20, ++n)
                x = word(x, row, 2 + (3 * row + 5 * n + n * row + column) % 6);
    for (const int y : {345, 640})
        sheet.gray.rowRange(y, y + 3).colRange(660, 1162).setTo(0);
    for (int row = 8; row < 15; ++row) {
        for (int i = 0; i < (row % 6 == 5 ? 10 : 5 + row % 4); ++i) // Han characters
            draw_letter(sheet.gray, 660 + 28 * i, 36 + row * 40, 26, 30, 3);
        for (const int x : {964, 1038, 1112}) { // 24 pixels after the longest label, and after each other
            for (const int digit : {0, 13, 39})
                if (digit != 13 || (row + x / 2) % 3 > 0) draw_letter(sheet.gray, x + digit, 44 + row * 40, 11, 19, 2);
            cv::rectangle(sheet.gray, cv::Rect(x + 28, 59 + row * 40, 4, 4), 0, cv::FILLED);
        }
    }
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    std::vector<std::string> lines = lines_of(find_layout({}, sheet));
    EXPECT_EQ(std::erase_if(lines, [](const std::string& line) { return line.starts_with("1,"); }), 15U);
    EXPECT_EQ(std::vector(lines.begin() + 8, lines.end()),
              (Lines{"53,8 42", "53,9 42", "53,10 42", "53,11 42", "53,12 42", "53,13 42", "53,14 42"}));
}

TEST(Tables, ColumnsOfTextBetweenRulesAreNone) {
    EXPECT_EQ(lines_of(laid_out("---------------------------------------------------\n"
                                "xxxx xxx xx xxxx  xxx xxx xxxx xxx  xxx xx xx xxxxx\n"
                                "xxx xx xxxx xxxx  xx xxxxx xxx xxx  xxxx xxxx xx xx\n"
                                "xxxxx xx xx xx x  xxxx xxx xxx xxx  xx xxx xx xxxxx\n"
                                "xx xxx xxxx xxxx  xxx xxxx xxx xxx  xxxx xx xxxx xx\n"
                                "---------------------------------------------------\n"))
                  .size(),
              12U);
}

TEST(Tables, AnIndexsLettersAreNoCells) { // level with lines of the next column, one of them right over another
    Sheet sheet = draw_sheet("xx            xxxxxxx xx\n"
                             "              xxxxxxxxxx xxxxx xxxxxx\n"
                             "xxxxxx xxx    xxxxxxxx\n"
                             "              xxxxxxxxxxx xxx xxxx xx\n"
                             "xxxxxxx xx    xx xxxxx\n"
                             "              xxxxxx xxxxx xxxxxx xxx\n");
    for (const int row : {1, 3, 5})
        draw_letter(sheet.gray, 6 * kCellWidth, (row + 1) * kCellHeight, 20, 34, 5);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    for (const std::string& line : lines_of(find_layout({}, sheet)))
        EXPECT_TRUE(line.starts_with("0,") || line.starts_with("4,") || line.starts_with("14,")) << line;
    EXPECT_EQ(lines_of(find_layout({}, sheet)).size(), 12U);
}

TEST(Tables, ColumnsOfAnIndexArePartedThatAreLevelAtTheirHeadsOnly) { // letters there, under a running head
    const int column = 24 * kCellWidth;
    Sheet sheet = draw_sheet("xxx xxxx xxxxxxxxxxxxxxxxxxx xxxxxxxxxxxxx\n" + repeated("\n", 27));
    const auto copy = [&](const std::string& art, int x, double y) {
        const Sheet from = draw_sheet(art);
        const cv::Rect part(2 * kCellWidth, kCellHeight, from.gray.cols - 4 * kCellWidth,
                            from.gray.rows - 2 * kCellHeight);
        from.gray(part).copyTo(sheet.gray(part + cv::Point(x, static_cast<int>(y * kCellHeight))));
    };
    for (const int x : {8 * kCellWidth, 8 * kCellWidth + column})
        draw_letter(sheet.gray, x, 2 * kCellHeight, 20, 34, 5);
    copy("xxxxx xxx xxxx x\n", 0, 2.2);
    draw_letter(sheet.gray, 8 * kCellWidth, static_cast<int>(3.5 * kCellHeight), 20, 34, 5);
    copy("xxxxx xxxxxx xx xxxxx\n" + repeated("xxx xxxxxxxxx xxx xxx\nxxxxxxxx xxx xxxx\n", 10), 0, 4.5);
    copy(repeated("xxxxxx xx xxxxx\n", 25), column, 2);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    for (const std::string& line : lines_of(find_layout({}, sheet)))
        EXPECT_TRUE(line == "0,0 42" || std::stoi(line.substr(line.find(' '))) < 22) << line;
}

TEST(Tables, ARowThatReachesOverAColumnOutOfLevelIsParted) { // as an index's, with its numbers flush right
    Sheet sheet = draw_sheet("xxxxxx     xx                        xxxxxxx    xx\n"
                             "xxxxxxxx  xxx                        xxxxx     xxx\n"
                             "xxxxx      xx                        xxxxxxxx   xx\n"
                             "xxxxxxx   xxx                        xxxxxx    xxx\n"
                             "xxxxxx     xx                        xxxxxxx    xx\n");
    const Sheet between = draw_sheet("                   xxxxxx     xx\n"
                                     "                   xxxxxxxx  xxx\n"
                                     "                   xxxxx      xx\n"
                                     "                   xxxxxxx   xxx\n");
    const cv::Rect part(19 * kCellWidth, 0, 17 * kCellWidth, 5 * kCellHeight);
    between.gray(part).copyTo(sheet.gray(part + cv::Point(0, kCellHeight / 2)));
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    for (const int column : {15, 33}) {
        const cv::Rect rule((column + 2) * kCellWidth, kCellHeight, 2, 5 * kCellHeight);
        cv::rectangle(sheet.ink, rule, 255, cv::FILLED);
        cv::rectangle(sheet.gray, rule, 0, cv::FILLED);
    }
    for (const std::string& line : lines_of(find_layout({}, sheet)))
        EXPECT_LT(std::stoi(line.substr(line.find(' '))), 15) << line;
}

TEST(Tables, ColumnsOfEntriesArePartedThatAreNotLevelElsewhere) { // as an index's without dots
    const std::string level = repeated("xxxxxx          xx   xxxxxxxx        xx\n"
                                       "xxxxxxxxx      xxx   xxxxx          xxx\n"
                                       "xxxxx           xx   xxxxxxx         xx\n"
                                       "xxxxxxx        xxx   xxxxxx         xxx\n",
                                       2);
    EXPECT_EQ(lines_of(laid_out(level)).size(), 8U);
    Sheet sheet = draw_sheet(level + repeated("xxxxxxx         xx\nxxxxx          xxx\n", 4));
    const Sheet lower = draw_sheet(repeated("xxxxxxxxx       xx\nxxxxxx         xxx\n", 3));
    const cv::Rect part(2 * kCellWidth, kCellHeight, 18 * kCellWidth, 6 * kCellHeight);
    const cv::Point half_a_row{21 * kCellWidth, 8 * kCellHeight + kCellHeight / 2};
    lower.gray(part).copyTo(sheet.gray(part + half_a_row));
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    const Lines lines = lines_of(find_layout({}, sheet));
    EXPECT_EQ(lines.size(), 30U);
    for (const std::string& line : lines)
        EXPECT_TRUE(line.ends_with(" 18")) << line;
}

TEST(Tables, ColumnsOfEntriesMayStandNearerThanTheirNumbers) { // to the next column's words, out of level further on
    Sheet sheet = draw_sheet(repeated("xxxxxx          xx  xxxxxxxx        xx  xxxxxx          xx\n"
                                      "xxxxxxxxx      xxx  xxxxx          xxx  xxxxxxxxx      xxx\n"
                                      "xxxxx           xx  xxxxxxx         xx  xxxxx           xx\n"
                                      "xxxxxxx        xxx  xxxxxx         xxx  xxxxxxx        xxx\n",
                                      2) +
                             repeated("xxxxxxx         xx                      xxxxx           xx\n"
                                      "xxxxx          xxx                      xxxxxxxx       xxx\n",
                                      4));
    const Sheet lower = draw_sheet(repeated("xxxxxxxxx       xx\nxxxxxx         xxx\n", 3));
    put_lower(sheet, lower, {18, 6}, {20, 8});
    const Lines lines = lines_of(find_layout({}, sheet));
    EXPECT_EQ(lines.size(), 46U);
    for (const std::string& line : lines)
        EXPECT_TRUE(line.ends_with(" 18")) << line;
}

TEST(Tables, ColumnsOfEntriesOfOneWidthArePartedThoughTheyAreLevel) {
    for (const int columns : {2, 3}) {
        std::string art;
        for (const std::string entry : {"xxxxxx          xx", "xxxxxxxxx      xxx", "xxxxx           xx",
                                        "xxx xxxx       xxx", "xxxxxxx         xx", "xxxxxxxx       xxx"})
            art += repeated(entry + "  ", columns) + "\n";
        const Page page = laid_out(art);
        const Lines lines = lines_of(page);
        EXPECT_EQ(std::ssize(lines), 6 * columns);
        for (const std::string& line : lines)
            EXPECT_TRUE(line.ends_with(" 18")) << line;
    }
}

TEST(Tables, AnEntryAloneBetweenTheLettersOfAnIndexIsARow) {
    const std::string entries = repeated("xxxxxxx         xx  xxxxxxxx        xx\n"
                                         "xxxxxxxxx      xxx  xxxxx          xxx\n",
                                         3);
    Sheet sheet = draw_sheet(repeated("\n\nxxxxxx          xx\n\n\nxxxxxxxx       xxx\n", 2) + "\n" + entries);
    for (const int row : {0, 3, 6, 9})
        draw_letter(sheet.gray, 10 * kCellWidth, (row + 1) * kCellHeight + 20, 20, 34, 5);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    const Lines lines = lines_of(find_layout({}, sheet));
    EXPECT_EQ(lines.size(), 20U);
    EXPECT_EQ(std::count_if(lines.begin(), lines.end(), [](const auto& line) { return line.ends_with(" 18"); }), 16);
}

TEST(Tables, EntriesOfAnIndexEndWithLowFiguresAndLean) { // old-style ones, and as on a page that is curled
    for (const auto& [height, up] : {std::pair(14, 0), std::pair(24, 9)}) {
        const std::string entries = repeated("xxxxxxx         xx  xxxxxxxx        xx\n"
                                             "xxxxxxxxx      xxx  xxxxx          xxx\n",
                                             3);
        Sheet sheet = draw_sheet(entries + "xxxxxx              xxxxxxx         xx\n" + entries);
        for (const int column : {16, 17})
            draw_letter(sheet.gray, (column + 2) * kCellWidth + 1, 7 * kCellHeight + 32 - up - height, 9, height, 2);
        cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
        const Lines lines = lines_of(find_layout({}, sheet));
        EXPECT_EQ(lines.size(), 26U);
        for (const std::string& line : lines)
            EXPECT_TRUE(line.ends_with(" 18")) << line;
    }
}

TEST(Tables, ShortWordsEndNoEntriesBehindWideBlanks) { // nor begin any in the last of four columns of text
    const std::string text = "xxxxxxx xxxxxxx   xxxxxxxxxx  xxx   xxxxx  xxxxxxxx   xx  xxxxxxxxxxx\n";
    const std::string short_line = "xxxxxxx xxxxxxx   xxxxxxxxxxxxxxx   xxxxx xxxxxxxxx   xx\n";
    Sheet sheet = draw_sheet(repeated(text, 4) + short_line + repeated(text, 4) +
                             repeated("xxxxxxx xxxxxxx   xxxxxxxxxx  xxx\n", 5));
    const Sheet lower =
        draw_sheet(repeated("xxxxx  xxxxxxxx   xx  xxxxxxxxxxx\n", 3) + "xxxxx xxxxxxxxx   xxxxx xxxxxxxxx\n");
    put_lower(sheet, lower, {33, 4}, {36, 9});
    const Lines lines = lines_of(find_layout({}, sheet));
    EXPECT_EQ(lines.size(), 54U);
    for (const std::string& line : lines)
        EXPECT_TRUE(line.ends_with(" 15") || line.ends_with(" 2")) << line;
}

TEST(Tables, NumbersOfAListInThreeColumnsEndNoEntries) { // of the columns before them
    std::string art;
    for (const std::string item : {"x.  xxxxxxxx xx     ", "x.  xxxxxxx         ", "x.  xxxxxxxxx xxx   ",
                                   "x.  xxxxxxx xxxx    ", "x.  xxxxxxxxxxx     ", "x.  xxxxxxxx        "})
        art += repeated(item, 3) + "\n";
    const std::vector<std::string> lines = lines_of(laid_out(art));
    EXPECT_EQ(lines.size(), 18U);
    for (const std::string& line : lines)
        EXPECT_TRUE(line.starts_with("0,") || line.starts_with("20,") || line.starts_with("40,")) << line;
}

TEST(Tables, NumbersStandBeforeTheirItems) {
    const Page page = laid_out("x. xxxx xxx xxxxx xx xxxxx\n"
                               "x. xxx xxxx xx xxxxxx xx\n"
                               "x. xxxxxx xxxxx xxx xxxx\n"
                               "x. xxx xxx xxxx xxxx xx\n");
    EXPECT_EQ(lines_of(page), (Lines{"0,0 26", "0,1 24", "0,2 24", "0,3 23"}));
    EXPECT_EQ(tables_in(page), 0U); // a list, or running text
}

TEST(Tables, ThreeColumnsOfFiguresOfOneLength) { // under wider heads
    std::string text;
    for (int i = 0; i < 8; ++i)
        text += "xxxx xxx xxxxxxxx xxx xxxx xxx xxx xxxxxx\n";
    std::string art = text + "\n\nxxxx         xxxxxxxxx   xxxxxxxx   xxxxx\n";
    for (int i = 0; i < 8; ++i)
        art += "x                   xx          x     xxx\n";
    art += "\n\n" + text;
    EXPECT_EQ(lines_of(laid_out(art)).size(), 25U);
    EXPECT_EQ(tables_in(laid_out(art)), 1U);
}

TEST(Tables, ShortFiguresAndFewWords) {
    std::string art = "xxxx xxx xxxxxxxx xxx   xxxx xx xxxxx\n";
    for (int i = 0; i < 10; ++i)
        art += std::string(i % 2 ? "xxxxxx   " : "xxxxxxxxx") + "   xxx   xxx   xxx   xxx\n";
    const Page page = laid_out(art);
    EXPECT_EQ(lines_of(page).size(), 11U);
    EXPECT_EQ(tables_in(page), 1U);
}

TEST(Tables, FiguresOfOneLengthUnderLinesOfText) { // whose blanks happen to stand over a column's white
    std::string art;
    for (int i = 0; i < 12; ++i)
        art += "xxxx xxx xxxxxxx xxx xx xxxxxx xxx xxxxxx xxxx\n";
    art += "xxxxxx xx xxxxxxx   xxxxxx xxxxxx xx xxxxx xxx\n";
    for (int i = 0; i < 12; ++i)
        art += "xxxx         xxxx   xxxx   xxxx   xxxx   xxxx\n";
    const Page page = laid_out(art);
    EXPECT_EQ(lines_of(page).size(), 25U);
}

TEST(Tables, LabelsAndTitlesBeforePageNumbers) { // beside short rows, too, which tell no margin from a number
    std::string art = "xxx                                  x\n";
    for (int i = 0; i < 8; ++i)
        art += std::string("xxxx   xxx") + (i % 3 ? "xxxx" : "xxxxxx") +
               (i % 3 ? "                      xx\n" : "                    xx\n");
    art += "xxx                                xxx\n";
    const Page page = laid_out(art);
    ASSERT_EQ(lines_of(page).size(), 10U);
    for (const Block& block : page.blocks)
        for (const Line& line : block.lines)
            EXPECT_GT(line.box.width(), 37 * kCellWidth);
    EXPECT_EQ(tables_in(page), 1U);
}

TEST(Tables, ANoteBesideTheMeasureIsNotInItsRow) {
    EXPECT_EQ(lines_of(laid_out("xxxx xxx xxxxx xx xxx xxxx\n"
                                "xxx xxxx xx xxxxxx xxxxxxx\n"
                                "xxxx xxx xxxxx xx xxx xxxx       xxxx\n"
                                "xxx xxxx xx xxxxxx xxxxxxx\n"
                                "xxxx xxx xxxxx xx xxx xxxx\n")),
              (Lines{"0,0 26", "0,1 26", "0,2 26", "33,2 4", "0,3 26", "0,4 26"}));
}

TEST(Tables, NarrowColumnsOfTextAreNoTable) {
    EXPECT_EQ(lines_of(laid_out("xxxx xxx xx xx   xxx xxx xxxxx\n"
                                "xxx xx xxxxxxx   xxxx xx xx xx\n"
                                "xxxxx xx xxxxx   xx xxxxx xxxx\n"
                                "xx xxx xxxxxxx   xxxxxx xx xxx\n")),
              (Lines{"0,0 14", "17,0 13", "0,1 14", "17,1 13", "0,2 14", "17,2 13", "0,3 14", "17,3 13"}));
}

TEST(Tables, WordsInColumnsAreReadDownwards) {
    EXPECT_EQ(lines_of(laid_out("xxxxxx       xxxxx\n"
                                "xxxx         xxxxxx\n"
                                "xxxxxxx      xxxx\n"
                                "xxxxx        xxxxxxx\n"
                                "xxxx         xxxxx\n"))
                  .size(),
              10U);
}

TEST(Tables, SpeckledMarginsGiveNoCells) { // marks beside the rows, few of them level with one
    std::string art;
    for (int i = 0; i < 12; ++i)
        art += "          xxxx xxx xxxxx xx xxx xxxx xxx\n";
    Sheet sheet = draw_sheet(art);
    for (int i = 0; i < 12; ++i)
        cv::rectangle(sheet.ink, cv::Rect(30 + 5 * (i % 3), 50 + 37 * i + i * i % 11, 12, 19), 255, cv::FILLED);
    sheet.gray.setTo(0, sheet.ink);
    const Page page = find_layout({}, sheet);
    ASSERT_EQ(lines_of(page).size(), 12U);
    EXPECT_EQ(lines_of(page).front(), "10,0 30");
}

TEST(Tables, BetweenParagraphs) {
    const Page page = laid_out("xxxx xxxx xxx xx xxxxx xx xxxxx xxxxx\n"
                               "xxxx xxxxx xxxx xxxxxx xxxxx xxxxx xx\n"
                               "xx xxx xxxxx xxx xxx\n"
                               "\n"
                               "xxxx xx           xxx       x       x\n"
                               "xxxxxx             xx       x     xxx\n"
                               "xxx xxxxx xx      xxx      xx      xx\n"
                               "xxxxxx            xxx      xx       x\n"
                               "xxxx xx           xxx     xxx       x\n"
                               "\n"
                               "xxx xxxx xxx xxxx xxxxx xxxx xxx xxxx\n"
                               "xxxxxx xxxx xxxxx xxxxxx xxxx xxx xxx\n"
                               "xxxxxx xxxxxx xxxx xxx xxxxxx xxxx xx\n");
    EXPECT_EQ(lines_of(page), (Lines{"0,0 37", "0,1 37", "0,2 20", "0,4 37", "0,5 37", "0,6 37", "0,7 37", "0,8 37",
                                     "0,10 37", "0,11 37", "0,12 37"}));
    EXPECT_EQ(tables_in(page), 1U);
}

TEST(Tables, UnderBlanksOverItsWhiteMakesThemNoGutter) { // behind commas in the last lines of a paragraph
    const Page page = laid_out("xxxx xxx xxxx xxxx xxxx xxxxxxx xxxxxxxx\n"
                               "xxxx xxxx xxxxx xxx,   xxxx xx xxxxxxxxx\n"
                               "xxxx xxxxx xxxxxxxx,   xxxxxx xxx xxxxxx\n"
                               "  -----------------------------------\n"
                               "   xxxxxxxxx           xxx      xxxx\n"
                               "  -----------------------------------\n"
                               "   xxxxx xxx           xxxx     xx\n"
                               "   xxxxxxx             xxx      xxx\n"
                               "   xxxxxxxxx           xxxxx    xxxx\n"
                               "   xxxxxx              xx       xxx\n"
                               "   xxx xxxxx           xxxx     xx\n"
                               "   xxx xxxx            xxx      xx\n"
                               "  -----------------------------------\n");
    EXPECT_EQ(lines_of(page), (Lines{"0,0 40", "0,1 40", "0,2 40", "3,4 33", "3,6 31", "3,7 32", "3,8 33", "3,9 32",
                                     "3,10 31", "3,11 31"}));
}

TEST(Tables, HeadsOfTheirColumnsAreARow) {
    const Page page = laid_out("xxxxxx           xxxx    xxxx    xxxx\n"
                               "xxxxxx              x     xxx     xxx\n"
                               "xxxxx xxxx         xx       x     xxx\n"
                               "xxx xxxx xxx        x       x     xxx\n"
                               "xxx xxxxx         xxx       x      xx\n"
                               "xxx xxx            xx       x      xx\n");
    EXPECT_EQ(lines_of(page), (Lines{"0,0 37", "0,1 37", "0,2 37", "0,3 37", "0,4 37", "0,5 37"}));
    EXPECT_EQ(tables_in(page), 1U);
}

TEST(Tables, CellsMayBeEmpty) {
    const Page page = laid_out("xxxxx xxxx xx       x     xxx     xxx\n"
                               "xxx xxxx xxxx      xx      xx      xx\n"
                               "xxx xxxxx                   x      xx\n"
                               "xxxx xxxxx         xx       x      xx\n"
                               "xxxx xx             x             xxx\n"
                               "xxxx xxx xxx        x     xxx      xx\n");
    EXPECT_EQ(lines_of(page), (Lines{"0,0 37", "0,1 37", "0,2 37", "0,3 37", "0,4 37", "0,5 37"}));
    EXPECT_EQ(tables_in(page), 1U);
}

TEST(Tables, BetweenRulesOverAndUnderItsHeads) {
    EXPECT_EQ(lines_of(laid_out("--------------------------------\n"
                                "xxxxxx           xxxx       xxxx\n"
                                "--------------------------------\n"
                                "xxxx xxx          xxx          x\n"
                                "xxxx xxxxx         xx        xxx\n"
                                "xxxxxx            xxx          x\n"
                                "xxx xxxx xxx        x          x\n"
                                "--------------------------------\n")),
              (Lines{"0,1 32", "0,3 32", "0,4 32", "0,5 32", "0,6 32"}));
}

TEST(Tables, WithinTheSecondOfTwoColumns) {
    EXPECT_EQ(layout_of("xxxx xxxxxx xxxx xx xxxx xxx   xxxx xxxxx xxx xx xxxx xxxxx\n"
                        "xxxxxx xxxxx xxxx xxxx xxxxx   xxxxx xxxx xxxx xxxxxx xxxxx\n"
                        "xxxxxx xxxxx xxxxx xx xxxxxx   xxxx xxx xxxxx xxx xxxx xxxx\n"
                        "xxx xxxx xx xxx xxxxx xxxxxx   xxxxxx xxxxx xxx xxx xxxx xx\n"
                        "xxx xxxx xxxx xxxx xxxx xxxx\n"
                        "xxxx xxxxxx xx xx xxxx xxxxx   xxxxx xxxxxx     xxx       x\n"
                        "xxx xxx xxxxxx xxxx xx xxxxx   xxxxx              x      xx\n"
                        "xxxxxx xxxxxx xxxxxx xxxx xx   xxx xxx          xxx      xx\n"
                        "xxx xxxx xxxxx xx xxxxxx xxx   xxx xxxxx xxxx    xx      xx\n"
                        "xxxxx xxx xx xxxx xxxxx xxxx   xxx xxxxx xxxx    xx     xxx\n"
                        "xxxx xxx xx xxx xx xxxxx xxx\n"
                        "xxxxxx xx xxxxxx xxxxx xxxxx   xxx xxxx xxxxx xxxx xxxx xxx\n"
                        "xxxx xxxx xx xxx xx xxxx xxx   xxxxx xx xx xxxx xxx xxxxxxx\n"
                        "xxxxx xxx xxxxxx xxx xxx xxx   xxx xxx xxx xxx xxxxx xxxxxx\n"
                        "xxxxx xxx xx xxxx xxxxxx xxx   xxxx xxxx xxxxx xxxxx xxxxxx\n"),
              (Blocks{"paragraph 0,0 15", "paragraph 31,0 4", "table 31,5 5", "paragraph 31,11 4"}));
}

TEST(Tables, WithinTheFirstOfTwoColumns) {
    EXPECT_EQ(layout_of("xxxx xxxxx xx xx xxx xxxx xx   xxxx xx xx xxx xxx xxx xxxxx\n"
                        "xxxxxx xxxxxx xx xxxxxx xxxx   xxxx xxx xxx xxxx xxxx xxxxx\n"
                        "xxx xxx xxxxx xxxx xxxxxx xx   xxx xxx xx xxxx xxxxx xxxxxx\n"
                        "xxxxx xxxxx xxx xx xxxxxx xx   xxx xx xxx xxx xxxxxx xxxxxx\n"
                        "                               xxxx xxxxx xx xxx xxxx xxxxx\n"
                        "xxxxx              x      xx   xxxxxx xxx xxx xxxx xx xxxxx\n"
                        "xxxxx xx           x       x   xx xxxx xxxx xxxx xxx xxxxxx\n"
                        "xxx xxxxxx        xx     xxx   xxxxxx xxxxxx xxxxxx xxx xxx\n"
                        "xxxxx xxxx xxx   xxx       x   xx xxxx xx xxxxx xxxx xxxxxx\n"
                        "xxxxx xxxxxx     xxx     xxx   xxxx xx xxx xxx xxxxx xxxxxx\n"
                        "                               xxxxx xxx xxx xxxxx xxxx xxx\n"
                        "xxxx xxx xxxxxx xxxx xxx xxx   xxxx xxxxxx xxxxx xx xx xxxx\n"
                        "xxx xxxx xxxx xxx xx xxx xxx   xxxxxx xx xxx xxxxx xxx xxxx\n"
                        "xxx xxx xxx xxx xxxxxx xxxxx   xx xxxx xx xx xxxx xxxx xxxx\n"
                        "xxx xxxxx xx xxx xxxxxx xxxx   xxxx xxx xxxx xxxx xxxxxx xx\n"),
              (Blocks{"paragraph 0,0 4", "paragraph 31,0 15", "table 0,5 5", "paragraph 0,11 4"}));
}

TEST(Tables, NamesAndNumbersInTwoColumnsWithARuleBetween) {
    EXPECT_EQ(layout_of("xxxxx xxxxx xxx          xxx | xxx xxx xxxx            xxxx\n"
                        "xx xxx xxxxx             xxx | xxxxxx                   xxx\n"
                        "xxxx xxxxx               xxx | xxx xx xxx xxxx         xxxx\n"
                        "xxx xxx xxxx             xxx | xxx xxxx xxx             xxx\n"
                        "xxxxxxx                 xxxx | xxxx xx                 xxxx\n"
                        "xxxxxx                  xxxx | xxxx xxx                xxxx\n"
                        "xxxxxx xxxxxx           xxxx | xxxxx xxxx xxxxx        xxxx\n"
                        "xx xxxxxx               xxxx | xxxxx xxx xxx           xxxx\n"),
              (Blocks{"table 0,0 8", "table 31,0 8"}));
}

TEST(Tables, UnderAShortLastLineInTheFirstOfTwoColumns) {
    EXPECT_EQ(layout_of("xxxxxx xxxxxx xx xx xx xxxxx   xxxx xxxxx xxxx xxxxxx xxxxx\n"
                        "xxx xxxxxx xxx xxxxx xxxxxxx   xxx xxxxxx xxxx xxx xxx xxxx\n"
                        "xxxxx xxxxxx xxx xxx xxxx xx   xxxxxx xxxx xxx xxxxxx xxxxx\n"
                        "xxx xxxx                       xxxx xxxxx xxxxx xxxx xxxxxx\n"
                        "                               xxxxx xxxx xxx xxxx xxx xxxx\n"
                        "xxxxx xxx xxxx   xxx       x   xxxx xxxx xxxx xxxxxx xxxxxx\n"
                        "xxxxxx xxxx       xx     xxx   xxxxxx xxx xxxxx xxxx xxxxxx\n"
                        "xxxx xxxxx       xxx     xxx   xxxx xxx xxxx xxxxx xxxx xxx\n"
                        "xx xxxxxx         xx     xxx   xxxxx xxxx xxxx xxxxx xxxxxx\n"
                        "xxx xxxx xxx       x      xx   xxx xxx xxxxxx xxxxx xxxxxxx\n"
                        "                               xxx xxxx xxx xxxxxx xxxx xxx\n"
                        "xxxx xxxx xxx xxxx xxx xxxxx   xxx xxx xxxxxx xxxxx xxxxxxx\n"
                        "xxx xxx xx xxx xxx xxx xxxxx   xxxx xxxx xxxx xxxx xxxxx xx\n"
                        "xxx xxxx xxxx xxx xxxx xxxxx   xxxx xxxx xxxx xxx xxxxx xxx\n"
                        "xxxxx xxxx xxx xxxx xxxx xxx   xxx xxxx xxxx xxx xxxxx xxxx\n"),
              (Blocks{"paragraph 0,0 4", "paragraph 31,0 15", "table 0,5 5", "paragraph 0,11 4"}));
}

TEST(Tables, BehindAColumnOfText) {
    const Page page = laid_out("xxxx xxx xxxx xxxx xxxxx xxx    xxxxx xxx xxx     xxx       x\n"
                               "xxx xxxx xxx xx xxxxxx xxxxx    xxxx xxxxx         xx      xx\n"
                               "xx xxxxxx xxx xxxxxx xxxx xx    xx xxx xxx          x     xxx\n"
                               "xxx xx xxxxx xxx xxx xxxxxxx    xxx xxxxx           x     xxx\n"
                               "xxxxx xxxxxx xxx xxx xxxx xx    xxxxxx xxxxxx     xxx       x\n"
                               "xxxx xxxxx xxxx xx xx xxxxxx    xxx xxxxx xxxx      x       x\n");
    EXPECT_EQ(lines_of(page), (Lines{"0,0 28", "32,0 29", "0,1 28", "32,1 29", "0,2 28", "32,2 29", "0,3 28", "32,3 29",
                                     "0,4 28", "32,4 29", "0,5 28", "32,5 29"}));
}

TEST(Tables, BesideAColumnOfText) {
    const Page page = laid_out("xxxxx xxx xxx     xxx       x    xxxx xxx xxxx xxxx xxxxx xxx\n"
                               "xxxx xxxxx         xx      xx    xxx xxxx xxx xx xxxxxx xxxxx\n"
                               "xx xxx xxx          x     xxx    xx xxxxxx xxx xxxxxx xxxx xx\n"
                               "xxx xxxxx           x     xxx    xxx xx xxxxx xxx xxx xxxxxxx\n"
                               "xxxxxx xxxxxx     xxx       x    xxxxx xxxxxx xxx xxx xxxx xx\n"
                               "xxx xxxxx xxxx      x       x    xxxxx xxxx xxxx xx xx xxxxxx\n");
    EXPECT_EQ(lines_of(page), (Lines{"0,0 29", "33,0 28", "0,1 29", "33,1 28", "0,2 29", "33,2 28", "0,3 29", "33,3 28",
                                     "0,4 29", "33,4 28", "0,5 29", "33,5 28"}));
    EXPECT_EQ(tables_in(page), 1U);
}

TEST(Tables, NumbersBesideTextAtOtherHeightsAreNoneOfItsCells) { // a list of contents beside a column
    Sheet sheet = draw_sheet(std::string(17, '\n') + std::string(80, ' '));
    const auto words = [&](int x, int y, std::vector<int> lengths) {
        for (const int length : lengths) {
            for (int i = 0; i < length; ++i)
                draw_letter(sheet.gray, x + 12 * i, y, 9, 24, 2);
            x += 12 * length + 10;
        }
    };
    for (int i = 0; i < 7; ++i) {
        words(40, 60 + 70 * i, {5 + i % 3, 4});
        words(360, 60 + 70 * i, {1});
    }
    for (int i = 0; i < 14; ++i)
        words(404, 60 + 37 * i, {3 + i % 4, 9 - i % 4, 6});
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    for (const Block& block : find_layout({}, sheet).blocks)
        for (const Line& line : block.lines)
            EXPECT_TRUE(line.box.right < 404 || line.box.left > 380) << line.box.left << '-' << line.box.right;
}

TEST(Tables, TheLastLinesOfEntriesSideBySideAreNoCells) { // between longer ones, with a gutter's white between
    EXPECT_EQ(lines_of(laid_out("        xxx                            xxxxxxxxx\n"
                                "xxxxxxxx xxxxx xxxxxxx   xxxxxxxx xxxx xxx xxxxx\n"
                                "  xxx                      xxxxx xxxxx xxx\n"
                                "xxxxxx xxxxxx xxxx xxx   xxxx xxxx xxxxxx xxxxxx\n"
                                "  xxx xx                   xxx\n"
                                "        x                xxxxxxxxxxx xxxxx xx xx\n"
                                "                         xxxxxx xxxxxxx xxxx xxx\n"
                                "xxxx xxxxx xxxx xxxxx    xxxxxxx xxxx xxxxxx xxx\n"
                                "xxxxxxxx xxxxx xxxxxxx   xxxxxxxx xxxx xxx xxxxx\n")),
              (Lines{"8,0 3", "39,0 9", "0,1 22", "25,1 23", "2,2 3", "27,2 15", "0,3 22", "25,3 23", "2,4 6", "27,4 3",
                     "8,5 1", "25,5 23", "25,6 23", "0,7 21", "25,7 23", "0,8 22", "25,8 23"}));
}

} // namespace
} // namespace broadsheet
