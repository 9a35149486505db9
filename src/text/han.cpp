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
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeSet both = icu::UnicodeSet(simplified).retainAll(traditional);
        // Forms that print before the reforms has too.
        both.addAll(icu::UnicodeSet(UNICODE_STRING_SIMPLE("[\\u7740\\u5F3A\\u6E29\\u51B3\\u51B5\\u51CF\\u51C9\\u51D1"
                                                          "\\u518C\\u5367\\u4E98\\u54A4\\u7934]"),
                                    status)); // 着强温决况减凉凑册卧亘咤礴
        simplified.removeAll(both).freeze();
        traditional.removeAll(both).freeze();
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
