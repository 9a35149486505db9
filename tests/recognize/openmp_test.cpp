// SPDX-License-Identifier: Apache-2.0
#include "recognize/engine.h"

#include <atomic>
#include <gtest/gtest.h>
#include <omp.h>
#include <thread>
#include <vector>

// libgomp's interface, as a compiler calls it for "#pragma omp parallel" and "parallel sections".
extern "C" {
void GOMP_parallel(void (*body)(void*), void* data, unsigned threads, unsigned flags);
void GOMP_parallel_sections(void (*body)(void*), void* data, unsigned threads, unsigned count, unsigned flags);
unsigned GOMP_sections_next();
void GOMP_sections_end_nowait();
}

namespace broadsheet {
namespace {

void count(void* data) {
    ++*static_cast<std::atomic<int>*>(data);
}

void take_sections(void* data) {
    auto& taken = *static_cast<std::vector<std::atomic<int>>*>(data);
    for (unsigned section; (section = GOMP_sections_next()) != 0;)
        ++taken[section];
    GOMP_sections_end_nowait();
}

struct Counts {
    std::atomic<int> bodies = 0;
    std::vector<std::atomic<int>> sections = std::vector<std::atomic<int>>(5);
};

void run_regions(Counts& counts) {
    GOMP_parallel(count, &counts.bodies, 2, 0);
    GOMP_parallel_sections(take_sections, &counts.sections, 2, 4, 0);
}

TEST(KeepOpenmpOut, RegionsOfThatThreadAreOneCall) {
    Counts counts;
    std::jthread([&] {
        keep_openmp_out();
        run_regions(counts);
    }).join();
    EXPECT_EQ(counts.bodies, 1);
    for (int section = 1; section <= 4; ++section)
        EXPECT_EQ(counts.sections[section], 1) << section;
}

TEST(KeepOpenmpOut, OtherThreadsKeepOpenmp) {
    std::jthread([] { keep_openmp_out(); }).join();
    Counts counts;
    std::jthread([&] {
        omp_set_dynamic(0);
        run_regions(counts);
    }).join();
    EXPECT_EQ(counts.bodies, omp_get_thread_limit() > 1 ? 2 : 1);
    for (int section = 1; section <= 4; ++section)
        EXPECT_EQ(counts.sections[section], 1) << section;
}

} // namespace
} // namespace broadsheet
