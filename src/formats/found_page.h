// SPDX-License-Identifier: Apache-2.0
/// What a file of OCR says of a page, made whole: such files lack boxes, baselines, sizes, order, blanks.
#pragma once

#include "formats/parts.h"
#include "page/page.h"

#include <map>
#include <string>
#include <vector>

namespace broadsheet {

/// A page as it is being read. Lines and words may lack their boxes; blocks stand in the order of the file.
struct FoundPage {
    Page page;
    /// Parts of paragraphs, each within a block; those of one flow (not empty) are one paragraph, which stands where
    /// the first one does.
    struct FoundPart {
        std::vector<LineRef> lines;
        std::string flow;
        BlockKind kind = BlockKind::paragraph;
        int article = -1;
        int rank = 0; ///< among the parts of its block
    };
    std::vector<FoundPart> parts;
    std::map<std::pair<int, int>, Seam>
        seams;              ///< by block and line of the line that the seam follows; others are plain
    std::vector<int> order; ///< of all blocks, as the file tells it; empty: as they stand in it

    /// Adds a line to the last block and the last part; returns it.
    Line& add_line();
    /// The seam behind the line added last. Signs around a broken word may be left out of Seam::word.
    Seam& seam();

private:
    LineRef last_line_;
};

/// text may hold blanks, and line breaks in the place of blanks: it becomes several words, which share the box by their
/// lengths. The first has a blank before it where blank says so.
void add_words(Line& line, const std::string& text, const Box& box, float confidence, bool blank);

/// The page with every line and word in a box, baselines, text heights, an order, articles and paragraphs. Boxes that
/// the file does not tell are made from those that it does; lines and words of which nothing is known have an empty
/// box.
Page completed(FoundPage found);

} // namespace broadsheet
