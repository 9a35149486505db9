// SPDX-License-Identifier: Apache-2.0
#include "layout/tables.h"

#include "page/median.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

namespace {

// Text heights: less white stands within a cell, a comma of a Han character's width too ...
constexpr double kBlank = 1.5;
constexpr double kOverBlank = 2.5;  // ... and less than this many of the page's usual blanks
constexpr double kLeast = 0.3;      // text heights of white between a label or number and what it stands before
constexpr double kNarrow = 5;       // text heights that four in five of a narrow column's cells do not exceed ...
constexpr double kFigures = 3.2;    // ... or, of figures alone, this
constexpr double kWidest = 12;      // ... and but one in ten, a line of text over it, not this: its head
constexpr double kMark = 3;         // text heights: a number in brackets, a bullet
constexpr double kFarMark = 4;      // text heights of white behind a mark at most ...
constexpr double kBehindMark = 2.5; // ... and where there are few
constexpr double kFurther = 3;      // text heights to the next lines of a list's entry
constexpr double kLevel = 0.15;     // text heights by which the cells of a row may stand off each other ...
constexpr double kSlope = 0.01;     // ... and of the white between them, where the page leans or is curled
constexpr double kPast = 5;         // text heights
constexpr double kOffLevel = 0.3;   // text heights by which rows of two columns stand off each other
constexpr size_t kFewest = 3;       // rows
constexpr double kFlush = 0.35;     // text heights
constexpr double kMereBlank = 5;    // times a gap may be wider
constexpr double kSameType = 1.6;   // of the cells' heights: Han characters and figures

/// The cells on one side of a gap's rows.
struct Side {
    std::vector<int> widths, lefts, rights;
    bool narrow(double t, double usual = kNarrow) const {
        if (widths.empty()) return false;
        std::vector<int> sorted = widths;
        std::sort(sorted.begin(), sorted.end());
        const size_t size = sorted.size();
        return sorted[(size * 4 - 1) / 5] <= usual * t && sorted[size - 1 - size / 10] <= kWidest * t;
    }
    bool wider_than(const Side& other) const { return median(widths) > 2 * median(other.widths); }
    static bool flush(const std::vector<int>& edges, double t) {
        const int middle = median(edges);
        const auto off = [&](int edge) { return std::abs(edge - middle) > kFlush * t; };
        return std::count_if(edges.begin(), edges.end(), off) * 5 <= std::ssize(edges);
    }
    /// A column of running text, justified.
    bool is_text(double t) const { return median(widths) > kWidest * t && flush(lefts, t) && flush(rights, t); }
    /// As figures of one length.
    bool even(double t) const { return narrow(t, kFigures) && flush(rights, t); }
    /// Set as figures are.
    bool flush_right(double t) const { return flush(rights, t) && !flush(lefts, t); }
    void add(const Box& cell) {
        widths.push_back(cell.width());
        lefts.push_back(cell.left);
        rights.push_back(cell.right);
    }
};

class Tables {
public:
    Tables(std::vector<Gap>& gaps, const std::vector<Segment>& segments, const Neighbours& next,
           const BoxIndex& segment_index, const std::vector<Rule>& rules, int usual_blank, double t)
        : gaps_(gaps), segments_(segments), next_(next), index_(segment_index), rules_(rules), t_(t),
          blank_(std::max(kBlank * t, kOverBlank * usual_blank)), of_index_(gaps.size(), 0) {}

    void mark(const std::vector<Channel>& channels) {
        find_cells();
        index_gutters_ = index_gutters(channels);
        std::transform(gaps_.begin(), gaps_.end(), of_index_.begin(),
                       [&](const Gap& gap) { return is_of_index(gap.box); });
        if (!index_gutters_.empty()) find_cells();
        std::vector<int> tables, undecided;
        std::vector<std::vector<int>> alike(gaps_.size());
        for (int k = 0; k < static_cast<int>(gaps_.size()); ++k) {
            if (of_index_[k]) continue;
            if (is_in_entry(k)) {
                tables.push_back(k);
                continue;
            }
            if (!between_cells(gaps_[k])) continue;
            const double least = gaps_[k].white / kMereBlank;
            alike[k] = rows_like(k, channels[k].members, least);
            gaps_[k].behind_mark = is_mark(k, alike[k]);
            const bool may_be_table = alike[k].size() >= kFewest && !parts_tables(alike[k]) && is_level(alike[k]);
            // Of a wide gap, rows parted by as much as a gutter's white count too.
            const auto is_table_with_gutters = [&] {
                return blank_ >= least || is_table(rows_like(k, channels[k].members, blank_));
            };
            if (gaps_[k].behind_mark || (may_be_table && is_table(alike[k]) && is_table_with_gutters()))
                tables.push_back(k);
            else if (may_be_table)
                undecided.push_back(k);
        }
        for (const int k : tables)
            gaps_[k].in_table = true;
        mark_figures(undecided, alike);
        // Columns of figures of one length are told from words by the columns beside them, and so are labels by what
        // stands behind their titles.
        std::vector<int> more;
        for (const int k : undecided) {
            const auto [left, right] = sides(alike[k]);
            if (left.narrow(t_) && (right.narrow(t_) ? beside_table(alike[k]) : before_table(alike[k])))
                more.push_back(k);
        }
        for (const int k : more)
            gaps_[k].in_table = true;
        for (std::size_t k = 0; k < gaps_.size(); ++k)
            gaps_[k].in_table = (gaps_[k].in_table && !is_only_ruled(static_cast<int>(k))) || gaps_[k].led;
    }

private:
    /// Three columns of figures or more, each of one length: most rows hold two of their gaps.
    void mark_figures(const std::vector<int>& undecided, const std::vector<std::vector<int>>& rows) {
        std::vector<char> figures(gaps_.size(), 0);
        for (const int k : undecided) {
            const auto [left, right] = sides(rows[k]);
            figures[k] = left.even(t_) && right.even(t_);
        }
        const auto parts_figures = [&](int gap) { return figures[gap] != 0; };
        for (const int k : undecided)
            if (figures[k] && mostly(rows[k], [&](int row) { return any_in_row(row, parts_figures); }))
                gaps_[k].in_table = true;
    }

    void find_cells() {
        left_cells_.clear();
        right_cells_.clear();
        entries_.clear();
        for (const Gap& gap : gaps_) {
            left_cells_.push_back(cell(gap.left, next_.before, false));
            right_cells_.push_back(cell(gap.right, next_.behind, true));
        }
        for (int k = 0; k < static_cast<int>(gaps_.size()); ++k)
            entries_.push_back(parts_entries(k));
    }

    /// An index's columns may stand nearer to each other than a table's.
    bool ends_cell(int gap) const { return gaps_[gap].white >= blank_ || of_index_[gap]; }

    bool is_text(int segment) const { return !segments_[segment].parts.empty(); }

    /// No pictures, no letters over an index's entries.
    bool are_words(const Gap& gap) const {
        return is_text(gap.left) && is_text(gap.right) && !is_index_letter(segments_[gap.left], t_) &&
               !is_index_letter(segments_[gap.right], t_);
    }

    bool between_cells(const Gap& gap) const {
        if (gap.white < kLeast * t_ || !are_words(gap)) return false;
        const int a = segments_[gap.left].height, b = segments_[gap.right].height;
        return std::max(a, b) <= kSameType * std::min(a, b) && std::min(a, b) > 0.5 * t_;
    }

    /// Rows in the gap's type, parted by that much white at least: a running head is no row of what stands under it,
    /// nor is a line of text over a table, parted by a mere blank. Few that are parted between other columns are none;
    /// where cells are empty many are.
    std::vector<int> rows_like(int index, const std::vector<int>& rows, double least) const {
        const auto height = [&](const Gap& g) { return std::min(segments_[g.left].height, segments_[g.right].height); };
        const Gap& gap = gaps_[index];
        std::vector<int> alike, same;
        for (const int k : rows) {
            const int high = std::max(height(gap), height(gaps_[k])), low = std::min(height(gap), height(gaps_[k]));
            if (!between_cells(gaps_[k]) || high > kSameType * low || gaps_[k].white < least) continue;
            alike.push_back(k);
            if (overlap_x(left_cells_[k], left_cells_[index]) > 0 &&
                overlap_x(right_cells_[k], right_cells_[index]) > 0)
                same.push_back(k);
        }
        return same.size() * 4 >= alike.size() * 3 ? same : alike;
    }

    /// The stretch of words that begins behind the gap, or ends before it.
    Box cell(int segment, const std::vector<int>& next, bool to_right) const {
        Box box = segments_[segment].box;
        for (int k = next[segment]; k >= 0 && !ends_cell(k); k = next[segment]) {
            segment = to_right ? gaps_[k].right : gaps_[k].left;
            if (!is_text(segment)) break;
            box = united(box, segments_[segment].box);
        }
        return box;
    }

    std::pair<Side, Side> sides(const std::vector<int>& rows) const {
        std::pair<Side, Side> out;
        for (const int k : rows) {
            out.first.add(left_cells_[k]);
            out.second.add(right_cells_[k]);
        }
        return out;
    }

    /// From the first of the rows to the last.
    Box extent_of(const std::vector<int>& rows) const {
        Box extent;
        for (const int k : rows)
            extent = united(extent, gaps_[k].box);
        return extent;
    }

    /// A rule between columns of the page runs past the rows; one of a table ends with it.
    bool parted_by_rule(const std::vector<int>& rows) const {
        const Box extent = extent_of(rows);
        const int past = static_cast<int>(kPast * t_);
        return std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
            const int x = rule.box.center().x;
            return rule.vertical && x > gaps_[rows.front()].box.left && x < gaps_[rows.front()].box.right &&
                   overlap_y(rule.box, extent) > 0 &&
                   (rule.box.top < extent.top - past || rule.box.bottom > extent.bottom + past);
        });
    }

    bool has_rule(int gap) const {
        const Box& box = gaps_[gap].box;
        return std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
            const int x = rule.box.center().x;
            return rule.vertical && x > box.left && x < box.right && overlap_y(rule.box, box) * 2 > box.height();
        });
    }

    /// The gap at the end of the segment's cell; -1: none.
    int gap_after(int segment, bool behind) const {
        const std::vector<int>& next = behind ? next_.behind : next_.before;
        int k = next[segment];
        while (k >= 0 && !ends_cell(k) && !gaps_[k].led)
            k = next[behind ? gaps_[k].right : gaps_[k].left];
        return k;
    }

    /// The gap on the far side of the cell before the gap (behind it); -1: none.
    int gap_beyond(int gap, bool behind) const {
        return gap_after(behind ? gaps_[gap].right : gaps_[gap].left, behind);
    }

    /// Does an entry end before the gap, with the number that dots lead to, and another begin behind it, or text?
    bool parts_entries(int gap) const {
        const int before = gap_beyond(gap, false);
        return before >= 0 && gaps_[before].led &&
               (right_cells_[gap].width() > kNarrow * t_ || any_behind(gap, [&](int g) { return gaps_[g].led; }));
    }

    bool is_number(int segment) const { return segments_[segment].box.width() <= kFigures * t_; }

    /// Is it a number that stands far behind its entry, alone or with few others? No line of a column of text ends so.
    bool ends_entry(int segment) const {
        const int k = gap_after(segment, false);
        return k >= 0 && is_number(segment) && segments_[segment].box.right - gaps_[k].box.right <= kNarrow * t_;
    }

    /// Does an entry begin with it whose number stands far behind?
    bool begins_entry(int segment) const {
        const int k = gap_after(segment, true);
        return k >= 0 && is_number(gaps_[k].right);
    }

    /// Are entries before the white out of level with those behind it, anywhere on the page? A table's rows never are.
    bool is_out_of_level(const Box& white) const {
        const int flush = static_cast<int>(kFlushText * t_);
        std::size_t off = 0;
        for (int i = 0; i < static_cast<int>(segments_.size()); ++i) {
            const Segment& number = segments_[i];
            if (std::abs(number.box.right - white.left) > flush || !ends_entry(i)) continue;
            const std::vector<int> beside =
                index_.touching({white.right - flush, number.box.top, white.right + flush + 1, number.box.bottom});
            off += std::any_of(beside.begin(), beside.end(), [&](int j) {
                return std::abs(segments_[j].box.left - white.right) <= flush && begins_entry(j) &&
                       std::abs(base_of(number) - base_of(segments_[j])) > kOffLevel * t_;
            });
        }
        return off >= kFewest;
    }

    /// An entry ends before the gap and another begins behind it: nearer to each other than a table's cells, and of one
    /// width, in a row that ends with a number? A list's numbers stand before its text.
    bool parts_equal_entries(int gap) const {
        const Gap& g = gaps_[gap];
        if (g.white >= blank_ || is_number(g.right)) return false;
        const int number = gaps_[gap_after(g.right, true)].right;
        const int start = g.box.left - (segments_[number].box.right - g.box.right);
        int last = gap;
        while (next_.behind[gaps_[last].right] >= 0)
            last = next_.behind[gaps_[last].right];
        return gaps_[last].white >= blank_ && is_number(gaps_[last].right) && !lines_from(start, g.box).empty();
    }

    /// The gutters between columns of entries with dots, or of such as are not level elsewhere or of one width, and the
    /// rows next to them: the letters of an index, centred over its entries, are no cells of those beside them. Farther
    /// off they go on where text begins flush behind them.
    std::vector<Box> index_gutters(const std::vector<Channel>& channels) const {
        std::vector<char> bare, equal; // of each gap, which is a member of many channels
        for (int k = 0; k < static_cast<int>(gaps_.size()); ++k) {
            bare.push_back(ends_entry(gaps_[k].left) && begins_entry(gaps_[k].right));
            equal.push_back(bare[k] && parts_equal_entries(k));
        }
        std::vector<Box> gutters;
        for (const Channel& c : channels) {
            const auto many = [&](const std::vector<char>& parts) {
                const auto entries = std::count_if(c.members.begin(), c.members.end(), [&](int k) { return parts[k]; });
                return entries >= static_cast<std::ptrdiff_t>(kFewest) && entries * 3 >= c.rows();
            };
            if (many(entries_) || (many(bare) && is_out_of_level(c.box)) || many(equal))
                gutters.push_back(grown(c.box, 0, static_cast<int>(kRowReach * t_)));
        }
        return gutters;
    }

    bool is_of_index(const Box& gap) const {
        return std::any_of(index_gutters_.begin(), index_gutters_.end(), [&](const Box& gutter) {
            const bool goes_on = overlap_y(gap, gutter) > 0 || std::abs(gap.right - gutter.right) <= kFlush * t_;
            return goes_on && overlap_x(gap, gutter) * 10 >= 9 * gutter.width();
        });
    }

    /// Is it before the number of an index's entry, which ends before a gutter or, the last of its row, begins behind
    /// one? Between the index's letters there may be one such row alone, on a page that is curled it may not be level,
    /// and old-style figures are low.
    bool is_in_entry(int gap) const {
        const Gap& g = gaps_[gap];
        if (g.white < blank_ || !is_number(g.right) || !are_words(g)) return false;
        const int behind = next_.behind[g.right], before = gap_beyond(gap, false);
        if (behind >= 0 ? of_index_[behind] : before >= 0 && of_index_[before]) return true;
        const auto are_flush = [&](int a, int b) { return std::abs(a - b) <= kFlush * t_; };
        const auto is_beside = [&](const Box& gutter) {
            return are_flush(segments_[g.right].box.right, gutter.left) ||
                   (behind < 0 && are_flush(left_cells_[gap].left, gutter.right));
        };
        return std::any_of(index_gutters_.begin(), index_gutters_.end(), is_beside);
    }

    /// Do the cells on both sides stand on one line? Those of two columns of text do in some rows only.
    bool is_level(const std::vector<int>& rows) const {
        const auto off = [&](int k) {
            const Gap& gap = gaps_[k];
            return std::abs(base_of(segments_[gap.left]) - base_of(segments_[gap.right])) >
                   kLevel * t_ + kSlope * gap.box.width();
        };
        return std::count_if(rows.begin(), rows.end(), off) * 3 <= std::ssize(rows);
    }

    /// Where its letters stand: most have no tails, but of old-style figures most do.
    static int base_of(const Segment& segment) {
        std::vector<int> bottoms;
        for (const Box& cell : segment.cells)
            if (cell.height() * 2 > segment.height) bottoms.push_back(cell.bottom);
        if (bottoms.empty()) return segment.box.bottom;
        const auto base = bottoms.begin() + std::ssize(bottoms) / 5;
        std::nth_element(bottoms.begin(), base, bottoms.end());
        return *base;
    }

    /// A rule stands in it and in no other gap of its row: it parts two tables. In a ruled one each column has its own.
    bool is_only_ruled(int gap) const {
        const auto is_bare = [&](int k) { return k >= 0 && !has_rule(k); };
        return has_rule(gap) && is_bare(gap_beyond(gap, false)) && is_bare(gap_beyond(gap, true));
    }

    /// Behind a list's numbers or bullets: the white before its further lines, which stand in, reaches over these, or
    /// these are the first in their column.
    bool is_mark(int gap, const std::vector<int>& rows) const {
        const Box& mark = left_cells_[gap];
        const int before = next_.before[gaps_[gap].left];
        if (before >= 0 && gaps_[before].led) return false; // it ends an entry of the column before
        if (mark.width() > kMark * t_ || gaps_[gap].white > kFarMark * t_ || parted_by_rule(rows) || has_rule(gap))
            return false;
        std::vector<int> marked;
        std::ptrdiff_t others = 0, over = 0;
        for (const int k : rows) {
            if (gaps_[k].white < 2 * gaps_[gap].white && left_cells_[k].width() <= kMark * t_) {
                marked.push_back(k);
                continue;
            }
            ++others;
            over += gaps_[k].box.left <= mark.left + kFlush * t_;
        }
        const auto [left, right] = sides(marked);
        const std::vector<int> lines =
            lines_from(median(right.lefts), grown(extent_of(marked), 0, static_cast<int>(kFurther * t_)));
        const bool is_first = before < 0;
        const auto further =
            over +
            (is_first ? std::count_if(lines.begin(), lines.end(), [&](int i) { return next_.before[i] < 0; }) : 0);
        if (over * 5 < others * 4 || further * 2 < std::ssize(marked)) return false;
        if (marked.size() < kFewest &&
            (gaps_[gap].white > kBehindMark * t_ || marked.size() + static_cast<size_t>(further) < kFewest))
            return false;
        return median(right.widths) > 3 * median(left.widths) && Side::flush(right.lefts, t_) &&
               (Side::flush(left.lefts, t_) || Side::flush(left.rights, t_));
    }

    /// Is it a gutter beside tables, or between two?
    bool parts_tables(const std::vector<int>& rows) const {
        if (mostly(rows, [&](int k) { return entries_[k] || is_only_ruled(k); })) return true;
        const auto [left, right] = sides(rows);
        const auto is_wide = [&](int k) { return k >= 0 && gaps_[k].white >= blank_; };
        return (right.is_text(t_) && mostly(rows, [&](int k) { return is_wide(gap_beyond(k, false)); })) ||
               (left.is_text(t_) && mostly(rows, [&](int k) { return is_wide(gap_beyond(k, true)); }));
    }

    /// Do most lines of the wider side stand beside none of the other's cells? Short lines that happen to stand beside
    /// a column of text, as a sidebar's do.
    bool is_sparse(const std::vector<int>& rows, const Side& left, const Side& right) const {
        const bool at_right = median(right.widths) > median(left.widths);
        const int start = at_right ? median(right.lefts) : median(left.lefts);
        return std::ssize(lines_from(start, extent_of(rows))) > 2 * std::ssize(rows);
    }

    /// The segments that begin at x, within the height of extent.
    std::vector<int> lines_from(int x, const Box& extent) const {
        const int flush = static_cast<int>(kFlush * t_);
        std::vector<int> lines = index_.touching({x - flush, extent.top, x + flush + 1, extent.bottom});
        std::erase_if(lines, [&](int i) {
            return std::abs(segments_[i].box.left - x) > flush || segments_[i].box.center().y <= extent.top ||
                   segments_[i].box.center().y >= extent.bottom;
        });
        return lines;
    }

    bool is_table(const std::vector<int>& rows) const {
        const auto [left, right] = sides(rows);
        if (parted_by_rule(rows) || is_sparse(rows, left, right)) return false;
        return (right.narrow(t_) && (right.flush_right(t_) || left.wider_than(right))) ||
               (left.narrow(t_) && (left.flush_right(t_) || right.wider_than(left)));
    }

    bool parts_cells(int gap) const { return gaps_[gap].in_table && gaps_[gap].white >= blank_; }

    /// Is there such a gap further on in the row?
    template <typename Which>
    bool any_behind(int gap, Which which) const {
        for (int g = next_.behind[gaps_[gap].right]; g >= 0; g = next_.behind[gaps_[g].right])
            if (which(g)) return true;
        return false;
    }

    /// Or anywhere else in it?
    template <typename Which>
    bool any_in_row(int gap, Which which) const {
        for (int g = next_.before[gaps_[gap].left]; g >= 0; g = next_.before[gaps_[g].left])
            if (which(g)) return true;
        return any_behind(gap, which);
    }

    template <typename Which>
    static bool mostly(const std::vector<int>& rows, Which which) {
        return std::count_if(rows.begin(), rows.end(), which) * 10 >= std::ssize(rows) * 7;
    }

    bool beside_table(const std::vector<int>& rows) const {
        return mostly(rows, [&](int k) { return any_in_row(k, [&](int g) { return parts_cells(g); }); });
    }

    /// Are the cells before the gap labels, of titles which a table's gap comes behind? Numbers have one before them.
    bool before_table(const std::vector<int>& rows) const {
        const auto is_tables = [&](int g) { return parts_cells(g); };
        return mostly(rows, [&](int k) {
            const int beyond = gap_beyond(k, false);
            return any_behind(k, is_tables) && !(beyond >= 0 && (gaps_[beyond].led || is_tables(beyond)));
        });
    }

    std::vector<Gap>& gaps_;
    const std::vector<Segment>& segments_;
    const Neighbours& next_;
    const BoxIndex& index_; ///< of the segments
    const std::vector<Rule>& rules_;
    double t_;
    double blank_; ///< pixels; what is wider parts cells
    std::vector<Box> index_gutters_;
    std::vector<char> of_index_;  ///< of each gap: it stands in one of these
    std::vector<Box> left_cells_; ///< of each gap: the stretch of words that ends before it
    std::vector<Box> right_cells_;
    std::vector<char> entries_; ///< of each gap, as parts_entries() tells
};

} // namespace

void mark_tables(std::vector<Gap>& gaps, const std::vector<Channel>& channels, const std::vector<Segment>& segments,
                 const Neighbours& next, const BoxIndex& segment_index, const std::vector<Rule>& rules, int usual_blank,
                 double text_height) {
    Tables(gaps, segments, next, segment_index, rules, usual_blank, text_height).mark(channels);
}

} // namespace broadsheet
