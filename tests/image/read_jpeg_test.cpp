// SPDX-License-Identifier: Apache-2.0
#include "support/image_files.h"

#include <cstdio>
#include <cstdlib>
#include <gtest/gtest.h>
#include <jpeglib.h>

using namespace broadsheet;
using namespace broadsheet::testing;

namespace {

/// A plain field of one CMYK colour, each channel 255 for full ink, as written with and without Adobe's marker.
File cmyk_jpeg(const std::array<std::uint8_t, 4>& inks, J_COLOR_SPACE stored, bool adobe) {
    jpeg_compress_struct state{};
    jpeg_error_mgr errors{};
    state.err = jpeg_std_error(&errors);
    jpeg_create_compress(&state);
    unsigned char* target = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&state, &target, &size);
    state.image_width = state.image_height = 16;
    state.input_components = 4;
    state.in_color_space = JCS_CMYK;
    jpeg_set_defaults(&state);
    jpeg_set_colorspace(&state, stored);
    jpeg_set_quality(&state, 100, TRUE);
    state.write_Adobe_marker = adobe;
    jpeg_start_compress(&state, TRUE);
    std::vector<std::uint8_t> row;
    for (int x = 0; x < 16; ++x)
        for (std::uint8_t ink : inks)
            row.push_back(adobe ? static_cast<std::uint8_t>(255 - ink) : ink);
    JSAMPROW rows = row.data();
    while (state.next_scanline < state.image_height)
        jpeg_write_scanlines(&state, &rows, 1);
    jpeg_finish_compress(&state);
    File file(target, target + size);
    jpeg_destroy_compress(&state);
    std::free(target);
    return file;
}

/// The file with an APP1 marker that says orientation and 240 dots an inch, and without a JFIF marker.
File with_exif(const File& file, int orientation) {
    File exif = bytes("Exif");
    put_big(exif, 0, 2);
    put_little(exif, 0x2a4949, 4); // "II" 42
    put_little(exif, 8, 4);
    put_little(exif, 3, 2);
    const auto entry = [&](int tag, int type, std::uint32_t value) {
        put_little(exif, static_cast<std::uint64_t>(tag), 2);
        put_little(exif, static_cast<std::uint64_t>(type), 2);
        put_little(exif, 1, 4);
        put_little(exif, value, 4);
    };
    entry(0x112, 3, static_cast<std::uint32_t>(orientation));
    entry(0x11a, 5, 50);
    entry(0x128, 3, 2);
    put_little(exif, 0, 4);
    put_little(exif, 2400, 4);
    put_little(exif, 10, 4);
    File result{0xff, 0xd8, 0xff, 0xe1};
    put_big(result, exif.size() + 2, 2);
    result.insert(result.end(), exif.begin(), exif.end());
    const std::size_t jfif = 2 + 2 + 16;
    result.insert(result.end(), file.begin() + jfif, file.end());
    return result;
}

constexpr const char* damaged = "x: truncated or damaged JPEG image";

} // namespace

TEST(ReadJpeg, ReadsGrayAndColour) {
    const cv::Mat gray(20, 30, CV_8UC1, cv::Scalar(90));
    EXPECT_LE(difference(loaded(encoded(".jpg", gray)).pixels, gray), 1);
    const cv::Mat color(20, 30, CV_8UC3, cv::Scalar(200, 100, 50));
    EXPECT_LE(difference(loaded(encoded(".jpg", color)).pixels, color), 3);
    EXPECT_LE(difference(loaded(encoded(".jpg", color, {cv::IMWRITE_JPEG_PROGRESSIVE, 1})).pixels, color), 3);
}

TEST(ReadJpeg, ReadsCmyk) {
    const std::array<std::uint8_t, 4> inks{0, 255, 204, 51}; // red 204, green 0, blue 41
    const cv::Mat expected(16, 16, CV_8UC3, cv::Scalar(41, 0, 204));
    EXPECT_LE(difference(loaded(cmyk_jpeg(inks, JCS_CMYK, true)).pixels, expected), 4);
    EXPECT_LE(difference(loaded(cmyk_jpeg(inks, JCS_YCCK, true)).pixels, expected), 4);
    EXPECT_LE(difference(loaded(cmyk_jpeg(inks, JCS_CMYK, false)).pixels, expected), 4);
}

TEST(ReadJpeg, TakesTheResolution) {
    File file = encoded(".jpg", ramp(16, 16));
    EXPECT_EQ(loaded(file).dpi, 0);
    const std::size_t unit = 13;
    file[unit] = 1;
    file[unit + 1] = 1;
    file[unit + 2] = 144;
    EXPECT_EQ(loaded(file).dpi, 400);
    file[unit] = 2;
    file[unit + 1] = 0;
    file[unit + 2] = 100;
    EXPECT_NEAR(loaded(file).dpi, 254, 0.01);
}

TEST(ReadJpeg, TakesOrientationAndResolutionFromExif) {
    const Image image = loaded(with_exif(encoded(".jpg", ramp(24, 16)), 8));
    EXPECT_EQ(image.pixels.size(), cv::Size(16, 24));
    EXPECT_NEAR(image.dpi, 240, 0.01);
    EXPECT_EQ(loaded(with_exif(encoded(".jpg", ramp(24, 16)), 99)).pixels.size(), cv::Size(24, 16));
}

TEST(ReadJpeg, RefusesEveryTruncation) {
    for (const int progressive : {0, 1}) {
        const File whole = encoded(".jpg", ramp(80, 60), {cv::IMWRITE_JPEG_PROGRESSIVE, progressive});
        for (std::size_t size = 3; size < whole.size(); size += 13)
            EXPECT_EQ(error_of(File(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size))), damaged)
                << size;
    }
}

TEST(ReadJpeg, BearsBytesBehindTheImage) {
    File file = encoded(".jpg", ramp(80, 60));
    file.insert(file.end(), 1000, 0);
    EXPECT_EQ(error_of(file), "none");
}

TEST(ReadJpeg, RefusesALyingHeader) {
    File file = encoded(".jpg", ramp(80, 60));
    const File frame{0xff, 0xc0};
    const auto at = std::search(file.begin(), file.end(), frame.begin(), frame.end()) - file.begin() + 5;
    const auto set = [&](std::uint8_t high, std::uint8_t low) {
        file[static_cast<std::size_t>(at)] = high;
        file[static_cast<std::size_t>(at) + 1] = low;
    };
    set(0x80, 0);
    EXPECT_EQ(error_of(file), "x: too large: 80 x 32768 pixels (at most 30000 a side and 536870912 in all)");
    set(0x70, 0);
    EXPECT_EQ(error_of(file), damaged);
    set(0, 0);
    EXPECT_EQ(error_of(file), "x: an image of 80 x 0 pixels");
}
