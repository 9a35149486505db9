// SPDX-License-Identifier: Apache-2.0
#include "layout/sideways.h"

#include "layout/box_index.h"
#include "page/median.h"

#include <algorithm>

namespace broadsheet {

namespace {

constexpr double kSmallest = 0.3, kLargest = 1.5; // text heights of a letter
constexpr double kReach = 1.3;                    // of the letter's width: white before the next, a blank between words
constexpr std::size_t kFewest = 6;                // letters
constexpr double kWidest = 1.6;                   // text heights of the line, with what reaches below it
constexpr double kLong = 5;                       // times as high as wide
constexpr double kSmall = 0.8;                    // text heights: narrower is in smaller type
constexpr double kPitch = 0.75, kSmallPitch = 1; // of the width: letters are narrow, characters square, capitals nearly
constexpr double kBeside = 0.5;                  // text heights of white at each side

/// Of the letters, sorted from the top, the middle distance of two that follow each other.
int pitch_of(const std::vector<Box>& letters) {
    std::vector<int> steps;
    for (std::size_t i = 1; i < letters.size(); ++i)
        steps.push_back(letters[i].center().y - letters[i - 1].center().y);
    return median(steps);
}

/// Do most letters stand in no other's row? The parts of a character do.
bool are_over_each_other(const std::vector<Box>& letters) {
    std::ptrdiff_t alone = 0;
    for (std::size_t i = 1; i < letters.size(); ++i) {
        const int least = std::min(letters[i - 1].height(), letters[i].height());
        alone += overlap_y(letters[i - 1], letters[i]) * 3 < least;
    }
    return alone * 10 >= std::ssize(letters) * 8;
}

bool is_line(std::vector<Box> letters, double text_height) {
    if (letters.size() < kFewest) return false;
    std::sort(letters.begin(), letters.end(), [](const Box& a, const Box& b) { return a.center().y < b.center().y; });
    Box line;
    std::vector<int> widths;
    for (const Box& letter : letters) {
        line = united(line, letter);
        widths.push_back(letter.width());
    }
    const int width = median(widths);
    return line.width() <= kWidest * text_height && line.height() > kLong * line.width() &&
           pitch_of(letters) < (width < kSmall * text_height ? kSmallPitch : kPitch) * width &&
           are_over_each_other(letters);
}

} // namespace

std::vector<Box> take_sideways(std::vector<Component>& components, double text_height) {
    const std::vector<Box> boxes = boxes_of(components);
    const BoxIndex index(boxes, static_cast<int>(2 * text_height));
    const auto is_letter = [&](const Box& b) {
        return std::max(b.width(), b.height()) > kSmallest * text_height &&
               std::max(b.width(), b.height()) < kLargest * text_height;
    };
    Groups groups(static_cast<int>(boxes.size()));
    for (int i = 0; i < static_cast<int>(boxes.size()); ++i) {
        const Box& a = boxes[i];
        if (!is_letter(a)) continue;
        const Box below{a.left, a.center().y, a.right, a.bottom + static_cast<int>(kReach * a.width())};
        for (const int j : index.touching(below)) {
            const Box& b = boxes[j];
            if (j != i && is_letter(b) && b.center().y > a.center().y &&
                overlap_x(a, b) * 2 > std::min(a.width(), b.width()))
                groups.join(i, j);
        }
    }
    std::vector<Box> lines;
    std::vector<char> taken(boxes.size(), 0);
    for (const std::vector<int>& set : groups.sets()) {
        std::vector<Box> letters;
        Box line;
        for (const int i : set) {
            letters.push_back(boxes[i]);
            line = united(line, boxes[i]);
        }
        if (!is_line(letters, text_height)) continue;
        const std::vector<int> near = index.touching(grown(line, static_cast<int>(kBeside * text_height), 0));
        const bool is_free = std::none_of(near.begin(), near.end(), [&](int i) {
            return is_letter(boxes[i]) && intersected(boxes[i], line).empty();
        });
        if (!is_free) continue;
        lines.push_back(line);
        for (const int i : near)
            taken[i] = taken[i] || contains(line, boxes[i]);
    }
    std::size_t i = 0;
    std::erase_if(components, [&](const Component&) { return taken[i++] != 0; });
    return lines;
}

} // namespace broadsheet
