// SPDX-License-Identifier: Apache-2.0
// Tesseract's TSV.
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

const std::string names =
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";
const std::string tesseract = names + "1\t1\t0\t0\t0\t0\t0\t0\t1000\t1400\t-1\t\n"
                                      "2\t1\t1\t0\t0\t0\t100\t50\t400\t90\t-1\t\n"
                                      "3\t1\t1\t1\t0\t0\t100\t50\t400\t90\t-1\t\n"
                                      "4\t1\t1\t1\t1\t0\t100\t50\t400\t40\t-1\t\n"
                                      "5\t1\t1\t1\t1\t1\t100\t50\t180\t40\t96.063751\tNeue\n"
                                      "5\t1\t1\t1\t1\t2\t300\t50\t200\t32\t0\t\"Zeit\"\n"
                                      "4\t1\t1\t1\t2\t0\t100\t100\t400\t40\t-1\t\n"
                                      "5\t1\t1\t1\t2\t1\t100\t100\t100\t40\t-1\tund\n"
                                      "3\t1\t1\t2\t0\t0\t100\t160\t400\t40\t-1\t\n"
                                      "4\t1\t1\t2\t1\t0\t100\t160\t400\t40\t-1\t\n"
                                      "5\t1\t1\t2\t1\t1\t100\t160\t100\t40\t100\tneu\n"
                                      "2\t1\t2\t0\t0\t0\t600\t50\t100\t90\t-1\t\n"
                                      "3\t1\t2\t1\t0\t0\t600\t50\t100\t90\t-1\t\n"
                                      "4\t1\t2\t1\t1\t0\t600\t50\t100\t90\t-1\t\n"
                                      "5\t1\t2\t1\t1\t1\t600\t50\t100\t90\t95\t \n";

TEST(TsvOfTesseract, PageBlocksAndText) {
    const Page page = one_page(tesseract);
    EXPECT_EQ(page.width, 1000);
    EXPECT_EQ(page.height, 1400);
    EXPECT_EQ(page.number, 1);
    EXPECT_EQ(text_of(tesseract), "Neue \"Zeit\" und\n\nneu\n");
    EXPECT_THAT(blocks_of(page), ElementsAre("paragraph 100 50 500 140", "paragraph 600 50 700 140"));
    EXPECT_THAT(words_of(page), ElementsAre("Neue 100 50 280 90", "\"Zeit\" 300 50 500 82", "und 100 100 200 140",
                                            "neu 100 160 200 200"));
}

TEST(TsvOfTesseract, ConfidenceOfMinusOneIsNone) {
    std::vector<float> sure;
    for (const Line& line : test::lines_of(one_page(tesseract)))
        for (const Word& word : line.words)
            sure.push_back(word.confidence);
    EXPECT_THAT(sure, ElementsAre(testing::FloatNear(0.9606F, 1e-4F), 0.F, 1.F, 1.F));
}

TEST(Tsv, LinesThatEndAsInWindows) {
    std::string file;
    for (const char c : tesseract)
        file += c == '\n' ? std::string("\r\n") : std::string(1, c);
    EXPECT_EQ(pages_from(file), pages_from(tesseract));
    EXPECT_EQ(pages_from(file + "\r\n"), pages_from(tesseract));
    EXPECT_EQ(pages_from(tesseract.substr(0, tesseract.size() - 1)), pages_from(tesseract)); // no last line break
    EXPECT_EQ(pages_from(tesseract + "\n\n"), pages_from(tesseract));
}

TEST(Tsv, SeveralPages) {
    const std::string file = names + "1\t1\t0\t0\t0\t0\t0\t0\t100\t140\t-1\t\n"
                                     "5\t1\t1\t1\t1\t1\t1\t2\t3\t4\t90\tone\n"
                                     "1\t2\t0\t0\t0\t0\t0\t0\t200\t240\t-1\t\n"
                                     "1\t3\t0\t0\t0\t0\t0\t0\t300\t340\t-1\t\n"
                                     "5\t3\t1\t1\t1\t1\t1\t2\t3\t4\t90\tthree\n";
    const std::vector<Page> pages = pages_from(file);
    ASSERT_EQ(pages.size(), 3U);
    EXPECT_EQ(to_text(pages), "one\n\f\fthree\n");
    EXPECT_EQ(pages[2].number, 3);
    EXPECT_EQ(pages[2].width, 300);
}

TEST(Tsv, WordsAlone) {
    EXPECT_EQ(text_of(names + "5\t1\t1\t1\t1\t1\t1\t2\t3\t4\t90\ta\n5\t1\t1\t1\t1\t2\t5\t2\t3\t4\t90\tb\n"), "a b\n");
}

TEST(Tsv, ChineseWordsAreWrittenWithoutBlanks) {
    const auto word = [](const std::string& text) { return "5\t1\t1\t1\t1\t1\t1\t2\t3\t4\t90\t" + text + "\n"; };
    EXPECT_EQ(text_of(names + word("双良") + word("新能源") + word("2026") + word("iPhone") + word("年")),
              "双良新能源2026 iPhone年\n");
}

TEST(Tsv, NothingButTheNames) {
    EXPECT_TRUE(pages_from(names).empty());
}

TEST(Tsv, ErrorsNameTheLine) {
    EXPECT_EQ(error_of(names + "1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n5\t1\t1\t1\t1\n"), "line 3: has 5 columns, not 12");
    EXPECT_EQ(error_of(names + "\nlevel\n"), "line 3: has 1 columns, not 12");
    EXPECT_EQ(error_of(names + "6\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n"), "line 2: there is no level 6");
    EXPECT_EQ(error_of(names + "x\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n"), "line 2: there is no level 0");
    EXPECT_EQ(error_of(names + "4\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\n"), ""); // no cell for the text that it has not
}

} // namespace
} // namespace broadsheet
