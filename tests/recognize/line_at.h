// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/page.h"

namespace broadsheet {

/// A line on the foot of its box.
inline Line line_at(Box box, int text_height) {
    Line line;
    line.box = box;
    line.text_height = text_height;
    line.baseline = {{box.left, box.bottom}, {box.right, box.bottom}};
    return line;
}

} // namespace broadsheet
