// SPDX-License-Identifier: Apache-2.0
#include "order/level_headings.h"

#include "order/items.h"
#include "order/rows.h"
#include "page/rows.h"

#include <algorithm>
#include <ranges>

namespace broadsheet {

bool is_across(const Block& block) {
    return !block.lines.empty() && block.lines.front().vertical;
}

void put_level_headings(const Page& page, std::vector<int>& sequence, std::vector<char>& starts, Insets& insets) {
    constexpr double near = 3, large = 1.7; // text heights; a headline's type
    const auto box = [&](int i) -> const Box& { return page.blocks[static_cast<std::size_t>(i)].box; };
    std::vector<int> headings;
    for (int i = 0; i < static_cast<int>(page.blocks.size()); ++i)
        if (const Block& block = page.blocks[static_cast<std::size_t>(i)]; is_across(block) && flows(block.kind))
            headings.push_back(i);
    // As on the page, where the sheet's left is above and its head at the right: row by row from the right.
    sort_rows(headings, [&](int i) { return Box{box(i).top, box(i).left, box(i).bottom, box(i).right}; });
    // The last one first, so that one over it stands over that.
    for (const int heading : headings | std::views::reverse) {
        const Box& own = box(heading);
        const auto is_under = [&](int i) {
            const int white = box(i).left - own.right;
            return white > -own.width() / 2 && white < near * page.text_height &&
                   overlap_y(box(i), own) * 2 > std::min(box(i).height(), own.height());
        };
        const bool over_all = type_of(page.blocks[static_cast<std::size_t>(heading)]) < large * page.text_height &&
                              std::none_of(sequence.begin(), sequence.end(), [&](int i) {
                                  const Block& block = page.blocks[static_cast<std::size_t>(i)];
                                  return !is_across(block) && block.lines.size() > 1 && block.box.left < own.right;
                              });
        const auto at = over_all ? sequence.begin() : std::find_if(sequence.begin(), sequence.end(), is_under);
        if (at == sequence.end()) continue;
        for (Inset& inset : insets)
            inset.behind += inset.behind >= at - sequence.begin();
        // What parted the text from the one before parts its heading from that.
        starts.insert(starts.begin() + (at - sequence.begin()) + 1, 0);
        sequence.insert(at, heading);
    }
}

} // namespace broadsheet
