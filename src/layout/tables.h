// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layout/channels.h"

namespace broadsheet {

/// Marks the gaps that part the cells of a row: before figures or page numbers at a table's right, behind labels and
/// numbers at its left, where dots lead, before the numbers of an index. Columns of text are wide and their lines of
/// one width; a table's column is narrow, and what stands beside it is wide, or it is set flush right as figures are.
/// channels: of each gap. next: of the segments, whose boxes segment_index holds.
/// usual_blank: between the page's words, pixels.
void mark_tables(std::vector<Gap>& gaps, const std::vector<Channel>& channels, const std::vector<Segment>& segments,
                 const Neighbours& next, const BoxIndex& segment_index, const std::vector<Rule>& rules, int usual_blank,
                 double text_height);

/// The same between level rules of one length, where in most rows a gap stands under the others and what follows it is
/// as narrow as figures: the columns of such a table may stand as near to each other as words.
void mark_ruled_tables(std::vector<Gap>& gaps, const std::vector<Channel>& channels,
                       const std::vector<Segment>& segments, const Neighbours& next, const std::vector<Rule>& rules,
                       int usual_blank, double text_height);

} // namespace broadsheet
