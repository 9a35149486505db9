// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/page.h"

#include <vector>

namespace broadsheet {

/// A text block as the order sees it.
struct Item {
    int block = 0; ///< index into Page::blocks
    Box box;
    Box scope; ///< box, or for a heading its height over all the columns it heads
    bool heading = false;
    int text_height = 0; ///< of its lines
};

/// Pixels from left to right, or from top to bottom.
struct Span {
    int from;
    int to;
};

/// The rules of a page and its unit of length.
struct Grid {
    std::vector<Box> level;    ///< horizontal rules
    std::vector<Box> upright;  ///< vertical rules
    std::vector<Box> pictures; ///< and advertisements
    double text_height = 1;
    Box text; ///< around all text of the page
};

/// The items parted by white that runs from the top of them all to the bottom; from the left. One part: no such white.
std::vector<std::vector<Item>> columns_of(const std::vector<Item>& items, const Grid& grid);

/// The items parted by white that runs from the left of them all to the right; from the top.
std::vector<std::vector<Item>> bands_of(const std::vector<Item>& items, const Grid& grid);

/// Does any band hold two columns? If none does, the white between them only seems to part columns.
bool side_by_side(const std::vector<std::vector<Item>>& bands, const Grid& grid);

/// Do level rules between the two run over nearly the whole width that they take together?
bool ruled_off(const std::vector<Item>& above, const std::vector<Item>& below, const Grid& grid);

/// Does an upright rule that stands in the white between some of the columns run past the level of y by a few lines?
bool rule_crosses(const std::vector<std::vector<Item>>& columns, int y, const Grid& grid);

/// The columns, those joined whose white a level rule crosses from well within the one to well within the other: what
/// stands over the rule in both comes before what stands under it. grid.upright: not where an upright rule goes on
/// there.
std::vector<std::vector<Item>> joined_by_rules(const std::vector<std::vector<Item>>& columns, const Grid& grid);

/// The items parted in two by a level rule that runs over nearly their whole width, in pieces perhaps, where the page
/// leans so that no straight white does; no upright rule crosses it. One part: there is none.
std::vector<std::vector<Item>> parted_by_rule(const std::vector<Item>& items,
                                              const std::vector<std::vector<Item>>& columns, const Grid& grid);

/// The items but for those in the corner at the right of their foot that a level rule sets off, and those: the rule
/// runs over nearly all of the corner's width, and nothing at its left reaches into it. One part: there is none.
std::vector<std::vector<Item>> parted_corner(const std::vector<Item>& items, const Grid& grid);

/// Is the first column a sidebar: narrow, behind a rule of the page's whole height, with a heading of its own at the
/// top and in smaller type than the stories beside it? Sidebars are read after those stories.
bool starts_with_sidebar(const std::vector<std::vector<Item>>& columns, const Grid& grid);

Box extent(const std::vector<Item>& items);

/// The item that begins highest, and the one that ends lowest; items is not empty.
const Item& topmost(const std::vector<Item>& items);
const Item& lowest(const std::vector<Item>& items);

} // namespace broadsheet
