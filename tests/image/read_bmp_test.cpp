// SPDX-License-Identifier: Apache-2.0
#include "support/image_files.h"

#include <gtest/gtest.h>

using namespace broadsheet;
using namespace broadsheet::testing;

namespace {

constexpr const char* damaged = "x: truncated or damaged BMP image";

struct Bmp {
    std::int32_t width = 1;
    std::int32_t height = 1;
    std::uint16_t bits = 24;
    std::uint32_t compression = 0;
    File palette = {}; ///< or masks
    File data = {};    ///< rows filled up to 4 bytes, the bottom row first
};

File bmp_file(const Bmp& bmp) {
    const std::size_t start = 54 + bmp.palette.size();
    File file = bytes("BM");
    put_little(file, start + bmp.data.size(), 4);
    put_little(file, 0, 4);
    put_little(file, start, 4);
    put_little(file, 40, 4);
    put_little(file, static_cast<std::uint32_t>(bmp.width), 4);
    put_little(file, static_cast<std::uint32_t>(bmp.height), 4);
    put_little(file, 1, 2);
    put_little(file, bmp.bits, 2);
    put_little(file, bmp.compression, 4);
    put_little(file, 0, 4);
    put_little(file, 11811, 4);
    put_little(file, 11811, 4);
    put_little(file, 0, 8);
    file.insert(file.end(), bmp.palette.begin(), bmp.palette.end());
    file.insert(file.end(), bmp.data.begin(), bmp.data.end());
    return file;
}

cv::Vec3b first(const Bmp& bmp) {
    return loaded(bmp_file(bmp)).pixels.at<cv::Vec3b>(0, 0);
}

} // namespace

TEST(ReadBmp, ReadsWhatIsUsuallyWritten) {
    const cv::Mat color = ramp(7, 5, CV_8UC3);
    EXPECT_EQ(difference(loaded(encoded(".bmp", color)).pixels, color), 0);
    EXPECT_NEAR(loaded(bmp_file({.data = {1, 2, 3, 0}})).dpi, 300, 0.01);
}

TEST(ReadBmp, ReadsEveryDepth) {
    const File black_white_red{0, 0, 0, 0, 255, 255, 255, 0, 0, 0, 255, 0};
    EXPECT_EQ(first({.bits = 1, .palette = black_white_red, .data = {0x80, 0, 0, 0}}), cv::Vec3b(255, 255, 255));
    EXPECT_EQ(first({.bits = 4, .palette = black_white_red, .data = {0x20, 0, 0, 0}}), cv::Vec3b(0, 0, 255));
    EXPECT_EQ(first({.bits = 8, .palette = black_white_red, .data = {2, 0, 0, 0}}), cv::Vec3b(0, 0, 255));
    EXPECT_EQ(first({.bits = 16, .data = {0x00, 0x7c, 0, 0}}), cv::Vec3b(0, 0, 255));
    EXPECT_EQ(first({.bits = 24, .data = {1, 2, 3, 0}}), cv::Vec3b(1, 2, 3));
    EXPECT_EQ(first({.bits = 32, .data = {1, 2, 3, 0}}), cv::Vec3b(1, 2, 3));
    const File masks{0, 0xf8, 0, 0, 0xe0, 7, 0, 0, 0x1f, 0, 0, 0};
    EXPECT_EQ(first({.bits = 16, .compression = 3, .palette = masks, .data = {0x1f, 0xf8, 0, 0}}),
              cv::Vec3b(255, 0, 255));
}

TEST(ReadBmp, ReadsRowsFromEitherEnd) {
    const File two_rows{1, 1, 1, 0, 2, 2, 2, 0};
    EXPECT_EQ(first({.height = 2, .data = two_rows}), cv::Vec3b(2, 2, 2));
    EXPECT_EQ(first({.height = -2, .data = two_rows}), cv::Vec3b(1, 1, 1));
}

TEST(ReadBmp, RefusesWhatItDoesNotRead) {
    EXPECT_EQ(error_of(bmp_file({.bits = 8, .compression = 1, .data = {0, 1}})),
              "x: BMP image of a kind that is not read (compressed)");
    EXPECT_EQ(error_of(bmp_file({.bits = 7, .data = {0, 0, 0, 0}})), damaged);
    EXPECT_EQ(error_of(bmp_file({.width = 20000, .height = 20000, .data = {0}})), damaged);
    EXPECT_EQ(error_of(bmp_file({.width = -5, .data = {0}})), "x: an image of -5 x 1 pixels");
}

TEST(ReadBmp, RefusesEveryTruncation) {
    const File whole = encoded(".bmp", ramp(7, 5, CV_8UC3));
    for (std::size_t size = 18; size < whole.size(); ++size)
        EXPECT_EQ(error_of(File(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size))), damaged) << size;
}
