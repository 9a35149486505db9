// SPDX-License-Identifier: Apache-2.0
/// Codes drawn by ZXing's writer on pages drawn with OpenCV's own letters.
#pragma once

#include "image/image.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <opencv2/imgproc.hpp>
#include <string>

namespace broadsheet::test {

inline bool is_matrix(ZXing::BarcodeFormat format) {
    using enum ZXing::BarcodeFormat;
    return format == QRCode || format == DataMatrix || format == Aztec || format == PDF417;
}

/// Tight, without quiet zone. Linear codes: height in modules. module: pixels, fractions allowed.
inline cv::Mat drawn_code(ZXing::BarcodeFormat format, const std::string& payload, double module, int height = 60) {
    const auto bits = ZXing::MultiFormatWriter(format).setMargin(0).encode(payload, 1, is_matrix(format) ? 1 : height);
    cv::Mat modules(bits.height(), bits.width(), CV_8UC1);
    for (int y = 0; y < bits.height(); ++y)
        for (int x = 0; x < bits.width(); ++x)
            modules.at<uchar>(y, x) = bits.get(x, y) ? 0 : 255;
    cv::Mat pixels;
    const int whole = static_cast<int>(std::ceil(module));
    cv::resize(modules, pixels, {}, whole, whole, cv::INTER_NEAREST);
    if (module != whole) cv::resize(pixels, pixels, {}, module / whole, module / whole, cv::INTER_AREA);
    return pixels;
}

inline cv::Mat blank_page(int width = 1200, int height = 900) {
    return {height, width, CV_8UC1, cv::Scalar(255)};
}

inline void paste(cv::Mat& page, const cv::Mat& code, int left, int top) {
    code.copyTo(page(cv::Rect(left, top, code.cols, code.rows)));
}

/// Lines of letters from top to bottom within a column.
inline void write_text(cv::Mat& page, cv::Rect column, double size = 0.8) {
    const int step = static_cast<int>(40 * size);
    for (int y = column.y + step; y < column.y + column.height; y += step) {
        std::string line;
        for (int x = 0; line.size() < 200; ++x)
            line += "Hillmill wind and minimum, illusion HIM IHII "[(x + y) % 45];
        cv::Mat part = page(cv::Rect(column.x, 0, column.width, page.rows));
        cv::putText(part, line, {0, y}, cv::FONT_HERSHEY_COMPLEX, size, cv::Scalar(0), size > 1 ? 2 : 1, cv::LINE_AA);
    }
}

inline Sheet sheet_of(const cv::Mat& gray) {
    Sheet sheet;
    sheet.gray = gray;
    sheet.ink = gray < 128;
    sheet.dpi = 300;
    return sheet;
}

inline cv::Mat turned(const cv::Mat& page, double degrees) {
    const cv::Point2f middle(static_cast<float>(page.cols) / 2, static_cast<float>(page.rows) / 2);
    cv::Mat out;
    cv::warpAffine(page, out, cv::getRotationMatrix2D(middle, degrees, 1), page.size(), cv::INTER_LINEAR,
                   cv::BORDER_CONSTANT, cv::Scalar(255));
    return out;
}

/// Dots of a printer's screen whose size follows a picture.
inline void draw_halftone(cv::Mat& page, cv::Rect where, double pitch) {
    for (double y = where.y; y < where.br().y; y += pitch) {
        for (double x = where.x; x < where.br().x; x += pitch) {
            const double gray = 0.5 + 0.45 * std::sin(x / 37) * std::cos(y / 53);
            cv::circle(page, {static_cast<int>(x), static_cast<int>(y)}, static_cast<int>(pitch * 0.6 * gray),
                       cv::Scalar(0), cv::FILLED);
        }
    }
}

} // namespace broadsheet::test
