// SPDX-License-Identifier: Apache-2.0
#include "recognize/symbols.h"

#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace broadsheet {

bool is_wide(const std::string& symbol) {
    UChar32 c = 0;
    int32_t at = 0;
    U8_NEXT(reinterpret_cast<const uint8_t*>(symbol.data()), at, static_cast<int32_t>(symbol.size()), c);
    if (c <= 0 || u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE) != U_HST_NOT_APPLICABLE) return false;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH || width == U_EA_HALFWIDTH;
}

void WordBuilder::add(const std::string& symbol, const Box& box, float confidence, bool blank, bool starts_word) {
    const bool wide = is_wide(symbol);
    if (joins_ && !wide && !blank && !starts_word) {
        Word& last = words_.back();
        last.text += symbol;
        last.box = united(last.box, box);
        last.confidence = std::min(last.confidence, confidence);
    } else {
        words_.push_back({symbol, "", box, confidence, blank, blank});
    }
    words_.back().read = words_.back().text;
    joins_ = !wide;
}

} // namespace broadsheet
