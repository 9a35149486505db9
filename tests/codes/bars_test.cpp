// SPDX-License-Identifier: Apache-2.0
#include "codes/bars.h"
#include "codes/draw_code.h"

#include <cmath>
#include <functional>
#include <gmock/gmock.h>

namespace broadsheet::codes {
namespace {

using ZXing::BarcodeFormat;

cv::Mat page_with_bars() {
    cv::Mat page = test::blank_page(800, 600);
    test::paste(page, test::drawn_code(BarcodeFormat::EAN13, "4006381333931", 4), 200, 150); // 380 x 240
    return page;
}

TEST(locate_bars, finds_a_block_of_strokes_with_its_direction) {
    const auto fields = locate_bars(page_with_bars());
    ASSERT_EQ(fields.size(), 1U);
    EXPECT_NEAR(fields[0].center.x, 390, 12);
    EXPECT_NEAR(fields[0].center.y, 270, 12);
    EXPECT_NEAR(fields[0].angle, 0, 0.5);
    EXPECT_GE(fields[0].length, 360);
    EXPECT_GE(fields[0].height, 220);
}

TEST(locate_bars, tells_the_tilt_clockwise) {
    const auto fields = locate_bars(test::turned(page_with_bars(), -7));
    ASSERT_EQ(fields.size(), 1U);
    EXPECT_NEAR(fields[0].angle, 7, 0.5);
}

TEST(locate_bars, finds_nothing_on_blank_paper) {
    EXPECT_TRUE(locate_bars(test::blank_page()).empty());
}

TEST(may_be_code, bars_may_and_sparse_rules_may_not) {
    const cv::Mat bars = page_with_bars();
    EXPECT_TRUE(may_be_code(bars, {{390, 270}, 0, 380, 240}));
    cv::Mat rules = test::blank_page(800, 600);
    for (int x = 200; x < 580; x += 60)
        cv::line(rules, {x, 150}, {x, 390}, cv::Scalar(0), 3);
    EXPECT_FALSE(may_be_code(rules, {{390, 270}, 0, 380, 240}));
}

/// Twenty strokes between x = 200 and 400 from row 300 down to the row that low tells of each.
cv::Mat strokes(const std::function<int(int)>& low) {
    cv::Mat page = test::blank_page(800, 600);
    for (int i = 0; i < 20; ++i)
        cv::rectangle(page, {200 + 10 * i, 300, 5, low(i) - 300}, cv::Scalar(0), cv::FILLED);
    return page;
}

TEST(may_be_text, strokes_of_several_heights_may_and_bars_and_high_blocks_may_not) {
    const cv::Mat bars = strokes([](int) { return 332; });
    const cv::Mat letters = strokes([](int i) { return 320 + 6 * (i % 3); });
    EXPECT_FALSE(may_be_text(bars, {{298, 316}, 0, 196, 32}));
    EXPECT_TRUE(may_be_text(letters, {{298, 316}, 0, 196, 32}));
    const cv::Mat high = strokes([](int i) { return 370 + 6 * (i % 3); });
    EXPECT_FALSE(may_be_text(high, {{298, 341}, 0, 196, 82}));
}

TEST(refined, a_few_strokes_are_no_code_at_all) {
    cv::Mat rules = test::blank_page(800, 600);
    for (int x = 200; x < 320; x += 14)
        cv::rectangle(rules, {x, 150, 6, 300}, cv::Scalar(0), cv::FILLED);
    const auto fields = locate_bars(rules);
    ASSERT_FALSE(fields.empty());
    for (const BarField& field : fields)
        EXPECT_TRUE(refined(rules, field).empty());
    ASSERT_EQ(locate_bars(page_with_bars()).size(), 1U);
    for (const BarField& field : locate_bars(page_with_bars()))
        EXPECT_EQ(refined(page_with_bars(), field).size(), 1U);
}

TEST(locate_bars, finds_strokes_along_both_diagonals) {
    for (const double angle : {45.0, -45.0}) {
        const auto fields = locate_bars(test::turned(page_with_bars(), angle));
        ASSERT_EQ(fields.size(), 1U) << angle;
        EXPECT_NEAR(std::remainder(fields[0].angle + angle, 180), 0, 1);
        EXPECT_GE(fields[0].length, 350);
    }
}

TEST(leveled, turns_a_field_upright_and_maps_back) {
    const cv::Mat page = test::turned(page_with_bars(), 90); // about (400, 300): the bars' middle comes to (370, 310)
    const BarField field{{370, 310}, 90, 380, 240};
    const LeveledField level = leveled(page, field, false);
    const cv::Vec3d middle(level.pixels.cols / 2.0, level.pixels.rows / 2.0, 1);
    const cv::Vec2d there = level.to_sheet * middle;
    EXPECT_NEAR(there[0], 370, 1e-6);
    EXPECT_NEAR(there[1], 310, 1e-6);
    EXPECT_EQ(level.core.width, 380);
    const int y = level.pixels.rows / 2;
    EXPECT_EQ(cv::norm(level.pixels.row(y), level.pixels.row(y + 60), cv::NORM_INF), 0); // bars run down
}

TEST(trace_bars, measures_every_bar_of_an_ean13) {
    LeveledField field;
    field.pixels = page_with_bars();
    field.core = {200, 150, 380, 240};
    field.pixels(cv::Rect(208, 390, 8, 1)).setTo(255);
    cv::rectangle(field.pixels, {200, 390, 4, 20}, cv::Scalar(0), cv::FILLED); // a guard bar goes on
    const auto found = trace_bars(field, 200, 580, 270);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->bars.size(), 30U);
    EXPECT_EQ(found->level, 1);
    EXPECT_EQ(found->corners[0], cv::Point2d(200, 150));
    EXPECT_EQ(found->corners[2], cv::Point2d(580, 390));
    EXPECT_EQ(found->tails[0], 20);
    EXPECT_EQ(found->tails[1], 0);
}

TEST(trace_bars, a_few_strokes_are_none) {
    LeveledField field;
    field.pixels = test::blank_page(300, 200);
    field.core = {50, 50, 200, 100};
    for (int x = 60; x < 240; x += 30)
        cv::line(field.pixels, {x, 50}, {x, 150}, cv::Scalar(0), 4);
    EXPECT_FALSE(trace_bars(field, 50, 250, 100));
}

} // namespace
} // namespace broadsheet::codes
