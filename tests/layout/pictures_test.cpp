// SPDX-License-Identifier: Apache-2.0
#include "layout/drawn_layout.h"
#include "layout/marks.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Pictures, PictureGivesNoText) {
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

TEST(Pictures, CentredLinesUnderAPictureAreItsCaption) {
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

TEST(Pictures, APictureReachesToTheLastDotsOfItsScreen) {
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

TEST(Pictures, AFrameRoundALightPictureIsAPicture) {
    Sheet sheet = masthead({});
    cv::rectangle(sheet.gray, cv::Rect(100, 100, 400, 250), 0, 2);
    cv::ellipse(sheet.gray, {300, 240}, {80, 60}, 0, 0, 180, 0, 2);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    const Box picture = picture_of(sheet);
    EXPECT_NEAR(picture.top, 100, 12);
    EXPECT_NEAR(picture.right, 500, 12);
    EXPECT_EQ(lines_of(sheet).size(), 14u);
}

TEST(Pictures, AFrameRoundAHeadlineIsNoPicture) { // whose letters are of two heights
    Sheet sheet = masthead({{160, 190, 1, 80}, {200, 206, 8, 64}});
    cv::rectangle(sheet.gray, cv::Rect(100, 150, 400, 150), 0, 2);
    sheet.ink = sheet.gray < 128;
    EXPECT_TRUE(picture_of(sheet).empty());
    EXPECT_EQ(lines_of(sheet).front(), "160,190-449,270");
}

TEST(Pictures, FramesOnAPageOfTinyMarks) { // whose text height is a pixel
    Sheet sheet = masthead({});
    sheet.text_height = 1;
    cv::rectangle(sheet.ink, cv::Rect(100, 100, 40, 25), 255, 1);
    EXPECT_NO_THROW(find_layout({}, sheet));
}

TEST(Pictures, AFrameRoundTextIsNoPicture) {
    Sheet sheet = masthead({{120, 130, 20, 24}, {120, 170, 20, 24}, {120, 210, 20, 24}});
    cv::rectangle(sheet.gray, cv::Rect(100, 100, 400, 150), 0, 2);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_TRUE(picture_of(sheet).empty());
    EXPECT_EQ(lines_of(sheet).size(), 17u);
}

TEST(Pictures, APictureReachesToTheEndsOfItsFramesSides) { // white but for its lower half
    Sheet sheet = masthead({});
    cv::rectangle(sheet.gray, cv::Rect(100, 250, 400, 150), 40, cv::FILLED);
    for (const int x : {100, 498})
        cv::rectangle(sheet.gray, cv::Rect(x, 150, 2, 100), 0, cv::FILLED);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_NEAR(picture_of(sheet).top, 150, 12);
    EXPECT_EQ(lines_of(sheet).size(), 14u);
}

/// The lines of each caption: so many of that size, set so far apart, under a picture and over rows in type of 24.
std::vector<size_t> captions_over_text(int lines, int size, int pitch, int text, int rows = 5) {
    Sheet sheet = masthead({});
    cv::rectangle(sheet.gray, cv::Rect(60, 100, 400, 200), 40, cv::FILLED);
    const auto draw = [&](int y, int type) {
        for (int i = 0; i < 760 / type; ++i)
            if (i % 7 != 6) draw_letter(sheet.gray, 62 + i * type / 2, y, type * 2 / 5, type, 2);
    };
    for (int line = 0; line < lines; ++line)
        draw(320 + line * pitch, size);
    for (int row = 0; row < rows; ++row)
        draw(text + 36 * row, 24);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    std::vector<size_t> captions;
    for (const Block& block : find_layout({}, sheet).blocks)
        if (block.kind == BlockKind::caption) captions.push_back(block.lines.size());
    return captions;
}

TEST(Pictures, ACaptionIsPartedFromTheTextUnderIt) {
    for (const int rows : {5, 2})
        EXPECT_EQ(captions_over_text(2, 22, 33, 397, rows), std::vector<size_t>{2}) << rows;
}

TEST(Pictures, AHeadlineCloseOverOneIsNoPartOfIt) { // in bold letters, one of which has a tail
    Sheet sheet = masthead({});
    cv::rectangle(sheet.gray, cv::Rect(60, 309, 420, 240), 90, cv::FILLED);
    constexpr int stroke = 24, foot = 300;
    for (int i = 0; i < 10; ++i) {
        const int x = 60 + 84 * i, top = i % 3 == 0 ? 200 : 230;
        const auto ink = [&](int left, int high, int width, int low) {
            sheet.gray(cv::Rect(left, high, width, low - high)).setTo(0);
        };
        ink(x, top, 80, top + stroke);
        ink(x, top, stroke, foot);
        ink(x + 80 - stroke, top, stroke, i == 2 ? foot + 5 : foot);
    }
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_GE(picture_of(sheet).top, foot + 5);
}

TEST(Pictures, ALineFurtherFromTheTextThanItsLinesAreIsACaption) {
    for (const int text : {370, 372})
        EXPECT_EQ(captions_over_text(1, 23, 33, text), std::vector<size_t>{1}) << text;
}

TEST(Pictures, ACaptionInSmallerTypeIsPartedFromTheTextHardlyFurtherUnderIt) {
    EXPECT_EQ(captions_over_text(1, 21, 32, 359), std::vector<size_t>{1});
    EXPECT_EQ(captions_over_text(3, 21, 32, 423), std::vector<size_t>{3});
}

TEST(Pictures, ACaptionWhoseTallLettersLookTooLargeIsToldByTheOthers) { // in blurred print
    const auto first_lines = [](int usual, int text) {                  // the height of its usual letters; a row
        Sheet sheet = masthead({});
        cv::rectangle(sheet.gray, cv::Rect(60, 100, 400, 200), 40, cv::FILLED);
        const auto draw = [&](int y, int low) {
            for (int i = 0; i < 32; ++i)
                if (const int height = i % 4 == 0 ? 24 : low; i % 7 != 6)
                    draw_letter(sheet.gray, 62 + 12 * i, y + 24 - height, 9, height, 2);
        };
        draw(320, usual);
        for (int row = 0; row < 5; ++row)
            draw(text + 36 * row, 18);
        cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
        const std::vector<Block> blocks = find_layout({}, sheet).blocks;
        const Block& first =
            *std::find_if(blocks.begin(), blocks.end(), [](const Block& b) { return !b.lines.empty(); });
        return fmt::format("{} {}", name(first.kind), first.lines.size());
    };
    EXPECT_EQ(first_lines(16, 368), "caption 1");
    EXPECT_EQ(first_lines(18, 368), "paragraph 6") << "the text's own type";
}

TEST(Pictures, ACaptionWhoseCharactersFallApartIsNoPartOfThePictureCloseOverIt) {
    Sheet sheet = masthead({});
    cv::rectangle(sheet.gray, cv::Rect(60, 100, 400, 200), 40, cv::FILLED);
    for (int x = 62; x < 420; x += 20)
        for (int stroke = 0; stroke < 4; ++stroke)
            cv::rectangle(sheet.gray, cv::Rect(x, 306 + 7 * stroke, 18, 5), 0, cv::FILLED);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(picture_of(sheet).bottom, 300);
    const Page page = find_layout({}, sheet);
    EXPECT_EQ(std::count_if(page.blocks.begin(), page.blocks.end(), // nor is it cut with the picture's rim
                            [](const Block& block) { return !block.lines.empty() && block.box.top == 306; }),
              1);
}

TEST(Pictures, DarkLettersInLinesCloseOverEachOtherAreATitle) {
    Sheet sheet = masthead({});
    for (int line = 0; line < 2; ++line)
        for (int letter = 0; letter < 7; ++letter) { // an H
            const int x = 60 + 150 * letter, y = 100 + 175 * line;
            cv::rectangle(sheet.gray, cv::Rect(x, y, 140, 168), 0, cv::FILLED);
            cv::rectangle(sheet.gray, cv::Rect(x + 65, y, 14, 40), 255, cv::FILLED);
            cv::rectangle(sheet.gray, cv::Rect(x + 65, y + 128, 14, 40), 255, cv::FILLED);
        }
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    const Page page = find_layout({}, sheet);
    for (const Block& block : page.blocks)
        EXPECT_NE(block.kind, BlockKind::picture);
    ASSERT_EQ(lines_of(page).size(), 16U);
    EXPECT_EQ(page.blocks.front().kind, BlockKind::heading);
}

TEST(Pictures, WhatGrowsLighterTowardsItsEdgeIsNoText) { // the paper was evened, and with it a picture's light parts
    Sheet sheet = masthead({});
    for (int y = 80; y < 280; ++y)
        for (int x = 60; x < 800; ++x)
            sheet.gray.at<uchar>(y, x) = static_cast<uchar>(
                std::min(255, 140 + static_cast<int>(1.5 * std::hypot((x - 430) / 1.6, (y - 180) / 1.3))));
    cv::threshold(sheet.gray, sheet.ink, 190, 255, cv::THRESH_BINARY_INV);
    EXPECT_TRUE(contains(picture_of(sheet), {395, 155, 465, 205}));
    EXPECT_EQ(lines_of(sheet).size(), 14u);
}

/// A grey rim with white in it and a dark foot, as the evening of the paper leaves a photograph.
cv::Rect draw_rim(Sheet& sheet) {
    const cv::Rect rim(60, 90, 600, 220);
    cv::rectangle(sheet.gray, rim, 215, cv::FILLED);
    cv::rectangle(sheet.gray, cv::Rect(100, 130, 520, 140), 255, cv::FILLED);
    cv::rectangle(sheet.gray, cv::Rect(300, 240, 200, 65), 120, cv::FILLED);
    return rim;
}

TEST(Pictures, ARimOfGreyIsAPictureAndNotItsDarkPartAlone) {
    Sheet sheet = masthead({});
    const cv::Rect rim = draw_rim(sheet);
    cv::threshold(sheet.gray, sheet.ink, 190, 255, cv::THRESH_BINARY_INV);
    const Box picture = picture_of(sheet);
    EXPECT_NEAR(picture.left, rim.x, 6);
    EXPECT_NEAR(picture.top, rim.y, 6);
    EXPECT_NEAR(picture.right, rim.br().x, 6);
    EXPECT_NEAR(picture.bottom, rim.br().y, 6);
}

TEST(Pictures, ARimOfGreyRoundLettersIsNoPicture) {
    Sheet sheet = masthead({});
    const cv::Rect rim = draw_rim(sheet);
    for (int x = 110; x < 600; x += 20)
        for (int y : {140, 175, 205})
            draw_letter(sheet.gray, x, y, 12, 24, 3);
    cv::threshold(sheet.gray, sheet.ink, 190, 255, cv::THRESH_BINARY_INV);
    EXPECT_EQ(find_layout({}, sheet).blocks.front().lines.size(), 3U);
}

TEST(Pictures, AWoodcutIsAPicture) {
    Sheet sheet = masthead({{60, 150, 6, 80}, {800, 150, 6, 80}});
    for (int i = 0; i < 15; ++i) { // hatched
        cv::line(sheet.gray, {400 + 24 * i, 100}, {320 + 24 * i, 360}, 0, 4);
        if (i % 2 == 0) cv::line(sheet.gray, {392, 120 + 16 * i}, {640, 120 + 16 * i}, 0, 4);
    }
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    const Box picture = picture_of(sheet);
    EXPECT_NEAR(picture.left, 320, 12);
    EXPECT_NEAR(picture.bottom, 360, 12);
}

TEST(Pictures, AnOrnamentIsAPictureAndNoHeading) {
    Sheet flag = masthead({}), tailpiece = masthead({}); // over text
    cv::ellipse(flag.gray, {1090, 440}, {120, 40}, 0, 0, 180, 0, 2);
    cv::fillConvexPoly(flag.gray, std::vector<cv::Point>{{1010, 472}, {1120, 480}, {1065, 575}}, 0);
    for (int radius = 40; radius <= 70; radius += 10)
        cv::circle(tailpiece.gray, {680, 510}, radius, 0);
    cv::circle(tailpiece.gray, {680, 510}, 30, 0, cv::FILLED);
    cv::line(tailpiece.gray, {640, 455}, {720, 565}, 0);
    for (Sheet* sheet : {&flag, &tailpiece}) {
        sheet->ink = sheet->gray < 128;
        const Page page = find_layout({}, *sheet);
        EXPECT_NEAR(picture_of(*sheet).top, 440, 2);
        EXPECT_TRUE(std::ranges::none_of(page.blocks, [](const Block& b) { return b.kind == BlockKind::heading; }));
        EXPECT_EQ(lines_of(*sheet).size(), 14u);
    }
}

TEST(Pictures, LettersOfThinStrokesAndThickOnesAreNoOrnament) {
    Sheet sheet = masthead({});
    for (int x = 200; x < 1000; x += 160) {
        cv::rectangle(sheet.gray, cv::Rect(x, 200, 120, 160), 0, 3);
        cv::rectangle(sheet.gray, cv::Rect(x, 200, 34, 160), 0, cv::FILLED);
        cv::rectangle(sheet.gray, cv::Rect(x + 86, 200, 34, 160), 0, cv::FILLED);
    }
    sheet.ink = sheet.gray < 128;
    EXPECT_EQ(lines_of(sheet).size(), 15u);
}

TEST(Pictures, ATableWithThickRulesIsNoWoodcut) {
    Sheet sheet;
    sheet.text_height = 24;
    sheet.gray = cv::Mat(1100, 1300, CV_8UC1, cv::Scalar(255));
    for (int row = 0; row < 20; ++row)
        for (int column = 0; column < 10; ++column) {
            const int x = 60 + 116 * column, y = 60 + 45 * row;
            cv::rectangle(sheet.gray, cv::Rect(x, y, 117, 46), 0, 6);
            for (int i = 0; i < 5; ++i)
                draw_letter(sheet.gray, x + 20 + 14 * i, y + 11, 10, 24, 3);
        }
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    EXPECT_TRUE(find_pictures(sheet.gray, sheet.ink, find_components(sheet.ink), sheet.text_height).empty());
}

TEST(Pictures, ALineBehindARuleIsNoCaptionOfThePictureOverIt) {
    EXPECT_EQ(layout_of("           #############\n"
                        "           #############\n"
                        "           #############\n"
                        "           #############\n"
                        "-------------------------------------\n"
                        "  xxx xxxx   xxxxxx xx\n"
                        "xxxx xxx xx  xx xxx xxxxx xxxx xx xxx\n"
                        "xxx xx xxxxxxxxx xxxx xxx xxxx xxxxxx\n"
                        "xxxx xxx xxxxx xx xxx xxxxx xxxx xxxx\n"),
              (Blocks{"picture 11,0 0", "paragraph 0,5 4"}));
}

TEST(Pictures, ALineInHardlySmallerTypeNearerToThePictureThanToTheTextIsItsCaption) {
    const auto kind_of_line = [](int y) {
        Sheet sheet = masthead({{60, y, 30, 23}});
        cv::rectangle(sheet.gray, cv::Rect(60, 200, 440, 320), 90, cv::FILLED);
        cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
        const Page page = find_layout({}, sheet);
        const auto block = std::find_if(page.blocks.begin(), page.blocks.end(),
                                        [&](const Block& b) { return !b.lines.empty() && b.box.top < 590; });
        return block == page.blocks.end() ? BlockKind::noise : block->kind;
    };
    EXPECT_EQ(kind_of_line(532), BlockKind::caption);
    EXPECT_EQ(kind_of_line(562), BlockKind::paragraph);
}

TEST(Pictures, ALineCloseOverAPictureIsText) {
    Sheet sheet = draw_sheet("xxx xxxxx xxxxx xxxx xxxxxx xx xxxx xxxxx xx\n"
                             "xxxx xxxxxx xxxxx xxxxxx xx xxxxxx xx xxxxxx\n"
                             "xxxx xxxx xxxxxx xx xxxx xxxxxx xxxx xxx xxx\n" +
                             std::string(10, '\n') +
                             "xxxx xx xxxxx xxxxxx xxxx xx xxxx xxxxx xxxx\n"
                             "xx xxx xxxx xxxx xxxx xxxxx xxx xxx xxxx xxx\n");
    const int foot = 3 * kCellHeight + 32; // of the third row's letters
    cv::rectangle(sheet.gray, cv::Rect(2 * kCellWidth, foot + 5, 44 * kCellWidth, 330), 90, cv::FILLED);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    const Page page = find_layout({}, sheet);
    std::size_t lines = 0;
    for (const Block& block : page.blocks) {
        lines += block.lines.size();
        if (block.kind == BlockKind::picture) EXPECT_GE(block.box.top, foot);
    }
    EXPECT_EQ(lines, 5U);
}

} // namespace
} // namespace broadsheet
