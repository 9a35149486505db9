// SPDX-License-Identifier: Apache-2.0
#include "image/codec.h"
#include "page/error.h"

#include <opencv2/imgproc.hpp>
#include <webp/decode.h>

namespace broadsheet {

namespace {

constexpr const char* damaged = "truncated or damaged WebP image";

Exif find_exif(Bytes bytes) {
    constexpr std::uint8_t exif[] = {'E', 'X', 'I', 'F'};
    std::size_t at = 12;
    while (bytes.size() - at >= 8) {
        const std::size_t length = little32(bytes, at + 4);
        if (length > bytes.size() - at - 8) break;
        if (starts_with(bytes.subspan(at), exif)) return read_exif(bytes.subspan(at + 8, length));
        at += std::min(8 + length + length % 2, bytes.size() - at);
    }
    return {};
}

/// Lays the four channels of a picture with alpha on white paper.
cv::Mat on_white(const cv::Mat& bgra) {
    cv::Mat bgr(bgra.size(), CV_8UC3);
    for (int y = 0; y < bgra.rows; ++y) {
        const std::uint8_t* in = bgra.ptr(y);
        std::uint8_t* out = bgr.ptr(y);
        for (int x = 0; x < bgra.cols; ++x, in += 4, out += 3)
            for (int c = 0; c < 3; ++c)
                out[c] = static_cast<std::uint8_t>(255 - (255 - in[c]) * in[3] / 255);
    }
    return bgr;
}

} // namespace

Decoded read_webp(Bytes bytes) {
    WebPBitstreamFeatures features{};
    if (bytes.size() < 12 || WebPGetFeatures(bytes.data(), bytes.size(), &features) != VP8_STATUS_OK)
        throw Error(damaged);
    check_size(features.width, features.height);
    if (features.has_animation) throw Error("animated WebP image");
    if (std::size_t{little32(bytes, 4)} + 8 > bytes.size()) throw Error(damaged);

    cv::Mat pixels(features.height, features.width, features.has_alpha ? CV_8UC4 : CV_8UC3);
    const auto decode = features.has_alpha ? WebPDecodeBGRAInto : WebPDecodeBGRInto;
    const std::size_t size = pixels.total() * pixels.elemSize();
    if (!decode(bytes.data(), bytes.size(), pixels.data, size, static_cast<int>(pixels.step[0]))) throw Error(damaged);
    const Exif exif = find_exif(bytes);
    return {features.has_alpha ? on_white(pixels) : pixels, exif.dpi, exif.orientation};
}

} // namespace broadsheet
