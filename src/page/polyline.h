// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/box.h"

#include <cstddef>
#include <vector>

namespace broadsheet {

/// y of the polyline at x; before its first point and behind its last its ends go on. At least two points, from left
/// to right.
inline double height_at(const std::vector<Point>& polyline, double x) {
    std::size_t i = 1;
    while (i + 1 < polyline.size() && x > polyline[i].x)
        ++i;
    const Point &a = polyline[i - 1], &b = polyline[i];
    return a.x == b.x ? a.y : a.y + (x - a.x) * (b.y - a.y) / (b.x - a.x);
}

} // namespace broadsheet
