// SPDX-License-Identifier: Apache-2.0
#include "support/image_files.h"

#include <gtest/gtest.h>

using namespace broadsheet;
using namespace broadsheet::testing;

namespace {

constexpr const char* damaged = "x: truncated or damaged PNM image";

cv::Mat read(const std::string& text) {
    return loaded(bytes(text)).pixels;
}

const cv::Mat bits = (cv::Mat_<std::uint8_t>(2, 3) << 0, 255, 0, 255, 255, 0);
const cv::Mat grays = (cv::Mat_<std::uint8_t>(1, 3) << 0, 127, 255);

} // namespace

TEST(ReadPnm, ReadsThePlainFormats) {
    EXPECT_EQ(difference(read("P1\n# a comment\n3 2\n1 0 1\n0 0 1\n"), bits), 0);
    EXPECT_EQ(difference(read("P1 3 2 101001"), bits), 0);
    EXPECT_EQ(difference(read("P2 3 1 255 0 127 255"), grays), 0);
    EXPECT_EQ(read("P3 1 1 255 10 20 30").at<cv::Vec3b>(0, 0), cv::Vec3b(30, 20, 10));
}

TEST(ReadPnm, ReadsTheBinaryFormats) {
    EXPECT_EQ(difference(read("P4 3 2\n\xa0\x20"), bits), 0);
    EXPECT_EQ(difference(read(std::string("P5 3 1 255\n\0\x7f\xff", 14)), grays), 0);
    EXPECT_EQ(read("P6\n#c\n1 1\n255\n\x0a\x14\x1e").at<cv::Vec3b>(0, 0), cv::Vec3b(30, 20, 10));
}

TEST(ReadPnm, ScalesToEightBits) {
    EXPECT_EQ(difference(read("P2 3 1 30 0 15 30"), grays), 0);
    EXPECT_EQ(difference(read(std::string("P5 3 1 65535\n\0\0\x7f\xff\xff\xff", 19)), grays), 0);
    EXPECT_EQ(difference(read("P2 3 1 30 0 15 99"), grays), 0);
}

TEST(ReadPnm, RefusesEveryTruncation) {
    const std::string whole = std::string("P5 3 2 255\n") + "abcdef";
    for (std::size_t size = 3; size < whole.size(); ++size)
        EXPECT_EQ(error_of(bytes(whole.substr(0, size))), damaged) << size;
    EXPECT_EQ(error_of(bytes("P2 3 1 255 0 127")), damaged);
    EXPECT_EQ(error_of(bytes("P1 20000 20000 1")), damaged);
    EXPECT_EQ(error_of(bytes("P6 20000 20000 255\nabc")), damaged);
}

TEST(ReadPnm, RefusesNonsense) {
    EXPECT_EQ(error_of(bytes("P5 3 x 255\nabc")), damaged);
    EXPECT_EQ(error_of(bytes("P5 3 1 0\nabc")), damaged);
    EXPECT_EQ(error_of(bytes("P5 3 1 70000\nabcabc")), damaged);
    EXPECT_EQ(error_of(bytes("P5 99999999999999999999 1 255\nabc")),
              "x: too large: 1099511627776 x 1 pixels (at most 30000 a side and 536870912 in all)");
}
