// SPDX-License-Identifier: Apache-2.0
#include "repair_page.h"

#include "codes/codes.h"
#include "existing/existing.h"
#include "order/order.h"

namespace broadsheet {

namespace {

Page with_boxes(Page page, const std::vector<Box>& boxes) {
    auto box = boxes.begin();
    for (Block& block : page.blocks)
        for (Line& line : block.lines)
            for (Word& word : line.words)
                word.box = *box++;
    return page;
}

Page laid_out_anew(const Page& existing, const Image* image, const RepairPageOptions& options) {
    const Sheet sheet = image ? prepare(*image, options.prepare) : drawn_sheet(existing);
    Page page = existing;
    page.blocks.clear();
    page.order.clear();
    page.articles.clear();
    page.frame = sheet.frame;
    page.text_height = sheet.text_height;
    if (image) {
        page.dpi = sheet.dpi;
        page.codes = find_codes(sheet);
    }
    page = find_layout(std::move(page), sheet, options.layout);
    Placed placed = place_words(std::move(page), existing);
    page = find_order(std::move(placed.page));
    page = repair(std::move(page), options.repair);
    return with_boxes(mapped_to_scan(std::move(page)), placed.boxes);
}

} // namespace

Page repair_page(const Page& existing, const Image* image, const RepairPageOptions& options) {
    return laid_out_anew(existing, image, options);
}

} // namespace broadsheet
