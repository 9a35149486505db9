// SPDX-License-Identifier: Apache-2.0
/// Running heads and feet, page numbers and catchwords, told by what the pages of one document have in common.
#pragma once

#include "repair/repair.h"

#include <vector>

namespace broadsheet {

/// The repaired pages of one document, in order, with BlockKind running_head, running_foot and page_number where lines
/// alone at the head or foot come again on pages nearby: the same words but for figures (X. Lin, "Header and footer
/// extraction by page association", 2003), or figures that count on with Page::number. A catchword, the next page's
/// first word, is a running foot. Pages that change are repaired again, so that text runs on over the line that was
/// none of its own.
std::vector<Page> with_heads(std::vector<Page> pages, const RepairOptions& options = {});

/// A line alone at the head or foot of a page is its number where that is all it has, between dashes: "— 4 —", one of
/// which may not have been read.
void name_page_numbers(Page& page);

/// Their text left out: Line::removed says so.
Page without_heads(Page page);

/// The same of advertisements.
Page without_advertisements(Page page);

} // namespace broadsheet
