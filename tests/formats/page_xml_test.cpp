// SPDX-License-Identifier: Apache-2.0
// PAGE 2010 to 2019 as other programs write it.
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

std::string file_of(const std::string& content, const std::string& version = "2013-07-15",
                    const std::string& attributes = {}) {
    return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/)" +
           version + R"(">
 <Metadata><Creator>somebody</Creator></Metadata>
 <Page imageFilename="a &amp; b.tif" imageWidth="800" imageHeight="1000")" +
           attributes + ">\n" + content + " </Page>\n</PcGts>\n";
}

std::string equiv(const std::string& text) {
    return "<TextEquiv><Unicode>" + text + "</Unicode></TextEquiv>";
}
std::string line(const std::string& text) {
    return "<TextLine>" + equiv(text) + "</TextLine>";
}
std::string region(const std::string& id, const std::string& content, const std::string& attributes = {}) {
    return "<TextRegion id=\"" + id + "\" " + attributes + "><Coords points=\"10,20 110,20 110,60 10,60\"/>" + content +
           "</TextRegion>\n";
}

TEST(PageXml, Page) {
    const Page page = one_page(file_of(region("a", line("A"), "primaryLanguage=\"German\""), "2019-07-15",
                                       " imageXResolution=\"118.11\" imageResolutionUnit=\"PPCM\""));
    EXPECT_EQ(page.source, "a & b.tif");
    EXPECT_EQ(page.width, 800);
    EXPECT_EQ(page.height, 1000);
    EXPECT_NEAR(page.dpi, 300, 0.01);
    EXPECT_EQ(page.language, "deu");
    EXPECT_EQ(page.number, 1);
}

TEST(PageXml, LinesWithoutWords) {
    const std::string file = file_of(region("a", R"(<TextLine id="l1" custom="readingOrder {index:0;}">
       <Coords points="10,20 110,22 110,40 10,40"/><Baseline points="10,36 60,37 110,38"/>
       <TextEquiv conf="0.5"><Unicode>four words</Unicode></TextEquiv></TextLine>
      <TextLine id="l2"><Coords points="10,42 110,42 110,60 10,60"/><TextEquiv><Unicode>zwei&amp;</Unicode></TextEquiv></TextLine>)"));
    const Page page = one_page(file);
    EXPECT_EQ(text_of(file), "four words zwei&\n");
    EXPECT_THAT(words_of(page), ElementsAre("four 10 20 50 40", "words 60 20 110 40", "zwei& 10 42 110 60"));
    EXPECT_THAT(lines_of(page)[0].baseline, ElementsAre(Point{10, 36}, Point{60, 37}, Point{110, 38}));
    EXPECT_EQ(lines_of(page)[0].words[1].confidence, 0.5F);
    EXPECT_EQ(lines_of(page)[1].words[0].confidence, 1);
    EXPECT_THAT(blocks_of(page), ElementsAre("paragraph 10 20 110 60"));
}

/// A line of these words, each with a box.
std::string words(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts)
        out += "<Word><Coords points=\"1,2 3,2 3,4 1,4\"/><TextEquiv conf=\"0.25\"><Unicode>" + text +
               "</Unicode></TextEquiv></Word>";
    return out;
}

TEST(PageXml, BlanksBetweenWordsStandInTheTextOfTheLine) {
    const auto read = [](const std::vector<std::string>& texts, const std::string& whole) {
        return line_texts_of(one_page(file_of(
            region("a", "<TextLine>" + words(texts) + (whole.empty() ? "" : equiv(whole)) + "</TextLine>"))))[0];
    };
    EXPECT_EQ(read({"one", "two"}, "one two"), "one two");
    EXPECT_EQ(read({"新", "闻", "Linux"}, "新闻 Linux"), "新闻 Linux");
    EXPECT_EQ(read({"a", "a", "ab"}, "aa ab"), "aa ab");
    EXPECT_EQ(read({"one", "two"}, ""), "one two");          // nothing tells
    EXPECT_EQ(read({"one", "two"}, "something"), "one two"); // nor does another text
    EXPECT_EQ(read({"", ""}, "of the line"), "of the line");
}

TEST(PageXml, WordsHaveBoxesAndConfidence) {
    const Page page = one_page(file_of(region("a", "<TextLine>" + words({"one"}) + "</TextLine>")));
    EXPECT_THAT(words_of(page), ElementsAre("one 1 2 3 4"));
    EXPECT_EQ(lines_of(page)[0].words[0].confidence, 0.25F);
    EXPECT_EQ(test::written(lines_of(page)[0].box), "1 2 3 4");
}

TEST(PageXml, OfSeveralReadingsTheOneWithTheLowestIndex) {
    const auto reading = [](const std::string& attributes, const std::string& text) {
        return "<TextEquiv " + attributes + "><Unicode>" + text + "</Unicode></TextEquiv>";
    };
    const auto read = [](const std::string& readings) {
        return text_of(file_of(region("a", "<TextLine>" + readings + "</TextLine>"), "2019-07-15"));
    };
    EXPECT_EQ(read(reading("index=\"1\"", "second") + reading("index=\"0\"", "first")), "first\n");
    EXPECT_EQ(read(reading("index=\"10\"", "tenth") + reading("index=\"2\"", "second")), "second\n");
    EXPECT_EQ(read(reading("", "first") + reading("", "second")), "first\n");
    EXPECT_EQ(read("<TextEquiv><PlainText>plain</PlainText></TextEquiv>"), "plain\n");
}

TEST(PageXml, KindsOfRegions) {
    const auto kind = [](const std::string& attributes) {
        return std::string(name(one_page(file_of(region("a", line("A"), attributes))).blocks[0].kind));
    };
    EXPECT_EQ(kind("type=\"heading\""), "heading");
    EXPECT_EQ(kind("type=\"caption\""), "caption");
    EXPECT_EQ(kind("type=\"credit\""), "byline");
    EXPECT_EQ(kind("type=\"header\""), "running head");
    EXPECT_EQ(kind("type=\"footer\""), "running foot");
    EXPECT_EQ(kind("type=\"page-number\""), "page number");
    EXPECT_EQ(kind("type=\"TOC-entry\""), "list");
    EXPECT_EQ(kind("type=\"marginalia\""), "paragraph");
    EXPECT_EQ(kind(""), "paragraph");
}

TEST(PageXml, StructureTypesOfTranskribus) {
    const auto kind = [](const std::string& custom) {
        return std::string(name(one_page(file_of(region("a", line("A"), "custom=\"" + custom + "\""))).blocks[0].kind));
    };
    EXPECT_EQ(kind("readingOrder {index:0;} structure {type:heading;}"), "heading");
    EXPECT_EQ(kind("structure {score:0.9; type:page-number;} readingOrder {index:0;}"), "page number");
    EXPECT_EQ(kind("structure {type:article;}"), "paragraph");
    EXPECT_EQ(kind("readingOrder {index:0;}"), "paragraph");
}

TEST(PageXml, RegionsWithoutText) {
    const auto kind = [](const std::string& region) {
        return std::string(name(one_page(file_of(region)).blocks[0].kind));
    };
    EXPECT_EQ(kind("<ImageRegion/>"), "picture");
    EXPECT_EQ(kind("<GraphicRegion/>"), "picture");
    EXPECT_EQ(kind("<GraphicRegion type=\"barcode\"/>"), "code");
    EXPECT_EQ(kind("<SeparatorRegion/>"), "rule");
    EXPECT_EQ(kind("<NoiseRegion/>"), "noise");
    EXPECT_EQ(kind("<AdvertRegion/>"), "advertisement");
    EXPECT_EQ(kind("<TableRegion/>"), "table");
}

TEST(PageXml, TheTextOfAnAdvertisementIsOneBlock) {
    const Page page = one_page(file_of(
        R"(<ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="0" regionRef="b"/>
            <RegionRefIndexed index="1" regionRef="c"/><RegionRefIndexed index="2" regionRef="a"/></OrderedGroup></ReadingOrder>)" +
        region("a", line("News")) + "<AdvertRegion id=\"ad\"><Coords points=\"0,10 200,10 200,90 0,90\"/>" +
        region("b", line("SOAP"), "type=\"heading\"") + region("c", line("Sixpence")) + "</AdvertRegion>\n"));
    ASSERT_EQ(page.blocks.size(), 2U);
    EXPECT_EQ(page.blocks[1].kind, BlockKind::advertisement);
    EXPECT_EQ(page.blocks[1].box, (Box{0, 10, 200, 90}));
    EXPECT_EQ(page.blocks[1].lines.size(), 2U);
    EXPECT_EQ(page.order, (std::vector<int>{1, 0}));
}

TEST(PageXml, TheTextOfAnAdvertisementBehindItsPictureIsOneBlockToo) {
    const Page page = one_page(file_of("<AdvertRegion><ImageRegion/>" + region("a", line("SOAP")) +
                                       region("b", line("Sixpence")) + "</AdvertRegion>\n"));
    ASSERT_EQ(page.blocks.size(), 3U);
    EXPECT_EQ(page.blocks[1].kind, BlockKind::picture);
    EXPECT_EQ(page.blocks[2].kind, BlockKind::advertisement);
    EXPECT_EQ(page.blocks[2].lines.size(), 2U);
}

TEST(PageXml, ReadingOrderOfNestedGroupsGoesByIndex) {
    const std::string regions = region("a", line("A")) + region("b", line("B")) + region("c", line("C")) +
                                region("d", line("D")) + region("e", line("E"));
    EXPECT_EQ(text_of(file_of(regions)), "A\n\nB\n\nC\n\nD\n\nE\n");
    EXPECT_EQ(text_of(file_of(R"(<ReadingOrder><OrderedGroup id="g">
        <OrderedGroupIndexed id="h" index="2"><RegionRefIndexed index="10" regionRef="a"/><RegionRefIndexed index="9" regionRef="c"/></OrderedGroupIndexed>
        <RegionRefIndexed index="0" regionRef="d"/>
        <UnorderedGroupIndexed id="u" index="1"><RegionRef regionRef="e"/><RegionRef regionRef="b"/></UnorderedGroupIndexed>
       </OrderedGroup></ReadingOrder>)" +
                              regions)),
              "D\n\nE\n\nB\n\nC\n\nA\n");
}

TEST(PageXml, WhatTheReadingOrderDoesNotNameComesLast) {
    EXPECT_EQ(text_of(file_of("<ReadingOrder><OrderedGroup id=\"g\"><RegionRefIndexed index=\"0\" regionRef=\"c\"/>"
                              "<RegionRefIndexed index=\"1\" regionRef=\"nowhere\"/></OrderedGroup></ReadingOrder>" +
                              region("a", line("A")) + region("b", line("B")) + region("c", line("C")))),
              "C\n\nA\n\nB\n");
}

TEST(PageXml, RegionsInRegions) {
    const std::string file = file_of(region("a", line("A") + region("b", line("B"))) + "<TableRegion id=\"t\">" +
                                     region("c", line("C")) + "</TableRegion>");
    EXPECT_EQ(text_of(file), "A\n\nB\n\nC\n");
}

TEST(PageXml, TextOfARegionThatRepeatsThatOfTheRegionsInItIsReadOnce) {
    EXPECT_EQ(text_of(file_of(region("a", region("b", line("B")) + region("c", line("C")) + equiv("B\nC")))),
              "B\n\nC\n");
}

TEST(PageXml, CellsOfTablesAsTranskribusWritesThem) {
    const std::string cell =
        R"(<TableCell row="0" col="0" id="c"><Coords points="1,2 9,2 9,8 1,8"/><TextLine><TextEquiv>
        <Unicode>cell</Unicode></TextEquiv></TextLine></TableCell>)";
    const std::string file =
        file_of("<TableRegion id=\"t\"><Coords points=\"1,2 9,2 9,8 1,8\"/>" + cell + "</TableRegion>");
    EXPECT_EQ(text_of(file), "cell\n");
    EXPECT_THAT(blocks_of(one_page(file)), ElementsAre("table 1 2 9 8", "table 1 2 9 8"));
}

TEST(PageXml, JoinedRegionsAreOneParagraph) {
    const auto relation = [](const std::string& type, const std::string& from, const std::string& to) {
        return "<Relation type=\"" + type + "\"><SourceRegionRef regionRef=\"" + from +
               "\"/><TargetRegionRef regionRef=\"" + to + "\"/></Relation>";
    };
    const std::string regions =
        region("a", line("one")) + region("b", line("X")) + region("c", line("two")) + region("d", line("three"));
    const auto read = [&](const std::string& relations) {
        return text_of(file_of("<Relations>" + relations + "</Relations>" + regions, "2019-07-15"));
    };
    EXPECT_EQ(read(relation("join", "a", "c")), "one two\n\nX\n\nthree\n");
    EXPECT_EQ(read(relation("join", "a", "c") + relation("join", "c", "d")), "one two three\n\nX\n");
    EXPECT_EQ(read(relation("join", "c", "d") + relation("join", "a", "c")), "one two three\n\nX\n");
    EXPECT_EQ(read(relation("link", "a", "c")), "one\n\nX\n\ntwo\n\nthree\n");
    EXPECT_EQ(read("<Relation type=\"join\"><RegionRef regionRef=\"a\"/><RegionRef regionRef=\"c\"/></Relation>"),
              "one two\n\nX\n\nthree\n"); // of 2013
}

TEST(PageXml, TextAtTheLevelOfTheRegionOnly) {
    const Page page = one_page(file_of(region("a", equiv("first line\r\n\n second"))));
    EXPECT_THAT(line_texts_of(page), ElementsAre("first line", "second"));
    EXPECT_EQ(to_text({page}), "first line second\n");
    const Page alone = one_page(file_of(region("a", equiv("alone"))));
    EXPECT_THAT(words_of(alone), ElementsAre("alone 10 20 110 60"));
}

TEST(PageXml, CoordinatesAsPointElements) {
    const Page page = one_page(R"(<PcGts><Page imageWidth="9" imageHeight="9"><TextRegion id="a"><Coords>
        <Point x="5" y="6"/><Point x="50" y="6"/><Point x="50" y="60"/></Coords></TextRegion></Page></PcGts>)");
    EXPECT_THAT(blocks_of(page), ElementsAre("paragraph 5 6 50 60"));
}

TEST(PageXml, VerticalLines) {
    const std::string file =
        file_of(region("a", "<TextLine readingDirection=\"top-to-bottom\">" + equiv("報") + "</TextLine>"));
    EXPECT_TRUE(lines_of(one_page(file))[0].vertical);
    EXPECT_FALSE(lines_of(one_page(file_of(region("a", line("A")))))[0].vertical);
}

TEST(PageXml, LinesWithoutAnyText) {
    const std::string file =
        file_of(region("a", "<TextLine><Coords points=\"1,2 9,8\"/></TextLine>") + region("b", ""));
    EXPECT_EQ(text_of(file), "");
    EXPECT_THAT(lines_of(one_page(file)).size(), 1U);
}

TEST(PageXml, NamespaceWithAPrefix) {
    EXPECT_EQ(text_of(R"(<pc:PcGts xmlns:pc="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><pc:Page>
        <pc:TextRegion id="a"><pc:TextLine><pc:TextEquiv><pc:Unicode>Ja</pc:Unicode></pc:TextEquiv></pc:TextLine>
        </pc:TextRegion></pc:Page></pc:PcGts>)"),
              "Ja\n");
}

TEST(PageXml, NotWellFormed) {
    EXPECT_THAT(error_of("<PcGts>\n<Page>\n</PcGts>"), testing::StartsWith("line 3: "));
}

} // namespace
} // namespace broadsheet
