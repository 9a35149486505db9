// SPDX-License-Identifier: Apache-2.0
/// One decoder a file format, private to this folder. Each throws Error whose text is the reason alone: load.cpp puts
/// the file's name before it. None prints, and each looks at the header and refuses before it decodes.
#pragma once

#include <cstdint>
#include <opencv2/core.hpp>
#include <span>

namespace broadsheet {

using Bytes = std::span<const std::uint8_t>;

struct Decoded {
    cv::Mat pixels;      ///< CV_8UC1 or CV_8UC3 (BGR), alpha laid on white
    double dpi = 0;      ///< 0: the file says nothing
    int orientation = 1; ///< as in TIFF and EXIF, 1 to 8; 1: upright
};

/// What an EXIF block tells about the page.
struct Exif {
    double dpi = 0;
    int orientation = 1;
};

Decoded read_png(Bytes bytes);
Decoded read_jpeg(Bytes bytes);
Decoded read_jpeg2000(Bytes bytes);
Decoded read_webp(Bytes bytes);
Decoded read_pnm(Bytes bytes);
Decoded read_bmp(Bytes bytes);

/// Pages of a TIFF file without thumbnails and masks; a page whose directory is damaged counts, and fails when it is
/// read.
int count_tiff_pages(Bytes bytes);
/// number counts from 1.
Decoded read_tiff(Bytes bytes, int number);

/// The block starts at its byte order mark ("II" or "MM"). Anything odd in it is passed over: it is not the picture.
Exif read_exif(Bytes block);

/// Throws Error unless both sides are 1 to 30,000 pixels and the whole at most 2^29.
void check_size(std::int64_t width, std::int64_t height);

/// Dots per inch from dots per metre, or 0 where that is no resolution.
double dpi_from_metre(double dots);

inline bool starts_with(Bytes bytes, Bytes magic) {
    return bytes.size() >= magic.size() && std::equal(magic.begin(), magic.end(), bytes.begin());
}
inline std::uint32_t big16(Bytes b, std::size_t at) {
    return static_cast<std::uint32_t>(b[at] << 8 | b[at + 1]);
}
inline std::uint32_t big32(Bytes b, std::size_t at) {
    return big16(b, at) << 16 | big16(b, at + 2);
}
inline std::uint32_t little16(Bytes b, std::size_t at) {
    return static_cast<std::uint32_t>(b[at + 1] << 8 | b[at]);
}
inline std::uint32_t little32(Bytes b, std::size_t at) {
    return little16(b, at + 2) << 16 | little16(b, at);
}

} // namespace broadsheet
