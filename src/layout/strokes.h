// SPDX-License-Identifier: Apache-2.0
/// What the box of a mark tells of it. Private to this folder.
#pragma once

#include "page/box.h"

#include <algorithm>

namespace broadsheet {

inline int longer(const Box& b) {
    return std::max(b.width(), b.height());
}

/// A rule, or one of a frame's sides.
inline bool is_thin(const Box& b) {
    constexpr int times = 7; // as long as wide
    return longer(b) > times * std::min(b.width(), b.height());
}

} // namespace broadsheet
