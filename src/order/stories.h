// SPDX-License-Identifier: Apache-2.0
/// What belongs to the text under a heading, and what is only set into it.
#pragma once

#include "order/cuts.h"

namespace broadsheet {

/// Takes out of items the story of a heading that stands over them: in each of its columns all that comes before
/// another headline. Crossheads, in about the size of the text, are part of the story.
std::vector<Item> story_under(std::vector<Item>& items, const Item& heading, const Grid& grid);

/// Headings, and paragraphs in type as large, that text runs round.
struct SetInto {
    std::vector<Item> decks;  ///< at the text's head: read before it
    std::vector<Item> quotes; ///< within it: read behind it
};
/// Takes them out of items. Each reaches over the white between columns that have text beside it and under
/// it, or beyond a block that begins no lower and goes on under it. One within a block is a crosshead, what is in
/// the text's type may be a part of it.
SetInto take_insets(std::vector<Item>& items, const Grid& grid);

/// Bands of white that runs over the whole width joined, but for those that begin with a row of headlines: one at the
/// head of each column that goes on there, level with each other, and one at each column's head too, so that no story
/// runs on from column to column past them. No upright rule goes on there, nor stands a level one under some of them.
/// under_headline: all items stand under one, which counts for the columns of its text, level with each other.
/// One part: there is no such row.
std::vector<std::vector<Item>> rows_of_stories(const std::vector<std::vector<Item>>& bands,
                                               const std::vector<std::vector<Item>>& columns, const Grid& grid,
                                               bool under_headline);

} // namespace broadsheet
