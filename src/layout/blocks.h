// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layout/text_lines.h"

namespace broadsheet {

/// Lines that stand one under the other in one column, in one type size, with nothing between them.
struct Stack {
    std::vector<int> lines; ///< indices, from top to bottom
    bool crosshead = false; ///< a short line in bolder type than the text of its column
};
std::vector<Stack> find_blocks(const std::vector<TextLine>& lines, const std::vector<Rule>& rules,
                               const std::vector<Box>& pictures, double text_height);

/// The type of a text block: middle values of its lines, in pixels.
struct Type {
    double stroke = 0;
    double x_height = 0;
    bool crosshead = false; ///< see Stack
};

/// What each text block is, from its type size, weight and place: heading, caption, running head and foot, paragraph.
/// types: of the first blocks, which are the text; the others are pictures, rules and codes and stay what they are.
void name_kinds(std::vector<Block>& blocks, const std::vector<Type>& types, double text_height);

/// Text that rules frame and that is set as an advertisement, in display type whose size goes back and forth, becomes
/// one block as large as its frame. Boxes of running text, tables, headlines, quotations and what stands beside a
/// newspaper's title stay what they are.
void take_advertisements(std::vector<Block>& blocks, double text_height);

} // namespace broadsheet
