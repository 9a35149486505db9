// SPDX-License-Identifier: Apache-2.0
#include "support/image_files.h"

#include <gtest/gtest.h>

using namespace broadsheet;
using namespace broadsheet::testing;

namespace {

std::uint32_t crc(const std::uint8_t* data, std::size_t size) {
    std::uint32_t sum = 0xffffffff;
    for (std::size_t i = 0; i < size; ++i) {
        sum ^= data[i];
        for (int bit = 0; bit < 8; ++bit)
            sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ~sum;
}

/// The file with one more chunk behind its header chunk.
File with_chunk(File file, const std::string& name, const File& data) {
    File chunk;
    put_big(chunk, data.size(), 4);
    chunk.insert(chunk.end(), name.begin(), name.end());
    chunk.insert(chunk.end(), data.begin(), data.end());
    put_big(chunk, crc(chunk.data() + 4, chunk.size() - 4), 4);
    file.insert(file.begin() + 33, chunk.begin(), chunk.end());
    return file;
}

File with_size(File file, std::uint32_t width, std::uint32_t height) {
    File sides;
    put_big(sides, width, 4);
    put_big(sides, height, 4);
    std::copy(sides.begin(), sides.end(), file.begin() + 16);
    File sum;
    put_big(sum, crc(file.data() + 12, 17), 4);
    std::copy(sum.begin(), sum.end(), file.begin() + 29);
    return file;
}

} // namespace

TEST(ReadPng, ReadsGrayAndColour) {
    EXPECT_EQ(difference(loaded(encoded(".png", ramp(40, 30))).pixels, ramp(40, 30)), 0);
    EXPECT_EQ(difference(loaded(encoded(".png", ramp(40, 30, CV_8UC3))).pixels, ramp(40, 30, CV_8UC3)), 0);
}

TEST(ReadPng, ReadsBilevel) {
    const cv::Mat pixels = (cv::Mat_<std::uint8_t>(2, 3) << 0, 255, 0, 255, 255, 0);
    EXPECT_EQ(difference(loaded(encoded(".png", pixels, {cv::IMWRITE_PNG_BILEVEL, 1})).pixels, pixels), 0);
}

TEST(ReadPng, ReducesSixteenBits) {
    const cv::Mat wide = (cv::Mat_<std::uint16_t>(1, 4) << 0, 0x4000, 0x8080, 0xffff);
    const cv::Mat expected = (cv::Mat_<std::uint8_t>(1, 4) << 0, 64, 128, 255);
    EXPECT_LE(difference(loaded(encoded(".png", wide)).pixels, expected), 1);
}

TEST(ReadPng, LaysAlphaOnWhite) {
    cv::Mat pixels(1, 3, CV_8UC4);
    pixels.at<cv::Vec4b>(0, 0) = {0, 0, 0, 0};
    pixels.at<cv::Vec4b>(0, 1) = {10, 20, 30, 255};
    pixels.at<cv::Vec4b>(0, 2) = {0, 0, 0, 128};
    const cv::Mat read = loaded(encoded(".png", pixels)).pixels;
    EXPECT_EQ(read.at<cv::Vec3b>(0, 0), cv::Vec3b(255, 255, 255));
    EXPECT_EQ(read.at<cv::Vec3b>(0, 1), cv::Vec3b(10, 20, 30));
    EXPECT_GT(read.at<cv::Vec3b>(0, 2)[0], 100);
    EXPECT_LT(read.at<cv::Vec3b>(0, 2)[0], 200);
}

TEST(ReadPng, TakesTheResolution) {
    const File plain = encoded(".png", ramp(4, 4));
    EXPECT_EQ(loaded(plain).dpi, 0);
    File metres;
    put_big(metres, 11811, 4);
    put_big(metres, 11811, 4);
    metres.push_back(1);
    EXPECT_NEAR(loaded(with_chunk(plain, "pHYs", metres)).dpi, 300, 0.01);
    metres.back() = 0; // only the shape of a pixel
    EXPECT_EQ(loaded(with_chunk(plain, "pHYs", metres)).dpi, 0);
}

TEST(ReadPng, TakesTheOrientation) {
    const File exif{'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0};
    EXPECT_EQ(loaded(with_chunk(encoded(".png", ramp(5, 3)), "eXIf", exif)).pixels.size(), cv::Size(3, 5));
}

TEST(ReadPng, RefusesEveryTruncation) {
    const File whole = encoded(".png", ramp(60, 50));
    for (std::size_t size = 8; size < whole.size(); size += size < 60 ? 1 : 17)
        EXPECT_EQ(error_of(File(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size))),
                  "x: truncated or damaged PNG image")
            << size;
}

TEST(ReadPng, RefusesALyingHeader) {
    const File file = encoded(".png", ramp(60, 50));
    EXPECT_EQ(error_of(with_size(file, 40000, 10)),
              "x: too large: 40000 x 10 pixels (at most 30000 a side and 536870912 in all)");
    EXPECT_EQ(error_of(with_size(file, 0, 10)), "x: an image of 0 x 10 pixels");
    EXPECT_EQ(error_of(with_size(file, 20000, 20000)), "x: truncated or damaged PNG image");
}

TEST(ReadPng, RefusesDamagedData) {
    File file = encoded(".png", ramp(60, 50));
    file[file.size() / 2] ^= 0x55;
    EXPECT_EQ(error_of(file), "x: truncated or damaged PNG image");
}
