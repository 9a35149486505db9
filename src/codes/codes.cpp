// SPDX-License-Identifier: Apache-2.0
#include "codes/codes.h"
namespace broadsheet { std::vector<Code> find_codes(const Sheet&) { return {}; } std::string corrected_line(const std::string& r, const Code&) { return r; } }
