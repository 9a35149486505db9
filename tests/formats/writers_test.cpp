// SPDX-License-Identifier: Apache-2.0
// What is written, to the byte or by what other programs look for.
#include "formats/formats.h"
#include "page/error.h"

#include <gmock/gmock.h>

namespace broadsheet {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A page put together paragraph by paragraph; each line is its words, with blanks between them.
class Composed {
public:
    Composed() {
        page_.source = "a.png";
        page_.width = 200;
        page_.height = 300;
        page_.articles.emplace_back();
    }

    Composed& article() {
        page_.articles.emplace_back();
        return *this;
    }
    Composed& block(BlockKind kind) {
        Block block;
        block.kind = kind;
        block.box = {10, y_, 190, y_ + 15};
        page_.order.push_back(static_cast<int>(page_.blocks.size()));
        page_.blocks.push_back(block);
        y_ += 20;
        return *this;
    }
    /// In the last block.
    Composed& paragraph(const std::string& text, const std::vector<std::string>& lines) {
        page_.articles.back().paragraphs.push_back(
            {.kind = page_.blocks.back().kind, .text = text, .lines = {}, .joins = {}});
        for (const std::string& one : lines)
            line(one);
        return *this;
    }
    Composed& paragraph(BlockKind kind, const std::string& text) { return block(kind).paragraph(text, {text}); }
    /// Of the last paragraph, in the last block.
    Composed& line(const std::string& text, JoinKind kind = JoinKind::hyphen_removed) {
        Line line;
        int x = 10;
        for (std::size_t from = 0; from < text.size();) {
            const std::size_t to = std::min(text.find(' ', from), text.size());
            Word word;
            word.text = word.read = text.substr(from, to - from);
            word.box = {x, y_, x + 30, y_ + 10};
            word.confidence = 0.9F;
            word.blank_before = from > 0;
            line.box = united(line.box, word.box);
            line.words.push_back(word);
            x += 40;
            from = to + 1;
        }
        y_ += 15;
        Block& block = page_.blocks.back();
        block.lines.push_back(line);
        block.box = united(block.box, line.box);
        Paragraph& paragraph = page_.articles.back().paragraphs.back();
        const LineRef ref{static_cast<int>(page_.blocks.size()) - 1, static_cast<int>(block.lines.size()) - 1};
        if (!paragraph.lines.empty()) paragraph.joins.push_back({paragraph.lines.back(), ref, kind, ""});
        paragraph.lines.push_back(ref);
        return *this;
    }
    Composed& code(const Code& code) {
        page_.codes.push_back(code);
        return *this;
    }

    std::string in(const char* format) const { return formatted({page_}, *find_format(format)); }
    const Page& page() const { return page_; }

private:
    Page page_;
    int y_ = 0;
};

std::string markdown(BlockKind kind, const std::string& text) {
    return Composed().paragraph(kind, text).in("md");
}

TEST(Tsv, RowsOfEveryLevel) {
    EXPECT_EQ(Composed()
                  .block(BlockKind::paragraph)
                  .paragraph("one two three", {"one two", "three"})
                  .block(BlockKind::picture)
                  .in("tsv"),
              "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
              "1\t1\t0\t0\t0\t0\t0\t0\t200\t300\t-1\t\n"
              "2\t1\t1\t0\t0\t0\t10\t0\t180\t45\t-1\t\n"
              "3\t1\t1\t1\t0\t0\t10\t20\t70\t25\t-1\t\n"
              "4\t1\t1\t1\t1\t0\t10\t20\t70\t10\t-1\t\n"
              "5\t1\t1\t1\t1\t1\t10\t20\t30\t10\t90\tone\n"
              "5\t1\t1\t1\t1\t2\t50\t20\t30\t10\t90\ttwo\n"
              "4\t1\t1\t1\t2\t0\t10\t35\t30\t10\t-1\t\n"
              "5\t1\t1\t1\t2\t1\t10\t35\t30\t10\t90\tthree\n"
              "2\t1\t2\t0\t0\t0\t10\t50\t180\t15\t-1\t\n");
}

TEST(Tsv, TabsAndLineBreaksWithinAWordAreBlanks) {
    EXPECT_THAT(Composed().paragraph(BlockKind::paragraph, "a\tb\nc").in("tsv"), HasSubstr("\t90\ta b c\n"));
}

TEST(Markdown, KindsOfParagraphs) {
    EXPECT_EQ(markdown(BlockKind::masthead, "The Paper"), "# The Paper\n");
    EXPECT_EQ(markdown(BlockKind::heading, "News"), "## News\n");
    EXPECT_EQ(markdown(BlockKind::caption, "A house"), "*A house*\n");
    EXPECT_EQ(markdown(BlockKind::byline, "By us"), "*By us*\n");
    EXPECT_EQ(markdown(BlockKind::paragraph, "Text"), "Text\n");
    EXPECT_EQ(markdown(BlockKind::list, "• one"), "- one\n");
    EXPECT_EQ(markdown(BlockKind::list, "one"), "- one\n");
}

TEST(Markdown, ParagraphsStandApartAndEntriesOfAListTogether) {
    EXPECT_EQ(Composed()
                  .paragraph(BlockKind::heading, "News")
                  .block(BlockKind::list)
                  .paragraph("one", {"one"})
                  .paragraph("two", {"two"})
                  .block(BlockKind::table)
                  .paragraph("a 1", {"a 1"})
                  .paragraph("b 2", {"b 2"})
                  .paragraph(BlockKind::paragraph, "")
                  .article()
                  .paragraph(BlockKind::paragraph, "Text")
                  .in("md"),
              "## News\n\n- one\n- two\n\na 1  \nb 2  \n\nText\n");
}

TEST(Markdown, SignsWithAMeaningAreEscaped) {
    EXPECT_EQ(markdown(BlockKind::paragraph, "a*b_c `d` [e](f) <g> \\ | & #h"),
              "a\\*b\\_c \\`d\\` \\[e\\](f) \\<g\\> \\\\ \\| &amp; #h\n");
    EXPECT_EQ(markdown(BlockKind::paragraph, "# one"), "\\# one\n");
    EXPECT_EQ(markdown(BlockKind::paragraph, "- one"), "\\- one\n");
    EXPECT_EQ(markdown(BlockKind::paragraph, "+ one"), "\\+ one\n");
    EXPECT_EQ(markdown(BlockKind::paragraph, "=== one"), "\\=== one\n");
    EXPECT_EQ(markdown(BlockKind::paragraph, "~~~ one"), "\\~~~ one\n");
    EXPECT_EQ(markdown(BlockKind::paragraph, "> one"), "\\> one\n");
    EXPECT_EQ(markdown(BlockKind::paragraph, "1. one"), "1\\. one\n");
    EXPECT_EQ(markdown(BlockKind::paragraph, "12) one"), "12\\) one\n");
    EXPECT_EQ(markdown(BlockKind::paragraph, "1,5. one"), "1,5. one\n");
    EXPECT_EQ(markdown(BlockKind::paragraph, "x - 1. #"), "x - 1. #\n");
}

TEST(Markdown, CodesStandAtThePagesEnd) {
    const auto code = [](const std::string& payload) {
        Code one;
        one.symbology = "QRCode";
        one.payload = payload;
        return Composed().paragraph(BlockKind::paragraph, "Text").code(one).in("md");
    };
    EXPECT_EQ(code("https://example.org/a_b?c=*"), "Text\n\nQRCode: <https://example.org/a_b?c=*>\n");
    EXPECT_EQ(code("a_b"), "Text\n\nQRCode: a\\_b\n");
    EXPECT_EQ(code("http://a b"), "Text\n\nQRCode: http://a b\n"); // no link
    EXPECT_EQ(code("javascript:x"), "Text\n\nQRCode: javascript:x\n");
    EXPECT_EQ(code("two\nlines"), "Text\n\nQRCode: two lines\n");
    EXPECT_EQ(code(""), "Text\n\nQRCode: not read\n");
    Code ean;
    ean.symbology = "EAN-13";
    ean.payload = "9771234567003";
    ean.addon = "05";
    ean.number = "ISSN 1234-5679";
    EXPECT_EQ(Composed().code(ean).in("md"), "EAN-13: 9771234567003 05 (ISSN 1234-5679)\n");
}

TEST(Markdown, RuleBetweenPages) {
    const Page page = Composed().paragraph(BlockKind::paragraph, "a").page();
    EXPECT_EQ(formatted({page, page}, *find_format("md")), "a\n\n---\n\na\n");
    EXPECT_EQ(formatted({Page{}}, *find_format("md")), "");
}

const Composed broken =
    Composed().block(BlockKind::paragraph).paragraph("die „Zeitung“ kam", {"die „Zei-", "tung“ kam"});

TEST(Hocr, HyphenThatIsNoPartOfTheWordIsSoft) {
    EXPECT_THAT(broken.in("hocr"), HasSubstr(">„Zei&#173;</span>"));
    EXPECT_THAT(broken.in("hocr"), HasSubstr("data-word=\"„Zeitung“\""));
    const Composed kept =
        Composed().block(BlockKind::paragraph).paragraph("Jean-Paul", {"Jean-"}).line("Paul", JoinKind::hyphen_kept);
    EXPECT_THAT(kept.in("hocr"), HasSubstr(">Jean-</span>"));
    EXPECT_THAT(kept.in("hocr"), Not(HasSubstr("&#173;")));
}

TEST(Hocr, PageAndWordsAsTheSpecificationWantsThem) {
    const std::string hocr = Composed().paragraph(BlockKind::paragraph, "a <b>").in("hocr");
    EXPECT_THAT(hocr,
                HasSubstr("<div class=\"ocr_page\" id=\"page_1\" title=\"image &quot;a.png&quot;; bbox 0 0 200 300; "
                          "ppageno 0\">"));
    EXPECT_THAT(hocr, HasSubstr("title=\"bbox 50 20 80 30; x_wconf 90\">&lt;b&gt;</span>"));
}

TEST(Alto, BrokenWordHasItsWholeInSubsContent) {
    const std::string alto = broken.in("alto");
    EXPECT_THAT(alto, HasSubstr("<String CONTENT=\"„Zei\" HPOS=\"50\" VPOS=\"20\" WIDTH=\"24\" HEIGHT=\"10\" "
                                "SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=\"„Zeitung“\" WC=\"0.9\"/>\n"
                                "      <HYP CONTENT=\"-\" HPOS=\"74\" VPOS=\"20\" WIDTH=\"6\" HEIGHT=\"10\"/>\n"));
    EXPECT_THAT(alto, HasSubstr("<String CONTENT=\"tung“\" HPOS=\"10\" VPOS=\"35\" WIDTH=\"30\" HEIGHT=\"10\" "
                                "SUBS_TYPE=\"HypPart2\" SUBS_CONTENT=\"„Zeitung“\" WC=\"0.9\"/>\n      <SP/>\n"));
}

TEST(Alto, HyphenThatBelongsToNoBrokenWordStays) {
    EXPECT_THAT(Composed()
                    .block(BlockKind::paragraph)
                    .paragraph("Haus- und", {"Haus-"})
                    .line("und", JoinKind::blank)
                    .in("alto"),
                HasSubstr("CONTENT=\"Haus-\""));
}

TEST(Alto, ReadingOrderNamesTheBlocks) {
    const std::string alto = Composed().paragraph(BlockKind::heading, "a").block(BlockKind::picture).in("alto");
    EXPECT_THAT(
        alto,
        HasSubstr("<ElementRef ID=\"order_1\" REF=\"block_1\"/>\n   <ElementRef ID=\"order_2\" REF=\"block_2\"/>"));
    EXPECT_THAT(alto, HasSubstr("<LayoutTag ID=\"kind_heading\" TYPE=\"kind\" LABEL=\"heading\"/>"));
    EXPECT_THAT(alto, HasSubstr("<Illustration ID=\"block_2\""));
}

TEST(PageXml, ParagraphInTwoColumnsIsJoined) {
    const std::string xml = Composed()
                                .block(BlockKind::paragraph)
                                .paragraph("one two", {"one"})
                                .block(BlockKind::paragraph)
                                .line("two", JoinKind::blank)
                                .in("page");
    EXPECT_THAT(xml, HasSubstr("<TextRegion id=\"region_1_1\" type=\"paragraph\"><Coords"));
    EXPECT_THAT(xml, HasSubstr("<TextRegion id=\"region_2_1\" type=\"paragraph\" continuation=\"true\"><Coords"));
    EXPECT_THAT(xml, HasSubstr("<Relation id=\"relation_1\" type=\"join\"><SourceRegionRef regionRef=\"region_1_1\"/>"
                               "<TargetRegionRef regionRef=\"region_2_1\"/></Relation>"));
}

TEST(PageXml, ReadingOrderHasAGroupForEachArticle) {
    const std::string xml = Composed()
                                .paragraph(BlockKind::heading, "a")
                                .paragraph(BlockKind::paragraph, "b")
                                .article()
                                .paragraph(BlockKind::heading, "c")
                                .block(BlockKind::picture)
                                .in("page");
    EXPECT_THAT(xml, HasSubstr(R"(    <OrderedGroupIndexed id="group_0" index="0" caption="article 1">
     <RegionRefIndexed index="0" regionRef="region_1_1"/>
     <RegionRefIndexed index="1" regionRef="region_2_1"/>
    </OrderedGroupIndexed>
    <OrderedGroupIndexed id="group_1" index="1" caption="article 2">
     <RegionRefIndexed index="0" regionRef="region_3_1"/>
    </OrderedGroupIndexed>
    <RegionRefIndexed index="2" regionRef="region_4"/>
)"));
    EXPECT_THAT(xml, HasSubstr("<ImageRegion id=\"region_4\">"));
    EXPECT_THAT(xml, HasSubstr("<TextRegion id=\"region_1_1\" type=\"heading\">"));
}

TEST(Formatted, OnePageAFileOfAltoAndPage) {
    EXPECT_THROW(formatted({Page{}, Page{}}, *find_format("alto")), Error);
    EXPECT_THROW(formatted({Page{}, Page{}}, *find_format("page")), Error);
}

} // namespace
} // namespace broadsheet
