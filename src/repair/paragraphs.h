// SPDX-License-Identifier: Apache-2.0
/// Which lines make one paragraph: by indents, lines that end early, vertical gaps and the text, within a block and
/// from block to block of one article.
#pragma once

#include "page/page.h"

#include <vector>

namespace broadsheet::mend {

/// Stands beside the running text, which goes on behind it.
bool is_float(BlockKind kind);

/// Articles in reading order, each paragraph with its kind and lines; texts and joins are still empty. Where a caption
/// stands in the flow of a paragraph it comes after it.
std::vector<Article> find_paragraphs(const Page& page);

} // namespace broadsheet::mend
