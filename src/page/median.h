// SPDX-License-Identifier: Apache-2.0
/// Middle values, which a few stray ones do not move.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace broadsheet {

/// The upper of the two middle ones where their number is even; 0: there are none.
template <typename T>
T median(std::vector<T> values) {
    if (values.empty()) return {};
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Of pairs of a value and its weight, the value up to which half of the weight lies; 0: there are none.
template <typename T>
T weighted_median(std::vector<std::pair<T, long long>> weighed) {
    std::sort(weighed.begin(), weighed.end());
    long long all = 0, sum = 0;
    for (const auto& [value, weight] : weighed)
        all += weight;
    for (const auto& [value, weight] : weighed)
        if ((sum += weight) * 2 >= all) return value;
    return {};
}

} // namespace broadsheet
