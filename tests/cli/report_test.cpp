// SPDX-License-Identifier: Apache-2.0
#include "cli/report.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Report, OneLine) {
    EXPECT_EQ(one_line("plain: Zürich 江南"), "plain: Zürich 江南");
    EXPECT_EQ(one_line("OpenCV(4.6.0) a.cpp:12:\n\terror: (-215)\r\n"), "OpenCV(4.6.0) a.cpp:12: error: (-215)");
    EXPECT_EQ(one_line("\x1b[31mred\x7f"), "[31mred");
    EXPECT_EQ(one_line("\n"), "");
}

TEST(Report, FailureNamesTheInputOnce) {
    EXPECT_EQ(failure("a.png", "empty file"), "a.png: empty file");
    EXPECT_EQ(failure("a.png", "a.png: empty file"), "a.png: empty file");
    EXPECT_EQ(failure("a", "a.png: empty file"), "a: a.png: empty file");
    EXPECT_EQ(failure("-", "-: empty file"), "standard input: empty file");
}

TEST(Report, WithoutName) {
    EXPECT_EQ(without_name("a.png", "a.png: empty file"), "empty file");
    EXPECT_EQ(without_name("a.png", "empty file"), "empty file");
}

} // namespace
} // namespace broadsheet
