// SPDX-License-Identifier: Apache-2.0
#include "evaluate/regression.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <tuple>

namespace broadsheet::evaluate {
namespace {

bool is_error(const std::string& name) {
    const Measure* measure = find_measure(name);
    return !measure || measure->is_error;
}

/// Above 0: worse.
double decline(const std::string& measure, double before, double now) {
    return is_error(measure) ? now - before : before - now;
}

/// Only what measures look at: adding up maps of confusions a thousand times would take long.
Scores figures(const Scores& scores) {
    Scores copy = scores;
    copy.classes.clear();
    copy.scripts.clear();
    copy.confusions.clear();
    return copy;
}

} // namespace

Values values_of(const Scores& scores) {
    Values values;
    for (const Measure& measure : measures())
        if (const std::optional<double> value = measure.value(scores)) values[measure.name] = *value;
    return values;
}

std::vector<Shortfall> shortfalls(const Values& values, const Limits& limits) {
    std::vector<Shortfall> out;
    for (const auto& [name, limit] : limits) {
        const auto value = values.find(name);
        if (value != values.end() && decline(name, limit, value->second) > 0)
            out.push_back({name, value->second, limit});
    }
    return out;
}

Comparison compare(const PageValues& before, const PageValues& now, const Limits& tolerance, double otherwise) {
    Comparison out;
    for (const auto& [page, values] : now) {
        const auto old = before.find(page);
        if (old == before.end()) {
            out.fresh.push_back(page);
            continue;
        }
        for (const auto& [name, value] : values) {
            const auto was = old->second.find(name);
            if (was == old->second.end()) continue;
            const double by = decline(name, was->second, value);
            const auto tolerated = tolerance.find(name);
            // Values are read back from decimal figures.
            if (std::abs(by) > (tolerated == tolerance.end() ? otherwise : tolerated->second) + 1e-9)
                out.changes.push_back({page, name, was->second, value, by > 0});
        }
    }
    for (const auto& [page, values] : before)
        if (!now.contains(page)) out.gone.push_back(page);
    std::stable_sort(out.changes.begin(), out.changes.end(), [](const Change& a, const Change& b) {
        return std::tuple(!a.worse, -std::abs(a.now - a.before)) < std::tuple(!b.worse, -std::abs(b.now - b.before));
    });
    return out;
}

std::optional<Interval> confidence(const std::vector<const Scores*>& pages, const Measure& measure) {
    constexpr int draws = 1000;
    std::vector<Scores> counted;
    for (const Scores* page : pages)
        if (measure.value(*page)) counted.push_back(figures(*page));
    if (counted.size() < 2) return {};
    std::mt19937 random(20130826);
    std::vector<double> values;
    for (int draw = 0; draw < draws; ++draw) {
        Scores pooled;
        for (std::size_t i = 0; i < counted.size(); ++i)
            pooled += counted[random() % counted.size()];
        values.push_back(*measure.value(pooled));
    }
    std::sort(values.begin(), values.end());
    return Interval{values[draws * 25 / 1000], values[draws * 975 / 1000 - 1]};
}

} // namespace broadsheet::evaluate
