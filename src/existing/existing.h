// SPDX-License-Identifier: Apache-2.0
/// OCR that exists already, seen as a sheet: its words are drawn as letters where their boxes stand, so that layout and
/// order can look at it as at any page, and get its words back.
#pragma once

#include "image/image.h"
#include "page/page.h"

#include <vector>

namespace broadsheet {

/// The page's words, rules and pictures as ink, level by the slope of the lines, scaled to letters of an even height.
/// guess_pictures: white of some height within a column becomes a picture too. Without a word in a box the sheet is
/// empty.
Sheet drawn_sheet(Page existing, bool guess_pictures);

/// A page with the words of another.
struct Placed {
    Page page;
    std::vector<Box> boxes; ///< of its words as they were, in pixels of the scan: block by block, line by line
};

/// The lines that layout found on the sheet (laid_out, in sheet pixels) get the words of the existing page (in pixels
/// of the scan) that stand in them. Lines without words go; words without a line get back the lines they had, in blocks
/// of their own. Kinds of blocks that the existing page tells are kept.
Placed place_words(Page laid_out, const Page& existing);

/// Where each block of the placed page stands in the order of the existing page; the less the earlier.
std::vector<int> told_ranks(const Placed& placed, const Page& existing);
/// The page in that order.
Page in_told_order(Page page, const std::vector<int>& ranks);
/// The page in its own order, but for many short pieces one after another, as in a masthead, which are put in that
/// order: nothing in them tells which order is right.
Page with_told_pieces(Page page, const std::vector<int>& ranks);

} // namespace broadsheet
