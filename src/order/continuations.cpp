// SPDX-License-Identifier: Apache-2.0
#include "order/order.h"

#include "order/items.h"
#include "order/rows.h"
#include "text/characters.h"
#include "text/direction.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

using namespace text;

namespace {

constexpr std::size_t kLines = 3; // of a column's piece: fewer prove nothing
constexpr double kFull = 1.2;     // text heights of room at the end of a full line
constexpr double kHead = 4;       // text heights without text over a column's head

bool is_flow(const Block& block) {
    return block.kind == BlockKind::paragraph && !block.lines.empty();
}

/// Does its last line stop within a sentence, full or with a hyphen?
bool stops_within(const Block& block, double text_height) {
    const Line& last = block.lines.back();
    const std::u32string line = code_points(line_text(last));
    if (line.size() < 2 || !is_letter(line[line.size() - 2])) return false;
    if (is_hyphen(line.back())) return true;
    return block.lines.size() > 1 && is_letter(line.back()) && block.box.right - last.box.right < kFull * text_height;
}

/// Some lines that end no sentence.
bool may_go_on(const Block& block) {
    return block.lines.size() > 1 && !ends_sentence(code_points(line_text(block.lines.back())));
}

/// Two small letters, maybe behind a quotation mark.
bool begins_within(const Block& block) {
    const std::u32string line = code_points(line_text(block.lines.front()));
    const std::size_t at = !line.empty() && opens(line.front()) ? 1 : 0;
    return line.size() > at + 1 && is_lower(line[at]) && is_lower(line[at + 1]);
}

/// Is it the head of a column, no text of it close over it, nor a heading of its own? A deck reaches over more columns.
bool heads_column(const Page& page, const Block& block) {
    const double t = page.text_height;
    return std::none_of(page.blocks.begin(), page.blocks.end(), [&](const Block& over) {
        const bool of_column = over.box.left > block.box.left - t && over.box.right < block.box.right + t;
        return (is_flow(over) || over.kind == BlockKind::heading) && of_column && &over != &block &&
               overlap_x(over.box, block.box) > t && over.box.bottom < block.box.top + t / 2 &&
               block.box.top - over.box.bottom < kHead * t;
    });
}

/// As the lines of a paragraph are: its first line flush left with the last over it.
bool is_close_under(const Block& block, const Block& over, double text_height) {
    const Box &first = block.lines.front().box, &last = over.lines.back().box;
    return std::abs(first.top - last.bottom) < text_height && std::abs(first.left - last.left) < text_height;
}

} // namespace

Page follow_text(Page page, const OrderOptions& options) {
    const double t = page.text_height;
    const bool from_left = options.direction == OrderDirection::automatic && !is_right_to_left(page.language);
    if (t <= 0 || !from_left) return page;
    std::vector<int>& order = page.order;
    const auto block = [&](std::size_t place) -> Block& { return page.blocks[static_cast<std::size_t>(order[place])]; };
    const auto is_text = [](const Block& other) { return flows(other.kind) && !other.lines.empty(); };
    const auto next_text = [&](std::size_t place) {
        do
            ++place;
        while (place < order.size() && !is_text(block(place)));
        return place;
    };
    for (std::size_t place = 0; place < order.size(); ++place) {
        const Block& open = block(place);
        if (!is_flow(open) || open.lines.size() < kLines || open.lines.front().vertical || !stops_within(open, t))
            continue;
        const std::size_t next = next_text(place);
        if (next >= order.size() || begins_within(block(next))) continue;
        // The head of the next column, or the line under it, which may begin with a name.
        if (is_flow(block(next)) && (is_close_under(block(next), open, t) ||
                                     (block(next).box.left > open.box.right - t && heads_column(page, block(next)))))
            continue;
        for (std::size_t before = next, at = next_text(next); at < order.size(); before = at, at = next_text(at)) {
            const Block& on = block(at);
            const bool beside = on.box.left > open.box.right - t && on.box.top < open.box.bottom - 2 * t;
            const bool goes_on = is_flow(on) && on.lines.size() >= kLines && begins_within(on) && beside &&
                                 !(is_flow(block(before)) && may_go_on(block(before))) && heads_column(page, on);
            if (!goes_on) continue;
            std::size_t end = at + 1; // what follows it up to a heading goes with it
            const int article = on.article;
            while (end < order.size() && !heads(block(end).kind) &&
                   (block(end).article == article || block(end).article < 0) && is_text(block(end)))
                ++end;
            for (std::size_t k = at; k < end; ++k)
                block(k).article = open.article;
            std::rotate(order.begin() + static_cast<std::ptrdiff_t>(place) + 1,
                        order.begin() + static_cast<std::ptrdiff_t>(at),
                        order.begin() + static_cast<std::ptrdiff_t>(end));
            break;
        }
    }
    return page;
}

} // namespace broadsheet
