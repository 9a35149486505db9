// SPDX-License-Identifier: Apache-2.0
#include "formats/formats.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

Paragraph paragraph(BlockKind kind, const std::string& text, int block = 0) {
    return {kind, text, {{block, 0}}, {}};
}

Page page_of(std::vector<Article> articles) {
    Page page;
    page.articles = std::move(articles);
    return page;
}

std::string text_of(const Page& page) {
    return to_text(std::vector<Page>{page});
}

TEST(Text, EmptyPageIsTheEmptyString) {
    EXPECT_EQ(text_of(Page{}), "");
    EXPECT_EQ(text_of(page_of({Article{}, Article{}})), "");
}

TEST(Text, OneParagraphIsOneLine) {
    EXPECT_EQ(text_of(page_of({{{paragraph(BlockKind::paragraph, "Ein Satz.")}}})), "Ein Satz.\n");
}

TEST(Text, BlankLineBetweenParagraphsAndBetweenArticles) {
    const Page page =
        page_of({{{paragraph(BlockKind::heading, "双良新能源"), paragraph(BlockKind::paragraph, "One.", 1)}},
                 {{paragraph(BlockKind::heading, "Second", 2)}}});
    EXPECT_EQ(text_of(page), "双良新能源\n\nOne.\n\nSecond\n");
}

TEST(Text, ParagraphWithoutTextLeavesNoGap) {
    const Page page = page_of({{{paragraph(BlockKind::paragraph, ""), paragraph(BlockKind::paragraph, "a"),
                                 paragraph(BlockKind::picture, ""), paragraph(BlockKind::paragraph, "b")}}});
    EXPECT_EQ(text_of(page), "a\n\nb\n");
}

TEST(Text, EntriesOfOneListStandTogether) {
    const Page page = page_of({{{paragraph(BlockKind::paragraph, "Members:", 0), paragraph(BlockKind::list, "Abel", 1),
                                 paragraph(BlockKind::list, "Baker", 1), paragraph(BlockKind::list, "Cole", 2),
                                 paragraph(BlockKind::paragraph, "The end.", 2)}}});
    EXPECT_EQ(text_of(page), "Members:\n\nAbel\nBaker\n\nCole\n\nThe end.\n");
}

TEST(Text, EntriesWithoutLinesAreNotOneList) {
    const Page page = page_of({{{{BlockKind::list, "a", {}, {}}, {BlockKind::list, "b", {}, {}}}}});
    EXPECT_EQ(text_of(page), "a\n\nb\n");
}

TEST(Text, ParagraphsOfOneBlockAreNotAList) {
    const Page page = page_of({{{paragraph(BlockKind::paragraph, "a", 3), paragraph(BlockKind::paragraph, "b", 3)}}});
    EXPECT_EQ(text_of(page), "a\n\nb\n");
}

TEST(Text, FormFeedBetweenPagesAndABlankPageKeepsItsPlace) {
    const Page first = page_of({{{paragraph(BlockKind::paragraph, "one")}}});
    const Page third = page_of({{{paragraph(BlockKind::paragraph, "three")}}});
    EXPECT_EQ(to_text(std::vector<Page>{first, Page{}, third}), "one\n\f\fthree\n");
    EXPECT_EQ(to_text(std::vector<Page>{first}), "one\n");
    EXPECT_EQ(to_text(std::vector<Page>{}), "");
}

} // namespace
} // namespace broadsheet
