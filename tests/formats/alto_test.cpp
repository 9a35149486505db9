// SPDX-License-Identifier: Apache-2.0
// ALTO 2 to 4 as other programs write it.
#include "formats/formats.h"
#include "formats/read_file.h"

#include <gmock/gmock.h>

namespace broadsheet {
namespace {

using test::blocks_of;
using test::error_of;
using test::line_texts_of;
using test::lines_of;
using test::one_page;
using test::text_of;
using test::words_of;
using testing::ElementsAre;

std::string file_of(const std::string& space, const std::string& unit = "pixel", const std::string& before = {}) {
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#">
 <Description><MeasurementUnit>)" +
           unit + R"(</MeasurementUnit>
  <sourceImageInformation><fileName>a &amp; b.tif</fileName></sourceImageInformation></Description>
 )" + before +
           R"(<Layout><Page ID="P1" PHYSICAL_IMG_NR="7" WIDTH="2540" HEIGHT="5080" LANG="de"><PrintSpace HPOS="0" VPOS="0" WIDTH="2540" HEIGHT="5080">
)" + space +
           "</PrintSpace></Page></Layout></alto>\n";
}

/// A block with one line each.
std::string block(const std::string& id, const std::string& line) {
    return "<TextBlock ID=\"" + id + "\" HPOS=\"0\" VPOS=\"0\" WIDTH=\"100\" HEIGHT=\"50\"><TextLine>" + line +
           "</TextLine></TextBlock>\n";
}

std::string string(const std::string& content) {
    return "<String CONTENT=\"" + content + "\"/>";
}

TEST(Alto, PageAndWords) {
    const std::string file = file_of(R"(<TextBlock ID="b" HPOS="10" VPOS="20" WIDTH="300" HEIGHT="70">
      <TextLine HPOS="10" VPOS="20" WIDTH="300" HEIGHT="30">
       <String CONTENT="Der" HPOS="10" VPOS="20" WIDTH="60" HEIGHT="30" WC="0.25"/><SP HPOS="70" VPOS="20" WIDTH="10"/>
       <String CONTENT="Tag&quot;" HPOS="80.4" VPOS="20.6" WIDTH="100" HEIGHT="30" STYLE="bold"/>
      </TextLine></TextBlock>
      <Illustration ID="i" HPOS="400" VPOS="20" WIDTH="100" HEIGHT="100"/>
      <GraphicalElement ID="g" HPOS="1" VPOS="200" WIDTH="100" HEIGHT="2"/>)");
    const Page page = one_page(file);
    EXPECT_EQ(page.source, "a & b.tif");
    EXPECT_EQ(page.number, 7);
    EXPECT_EQ(page.width, 2540);
    EXPECT_EQ(page.height, 5080);
    EXPECT_EQ(page.dpi, 0);
    EXPECT_EQ(page.language, "deu");
    EXPECT_EQ(text_of(file), "Der Tag\"\n");
    EXPECT_THAT(blocks_of(page), ElementsAre("paragraph 10 20 310 90", "picture 400 20 500 120", "rule 1 200 101 202"));
    EXPECT_THAT(words_of(page), ElementsAre("Der 10 20 70 50", "Tag\" 80 21 180 51"));
    EXPECT_EQ(page.blocks[0].lines[0].words[0].confidence, 0.25F);
    EXPECT_EQ(page.blocks[0].lines[0].words[1].confidence, 1);
}

TEST(Alto, TenthsOfAMillimetre) {
    const Page page = one_page(file_of(R"(<TextBlock ID="b" HPOS="254" VPOS="508" WIDTH="254" HEIGHT="127"><TextLine
        HPOS="254" VPOS="508" WIDTH="254" HEIGHT="127" BASELINE="635"><String CONTENT="a"/></TextLine></TextBlock>)",
                                       "mm10"));
    EXPECT_EQ(page.dpi, 300);
    EXPECT_EQ(page.width, 3000);
    EXPECT_EQ(page.height, 6000);
    EXPECT_THAT(blocks_of(page), ElementsAre("paragraph 300 600 600 750"));
    EXPECT_THAT(lines_of(page)[0].baseline, ElementsAre(Point{300, 750}, Point{600, 750}));
}

TEST(Alto, TwelveHundredthsOfAnInch) {
    const Page page = one_page(file_of(block("b", string("a")), "inch1200"));
    EXPECT_EQ(page.dpi, 300);
    EXPECT_EQ(page.width, 635);
    EXPECT_THAT(blocks_of(page), ElementsAre("paragraph 0 0 25 13"));
}

TEST(Alto, BaselineOfEveryVersion) {
    const auto baseline = [](const std::string& value) {
        return lines_of(one_page(file_of("<TextBlock ID=\"b\"><TextLine HPOS=\"10\" VPOS=\"20\" WIDTH=\"100\" "
                                         "HEIGHT=\"30\" BASELINE=\"" +
                                         value + "\"><String CONTENT=\"a\"/></TextLine></TextBlock>")))[0]
            .baseline;
    };
    EXPECT_THAT(baseline("44"), ElementsAre(Point{10, 44}, Point{110, 44}));
    EXPECT_THAT(baseline("44.6"), ElementsAre(Point{10, 45}, Point{110, 45}));
    EXPECT_THAT(baseline("10 44 60 45 110 46"), ElementsAre(Point{10, 44}, Point{60, 45}, Point{110, 46}));
    EXPECT_THAT(baseline("10,44 110,46"), ElementsAre(Point{10, 44}, Point{110, 46}));
    EXPECT_THAT(baseline("").size(), 2U); // a likely one
}

/// Two lines that share a broken word.
std::string broken(const std::string& first, const std::string& second) {
    return file_of("<TextBlock ID=\"b\"><TextLine>" + first + "</TextLine><TextLine>" + second +
                   "</TextLine></TextBlock>");
}

TEST(Alto, BrokenWordIsWholeInTheText) {
    const std::string file = broken(
        R"(<String CONTENT="die"/><SP/><String CONTENT="Zei" SUBS_TYPE="HypPart1" SUBS_CONTENT="Zeitung"/><HYP CONTENT="-"/>)",
        R"(<String CONTENT="tung" SUBS_TYPE="HypPart2" SUBS_CONTENT="Zeitung"/><SP/><String CONTENT="kam"/>)");
    EXPECT_EQ(text_of(file), "die Zeitung kam\n");
    EXPECT_THAT(line_texts_of(one_page(file)), ElementsAre("die Zei-", "tung kam"));
    EXPECT_EQ(one_page(file).articles[0].paragraphs[0].joins[0].kind, JoinKind::hyphen_removed);
}

TEST(Alto, SignsAroundABrokenWordMayBeLeftOutOfItsWhole) {
    EXPECT_EQ(
        text_of(broken(R"(<String CONTENT="(„Zuk" SUBS_TYPE="HypPart1" SUBS_CONTENT="Zucker"/><HYP CONTENT="-"/>)",
                       R"(<String CONTENT="ker“)," SUBS_TYPE="HypPart2" SUBS_CONTENT="Zucker"/>)")),
        "(„Zucker“),\n");
}

TEST(Alto, HyphenThatStays) {
    const std::string file =
        broken(R"(<String CONTENT="Jean" SUBS_TYPE="HypPart1" SUBS_CONTENT="Jean-Paul"/><HYP CONTENT="-"/>)",
               R"(<String CONTENT="Paul" SUBS_TYPE="HypPart2" SUBS_CONTENT="Jean-Paul"/>)");
    EXPECT_EQ(text_of(file), "Jean-Paul\n");
    EXPECT_EQ(one_page(file).articles[0].paragraphs[0].joins[0].kind, JoinKind::hyphen_kept);
}

TEST(Alto, HyphenInEveryForm) {
    // In the content too, soft, without content, without the whole word.
    const std::string rest = R"(<String CONTENT="tung" SUBS_TYPE="HypPart2" SUBS_CONTENT="Zeitung"/>)";
    for (const char* start :
         {R"(<String CONTENT="Zei-" SUBS_TYPE="HypPart1" SUBS_CONTENT="Zeitung"/><HYP CONTENT="-"/>)",
          "<String CONTENT=\"Zei\" SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=\"Zeitung\"/><HYP CONTENT=\"\u00AD\"/>",
          R"(<String CONTENT="Zei" SUBS_TYPE="HypPart1" SUBS_CONTENT="Zeitung"/><HYP/>)",
          R"(<String CONTENT="Zei-" SUBS_TYPE="HypPart1" SUBS_CONTENT="Zeitung"/>)"}) {
        EXPECT_EQ(text_of(broken(start, rest)), "Zeitung\n") << start;
        EXPECT_THAT(line_texts_of(one_page(broken(start, rest))), ElementsAre("Zei-", "tung")) << start;
    }
    EXPECT_EQ(text_of(broken(R"(<String CONTENT="Zei"/><HYP CONTENT="-"/>)", string("tung"))), "Zei- tung\n");
}

TEST(Alto, WordBrokenTwice) {
    EXPECT_EQ(
        text_of(file_of(
            R"(<TextBlock ID="b"><TextLine><String CONTENT="Donau" SUBS_TYPE="HypPart1" SUBS_CONTENT="Donaudampfschiff"/><HYP CONTENT="-"/></TextLine>
                  <TextLine><String CONTENT="dampf" SUBS_TYPE="HypPart2" SUBS_CONTENT="Donaudampfschiff"/><HYP CONTENT="-"/></TextLine>
                  <TextLine><String CONTENT="schiff" SUBS_TYPE="HypPart2" SUBS_CONTENT="Donaudampfschiff"/></TextLine></TextBlock>)")),
        "Donaudampfschiff\n");
}

TEST(Alto, AbbreviationIsNoBrokenWord) {
    EXPECT_EQ(
        text_of(broken(R"(<String CONTENT="Dr." SUBS_TYPE="Abbreviation" SUBS_CONTENT="Doktor"/>)", string("Ott"))),
        "Dr. Ott\n");
}

TEST(Alto, WithoutAnySpEveryStringIsAWord) {
    EXPECT_EQ(text_of(file_of(block("b", string("one") + string("two")))), "one two\n");
    EXPECT_EQ(text_of(file_of(block("b", string("one") + string("two") + "<SP/>" + string("three")))),
              "onetwo three\n");
    EXPECT_EQ(text_of(file_of(block("b", string("双良") + string("新能源")))), "双良新能源\n");
}

TEST(Alto, StringsWithoutBoxesShareThatOfTheLine) {
    const Page page =
        one_page(file_of("<TextBlock ID=\"b\"><TextLine HPOS=\"10\" VPOS=\"20\" WIDTH=\"100\" HEIGHT=\"30\">" +
                         string("four") + string("words") + "</TextLine></TextBlock>"));
    EXPECT_THAT(words_of(page), ElementsAre("four 10 20 50 50", "words 60 20 110 50"));
    EXPECT_THAT(blocks_of(page), ElementsAre("paragraph 10 20 110 50"));
}

TEST(Alto, LineWithoutABoxIsAroundItsStrings) {
    const Page page = one_page(file_of(block("b", R"(<String CONTENT="a" HPOS="5" VPOS="6" WIDTH="10" HEIGHT="10"/>
        <String CONTENT="b" HPOS="25" VPOS="4" WIDTH="10" HEIGHT="10"/>)")));
    EXPECT_EQ(test::written(lines_of(page)[0].box), "5 4 35 16");
}

TEST(Alto, OneStringForAWholeLine) {
    const Page page = one_page(
        file_of(block("b", R"(<String CONTENT="ab cd  e" HPOS="0" VPOS="0" WIDTH="80" HEIGHT="20" WC="0.5"/>)")));
    EXPECT_THAT(words_of(page), ElementsAre("ab 0 0 20 20", "cd 30 0 50 20", "e 70 0 80 20"));
    EXPECT_EQ(lines_of(page)[0].words[2].confidence, 0.5F);
    EXPECT_EQ(to_text({page}), "ab cd e\n");
}

std::string order_of(const std::string& ids) {
    return "<ReadingOrder><OrderedGroup ID=\"o\">" + ids + "</OrderedGroup></ReadingOrder>";
}
std::string ref(const std::string& id) {
    return "<ElementRef ID=\"r" + id + "\" REF=\"" + id + "\"/>";
}

TEST(Alto, ReadingOrder) {
    const std::string blocks = block("a", string("A")) + block("b", string("B")) + block("c", string("C"));
    EXPECT_EQ(text_of(file_of(blocks)), "A\n\nB\n\nC\n");
    EXPECT_EQ(text_of(file_of(blocks, "pixel", order_of(ref("c") + ref("a") + ref("b")))), "C\n\nA\n\nB\n");
    EXPECT_EQ(
        text_of(file_of(blocks, "pixel",
                        order_of("<OrderedGroup ID=\"i\">" + ref("b") + ref("a") + "</OrderedGroup>" + ref("c")))),
        "B\n\nA\n\nC\n");
}

TEST(Alto, ReadingOrderOfTheBlocksWithinComposedOnes) {
    const std::string blocks = block("a", string("A")) + "<ComposedBlock ID=\"x\">" + block("b", string("B")) +
                               block("c", string("C")) + "</ComposedBlock>" + block("d", string("D"));
    EXPECT_EQ(text_of(file_of(blocks, "pixel", order_of(ref("d") + ref("b") + ref("c") + ref("a")))),
              "D\n\nB\n\nC\n\nA\n");
    EXPECT_EQ(text_of(file_of(blocks, "pixel", order_of(ref("d") + ref("x") + ref("a")))), "D\n\nB\n\nC\n\nA\n");
    EXPECT_EQ(text_of(file_of(blocks, "pixel", order_of(ref("d") + ref("c") + ref("b") + ref("a")))),
              "D\n\nC\n\nB\n\nA\n");
}

TEST(Alto, ReadingOrderOfAGroupAroundPicturesAndTheirBlocks) {
    const std::string blocks =
        "<ComposedBlock ID=\"x\"><Illustration ID=\"i\" HPOS=\"1\" VPOS=\"1\" WIDTH=\"9\" HEIGHT=\"9\"/>"
        "</ComposedBlock>" +
        block("a", string("A"));
    EXPECT_THAT(blocks_of(one_page(file_of(blocks, "pixel", order_of(ref("a") + ref("i"))))),
                ElementsAre("paragraph 0 0 100 50", "picture 1 1 10 10"));
    EXPECT_THAT(blocks_of(one_page(file_of(blocks, "pixel", order_of(ref("a") + ref("x"))))),
                ElementsAre("paragraph 0 0 100 50", "picture 1 1 10 10"));
}

TEST(Alto, ComposedBlockIsABlockOfSeveralParagraphs) {
    const Page page =
        one_page(file_of("<ComposedBlock ID=\"x\" TYPE=\"table\" HPOS=\"1\" VPOS=\"2\" WIDTH=\"3\" HEIGHT=\"4\">" +
                         block("a", string("A")) + block("b", string("B")) + "</ComposedBlock>"));
    EXPECT_THAT(blocks_of(page), ElementsAre("table 1 2 4 6"));
    EXPECT_EQ(to_text({page}), "A\nB\n"); // the lines of a table stand together
}

TEST(Alto, MarginsAreRead) {
    const std::string file = R"(<alto><Layout><Page WIDTH="10" HEIGHT="10"><TopMargin>)" + block("t", string("7")) +
                             "</TopMargin><PrintSpace>" + block("a", string("A")) +
                             "</PrintSpace></Page></Layout></alto>";
    EXPECT_EQ(text_of(file), "7\n\nA\n");
}

TEST(Alto, NamespaceWithAPrefix) {
    EXPECT_EQ(text_of(R"(<alto:alto xmlns:alto="http://www.loc.gov/standards/alto/ns-v2#"><alto:Layout><alto:Page>
        <alto:PrintSpace><alto:TextBlock alto:ID="a"><alto:TextLine><alto:String CONTENT="Ja"/></alto:TextLine>
        </alto:TextBlock></alto:PrintSpace></alto:Page></alto:Layout></alto:alto>)"),
              "Ja\n");
}

TEST(Alto, SeveralPages) {
    const auto page = [](const std::string& number) {
        return "<Page PHYSICAL_IMG_NR=\"" + number + "\" WIDTH=\"254\" HEIGHT=\"254\"><PrintSpace>" +
               block("b" + number, string("page" + number)) + "</PrintSpace></Page>";
    };
    const std::vector<Page> pages =
        pages_from("<alto><Description><MeasurementUnit>mm10</MeasurementUnit></Description><Layout>" + page("3") +
                   page("4") + "</Layout></alto>");
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_EQ(to_text(pages), "page3\n\fpage4\n");
    EXPECT_EQ(pages[1].number, 4);
    EXPECT_EQ(pages[1].width, 300);
}

TEST(Alto, PageWithoutASizeIsAroundItsBlocks) {
    const Page page =
        one_page("<alto><Layout><Page><PrintSpace>" + block("a", string("A")) + "</PrintSpace></Page></Layout></alto>");
    EXPECT_EQ(page.width, 100);
    EXPECT_EQ(page.height, 50);
}

TEST(Alto, NotWellFormed) {
    EXPECT_THAT(error_of("<alto>\n<Layout>\n<Page>\n</Layout></alto>"), testing::StartsWith("line 4: "));
    EXPECT_THAT(error_of("<alto>\n<Layout>\n<Page WIDTH=3/></Layout></alto>"), testing::StartsWith("line 3: "));
    const std::string file = file_of(block("a", string("A")));
    EXPECT_THAT(error_of(file.substr(0, file.size() - 20)), testing::StartsWith("line "));
}

} // namespace
} // namespace broadsheet
