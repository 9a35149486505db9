// SPDX-License-Identifier: Apache-2.0
#define ZX_USE_UTF8 // text() as std::string
#include "codes/decode.h"

#include <ZXing/ReadBarcode.h>
#include <cstdint>
#include <cstring>
#include <opencv2/imgproc.hpp>

namespace broadsheet::codes {
namespace {

using ZXing::BarcodeFormat;

const char* symbology_name(BarcodeFormat format) {
    switch (format) {
    case BarcodeFormat::EAN13:
        return "EAN-13";
    case BarcodeFormat::EAN8:
        return "EAN-8";
    case BarcodeFormat::UPCA:
        return "UPC-A";
    case BarcodeFormat::UPCE:
        return "UPC-E";
    case BarcodeFormat::Code128:
        return "Code 128";
    case BarcodeFormat::Code39:
        return "Code 39";
    case BarcodeFormat::QRCode:
        return "QR Code";
    default:
        return "";
    }
}

Reading reading_of(const ZXing::Result& result) {
    Reading reading{symbology_name(result.format()), result.text(), {}};
    for (std::size_t i = 0; i < 4; ++i) {
        const ZXing::PointI p = result.position()[static_cast<int>(i)];
        reading.corners[i] = cv::Point2d(p.x, p.y);
    }
    return reading;
}

ZXing::ImageView view(const cv::Mat& gray) {
    return {gray.data, gray.cols, gray.rows, ZXing::ImageFormat::Lum, static_cast<int>(gray.step)};
}

/// Never with tryDownscale: comparing what two scales found is where 1.4 fails its assertion lineCount() == 1.
ZXing::DecodeHints plain_hints(ZXing::BarcodeFormats formats) {
    ZXing::DecodeHints hints;
    hints.setFormats(formats).setTryHarder(true).setTryRotate(false).setTryDownscale(false);
    return hints;
}

/// Rows that must agree: the shorter the check, the more.
struct Family {
    ZXing::BarcodeFormats formats;
    std::uint8_t rows;
};

std::optional<Reading> read_prepared(const cv::Mat& gray) {
    const std::array families{Family{BarcodeFormat::EAN13 | BarcodeFormat::UPCA | BarcodeFormat::Code128, 2},
                              Family{BarcodeFormat::EAN8 | BarcodeFormat::UPCE, 4}, Family{BarcodeFormat::Code39, 4}};
    for (const Family& family : families) {
        ZXing::DecodeHints hints = plain_hints(family.formats);
        hints.setMinLineCount(family.rows).setMaxNumberOfSymbols(1);
        const ZXing::Result result = ZXing::ReadBarcode(view(gray), hints);
        if (!result.isValid() || (result.format() == BarcodeFormat::Code39 && result.text().size() < 3)) continue;
        return reading_of(result);
    }
    return std::nullopt;
}

/// The rows of the strip as a few, each the mean of its neighbours: noise goes, bars stay. Stretched along x by scale
/// and set in white paper.
std::optional<Reading> read_strip(const cv::Mat& gray, const cv::Rect& strip, int rows, double scale, int border) {
    cv::Mat prepared;
    const int height = std::min(rows, strip.height);
    cv::resize(gray(strip), prepared, {strip.width, height}, 0, 0, cv::INTER_AREA);
    if (scale != 1) cv::resize(prepared, prepared, {}, scale, 1, cv::INTER_CUBIC);
    cv::copyMakeBorder(prepared, prepared, 0, 0, border, border, cv::BORDER_CONSTANT, cv::Scalar(255));
    auto reading = read_prepared(prepared);
    if (!reading) return std::nullopt;
    const double row_step = static_cast<double>(strip.height) / height;
    for (cv::Point2d& p : reading->corners)
        p = {(p.x - border) / scale + strip.x, (p.y + 0.5) * row_step + strip.y};
    return reading;
}

} // namespace

std::optional<Reading> read_linear(const cv::Mat& gray, const cv::Rect& core) {
    const cv::Rect all({0, 0}, gray.size());
    const cv::Rect wide = cv::Rect(0, core.y, gray.cols, core.height) & all;
    const cv::Rect tight = cv::Rect(core.x - 12, core.y, core.width + 24, core.height) & all;
    if (wide.empty() || tight.empty()) return std::nullopt;
    constexpr int many_rows = 256;
    constexpr int few_rows = 48;
    if (auto plain = read_strip(gray, wide, many_rows, 1, 0)) return plain;
    for (const double scale : {1.0, 2.0, 3.0}) {
        // The bars alone: neighbours no longer stand in the quiet zone.
        if (scale * tight.width > 8000) break;
        if (auto alone = read_strip(gray, tight, few_rows, scale, 48)) return alone;
        if (core.height < 64) return std::nullopt; // most likely a line of text, of which a page may have hundreds
    }
    return read_strip(gray, all, many_rows, 1, 0);
}

std::vector<Reading> read_matrices(const cv::Mat& gray) {
    const ZXing::DecodeHints hints = plain_hints(BarcodeFormat::QRCode);
    std::vector<Reading> readings;
    for (const auto& result : ZXing::ReadBarcodes(view(gray), hints))
        if (result.isValid()) readings.push_back(reading_of(result));
    return readings;
}

std::string packed(const std::vector<Reading>& readings) {
    std::string bytes;
    const auto put = [&](const void* data, std::size_t size) { bytes.append(static_cast<const char*>(data), size); };
    for (const Reading& r : readings) {
        for (const std::string& text : {r.symbology, r.payload}) {
            const std::uint32_t size = static_cast<std::uint32_t>(text.size());
            put(&size, sizeof size);
            bytes += text;
        }
        put(r.corners.data(), sizeof r.corners);
    }
    return bytes;
}

std::vector<Reading> unpacked(const std::string& bytes) {
    std::vector<Reading> readings;
    std::size_t at = 0;
    const auto take = [&](void* data, std::size_t size) {
        if (bytes.size() - at < size) return false;
        std::memcpy(data, bytes.data() + at, size);
        at += size;
        return true;
    };
    while (at < bytes.size()) {
        Reading r;
        for (std::string* text : {&r.symbology, &r.payload}) {
            std::uint32_t size = 0;
            if (!take(&size, sizeof size) || bytes.size() - at < size) return readings;
            *text = bytes.substr(at, size);
            at += size;
        }
        if (!take(r.corners.data(), sizeof r.corners)) return readings;
        readings.push_back(std::move(r));
    }
    return readings;
}

} // namespace broadsheet::codes
