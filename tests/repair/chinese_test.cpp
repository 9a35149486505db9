// SPDX-License-Identifier: Apache-2.0
#include "repair/chinese.h"

#include "repair/page_drawing.h"
#include "repair/repair.h"

#include <gtest/gtest.h>

namespace broadsheet::mend {
namespace {

Page page_in(const std::string& language, const std::string& text) {
    Page page;
    page.language = language;
    page.blocks = {drawn_block(BlockKind::paragraph, {}, text)};
    page.order = {0};
    return page;
}

std::string repaired(const std::string& language, const std::string& text) {
    const Page page = repair(page_in(language, text));
    EXPECT_EQ(line_text(as_read(page).blocks.front().lines.front()), text);
    return line_text(page.blocks.front().lines.front());
}

TEST(Chinese, TraditionalWritingHasNoSimplifiedCharacters) {
    EXPECT_EQ(repaired("chi_tra", "驻在华軍嚴密戒备"), "駐在華軍嚴密戒備");
    EXPECT_EQ(repaired("chi_tra_vert", "驻在华军"), "駐在華軍") << "all of them";
}

TEST(Chinese, WritingOfAPageReadAsSimplifiedIsToldByItsText) {
    EXPECT_EQ(repaired("chi_sim", "驻在华軍嚴密戒备"), "駐在華軍嚴密戒備");
    EXPECT_EQ(repaired("chi_sim", "驻在华军严密戒备"), "驻在华军严密戒备");
    EXPECT_EQ(repaired("chi_sim", "驻在华军严密戒备進"), "驻在华军严密戒备進") << "one of seven";
}

TEST(Chinese, BothAskedForIsToldByTheText) {
    EXPECT_EQ(repaired("chi_tra+chi_sim", "驻在华军严密戒备"), "驻在华军严密戒备");
}

TEST(Chinese, JapaneseIsWrittenOtherwise) {
    EXPECT_EQ(repaired("jpn", "国会時間来電"), "国会時間来電");
}

TEST(Chinese, APageWithoutTextIsNotTraditional) {
    EXPECT_FALSE(is_traditional(Page{}));
    EXPECT_FALSE(is_traditional(page_in("chi_sim", "ABC")));
}

} // namespace
} // namespace broadsheet::mend
