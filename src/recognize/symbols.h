// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/page.h"

namespace broadsheet {

/// A character that stands for itself: written without blanks around it (Han, kana, their punctuation; not Hangul).
bool is_wide(const std::string& symbol);

/// Makes words of symbols: runs of letters are one word, wide characters one each. A word is as sure as its least sure
/// symbol.
class WordBuilder {
public:
    /// symbol: UTF-8, not empty; blank: a blank was read before it; starts_word: whatever stands before it.
    void add(const std::string& symbol, const Box& box, float confidence, bool blank, bool starts_word = false);
    std::vector<Word> take() { return std::move(words_); }
    bool empty() const { return words_.empty(); }

private:
    std::vector<Word> words_;
    bool joins_ = false; ///< a narrow symbol goes on the last word
};

} // namespace broadsheet
