// SPDX-License-Identifier: Apache-2.0
#include "image/steps.h"

#include <gtest/gtest.h>

using namespace broadsheet;

TEST(Resolution, IsTheFilesWhereItFitsThePrint) {
    EXPECT_EQ(resolution_of(30, 300), 300);
    EXPECT_EQ(resolution_of(30, 400), 400);
    EXPECT_EQ(resolution_of(20, 200), 200);
}

TEST(Resolution, IsEstimatedWhereTheFileIsWrongOrSilent) {
    EXPECT_EQ(resolution_of(30, 72), 299);
    EXPECT_EQ(resolution_of(30, 1200), 299);
    EXPECT_EQ(resolution_of(30, 0), 299);
    EXPECT_EQ(resolution_of(20, 96), 199);
}

TEST(Resolution, IsUnknownWithoutText) {
    EXPECT_EQ(resolution_of(0, 300), 0);
}
