// SPDX-License-Identifier: Apache-2.0
#include "image/serial.h"

#include <mutex>
#include <opencv2/core.hpp>

namespace broadsheet {
namespace {

struct Held {
    std::mutex mutex;
    int count = 0;
    int before = 0;
};
Held held;

} // namespace

SerialOpenCv::SerialOpenCv() {
    const std::lock_guard lock(held.mutex);
    if (held.count++ > 0) return;
    held.before = cv::getNumThreads();
    cv::setNumThreads(1);
}

SerialOpenCv::~SerialOpenCv() {
    const std::lock_guard lock(held.mutex);
    if (--held.count == 0) cv::setNumThreads(held.before);
}

} // namespace broadsheet
