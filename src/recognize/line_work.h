// SPDX-License-Identifier: Apache-2.0
/// Which thread reads which line. The engines that read the doubtful ones take long to load, so that few threads load
/// them.
#pragma once

#include "recognize/read_line.h"

#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace broadsheet {

/// Shared by the threads that read a page. What a line reads does not depend on which of them takes it.
class LineWork {
public:
    struct Task {
        LineRef line;
        std::optional<WordsRead> doubtful; ///< as it was read first
    };

    /// ready: of each thread, whether it has the engines for doubtful lines.
    LineWork(const std::vector<LineRef>& lines, std::vector<bool> ready);

    /// The next line for this thread (from 0); none: it can end. Doubtful lines first, if it is to read such.
    std::optional<Task> next(int thread);
    /// It is to be read again, by whichever thread.
    void again(Task task);

private:
    bool reads_again(int thread) const;

    std::mutex mutex_;
    std::deque<LineRef> lines_;
    std::deque<Task> again_;
    std::vector<bool> ready_; ///< and has not ended
};

} // namespace broadsheet
