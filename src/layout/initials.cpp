// SPDX-License-Identifier: Apache-2.0
#include "layout/initials.h"

#include "layout/box_index.h"

#include <algorithm>
#include <climits>
#include <cmath>

namespace broadsheet {

namespace {

constexpr double kLeast = 1.9, kMost = 11;  // text heights: of two lines set close, of seven set wide
constexpr double kWidest = 1.9;             // of its height: a small m
constexpr double kFar = 6;                  // text heights in which the lines' first letters are counted
constexpr double kNear = 1.3;               // text heights from the initial to the lines beside it
constexpr double kLevel = 0.4;              // text heights by which heads and feet differ
constexpr double kOver = 0.6;               // text heights by which a line's tall letters may stand over a small one
constexpr double kInk = 0.08, kSolid = 0.8; // of its box: a letter, no frame and no stain

struct Row {
    int left;
    int top;
    int bottom;
    int letters;
};

/// The lines of some letters of the page's size that begin beside the initial, from the top.
std::vector<Row> rows_beside(const Box& initial, const std::vector<Box>& boxes, const BoxIndex& index, double t) {
    constexpr int fewest = 3; // letters
    const int near = static_cast<int>(kNear * t), far = static_cast<int>(kFar * t);
    std::vector<Box> letters;
    for (const int i :
         index.touching({initial.right, initial.top - near, initial.right + far, initial.bottom + near})) {
        const Box& b = boxes[static_cast<size_t>(i)];
        if (b.height() > 0.5 * t && b.height() < 1.3 * t && b.left >= initial.right - t / 4) letters.push_back(b);
    }
    std::sort(letters.begin(), letters.end(), [](const Box& a, const Box& b) { return a.bottom < b.bottom; });
    std::vector<Row> rows;
    for (const Box& b : letters) {
        if (rows.empty() || b.top >= rows.back().bottom - t / 4) rows.push_back({b.left, b.top, b.bottom, 0});
        rows.back().left = std::min(rows.back().left, b.left);
        rows.back().top = std::min(rows.back().top, b.top);
        ++rows.back().letters;
    }
    std::erase_if(rows, [&](const Row& r) { return r.letters < fewest || r.left > initial.right + near; });
    return rows;
}

/// The letter with the apostrophe at its head behind it, if any: a mark before the lines beside the letter, which lets
/// them begin further away; an l or a quotation mark that begins one of them stands over the others' first letters.
Box with_apostrophe(const Box& letter, const std::vector<Box>& boxes, const BoxIndex& index, double t) {
    constexpr double least = 0.12, highest = 0.5, widest = 0.3, level = 0.2, near = 0.2; // of the letter's height
    constexpr double white = 0.3;                                                        // text heights behind it
    const double h = letter.height();
    const auto is_apostrophe = [&](const Box& b) {
        return b.height() > least * h && b.height() < highest * h && b.width() < widest * h &&
               std::abs(b.top - letter.top) < level * h && b.left > letter.center().x && b.right > letter.right &&
               b.left < letter.right + near * h;
    };
    for (const int i : index.touching({letter.center().x, letter.top - static_cast<int>(level * h),
                                       letter.right + static_cast<int>(near * h), letter.center().y})) {
        const Box& mark = boxes[static_cast<size_t>(i)];
        if (mark == letter || !is_apostrophe(mark)) continue;
        const Box edge{letter.right, letter.top, mark.right + static_cast<int>(white * t), letter.bottom};
        const std::vector<int> others = index.touching(edge);
        if (std::all_of(others.begin(), others.end(), [&](int k) {
                const Box& other = boxes[static_cast<size_t>(k)];
                return k == i || other == letter || other.height() < white * t;
            }))
            return united(letter, mark);
    }
    return letter;
}

/// Another as large stands near by to the right: characters of a headline, whose neighbours may be in pieces.
bool stands_in_headline(const Box& letter, const std::vector<Box>& boxes, const BoxIndex& index, double t) {
    const Box beside{letter.right, letter.top, letter.right + 3 * letter.height(), letter.bottom};
    const std::vector<int> found = index.touching(beside);
    return std::any_of(found.begin(), found.end(), [&](int i) {
        const Box& other = boxes[static_cast<size_t>(i)];
        return !(other == letter) && other.height() > 1.6 * t && other.height() * 3 > letter.height() * 2 &&
               overlap_y(other, letter) * 3 > letter.height() * 2;
    });
}

/// Does a line begin under it and at its edge, or indented, in the next row or the one after? Then it need not stand on
/// a line's base. beside: where the lines beside it begin; pitch: from row to row.
bool is_over_line(const Box& initial, int beside, int pitch, const std::vector<Box>& boxes, const BoxIndex& index,
                  double t) {
    constexpr double edge = 0.5, indent = 2.2, under = 1.7; // text heights; rows
    const int left = initial.left - static_cast<int>(edge * t);
    const double right = std::min(initial.left + indent * t, beside - edge * t);
    const std::vector<int> found =
        index.touching({initial.left - static_cast<int>(kNear * t), initial.bottom, static_cast<int>(right) + 1,
                        initial.bottom + static_cast<int>(under * pitch)});
    int begins = INT_MAX;
    bool at_edge = false;
    for (const int i : found) {
        const Box& b = boxes[static_cast<size_t>(i)];
        if (b.height() < 0.5 * t || b.height() > 1.3 * t || b.top <= initial.bottom - t / 4) continue;
        begins = std::min(begins, b.left);
        at_edge = at_edge || std::abs(b.left - initial.left) < edge * t;
    }
    return at_edge || (begins > left && begins < right);
}

/// The letter with the marks in its type that stand before it, side by side: an opening quotation mark, a dash. The
/// letter alone where there are none, or more, so that they are print of another kind.
Box with_marks(const Box& letter, const std::vector<Box>& boxes, const BoxIndex& index, double t) {
    constexpr double blank = 0.6, least = 0.15, highest = 0.62; // of the letter's height: lower than small letters
    constexpr int most = 3;
    const double h = letter.height();
    const int overlap = static_cast<int>(kLevel * t), aside = static_cast<int>(blank * h);
    std::vector<Box> before;
    for (const int i :
         index.touching({letter.left - (most + 1) * letter.height(), letter.top, letter.left, letter.bottom})) {
        const Box& b = boxes[static_cast<size_t>(i)];
        if (std::max(b.width(), b.height()) > least * h && b.right <= letter.left + overlap) before.push_back(b);
    }
    std::sort(before.begin(), before.end(), [](const Box& a, const Box& b) { return a.right > b.right; });
    Box all = letter;
    int marks = 0;
    for (const Box& mark : before) {
        if (mark.right < all.left - aside) break;
        if (++marks > most || mark.height() > highest * h || overlap_x(mark, all) * 2 > mark.width()) return letter;
        all = united(all, mark);
    }
    return all;
}

/// Nothing as high as a letter stands close before it.
bool begins_row(const Box& initial, const std::vector<Box>& boxes, const BoxIndex& index, double t) {
    const std::vector<int> before =
        index.touching({initial.left - static_cast<int>(kNear * t), initial.top, initial.left, initial.bottom});
    return std::none_of(before.begin(), before.end(), [&](int i) {
        const Box& other = boxes[static_cast<size_t>(i)];
        return other.height() > 0.5 * t && other.right <= initial.left + kLevel * t;
    });
}

/// The initial that the component is, with the marks around it; empty: it is none.
Box initial_of(const Component& c, const std::vector<Box>& boxes, const BoxIndex& index, double t) {
    const Box& b = c.box;
    if (b.height() < kLeast * t || b.height() > kMost * t) return {};
    if (b.width() * 6 < b.height() || b.width() > kWidest * b.height()) return {};
    const double ink = static_cast<double>(c.area) / static_cast<double>(b.area());
    if (ink < kInk || (ink > kSolid && b.width() * 3 > b.height())) return {}; // I is solid, and narrow
    const int level = static_cast<int>(kLevel * t), over = static_cast<int>(kOver * t);
    int beside = 0;
    bool head = false, foot = false;
    int first = 0, pitch = 0, begins = INT_MAX;
    const Box initial = with_apostrophe(b, boxes, index, t);
    for (const Row& row : rows_beside(initial, boxes, index, t)) {
        if (row.bottom < b.top + level || row.top > b.bottom - level) continue;
        ++beside;
        begins = std::min(begins, row.left);
        if (beside == 1) first = row.bottom;
        if (beside == 2) pitch = row.bottom - first;
        const int top = std::min(row.top, row.bottom - static_cast<int>(t)); // it may begin without tall letters
        head = head || (top > b.top - over && top < b.top + level + 0.4 * t && beside == 1);
        foot = std::abs(row.bottom - b.bottom) <= level;
    }
    if (beside < 2 || !head || stands_in_headline(b, boxes, index, t)) return {};
    const bool over_line = is_over_line(b, begins, pitch, boxes, index, t);
    if (const Box all = with_marks(b, boxes, index, t); all.left < b.left && begins_row(all, boxes, index, t)) {
        // Else they may be of other print; in the margin, or flush with the lines under them.
        const Box whole = united(all, initial);
        if (over_line || is_over_line(whole, begins, pitch, boxes, index, t)) return whole;
    }
    return (foot || over_line) && begins_row(b, boxes, index, t) ? initial : Box{};
}

} // namespace

std::vector<Box> take_initials(std::vector<Component>& components, double text_height) {
    const std::vector<Box> boxes = boxes_of(components);
    const BoxIndex index(boxes, static_cast<int>(2 * text_height));
    std::vector<Box> initials;
    std::erase_if(components, [&](const Component& c) {
        const Box initial = initial_of(c, boxes, index, text_height);
        if (!initial.empty()) initials.push_back(initial);
        return !initial.empty();
    });
    // What stands within them goes with them: the other stroke of a broken letter, its apostrophe.
    std::erase_if(components, [&](const Component& c) {
        return std::any_of(initials.begin(), initials.end(),
                           [&](const Box& initial) { return contains(initial, c.box); });
    });
    return initials;
}

} // namespace broadsheet
