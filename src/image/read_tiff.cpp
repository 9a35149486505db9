// SPDX-License-Identifier: Apache-2.0
#include "image/codec.h"
#include "page/error.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <tiffio.h>
#include <vector>

namespace broadsheet {

namespace {

constexpr const char* damaged = "truncated or damaged TIFF image";
/// What one strip or tile may take, so that a lying directory cannot ask for all the memory.
constexpr tmsize_t max_allocation = tmsize_t{1} << 31;

struct Memory {
    Bytes bytes;
    toff_t at = 0;
};

tmsize_t read_memory(thandle_t handle, void* target, tmsize_t size) {
    auto* memory = static_cast<Memory*>(handle);
    const toff_t left = memory->bytes.size() - std::min<toff_t>(memory->at, memory->bytes.size());
    const toff_t count = std::min<toff_t>(left, static_cast<toff_t>(size));
    if (count > 0) std::memcpy(target, memory->bytes.data() + memory->at, count);
    memory->at += count;
    return static_cast<tmsize_t>(count);
}

tmsize_t write_nothing(thandle_t, void*, tmsize_t) {
    return 0;
}

toff_t seek_memory(thandle_t handle, toff_t offset, int from) {
    auto* memory = static_cast<Memory*>(handle);
    const toff_t start = from == SEEK_SET ? 0 : from == SEEK_CUR ? memory->at : memory->bytes.size();
    return memory->at = start + offset;
}

int close_nothing(thandle_t) {
    return 0;
}

toff_t memory_size(thandle_t handle) {
    return static_cast<Memory*>(handle)->bytes.size();
}

int map_memory(thandle_t handle, void** start, toff_t* size) {
    const Bytes bytes = static_cast<Memory*>(handle)->bytes;
    *start = const_cast<std::uint8_t*>(bytes.data()); // libtiff reads only: the file is opened with "r"
    *size = bytes.size();
    return 1;
}

void unmap_nothing(thandle_t, void*, toff_t) {}

int take_message(TIFF*, void*, const char*, const char*, va_list) {
    return 1; // dealt with: what matters shows in the results of the calls
}

using Handle = std::unique_ptr<TIFF, void (*)(TIFF*)>;

/// Handlers are set on this handle alone; libtiff's older interface has them for the whole process.
Handle open_tiff(Memory& memory) {
    const std::unique_ptr<TIFFOpenOptions, void (*)(TIFFOpenOptions*)> options(TIFFOpenOptionsAlloc(),
                                                                               TIFFOpenOptionsFree);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), take_message, nullptr);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), take_message, nullptr);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), max_allocation);
    return {TIFFClientOpenExt("", "r", &memory, read_memory, write_nothing, seek_memory, close_nothing, memory_size,
                              map_memory, unmap_nothing, options.get()),
            TIFFClose};
}

template <class Value>
Value field(TIFF* tiff, std::uint32_t tag, Value otherwise) {
    Value value = otherwise;
    return TIFFGetFieldDefaulted(tiff, tag, &value) ? value : otherwise;
}

bool is_page(TIFF* tiff) {
    return (field<std::uint32_t>(tiff, TIFFTAG_SUBFILETYPE, 0) & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) == 0;
}

double dpi_of(TIFF* tiff) {
    float resolution = 0;
    if (!TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &resolution) || !(resolution > 0)) return 0;
    switch (field<std::uint16_t>(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH)) {
    case RESUNIT_INCH:
        return resolution;
    case RESUNIT_CENTIMETER:
        return resolution * 2.54;
    default:
        return 0;
    }
}

struct Layout {
    int width = 0;
    int height = 0;
    std::uint16_t bits = 1;
    std::uint16_t samples = 1;
    std::uint16_t photometric = PHOTOMETRIC_MINISBLACK;
    bool tiled = false;

    bool plain_gray() const {
        const bool bits_known = bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
        return !tiled && samples == 1 && bits_known &&
               (photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE);
    }
};

Layout layout_of(TIFF* tiff) {
    Layout layout;
    const auto width = field<std::uint32_t>(tiff, TIFFTAG_IMAGEWIDTH, 0);
    const auto height = field<std::uint32_t>(tiff, TIFFTAG_IMAGELENGTH, 0);
    check_size(width, height);
    layout.width = static_cast<int>(width);
    layout.height = static_cast<int>(height);
    layout.bits = field<std::uint16_t>(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    layout.samples = field<std::uint16_t>(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    layout.tiled = TIFFIsTiled(tiff) != 0;
    const auto compression = field<std::uint16_t>(tiff, TIFFTAG_COMPRESSION, COMPRESSION_NONE);
    const bool fax = compression >= COMPRESSION_CCITTRLE && compression <= COMPRESSION_CCITTFAX4;
    layout.photometric =
        field<std::uint16_t>(tiff, TIFFTAG_PHOTOMETRIC, fax ? PHOTOMETRIC_MINISWHITE : PHOTOMETRIC_MINISBLACK);
    const auto format = field<std::uint16_t>(tiff, TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT);
    if (format != SAMPLEFORMAT_UINT && format != SAMPLEFORMAT_VOID)
        throw Error("TIFF image of a kind that is not read (samples are no plain whole numbers)");
    if (!TIFFIsCODECConfigured(compression))
        throw Error("TIFF image of a kind that is not read (compression " + std::to_string(compression) + ")");
    return layout;
}

/// Row by row, so that a large bilevel newspaper never takes more than a byte a pixel.
cv::Mat read_gray(TIFF* tiff, const Layout& layout) {
    if (TIFFScanlineSize(tiff) <= 0) throw Error(damaged);
    std::vector<std::uint8_t> row(static_cast<std::size_t>(TIFFScanlineSize(tiff)));
    const auto needed = (static_cast<std::size_t>(layout.width) * layout.bits + 7) / 8;
    if (row.size() < needed) throw Error(damaged);
    const int max = (1 << std::min<int>(layout.bits, 8)) - 1;
    const int flip = layout.photometric == PHOTOMETRIC_MINISWHITE ? 255 : 0;
    cv::Mat pixels(layout.height, layout.width, CV_8UC1);
    for (int y = 0; y < layout.height; ++y) {
        if (TIFFReadScanline(tiff, row.data(), static_cast<std::uint32_t>(y)) != 1) throw Error(damaged);
        std::uint8_t* out = pixels.ptr(y);
        for (int x = 0; x < layout.width; ++x) {
            int value = 0;
            if (layout.bits == 16) {
                std::uint16_t wide = 0;
                std::memcpy(&wide, row.data() + 2 * static_cast<std::size_t>(x), 2);
                value = wide >> 8;
            } else {
                const int bit = x * layout.bits;
                value = row[static_cast<std::size_t>(bit / 8)] >> (8 - layout.bits - bit % 8) & max;
            }
            out[x] = static_cast<std::uint8_t>(value * 255 / max ^ flip);
        }
    }
    return pixels;
}

/// What libtiff makes of all other kinds: red, green, blue and alpha, the colour already multiplied by alpha.
void lay_on_white(const std::vector<std::uint32_t>& raster, cv::Mat rows) {
    const std::uint32_t* in = raster.data();
    for (int y = 0; y < rows.rows; ++y) {
        auto* out = rows.ptr<cv::Vec3b>(y);
        for (int x = 0; x < rows.cols; ++x, ++in) {
            const int paper = 255 - static_cast<int>(TIFFGetA(*in));
            const auto on_paper = [paper](std::uint32_t c) {
                return static_cast<std::uint8_t>(std::min(255, static_cast<int>(c) + paper));
            };
            out[x] = {on_paper(TIFFGetB(*in)), on_paper(TIFFGetG(*in)), on_paper(TIFFGetR(*in))};
        }
    }
}

cv::Mat read_color(TIFF* tiff, const Layout& layout) {
    TIFFRGBAImage state{};
    char reason[1024] = "";
    if (!TIFFRGBAImageOK(tiff, reason) || !TIFFRGBAImageBegin(&state, tiff, 1, reason))
        throw Error("TIFF image of a kind that is not read (" + std::string(reason) + ")");
    const std::unique_ptr<TIFFRGBAImage, void (*)(TIFFRGBAImage*)> ended(&state, TIFFRGBAImageEnd);
    // Orientation is applied later, for all formats alike.
    state.orientation = state.req_orientation = ORIENTATION_TOPLEFT;

    std::uint32_t unit = 0; // rows that are decoded together
    TIFFGetFieldDefaulted(tiff, layout.tiled ? TIFFTAG_TILELENGTH : TIFFTAG_ROWSPERSTRIP, &unit);
    const int step = static_cast<int>(std::clamp<std::uint32_t>(unit, 1, static_cast<std::uint32_t>(layout.height)));
    cv::Mat pixels(layout.height, layout.width, CV_8UC3);
    std::vector<std::uint32_t> raster(static_cast<std::size_t>(layout.width) * static_cast<std::size_t>(step));
    for (int y = 0; y < layout.height; y += step) {
        const int rows = std::min(step, layout.height - y);
        state.row_offset = y;
        if (!TIFFRGBAImageGet(&state, raster.data(), static_cast<std::uint32_t>(layout.width),
                              static_cast<std::uint32_t>(rows)))
            throw Error(damaged);
        lay_on_white(raster, pixels.rowRange(y, y + rows));
    }
    return pixels;
}

} // namespace

int count_tiff_pages(Bytes bytes) {
    Memory memory{bytes};
    const Handle tiff = open_tiff(memory);
    if (!tiff) throw Error(damaged);
    int pages = 0;
    for (;;) {
        if (is_page(tiff.get())) ++pages;
        if (TIFFLastDirectory(tiff.get())) break;
        if (!TIFFReadDirectory(tiff.get())) {
            ++pages; // there is one more, and reading it tells that it is damaged
            break;
        }
    }
    return std::max(pages, 1);
}

Decoded read_tiff(Bytes bytes, int number) {
    Memory memory{bytes};
    const Handle tiff = open_tiff(memory);
    if (!tiff) throw Error(damaged);
    for (int page = is_page(tiff.get()) ? 1 : 0; page < number;) {
        if (TIFFLastDirectory(tiff.get())) {
            if (page == 0) break; // nothing but reduced images: the last of them is what there is
            throw Error(damaged);
        }
        if (!TIFFReadDirectory(tiff.get())) throw Error(damaged);
        if (is_page(tiff.get())) ++page;
    }
    const Layout layout = layout_of(tiff.get());
    Decoded decoded;
    decoded.dpi = dpi_of(tiff.get());
    const auto orientation = field<std::uint16_t>(tiff.get(), TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    decoded.orientation = orientation >= 1 && orientation <= 8 ? orientation : 1;
    decoded.pixels = layout.plain_gray() ? read_gray(tiff.get(), layout) : read_color(tiff.get(), layout);
    return decoded;
}

} // namespace broadsheet
