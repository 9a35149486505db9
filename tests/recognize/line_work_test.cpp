// SPDX-License-Identifier: Apache-2.0
#include "recognize/line_work.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

std::vector<LineRef> lines(int count) {
    std::vector<LineRef> lines;
    for (int l = 0; l < count; ++l)
        lines.push_back({0, l});
    return lines;
}

LineWork::Task doubtful(int line) {
    return {{0, line}, WordsRead{}};
}

/// "3", "3?" for one to be read again, "" for none.
std::string next(LineWork& work, int thread) {
    const std::optional<LineWork::Task> task = work.next(thread);
    if (!task) return "";
    return std::to_string(task->line.line) + (task->doubtful ? "?" : "");
}

TEST(LineWork, GivesTheLinesInTheirOrderToWhoeverAsks) {
    LineWork work(lines(3), {false, false});
    EXPECT_EQ(next(work, 1), "0");
    EXPECT_EQ(next(work, 0), "1");
    EXPECT_EQ(next(work, 1), "2");
    EXPECT_EQ(next(work, 1), "");
    EXPECT_EQ(next(work, 0), "");
}

TEST(LineWork, OneThreadAloneReadsTheDoubtfulLines) {
    LineWork work(lines(4), {false, false});
    work.again(doubtful(7));
    EXPECT_EQ(next(work, 0), "7?");
    work.again(doubtful(8));
    EXPECT_EQ(next(work, 1), "0");
    EXPECT_EQ(next(work, 0), "8?");
    EXPECT_EQ(next(work, 0), "1");
}

TEST(LineWork, ThreadsThatHaveTheEnginesReadDoubtfulLinesFirst) {
    LineWork work(lines(2), {true, true});
    work.again(doubtful(7));
    work.again(doubtful(8));
    EXPECT_EQ(next(work, 0), "7?");
    EXPECT_EQ(next(work, 1), "8?");
    EXPECT_EQ(next(work, 0), "0");
}

TEST(LineWork, OthersJoinWhereManyLinesAreDoubtful) {
    LineWork work(lines(1), {false, false});
    work.again(doubtful(10));
    EXPECT_EQ(next(work, 0), "10?");
    for (int l = 11; l < 16; ++l)
        work.again(doubtful(l));
    EXPECT_EQ(next(work, 1), "11?");
    EXPECT_EQ(next(work, 1), "12?"); // it has its engines now, few as they are
    EXPECT_EQ(next(work, 0), "13?");
}

TEST(LineWork, NoDoubtfulLineIsLeftWhenTheThreadThatReadThemHasEnded) {
    LineWork work(lines(1), {false, false});
    work.again(doubtful(5));
    EXPECT_EQ(next(work, 0), "5?");
    EXPECT_EQ(next(work, 1), "0");
    EXPECT_EQ(next(work, 0), "");
    work.again(doubtful(0));
    EXPECT_EQ(next(work, 1), "0?");
    EXPECT_EQ(next(work, 1), "");
}

TEST(LineWork, AThreadThatEndsLeavesFewDoubtfulLinesToTheOneThatReadsThem) {
    LineWork work(lines(0), {false, false});
    work.again(doubtful(1));
    work.again(doubtful(2));
    EXPECT_EQ(next(work, 0), "1?");
    EXPECT_EQ(next(work, 1), "");
    EXPECT_EQ(next(work, 0), "2?");
    EXPECT_EQ(next(work, 0), "");
}

} // namespace
} // namespace broadsheet
