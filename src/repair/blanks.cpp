// SPDX-License-Identifier: Apache-2.0
#include "repair/blanks.h"

#include "page/median.h"
#include "text/characters.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace broadsheet::mend {
using namespace text;
namespace {

using Text = std::u32string_view;

// All in em beyond the line's usual spacing. A blank between Han characters is printed a half or a full cell wide; the
// blank of a Latin fount is about a quarter em, and that much also parts Han from Latin where the justification is
// wide. A wide bracket or quote brings half a cell of white with it.
constexpr double han_blank = 0.8;
constexpr double han_blank_as_read = 0.4;
constexpr double bracket_blank_as_read = 0.3;
constexpr double latin_blank = 0.4;
constexpr double latin_blank_as_read = 0.2;
constexpr double missed_blank = 1; // where the engine reads blanks and read none
// Where the boxes are exact. Half a cell of white is a wide bracket's or quote's.
constexpr double fount_blank = 0.2;
constexpr double stop_blank = 0.4;
constexpr double half_cell = 0.5;
constexpr double quote_blank = 0.7;
constexpr double uneven = 0.3;
constexpr double exact = 0.15;

struct Gap {
    double width = 0;       ///< white between the two, the half-empty cells of punctuation taken off, in pixels
    bool both_wide = false; ///< wide letters on both sides: these tell the line's spacing
    bool any_wide = false;
    bool punctuation = false; ///< a wide stop or bracket on a side
};

int start(const Word& word, bool vertical) {
    return vertical ? word.box.top : word.box.left;
}
int end(const Word& word, bool vertical) {
    return vertical ? word.box.bottom : word.box.right;
}

/// Ink does not fill a wide character's cell: where the cell ends is told from the character's middle.
double cell_end(const Word& word, bool vertical, char32_t c, double em) {
    if (!is_wide_letter(c)) return end(word, vertical);
    return std::max<double>(end(word, vertical), (start(word, vertical) + end(word, vertical) + em) / 2.0);
}
double cell_start(const Word& word, bool vertical, char32_t c, double em) {
    if (!is_wide_letter(c)) return start(word, vertical);
    return std::min<double>(start(word, vertical), (start(word, vertical) + end(word, vertical) - em) / 2.0);
}

Gap gap_between(const Word& a, const Word& b, bool vertical, double em) {
    const std::u32string left = code_points(a.text);
    const std::u32string right = code_points(b.text);
    Gap gap;
    if (left.empty() || right.empty()) return gap;
    const bool one_cell = left.size() == 1 && right.size() == 1; // in longer words the middle says nothing of the end
    const double from = left.size() == 1 ? cell_end(a, vertical, left.back(), em) : end(a, vertical);
    const double to = right.size() == 1 ? cell_start(b, vertical, right.front(), em) : start(b, vertical);
    gap.width = to - from;
    gap.both_wide = one_cell && is_wide_letter(left.back()) && is_wide_letter(right.front());
    gap.any_wide = is_wide(left.back()) || is_wide(right.front());
    const auto is_wide_mark = [](char32_t c) { return is_wide(c) && !is_letter(c); };
    if (is_wide_mark(left.back()) && !opens(left.back())) gap.width -= em / 2, gap.punctuation = true;
    if (is_wide_mark(right.front()) && opens(right.front())) gap.width -= em / 2, gap.punctuation = true;
    gap.punctuation = gap.punctuation || is_wide_mark(left.back()) || is_wide_mark(right.front());
    return gap;
}

enum class Pair { han, stop, bracket, latin, signs };

/// What stands on the two sides of a gap.
Pair pair_of(const Gap& gap, const Word& a, const Word& b) {
    const char32_t left = code_points(a.text).back();
    const char32_t right = code_points(b.text).front();
    if (gap.both_wide) return Pair::han;
    // A stop or bracket read narrow before Han was a wide one in print more often than not.
    if (!gap.punctuation && is_wide(right) && closes(left)) return Pair::stop;
    // A narrow bracket beside Han may be a wide one misread, with half a cell of white.
    const bool bracket = right == U'(' || right == U'[';
    if (!gap.punctuation && bracket) return Pair::bracket;
    if (gap.punctuation || closes(right) || opens(left)) return Pair::stop;
    const auto is_narrow = [](char32_t c) { return !is_wide(c) && is_word_character(c); };
    return is_narrow(left) || is_narrow(right) ? Pair::latin : Pair::signs;
}

/// By the boxes, where the reading is of little use.
bool is_wide_gap(Pair pair, double excess_em, bool read) {
    switch (pair) {
    case Pair::han:
        return excess_em > (read ? han_blank_as_read : han_blank);
    case Pair::bracket:
        return excess_em > (read ? bracket_blank_as_read : han_blank);
    case Pair::latin:
        return excess_em > (read ? latin_blank_as_read : latin_blank);
    case Pair::stop: // stops and brackets bring their own white with them
    case Pair::signs:
        break;
    }
    return excess_em > han_blank;
}

bool is_quote(char32_t c) {
    return Text(U"\"“”‘’").find(c) != Text::npos;
}

/// By the boxes alone, where they are exact; not between wide letters.
bool is_printed_blank(const Gap& gap, char32_t left, char32_t right, double excess_em) {
    if (is_quote(left) || is_quote(right)) return !gap.punctuation && excess_em > quote_blank;
    const auto is_bracket = [](char32_t c) { return Text(U"()[]").find(c) != Text::npos; };
    if (is_bracket(left) || is_bracket(right))
        return excess_em > fount_blank && excess_em < half_cell; // more: a wide one, read narrow
    // A wide bracket without all of its white is a narrow one with a blank before it.
    if (gap.punctuation && opens(right)) return excess_em > fount_blank - half_cell && excess_em < 0;
    if (opens(left) || (!gap.punctuation && closes(left))) return false; // the latter a wide stop, read narrow
    const bool latin = is_word_character(left) && is_word_character(right);
    return excess_em > (latin ? fount_blank : stop_blank);
}

double em_of(const Line& line) {
    if (line.text_height > 0) return line.text_height;
    return line.vertical ? line.box.width() : line.box.height();
}

/// The line's wide letters stand at even distances, but for a blank or two: the boxes can be believed.
bool is_even(const std::vector<double>& widths, double spacing, double tolerance) {
    const auto off = [&](double width) { return std::abs(width - spacing) > tolerance; };
    const auto outliers = static_cast<std::size_t>(std::count_if(widths.begin(), widths.end(), off));
    return outliers <= std::max<std::size_t>(1, widths.size() / 5);
}

} // namespace

BlankReading blank_reading(const Page& page) {
    int pairs = 0; // of wide letters
    int between = 0;
    int beside = 0;
    for (const Block& block : page.blocks) {
        for (const Line& line : block.lines) {
            for (std::size_t i = 1; i < line.words.size(); ++i) {
                const std::u32string left = code_points(line.words[i - 1].text);
                const std::u32string right = code_points(line.words[i].text);
                if (left.empty() || right.empty()) continue;
                const bool both = is_wide_letter(left.back()) && is_wide_letter(right.front());
                pairs += both;
                between += both && line.words[i].blank_read;
                beside += (is_wide(left.back()) || is_wide(right.front())) && line.words[i].blank_read;
            }
        }
    }
    if (beside == 0) return BlankReading::never;
    constexpr int few = 20; // a heading with a blank in it is no page to judge by
    return pairs < few || between * 20 <= pairs ? BlankReading::sparing : BlankReading::lavish;
}

void mend_blanks(Line& line, BlankReading reading) {
    const bool sparing = reading == BlankReading::sparing;
    const double em = em_of(line);
    std::vector<Gap> gaps;
    std::vector<double> usual;
    for (std::size_t i = 1; i < line.words.size(); ++i) {
        gaps.push_back(gap_between(line.words[i - 1], line.words[i], line.vertical, em));
        if (gaps.back().both_wide) usual.push_back(gaps.back().width);
    }
    const bool wide_line = std::any_of(gaps.begin(), gaps.end(), [](const Gap& gap) { return gap.any_wide; });
    if (!wide_line || em <= 0) return;
    // With few neighbours the median is chance: a line of two characters would take its blank for its spacing.
    const double spacing = usual.size() >= 3 ? std::max(0.0, median(usual)) : 0;
    const bool even = is_even(usual, spacing, uneven * em);
    const bool is_exact = usual.size() >= 5 && is_even(usual, spacing, exact * em);
    for (std::size_t i = 1; i < line.words.size(); ++i) {
        const Gap& gap = gaps[i - 1];
        Word& word = line.words[i];
        if (!gap.any_wide) continue;
        const Pair pair = pair_of(gap, line.words[i - 1], word);
        const bool boxes = !line.words[i - 1].box.empty() && !word.box.empty();
        const double excess = (gap.width - spacing) / em;
        const bool by_reading = sparing && word.blank_read && pair != Pair::stop;
        bool by_boxes =
            boxes && (even || (word.blank_read && pair != Pair::han)) && is_wide_gap(pair, excess, word.blank_read);
        if (sparing && !word.blank_read) by_boxes = by_boxes && excess > missed_blank;
        const char32_t left = code_points(line.words[i - 1].text).back();
        const char32_t right = code_points(word.text).front();
        if (boxes && is_exact && !gap.both_wide) by_boxes = by_boxes || is_printed_blank(gap, left, right, excess);
        by_boxes = by_boxes && !closes(right); // where none is ever printed
        word.blank_before = by_reading || by_boxes;
    }
}

void close_up_stops(Line& line, bool is_french) {
    const auto is_point = [&](std::size_t i) { return i < line.words.size() && line.words[i].text == "."; };
    const auto is_bracket = [](char32_t c, Text brackets) { return brackets.find(c) != Text::npos; };
    for (std::size_t i = 1; i < line.words.size(); ++i) {
        Word& word = line.words[i];
        const std::u32string before = code_points(line.words[i - 1].text);
        const std::u32string text = code_points(word.text);
        if (text.empty() || before.empty()) continue;
        if (is_bracket(before.back(), U"([") && is_word_character(text.front())) word.blank_before = false;
        const bool after_word = is_word_character(before.back());
        const bool after_mark = before.back() == U'.' || is_bracket(before.back(), U")]");
        // With nothing but quotes and stops behind it: ".gz" and ",5" are words, ". . ." leads to a page number.
        if (!std::all_of(text.begin() + 1, text.end(), closes) || (text.front() == U'.' && is_point(i + 1))) continue;
        const bool is_ratio = text == U":" && is_digit(before.back()); // "1 : 25 000"
        if (is_ratio) continue;
        const bool is_stop = text == U"." || is_bracket(text.front(), is_french ? U")]" : U")];:!?");
        if ((after_word && is_stop) || ((after_word || after_mark) && text.front() == U',')) word.blank_before = false;
    }
}

} // namespace broadsheet::mend
