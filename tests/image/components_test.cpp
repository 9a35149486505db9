// SPDX-License-Identifier: Apache-2.0
#include "image/steps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

using namespace broadsheet;

namespace {

std::vector<Component> components_in(const std::vector<std::string>& drawing) {
    cv::Mat ink(static_cast<int>(drawing.size()), static_cast<int>(drawing[0].size()), CV_8UC1);
    for (int y = 0; y < ink.rows; ++y)
        for (int x = 0; x < ink.cols; ++x)
            ink.at<std::uint8_t>(y, x) =
                drawing[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] == '#' ? 255 : 0;
    return components_of(runs_of(ink));
}

MATCHER_P2(Is, box, area, "") {
    return arg.box == box && arg.area == area;
}

} // namespace

TEST(Components, TouchAtSidesAndCorners) {
    EXPECT_THAT(components_in({"#..#.", ".#..#", "..#..", ".....", "#####"}),
                ::testing::ElementsAre(Is(Box{0, 0, 3, 3}, 3), Is(Box{3, 0, 5, 2}, 2), Is(Box{0, 4, 5, 5}, 5)));
}

TEST(Components, MeetFurtherDown) {
    EXPECT_THAT(components_in({"#.#.#", "#.#.#", "#.###", "#.#..", "###.#"}),
                ::testing::ElementsAre(Is(Box{0, 0, 5, 5}, 15), Is(Box{4, 4, 5, 5}, 1)));
}

TEST(Components, AreThoseOfOpenCv) {
    cv::Mat noise(97, 131, CV_8UC1);
    cv::RNG(5).fill(noise, cv::RNG::UNIFORM, 0, 256);
    const cv::Mat ink = noise > 150;
    cv::Mat labels, stats, centres;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centres, 8);
    const std::vector<broadsheet::Run> runs = runs_of(ink);
    const std::vector<Component> components = components_of(runs);
    ASSERT_EQ(static_cast<int>(components.size()), count - 1);
    for (const broadsheet::Run& run : runs) {
        const int* expected = stats.ptr<int>(labels.at<int>(run.y, run.left));
        const Component& found = components[static_cast<std::size_t>(run.component)];
        EXPECT_EQ(found.area, expected[cv::CC_STAT_AREA]);
        EXPECT_EQ(found.box.left, expected[cv::CC_STAT_LEFT]);
        EXPECT_EQ(found.box.height(), expected[cv::CC_STAT_HEIGHT]);
    }
}
