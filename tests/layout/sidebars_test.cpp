// SPDX-License-Identifier: Apache-2.0
// Text in a box or on a tint is text, apart from what stands round it.
#include "layout/drawn_layout.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

enum class Ground { box, double_box, round_box, tint, screen };

/// The drawing with a ground under some of its cells: columns from and to, rows from and to.
Sheet on_ground(const std::string& art, Ground ground, const cv::Rect& cells) {
    Sheet sheet = draw_sheet(art);
    const cv::Rect area((cells.x + 2) * kCellWidth - 16, (cells.y + 1) * kCellHeight - 8, cells.width * kCellWidth + 32,
                        cells.height * kCellHeight + 16);
    const auto frame = [&](int inset, int thickness) {
        cv::rectangle(sheet.gray,
                      cv::Rect(area.x + inset, area.y + inset, area.width - 2 * inset, area.height - 2 * inset), 0,
                      thickness);
    };
    cv::Mat shade(sheet.gray.size(), CV_8UC1, cv::Scalar(255));
    switch (ground) {
    case Ground::double_box:
        frame(-6, 2);
        [[fallthrough]];
    case Ground::box:
        frame(0, 2);
        break;
    case Ground::round_box:
        cv::rectangle(sheet.gray, area, 0, 2);
        for (const cv::Point corner :
             {area.tl(), cv::Point(area.x, area.br().y), cv::Point(area.br().x, area.y), area.br()})
            cv::rectangle(sheet.gray, cv::Rect(corner.x - 7, corner.y - 7, 14, 14), 255, cv::FILLED);
        break;
    case Ground::tint:
        shade(area).setTo(205);
        break;
    case Ground::screen:
        for (int y = area.y; y < area.br().y; y += 5)
            for (int x = area.x + (y - area.y) / 5 % 2 * 3; x < area.br().x; x += 6)
                shade.at<std::uint8_t>(y, x) = 120;
        break;
    }
    sheet.gray = cv::min(sheet.gray, shade);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    return sheet;
}

Blocks boxed(const std::string& art, const cv::Rect& cells, Ground ground = Ground::box) {
    return blocks_of(find_layout({}, on_ground(art, ground, cells)));
}

TEST(Sidebars, InABoxWithinAColumn) {
    EXPECT_EQ(boxed("xxxx xxx xxxxx xxx xxxxxx xx\n"
                    "xxxxx xxxxxx xxxxx xxxxx xxx\n"
                    "xxxx xx xxxxxx xxxx xxxx xxx\n"
                    "\n"
                    "  xxx xxxxx xx xxx xx xxxx\n"
                    "  xxx xxxx xxxxxx xxx xxxx\n"
                    "  xxxx xxxx xx xxxx xxxxxx\n"
                    "  xxx xx xxxxx xxx xxxx xx\n"
                    "\n"
                    "xxx xxx xxxxxx xxxxxx xxxxxx\n"
                    "xxxx xxx xxxxxx xxxxxx xxxxx\n"
                    "xx xxx xxxx xxxx xxxx xxxxxx\n",
                    {2, 4, 24, 4}),
              (Blocks{"paragraph 0,0 3", "paragraph 2,4 4", "paragraph 0,9 3"}));
}

TEST(Sidebars, InADoubleBoxWithinAColumn) {
    EXPECT_EQ(boxed("xxx xxx xx xxxxxx xx xxx xxx\n"
                    "xxxxxx xxx xxx xxxxxx xxxxxx\n"
                    "xxx xxx xxx xxx xxxx xxxxxxx\n"
                    "\n"
                    "  xxxxx xxx xxx xxxxx xxxx\n"
                    "  xxx xxxx xxx xx xxx xxxx\n"
                    "  xxxx xxx xxx xxx xx xxxx\n"
                    "  xxx xxx xxxxxx xxxx xxxx\n"
                    "\n"
                    "xxxx xx xxxx xxxxx xxxxx xxx\n"
                    "xxx xx xxx xxx xxxxxx xxxxxx\n"
                    "xxx xxxx xxxxx xxx xxx xxxxx\n",
                    {2, 4, 24, 4}, Ground::double_box),
              (Blocks{"paragraph 0,0 3", "paragraph 2,4 4", "paragraph 0,9 3"}));
}

TEST(Sidebars, InABoxWithOpenCornersWithinAColumn) {
    EXPECT_EQ(boxed("xxxx xxxx xxxxx xxx xx xxxxx\n"
                    "xxx xx xxxxx xxx xxxxxx xxxx\n"
                    "xxxx xx xxxx xxxxxx xxxx xxx\n"
                    "\n"
                    "  xxx xxxx xxxx xxxxxx xxx\n"
                    "  xx xxxx xx xxxxx xxx xxx\n"
                    "  xxxx xxx xx xxxxxx xxxxx\n"
                    "  xxx xxxxxx xxxx xxx xxxx\n"
                    "\n"
                    "xxxx xxx xxxx xxx xxxxxx xxx\n"
                    "xxxx xx xxxx xxxxx xxxxxx xx\n"
                    "xxxxxx xxx xxxxxx xxx xxxxxx\n",
                    {2, 4, 24, 4}, Ground::round_box),
              (Blocks{"paragraph 0,0 3", "paragraph 2,4 4", "paragraph 0,9 3"}));
}

TEST(Sidebars, OnATintWithinAColumn) {
    EXPECT_EQ(boxed("xx xxxx xx xxx xxx xxxx xxxx\n"
                    "xxxx xxx xxx xxx xxx xxxxxxx\n"
                    "xxxx xx xxx xxxxx xxx xxxxxx\n"
                    "\n"
                    "  xxx xxx xxxxxx xx xxxxxx\n"
                    "  xxxxx xxx xxxxx xxxxx xx\n"
                    "  xxx xxxx xxx xxxxx xxxxx\n"
                    "  xx xx xxxx xxxx xxxx xxx\n"
                    "\n"
                    "xx xxx xxxxx xxxx xxx xxxxxx\n"
                    "xxxxxx xxx xxxx xxxxx xxxxxx\n"
                    "xxxx xxx xx xxxxx xx xxxxxxx\n",
                    {2, 4, 24, 4}, Ground::tint),
              (Blocks{"paragraph 0,0 3", "paragraph 2,4 4", "paragraph 0,9 3"}));
}

TEST(Sidebars, OnADottedScreenWithinAColumn) {
    EXPECT_EQ(boxed("xxxx xxx xxxxxx xxx xxx xxxx\n"
                    "xxxxx xxxx xxx xxxxx xxxxxxx\n"
                    "xxxx xx xxx xxxx xxx xxx xxx\n"
                    "\n"
                    "  xx xxxxxx xxxx xxx xxxxx\n"
                    "  xxx xxxx xxxx xxxxxx xxx\n"
                    "  xxx xxxx xxxx xxxx xxxxx\n"
                    "  xxxxx xxxxx xxx xxxx xxx\n"
                    "\n"
                    "xxx xxx xxxx xxxx xxx xxxxxx\n"
                    "xx xxxx xxxxxx xxxx xxx xxxx\n"
                    "xxxxx xxxx xxxxxx xxx xxxxxx\n",
                    {2, 4, 24, 4}, Ground::screen),
              (Blocks{"paragraph 0,0 3", "paragraph 2,4 4", "paragraph 0,9 3"}));
}

TEST(Sidebars, InABoxWithinTheSecondOfTwoColumns) {
    EXPECT_EQ(boxed("xxx xx xxxx xxx xxxx xxxxxxx    xxxxxx xxxx xxx xxxxxx xxxxx\n"
                    "xxxx xxxxxx xxxx xxx xx xxxx    xxx xxxxxx xxxxxx xxxxx xxxx\n"
                    "xxxxxx xxxxxx xxxxxx xxx xxx    xxxx xxx xxx xxxx xxx xxxxxx\n"
                    "xxxxx xxxx xxxxx xx xxxx xxx\n"
                    "xxx xxx xxxx xxxxx xxxxx xxx      xxxx xxx xxx xxxxxx xxxx\n"
                    "xxx xxxxxx xxxx xxx xxxx xxx      xxx xxxxxx xxxx xxx xxxx\n"
                    "xxxxx xxxxx xxx xxx xxxxx xx      xxxxx xx xxxxx xxxxx xxx\n"
                    "xxx xxxx xxxxxx xx xxxx xxxx      xxxxx xxxx xxx xxxx xxxx\n"
                    "xxxx xxxxxx xxx xxx xxxxx xx\n"
                    "xxx xxxx xxx xxxxxx xxxx xxx    xxxxxx xxxx xxxx xxxxx xxxxx\n"
                    "xxxxx xxxxx xxxxxx xxx xxxxx    xxxx xxx xxxx xxxx xxxxxx xx\n"
                    "xxx xxx xxxxx xxx xxxxx xxxx    xxxxxx xxxxx xxx xxxxx xxxxx\n",
                    {34, 4, 24, 4}),
              (Blocks{"paragraph 0,0 12", "paragraph 32,0 3", "paragraph 34,4 4", "paragraph 32,9 3"}));
}

TEST(Sidebars, OnATintWithinTheFirstOfTwoColumns) {
    EXPECT_EQ(boxed("xx xxx xxx xxxx xxxx xxxx xx    xx xxxx xxxx xxx xx xxx xxxx\n"
                    "xxxxx xxx xxx xxxxxx xxxxxxx    xxxx xxxx xxx xxxx xxx xxxxx\n"
                    "xxx xxxxx xxxxx xx xxxx xxxx    xxx xxxxxx xxx xxxx xxxx xxx\n"
                    "                                xxxxxx xxxx xxxxx xxxx xxxxx\n"
                    "  xxx xxx xx xxx xx xxxxxx      xxx xxxx xxx xxx xxxx xxxxxx\n"
                    "  xxx xxx xxxx xxx xxxx xx      xxxx xxxx xxxx xxx xxx xxxxx\n"
                    "  xx xxxx xxxx xxx xxxx xx      xxxx xx xxx xxxxxx xxxxx xxx\n"
                    "  xxxxx xxxx xx xxxx xxxxx      xx xxxx xx xxx xxxx xxxx xxx\n"
                    "                                xxxx xxx xxx xxxxx xxxx xxxx\n"
                    "xxx xxx xxxxx xxx xx xxx xxx    xxxx xxxx xxxx xxx xxxx xxxx\n"
                    "xxxx xxx xxxxxx xxxx xxxxxxx    xxx xxxx xxxxx xxxx xxxx xxx\n"
                    "xx xxxxx xxxxxx xxxx xxx xxx    xxxxxx xxx xxxx xxxx xxx xxx\n",
                    {2, 4, 24, 4}, Ground::tint),
              (Blocks{"paragraph 0,0 3", "paragraph 32,0 12", "paragraph 2,4 4", "paragraph 0,9 3"}));
}

TEST(Sidebars, InABoxUnderTwoColumns) {
    EXPECT_EQ(boxed("xxxxx xxx xxxx xxx xxxx xxxx    xxxxxx xxx xxxxx xxx xxx xxx\n"
                    "xx xxx xxx xxxx xxx xxx xxxx    xxxx xxxx xxxx xxxx xxxxx xx\n"
                    "xxxx xx xx xxxxx xxxx xxxxxx    xxxxxx xxxx xxxxx xx xx xxxx\n"
                    "xxxx xxx xxx xx xxxxxx xxxxx    xxxxxx xxx xxx xxx xxxx xxxx\n"
                    "xxx xxxxxx xxxx xx xxxx xxxx    xxxxx xxx xxxx xxx xxxxx xxx\n"
                    "xxxx xxxx xxx xxx xxxx xxxxx    xxxx xx xxxx xxx xxx xxxxxxx\n"
                    "xxxxxx xx xxx xxxx xxx xxxxx    xxxxx xxxxxx xxxx xxx xxxxxx\n"
                    "\n"
                    "\n"
                    "  xx xx xxx xxxx xxxx xxxxx xx xxxxx xxxx xxx xx xxxx xxxx\n"
                    "  xxxxxx xxxxxx xxxx xxxx xxxx xxxxx xxxxx xxxxx xxxxx xxx\n"
                    "  xxxx xxxxxx xxxxxx xxxx xxxx xxxx xxxxx xxxxxx xxxxx xxx\n"
                    "  xxx xxx xxxx xxxxxx xxxxxx xx xxx xxxxxx xx xxxxx xxxxxx\n",
                    {2, 9, 56, 4}),
              (Blocks{"paragraph 0,0 7", "paragraph 32,0 7", "paragraph 2,9 4"}));
}

TEST(Sidebars, InABoxOfTwoColumnsUnderThree) {
    EXPECT_EQ(
        boxed("xxxxxx xxxx xxxxxx   xxxx xxxxxx xxxxxx   xx xx xxxxxx xxxxx\n"
              "xxxx xxx xxxxx xxx   xx xx xxxxx xxxxxx   xx xxx xxxx xxxxxx\n"
              "xxxxxx xxxx xxxxxx   xxx xxx xxxxxx xxx   xxxxx xxxxxx xxxxx\n"
              "xxx xxx xxx xxxxxx   xx xxxxxx xx xxxxx   xx xxxxx xxx xxxxx\n"
              "xxxx xxxxx xxxx xx   xxxxx xx xxx xxxxx   xxx xxxxx xxxx xxx\n"
              "xxxx xxx xxxx xxxx   xxxxx xxxx xx xxxx   xxx xxx xxxx xxxxx\n"
              "xxx xxxx xxxx xxxx   xxxx xxxxx xxxx xx   xxx xxxx xxxxxx xx\n"
              "\n"
              "\n"
              "  xxx xx xxxx xxx xx xxxx xx    xxx xx xxx xxxxx xxx xxxxx\n"
              "  xx xxxxx xxxx xxxxx xxxxxx    xxx xxxx xxxxx xxxxx xxxxx\n"
              "  xx xxx xx xxxx xxxx xxxxxx    xxxx xxx xxxx xxxx xxxx xx\n"
              "  xx xxxxx xxxx xxxx xxx xxx    xxx xxx xx xxxx xxx xxxxxx\n"
              "  xx xxxx xx xxx xxxxx xxxxx    xxx xxxxxx xxxxxx xxx xxxx\n"
              "  xxxx xxxx xxxx xxx xxxxxxx    xxxx xxx xxxxxx xxx xxxxxx\n",
              {2, 9, 56, 6}),
        (Blocks{"paragraph 0,0 7", "paragraph 21,0 7", "paragraph 42,0 7", "paragraph 2,9 6", "paragraph 32,9 6"}));
}

TEST(Sidebars, InABoxAsHighAsThePage) {
    EXPECT_EQ(boxed("xxxxxx xxx xxxx xxxxx xxxxxx    xxx xxx xxxx xxxxx xxx xxxxx    xxxxxx xxxx xxxxxx\n"
                    "xxxx xxx xxx xxxxx xx xxxxxx    xxxxxx xxxx xxxx xxx xxxxxxx    xxxxxx xxxx xxxxxx\n"
                    "xxxxx xxx xx xxxx xxxxx xxxx    xxxxxx xxx xxxxx xxx xxxxxxx    xxx xxxx xxx xxxxx\n"
                    "xx xx xxxxxx xx xxxx xxxx xx    xxxxx xxxx xxxxxx xxx xxxxxx    xx xxx xxxxxx xxxx\n"
                    "xxxx xxx xxxx xxxx xxxx xxxx    xxxx xx xxxx xxxx xxx xxxxxx    xxx xxxxxx xxx xxx\n"
                    "xxx xx xxxxxx xxxx xx xxxxxx    xxxxx xxx xxxx xx xx xx xxxx    xxxxx xxx xx xxxxx\n"
                    "xxxx xxxxx xxxx xx xxxxxx xx    xx xxx xxx xxx xx xxxx xxxxx    xxxx xx xxx xxxxxx\n"
                    "xxx xxxx xxxxx xxxxxx xxxxxx    xxxx xxxxx xxxxxx xxx xxxxxx    xxxxxx xxx xxx xxx\n"
                    "xxx xxxxx xx xx xxxxx xxxxxx    xx xxxx xxxx xxx xxxx xxxxxx    xx xxxxx xx xxxxxx\n"
                    "xxxx xxxxxx xxx xxx xxxxx xx    xxxx xxx xxxx xxxx xx xxxxxx    xxxxx xxxx xxxx xx\n"
                    "xxxx xxxx xxx xxxxxx xxx xxx    xxx xxx xxxxx xxx xx xxx xxx    xxxxxx xxx xx xxxx\n",
                    {64, 0, 18, 11}),
              (Blocks{"paragraph 0,0 11", "paragraph 32,0 11", "paragraph 64,0 11"}));
}

TEST(Sidebars, OnATintAsHighAsThePage) {
    EXPECT_EQ(boxed("xxxxxx xxxxx xxx xxx xxxx xx    xxxxxx xxxx xxxxxx\n"
                    "xxxxx xxx xxxxx xxx xx xxxxx    xxxx xxx xx xxxxxx\n"
                    "xxx xxxxx xx xxxx xxx xxxxxx    xxxxx xx xxx xxxxx\n"
                    "xxxxx xx xxxx xxxx xxxxx xxx    xxxxxx xxxx xxxxxx\n"
                    "xxx xxxxx xxx xxx xxxx xxxxx    xx xxxx xx xxxxxxx\n"
                    "xxx xxx xx xxxxx xxxxx xxxxx    xxx xxxxx xx xxxxx\n"
                    "xxxx xxx xxxxxx xxx xxx xxxx    xxxx xxxx xxxx xxx\n"
                    "xxxxx xxx xx xxxxx xxxx xxxx    xx xx xxx xxxx xxx\n"
                    "xxxx xxxxx xxx xx xxxx xxxxx    xxxx xxxx xxx xxxx\n"
                    "xx xxxx xxxxxx xxxxx xxxx xx    xxxxx xx xx xxxxxx\n"
                    "xxx xx xx xxxx xxxxxx xxxxxx    xxx xxx xxxxx xxxx\n",
                    {32, 0, 18, 11}, Ground::tint),
              (Blocks{"paragraph 0,0 11", "paragraph 32,0 11"}));
}

TEST(Sidebars, WithAHeadingInItsBox) {
    EXPECT_EQ(boxed("xxxx xxxxx xxxx xxx xxxx xxx     HHHHH HHHHHHH\n"
                    "xxx xx xxx xxxxxx xx xx xxxx\n"
                    "xxxx xxx xxxx xx xxxxxx xxxx\n"
                    "xxxxx xxx xxxx xx xxxx xxxxx     xx xxxx xxx xxxxx xxxx\n"
                    "xxxx xxx xxxx xxxx xxxx xxxx     xx xxxxxx xxxx xxxx xx\n"
                    "xxxxxx xxxx xxxx xxxxx xxxxx     xxxxx xxx xxx xx xxxxx\n"
                    "xxx xxxxx xx xxxxxx xxx xxxx     xxxx xxxxx xxx xx xxxx\n"
                    "xxxxx xxxx xxxxxx xxx xxxxxx     xxxxx xxx xxxxxx xxxxx\n"
                    "xxxx xx xxx xxx xxxx xx xxxx     xxx xxx xx xx xxxx xxx\n"
                    "xxxxxx xxxxxx xxx xxxxxx xxx     xxxxxx xxx xxxx xxxxxx\n"
                    "xxxx xxx xxx xxx xxxx xxxxxx     xxxxxx xxxxxx xxxx xxx\n",
                    {33, 0, 22, 11}),
              (Blocks{"paragraph 0,0 11", "heading 33,0 1", "paragraph 33,3 8"}));
}

} // namespace
} // namespace broadsheet
