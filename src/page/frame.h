// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/box.h"

#include <array>

namespace broadsheet {

/// Maps pixels of the straightened sheet to pixels of the image as loaded: a row-major homography.
struct Frame {
    std::array<double, 9> m{1, 0, 0, 0, 1, 0, 0, 0, 1};
    bool operator==(const Frame&) const = default;
};
Point to_scan(const Frame& frame, Point sheet);
/// The upright box around the mapped corners.
Box to_scan(const Frame& frame, const Box& sheet);

} // namespace broadsheet
