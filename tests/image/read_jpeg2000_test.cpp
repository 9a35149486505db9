// SPDX-License-Identifier: Apache-2.0
#include "support/image_files.h"

#include <gtest/gtest.h>

using namespace broadsheet;
using namespace broadsheet::testing;

namespace {

constexpr const char* damaged = "x: truncated or damaged JPEG 2000 image";

/// The codestream alone, as it stands in the last box.
File codestream(const File& file) {
    const File start{0xff, 0x4f, 0xff, 0x51};
    return {std::search(file.begin(), file.end(), start.begin(), start.end()), file.end()};
}

/// The file with a resolution box of 11811 / 1 * 10^0 dots a metre at the end of its header box.
File with_resolution(File file) {
    const File name = bytes("jp2h");
    const auto at =
        static_cast<std::size_t>(std::search(file.begin(), file.end(), name.begin(), name.end()) - file.begin()) - 4;
    File box;
    put_big(box, 26, 4);
    box.insert(box.end(), {'r', 'e', 's', ' '});
    put_big(box, 18, 4);
    box.insert(box.end(), {'r', 'e', 's', 'c'});
    for (const int part : {11811, 1, 11811, 1})
        put_big(box, static_cast<std::uint64_t>(part), 2);
    put_big(box, 0, 2);
    const std::size_t length = file[at + 2] * 256u + file[at + 3];
    file.insert(file.begin() + static_cast<std::ptrdiff_t>(at + length), box.begin(), box.end());
    File longer;
    put_big(longer, length + box.size(), 4);
    std::copy(longer.begin(), longer.end(), file.begin() + static_cast<std::ptrdiff_t>(at));
    return file;
}

const std::vector<int> lossless{cv::IMWRITE_JPEG2000_COMPRESSION_X1000, 1000};

} // namespace

TEST(ReadJpeg2000, ReadsGrayAndColour) {
    EXPECT_EQ(difference(loaded(encoded(".jp2", ramp(80, 60), lossless)).pixels, ramp(80, 60)), 0);
    const cv::Mat color = ramp(80, 60, CV_8UC3);
    EXPECT_EQ(difference(loaded(encoded(".jp2", color, lossless)).pixels, color), 0);
}

TEST(ReadJpeg2000, ReducesSixteenBits) {
    cv::Mat wide;
    ramp(80, 60).convertTo(wide, CV_16U, 257);
    EXPECT_LE(difference(loaded(encoded(".jp2", wide, lossless)).pixels, ramp(80, 60)), 1);
}

TEST(ReadJpeg2000, ReadsABareCodestream) {
    EXPECT_EQ(difference(loaded(codestream(encoded(".jp2", ramp(80, 60), lossless))).pixels, ramp(80, 60)), 0);
}

TEST(ReadJpeg2000, TakesTheResolution) {
    const File plain = encoded(".jp2", ramp(80, 60));
    EXPECT_EQ(loaded(plain).dpi, 0);
    EXPECT_NEAR(loaded(with_resolution(plain)).dpi, 300, 0.01);
}

TEST(ReadJpeg2000, RefusesEveryTruncation) {
    const File whole = encoded(".jp2", ramp(80, 60));
    for (std::size_t size = 12; size < whole.size(); size += 11)
        EXPECT_EQ(error_of(File(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size))), damaged) << size;
}

TEST(ReadJpeg2000, RefusesALyingHeader) {
    File stream = codestream(encoded(".jp2", ramp(80, 60)));
    const std::size_t width = 8; // of the reference grid, 4 bytes
    stream[width + 2] = 0x9c;
    EXPECT_EQ(error_of(stream), "x: too large: 40016 x 60 pixels (at most 30000 a side and 536870912 in all)");
}
