// SPDX-License-Identifier: Apache-2.0
/// The human-readable line at a linear code.
#pragma once

#include "codes/bars.h"

#include <opencv2/core.hpp>
#include <optional>
#include <string>

namespace broadsheet::codes {

struct PrintedRow {
    std::array<cv::Point2d, 4> corners; ///< around the ink of the line, in the leveled field
    bool beside_guards = false;         ///< guard bars reach down between its characters
};

/// The row of characters under the bars or, failing that, one just over them that looks like digits. Up to twelve
/// modules wider than the bars on each side for the symbologies that print digits there.
std::optional<PrintedRow> find_printed_row(const LeveledField& field, const Bars& bars, const std::string& symbology);

} // namespace broadsheet::codes
