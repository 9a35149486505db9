// SPDX-License-Identifier: Apache-2.0
#include "repair/joins.h"

#include "text/characters.h"

#include <algorithm>

namespace broadsheet::mend {
using namespace text;
namespace {

using Text = std::u32string_view;

enum class Side { wide, wide_mark, narrow, mark };

Side side_of(char32_t c) {
    if (is_wide(c)) return is_letter(c) ? Side::wide : Side::wide_mark;
    return is_word_character(c) ? Side::narrow : Side::mark;
}

Text last_token(Text line) {
    return line.substr(line.rfind(U' ') + 1);
}

bool is_address(Text token) {
    return token.find(U"://") != Text::npos || token.starts_with(U"www.") ||
           (token.find(U'@') != Text::npos && token.find(U'@') + 1 < token.size());
}

/// A long address broken where it has a sign that ends no sentence.
bool runs_through_address(Text before, Text after) {
    const Text token = last_token(before);
    const bool open = Text(U"/_=&?#~%").find(token.back()) != Text::npos || token.ends_with(U"@");
    const bool resumes = Text(U"/?&=#_@").find(after.front()) != Text::npos;
    return (is_address(token) || token.ends_with(U"@")) && (open || resumes);
}

/// Latin words and numbers in a Chinese or Japanese line are broken anywhere and without a hyphen.
Mended join_narrow_in_wide(Text before, Text after, const PageWords& words, Dictionary& dictionary) {
    if (is_digit(before.back()) && is_digit(after.front())) return {JoinKind::nothing, "digits"};
    std::size_t from = before.size();
    while (from > 0 && is_narrow_letter(before[from - 1]))
        --from;
    std::size_t to = 0;
    while (to < after.size() && is_narrow_letter(after[to]))
        ++to;
    const std::u32string first(before.substr(from));
    const std::u32string second(after.substr(0, to));
    if (first.empty() || second.empty()) return {JoinKind::blank, "words"};
    if (words.count(first + second) > 0) return {JoinKind::nothing, "document"};
    const bool both = dictionary.knows(first) && dictionary.knows(second);
    if (!both && dictionary.knows(first + second)) return {JoinKind::nothing, "dictionary"};
    return {JoinKind::blank, "words"};
}

/// CSS Text's rule for line breaks: one between wide characters vanishes.
Mended join_plain(Text before, Text after, const PageEvidence& evidence, Dictionary& dictionary) {
    const Side left = side_of(before.back());
    const Side right = side_of(after.front());
    const auto wide = [](Side side) { return side == Side::wide || side == Side::wide_mark; };
    if (wide(left) && wide(right)) return {JoinKind::nothing, "wide characters"};
    const bool read_narrow = left == Side::mark && closes(before.back()) && before.size() > 1 &&
                             is_wide_letter(before[before.size() - 2]); // a stop behind Han is a wide one in print
    if (left == Side::wide_mark || right == Side::wide_mark || read_narrow)
        return {JoinKind::nothing, "wide punctuation"};
    if ((wide(left) && right == Side::mark) || (left == Side::mark && wide(right)))
        return {JoinKind::nothing, "wide characters"};
    if (wide(left) || wide(right))
        return evidence.parted_scripts ? Mended{JoinKind::blank, "page parts scripts"}
                                       : Mended{JoinKind::nothing, "change of script"};
    if (runs_through_address(before, after)) return {JoinKind::nothing, "address"};
    if (!mostly_wide(before) && !mostly_wide(after)) return {JoinKind::blank, "words"};
    const bool tight = (left == Side::mark && opens(before.back())) || (right == Side::mark && closes(after.front()));
    if (tight) return {JoinKind::nothing, "punctuation"};
    if (left == Side::mark || right == Side::mark) return {JoinKind::blank, "words"};
    return join_narrow_in_wide(before, after, evidence.words, dictionary);
}

} // namespace

PageEvidence page_evidence(const Page& page) {
    PageEvidence evidence;
    evidence.words = count_words(page);
    int parted = 0;
    int tight = 0;
    for (const Block& block : page.blocks) {
        for (const Line& line : block.lines) {
            if (!line.removed.empty()) continue;
            const std::u32string text = code_points(line_text(line));
            for (std::size_t i = 1; i + 1 < text.size(); ++i) {
                const bool blank = text[i] == U' ';
                const Side left = side_of(text[i - 1]);
                const Side right = side_of(blank ? text[i + 1] : text[i]);
                const bool change =
                    (left == Side::wide && right == Side::narrow) || (left == Side::narrow && right == Side::wide);
                if (change) ++(blank ? parted : tight);
            }
        }
    }
    evidence.parted_scripts = parted > tight;
    return evidence;
}

Mended join(std::u32string& text, std::u32string_view next, const PageEvidence& evidence, Dictionary& dictionary) {
    Mended mended;
    if (text.empty() || next.empty())
        mended = {JoinKind::nothing, "empty line"};
    else if (const auto spoiled = mend_spoiled_hyphen(text, next, evidence.words, dictionary))
        mended = *spoiled;
    else if (ends_with_hyphen(text))
        mended = mend_hyphen(text, next, evidence.words, dictionary);
    else
        mended = join_plain(text, next, evidence, dictionary);
    text.resize(text.size() - std::min(mended.drop, text.size()));
    text += mended.append;
    if (mended.kind == JoinKind::blank) text += U' ';
    text += next.substr(mended.skip);
    return mended;
}

void join_lines(const Page& page, const PageEvidence& evidence, Dictionary& dictionary, Paragraph& paragraph) {
    std::u32string text;
    paragraph.joins.clear();
    for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
        const std::u32string next = tidy(code_points(line_text(line_at(page, paragraph.lines[i]))));
        if (i == 0) {
            text = next;
            continue;
        }
        const Mended mended = join(text, next, evidence, dictionary);
        paragraph.joins.push_back({paragraph.lines[i - 1], paragraph.lines[i], mended.kind, mended.evidence});
    }
    paragraph.text = utf8(tidy(text));
}

} // namespace broadsheet::mend
