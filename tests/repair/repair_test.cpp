// SPDX-License-Identifier: Apache-2.0
#include "repair/repair.h"

#include "page/error.h"
#include "repair/page_drawing.h"

#include <gmock/gmock.h>

namespace broadsheet {
namespace {

using testing::ElementsAre;

TEST(Repair, TurnsAStoryIntoText) {
    const Page page =
        repair(drawn_page("eng", {drawn_block(BlockKind::running_head, {0, 0}, "Page 7", -1),
                                  drawn_block(BlockKind::heading, {0, 40}, "Storm over\nthe Harbour"),
                                  drawn_block(BlockKind::paragraph, {0, 120}, R"(The harbour was quiet, when
the storm that the observa-
tory had announced came up.
   A few men had come to see)"),
                                  drawn_block(BlockKind::caption, {300, 120}, "The pier"),
                                  drawn_block(BlockKind::paragraph, {300, 180}, R"(the damage of it at the un-
finished pier and went home.
                   (A. Doe))")}));
    EXPECT_THAT(texts(page),
                ElementsAre("running head: Page 7", "heading: Storm over the Harbour",
                            "The harbour was quiet, when the storm that the observatory had announced came up.",
                            "A few men had come to see the damage of it at the unfinished pier and went home.",
                            "caption: The pier", "byline: (A. Doe)"));
    EXPECT_EQ(page.articles.size(), 2U);
}

/// As if it were written from right to left: the same words in the same order, in a mirror.
Page from_right(Page page) {
    page.language = "ara";
    return mirrored(std::move(page));
}

TEST(Repair, WritingFromTheRightAsThatFromTheLeft) {
    const Page page = drawn_page("und", {drawn_block(BlockKind::paragraph, {0, 0}, R"(   The harbour was quiet on
that morning, and the ships
lay at anchor in the bay.
   A few men had come and saw
its pier.)"),
                                         drawn_block(BlockKind::paragraph, {300, 0}, R"(   Others went home at once
to tell what had become of
the boats)")});
    const Page mended = repair(from_right(page));
    EXPECT_EQ(texts(mended), texts(repair(page)));
    EXPECT_THAT(texts(mended),
                ElementsAre("The harbour was quiet on that morning, and the ships lay at anchor in the bay.",
                            "A few men had come and saw its pier.",
                            "Others went home at once to tell what had become of the boats"));
    EXPECT_EQ(mended.blocks, from_right(page).blocks);
    EXPECT_EQ(as_read(mended), as_read(from_right(page)));
}

TEST(Repair, WordsOfTheDocumentsOtherPagesTellWhatAHyphenIs) {
    const auto page = [](std::string_view text) {
        return drawn_page("eng", {drawn_block(BlockKind::paragraph, {}, text)});
    };
    const std::string broken = "He sat beside a flower-\nbed of the zymo-\nliths.";
    EXPECT_THAT(texts(repair(page(broken))), ElementsAre("He sat beside a flowerbed of the zymoliths."));
    RepairOptions options;
    options.document.add(page("The flower-bed and the zymo-liths were there."));
    const RepairOptions copy = options;
    options.document.add(page("Another flower-bed."));
    EXPECT_THAT(texts(repair(page(broken), copy)), ElementsAre("He sat beside a flower-bed of the zymo-liths."));
    EXPECT_EQ(as_read(repair(page(broken), copy)), as_read(page(broken)));
}

TEST(Repair, ReadsAChinesePage) {
    const Page page = repair(drawn_page("chi_sim", {drawn_block(BlockKind::heading, {0, 0}, "港口风暴"),
                                                    drawn_block(BlockKind::paragraph, {0, 60}, R"(    本地消息 昨天上
午，港口来了一场风暴
，损失25万元左右。
    有几个人来看看情)"),
                                                    drawn_block(BlockKind::paragraph, {300, 60}, R"(况，然后回家了。
            （王芳）)")}));
    EXPECT_THAT(texts(page), ElementsAre("heading: 港口风暴", "本地消息 昨天上午，港口来了一场风暴，损失25万元左右。",
                                         "有几个人来看看情况，然后回家了。", "byline: （王芳）"));
}

TEST(Repair, KeepsWhatWasReadAndSaysWhatWasLeftOut) {
    Page before = drawn_page("eng", {drawn_block(BlockKind::paragraph, {}, "The house\n——————\nu\u0308ber")});
    const Page page = repair(before);
    EXPECT_EQ(page.blocks[0].lines[1].removed, "repeated sign");
    EXPECT_EQ(page.blocks[0].lines[1].words, before.blocks[0].lines[1].words);
    EXPECT_EQ(page.blocks[0].lines[2].words[0].text, "über");
    EXPECT_EQ(page.blocks[0].lines[2].words[0].read, "u\u0308ber");
    EXPECT_EQ(page.articles[0].paragraphs[0].lines.front(), (LineRef{0, 0}));
}

TEST(Repair, GivesAnIItsDotBack) {
    const auto read = [](const char* language) {
        return repair(drawn_page(language, {drawn_block(BlockKind::paragraph, {0, 0}, "Sıe sınd dort.")}));
    };
    EXPECT_THAT(texts(read("deu")), ElementsAre("Sie sind dort."));
    EXPECT_EQ(read("deu").blocks[0].lines[0].words[0].read, "Sıe");
    EXPECT_THAT(texts(read("tur")), ElementsAre("Sıe sınd dort."));
}

TEST(Repair, LeavesOutBlocksOfNoise) {
    const Page page = repair(drawn_page("eng", {drawn_block(BlockKind::noise, {}, "The house")}));
    EXPECT_EQ(page.blocks[0].lines[0].removed, "noise");
    EXPECT_TRUE(texts(page).empty());
}

TEST(Repair, LeavesBlocksAndOrderAlone) {
    const Page before = drawn_page("eng", {drawn_block(BlockKind::paragraph, {}, "The govern-\nment")});
    const Page page = repair(before);
    EXPECT_EQ(page.blocks, before.blocks);
    EXPECT_EQ(page.order, before.order);
}

TEST(Repair, OfItsOwnResultChangesNothing) {
    const Page once =
        repair(drawn_page("eng", {drawn_block(BlockKind::paragraph, {}, "The govern-\nment is well-\nknown .")}));
    EXPECT_EQ(repair(once), once);
}

TEST(Repair, OfAnEmptyPageIsEmpty) {
    EXPECT_EQ(repair(Page{}), Page{});
}

TEST(Repair, NeedsAnOrderOfAllBlocks) {
    Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {}, "The house")});
    page.source = "page.png";
    for (const std::vector<int>& order : {std::vector<int>{}, {0, 0}, {1}, {-1}}) {
        page.order = order;
        try {
            repair(page);
            ADD_FAILURE() << "no error";
        } catch (const Error& error) {
            EXPECT_STREQ(error.what(), "page.png: the reading order does not name every block once");
        }
    }
}

TEST(Repair, GoesOnWithoutDictionaries) {
    const Page page = repair(drawn_page("eng", {drawn_block(BlockKind::paragraph, {}, "The govern-\nment")}),
                             {.dictionaries = "/nowhere"});
    EXPECT_THAT(texts(page), ElementsAre("The government"));
}

} // namespace
} // namespace broadsheet
