// SPDX-License-Identifier: Apache-2.0
#include "formats/dialects.h"
#include "formats/parts.h"

namespace broadsheet {
std::string text_page(const Page& page, int index) {
    std::string text = index > 0 ? "\f" : "";
    const Paragraph* before = nullptr;
    for (const Article& article : page.articles) {
        for (const Paragraph& paragraph : article.paragraphs) {
            if (whole_text(paragraph).empty()) continue;
            if (before && !are_entries(*before, paragraph)) text += '\n';
            text += whole_text(paragraph) + '\n';
            before = &paragraph;
        }
    }
    return text;
}

} // namespace broadsheet
