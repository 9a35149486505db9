// SPDX-License-Identifier: Apache-2.0
#include "image/codec.h"
#include "page/error.h"

#include <csetjmp>
#include <cstdio>
#include <jerror.h>
#include <jpeglib.h>
#include <string>
#include <vector>

namespace broadsheet {

namespace {

/// A progressive file may hold any number of scans over the same pixels; real ones have about ten.
constexpr int max_scans = 500;
constexpr int no_code = -1;

/// libjpeg knows faults only by callback and its callbacks must not return from the fatal ones.
struct Faults {
    jpeg_error_mgr base{};
    std::jmp_buf jump{};
    int code = no_code;
};

[[noreturn]] void give_up(j_common_ptr codec) {
    auto* faults = reinterpret_cast<Faults*>(codec->err);
    faults->code = codec->err->msg_code;
    std::longjmp(faults->jump, 1);
}

/// Warnings that leave the picture whole; all others mean that pixels are made up from here on.
bool harmless(int code) {
    switch (code) {
    case JWRN_ADOBE_XFORM:
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_JFIF_MAJOR:
    case JWRN_TOO_MUCH_DATA:
    case JWRN_BOGUS_ICC:
        return true;
    default:
        return false;
    }
}

void take_message(j_common_ptr codec, int level) {
    if (level < 0 && !harmless(codec->err->msg_code)) give_up(codec);
}

void take_output(j_common_ptr) {}

void watch_scans(j_common_ptr codec) {
    if (reinterpret_cast<j_decompress_ptr>(codec)->input_scan_number > max_scans) give_up(codec);
}

/// The codec with its callbacks; freed at the end of the scope, whichever way that is left.
struct Codec {
    jpeg_decompress_struct state{};
    Faults faults;
    jpeg_progress_mgr progress{};

    Codec() {
        state.err = jpeg_std_error(&faults.base);
        faults.base.error_exit = give_up;
        faults.base.emit_message = take_message;
        faults.base.output_message = take_output;
        progress.progress_monitor = watch_scans;
    }
    Codec(const Codec&) = delete;
    Codec& operator=(const Codec&) = delete;
    ~Codec() { jpeg_destroy_decompress(&state); }
};

// The two functions that call setjmp own nothing that needs a destructor: the jump back would pass it over.

bool read_header(Codec& codec, Bytes bytes) {
    if (setjmp(codec.faults.jump)) return false;
    jpeg_create_decompress(&codec.state);
    codec.state.progress = &codec.progress;
    jpeg_mem_src(&codec.state, bytes.data(), static_cast<unsigned long>(bytes.size()));
    jpeg_save_markers(&codec.state, JPEG_APP0 + 1, 0xffff);
    jpeg_read_header(&codec.state, TRUE);
    switch (codec.state.jpeg_color_space) {
    case JCS_GRAYSCALE:
        codec.state.out_color_space = JCS_GRAYSCALE;
        break;
    case JCS_CMYK:
    case JCS_YCCK:
        codec.state.out_color_space = JCS_CMYK;
        break;
    default:
        codec.state.out_color_space = JCS_EXT_BGR;
        break;
    }
    return true;
}

/// Adobe writes CMYK inverted: 255 is no ink.
void from_cmyk(const std::uint8_t* cmyk, std::uint8_t* bgr, int width, bool inverted) {
    const int flip = inverted ? 0 : 255;
    for (int x = 0; x < width; ++x, cmyk += 4, bgr += 3)
        for (int c = 0; c < 3; ++c)
            bgr[c] = static_cast<std::uint8_t>((cmyk[2 - c] ^ flip) * (cmyk[3] ^ flip) / 255);
}

bool read_rows(Codec& codec, cv::Mat& pixels, std::uint8_t* row) {
    if (setjmp(codec.faults.jump)) return false;
    jpeg_start_decompress(&codec.state);
    while (codec.state.output_scanline < codec.state.output_height) {
        std::uint8_t* const out = pixels.ptr(static_cast<int>(codec.state.output_scanline));
        JSAMPROW target = row ? row : out;
        jpeg_read_scanlines(&codec.state, &target, 1);
        if (row) from_cmyk(row, out, pixels.cols, codec.state.saw_Adobe_marker);
    }
    jpeg_finish_decompress(&codec.state);
    return true;
}

[[noreturn]] void refuse(int code) {
    switch (code) {
    case JERR_BAD_PRECISION:
        throw Error("JPEG image of a kind that is not read (not 8 bits a channel)");
    case JERR_SOF_UNSUPPORTED:
    case JERR_ARITH_NOTIMPL:
    case JERR_CONVERSION_NOTIMPL:
        throw Error("JPEG image of a kind that is not read");
    case JERR_OUT_OF_MEMORY:
        throw Error("not enough memory to read it");
    default:
        throw Error("truncated or damaged JPEG image");
    }
}

Exif find_exif(const jpeg_decompress_struct& state) {
    constexpr std::uint8_t mark[] = {'E', 'x', 'i', 'f', 0, 0};
    for (auto* marker = state.marker_list; marker; marker = marker->next) {
        const Bytes data(marker->data, marker->data_length);
        if (starts_with(data, mark)) return read_exif(data.subspan(sizeof mark));
    }
    return {};
}

double dpi_of(const jpeg_decompress_struct& state) {
    if (state.saw_JFIF_marker && state.density_unit == 1) return state.X_density;
    if (state.saw_JFIF_marker && state.density_unit == 2) return dpi_from_metre(state.X_density * 100.0);
    return 0;
}

/// Size from the frame header alone: libjpeg has limits of its own and would call a larger picture damaged.
void check_frame_size(Bytes bytes) {
    std::size_t at = 2;
    while (at + 9 <= bytes.size() && bytes[at] == 0xff) {
        const int marker = bytes[at + 1];
        const bool frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame) return check_size(big16(bytes, at + 7), big16(bytes, at + 5));
        if (marker == 0xff) {
            ++at;
            continue;
        }
        if (marker == 0xda || marker == 0xd9) return;
        at += 2 + std::size_t{big16(bytes, at + 2)};
    }
}

} // namespace

Decoded read_jpeg(Bytes bytes) {
    check_frame_size(bytes);
    Codec codec;
    if (!read_header(codec, bytes)) refuse(codec.faults.code);
    check_size(codec.state.image_width, codec.state.image_height);
    Decoded decoded;
    const Exif exif = find_exif(codec.state);
    decoded.orientation = exif.orientation;
    decoded.dpi = dpi_of(codec.state) > 0 ? dpi_of(codec.state) : exif.dpi;
    const auto width = static_cast<int>(codec.state.image_width);
    const bool gray = codec.state.out_color_space == JCS_GRAYSCALE;
    const bool cmyk = codec.state.out_color_space == JCS_CMYK;
    decoded.pixels.create(static_cast<int>(codec.state.image_height), width, gray ? CV_8UC1 : CV_8UC3);
    std::vector<std::uint8_t> row(cmyk ? static_cast<std::size_t>(width) * 4 : 0);
    if (!read_rows(codec, decoded.pixels, cmyk ? row.data() : nullptr)) refuse(codec.faults.code);
    return decoded;
}

} // namespace broadsheet
