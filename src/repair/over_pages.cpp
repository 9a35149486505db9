// SPDX-License-Identifier: Apache-2.0
#include "repair/over_pages.h"

#include "repair/breaks.h"
#include "repair/joins.h"
#include "repair/paragraphs.h"
#include "repair/shelf.h"
#include "text/characters.h"

#include <algorithm>
#include <ranges>

namespace broadsheet {
namespace {

/// Of the page's text; larger than a note at its foot.
constexpr double kBody = 0.9;

/// Stands between two parts of a paragraph.
bool stands_between(const Paragraph& paragraph) {
    return mend::is_float(paragraph.kind) || paragraph.kind == BlockKind::advertisement || paragraph.text.empty();
}

bool is_note(const Page& page, const Paragraph& paragraph) {
    return std::all_of(paragraph.lines.begin(), paragraph.lines.end(),
                       [&](LineRef ref) { return line_at(page, ref).text_height < kBody * page.text_height; });
}

/// nullptr: the page does not end with one.
Paragraph* last_text(Page& page) {
    for (Article& article : std::views::reverse(page.articles))
        for (Paragraph& paragraph : std::views::reverse(article.paragraphs)) {
            if (stands_between(paragraph)) continue;
            if (paragraph.kind != BlockKind::paragraph) return nullptr;
            if (!is_note(page, paragraph)) return &paragraph;
        }
    return nullptr;
}

/// nullptr: the page does not begin with one.
Paragraph* first_text(Page& page) {
    for (Article& article : page.articles)
        for (Paragraph& paragraph : article.paragraphs)
            if (!stands_between(paragraph)) return paragraph.kind == BlockKind::paragraph ? &paragraph : nullptr;
    return nullptr;
}

/// The block's setting, as that of block at of another page.
mend::Setting moved(mend::Setting setting, int at) {
    for (mend::SetLine& line : setting.lines)
        line.ref.block = at;
    return setting;
}

/// The last line of the one is its block's last, the first of the other its block's first.
bool runs_over(const Page& before, const Paragraph& last, const Page& after, const Paragraph& first) {
    const LineRef from = last.lines.back(), to = first.lines.front();
    const mend::Setting above = mend::setting_of(before, from.block), below = mend::setting_of(after, to.block);
    if (above.lines.empty() || below.lines.empty() || above.lines.back().ref != from || below.lines.front().ref != to)
        return false;
    Page both;
    both.blocks = {before.blocks[static_cast<std::size_t>(from.block)],
                   after.blocks[static_cast<std::size_t>(to.block)]};
    std::vector<mend::Setting> settings;
    for (int b = 0; b < static_cast<int>(before.blocks.size()); ++b)
        settings.push_back(mend::setting_of(before, b));
    return mend::runs_over(both, moved(above, 0), moved(below, 1), mend::style_of(before, settings));
}

} // namespace

void link_pages(Page& before, Page& after, const RepairOptions& options) {
    for (Article& article : before.articles)
        for (Paragraph& paragraph : article.paragraphs)
            paragraph.goes_on.reset();
    for (Article& article : after.articles)
        for (Paragraph& paragraph : article.paragraphs)
            paragraph.begun = false;
    Paragraph *last = last_text(before), *first = first_text(after);
    if (!last || !first || last->begun || last->lines.empty() || first->lines.empty()) return;
    // On a page that leans or lies on its side edges are straight on the sheet only.
    if (!runs_over(mapped_to_sheet(before), *last, mapped_to_sheet(after), *first)) return;
    mend::PageEvidence evidence = mend::page_evidence(before);
    evidence.words.add(mend::count_words(after));
    mend::Shelf::Taken dictionary = mend::shelf().take(options.dictionaries, before.language);
    std::u32string text = text::code_points(last->text);
    const mend::Mended mended = mend::join(text, text::code_points(first->text), evidence, *dictionary);
    mend::shelf().put_back(options.dictionaries, before.language, std::move(dictionary));
    last->goes_on = {mended.kind, mended.evidence, text::utf8(text::tidy(text))};
    first->begun = true;
}

} // namespace broadsheet
