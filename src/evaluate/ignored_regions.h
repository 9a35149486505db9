// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evaluate/scores.h"

namespace broadsheet::evaluate {

struct ComparedPair {
    Transcript truth;
    Transcript result;
};

/// Both without the regions that options ignore. From the result goes what an alignment of the texts puts in their
/// place, where at least half of the region is there; and its own regions whose middle lies in an ignored box.
ComparedPair without_ignored(Transcript truth, Transcript result, const Options& options);

} // namespace broadsheet::evaluate
