// SPDX-License-Identifier: Apache-2.0
#include "image/steps.h"

#include <cmath>

namespace broadsheet {

namespace {

/// Text height in em, between Latin's capitals (0.7) and Han (0.9).
constexpr double text_height_em = 0.76;
constexpr double points_an_inch = 72;
constexpr double body_points = 9.5;
constexpr double least_points = 5.8;
constexpr double most_points = 14.5;

} // namespace

double resolution_of(double text_height, double said) {
    if (text_height <= 0) return 0;
    const double em = text_height / text_height_em;
    if (said > 0) {
        const double points = em * points_an_inch / said;
        if (points >= least_points && points <= most_points) return said;
    }
    return std::round(em * points_an_inch / body_points);
}

} // namespace broadsheet
