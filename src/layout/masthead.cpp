// SPDX-License-Identifier: Apache-2.0
#include "layout/masthead.h"

#include "layout/box_index.h"
#include "layout/strokes.h"

#include <algorithm>
#include <climits>

namespace broadsheet {

namespace {

constexpr double kSmallest = 8, kLargest = 20; // text heights of a title's character
constexpr double kPart = 3.5;                  // text heights of the longer side of its parts, but for dots

/// What titles are looked for among.
struct Ink {
    std::vector<Component> parts; ///< of large characters
    std::vector<Box> frames;      ///< and pictures: what holds many letters and is smaller than a page
    std::vector<Box> rules;       ///< across the lines
    std::vector<Box> letters;     ///< of text
    double text_height = 0;
};

Ink sorted_ink(const std::vector<Component>& components, double text_height) {
    constexpr double speck = 0.5, stroke = 0.2; // text heights: no larger, or no broader
    constexpr double drawn = 0.15;              // of its box: an outline has no more ink
    constexpr std::ptrdiff_t many = 8;          // letters: more than stand within any character
    Ink ink;
    ink.text_height = text_height;
    Box print;
    for (const Component& c : components)
        if (longer(c.box) > speck * text_height && longer(c.box) < kPart * text_height &&
            std::min(c.box.width(), c.box.height()) > stroke * text_height) {
            ink.letters.push_back(c.box);
            print = united(print, c.box);
        }
    for (const Component& c : components) {
        if (longer(c.box) < kPart * text_height) continue;
        const auto holds = [&](const Box& letter) { return contains(c.box, letter); };
        if (is_thin(c.box)) {
            if (c.box.height() > c.box.width()) ink.rules.push_back(c.box);
        } else if (std::count_if(ink.letters.begin(), ink.letters.end(), holds) >= many) {
            const bool as_page = c.box.width() * 2 > print.width() && c.box.height() * 10 > 3 * print.height();
            if (!as_page) ink.frames.push_back(c.box);
        } else if (longer(c.box) < kLargest * text_height && c.area > drawn * static_cast<double>(c.box.area())) {
            ink.parts.push_back(c);
        }
    }
    std::erase_if(ink.parts, [&](const Component& part) {
        return std::any_of(ink.frames.begin(), ink.frames.end(),
                           [&](const Box& frame) { return contains(frame, part.box); });
    });
    return ink;
}

/// Parts near each other. A row's characters may be spaced out, but other print may follow close below them.
std::vector<std::vector<Box>> rows_of(const Ink& ink) {
    constexpr double along = 6, across = 0.75; // text heights
    const auto count = static_cast<int>(ink.parts.size());
    Groups groups(count);
    for (int i = 0; i < count; ++i)
        for (int j = 0; j < i; ++j) {
            const Box &a = ink.parts[i].box, &b = ink.parts[j].box;
            if (overlap_y(a, b) > -along * ink.text_height && overlap_x(a, b) > -across * ink.text_height)
                groups.join(i, j);
        }
    std::vector<std::vector<Box>> rows;
    for (const std::vector<int>& set : groups.sets()) {
        rows.emplace_back();
        for (const int i : set)
            rows.back().push_back(ink.parts[i].box);
    }
    return rows;
}

/// Does the row part into so many characters, each about square and none much larger than another?
bool are_characters(const std::vector<Box>& parts, const Box& row, int count) {
    constexpr double closest = 0.8, widest = 1.6; // of the row's breadth, from one character to the next
    constexpr double off = 0.2, even = 0.65;      // of that distance; of the largest
    const double pitch = 1.0 * row.height() / count;
    if (pitch < closest * row.width() || pitch > widest * row.width()) return false;
    std::vector<Box> cells(static_cast<std::size_t>(count));
    for (const Box& part : parts) {
        const int k = static_cast<int>((part.center().y - row.top) / pitch);
        if (part.top < row.top + (k - off) * pitch || part.bottom > row.top + (k + 1 + off) * pitch) return false;
        Box& cell = cells[static_cast<std::size_t>(k)];
        cell = united(cell, part);
    }
    int least = INT_MAX, most = 0;
    for (const Box& cell : cells) {
        least = std::min({least, cell.width(), cell.height()});
        most = std::max(most, longer(cell));
    }
    return least > even * most;
}

bool is_title(const std::vector<Box>& parts, const Box& row, const Ink& ink) {
    constexpr double over = 0.02, within = 0.1; // of the letters in its part of the page; of the row
    if (row.width() < kSmallest * ink.text_height || row.width() > kLargest * ink.text_height) return false;
    bool characters = false;
    for (int count = 2; count <= 5; ++count)
        characters = characters || are_characters(parts, row, count);
    if (!characters) return false;
    int above = 0, all = 0;
    long long inside = 0;
    for (const Box& letter : ink.letters) {
        if (contains(row, letter)) inside += letter.area();
        if (overlap_y(letter, grown(row, 0, row.height() / 2)) <= 0) continue;
        ++all;
        above += letter.right < row.left;
    }
    if (above > over * all || static_cast<double>(inside) > within * static_cast<double>(row.area())) return false;
    // No further off than the row is broad: an advertisement's frame that is in pieces runs above as well.
    int ruled_above = 0, ruled_below = 0;
    for (const Box& rule : ink.rules) {
        const int shared = std::max(0, overlap_y(rule, row));
        if (rule.right <= row.left && rule.left > row.left - row.width()) ruled_above += shared;
        if (rule.left >= row.right && rule.right < row.right + row.width()) ruled_below += shared;
    }
    return ruled_above * 2 < row.height() && ruled_below * 2 > row.height();
}

} // namespace

std::vector<Box> find_mastheads(const std::vector<Component>& components, double text_height) {
    const Ink ink = sorted_ink(components, text_height);
    std::vector<Box> titles;
    for (const std::vector<Box>& parts : rows_of(ink)) {
        Box row;
        for (const Box& part : parts)
            row = united(row, part);
        if (is_title(parts, row, ink)) titles.push_back(row);
    }
    return titles;
}

} // namespace broadsheet
