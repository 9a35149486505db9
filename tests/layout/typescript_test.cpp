// SPDX-License-Identifier: Apache-2.0
// Lines set far apart, in letters of one width.
#include "layout/layout.h"

#include "support/pixel_art.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

std::vector<std::size_t> lines_of_blocks(const std::string& art) {
    std::vector<std::size_t> lines;
    for (const Block& block : find_layout({}, draw_sheet(art)).blocks)
        lines.push_back(block.lines.size());
    return lines;
}

TEST(Typescript, LinesFarApartAreOneBlock) {
    EXPECT_EQ(lines_of_blocks("     xxxx xxx xxx xxxxxx xxxx xx\n\n"
                              "xxxx xxx xxxxx xxxx xxxxx xxx\n\n"
                              "xxxxxxx xx xxxxxx xxx xxxxx xx xx\n\n"
                              "xxx xxxxxx xxx\n\n"
                              "     xxx xxxxx xxx xxxx xx xxxx x\n\n"
                              "xxxxx xxx xxxxxxx xxxx xx xxx\n\n"
                              "xx xxxxx\n"),
              std::vector<std::size_t>{7});
}

TEST(Typescript, BlanksOverEachOtherAreNoGutter) {
    EXPECT_EQ(lines_of_blocks("xxxx xxx xxxxx xxxxx xxx xxx xxxx\n\n"
                              "xxx xxxxxxxxx xxxxxx xxxx  xx xxx\n\n"
                              "xxxxxxx xx xxxxx xxx xxxx  xxxxx\n\n"
                              "xxx xxxxxx xxx xxxxx xxxx  xxxx\n\n"
                              "xxxxxx xxx xxxxx xx xx xxxxxx x\n\n"
                              "xxxxx xxx xxxxxxx xxxxxx xxx xx\n\n"),
              std::vector<std::size_t>{6});
}

TEST(Typescript, ALineFarFromOthersSetCloseIsABlockOfItsOwn) {
    EXPECT_EQ(lines_of_blocks("xxxx xxx xxxxx xxxxx xxx xxx xxxx\n"
                              "xxx xxxxxxxxx xxxxxx xxxx xxx xxx\n"
                              "xxxxxxx xx xxxxx xxx xxxx xxxxxx\n"
                              "xxx xxxxxx xxx xxxxx xxxx xxxx x\n\n"
                              "xxxxxx xxx xxxxx xx xx xxxxxx xx\n"),
              (std::vector<std::size_t>{4, 1}));
}

} // namespace
} // namespace broadsheet
