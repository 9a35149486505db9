// SPDX-License-Identifier: Apache-2.0
/// Level print on a page whose lines run down: on its sheet it lies on its side, and is read upright.
#pragma once

#include "image/image.h"
#include "page/page.h"

#include <vector>

namespace broadsheet {

/// A line that runs down the sheet with what stands around it, turned so that it is level.
struct LevelLine {
    Page page; ///< its first block is the line; the others have no lines
    Sheet sheet;
    Box area; ///< on the sheet it was cut out of
};
LevelLine level_line(const Page& page, const Sheet& sheet, const LineRef& at);

/// Words read in it, with boxes on the sheet it was cut out of. They follow each other from the right, as old
/// Chinese and Japanese print has them, but for a line of mostly Latin letters and figures, and for such words among
/// others.
std::vector<Word> turned_back(std::vector<Word> words, const LevelLine& line);

} // namespace broadsheet
