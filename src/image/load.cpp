// SPDX-License-Identifier: Apache-2.0
#include "image/codec.h"
#include "image/image.h"
#include "page/error.h"

#include <cctype>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <new>
#include <opencv2/core.hpp>
#include <system_error>

namespace broadsheet {

namespace {

/// More than any image within the limits of check_size needs; keeps an endless device from filling the memory.
constexpr std::size_t max_file_bytes = std::size_t{1} << 32;

enum class Format { unknown, png, jpeg, tiff, jpeg2000, webp, pnm, bmp };

template <std::size_t N>
bool begins(Bytes bytes, const char (&magic)[N], std::size_t at = 0) {
    return bytes.size() >= at + N - 1 &&
           std::equal(magic, magic + N - 1, bytes.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

Format format_of(Bytes bytes) {
    if (begins(bytes, "\x89PNG\r\n\x1a\n")) return Format::png;
    if (begins(bytes, "\xff\xd8\xff")) return Format::jpeg;
    if (begins(bytes, "II*\0") || begins(bytes, "MM\0*") || begins(bytes, "II+\0") || begins(bytes, "MM\0+"))
        return Format::tiff;
    if (begins(bytes, "jP  \r\n\x87\n", 4) || begins(bytes, "\xff\x4f\xff\x51")) return Format::jpeg2000;
    if (begins(bytes, "RIFF") && begins(bytes, "WEBP", 8)) return Format::webp;
    if (begins(bytes, "BM") && bytes.size() >= 18 && little32(bytes, 14) <= 124) return Format::bmp;
    if (bytes.size() >= 3 && bytes[0] == 'P' && bytes[1] >= '1' && bytes[1] <= '6' &&
        (std::isspace(bytes[2]) || bytes[2] == '#'))
        return Format::pnm;
    return Format::unknown;
}

std::vector<std::uint8_t> read_to_end(std::FILE* file) {
    std::vector<std::uint8_t> bytes;
    std::size_t size = 0;
    do {
        if (bytes.size() - size < (1u << 16)) bytes.resize(std::max<std::size_t>(1u << 20, bytes.size() * 2));
        const std::size_t got = std::fread(bytes.data() + size, 1, bytes.size() - size, file);
        size += got;
        if (got == 0) break;
    } while (size <= max_file_bytes);
    if (std::ferror(file)) throw Error("cannot be read: " + std::generic_category().message(errno));
    if (size > max_file_bytes) throw Error("more than 4 GB");
    bytes.resize(size);
    return bytes;
}

std::vector<std::uint8_t> read_file(const std::string& path) {
    if (path == "-") return read_to_end(stdin);
    std::error_code unknown;
    if (std::filesystem::is_directory(path, unknown)) throw Error("is a folder");
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
    if (!file) throw Error("cannot be opened: " + std::generic_category().message(errno));
    return read_to_end(file.get());
}

Decoded decode(Bytes bytes, int number) {
    switch (format_of(bytes)) {
    case Format::png:
        return read_png(bytes);
    case Format::jpeg:
        return read_jpeg(bytes);
    case Format::tiff:
        return read_tiff(bytes, number);
    case Format::jpeg2000:
        return read_jpeg2000(bytes);
    case Format::webp:
        return read_webp(bytes);
    case Format::pnm:
        return read_pnm(bytes);
    case Format::bmp:
        return read_bmp(bytes);
    case Format::unknown:
        break;
    }
    throw Error("not an image");
}

/// Turns the pixels so that they stand as they are to be looked at.
cv::Mat upright(const cv::Mat& pixels, int orientation) {
    constexpr int rows = 0, columns = 1, both = -1;
    cv::Mat turned;
    switch (orientation) {
    case 2:
        cv::flip(pixels, turned, columns);
        break;
    case 3:
        cv::flip(pixels, turned, both);
        break;
    case 4:
        cv::flip(pixels, turned, rows);
        break;
    case 5:
        cv::transpose(pixels, turned);
        break;
    case 6:
        cv::rotate(pixels, turned, cv::ROTATE_90_CLOCKWISE);
        break;
    case 7:
        cv::flip(pixels.t(), turned, both);
        break;
    case 8:
        cv::rotate(pixels, turned, cv::ROTATE_90_COUNTERCLOCKWISE);
        break;
    default:
        turned = pixels;
        break;
    }
    return turned;
}

/// Runs one step and puts the file's name before whatever went wrong in it.
template <class Step>
auto naming(const std::string& name, Step step) {
    try {
        return step();
    } catch (const Error& error) {
        throw Error(name + ": " + error.what());
    } catch (const std::bad_alloc&) {
        throw Error(name + ": not enough memory to read it");
    } catch (const cv::Exception& error) {
        if (error.code == cv::Error::StsNoMem) throw Error(name + ": not enough memory to read it");
        throw Error(name + ": cannot be read: " + error.err);
    }
}

} // namespace

void check_size(std::int64_t width, std::int64_t height) {
    constexpr std::int64_t max_side = 30000;
    constexpr std::int64_t max_pixels = std::int64_t{1} << 29;
    const std::string size = std::to_string(width) + " x " + std::to_string(height) + " pixels";
    if (width <= 0 || height <= 0) throw Error("an image of " + size);
    if (width > max_side || height > max_side || width * height > max_pixels)
        throw Error("too large: " + size + " (at most 30000 a side and 536870912 in all)");
}

double dpi_from_metre(double dots) {
    return dots > 0 ? dots * 0.0254 : 0;
}

ImageFile ImageFile::open(const std::string& path) {
    return from_memory(naming(path, [&] { return read_file(path); }), path);
}

ImageFile ImageFile::from_memory(std::vector<std::uint8_t> bytes, std::string name) {
    ImageFile file;
    file.bytes_ = std::move(bytes);
    file.name_ = std::move(name);
    file.pages_ = naming(file.name_, [&] {
        if (file.bytes_.empty()) throw Error("empty file");
        const Format format = format_of(file.bytes_);
        if (format == Format::unknown) throw Error("not an image (PNG, JPEG, TIFF, JPEG 2000, WebP, PNM or BMP)");
        return format == Format::tiff ? count_tiff_pages(file.bytes_) : 1;
    });
    return file;
}

Image ImageFile::load(int number) const {
    return naming(name_, [&] {
        if (number < 1 || number > pages_)
            throw Error("no page " + std::to_string(number) + " (it has " + std::to_string(pages_) + ")");
        const Decoded decoded = decode(bytes_, number);
        return Image{upright(decoded.pixels, decoded.orientation), decoded.dpi};
    });
}

} // namespace broadsheet
