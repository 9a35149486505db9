// SPDX-License-Identifier: Apache-2.0
/// Pages as text and as data, one file a format.
#pragma once

#include "page/page.h"

#include <string>
#include <vector>

namespace broadsheet {

/// One paragraph a line, a blank line between paragraphs, a newline at the end; the lines of one list, table or
/// masthead follow each other without a blank line. A page without text is the empty string.
std::string to_text(const Page& page);
/// The pages of one document, a form feed between them.
std::string to_text(const std::vector<Page>& pages);

/// Everything the pages of one document hold, as one JSON object:
///   {"schema": "broadsheet/1", "program": "broadsheet VERSION", "pages": [{"source": ..., "blocks": [...], ...}, ...]}
/// Boxes are [left, top, right, bottom] and points [x, y] in pixels of the image as loaded, line references
/// [block, line]. Bytes that are not UTF-8 become U+FFFD; a number that is not finite becomes null, which reads as 0.
std::string to_json(const std::vector<Page>& pages);
/// The inverse: from_json(to_json(pages)) == pages. Throws Error naming what is wrong and where.
std::vector<Page> from_json(const std::string& text);

} // namespace broadsheet
