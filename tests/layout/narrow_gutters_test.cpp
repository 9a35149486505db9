// SPDX-License-Identifier: Apache-2.0
// Gutters about as wide as the blanks of loose lines: what parts the columns is that the white goes on.
#include "layout/drawn_layout.h"

#include <gtest/gtest.h>
#include <random>

namespace broadsheet {
namespace {

constexpr int kEm = 34; // pixels: the letters are 24 high
constexpr int kHalf = kEm / 2, kThreeQuarters = 26;
constexpr int kBlank = 8; // between words, at least
constexpr int kLeft = 60, kTop = 80;

struct Set {
    int width;      ///< pixels
    int gutter = 0; ///< before it, pixels
    int rows = 20;
    bool justified = true;
    bool ruled = false; ///< a rule in the gutter before it
};

void set_row(cv::Mat& gray, int left, int top, const Set& set, std::mt19937& random) {
    std::vector<int> words; // widths
    int used = -kBlank;
    for (;;) {
        const int fits = (set.width - used - kBlank + 3) / 12;                  // letters
        const int letters = std::min(2 + static_cast<int>(random() % 7), fits); // the last word is broken
        if (letters < 2) break;
        words.push_back(12 * letters - 3);
        used += kBlank + words.back();
    }
    const double stretch =
        set.justified ? static_cast<double>(set.width - used) / static_cast<double>(words.size() - 1) : 0;
    double x = left;
    for (const int width : words) {
        for (int letter = 0; letter < width; letter += 12)
            draw_letter(gray, static_cast<int>(std::lround(x)) + letter, top, 9, 24, 2);
        x += width + kBlank + stretch;
    }
}

/// The paragraphs from the left, each as "left lines", left in pixels from the first column. under: letters of a word
/// in the row under the first column's last, centred.
Blocks paragraphs_of(const std::vector<Set>& columns, int under = 0) {
    Sheet sheet;
    sheet.text_height = 24;
    sheet.dpi = 300;
    sheet.gray = cv::Mat(1200, 1600, CV_8UC1, cv::Scalar(255));
    std::mt19937 random(11);
    int left = kLeft;
    for (const Set& set : columns) {
        left += set.gutter;
        if (set.ruled)
            cv::rectangle(sheet.gray, cv::Rect(left - set.gutter / 2 - 1, kTop, 2, set.rows * kCellHeight), 0,
                          cv::FILLED);
        for (int row = 0; row < set.rows; ++row)
            set_row(sheet.gray, left, kTop + row * kCellHeight, set, random);
        left += set.width;
    }
    for (int i = 0; i < under; ++i)
        draw_letter(sheet.gray, (kLeft + left) / 2 + 12 * i - 6 * under, kTop + columns[0].rows * kCellHeight, 9, 24,
                    2);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    std::vector<std::pair<int, size_t>> found;
    for (const Block& block : find_layout({}, sheet).blocks)
        if (block.kind != BlockKind::rule) found.emplace_back(block.box.left - kLeft, block.lines.size());
    std::sort(found.begin(), found.end());
    Blocks out;
    for (const auto& [x, lines] : found)
        out.push_back(fmt::format("{} {}", x, lines));
    return out;
}

TEST(NarrowGutters, HalfAnEmWithARule) {
    EXPECT_EQ(paragraphs_of({{420}, {420, kHalf, 20, true, true}}), (Blocks{"0 20", "437 20"}));
}

TEST(NarrowGutters, HalfAnEmWithARuleBetweenRaggedColumns) {
    EXPECT_EQ(paragraphs_of({{420, 0, 20, false}, {420, kHalf, 20, false, true}}), (Blocks{"0 20", "437 20"}));
}

TEST(NarrowGutters, HalfAnEmBetweenThreeColumnsWithRules) {
    EXPECT_EQ(paragraphs_of({{420}, {420, kHalf, 20, true, true}, {420, kHalf, 20, true, true}}),
              (Blocks{"0 20", "437 20", "874 20"}));
}

TEST(NarrowGutters, ThreeQuartersOfAnEmBetweenJustifiedColumns) {
    EXPECT_EQ(paragraphs_of({{420}, {420, kThreeQuarters}}), (Blocks{"0 20", "446 20"}));
}

TEST(NarrowGutters, ThreeQuartersOfAnEmBetweenRaggedColumns) {
    EXPECT_EQ(paragraphs_of({{420, 0, 20, false}, {420, kThreeQuarters, 20, false}}), (Blocks{"0 20", "446 20"}));
}

TEST(NarrowGutters, ThreeQuartersOfAnEmBetweenThreeColumns) {
    EXPECT_EQ(paragraphs_of({{420}, {420, kThreeQuarters}, {420, kThreeQuarters}}),
              (Blocks{"0 20", "446 20", "892 20"}));
}

TEST(NarrowGutters, ThreeQuartersOfAnEmBetweenFewRows) {
    EXPECT_EQ(paragraphs_of({{420, 0, 8}, {420, kThreeQuarters, 8}}), (Blocks{"0 8", "446 8"}));
}

TEST(NarrowGutters, ThreeQuartersOfAnEmBetweenColumnsOfUnequalWidth) {
    EXPECT_EQ(paragraphs_of({{300}, {560, kThreeQuarters}}), (Blocks{"0 20", "326 20"}));
}

TEST(NarrowGutters, ThreeQuartersOfAnEmBesideAColumnThatEndsEarly) {
    EXPECT_EQ(paragraphs_of({{420, 0, 12}, {420, kThreeQuarters, 20}}), (Blocks{"0 12", "446 20"}));
}

TEST(NarrowGutters, AnEmBetweenARaggedAndAJustifiedColumn) {
    EXPECT_EQ(paragraphs_of({{420, 0, 20, false}, {420, kEm}}), (Blocks{"0 20", "454 20"}));
}

TEST(NarrowGutters, LooseLinesOfOneColumnAreNotParted) {
    EXPECT_EQ(paragraphs_of({{300}}), (Blocks{"0 20"}));
    EXPECT_EQ(paragraphs_of({{860}}), (Blocks{"0 20"}));
}

TEST(NarrowGutters, HalfAnEmBetweenJustifiedColumns) {
    EXPECT_EQ(paragraphs_of({{420}, {420, kEm / 2}}), (Blocks{"0 20", "437 20"}));
}

TEST(NarrowGutters, HalfAnEmBetweenRaggedColumns) {
    EXPECT_EQ(paragraphs_of({{420, 0, 20, false}, {420, kEm / 2, 20, false}}), (Blocks{"0 20", "437 20"}));
}

TEST(NarrowGutters, HalfAnEmBetweenThreeColumns) {
    EXPECT_EQ(paragraphs_of({{420}, {420, kEm / 2}, {420, kEm / 2}}), (Blocks{"0 20", "437 20", "874 20"}));
}

TEST(NarrowGutters, HalfAnEmBetweenFewRows) {
    EXPECT_EQ(paragraphs_of({{420, 0, 8}, {420, kEm / 2, 8}}), (Blocks{"0 8", "437 8"}));
}

TEST(NarrowGutters, HalfAnEmBetweenColumnsOfUnequalWidth) {
    EXPECT_EQ(paragraphs_of({{300}, {560, kEm / 2}}), (Blocks{"0 20", "317 20"}));
}

TEST(NarrowGutters, HalfAnEmBesideAColumnThatEndsEarly) {
    EXPECT_EQ(paragraphs_of({{420, 0, 12}, {420, kEm / 2, 20}}), (Blocks{"0 12", "437 20"}));
}

TEST(NarrowGutters, HalfAnEmCloseOverALineAcross) {
    EXPECT_EQ(paragraphs_of({{420}, {420, kHalf}}, 20), (Blocks{"0 20", "308 1", "437 20"}));
}

TEST(NarrowGutters, AreNotBehindNamesThatComeAgain) { // at the heads of a directory's lines
    std::string art;
    for (const char* rest :
         {"xxxx xx xxx, xx.", "x. xxxxxx, xxx x.", "xxxxx, xx xxxx, x.", "xxx, xxxxxxx xx.", "xxxxxxx xx xxxxxx.",
          "xx xxxx, xxxxx, x.", "xxxxxx, xxx, xxx.", "xxxx, xxxx xxx, xx.", "xxx xxxxx xx, xxx.", "xxxxx xxx, xx xxx."})
        art += "xxxxxxx, " + std::string(rest) + "\n";
    EXPECT_EQ(layout_of(art), (Blocks{"paragraph 0,0 10"}));
}

} // namespace
} // namespace broadsheet
