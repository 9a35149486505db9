// SPDX-License-Identifier: Apache-2.0
#include "layout/level_rows.h"

#include "layout/box_index.h"
#include "layout/strokes.h"
#include "page/median.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

namespace {

constexpr double kSmallest = 0.75, kLargest = 9; // text heights of a character
constexpr double kStep = 1.2;                    // from one size that is looked for to the next
constexpr double kPart = 0.3, kWhole = 1.15;     // of that size: a character's parts
constexpr double kLetter = 0.35;                 // text heights: marks are smaller

/// Of a character of this size, or two of a row that touch.
bool is_part(const Box& b, double size) {
    return longer(b) > kPart * size && b.width() < kWhole * size && b.height() < 2 * kWhole * size;
}

bool is_between(const Box& rule, const Box& over, const Box& under) {
    const Box gap{std::max(over.left, under.left), over.center().y, std::min(over.right, under.right),
                  under.center().y};
    return overlap_x(rule, gap) * 2 > gap.width() && rule.center().y > gap.top && rule.center().y < gap.bottom;
}

/// A character with all of its parts; several where they touch.
struct Clump {
    Box box;
    std::vector<int> parts;
};

/// What may stand in a row of this size: no wider, and with white at its left and right.
std::vector<Clump> clumps_of(const std::vector<Box>& boxes, const BoxIndex& index, const std::vector<char>& taken,
                             double size) {
    constexpr double across = 0.12, along = 0.1, apart = 0.2; // of the size
    constexpr int share = 5;                                  // of its height: no more of it has a neighbour as near
    const auto count = static_cast<int>(boxes.size());
    const auto fits = [&](int i) { return !taken[i] && is_part(boxes[i], size); };
    Groups groups(count);
    for (int i = 0; i < count; ++i) {
        if (!fits(i)) continue;
        const Box near = grown(boxes[i], static_cast<int>(across * size), static_cast<int>(along * size));
        for (const int j : index.touching(near))
            if (j < i && fits(j)) groups.join(i, j);
    }
    std::vector<Clump> clumps;
    for (std::vector<int>& set : groups.sets()) {
        if (!fits(set.front())) continue;
        Clump clump;
        for (const int i : set)
            clump.box = united(clump.box, boxes[i]);
        clump.parts = std::move(set);
        if (clump.box.width() > kStep * size) continue;
        int beside = 0;
        for (const int i : index.touching(grown(clump.box, static_cast<int>(apart * size), 0)))
            if (longer(boxes[i]) > kPart * size && !is_thin(boxes[i]) && intersected(boxes[i], clump.box).empty())
                beside += overlap_y(boxes[i], clump.box);
        if (beside * share <= clump.box.height()) clumps.push_back(std::move(clump));
    }
    return clumps;
}

/// Clumps under each other, as near as the characters of a row, that no rule parts.
std::vector<std::vector<int>> stacks_of(const std::vector<Clump>& clumps, const std::vector<Box>& rules, double size) {
    constexpr double along = 1.1; // of the size
    const std::vector<Box> boxes = boxes_of(clumps);
    const BoxIndex index(boxes, static_cast<int>(2 * size));
    Groups groups(static_cast<int>(clumps.size()));
    for (int i = 0; i < static_cast<int>(clumps.size()); ++i)
        for (const int j : index.touching(grown(boxes[i], 0, static_cast<int>(along * size)))) {
            const Box &over = boxes[i], &under = boxes[j];
            if (over.center().y < under.center().y &&
                overlap_x(over, under) * 10 > 7 * std::min(over.width(), under.width()) &&
                std::none_of(rules.begin(), rules.end(), [&](const Box& r) { return is_between(r, over, under); }))
                groups.join(i, j);
        }
    std::vector<std::vector<int>> stacks;
    for (const std::vector<int>& set : groups.sets()) {
        stacks.emplace_back();
        for (const int i : set)
            stacks.back().insert(stacks.back().end(), clumps[i].parts.begin(), clumps[i].parts.end());
    }
    return stacks;
}

/// The row's characters, from the top: parts as close as one character's, up to its size.
std::vector<Box> characters_of(std::vector<Box> parts, double size) {
    constexpr double one = 1.12; // of the row's width
    std::sort(parts.begin(), parts.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    std::vector<Box> characters;
    for (const Box& part : parts) {
        const bool joins = !characters.empty() && (part.center().y < characters.back().bottom ||
                                                   united(characters.back(), part).height() < one * size);
        if (joins)
            characters.back() = united(characters.back(), part);
        else
            characters.push_back(part);
    }
    return characters;
}

/// Does white run through all of the row? Then it is two characters wide.
bool is_split(std::vector<Box> parts, double size) {
    constexpr double white = 0.04; // of the row's width
    std::sort(parts.begin(), parts.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
    int right = parts.front().right;
    for (const Box& part : parts) {
        if (part.left > right + white * size) return true;
        right = std::max(right, part.right);
    }
    return false;
}

int white_along(const std::vector<Box>& characters) {
    std::vector<int> whites;
    for (std::size_t i = 1; i < characters.size(); ++i)
        whites.push_back(std::max(0, characters[i].top - characters[i - 1].bottom));
    return median(whites);
}

/// Most of them are square; two may touch.
bool are_square(const std::vector<Box>& characters, double size) {
    constexpr double least = 0.62, most = 2.3; // of the row's width
    std::ptrdiff_t square = 0;
    for (const Box& c : characters) {
        if (c.height() > most * size) return false;
        square += std::min(c.width(), c.height()) > least * size;
    }
    return square * 10 >= std::ssize(characters) * 6 && square >= 2;
}

/// The characters with a letter as near beside them.
std::ptrdiff_t near_beside(const std::vector<Box>& characters, const Box& row, const std::vector<Box>& letters,
                           const BoxIndex& index, int reach) {
    return std::count_if(characters.begin(), characters.end(), [&](const Box& c) {
        const std::vector<int> near = index.touching({row.left - reach, c.top, row.right + reach, c.bottom});
        return std::any_of(near.begin(), near.end(), [&](int i) {
            const Box& b = letters[i];
            return longer(b) > kPart * row.width() && intersected(b, row).empty() && overlap_y(b, c) > 0;
        });
    });
}

/// Without the characters at its ends that have a letter as near beside them: of columns that begin or end there.
void trim(std::vector<Box>& characters, const Box& row, const std::vector<Box>& letters, const BoxIndex& index,
          int reach) {
    const auto is_beside = [&](const Box& c) { return near_beside({c}, row, letters, index, reach) > 0; };
    while (!characters.empty() && is_beside(characters.front()))
        characters.erase(characters.begin());
    while (!characters.empty() && is_beside(characters.back()))
        characters.pop_back();
}

/// Does each of them begin, or end, a column? As numbers and bullets at their heads do.
bool are_ends(const std::vector<Box>& characters, const Box& row, const std::vector<Box>& letters,
              const BoxIndex& index, bool heads) {
    constexpr double far = 3, level = 0.2; // of the row's width
    const double size = row.width();
    const auto in_line = std::count_if(characters.begin(), characters.end(), [&](const Box& c) {
        Box beside = c;
        beside.left = heads ? row.right : row.left - static_cast<int>(far * size);
        beside.right = heads ? row.right + static_cast<int>(far * size) : row.left;
        const std::vector<int> near = index.touching(beside);
        return std::any_of(near.begin(), near.end(), [&](int i) {
            const Box& b = letters[i];
            return intersected(b, row).empty() && std::abs(b.center().y - c.center().y) < level * size;
        });
    });
    return in_line * 10 >= std::ssize(characters) * 9;
}

/// Have few of the parts a long stroke? Then the characters are several smaller ones each.
bool are_text(const std::vector<Box>& parts, double size) {
    constexpr double stroke = 0.6; // of the row's width
    long long all = 0, large = 0;
    for (const Box& part : parts) {
        all += part.area();
        if (longer(part) > stroke * size) large += part.area();
    }
    return large * 3 < all * 2;
}

/// The row that the parts make; empty: they make none.
Box row_of(std::vector<Box> parts, const std::vector<Box>& letters, const BoxIndex& index, double text_height) {
    constexpr std::size_t fewest = 3;
    constexpr double within = 0.1;             // of the row's area
    constexpr double apart = 0.22, more = 1.3; // of the row's width; of the white along it
    constexpr double large = 1.5;              // text heights
    constexpr double several = 1.8;            // text heights: as high as two lines
    constexpr double line = 0.2;               // of the row's width: white between columns
    Box row;
    for (const Box& part : parts)
        row = united(row, part);
    double size = row.width();
    std::vector<Box> characters = characters_of(parts, size);
    trim(characters, row, letters, index, static_cast<int>(apart * size));
    row = {};
    for (const Box& character : characters)
        row = united(row, character);
    if (characters.size() < fewest) return {};
    std::erase_if(parts, [&](const Box& part) { return !contains(row, part); });
    size = row.width();
    long long smaller = 0; // letters
    for (const int i : index.touching(row))
        if (longer(letters[i]) <= kPart * size && contains(row, letters[i])) smaller += letters[i].area();
    if (static_cast<double>(smaller) > within * static_cast<double>(row.area())) return {};
    if (row.height() < 2.5 * size || is_split(parts, size) || !are_square(characters, size)) return {};
    if (size > several * text_height && are_text(parts, size)) return {};
    const int white = white_along(characters);
    const int reach = static_cast<int>(std::max(apart * size, more * white));
    if (near_beside(characters, row, letters, index, reach) * 5 > std::ssize(characters)) return {};
    const bool may_be_ends = white > line * size && size < large * text_height;
    if (may_be_ends &&
        (are_ends(characters, row, letters, index, true) || are_ends(characters, row, letters, index, false)))
        return {};
    return row;
}

/// One shape again and again, as in a border.
bool is_ornament(const std::vector<int>& set, const std::vector<Component>& components, double size) {
    constexpr double alike = 0.1; // of the usual shape
    std::vector<int> areas, widths, heights;
    for (const int i : set) {
        if (longer(components[i].box) * 2 < size) continue;
        areas.push_back(components[i].area);
        widths.push_back(components[i].box.width());
        heights.push_back(components[i].box.height());
    }
    const int area = median(areas), width = median(widths), height = median(heights);
    const auto is_near = [](int value, int usual) { return std::abs(value - usual) <= alike * usual; };
    std::ptrdiff_t same = 0;
    for (std::size_t i = 0; i < areas.size(); ++i)
        same += is_near(areas[i], area) && is_near(widths[i], width) && is_near(heights[i], height);
    return same > 3 && same * 4 >= std::ssize(areas) * 3;
}

/// Are these lines of one heading or one advertisement: under each other on the page, with little white between?
bool go_together(const Box& a, const Box& b) {
    constexpr double white = 1.2, alike = 2; // of the larger one's type; times
    const int larger = std::max(a.width(), b.width()), smaller = std::min(a.width(), b.width());
    const int shared = overlap_y(a, b);
    return shared * 10 > 6 * std::min(a.height(), b.height()) && -overlap_x(a, b) < white * larger &&
           larger < alike * smaller;
}

std::vector<std::vector<Box>> together(std::vector<Box> rows) {
    std::sort(rows.begin(), rows.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
    Groups groups(static_cast<int>(rows.size()));
    for (int i = 0; i < static_cast<int>(rows.size()); ++i)
        for (int j = 0; j < i; ++j)
            if (go_together(rows[i], rows[j])) groups.join(i, j);
    std::vector<std::vector<Box>> blocks;
    for (const std::vector<int>& set : groups.sets()) {
        blocks.emplace_back();
        for (const int i : set)
            blocks.back().push_back(rows[i]);
    }
    return blocks;
}

} // namespace

std::vector<std::vector<Box>> take_level_rows(std::vector<Component>& components, const std::vector<Rule>& rules,
                                              double text_height) {
    std::vector<Box> level;
    for (const Rule& rule : rules)
        if (!rule.vertical) level.push_back(rule.box);
    const std::vector<Box> boxes = boxes_of(components);
    const BoxIndex index(boxes, static_cast<int>(2 * text_height));
    std::vector<Box> letters;
    for (const Box& b : boxes)
        if (longer(b) > kLetter * text_height && !is_thin(b)) letters.push_back(b);
    const BoxIndex letter_index(letters, static_cast<int>(2 * text_height));
    std::vector<char> taken(boxes.size(), 0);
    std::vector<Box> rows;
    for (double size = kLargest * text_height; size > kSmallest * text_height; size /= kStep) {
        for (const std::vector<int>& set : stacks_of(clumps_of(boxes, index, taken, size), level, size)) {
            if (is_ornament(set, components, size)) continue;
            std::vector<Box> parts;
            for (const int i : set)
                parts.push_back(boxes[i]);
            const Box row = row_of(parts, letters, letter_index, text_height);
            if (row.width() < size / kStep || row.width() > kStep * size) continue;
            rows.push_back(row);
            for (const int i : index.touching(row))
                taken[i] = taken[i] || intersected(boxes[i], row).area() * 2 > boxes[i].area();
        }
    }
    std::size_t i = 0;
    std::erase_if(components, [&](const Component&) { return taken[i++] != 0; });
    return together(std::move(rows));
}

} // namespace broadsheet
