// SPDX-License-Identifier: Apache-2.0
/// What the results of several inputs are called in one folder.
#pragma once

#include <string>
#include <vector>

namespace broadsheet {

/// One name for each input, relative to the output folder and without the format's extension: the input's own name
/// without its extension. Inputs that would get the same name keep the part of their folder paths in which they differ,
/// and within one folder their extension. "-" becomes "stdin". Throws UsageError where an input is given twice.
std::vector<std::string> output_names(const std::vector<std::string>& inputs);

} // namespace broadsheet
