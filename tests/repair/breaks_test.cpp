// SPDX-License-Identifier: Apache-2.0
#include "repair/breaks.h"

#include "repair/page_drawing.h"

#include <gtest/gtest.h>

namespace broadsheet::mend {
namespace {

/// The lines of a block that start a paragraph, the first aside, as one digit a line: "0010".
std::string starts(const Page& page, Style style = {.indented = true}) {
    const Setting setting = setting_of(page, 0);
    std::string out;
    bool after_break = false;
    for (std::size_t i = 1; i < setting.lines.size(); ++i) {
        after_break = starts_paragraph(page, setting, i, style, after_break);
        out += after_break ? '1' : '0';
    }
    return out;
}
std::string starts(const std::string& language, std::string_view drawing, Style style = {.indented = true}) {
    return starts(drawn_page(language, {drawn_block(BlockKind::paragraph, {100, 0}, drawing)}), style);
}

TEST(Breaks, AnIndentStartsAParagraph) {
    EXPECT_EQ(starts("eng", R"(   The first line is set in
by one em and so is that of
the next paragraph of this.
   Here it is, after a line
that reached the very edge.)"),
              "0010");
}

TEST(Breaks, HanLinesThatEndShortWithinASentenceGoOn) { // where indents surely tell paragraphs
    const std::string story = R"(    以文件来说其权限较容易
读取就是允许读取其内容包括
复制就是允许改变它而运行
程序就是执行它这样的文件本
身必须是程序。
    与权限相关的数字表示它
四是读二写一是执行各种
是求和得到的各种权限都有不
同位置。
    八进位标记只适用于对文
所有权限不能以它加入新的权
限如群组拥有者的读取因
为必须计算新的数值。
    模块化让情况很复杂开发
者极难发掘。
    大部分新软件自有办法找)";
    const Page page = drawn_page("chi_sim", {drawn_block(BlockKind::paragraph, {}, story)});
    EXPECT_TRUE(style_of(page, {setting_of(page, 0)}).surely); // and such lines do not tell otherwise
    EXPECT_EQ(starts(page, {.indented = true, .surely = true}), "000010001000101");
    EXPECT_EQ(starts(page, {.indented = true}), "000010001000101");
}

TEST(Breaks, HanLinesThatEndShortBehindAQuotationGoOn) {
    const auto story = [](const std::string& quoted) {
        return R"(一般来说对于所有邮件列表上的
信件来往都应当遵守这“)" +
               quoted + R"(
的规则这个术语指代一组常识性
的规则从常见到避免犯的错误都)";
    };
    EXPECT_EQ(starts("chi_sim", story("列”"), {.indented = false}), "000");
    EXPECT_EQ(starts("chi_sim", story("a”"), {.indented = false}), "010");
}

TEST(Breaks, EntriesOfOneLineEach) { // where indents surely tell paragraphs
    const Style style{.indented = true, .surely = true};
    EXPECT_EQ(starts("eng", R"(of the courants there. 7.11.
   Laitier. Patin a roulettes
of a kind of its own. 7.12.
   Lange. Veilleuse. 7.157.
   Laurent et Oudry. Recalib-
reur de douilles. 7.087. So.
   Lavazeur. 7.122.
   Lecuyer. 7.123.
   Lederer. Vinasses de dist-
illerie in that town. 7.12.)",
                     style),
              "101101110");
    EXPECT_EQ(starts("eng", R"(of the old times. It is said
in it that all was well then.
   The whole of this passage.
   Is set in and so are these
   lines of it, that end like
   this, and then it goes on.
So far from that passage and
from what it tells of it all.)",
                     style)
                  .substr(0, 5),
              "01000"); // a passage set in
}

TEST(Breaks, HanAreIndentedByTwoCells) {
    EXPECT_EQ(starts("chi_sim", R"(    今天天气很好我们
一起出门去看看那边的
风景真是美丽极了啊。
    第二天下雨了所以
我们留在家里看书。)"),
              "0010");
}

TEST(Breaks, AShortLineEndsAJustifiedParagraph) {
    EXPECT_EQ(starts("eng", R"(All lines of this block but
the last ones are filled to
the edge of it.
Then comes a paragraph that
has no indent, but is known
by the line above.)",
                     {.indented = false}),
              "00100");
}

/// Of a block of which that line is the third and short; sharp: all others end at one place.
std::string starts_with_short_line(const std::string& line, bool sharp) {
    return starts("deu",
                  std::string("Dieser Absatz steht fast immer\n") +
                      (sharp ? "bis zum Rand, nur endet einmal\n" : "bis zum Rand; es endet einmal\n") + line +
                      "\nWortreiche Zeilen und dann die\n" +
                      (sharp ? "danach bis an den rechten Rand\n" : "danach bis an den vollen Rand\n") +
                      "wie alle anderen in dem Block.",
                  {.indented = false});
}

TEST(Breaks, AShortLineThatTheNextWordWouldNotFitEndsNothingWithinASentence) {
    EXPECT_EQ(starts_with_short_line("eine Zeile sehr kurz davor", false), "00000");
    EXPECT_EQ(starts_with_short_line("eine Zeile sehr kurz vor.", false), "00100") << "a sentence's end";
    EXPECT_EQ(starts_with_short_line("eine Zeile sehr", false), "00100") << "it would have fitted";
}

TEST(Breaks, WhereFullLinesEndSharplyOneALittleShortEndsAParagraph) {
    EXPECT_EQ(starts_with_short_line("eine Zeile nur etwas vor ihm.", true), "00000") << "half a letter";
    EXPECT_EQ(starts_with_short_line("eine Zeile etwas davor schon", true), "00000") << "within a sentence";
    EXPECT_EQ(starts_with_short_line("eine Zeile etwas vor jenem.", true), "00100");
    EXPECT_EQ(starts_with_short_line("eine Zeile sehr kurz davor", true), "00100") << "it would have been stretched";
    EXPECT_EQ(starts_with_short_line("eine der kurzen Zeilen da);", true), "00100") << "an entry";
}

TEST(Breaks, ALatinWordThatDidNotFitEndsNoHanLine) {
    EXPECT_EQ(starts("chi_sim", R"(一般来说对于所有邮件列表上的
信件来往都应当遵守网络
Netiquette的相关规则这个术语
指代一组常识性的规则从常见到
避免犯的错误都有所涉及这样的)",
                     {.indented = false}),
              "0000");
}

TEST(Breaks, ABracketInTheRightHalfOfItsCellIsNoIndent) {
    Page page = drawn_page("chi_sim", {drawn_block(BlockKind::paragraph, {}, R"(一般来说对于所有邮件列表上的
信件来往都应当遵守网络礼仪和
（网络礼仪）的相关规则和术语
指代一组常识性的规则从常见到
避免犯的错误都有所涉及这样的)")});
    Line& line = page.blocks[0].lines[2];
    line.box.left = line.words.front().box.left += cell + 3;
    EXPECT_EQ(starts(page, {.indented = false}), "0000");
    line.words.front().text = "一";
    EXPECT_EQ(starts(page, {.indented = false}), "0100") << "an indent";
}

TEST(Breaks, RaggedProseIsOneParagraph) {
    EXPECT_EQ(starts("eng", R"(This prose is not justified, so
that its lines end wherever the
words happen to end, some
considerably shorter than others
but none of them a paragraph.)",
                     {.indented = false}),
              "0000");
}

TEST(Breaks, AddressesAreALineEach) {
    EXPECT_EQ(starts("eng", R"(The Morning Courier
12 Harbour Street
Brightwater
Telephone 55 01 22)"),
              "111");
}

TEST(Breaks, SidebarEntriesAreALineEach) {
    const Page page = drawn_page("chi_sim", {drawn_block(BlockKind::paragraph, {100, 0}, R"(本市日报社主办
国内统一刊号:
CN55-0101
值班编辑:王芳 李明
校对:张三)"),
                                             drawn_block(BlockKind::paragraph, {100, 180}, R"(本报刊登的全部内容未经
本报书面许可任何人不得
转载、摘编或改写。)")});
    EXPECT_EQ(starts(page), "1111");
}

TEST(Breaks, UnjustifiedHanProseIsOneParagraph) {
    EXPECT_EQ(starts("chi_sim", R"(本报刊登的全部内容（包括但不限
于文字、图片、绘图、版面设
计），未经本报书面许可，任何单
位和个人不得转载、摘编或改写。)"),
              "000");
}

TEST(Breaks, ACentredLineOfAJustifiedBlockIsATitle) {
    EXPECT_EQ(starts("deu", R"(   Teure Reparatur..
Kurz nach Mitternacht kam
das Wasser zu den Stufen.
Der Hafen lag lange still)",
                     {.indented = false}),
              "100");
}

TEST(Breaks, AGapStartsAParagraph) {
    EXPECT_EQ(starts("eng", R"(All of these lines are full
and the paragraph ends here.

There was a blank line, and
all of these lines are full
up to the very right edge..)",
                     {.indented = false}),
              "0100");
}

/// Ragged text whose paragraphs all end with a full line, each of so many lines and so much further under the others.
Page set_apart(const std::vector<int>& paragraphs, int white) {
    Block text = drawn_block(BlockKind::paragraph, {}, "");
    int y = 0;
    for (const int lines : paragraphs) {
        for (int i = 1; i <= lines; ++i, y += line_pitch)
            text.lines.push_back(
                drawn_line(i < lines ? "Ragged lines are those that" : "End here, full as they are.", {0, y}));
        y += white;
    }
    for (const Line& line : text.lines)
        text.box = united(text.box, line.box);
    return drawn_page("eng", {text});
}

TEST(Breaks, ALittleWhiteStartsAParagraphWherePagesPartThemSo) {
    const auto starts_in = [](const Page& page) { return starts(page, style_of(page, {setting_of(page, 0)})); };
    EXPECT_EQ(starts_in(set_apart({3, 4, 3, 2, 3}, 7)), "00100010010100");
    EXPECT_EQ(starts_in(set_apart({3, 4, 3, 2, 3}, 0)), "00000000000000");
    EXPECT_EQ(starts_in(set_apart({4, 4, 4}, 7)), "00000000000") << "chance";
}

TEST(Breaks, ABrokenWordIsNoParagraphsEnd) {
    EXPECT_EQ(starts("eng", R"(The lines are full and then
one of them is short, see-
   mingly in the middle of a
word that is broken at its
end and goes on indented...)"),
              "0000");
}

TEST(Breaks, HangingIndentsMarkFurtherLines) {
    EXPECT_EQ(starts("fra", R"(Abel, graveur, rue du Temple,
   14, au fond de la cour.
Abeille, march. de vins, 3.
Abot et fils, fab. de papiers
   peints, quai de la Mer, 7.
Abry, tailleur, Harpe, 2.
Adam, dépôt de charbons, rue
   des Prés, 25.)"),
              "0110110");
}

TEST(Breaks, IndentsBehindLastLinesThatAreFullAreNoHangingOnes) { // in ragged text
    EXPECT_EQ(starts("fra", R"(Le ministère recommande la pa-
tience et la diversification. Les
cultivateurs répondent que cela
exige des capitaux, que
les banques refusent tout à fait.
   Les marchandes ont transporté
leurs étalages au pied de la cathé-
drale, où le vent se montre moins
impitoyable. Le commerce finit
tôt et mollement, sans acheteurs.
   Les compagnies d'assurances at-
tendent plusieurs centaines de dé-
clarations.)"),
              "000010000100");
}

TEST(Breaks, WherePagesIndentALineThatEndsEarlyAloneEndsNoParagraph) {
    const std::string text = R"(   All that we know of him is
in the register of the town
of that time, he says.
Bad weather had kept others
from coming to the harbour.)";
    EXPECT_EQ(starts("eng", text, {.indented = true}), "0010");
    EXPECT_EQ(starts("eng", text, {.indented = true, .surely = true}), "0000");
    EXPECT_EQ(starts("eng", "By Thomas Arkwrigh\nHow it came to stand in the\ncellar is not clear to him.",
                     {.indented = true, .surely = true}),
              "10");
}

TEST(Breaks, VerseKeepsItsLines) {
    EXPECT_EQ(starts("eng", R"(It rang for every market cart,
   For lamb and wedding guest,
For those who crossed to look for work
   And those who crossed to rest.)"),
              "111");
    // Lines as long as each other tell nothing but in company.
    constexpr const char* even = R"(Of those who went to the seaside
And who will never find us,
No more than you and me, dears,
A hand to lead)";
    EXPECT_EQ(starts("eng", even, {.verse = true}), "111");
    const Page verse =
        drawn_page("eng", {drawn_block(BlockKind::paragraph, {}, even),
                           drawn_block(BlockKind::paragraph, {0, 180}, R"(But when the wind is in the west
And all the lamps are low,
I hear it count the passengers
Who left so long ago.)")});
    EXPECT_TRUE(style_of(verse, {setting_of(verse, 0), setting_of(verse, 1)}).verse);
    const Page prose = drawn_page("eng", {drawn_block(BlockKind::paragraph, {}, R"(This prose is not justified, so
that its lines end wherever the
Words happen to end, some
considerably shorter than others
And some of them begin with a
capital, Anna, Berta and all of
The rest do too. So do a few of
their neighbours.)")});
    EXPECT_FALSE(style_of(prose, {setting_of(prose, 0)}).verse);
}

TEST(Breaks, SublistsOfHangingEntries) {
    EXPECT_EQ(starts("eng", R"(1. Readers are asked to leave at the desk:
   a) coats and bags of any kind;
   b) ink in bottles;
2. Not more than four volumes may be asked for
   at any one time, and not more than one of
   them may be a folio.
3. Photographs are permitted on Wednesdays if
   nobody objects.)"),
              "1110010");
}

TEST(Breaks, HalfTheUsualIndentIsNone) {
    // A line whose first character was lost stands in by one cell; paragraphs stand in by two.
    EXPECT_EQ(starts("chi_sim", R"(    今天天气很好我们
一起出门去看看那边的
  景真是美丽极了我们
又一起回家了吃晚饭。)",
                     {.indented = true, .least_indent = 1.2}),
              "000");
}

TEST(Breaks, BulletsStartEntries) {
    EXPECT_EQ(starts("eng", R"(• the first entry is rather
long and fills two lines;..
• the second entry does not
differ from the first of it)",
                     {.indented = false}),
              "010");
}

TEST(Breaks, StyleIsIndentedWhereShortLinesAreFollowedByIndents) {
    const Page indented = drawn_page("eng", {drawn_block(BlockKind::paragraph, {}, R"(All lines are full up to it
and one ends here.
   Then an indent comes, and
all lines are full up to it)")});
    const Page flush = drawn_page("eng", {drawn_block(BlockKind::paragraph, {}, R"(All lines are full up to it
and one ends here.
Then there is no indent and
all lines are full up to it)")});
    EXPECT_NEAR(style_of(indented, {setting_of(indented, 0)}).least_indent, 0.7 * 30 / 23.8, 0.01);
    EXPECT_TRUE(style_of(indented, {setting_of(indented, 0)}).indented);
    EXPECT_FALSE(style_of(flush, {setting_of(flush, 0)}).indented);
}

TEST(Breaks, EntriesOfAnIndexBeginFlush) {
    EXPECT_EQ(starts("eng", R"(              A
abbey ............. 4, 12, 31
acre ................. 17, 19
aisles, north and south ....
    ........... 3, 5, 21, 40
alms ........... 7, 9, 16,
    23, 41, 44
              B
bailiff ................ 2, 8
barley, price of in years of
    want ................ 11)"),
              "1110101110");
}

} // namespace
} // namespace broadsheet::mend
