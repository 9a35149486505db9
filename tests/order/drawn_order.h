// SPDX-License-Identifier: Apache-2.0
/// The order of a drawn page, as the letters of its blocks.
#pragma once

#include "order/order.h"

#include "support/block_art.h"

namespace broadsheet {

inline std::string order_of(const std::string& art, OrderDirection direction = OrderDirection::automatic,
                            const std::string& language = "") {
    DrawnPage drawn = draw_blocks(art);
    drawn.page.language = language;
    return named_in_order(drawn, find_order(drawn.page, {direction}));
}

/// As order_of, the headings named in headlines set half as large again as the text.
inline std::string order_with_headlines(const std::string& headlines, const std::string& art) {
    DrawnPage drawn = draw_blocks(art);
    for (const char headline : headlines)
        drawn.page.blocks[drawn.index.at(headline)].lines[0].text_height = 24;
    return named_in_order(drawn, find_order(drawn.page));
}

} // namespace broadsheet
