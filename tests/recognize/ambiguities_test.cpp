// SPDX-License-Identifier: Apache-2.0
#include "recognize/ambiguities.h"

#include <dlfcn.h>
#include <gtest/gtest.h>
#include <string>

extern "C" void
load_universal(void* ambigs, const void* encoder_set,
               void* unicharset) __asm__("_ZN9tesseract13UnicharAmbigs13LoadUniversalERKNS_10UNICHARSETEPS1_");

namespace broadsheet {
namespace {

TEST(WithoutAmbiguities, TheProgramsOwnFunctionIsCalledByTheLibrary) {
    void* const called = dlsym(RTLD_DEFAULT, "_ZN9tesseract13UnicharAmbigs13LoadUniversalERKNS_10UNICHARSETEPS1_");
    Dl_info where{};
    ASSERT_NE(dladdr(called, &where), 0);
    EXPECT_EQ(std::string(where.dli_fname).find("libtesseract"), std::string::npos) << where.dli_fname;
}

TEST(WithoutAmbiguities, TheTableIsNotBuilt) {
    const WithoutAmbiguities quickly;
    load_universal(nullptr, nullptr, nullptr); // by Tesseract's own a crash
}

TEST(WithoutAmbiguitiesDeathTest, WithoutItTesseractsOwnIsCalled) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_DEATH(load_universal(nullptr, nullptr, nullptr), "");
    { const WithoutAmbiguities quickly; }
    EXPECT_DEATH(load_universal(nullptr, nullptr, nullptr), "");
}

} // namespace
} // namespace broadsheet
