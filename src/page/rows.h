// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/box.h"

#include <algorithm>
#include <vector>

namespace broadsheet {

/// Top to bottom in rows, from the left within a row; what begins above the middle of a row's first is in its row.
/// box_of: item -> Box.
template <typename Item, typename BoxOf>
void sort_rows(std::vector<Item>& items, BoxOf box_of) {
    std::ranges::stable_sort(items, {}, [&](const Item& item) { return box_of(item).top; });
    for (auto row = items.begin(); row != items.end();) {
        const int middle = box_of(*row).center().y;
        const auto end =
            std::find_if(row + 1, items.end(), [&](const Item& item) { return box_of(item).top >= middle; });
        std::ranges::stable_sort(row, end, {}, [&](const Item& item) { return box_of(item).left; });
        row = end;
    }
}

} // namespace broadsheet
