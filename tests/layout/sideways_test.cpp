// SPDX-License-Identifier: Apache-2.0
// Lines printed on their side are no text; what else stands over each other is.
#include "layout/drawn_layout.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace broadsheet {
namespace {

std::ptrdiff_t lines_on_their_side(const Page& page) {
    return std::count_if(page.blocks.begin(), page.blocks.end(),
                         [](const Block& b) { return b.kind == BlockKind::noise; });
}

/// The masthead's text with letters of that size in a column at its right, their tops so far apart.
Sheet with_column(int letters, int width, int height, int step, int x = 1340) {
    Sheet sheet = masthead({});
    for (int i = 0; i < letters; ++i)
        draw_letter(sheet.gray, x, 640 + step * i, width, height, 2);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    return sheet;
}

TEST(Sideways, ACreditBesideTheTextIsLeftOut) {
    const std::vector<std::string> lines = lines_of(find_layout({}, masthead({})));
    const Page page = find_layout({}, with_column(16, 16, 9, 12));
    EXPECT_EQ(lines_of(page), lines);
    EXPECT_EQ(lines_on_their_side(page), 1);
}

TEST(Sideways, ACreditOfSeveralWordsIsOneLine) {
    Sheet sheet = with_column(7, 16, 9, 12);
    for (int i = 0; i < 8; ++i)
        draw_letter(sheet.gray, 1340, 640 + 12 * 8 + 12 * i, 16, 9, 2);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(lines_on_their_side(find_layout({}, sheet)), 1);
}

TEST(Sideways, CapitalsInSmallTypeAsWideAsHigh) {
    EXPECT_EQ(lines_on_their_side(find_layout({}, with_column(16, 16, 13, 15))), 1);
}

TEST(Sideways, FiguresUnderEachOtherAreText) {
    const Page page = find_layout({}, with_column(12, 14, 24, 40));
    EXPECT_EQ(lines_on_their_side(page), 0);
}

TEST(Sideways, CharactersOfVerticalWritingAreText) {
    EXPECT_EQ(lines_on_their_side(find_layout({}, with_column(12, 24, 24, 28))), 0);
}

TEST(Sideways, SmallCharactersOfVerticalWritingAreText) {
    EXPECT_EQ(lines_on_their_side(find_layout({}, with_column(12, 17, 17, 19))), 0);
}

TEST(Sideways, LettersWithinALineOfTextAreText) { // that happen to stand over each other
    const Page page = find_layout({}, with_column(16, 16, 9, 12, 700));
    EXPECT_EQ(lines_on_their_side(page), 0);
}

TEST(Sideways, AFewLettersAreText) {
    EXPECT_EQ(lines_on_their_side(find_layout({}, with_column(5, 16, 9, 12))), 0);
}

} // namespace
} // namespace broadsheet
