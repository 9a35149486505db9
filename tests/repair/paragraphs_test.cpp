// SPDX-License-Identifier: Apache-2.0
#include "repair/paragraphs.h"

#include "repair/page_drawing.h"

#include <gmock/gmock.h>

namespace broadsheet::mend {
namespace {

using testing::ElementsAre;

/// Each paragraph as its kind's first letter and its lines, "block.line".
std::vector<std::string> drawn(const std::vector<Article>& articles) {
    std::vector<std::string> out;
    for (const Article& article : articles) {
        for (const Paragraph& paragraph : article.paragraphs) {
            std::string text = std::string(name(paragraph.kind)) + ":";
            for (const LineRef line : paragraph.lines)
                text += " " + std::to_string(line.block) + "." + std::to_string(line.line);
            out.push_back(text);
        }
        out.emplace_back("/");
    }
    return out;
}

constexpr std::string_view column_one = R"(   The harbour was quiet on
that morning, and the ships
lay at anchor in the bay. A
few men had come to look at)";
constexpr std::string_view column_two = R"(the damage of the storm and
went home again.
   Nobody knew what was next
to be done about the pier..)";

TEST(Paragraphs, EachSizeOfTypeInAnAdvertisementIsOne) {
    Block soap =
        drawn_block(BlockKind::advertisement, {0, 0}, "Household Soap\nfor linen and for\nlace and for wool\nSixpence");
    soap.lines[0].text_height = soap.lines[3].text_height = 24;
    EXPECT_THAT(drawn(find_paragraphs(drawn_page("eng", {soap}))),
                ElementsAre("advertisement: 0.0", "advertisement: 0.1 0.2", "advertisement: 0.3", "/"));
}

TEST(Paragraphs, CellsOfATablesRowAreOne) {
    Block table;
    table.kind = BlockKind::table;
    for (const int y : {0, 30, 60})
        for (const int x : {0, 200, 400})
            if (x + y != 230) table.lines.push_back(drawn_line("cell", {x, y + x / 100}));
    for (const Line& line : table.lines)
        table.box = united(table.box, line.box);
    EXPECT_THAT(drawn(find_paragraphs(drawn_page("eng", {table}))),
                ElementsAre("table: 0.0 0.1 0.2", "table: 0.3 0.4", "table: 0.5 0.6 0.7", "/"));
    table.kind = BlockKind::masthead;
    EXPECT_EQ(drawn(find_paragraphs(drawn_page("eng", {table}))).size(), 9U);
}

TEST(Paragraphs, RunOnInTheNextColumn) {
    const Page page = drawn_page("eng", {drawn_block(BlockKind::heading, {0, 0}, "The Storm"),
                                         drawn_block(BlockKind::paragraph, {0, 60}, column_one),
                                         drawn_block(BlockKind::paragraph, {300, 60}, column_two)});
    EXPECT_THAT(drawn(find_paragraphs(page)),
                ElementsAre("heading: 0.0", "paragraph: 1.0 1.1 1.2 1.3 2.0 2.1", "paragraph: 2.2 2.3", "/"));
}

TEST(Paragraphs, RunOnOverANoteAtTheColumnsFoot) {
    const auto page = [](std::string_view note, std::string_view next) {
        return drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 60}, column_one),
                                  drawn_block(BlockKind::paragraph, {0, 220}, note),
                                  drawn_block(BlockKind::paragraph, {0, 260}, "ports of that coast."),
                                  drawn_block(BlockKind::paragraph, {300, 60}, next)});
    };
    EXPECT_THAT(drawn(find_paragraphs(page("MR. HEY wrote of many other", column_two))),
                ElementsAre("paragraph: 0.0 0.1 0.2 0.3 3.0 3.1", "paragraph: 1.0 2.0", "paragraph: 3.2 3.3", "/"));
    EXPECT_EQ(drawn(find_paragraphs(page("the ports or to write of it", column_two))).front(),
              "paragraph: 0.0 0.1 0.2 0.3 1.0 2.0"); // no note
    EXPECT_EQ(drawn(find_paragraphs(page("MR. HEY wrote of many other", column_one))).front(),
              "paragraph: 0.0 0.1 0.2 0.3 1.0 2.0"); // nothing else goes on
}

TEST(Paragraphs, OfAColumnsFootThatGoesOnAreNoNote) { // a name under the headline, and then the text
    const Page page =
        drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, "By A. Hey of that Coast"),
                           drawn_picture({0, 40, 270, 200}), drawn_block(BlockKind::paragraph, {0, 220}, column_one),
                           drawn_block(BlockKind::paragraph, {0, 320}, "MR. HEY wrote of the dam-"),
                           drawn_block(BlockKind::paragraph, {300, 0}, "age of that great storm\nand of others.")});
    EXPECT_THAT(drawn(find_paragraphs(page)), testing::Contains("paragraph: 2.0 2.1 2.2 2.3 3.0 4.0 4.1"));
}

TEST(Paragraphs, OfAColumnsFootThatStopWithinASentenceAreNoNote) { // under text that ends without a stop
    const auto first_of = [](std::string_view foot) {
        const Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, column_one),
                                             drawn_block(BlockKind::paragraph, {0, 180}, foot),
                                             drawn_block(BlockKind::paragraph, {300, 0}, column_two)});
        return drawn(find_paragraphs(page)).front();
    };
    const std::string foot = "MR. HEY wrote of many other\nports of that coast, and of\n";
    EXPECT_EQ(first_of(foot + "the storms that he had seen"), "paragraph: 0.0 0.1 0.2 0.3");
    EXPECT_EQ(first_of(foot + "the storms."), "paragraph: 0.0 0.1 0.2 0.3 2.0 2.1");
}

TEST(Paragraphs, OfABylineOverAPictureGoOnNowhere) {
    const Page page =
        drawn_page("eng", {drawn_block(BlockKind::paragraph, {10, 0}, "By A. Hey of it"),
                           drawn_picture({0, 40, 270, 200}), drawn_block(BlockKind::paragraph, {0, 220}, column_one),
                           drawn_block(BlockKind::paragraph, {300, 0}, column_two)});
    EXPECT_THAT(drawn(find_paragraphs(page)), testing::Contains("paragraph: 2.0 2.1 2.2 2.3 3.0 3.1"));
}

TEST(Paragraphs, RunOnOverANoteToLinesBesideAPicture) { // half as wide as the column
    const Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 60}, column_one),
                                         drawn_block(BlockKind::paragraph, {0, 220}, "MR. HEY wrote of many ports"),
                                         drawn_block(BlockKind::paragraph, {300, 60}, "the damage of\nthe storm."),
                                         drawn_picture({440, 60, 570, 110})});
    EXPECT_THAT(drawn(find_paragraphs(page)), ElementsAre("paragraph: 0.0 0.1 0.2 0.3 2.0 2.1", "paragraph: 1.0", "/"));
}

TEST(Paragraphs, OfAnAddressSetApartDoNotRunOnOverWhatIsUnderIt) {
    const Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, column_one),
                                         drawn_block(BlockKind::paragraph, {0, 140}, "   www.example.org/ports"),
                                         drawn_block(BlockKind::paragraph, {0, 220}, column_one),
                                         drawn_block(BlockKind::paragraph, {300, 0}, column_two)});
    EXPECT_THAT(drawn(find_paragraphs(page)), testing::Contains("paragraph: 0.0 0.1 0.2 0.3 1.0"));
}

TEST(Paragraphs, DoNotRunOnFarBelow) { // the lines of a title page
    const auto page = [](const std::string& below) {
        return drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, "Tales of a distant coast"),
                                  drawn_block(BlockKind::paragraph, {0, 120}, below)});
    };
    EXPECT_EQ(drawn(find_paragraphs(page("Second edition, revised"))).size(), 3U);
    EXPECT_THAT(drawn(find_paragraphs(page("that is no more there."))), ElementsAre("paragraph: 0.0 1.0", "/"));
}

TEST(Paragraphs, DoNotRunOnFarBelowALineInTheMiddleOfTheColumn) {
    const auto page = [](int below) {
        return drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, "     Continued from page 9"),
                                  drawn_block(BlockKind::paragraph, {0, below}, R"(and the whole of the damage of
that storm was to be seen then
by all who had come for that.)")});
    };
    EXPECT_EQ(drawn(find_paragraphs(page(100))).size(), 3U);
    EXPECT_EQ(drawn(find_paragraphs(page(40))).size(), 2U);
}

TEST(Paragraphs, RunOnAroundAPictureAndItsCaption) {
    const Page page =
        drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 60}, column_one), drawn_picture({300, 0, 570, 60}),
                           drawn_block(BlockKind::caption, {300, 60}, "The pier", -1),
                           drawn_block(BlockKind::paragraph, {300, 120}, column_two)});
    EXPECT_THAT(drawn(find_paragraphs(page)),
                ElementsAre("paragraph: 0.0 0.1 0.2 0.3 3.0 3.1", "caption: 2.0", "paragraph: 3.2 3.3", "/"));
}

TEST(Paragraphs, RunOnThroughAWholeColumn) {
    const Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 60}, column_one),
                                         drawn_block(BlockKind::paragraph, {300, 60}, R"(the damage of the storm and
went on to speak about what
could be done to repair the)"),
                                         drawn_block(BlockKind::paragraph, {600, 60}, R"(pier and about the expenses
of all that.)")});
    EXPECT_THAT(drawn(find_paragraphs(page)), ElementsAre("paragraph: 0.0 0.1 0.2 0.3 1.0 1.1 1.2 2.0 2.1", "/"));
}

TEST(Paragraphs, AfterAStopRunOnWhereParagraphsAreIndented) {
    const std::string_view first = R"(   The harbour was quiet on
that morning, and the ships
lay at anchor.
   A few men had come to see
what the storm had damaged.)";
    const std::string_view second = R"(They went home again before
noon, and that was it.)";
    const Page page = drawn_page(
        "eng", {drawn_block(BlockKind::paragraph, {0, 0}, first), drawn_block(BlockKind::paragraph, {300, 0}, second)});
    EXPECT_THAT(drawn(find_paragraphs(page)), ElementsAre("paragraph: 0.0 0.1 0.2", "paragraph: 0.3 0.4 1.0 1.1", "/"));
}

TEST(Paragraphs, AfterAStopEndWhereTheyAreNotIndented) {
    const Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, R"(The harbour was quiet, when
what the storm had damaged.)"),
                                         drawn_block(BlockKind::paragraph, {300, 0}, R"(They went home again before
noon, and that was it.)")});
    EXPECT_THAT(drawn(find_paragraphs(page)), ElementsAre("paragraph: 0.0 0.1", "paragraph: 1.0 1.1", "/"));
}

TEST(Paragraphs, NeverRunOnOverAHeadingOrIntoAnotherArticle) {
    const Page heading = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 60}, column_one),
                                            drawn_block(BlockKind::heading, {300, 0}, "The Pier"),
                                            drawn_block(BlockKind::paragraph, {300, 60}, column_two)});
    EXPECT_THAT(drawn(find_paragraphs(heading)), ElementsAre("paragraph: 0.0 0.1 0.2 0.3", "heading: 1.0",
                                                             "paragraph: 2.0 2.1", "paragraph: 2.2 2.3", "/"));
    const Page article = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 60}, column_one, 0),
                                            drawn_block(BlockKind::paragraph, {300, 60}, column_two, 1)});
    EXPECT_THAT(drawn(find_paragraphs(article)),
                ElementsAre("paragraph: 0.0 0.1 0.2 0.3", "/", "paragraph: 1.0 1.1", "paragraph: 1.2 1.3", "/"));
}

TEST(Paragraphs, ABylineOverTwoColumnsIsNoStart) {
    const Page page = drawn_page("deu", {drawn_block(BlockKind::paragraph, {200, 0}, "Eigener Bericht"),
                                         drawn_block(BlockKind::paragraph, {0, 60}, R"(Sechzig Frauen sind bislang
in dem großen Saal gewesen.)"),
                                         drawn_block(BlockKind::paragraph, {300, 60}, R"(Die alten Schränke sind nun
verkauft.)")});
    EXPECT_THAT(drawn(find_paragraphs(page)).front(), "paragraph: 0.0");
}

TEST(Paragraphs, AHeadingThatSharesAWordWithTheTextIsText) {
    const Page start = drawn_page("eng", {drawn_block(BlockKind::heading, {0, 0}, "   The Logical Volume Man-"),
                                          drawn_block(BlockKind::paragraph, {0, 30}, R"(ager, is another approach
to the same question now..)")});
    EXPECT_THAT(drawn(find_paragraphs(start)), ElementsAre("paragraph: 0.0 1.0 1.1", "/"));
    const Page end = drawn_page("deu", {drawn_block(BlockKind::paragraph, {0, 0}, R"(Das Durchschnittsalter war
entgegen aller Sorgen vier-)",
                                                    0),
                                        drawn_block(BlockKind::heading, {0, 60}, "unddreißig Jahre.", 1),
                                        drawn_block(BlockKind::paragraph, {0, 90}, R"(   Niemals war das Getreide
so reichlich wie in diesem)",
                                                    1)});
    EXPECT_THAT(drawn(find_paragraphs(end)), ElementsAre("paragraph: 0.0 0.1 1.0", "paragraph: 2.0 2.1", "/"));
}

TEST(Paragraphs, AnIndentInTheNextColumnStartsANewOne) {
    const Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 60}, R"(   The harbour was quiet on
that morning, and the ships
lay at anchor in the bays..)"),
                                         drawn_block(BlockKind::paragraph, {300, 60}, R"(   A few men came to see it
and went home again before.)")});
    EXPECT_THAT(drawn(find_paragraphs(page)), ElementsAre("paragraph: 0.0 0.1 0.2", "paragraph: 1.0 1.1", "/"));
}

TEST(Paragraphs, ABylineStandsAtTheRight) {
    const Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, R"(   The harbour was quiet on
that morning, and the ships
lay at anchor in the bay.
                   (A. Doe))")});
    EXPECT_THAT(drawn(find_paragraphs(page)), ElementsAre("paragraph: 0.0 0.1 0.2", "byline: 0.3", "/"));
}

TEST(Paragraphs, ABylineMayBeABlockOfItsOwn) {
    const Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, R"(   The harbour was quiet on
that morning, and the ships
lay at anchor in the bay.)"),
                                         drawn_block(BlockKind::paragraph, {190, 90}, "(A. Doe)")});
    EXPECT_THAT(drawn(find_paragraphs(page)), ElementsAre("paragraph: 0.0 0.1 0.2", "byline: 1.0", "/"));
}

TEST(Paragraphs, ALineAtTheRightThatBreaksAWordIsNoByline) { // stretched to the edge, but for its first words
    const Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, R"(   The harbour was quiet on
that morning, and the ships
lay at anchor there, so that)"),
                                         drawn_block(BlockKind::paragraph, {120, 90}, "we could see the an-"),
                                         drawn_block(BlockKind::paragraph, {0, 120}, R"(chors from the pier, where
the fishermen were at work.)")});
    EXPECT_THAT(drawn(find_paragraphs(page)), ElementsAre("paragraph: 0.0 0.1 0.2 1.0 2.0 2.1", "/"));
}

TEST(Paragraphs, ASingleLineTellsLittleOfItsSize) {
    Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, R"(   The harbour was quiet on
that morning, and the ships
lay at anchor near the big)"),
                                   drawn_block(BlockKind::paragraph, {0, 90}, "sea wave course.")});
    page.blocks[1].lines[0].text_height = 11; // hardly a tall letter in it
    EXPECT_THAT(drawn(find_paragraphs(page)), ElementsAre("paragraph: 0.0 0.1 0.2 1.0", "/"));
}

TEST(Paragraphs, OneForEachHeadingAndCaption) {
    const Page page = drawn_page("eng", {drawn_block(BlockKind::heading, {0, 0}, "A Heading\nof Two Lines"),
                                         drawn_block(BlockKind::caption, {0, 100}, "A caption\nof two"),
                                         drawn_block(BlockKind::table, {0, 200}, "One 1\nTwo 2")});
    EXPECT_THAT(drawn(find_paragraphs(page)),
                ElementsAre("heading: 0.0 0.1", "caption: 1.0 1.1", "table: 2.0", "table: 2.1", "/"));
}

TEST(Paragraphs, FollowTheReadingOrder) {
    Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, "Second."),
                                   drawn_block(BlockKind::paragraph, {300, 0}, "First.")});
    page.order = {1, 0};
    EXPECT_THAT(drawn(find_paragraphs(page)), ElementsAre("paragraph: 1.0", "paragraph: 0.0", "/"));
}

TEST(Paragraphs, LeaveOutRemovedLines) {
    Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, "The house\n|~|\nis old.")});
    page.blocks[0].lines[1].removed = "speck";
    EXPECT_THAT(drawn(find_paragraphs(page)), ElementsAre("paragraph: 0.0 0.2", "/"));
}

TEST(Paragraphs, OfNothingAreNone) {
    EXPECT_TRUE(find_paragraphs(Page{}).empty());
    EXPECT_TRUE(find_paragraphs(drawn_page("eng", {drawn_picture({0, 0, 9, 9})})).empty());
}

} // namespace
} // namespace broadsheet::mend
