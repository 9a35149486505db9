// SPDX-License-Identifier: Apache-2.0
// hOCR as other programs write it.
#include "formats/formats.h"
#include "formats/read_file.h"

#include <gmock/gmock.h>

namespace broadsheet {
namespace {

using test::blocks_of;
using test::error_of;
using test::line_texts_of;
using test::one_page;
using test::text_of;
using test::words_of;
using testing::ElementsAre;
using testing::IsEmpty;

/// A whole file around what stands in its body.
std::string file_of(const std::string& body) {
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
    "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
 <head>
  <title></title>
  <meta http-equiv="Content-Type" content="text/html;charset=utf-8"/>
  <meta name='ocr-system' content='tesseract 5.3.0' />
  <meta name='ocr-capabilities' content='ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrp_wconf'/>
 </head>
 <body>
)" + body + " </body>\n</html>\n";
}

/// One paragraph of these lines.
std::string lines_file(const std::string& lines) {
    return file_of("<div class='ocr_page' title='bbox 0 0 900 900'><div class='ocr_carea' title='bbox 0 0 900 900'>"
                   "<p class='ocr_par' title='bbox 0 0 900 900'>" +
                   lines + "</p></div></div>\n");
}

const std::string tesseract = file_of(
    R"(  <div class='ocr_page' id='page_1' title='image "in/a;b.png"; bbox 0 0 1000 1400; ppageno 3; scan_res 300 300'>
   <div class='ocr_carea' id='block_1_1' title="bbox 100 50 500 90">
    <p class='ocr_par' id='par_1_1' lang='deu' title="bbox 100 50 500 90">
     <span class='ocr_header' id='line_1_1' title="bbox 100 50 500 90; baseline 0 -8; x_size 44; x_descenders 8; x_ascenders 10">
      <span class='ocrx_word' id='word_1_1' title='bbox 100 50 280 90; x_wconf 96'>Neue</span>
      <span class='ocrx_word' id='word_1_2' title='bbox 300 50 500 82; x_wconf 0'><strong>Zeit</strong></span>
     </span>
    </p>
   </div>
   <div class='ocr_photo' id='block_1_2' title="bbox 520 50 900 600"></div>
   <div class='ocr_carea' id='block_1_3' title="bbox 100 100 500 200">
    <p class='ocr_par' id='par_1_2' lang='deu' title="bbox 100 100 500 150">
     <span class='ocr_line' id='line_1_2' title="bbox 100 100 500 120; baseline 0.01 -5">
      <span class='ocrx_word' id='word_1_3' title='bbox 100 100 300 120; x_wconf 91.5'>Huber&amp;Co.&nbsp;AG</span>
     </span>
     <span class='ocr_caption' id='line_1_3' title="bbox 100 130 500 150; baseline 0 0">
      <span class='ocrx_word' id='word_1_4' title='bbox 100 130 200 150; x_wconf 50'>im</span>
      <span class='ocrx_word' id='word_1_5' title='bbox 220 130 300 150'>Bild</span>
     </span>
    </p>
    <p class='ocr_par' id='par_1_3' lang='deu' title="bbox 100 170 500 190">
     <span class='ocr_textfloat' id='line_1_4' title="bbox 100 170 500 190; textangle 90">
      <span class='ocrx_word' id='word_1_6' title='bbox 100 170 200 190; x_wconf 101'>Ende</span>
     </span>
    </p>
   </div>
   <div class='ocr_separator' id='block_1_4' title="bbox 100 210 500 212"></div>
  </div>
)");

TEST(HocrOfTesseract, Page) {
    const Page page = one_page(tesseract);
    EXPECT_EQ(page.source, "in/a;b.png");
    EXPECT_EQ(page.width, 1000);
    EXPECT_EQ(page.height, 1400);
    EXPECT_EQ(page.number, 4);
    EXPECT_EQ(page.dpi, 300);
    EXPECT_EQ(page.language, "deu");
}

TEST(HocrOfTesseract, LinesOfEveryClassAreRead) {
    EXPECT_EQ(text_of(tesseract), "Neue Zeit\n\nHuber&Co. AG im Bild\n\nEnde\n");
    EXPECT_THAT(line_texts_of(one_page(tesseract)), ElementsAre("Neue Zeit", "Huber&Co. AG", "im Bild", "Ende"));
}

TEST(HocrOfTesseract, BlocksWithPicturesAndRules) {
    EXPECT_THAT(blocks_of(one_page(tesseract)), ElementsAre("paragraph 100 50 500 90", "picture 520 50 900 600",
                                                            "paragraph 100 100 500 200", "rule 100 210 500 212"));
}

TEST(HocrOfTesseract, WordsShareTheBoxOfOneElement) {
    EXPECT_THAT(words_of(one_page(tesseract)),
                ElementsAre("Neue 100 50 280 90", "Zeit 300 50 500 82", "Huber&Co. 100 100 250 120",
                            "AG 266 100 300 120", "im 100 130 200 150", "Bild 220 130 300 150",
                            "Ende 100 170 200 190"));
}

TEST(HocrOfTesseract, Confidence) {
    std::vector<float> sure;
    for (const Line& line : test::lines_of(one_page(tesseract)))
        for (const Word& word : line.words)
            sure.push_back(word.confidence);
    EXPECT_THAT(sure, ElementsAre(0.96F, 0.F, 0.915F, 0.915F, 0.5F, 1.F, 1.F));
}

TEST(HocrOfTesseract, BaselineIsMeasuredFromTheBoxsLowerLeftCorner) {
    const std::vector<Line> lines = test::lines_of(one_page(tesseract));
    EXPECT_THAT(lines[0].baseline, ElementsAre(Point{100, 82}, Point{500, 82}));
    EXPECT_THAT(lines[1].baseline, ElementsAre(Point{100, 115}, Point{500, 119}));
    EXPECT_THAT(lines[2].baseline, ElementsAre(Point{100, 150}, Point{500, 150}));
}

TEST(HocrOfTesseract, PictureAsABlockOfBlankText) {
    const std::string file = lines_file("<span class='ocr_line' title='bbox 1 1 9 9'><span class='ocrx_word' "
                                        "title='bbox 1 1 9 9; x_wconf 95'> </span></span>");
    EXPECT_EQ(text_of(file), "");
    EXPECT_THAT(words_of(one_page(file)), IsEmpty());
}

TEST(HocrOfTesseract, BoxesOfCharactersWithinAWord) {
    EXPECT_EQ(text_of(lines_file("<span class='ocr_line' title='bbox 1 1 99 9'>\n"
                                 "<span class='ocrx_word' title='bbox 1 1 40 9; x_wconf 95'>"
                                 "<span class='ocrx_cinfo' title='x_bboxes 1 1 20 9; x_conf 99'>a</span>"
                                 "<span class='ocrx_cinfo' title='x_bboxes 20 1 40 9; x_conf 99'>b</span></span>\n"
                                 "<span class='ocrx_word' title='bbox 50 1 90 9'>c</span></span>")),
              "ab c\n");
}

TEST(Hocr, WordsWithoutWhiteBetweenThemAreOne) {
    const std::string word = "<span class='ocrx_word' title='bbox 1 1 9 9'>新</span>";
    const std::string line = "<span class='ocr_line' title='bbox 1 1 99 9'>";
    EXPECT_EQ(text_of(lines_file(line + word + word + "</span>")), "新新\n");
    EXPECT_EQ(text_of(lines_file(line + word + "\n" + word + "</span>")), "新 新\n");
    EXPECT_EQ(text_of(lines_file(line + word + "&nbsp;" + word + "</span>")), "新 新\n");
}

TEST(Hocr, SoftHyphenAtALinesEndBreaksAWord) {
    const auto line = [](const std::string& text) {
        return "<span class='ocr_line' title='bbox 1 1 99 9'><span class='ocrx_word' title='bbox 1 1 9 9'>" + text +
               "</span></span>";
    };
    const std::string file =
        lines_file(line("die „Zei&shy;") + line("tung“ von Zü&#173;") + line("rich-") + line("Oerlikon"));
    EXPECT_EQ(text_of(file), "die „Zeitung“ von Zürich- Oerlikon\n");
    EXPECT_THAT(line_texts_of(one_page(file)), ElementsAre("die „Zei-", "tung“ von Zü-", "rich-", "Oerlikon"));
    EXPECT_EQ(text_of(lines_file(line("Zei&shy;"))), "Zei-\n");
}

TEST(Hocr, LinesOfWideCharactersHaveNoBlankBetweenThem) {
    EXPECT_EQ(text_of(lines_file("<span class='ocr_line' title='bbox 1 1 99 9'>双良</span>"
                                 "<span class='ocr_line' title='bbox 1 11 99 19'>新能源</span>")),
              "双良新能源\n");
}

TEST(Hocr, ManyPages) {
    const auto page = [](const std::string& number, const std::string& text) {
        return "<div class='ocr_page' title='bbox 0 0 10" + number + " 200; ppageno " + number +
               "'><p class='ocr_par' title='bbox 1 1 9 9'><span class='ocr_line' title='bbox 1 1 9 9'>" + text +
               "</span></p></div>\n";
    };
    const std::vector<Page> pages = pages_from(file_of(page("0", "one") + page("1", "") + page("2", "three")));
    ASSERT_EQ(pages.size(), 3U);
    EXPECT_EQ(to_text(pages), "one\n\f\fthree\n");
    EXPECT_EQ(pages[2].width, 102);
    EXPECT_EQ(pages[2].number, 3);
}

TEST(HocrOfScribe, LinesDirectlyInThePageAreOneParagraph) {
    const std::string file = file_of(R"(<div class='ocr_page' title='bbox 0 0 800 1000'>
      <span class='ocr_line' title="bbox 50 10 700 30; baseline 0 -4">
       <span class='ocrx_word' title='bbox 50 10 90 26;x_wconf 90'>first</span></span>
      <span class='ocr_line' title="bbox 40 40 720 60">
       <span class='ocrx_word' title='bbox 40 40 90 56;x_wconf 80'>second</span></span></div>)");
    const Page page = one_page(file);
    EXPECT_EQ(text_of(file), "first second\n");
    EXPECT_THAT(blocks_of(page), ElementsAre("paragraph 40 10 720 60"));
    EXPECT_FLOAT_EQ(page.blocks[0].lines[1].words[0].confidence, 0.8F);
}

TEST(HocrOfScribe, PictureBetweenLinesEndsTheParagraph) {
    EXPECT_EQ(text_of(file_of("<div class='ocr_page' title='bbox 0 0 800 1000'>"
                              "<span class='ocr_line' title='bbox 1 1 9 9'>a</span><div class='ocr_photo'></div>"
                              "<span class='ocr_line' title='bbox 1 11 9 19'>b</span></div>")),
              "a\n\nb\n");
}

TEST(Hocr, LineBehindABlockOfLinesIsNoPartOfItsParagraph) {
    const std::string line = "<span class='ocr_line' title='bbox 1 1 9 9'>";
    EXPECT_EQ(text_of(file_of("<div class='ocr_page' title='bbox 0 0 99 99'><div class='ocr_carea'>" + line +
                              "a</span></div>" + line + "b</span></div>")),
              "a\n\nb\n");
}

TEST(HocrOfOcropus, TextWithoutWordsInHtmlThatIsNoXml) {
    const std::string file = R"(<!DOCTYPE HTML>
<HTML>
<HEAD><META NAME=ocr-system CONTENT=ocropus><META NAME=ocr-capabilities CONTENT="ocr_page ocr_line">
<TITLE>A & B</TITLE></HEAD>
<BODY>
<DIV CLASS=ocr_page ID=page_1 TITLE='image 0001.png; bbox 0 0 600 800'>
<SPAN CLASS=ocr_line TITLE="bbox 10 20 210 40">R&uuml;ti & Wald</SPAN><BR>
<SPAN CLASS=ocr_line TITLE="bbox 10 50 110 70">a &lt; b</SPAN><br>
<p>
</DIV>
</BODY>
</HTML>
)";
    const Page page = one_page(file);
    EXPECT_EQ(page.source, "0001.png");
    EXPECT_EQ(page.width, 600);
    EXPECT_THAT(line_texts_of(page), ElementsAre("Rüti & Wald", "a < b"));
    EXPECT_THAT(words_of(page), ElementsAre("Rüti 10 20 82 40", "& 100 20 119 40", "Wald 137 20 210 40",
                                            "a 10 50 30 70", "< 50 50 70 70", "b 90 50 110 70"));
    EXPECT_EQ(page.blocks[0].lines[0].words[0].confidence, 1);
}

TEST(HocrOfKraken, LineBreakBehindAWordIsNoText) {
    EXPECT_EQ(text_of("<html><head><meta charset=utf-8></head><body><div class=ocr_page title='bbox 0 0 99 99'>"
                      "<span class=ocr_line id=l1 title='bbox 1 1 90 9; x_bboxes 1 1 9 9'>"
                      "<span class=ocrx_word title='bbox 1 1 9 9; x_confs 0.99 0.98'>ein</span> "
                      "<span class=ocrx_word title='bbox 11 1 19 9'>Wort</span></span><br></div></body></html>"),
              "ein Wort\n");
}

TEST(HocrOfFineReader, BlocksColumnsAndLinesOfItsOwn) {
    EXPECT_EQ(text_of(file_of("<div class='ocr_page' title='bbox 0 0 99 99'>"
                              "<div class='ocrx_block' title='bbox 0 0 99 40'><p class='ocr_par'>"
                              "<span class='ocrx_line' title='bbox 0 0 99 20'>a b</span></p></div>"
                              "<div class='ocr_column' title='bbox 0 50 99 90'><p class='ocr_par'>"
                              "<span class='ocrx_line' title='bbox 0 50 99 70'>c</span></p></div></div>")),
              "a b\n\nc\n");
}

TEST(Hocr, TextThatStandsInNoLineIsRead) {
    EXPECT_EQ(text_of(lines_file("just text &amp; <b>more</b>")), "just text & more\n");
    EXPECT_EQ(text_of(file_of("<div class='ocr_page' title='bbox 0 0 99 99'>"
                              "<h1 class='ocr_title' title='bbox 0 0 99 9'>Title</h1>"
                              "<div class='ocr_header' title='bbox 0 10 99 19'>Header</div></div>")),
              "Title Header\n");
}

TEST(Hocr, TableAndPictureClasses) {
    EXPECT_THAT(blocks_of(one_page(file_of("<div class='ocr_page' title='bbox 0 0 99 99'>"
                                           "<div class='ocr_table' title='bbox 0 0 9 9'></div>"
                                           "<div class='ocr_image' title='bbox 1 0 9 9'></div>"
                                           "<div class='ocr_linedrawing' title='bbox 2 0 9 9'></div></div>"))),
                ElementsAre("table 0 0 9 9", "picture 1 0 9 9", "picture 2 0 9 9"));
}

TEST(Hocr, NegativeFractionalAndMissingBoxes) {
    const Page page = one_page(lines_file("<span class='ocr_line' title='bbox -3 1.6 90 9'>a</span>"
                                          "<span class='ocr_line' title='bbox 1 2 3'>b</span>"
                                          "<span class='ocr_line'>c</span>"));
    EXPECT_THAT(words_of(page), ElementsAre("a -3 2 90 9", "b 0 0 0 0", "c 0 0 0 0"));
}

TEST(Hocr, FileThatIsCutOff) {
    EXPECT_EQ(error_of(tesseract.substr(0, tesseract.size() / 2)), "it ends before </html>");
    EXPECT_EQ(error_of(tesseract), "");
    EXPECT_EQ(error_of("<HTML><BODY><DIV CLASS=ocr_page TITLE='bbox 0 0 9 9'>a"), "it ends before </html>");
    EXPECT_EQ(error_of("<html><body><div class=ocr_page title='bbox 0 0 9 9'>a</div></BODY></HTML>"), "");
    EXPECT_EQ(error_of("<div class=ocr_page title='bbox 0 0 9 9'></div>"), ""); // a part of a page of HTML
}

TEST(Hocr, EndIsFoundAcrossAnyBorderOfPieces) {
    for (std::size_t size = (1 << 15) - 20; size < (1 << 15) + 10; ++size) {
        std::string file = "<html><body><div class='ocr_page'></div>";
        file.append(size - file.size(), ' ');
        EXPECT_EQ(error_of(file + "</html>"), "") << size;
    }
}

TEST(Hocr, PagesBeforeTheCutAreTaken) {
    std::istringstream in("<html><body><div class='ocr_page' title='bbox 0 0 7 9'></div><div class='ocr_page'>");
    std::vector<int> widths;
    EXPECT_THROW(read_existing(in, [&](const Page& page) { widths.push_back(page.width); }), Error);
    EXPECT_EQ(widths.at(0), 7);
}

} // namespace
} // namespace broadsheet
