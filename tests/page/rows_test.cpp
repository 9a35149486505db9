// SPDX-License-Identifier: Apache-2.0
#include "page/rows.h"

#include "page/polyline.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

std::vector<Box> in_rows(std::vector<Box> boxes) {
    sort_rows(boxes, [](const Box& box) { return box; });
    return boxes;
}

TEST(Rows, FromTheTopAndInEachFromTheLeft) {
    const Box a{0, 3, 40, 20}, b{50, 0, 90, 20}, c{0, 40, 90, 60};
    EXPECT_EQ(in_rows({c, b, a}), (std::vector<Box>{a, b, c}));
    EXPECT_EQ(in_rows({}), std::vector<Box>{});
}

TEST(Rows, ABoxOfOnePixelsHeightOrNoneIsARow) {
    const Box a{50, 0, 90, 1}, b{0, 1, 40, 1}, c{0, 5, 40, 9};
    EXPECT_EQ(in_rows({c, b, a}), (std::vector<Box>{a, b, c}));
}

TEST(Polyline, IsStraightBetweenItsPointsAndGoesOnAtItsEnds) {
    const std::vector<Point> polyline{{10, 100}, {20, 110}, {40, 110}};
    EXPECT_EQ(height_at(polyline, 15), 105);
    EXPECT_EQ(height_at(polyline, 30), 110);
    EXPECT_EQ(height_at(polyline, 0), 90);
    EXPECT_EQ(height_at(polyline, 50), 110);
    EXPECT_EQ(height_at({{10, 100}, {10, 120}}, 10), 100) << "upright";
}

} // namespace
} // namespace broadsheet
