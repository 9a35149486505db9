// SPDX-License-Identifier: Apache-2.0
/// Pages as text and as data, one file a format.
#pragma once

#include "page/page.h"
#include "page/transcript.h"

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

/// What to_text() prints, with the paragraphs as regions.
Transcript to_transcript(const std::vector<Page>& pages);

/// A file's text, whatever it is: JSON as to_json() writes it; ground truth in JSON,
///   {"regions": [{"type": "paragraph", "text": ..., "lines": [{"text": ...}, ...], "bbox": [left, top, right, bottom]},
///                ...]}
/// in reading order, where type, bbox and one of text and lines may be missing; or plain text, a byte order mark left
/// out. Throws Error naming what is wrong and where.
Transcript transcript_from(const std::string& bytes);

} // namespace broadsheet
