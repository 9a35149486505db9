// SPDX-License-Identifier: Apache-2.0
/// A page as text and as data, one file a format.
#pragma once

#include "page/page.h"

#include <string>

namespace broadsheet {

/// One paragraph a line, a blank line between paragraphs, a line each for list-like lines, a newline at the end; a page
/// without text is the empty string.
std::string to_text(const Page& page);

/// Everything the page holds, as one JSON object; boxes are [left, top, right, bottom] in pixels of the image as loaded.
std::string to_json(const Page& page);
/// The inverse: from_json(to_json(p)) == p. Throws Error naming what is wrong and where.
Page from_json(const std::string& text);

} // namespace broadsheet
