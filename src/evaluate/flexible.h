// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evaluate/scores.h"

namespace broadsheet::evaluate {

/// Errors left when lines may be matched in any order, and characters of the truth (without line breaks): the flexible
/// character accuracy is 1 - part / whole.
///
/// Clausner, Pletschacher, Antonacopoulos: Flexible character accuracy measure for reading-order-independent
/// evaluation. Pattern Recognition Letters 131 (2020). The longest line of the truth takes the piece of a result line
/// that costs least; what is left of both lines goes back among the lines; what is never taken is an error. The pieces
/// are found by alignment, not by trying windows of the line's length; of the paper's weights, those that make most of
/// the score are tried (see flexible.cpp). Quadratic in the number of lines.
Rate flexible_errors(std::u32string_view truth, std::u32string_view result);

} // namespace broadsheet::evaluate
