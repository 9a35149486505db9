// SPDX-License-Identifier: Apache-2.0
#include "layout/channels.h"

#include "page/median.h"

#include <algorithm>
#include <climits>
#include <cmath>
#include <deque>
#include <tuple>

namespace broadsheet {

namespace {

constexpr double kLarger = 1.1;        // text heights
constexpr double kTall = 1.75;         // of a word's letters without tall ones
constexpr double kHeadlineBlank = 1.1; // of the letters' height: narrower white in a headline is no gutter
constexpr double kOpen = 4;            // text heights of white behind a paragraph's last line
constexpr double kLean = 0.02;         // by which a channel may move aside for each pixel down: about 1 degree

class Follower {
public:
    Follower(const std::vector<Gap>& gaps, const std::vector<Segment>& segments, const BoxIndex& gap_index,
             const BoxIndex& segment_index, double t)
        : gaps_(gaps), segments_(segments), gap_index_(gap_index), segment_index_(segment_index), t_(t) {}

    Channel of(int k) const {
        const Gap& gap = gaps_[k];
        Channel c;
        c.box = gap.box;
        c.upper_end = c.lower_end = gap.box;
        c.gaps = {gap.box};
        c.members = {k};
        c.white = gap.white;
        if (gap.box.width() < kLeastGutter * t_) return c;
        c.upper_end = follow(c, gap, -1);
        c.lower_end = follow(c, gap, 1);
        std::sort(c.gaps.begin(), c.gaps.end(), [](const Box& a, const Box& b) { return a.center().y < b.center().y; });
        const int rows = c.rows();
        int before = 0, behind = 0;
        for (int i = 0; i < rows; ++i) {
            c.open += c.gaps[i].width() > kOpen * t_;
            Box narrow = c.gaps[i];
            for (int near = std::max(0, i - kNear); near < std::min(rows, i + kNear + 1); ++near)
                narrow = {std::max(narrow.left, c.gaps[near].left), 0, std::min(narrow.right, c.gaps[near].right), 0};
            before += narrow.left - c.gaps[i].left <= kFlushText * t_;
            behind += c.gaps[i].right - narrow.right <= kFlushText * t_;
        }
        c.flush = std::max(before, behind);
        if (c.flush < 3) c.open = 0;
        for (int i = 1; i < rows; ++i) {
            const int down = c.gaps[i].center().y - c.gaps[i - 1].center().y;
            if (c.pitch == 0 || down < c.pitch) c.pitch = down;
        }
        std::vector<int> whites;
        for (const int member : c.members)
            whites.push_back(gaps_[member].white);
        c.white = median(whites);
        return c;
    }

private:
    /// Do the dots lead to what stands over or under that which another gap is before, a number to a number? If not,
    /// the column they stand in has nothing to do with that gap.
    bool leads_elsewhere(const Gap& led, const Gap& other) const {
        return led.led && !other.led && overlap_x(segments_[led.right].box, segments_[other.right].box) <= 0;
    }

    /// One of the gaps in area, of the row nearest to that of gap (up, direction -1, or down); -1: none.
    int next_row(const Gap& gap, const Box& window, const Box& area, int direction) const {
        const Box& row = gap.box;
        int best = -1, nearest = 0;
        for (const int k : gap_index_.touching(area)) {
            if (leads_elsewhere(gaps_[k], gap)) continue;
            const Box& g = gaps_[k].box;
            const int ahead = direction * (g.center().y - row.center().y);
            const int half = std::min(row.height(), g.height()) / 2;
            if (ahead < half || overlap_x(g, window) < kLeastGutter * t_ || in_headline(gaps_[k], segments_, t_))
                continue;
            // There, the one behind which text starts where it does in this row; else the one with most of the window's
            // white, but rather none that dots lead through.
            const auto fit = [&](const Gap& next) {
                return std::tuple(std::abs(next.box.right - row.right) <= kFlushText * t_, !next.led,
                                  overlap_x(next.box, window));
            };
            const bool same_row = best >= 0 && std::abs(ahead - nearest) < half;
            if (best >= 0 && (same_row ? fit(gaps_[k]) <= fit(gaps_[best]) : ahead > nearest)) continue;
            best = k;
            nearest = ahead;
        }
        return best;
    }

    /// Follows the white up (direction -1) or down, row by row, as long as it stays wide enough. Returns that of the
    /// last row.
    Box follow(Channel& c, const Gap& from, int direction) const {
        const Gap* at = &from;
        Box row = from.box;
        Box window{c.box.left, row.top, c.box.right, row.bottom}; // of the row before, by the rows before it
        std::deque<Box> last{window};                             // the white of the last near rows
        const auto end = [&] {
            Box narrow = row;
            for (const Box& white : last)
                narrow = {std::max(narrow.left, white.left), row.top, std::min(narrow.right, white.right), row.bottom};
            return narrow;
        };
        for (int steps = 1;; ++steps) {
            const int reach = static_cast<int>(kRowReach * t_);
            const Box area = direction < 0 ? Box{window.left, row.top - reach, window.right, row.top}
                                           : Box{window.left, row.bottom, window.right, row.bottom + reach};
            const int index = next_row(*at, window, area, direction);
            if (index < 0) return end();
            const Gap* next = &gaps_[index];
            const Box white = intersected({window.left, INT_MIN, window.right, INT_MAX}, next->box);
            const Box between{white.left, std::min(row.bottom, next->box.bottom), white.right,
                              std::max(row.top, next->box.top)};
            if (!between.empty() && !segment_index_.touching(between).empty()) return end();
            if (steps <= kNear)
                c.box = {std::max(c.box.left, white.left), std::min(c.box.top, next->box.top),
                         std::min(c.box.right, white.right), std::max(c.box.bottom, next->box.bottom)};
            const int aside = static_cast<int>(std::lround(kLean * std::abs(next->box.center().y - row.center().y)));
            at = next;
            row = next->box;
            window = intersected({white.left - aside, row.top, white.right + aside, row.bottom}, row);
            last.push_back(white);
            if (static_cast<int>(last.size()) > kNear) last.pop_front();
            c.gaps.push_back(row);
            c.members.push_back(index);
        }
    }

    const std::vector<Gap>& gaps_;
    const std::vector<Segment>& segments_;
    const BoxIndex& gap_index_;
    const BoxIndex& segment_index_;
    double t_;
};

} // namespace

int base_of(const Segment& segment) {
    std::vector<int> bottoms;
    for (const Box& cell : segment.cells)
        bottoms.push_back(cell.bottom);
    return median(bottoms);
}

bool is_index_letter(const Segment& segment, double text_height) {
    return segment.cells.size() == 1 && segment.height > kLarge * text_height;
}

bool in_headline(const Gap& gap, const std::vector<Segment>& segments, double text_height) {
    const Segment &a = segments[gap.left], &b = segments[gap.right];
    const Segment &low = a.height < b.height ? a : b, &high = a.height < b.height ? b : a;
    const bool no_tall_letters = low.height > kLarger * text_height && low.height * kTall > high.height &&
                                 std::abs(base_of(low) - base_of(high)) * 7 < high.height;
    const int height = no_tall_letters ? high.height : low.height;
    return height > kLarge * text_height && gap.box.width() < kHeadlineBlank * height;
}

std::vector<Channel> find_channels(const std::vector<Gap>& gaps, const std::vector<Segment>& segments,
                                   const BoxIndex& gap_index, const BoxIndex& segment_index, double text_height) {
    const Follower follower(gaps, segments, gap_index, segment_index, text_height);
    std::vector<Channel> channels;
    for (int k = 0; k < static_cast<int>(gaps.size()); ++k)
        channels.push_back(follower.of(k));
    return channels;
}

} // namespace broadsheet
