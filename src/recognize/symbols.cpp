// SPDX-License-Identifier: Apache-2.0
#include "recognize/symbols.h"

#include "text/characters.h"

#include <algorithm>

namespace broadsheet {

bool is_wide(const std::string& symbol) {
    const std::u32string points = text::code_points(symbol);
    return !points.empty() && text::is_wide(points.front());
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

bool LineBlanks::before(const std::string& word, int left) {
    const size_t found = line_.find(word, at_);
    const bool blank = found == std::string::npos || found > at_;
    if (found != std::string::npos) at_ = found + word.size();
    const bool from_right = !first_ && left < last_left_;
    const bool before = !first_ && (from_right ? last_blank_ : blank);
    first_ = false;
    last_blank_ = blank;
    last_left_ = left;
    return before;
}

} // namespace broadsheet
