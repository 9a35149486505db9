// SPDX-License-Identifier: Apache-2.0
#include "layout/row_gaps.h"

#include "layout/box_index.h"

#include <algorithm>

namespace broadsheet {

namespace {

constexpr double kMarkReach = 0.5; // text heights from a word to its comma
constexpr double kNextMark = 0.9;  // text heights from that to one behind it, such as a quotation mark and a stop
constexpr int kMarks = 3;
constexpr double kDash = 0.6; // text heights of width at least
constexpr double kLed = 3.6;  // text heights between dots and what they lead from and to

class RowGapFinder {
public:
    RowGapFinder(const std::vector<Segment>& segments, const std::vector<Leader>& leaders,
                 const std::vector<Box>& marks, double text_height)
        : leaders_(leaders), marks_(marks), mark_index_(marks_, static_cast<int>(2 * text_height)), t_(text_height),
          boxes_(boxes_of(segments)), index_(boxes_, static_cast<int>(2 * text_height)) {}

    RowGaps find() const {
        RowGaps found;
        found.next.behind.assign(boxes_.size(), -1);
        found.next.before.assign(boxes_.size(), -1);
        for (int i = 0; i < static_cast<int>(boxes_.size()); ++i) {
            const int j = next_in_row(i);
            if (j < 0) continue;
            const Box& a = boxes_[i];
            const Box& b = boxes_[j];
            const Box white{a.right, std::min(a.top, b.top), b.left, std::max(a.bottom, b.bottom)};
            found.next.behind[i] = static_cast<int>(found.gaps.size());
            int& before = found.next.before[j];
            if (before < 0 || found.gaps[before].box.width() > white.width()) before = found.next.behind[i];
            found.gaps.push_back({.left = i, .right = j, .box = white, .white = white_of(white), .led = is_led(white)});
        }
        return found;
    }

private:
    /// The nearest segment to the right in the same row, however far; -1: none.
    int next_in_row(int i) const {
        const Box& a = boxes_[i];
        for (const int reach : {4, 16, 64, 4096}) {
            int best = -1;
            const Box area{a.right, a.top, a.right + static_cast<int>(reach * t_), a.bottom};
            for (const int j : index_.touching(area)) {
                const Box& b = boxes_[j];
                if (j == i || b.left < a.right || overlap_y(a, b) * 10 < 3 * std::min(a.height(), b.height())) continue;
                if (best < 0 || b.left < boxes_[best].left) best = j;
            }
            if (best >= 0) return best;
        }
        return -1;
    }

    /// Its width but for the commas, stops, hyphens and quotation marks behind the words before it and before the next,
    /// and but for dashes and characters that are one (as the figure 1 in Chinese).
    int white_of(const Box& gap) const {
        int left = gap.left, right = gap.right;
        for (const int i : mark_index_.touching(gap)) {
            const Box& mark = marks_[i];
            if (mark.width() < kDash * t_ || overlap_y(mark, gap) < mark.height()) continue;
            if (mark.left - left > right - mark.right)
                right = std::max(left, std::min(right, mark.left));
            else
                left = std::min(right, std::max(left, mark.right));
        }
        const int middle = gap.center().x;
        for (int n = 0; n < kMarks; ++n) { // of a Han character's width each
            const int reach = static_cast<int>((n == 0 ? kMarkReach : kNextMark) * t_);
            const Box behind{left, gap.top, std::min(left + reach, middle), gap.bottom};
            const Box before{std::max(right - reach, middle), gap.top, right, gap.bottom};
            for (const int i : mark_index_.touching(behind))
                if (marks_[i].center().x < middle) left = std::max(left, marks_[i].right);
            for (const int i : mark_index_.touching(before))
                if (marks_[i].center().x >= middle) right = std::min(right, marks_[i].left);
        }
        return std::max(0, right - left);
    }

    /// Do dots lead through it, up to what stands behind it?
    bool is_led(const Box& gap) const {
        return std::any_of(leaders_.begin(), leaders_.end(), [&](const Leader& leader) {
            return overlap_y(gap, leader.box) > 0 && overlap_x(gap, leader.box) * 10 > 9 * leader.box.width() &&
                   leader.box.left - gap.left < kLed * t_ && gap.right - leader.box.right < kLed * t_;
        });
    }

    const std::vector<Leader>& leaders_;
    const std::vector<Box>& marks_; ///< commas, stops, hyphens, quotes, and dirt
    BoxIndex mark_index_;
    double t_;
    std::vector<Box> boxes_;
    BoxIndex index_;
};

} // namespace

RowGaps row_gaps(const std::vector<Segment>& segments, const std::vector<Leader>& leaders,
                 const std::vector<Box>& marks, double text_height) {
    return RowGapFinder(segments, leaders, marks, text_height).find();
}

} // namespace broadsheet
