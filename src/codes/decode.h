// SPDX-License-Identifier: Apache-2.0
/// ZXing, for one code at a time.
#pragma once

#include "codes/matrix_field.h"

#include <array>
#include <opencv2/core.hpp>
#include <optional>
#include <string>
#include <vector>

namespace broadsheet::codes {

struct Reading {
    std::string symbology;              ///< "EAN-13", "QR Code", ...
    std::string payload;                ///< UTF-8
    std::string addon;                  ///< see Code
    std::array<cv::Point2d, 4> corners; ///< top left, top right, bottom right, bottom left as the code reads
    int agreeing = 1;                   ///< preparations of the picture that gave this payload
};

/// The linear code whose bars stand upright in the picture, right way up or upside down (corners[0] is to the right of
/// corners[1] then). core: where the bars are. Symbologies without a check digit must show the same text on more rows,
/// Codabar and Interleaved 2 of 5 in two preparations as well. itf: whether Interleaved 2 of 5 is read.
std::optional<Reading> read_linear(const cv::Mat& gray, const cv::Rect& core, bool itf = false);

/// The add-on beside a code that was read: two or five digits, or empty. gray: upright and the right way up, with as
/// much again to the right as the code is long.
std::string read_addon(const cv::Mat& gray, const Reading& code);

/// Codes of this kind in the picture. ZXing 1.4 has assertions that damaged codes can fail, in its builds for Debian
/// too: call it in a child process only (isolate.h).
std::vector<Reading> read_matrices(const cv::Mat& gray, MatrixKind kind = MatrixKind::qr);

/// A reading as bytes and back, for the way between processes.
std::string packed(const std::vector<Reading>& readings);
std::vector<Reading> unpacked(const std::string& bytes);

} // namespace broadsheet::codes
