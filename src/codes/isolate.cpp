// SPDX-License-Identifier: Apache-2.0
#include "codes/isolate.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <memory>
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

std::chrono::nanoseconds computed_by(pid_t process) {
    clockid_t clock{};
    timespec t{};
    if (::clock_getcpuclockid(process, &clock) != 0 || ::clock_gettime(clock, &t) != 0) return {};
    return std::chrono::seconds(t.tv_sec) + std::chrono::nanoseconds(t.tv_nsec);
}

/// How long a process may compute: its own time, as what is read must not depend on what else the machine does. One
/// that waits for something is given up by the clock on the wall.
class Patience {
public:
    Patience(pid_t process, std::chrono::milliseconds limit)
        : process_(process), computed_(computed_by(process) + limit), until_(Clock::now() + 10 * limit), step_(limit) {}
    bool over() const { return Clock::now() >= until_ || computed_by(process_) >= computed_; }
    /// Milliseconds to wait before asking again.
    int step() const { return static_cast<int>(step_.count()); }

private:
    pid_t process_;
    std::chrono::nanoseconds computed_;
    Clock::time_point until_;
    std::chrono::milliseconds step_;
};

/// Up to size bytes, until the other end closes or patience is over.
bool read_all(int fd, char* data, std::size_t size, const Patience& patience) {
    while (size > 0) {
        pollfd p{fd, POLLIN, 0};
        const int ready = ::poll(&p, 1, patience.step());
        if ((ready < 0 && errno == EINTR) || (ready == 0 && !patience.over())) continue;
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

/// Every step-th task from the first.
struct Tasks {
    std::size_t first = 0;
    std::size_t count = 0;
    std::size_t step = 1;
    const std::function<std::string(std::size_t)>& task;
};

[[noreturn]] void run_child(int fd, const Tasks& tasks) {
    for (std::size_t i = tasks.first; i < tasks.count; i += tasks.step) {
        try {
            const std::string answer = tasks.task(i);
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

std::optional<std::string> read_answer(int fd, const Patience& patience) {
    constexpr std::uint32_t longest = 1U << 20U;
    std::uint32_t size = 0;
    std::array<char, sizeof size> head{};
    if (!read_all(fd, head.data(), head.size(), patience)) return std::nullopt;
    std::memcpy(&size, head.data(), sizeof size);
    if (size > longest) return std::nullopt;
    std::string answer(size, '\0');
    if (!read_all(fd, answer.data(), size, patience)) return std::nullopt;
    return answer;
}

/// Gone with its process when it goes out of scope.
class Child {
public:
    /// Does not run where no process can be started.
    explicit Child(const Tasks& tasks) {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
        const pid_t parent = ::getpid();
        process_ = ::fork();
        if (process_ == 0) {
            be_quiet(parent);
            ::close(ends[0]);
            run_child(ends[1], tasks);
        }
        ::close(ends[1]);
        from_ = ends[0];
    }
    ~Child() {
        if (from_ >= 0) ::close(from_);
        if (!runs()) return;
        ::kill(process_, SIGKILL);
        while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    bool runs() const { return process_ > 0; }
    /// The next task's; nothing when it failed, and the process with it.
    std::optional<std::string> answer(std::chrono::milliseconds limit) {
        return read_answer(from_, Patience(process_, limit));
    }

private:
    pid_t process_ = -1;
    int from_ = -1;
};

} // namespace

std::vector<std::optional<std::string>> isolated(std::size_t count, const std::function<std::string(std::size_t)>& task,
                                                 std::chrono::milliseconds limit) {
    constexpr std::size_t most = 2; // a child has no less to copy than the page
    std::vector<std::optional<std::string>> answers(count);
    std::array<std::unique_ptr<Child>, most> children;
    const auto start = [&](std::size_t first) {
        return first < count ? std::make_unique<Child>(Tasks{first, count, most, task}) : nullptr;
    };
    for (std::size_t i = 0; i < most; ++i)
        children[i] = start(i);
    for (std::size_t i = 0; i < count; ++i) {
        std::unique_ptr<Child>& child = children[i % most];
        if (!child->runs()) return answers;
        answers[i] = child->answer(limit);
        if (!answers[i]) child = start(i + most);
    }
    return answers;
}

} // namespace broadsheet::codes
