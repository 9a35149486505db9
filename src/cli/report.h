// SPDX-License-Identifier: Apache-2.0
/// What goes to standard error: one line a failure.
#pragma once

#include <string>

namespace broadsheet {

/// text without line breaks and other control characters.
std::string one_line(const std::string& text);

/// reason less the "INPUT: " that it may begin with.
std::string without_name(const std::string& input, const std::string& reason);

/// "INPUT: REASON"; reason may name the input already.
std::string failure(const std::string& input, const std::string& reason);

/// Writes "broadsheet: TEXT" as one line to standard error.
void report(const std::string& text);

} // namespace broadsheet
