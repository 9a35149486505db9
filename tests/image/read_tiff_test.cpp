// SPDX-License-Identifier: Apache-2.0
#include "support/image_tiff.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <opencv2/imgproc.hpp>
#include <tiffio.h>
#include <unistd.h>

using namespace broadsheet;
using namespace broadsheet::testing;

namespace {

constexpr const char* damaged = "x: truncated or damaged TIFF image";

/// Written by libtiff; bilevel pictures 8 pixels a byte, 1 is white.
File compressed(const cv::Mat& pixels, int compression, bool bilevel = false, bool tiled = false) {
    const std::string path =
        (std::filesystem::temp_directory_path() / ("broadsheet-tiff-" + std::to_string(getpid()))).string();
    TIFF* tiff = TIFFOpen(path.c_str(), "w");
    const auto width = static_cast<std::uint32_t>(pixels.cols);
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, static_cast<std::uint32_t>(pixels.rows));
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, bilevel ? 1 : 8);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, pixels.channels());
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, pixels.channels() == 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, compression);
    if (tiled) {
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, 64);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, 64);
        File tile(static_cast<std::size_t>(64 * 64 * pixels.channels()));
        for (int top = 0; top < pixels.rows; top += 64)
            for (int left = 0; left < pixels.cols; left += 64) {
                cv::Mat target(64, 64, pixels.type(), tile.data());
                const cv::Rect part = cv::Rect(left, top, 64, 64) & cv::Rect(0, 0, pixels.cols, pixels.rows);
                pixels(part).copyTo(target(cv::Rect(0, 0, part.width, part.height)));
                TIFFWriteTile(tiff, tile.data(), static_cast<std::uint32_t>(left), static_cast<std::uint32_t>(top), 0,
                              0);
            }
    } else {
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 16);
        for (int y = 0; y < pixels.rows; ++y) {
            File row(pixels.ptr(y), pixels.ptr(y) + pixels.cols * pixels.channels());
            if (bilevel) {
                File packed((width + 7) / 8, 0);
                for (std::size_t x = 0; x < width; ++x)
                    if (row[x]) packed[x / 8] |= static_cast<std::uint8_t>(0x80 >> x % 8);
                row = packed;
            }
            TIFFWriteScanline(tiff, row.data(), static_cast<std::uint32_t>(y), 0);
        }
    }
    TIFFClose(tiff);
    std::ifstream stream(path, std::ios::binary);
    const File file{std::istreambuf_iterator<char>(stream), {}};
    std::filesystem::remove(path);
    return file;
}

cv::Mat bgr_to_rgb(const cv::Mat& bgr) {
    cv::Mat rgb;
    cv::cvtColor(bgr, rgb, cv::COLOR_BGR2RGB);
    return rgb;
}

cv::Mat row_of(const std::vector<int>& values) {
    cv::Mat row(1, static_cast<int>(values.size()), CV_8UC1);
    for (std::size_t i = 0; i < values.size(); ++i)
        row.at<std::uint8_t>(0, static_cast<int>(i)) = static_cast<std::uint8_t>(values[i]);
    return row;
}

cv::Mat read(const TiffPage& page) {
    return loaded(tiff_file({page})).pixels;
}

} // namespace

TEST(ReadTiff, ReadsEveryDepthOfGray) {
    EXPECT_EQ(difference(read({.width = 3, .bits = 1, .data = {0b10100000}}), row_of({255, 0, 255})), 0);
    EXPECT_EQ(difference(read({.width = 4, .bits = 2, .data = {0b00011011}}), row_of({0, 85, 170, 255})), 0);
    EXPECT_EQ(difference(read({.width = 3, .bits = 4, .data = {0x0f, 0x80}}), row_of({0, 255, 136})), 0);
    EXPECT_EQ(difference(read({.width = 2, .bits = 8, .data = {7, 250}}), row_of({7, 250})), 0);
    EXPECT_EQ(difference(read({.width = 2, .bits = 16, .data = {0, 0x40, 0xff, 0xff}}), row_of({0x40, 255})), 0);
}

TEST(ReadTiff, TurnsMinIsWhiteRound) {
    EXPECT_EQ(difference(read({.width = 3, .bits = 1, .photometric = 0, .data = {0b10100000}}), row_of({0, 255, 0})),
              0);
    EXPECT_EQ(difference(read({.width = 2, .bits = 8, .photometric = 0, .data = {0, 200}}), row_of({255, 55})), 0);
}

TEST(ReadTiff, ReadsColour) {
    const cv::Mat rgb = read({.width = 1, .bits = 8, .samples = 3, .photometric = 2, .data = {10, 20, 30}});
    EXPECT_EQ(rgb.at<cv::Vec3b>(0, 0), cv::Vec3b(30, 20, 10));
    const cv::Mat wide = read({.width = 1, .bits = 16, .samples = 3, .photometric = 2, .data = {0, 10, 0, 20, 0, 30}});
    EXPECT_EQ(wide.at<cv::Vec3b>(0, 0), cv::Vec3b(30, 20, 10));
    const cv::Mat cmyk = read({.width = 1, .bits = 8, .samples = 4, .photometric = 5, .data = {0, 255, 204, 51}});
    EXPECT_LE(difference(cmyk, cv::Mat(1, 1, CV_8UC3, cv::Scalar(41, 0, 204))), 1);
    const cv::Mat palette = read({.width = 4,
                                  .bits = 2,
                                  .photometric = 3,
                                  .data = {0b00011011},
                                  .palette = {0, 0xffff, 0, 0, 0, 0, 0xffff, 0, 0, 0, 0, 0xffff}});
    EXPECT_EQ(palette.at<cv::Vec3b>(0, 1), cv::Vec3b(0, 0, 255));
    EXPECT_EQ(palette.at<cv::Vec3b>(0, 2), cv::Vec3b(0, 255, 0));
    EXPECT_EQ(palette.at<cv::Vec3b>(0, 3), cv::Vec3b(255, 0, 0));
}

TEST(ReadTiff, ReadsEveryCompression) {
    const cv::Mat bilevel = ramp(70, 50) > 128;
    for (const int compression : {COMPRESSION_CCITTRLE, COMPRESSION_CCITTFAX3, COMPRESSION_CCITTFAX4, COMPRESSION_LZW,
                                  COMPRESSION_ADOBE_DEFLATE, COMPRESSION_PACKBITS})
        EXPECT_EQ(difference(loaded(compressed(bilevel, compression, true)).pixels, bilevel), 0) << compression;
    const cv::Mat color = ramp(70, 50, CV_8UC3);
    for (const int compression : {COMPRESSION_LZW, COMPRESSION_ADOBE_DEFLATE, COMPRESSION_PACKBITS})
        EXPECT_EQ(difference(loaded(compressed(bgr_to_rgb(color), compression)).pixels, color), 0) << compression;
    const cv::Mat plain(64, 64, CV_8UC1, cv::Scalar(90));
    EXPECT_LE(difference(loaded(compressed(plain, COMPRESSION_JPEG)).pixels, plain), 1);
}

TEST(ReadTiff, ReadsTiles) {
    const cv::Mat color = ramp(150, 100, CV_8UC3);
    EXPECT_EQ(difference(loaded(compressed(bgr_to_rgb(color), COMPRESSION_LZW, false, true)).pixels, color), 0);
}

TEST(ReadTiff, TakesTheResolution) {
    EXPECT_EQ(loaded(tiff_file({{.data = {0}}})).dpi, 0);
    EXPECT_EQ(loaded(tiff_file({{.data = {0}, .dpi = 400}})).dpi, 400);
    EXPECT_NEAR(loaded(tiff_file({{.data = {0}, .dpi = 100, .unit = 3}})).dpi, 254, 0.01);
    EXPECT_EQ(loaded(tiff_file({{.data = {0}, .dpi = 1, .unit = 1}})).dpi, 0);
}

TEST(ReadTiff, ReadsPagesOneByOneWithoutThumbnails) {
    const ImageFile file = ImageFile::from_memory(
        tiff_file({{.data = {10}}, {.data = {20}, .subfile = 1}, {.data = {30}, .subfile = 2}, {.data = {40}}}), "x");
    ASSERT_EQ(file.pages(), 3);
    EXPECT_EQ(file.load(3).pixels.at<std::uint8_t>(0, 0), 40);
    EXPECT_EQ(file.load(1).pixels.at<std::uint8_t>(0, 0), 10);
    EXPECT_EQ(file.load(2).pixels.at<std::uint8_t>(0, 0), 30);
    EXPECT_EQ(loaded(tiff_file({{.data = {50}, .subfile = 1}})).pixels.at<std::uint8_t>(0, 0), 50);
}

TEST(ReadTiff, KeepsThePagesBeforeADamagedOne) {
    File bytes_of_three = tiff_file({{.data = {10}}, {.data = {20}}, {.data = {30}}});
    bytes_of_three.erase(bytes_of_three.end() - 40, bytes_of_three.end()); // into the last directory
    const ImageFile file = ImageFile::from_memory(bytes_of_three, "x");
    ASSERT_EQ(file.pages(), 3);
    EXPECT_EQ(file.load(2).pixels.at<std::uint8_t>(0, 0), 20);
    EXPECT_EQ(error_of(bytes_of_three, 3), damaged);
}

TEST(ReadTiff, RefusesEveryTruncation) {
    const cv::Mat bilevel = ramp(70, 50) > 128;
    for (const File& whole :
         {compressed(bilevel, COMPRESSION_CCITTFAX4, true), compressed(ramp(70, 50, CV_8UC3), COMPRESSION_LZW)})
        for (std::size_t size = 4; size + 4 < whole.size(); size += 7)
            EXPECT_EQ(error_of(File(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size))), damaged)
                << size;
}

TEST(ReadTiff, RefusesMissingPixels) {
    EXPECT_EQ(error_of(tiff_file({{.width = 20000, .height = 20000, .data = {1, 2, 3}}})), damaged);
    EXPECT_EQ(
        error_of(tiff_file({{.width = 20000, .height = 20000, .samples = 3, .photometric = 2, .data = {1, 2, 3}}})),
        damaged);
}

TEST(ReadTiff, RefusesSizesBeyondTheLimits) {
    EXPECT_EQ(error_of(tiff_file({{.width = 40000, .data = {1}}})),
              "x: too large: 40000 x 1 pixels (at most 30000 a side and 536870912 in all)");
    EXPECT_EQ(error_of(tiff_file({{.width = 0, .data = {1}}})), damaged);
}
