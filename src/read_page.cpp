// SPDX-License-Identifier: Apache-2.0
#include "read_page.h"

#include "codes/codes.h"
#include "order/order.h"

namespace broadsheet {

Page read_page(const Image& image, EnginePool& engines, const ReadOptions& options) {
    const Sheet sheet = prepare(image, options.prepare);
    Page page;
    page.width = image.pixels.cols;
    page.height = image.pixels.rows;
    page.dpi = sheet.dpi;
    page.frame = sheet.frame;
    page.text_height = sheet.text_height;

    page.codes = find_codes(sheet);
    page = find_layout(std::move(page), sheet, options.layout);
    page = find_order(std::move(page));
    page = engines.recognize(std::move(page), sheet, options.languages);
    page = repair(std::move(page), options.repair);
    return mapped_to_scan(std::move(page));
}

} // namespace broadsheet
