// SPDX-License-Identifier: Apache-2.0
// parse(write(page)): text, order and boxes survive every format that is read.
#include "formats/formats.h"
#include "formats/printed_page.h"
#include "formats/same_reading.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

class RoundTrip : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Formats, RoundTrip, testing::Values("hocr", "alto", "page", "json"),
                         [](const auto& one) { return std::string(one.param); });

TEST_P(RoundTrip, KeepsTextOrderAndBoxesOfRandomPages) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const Page page = test::PrintedPage(seed).page();
        const std::string file = formatted({page}, *find_format(GetParam()));
        const std::vector<Page> back = pages_from(file);
        ASSERT_EQ(back.size(), 1U);
        ASSERT_EQ(to_text(back), to_text({page})) << "seed " << seed << '\n' << file;
        ASSERT_EQ(test::difference(back[0], page), "") << "seed " << seed << '\n' << file;
    }
}

TEST_P(RoundTrip, KeepsKindsSizesSourceAndLanguage) {
    for (unsigned seed = 0; seed < 50; ++seed) {
        const Page page = test::PrintedPage(seed).page();
        const Page back = pages_from(formatted({page}, *find_format(GetParam()))).at(0);
        EXPECT_EQ(back.width, page.width);
        EXPECT_EQ(back.height, page.height);
        EXPECT_EQ(back.number, page.number);
        EXPECT_EQ(back.language, page.language);
        if (GetParam() != std::string("hocr")) { // which has no way to write a quotation mark
            EXPECT_EQ(back.source, page.source);
        }
        std::vector<BlockKind> kinds, kinds_back;
        for (const Article& article : page.articles)
            for (const Paragraph& paragraph : article.paragraphs)
                kinds.push_back(paragraph.kind);
        for (const Article& article : back.articles)
            for (const Paragraph& paragraph : article.paragraphs)
                kinds_back.push_back(paragraph.kind);
        EXPECT_EQ(kinds_back, kinds);
        EXPECT_EQ(back.articles.size(), page.articles.size()) << "seed " << seed;
    }
}

TEST_P(RoundTrip, IsTheSameFileTheSecondTime) {
    for (unsigned seed = 0; seed < 50; ++seed) {
        const Format& format = *find_format(GetParam());
        const std::string once = formatted(pages_from(formatted({test::PrintedPage(seed).page()}, format)), format);
        EXPECT_EQ(formatted(pages_from(once), format), once) << "seed " << seed;
    }
}

TEST_P(RoundTrip, EmptyPageIsAPage) {
    Page page;
    page.source = "blank.png";
    page.width = 200;
    page.height = 100;
    const std::vector<Page> back = pages_from(formatted({page}, *find_format(GetParam())));
    ASSERT_EQ(back.size(), 1U);
    EXPECT_EQ(back[0].width, 200);
    EXPECT_TRUE(back[0].blocks.empty());
    EXPECT_EQ(to_text(back), "");
}

TEST(RoundTrip, ConfidenceSurvives) {
    Page page = test::PrintedPage(1).page();
    for (const char* name : {"hocr", "alto", "page"}) {
        const Page back = pages_from(formatted({page}, *find_format(name))).at(0);
        const Word& word = page.blocks[0].lines[0].words[0];
        EXPECT_NEAR(back.blocks[0].lines[0].words[0].confidence, word.confidence, 0.005) << name;
    }
}

TEST(RoundTrip, ManyPagesInOneFileOfHocrAndTsv) {
    const std::vector<Page> pages = {test::PrintedPage(1).page(), Page{}, test::PrintedPage(2).page()};
    for (const char* name : {"hocr", "tsv", "json"}) {
        const std::vector<Page> back = pages_from(formatted(pages, *find_format(name)));
        ASSERT_EQ(back.size(), 3U) << name;
        EXPECT_EQ(back[2].blocks.size(), pages[2].blocks.size()) << name;
    }
    EXPECT_EQ(to_text(pages_from(formatted(pages, *find_format("hocr")))), to_text(pages));
}

} // namespace
} // namespace broadsheet
