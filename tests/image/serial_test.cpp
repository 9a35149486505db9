// SPDX-License-Identifier: Apache-2.0
#include "image/serial.h"

#include <gtest/gtest.h>
#include <memory>
#include <opencv2/core.hpp>

namespace broadsheet {
namespace {

TEST(serial_opencv, the_last_of_several_brings_back_what_was_set) {
    cv::setNumThreads(3);
    auto first = std::make_unique<SerialOpenCv>(), second = std::make_unique<SerialOpenCv>();
    EXPECT_EQ(cv::getNumThreads(), 1);
    first.reset();
    EXPECT_EQ(cv::getNumThreads(), 1);
    second.reset();
    EXPECT_EQ(cv::getNumThreads(), 3);
}

} // namespace
} // namespace broadsheet
