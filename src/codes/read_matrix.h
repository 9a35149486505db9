// SPDX-License-Identifier: Apache-2.0
/// One located matrix code, prepared in several ways until it is read.
#pragma once

#include "codes/decode.h"
#include "codes/matrix_field.h"

namespace broadsheet::codes {

/// Nothing where it cannot be read; corners in sheet pixels. In a child process only (isolate.h).
std::optional<Reading> read_matrix(const cv::Mat& gray, const MatrixField& field);

} // namespace broadsheet::codes
