// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/box.h"

#include <array>
#include <string>

namespace broadsheet {

/// A barcode or a matrix code.
struct Code {
    std::string symbology; ///< "EAN-13", "QR Code", ...
    std::string payload;   ///< UTF-8; empty: located but not read
    std::string source;    ///< where the payload is from: "code", its bars or modules; "printed line"; empty: not read
    /// Of symbology and payload, 0 to 1, by the evidence for them: error correction or check digits, the same payload
    /// from several preparations of the picture, the printed line saying the same. Low where the code is located only.
    float confidence = 0;
    std::string addon;  ///< the two or five digits of the small code to the right of an EAN or UPC; empty: none
    std::string number; ///< "ISSN 2049-3630", "ISBN 9783161484100" where the payload is one
    Box box;            ///< of the bars or modules, without the printed line
    std::array<Point, 4> corners{};
    std::string printed; ///< the human-readable line as printed, corrected from the payload; empty: none printed
    Box printed_box;     ///< where that line stands; empty: none, or not found
    bool operator==(const Code&) const = default;
};

} // namespace broadsheet
