// SPDX-License-Identifier: Apache-2.0
#include "layout/box_index.h"

#include <numeric>

namespace broadsheet {

BoxIndex::BoxIndex(const std::vector<Box>& boxes, int cell) : boxes_(boxes), cell_(std::max(1, cell)) {
    for (const Box& box : boxes)
        bounds_ = united(bounds_, box);
    columns_ = bounds_.width() / cell_ + 1;
    const int rows = bounds_.height() / cell_ + 1;
    buckets_.resize(static_cast<size_t>(columns_) * rows);
    for (int i = 0; i < static_cast<int>(boxes.size()); ++i) {
        const Box& b = boxes[i];
        if (b.empty()) continue;
        for (int y = (b.top - bounds_.top) / cell_; y <= (b.bottom - 1 - bounds_.top) / cell_; ++y)
            for (int x = (b.left - bounds_.left) / cell_; x <= (b.right - 1 - bounds_.left) / cell_; ++x)
                buckets_[static_cast<size_t>(y) * columns_ + x].push_back(i);
    }
}

std::vector<int> BoxIndex::touching(const Box& area) const {
    std::vector<int> found;
    const Box a = intersected(area, bounds_);
    if (a.empty()) return found;
    for (int y = (a.top - bounds_.top) / cell_; y <= (a.bottom - 1 - bounds_.top) / cell_; ++y)
        for (int x = (a.left - bounds_.left) / cell_; x <= (a.right - 1 - bounds_.left) / cell_; ++x)
            for (const int i : buckets_[static_cast<size_t>(y) * columns_ + x])
                if (!intersected(boxes_[i], a).empty()) found.push_back(i);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
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

} // namespace broadsheet
