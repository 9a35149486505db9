// SPDX-License-Identifier: Apache-2.0
#include "repair/other_readings.h"

#include "text/characters.h"

#include <algorithm>
#include <utility>

namespace broadsheet::mend {
using namespace text;
namespace {

using Text = std::u32string_view;

/// Without the marks around it.
Text inner(Text word) {
    const auto is_part = [](char32_t c) { return is_word_character(c); };
    const auto from = std::find_if(word.begin(), word.end(), is_part);
    const auto to = std::find_if(word.rbegin(), word.rend(), is_part).base();
    return from < to ? Text(from, to) : Text();
}

/// "word", "Word", "WORD"; not "MIle".
bool is_cased_as_words_are(Text run) {
    const auto small = std::ranges::count_if(run, is_lower), large = std::ranges::count_if(run, is_upper);
    return small == 0 || large == 0 || (large == 1 && is_upper(run.front()));
}

/// "quinc.", "Anm.": a short word before a full stop may be a part of one.
bool may_be_shortened(Text word) {
    constexpr std::size_t longest = 5;
    const Text letters = inner(word);
    const Text behind = word.substr(static_cast<std::size_t>(letters.end() - word.begin()));
    return letters.size() <= longest && behind.starts_with(U'.');
}

/// A capital, and the engine is sure: a name.
bool is_name(const Word& word, Text read) {
    constexpr float sure = 0.99F;
    const Text letters = inner(read);
    return word.confidence >= sure && !letters.empty() && is_upper(letters.front());
}

/// Known words and signs that may stand between them, and one of them long enough not to be known by accident.
template <typename Known>
bool is_sound(Text word, Known is_known_run) {
    constexpr std::size_t long_enough = 3;
    const std::u32string letters = plain(inner(word));
    std::size_t longest = 0;
    for (std::size_t i = 0; i < letters.size();) {
        std::size_t to = i;
        while (to < letters.size() && is_narrow_letter(letters[to]))
            ++to;
        if (to == i && !is_hyphen(letters[i]) && letters[i] != U'\'' && letters[i] != U'.') return false;
        const Text run = Text(letters).substr(i, to - i);
        if (run.size() > 1 && (!is_cased_as_words_are(run) || !is_known_run(run))) return false;
        longest = std::max(longest, to - i);
        i = std::max(to, i + 1);
    }
    return longest >= long_enough;
}

/// What was read first, then the others.
std::vector<std::string> readings_of(const Word& word) {
    std::vector<std::string> all{word.text};
    all.insert(all.end(), word.others.begin(), word.others.end());
    return all;
}

/// is_word: of what was read.
template <typename IsWord, typename IsKnown>
void choose_halves(Word& first, Word& second, IsWord is_word, IsKnown is_known_word) {
    const auto stem = [](const std::string& read) {
        const std::u32string text = code_points(read);
        return ends_with_hyphen(text) ? text.substr(0, text.size() - 1) : std::u32string();
    };
    const std::u32string before = stem(first.text), behind = code_points(second.text);
    if (is_word(before + behind) || (is_word(before) && is_word(behind))) return;
    for (const std::string& one : readings_of(first))
        for (const std::string& other : readings_of(second))
            if (const std::u32string start = stem(one); !start.empty() && is_known_word(start + code_points(other))) {
                first.text = one;
                second.text = other;
                return;
            }
}

} // namespace

void choose_readings(Block& block, const PageWords& words, Dictionary& dictionary) {
    constexpr int often = 3; // with the word itself
    const auto is_known_word = [&](Text word) {
        return is_sound(word, [&](Text run) { return is_known(run, dictionary); });
    };
    const auto is_word = [&](Text word) {
        return is_sound(word, [&](Text run) { return words.count(run) >= often || is_known(run, dictionary); });
    };
    Word* half = nullptr; // the line before ended with it
    bool goes_on = true;  // the block's first word may be the second half of another's last
    for (Line& line : block.lines) {
        if (!line.removed.empty()) continue;
        for (Word& word : line.words) {
            const bool may_go_on = std::exchange(goes_on, false);
            const std::u32string read = code_points(word.text);
            if (Word* first = std::exchange(half, nullptr)) {
                if (!first->others.empty() || !word.others.empty()) choose_halves(*first, word, is_word, is_known_word);
            } else if (&word == &line.words.back() && ends_with_hyphen(read)) {
                half = &word;
            } else if (!may_go_on && !word.others.empty() && std::ranges::any_of(read, is_narrow_letter) &&
                       !may_be_shortened(read) && !is_name(word, read) && !is_word(read)) {
                const auto better = std::ranges::find_if(
                    word.others, [&](const std::string& other) { return is_known_word(code_points(other)); });
                if (better != word.others.end()) word.text = *better;
            }
        }
    }
}

} // namespace broadsheet::mend
