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
    size_t bucket_at(int x, int y) const {
        return static_cast<size_t>((y - bounds_.top) / cell_) * columns_ + (x - bounds_.left) / cell_;
    }

    /// box: within the bounds; an empty one is in none.
    template <typename Do>
    void for_each_bucket(const Box& box, Do run) const {
        if (box.empty()) return;
        const size_t across = bucket_at(box.right - 1, box.top) - bucket_at(box.left, box.top);
        for (size_t row = bucket_at(box.left, box.top); row <= bucket_at(box.left, box.bottom - 1); row += columns_)
            for (size_t bucket = row; bucket <= row + across; ++bucket)
                run(bucket);
    }

    const std::vector<Box>& boxes_;
    int cell_;
    Box bounds_;
    int columns_ = 0;
    std::vector<size_t> first_; ///< of each bucket, among the members; and their end
    std::vector<int> members_;
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

/// United where they overlap or are less than gap pixels apart, until none are.
std::vector<Box> merged(std::vector<Box> boxes, int gap);

} // namespace broadsheet
