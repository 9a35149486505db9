// SPDX-License-Identifier: Apache-2.0
/// A page as the formats of libraries want it: blocks in reading order, each with the parts of paragraphs that stand in
/// it.
#pragma once

#include "page/page.h"

#include <string>
#include <vector>

namespace broadsheet {

/// The lines of one paragraph that stand in one block.
struct Part {
    const Paragraph* paragraph = nullptr;
    int number = 0;                  ///< of the paragraph on the page, from 0
    std::vector<std::size_t> places; ///< of its lines in paragraph->lines
};

struct BlockParts {
    int block = 0;   ///< index into Page::blocks
    int article = 0; ///< index into Page::articles; -1: none
    std::vector<Part> parts;
};

/// Every block once. Lines that belong to no paragraph (those left out) are in no part.
std::vector<BlockParts> parts_of(const Page& page);

/// Those with text.
std::vector<const Word*> words_of(const Line& line);
/// Around the part's lines.
Box box_of(const Page& page, const Part& part);

/// A paragraph of a document's pages, whole where it begins, and nothing where it goes on.
const std::string& whole_text(const Paragraph& paragraph);

/// Two neighbours are entries of one list, lines of one table or masthead: a blank line would tear it apart.
bool are_entries(const Paragraph& before, const Paragraph& after);

/// How two lines of a paragraph become text, exactly enough to make the same text again.
struct Seam {
    bool blank = false; ///< where there is no word: a blank, or nothing
    std::string word;   ///< the word broken here, whole, as it stands in the text: "Zucker" of "Zuk-" and "ker"
    bool operator==(const Seam&) const = default;
};

/// One between each two neighbouring lines.
std::vector<Seam> seams_of(const Page& page, const Paragraph& paragraph);
/// What a format must tell of the seam behind a line, as attributes: the whole word, and "1" or "0" for a blank or none
/// where that is not plain_seam(). Both empty: nothing.
struct SeamMarks {
    std::string word;
    std::string blank;
};
SeamMarks marks_of(const Page& page, const Paragraph& paragraph, std::size_t place, const std::vector<Seam>& seams);

/// The inverse of seams_of(): joined(lines, seams_of(...)) is the paragraph's text.
std::string joined(const std::vector<std::string>& lines, const std::vector<Seam>& seams);

/// What is most likely between two lines of which nothing is known: nothing beside a wide character, else a blank.
Seam plain_seam(const std::string& before, const std::string& after);
/// The word that the end of one line and the start of the next are if nothing is between them.
std::string word_across(const std::string& before, const std::string& after);

} // namespace broadsheet
