// SPDX-License-Identifier: Apache-2.0
/// Where a code made of modules in two dimensions is, and what its locator needs to look at the ink.
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <opencv2/core.hpp>
#include <vector>

namespace broadsheet::codes {

enum class MatrixKind { qr, data_matrix, aztec, pdf417 };

struct MatrixField {
    MatrixKind kind = MatrixKind::qr;
    std::array<cv::Point2d, 4>
        corners;       ///< top left, top right, bottom right, bottom left as the code reads; sheet pixels
    double module = 0; ///< pixels
    int columns = 0;   ///< modules from left to right
    int rows = 0;      ///< modules from top to bottom; PDF417: the height in modules, rounded
    double sure = 0;   ///< share of the modules that are alike in all codes of the kind and are as they must be, 0 to 1
};

/// Most likely one code: the middle of the one lies near that of the other.
inline bool overlap(const MatrixField& a, const MatrixField& b) {
    const auto size = [](const MatrixField& f) {
        return std::min(cv::norm(f.corners[1] - f.corners[0]), cv::norm(f.corners[3] - f.corners[0]));
    };
    const cv::Point2d between = (a.corners[0] + a.corners[2] - b.corners[0] - b.corners[2]) / 2;
    return cv::norm(between) < 0.5 * std::max(size(a), size(b));
}

/// Whether the pixel at this position is ink; beyond the edges there is none. ink: CV_8UC1, 255 where there is ink.
inline bool dark_at(const cv::Mat& ink, cv::Point2d p) {
    const cv::Point q(static_cast<int>(std::floor(p.x)), static_cast<int>(std::floor(p.y)));
    return q.x >= 0 && q.y >= 0 && q.x < ink.cols && q.y < ink.rows && ink.at<uchar>(q) != 0;
}

/// Where each run of equal pixels in the row begins, and the row's end; the runs of even number are light, the first
/// may be empty. ink: CV_8UC1, 255 where there is ink, else 0.
inline void run_starts(const cv::Mat& ink, int y, std::vector<int>& starts) {
    const uchar* row = ink.ptr(y);
    starts.assign(1, 0);
    int x = 0;
    uchar now = 0;
    if constexpr (std::endian::native == std::endian::little)
        for (; x + 8 <= ink.cols; x += 8) { // each against the one before it, eight at once
            std::uint64_t pixels = 0;
            std::memcpy(&pixels, row + x, sizeof pixels);
            std::uint64_t changes = (pixels ^ (pixels << 8U | now)) & 0x0101010101010101U;
            for (; changes != 0; changes &= changes - 1)
                starts.push_back(x + std::countr_zero(changes) / 8);
            now = row[x + 7];
        }
    for (; x < ink.cols; ++x) {
        if (row[x] == now) continue;
        now = row[x];
        starts.push_back(x);
    }
    starts.push_back(ink.cols);
}

} // namespace broadsheet::codes
