// SPDX-License-Identifier: Apache-2.0
/// Paragraphs that go on on the next page of a document.
#pragma once

#include "repair/repair.h"

namespace broadsheet {

/// Marks the last paragraph of running text of a repaired page and the first of the next one, where the one goes on in
/// the other (Paragraph::goes_on, begun): over running heads and feet, page numbers, captions and notes in smaller type
/// at the foot. A paragraph that fills a page ends with it. Marks of before are taken away.
void link_pages(Page& before, Page& after, const RepairOptions& options = {});

} // namespace broadsheet
