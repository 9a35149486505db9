// SPDX-License-Identifier: Apache-2.0
#include "image/steps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace broadsheet {

namespace {

constexpr int least_height = 6;
constexpr int highest_height = 400;

/// Has the shape of a character or of a few that touch: no bar, rule, frame or solid patch.
bool like_a_character(const Component& component) {
    const int width = component.box.width();
    const int height = component.box.height();
    if (height < least_height || height > highest_height) return false;
    if (width * 8 < height || width > 3 * height) return false;
    return component.area * 10 > width * height;
}

/// Characters of each height, and their mass: counted by the square of the height. What the eye takes for the size of
/// the print is where most of its area is, not the dots, accents and parts of Han characters, however many. In Latin
/// print that is ascenders and capitals.
struct Heights {
    std::array<double, highest_height + 1> count{}, mass{};
};

Heights heights_of(const std::vector<Component>& components) {
    Heights heights;
    for (const Component& component : components) {
        if (!like_a_character(component)) continue;
        const auto height = static_cast<std::size_t>(component.box.height());
        ++heights.count[height];
        heights.mass[height] += std::pow(component.box.height(), 2);
    }
    return heights;
}

/// Characters of one size of type: x-height to ascender is a ratio of about 1.5, so heights up to 1.8 of the least.
struct Size {
    int low = least_height, high = 0; ///< 0: none
    double count = 0, mass = 0;
};

/// The size, of those up to this height that so many characters have, with the most mass.
Size fullest(const Heights& heights, int highest, double least_characters) {
    constexpr double window = 1.8;
    Size best;
    for (int low = least_height; low <= highest; ++low) {
        Size size{low, std::min(highest, static_cast<int>(low * window)), 0, 0};
        for (int h = low; h <= size.high; ++h) {
            size.count += heights.count[static_cast<std::size_t>(h)];
            size.mass += heights.mass[static_cast<std::size_t>(h)];
        }
        if (size.count >= least_characters && size.mass > best.mass) best = size;
    }
    return best;
}

} // namespace

double text_height_of(const std::vector<Component>& components) {
    const Heights heights = heights_of(components);
    constexpr double few = 12, many = 20; // characters
    const double all = std::accumulate(heights.count.begin(), heights.count.end(), 0.0);
    if (all < few) return 0;
    Size body = fullest(heights, highest_height, 1);
    // A few large marks are an ornament or parts of a picture, if much of what is on the page is of one size.
    if (body.count < few)
        if (const Size print = fullest(heights, highest_height, std::max(many, all / 6)); print.mass * 5 > body.mass)
            body = print;
    // The large lines of a title page can weigh more than all else on it, though they are few characters.
    constexpr double longest_title = 100; // characters
    if (const Size print = fullest(heights, body.low - 1, many);
        body.count < longest_title && print.mass * 2 > body.mass && print.count > 4 * body.count)
        body = print;
    double left = 0.62 * body.mass;
    int height = body.low;
    while (left > heights.mass[static_cast<std::size_t>(height)])
        left -= heights.mass[static_cast<std::size_t>(height++)];
    return height;
}
Print find_print(cv::Mat& ink) {
    Print print;
    print.runs = runs_of(ink);
    print.components = components_of(print.runs);
    print.text_height = text_height_of(print.components);

    // A full stop is about a seventh of the text height wide: half of that is no print.
    const double dot = print.text_height / 12;
    const int speckle = std::max(1, static_cast<int>(dot * dot));
    for (const Run& run : print.runs)
        if (print.components[static_cast<std::size_t>(run.component)].area <= speckle)
            ink.row(run.y).colRange(run.left, run.right).setTo(0);
    return print;
}

} // namespace broadsheet
