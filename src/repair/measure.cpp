// SPDX-License-Identifier: Apache-2.0
#include "repair/measure.h"

#include "text/characters.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace broadsheet::mend {
using namespace text;
namespace {

constexpr double tall_letters_per_em = 1 / 1.4; // Latin: from the baseline to the top of tall letters
constexpr double blank_em = 0.25;

Box turned(const Box& b, bool vertical) {
    return vertical ? Box{b.top, -b.right, b.bottom, -b.left} : b;
}

double quantile(std::vector<double> values, double q) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(q * static_cast<double>(values.size() - 1) + 0.5)];
}

/// Of the block, so that a line of digits among Han has the size of its neighbours.
double em_of(const Block& block, bool wide) {
    std::vector<double> ems;
    for (const Line& line : block.lines) {
        const double across = line.vertical ? line.box.width() : line.box.height();
        if (line.text_height <= 0)
            ems.push_back(wide ? across : across * 0.85);
        else
            ems.push_back(wide ? line.text_height : line.text_height / tall_letters_per_em);
    }
    return ems.empty() ? 1 : std::max(1.0, quantile(ems, 0.5));
}

/// A fifth of wide letters makes it Han text: telephone numbers and addresses stand among them.
bool is_wide_text(const Block& block) {
    int wide = 0;
    int narrow = 0;
    for (const Line& line : block.lines)
        for (const char32_t c : code_points(line_text(line)))
            (is_wide_letter(c) ? wide : narrow) += is_word_character(c);
    return wide > 0 && 4 * wide >= narrow;
}

/// Width of what stands before the line's first place to break.
double first_width(const Line& line, double em) {
    if (line.words.empty()) return em;
    double width = 0;
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        const std::u32string text = code_points(line.words[i].text);
        if (text.empty()) continue;
        if (i > 0 && width > 0) {
            const bool bound = closes(text.front()); // a stop cannot begin a line, so it needs room as well
            if (line.words[i].blank_before || (is_wide(text.front()) && !bound)) break;
        }
        const Box box = turned(line.words[i].box, line.vertical);
        if (is_wide(text.front()))
            width += em;
        else
            width += box.empty() ? 0.5 * em * static_cast<double>(text.size()) : box.width();
    }
    return width > 0 ? width : em;
}

SetLine set_line(const Block& block, LineRef ref, double em, bool wide) {
    const Line& line = block.lines[static_cast<std::size_t>(ref.line)];
    const std::u32string text = code_points(line_text(line));
    SetLine set;
    set.ref = ref;
    set.box = turned(line.box, line.vertical);
    set.em = em;
    set.foot = line.vertical || line.baseline.empty() ? set.box.bottom : line.baseline.front().y;
    set.first = first_width(line, set.em);
    set.least = set.first;
    // Latin and digits in Han text are broken anywhere, or their line is stretched: they leave no room.
    if (wide && !text.empty() && !is_wide(text.front())) set.least = std::min(set.least, em);
    set.ink_end = set.box.right;
    const bool half_empty = !text.empty() && is_wide(text.back()) && !is_letter(text.back());
    if (half_empty) set.ink_end += 0.5 * set.em;
    return set;
}

/// Do the lines that end near the edge end here and there? In a justified block they may be off it, where the page is
/// curled, but not from one line to the next.
bool is_ragged(const std::vector<SetLine>& lines, double edge) {
    constexpr double near_em = 0.4, step_em = 0.2;
    std::vector<double> ends, steps;
    for (const SetLine& line : lines)
        if (std::abs(line.ink_end - edge) < near_em * line.em) ends.push_back(line.ink_end);
    for (std::size_t i = 1; i < ends.size(); ++i)
        steps.push_back(std::abs(ends[i] - ends[i - 1]));
    return steps.size() >= 3 && quantile(steps, 0.5) > step_em * lines.front().em;
}

/// The edge that most line ends share, if there is one and hardly a line goes beyond it.
bool shared_end(const std::vector<SetLine>& lines, double& edge) {
    std::size_t best = 0;
    for (const SetLine& candidate : lines) {
        const auto near = [&](const SetLine& l) { return std::abs(l.ink_end - candidate.ink_end) < 0.4 * l.em; };
        const auto beyond = [&](const SetLine& l) { return l.ink_end > candidate.ink_end + 0.6 * l.em; };
        const auto count = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), near));
        const auto outside = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), beyond));
        if (outside * 10 > lines.size() || count <= best) continue;
        best = count;
        edge = candidate.ink_end;
    }
    return best >= 3 && 2 * best >= lines.size() && !is_ragged(lines, edge);
}

/// Lines with the same things beside them in their column: a picture set into it narrows some of its lines.
struct Beside {
    int left = -1; ///< index of the block that narrows the line, -1: none
    int right = -1;
    bool operator==(const Beside&) const = default;
};

Beside beside(const Page& page, int own, const Box& line, const Box& column, bool vertical, double em) {
    Beside found;
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
        const Block& block = page.blocks[i];
        if (static_cast<int>(i) == own || block.kind == BlockKind::noise) continue;
        const Box box = turned(block.box, vertical);
        if (overlap_y(box, line) * 3 < line.height() || overlap_x(box, column) < 0.5 * em) continue;
        (box.center().x < line.center().x ? found.left : found.right) = static_cast<int>(i);
    }
    return found;
}

/// Beside the captions of one picture lines are set as beside one block; and the line over a picture, or under it, that
/// is as narrow as those beside it is set with them.
void join_beside(const Page& page, const std::vector<SetLine>& lines, const Box& column, std::vector<Beside>& all) {
    constexpr double one_edge_em = 2, level_em = 0.6, narrower_em = 1.5;
    const auto take = [&](std::size_t to, std::size_t from, int Beside::*side) {
        const bool left = side == &Beside::left;
        const int other = all[from].*side;
        int& own = all[to].*side;
        if (other < 0 || own == other) return;
        const bool vertical = line_at(page, lines[to].ref).vertical;
        const auto edge = [&](int block) {
            const Box box = turned(page.blocks[static_cast<std::size_t>(block)].box, vertical);
            return left ? box.right : box.left;
        };
        const double em = lines[to].em;
        const auto end = [&](std::size_t i) { return left ? lines[i].box.left : lines[i].box.right; };
        const double inset = left ? end(to) - column.left : column.right - end(to);
        if (own >= 0 ? std::abs(edge(own) - edge(other)) < one_edge_em * em
                     : std::abs(end(to) - end(from)) < level_em * em && inset > narrower_em * em)
            own = other;
    };
    for (int Beside::*side : {&Beside::left, &Beside::right}) {
        for (std::size_t i = 1; i < lines.size(); ++i)
            take(i, i - 1, side);
        for (std::size_t i = lines.size() - 1; i > 0; --i)
            take(i - 1, i, side);
    }
}

/// round: a picture narrows the lines, maybe not a square one.
void set_edges(std::vector<SetLine>& lines, const std::vector<std::size_t>& group, bool round, bool& justified) {
    constexpr std::size_t window = 6; // the left edge of a scanned column drifts: it is told from the lines around
    std::vector<SetLine> members;
    for (const std::size_t i : group)
        members.push_back(lines[i]);
    double end = 0;
    justified = shared_end(members, end);
    if (!justified) {
        end = members.front().ink_end;
        for (const SetLine& l : members)
            end = std::max(end, l.ink_end);
    }
    for (std::size_t k = 0; k < group.size(); ++k) {
        std::vector<double> starts;
        const std::size_t to = std::min(group.size(), k + window + 1);
        for (std::size_t j = k > window ? k - window : 0; j < to; ++j)
            starts.push_back(members[j].box.left);
        lines[group[k]].start = quantile(starts, 0.15);
        lines[group[k]].end = end;
        if (!round || justified) continue;
        lines[group[k]].end = members[k].ink_end;
        for (const std::size_t j : {k - 1, k + 1})
            if (j < group.size()) lines[group[k]].end = std::max(lines[group[k]].end, members[j].ink_end);
    }
}

std::vector<SetLine> bare_lines(const Page& page, int index) {
    const Block& block = page.blocks[static_cast<std::size_t>(index)];
    std::vector<SetLine> lines;
    const bool wide = is_wide_text(block);
    const double em = em_of(block, wide);
    for (int i = 0; i < static_cast<int>(block.lines.size()); ++i)
        if (block.lines[static_cast<std::size_t>(i)].removed.empty())
            lines.push_back(set_line(block, {index, i}, em, wide));
    return lines;
}

Box around(const std::vector<SetLine>& lines) {
    Box box;
    for (const SetLine& line : lines)
        box = united(box, line.box);
    return box;
}

/// How far the column reaches beyond the block by the blocks that stand above and below it, if nothing else stands
/// there. Another article may be set in wider columns: it counts for few lines, such as entries, in line with its own.
void widen(const Page& page, int own, bool vertical, Setting& setting) {
    constexpr std::size_t enough = 8; // lines, the longest of which tells the column's edge
    constexpr double flush_em = 0.5;
    std::vector<SetLine>& lines = setting.lines;
    const Box mine = around(lines);
    const double em = lines.front().em;
    double start = lines.front().start;
    double end = lines.front().end;
    int others_end = mine.left;
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
        const BlockKind kind = page.blocks[i].kind;
        if (static_cast<int>(i) == own || (kind != BlockKind::paragraph && kind != BlockKind::list)) continue;
        const std::vector<SetLine> other = bare_lines(page, static_cast<int>(i));
        if (other.empty() || other.front().em > 1.25 * em || other.front().em < 0.8 * em) continue;
        const Box box = around(other);
        const bool same_column = overlap_x(box, mine) * 10 >= 8 * std::min(box.width(), mine.width());
        const int inset = std::abs(box.left - mine.left);
        if (!same_column || (lines.size() > 2 && inset > 3 * em)) continue;
        const bool one_article = page.blocks[i].article == page.blocks[static_cast<std::size_t>(own)].article;
        if (!one_article && (lines.size() >= enough || inset > flush_em * em)) continue;
        const Box strip{std::min(box.left, mine.left), mine.top, std::max(box.right, mine.right), mine.bottom};
        const bool is_free = std::none_of(page.blocks.begin(), page.blocks.end(), [&](const Block& b) {
            if (&b == &page.blocks[i] || &b == &page.blocks[static_cast<std::size_t>(own)]) return false;
            const Box shared = intersected(turned(b.box, vertical), strip);
            return b.kind != BlockKind::noise && !shared.empty() && shared.width() > 0.5 * em && shared.height() > em;
        });
        if (!is_free) continue;
        start = std::min<double>(start, box.left);
        end = std::max<double>(end, box.right);
        others_end = std::max(others_end, box.right);
    }
    // Entries that are about as long as each other make no edge: it is far short of the column's. Lines of a character
    // or two are pieces.
    constexpr double too_narrow = 0.7, piece_em = 3, same_edge_em = 0.5;
    if (mine.right - start < too_narrow * (end - start) && mine.width() > piece_em * em) setting.justified = false;
    setting.edge_known = setting.justified || end > lines.front().end || others_end > end - same_edge_em * em;
    for (SetLine& line : lines) {
        if (lines.size() < 3 || setting.centred) line.start = std::min(line.start, start);
        if (!setting.justified) line.end = std::max(line.end, end);
    }
}

template <typename BottomOf>
double pitch_of(const std::vector<SetLine>& lines, BottomOf bottom_of) {
    std::vector<double> steps;
    for (std::size_t i = 1; i < lines.size(); ++i)
        steps.push_back(bottom_of(lines[i]) - bottom_of(lines[i - 1]));
    return steps.empty() ? 0 : quantile(steps, 0.5);
}

bool most_end_early(const Setting& setting) {
    std::size_t early = 0;
    for (std::size_t i = 1; i < setting.lines.size(); ++i)
        early += ends_early(setting.lines[i - 1], setting.lines[i], setting.justified);
    const std::size_t breaks = setting.lines.empty() ? 0 : setting.lines.size() - 1;
    return breaks >= 2 && 10 * early >= 6 * breaks; // one break alone speaks for itself
}

/// Full lines end at one place but for a fraction of an em.
bool ends_sharply(const std::vector<SetLine>& lines) {
    constexpr double off_em = 0.15;
    const auto full = std::ranges::count_if(lines, [](const SetLine& l) { return std::abs(l.room()) < off_em; });
    return full >= 4 && full * 10 >= 7 * std::ssize(lines);
}

/// Lines of verse, addresses, mastheads. Two in a row are chance where nouns have capitals.
bool each_starts_anew(const std::vector<std::u32string>& texts) {
    return std::ranges::all_of(texts, [](const std::u32string& text) {
        const auto first = std::find_if(text.begin(), text.end(), is_word_character);
        const bool anew = first != text.end() && first - text.begin() <= 1 && (is_upper(*first) || is_digit(*first));
        return anew && !is_hyphen(text.back());
    });
}

/// A comma goes on in the next line, but for verse.
bool ends_with_comma(const std::u32string& text) {
    return !text.empty() && text.back() == U',';
}

/// Other than in a paragraph whose last line is centred, the edges of most lines differ.
bool is_centred(const std::vector<SetLine>& lines) {
    if (lines.size() < 2) return false;
    const Box& widest = std::ranges::max_element(lines, {}, [](const SetLine& l) { return l.box.width(); })->box;
    std::size_t inset = 0;
    for (const SetLine& line : lines) {
        if (std::abs(line.box.left + line.box.right - widest.left - widest.right) > line.em) return false;
        inset += line.box.left - widest.left > line.em;
    }
    return 2 * inset >= lines.size();
}

/// A bracket that opens a line of Han text stands in the right half of its cell.
void take_half_cells(const Page& page, std::vector<SetLine>& lines) {
    constexpr double least_em = 0.3, most_em = 0.8; // of white before the bracket
    for (SetLine& line : lines) {
        const std::u32string text = code_points(line_text(line_at(page, line.ref)));
        if (!text.empty() && opens(text.front()) && line.indent() > least_em && line.indent() < most_em)
            line.box.left = static_cast<int>(line.start);
    }
}

/// White that is left behind the line with a blank and so much more, in em.
double room_with(const SetLine& line, double width) {
    return line.room() - blank_em - width;
}

void set_flush(std::vector<SetLine>& lines) {
    for (SetLine& line : lines) {
        const int inset = static_cast<int>(line.box.left - line.start);
        line.box.left -= inset;
        line.box.right -= inset;
        line.ink_end -= inset;
    }
}

} // namespace

double room_behind(const SetLine& line, const SetLine& next) {
    return room_with(line, next.first / next.em);
}

bool ends_early(const SetLine& line, const SetLine& next, bool justified) {
    return (justified && (line.room() > 1.2 || line.is_centred())) || room_with(line, next.least / next.em) > 0.3;
}

Setting setting_of(const Page& page, int block) {
    Setting setting;
    setting.lines = bare_lines(page, block);
    if (setting.lines.empty()) return setting;
    const Block& own = page.blocks[static_cast<std::size_t>(block)];
    const bool vertical = own.lines.front().vertical;
    const Box column = around(setting.lines);
    std::vector<Beside> neighbours;
    for (const SetLine& line : setting.lines)
        neighbours.push_back(beside(page, block, line.box, column, vertical, line.em));
    join_beside(page, setting.lines, column, neighbours);
    std::vector<bool> done(setting.lines.size(), false);
    bool whole_column = false;
    for (std::size_t i = 0; i < setting.lines.size(); ++i) {
        if (done[i]) continue;
        std::vector<std::size_t> group;
        for (std::size_t j = i; j < setting.lines.size(); ++j)
            if (neighbours[j] == neighbours[i]) group.push_back(j), done[j] = true;
        bool justified = false;
        const int right = neighbours[i].right;
        const bool picture = right >= 0 && page.blocks[static_cast<std::size_t>(right)].kind == BlockKind::picture;
        set_edges(setting.lines, group, picture, justified);
        setting.justified = setting.justified || justified;
        whole_column = whole_column || (!picture && group.size() == setting.lines.size());
    }
    setting.edge_known = setting.justified;
    setting.centred = is_centred(setting.lines);
    if (setting.centred)
        for (SetLine& line : setting.lines)
            line.start = column.left;
    if (whole_column) widen(page, block, vertical, setting);
    if (setting.centred) set_flush(setting.lines);
    const bool wide = is_wide_text(own);
    if (wide) take_half_cells(page, setting.lines);
    setting.sharp = setting.justified && !wide && ends_sharply(setting.lines);
    setting.pitch = pitch_of(setting.lines, [](const SetLine& line) { return line.box.bottom; });
    setting.foot_pitch = pitch_of(setting.lines, [](const SetLine& line) { return line.foot; });
    std::vector<std::u32string> texts;
    for (const SetLine& line : setting.lines)
        texts.push_back(code_points(line_text(line_at(page, line.ref))));
    setting.each_anew = !setting.justified && each_starts_anew(texts);
    const std::size_t few = setting.centred ? 3 : 4;
    const bool entries = setting.each_anew && texts.size() >= few && std::ranges::none_of(texts, ends_with_comma);
    setting.list_like = entries || most_end_early(setting);
    const auto led = std::ranges::count_if(texts, is_led);
    setting.has_leaders = led > 0 && led * 4 >= std::ssize(texts);
    return setting;
}

bool is_led(std::u32string_view line) {
    return line.find(U"...") != std::u32string_view::npos;
}

} // namespace broadsheet::mend
