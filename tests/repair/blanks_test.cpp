// SPDX-License-Identifier: Apache-2.0
#include "repair/blanks.h"

#include "repair/page_drawing.h"

#include <gtest/gtest.h>

namespace broadsheet::mend {
namespace {

/// The line after repair; in the drawing a blank is half an em wide. all_read: the engine saw blanks everywhere or
/// nowhere.
std::string mended(std::string_view drawing, bool all_read = false) {
    Line line = drawn_line(drawing);
    for (Word& word : line.words)
        word.blank_before = word.blank_read = all_read;
    mend_blanks(line, BlankReading::lavish);
    return line_text(line);
}

TEST(Blanks, BetweenHanGo) {
    EXPECT_EQ(mended("今天天气很好", true), "今天天气很好");
    EXPECT_EQ(mended("今天天气很好，我们出门。", true), "今天天气很好，我们出门。");
    EXPECT_EQ(mended("ひらがなとカタカナ", true), "ひらがなとカタカナ");
}

TEST(Blanks, OfAFullCellStay) {
    EXPECT_EQ(mended("本地消息  今天天气很好"), "本地消息 今天天气很好");
    EXPECT_EQ(mended("值班编辑王芳 李明"), "值班编辑王芳李明"); // half a cell and not read
    Line line = drawn_line("值班编辑王芳 李明");                // half a cell, and the engine read it
    mend_blanks(line, BlankReading::lavish);
    EXPECT_EQ(line_text(line), "值班编辑王芳 李明");
}

TEST(Blanks, StretchedLinesHaveNone) {
    Line line = drawn_line("今天天气很好我们出门");
    int shift = 0;
    for (Word& word : line.words) {
        word.box.left += shift;
        word.box.right += shift;
        shift += 15;
        word.blank_read = true;
    }
    mend_blanks(line, BlankReading::lavish);
    EXPECT_EQ(line_text(line), "今天天气很好我们出门");
}

TEST(Blanks, PunctuationBringsItsOwnWhite) {
    EXPECT_EQ(mended("今天很好， 我们出门"), "今天很好，我们出门");
    EXPECT_EQ(mended("今天很好 （我们出门"), "今天很好（我们出门");
}

TEST(Blanks, OfThinInkAreNone) {
    Line line = drawn_line("二三一一一三二");
    for (std::size_t i = 2; i < 5; ++i) { // a narrow glyph in a full cell
        line.words[i].box.left += 7;
        line.words[i].box.right -= 7;
    }
    for (Word& word : line.words)
        word.blank_read = true;
    mend_blanks(line, BlankReading::lavish);
    EXPECT_EQ(line_text(line), "二三一一一三二");
}

TEST(Blanks, BesideLatinAsPrinted) {
    EXPECT_EQ(mended("请你使用apt安装软件", true), "请你使用apt安装软件");
    EXPECT_EQ(mended("请你使用 apt 安装软件"), "请你使用 apt 安装软件");
    EXPECT_EQ(mended("本地消息 6月9日，市政府"), "本地消息 6月9日，市政府");
    EXPECT_EQ(mended("投资25亿元", true), "投资25亿元");
}

TEST(Blanks, BetweenLatinWordsStayAsRead) {
    Line line = drawn_line("请你使用 apt get 安装软件");
    mend_blanks(line, BlankReading::lavish);
    EXPECT_EQ(line_text(line), "请你使用 apt get 安装软件");
    Line english = drawn_line("the old house");
    mend_blanks(english, BlankReading::lavish);
    EXPECT_EQ(line_text(english), "the old house");
}

TEST(Blanks, OfHangulStayAsRead) {
    Line line = drawn_line("오늘 날씨가 좋다");
    mend_blanks(line, BlankReading::lavish);
    EXPECT_EQ(line_text(line), "오늘 날씨가 좋다");
}

TEST(Blanks, ReadSparinglyAreBelieved) {
    Line line = drawn_line("值班编辑王芳李明");
    line.words[6].blank_read = true;
    mend_blanks(line, BlankReading::sparing);
    EXPECT_EQ(line_text(line), "值班编辑王芳 李明");
    Line stop = drawn_line("今天很好，我们出门"); // but not behind a stop: its cell is half white
    stop.words[5].blank_read = true;
    mend_blanks(stop, BlankReading::sparing);
    EXPECT_EQ(line_text(stop), "今天很好，我们出门");
}

TEST(Blanks, AreNotToldFromUnevenBoxes) {
    Line line = drawn_line("今天天气很好我们使用apt出门");
    const std::vector<int> shifts{0, 9, -8, 7, 0, -9, 8, 0, 9, -9, 0, 12, 0};
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        line.words[i].box.left += shifts[i];
        line.words[i].box.right += shifts[i];
    }
    mend_blanks(line, BlankReading::sparing);
    EXPECT_EQ(line_text(line), "今天天气很好我们使用apt出门");
}

TEST(Blanks, OfAnEngineThatReadsSomeNeedAWideGap) {
    Line line = drawn_line("请你们都来使用 apt    安装软件");
    const std::vector<int> shifts{0, 2, -2, 2, -2, 2, -2, 0, 0, 2, -2, 0}; // as engines place boxes
    ASSERT_EQ(line.words.size(), shifts.size());
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        line.words[i].blank_read = false;
        line.words[i].box.left += shifts[i];
        line.words[i].box.right += shifts[i];
    }
    mend_blanks(line, BlankReading::sparing);
    EXPECT_EQ(line_text(line), "请你们都来使用apt 安装软件");
    mend_blanks(line, BlankReading::never);
    EXPECT_EQ(line_text(line), "请你们都来使用 apt 安装软件");
}

/// Sparing, and nothing read; the ink of stops, brackets and quotes is narrow: glyphs moved and gaps widened by hand.
std::string by_exact_boxes(std::string_view drawing, std::size_t gap_before, int pixels) {
    Line line = drawn_line(drawing);
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        line.words[i].blank_read = line.words[i].blank_before = false;
        if (i >= gap_before) line.words[i].box.left += pixels, line.words[i].box.right += pixels;
    }
    mend_blanks(line, BlankReading::sparing);
    return line_text(line);
}

TEST(Blanks, AreToldFromExactBoxes) {
    EXPECT_EQ(by_exact_boxes("请你们都来使用apt安装软件", 7, 5), "请你们都来使用 apt安装软件"); // a quarter em
    EXPECT_EQ(by_exact_boxes("请你们都来使用apt安装软件", 8, 5), "请你们都来使用apt 安装软件");
    EXPECT_EQ(by_exact_boxes("请你们都来使用apt安装软件", 7, 3), "请你们都来使用apt安装软件");
    EXPECT_EQ(by_exact_boxes("请你们都来使用(安装软件", 7, 7), "请你们都来使用 (安装软件");
    EXPECT_EQ(by_exact_boxes("请你们都来使用(安装软件", 7, 12), "请你们都来使用(安装软件");   // a wide one, misread
    EXPECT_EQ(by_exact_boxes("请你们都来使用（安装软件", 7, 8), "请你们都来使用 （安装软件"); // a narrow one, misread
    EXPECT_EQ(by_exact_boxes("请你们都来使用（安装软件", 7, 12), "请你们都来使用（安装软件");
    EXPECT_EQ(by_exact_boxes("请你们都来使用（安装软件", 8, 10), "请你们都来使用（安装软件");
    EXPECT_EQ(by_exact_boxes("请你们都来使用·安装软件", 8, 7), "请你们都来使用·安装软件");
    EXPECT_EQ(by_exact_boxes("请你们都来使用”安装软件", 8, 12), "请你们都来使用”安装软件"); // half a cell
    EXPECT_EQ(by_exact_boxes("请你们都来使用”安装软件", 8, 17), "请你们都来使用” 安装软件");
    EXPECT_EQ(by_exact_boxes("请你们都来使用，“安装软件", 8, 22), "请你们都来使用，“安装软件");
    EXPECT_EQ(by_exact_boxes("请你们都来使用。安装软件", 8, 12), "请你们都来使用。安装软件");
    EXPECT_EQ(by_exact_boxes("请你们都来使用。安装软件", 8, 20), "请你们都来使用。 安装软件");
}

TEST(Blanks, NeverStandBeforeAStop) {
    Line line = drawn_line("今天天气很好  、我们出门");
    mend_blanks(line, BlankReading::lavish);
    EXPECT_EQ(line_text(line), "今天天气很好、我们出门");
}

TEST(Blanks, ReadingIsJudgedByThePage) {
    Page page = drawn_page("chi_sim",
                           {drawn_block(BlockKind::paragraph, {}, "今天天气很好我们出门去看看那边的风景真是美丽极了")});
    EXPECT_EQ(blank_reading(page), BlankReading::never);
    page.blocks[0].lines[0].words[3].blank_read = true;
    EXPECT_EQ(blank_reading(page), BlankReading::sparing);
    for (Word& word : page.blocks[0].lines[0].words)
        word.blank_read = true;
    EXPECT_EQ(blank_reading(page), BlankReading::lavish);
}

TEST(Blanks, KeepWhatWasRead) {
    Line line = drawn_line("今 天天气很好");
    mend_blanks(line, BlankReading::lavish);
    EXPECT_TRUE(line.words[1].blank_read);
}

TEST(Blanks, BeforeStopsGo) {
    const auto closed = [](std::string_view drawing, bool is_french = false) {
        Line line = drawn_line(drawing);
        close_up_stops(line, is_french);
        return line_text(line);
    };
    EXPECT_EQ(closed("die Schiffe , welche kamen ; ferner ."), "die Schiffe, welche kamen; ferner.");
    EXPECT_EQ(closed("er rief : wer da ?"), "er rief: wer da?");
    EXPECT_EQ(closed("il cria : qui vive , dit-il ?", true), "il cria : qui vive, dit-il ?");
    EXPECT_EQ(closed("Legendre ( Mme ), rue St. , 7"), "Legendre (Mme), rue St., 7");
    EXPECT_EQ(closed("1. , 2. und ( sic"), "1., 2. und (sic");
    EXPECT_EQ(closed("im Maß 1 : 25 000"), "im Maß 1 : 25 000");
    EXPECT_EQ(closed("eine a) und b) Liste"), "eine a) und b) Liste");
    EXPECT_EQ(closed("von .gz auf ,5 bis ..."), "von .gz auf ,5 bis ...");
    EXPECT_EQ(closed("Vorwort . . . . 7"), "Vorwort . . . . 7");
    Line line = drawn_line("kam , sah");
    close_up_stops(line, false);
    EXPECT_TRUE(line.words[1].blank_read);
}

} // namespace
} // namespace broadsheet::mend
