// SPDX-License-Identifier: Apache-2.0
#include "page/page.h"

#include <cmath>
#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Box, UnitedIntersectedAndOverlaps) {
    const Box a{0, 0, 10, 10}, b{5, 20, 30, 40};
    EXPECT_EQ(united(a, b), (Box{0, 0, 30, 40}));
    EXPECT_EQ(united(a, Box{}), a);
    EXPECT_EQ(united(Box{}, a), a);
    EXPECT_TRUE(intersected(a, b).empty());
    EXPECT_EQ(overlap_x(a, b), 5);
    EXPECT_EQ(overlap_y(a, b), -10);
    EXPECT_TRUE(contains(united(a, b), b));
    EXPECT_EQ((Box{0, 0, 30'000, 30'000}.area()), 900'000'000);
    EXPECT_EQ((Box{3, 3, 3, 9}.area()), 0);
}

TEST(Frame, IdentityLeavesAllAsItIs) {
    EXPECT_EQ(to_scan(Frame{}, Point{7, 9}), (Point{7, 9}));
    EXPECT_EQ(to_scan(Frame{}, Box{1, 2, 30, 40}), (Box{1, 2, 30, 40}));
    EXPECT_EQ(to_scan(Frame{}, Box{}), Box{});
}

TEST(Frame, BoxGoesAroundItsTurnedCorners) {
    const Frame quarter{{0, -1, 100, 1, 0, 0, 0, 0, 1}}; // (x, y) -> (100 - y, x)
    EXPECT_EQ(to_scan(quarter, Point{10, 20}), (Point{80, 10}));
    EXPECT_EQ(to_scan(quarter, Box{10, 20, 30, 50}), (Box{50, 10, 80, 30}));
}

TEST(Frame, PerspectiveDivides) {
    const Frame frame{{1, 0, 0, 0, 1, 0, 0.01, 0, 1}};
    EXPECT_EQ(to_scan(frame, Point{100, 50}), (Point{50, 25}));
}

TEST(Frame, MeshIsBilinearAndGoesOnBeyondItsNodes) {
    const Mesh mesh{10, 2, {{0, 0}, {10, 0}, {0, 10}, {20, 10}}};
    EXPECT_EQ(mapped(mesh, {0, 0}), (Place{0, 0}));
    EXPECT_EQ(mapped(mesh, {10, 10}), (Place{20, 10}));
    EXPECT_EQ(mapped(mesh, {5, 5}), (Place{7.5, 5}));
    EXPECT_EQ(mapped(mesh, {-5, 0}), (Place{-5, 0}));
    EXPECT_EQ(mapped(mesh, {10, 20}), (Place{30, 20}));
    EXPECT_EQ(mapped(Mesh{}, {3, 4}), (Place{3, 4}));
    const Frame frame{{1, 0, 100, 0, 1, 200, 0, 0, 1}, mesh};
    EXPECT_EQ(to_scan(frame, Point{10, 10}), (Point{120, 210}));
    EXPECT_EQ(on_scan(mesh, frame).nodes[3], (to_scan(frame, Place{20, 10})));
}

TEST(Page, MapsEveryBoxAndPoint) {
    Page page;
    page.frame = {{1, 0, 5, 0, 1, 7, 0, 0, 1}};
    Line line;
    line.box = {0, 0, 10, 10};
    line.baseline = {{0, 8}, {10, 8}};
    line.words = {{"a", "a", {1, 1, 4, 9}, 1, false, false}};
    page.blocks = {{BlockKind::paragraph, {0, 0, 10, 10}, {line}, -1, -1}};
    Code code;
    code.box = {2, 2, 4, 4};
    code.corners = {Point{2, 2}, {4, 2}, {4, 4}, {2, 4}};
    page.codes = {code};
    page = mapped_to_scan(page);
    EXPECT_EQ(page.blocks[0].box, (Box{5, 7, 15, 17}));
    EXPECT_EQ(page.blocks[0].lines[0].box, (Box{5, 7, 15, 17}));
    EXPECT_EQ(page.blocks[0].lines[0].baseline, (std::vector<Point>{{5, 15}, {15, 15}}));
    EXPECT_EQ(page.blocks[0].lines[0].words[0].box, (Box{6, 8, 9, 16}));
    EXPECT_EQ(page.codes[0].box, (Box{7, 9, 9, 11}));
    EXPECT_EQ(page.codes[0].corners[2], (Point{9, 11}));
    EXPECT_TRUE(page.codes[0].printed_box.empty());
}

TEST(Page, LinesOfAnEnlargedSheetHaveTheTextHeightOfTheScan) {
    Page page;
    page.frame = {{0, 0.5, 0, -0.5, 0, 300, 0, 0, 1}}; // turned, too
    page.text_height = 18;
    Line line;
    line.box = {0, 0, 100, 20};
    line.text_height = 16;
    page.blocks = {{BlockKind::paragraph, {0, 0, 100, 20}, {line}, -1, -1}};
    const Page on_scan = mapped_to_scan(page);
    EXPECT_EQ(on_scan.blocks[0].lines[0].text_height, 8);
    EXPECT_DOUBLE_EQ(on_scan.text_height, 9);
    EXPECT_EQ(mapped_to_sheet(on_scan).blocks[0].lines[0].text_height, 16);
    EXPECT_DOUBLE_EQ(mapped_to_sheet(on_scan).text_height, 18);
}

TEST(Page, MirroredTwiceIsItself) {
    Page page;
    Line line;
    line.box = {10, 5, 30, 9};
    line.baseline = {{10, 8}, {20, 9}, {30, 8}};
    line.words = {{"a", "a", {10, 5, 14, 9}, 1, false, false}};
    page.blocks = {{BlockKind::paragraph, {10, 5, 30, 9}, {line}, 0, 0}};
    const Page mirror = mirrored(page);
    EXPECT_EQ(mirror.blocks[0].box, (Box{-30, 5, -10, 9}));
    EXPECT_EQ(mirror.blocks[0].lines[0].box, (Box{-30, 5, -10, 9}));
    EXPECT_EQ(mirror.blocks[0].lines[0].baseline, (std::vector<Point>{{-30, 8}, {-20, 9}, {-10, 8}}));
    EXPECT_EQ(mirror.blocks[0].lines[0].words[0].box, (Box{-14, 5, -10, 9}));
    EXPECT_EQ(mirrored(mirror), page);
}

TEST(Line, TextIsItsWordsWithTheirBlanks) {
    Line line;
    EXPECT_EQ(line_text(line), "");
    line.words = {{"6", "", {}, 1, true, true}, {"月", "", {}, 1, false, false}, {"Uhr", "", {}, 1, true, true}};
    EXPECT_EQ(line_text(line), "6月 Uhr"); // no blank before the first
}

TEST(Names, EveryKindHasItsOwn) {
    for (int i = 0; i <= static_cast<int>(BlockKind::noise); ++i)
        for (int j = 0; j < i; ++j)
            EXPECT_STRNE(name(static_cast<BlockKind>(i)), name(static_cast<BlockKind>(j)));
    EXPECT_STREQ(name(BlockKind::running_head), "running head");
    EXPECT_STREQ(name(JoinKind::hyphen_removed), "hyphen removed");
}

} // namespace
} // namespace broadsheet
