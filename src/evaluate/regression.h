// SPDX-License-Identifier: Apache-2.0
/// Whether pages are good enough, and whether they got worse.
#pragma once

#include "evaluate/scores.h"

#include <map>
#include <string>
#include <vector>

namespace broadsheet::evaluate {

/// By a measure's name: the most an error rate may be, the least a share may be.
using Limits = std::map<std::string, double>;

/// By a measure's name; those that have nothing to count are left out.
using Values = std::map<std::string, double>;
Values values_of(const Scores& scores);

struct Shortfall {
    std::string measure;
    double value = 0;
    double limit = 0;
    bool operator==(const Shortfall&) const = default;
};
/// A measure that has nothing to count falls short of nothing.
std::vector<Shortfall> shortfalls(const Values& values, const Limits& limits);

/// How a page's measure differs from what it was, by more than is tolerated.
struct Change {
    std::string page;
    std::string measure;
    double before = 0;
    double now = 0;
    bool worse = false;
    bool operator==(const Change&) const = default;
};

struct Comparison {
    std::vector<Change> changes;    ///< worse ones first, the largest first
    std::vector<std::string> fresh; ///< pages that were not there before
    std::vector<std::string> gone;  ///< pages that were there before only
    bool operator==(const Comparison&) const = default;
};

using PageValues = std::map<std::string, Values>; ///< by page

/// tolerance: by measure; `otherwise` for measures that it does not name. A measure that was there before and now has
/// nothing to count is no change.
Comparison compare(const PageValues& before, const PageValues& now, const Limits& tolerance, double otherwise);

struct Interval {
    double low = 0;
    double high = 0;
};
/// 95 % of the pooled values of 1000 sets drawn from these pages (Efron's bootstrap, percentiles), the same for the
/// same pages. Nothing for fewer than two pages that have something to count.
std::optional<Interval> confidence(const std::vector<const Scores*>& pages, const Measure& measure);

} // namespace broadsheet::evaluate
