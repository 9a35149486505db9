// SPDX-License-Identifier: Apache-2.0
#include "cli/report.h"

#include <fmt/format.h>

namespace broadsheet {

std::string one_line(const std::string& text) {
    std::string out;
    for (const char c : text) {
        const bool control = static_cast<unsigned char>(c) < ' ' || c == '\x7f';
        if (!control)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

std::string without_name(const std::string& input, const std::string& reason) {
    return reason.starts_with(input + ": ") ? reason.substr(input.size() + 2) : reason;
}

std::string failure(const std::string& input, const std::string& reason) {
    return (input == "-" ? "standard input" : input) + ": " + without_name(input, reason);
}

void report(const std::string& text) {
    fmt::print(stderr, "broadsheet: {}\n", one_line(text));
}

} // namespace broadsheet
