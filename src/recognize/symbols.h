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

/// Where the engine read blanks in a line: it tells that only in the whole line's text, in which its words are found
/// again, one after the other as they are read. The blank before a word there is that at its left in print; in writing
/// from the right that stands behind it.
class LineBlanks {
public:
    explicit LineBlanks(std::string line) : line_(std::move(line)) {}
    /// Of the next word; left: where its box begins. False for the first.
    bool before(const std::string& word, int left);

private:
    std::string line_;
    size_t at_ = 0;
    bool first_ = true, last_blank_ = false;
    int last_left_ = 0; ///< of the word before
};

} // namespace broadsheet
