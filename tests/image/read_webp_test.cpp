// SPDX-License-Identifier: Apache-2.0
#include "support/image_files.h"

#include <gtest/gtest.h>
#include <webp/encode.h>

using namespace broadsheet;
using namespace broadsheet::testing;

namespace {

constexpr const char* damaged = "x: truncated or damaged WebP image";

File webp(const cv::Mat& pixels) {
    std::uint8_t* data = nullptr;
    const auto encode = pixels.channels() == 4 ? WebPEncodeLosslessBGRA : WebPEncodeLosslessBGR;
    const std::size_t size = encode(pixels.data, pixels.cols, pixels.rows, static_cast<int>(pixels.step[0]), &data);
    File file(data, data + size);
    WebPFree(data);
    return file;
}

} // namespace

TEST(ReadWebp, ReadsLosslessAndLossy) {
    const cv::Mat color = ramp(40, 30, CV_8UC3);
    EXPECT_EQ(difference(loaded(webp(color)).pixels, color), 0);
    const cv::Mat plain(32, 32, CV_8UC3, cv::Scalar(90, 90, 90));
    EXPECT_LE(difference(loaded(encoded(".webp", plain, {cv::IMWRITE_WEBP_QUALITY, 90})).pixels, plain), 3);
}

TEST(ReadWebp, LaysAlphaOnWhite) {
    cv::Mat pixels(4, 4, CV_8UC4, cv::Scalar(10, 20, 30, 255));
    pixels.at<cv::Vec4b>(1, 1) = {0, 0, 0, 0};
    const cv::Mat read = loaded(webp(pixels)).pixels;
    EXPECT_EQ(read.at<cv::Vec3b>(1, 1), cv::Vec3b(255, 255, 255));
    EXPECT_EQ(read.at<cv::Vec3b>(2, 2), cv::Vec3b(10, 20, 30));
}

TEST(ReadWebp, RefusesEveryTruncation) {
    const File whole = webp(ramp(40, 30, CV_8UC3));
    for (std::size_t size = 12; size < whole.size(); size += 5)
        EXPECT_EQ(error_of(File(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size))), damaged) << size;
}
