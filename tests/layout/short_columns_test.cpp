// SPDX-License-Identifier: Apache-2.0
// What stands at the head and the foot of columns.
#include "layout/drawn_layout.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(ShortColumn, ItsFirstAndLastRowsArePartedAsThoseBetweenAre) { // the one crossed above, the other flush right
    std::string art;
    for (int i = 0; i < 9; ++i)
        art += i % 2 ? "xxxx xxx xxx xxx   xxx xxxxx xxx xxx\n" : "xx xxxxxx xxxx x   xxxxx xxxx xxx xx\n";
    EXPECT_EQ(layout_of(art + "\n\n"
                              "xxxx xxxxxx xxx xxxxxxxx xxx xxxxxxx\n\n"
                              "xxxx xxx xxx xxx   xxxxxxxxx xxxxxxx\n"
                              "xxxxx xx xxxxxxx   xxxx xx xxxxx xxx\n"
                              "xxxx xxx xxx xxx   xxx xxx\n"
                              "xxxx xxx xxx xxx             xxxxxxx\n"
                              "xxxxx xx xxxxxxx\n"
                              "xxxx xxx xxx xxx\n"),
              (Blocks{"paragraph 0,0 9", "paragraph 19,0 9", "paragraph 0,11 1", "paragraph 0,13 6",
                      "paragraph 19,13 3", "paragraph 29,16 1"}));
}

TEST(ShortColumn, OfTwoRowsBeginsAsFarBehindTheOthersAsThese) { // a line of the one before it reaches into the white
    const std::string first = "xxxx xxx xxx   xxx xxxx xxx   ", second = "xxx xx xxxxx   xxxxx xx xxx   ";
    const std::string art = first + "xx xxxx xxxx   xxxx xx xxxx\n" + second + "xxxx xxx xxx   xxx xxxxx\n" + first +
                            "xxx xxxxx xxx\n" + second + "xx xxxx xxxx\n" + first + "xxxxx xx xxx\n";
    EXPECT_EQ(layout_of(art), (Blocks{"paragraph 0,0 5", "paragraph 15,0 5", "paragraph 30,0 5", "paragraph 45,0 2"}));
}

TEST(ColumnFoot, AFullLineUnderWhiteIsTextWhereParagraphsAreSetApart) {
    EXPECT_EQ(layout_of("xxxx xxx xxx   xxx xxxxx xxx\n"
                        "xxx xx xxxxx   xxxx xx xx xx\n"
                        "xxxxx xx xxx   xx xxxxx xxxx\n"
                        "xx xxx xxxxx   xxxxx xxx xxx\n"
                        "xxxx xxxx xx   xxx xxxx xxxx\n\n"
                        "xxx xxx xxxx   xxxxxx xx xxx\n"),
              (Blocks{"paragraph 0,0 5", "paragraph 15,0 5", "paragraph 0,6 1", "paragraph 15,6 1"}));
}

TEST(ColumnFoot, AShorterLineUnderWhiteIsARunningFoot) {
    EXPECT_EQ(layout_of("xxxx xxx xxx   xxx xxxxx xxx\n"
                        "xxx xx xxxxx   xxxx xx xx xx\n"
                        "xxxxx xx xxx   xx xxxxx xxxx\n"
                        "xx xxx xxxxx   xxxxx xxx xxx\n"
                        "xxxx xxxx xx   xxx xxxx xxxx\n\n"
                        "xxx xxx              xx xxx\n"),
              (Blocks{"paragraph 0,0 5", "paragraph 15,0 5", "running foot 0,6 1", "running foot 21,6 1"}));
}

TEST(ColumnHead, ALineOverTwoColumnsIsNoLineOfTheFirst) { // a byline; the second column begins lower
    EXPECT_EQ(layout_of("          xxxx xxxxxx\n"
                        "xxxx xxx xxxxx\n"
                        "xxx xx xxxxxxx   xxxx xx xx xxx\n"
                        "xxxxx xx xxxxx   xx xxxxx xxxxx\n"
                        "xx xxx xxxxxxx   xxxxx xxx xxxx\n"
                        "xxxx xxxx xxxx   xxx xxxx xxxxx\n"
                        "xxx xx xxxxxxx   xxxx xx xx xxx\n"
                        "xxxxx xx xxxxx   xx xxxxx xxxxx\n"
                        "xx xxx xxxxxxx   xxxxx xxx xxxx\n"),
              (Blocks{"paragraph 10,0 1", "paragraph 0,1 8", "paragraph 17,2 7"}));
}

TEST(ColumnHead, SeveralLinesOverTwoColumnsAreNoLinesOfTheSecond) { // an abstract; the first begins with a heading
    EXPECT_EQ(layout_of("   xxx xxxx xxxxxx xxx xx\n"
                        "   xxxxx xx xxxxxxxxx xxx\n"
                        "   xx xxxxxxx xx xxx xxxx\n"
                        "   xxx xxxxx xxxxxxx xx x\n"
                        "   xxx xxxx xxxxxx xxx xx\n"
                        "                 xxxx xx xx xxx\n"
                        "xxx xxxxxxxxxx   xx xxxxx xxxxx\n"
                        "xxxxx xx xxxxx   xxxxx xxx xxxx\n"
                        "xx xxx xxxxxxx   xxx xxxx xxxxx\n"
                        "xxxx xxxx xxxx   xxxx xx xx xxx\n"
                        "xxx xx xxxxxxx   xx xxxxx xxxxx\n"),
              (Blocks{"paragraph 3,0 5", "paragraph 17,5 6", "paragraph 0,6 5"}));
}

TEST(Caption, CloseUnderAPictureIsNoPartOfIt) {
    std::string art;
    for (int i = 0; i < 8; ++i)
        art += "xxxx xxx xxxx   ##############\n";
    Sheet sheet = draw_sheet(art + "xxx xxxx xxxx\n"
                                   "xxxx xxx xxxx   xxxxx xxx xxxx\n"
                                   "xxxxx xx xxxx   xxxx xxxxx xxx\n"
                                   "xxxx xxx xxxx   xxxxx xxx xxxx\n");
    for (int i = 0; i < 16; ++i) // solid type, as Han characters are
        draw_letter(sheet.gray, 18 * kCellWidth + i * 11, 9 * kCellHeight + 6, 9, 21, 4);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(blocks_of(find_layout({}, sheet)),
              (Blocks{"picture 16,0 0", "paragraph 0,0 12", "caption 16,8 1", "paragraph 16,9 3"}));
}

TEST(Line, AnApostropheAmongLowLettersDoesNotPartIt) {
    Sheet sheet = draw_sheet("xxxx xxx xxxxxxxx xxx xxxx xxx xxxx\n"
                             "xxx                           xxxxx\n"
                             "xxxxx xx xxxx xxx xxxxxx xxxxxx xxx\n");
    const int top = 2 * kCellHeight;
    for (int i = 0; i < 23; ++i)
        if (i % 6 != 5) draw_letter(sheet.gray, 72 + 14 * i, top + 17, 11, 15, 2);
    cv::rectangle(sheet.gray, cv::Rect(226, top + 8, 4, 9), 0, cv::FILLED);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(blocks_of(find_layout({}, sheet)), (Blocks{"paragraph 0,0 3"}));
}

TEST(Line, TwoMarksBetweenWordsDoNotPartIt) { // the French closing quotation mark and a comma, before a short word
    Sheet sheet = draw_sheet("xxxx xxx xxxxxxxx xxx xxxx xxx xxxx\n"
                             "xxx xxxx xxxxx       xxxx xx xxxxxx\n"
                             "xxxxx xx xxxx xxx xxxxxx xxxxxx xxx\n");
    const int top = 2 * kCellHeight;
    draw_letter(sheet.gray, 200, top + 20, 14, 10, 2);
    cv::rectangle(sheet.gray, cv::Rect(222, top + 28, 11, 9), 0, cv::FILLED);
    draw_letter(sheet.gray, 244, top + 18, 12, 14, 2);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(blocks_of(find_layout({}, sheet)), (Blocks{"paragraph 0,0 3"}));
}

} // namespace
} // namespace broadsheet
