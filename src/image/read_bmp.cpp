// SPDX-License-Identifier: Apache-2.0
#include "image/codec.h"
#include "page/error.h"

#include <array>
#include <bit>

namespace broadsheet {

namespace {

constexpr const char* damaged = "truncated or damaged BMP image";
constexpr std::size_t file_header = 14;

struct Header {
    std::int64_t width = 0;
    std::int64_t height = 0;
    bool top_down = false;
    std::uint32_t bits = 0;
    std::size_t pixels_at = 0;
    double dpi = 0;
    std::array<std::uint32_t, 3> masks{}; ///< of blue, green, red in pixels of 16 and 32 bits
    std::vector<cv::Vec3b> palette;
};

void read_palette(Bytes bytes, std::size_t at, std::size_t entry_size, Header& header) {
    header.palette.assign(std::size_t{1} << header.bits, cv::Vec3b(0, 0, 0));
    for (auto& color : header.palette) {
        if (at + entry_size > header.pixels_at || at + entry_size > bytes.size()) return; // shorter palettes are common
        color = {bytes[at], bytes[at + 1], bytes[at + 2]};
        at += entry_size;
    }
}

/// The header of OS/2 1 has 12 bytes and 16-bit sides; all later ones share their first 40.
Header read_header(Bytes bytes) {
    if (bytes.size() < file_header + 12) throw Error(damaged);
    Header header;
    header.pixels_at = little32(bytes, 10);
    const std::size_t size = little32(bytes, file_header);
    std::uint32_t compression = 0;
    if (size == 12) {
        header.width = little16(bytes, 18);
        header.height = little16(bytes, 20);
        header.bits = little16(bytes, 24);
    } else {
        if (size < 40 || bytes.size() < file_header + size) throw Error(damaged);
        header.width = static_cast<std::int32_t>(little32(bytes, 18));
        header.height = static_cast<std::int32_t>(little32(bytes, 22));
        header.bits = little16(bytes, 28);
        compression = little32(bytes, 30);
        header.dpi = dpi_from_metre(little32(bytes, 38));
        header.top_down = header.height < 0;
        header.height = std::abs(header.height);
    }
    check_size(header.width, header.height);
    constexpr std::uint32_t none = 0, bit_fields = 3;
    if (compression != none && compression != bit_fields)
        throw Error("BMP image of a kind that is not read (compressed)");

    if (header.bits <= 8) {
        if (header.bits != 1 && header.bits != 2 && header.bits != 4 && header.bits != 8) throw Error(damaged);
        read_palette(bytes, file_header + size, size == 12 ? 3 : 4, header);
    } else if (compression == bit_fields) {
        if (bytes.size() < 66) throw Error(damaged);
        header.masks = {little32(bytes, 62), little32(bytes, 58), little32(bytes, 54)};
    } else if (header.bits == 16) {
        header.masks = {0x1f, 0x1f << 5, 0x1f << 10};
    } else if (header.bits == 32) {
        header.masks = {0xff, 0xff << 8, 0xff << 16};
    } else if (header.bits != 24) {
        throw Error(damaged);
    }
    return header;
}

std::uint8_t channel(std::uint32_t pixel, std::uint32_t mask) {
    if (mask == 0) return 0;
    const int shift = std::countr_zero(mask);
    const std::uint64_t max = mask >> shift;
    return static_cast<std::uint8_t>(((pixel & mask) >> shift) * std::uint64_t{255} / max);
}

cv::Vec3b pixel_at(Bytes row, std::size_t x, const Header& header) {
    if (header.bits == 24) return {row[3 * x], row[3 * x + 1], row[3 * x + 2]};
    if (header.bits <= 8) {
        const std::size_t a_byte = 8 / header.bits;
        const std::size_t shift = (a_byte - 1 - x % a_byte) * header.bits;
        return header.palette[static_cast<std::size_t>(row[x / a_byte] >> shift) & (header.palette.size() - 1)];
    }
    const std::uint32_t pixel = header.bits == 16 ? little16(row, 2 * x) : little32(row, 4 * x);
    return {channel(pixel, header.masks[0]), channel(pixel, header.masks[1]), channel(pixel, header.masks[2])};
}

} // namespace

Decoded read_bmp(Bytes bytes) {
    const Header header = read_header(bytes);
    const auto width = static_cast<std::size_t>(header.width);
    const std::size_t stride = (width * header.bits + 31) / 32 * 4;
    const auto height = static_cast<std::size_t>(header.height);
    if (header.pixels_at > bytes.size() || bytes.size() - header.pixels_at < stride * height) throw Error(damaged);

    cv::Mat pixels(static_cast<int>(height), static_cast<int>(width), CV_8UC3);
    for (std::size_t y = 0; y < height; ++y) {
        const Bytes row = bytes.subspan(header.pixels_at + y * stride, stride);
        auto* out = pixels.ptr<cv::Vec3b>(static_cast<int>(header.top_down ? y : height - 1 - y));
        for (std::size_t x = 0; x < width; ++x)
            out[x] = pixel_at(row, x, header);
    }
    return {pixels, header.dpi, 1};
}

} // namespace broadsheet
