// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layout/box_index.h"
#include "layout/text_lines.h"

#include <vector>

namespace broadsheet {

constexpr double kLeastGutter = 0.45; // text heights of white that must stay free over all rows
constexpr double kLarge = 1.25;       // text heights: letters of a headline
constexpr double kFlushText = 0.4;    // text heights by which flush edges may differ
constexpr double kRowReach = 4;       // text heights to the next row of the same gutter
constexpr int kNear = 5;              // rows above and below that a lean does not show in

/// What a gap has in common with the gaps above and below it. Where the page leans or is curled it leans too.
struct Channel {
    std::vector<Box> gaps;    ///< one a row; from the top once it is followed
    std::vector<int> members; ///< the same as indices of gaps, in no order
    int flush = 0; ///< rows whose text behind the gap starts (or before it ends) where that of the rows around does
    int open = 0;  ///< rows with much more white, behind a paragraph's last line: they prove nothing
    Box box;       ///< white over the near rows
    Box upper_end; ///< white of the highest row
    Box lower_end; ///< white of the lowest row
    int pitch = 0; ///< the least distance of two rows that follow each other; 0: one row
    int white = 0; ///< the middle of the rows'
    int rows() const { return static_cast<int>(gaps.size()); }
};

/// Of each segment the gap behind it in its row, and the narrowest of those before it; -1: none.
struct Neighbours {
    std::vector<int> before;
    std::vector<int> behind;
};

/// Where most of its letters stand; 0 where it has none.
int base_of(const Segment& segment);

/// A letter alone in larger type: it heads the entries under it.
bool is_index_letter(const Segment& segment, double text_height);

/// A blank (or half of a quotation mark's cell) between large letters.
bool in_headline(const Gap& gap, const std::vector<Segment>& segments, double text_height);

/// Of each gap the channel through it. gap_index and segment_index: of the boxes of these.
std::vector<Channel> find_channels(const std::vector<Gap>& gaps, const std::vector<Segment>& segments,
                                   const BoxIndex& gap_index, const BoxIndex& segment_index, double text_height);

} // namespace broadsheet
