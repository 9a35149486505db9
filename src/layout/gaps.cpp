// SPDX-License-Identifier: Apache-2.0
#include "layout/channels.h"
#include "layout/headline_gaps.h"
#include "layout/row_gaps.h"
#include "layout/tables.h"
#include "layout/text_lines.h"
#include "page/median.h"

#include <algorithm>
#include <climits>
#include <cmath>

namespace broadsheet {

namespace {

constexpr double kOverBlank = 1.4; // a gutter is this much wider than the blanks between the page's words
constexpr double kLeastWide = 0.8; // text heights: of a gap that only others say is a gutter
constexpr double kLoose = 1.2;     // text heights: of the widest blanks in loose lines
constexpr int kFewRows = 6;        // in which commas may stand over each other, where characters have one width
constexpr int kFewLevel = 2;       // rows of a gutter whose columns are not level further on
constexpr double kEdge = 0.2;      // text heights by which the ends of lines differ, justified as they are
constexpr double kNarrowed = 0.5;  // of a gutter's usual white
constexpr double kNumber = 3;      // text heights of width at most
constexpr int kList = 4;           // rows
constexpr double kCaption = 5;     // text heights under a picture
constexpr double kGridWhite = 1.4; // text heights: a Han character's blank is narrower
constexpr int kLong = 8;           // rows of a gutter of the page's grid
constexpr int kInterrupted = 3;    // or of one that a picture interrupts
constexpr double kLongestWord = 8; // text heights: what is longer may be a whole line
constexpr double kSameWord = 0.25; // text heights by which its width differs from line to line

class GapFinder {
public:
    GapFinder(const std::vector<Segment>& segments, const std::vector<Rule>& rules, const std::vector<Box>& pictures,
              const std::vector<Leader>& leaders, const std::vector<Box>& marks, double text_height)
        : segments_(segments), rules_(rules), pictures_(pictures), leaders_(leaders), t_(text_height),
          boxes_(boxes_of(segments)), index_(boxes_, static_cast<int>(2 * text_height)),
          headlines_(segments_, gaps_, next_, text_height) {
        RowGaps rows = row_gaps(segments, leaders, marks, text_height);
        gaps_ = std::move(rows.gaps);
        next_ = std::move(rows.next);
    }

    GapFinder(const GapFinder&) = delete; // headlines_ refers into it
    GapFinder& operator=(const GapFinder&) = delete;

    std::vector<Gap> find() {
        const int blank = usual_blank();
        least_ = std::max(kLeastGutter, kOverBlank * (blank / t_));
        const std::vector<Box> gap_boxes = boxes_of(gaps_);
        const BoxIndex gap_index(gap_boxes, static_cast<int>(2 * t_));
        const std::vector<Channel> channels = find_channels(gaps_, segments_, gap_index, index_, t_);
        mark_tables(gaps_, channels, segments_, next_, index_, rules_, blank, t_);
        mark_ruled_tables(gaps_, channels, segments_, next_, rules_, blank, t_);
        std::vector<Box> gutters, over_text;
        for (size_t k = 0; k < gaps_.size(); ++k) {
            Gap& gap = gaps_[k];
            const Channel& c = channels[k];
            if (gap.in_table && reaches_over_text(gap)) {
                gap.in_table = false;
                gap.gutter = true;
            }
            if (gap.in_table || gap.gutter) continue;
            const bool kept_up = !is_in_list(gap, c) && (is_gutter(gap, c) || is_narrow_gutter(gap, c));
            gap.gutter = kept_up || parted(gap) || is_between_index_letters(gap);
            if (kept_up && c.rows() > 1 && (is_flush(c) || c.box.width() > kLoose * t_)) gutters.push_back(c.box);
            if (kept_up && c.rows() > kNear) {
                gutters.push_back(prolonged(c.upper_end, -1));
                gutters.push_back(prolonged(c.lower_end, 1));
                const Box upper{std::max(c.upper_end.left, c.box.left), c.upper_end.top,
                                std::min(c.upper_end.right, c.box.right), c.upper_end.bottom};
                if (!upper.empty()) over_text.push_back(united(prolonged(upper, -1), upper));
            }
        }
        for (const Rule& rule : rules_) {
            if (!rule.vertical) continue;
            gutters.push_back(prolonged(rule.box, -1));
            gutters.push_back(prolonged(rule.box, 1));
        }
        take_grid(channels, gutters);
        take_pitch(gutters);
        // The wide white behind a short line hides the gutter that runs through it; the rows around know better.
        const auto rows_in = [&](const Box& gutter) {
            std::vector<int> rows = gap_index.touching(gutter);
            std::erase_if(rows, [&](int k) {
                return !is_free(gaps_[k], gutter) || overlap_x(gaps_[k].box, gutter) * 10 < 8 * gutter.width() ||
                       overlap_y(gaps_[k].box, gutter) * 2 <= gaps_[k].box.height();
            });
            return rows;
        };
        const auto part = [&](const std::vector<int>& rows, const auto& parts) {
            for (const int k : rows)
                if (parts(gaps_[k])) gaps_[k].gutter = true, gaps_[k].in_table = false;
        };
        for (const Box& gutter : gutters)
            part(rows_in(gutter), [&](const Gap& gap) { return !headlines_.is_blank(gap) && is_wide(gap); });
        over_text.insert(over_text.end(), gutters.begin(), gutters.end());
        for (const Box& gutter : over_text)
            if (const std::vector<int> rows = rows_in(gutter); headlines_.are_two(rows))
                part(rows, [&](const Gap& gap) { return headlines_.is_large(gap); });
        for (Gap& gap : gaps_)
            if (!gap.gutter && !gap.in_table && headlines_.is_behind_two_rows(gap)) gap.gutter = true;
        join_spaced_letters();
        return gaps_;
    }

private:
    /// Level with each other at the heads of two columns; the letters of a title stand nearer.
    bool is_between_index_letters(const Gap& gap) const {
        constexpr double far = 6; // of their height
        const Segment &a = segments_[gap.left], &b = segments_[gap.right];
        return is_index_letter(a, t_) && is_index_letter(b, t_) && gap.white > far * std::max(a.height, b.height);
    }

    /// Letters of one word or some, set far and equally apart, that stand alone over or under the text: a running head,
    /// a title.
    void join_spaced_letters() {
        constexpr std::size_t fewest = 5;                     // gaps
        constexpr double even = 1.6, same = 1.3, apart = 1.4; // times: of blanks, letters; text heights to other rows
        const auto is_letter = [&](int i) { return segments_[i].cells.size() == 1 && !segments_[i].parts.empty(); };
        for (int i = 0; i < static_cast<int>(segments_.size()); ++i) {
            if (next_.before[i] >= 0 || !is_letter(i)) continue;
            std::vector<int> row, whites, heights{boxes_[i].height()};
            Box all = boxes_[i];
            int k = next_.behind[i];
            for (; k >= 0 && is_letter(gaps_[k].right); k = next_.behind[gaps_[k].right]) {
                row.push_back(k);
                whites.push_back(gaps_[k].white);
                heights.push_back(boxes_[gaps_[k].right].height());
                all = united(all, boxes_[gaps_[k].right]);
            }
            if (row.size() < fewest || k >= 0) continue;
            const auto are_like = [](const std::vector<int>& values, double times) {
                const auto [low, high] = std::minmax_element(values.begin(), values.end());
                return *high <= times * *low;
            };
            const std::size_t near = index_.touching(grown(all, 0, static_cast<int>(apart * t_))).size();
            if (near > row.size() + 1 || !are_like(whites, even) || !are_like(heights, same)) continue;
            if (std::any_of(row.begin(), row.end(), [&](int gap) { return parted(gaps_[gap]) || gaps_[gap].in_table; }))
                continue;
            for (const int gap : row)
                gaps_[gap].gutter = false;
        }
    }

    /// Does a column stand in it whose lines are not level with this row?
    bool reaches_over_text(const Gap& gap) const {
        const std::vector<int> found = index_.touching(gap.box);
        return std::any_of(found.begin(), found.end(), [&](int i) {
            const Box& box = boxes_[i];
            return !segments_[i].parts.empty() && box.left > gap.box.left && box.right < gap.box.right &&
                   overlap_y(box, gap.box) * 6 >= box.height();
        });
    }

    /// Does the gutter go on for some rows above and below, or for few at one side where the white has both edges in
    /// the line of the others'? Then letters little larger than the page's, as where lines touch, are no headline's.
    bool is_within(const Gap& gap, const Channel& c) const {
        constexpr double little = 1.5; // times
        constexpr std::ptrdiff_t few = 2;
        const auto rows = [&](const auto& of) { return std::count_if(c.gaps.begin(), c.gaps.end(), of); };
        const auto above = rows([&](const Box& g) { return g.top < gap.box.top; });
        const auto in_line = rows([&](const Box& g) {
            return std::abs(g.left - gap.box.left) <= kEdge * t_ && std::abs(g.right - gap.box.right) <= kEdge * t_;
        });
        const auto at_least = std::min(above, c.rows() - 1 - above);
        const bool large = std::min(segments_[gap.left].height, segments_[gap.right].height) > little * t_;
        return !large && (at_least > kNear || (at_least >= few && in_line > kNear)) && c.flush * 2 >= c.rows() - c.open;
    }

    /// Does text of the page's size run over the white in the row above or below?
    bool is_crossed(const Box& white) const {
        const int slack = static_cast<int>(0.2 * t_), reach = static_cast<int>(1.5 * t_);
        const std::vector<int> found =
            index_.touching({white.left + slack, white.top - reach, white.right - slack, white.bottom + reach});
        return std::any_of(found.begin(), found.end(),
                           [&](int i) { return !segments_[i].parts.empty() && segments_[i].height < 1.3 * t_; });
    }

    /// Else blanks of loose lines may stand under wide white, as between two headlines.
    static bool is_flush(const Channel& c) { return c.flush * 2 >= c.rows() - c.open || c.flush >= 5; }

    /// A river of blanks in loose lines is not flush.
    static bool is_long(const Channel& c) {
        return c.rows() >= kLong && (c.flush * 3 >= 2 * c.rows() || c.flush >= 12);
    }

    /// A gutter that a picture interrupts.
    bool meets_picture(const Channel& c) const {
        return c.rows() >= kInterrupted && 3 * c.flush >= 2 * c.rows() &&
               std::any_of(pictures_.begin(), pictures_.end(),
                           [&](const Box& picture) { return overlap_x(picture, c.box) * 10 > 9 * c.box.width(); });
    }

    /// Narrower than least_: no river of blanks has text begin at one place behind it in so many rows.
    bool is_narrow_gutter(const Gap& gap, const Channel& c) const {
        const double height = std::max<double>(t_, std::min(segments_[gap.left].height, segments_[gap.right].height));
        if (c.rows() - c.open < kLong || c.box.width() < kLeastGutter * t_ || c.flush * 10 < 9 * (c.rows() - c.open))
            return false;
        if (headlines_.is_blank(gap)) return false;
        if (c.white < kLeastGutter * t_) return false; // commas of Han characters over each other
        std::vector<int> lefts, rights;
        for (const int k : c.members) {
            lefts.push_back(gaps_[k].box.left);
            rights.push_back(gaps_[k].box.right);
        }
        const double flush = kFlushText * t_, same = kEdge / 2 * t_;
        const int left = std::abs(gap.box.left - median(lefts)), right = std::abs(gap.box.right - median(rights));
        if (left > flush && right > flush) return false; // a blank that happens to stand over it
        // With both edges where the other rows have theirs it is none, though text may stand beyond.
        if (std::max(left, right) > same && is_beyond_end(gap, c, height)) return false;
        const auto text = std::count_if(c.members.begin(), c.members.end(), [&](int k) {
            return !gaps_[k].in_table && !segments_[gaps_[k].left].parts.empty() &&
                   !segments_[gaps_[k].right].parts.empty();
        });
        if (text - c.open < (blocked_ends(c, height) < 2 ? kLong : 2 * kLong)) return false;
        // Words that come again in every line (a name at the head of a directory's, a form's) are no column.
        std::vector<int> before, behind; // widths
        for (const int k : c.members) {
            before.push_back(boxes_[gaps_[k].left].width());
            behind.push_back(boxes_[gaps_[k].right].width());
        }
        const auto are_alike = [&](const std::vector<int>& widths) {
            const int middle = median(widths);
            const auto same = std::count_if(widths.begin(), widths.end(),
                                            [&](int width) { return std::abs(width - middle) < kSameWord * t_; });
            return middle < kLongestWord * t_ && same * 10 >= 7 * std::ssize(widths);
        };
        return !are_alike(before) && !are_alike(behind);
    }

    bool may_be_of_grid(const Gap& gap) const {
        return !gap.gutter && !gap.in_table && !headlines_.is_blank(gap) && gap.white >= kGridWhite * t_;
    }

    /// The white in it is added to gutters, for the rows next to it.
    void part_with_next_rows(Gap& gap, const Box& white, std::vector<Box>& gutters) const {
        gap.gutter = true;
        gutters.push_back(prolonged(white, -1));
        gutters.push_back(prolonged(white, 1));
    }

    /// A short column's few lines are parted where the page's long gutters stand: behind the gap text starts flush with
    /// the text behind those. Each such row is added to gutters, for the rows next to it.
    void take_grid(const std::vector<Channel>& channels, std::vector<Box>& gutters) {
        std::vector<Box> grid;
        for (size_t k = 0; k < gaps_.size(); ++k)
            if (gaps_[k].gutter && (is_long(channels[k]) || meets_picture(channels[k])))
                grid.push_back(channels[k].box);
        const int flush = static_cast<int>(kFlushText * t_);
        for (Gap& gap : gaps_) {
            if (!may_be_of_grid(gap)) continue;
            const auto white_in = [&](const Box& gutter) {
                return intersected(gap.box, {gutter.left, INT_MIN, gutter.right, INT_MAX});
            };
            const auto of_grid = std::find_if(grid.begin(), grid.end(), [&](const Box& gutter) {
                return std::abs(gap.box.right - gutter.right) <= flush && gap.box.left <= gutter.left + flush &&
                       !is_crossed(white_in(gutter));
            });
            if (of_grid == grid.end()) continue;
            part_with_next_rows(gap, white_in(*of_grid), gutters);
        }
    }

    /// Is its row parted twice, before it or behind it, so that the three columns begin equally far apart?
    bool is_in_pitch(const Gap& gap, bool before) const {
        std::vector<int> starts;
        const auto next = [&](const Gap& g) { return before ? next_.before[g.left] : next_.behind[g.right]; };
        for (int k = next(gap); k >= 0 && starts.size() < 2; k = next(gaps_[k]))
            if (gaps_[k].gutter) starts.push_back(gaps_[k].box.right);
        return starts.size() == 2 && std::abs(gap.box.right - 2 * starts[0] + starts[1]) <= kFlushText * t_;
    }

    /// Columns are of one width: of one with few lines this tells where it begins. As take_grid.
    void take_pitch(std::vector<Box>& gutters) {
        for (Gap& gap : gaps_) {
            if (!may_be_of_grid(gap)) continue;
            const Box white{gap.box.right - static_cast<int>(t_), gap.box.top, gap.box.right, gap.box.bottom};
            if ((is_in_pitch(gap, true) || is_in_pitch(gap, false)) && !is_crossed(white))
                part_with_next_rows(gap, white, gutters);
        }
    }

    /// May the gutter of the rows around run through it? Not through a table's row, but beside the dots that lead to a
    /// number which stands alone in its row.
    bool is_free(const Gap& gap, const Box& gutter) const {
        if (!gap.led) return !gap.in_table;
        return std::none_of(leaders_.begin(), leaders_.end(), [&](const Leader& leader) {
            return overlap_y(gap.box, leader.box) > 0 && overlap_x(gap.box, leader.box) > 0 &&
                   overlap_x(gutter, leader.box) > 0;
        });
    }

    /// The middle width of the gaps that are as narrow as blanks between words.
    int usual_blank() const {
        std::vector<int> widths;
        for (const Gap& gap : gaps_)
            if (gap.box.width() < t_) widths.push_back(gap.box.width());
        return median(widths);
    }

    /// Beside a line under a picture that text runs round: within its width, with white at its edges.
    bool parts_caption(const Gap& gap, const Box& picture) const {
        const int below = gap.box.top - picture.bottom;
        if (below < 0 || below > kCaption * t_ || gap.white < t_) return false;
        const Box between{picture.left, picture.bottom, picture.right, gap.box.top};
        if (std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
                return !rule.vertical && overlap_y(rule.box, between) > 0 &&
                       overlap_x(rule.box, between) * 2 > between.width();
            }))
            return false;
        const int slack = static_cast<int>(kFlushText * t_);
        const auto within = [&](int i) {
            return boxes_[i].left > picture.left - slack && boxes_[i].right < picture.right + slack;
        };
        const bool at_left = std::abs(gap.box.center().x - picture.left) < gap.box.width() / 2 + slack;
        return (at_left && within(gap.right) && !within(gap.left)) ||
               (std::abs(gap.box.center().x - picture.right) < gap.box.width() / 2 + slack && within(gap.left) &&
                !within(gap.right));
    }

    bool parted(const Gap& gap) const {
        for (const Box& picture : pictures_)
            if ((overlap_x(picture, gap.box) > 0 && overlap_y(picture, gap.box) * 2 > gap.box.height()) ||
                parts_caption(gap, picture))
                return true;
        for (const Rule& rule : rules_)
            if (rule.vertical && rule.box.center().x >= gap.box.left && rule.box.center().x < gap.box.right &&
                overlap_y(rule.box, gap.box) * 2 > gap.box.height())
                return true;
        return false;
    }

    /// The white beyond a long gutter's end, up to what stands in its way: rows whose other column is short or set in
    /// another way (a heading, a verse) are parted by it too.
    Box prolonged(const Box& end, int direction) const {
        const int reach = static_cast<int>(kGoesOn * t_);
        const int slack = std::min(static_cast<int>(kEdge * t_), end.width() / 4);
        const int left = end.left + slack, right = end.right - slack;
        Box beyond = direction < 0 ? Box{left, end.top - reach, right, end.top}
                                   : Box{left, end.bottom, right, end.bottom + reach};
        for (const int k : index_.touching(beyond)) {
            if (direction < 0)
                beyond.top = std::max(beyond.top, boxes_[k].bottom);
            else
                beyond.bottom = std::min(beyond.bottom, boxes_[k].top);
        }
        return beyond;
    }

    /// At how many of its ends (0 to 2) does text of the same size stand in the way? White between words that happens
    /// to stand over white ends so; a gutter ends at a headline, a rule, a picture, the paper.
    int blocked_ends(const Channel& c, double height) const {
        return is_blocked(c.upper_end, c.upper_end.top, height, c.pitch) +
               is_blocked(c.lower_end, c.lower_end.bottom, height, c.pitch);
    }

    /// pitch: from row to row; typescript stands far apart.
    bool is_blocked(const Box& end, int y, double height, int pitch) const {
        const int reach = static_cast<int>(std::max(1.3 * height, pitch - 0.7 * height));
        const std::vector<int> found = index_.touching({end.left, y - reach, end.right, y + reach});
        return std::any_of(found.begin(), found.end(), [&](int k) {
            return !segments_[k].parts.empty() && segments_[k].height < 1.3 * height &&
                   segments_[k].height > 0.6 * height;
        });
    }

    /// Beyond its end, is white as wide as a gutter's free for many rows, with text at both sides that is not level, so
    /// that it is no gap? Up (direction -1) or down, as far as a rule that crosses it.
    bool goes_on_out_of_level(Box end, int direction) const {
        constexpr double far = 25, beside = 4; // text heights
        constexpr int rows = 5;
        const int reach = static_cast<int>(far * t_), near = static_cast<int>(beside * t_);
        Box beyond = direction < 0 ? Box{end.left, end.top - reach, end.right, end.top}
                                   : Box{end.left, end.bottom, end.right, end.bottom + reach};
        for (const Rule& rule : rules_) {
            if (rule.vertical || intersected(rule.box, beyond).empty()) continue;
            if (direction < 0)
                beyond.top = rule.box.bottom;
            else
                beyond.bottom = rule.box.top;
        }
        int before = 0, behind = 0;
        for (const int i : index_.touching({beyond.left - near, beyond.top, beyond.right + near, beyond.bottom})) {
            if (segments_[i].parts.empty()) continue;
            const Box& box = boxes_[i];
            if (box.center().x < end.center().x)
                ++before, end.left = std::max(end.left, box.right);
            else
                ++behind, end.right = std::min(end.right, box.left);
        }
        return std::min(before, behind) >= rows && end.width() >= t_;
    }

    /// In the first or last row, and much narrower than the gutter.
    bool is_blank_at_end(const Gap& gap, const Channel& c) const {
        const bool at_end = gap.box.top == c.gaps.front().top || gap.box.top == c.gaps.back().top;
        return at_end && gap.white < kNarrowed * c.white;
    }

    /// In letters larger than the text's, over or under all rules in the gutter's white, one of which stands in most of
    /// the other rows: a second headline over the columns.
    bool is_beyond_rule(const Gap& gap, const Channel& c) const {
        constexpr double larger = 1.15; // times
        if (std::min(segments_[gap.left].height, segments_[gap.right].height) <= larger * t_) return false;
        bool is_long = false, over = false, under = false;
        for (const Rule& rule : rules_) {
            const auto beside = [&](const Box& row) { return overlap_y(rule.box, row) > 0; };
            if (!rule.vertical || overlap_x(rule.box, gap.box) <= 0) continue;
            const auto rows = std::count_if(c.gaps.begin(), c.gaps.end(), beside);
            if (rows == 0) continue;
            if (beside(gap.box)) return false;
            is_long = is_long || rows * 2 > c.rows();
            (rule.box.bottom <= gap.box.top ? over : under) = true;
        }
        return is_long && !(over && under);
    }

    /// The blank behind a sentence, in the last line over or the first under a gutter's real end: text stands beyond,
    /// or the blank is much narrower than the gutter, or the rule in that ends there.
    bool is_beyond_end(const Gap& gap, const Channel& c, double height) const {
        if (gap.white >= least_ * t_) return false;
        if (is_blank_at_end(gap, c) || is_beyond_rule(gap, c)) return true;
        return (gap.box.top == c.gaps.front().top && is_blocked(c.upper_end, c.upper_end.top, height, c.pitch)) ||
               (gap.box.top == c.gaps.back().top && is_blocked(c.lower_end, c.lower_end.bottom, height, c.pitch));
    }

    /// Wider than a blank in the type on both sides; a word may lack tall letters.
    bool is_wide(const Gap& gap) const {
        const int a = segments_[gap.left].height, b = segments_[gap.right].height;
        const bool one_type = std::max(a, b) * 5 < std::min(a, b) * 7;
        return gap.white > kLeastWide * std::max<double>(t_, one_type ? std::max(a, b) : std::min(a, b));
    }

    /// Is it as narrow as the white before or behind the number beside it, or do dots lead to the first of two numbers,
    /// and so in most rows where it is as narrow? An index's entries end with such lists, which stand under each other.
    bool is_in_list(const Gap& gap, const Channel& c) const {
        if (gap.white >= t_) return false;
        const auto is_number = [&](int segment) { return boxes_[segment].width() < kNumber * t_; };
        const auto is_like = [&](int next, int word, int white) {
            return next >= 0 && is_number(word) && gaps_[next].white < 2 * white && gaps_[next].white * 10 >= 8 * white;
        };
        std::ptrdiff_t alike = 0, rows = 0;
        for (const int k : c.members) {
            const Gap& row = gaps_[k];
            if (row.white * 2 > gap.white * 3) continue;
            ++rows;
            const int before = next_.before[row.left], behind = next_.behind[row.right];
            const bool led_to = before >= 0 && gaps_[before].led && is_number(row.left) && is_number(row.right);
            alike += led_to || is_like(before, row.left, row.white) || is_like(behind, row.right, row.white);
        }
        return rows >= kList && alike * 10 >= rows * 6;
    }

    bool is_gutter(const Gap& gap, const Channel& c) const {
        const double height = std::max<double>(t_, std::min(segments_[gap.left].height, segments_[gap.right].height));
        double width = c.box.width() / t_;
        if ((headlines_.is_blank(gap) && !is_within(gap, c)) || is_beyond_end(gap, c, height)) return false;
        if (c.rows() - c.open < kFewRows)
            for (const int k : c.members)
                if (!is_blank_at_end(gaps_[k], c)) width = std::min(width, gaps_[k].white / t_);
        const int ends = blocked_ends(c, height);
        // One row beside white, as under the ends of the columns around, proves no gutter.
        if (c.rows() - c.open > 1 && is_flush(c)) {
            const bool wide = width >= 1;
            const int enough = ends == 2    ? (wide ? 12 : 16)
                               : ends == 1  ? (wide ? 5 : 8)
                               : width >= 2 ? 2
                               : wide       ? 3
                                            : 4;
            const auto of_text = // over or under a table
                std::count_if(c.members.begin(), c.members.end(), [&](int k) { return !gaps_[k].in_table; });
            if (of_text >= enough && width >= least_) return true;
        }
        if (gap.box.width() > 3 * height && ends == 0) return true;
        return c.rows() >= kFewLevel && width >= 1 &&
               (goes_on_out_of_level(c.upper_end, -1) || goes_on_out_of_level(c.lower_end, 1));
    }

    const std::vector<Segment>& segments_;
    const std::vector<Rule>& rules_;
    const std::vector<Box>& pictures_;
    const std::vector<Leader>& leaders_;
    double t_;
    double least_ = kLeastGutter; // text heights
    std::vector<Box> boxes_;
    BoxIndex index_;
    std::vector<Gap> gaps_;
    Neighbours next_;
    HeadlineGaps headlines_;
};

} // namespace

std::vector<Gap> find_gaps(const std::vector<Segment>& segments, const std::vector<Rule>& rules,
                           const std::vector<Box>& pictures, const std::vector<Leader>& leaders,
                           const std::vector<Box>& marks, double text_height) {
    return GapFinder(segments, rules, pictures, leaders, marks, text_height).find();
}

} // namespace broadsheet
