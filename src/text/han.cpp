// SPDX-License-Identifier: Apache-2.0
#include "text/han.h"

#include <algorithm>
#include <memory>
#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <unicode/uniset.h>

namespace broadsheet::text {
namespace {

/// The Han characters of a character set; none where ICU does not know it.
icu::UnicodeSet han_of(const char* character_set) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeSet set;
    const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(character_set, &status), ucnv_close);
    if (U_SUCCESS(status)) ucnv_getUnicodeSet(converter.get(), set.toUSet(), UCNV_ROUNDTRIP_SET, &status);
    set.retain(0x4E00, 0x9FFF);
    if (U_FAILURE(status)) set.clear();
    return set;
}

struct Forms {
    icu::UnicodeSet simplified = han_of("GB2312"), traditional = han_of("Big5");
    std::unique_ptr<icu::Transliterator> to_traditional;

    Forms() {
        const icu::UnicodeSet both = icu::UnicodeSet(simplified).retainAll(traditional);
        simplified.removeAll(both).freeze();
        traditional.removeAll(both).freeze();
        UErrorCode status = U_ZERO_ERROR;
        to_traditional.reset(icu::Transliterator::createInstance("Hans-Hant", UTRANS_FORWARD, status));
        if (U_FAILURE(status)) to_traditional.reset();
    }
};

const Forms& forms() {
    static const Forms forms;
    return forms;
}

} // namespace

bool is_simplified(char32_t c) {
    return forms().simplified.contains(static_cast<UChar32>(c));
}

bool is_traditional(char32_t c) {
    return forms().traditional.contains(static_cast<UChar32>(c));
}

bool is_written_traditionally(std::u32string_view text) {
    constexpr int share = 4;
    const auto simplified = std::ranges::count_if(text, is_simplified);
    const auto traditional = std::ranges::count_if(text, is_traditional);
    return traditional * share > simplified + traditional;
}

char32_t traditional(char32_t c) {
    if (!is_simplified(c) || !forms().to_traditional) return c;
    icu::UnicodeString text(static_cast<UChar32>(c));
    forms().to_traditional->transliterate(text);
    return text.countChar32() == 1 ? static_cast<char32_t>(text.char32At(0)) : c;
}

} // namespace broadsheet::text
