// SPDX-License-Identifier: Apache-2.0
/// Reading order and articles, from geometry and at last from the text; no pixels.
#pragma once

#include "page/page.h"

namespace broadsheet {

enum class OrderDirection {
    automatic, ///< columns; from the right where Page::language is written from there
    columns,   ///< from the left
    rtl,       ///< columns from the right
    rows,      ///< across the page, row by row: tables, registers; columns are no more than cells
};

struct OrderOptions {
    OrderDirection direction = OrderDirection::automatic;
};

/// The page with order (a permutation of all blocks), order_confidence and each block's article. Blocks stay where they
/// are. A heading over k of n columns is followed by the text in those k columns; pictures and captions do not break a
/// column's flow; running heads come first, feet last.
/// The confidence is the margin over a plain XY-cut, which is the next best order on nearly all pages; 1 for rows,
/// which are told. On the outer sheet of a folded paper in vertical writing the front page, at the left, is read before
/// what stands over the fold and the page at the right. For rows the lines of the text blocks are put into new blocks,
/// tables: row by row, in each from the side on which the language begins. Headings beside which nothing stands stay,
/// and part the tables.
Page find_order(Page page, const OrderOptions& options = {});

/// After recognition: where a column stops within a sentence and what follows does not go on with it, the first later
/// column whose head does, and which nothing else goes on with, is read next: an advertisement or a note at the
/// column's foot stood between them, and is read behind it. Only for automatic order and columns from the left.
Page follow_text(Page page, const OrderOptions& options = {});

/// Of two facing pages in vertical writing, which begins at the right: is the left one the front page all the same? It
/// has the newspaper's title (a block of kind masthead), and the right one, the last page, has none.
bool is_front_page_at_left(const Page& left, const Page& right);

} // namespace broadsheet
