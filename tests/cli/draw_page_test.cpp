// SPDX-License-Identifier: Apache-2.0
#include "cli/draw_page.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace broadsheet {
namespace {

const cv::Vec3b heading(0, 0, 200);
const cv::Vec3b paragraph(40, 140, 0);
const cv::Vec3b link(40, 0, 230);
const cv::Vec3b order(160, 60, 0);

Block block(BlockKind kind, Box box) {
    Block out;
    out.kind = kind;
    out.box = box;
    Line line;
    line.box = {box.left, box.bottom - 40, box.right, box.bottom - 10};
    line.baseline = {{box.left, box.bottom - 15}, {box.right, box.bottom - 15}};
    out.lines = {line};
    return out;
}

/// A heading over two columns, one paragraph that runs through both.
Page two_columns() {
    Page page;
    page.width = 800;
    page.height = 600;
    page.text_height = 20;
    page.blocks = {block(BlockKind::paragraph, {450, 200, 750, 550}), block(BlockKind::heading, {50, 50, 750, 120}),
                   block(BlockKind::paragraph, {50, 200, 350, 550})};
    page.order = {1, 2, 0};
    page.articles = {{{{BlockKind::paragraph, "text", {{2, 0}, {0, 0}}, {}}}}};
    return page;
}

int pixels_of(const cv::Mat& picture, const cv::Vec3b& colour, cv::Rect area) {
    cv::Mat same;
    cv::inRange(picture(area), colour, colour, same);
    return cv::countNonZero(same);
}

TEST(DrawPage, KeepsThePixelsOfTheScanAndAddsTheLegendBelow) {
    const cv::Mat picture = draw_page(cv::Mat(600, 800, CV_8UC1, cv::Scalar(255)), {two_columns()});
    EXPECT_EQ(picture.type(), CV_8UC3);
    EXPECT_EQ(picture.cols, 800);
    EXPECT_GT(picture.rows, 600);
}

TEST(DrawPage, BlocksAreOutlinedInTheColourOfTheirKind) {
    const cv::Mat picture = draw_page(cv::Mat(600, 800, CV_8UC1, cv::Scalar(255)), {two_columns()});
    EXPECT_EQ(picture.at<cv::Vec3b>(100, 750), heading);
    EXPECT_EQ(picture.at<cv::Vec3b>(540, 50), paragraph);
    EXPECT_EQ(picture.at<cv::Vec3b>(540, 750), paragraph);
    EXPECT_EQ(picture.at<cv::Vec3b>(590, 10), cv::Vec3b(255, 255, 255)) << "nothing stands there";
}

TEST(DrawPage, LinksWhereAParagraphGoesOn) {
    Page page = two_columns();
    const cv::Mat scan(600, 800, CV_8UC1, cv::Scalar(255));
    const cv::Rect gutter(380, 500, 40, 50);
    EXPECT_GT(pixels_of(draw_page(scan, {page}), link, gutter), 0);
    page.articles.clear();
    EXPECT_EQ(pixels_of(draw_page(scan, {page}), link, gutter), 0);
}

TEST(DrawPage, ArrowsFollowTheOrderAndNotThePlaceInTheList) {
    Page page = two_columns();
    page.articles.clear();
    const cv::Mat scan(600, 800, CV_8UC1, cv::Scalar(255));
    // From the foot of the left column up to the head of the right one: through the gutter at half height.
    const cv::Rect gutter(390, 340, 20, 70);
    EXPECT_GT(pixels_of(draw_page(scan, {page}), order, gutter), 0);
    page.order = {1, 0, 2};
    EXPECT_GT(pixels_of(draw_page(scan, {page}), order, gutter), 0);
    page.order = {2, 1, 0};
    EXPECT_EQ(pixels_of(draw_page(scan, {page}), order, gutter), 0);
}

TEST(DrawPage, BarsTellArticlesApart) {
    const cv::Mat scan(600, 800, CV_8UC1, cv::Scalar(255));
    Page page = two_columns();
    page.articles.clear();
    const auto bar_of = [&](int block) { // in the white before it
        const Box& box = page.blocks[block].box;
        return draw_page(scan, {page}).at<cv::Vec3b>(box.center().y, box.left - 6);
    };
    const cv::Vec3b white(255, 255, 255);
    for (Block& one : page.blocks)
        one.article = 0;
    EXPECT_EQ(bar_of(0), white) << "one article";
    page.blocks[0].article = 1;
    EXPECT_NE(bar_of(0), white);
    EXPECT_NE(bar_of(0), bar_of(1));
    EXPECT_EQ(bar_of(1), bar_of(2));
    page.blocks[2].article = -1;
    EXPECT_EQ(bar_of(2), white) << "of none";
}

TEST(DrawPage, RemovedLinesAreCrossedOut) {
    Page page = two_columns();
    const cv::Mat scan(600, 800, CV_8UC1, cv::Scalar(255));
    const cv::Rect line(100, 511, 200, 15);
    const cv::Vec3b grey(120, 120, 120);
    EXPECT_EQ(pixels_of(draw_page(scan, {page}), grey, line), 0);
    page.blocks[2].lines[0].removed = "noise";
    EXPECT_GT(pixels_of(draw_page(scan, {page}), grey, line), 0);
}

TEST(DrawPage, AnEmptyPageAndBoxesBeyondTheEdge) {
    const cv::Mat scan(30, 40, CV_8UC3, cv::Scalar(10, 20, 30));
    EXPECT_GT(draw_page(scan, {Page{}}).rows, 30);
    Page page = two_columns();
    page.blocks[0].box = {-500, -500, 5000, 5000};
    page.blocks[1].box = {};
    page.codes.resize(1);
    EXPECT_GT(draw_page(scan, {page}).rows, 30);
}

} // namespace
} // namespace broadsheet
