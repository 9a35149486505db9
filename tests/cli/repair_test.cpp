// SPDX-License-Identifier: Apache-2.0
// broadsheet repair as a process.
#include "support/process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadsheet {
namespace {

using test::read_file;
using test::run;
using test::write_file;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
namespace fs = std::filesystem;

/// A line of hOCR whose words stand as wide as they are long.
std::string line(int x, int y, const std::string& text) {
    std::string words;
    int at = x;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find(' ', from), text.size());
        const int width = 18 * static_cast<int>(end - from);
        words += "<span class='ocrx_word' title='bbox " + std::to_string(at) + ' ' + std::to_string(y) + ' ' +
                 std::to_string(at + width) + ' ' + std::to_string(y + 30) + "; x_wconf 95'>" +
                 text.substr(from, end - from) + "</span>\n";
        at += width + 14;
        from = end + 1;
    }
    return "<span class='ocr_line' title='bbox " + std::to_string(x) + ' ' + std::to_string(y) + ' ' +
           std::to_string(at) + ' ' + std::to_string(y + 30) + "; baseline 0 -8'>" + words + "</span>\n";
}

/// Two columns whose lines the engine read across, as engines do.
std::string two_columns(int page) {
    const std::vector<std::string> left = {"The mayor opened the new bridge on", "Monday before a crowd of some two",
                                           "thousand people who had waited in",  "the rain since the early morning to",
                                           "see the first carriages roll over",  "the river without paying any toll to",
                                           "the old ferry company, which has",   "lost its ancient privilege today."};
    const std::vector<std::string> right = {
        "Prices of corn rose again on the",     "market of the capital, where most of",
        "the dealers expect a poor harvest in", "the provinces of the north after the",
        "long drought of this summer, and a",   "further rise is thought to be likely",
        "unless ships arrive from overseas",    "before the winter storms begin."};
    std::string lines;
    for (std::size_t i = 0; i < left.size(); ++i)
        lines +=
            line(100, 200 + 45 * static_cast<int>(i), left[i]) + line(860, 200 + 45 * static_cast<int>(i), right[i]);
    return "<div class='ocr_page' title='image \"a.png\"; bbox 0 0 1700 800; ppageno " + std::to_string(page) +
           "'><div class='ocr_carea' title='bbox 100 200 1600 600'><p class='ocr_par' lang='eng'>" + lines +
           "</p></div></div>\n";
}
std::string hocr(const std::string& pages) {
    return "<html><head><title></title></head><body>\n" + pages + "</body></html>\n";
}

class Repair : public testing::Test {
protected:
    test::Result repair(const std::vector<std::string>& arguments, const std::string& input = "") {
        std::vector<std::string> all = {"repair"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        return run(BROADSHEET_PROGRAM, {.arguments = all, .input = input, .output = "", .folder = folder.path()});
    }
    test::TemporaryFolder folder;
};

constexpr const char* mended =
    "The mayor opened the new bridge on Monday before a crowd of some two thousand people who "
    "had waited in the rain since the early morning to see the first carriages roll over the "
    "river without paying any toll to the old ferry company, which has lost its ancient "
    "privilege today.\n\nPrices of corn rose again on the market of the capital, where most "
    "of the dealers expect a poor harvest in the provinces of the north after the long "
    "drought of this summer, and a further rise is thought to be likely unless ships arrive "
    "from overseas before the winter storms begin.\n";

TEST_F(Repair, LinesReadAcrossColumnsComeInOrder) {
    write_file(folder.path() / "a.hocr", hocr(two_columns(0)));
    const auto ran = repair({"a.hocr"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.out, mended);
    EXPECT_EQ(repair({"-"}, hocr(two_columns(0))).out, mended) << "from a pipe";
}

std::string book_page(int page, const std::vector<std::string>& text) {
    std::string lines;
    for (std::size_t i = 0; i < text.size(); ++i)
        lines += line(100, 200 + 45 * static_cast<int>(i), text[i]);
    return "<div class='ocr_page' title='image \"a.png\"; bbox 0 0 900 800; ppageno " + std::to_string(page) +
           "'><div class='ocr_carea' title='bbox 100 200 800 600'><p class='ocr_par' lang='eng'>" + lines +
           "</p></div></div>\n";
}

TEST_F(Repair, AParagraphGoesOnOverThePage) {
    const std::string book =
        hocr(book_page(0, {"It was the mayor who had opened the", "new bridge before a crowd of some two",
                           "hundred thousand people who had been wait-"}) +
             book_page(1, {"ing in the rain since the early hours."}));
    write_file(folder.path() / "a.hocr", book);
    const std::string whole = "It was the mayor who had opened the new bridge before a crowd of some two hundred "
                              "thousand people who had been waiting in the rain since the early hours.\n";
    EXPECT_EQ(repair({"a.hocr"}).out, whole + "\f");
    EXPECT_EQ(repair({"-f", "md", "a.hocr"}).out, whole + "\n---\n\n");
    EXPECT_EQ(repair({"-f", "json", "-o", "a.json", "a.hocr"}).status, 0);
    EXPECT_EQ(repair({"--no-repair", "a.json"}).out, whole + "\f") << "as the file says";
    const std::string undone = repair({"--undo", "a.json"}).out;
    EXPECT_THAT(undone, HasSubstr("wait-\n\fing in the rain"));
    EXPECT_EQ(repair({"--no-repair", "a.hocr"}).out, repair({"--no-repair", "-"}, book).out);
    EXPECT_THAT(repair({"--no-repair", "a.hocr"}).out, Not(HasSubstr("waiting")));
}

TEST_F(Repair, NoRepairOnlyConverts) {
    write_file(folder.path() / "a.hocr", hocr(two_columns(0)));
    EXPECT_THAT(repair({"--no-repair", "a.hocr"}).out,
                HasSubstr("The mayor opened the new bridge on Prices of corn rose again on the Monday before"));
}

TEST_F(Repair, OrderAsTold) {
    const std::string file = hocr(two_columns(0));
    EXPECT_EQ(repair({"--order", "columns", "-"}, file).out, mended);
    EXPECT_THAT(repair({"--order", "rtl", "-"}, file).out, StartsWith("Prices of corn rose again on the market of"));
    EXPECT_THAT(repair({"--order", "rtl", "-"}, file).out, HasSubstr("winter storms begin.\n\nThe mayor opened the"));
    EXPECT_THAT(
        repair({"--order", "rows", "-"}, file).out,
        StartsWith("The mayor opened the new bridge on Prices of corn rose again on the\nMonday before a crowd of "
                   "some two market of the capital, where most of\n"));
    EXPECT_THAT(
        repair({"--order", "engine", "-"}, file).out,
        HasSubstr("Prices of corn rose again on the Monday before a crowd of some two\n\nmarket of the capital"));
    EXPECT_EQ(repair({"--order", "vertical", "-"}, file).status, 2);
    EXPECT_EQ(repair({"--order", "rows", "--undo", "-"}, file).status, 2);
}

TEST_F(Repair, UndoGivesWhatWasRead) {
    const auto json = repair({"-f", "json", "--normalize", "modern", "-"}, hocr(two_columns(0)));
    const auto undone = repair({"--undo", "-"}, json.out);
    EXPECT_EQ(undone.status, 0) << undone.err;
    EXPECT_THAT(undone.out, StartsWith("The mayor opened the new bridge on\nMonday before a crowd of some two\n"));
    EXPECT_THAT(undone.out, EndsWith("from overseas\nbefore the winter storms begin.\n"));
    EXPECT_EQ(repair({"--undo", "--normalize", "nfc", "-"}, json.out).status, 2);
}

TEST_F(Repair, SignsAsAsked) {
    std::string old = two_columns(0);
    old.replace(old.find("mayor"), 5, "maſor");
    EXPECT_THAT(repair({"-"}, hocr(old)).out, StartsWith("The maſor opened"));
    EXPECT_THAT(repair({"--normalize", "modern", "-"}, hocr(old)).out, StartsWith("The masor opened"));
    EXPECT_THAT(repair({"--normalize", "nfkc", "-"}, hocr(old)).out, StartsWith("The masor opened"));
    const auto ran = repair({"--normalize", "old", "-"}, hocr(old));
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("--normalize"));
}

TEST_F(Repair, HeadsAreDroppedByWhatAllPagesHave) {
    std::string pages;
    for (int number = 0; number < 3; ++number) {
        std::string page = two_columns(number);
        const std::string before = "lang='eng'>";
        page.insert(page.find(before) + before.size(),
                    line(600, 80, "THE HARBOUR NEWS " + std::to_string(14 + number)));
        pages += page;
    }
    EXPECT_THAT(repair({"-"}, hocr(pages)).out, HasSubstr("THE HARBOUR NEWS 15"));
    EXPECT_EQ(repair({"--drop", "heads", "-"}, hocr(pages)).out, std::string(mended) + '\f' + mended + '\f' + mended);
    const auto ran = repair({"--drop", "feet", "-"}, hocr(pages));
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.err, "broadsheet: --drop: nothing called feet to drop (there are heads and adverts); see broadsheet "
                       "repair --help\n");
}

TEST_F(Repair, AdvertisementsAreDropped) {
    const std::string news = "<p class='ocr_par'>" + line(100, 100, "The harbour was quiet.") + "</p>";
    const std::string soap =
        "<div class='ocr_carea' data-kind='advertisement'><p class='ocr_par' data-kind='advertisement'>" +
        line(100, 600, "Best soap, sixpence") + "</p></div>";
    const std::string page = "<div class='ocr_page' title='bbox 0 0 2000 3000'>" + news + soap + "</div>";
    EXPECT_EQ(repair({"-"}, hocr(page)).out, "The harbour was quiet.\n\nBest soap, sixpence\n");
    EXPECT_EQ(repair({"--drop", "adverts", "-"}, hocr(page)).out, "The harbour was quiet.\n");
    EXPECT_EQ(repair({"--drop", "heads,adverts", "-"}, hocr(page)).out, "The harbour was quiet.\n");
}

TEST_F(Repair, EveryFormatIntoAFolderAndBackIsTheSameText) {
    fs::create_directory(folder.path() / "in");
    write_file(folder.path() / "in/a.hocr", hocr(two_columns(0)));
    ASSERT_EQ(repair({"-f", "txt,md,json,tsv,hocr,alto,page", "-o", "out", "in/a.hocr"}).status, 0);
    EXPECT_EQ(read_file(folder.path() / "out/a.txt"), mended);
    for (const char* name : {"a.json", "a.hocr", "a.alto.xml", "a.page.xml"})
        EXPECT_EQ(repair({"--no-repair", std::string("out/") + name}).out, mended) << name;
    EXPECT_TRUE(fs::exists(folder.path() / "out/a.md"));
    EXPECT_TRUE(fs::exists(folder.path() / "out/a.tsv"));
}

TEST_F(Repair, PagesOfADocumentStandApartAndMakeAFileEachWhereTheFormatWantsIt) {
    write_file(folder.path() / "book.hocr", hocr(two_columns(0) + two_columns(1)));
    EXPECT_EQ(repair({"book.hocr"}).out, std::string(mended) + '\f' + mended);
    ASSERT_EQ(repair({"-f", "alto,txt", "-o", "out/", "book.hocr"}).status, 0);
    EXPECT_TRUE(fs::exists(folder.path() / "out/book_p0001.alto.xml"));
    EXPECT_TRUE(fs::exists(folder.path() / "out/book_p0002.alto.xml"));
    EXPECT_FALSE(fs::exists(folder.path() / "out/book.alto.xml"));
    const auto ran = repair({"-f", "page", "-o", "book.xml", "book.hocr"});
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(ran.err, "broadsheet: page holds one page a file: a document of several needs -o FOLDER/\n");
    EXPECT_FALSE(fs::exists(folder.path() / "book.xml"));
}

TEST_F(Repair, WhatCannotBeReadIsOneLineAndCostsNothingElse) {
    write_file(folder.path() / "good.hocr", hocr(two_columns(0)));
    write_file(folder.path() / "text.hocr", "no OCR at all");
    write_file(folder.path() / "cut.hocr", "<html><body><div class='ocr_page' title='bbox 0 0 1 1'>");
    write_file(folder.path() / "bad.xml", "<alto><Layout><Page></Layout></alto>");
    write_file(folder.path() / "empty.tsv", "");
    const auto ran =
        repair({"-o", "out", "text.hocr", "cut.hocr", "bad.xml", "empty.tsv", "missing.xml", "good.hocr", "out/.."});
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(ran.err, "broadsheet: text.hocr: is neither hOCR, ALTO, PAGE, Tesseract's TSV nor this program's JSON\n"
                       "broadsheet: cut.hocr: it ends before </html>\n"
                       "broadsheet: bad.xml: line 1: Opening and ending tag mismatch: Page and Layout\n"
                       "broadsheet: empty.tsv: is empty\n"
                       "broadsheet: missing.xml: cannot be read: No such file or directory\n"
                       "broadsheet: out/..: is a folder\n");
    EXPECT_EQ(read_file(folder.path() / "out/good.txt"), mended);
    EXPECT_FALSE(fs::exists(folder.path() / "out/text.txt"));
}

TEST_F(Repair, WrongUsage) {
    EXPECT_EQ(repair({}).status, 2);
    EXPECT_EQ(repair({"-f", "doc", "a.hocr"}).status, 2);
    EXPECT_THAT(repair({"-f", "doc", "a.hocr"}).err, HasSubstr("txt, md, json, tsv, hocr, alto, page"));
    write_file(folder.path() / "a.hocr", hocr(two_columns(0)));
    EXPECT_EQ(repair({"-f", "hocr", "-o", "a.hocr", "a.hocr"}).status, 2);
    EXPECT_EQ(repair({"--image", "a.png", "a.hocr", "b.hocr"}).status, 2);
}

TEST_F(Repair, ImageOfAnotherSizeIsRefused) {
    write_file(folder.path() / "a.hocr", hocr(two_columns(0)));
    write_file(folder.path() / "a.pgm", "P5\n2 2\n255\n\xff\xff\xff\xff");
    const auto ran = repair({"--image", "a.pgm", "a.hocr"});
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(ran.err, "broadsheet: a.hocr: page 1: a.pgm is 2 by 2 pixels, the page 1700 by 800\n");
}

} // namespace
} // namespace broadsheet
