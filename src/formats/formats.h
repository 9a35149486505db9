// SPDX-License-Identifier: Apache-2.0
/// Pages as text and as data, one file a format.
#pragma once

#include "page/page.h"
#include "page/transcript.h"

#include <functional>
#include <istream>
#include <span>
#include <string>
#include <vector>

namespace broadsheet {

/// How pages are written. A file is head(first page), page(page, 0), page(page, 1), ..., foot(), so that no more than a
/// page need be in memory; where one_page is set it holds one page alone.
///
/// txt: one paragraph a line, a blank line between paragraphs, a newline at the end; the lines of one list, table or
/// masthead follow each other without a blank line; a form feed between pages. A paragraph that goes on on the next
/// page stands where it begins. A page without text is the empty string.
///
/// md: CommonMark; headings, lists, captions and bylines marked, what codes say at the page's end, a rule between
/// pages.
///
/// json: everything, as one object:
///   {"schema": "broadsheet/1", "program": "broadsheet VERSION", "pages": [{"source": ..., "blocks": [...], ...}, ...]}
/// Boxes are [left, top, right, bottom] and points [x, y] in pixels of the image as loaded, line references
/// [block, line]. Bytes that are not UTF-8 become U+FFFD; a number that is not finite becomes null, which reads as 0.
///
/// tsv: Tesseract's columns. hocr: hOCR 1.2. alto: ALTO 4.4. page: PAGE 2019-07-15. These hold the lines that yield
/// text, in reading order; what was left out is in json only.
struct Format {
    const char* name;
    const char* extension; ///< ".alto.xml"
    bool one_page;
    std::string (*head)(const Page& first);
    std::string (*page)(const Page& page, int index);
    std::string (*foot)();
};
std::span<const Format> formats();
/// nullptr where there is none of this name.
const Format* find_format(const std::string& name);
/// A whole file. Throws Error where the format holds one page and there are several.
std::string formatted(const std::vector<Page>& pages, const Format& format);

std::string to_text(const std::vector<Page>& pages);
std::string to_json(const std::vector<Page>& pages);

/// Calls take for the pages of a file, one after another, whatever it is: hOCR, ALTO 2 to 4, PAGE 2013 to 2019,
/// Tesseract's TSV, or json as above (for which take gets just what was written). Blocks, lines and words are as the
/// file has them, reading order and paragraphs too where it tells them; boxes, baselines and sizes that are missing are
/// made from what is there. Words and lines whose place is not told have an empty box, what has no confidence is sure
/// (1). ALTO in other units than pixels is taken for 300 dots an inch. The encoding is found by itself. A file of many
/// pages costs the memory of one. Throws Error: of no such format, or damaged ("line 12: ..."); the pages before have
/// been taken by then.
void read_existing(std::istream& in, const std::function<void(Page)>& take);
std::vector<Page> pages_from(const std::string& bytes);

/// What to_text() prints, with the paragraphs as regions.
Transcript to_transcript(const std::vector<Page>& pages);

/// A file's text, whatever it is: all that read_existing() reads; ground truth in JSON,
///   {"regions": [{"type": "paragraph", "text": ..., "lines": [{"text": ...}, ...], "bbox": [left, top, right,
///   bottom]},
///                ...]}
/// in reading order, where type, bbox and one of text and lines may be missing; or plain text, a byte order mark left
/// out. Throws Error naming what is wrong and where.
Transcript transcript_from(const std::string& bytes);

} // namespace broadsheet
