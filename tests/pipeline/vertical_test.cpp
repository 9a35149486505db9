// SPDX-License-Identifier: Apache-2.0
// Writing that runs down the page in lines from the right, drawn: no engine is asked.
#include "image/image.h"
#include "layout/layout.h"
#include "order/order.h"
#include "support/image_drawing.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <sstream>

namespace broadsheet {
namespace {

constexpr int kPitch = 58, kStep = 36, kSize = 30, kMargin = 100; // pixels: line to line, character to character

/// Strokes within a square, as Han characters have them.
void draw_character(cv::Mat& gray, int x, int y, int size, std::mt19937& random) {
    const int stroke = std::max(3, size / 9);
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    cv::rectangle(gray, cv::Rect(x + pick(3), y, size - 3, stroke), 0, cv::FILLED);
    cv::rectangle(gray, cv::Rect(x + size / 4 + pick(size / 2), y, stroke, size), 0, cv::FILLED);
    cv::rectangle(gray, cv::Rect(x, y + size / 3 + pick(size / 4), size, stroke), 0, cv::FILLED);
    if (pick(2)) cv::rectangle(gray, cv::Rect(x, y + size - stroke, size, stroke), 0, cv::FILLED);
}

/// A cell of the drawing is a character of a line that runs down; capitals are characters of twice the size, which
/// reach over the next cell to the right and below, # is a picture, - a level and | an upright rule.
Image draw_vertical(const std::string& art) {
    std::vector<std::string> rows;
    std::istringstream in(art);
    size_t width = 0;
    for (std::string row; std::getline(in, row);) {
        width = std::max(width, row.size());
        rows.push_back(row);
    }
    cv::Mat gray(static_cast<int>(rows.size()) * kStep + 2 * kMargin, static_cast<int>(width) * kPitch + 2 * kMargin,
                 CV_8UC1, cv::Scalar(255));
    std::mt19937 random(3);
    for (size_t r = 0; r < rows.size(); ++r)
        for (size_t c = 0; c < rows[r].size(); ++c) {
            const int x = kMargin + static_cast<int>(c) * kPitch, y = kMargin + static_cast<int>(r) * kStep;
            const char cell = rows[r][c];
            if (cell == '#')
                cv::rectangle(gray, cv::Rect(x, y, kPitch, kStep), 90, cv::FILLED);
            else if (cell == '-')
                cv::rectangle(gray, cv::Rect(x, y + kStep / 2, kPitch, 3), 0, cv::FILLED);
            else if (cell == '|')
                cv::rectangle(gray, cv::Rect(x + kPitch / 2, y, 3, kStep), 0, cv::FILLED);
            else if (cell != ' ')
                draw_character(gray, x, y, cell < 'a' ? 2 * kSize : kSize, random);
        }
    return {gray, 300};
}

Page laid_out(const Image& image) {
    const Sheet sheet = prepare(image);
    EXPECT_EQ(sheet.quarter_turns, 3);
    Page page;
    page.width = image.pixels.cols;
    page.height = image.pixels.rows;
    page.frame = sheet.frame;
    page.text_height = sheet.text_height;
    return mapped_to_scan(find_order(find_layout(page, sheet)));
}

/// The letter in the middle of each line, in reading order.
std::string lines_of(const Page& page, const std::string& art) {
    std::vector<std::string> rows;
    std::istringstream in(art);
    for (std::string row; std::getline(in, row);)
        rows.push_back(row);
    std::string names;
    for (const int i : page.order)
        for (const Line& line : page.blocks[static_cast<size_t>(i)].lines) {
            const Point at = line.box.center();
            names += rows.at(static_cast<size_t>((at.y - kMargin) / kStep))
                         .at(static_cast<size_t>((at.x - kMargin) / kPitch));
        }
    return names;
}

std::string order_of(const std::string& art) {
    return lines_of(laid_out(draw_vertical(art)), art);
}

std::string repeated(const std::string& row, int times) {
    std::string out;
    for (int i = 0; i < times; ++i)
        out += row + '\n';
    return out;
}

TEST(Vertical, LinesFromTheRight) {
    EXPECT_EQ(order_of(repeated("jihgfedcba", 20)), "abcdefghij");
}

TEST(Vertical, TheUpperTierFirst) {
    EXPECT_EQ(order_of(repeated("hgfedcba", 12) + "\n\n" + repeated("ponmlkji", 12)), "abcdefghijklmnop");
}

TEST(Vertical, ThreeTiers) {
    EXPECT_EQ(order_of(repeated("fedcba", 10) + "\n\n" + repeated("lkjihg", 10) + "\n\n" + repeated("rqponm", 10)),
              "abcdefghijklmnopqr");
}

TEST(Vertical, TiersWithARuleBetween) {
    EXPECT_EQ(order_of(repeated("hgfedcba", 12) + "\n--------\n\n" + repeated("ponmlkji", 12)), "abcdefghijklmnop");
}

TEST(Vertical, ShortLinesAtTheEndsOfParagraphs) {
    EXPECT_EQ(order_of(repeated("jihgfedcba", 6) + repeated("jih fed ba", 14)), "abcdefghij");
}

TEST(Vertical, FirstLinesAreIndented) {
    EXPECT_EQ(order_of("jihg edcb \n" + repeated("jihgfedcba", 19)), "abcdefghij");
}

TEST(Vertical, AHeadingInLargerCharactersIsFirst) {
    std::string art;
    for (int i = 0; i < 20; ++i)
        art += i % 2 == 0 && i < 12 ? "hgfedcba A \n" : "hgfedcba   \n";
    const Page page = laid_out(draw_vertical(art));
    ASSERT_FALSE(page.order.empty());
    const Block& first = page.blocks[static_cast<size_t>(page.order.front())];
    EXPECT_EQ(first.kind, BlockKind::heading);
    EXPECT_GT(first.box.left, kMargin + 8 * kPitch);
}

TEST(Vertical, APictureInTheUpperTier) {
    EXPECT_EQ(order_of(repeated("hgfe### dcba", 12) + "\n\n" + repeated("tsrqponmlkji", 12)), "abcdefghijklmnopqrst");
}

TEST(Vertical, APictureAtTheFootOfATier) {
    EXPECT_EQ(order_of(repeated("jihgfedcba", 12) + "jihgf\n" + repeated("jihgf#####", 9)), "abcdefghij");
}

TEST(Vertical, StoriesPartedByAnUprightRule) {
    EXPECT_EQ(order_of(repeated("fedc|ba", 10) + repeated("    |  ", 2) + repeated("lkji|hg", 10)), "abghcdefijkl");
}

TEST(Vertical, OnAPageThatLeans) {
    const Image level = draw_vertical(repeated("jihgfedcba", 20));
    for (const double angle : {-2.0, 3.0}) {
        const Page page = laid_out({testing::skewed(level.pixels, angle), 300});
        std::vector<int> lefts;
        for (const int i : page.order)
            for (const Line& line : page.blocks[static_cast<size_t>(i)].lines)
                lefts.push_back(line.box.center().x);
        EXPECT_EQ(lefts.size(), 10U) << angle;
        EXPECT_TRUE(std::is_sorted(lefts.rbegin(), lefts.rend())) << angle;
    }
}

/// Two pages, each under white of a title's height with a rule below, and where a title at the head of each begins.
const std::string kSheet =
    repeated(std::string(28, ' '), 9) + "------------    ------------\n" + repeated("lkjihgfedcba    xwvutsrqponm", 25);
const cv::Point kAtLeft(kMargin + 20, kMargin + 20), kAtRight = kAtLeft + cv::Point(16 * kPitch, 0);
const std::string kLeftFirst = "abcdefghijklmnopqrstuvwx", kRightFirst = "mnopqrstuvwxabcdefghijkl";

/// The drawing with so many large characters in a row at each of these places.
Image with_titles(const std::string& art, const std::vector<cv::Point>& at, int count = 2, int size = 280) {
    Image image = draw_vertical(art);
    std::mt19937 random(5);
    for (const cv::Point& title : at)
        for (int i = 0; i < count; ++i)
            draw_character(image.pixels, title.x + i * (size + 40), title.y, size, random);
    return image;
}

TEST(OuterSheet, ATitleAtTheLeftMakesThatTheFrontPage) {
    EXPECT_EQ(lines_of(laid_out(with_titles(kSheet, {kAtLeft})), kSheet), kLeftFirst);
    for (const std::vector<cv::Point>& at : {std::vector<cv::Point>{}, {kAtRight}, {kAtLeft, kAtRight}})
        EXPECT_EQ(lines_of(laid_out(with_titles(kSheet, at)), kSheet), kRightFirst) << at.size();
}

TEST(OuterSheet, ItIsKnownOfSmallPrintThatWasEnlargedToo) {
    const Sheet sheet = prepare(with_titles(kSheet, {kAtLeft}));
    const auto order = [&](double scale) {
        Page page;
        page.frame = sheet.frame;
        for (std::size_t i = 0; i < 6; ++i)
            page.frame.m[i] *= scale;
        return find_order(find_layout(page, sheet)).order;
    };
    EXPECT_EQ(order(0.5), order(1));
}

TEST(OuterSheet, HeadlinesAndASingleLargeCharacterAreNoTitle) {
    EXPECT_EQ(lines_of(laid_out(with_titles(kSheet, {kAtLeft}, 2, 150)), kSheet), kRightFirst);
    EXPECT_EQ(lines_of(laid_out(with_titles(kSheet, {kAtLeft}, 1)), kSheet), kRightFirst);
}

TEST(OuterSheet, LargeCharactersWithoutARuleBelowAreNoTitle) {
    std::string art = kSheet;
    std::replace(art.begin(), art.end(), '-', ' ');
    EXPECT_EQ(lines_of(laid_out(with_titles(art, {kAtLeft})), art), kRightFirst);
}

TEST(OuterSheet, AFramedAdvertisementAtTheHeadIsNoTitle) {
    for (const bool in_pieces : {false, true}) {
        const Image image = with_titles(kSheet, {kAtLeft + cv::Point(15, 15)}, 2, 250);
        cv::Mat gray = image.pixels;
        std::mt19937 random(7);
        for (int i = 0; i < 14; ++i)
            draw_character(gray, kAtLeft.x + 20 + i * kStep, kAtLeft.y + 278, 22, random);
        const cv::Rect frame(kAtLeft, cv::Size(600, 310));
        cv::rectangle(gray, frame, 0, 4);
        if (in_pieces)
            for (const int x : {frame.x, frame.x + 290, frame.br().x})
                for (const int y : {frame.y, frame.y + 150, frame.br().y})
                    cv::circle(gray, {x, y}, 12, 255, cv::FILLED);
        std::string lines = lines_of(laid_out(image), kSheet);
        std::erase(lines, ' '); // the advertisement's
        EXPECT_EQ(lines, kRightFirst) << in_pieces;
    }
}

TEST(OuterSheet, WhatStandsOverTheFoldIsReadBetweenThePages) {
    const std::string art = std::string(9, '\n') + "------------ | | ------------\n" +
                            repeated("lkjihgfedcba | | xwvutsrqponm", 5) +
                            repeated("lkjihgfedcba |y| xwvutsrqponm", 20);
    EXPECT_EQ(lines_of(laid_out(with_titles(art, {kAtLeft})), art), "abcdefghijklymnopqrstuvwx");
}

TEST(OuterSheet, ATitleOverASinglePageChangesNothing) {
    const std::string art = std::string(9, '\n') + "------------\n" + repeated("lkjihgfedcba", 25);
    EXPECT_EQ(lines_of(laid_out(with_titles(art, {kAtLeft})), art), "abcdefghijkl");
}

TEST(OuterSheet, OnlyVerticalWritingHasItsTitleAcrossTheLines) {
    Sheet sheet = prepare(with_titles(kSheet, {kAtLeft}));
    const auto mastheads = [&] {
        const Page page = find_layout({}, sheet);
        return std::count_if(page.blocks.begin(), page.blocks.end(),
                             [](const Block& block) { return block.kind == BlockKind::masthead; });
    };
    EXPECT_EQ(mastheads(), 1);
    sheet.quarter_turns = 0;
    EXPECT_EQ(mastheads(), 0);
}

} // namespace
} // namespace broadsheet
