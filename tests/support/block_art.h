// SPDX-License-Identifier: Apache-2.0
/// Pages as drawings: a letter's rectangle is a block. Capitals are headings, small letters paragraphs, digits
/// captions, # pictures, -, = and | rules, < a running head, > a running foot. A cell is 24 pixels wide and high, the text
/// 16 high.
#pragma once

#include "page/page.h"

#include <map>
#include <string>

namespace broadsheet {

struct DrawnPage {
    Page page;
    std::map<char, int> index; ///< of the block of each letter
};

inline BlockKind drawn_kind(char c) {
    if (c == '#') return BlockKind::picture;
    if (c == '-' || c == '=' || c == '|') return BlockKind::rule;
    if (c == '<') return BlockKind::running_head;
    if (c == '>') return BlockKind::running_foot;
    if (c >= '0' && c <= '9') return BlockKind::caption;
    return c >= 'A' && c <= 'Z' ? BlockKind::heading : BlockKind::paragraph;
}

inline DrawnPage draw_blocks(const std::string& art) {
    constexpr int kCell = 24, kText = 16;
    DrawnPage drawn;
    drawn.page.text_height = kText;
    int x = 0, y = 0;
    for (const char c : art) {
        if (c == '\n') {
            x = 0;
            ++y;
            continue;
        }
        if (c != ' ') {
            const auto [it, is_new] = drawn.index.try_emplace(c, static_cast<int>(drawn.page.blocks.size()));
            if (is_new) drawn.page.blocks.push_back({drawn_kind(c), {}, {}, -1, -1});
            Block& block = drawn.page.blocks[it->second];
            const bool level = c == '-' || c == '=';
            const Box cell = level      ? Box{x * kCell, y * kCell + 8, (x + 1) * kCell, y * kCell + 10}
                             : c == '|' ? Box{x * kCell + 8, y * kCell, x * kCell + 10, (y + 1) * kCell}
                                        : Box{x * kCell, y * kCell, (x + 1) * kCell, y * kCell + kText};
            block.box = united(block.box, cell);
            if (block.kind != BlockKind::picture && block.kind != BlockKind::rule) {
                if (block.lines.empty() || block.lines.back().box.top != cell.top) {
                    block.lines.push_back({});
                    block.lines.back().text_height = kText;
                }
                block.lines.back().box = united(block.lines.back().box, cell);
            }
        }
        ++x;
    }
    return drawn;
}

/// The letters in the page's reading order; rules and pictures left out.
inline std::string named_in_order(const DrawnPage& drawn, const Page& page) {
    std::string names;
    for (const int i : page.order)
        for (const auto& [c, at] : drawn.index)
            if (at == i && drawn_kind(c) != BlockKind::rule && drawn_kind(c) != BlockKind::picture) names += c;
    return names;
}

} // namespace broadsheet
