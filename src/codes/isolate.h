// SPDX-License-Identifier: Apache-2.0
/// Calls that may take the process down with them, made in child processes.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace broadsheet::codes {

/// task(0) ... task(count - 1), two at a time, each answered by its bytes. A task that aborts, crashes, throws,
/// computes for longer than limit or takes ten times as long costs its own answer (nullopt) and no other. Tasks see the
/// caller's memory as it is now and change nothing in it. They run in one forked thread of a program that may have had
/// more, so they must wait for no lock of the caller's. Where no process can be started all answers are nullopt.
std::vector<std::optional<std::string>> isolated(std::size_t count, const std::function<std::string(std::size_t)>& task,
                                                 std::chrono::milliseconds limit);

} // namespace broadsheet::codes
