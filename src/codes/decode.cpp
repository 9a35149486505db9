// SPDX-License-Identifier: Apache-2.0
#define ZX_USE_UTF8 // text() as std::string
#include "codes/decode.h"

#include "codes/ean.h"

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
    case BarcodeFormat::Codabar:
        return "Codabar";
    case BarcodeFormat::ITF:
        return "Interleaved 2 of 5";
    case BarcodeFormat::QRCode:
        return "QR Code";
    case BarcodeFormat::DataMatrix:
        return "Data Matrix";
    case BarcodeFormat::Aztec:
        return "Aztec";
    case BarcodeFormat::PDF417:
        return "PDF417";
    default:
        return "";
    }
}

Reading reading_of(const ZXing::Result& result) {
    Reading reading{symbology_name(result.format()), result.text(), {}, {}, 1};
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
    std::size_t characters = 1; ///< the fewest that are believed
};

std::optional<Reading> read_prepared(const cv::Mat& gray, bool itf) {
    const std::array families{Family{BarcodeFormat::EAN13 | BarcodeFormat::UPCA | BarcodeFormat::Code128, 2},
                              Family{BarcodeFormat::EAN8 | BarcodeFormat::UPCE, 4}, Family{BarcodeFormat::Code39, 4, 3},
                              Family{BarcodeFormat::Codabar, 8, 4}, Family{BarcodeFormat::ITF, 8, 6}};
    for (const Family& family : families) {
        if (family.formats == BarcodeFormat::ITF && !itf) continue;
        ZXing::DecodeHints hints = plain_hints(family.formats);
        hints.setMinLineCount(family.rows).setMaxNumberOfSymbols(1);
        const ZXing::Result result = ZXing::ReadBarcode(view(gray), hints);
        if (!result.isValid() || result.text().size() < family.characters) continue;
        return reading_of(result);
    }
    return std::nullopt;
}

/// The rows of the strip as a few, each the mean of its neighbours: noise goes, bars stay. Stretched along x by scale
/// and set in white paper.
std::optional<Reading> read_strip(const cv::Mat& gray, const cv::Rect& strip, int rows, double scale, int border,
                                  bool itf) {
    cv::Mat prepared;
    const int height = std::min(rows, strip.height);
    cv::resize(gray(strip), prepared, {strip.width, height}, 0, 0, cv::INTER_AREA);
    if (scale != 1) cv::resize(prepared, prepared, {}, scale, 1, cv::INTER_CUBIC);
    cv::copyMakeBorder(prepared, prepared, 0, 0, border, border, cv::BORDER_CONSTANT, cv::Scalar(255));
    auto reading = read_prepared(prepared, itf);
    if (!reading) return std::nullopt;
    const double row_step = static_cast<double>(strip.height) / height;
    for (cv::Point2d& p : reading->corners)
        p = {(p.x - border) / scale + strip.x, (p.y + 0.5) * row_step + strip.y};
    return reading;
}

/// Light runs of a row between dark ones.
struct Gap {
    int from = 0;
    int to = 0;
    int width() const { return to - from; }
};
std::vector<Gap> gaps_of(const cv::Mat& row) {
    cv::Mat light;
    cv::threshold(row, light, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    std::vector<Gap> gaps;
    for (int x = 0; x < light.cols; ++x) {
        if (light.at<uchar>(x) == 0) continue;
        if (gaps.empty() || gaps.back().to != x) gaps.push_back({x, x});
        gaps.back().to = x + 1;
    }
    return gaps;
}

/// The part of the strip between the quiet zones: what lies beyond them, the edge of a label or letters, disturbs
/// reading. The strip as it is where no gap near its ends is wider than those in its middle.
cv::Rect between_quiet_zones(const cv::Mat& gray, const cv::Rect& strip) {
    cv::Mat row;
    const int third = strip.height / 3;
    cv::reduce(gray(cv::Rect(strip.x, strip.y + third, strip.width, std::max(1, third))), row, 0, cv::REDUCE_AVG,
               CV_8U);
    int inside = 0;
    Gap left{0, 0}, right{strip.width, strip.width};
    const std::vector<Gap> gaps = gaps_of(row);
    for (const Gap& gap : gaps)
        if (gap.to > 0.3 * strip.width && gap.from < 0.7 * strip.width) inside = std::max(inside, gap.width());
    for (const Gap& gap : gaps) {
        if (gap.width() <= 1.7 * inside) continue; // of 4 modules within a code, 7 and more beside it
        if (gap.to <= 0.3 * strip.width) left = gap;
        if (gap.from >= 0.7 * strip.width && right.to == strip.width) right = gap;
    }
    const int from = std::max(0, left.to - 3);
    return {strip.x + from, strip.y, std::min(strip.width, right.from + 3) - from, strip.height};
}

/// Edges steeper than blur has left them.
cv::Mat sharpened(const cv::Mat& gray) {
    cv::Mat soft, out;
    cv::GaussianBlur(gray, soft, {}, 1.5);
    cv::addWeighted(gray, 2, soft, -1, 0, out);
    return out;
}

/// The paper between the bars as white: a photograph gets darker towards its edges, which the reader takes for bars.
cv::Mat evened(const cv::Mat& gray, const cv::Rect& bars) {
    const int reach = std::max(9, bars.width / 16) | 1; // pixels; an EAN-8 has bars of a seventeenth
    cv::Mat paper, out;
    cv::dilate(gray, paper, cv::Mat::ones(1, reach, CV_8U));
    cv::blur(paper, paper, {reach, 1});
    cv::divide(gray, paper, out, 255);
    return out;
}

/// The reading that more than one preparation gives. Blurred bars can be misread with a check digit that is right, but
/// hardly ever the same way twice.
class Agreement {
public:
    /// True once it is settled.
    bool add(const std::optional<Reading>& reading) {
        if (!reading) return false;
        for (auto& [known, count] : counts_)
            if (known.payload == reading->payload && known.symbology == reading->symbology) return ++count >= 2;
        counts_.emplace_back(*reading, 1);
        return false;
    }
    std::optional<Reading> result() const {
        const std::pair<Reading, int>* best = nullptr;
        int second = 0;
        for (const auto& one : counts_) {
            if (best && one.second <= best->second) {
                second = std::max(second, one.second);
                continue;
            }
            second = best ? best->second : 0;
            best = &one;
        }
        if (!best || best->second == second) return std::nullopt;
        const bool unchecked = best->first.symbology == "Codabar" || best->first.symbology == "Interleaved 2 of 5";
        if (unchecked && best->second < 2) return std::nullopt;
        Reading reading = best->first;
        reading.agreeing = best->second;
        return reading;
    }

private:
    std::vector<std::pair<Reading, int>> counts_;
};

/// What the row says, as the reading of bars between top and bottom that begin at x = left.
Reading reading_of(const EanReading& ean, const EanEnds& ends, int left, double top, double bottom) {
    const bool upc = ean.digits.front() == '0';
    Reading reading{upc ? "UPC-A" : "EAN-13", upc ? ean.digits.substr(1) : ean.digits, {}, {}, 1};
    const double from = left + ends.first;
    const double to = left + ends.last;
    reading.corners = {cv::Point2d(from, top), {to, top}, {to, bottom}, {from, bottom}};
    return reading;
}

/// EAN-13 or UPC-A by the likeness of whole digits, from several bands of rows. True once two agree.
bool read_blurred(const cv::Mat& gray, const cv::Rect& bars, Agreement& agreement) {
    constexpr int bands = 9;
    const int height = std::min(bars.height / bands, 8); // low, since bars may lean
    if (height < 2 || bars.width < 90 || bars.height * 8 < bars.width) return false;
    for (const int band : {4, 3, 5, 2, 6, 1, 7, 0, 8}) {
        cv::Mat row;
        const int top = bars.y + band * bars.height / bands;
        gray(cv::Rect(bars.x, top, bars.width, height)).convertTo(row, CV_32F);
        cv::reduce(row, row, 0, cv::REDUCE_AVG);
        for (const bool upside_down : {false, true}) {
            if (upside_down) cv::flip(row, row, 1);
            for (EanEnds ends : likely_ends(row)) {
                const auto ean = read_ean(row, ends);
                if (!ean) continue;
                if (upside_down) ends = {row.cols - ends.first, row.cols - ends.last};
                if (agreement.add(reading_of(*ean, ends, bars.x, top, top + height))) return true;
            }
        }
    }
    return false;
}

} // namespace

std::optional<Reading> read_linear(const cv::Mat& gray, const cv::Rect& core, bool itf) {
    const cv::Rect all({0, 0}, gray.size());
    const cv::Rect wide = cv::Rect(0, core.y, gray.cols, core.height) & all;
    const cv::Rect tight = cv::Rect(core.x - 12, core.y, core.width + 24, core.height) & all;
    if (wide.empty() || tight.empty()) return std::nullopt;
    constexpr int many_rows = 256;
    constexpr int few_rows = 48;
    std::vector<cv::Rect> windows = {tight};
    const cv::Rect bars = between_quiet_zones(gray, tight);
    if (bars != tight) windows.insert(windows.begin(), bars);
    Agreement agreement;
    // First what tells better than edges do when bars have run together.
    for (const cv::Rect& window : windows)
        if (read_blurred(gray, window, agreement)) return agreement.result();
    if (agreement.add(read_strip(gray, wide, many_rows, 1, 0, itf))) return agreement.result();
    cv::Mat sharp, even; // made when they are needed
    for (const double scale : {1.0, 2.0, 3.0}) {
        // The bars alone: neighbours no longer stand in the quiet zone.
        for (const cv::Rect& window : windows) {
            if (scale * window.width > 8000) continue;
            if (agreement.add(read_strip(gray, window, few_rows, scale, 48, itf))) return agreement.result();
            if (agreement.add(read_strip(gray, window, many_rows, scale, 48, itf))) return agreement.result();
            if (core.height < 32) continue; // most likely a line of text; a page may have hundreds
            if (sharp.empty()) sharp = sharpened(gray);
            if (even.empty()) even = evened(gray, core);
            if (agreement.add(read_strip(sharp, window, few_rows, scale, 48, itf))) return agreement.result();
            if (agreement.add(read_strip(even, window, many_rows, scale, 48, itf))) return agreement.result();
        }
        if (core.height < 32) return agreement.result();
    }
    agreement.add(read_strip(gray, all, many_rows, 1, 0, itf));
    return agreement.result();
}

std::string read_addon(const cv::Mat& gray, const Reading& code) {
    const bool has_addons = code.symbology == "EAN-13" || code.symbology == "UPC-A" || code.symbology == "UPC-E";
    if (!has_addons) return {};
    ZXing::DecodeHints hints = plain_hints(BarcodeFormat::EAN13 | BarcodeFormat::UPCA | BarcodeFormat::UPCE);
    hints.setMaxNumberOfSymbols(1).setMinLineCount(1).setEanAddOnSymbol(ZXing::EanAddOnSymbol::Read);
    for (const double scale : {1.0, 2.0}) {
        cv::Mat scaled;
        cv::resize(gray, scaled, {}, scale, scale, cv::INTER_CUBIC);
        const std::string text = ZXing::ReadBarcode(view(scaled), hints).text(); // "9771234567003 05"
        if (text.size() > code.payload.size() && text.starts_with(code.payload + ' '))
            return text.substr(code.payload.size() + 1);
    }
    return {};
}

std::vector<Reading> read_matrices(const cv::Mat& gray, MatrixKind kind) {
    constexpr std::array formats{BarcodeFormat::QRCode, BarcodeFormat::DataMatrix, BarcodeFormat::Aztec,
                                 BarcodeFormat::PDF417}; // as in MatrixKind
    const ZXing::DecodeHints hints = plain_hints(formats[static_cast<std::size_t>(kind)]);
    std::vector<Reading> readings;
    for (const auto& result : ZXing::ReadBarcodes(view(gray), hints))
        if (result.isValid()) readings.push_back(reading_of(result));
    return readings;
}

std::string packed(const std::vector<Reading>& readings) {
    std::string bytes;
    const auto put = [&](const void* data, std::size_t size) { bytes.append(static_cast<const char*>(data), size); };
    for (const Reading& r : readings) {
        for (const std::string& text : {r.symbology, r.payload, r.addon}) {
            const std::uint32_t size = static_cast<std::uint32_t>(text.size());
            put(&size, sizeof size);
            bytes += text;
        }
        put(r.corners.data(), sizeof r.corners);
        put(&r.agreeing, sizeof r.agreeing);
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
        for (std::string* text : {&r.symbology, &r.payload, &r.addon}) {
            std::uint32_t size = 0;
            if (!take(&size, sizeof size) || bytes.size() - at < size) return readings;
            *text = bytes.substr(at, size);
            at += size;
        }
        if (!take(r.corners.data(), sizeof r.corners) || !take(&r.agreeing, sizeof r.agreeing)) return readings;
        readings.push_back(std::move(r));
    }
    return readings;
}

} // namespace broadsheet::codes
