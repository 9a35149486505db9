// SPDX-License-Identifier: Apache-2.0
#include "codes/numbers.h"

#include <algorithm>

namespace broadsheet::codes {

std::string standard_number(const std::string& ean13) {
    const bool digits = std::all_of(ean13.begin(), ean13.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (ean13.size() != 13 || !digits) return {};
    if (ean13.starts_with("9790")) return "ISMN " + ean13;
    if (ean13.starts_with("978") || ean13.starts_with("979")) return "ISBN " + ean13;
    if (!ean13.starts_with("977")) return {};
    const std::string serial = ean13.substr(3, 7);
    int sum = 0;
    for (std::size_t i = 0; i < serial.size(); ++i)
        sum += (8 - static_cast<int>(i)) * (serial[i] - '0');
    const int check = (11 - sum % 11) % 11;
    return "ISSN " + serial.substr(0, 4) + '-' + serial.substr(4) + (check == 10 ? "X" : std::to_string(check));
}

} // namespace broadsheet::codes
