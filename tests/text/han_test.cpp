// SPDX-License-Identifier: Apache-2.0
#include "text/han.h"

#include "text/characters.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>

namespace broadsheet::text {
namespace {

int count(const std::u32string& text, bool (*is)(char32_t)) {
    return static_cast<int>(std::ranges::count_if(text, is));
}

std::string written_traditionally(std::u32string text) {
    std::ranges::transform(text, text.begin(), traditional);
    return utf8(text);
}

TEST(Han, CharactersOfOneWritingAreTold) {
    EXPECT_EQ(count(U"军华驻进东难", is_simplified), 6);
    EXPECT_EQ(count(U"軍華駐進東難", is_traditional), 6);
}

TEST(Han, CharactersOfBothWritingsAreOfNeitherAlone) {
    for (const auto is : {is_simplified, is_traditional})
        EXPECT_EQ(count(U"中文人日本大小上海后里台干", is), 0);
}

TEST(Han, OtherSignsAreOfNeither) {
    for (const auto is : {is_simplified, is_traditional})
        EXPECT_EQ(count(U"a1é，。「あア한 \U00020000", is), 0);
}

TEST(Han, SimplifiedCharactersAreWrittenTraditionally) {
    EXPECT_EQ(written_traditionally(U"驻在华军戒备，来电说"), "駐在華軍戒備，來電說");
}

TEST(Han, WhatIsWrittenBothWaysStays) {
    for (const std::u32string text : {U"皇后里台干", U"着强温决册", U"駐在華軍", U"ABC 12", U"あア"})
        EXPECT_EQ(written_traditionally(text), utf8(text));
}

} // namespace
} // namespace broadsheet::text
