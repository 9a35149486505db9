// SPDX-License-Identifier: Apache-2.0
/// Image files made in memory for the tests.
#pragma once

#include "image/image.h"
#include "page/error.h"

#include <cstdint>
#include <opencv2/imgcodecs.hpp>
#include <string>
#include <vector>

namespace broadsheet::testing {

using File = std::vector<std::uint8_t>;

inline File encoded(const char* extension, const cv::Mat& pixels, const std::vector<int>& parameters = {}) {
    File file;
    cv::imencode(extension, pixels, file, parameters);
    return file;
}

inline Image loaded(const File& file, int page = 1) {
    return ImageFile::from_memory(file, "x").load(page);
}

/// The line of the Error that opening and loading the file throws; "none" if it does not.
inline std::string error_of(const File& file, int page = 1) {
    try {
        loaded(file, page);
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

inline File bytes(const std::string& text) {
    return {text.begin(), text.end()};
}

inline void put_little(File& file, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i)
        file.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

inline void put_big(File& file, std::uint64_t value, int size) {
    for (int i = size - 1; i >= 0; --i)
        file.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

/// A ramp that tells rows from columns and one end from the other.
inline cv::Mat ramp(int width, int height, int type = CV_8UC1) {
    cv::Mat pixels(height, width, type);
    for (int y = 0; y < height; ++y)
        for (int i = 0; i < width * pixels.channels(); ++i)
            pixels.ptr(y)[i] = static_cast<std::uint8_t>((i * 7 + y * 31) % 256);
    return pixels;
}

/// The greatest difference of any two samples; 999 where size or type differ.
inline double difference(const cv::Mat& a, const cv::Mat& b) {
    return a.size() == b.size() && a.type() == b.type() ? cv::norm(a, b, cv::NORM_INF) : 999;
}

} // namespace broadsheet::testing
