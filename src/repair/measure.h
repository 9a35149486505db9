// SPDX-License-Identifier: Apache-2.0
/// The measure of a column - the width its lines are set to - and where each line stands in it: indented, full, or
/// ending early. Vertical text is turned, so that below "start" and "end" are along the line in either direction.
#pragma once

#include "page/page.h"

#include <cmath>
#include <string_view>
#include <vector>

namespace broadsheet::mend {

struct SetLine {
    LineRef ref;
    Box box;               ///< turned: lines level, the first one on top
    double em = 0;         ///< pixels
    double foot = 0;       ///< where its baseline stands, else the box ends, in pixels
    double start = 0;      ///< where the column's lines start at this height, in pixels
    double end = 0;        ///< where they end
    double first = 0;      ///< width of the line's first word, of what cannot be parted from it, in pixels
    double least = 0;      ///< the least width at its start that may have found no room in the line before, in pixels
    double ink_end = 0;    ///< where the line's text ends; a closing stop's half-empty cell counts as text
    bool numbered = false; ///< begins with the number of an entry, see mark_series()

    double indent() const { return em > 0 ? (box.left - start) / em : 0; }
    /// Away from both edges, and as far from either: in a justified block, a title.
    bool is_centred() const {
        constexpr double clear = 0.9, unsure = 0.35;
        return indent() > clear && room() > clear && std::abs(indent() - room()) < unsure;
    }
    double room() const { return em > 0 ? (end - ink_end) / em : 0; } ///< left over at the end, in em
};

struct Setting {
    std::vector<SetLine> lines; ///< those that yield text
    double pitch = 0;           ///< usual distance from line to line, in pixels; 0: one line
    double foot_pitch = 0;      ///< the same from foot to foot
    bool justified = false;     ///< most lines end at the same edge
    bool sharp = false;       ///< so sharply that a line a little short of it was not stretched to it; not in Han text
    bool edge_known = false;  ///< the end edge is not only that of the longest line
    bool centred = false;     ///< about one axis; boxes and edges are told as if set flush at the start
    bool each_anew = false;   ///< ragged, every line starts with a capital or a figure and breaks no word
    bool list_like = false;   ///< a line is an entry: most end early, or all start anew
    bool has_leaders = false; ///< dots lead on in a fourth of the lines: of an index, a list of contents
};

/// Dots, as in a contents list, lead on to something in it.
bool is_led(std::u32string_view line);

/// How the block's lines are set. Edges come from the block and, where it is ragged or short, from the blocks above and
/// below in its column.
Setting setting_of(const Page& page, int block);

/// White behind the line, in em, when the next one's first word stands there too; below 0: it would not have fitted.
double room_behind(const SetLine& line, const SetLine& next);

/// The line ends although the least that the next one starts with would have fitted behind it, or ends short in a
/// justified block.
bool ends_early(const SetLine& line, const SetLine& next, bool justified);

} // namespace broadsheet::mend
