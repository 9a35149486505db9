// SPDX-License-Identifier: Apache-2.0
#include "layout/headline_gaps.h"

#include <algorithm>
#include <climits>
#include <cmath>

namespace broadsheet {

namespace {

/// Of its highest cells but for narrow ones, as brackets are, which are higher than Han characters; of all where there
/// are no others.
int height_without_brackets(const Segment& segment) {
    int height = 0;
    for (const Box& cell : segment.cells)
        if (cell.width() * 3 > cell.height()) height = std::max(height, cell.height());
    return height > 0 ? height : segment.height;
}

} // namespace

bool HeadlineGaps::is_large(const Gap& gap) const {
    return std::min(segments_[gap.left].height, segments_[gap.right].height) > kLarge * t_;
}

bool HeadlineGaps::stands_in_gutter(const Gap& gap) const {
    constexpr double near = 2; // of the letters' height
    bool over = false, under = false;
    const int reach = static_cast<int>(near * gap.box.height());
    for (const Gap& other : gaps_) {
        if (!other.gutter || std::abs(other.box.right - gap.box.right) > kFlushText * t_) continue;
        over = over || (other.box.bottom <= gap.box.center().y && other.box.bottom > gap.box.top - reach);
        under = under || (other.box.top >= gap.box.center().y && other.box.top < gap.box.bottom + reach);
    }
    return over && under;
}

bool HeadlineGaps::is_behind_two_rows(const Gap& gap) const {
    const Box& row = segments_[gap.left].box;
    return is_large(gap) && std::any_of(gaps_.begin(), gaps_.end(), [&](const Gap& other) {
               const Box& second = segments_[other.left].box;
               return other.gutter && other.right == gap.right && is_large(other) && overlap_y(row, second) <= 0 &&
                      overlap_x(row, second) > 0;
           });
}

int HeadlineGaps::word_from(int segment, bool to_right) const {
    constexpr std::size_t letters = 4;
    while (segments_[segment].cells.size() < letters) {
        const int k = (to_right ? next_.behind : next_.before)[segment];
        if (k < 0 || gaps_[k].gutter || !is_large(gaps_[k])) return -1;
        segment = to_right ? gaps_[k].right : gaps_[k].left;
    }
    return segment;
}

bool HeadlineGaps::are_two(const std::vector<int>& rows) const {
    constexpr double other_type = 1.1, level = 0.1; // times; of the letters' height
    std::vector<Box> large;
    int right = INT_MAX; // where the headlines behind the gutter begin; a gap may go on to those behind the next
    for (const int k : rows)
        if (is_large(gaps_[k])) right = std::min(right, gaps_[k].box.right);
    bool differ = false;
    for (const int k : rows) {
        const Gap& gap = gaps_[k];
        if (!is_large(gap)) continue;
        large.push_back(gap.box);
        differ = differ || (gap.box.right - right <= kFlushText * t_ && stands_in_gutter(gap));
        const int before = word_from(gap.left, false), behind = word_from(gap.right, true);
        if (before < 0 || behind < 0) continue;
        const Segment &a = segments_[before], &b = segments_[behind];
        const auto [low, high] = std::minmax(a.height, b.height);
        const auto [least, most] = std::minmax({height_without_brackets(a), height_without_brackets(b)});
        const bool beside = before == gap.left && behind == gap.right; // words further off may have accents
        differ = differ || (beside && high > other_type * low && most > other_type * least) ||
                 std::abs(base_of(a) - base_of(b)) > level * static_cast<double>(high);
    }
    const bool two_rows = std::any_of(large.begin(), large.end(), [&](const Box& row) {
        return std::any_of(large.begin(), large.end(), [&](const Box& other) { return overlap_y(row, other) <= 0; });
    });
    return differ || two_rows;
}

bool HeadlineGaps::is_beside_mark(const Gap& gap) const {
    constexpr double wide = 1.45, mark = 0.5; // of the letters' height, which fill most of their squares
    const bool at_left = segments_[gap.left].height < segments_[gap.right].height;
    const int small = at_left ? gap.left : gap.right, large = at_left ? gap.right : gap.left;
    const int beyond = at_left ? next_.before[small] : next_.behind[small];
    if (beyond < 0) return false;
    const int other = at_left ? gaps_[beyond].left : gaps_[beyond].right;
    const auto [low, high] = std::minmax(segments_[large].height, segments_[other].height);
    return low > kLarge * t_ && high * 4 < low * 5 && segments_[small].box.height() < mark * low &&
           overlap_y(segments_[small].box, segments_[large].box) == segments_[small].box.height() &&
           gap.box.width() + segments_[small].box.width() + gaps_[beyond].box.width() < wide * low;
}

bool HeadlineGaps::is_blank(const Gap& gap) const {
    constexpr double wide = 1.6, even = 0.2; // of the letters' height; of the blank
    if (in_headline(gap, segments_, t_) || is_beside_mark(gap)) return true;
    const int a = segments_[gap.left].height, b = segments_[gap.right].height;
    if (!is_large(gap) || gap.box.width() > wide * std::min(a, b)) return false;
    const int before = next_.before[gap.left], behind = next_.behind[gap.right];
    const auto like = [&](int k) {
        return k >= 0 && std::abs(gaps_[k].white - gap.white) < even * gap.white &&
               std::max(segments_[gaps_[k].left].height, segments_[gaps_[k].right].height) * 4 < std::min(a, b) * 5;
    };
    return like(before) && like(behind);
}

} // namespace broadsheet
