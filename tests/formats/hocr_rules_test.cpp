// SPDX-License-Identifier: Apache-2.0
// What is written keeps the rules of hOCR, as a program of its own checks them.
#include "formats/formats.h"
#include "formats/printed_page.h"
#include "support/process.h"

#include <gmock/gmock.h>

namespace broadsheet {
namespace {

test::Result checked(const std::string& hocr) {
    const test::TemporaryFolder folder;
    test::write_file(folder.path() / "page.hocr", hocr);
    const std::string rules = BROADSHEET_SOURCE_DIR "/tests/formats/hocr_rules.py";
    const std::string file = (folder.path() / "page.hocr").string();
    // Debian's Python, which has lxml.
    return test::run("/usr/bin/python3", {.arguments = {rules, file}, .input = {}, .output = {}});
}

std::string written(std::vector<Page> pages) {
    return formatted(pages, *find_format("hocr"));
}

TEST(HocrRules, RandomPagesKeepThem) {
    std::vector<Page> pages;
    for (unsigned seed = 0; seed < 50; ++seed) {
        pages.push_back(test::PrintedPage(seed).page());
        pages.back().number = static_cast<int>(seed) + 1;
    }
    const test::Result result = checked(written(pages));
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(result.out, "");
}

TEST(HocrRules, PageThatLeansAndHasNothingKnownKeepsThem) {
    Page page = test::PrintedPage(1).page();
    page.width = 40000;
    page.height = 40000;
    Line& line = page.blocks[0].lines[0];
    line.box = {0, 0, 40000, 20001};
    line.baseline = {{0, 1}, {40000, 2}}; // a slope that would be written as 2.5e-05
    for (const Page& one : {page, Page{}}) {
        const test::Result result = checked(written({one}));
        EXPECT_EQ(result.status, 0) << result.err;
        EXPECT_EQ(result.out, "");
    }
}

TEST(HocrRules, BrokenFilesAreRefused) {
    const std::string good = written({test::PrintedPage(1).page()});
    const auto reason = [&](const std::string& part, const std::string& other) {
        std::string bad = good;
        bad.replace(bad.find(part), part.size(), other);
        const test::Result result = checked(bad);
        EXPECT_EQ(result.status, 1) << part;
        return result.out;
    };
    using testing::HasSubstr;
    EXPECT_THAT(reason("</html>", ""), HasSubstr("not well-formed"));
    EXPECT_THAT(reason("name=\"ocr-system\"", ""), HasSubstr("no meta ocr-system"));
    EXPECT_THAT(reason("ocr_par ocr_line", "ocr_line"), HasSubstr("ocr_par is not among the capabilities"));
    EXPECT_THAT(reason("class=\"ocr_par\"", "class=\"ocr_para\""), HasSubstr("no such class: ocr_para"));
    EXPECT_THAT(reason("class=\"ocr_par\"", "class=\"ocr_carea\""), HasSubstr("ocr_carea within ocr_carea"));
    EXPECT_THAT(reason("id=\"line_1_1\"", "id=\"page_1\""), HasSubstr("the id is there twice: page_1"));
    EXPECT_THAT(reason("title=\"bbox ", "title=\"bbox -"), HasSubstr("bbox has no such value"));
    EXPECT_THAT(reason("title=\"bbox ", "title=\"bbox 9999 2; x_a "), HasSubstr("bbox has no such value"));
    EXPECT_THAT(reason("title=\"bbox ", "title=\"bbox 90 0 1 2; x_a "), HasSubstr("bbox is turned"));
    EXPECT_THAT(reason("; baseline", "; basis"), HasSubstr("no such property: basis"));
    EXPECT_THAT(reason("; baseline ", "; baseline 1e-05 "), HasSubstr("baseline has no such value"));
    EXPECT_THAT(reason("; x_wconf ", "; x_wconf 1000"), HasSubstr("x_wconf is not from 0 to 100"));
    EXPECT_THAT(reason("bbox 0 0 2000 3000", "bbox 0 0 200 300"), HasSubstr("the word is not within the page"));
    EXPECT_THAT(reason("; ppageno", "; x_no"), HasSubstr("ocr_page has no ppageno"));
    EXPECT_THAT(reason("&quot;; bbox", "; bbox"), HasSubstr("title does not parse"));
}

} // namespace
} // namespace broadsheet
