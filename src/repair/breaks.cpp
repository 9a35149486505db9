// SPDX-License-Identifier: Apache-2.0
#include "repair/breaks.h"

#include "repair/hyphen.h"
#include "text/characters.h"

#include <algorithm>
#include <cmath>

namespace broadsheet::mend {
using namespace text;
namespace {

constexpr double far_em = 2;     // of white no paragraph goes on over
constexpr double flush_em = 0.4; // straightening leaves edges unsure by about that much

constexpr double usual_pitch = 1.06, apart_pitch = 1.12; // of the pitch: at most in a paragraph; at least before one

const Line& line_at(const Page& page, const SetLine& set) {
    return page.blocks[static_cast<std::size_t>(set.ref.block)].lines[static_cast<std::size_t>(set.ref.line)];
}

std::u32string text_of(const Page& page, const SetLine& set) {
    return code_points(line_text(line_at(page, set)));
}

/// Indented against the column and against the line before it: the second of two indented lines starts nothing.
bool steps_in(const SetLine& before, const SetLine& line, double least_indent = Style().least_indent) {
    return line.indent() > least_indent && line.indent() - before.indent() > flush_em;
}

/// With a small letter, maybe behind a quotation mark.
bool starts_lower(const std::u32string& line) {
    const auto first = std::find_if(line.begin(), line.end(), is_word_character);
    return first != line.end() && first - line.begin() <= 1 && is_lower(*first);
}

/// Within a sentence of Han text. Set to no measure, its lines end up to two characters short where the next must stand
/// together, as with its comma. Brackets and quotation marks behind them may be read as Latin ones.
bool stops_within_han(const SetLine& set, const std::u32string& line) {
    constexpr double two_characters = 2.2; // em
    const auto last = std::find_if(line.rbegin(), line.rend(), [](char32_t c) { return !closes(c) && c != U'"'; });
    return set.room() < two_characters && last != line.rend() && is_wide(*last) && !ends_sentence(without_speck(line));
}

struct TextEvidence {
    bool broken_word = false; ///< a hyphen, and the next line goes on in lower case
    bool hyphen = false;      ///< any continuation
    bool lower = false;       ///< the next line starts in lower case
    bool complete = false;    ///< the line ends a sentence
    bool comma = false;
    bool number = false; ///< the line ends with a digit: of prices, dates, addresses nothing is to be told
};

TextEvidence text_evidence(const std::u32string& line, const std::u32string& after) {
    TextEvidence evidence;
    const std::u32string_view before = without_speck(line);
    if (before.empty() || after.empty()) return evidence;
    evidence.lower = starts_lower(after);
    evidence.hyphen = before.size() > 1 && is_hyphen(before.back()) && is_word_character(before[before.size() - 2]);
    evidence.broken_word = evidence.lower && ends_with_hyphen(before);
    evidence.complete = ends_sentence(before);
    evidence.comma = std::u32string_view(U",，、;；").find(before.back()) != std::u32string_view::npos;
    evidence.number = is_digit(before.back());
    return evidence;
}

/// 2: a sign made for it; 1: a number or letter that may be one; 0: none.
double bullet_weight(const std::u32string& text) {
    if (text.size() < 2) return 0;
    if (std::u32string_view(U"•▪■●○◆◇►‣※").find(text.front()) != std::u32string_view::npos) return 2;
    const bool blank_behind = is_blank(text[1]);
    if ((is_dash(text.front()) || text.front() == U'*') && blank_behind) return 1;
    std::size_t at = text.front() == U'(' ? 1 : 0;
    const std::size_t from = at;
    while (at < text.size() && at - from < 3 && is_digit(text[at]))
        ++at;
    if (at == from && at < text.size() && is_letter(text[at]) && !is_wide(text[at])) ++at; // "a)", but no initial "A."
    const bool number = at > from && is_digit(text[from]);
    if (at == from || at >= text.size()) return 0;
    return text[at] == U')' || (number && (text[at] == U'.' || text[at] == U'、')) ? 1 : 0;
}

/// Entries start flush and their further lines are indented, as in directories. Where more flush lines go on in small
/// letters than lines are indented, these begin paragraphs, behind last lines that happen to be full.
bool is_hanging(const Page& page, const Setting& setting) {
    int in_after_full = 0;
    int in_after_early = 0;
    int flush_after_short = 0;
    int in = 0;
    for (std::size_t i = 1; i < setting.lines.size(); ++i) {
        const SetLine& before = setting.lines[i - 1];
        const SetLine& line = setting.lines[i];
        const bool early = ends_early(before, line, setting.justified);
        in += line.indent() > Style().least_indent;
        if (steps_in(before, line))
            ++(early ? in_after_early : in_after_full);
        else if ((early || (before.indent() > Style().least_indent && before.room() > 1)) && line.indent() < flush_em)
            ++flush_after_short;
    }
    if (in_after_full < 2 || in_after_full <= 2 * in_after_early || flush_after_short == 0) return false;
    const auto flush_lower = std::count_if(setting.lines.begin() + 1, setting.lines.end(), [&](const SetLine& line) {
        return line.indent() < flush_em && starts_lower(text_of(page, line));
    });
    return flush_lower <= in;
}

/// Whatever comes next, it would have had room; but a Latin word among Han text may be long.
bool ends_far_short(const SetLine& line, const SetLine& next, bool justified) {
    const double measure = (line.end - line.start) / line.em;
    const bool fits = next.least == next.first || room_behind(line, next) > 0;
    return ends_early(line, next, justified) && line.room() > std::max(4.0, 0.25 * measure) && fits;
}

/// Indented as the line before it, an entry of one line: where an indent surely tells paragraphs, lines that go on are
/// flush.
bool is_next_entry(const Setting& setting, std::size_t i, const Style& style, const TextEvidence& text) {
    const SetLine& before = setting.lines[i - 1];
    const SetLine& line = setting.lines[i];
    const auto stands_in = [&](const SetLine& other) { return other.indent() > style.least_indent; };
    if (!style.surely || !stands_in(before) || !stands_in(line) || !text.complete || text.lower) return false;
    const bool last = i + 1 == setting.lines.size() || setting.lines[i + 1].indent() < flush_em;
    return std::abs(line.indent() - before.indent()) <= flush_em &&
           (last || ends_early(before, line, setting.justified));
}

/// Ends a sentence, and was not stretched to the edge as full lines were.
bool stops_short(const Setting& setting, const SetLine& line, const TextEvidence& text) {
    constexpr double least_em = 0.5;
    return setting.sharp && text.complete && !text.lower && line.room() > least_em;
}

double weight_of_form(const Setting& setting, std::size_t i, bool indent, bool apart, const TextEvidence& text) {
    const SetLine& before = setting.lines[i - 1];
    const SetLine& line = setting.lines[i];
    const bool early = ends_early(before, line, setting.justified);
    double weight = 0;
    if (indent) weight += 3;
    if (early || stops_short(setting, before, text)) weight += 2;
    if (early && (setting.sharp || ends_far_short(before, line, setting.justified))) weight += 1;
    const double step = line.box.bottom - before.box.bottom;
    const bool further = (setting.pitch > 0 && step > 1.45 * setting.pitch) ||
                         (apart && line.foot - before.foot > apart_pitch * setting.foot_pitch);
    if (setting.lines.size() >= 3 && further) weight += 2;
    return weight;
}

/// The two blocks are set in one size, as far as so many lines tell it.
bool same_type(const Setting& before, const Setting& after) {
    const std::size_t lines = std::min(before.lines.size(), after.lines.size());
    const double tolerance = lines == 1 ? 2 : lines == 2 ? 1.6 : 1.3;
    const double a = before.lines.front().em;
    const double b = after.lines.front().em;
    return a < tolerance * b && b < tolerance * a;
}

/// Beside the usual edge of a block set to one, but the sentence goes on, and the next word would not have fitted: a
/// line that was not stretched, as in a block that is ragged after all.
bool is_unstretched(const Setting& setting, const SetLine& line, const SetLine& next, const TextEvidence& text) {
    return !setting.sharp && !text.complete && !text.number && !text.comma && !line.is_centred() &&
           room_behind(line, next) <= 0;
}

double weight_of_text(const TextEvidence& text) {
    double weight = 0;
    if (text.broken_word)
        weight -= 3;
    else if (text.lower)
        weight -= 1.5;
    if (!text.complete && !text.number) weight -= 0.5;
    if (text.comma) weight -= 0.5;
    return weight;
}

/// Does a little white part the page's paragraphs? Then lines stand either as near as usual or clearly further apart,
/// and that behind sentences.
bool sets_paragraphs_apart(const Page& page, const std::vector<Setting>& settings) {
    constexpr std::ptrdiff_t few = 4;
    std::ptrdiff_t apart = 0, behind_sentences = 0, unsure = 0;
    for (std::size_t b = 0; b < settings.size(); ++b) {
        const Setting& setting = settings[b];
        if (page.blocks[b].kind != BlockKind::paragraph || setting.list_like || setting.lines.size() < 3) continue;
        if (setting.foot_pitch <= 0) continue; // level print among columns: its lines follow the other way
        for (std::size_t i = 1; i < setting.lines.size(); ++i) {
            const SetLine &before = setting.lines[i - 1], &line = setting.lines[i];
            const double step = line.foot - before.foot;
            if (step <= apart_pitch * setting.foot_pitch) {
                unsure += step > usual_pitch * setting.foot_pitch;
                continue;
            }
            const TextEvidence text = text_evidence(text_of(page, before), text_of(page, line));
            ++apart;
            behind_sentences += text.complete && !text.lower;
        }
    }
    return apart >= few && behind_sentences * 10 >= 9 * apart && unsure * 4 <= apart;
}

} // namespace

Style style_of(const Page& page, const std::vector<Setting>& settings) {
    std::vector<double> indents;
    std::size_t flush = 0;
    std::size_t ragged = 0; // lines, and those among them that start anew
    std::size_t anew = 0;
    for (std::size_t b = 0; b < settings.size(); ++b) {
        const Setting& setting = settings[b];
        if (page.blocks[b].kind == BlockKind::paragraph && !setting.justified && setting.lines.size() > 1) {
            ragged += setting.lines.size();
            anew += setting.each_anew ? setting.lines.size() : 0;
        }
        if (page.blocks[b].kind != BlockKind::paragraph || setting.list_like || is_hanging(page, setting)) continue;
        // A block's first line that is not indented says nothing: it may run on from another.
        if (setting.lines.size() >= 3 && steps_in(setting.lines[1], setting.lines[0]))
            indents.push_back(setting.lines[0].indent());
        for (std::size_t i = 1; i < setting.lines.size(); ++i) {
            const SetLine& before = setting.lines[i - 1];
            const SetLine& line = setting.lines[i];
            if (!ends_early(before, line, setting.justified) || is_byline(page, line)) continue;
            if (steps_in(before, line))
                indents.push_back(line.indent());
            else if (!stops_within_han(before, text_of(page, before)))
                ++flush;
        }
    }
    Style style;
    style.verse = ragged >= 8 && 10 * anew >= 9 * ragged;
    style.apart = sets_paragraphs_apart(page, settings);
    style.indented = !indents.empty() && indents.size() >= flush;
    style.surely = indents.size() >= 4 && indents.size() >= 4 * flush;
    if (!style.indented) return style;
    std::sort(indents.begin(), indents.end());
    style.least_indent = std::max(style.least_indent, 0.7 * indents[indents.size() / 2]);
    return style;
}

bool starts_paragraph(const Page& page, const Setting& setting, std::size_t i, const Style& style, bool after_break) {
    const SetLine& before = setting.lines[i - 1];
    const SetLine& line = setting.lines[i];
    const std::u32string previous = text_of(page, before), next = text_of(page, line);
    const TextEvidence text = text_evidence(previous, next);
    if (setting.each_anew && (setting.list_like || style.verse)) return true;
    const bool early = ends_early(before, line, setting.justified);
    if (setting.has_leaders) {
        const bool complete = is_led(text_of(page, before)) || text.number || early || before.is_centred();
        return !text.hyphen && (line.is_centred() || (line.indent() < flush_em && complete));
    }
    if (is_hanging(page, setting)) {
        const bool sublist = early && bullet_weight(next) > 0;
        return !text.hyphen && (line.indent() < flush_em || sublist || ends_far_short(before, line, setting.justified));
    }

    const bool indent = steps_in(before, line, style.least_indent) || is_next_entry(setting, i, style, text);
    if (line.numbered && !text.broken_word) return true;
    if (text.hyphen && !indent) return false; // a broken name goes on with a capital
    double weight = weight_of_form(setting, i, indent, style.apart, text) + weight_of_text(text);
    if (early && (is_unstretched(setting, before, line, text) || stops_within_han(before, previous))) weight -= 1;
    // What ends without a stop may be a byline.
    const bool mid_text = style.surely && (text.complete || text.lower || stops_within_han(before, previous));
    const bool told_otherwise = early && (!mid_text || ends_far_short(before, line, setting.justified));
    if (style.indented && !indent && !told_otherwise && !setting.list_like) weight -= 1;
    if (const double bullet = bullet_weight(next); bullet > 1 || text.complete || text.comma || early) weight += bullet;
    // A list's entry may end near the edge, and the longest one makes the edge: it is told by the entries around it.
    const bool at_edge = setting.edge_known && before.room() < 0.5;
    if (!text.lower && setting.list_like) weight += at_edge ? 1 : 2;
    const bool next_short = i + 1 == setting.lines.size() || line.room() > 1.5;
    if (!text.lower && after_break && !early && before.room() > 1.5 && next_short) weight += 1.5;
    return weight >= 1.5;
}

bool runs_on(const Page& page, const Setting& before, const Setting& after, const Style& style, bool floats_between) {
    const SetLine& last = before.lines.back();
    const SetLine& first = after.lines.front();
    const TextEvidence text = text_evidence(text_of(page, last), text_of(page, first));
    if (!same_type(before, after)) return false;
    if (text.broken_word) return true;
    const bool below = overlap_x(last.box, first.box) > 0 && first.box.top >= last.box.bottom - 0.5 * last.em;
    const double white = below && !floats_between ? (first.box.top - last.box.bottom) / last.em : 0;
    const bool inset = last.box.left - first.start > last.em && first.end - last.box.right > last.em;
    if (before.lines.size() == 1 && after.lines.size() > 1 && inset && white > far_em) return false; // "Continued from"
    if (before.has_leaders || after.has_leaders) return false;
    if (text.lower && !text.complete) return true;
    if (first.numbered) return false;
    if (first.indent() > style.least_indent || before.list_like || after.list_like) return false;
    if (ends_early(last, first, before.justified)) return false;
    if (white > far_em && !text.lower && !text.hyphen) return false; // of a title page
    // A byline over two columns: text does not move sideways on its way down.
    const bool aside = std::abs(last.box.left - first.box.left) > 3 * last.em;
    if (before.lines.size() == 1 && below && aside && !floats_between && !text.lower) return false;
    if (!text.complete) return true;
    if (text.lower) return true;
    return style.indented && white <= 0.9;
}

bool is_note_between(const Page& page, const Setting& before, const Setting& note, const Setting& after) {
    constexpr double apart = 0.9; // em of white
    const SetLine &last = before.lines.back(), &first = note.lines.front(), &next = after.lines.front();
    const bool under = overlap_x(last.box, first.box) > 0 && first.box.top - last.box.bottom > apart * last.em;
    const bool beside = overlap_x(next.box, first.box) <= 0 && next.box.top < first.box.top;
    // All three in columns of one width, but that the last may begin beside something set into its column.
    const auto measure = [](const SetLine& line) { return line.end - line.start; };
    const auto [narrow, wide] = std::minmax({measure(last), measure(first)});
    const bool fits = wide < 1.3 * narrow && measure(next) < 1.3 * narrow && measure(next) > 0.4 * narrow;
    if (!under || !beside || !fits || !same_type(before, after)) return false;
    const std::u32string end = text_of(page, last);
    const TextEvidence to_note = text_evidence(end, text_of(page, first)), on = text_evidence(end, text_of(page, next));
    const bool alone = before.lines.size() == 1 && ends_early(last, next, before.justified); // a byline
    const bool set_apart = alone || last.indent() > 1 || last.room() > 5;                    // an address
    return !to_note.lower && on.lower && (on.broken_word || (!on.complete && !set_apart));
}

bool runs_over(const Page& page, const Setting& before, const Setting& after, const Style& style) {
    constexpr std::size_t enough = 3; // lines that tell how a column is set
    const SetLine& last = before.lines.back();
    const TextEvidence text = text_evidence(text_of(page, last), text_of(page, after.lines.front()));
    if (text.complete || !runs_on(page, before, after, style, true)) return false;
    return text.lower || text.hyphen || (before.justified && before.lines.size() >= enough && last.room() < 1);
}

bool share_a_word(const Page& page, const Setting& before, const Setting& after) {
    if (!same_type(before, after)) return false;
    return text_evidence(text_of(page, before.lines.back()), text_of(page, after.lines.front())).broken_word;
}

bool stops_within_sentence(const Page& page, const Setting& before, const Setting& after) {
    constexpr std::size_t enough = 3; // lines that tell how a column is set
    const SetLine &last = before.lines.back(), &first = after.lines.front();
    const TextEvidence text = text_evidence(text_of(page, last), text_of(page, first));
    return before.lines.size() >= enough && same_type(before, after) && text.lower && !text.complete &&
           !ends_early(last, first, before.justified);
}

bool is_byline(const Page& page, const SetLine& line) {
    constexpr std::size_t longest = 40;
    const double measure = line.end - line.start;
    const bool right = line.box.left - line.start > 0.35 * measure && line.room() < 1;
    const std::u32string text = text_of(page, line);
    return measure > 0 && right && text.size() <= longest && !ends_with_hyphen(text);
}

} // namespace broadsheet::mend
