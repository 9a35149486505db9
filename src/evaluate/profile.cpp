// SPDX-License-Identifier: Apache-2.0
#include "evaluate/profile.h"

#include "text/characters.h"

#include <algorithm>
#include <unicode/uchar.h>

namespace broadsheet::evaluate {
namespace {

using Text = std::u32string;
using View = std::u32string_view;

bool is_one_of(char32_t c, View set) {
    return set.find(c) != View::npos;
}

char32_t folded(char32_t c, const Ignored& ignored) {
    if (ignored.quotes && is_one_of(c, U"“”„«»")) return U'"';
    if (ignored.quotes && is_one_of(c, U"‘’‚`")) return U'\'';
    if (ignored.dashes && is_one_of(c, U"—–‐‑−⸗¬")) return U'-';
    if (ignored.long_s && c == U'ſ') return U's';
    return c;
}

Text folded(View text, const Ignored& ignored) {
    Text out;
    out.reserve(text.size());
    for (const char32_t c : text)
        if (!(ignored.dashes && c == text::soft_hyphen)) out.push_back(folded(c, ignored));
    return out;
}

/// One kind of line end.
Text with_line_feeds(View text) {
    Text out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != U'\r')
            out.push_back(text[i]);
        else if (i + 1 == text.size() || text[i + 1] != U'\n')
            out.push_back(U'\n');
    }
    return out;
}

std::size_t end_of_white(View text, std::size_t from) {
    while (from < text.size() && is_white(text[from]))
        ++from;
    return from;
}

bool breaks_line(View white) {
    return std::any_of(white.begin(), white.end(), [](char32_t c) { return c == U'\n' || c == U'\f'; });
}

Text without_hyphenation(View text) {
    Text out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 0 || !text::is_letter(text[i - 1]) || !(text::is_hyphen(text[i]) && text[i] != U'=')) {
            out.push_back(text[i]);
            continue;
        }
        const std::size_t next = end_of_white(text, i + 1);
        const bool parted = next > i + 1 && !breaks_line(text.substr(i + 1, next - i - 1));
        if (parted || next == text.size() || !text::is_letter(text[next]))
            out.push_back(text[i]);
        else
            i = next - 1;
    }
    return out;
}

Text without_line_breaks(View text) {
    Text out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_white(text[i])) {
            out.push_back(text[i]);
            continue;
        }
        const std::size_t next = end_of_white(text, i);
        const bool between_wide =
            !out.empty() && next < text.size() && text::is_wide(out.back()) && text::is_wide(text[next]);
        if (!(between_wide && breaks_line(text.substr(i, next - i)))) out.push_back(U' ');
        i = next - 1;
    }
    return out;
}

/// ocreval's spacing: one blank at a time, none at the ends of lines, no empty lines.
Text without_spare_blanks(View text) {
    Text out;
    for (const char32_t c : text) {
        const bool at_start = out.empty() || out.back() == U'\n';
        if (c == U'\n') {
            if (!out.empty() && out.back() == U' ') out.pop_back();
            if (!out.empty() && out.back() != U'\n') out.push_back(c);
        } else if (!is_white(c)) {
            out.push_back(c);
        } else if (!at_start && out.back() != U' ') {
            out.push_back(U' ');
        }
    }
    if (!out.empty() && out.back() == U' ') out.pop_back();
    return out;
}

} // namespace

bool is_white(char32_t c) {
    return text::is_blank(c) || (c >= 0x1C && c <= 0x1F);
}

View stripped(View text) {
    while (!text.empty() && is_white(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_white(text.back()))
        text.remove_suffix(1);
    return text;
}

std::optional<Profile> find_profile(std::string_view name) {
    Profile profile;
    Ignored& ignored = profile.ignored;
    if (name == "strict") {
        profile.floats_move = false;
    } else if (name == "text") {
        ignored.line_breaks = true;
    } else if (name == "search") {
        ignored = {.letter_case = true,
                   .width = true,
                   .quotes = true,
                   .dashes = true,
                   .long_s = true,
                   .line_breaks = true,
                   .hyphenation = true};
    } else if (name == "bench") {
        ignored = {.width = true, .quotes = true, .dashes = true, .long_s = true, .blanks = true};
        profile.unit = Unit::code_point;
        profile.words = WordRule::blanks;
    } else if (name == "ocr-d") {
        ignored.blanks = true;
        profile.floats_move = false;
    } else if (name == "isri") {
        profile.unit = Unit::code_point;
        profile.spare_blanks_count = false;
        profile.floats_move = false;
    } else {
        return {};
    }
    return profile;
}

bool* find_ignored(Ignored& ignored, std::string_view name) {
    const std::array<bool*, ignored_names.size()> members = {&ignored.letter_case, &ignored.width,      &ignored.quotes,
                                                             &ignored.dashes,      &ignored.long_s,     &ignored.blanks,
                                                             &ignored.line_breaks, &ignored.hyphenation};
    for (std::size_t i = 0; i < members.size(); ++i)
        if (name == ignored_names[i]) return members[i];
    return nullptr;
}

Text normalised(std::string_view utf8, const Profile& profile) {
    const Ignored& ignored = profile.ignored;
    Text text = with_line_feeds(text::code_points(utf8));
    text = folded(text::nfc(text), ignored);
    if (ignored.width) text = folded(text::nfkc(text), ignored);
    if (ignored.letter_case) text = text::nfc(text::fold_case(text));
    if (ignored.hyphenation) text = without_hyphenation(text);
    if (!profile.spare_blanks_count) return without_spare_blanks(text); // a line break at the end is no spare one
    text = Text(stripped(text));
    return ignored.line_breaks ? without_line_breaks(text) : text;
}

Text without_blanks(View text) {
    Text out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char32_t c) { return !is_white(c); });
    return out;
}

} // namespace broadsheet::evaluate
