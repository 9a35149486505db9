// SPDX-License-Identifier: Apache-2.0
#include "layout/box_index.h"
#include "layout/text_lines.h"
#include "page/median.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

namespace {

constexpr double kSmall = 0.55;    // text heights: below are dots, commas, hyphens, accents, strokes of Han characters
constexpr double kMark = 0.3;      // text heights: no letter in any type
constexpr double kStackGap = 0.3;  // text heights between the parts of one character
constexpr double kTightGap = 0.35; // of the letters' height
constexpr double kColumnGap = 1.5; // of the segments' height
constexpr size_t kAccent = 2;      // cells of what stands over a letter: more are a line of small type
constexpr double kWordGap = 0.5;   // of the segments' height
constexpr int kRowReach = 6;       // of a word's height, to the next words of its row
constexpr int kDot = 4;            // times as high is the letter
constexpr double kStack = 0.9;     // of the letters' height: white between rows of small type, where letters lack tails
constexpr int kWord = 2;           // times as wide as high: in Fraktur its letters hang together

/// Letters of one row; a blob that reaches into two rows is centred between them and so belongs to neither.
bool same_row(const Box& a, const Box& b) {
    const int low = std::min(a.height(), b.height());
    const int high = std::max(a.height(), b.height());
    return low * 5 >= high * 2 && std::abs(a.top + a.bottom - b.top - b.bottom) <= low;
}

/// Of one type, also where one of them lacks tall letters.
bool alike(const Segment& a, const Segment& b) {
    return std::max(a.height, b.height) * 5 < std::min(a.height, b.height) * 8;
}

int gap_x(const Box& a, const Box& b) {
    return -overlap_x(a, b);
}

Segment joined(const std::vector<Segment>& segments, const std::vector<int>& set) {
    Segment out;
    for (const int i : set) {
        out.box = united(out.box, segments[i].box);
        out.height = std::max(out.height, segments[i].height);
        out.parts.insert(out.parts.end(), segments[i].parts.begin(), segments[i].parts.end());
        out.cells.insert(out.cells.end(), segments[i].cells.begin(), segments[i].cells.end());
    }
    return out;
}

/// One pass of joining neighbours whose gap is under `share` of the lower one's height.
std::vector<Segment> joined_rows(const std::vector<Segment>& segments, double share, double text_height) {
    const std::vector<Box> boxes = boxes_of(segments);
    const BoxIndex index(boxes, static_cast<int>(2 * text_height));
    Groups groups(static_cast<int>(segments.size()));
    for (int i = 0; i < static_cast<int>(segments.size()); ++i) {
        const int reach = static_cast<int>(share * segments[i].height) + 1;
        for (const int j : index.touching(grown(boxes[i], reach, 0))) {
            const int height = std::min(segments[i].height, segments[j].height);
            if (j != i && same_row(boxes[i], boxes[j]) && gap_x(boxes[i], boxes[j]) <= share * height)
                groups.join(i, j);
        }
    }
    std::vector<Segment> out;
    for (const auto& set : groups.sets())
        out.push_back(joined(segments, set));
    return out;
}

/// Is it as the dot of a heavy sans serif, lower than wide?
bool is_flat(const Box& dot) {
    return dot.width() * 4 > dot.height() * 5 && dot.width() * 2 <= dot.height() * 3;
}

/// Is a the dot or accent of a large letter in b: small, close over it, within its width? A flat dot stands further
/// over its stem.
bool tops(const Box& a, const Segment& segment) {
    const Box& b = segment.box;
    const bool over_stem = is_flat(a) && std::any_of(segment.cells.begin(), segment.cells.end(), [&](const Box& cell) {
                               return overlap_x(a, cell) * 2 > a.width() && cell.width() * 4 <= a.width() * 5 &&
                                      cell.height() > 2 * cell.width() && cell.top >= a.bottom;
                           });
    return a.height() * 5 < b.height() * 2 && a.width() * 5 < b.height() * 4 && a.bottom <= b.center().y &&
           b.top - a.bottom < (over_stem ? a.width() : a.height()) && a.left >= b.left && a.right <= b.right;
}

/// A line of small type under a title is within its box where a letter of it has a tail, and beside none of its
/// letters.
bool touches_letter(const Box& box, const Segment& segment) {
    return std::any_of(segment.cells.begin(), segment.cells.end(),
                       [&](const Box& cell) { return !intersected(box, cell).empty(); });
}

/// Is a a word of a row of print that runs over the large letters of b?
bool in_row_over(int a, const Box& b, const std::vector<Segment>& segments, const BoxIndex& index) {
    const Box& box = segments[a].box;
    const int reach = kRowReach * box.height();
    const std::vector<int> beside = index.touching(grown(box, reach, 0));
    return std::any_of(beside.begin(), beside.end(), [&](int i) {
        const Segment& other = segments[i];
        return i != a && other.cells.size() > kAccent && alike(segments[a], other) &&
               other.box.bottom <= b.center().y && overlap_y(box, other.box) * 2 > box.height();
    });
}

/// Does it stand under one of the row's letters and over the row's baseline, as the dots of a Han character do?
bool ends_letter(const Box& box, const Segment& row) {
    std::vector<int> feet; // of tall letters
    Box over;
    for (const Box& cell : row.cells) {
        if (cell.height() * 2 > row.height) feet.push_back(cell.bottom);
        if (overlap_x(cell, box) > 0 && cell.bottom <= box.center().y) over = united(over, cell);
    }
    return !feet.empty() && box.bottom < median(feet) + row.height / 10 && over.height() * 3 > row.height &&
           overlap_x(over, box) * 10 >= 8 * box.width() && box.top - over.bottom < row.height / 6;
}

/// Parts of a larger letter that made a row of their own (a stroke of a Han headline, the roof of a character, a
/// quotation mark) go to the row beside or around them.
std::vector<Segment> absorbed(const std::vector<Segment>& segments, double text_height) {
    const std::vector<Box> boxes = boxes_of(segments);
    const BoxIndex index(boxes, static_cast<int>(2 * text_height));
    Groups groups(static_cast<int>(segments.size()));
    for (int i = 0; i < static_cast<int>(segments.size()); ++i) {
        const Box& inner = boxes[i];
        const bool is_row = is_print(segments[i].cells); // a line of small type beside or over a title
        int best = -1;
        const int near = static_cast<int>(0.5 * std::max<double>(text_height, inner.height()));
        for (const int j : index.touching(grown(inner, 2 * near, is_flat(inner) ? inner.width() : inner.height()))) {
            const Box& outer = boxes[j];
            if (j == i || outer.height() * 4 < inner.height() * 5) continue;
            const bool dot =
                segments[i].cells.size() == 1 && std::max(inner.width(), inner.height()) * kDot < outer.height();
            const int aside = dot ? std::clamp(outer.height() / 4, near, 2 * near) : near; // of a title's colon
            if (overlap_x(grown(inner, aside, 0), outer) < 0) continue;
            const int slack = std::min(outer.height() / 7, inner.height() / 2);
            const bool within =
                inner.top >= outer.top - slack && inner.bottom <= outer.bottom + slack &&
                ((!is_row && touches_letter(grown(inner, aside, 0), segments[j])) || ends_letter(inner, segments[j]));
            const bool accent = !is_row && segments[i].cells.size() <= kAccent && tops(inner, segments[j]) &&
                                !in_row_over(i, outer, segments, index);
            if (!within && !accent) continue;
            if (best < 0 || boxes[best].area() < outer.area()) best = j;
        }
        if (best >= 0) groups.join(i, best);
    }
    std::vector<Segment> out;
    for (const auto& set : groups.sets())
        out.push_back(joined(segments, set));
    return out;
}

struct Pair {
    int gap; ///< white between the two, upright
    int a;
    int b;
    auto operator<=>(const Pair&) const = default;
};

/// Two halves of a letter whose thin strokes were too faint, as of a g in larger type: of one width, with hardly any
/// white between them, beside a letter that stands at the level of that white, as none does between two rows. Those of
/// a letter in type larger than the page's are clearly lower than that.
bool is_broken(const Box& a, const Box& b, const std::vector<Box>& boxes, const BoxIndex& index, double text_height) {
    constexpr double hairline = 0.1, half = 0.66, beside = 1; // text heights
    constexpr double lower = 1.3;                             // times
    const Box &upper = a.top < b.top ? a : b, &under = a.top < b.top ? b : a;
    const int high = std::max(a.height(), b.height());
    if (under.top - upper.bottom > hairline * text_height || high > text_height ||
        overlap_x(a, b) * 10 < 8 * std::max(a.width(), b.width()))
        return false;
    const double least = high > half * text_height ? std::max(text_height, lower * high) : half * text_height;
    const Box white{upper.left, upper.bottom, upper.right, under.top + 1};
    const std::vector<int> level = index.touching(grown(white, static_cast<int>(beside * text_height), 0));
    return std::any_of(level.begin(), level.end(), [&](int i) {
        return boxes[i].top < upper.center().y && boxes[i].bottom > white.bottom && boxes[i].height() > least;
    });
}

/// Blobs one over the other within the cell of one character: Han characters fall into many, i and umlauts into two.
/// The nearest first, so that a comma does not go to the line below it.
std::vector<Segment> cells(const std::vector<Component>& components, double text_height) {
    const std::vector<Box> boxes = boxes_of(components);
    const BoxIndex index(boxes, static_cast<int>(2 * text_height));
    const int reach = static_cast<int>(kStackGap * text_height);
    std::vector<Pair> pairs;
    for (int i = 0; i < static_cast<int>(boxes.size()); ++i)
        for (const int j : index.touching(grown(boxes[i], 0, reach + 1)))
            if (j > i && overlap_x(boxes[i], boxes[j]) * 2 >= std::min(boxes[i].width(), boxes[j].width()))
                pairs.push_back({std::max(0, -overlap_y(boxes[i], boxes[j])), i, j});
    std::sort(pairs.begin(), pairs.end());

    Groups groups(static_cast<int>(components.size()));
    std::vector<Box> cell = boxes; // of each group, at its root
    for (const Pair& pair : pairs) {
        const int a = groups.root(pair.a), b = groups.root(pair.b);
        const Box both = united(cell[a], cell[b]);
        if (a == b || both.width() > 1.3 * text_height) continue;
        if (both.height() > 1.15 * text_height && !is_broken(cell[a], cell[b], boxes, index, text_height)) continue;
        groups.join(a, b);
        cell[groups.root(a)] = both;
    }
    std::vector<Segment> out;
    for (const auto& set : groups.sets()) {
        const Box box = cell[groups.root(set.front())];
        out.push_back({box, box.height(), set, {box}});
    }
    return out;
}

/// Marks of two rows that touch (a comma and the accent under it): as high as a letter, in the white between the rows,
/// where it would end both.
bool is_stray(int i, const std::vector<Box>& boxes, const BoxIndex& index, double text_height) {
    constexpr double narrow = 0.4, high = 0.8, near = 1; // text heights
    const Box& box = boxes[i];
    if (box.width() > narrow * text_height || box.height() < high * text_height) return false;
    bool above = false, below = false;
    for (const int j : index.touching(grown(box, static_cast<int>(near * text_height), 0))) {
        const Box& other = boxes[j];
        if (j == i || other.height() < high * text_height / 1.5) continue;
        if (other.top <= box.center().y && box.center().y < other.bottom) return false; // a letter of this row
        above = above || (other.bottom <= box.center().y && other.bottom > box.top);
        below = below || (other.top > box.center().y && other.top < box.bottom);
    }
    return above && below;
}

/// The height of tall letters around each cell, in its row: that of small type where the page has larger. A lone mark
/// is measured by more of its row than a letter among others of its height: what is small beside a small row may be no
/// more than dirt.
std::vector<double> type_sizes(const std::vector<Segment>& cells, double text_height) {
    constexpr double among_letters = 6, alone = 10, beside = 2.5; // text heights
    constexpr size_t enough = 4;                                  // cells
    constexpr std::ptrdiff_t row = 3;                             // others of its height
    const std::vector<Box> boxes = boxes_of(cells);
    const BoxIndex index(boxes, static_cast<int>(2 * text_height));
    const auto near = [&](const Box& box, double reach) {
        std::vector<int> heights;
        for (const int j : index.touching(grown(box, static_cast<int>(reach * text_height), 0)))
            if (boxes[j].height() > kMark * text_height) heights.push_back(boxes[j].height());
        return heights;
    };
    std::vector<double> sizes;
    for (const Box& box : boxes) {
        std::vector<int> heights;
        if (box.height() < text_height) { // others are large enough in any type
            const std::vector<int> close = near(box, beside);
            const auto alike = std::count_if(close.begin(), close.end(), [&](int height) {
                return height * 4 >= box.height() * 3 && height * 3 <= box.height() * 4;
            });
            heights = near(box, alike > row ? among_letters : alone); // it is one of them itself
        }
        std::sort(heights.begin(), heights.end());
        sizes.push_back(heights.size() < enough ? text_height
                                                : std::min<double>(text_height, heights[heights.size() * 9 / 10]));
    }
    return sizes;
}

} // namespace

std::vector<Segment> find_segments(const std::vector<Component>& components, double text_height) {
    std::vector<Segment> segments = cells(components, text_height);
    const std::vector<double> sizes = type_sizes(segments, text_height);
    size_t k = 0;
    std::erase_if(segments,
                  [&](const Segment& s) { return s.height < std::max(kMark * text_height, kSmall * sizes[k++]); });
    segments = joined_rows(segments, kTightGap, text_height);
    segments = absorbed(segments, text_height);
    segments = joined_rows(segments, kWordGap, text_height);
    const std::vector<Box> boxes = boxes_of(segments);
    const BoxIndex index(boxes, static_cast<int>(2 * text_height));
    int i = 0;
    std::erase_if(segments, [&](const Segment&) { return is_stray(i++, boxes, index, text_height); });
    return segments;
}

std::vector<char> stacked_print(const std::vector<Segment>& segments, double text_height) {
    const std::vector<Box> boxes = boxes_of(segments);
    const BoxIndex index(boxes, static_cast<int>(2 * text_height));
    std::vector<char> stacked;
    for (int i = 0; i < static_cast<int>(segments.size()); ++i) {
        const int reach = static_cast<int>(kStack * segments[i].height);
        const std::vector<int> near = index.touching(grown(boxes[i], 0, reach));
        stacked.push_back(std::any_of(near.begin(), near.end(), [&](int j) {
            const Box& a = boxes[i];
            const Box& b = boxes[j];
            return j != i && alike(segments[i], segments[j]) && segments[j].cells.size() > 1 &&
                   b.width() > kWord * b.height() && overlap_y(a, b) * 3 < std::min(a.height(), b.height()) &&
                   overlap_x(a, b) * 2 > std::min(a.width(), b.width());
        }));
    }
    return stacked;
}

std::vector<Segment> rough_rows(const std::vector<Segment>& segments, double text_height) {
    return joined_rows(segments, kColumnGap, text_height);
}

} // namespace broadsheet
