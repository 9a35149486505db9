// SPDX-License-Identifier: Apache-2.0
#include "repair/joins.h"

#include "repair/page_drawing.h"

#include <gtest/gtest.h>

namespace broadsheet::mend {
namespace {

/// All lines of the drawing as one paragraph.
Paragraph joined(const std::string& language, std::string_view drawing, std::string_view elsewhere = {}) {
    const Page page = drawn_page(language, {drawn_block(BlockKind::paragraph, {}, drawing),
                                            drawn_block(BlockKind::paragraph, {500, 0}, elsewhere)});
    Paragraph paragraph;
    for (int i = 0; i < static_cast<int>(page.blocks[0].lines.size()); ++i)
        paragraph.lines.push_back({0, i});
    Dictionary dictionary("/usr/share/hunspell", language);
    join_lines(page, page_evidence(page), dictionary, paragraph);
    return paragraph;
}

TEST(Joins, WordsArePartedByABlank) {
    const Paragraph paragraph = joined("eng", "the old\nhouse of\nstone");
    EXPECT_EQ(paragraph.text, "the old house of stone");
    ASSERT_EQ(paragraph.joins.size(), 2U);
    EXPECT_EQ(paragraph.joins[1], (Join{{0, 1}, {0, 2}, JoinKind::blank, "words"}));
}

TEST(Joins, WideCharactersTouch) {
    const Paragraph paragraph = joined("chi_sim", "今天天气\n很好，\n我们出门");
    EXPECT_EQ(paragraph.text, "今天天气很好，我们出门");
    EXPECT_EQ(paragraph.joins[0], (Join{{0, 0}, {0, 1}, JoinKind::nothing, "wide characters"}));
}

TEST(Joins, AnotherSignInAHyphensPlaceIsAHyphenWhereOnlyTheWholeIsAWord) {
    const Paragraph quote = joined("deu", "Er sprach engli»\nschen Wein");
    EXPECT_EQ(quote.text, "Er sprach englischen Wein");
    EXPECT_EQ(quote.joins[0], (Join{{0, 0}, {0, 1}, JoinKind::hyphen_removed, "misread hyphen"}));
    EXPECT_EQ(joined("deu", "kein Brauch»\nwasser").text, "kein Brauchwasser");
    EXPECT_EQ(joined("deu", "von Bedeu:\ntung ist").text, "von Bedeutung ist");
    EXPECT_EQ(joined("deu", "Er fragte: kommst du?\nund ging").text, "Er fragte: kommst du? und ging");
    EXPECT_EQ(joined("deu", "das sagen:\nwo sie sind").text, "das sagen: wo sie sind");
    EXPECT_EQ(joined("fra", "le « mot »\nque").text, "le « mot » que");
    EXPECT_EQ(joined("fra", "le « bon»\nheur").text, "le « bon» heur") << "a quote closes";
}

TEST(Joins, DirtAtAHyphenIsNoPartOfTheWord) {
    const Paragraph twice = joined("deu", "Bedeutung der Verfas-\n-sung, obschon");
    EXPECT_EQ(twice.text, "Bedeutung der Verfassung, obschon");
    EXPECT_EQ(twice.joins[0].evidence, "dirt at the hyphen");
    EXPECT_EQ(joined("deu", "der Staatsra-'\nthes von").text, "der Staatsrathes von");
    EXPECT_EQ(joined("eng", "he was-\n-no doubt").text, "he was--no doubt") << "a typist's dash";
    EXPECT_EQ(joined("eng", "from five-\n-5 degrees").text, "from five--5 degrees");
}

TEST(Joins, HangulIsPartedByABlank) {
    EXPECT_EQ(joined("kor", "오늘 날씨가\n좋다").text, "오늘 날씨가 좋다");
}

TEST(Joins, HanBesideLatinFollowsThePage) {
    EXPECT_EQ(joined("chi_sim", "我们使用\napt安装软件").text, "我们使用apt安装软件");
    EXPECT_EQ(joined("chi_sim", "我们使用\napt 安装软件").text, "我们使用 apt 安装软件");
    EXPECT_EQ(joined("chi_sim", "我们使用，\napt 安装软件").text, "我们使用，apt 安装软件");
}

TEST(Joins, AStopReadNarrowBehindHanIsAWideOne) {
    EXPECT_EQ(joined("chi_sim", "这些工具有:\nbzip2 和其他").text, "这些工具有:bzip2 和其他");
    EXPECT_EQ(joined("chi_sim", "我们使用 Linux,\nApache 等软件").text, "我们使用 Linux, Apache 等软件");
}

TEST(Joins, LatinAmongHan) {
    EXPECT_EQ(joined("chi_sim", "请使用命令 man\nls 来看一下").text, "请使用命令 man ls 来看一下");
    EXPECT_EQ(joined("chi_sim", "请使用命令 man\n2 来看一下").text, "请使用命令 man 2 来看一下");
    EXPECT_EQ(joined("chi_sim", "电话号码是550\n1234号码").text, "电话号码是5501234号码");
    EXPECT_EQ(joined("chi_sim", "我们安装了gover\nnment软件").text, "我们安装了government软件");
    EXPECT_EQ(joined("chi_sim", "我们安装了zymo\nlith软件", "软件zymolith很好").text, "我们安装了zymolith软件");
    EXPECT_EQ(joined("chi_sim", "我们安装了软件(\napt)和").text, "我们安装了软件(apt)和");
}

TEST(Joins, DirtAtAHyphenGoesWithIt) {
    EXPECT_EQ(joined("frk", "des Staatsra-'\nthes ward").text, "des Staatsrathes ward");
    EXPECT_EQ(joined("deu", "und unter an-\n\"dern dies").text, "und unter andern dies");
    EXPECT_EQ(joined("eng", "called \"anti-\"\nbut not meant").text, "called \"anti-\" but not meant");
    EXPECT_EQ(joined("deu", "die Haupt-,\nneben den Gängen").text, "die Haupt-, neben den Gängen");
}

TEST(Joins, HyphenThatWasNotRead) {
    const Paragraph paragraph = joined("deu", "desto mehr em\npfangen sie");
    EXPECT_EQ(paragraph.text, "desto mehr empfangen sie");
    EXPECT_EQ(paragraph.joins[0].evidence, "lost hyphen");
    EXPECT_EQ(joined("deu", "in der Land\nwirtschaft").text, "in der Land wirtschaft"); // "Land" is a word
    EXPECT_EQ(joined("eng", "so he could not\nwithstanding go").text, "so he could not withstanding go");
}

TEST(Joins, AddressesRunThrough) {
    EXPECT_EQ(joined("eng", "see http://example.org/\nnews/today for more").text,
              "see http://example.org/news/today for more");
    EXPECT_EQ(joined("eng", "write to office@\nexample.org now").text, "write to office@example.org now");
    EXPECT_EQ(joined("eng", "he came and/\nor went").text, "he came and/ or went");
}

TEST(Joins, HyphensAreUndone) {
    const Paragraph paragraph = joined("eng", "of the govern-\nment and a well-\nknown man");
    EXPECT_EQ(paragraph.text, "of the government and a well-known man");
    EXPECT_EQ(paragraph.joins[0].kind, JoinKind::hyphen_removed);
    EXPECT_EQ(paragraph.joins[1].kind, JoinKind::hyphen_kept);
}

TEST(Joins, TextIsNormalisedWithSingleBlanks) {
    const Page page = drawn_page("deu", {drawn_block(BlockKind::paragraph, {}, "u\u0308ber das Haus")});
    Paragraph paragraph;
    paragraph.lines = {{0, 0}};
    Page emptied = page;
    emptied.blocks[0].lines[0].words[1].text.clear();
    Dictionary dictionary("", "deu");
    join_lines(emptied, page_evidence(emptied), dictionary, paragraph);
    EXPECT_EQ(paragraph.text, "über Haus");
}

} // namespace
} // namespace broadsheet::mend
