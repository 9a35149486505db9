// SPDX-License-Identifier: Apache-2.0
/// Files with bytes changed at random: whatever comes of it, it is a picture or one line of text, and nothing is
/// printed.
#include "support/image_tiff.h"

#include <gtest/gtest.h>
#include <random>

using namespace broadsheet;
using namespace broadsheet::testing;

namespace {

std::vector<File> small_files() {
    const cv::Mat gray = ramp(24, 20);
    const cv::Mat color = ramp(24, 20, CV_8UC3);
    TiffPage page{.width = 24, .height = 20, .data = File(gray.data, gray.data + gray.total()), .dpi = 300};
    TiffPage rgb{.width = 24,
                 .height = 20,
                 .samples = 3,
                 .photometric = 2,
                 .data = File(color.data, color.data + 3 * color.total())};
    return {encoded(".png", gray),
            encoded(".png", color),
            encoded(".jpg", color),
            encoded(".jpg", gray, {cv::IMWRITE_JPEG_PROGRESSIVE, 1}),
            encoded(".tif", color, {cv::IMWRITE_TIFF_COMPRESSION, 5}),
            tiff_file({page, rgb}),
            encoded(".jp2", ramp(80, 60)),
            encoded(".webp", color),
            encoded(".pgm", gray, {cv::IMWRITE_PXM_BINARY, 0}),
            encoded(".ppm", color),
            encoded(".bmp", color)};
}

void expect_picture_or_line(const File& file) {
    try {
        const ImageFile opened = ImageFile::from_memory(file, "x");
        ASSERT_GE(opened.pages(), 1);
        const Image image = opened.load(opened.pages());
        EXPECT_FALSE(image.pixels.empty());
        EXPECT_TRUE(image.pixels.type() == CV_8UC1 || image.pixels.type() == CV_8UC3);
    } catch (const Error& error) {
        const std::string line = error.what();
        EXPECT_EQ(line.rfind("x: ", 0), 0u);
        EXPECT_EQ(line.find('\n'), std::string::npos);
    }
}

} // namespace

TEST(Damage, NeverCrashesAndNeverPrints) {
    std::mt19937 random(20);
    ::testing::internal::CaptureStderr();
    for (const File& whole : small_files())
        for (int round = 0; round < 300; ++round) {
            File file = whole;
            const int changes = 1 + static_cast<int>(random() % 4);
            // Half of the changes in the first bytes, where the sizes are.
            for (int i = 0; i < changes; ++i)
                file[random() % (random() % 2 ? file.size() : std::min<std::size_t>(file.size(), 160))] =
                    static_cast<std::uint8_t>(random());
            expect_picture_or_line(file);
        }
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}
