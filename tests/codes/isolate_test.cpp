// SPDX-License-Identifier: Apache-2.0
#include "codes/isolate.h"

#include <atomic>
#include <cstdlib>
#include <gmock/gmock.h>
#include <stdexcept>
#include <thread>

namespace broadsheet::codes {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::Optional;
using Answers = std::vector<std::optional<std::string>>;

TEST(isolated, answers_in_order) {
    const auto answers = isolated(
        3, [](std::size_t i) { return std::string(i * 100'000, 'x'); }, 10s);
    EXPECT_EQ(answers, (Answers{"", std::string(100'000, 'x'), std::string(200'000, 'x')}));
}

TEST(isolated, no_task_is_no_answer) {
    EXPECT_TRUE(isolated(
                    0, [](std::size_t) { return std::string("a"); }, 10s)
                    .empty());
}

TEST(isolated, a_task_that_aborts_costs_itself_only) {
    const auto task = [](std::size_t i) {
        if (i == 1 || i == 2) std::abort();
        return std::to_string(i);
    };
    EXPECT_EQ(isolated(5, task, 10s), (Answers{"0", std::nullopt, std::nullopt, "3", "4"}));
}

TEST(isolated, a_task_that_throws_or_leaves_costs_itself_only) {
    const auto task = [](std::size_t i) -> std::string {
        if (i == 0) throw std::runtime_error("no");
        if (i == 1) std::_Exit(0);
        return "done";
    };
    EXPECT_EQ(isolated(3, task, 10s), (Answers{std::nullopt, std::nullopt, "done"}));
}

TEST(isolated, a_task_that_never_ends_is_stopped) {
    const auto task = [](std::size_t i) {
        while (i == 0)
            std::this_thread::sleep_for(1s);
        return std::string("done");
    };
    EXPECT_EQ(isolated(2, task, 300ms), (Answers{std::nullopt, "done"}));
}

TEST(isolated, a_task_that_computes_without_end_is_stopped) {
    const auto task = [](std::size_t i) {
        for (std::atomic<std::size_t> n = 0; i == 0;)
            ++n;
        return std::string("done");
    };
    EXPECT_EQ(isolated(2, task, 300ms), (Answers{std::nullopt, "done"}));
}

TEST(isolated, time_spent_waiting_is_not_counted) { // as on a machine with much else to do
    const auto task = [](std::size_t) {
        std::this_thread::sleep_for(600ms);
        return std::string("done");
    };
    EXPECT_EQ(isolated(1, task, 300ms), (Answers{"done"}));
}

TEST(isolated, tasks_change_nothing_here) {
    int value = 1;
    const auto answers = isolated(
        1, [&](std::size_t) { return std::to_string(++value); }, 10s);
    EXPECT_THAT(answers, ElementsAre(Optional(std::string("2"))));
    EXPECT_EQ(value, 1);
}

} // namespace
} // namespace broadsheet::codes
