// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace broadsheet::codes {

/// "ISSN 2049-3630" of a serial's EAN-13 (977, seven digits, a two-digit variant, the EAN's own check digit; the ISSN's
/// check digit, ISO 3297, is computed), "ISBN 9783161484100" of a book's (978, 979; ISO 2108, but 979-0 is music:
/// ISMN). Empty for anything else.
std::string standard_number(const std::string& ean13);

} // namespace broadsheet::codes
