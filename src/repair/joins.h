// SPDX-License-Identifier: Apache-2.0
/// Lines of a paragraph become running text.
#pragma once

#include "page/page.h"
#include "repair/dictionary.h"
#include "repair/hyphen.h"

namespace broadsheet::mend {

/// What the page itself tells about how its lines join.
struct PageEvidence {
    PageWords words;
    bool parted_scripts = false; ///< blanks are printed between Han and Latin
};
PageEvidence page_evidence(const Page& page);

/// Adds the next line to the text; tells how.
Mended join(std::u32string& text, std::u32string_view next, const PageEvidence& evidence, Dictionary& dictionary);

/// Sets paragraph.joins and paragraph.text (NFC, single blanks) from its lines.
void join_lines(const Page& page, const PageEvidence& evidence, Dictionary& dictionary, Paragraph& paragraph);

} // namespace broadsheet::mend
