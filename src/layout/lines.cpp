// SPDX-License-Identifier: Apache-2.0
#include "layout/box_index.h"
#include "layout/channels.h"
#include "layout/text_lines.h"
#include "page/median.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

constexpr double kLarge = 1.6;     // text heights: of a headline
constexpr double kLeastMark = 0.1; // of its height: its dots and commas are larger than dust
constexpr size_t kFewMarks = 4;
constexpr double kComma = 0.6;   // of the letters' height: white before it, or behind it and before the next word
constexpr double kAside = 4;     // of the larger one's height: what is further off and of another size is another line
constexpr double kNoBlank = 1.5; // text heights of white beside marks or low letters that fill a wide gap: a Han
                                 // quotation mark, and a blank
constexpr double kFilled = 4;    // of the letters' height: with letters too low for a segment of their own
constexpr double kTab = 1.5;     // text heights
constexpr double kWord = 1.5;    // times as wide as high: letters that touch, one with a tail and another a tall one

/// Is none of the characters taller than the others?
bool is_even(const std::vector<Box>& cells) {
    constexpr double slack = 1.25;
    const auto [low, high] = std::minmax_element(cells.begin(), cells.end(),
                                                 [](const Box& a, const Box& b) { return a.height() < b.height(); });
    return high->height() < slack * low->height();
}

/// Of each segment, is it in print of its own size: is a row of such letters set close over or under it, or such a word
/// beside it?
std::vector<char> own_print(const std::vector<Segment>& segments, const std::vector<Gap>& gaps, double text_height) {
    std::vector<char> own = stacked_print(segments, text_height);
    const auto is_word = [](const Segment& s) { return s.cells.size() > 1 && s.box.width() > s.box.height(); };
    for (const Gap& gap : gaps) {
        const Segment &a = segments[gap.left], &b = segments[gap.right];
        const auto [low, high] = std::minmax(a.height, b.height);
        if (!gap.gutter && gap.box.width() < low && 4 * high <= 5 * low && is_word(a) && is_word(b))
            own[gap.left] = own[gap.right] = 1;
    }
    return own;
}

/// Neighbours of a row that may stand in one line: level, and of one size unless they touch nearly. own: is the lower
/// one in print of its own size?
bool same_line(const Segment& a, const Segment& b, const Gap& gap, bool own, double text_height) {
    const Segment& low = a.height < b.height ? a : b;
    const Segment& high = a.height < b.height ? b : a;
    if (gap.box.width() > kAside * high.height && high.height * 4 > low.height * 5 && !gap.in_table) return false;
    // Quotation marks, small figures, commas: a small one may hang lower. A line of small type beside is none of them.
    const bool small = low.height * 5 < high.height * 3;
    const bool comma = low.cells.size() == 1 && gap.box.width() < kComma * high.height &&
                       low.box.top < high.box.bottom && low.box.bottom > high.box.bottom;
    if (low.height * 2 < high.height && ((own && !comma) || low.height < kLeastMark * high.height)) return false;
    const int above = high.height / 7, below = high.height / (small ? 3 : 7);
    if (gap.box.width() < (small && high.height > kLarge * text_height ? 1 : 2) * high.height &&
        (!small || low.cells.size() <= kFewMarks) && low.box.top >= high.box.top - above &&
        low.box.bottom <= high.box.bottom + below)
        return true;
    // A word without tall letters and with a descender stands lower than its neighbours; so do its first letters where
    // the others, too low for a segment of their own, fill the gap.
    const bool filled = gap.white * 2 < low.height && gap.box.width() < kFilled * low.height;
    if ((filled || gap.box.width() < 1.5 * low.height) && high.height * 5 < low.height * 8 &&
        overlap_y(a.box, b.box) * 2 > std::min(a.box.height(), b.box.height()))
        return true;
    // Or, without any but x-high letters, on their baseline.
    const bool on_baseline = std::abs(low.box.bottom - high.box.bottom) * 7 <= low.height;
    if (gap.box.width() < high.height && high.height < 2 * low.height && on_baseline && is_even(low.cells)) return true;
    const bool row = gap.led || gap.in_table;
    const double ratio = gap.box.width() < low.height || row ? 2.2 : 1.6;
    // Dots lead from the one to the other, however far, or both are cells of a table, some of low old-style figures; a
    // word that hangs below its base hides that it leans.
    if (row && high.height <= ratio * low.height && std::abs(base_of(a) - base_of(b)) * 2 <= low.height) return true;
    const int bottoms = std::abs(a.box.bottom - b.box.bottom);
    const int centers = std::abs(a.box.center().y - b.box.center().y);
    return high.height <= ratio * low.height && std::min(bottoms, centers) <= 0.35 * low.height &&
           centers <= 0.6 * low.height;
}

/// Joins what became of the rows where one segment alone (a large comma, a bracket, a short word) did not fit its
/// neighbour: as wholes the pieces are level.
void join_pieces(Groups& groups, const std::vector<Segment>& segments, const std::vector<Gap>& gaps,
                 double text_height) {
    std::vector<Box> piece(segments.size()); // at the root of each
    for (int i = 0; i < static_cast<int>(segments.size()); ++i)
        piece[groups.root(i)] = united(piece[groups.root(i)], segments[i].box);
    const auto join_level = [&](const Gap& gap) {
        const int a = groups.root(gap.left), b = groups.root(gap.right);
        if (a == b || gap.gutter || gap.box.width() > (gap.white < kNoBlank * text_height ? 3 : 2) * text_height)
            return;
        if (segments[gap.left].parts.empty() || segments[gap.right].parts.empty()) return;
        const int low = std::min(piece[a].height(), piece[b].height());
        const int high = std::max(piece[a].height(), piece[b].height());
        const bool mark = low < 0.8 * text_height && gap.box.width() < 0.4 * text_height;
        // Words without tall letters or tails, or a comma, behind words that have both.
        const bool within =
            overlap_y(piece[a], piece[b]) == low && gap.white < text_height && high < kLarge * text_height;
        const double ratio = mark && within ? 3.2 : mark || within ? 2.2 : 1.6;
        if (overlap_y(piece[a], piece[b]) * 10 < (mark ? 3 : 7) * low || high > ratio * low) return;
        if (overlap_x(piece[a], piece[b]) > 0) return;
        groups.join(a, b);
        piece[groups.root(a)] = united(piece[a], piece[b]);
    };
    for (int round = 0; round < 2; ++round) // a comma joins its word first
        for (const Gap& gap : gaps)
            join_level(gap);
}

/// A lone mark, lower than letters, close beside the letters of a row: an apostrophe where the row has no tall ones.
bool is_mark_of_row(int i, const std::vector<Box>& rows, const BoxIndex& index, double text_height) {
    constexpr double low = 0.45, close = 0.4; // text heights
    const Box& mark = rows[i];
    if (std::max(mark.width(), mark.height()) > low * text_height) return false;
    const std::vector<int> near = index.touching(grown(mark, static_cast<int>(close * text_height), 0));
    return std::any_of(near.begin(), near.end(), [&](int k) {
        return k != i && rows[k].height() > low * text_height && rows[k].width() > text_height &&
               rows[k].top <= mark.center().y && rows[k].bottom > mark.center().y;
    });
}

double quantile(std::vector<int> values, double q) {
    if (values.empty()) return 0;
    const auto at = values.begin() + static_cast<long>(std::ceil(q * static_cast<double>(values.size() - 1)));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// Of all the ink in the box: its pixels over those of its edge, which runs along both sides of a stroke.
double stroke_of(const cv::Mat& ink, const cv::Mat& edges, const Box& b) {
    const cv::Rect area = cv::Rect(b.left, b.top, b.width(), b.height()) & cv::Rect(0, 0, ink.cols, ink.rows);
    return 2.0 * cv::countNonZero(ink(area)) / std::max(1, cv::countNonZero(edges(area)));
}

/// A parenthesis or such: narrow, and from over the letters of its row, which stand on base, to under them.
bool is_bracket(const Box& cell, int base, int height) {
    return cell.width() * 3 <= cell.height() && (cell.bottom - base) * 8 > height &&
           (base - cell.top) * 10 > 7 * height;
}

/// The heights of the cells but for brackets, a pair of which makes a line of few characters look larger; all where
/// there is nothing else. height: of the row.
std::vector<int> letter_heights(const std::vector<Box>& cells, int height) {
    constexpr std::size_t few = 25; // of more, two are none of the highest twelfth
    std::vector<int> all, letters, bottoms;
    for (const Box& cell : cells) {
        all.push_back(cell.height());
        bottoms.push_back(cell.bottom);
    }
    if (cells.empty() || cells.size() > few) return all;
    const auto base = bottoms.begin() + (std::ssize(bottoms) - 1) / 3; // half of them may be brackets
    std::nth_element(bottoms.begin(), base, bottoms.end());
    for (const Box& cell : cells)
        if (!is_bracket(cell, *base, height)) letters.push_back(cell.height());
    return letters.empty() ? all : letters;
}

void measure(TextLine& line, const cv::Mat& ink, const cv::Mat& edges) {
    std::vector<Box> tall;
    std::vector<int> bottoms;
    for (const Box& cell : line.cells) {
        if (cell.height() * 5 < line.height * 2) continue;
        tall.push_back(cell);
        bottoms.push_back(cell.bottom);
    }
    const int base = median(bottoms);
    for (Box& cell : tall)
        if (cell.top < base && cell.width() > kWord * cell.height() && (cell.bottom - base) * 8 > cell.height())
            cell.bottom = base;
    const std::vector<int> heights = letter_heights(tall, line.height);
    line.height = static_cast<int>(quantile(heights, 0.92));
    line.x_height = median(heights);
    line.stroke = stroke_of(ink, edges, line.box);
    line.baseline = {{line.box.left, base}, {line.box.right, base}};
}

/// Where the letters of the row stand near x.
int base_near(const TextLine& line, int x) {
    std::vector<int> bottoms;
    for (const Box& cell : line.cells)
        if (std::abs(cell.center().x - x) < 4 * line.height) bottoms.push_back(cell.bottom);
    return bottoms.empty() ? line.box.bottom : median(bottoms);
}

/// The row a small blob (dot, comma, hyphen, accent) belongs to: the one nearest to it, upright distance counting most.
/// Under a row's long letters, a row that it is level with goes before: a quotation mark at its end stands there.
class SmallParts {
public:
    SmallParts(std::vector<TextLine>& lines, const std::vector<Rule>& rules, double text_height)
        : lines_(lines), rules_(rules), t_(text_height), boxes_(boxes_of(lines)),
          index_(boxes_, static_cast<int>(4 * text_height)) {}

    /// False: it is near none.
    bool give(const std::vector<Component>& components, int i) {
        const Box& b = components[i].box;
        int best = -1, level = -1;
        double least = 1e9, beside = 1e9;
        for (const int k : index_.touching(grown(b, static_cast<int>(1.2 * t_), static_cast<int>(0.6 * t_)))) {
            const TextLine& line = lines_[k];
            const double dx = std::max(0, -overlap_x(b, boxes_[k]));
            const double dy = std::max(0, -overlap_y(b, boxes_[k]));
            const double h = line.height;
            // Between a closing quotation mark and the next Han character stands the white of half of one.
            if (dx > (dy > 0 ? 0.9 : 1.1) * h || dy > 0.45 * h || rule_between(b, boxes_[k])) continue;
            const double d = 2 * dy + dx + 0.05 * std::abs(b.center().y - boxes_[k].center().y);
            if (d < least) least = d, best = k;
            if (dy == 0 && dx < beside) beside = dx, level = k;
        }
        if (best < 0) return false;
        const bool under = level >= 0 && b.top >= boxes_[best].bottom;
        if (under && beside < 2 * (b.top - base_near(lines_[best], b.center().x))) best = level;
        const double h = lines_[best].height; // dust near a headline is none of its marks
        if (h > kLarge * t_ && std::max(b.width(), b.height()) < kLeastMark * h) return true;
        lines_[best].parts.push_back(i);
        lines_[best].box = united(lines_[best].box, b);
        return true;
    }

private:
    bool rule_between(const Box& a, const Box& b) const {
        for (const Rule& rule : rules_) {
            if (rule.vertical ? overlap_y(rule.box, a) <= 0 : overlap_x(rule.box, a) <= 0) continue;
            const int r = rule.vertical ? rule.box.center().x : rule.box.center().y;
            const int p = rule.vertical ? a.center().x : a.center().y;
            const int q = rule.vertical ? b.center().x : b.center().y;
            if (!rule.vertical && (p < r) != (q < r)) return true;
            if (rule.vertical && (a.right <= r) != (b.right <= r) && (a.left >= r) != (b.left >= r)) return true;
        }
        return false;
    }

    std::vector<TextLine>& lines_;
    const std::vector<Rule>& rules_;
    double t_;
    std::vector<Box> boxes_; // of the rows before any small part came
    BoxIndex index_;
};

} // namespace

std::vector<TextLine> find_lines(const cv::Mat& ink, const std::vector<Component>& components,
                                 const std::vector<Segment>& segments, const std::vector<Gap>& gaps,
                                 const std::vector<Rule>& rules, double text_height) {
    Groups groups(static_cast<int>(segments.size()));
    const auto is_text = [&](int i) { return !segments[i].parts.empty(); };
    const std::vector<char> own = own_print(segments, gaps, text_height);
    for (const Gap& gap : gaps) {
        const bool left_lower = segments[gap.left].height < segments[gap.right].height;
        if (!gap.gutter && is_text(gap.left) && is_text(gap.right) &&
            same_line(segments[gap.left], segments[gap.right], gap, own[left_lower ? gap.left : gap.right],
                      text_height))
            groups.join(gap.left, gap.right);
    }

    join_pieces(groups, segments, gaps, text_height);

    std::vector<int> tabs(segments.size(), 0); // at the root of each line
    for (const Gap& gap : gaps)
        if (gap.in_table && !gap.behind_mark && gap.white > kTab * text_height &&
            groups.root(gap.left) == groups.root(gap.right))
            ++tabs[groups.root(gap.left)];

    const auto sets = groups.sets();
    std::vector<Box> rows;
    for (const auto& set : sets) {
        Box row;
        for (const int k : set)
            if (is_text(k)) row = united(row, segments[k].box);
        rows.push_back(row);
    }
    const BoxIndex near_rows(rows, static_cast<int>(4 * text_height));
    std::vector<TextLine> lines;
    std::vector<char> used(components.size(), 0);
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const auto& set = sets[i];
        if (!is_text(set.front()) || is_mark_of_row(static_cast<int>(i), rows, near_rows, text_height)) continue;
        TextLine line;
        for (const int k : set) {
            line.box = united(line.box, segments[k].box);
            line.height = std::max(line.height, segments[k].height);
            line.parts.insert(line.parts.end(), segments[k].parts.begin(), segments[k].parts.end());
            line.cells.insert(line.cells.end(), segments[k].cells.begin(), segments[k].cells.end());
        }
        for (const int i : line.parts)
            used[i] = 1;
        line.tabs = tabs[groups.root(set.front())];
        lines.push_back(line);
    }
    // In rounds: a dash behind a quotation mark is near the row only when the mark has joined it.
    std::vector<int> small;
    for (int i = 0; i < static_cast<int>(components.size()); ++i)
        if (!used[i] && std::max(components[i].box.width(), components[i].box.height()) >= 0.1 * text_height)
            small.push_back(i);
    for (size_t before = 0; small.size() != before;) {
        before = small.size();
        SmallParts rows(lines, rules, text_height);
        std::erase_if(small, [&](int i) { return rows.give(components, i); });
    }
    cv::Mat edges;
    cv::erode(ink, edges, cv::Mat());
    edges = ink - edges;
    for (TextLine& line : lines)
        measure(line, ink, edges);
    return lines;
}

} // namespace broadsheet
