// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/box.h"

#include <vector>

namespace broadsheet {

/// The box of each of the values.
template <typename T>
std::vector<Box> boxes_of(const std::vector<T>& values) {
    std::vector<Box> boxes;
    for (const T& value : values)
        boxes.push_back(value.box);
    return boxes;
}

/// Finds the boxes that touch an area, by a grid of buckets; built once, boxes by their index.
class BoxIndex {
public:
    /// cell: side of a bucket in pixels, about the size of a usual box.
    BoxIndex(const std::vector<Box>& boxes, int cell);
    /// Indices in ascending order, each once, of the boxes that share a pixel with area.
    std::vector<int> touching(const Box& area) const;

private:
    const std::vector<Box>& boxes_;
    int cell_;
    Box bounds_;
    int columns_ = 0;
    std::vector<std::vector<int>> buckets_;
};

/// Disjoint sets over 0..n-1.
class Groups {
public:
    explicit Groups(int n);
    int root(int i);
    void join(int a, int b);
    /// The members of every set, sets in order of their smallest member.
    std::vector<std::vector<int>> sets();

private:
    std::vector<int> parent_;
};

} // namespace broadsheet
