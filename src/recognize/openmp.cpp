// SPDX-License-Identifier: Apache-2.0
/// Tesseract opens an OpenMP region for every step of its network, some ten thousand a line, and libgomp wakes its
/// (one) thread through the kernel at the end of each: a tenth of the time goes there even with one thread, and many
/// times the whole with more (tesseract#3109). In threads that asked for it, these regions are plain calls.
///
/// The functions below are the ones of libgomp's interface that Tesseract calls; being in the program they go before
/// libgomp's. All other threads get libgomp's own.
#include "recognize/engine.h"

#include <dlfcn.h>
#include <omp.h>

namespace broadsheet {

namespace {

thread_local bool without_openmp = false;

/// Sections of the region this thread is in, and how many of them it has taken.
struct Sections {
    unsigned count = 0;
    unsigned taken = 0;
    bool serial = false;
};
thread_local Sections sections;

template <typename Function>
Function* libgomp(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

} // namespace

void keep_openmp_out() {
    without_openmp = true;
    omp_set_max_active_levels(0); // should another library's functions stand before ours
}

} // namespace broadsheet

extern "C" {

void GOMP_parallel(void (*body)(void*), void* data, unsigned threads, unsigned flags) {
    static const auto theirs = broadsheet::libgomp<decltype(GOMP_parallel)>("GOMP_parallel");
    broadsheet::without_openmp ? body(data) : theirs(body, data, threads, flags);
}

void GOMP_parallel_sections(void (*body)(void*), void* data, unsigned threads, unsigned count, unsigned flags) {
    static const auto theirs = broadsheet::libgomp<decltype(GOMP_parallel_sections)>("GOMP_parallel_sections");
    if (!broadsheet::without_openmp) return theirs(body, data, threads, count, flags);
    const broadsheet::Sections outer = broadsheet::sections;
    broadsheet::sections = {count, 0, true};
    body(data);
    broadsheet::sections = outer;
}

/// The number of the next section, from 1; 0: there is none.
unsigned GOMP_sections_next() {
    static const auto theirs = broadsheet::libgomp<decltype(GOMP_sections_next)>("GOMP_sections_next");
    broadsheet::Sections& own = broadsheet::sections;
    if (!own.serial) return theirs();
    return own.taken < own.count ? ++own.taken : 0;
}

void GOMP_sections_end_nowait() {
    static const auto theirs = broadsheet::libgomp<decltype(GOMP_sections_end_nowait)>("GOMP_sections_end_nowait");
    if (!broadsheet::sections.serial) theirs();
}
}
