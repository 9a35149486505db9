// SPDX-License-Identifier: Apache-2.0
#include "repair/noise.h"

#include "text/characters.h"

#include <algorithm>

namespace broadsheet::mend {
using namespace text;
namespace {

using Text = std::u32string_view;

constexpr float unsure = 0.35F;  // below: the engine guessed
constexpr float not_sure = 0.6F; // below: a lone symbol needs no more doubt

bool is_speck(char32_t c) {
    return Text(U".,'`´^~_-–—|¦\\/:;·•°*\"‘’“”<>=¬¨").find(c) != Text::npos;
}

std::u32string without_blanks(const Line& line) {
    std::u32string text = code_points(line_text(line));
    std::erase_if(text, is_blank);
    return text;
}

/// Taghva's and Kulp's rules for one token without blanks: too long, one character over and over, more signs than
/// letters, capitals inside small letters, hardly a vowel or nothing but vowels.
bool is_garbage(Text token) {
    if (token.size() > 40) return true;
    int letters = 0;
    int digits = 0;
    int vowels = 0;
    int turns = 0; // from a small letter to a capital
    std::size_t run = 1;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const char32_t c = token[i];
        letters += is_letter(c);
        digits += is_digit(c);
        vowels += Text(U"aeiouyäöüáéíóúàèìòùâêîôûæøåœ").find(lower(token.substr(i, 1)).front()) != Text::npos;
        if (i == 0) continue;
        turns += is_lower(token[i - 1]) && is_upper(c);
        run = c == token[i - 1] ? run + 1 : 1;
        if (run >= 4 && !is_digit(c)) return true;
    }
    const int signs = static_cast<int>(token.size()) - letters - digits;
    if (signs > letters + digits) return true;
    if (turns >= 2) return true;
    const bool long_enough = letters >= 6 && digits == 0;
    return long_enough && (vowels * 10 < letters || (letters - vowels) * 10 < letters);
}

bool is_latin_garbage(const Line& line) {
    int tokens = 0;
    int garbage = 0;
    for (const Word& word : line.words) {
        const std::u32string text = code_points(word.text);
        if (text.empty()) continue;
        const bool latin = std::all_of(text.begin(), text.end(), [](char32_t c) { return c < 0x250 || !is_letter(c); });
        if (!latin) return false;
        ++tokens;
        garbage += is_garbage(text);
    }
    return tokens > 0 && 2 * garbage > tokens;
}

bool is_repeated(Text text) {
    return text.size() >= 3 && std::all_of(text.begin(), text.end(), [&](char32_t c) { return c == text.front(); });
}

} // namespace

std::string noise_in(const Line& line) {
    const std::u32string text = without_blanks(line);
    if (text.empty()) return "nothing read";
    const double confidence = mean_confidence(line.words);
    if (std::any_of(text.begin(), text.end(), is_word_character))
        return confidence < unsure && is_latin_garbage(line) ? "garbage" : "";
    if (is_repeated(text) && text.front() != U'*') return "repeated sign"; // asterisks part texts: printed on purpose
    if (text.size() <= 2 && std::all_of(text.begin(), text.end(), is_speck)) return "speck";
    const bool ornament = std::all_of(text.begin(), text.end(), [](char32_t c) { return c == U'*' || c == U'※'; });
    if (confidence < unsure || (confidence < not_sure && text.size() <= 2 && !ornament)) return "signs without letters";
    return "";
}

bool is_fragment(const Page& page, const Block& block) {
    if (block.lines.size() != 1 || !block.lines.front().removed.empty()) return false;
    const Line& own = block.lines.front();
    const std::u32string text = without_blanks(own);
    if (text.size() > 2 || std::any_of(text.begin(), text.end(), is_wide_letter)) return false;
    const Point middle = own.box.center();
    const auto covers = [&](const Line& line) {
        const Box& b = line.box;
        return b.left < middle.x && middle.x < b.right && b.top < middle.y && middle.y < b.bottom &&
               4 * own.box.height() < 3 * b.height() && b.height() < 3 * own.box.height() &&
               b.width() > 10 * own.box.width() && line.removed.empty();
    };
    return std::ranges::any_of(
        page.blocks, [&](const Block& other) { return &other != &block && std::ranges::any_of(other.lines, covers); });
}

bool is_rim(const Block& block) {
    constexpr float sure = 0.94F;
    constexpr double sparse = 0.8; // letters in a text height of the line; printed ones are two, spaced out one
    constexpr int few = 3;         // words, and letters in each
    if (block.kind != BlockKind::running_head && block.kind != BlockKind::running_foot) return false;
    if (block.lines.size() != 1 || std::ssize(block.lines.front().words) < few) return false;
    const Line& line = block.lines.front();
    int words = 0;
    for (const Word& word : line.words)
        words += &word == &line.words.front() || word.blank_before;
    const std::u32string text = without_blanks(line);
    if (words < few || std::ssize(text) > few * words || std::any_of(text.begin(), text.end(), is_digit) ||
        std::any_of(text.begin(), text.end(), is_wide_letter))
        return false;
    const double room = 1.0 * line.box.width() / std::max(1, line.text_height);
    return mean_confidence(line.words) < sure && static_cast<double>(text.size()) < sparse * room;
}

void drop_specks(Line& line) {
    const auto is_junk = [](const Word& word) {
        const std::u32string text = code_points(word.text);
        const bool strokes = std::all_of(text.begin(), text.end(),
                                         [](char32_t c) { return Text(U"|¦_~^`´\\<>¨°").find(c) != Text::npos; });
        return !text.empty() && text.size() <= 2 && strokes && word.confidence < not_sure;
    };
    // Only whole words at an end: inside a line the same sign may be part of a formula.
    std::size_t first = 0;
    const std::size_t size = line.words.size();
    while (first < size && is_junk(line.words[first]) && (first + 1 == size || line.words[first + 1].blank_before))
        line.words[first++].text.clear();
    for (std::size_t i = size; i > first && is_junk(line.words[i - 1]) && (i == 1 || line.words[i - 1].blank_before);
         --i) {
        line.words[i - 1].text.clear();
        line.words[i - 1].blank_before = false;
    }
}

} // namespace broadsheet::mend
