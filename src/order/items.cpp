// SPDX-License-Identifier: Apache-2.0
#include "order/items.h"

#include "order/headings.h"
#include "order/level_headings.h"
#include "order/rows.h"
#include "page/median.h"

#include <algorithm>

namespace broadsheet {

namespace {

/// Too small to tell where columns run: a stray mark, a single letter; within the box of other text, from whose line
/// wide white parts it, a dash or an arrow too.
bool is_speck(const Block& block, const Page& page) {
    if (block.lines.size() > 1) return false;
    const double height = std::max<double>(page.text_height, block.lines.empty() ? 0 : block.lines[0].text_height);
    const bool within = std::any_of(page.blocks.begin(), page.blocks.end(), [&](const Block& text) {
        return &text != &block && flows(text.kind) && !is_across(text) && contains(text.box, block.box);
    });
    return block.box.width() < (within ? 2 : 1.2) * height && block.box.height() < 1.6 * height;
}

/// From the left end to the right end of all that is surely text: blocks of three lines and more.
Box text_area(const Page& page) {
    Box area;
    for (const Block& block : page.blocks)
        if (flows(block.kind) && block.lines.size() >= 3 && !is_across(block)) area = united(area, block.box);
    return area;
}

/// Beside all text: a scan's dark edge, the next page's letters, a mark in the margin.
bool is_marginal(const Block& block, const Box& text, double text_height) {
    if (text.empty() || block.lines.size() >= 3 || block.box.width() > 4 * text_height) return false;
    return block.box.right <= text.left || block.box.left >= text.right;
}

/// The block's box as wide as all of its lines but one at each side: a byline that reaches into the next column, a line
/// joined with a mark beside it does not make the column wider.
Box width_of(const Block& block) {
    constexpr size_t kEnough = 5;
    if (block.lines.size() < kEnough) return block.box;
    std::vector<int> lefts, rights;
    for (const Line& line : block.lines) {
        lefts.push_back(line.box.left);
        rights.push_back(line.box.right);
    }
    std::nth_element(lefts.begin(), lefts.begin() + 1, lefts.end());
    std::nth_element(rights.begin(), rights.end() - 2, rights.end());
    return {lefts[1], block.box.top, *(rights.end() - 2), block.box.bottom};
}

/// The box of text, and of the picture right over it in its column: there its column begins.
Box with_picture(const Box& box, const Page& page) {
    constexpr double kBeside = 1.5, kUnder = 1.5, kUnsure = 0.5; // text heights; of a picture's edge
    const int beside = static_cast<int>(kBeside * page.text_height);
    Box taken = box;
    for (const Block& picture : page.blocks) {
        if (picture.kind != BlockKind::picture || picture.box.bottom > box.top || overlap_x(picture.box, box) <= 0 ||
            picture.box.left < box.left - beside || picture.box.right > box.right + beside)
            continue;
        int foot = picture.box.bottom; // of it with its captions
        for (const Block& caption : page.blocks)
            if (caption.kind == BlockKind::caption && overlap_x(caption.box, box) > 0 &&
                caption.box.top >= foot - beside && caption.box.top - foot < 2 * beside &&
                caption.box.bottom <= box.top + beside)
                foot = std::max(foot, caption.box.bottom);
        if (box.top - foot < kUnder * page.text_height)
            taken.top = std::min(taken.top, picture.box.top + static_cast<int>(kUnsure * page.text_height));
    }
    return taken;
}

/// A quotation in larger type set into a column, with the two rules it stands between: the column's text, as wide as
/// they are, stands close over them and goes on under them. Empty: the block is none.
Box quote_of(const Block& block, const Page& page) {
    constexpr double near = 3, flush = 1; // text heights
    const double t = page.text_height;
    const bool large = type_of(block) > kHeadline * t;
    if (!flows(block.kind) || is_across(block) || block.lines.size() < 2 || !large) return {};
    const auto is_over = [&](const Box& a, const Box& b) {
        return a.bottom <= b.top + t / 4 && b.top - a.bottom < near * t;
    };
    Box over, under;
    for (const Block& rule : page.blocks) {
        if (rule.kind != BlockKind::rule || overlap_x(rule.box, block.box) < block.box.width()) continue;
        const auto has_text = [&](bool above) {
            return std::any_of(page.blocks.begin(), page.blocks.end(), [&](const Block& text) {
                return text.kind == BlockKind::paragraph && std::abs(text.box.left - rule.box.left) < flush * t &&
                       std::abs(text.box.right - rule.box.right) < flush * t &&
                       (above ? is_over(text.box, rule.box) : is_over(rule.box, text.box));
            });
        };
        if (is_over(rule.box, block.box) && has_text(true)) over = rule.box;
        if (is_over(block.box, rule.box) && has_text(false)) under = rule.box;
    }
    return over.empty() || under.empty() ? Box{} : united(over, under);
}

} // namespace

int type_of(const Block& block) {
    std::vector<int> heights;
    for (const Line& line : block.lines)
        heights.push_back(line.text_height);
    return median(heights);
}

bool heads(BlockKind kind) {
    return kind == BlockKind::heading || kind == BlockKind::masthead || kind == BlockKind::kicker;
}

std::vector<Item> items_of(const Page& page) {
    std::vector<Item> items;
    const Box text = text_area(page);
    for (int i = 0; i < static_cast<int>(page.blocks.size()); ++i) {
        const Block& block = page.blocks[i];
        const bool unread = block.kind == BlockKind::masthead && block.lines.empty();
        if (!flows(block.kind) || unread || is_across(block) || is_speck(block, page) ||
            !quote_of(block, page).empty() || is_marginal(block, text, page.text_height))
            continue;
        const Box box = with_picture(width_of(block), page);
        items.push_back({i, box, box, heads(block.kind), type_of(block)});
    }
    return items;
}

Grid grid_of(const Page& page) {
    Grid grid;
    grid.text_height = std::max(1.0, page.text_height);
    for (const Block& block : page.blocks)
        if (const Box quote = quote_of(block, page); !quote.empty()) grid.pictures.push_back(quote);
    const auto is_of_quote = [quotes = grid.pictures](const Box& rule) {
        return std::any_of(quotes.begin(), quotes.end(), [&](const Box& quote) { return contains(quote, rule); });
    };
    for (const Block& block : page.blocks) {
        if (block.kind == BlockKind::rule && !is_of_quote(block.box))
            (block.box.width() > block.box.height() ? grid.level : grid.upright).push_back(block.box);
        if (flows(block.kind) && !is_across(block)) grid.text = united(grid.text, block.box);
        if (block.kind == BlockKind::picture || block.kind == BlockKind::advertisement)
            grid.pictures.push_back(block.box);
    }
    return grid;
}

} // namespace broadsheet
