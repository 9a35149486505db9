// SPDX-License-Identifier: Apache-2.0
#include "layout/box_index.h"

#include <numeric>

namespace broadsheet {

BoxIndex::BoxIndex(const std::vector<Box>& boxes, int cell) : boxes_(boxes), cell_(std::max(1, cell)) {
    for (const Box& box : boxes)
        bounds_ = united(bounds_, box);
    columns_ = bounds_.width() / cell_ + 1;
    const int rows = bounds_.height() / cell_ + 1;
    // Counted first, so that all buckets lie in one row.
    first_.resize(static_cast<size_t>(columns_) * rows + 1);
    for (const Box& box : boxes)
        for_each_bucket(box, [&](size_t bucket) { ++first_[bucket + 1]; });
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    members_.resize(first_.back());
    std::vector<size_t> next(first_.begin(), first_.end() - 1);
    for (int i = 0; i < static_cast<int>(boxes.size()); ++i)
        for_each_bucket(boxes[i], [&](size_t bucket) { members_[next[bucket]++] = i; });
}

std::vector<int> BoxIndex::touching(const Box& area) const {
    std::vector<int> found;
    const Box a = intersected(area, bounds_);
    for_each_bucket(a, [&](size_t bucket) {
        for (size_t k = first_[bucket]; k < first_[bucket + 1]; ++k) {
            const int i = members_[k];
            const Box common = intersected(boxes_[i], a);
            // Of the buckets a box lies in, the one where it begins within the area tells it.
            if (!common.empty() && bucket == bucket_at(common.left, common.top)) found.push_back(i);
        }
    });
    std::sort(found.begin(), found.end());
    return found;
}

Groups::Groups(int n) : parent_(n) {
    std::iota(parent_.begin(), parent_.end(), 0);
}

int Groups::root(int i) {
    while (parent_[i] != i)
        i = parent_[i] = parent_[parent_[i]];
    return i;
}

void Groups::join(int a, int b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
}

std::vector<std::vector<int>> Groups::sets() {
    std::vector<std::vector<int>> members(parent_.size());
    for (int i = 0; i < static_cast<int>(parent_.size()); ++i)
        members[root(i)].push_back(i);
    std::erase_if(members, [](const auto& m) { return m.empty(); });
    return members;
}

std::vector<Box> merged(std::vector<Box> boxes, int gap) {
    for (bool changed = true; changed;) {
        changed = false;
        Groups groups(static_cast<int>(boxes.size()));
        for (size_t i = 0; i < boxes.size(); ++i)
            for (size_t j = i + 1; j < boxes.size(); ++j)
                if (!intersected(grown(boxes[i], gap, gap), boxes[j]).empty()) groups.join(int(i), int(j));
        std::vector<Box> out;
        for (const auto& set : groups.sets()) {
            Box box;
            for (const int i : set)
                box = united(box, boxes[i]);
            out.push_back(box);
            changed = changed || set.size() > 1;
        }
        boxes = out;
    }
    return boxes;
}

} // namespace broadsheet
