// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

namespace broadsheet {

/// A pixel position, or where a coordinate is half-open the edge before it. x grows to the right, y downwards.
struct Point {
    int x = 0;
    int y = 0;
    bool operator==(const Point&) const = default;
};

/// An axis-aligned rectangle in pixels, half-open: right and bottom are one past the last pixel.
struct Box {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    int width() const { return right - left; }
    int height() const { return bottom - top; }
    bool empty() const { return right <= left || bottom <= top; }
    long long area() const { return empty() ? 0 : 1LL * width() * height(); }
    Point center() const { return {left + width() / 2, top + height() / 2}; }
    bool operator==(const Box&) const = default;
};

/// The pixels both have; may be empty().
inline Box intersected(const Box& a, const Box& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

/// The smallest box around both; an empty box adds nothing.
inline Box united(const Box& a, const Box& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

inline Box grown(const Box& b, int dx, int dy) {
    return {b.left - dx, b.top - dy, b.right + dx, b.bottom + dy};
}
inline bool contains(const Box& outer, const Box& inner) {
    return intersected(outer, inner) == inner;
}

/// Length both share on one axis; negative: the gap between them.
inline int overlap_x(const Box& a, const Box& b) {
    return std::min(a.right, b.right) - std::max(a.left, b.left);
}
inline int overlap_y(const Box& a, const Box& b) {
    return std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
}

} // namespace broadsheet
