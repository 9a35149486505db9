// SPDX-License-Identifier: Apache-2.0
#include "text/characters.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace broadsheet::text {
namespace {

icu::UnicodeString unicode(std::u32string_view text) {
    return icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                         static_cast<int32_t>(text.size()));
}

std::u32string points(const icu::UnicodeString& text) {
    std::u32string out;
    out.reserve(static_cast<std::size_t>(text.length()));
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
        out.push_back(static_cast<char32_t>(text.char32At(i)));
    return out;
}

std::u32string normalized(std::u32string_view text, const icu::Normalizer2* form, UErrorCode status) {
    if (U_FAILURE(status)) return std::u32string(text);
    const icu::UnicodeString result = form->normalize(unicode(text), status);
    return U_FAILURE(status) ? std::u32string(text) : points(result);
}

} // namespace

std::u32string code_points(std::string_view text) {
    return points(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))));
}

std::string utf8(std::u32string_view text) {
    std::string out;
    unicode(text).toUTF8String(out);
    return out;
}

std::u32string nfc(std::u32string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
    return normalized(text, form, status);
}

std::u32string nfkc(std::u32string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(status);
    return normalized(text, form, status);
}

std::u32string fold_case(std::u32string_view text) {
    return points(unicode(text).foldCase());
}

std::u32string tidy(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : nfc(text)) {
        const bool blank = is_blank(c) && c != U'\u3000';
        if (!blank)
            out.push_back(c);
        else if (!out.empty() && out.back() != U' ')
            out.push_back(U' ');
    }
    while (!out.empty() && out.back() == U' ')
        out.pop_back();
    return out;
}

std::u32string plain(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : nfkc(text)) { // turns the long s and ligatures into letters
        if (c == soft_hyphen) continue;
        out.push_back(c == U'’' ? U'\'' : c);
    }
    return out;
}

std::u32string lower(std::u32string_view text) {
    return points(unicode(text).toLower(icu::Locale::getRoot()));
}

char32_t upper(char32_t c) {
    return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
}

bool is_letter(char32_t c) {
    // A combining mark that NFC could not fold belongs to its letter.
    return u_isalpha(static_cast<UChar32>(c)) || u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
}
bool is_digit(char32_t c) {
    return u_isdigit(static_cast<UChar32>(c));
}
bool is_upper(char32_t c) {
    return u_isupper(static_cast<UChar32>(c));
}
bool is_lower(char32_t c) {
    return u_islower(static_cast<UChar32>(c));
}
bool is_blank(char32_t c) {
    return u_isUWhiteSpace(static_cast<UChar32>(c));
}

bool is_wide(char32_t c) {
    const auto point = static_cast<UChar32>(c);
    const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
    if (width != U_EA_WIDE && width != U_EA_FULLWIDTH && width != U_EA_HALFWIDTH) return false;
    return u_getIntPropertyValue(point, UCHAR_HANGUL_SYLLABLE_TYPE) == U_HST_NOT_APPLICABLE;
}

bool opens(char32_t c) {
    const int category = u_charType(static_cast<UChar32>(c));
    return category == U_START_PUNCTUATION || category == U_INITIAL_PUNCTUATION;
}

bool closes(char32_t c) {
    const int category = u_charType(static_cast<UChar32>(c));
    if (category == U_END_PUNCTUATION || category == U_FINAL_PUNCTUATION) return true;
    return std::u32string_view(U".,;:!?…。．、，；：！？·%％").find(c) != std::u32string_view::npos;
}

char32_t mirrored(char32_t c) {
    constexpr std::u32string_view quotes = U"“”‘’〝〞"; // have no mirror in Unicode
    if (const auto at = quotes.find(c); at != quotes.npos) return quotes[at ^ 1U];
    return static_cast<char32_t>(u_charMirror(static_cast<UChar32>(c)));
}

bool is_hyphen(char32_t c) {
    return std::u32string_view(U"-\u2010\u2011\u00AD¬=⸗").find(c) != std::u32string_view::npos;
}
bool is_dash(char32_t c) {
    return c == U'–' || c == U'—' || c == U'―';
}

bool ends_sentence(std::u32string_view text) {
    while (!text.empty()) {
        const char32_t c = text.back();
        if (std::u32string_view(U".!?…:。．！？：").find(c) != std::u32string_view::npos) return true;
        const bool after_stop = opens(c) || closes(c) || is_blank(c) || c == U'"' || c == U'\'';
        if (!after_stop || c == U',' || c == U';' || c == U'，' || c == U'；' || c == U'、') return false;
        text.remove_suffix(1);
    }
    return false;
}

bool mostly_wide(std::u32string_view text) {
    int wide = 0;
    int narrow = 0;
    for (const char32_t c : text) {
        if (is_wide_letter(c))
            ++wide;
        else if (is_letter(c))
            ++narrow;
    }
    return wide > 0 && 2 * wide >= narrow; // a Han character carries about as much as two Latin letters
}

} // namespace broadsheet::text
