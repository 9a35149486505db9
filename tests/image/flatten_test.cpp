// SPDX-License-Identifier: Apache-2.0
#include "image/image.h"
#include "image/steps.h"
#include "support/image_drawing.h"

#include <functional>
#include <gtest/gtest.h>

using namespace broadsheet;
using namespace broadsheet::testing;

namespace {

using Bend = std::function<cv::Point2d(cv::Point2d)>; ///< a place on the bent page -> where it was on the flat one

cv::Mat bent(const cv::Mat& page, const Bend& bend) {
    cv::Mat map(page.size(), CV_32FC2), out;
    for (int y = 0; y < page.rows; ++y)
        for (int x = 0; x < page.cols; ++x)
            map.at<cv::Point2f>(y, x) = bend(cv::Point2d(x, y));
    cv::remap(page, out, map, {}, cv::INTER_CUBIC, cv::BORDER_CONSTANT, paper_white);
    return out;
}

const cv::Size kSize(1800, 2400);

cv::Point2d curl(cv::Point2d p) {
    return {p.x, p.y + 25 * std::sin(CV_PI * (p.x / kSize.width + 0.3)) * (1 - 0.3 * p.y / kSize.height)};
}

cv::Point2d lean(cv::Point2d p) {
    return {p.x + 0.03 * (p.y - kSize.height / 2), p.y};
}

cv::Point2d both(cv::Point2d p) {
    return lean(curl(p));
}

/// A camera held at an angle: columns lean differently, lines fall differently.
cv::Point2d perspective(cv::Point2d p) {
    const double u = p.x / kSize.width - 0.5, v = p.y / kSize.height - 0.5, w = 1 + 0.04 * u - 0.05 * v;
    return {(u / w + 0.5) * kSize.width, (v / w + 0.5) * kSize.height};
}

/// How far what should be level or upright on the flattened page is not, in pixels over 800 of them.
struct Unevenness {
    double lines = 0;
    double edges = 0;
};

Unevenness unevenness(const Mesh& mesh, const Bend& bend) {
    const auto flat = [&](double x, double y) {
        const Place p = mapped(mesh, {x, y});
        return bend(cv::Point2d(p.x, p.y));
    };
    Unevenness worst;
    for (double y = 400; y <= 2000; y += 200)
        for (double x = 300; x <= 700; x += 100) {
            worst.lines = std::max(worst.lines, std::abs(flat(x + 800, y).y - flat(x, y).y));
            worst.edges = std::max(worst.edges, std::abs(flat(x, y / 2 + 800).x - flat(x, y / 2).x));
        }
    return worst;
}

class BentPage : public ::testing::TestWithParam<std::pair<const char*, Bend>> {};

TEST_P(BentPage, MakesLinesLevelAndEdgesUpright) {
    const Bend bend = GetParam().second;
    const cv::Mat page = bent(bar_page(kSize.width, kSize.height, 3, 36), bend);
    const Mesh mesh = find_curl(page);
    ASSERT_FALSE(mesh.nodes.empty());
    const Unevenness before = unevenness({}, bend), after = unevenness(mesh, bend);
    EXPECT_LT(after.lines, 4) << before.lines;
    EXPECT_LT(after.edges, 6) << before.edges;
    const Mesh again = find_curl(remapped(page, mesh, page.size(), 255));
    EXPECT_TRUE(again.nodes.empty());
}

INSTANTIATE_TEST_SUITE_P(, BentPage,
                         ::testing::Values(std::pair{"curl", Bend(curl)}, std::pair{"lean", Bend(lean)},
                                           std::pair{"both", Bend(both)}, std::pair{"perspective", Bend(perspective)}),
                         [](const auto& bend) { return std::string(bend.param.first); });

TEST(Flatten, LeavesFlatPagesAlone) {
    EXPECT_TRUE(find_curl(bar_page(kSize.width, kSize.height, 3, 36)).nodes.empty());
    EXPECT_TRUE(find_curl(bar_page(kSize.width, kSize.height, 1, 60)).nodes.empty());
    EXPECT_TRUE(find_curl(letter_page(kSize.width, kSize.height, 24)).nodes.empty());
    EXPECT_TRUE(find_curl(with_noise(letter_page(kSize.width, kSize.height, 24), 20)).nodes.empty());
}

TEST(Flatten, IsNotMisledByAPictureOnAFlatPage) {
    cv::Mat page = bar_page(kSize.width, kSize.height, 3, 36);
    cv::Mat slanted(kSize, CV_8UC1, cv::Scalar(paper_white));
    for (int y = 920; y < 1380; y += 40)
        slanted(cv::Rect(550, y, 600, 12)).setTo(0); // hatching
    slanted = skewed(slanted, 3);
    page(cv::Rect(500, 870, 700, 560)).setTo(paper_white);
    EXPECT_TRUE(find_curl(cv::min(page, slanted)).nodes.empty());
}

TEST(Flatten, BearsPagesWithNothingToTellItFrom) {
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(3000, 20), cv::Size(20, 3000), cv::Size(1200, 1200)}) {
        EXPECT_TRUE(find_curl(cv::Mat(size, CV_8UC1, cv::Scalar(255))).nodes.empty());
        EXPECT_TRUE(find_curl(with_noise(cv::Mat(size, CV_8UC1, cv::Scalar(128)), 60)).nodes.empty());
    }
}

TEST(Flatten, RemapsByTheMesh) {
    const cv::Mat page = letter_page(300, 200, 24);
    Mesh shifted{64, 6, {}};
    for (int y = 0; y < 5; ++y)
        for (int x = 0; x < 6; ++x)
            shifted.nodes.push_back({64.0 * x + 5, 64.0 * y + 3});
    const cv::Mat out = remapped(page, shifted, page.size(), 255);
    EXPECT_EQ(cv::norm(out(cv::Rect(0, 0, 290, 190)), page(cv::Rect(5, 3, 290, 190)), cv::NORM_INF), 0);
}

TEST(Flatten, PutsNothingBeyondTheScan) { // where its edge is dark
    const cv::Mat page(200, 300, CV_8UC1, cv::Scalar(0));
    Mesh shifted{64, 6, {}};
    for (int y = 0; y < 5; ++y)
        for (int x = 0; x < 6; ++x)
            shifted.nodes.push_back({64.0 * x - 40, 64.0 * y});
    const cv::Mat out = remapped(page, shifted, page.size(), 255);
    EXPECT_EQ(cv::countNonZero(out.colRange(0, 34) != 255), 0);
    EXPECT_EQ(cv::countNonZero(out.colRange(46, 300)), 0);
}

TEST(Flatten, PrepareMapsBackToTheScan) {
    const cv::Mat page = bent(bar_page(kSize.width, kSize.height, 3, 36), both);
    const Sheet sheet = prepare({with_noise(page, 4), 0});
    ASSERT_FALSE(sheet.frame.mesh.nodes.empty());
    EXPECT_EQ(sheet.ink.size(), sheet.gray.size());
    int agreeing = 0, all = 0;
    for (int y = 300; y < 2100; y += 7)
        for (int x = 300; x < 1500; x += 7) {
            const Point scan = to_scan(sheet.frame, Point{x, y});
            const bool ink = sheet.ink.at<uchar>(y, x) != 0, black = page.at<uchar>(scan.y, scan.x) < 128;
            agreeing += ink == black;
            ++all;
        }
    EXPECT_GT(agreeing, 0.97 * all);
}

} // namespace
