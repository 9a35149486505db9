// SPDX-License-Identifier: Apache-2.0
#include "recognize/ambiguities.h"

#include <dlfcn.h>
#include <utility>

namespace broadsheet {

namespace {

thread_local bool without_ambiguities = false;

} // namespace

WithoutAmbiguities::WithoutAmbiguities() : before_(std::exchange(without_ambiguities, true)) {}

WithoutAmbiguities::~WithoutAmbiguities() {
    without_ambiguities = before_;
}

} // namespace broadsheet

/// A literal, as the name of a symbol must be.
#define LOAD_UNIVERSAL "_ZN9tesseract13UnicharAmbigs13LoadUniversalERKNS_10UNICHARSETEPS1_"

extern "C" {

/// tesseract::UnicharAmbigs::LoadUniversal(const UNICHARSET&, UNICHARSET*), which being in the program goes before the
/// library's; where that has none of this name, or binds its own calls, it is never called.
void broadsheet_load_universal(void* ambigs, const void* encoder_set, void* unicharset) __asm__(LOAD_UNIVERSAL);

void broadsheet_load_universal(void* ambigs, const void* encoder_set, void* unicharset) {
    using Function = void(void*, const void*, void*);
    static const auto theirs = reinterpret_cast<Function*>(dlsym(RTLD_NEXT, LOAD_UNIVERSAL));
    if (!broadsheet::without_ambiguities && theirs) theirs(ambigs, encoder_set, unicharset);
}
}
