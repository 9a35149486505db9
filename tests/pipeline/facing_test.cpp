// SPDX-License-Identifier: Apache-2.0
// Two facing pages in one image.
#include "read_page.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace broadsheet {
namespace {

ReadOptions in_english(Facing facing) {
    ReadOptions options;
    options.facing = facing;
    options.recognize.languages = "eng";
    return options;
}

/// The page's first paragraph.
std::string beginning(const Page& page) {
    return page.articles.empty() ? "" : page.articles.front().paragraphs.front().text;
}

/// The upper parts of two printed pages.
cv::Mat left_page() {
    const cv::Mat all = ImageFile::open(BROADSHEET_SOURCE_DIR "/images/plain/book.png").load(1).pixels;
    return all.rowRange(0, all.rows * 3 / 4);
}
cv::Mat right_page() {
    const cv::Mat all = ImageFile::open(BROADSHEET_SOURCE_DIR "/images/plain/quote.png").load(1).pixels;
    cv::Mat page(left_page().size(), all.type(), cv::Scalar::all(255));
    const cv::Rect both = cv::Rect({}, page.size()) & cv::Rect({}, all.size());
    all(both).copyTo(page(both));
    return page;
}

cv::Mat spread_of(const cv::Mat& left, const cv::Mat& right) {
    cv::Mat spread;
    cv::hconcat(left, right, spread);
    return spread;
}

/// These two pages, in this order, each with its half of the image.
void expect_pages(const std::vector<Page>& pages, const cv::Mat& spread, const std::string& first,
                  const std::string& second, bool first_is_left) {
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_EQ(beginning(pages[0]), first);
    EXPECT_EQ(beginning(pages[1]), second);
    for (int i = 0; i < 2; ++i) {
        const Page& page = pages[static_cast<std::size_t>(i)];
        EXPECT_EQ(page.facing, i + 1);
        EXPECT_EQ(page.width, spread.cols);
        EXPECT_EQ(page.height, spread.rows);
        const bool on_their_side = spread.rows > spread.cols; // then the first is the upper one
        EXPECT_EQ((on_their_side ? page.region.top : page.region.left) == 0, (i == 0) == first_is_left);
        EXPECT_EQ(on_their_side ? page.region.bottom == spread.rows : page.region.right == spread.cols,
                  (i == 0) != first_is_left);
        for (const Block& block : page.blocks)
            EXPECT_TRUE(contains(page.region, block.box));
    }
}

TEST(FacingPages, AreTwoInOrderWhicheverWayTheyLie) {
    EnginePool engines({}, 2);
    const auto left = beginning(read_page({left_page(), 300}, engines, in_english(Facing::no)));
    const auto right = beginning(read_page({right_page(), 300}, engines, in_english(Facing::no)));
    ASSERT_GT(left.size(), 20U);
    ASSERT_GT(right.size(), 20U);
    ASSERT_NE(left, right);
    cv::Mat spread = spread_of(left_page(), right_page());
    expect_pages(read_pages({spread, 300}, engines, in_english(Facing::automatic)), spread, left, right, true);
    cv::rotate(spread, spread, cv::ROTATE_180);
    expect_pages(read_pages({spread, 300}, engines, in_english(Facing::automatic)), spread, left, right, false);
}

TEST(FacingPages, OnTheirSideAreTwoInOrderWhereToldTo) {
    EnginePool engines({}, 2);
    const auto left = beginning(read_page({left_page(), 300}, engines, in_english(Facing::no)));
    const auto right = beginning(read_page({right_page(), 300}, engines, in_english(Facing::no)));
    for (const bool clockwise : {true, false}) {
        cv::Mat side;
        cv::rotate(spread_of(left_page(), right_page()), side,
                   clockwise ? cv::ROTATE_90_CLOCKWISE : cv::ROTATE_90_COUNTERCLOCKWISE);
        expect_pages(read_pages({side, 300}, engines, in_english(Facing::yes)), side, left, right, clockwise);
    }
}

TEST(FacingPages, TheRightOneIsFirstWhereLinesRunDown) {
    EnginePool engines({}, 2);
    cv::Mat left, right;
    cv::rotate(left_page(), left, cv::ROTATE_90_CLOCKWISE);
    cv::rotate(right_page(), right, cv::ROTATE_90_CLOCKWISE);
    const auto of_left = beginning(read_page({left, 300}, engines, in_english(Facing::no)));
    const auto of_right = beginning(read_page({right, 300}, engines, in_english(Facing::no)));
    const cv::Mat spread = spread_of(left, right);
    expect_pages(read_pages({spread, 300}, engines, in_english(Facing::yes)), spread, of_right, of_left, false);
}

TEST(FacingPages, TheLeftOneIsFirstWhereItBearsANewspapersTitle) {
    EnginePool engines({}, 2);
    constexpr int head = 500, character = 300; // pixels: of white over the text; a character's side
    const auto turned = [&](const cv::Mat& page) {
        cv::Mat out;
        cv::rotate(page, out, cv::ROTATE_90_CLOCKWISE);
        cv::copyMakeBorder(out, out, head, 0, 0, 0, cv::BORDER_CONSTANT, cv::Scalar::all(255));
        return out;
    };
    cv::Mat left = turned(left_page());
    const cv::Mat right = turned(right_page());
    for (int i = 0; i < 3; ++i)
        cv::rectangle(left, cv::Rect(200 + i * (character + 80), 80, character, character), cv::Scalar::all(0), 30);
    cv::line(left, {150, head - 40}, {left.cols - 150, head - 40}, cv::Scalar::all(0), 4);
    const auto of_left = beginning(read_page({left, 300}, engines, in_english(Facing::no)));
    const auto of_right = beginning(read_page({right, 300}, engines, in_english(Facing::no)));
    const cv::Mat spread = spread_of(left, right);
    expect_pages(read_pages({spread, 300}, engines, in_english(Facing::yes)), spread, of_left, of_right, true);
}

TEST(FacingPages, AnotherImageIsOnePage) {
    EnginePool engines({}, 2);
    const Page alone = read_page({left_page(), 300}, engines, in_english(Facing::no));
    const std::vector<Page> pages = read_pages({left_page(), 300}, engines, in_english(Facing::automatic));
    ASSERT_EQ(pages.size(), 1U);
    EXPECT_EQ(pages[0], alone);
    EXPECT_EQ(pages[0].facing, 0);
    EXPECT_TRUE(pages[0].region.empty());
}

} // namespace
} // namespace broadsheet
