// SPDX-License-Identifier: Apache-2.0
#include "image/codec.h"
#include "page/error.h"

#include <png.h>

namespace broadsheet {

namespace {

constexpr const char* damaged = "truncated or damaged PNG image";
constexpr std::size_t signature = 8;

constexpr std::uint32_t chunk_name(const char (&name)[5]) {
    std::uint32_t packed = 0;
    for (int i = 0; i < 4; ++i)
        packed = packed << 8 | static_cast<std::uint8_t>(name[i]);
    return packed;
}

struct Header {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    double dpi = 0;
    Exif exif;
};

/// Walks the chunks to IEND, so that a file that was cut off is known before anything is decoded.
Header read_header(Bytes bytes) {
    Header header;
    std::size_t at = signature;
    for (;;) {
        if (bytes.size() - at < 12) throw Error(damaged);
        const std::uint32_t length = big32(bytes, at);
        const std::uint32_t name = big32(bytes, at + 4);
        if (length > bytes.size() - at - 12) throw Error(damaged);
        const Bytes data = bytes.subspan(at + 8, length);
        if (at == signature && (name != chunk_name("IHDR") || length < 13)) throw Error(damaged);
        if (name == chunk_name("IEND")) return header;
        if (name == chunk_name("IHDR") && length >= 13) {
            header.width = big32(data, 0);
            header.height = big32(data, 4);
            check_size(header.width, header.height);
        } else if (name == chunk_name("pHYs") && length >= 9 && data[8] == 1) {
            header.dpi = dpi_from_metre(big32(data, 0));
        } else if (name == chunk_name("eXIf")) {
            header.exif = read_exif(data);
        }
        at += length + std::size_t{12};
    }
}

} // namespace

Decoded read_png(Bytes bytes) {
    const Header header = read_header(bytes);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) throw Error(damaged);
    // Scanners write 16 bits in the same gamma as 8; without the flag libpng takes them for linear light.
    image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    const bool color = (image.format & PNG_FORMAT_FLAG_COLOR) != 0;
    image.format = color ? PNG_FORMAT_BGR : PNG_FORMAT_GRAY;

    Decoded decoded;
    decoded.dpi = header.dpi > 0 ? header.dpi : header.exif.dpi;
    decoded.orientation = header.exif.orientation;
    decoded.pixels.create(static_cast<int>(image.height), static_cast<int>(image.width), color ? CV_8UC3 : CV_8UC1);
    const png_color white{255, 255, 255};
    const auto stride = static_cast<png_int_32>(decoded.pixels.step[0]);
    if (!png_image_finish_read(&image, &white, decoded.pixels.data, stride, nullptr)) throw Error(damaged);
    return decoded;
}

} // namespace broadsheet
