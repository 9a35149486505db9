// SPDX-License-Identifier: Apache-2.0
// Characters of one width, and large ones that fall into strokes.
#include "layout/layout.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace broadsheet {
namespace {

constexpr int kHan = 36; // pixels, of the body's characters

/// Rows of square characters with a cross in each; '.' is a stop, '-' the figure one, a blank is as wide as they are.
Sheet sheet_of(const std::vector<std::string>& rows, int top = 300) {
    Sheet sheet;
    sheet.text_height = kHan;
    sheet.dpi = 300;
    sheet.gray = cv::Mat(top + 60 * static_cast<int>(rows.size()) + 100, 1200, CV_8UC1, cv::Scalar(255));
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t i = 0; i < rows[r].size(); ++i) {
            const int x = 60 + 40 * static_cast<int>(i), y = top + 60 * static_cast<int>(r);
            if (rows[r][i] == 'x') {
                cv::rectangle(sheet.gray, cv::Rect(x + 2, y, kHan - 2, kHan), 0, 4);
                cv::line(sheet.gray, {x + kHan / 2, y}, {x + kHan / 2, y + kHan}, 0, 4);
            } else if (rows[r][i] == '.') {
                cv::rectangle(sheet.gray, cv::Rect(x + 3, y + 26, 8, 8), 0, 2);
            } else if (rows[r][i] == '-') {
                cv::rectangle(sheet.gray, cv::Rect(x + 3, y + 16, 32, 4), 0, cv::FILLED);
            }
        }
    return sheet;
}

std::vector<Box> lines_of(Sheet sheet) {
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    std::vector<Box> lines;
    for (const Block& block : find_layout({}, sheet).blocks)
        for (const Line& line : block.lines)
            lines.push_back(line.box);
    std::sort(lines.begin(), lines.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    return lines;
}

TEST(Han, StopsAndTheFigureOneOverEachOtherAreNoGutter) { // between lines that are indented, under a running head
    const std::vector<Box> lines = lines_of(sheet_of({
        "xxx                      xx",
        "",
        "  xxxxxxxxxxxxxxxxxxxxxxxxx",
        "x-xxxxxxxxxxxxxxxxxxxxxxxxx",
        "x.xxxxxxxxxxxxx            ",
        "  xxxxxxxxxxxxxxxxxxxxxxxxx",
        "x.xxxxxxxxxxxxxxxxxxxxxxxxx",
        "xxxxxxxxxxxxxxxxxxxx       ",
        "  xxxxxxxxxxxxxxxxxxxxxxxxx",
        "xxxxxxxxxxxxxxxxxxxxxxxxx  ",
    }));
    ASSERT_EQ(lines.size(), 10U); // two of the running head
    for (std::size_t i = 2; i < lines.size(); ++i)
        EXPECT_GT(lines[i].width(), 480) << i;
}

/// Twelve rows of text, and over them a headline of six characters, the fourth and the last drawn by the test: within
/// 100 pixels down and right of the point.
Sheet under_headline(const std::function<void(cv::Mat&, cv::Point)>& draw) {
    Sheet sheet = sheet_of(std::vector<std::string>(12, "xxxxxxxxxxxxxxxxxxxxxxxxxxx"), 300);
    for (int i = 0; i < 6; ++i) {
        const cv::Point at(60 + 110 * i, 100);
        if (i == 3 || i == 5) {
            draw(sheet.gray, at);
            continue;
        }
        cv::rectangle(sheet.gray, cv::Rect(at.x + 6, at.y + 6, 88, 88), 0, 12);
        cv::line(sheet.gray, {at.x + 50, at.y + 6}, {at.x + 50, at.y + 94}, 0, 12);
    }
    return sheet;
}

TEST(Han, ALatinWordBehindACommaIsOfItsLine) { // whose first letters are half as high as the characters
    Sheet sheet = sheet_of({"xxxxxxxxxxxxxxxxxxxx", "xxxxxx    xxxxxxxxxx", "xxxxxxxxxxxxxxxxxxxx"});
    const auto draw = [&](const cv::Rect& box) { cv::rectangle(sheet.gray, box, 0, 3); };
    cv::rectangle(sheet.gray, cv::Rect(312, 378, 12, 14), 0, cv::FILLED);
    draw({348, 380, 10, 13});
    draw({366, 380, 10, 13});
    draw({384, 380, 12, 21}); // as of a p
    draw({402, 380, 10, 13});
    draw({420, 369, 14, 21}); // and of a d
    const std::vector<Box> lines = lines_of(sheet);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[1].left, lines[0].left);
    EXPECT_GT(lines[1].right, 840);
}

TEST(Han, TheBlankBehindALatinWordsQuotationMarkPartsNoLine) { // in a loose line, behind a letter lower than characters
    Sheet sheet = sheet_of({"xxxxxxxxxxxxxxxxxxxx", "xxxxxx    xxxxxxxxxx", "xxxxxxxxxxxxxxxxxxxx"});
    cv::rectangle(sheet.gray, cv::Rect(323, 376, 18, 21), 0, 3);
    for (const int x : {356, 390})
        cv::rectangle(sheet.gray, cv::Rect(x, 362, 12, 10), 0, cv::FILLED);
    const std::vector<Box> lines = lines_of(sheet);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[1].width(), lines[0].width());
}

TEST(Han, StrokesUnderAHeadlinesCharacterAreOfIt) { // as in the character for winter
    const std::vector<Box> lines = lines_of(under_headline([](cv::Mat& gray, cv::Point at) {
        cv::rectangle(gray, cv::Rect(at.x + 6, at.y + 6, 88, 56), 0, 12);
        cv::rectangle(gray, cv::Rect(at.x + 30, at.y + 72, 45, 10), 0, cv::FILLED);
        cv::rectangle(gray, cv::Rect(at.x + 15, at.y + 90, 64, 14), 0, cv::FILLED);
    }));
    ASSERT_EQ(lines.size(), 13U);
    EXPECT_GT(lines[0].height(), 90);
    EXPECT_GT(lines[0].width(), 630);
}

TEST(Han, DotsUnderAHeadlinesCharacterAreNoRowOfSmallType) { // as in that for a swallow
    const std::vector<Box> lines = lines_of(under_headline([](cv::Mat& gray, cv::Point at) {
        cv::rectangle(gray, cv::Rect(at.x + 6, at.y + 6, 88, 60), 0, 12);
        for (int i = 0; i < 4; ++i)
            cv::rectangle(gray, cv::Rect(at.x + 2 + 25 * i, at.y + 76, 20, 25), 0, cv::FILLED);
    }));
    ASSERT_EQ(lines.size(), 13U);
    EXPECT_GT(lines[0].height(), 90);
}

TEST(Han, AHeadlinesCharacterBesideStrokesIsNotTwoRows) {
    const std::vector<Box> lines = lines_of(under_headline([](cv::Mat& gray, cv::Point at) {
        for (int row = 0; row < 2; ++row) // pieces as high as letters of two rows
            for (int i = 0; i < 2; ++i)
                cv::rectangle(gray, cv::Rect(at.x + 4 + 52 * i, at.y + 2 + 52 * row, 40, 44), 0, 8);
    }));
    ASSERT_EQ(lines.size(), 13U);
    EXPECT_GT(lines[0].height(), 90);
}

/// The first line of a page of two columns under a headline whose comma stands over the gutter; inset: of its
/// characters in their squares of 100 pixels.
Box headline_with_comma(int inset) {
    Sheet sheet = sheet_of(std::vector<std::string>(12, "xxxxxxxxxxxxx  xxxxxxxxxxxx"), 300);
    cv::rectangle(sheet.gray, cv::Rect(616, 280, 4, 740), 0, cv::FILLED);
    for (const int x : {100, 200, 300, 400, 500, 700, 800, 900}) {
        cv::rectangle(sheet.gray, cv::Rect(x + inset, 106, 100 - 2 * inset, 96 - inset), 0, 8);
        cv::line(sheet.gray, {x + 50, 106}, {x + 50, 194}, 0, 8);
    }
    cv::line(sheet.gray, {642, 150}, {662, 172}, 0, 12); // the comma stands in the middle of its square
    const std::vector<Box> lines = lines_of(sheet);
    return lines.size() == 25 ? lines[0] : Box();
}

TEST(Han, TheCommaOfAHeadlineOverAGutterPartsItNot) {
    for (const int inset : {8, 18}) {
        const Box headline = headline_with_comma(inset);
        EXPECT_LT(headline.left, 100 + inset) << inset;
        EXPECT_GT(headline.right, 1000 - inset - 4) << inset;
    }
}

} // namespace
} // namespace broadsheet
