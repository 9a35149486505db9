// SPDX-License-Identifier: Apache-2.0
#include "image/steps.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

namespace {

constexpr int least_height = 6;
constexpr int highest_height = 400;
constexpr std::size_t least_characters = 12;

/// Has the shape of a character or of a few that touch: no bar, rule, frame or solid patch.
bool like_a_character(const Component& component) {
    const int width = component.box.width();
    const int height = component.box.height();
    if (height < least_height || height > highest_height) return false;
    if (width * 8 < height || width > 3 * height) return false;
    return component.area * 10 > width * height;
}

} // namespace

double text_height_of(const std::vector<Component>& components) {
    // Counted by the square of the height: what the eye takes for the size of the print is where most of its area is,
    // not the dots, accents and parts of Han characters, however many. In Latin print that is ascenders and capitals.
    std::vector<double> mass(highest_height + 1, 0);
    std::size_t characters = 0;
    for (const Component& component : components) {
        if (!like_a_character(component)) continue;
        ++characters;
        mass[static_cast<std::size_t>(component.box.height())] += std::pow(component.box.height(), 2);
    }
    if (characters < least_characters) return 0;

    // The body of the print: x-height to ascender is a ratio of about 1.5, so a window of 1.8 holds one size of type.
    constexpr double window = 1.8;
    int body = least_height;
    double most = 0;
    for (int low = least_height; low <= highest_height; ++low) {
        const int high = std::min(highest_height, static_cast<int>(low * window));
        double sum = 0;
        for (int h = low; h <= high; ++h)
            sum += mass[static_cast<std::size_t>(h)];
        if (sum > most) {
            most = sum;
            body = low;
        }
    }
    double left = 0.62 * most;
    int height = body;
    while (left > mass[static_cast<std::size_t>(height)])
        left -= mass[static_cast<std::size_t>(height++)];
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
