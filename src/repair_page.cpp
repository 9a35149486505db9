// SPDX-License-Identifier: Apache-2.0
#include "repair_page.h"

#include "codes/codes.h"
#include "existing/existing.h"

#include <limits>

namespace broadsheet {

namespace {

/// A page in some order, with its words' boxes as they were.
struct Hypothesis {
    Page page;
    int broken = 0; ///< see broken_paragraphs()
};

/// Boxes of lines and blocks are those round their words again.
Page with_boxes(Page page, const std::vector<Box>& boxes) {
    auto box = boxes.begin();
    for (Block& block : page.blocks) {
        Box of_block;
        for (Line& line : block.lines) {
            Box of_line;
            for (Word& word : line.words)
                of_line = united(of_line, word.box = *box++);
            line.box = of_line.empty() ? line.box : of_line;
            of_block = united(of_block, line.box);
        }
        if (!of_block.empty()) block.box = of_block;
    }
    return page;
}

Hypothesis repaired(Page page, const RepairOptions& options) {
    page = repair(std::move(page), options);
    const int broken = broken_paragraphs(page);
    return {std::move(page), broken};
}

Placed laid_out_anew(const Page& existing, const Sheet& sheet, std::vector<Code> codes,
                     const RepairPageOptions& options) {
    Page page = existing;
    page.blocks.clear();
    page.order.clear();
    page.articles.clear();
    page.codes = std::move(codes);
    page.frame = sheet.frame;
    page.text_height = sheet.text_height;
    Placed placed = place_words(find_layout(std::move(page), sheet, options.layout), existing);
    placed.page = find_order(std::move(placed.page), options.order);
    placed.page = follow_text(std::move(placed.page), options.order);
    return placed;
}

} // namespace

Page repair_page(const Page& existing, const Image* image, const RepairPageOptions& options) {
    // A doubtful reordering is not made: another order must break that much fewer paragraphs than the file's own among
    // the same blocks, and other blocks that much fewer than the file's.
    constexpr double better_order = 0.8, better_blocks = 0.64;
    if (options.order.direction == OrderDirection::rows)
        return repair(find_order(existing, options.order), options.repair);
    Hypothesis best = repaired(existing, options.repair);
    if (options.own_order) return best.page;
    const bool told = options.order.direction != OrderDirection::automatic;
    const int as_it_is = best.broken;
    if (told) best.broken = std::numeric_limits<int>::max();
    const auto consider = [&](const Placed& placed) {
        const std::vector<int> ranks = told_ranks(placed, existing);
        Hypothesis anew = repaired(told ? placed.page : with_told_pieces(placed.page, ranks), options.repair);
        if (!told) {
            Hypothesis as_told = repaired(in_told_order(placed.page, ranks), options.repair);
            if (anew.broken >= better_order * as_told.broken) anew = std::move(as_told);
            if (anew.broken >= better_blocks * as_it_is) return;
        }
        if (anew.broken >= best.broken) return;
        best = {with_boxes(mapped_to_scan(std::move(anew.page)), placed.boxes), anew.broken};
    };
    if (image) {
        PrepareOptions as_scanned = options.prepare;
        as_scanned.quarter_turns = as_scanned.quarter_turns.value_or(0); // the words' boxes tell how lines lie
        const Box& region = existing.region;                             // of facing pages, one
        as_scanned.region = {region.left, region.top, region.width(), region.height()};
        const Sheet sheet = prepare(*image, as_scanned);
        consider(laid_out_anew(existing, sheet, find_codes(sheet), options));
    } else {
        for (const bool guess_pictures : {true, false})
            consider(laid_out_anew(existing, drawn_sheet(existing, guess_pictures), {}, options));
    }
    return best.page;
}

} // namespace broadsheet
