// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layout/channels.h"

#include <vector>

namespace broadsheet {

struct RowGaps {
    std::vector<Gap> gaps; ///< not judged yet
    Neighbours next;       ///< indices of gaps
};

/// The white between each segment and the nearest at its right in its row, however far, and how much of it is white but
/// for marks (small components that are in no segment).
RowGaps row_gaps(const std::vector<Segment>& segments, const std::vector<Leader>& leaders,
                 const std::vector<Box>& marks, double text_height);

} // namespace broadsheet
