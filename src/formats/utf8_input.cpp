// SPDX-License-Identifier: Apache-2.0
#include "formats/utf8_input.h"

#include <algorithm>
#include <array>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

namespace broadsheet {
namespace {

constexpr std::size_t piece = 1 << 16;
constexpr std::size_t declaration = 2048;

/// The word after key= in the head of a file, without quotes; empty: none.
std::string declared(std::string_view head, std::string_view key) {
    const std::size_t at = head.find(key);
    if (at == std::string_view::npos) return {};
    std::size_t from = at + key.size();
    if (from < head.size() && (head[from] == '"' || head[from] == '\'')) ++from;
    const std::size_t to = head.find_first_of("\"' \t\r\n;/>?", from);
    return std::string(head.substr(from, std::min(to, head.size()) - from));
}

/// Length of the character at the front (the Unicode standard's table 3-7); 0: none begins there; negative: it may go
/// on behind the end.
int character_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    for (std::size_t i = 1; i < length; ++i) {
        if (i == text.size()) return -1;
        unsigned least = 0x80, most = 0xBF;
        if (i == 1 && lead == 0xE0) least = 0xA0; // overlong
        if (i == 1 && lead == 0xED) most = 0x9F;  // surrogates
        if (i == 1 && lead == 0xF0) least = 0x90;
        if (i == 1 && lead == 0xF4) most = 0x8F;
        if (byte(i) < least || byte(i) > most) return 0;
    }
    return static_cast<int>(length);
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const int length = character_length(text);
        if (length <= 0) return length < 0;
        text.remove_prefix(static_cast<std::size_t>(length));
    }
    return true;
}

std::string encoding_of(std::string_view raw) {
    using namespace std::string_view_literals;
    if (raw.starts_with("\xEF\xBB\xBF")) return {};
    if (raw.starts_with("\xFF\xFE") || raw.starts_with("<\0"sv)) return "UTF-16LE";
    if (raw.starts_with("\xFE\xFF") || raw.starts_with("\0<"sv)) return "UTF-16BE";
    const std::string_view head = raw.substr(0, declaration);
    std::string name = declared(head, "encoding=");
    if (name.empty()) name = declared(head, "charset=");
    if (is_utf8(raw)) return {};
    const auto is = [&](const char* other) { return ucnv_compareNames(name.c_str(), other) == 0; };
    if (is("UTF-8")) return {};
    // What calls itself Latin-1 is Windows-1252, as in browsers (https://encoding.spec.whatwg.org/#names-and-labels).
    return is("ISO-8859-1") || is("Latin1") || is("US-ASCII") ? "windows-1252" : name;
}

/// Windows-1252's characters 0x80 to 0x9F (Microsoft's table); those it lacks stay control characters.
char32_t windows_1252(unsigned char byte) {
    constexpr std::array<char16_t, 32> table = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    return byte >= 0x80 && byte < 0xA0 ? table[byte - 0x80] : byte;
}

std::string without_controls(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::string_view character = text.substr(0, static_cast<std::size_t>(character_length(text)));
        const auto first = static_cast<unsigned char>(character.front());
        const bool control = first < 0x20 && first != '\t' && first != '\n' && first != '\r';
        const bool no_character = character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
        if (!control && !no_character) out += character;
        text.remove_prefix(character.size());
    }
    return out;
}

/// Takes whole characters off the front of raw; last: nothing will follow it.
std::string valid_utf8(std::string& raw, bool last) {
    std::string out;
    std::string_view rest = raw;
    while (!rest.empty()) {
        const int length = character_length(rest);
        if (length < 0 && !last) break;
        if (length > 0) {
            out += rest.substr(0, static_cast<std::size_t>(length));
            rest.remove_prefix(static_cast<std::size_t>(length));
            continue;
        }
        std::array<char, 4> buffer{};
        int32_t size = 0;
        U8_APPEND_UNSAFE(buffer.data(), size, windows_1252(static_cast<unsigned char>(rest.front())));
        out.append(buffer.data(), static_cast<std::size_t>(size));
        rest.remove_prefix(1);
    }
    raw.erase(0, raw.size() - rest.size());
    return out;
}

/// All of raw; what is cut at its end waits in the converter.
std::string converted(UConverter* converter, std::string& raw, bool last) {
    std::u16string wide(raw.size() + 8, u'\0');
    const char* from = raw.data();
    UChar* to = wide.data();
    UErrorCode error = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &to, wide.data() + wide.size(), &from, raw.data() + raw.size(), nullptr, last, &error);
    raw.clear();
    std::string bytes;
    for (const UChar* at = wide.data(); at < to;) {
        UChar32 c = 0;
        std::array<char, 4> buffer{};
        int32_t size = 0;
        const auto left = static_cast<int32_t>(to - at);
        int32_t used = 0;
        U16_NEXT(at, used, left, c);
        at += used;
        if (U_IS_SURROGATE(c)) c = 0xFFFD;
        U8_APPEND_UNSAFE(buffer.data(), size, c);
        bytes.append(buffer.data(), static_cast<std::size_t>(size));
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    return bytes;
}

} // namespace

void Utf8Input::CloseConverter::operator()(UConverter* converter) const {
    ucnv_close(converter);
}

Utf8Input::Utf8Input(std::istream& bytes) : bytes_(bytes) {
    raw_.resize(piece);
    bytes_.read(raw_.data(), static_cast<std::streamsize>(raw_.size()));
    raw_.resize(static_cast<std::size_t>(bytes_.gcount()));
    const std::string encoding = encoding_of(raw_);
    if (raw_.starts_with("\xEF\xBB\xBF")) raw_.erase(0, 3);
    UErrorCode error = U_ZERO_ERROR;
    if (!encoding.empty()) converter_.reset(ucnv_open(encoding.c_str(), &error));
    if (U_FAILURE(error)) converter_.reset();
    fill();
}

void Utf8Input::drop_controls() {
    drops_controls_ = true;
    text_ = without_controls(head());
    setg(text_.data(), text_.data(), text_.data() + text_.size());
}

Utf8Input::~Utf8Input() = default;

/// More text; false at the end.
bool Utf8Input::fill() {
    while (!ended_) {
        if (raw_.size() < 4) {
            const std::size_t kept = raw_.size();
            raw_.resize(kept + piece);
            bytes_.read(raw_.data() + kept, piece);
            raw_.resize(kept + static_cast<std::size_t>(bytes_.gcount()));
        }
        ended_ = !bytes_;
        text_ = converter_ ? converted(converter_.get(), raw_, ended_) : valid_utf8(raw_, ended_);
        if (drops_controls_) text_ = without_controls(text_);
        setg(text_.data(), text_.data(), text_.data() + text_.size());
        if (!text_.empty()) return true;
    }
    return false;
}

Utf8Input::int_type Utf8Input::underflow() {
    if (gptr() == egptr() && !fill()) return traits_type::eof();
    return traits_type::to_int_type(*gptr());
}

} // namespace broadsheet
