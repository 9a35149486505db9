// SPDX-License-Identifier: Apache-2.0
#include "repair/measure.h"

#include "repair/page_drawing.h"

#include <gtest/gtest.h>

namespace broadsheet::mend {
namespace {

TEST(Measure, JustifiedLinesShareAnEdge) {
    const Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {100, 0}, R"(   The lines of this block
all reach the right edge..
but for the last of them..
that ends here.)")});
    const Setting setting = setting_of(page, 0);
    EXPECT_TRUE(setting.justified);
    EXPECT_FALSE(setting.list_like);
    EXPECT_EQ(setting.pitch, line_pitch);
    EXPECT_NEAR(setting.lines[0].indent(), 30 / 23.8, 0.01);
    EXPECT_EQ(setting.lines[1].indent(), 0);
    EXPECT_NEAR(setting.lines[3].room(), 110 / 23.8, 0.01);
    EXPECT_FALSE(ends_early(setting.lines[1], setting.lines[2], true));
}

TEST(Measure, ALineIsEarlyWhereTheNextWordHadRoom) {
    const Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {}, R"(Ragged lines may end here
before the edge when the word
indistinguishable, so.
It is.)")});
    const Setting setting = setting_of(page, 0);
    EXPECT_FALSE(ends_early(setting.lines[0], setting.lines[1], false)); // "before" did not fit
    EXPECT_FALSE(ends_early(setting.lines[1], setting.lines[2], false));
    EXPECT_TRUE(ends_early(setting.lines[2], setting.lines[3], false)); // "It" did
}

TEST(Measure, ARaggedBlockBorrowsTheEdgeOfItsColumn) {
    const Page page =
        drawn_page("chi_sim", {drawn_block(BlockKind::paragraph, {0, 0}, "邮政编码一二三\n地址北京路\n电话五五〇"),
                               drawn_block(BlockKind::paragraph, {0, 90},
                                           "本栏目刊登的全部内容均有版权\n未经许可不得转载或者以其他方\n式使用。")});
    const Setting setting = setting_of(page, 0);
    EXPECT_TRUE(setting.edge_known);
    EXPECT_EQ(setting.lines[0].end, 280);
    EXPECT_EQ(setting.lines[0].room(), 7);
    EXPECT_TRUE(setting.list_like);
}

TEST(Measure, AnEdgeIsNotBorrowedThroughAnotherBlock) {
    const Page page =
        drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, "A short line\nof two"),
                           drawn_block(BlockKind::paragraph, {200, 0}, "Another column\nstands here"),
                           drawn_block(BlockKind::paragraph, {0, 90}, "Below them a wider column\nof its own is set")});
    EXPECT_EQ(setting_of(page, 0).lines[0].end, 120);
}

TEST(Measure, AnEdgeIsNotBorrowedFromAnotherArticle) { // set in wider columns further down the page
    const auto end = [](const std::string& lines, int article, int left = 0) {
        const Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, lines, 0),
                                             drawn_block(BlockKind::paragraph, {left, 300},
                                                         "Below them a wider column\nof its own is set", article)});
        return setting_of(page, 0).lines[0].end;
    };
    const std::string few = "A short line\nof two";
    EXPECT_EQ(end(few, 0), 250);
    EXPECT_EQ(end(few, 1), 250) << "a sidebar's entries";
    EXPECT_EQ(end(few, 0, 20), 270);
    EXPECT_EQ(end(few, 1, 20), 120);
    const std::string many = few + "\nand then\nsix more\nlines are\nset ragged\nin its own\ncolumn.";
    EXPECT_EQ(end(many, 0), 250);
    EXPECT_EQ(end(many, 1), 120);
}

TEST(Measure, APictureNarrowsTheLinesBesideIt) {
    const Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, R"(The lines above are of full width
and so are those below the picture
but these few
stand beside
it and are set
less wide so
and again the lines are full width
and so are those below the picture)"),
                                         drawn_picture({180, 60, 340, 176})});
    const Setting setting = setting_of(page, 0);
    EXPECT_EQ(setting.lines[1].end, 340);
    EXPECT_EQ(setting.lines[3].end, 140);
    EXPECT_LT(setting.lines[3].room(), 1);
}

TEST(Measure, LinesBesideARoundPictureFollowItsOutline) {
    const Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, R"(The lines are of full width here,
then shorter ones and of
less width still and
of the least width
short
of the least width
and these lines grow
again and again until)"),
                                         drawn_picture({200, 30, 440, 236})});
    const Setting setting = setting_of(page, 0);
    EXPECT_EQ(setting.lines[3].end, 200); // as the line over it
    EXPECT_GT(setting.lines[4].room(), 4);
    EXPECT_LT(setting.lines[5].room(), 1);
    EXPECT_EQ(setting.lines[7].end, 210);
}

TEST(Measure, LinesOverAndUnderAPictureAreSetAsThoseBesideIt) { // and beside the pieces of its caption
    const Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, R"(The lines above are of full width
and so are those above the picture
but these fewe
stand besidest
   it as if is
less wide soso
an other two t
and again the lines are full width)"),
                                         drawn_picture({180, 90, 340, 114}),
                                         drawn_block(BlockKind::caption, {180, 120}, "A caption,"),
                                         drawn_block(BlockKind::caption, {180, 150}, "in pieces.")});
    const Setting setting = setting_of(page, 0);
    for (const std::size_t i : {2U, 3U, 4U, 5U, 6U}) {
        EXPECT_EQ(setting.lines[i].end, 140) << i;
        EXPECT_EQ(setting.lines[i].start, 0) << i;
    }
    EXPECT_EQ(setting.lines[1].end, 340);
}

TEST(Measure, LinesThatEndHereAndThereNearTheEdgeAreRagged) { // though most are within a letter of it
    Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {}, R"(The lines of this block are
set with a ragged edge, and
most of them come near it a
few letters off the others.
None of them ends on a line
with the next, as is shown.)")});
    int off = 0;
    for (Line& line : page.blocks[0].lines)
        line.box.right += off++ % 2 ? 6 : -3;
    EXPECT_FALSE(setting_of(page, 0).justified);
}

TEST(Measure, EntriesOfOneLengthAreNotJustified) {
    const Page page = drawn_page("fra", {drawn_block(BlockKind::paragraph, {20, 0}, R"(800 g de poireaux
4 pommes de terre
60 g de sel marin
2 litres de lait
1 oignon)"),
                                         drawn_block(BlockKind::paragraph, {0, 180},
                                                     R"(Laver les poireaux, couper en rondelles
et hacher finement les deux oignons,...
puis servir.)")});
    const Setting setting = setting_of(page, 0);
    EXPECT_FALSE(setting.justified);
    EXPECT_TRUE(setting.list_like);
    EXPECT_EQ(setting.lines[0].end, 390);
}

TEST(Measure, CentredLinesAreToldAsIfFlush) {
    const Page imprint = drawn_page("spa", {drawn_block(BlockKind::paragraph, {}, R"(    Puerto Claro
Imprenta de la Aduana
        1927)")});
    const Setting setting = setting_of(imprint, 0);
    EXPECT_TRUE(setting.centred);
    EXPECT_TRUE(setting.list_like);
    EXPECT_EQ(setting.lines[2].indent(), 0);
    EXPECT_NEAR(setting.lines[2].room(), 170 / 23.8, 0.01);
    const Page prose = drawn_page("spa", {drawn_block(BlockKind::paragraph, {}, R"(El barco de la tarde no vino y
la gente lo esperó en el muelle
    hasta la noche)")});
    EXPECT_FALSE(setting_of(prose, 0).centred);
}

TEST(Measure, VerticalLinesAreTurned) {
    Block block;
    block.lines.resize(2);
    block.lines[0].box = {60, 40, 80, 240}; // the first line stands on the right, indented from the top
    block.lines[1].box = {30, 0, 50, 240};
    for (Line& line : block.lines) {
        line.vertical = true;
        line.text_height = 20;
        line.words = {{"中", "中", {}, 0.9F, false, false}};
    }
    const Setting setting = setting_of(drawn_page("chi_tra_vert", {block}), 0);
    EXPECT_EQ(setting.lines[0].indent(), 2);
    EXPECT_EQ(setting.lines[1].indent(), 0);
    EXPECT_EQ(setting.pitch, 30);
}

TEST(Measure, AnEdgeThatAnotherBlockOfTheColumnSharesIsKnown) {
    constexpr std::string_view entries = "xxxx xx\nxxxxx xxxx xxxx\nxxx xxx\nxxxx";
    const auto known = [&](std::string_view above) {
        return setting_of(drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, above),
                                             drawn_block(BlockKind::paragraph, {0, 120}, entries)}),
                          1)
            .edge_known;
    };
    EXPECT_TRUE(known("xxxxxx xxx xxxx\nxxx xxxxxx xxxx"));
    EXPECT_FALSE(known("xxxxxx xxx\nxxx xxxxxx"));
}

} // namespace
} // namespace broadsheet::mend
