// SPDX-License-Identifier: Apache-2.0
#include "repair/repair.h"

#include "page/error.h"
#include "repair/blanks.h"
#include "repair/characters.h"
#include "repair/joins.h"
#include "repair/noise.h"
#include "repair/paragraphs.h"

#include <algorithm>

namespace broadsheet {
namespace {

void mend_line(const Block& block, Line& line, mend::BlankReading blanks) {
    for (Word& word : line.words)
        word.text = mend::utf8(mend::nfc(mend::code_points(word.text)));
    if (line.removed.empty() && block.kind == BlockKind::noise) line.removed = "noise";
    if (line.removed.empty()) line.removed = mend::noise_in(line);
    if (!line.removed.empty()) return;
    mend::drop_specks(line);
    mend::mend_blanks(line, blanks);
}

void check_order(const Page& page) {
    std::vector<int> order = page.order;
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < std::max(order.size(), page.blocks.size()); ++i)
        if (i >= order.size() || i >= page.blocks.size() || order[i] != static_cast<int>(i))
            throw Error(page.source + ": the reading order does not name every block once");
}

} // namespace

Page repair(Page page, const RepairOptions& options) {
    check_order(page);
    const mend::BlankReading blanks = mend::blank_reading(page);
    for (Block& block : page.blocks)
        for (Line& line : block.lines)
            mend_line(block, line, blanks);
    page.articles = mend::find_paragraphs(page);
    const mend::PageEvidence evidence = mend::page_evidence(page);
    mend::Dictionary dictionary(options.dictionaries, page.language);
    for (Article& article : page.articles)
        for (Paragraph& paragraph : article.paragraphs)
            mend::join_lines(page, evidence, dictionary, paragraph);
    return page;
}

} // namespace broadsheet
