// SPDX-License-Identifier: Apache-2.0
#include "codes/isolate.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace broadsheet::codes {
namespace {

using Clock = std::chrono::steady_clock;

bool write_all(int fd, const char* data, std::size_t size) {
    while (size > 0) {
        const ssize_t n = ::write(fd, data, size);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        data += n;
        size -= static_cast<std::size_t>(n);
    }
    return true;
}

/// Up to size bytes, until the other end closes or the time is up.
bool read_all(int fd, char* data, std::size_t size, Clock::time_point until) {
    while (size > 0) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
        if (left <= 0) return false;
        pollfd p{fd, POLLIN, 0};
        const int ready = ::poll(&p, 1, static_cast<int>(left));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return false;
        const ssize_t n = ::read(fd, data, size);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        data += n;
        size -= static_cast<std::size_t>(n);
    }
    return true;
}

/// In the child: a failed assertion prints and dumps core, and neither concerns the user. The program's own handlers
/// must not run here either, and the child must not outlive its parent.
void be_quiet(pid_t parent) {
    for (const int s : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTERM, SIGINT, SIGHUP})
        ::signal(s, SIG_DFL);
    ::signal(SIGPIPE, SIG_IGN);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(1);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    const int null = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (null >= 0) {
        ::dup2(null, STDOUT_FILENO);
        ::dup2(null, STDERR_FILENO);
    }
}

[[noreturn]] void run_child(int fd, std::size_t first, std::size_t count,
                            const std::function<std::string(std::size_t)>& task) {
    for (std::size_t i = first; i < count; ++i) {
        try {
            const std::string answer = task(i);
            const auto size = static_cast<std::uint32_t>(answer.size());
            std::array<char, sizeof size> head{};
            std::memcpy(head.data(), &size, sizeof size);
            if (!write_all(fd, head.data(), head.size()) || !write_all(fd, answer.data(), answer.size())) ::_exit(1);
        } catch (...) {
            ::_exit(1);
        }
    }
    ::_exit(0);
}

std::optional<std::string> read_answer(int fd, Clock::time_point until) {
    constexpr std::uint32_t longest = 1U << 20U;
    std::uint32_t size = 0;
    std::array<char, sizeof size> head{};
    if (!read_all(fd, head.data(), head.size(), until)) return std::nullopt;
    std::memcpy(&size, head.data(), sizeof size);
    if (size > longest) return std::nullopt;
    std::string answer(size, '\0');
    if (!read_all(fd, answer.data(), size, until)) return std::nullopt;
    return answer;
}

} // namespace

std::vector<std::optional<std::string>> isolated(std::size_t count, const std::function<std::string(std::size_t)>& task,
                                                 std::chrono::milliseconds limit) {
    std::vector<std::optional<std::string>> answers(count);
    std::size_t next = 0;
    while (next < count) {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) return answers;
        const pid_t parent = ::getpid();
        const pid_t child = ::fork();
        if (child == 0) {
            be_quiet(parent);
            ::close(ends[0]);
            run_child(ends[1], next, count, task);
        }
        ::close(ends[1]);
        if (child < 0) {
            ::close(ends[0]);
            return answers;
        }
        while (next < count) {
            answers[next] = read_answer(ends[0], Clock::now() + limit);
            if (!answers[next++]) break;
        }
        ::close(ends[0]);
        ::kill(child, SIGKILL);
        while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    return answers;
}

} // namespace broadsheet::codes
