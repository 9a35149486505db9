// SPDX-License-Identifier: Apache-2.0
/// A text to compare with another: what was read, or the truth.
#pragma once

#include "page/box.h"

#include <string>
#include <vector>

namespace broadsheet {

struct Region {
    std::string kind;               ///< "paragraph", "heading", "caption", ...; empty: not told
    std::string text;               ///< with its line breaks undone
    std::vector<std::string> lines; ///< as printed; empty: not told
    Box box;                        ///< in pixels of the image; empty: not told
    bool operator==(const Region&) const = default;
};

/// Makes text longer by a paragraph, a blank line before it where it is not the first.
inline void append_paragraph(std::string& text, const std::string& paragraph) {
    if (!text.empty()) text += "\n\n";
    text += paragraph;
}

struct Transcript {
    std::string text;            ///< UTF-8: all of it, a blank line between paragraphs, a form feed between pages
    std::vector<Region> regions; ///< in reading order; of a plain text what blank lines part, without kind
    bool operator==(const Transcript&) const = default;
};

} // namespace broadsheet
