// SPDX-License-Identifier: Apache-2.0
/// Edit distance (insertions, deletions and substitutions, each 1) of sequences of numbers, and an alignment that has
/// it.
///
/// Exact. Sixty-four rows at a time (Myers 1999, in the form of Hyyroe 2003), within the diagonals that an alignment
/// of a known cost can reach (Ukkonen 1985); where the bits of all rows would not fit into 64 MiB, the sequences are
/// parted in the middle (Hirschberg 1975). Time grows with length x distance / 64, memory with length.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace broadsheet::evaluate {

using Symbol = std::int32_t; ///< 0 and above; small numbers, since tables as long as the largest are made
using Symbols = std::span<const Symbol>;

enum class Step : std::uint8_t {
    match,
    substitution,
    deletion, ///< stands in the truth only
    insertion ///< stands in the result only
};

std::int64_t distance(Symbols truth, Symbols result);

/// From start to end; the steps that are no match number distance(truth, result).
std::vector<Step> align(Symbols truth, Symbols result);

} // namespace broadsheet::evaluate
