// SPDX-License-Identifier: Apache-2.0
#include "existing/existing.h"
#include "existing/existing_page.h"
#include "layout/layout.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace broadsheet {
namespace {

using test::existing_line;

/// Of the sheet's ink, in pixels of the scan.
Box ink_of(const Sheet& sheet) {
    const cv::Rect r = cv::boundingRect(sheet.ink);
    return to_scan(sheet.frame, Box{r.x, r.y, r.x + r.width, r.y + r.height});
}

TEST(DrawnSheet, NoWordInABoxIsAnEmptySheet) {
    EXPECT_TRUE(drawn_sheet({}, true).ink.empty());
    Page page;
    test::add_block(page, {existing_line(100, 100, "word")});
    page.blocks[0].lines[0].box = page.blocks[0].lines[0].words[0].box = {};
    EXPECT_TRUE(drawn_sheet(page, true).ink.empty());
}

TEST(DrawnSheet, WordsStandWhereTheyStood) {
    Page page;
    test::add_block(page, {existing_line(300, 500, "Hamburg"), existing_line(300, 544, "Bremen")});
    const Box ink = ink_of(drawn_sheet(page, true));
    EXPECT_NEAR(ink.left, 300, 6);
    EXPECT_NEAR(ink.right, 300 + 7 * test::letter_width, 6);
    EXPECT_NEAR(ink.top, 500 - test::capital_height, 3);
    EXPECT_NEAR(ink.bottom, 544, 3);
}

TEST(DrawnSheet, CapitalsOfBodyTextAreTwentyPixels) {
    Page page;
    test::add_block(page, {existing_line(300, 500, "HHH")});
    const Sheet sheet = drawn_sheet(page, true);
    EXPECT_NEAR(sheet.text_height, 20, 0.1);
    EXPECT_NEAR(cv::boundingRect(sheet.ink).height, 20, 1);
}

TEST(DrawnSheet, LeaningLinesStandLevel) {
    for (const double slope : {-0.05, -0.01, 0.02, 0.08}) {
        Page page;
        std::vector<Line> lines;
        for (int i = 0; i < 5; ++i)
            lines.push_back(
                existing_line(300, 800 + i * test::line_pitch, "HHHHHH HHHHHH HHHHHH HHHHHH HHHHHH", slope));
        test::add_block(page, lines);
        const Sheet sheet = drawn_sheet(page, true);
        cv::Mat rows;
        cv::reduce(sheet.ink > 0, rows, 1, cv::REDUCE_MAX);
        cv::Mat labels;
        EXPECT_EQ(cv::connectedComponents(rows, labels) - 1, 5) << "white between the lines, slope " << slope;
    }
}

TEST(DrawnSheet, LettersNeverTouch) {
    Page page;
    test::add_block(page, {existing_line(100, 500, "HHHHHHHHHH")});
    page.blocks[0].lines[0].words.push_back(page.blocks[0].lines[0].words[0]);
    page.blocks[0].lines[0].words[1].box.left += 95; // over half of the first
    cv::Mat labels;
    EXPECT_GE(cv::connectedComponents(drawn_sheet(page, true).ink, labels) - 1, 10);
}

TEST(DrawnSheet, RulesAreThinLinesThatCrossNoWord) {
    // The box of a leaning rule between two columns takes in the words' edges.
    Page page;
    std::vector<Line> left, right;
    for (int i = 0; i < 20; ++i) {
        left.push_back(existing_line(100 + i, 200 + i * test::line_pitch, "HHHHHHHHHH HHHHHHHHHH"));
        right.push_back(existing_line(530 + i, 200 + i * test::line_pitch, "HHHHHHHHHH HHHHHHHHHH"));
    }
    test::add_block(page, left);
    test::add_block(page, right);
    Page with_rule = page;
    Block rule;
    rule.kind = BlockKind::rule;
    rule.box = {505, 170, 505 + 19, 1040};
    with_rule.blocks.push_back(rule);
    const cv::Mat before = drawn_sheet(page, true).ink, after = drawn_sheet(with_rule, true).ink;
    ASSERT_EQ(before.size(), after.size());
    cv::Mat lost = before & ~after;
    EXPECT_EQ(cv::countNonZero(lost), 0);
    cv::Mat labels, stats, centers;
    const cv::Mat drawn = after & ~before;
    cv::connectedComponentsWithStats(drawn, labels, stats, centers);
    EXPECT_LE(stats.at<int>(1, cv::CC_STAT_WIDTH), 24);
    EXPECT_GT(stats.at<int>(1, cv::CC_STAT_HEIGHT), 600);
}

TEST(DrawnSheet, ARuleReadAsALetterIsARule) {
    Page page;
    test::add_block(page, {existing_line(100, 500, "HHHH HHHH")});
    Line tall = existing_line(400, 800, "|");
    tall.box = tall.words[0].box = {400, 300, 408, 800};
    test::add_block(page, {tall});
    const cv::Rect all = cv::boundingRect(drawn_sheet(page, true).ink);
    EXPECT_GT(all.height, 300) << "drawn, though no letter is that high";
}

TEST(DrawnSheet, WhiteOverTextBecomesAPictureWhereItIsGuessed) {
    Page page;
    std::vector<Line> lines;
    for (const int y : {200, 244, 288, 800, 844})
        lines.push_back(existing_line(100, y, "HHHHHHHHHH HHHHHHHHHH HHHHHHHHHH"));
    test::add_block(page, lines);
    const auto ink_between = [&](bool guess) {
        const Sheet sheet = drawn_sheet(page, guess);
        const Place from = to_sheet(sheet.frame, Place{200, 400}), to = to_sheet(sheet.frame, Place{500, 700});
        return cv::countNonZero(
            sheet.ink(cv::Rect(cv::Point(cv::Point2d(from.x, from.y)), cv::Point(cv::Point2d(to.x, to.y)))));
    };
    EXPECT_GT(ink_between(true), 10000);
    EXPECT_EQ(ink_between(false), 0);
}

TEST(DrawnSheet, WhatWasGuessedFromSpecksIsNotDrawn) {
    Page page;
    test::add_block(page, {existing_line(100, 500, "HHHH HHHH")});
    const Box ink = ink_of(drawn_sheet(page, true));
    Line specks = existing_line(2000, 900, "EITEN");
    specks.words[0].confidence = 0.1F;
    test::add_block(page, {specks});
    EXPECT_NEAR(ink_of(drawn_sheet(page, true)).right, ink.right, 2);
}

TEST(DrawnSheet, LayoutFindsItsColumns) {
    Page page;
    std::vector<Line> left, right;
    for (int i = 0; i < 12; ++i) {
        left.push_back(existing_line(100, 200 + i * test::line_pitch, "Lorem ipsum dolor sit amet sed"));
        right.push_back(existing_line(760, 200 + i * test::line_pitch, "consectetur adipiscing elit in"));
    }
    test::add_block(page, left);
    test::add_block(page, right);
    const Sheet sheet = drawn_sheet(page, true);
    Page found;
    found.frame = sheet.frame;
    found = find_layout(std::move(found), sheet);
    ASSERT_EQ(found.blocks.size(), 2U);
    EXPECT_EQ(found.blocks[0].lines.size(), 12U);
    EXPECT_EQ(found.blocks[1].lines.size(), 12U);
}

} // namespace
} // namespace broadsheet
