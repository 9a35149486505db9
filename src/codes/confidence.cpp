// SPDX-License-Identifier: Apache-2.0
#include "codes/confidence.h"

#include <algorithm>

namespace broadsheet::codes {
namespace {

float doubt_of(const std::string& symbology) {
    if (symbology == "QR Code" || symbology == "Data Matrix" || symbology == "Aztec" || symbology == "PDF417")
        return 0.02F;
    if (symbology == "Code 128") return 0.05F;
    if (symbology == "EAN-13" || symbology == "UPC-A") return 0.1F;
    if (symbology == "EAN-8" || symbology == "UPC-E") return 0.2F; // shorter: a misreading hides more easily
    return 0.3F;
}

} // namespace

float confidence_of(const std::string& symbology, int agreeing) {
    float doubt = doubt_of(symbology);
    for (int i = 1; i < std::min(agreeing, 3); ++i)
        doubt /= 4;
    return 1 - doubt;
}

float confirmed(float confidence) {
    return 1 - (1 - confidence) / 10;
}

float confidence_of_printed(std::size_t digits) {
    return digits > 8 ? 0.6F : 0.5F;
}

} // namespace broadsheet::codes
