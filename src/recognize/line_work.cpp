// SPDX-License-Identifier: Apache-2.0
#include "recognize/line_work.h"

#include <algorithm>
#include <utility>

namespace broadsheet {

LineWork::LineWork(const std::vector<LineRef>& lines, std::vector<bool> ready)
    : lines_(lines.begin(), lines.end()), ready_(std::move(ready)) {}

std::optional<LineWork::Task> LineWork::next(int thread) {
    const std::lock_guard lock(mutex_);
    std::optional<Task> task;
    if (!again_.empty() && reads_again(thread)) {
        ready_[thread] = true;
        task = std::move(again_.front());
        again_.pop_front();
    } else if (!lines_.empty()) {
        task = Task{lines_.front(), {}};
        lines_.pop_front();
    } else {
        ready_[thread] = false;
    }
    return task;
}

void LineWork::again(Task task) {
    const std::lock_guard lock(mutex_);
    again_.push_back(std::move(task));
}

/// One thread alone, unless so many lines wait that they take longer than loading.
bool LineWork::reads_again(int thread) const {
    constexpr std::size_t many = 4;
    return ready_[thread] || again_.size() > many || std::ranges::count(ready_, true) == 0;
}

} // namespace broadsheet
