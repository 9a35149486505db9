// SPDX-License-Identifier: Apache-2.0
#include "formats/formats.h"

namespace broadsheet {
namespace {

bool is_list_like(BlockKind kind) {
    return kind == BlockKind::list || kind == BlockKind::table || kind == BlockKind::masthead;
}

/// Two entries of one list: a blank line between them would tear it apart.
bool belong_together(const Paragraph& before, const Paragraph& after) {
    return before.kind == after.kind && is_list_like(before.kind) && !before.lines.empty() && !after.lines.empty() &&
           before.lines.back().block == after.lines.front().block;
}

} // namespace

std::string to_text(const Page& page) {
    std::string text;
    const Paragraph* before = nullptr;
    for (const Article& article : page.articles) {
        for (const Paragraph& paragraph : article.paragraphs) {
            if (paragraph.text.empty()) continue;
            if (before && !belong_together(*before, paragraph)) text += '\n';
            text += paragraph.text + '\n';
            before = &paragraph;
        }
    }
    return text;
}

std::string to_text(const std::vector<Page>& pages) {
    std::string text;
    for (const Page& page : pages) {
        if (&page != &pages.front()) text += '\f';
        text += to_text(page);
    }
    return text;
}

} // namespace broadsheet
