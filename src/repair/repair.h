// SPDX-License-Identifier: Apache-2.0
/// Lines as read become running text: noise out, blanks right, hyphens undone, paragraphs whole. Pure text, no pixels.
#pragma once

#include "page/page.h"

#include <string>

namespace broadsheet {

struct RepairOptions {
    std::string dictionaries = "/usr/share/hunspell"; ///< folder of Hunspell .aff/.dic pairs
};

/// The page with its articles and paragraphs. Needs page.order and recognised words; what each line was read as stays in
/// its words, what was left out in Line::removed, every join in Paragraph::joins.
Page repair(Page page, const RepairOptions& options = {});

} // namespace broadsheet
