// SPDX-License-Identifier: Apache-2.0
#include "recognize/ambiguities.h"

#include <dlfcn.h>
#include <utility>

namespace broadsheet {

namespace {

thread_local bool without_ambiguities = false;

constexpr const char* kLoadUniversal = "_ZN9tesseract13UnicharAmbigs13LoadUniversalERKNS_10UNICHARSETEPS1_";

} // namespace

WithoutAmbiguities::WithoutAmbiguities() : before_(std::exchange(without_ambiguities, true)) {}

WithoutAmbiguities::~WithoutAmbiguities() {
    without_ambiguities = before_;
}

} // namespace broadsheet

extern "C" {

/// tesseract::UnicharAmbigs::LoadUniversal(const UNICHARSET&, UNICHARSET*), which being in the program goes before the
/// library's; where that has none of this name, or binds its own calls, it is never called.
void broadsheet_load_universal(void* ambigs, const void* encoder_set, void* unicharset) __asm__(
    "_ZN9tesseract13UnicharAmbigs13LoadUniversalERKNS_10UNICHARSETEPS1_");

void broadsheet_load_universal(void* ambigs, const void* encoder_set, void* unicharset) {
    using Function = void(void*, const void*, void*);
    static const auto theirs = reinterpret_cast<Function*>(dlsym(RTLD_NEXT, broadsheet::kLoadUniversal));
    if (!broadsheet::without_ambiguities && theirs) theirs(ambigs, encoder_set, unicharset);
}
}
