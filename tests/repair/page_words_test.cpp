// SPDX-License-Identifier: Apache-2.0
#include "repair/hyphen.h"
#include "repair/page_drawing.h"

#include <gtest/gtest.h>

namespace broadsheet::mend {
namespace {

TEST(PageWords, CountsWordsAndHyphenatedPairs) {
    const PageWords words = count_words(
        drawn_page("eng", {drawn_block(BlockKind::paragraph, {}, "The apt-get tool, the APT-GET\ntool-box-set")}));
    EXPECT_EQ(words.count(U"tool"), 2);
    EXPECT_EQ(words.count(U"the"), 2);
    EXPECT_EQ(words.count_pair(U"apt", U"get"), 2);
    EXPECT_EQ(words.count_pair(U"tool", U"box"), 1);
    EXPECT_EQ(words.count_pair(U"box", U"set"), 1);
    EXPECT_EQ(words.count_pair(U"tool", U"set"), 0);
}

TEST(PageWords, LeavesOutWhatALineEndBreaks) {
    const PageWords words =
        count_words(drawn_page("eng", {drawn_block(BlockKind::paragraph, {}, "of the govern-\nment is")}));
    EXPECT_EQ(words.count(U"govern"), 0);
    EXPECT_EQ(words.count(U"ment"), 0);
    EXPECT_EQ(words.count(U"is"), 1);
}

TEST(PageWords, LeavesOutRemovedLines) {
    Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {}, "zymolith")});
    page.blocks[0].lines[0].removed = "garbage";
    EXPECT_EQ(count_words(page).count(U"zymolith"), 0);
}

} // namespace
} // namespace broadsheet::mend
