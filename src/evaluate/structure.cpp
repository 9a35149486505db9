// SPDX-License-Identifier: Apache-2.0
#include "evaluate/structure.h"

#include "evaluate/tokens.h"

#include <algorithm>
#include <cmath>
#include <unicode/uchar.h>

namespace broadsheet::evaluate {
namespace {

using Text = std::u32string;
using View = std::u32string_view;

// Paragraphs ----------------------------------------------------------------------------------------------------------

struct Paragraph {
    Text flat;
    bool broken = false; ///< a line break lies inside
};

/// The end of the blank line or form feed that parts paragraphs at i; i itself: none does.
std::size_t end_of_gap(View text, std::size_t i) {
    if (text[i] == U'\f') return i + 1;
    if (text[i] != U'\n') return i;
    std::size_t end = i + 1;
    while (end < text.size() && (text[end] == U' ' || text[end] == U'\t' || text[end] == U'\r'))
        ++end;
    return end < text.size() && text[end] == U'\n' ? end + 1 : i;
}

std::vector<Paragraph> paragraphs_of(View text) {
    std::vector<Paragraph> paragraphs;
    const auto add = [&](View piece) {
        piece = stripped(piece);
        if (!piece.empty()) paragraphs.push_back({without_blanks(piece), piece.find(U'\n') != View::npos});
    };
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = end_of_gap(text, i);
        if (end == i) {
            ++i;
            continue;
        }
        add(text.substr(from, i - from));
        from = i = end;
    }
    add(text.substr(from));
    return paragraphs;
}

View last(View text, std::size_t count) {
    return text.substr(text.size() - std::min(count, text.size()));
}

bool is_that(const Paragraph& paragraph, View truth, double slack) {
    const auto length = static_cast<double>(truth.size());
    return !paragraph.broken && std::abs(static_cast<double>(paragraph.flat.size()) - length) <= slack * length + 2 &&
           distance(View(paragraph.flat).substr(0, 8), truth.substr(0, 8)) <= 4 &&
           distance(last(paragraph.flat, 8), last(truth, 8)) <= 4 &&
           static_cast<double>(distance(paragraph.flat, truth)) <= slack * length + 1;
}

// Hyphens -------------------------------------------------------------------------------------------------------------

/// Letters and numbers that are no decimal digits.
bool is_word_letter(char32_t c) {
    const auto point = static_cast<UChar32>(c);
    return u_isalpha(point) || (U_GET_GC_MASK(point) & (U_GC_NL_MASK | U_GC_NO_MASK)) != 0;
}

bool ends_with_hyphen(View line) {
    const std::size_t size = line.size();
    return size >= 3 && line.back() == U'-' && is_word_letter(line[size - 2]) && is_word_letter(line[size - 3]);
}
bool starts_with_letters(View line) {
    return line.size() >= 2 && is_word_letter(line[0]) && is_word_letter(line[1]);
}

View last_word(View line) {
    std::size_t from = line.size();
    while (from > 0 && !is_white(line[from - 1]))
        --from;
    return line.substr(from);
}
View first_word(View line) {
    std::size_t to = 0;
    while (to < line.size() && !is_white(line[to]))
        ++to;
    return line.substr(0, to);
}

Text single_spaced(View text) {
    Text out;
    for (const Text& word : words(text, WordRule::blanks))
        out += (out.empty() ? Text() : Text(U" ")) + word;
    return out;
}

/// Characters that are neither white space nor hyphens, and where they stand in the text.
struct Bare {
    Text text;
    std::vector<std::size_t> places;
};
Bare bare(View text) {
    Bare out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (!is_white(text[i]) && text[i] != U'-') {
            out.text.push_back(text[i]);
            out.places.push_back(i);
        }
    return out;
}

constexpr std::size_t context = 24; // characters looked for on either side of a break
constexpr std::size_t compared = 6; // of them, nearest to it

/// Where in the result's bare text the line that ends with left goes on with right; nothing: not found.
std::optional<std::size_t> break_place(View left, View right, View flat, const Grams& grams) {
    const Text around = Text(left) + Text(right);
    Votes votes;
    for (std::size_t i = 0; i + Grams::length <= around.size(); ++i) {
        const std::int64_t place = grams.only_place(View(around).substr(i, Grams::length));
        if (place >= 0) votes.add(place - static_cast<std::int64_t>(i) + std::ssize(left));
    }
    if (votes.empty()) return {};
    const std::int64_t guess = votes.winner();
    std::int64_t least = 99;
    std::int64_t best = 0;
    for (std::int64_t p = std::max<std::int64_t>(1, guess - 2); p <= std::min(std::ssize(flat) - 1, guess + 2); ++p) {
        const auto at = static_cast<std::size_t>(p);
        const std::int64_t cost = distance(last(left, compared), last(flat.substr(0, at), compared)) +
                                  distance(right.substr(0, compared), flat.substr(at, compared));
        if (cost < least) {
            least = cost;
            best = p;
        }
    }
    if (least > 4) return {};
    return static_cast<std::size_t>(best);
}

} // namespace

Rate whole_paragraphs(const std::vector<Folded>& regions, View result, double bag) {
    const std::vector<Paragraph> paragraphs = paragraphs_of(result);
    const double slack = std::min(.35, .04 + 1.5 * bag);
    Rate rate;
    for (const Folded& region : regions) {
        if (region.region->kind != "paragraph" || region.flat.size() < 24) continue;
        rate += {std::any_of(paragraphs.begin(), paragraphs.end(),
                             [&](const Paragraph& paragraph) { return is_that(paragraph, region.flat, slack); }),
                 1};
    }
    return rate;
}

Rate mended_hyphens(const std::vector<Folded>& regions, View result) {
    const Bare flat = bare(result);
    const Grams grams(flat.text);
    Rate rate;
    for (const Folded& region : regions) {
        const Text whole = single_spaced(region.text);
        Text left;
        for (std::size_t k = 0; k + 1 < region.lines.size(); ++k) {
            left += bare(region.lines[k]).text;
            if (!ends_with_hyphen(region.lines[k]) || !starts_with_letters(region.lines[k + 1])) continue;
            const Text broken(last_word(region.lines[k])); // with its hyphen
            const Text tail(first_word(region.lines[k + 1]));
            const bool joined = whole.find(broken.substr(0, broken.size() - 1) + tail) != Text::npos;
            if (!joined && whole.find(broken + tail) == Text::npos) continue;
            Text right;
            for (std::size_t next = k + 1; next < region.lines.size() && right.size() < context; ++next)
                right += bare(region.lines[next]).text;
            const auto place = break_place(last(left, context), View(right).substr(0, context), flat.text, grams);
            if (!place) continue;
            const std::size_t from = flat.places[*place - 1] + 1;
            const View between = result.substr(from, flat.places[*place] - from);
            rate += {between == (joined ? U"" : U"-"), 1};
        }
    }
    return rate;
}

} // namespace broadsheet::evaluate
