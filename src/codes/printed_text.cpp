// SPDX-License-Identifier: Apache-2.0
#include "codes/codes.h"

#include "codes/confidence.h"
#include "codes/numbers.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string_view>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace broadsheet {
namespace {

/// One printed character as it was read.
struct Sign {
    std::string_view text; ///< its bytes
    UChar32 folded = 0;    ///< fullwidth digits as ASCII
    bool blank_before = false;
    int place = -1; ///< which character of the payload it stands for; -1: none
};

std::vector<Sign> signs_of(const std::string& read) {
    std::vector<Sign> signs;
    bool blank = false;
    const auto size = static_cast<int32_t>(read.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(read.data());
    for (int32_t at = 0; at < size;) {
        const int32_t start = at;
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (c > 0 && u_isUWhiteSpace(c)) {
            blank = true;
            continue;
        }
        const int digit = c > 0 ? u_charDigitValue(c) : -1;
        signs.push_back({std::string_view(read).substr(start, at - start), digit >= 0 ? '0' + digit : c,
                         blank && !signs.empty(), -1});
        blank = false;
    }
    return signs;
}

bool stands_among(UChar32 c, std::u32string_view set) {
    return set.find(static_cast<char32_t>(c)) != set.npos;
}

/// What recognisers take for each digit.
bool looks_like(UChar32 read, char printed) {
    static constexpr std::array<std::u32string_view, 10> alike{
        U"OoQDUCc〇○口°", U"Il|!itJ/\\Lj丨一]", U"Zz?",   U"Ee8}B", U"AaHhy", U"Ss$§",
        U"bGCeE&",        U"T?/YFZ1v",          U"B&3S6", U"gqyaP"};
    if (printed >= '0' && printed <= '9') return stands_among(read, alike[static_cast<std::size_t>(printed - '0')]);
    return u_foldCase(read, U_FOLD_CASE_DEFAULT) == u_foldCase(printed, U_FOLD_CASE_DEFAULT) ||
           (read >= '0' && read <= '9' && looks_like(printed, static_cast<char>(read)));
}

bool is_separator(UChar32 c) {
    return stands_among(c, U"-‐‑–()");
}
/// What guard bars and dirt are read as.
bool is_stroke(UChar32 c) {
    return stands_among(c, U"|¦!‖'’‘`´′\",.:;·•_[]{}lIi丨");
}

double substitution_cost(UChar32 read, char printed) {
    if (read == printed) return 0;
    if (looks_like(read, printed)) return 0.25;
    const bool letter = read < 128 && u_isalnum(read);
    return letter ? 1 : 1.5; // at an end rather left as it is than taken for a digit
}

/// Gives each sign its place in the payload by the cheapest alignment. Signs before and after it all are cheap to leave
/// out.
void align(std::vector<Sign>& signs, const std::string& payload) {
    const std::size_t n = signs.size();
    const std::size_t m = payload.size();
    const auto leave_out = [&](std::size_t i, std::size_t k) {
        if (k == 0 || k == m) return 0.4;
        return is_separator(signs[i].folded) || is_stroke(signs[i].folded) ? 0.3 : 1.0;
    };
    std::vector<std::vector<double>> cost(n + 1, std::vector<double>(m + 1, std::numeric_limits<double>::max()));
    for (std::size_t i = 0; i <= n; ++i) {
        for (std::size_t k = 0; k <= m; ++k) {
            double& c = cost[i][k];
            if (i == 0) c = static_cast<double>(k);
            if (i > 0) c = std::min(c, cost[i - 1][k] + leave_out(i - 1, k));
            if (k > 0) c = std::min(c, cost[i][k - 1] + 1);
            if (i > 0 && k > 0)
                c = std::min(c, cost[i - 1][k - 1] + substitution_cost(signs[i - 1].folded, payload[k - 1]));
        }
    }
    for (std::size_t i = n, k = m; i > 0;) {
        const double here = cost[i][k];
        if (k > 0 && here == cost[i - 1][k - 1] + substitution_cost(signs[i - 1].folded, payload[k - 1])) {
            signs[i - 1].place = static_cast<int>(k - 1);
            --i;
            --k;
        } else if (here == cost[i - 1][k] + leave_out(i - 1, k)) {
            --i;
        } else {
            --k;
        }
    }
}

/// Before which digits of the payload a blank is printed.
std::vector<int> standard_groups(const Code& code) {
    if (code.symbology == "EAN-13" && code.payload.size() == 13) return {1, 7};
    if (code.symbology == "EAN-8" && code.payload.size() == 8) return {4};
    if (code.symbology == "UPC-A" && code.payload.size() == 12) return {1, 6, 11};
    if (code.symbology == "UPC-E" && code.payload.size() == 8) return {1, 7};
    return {};
}

/// What the alignment says about the printed line.
struct Match {
    int first = -1; ///< places in the payload of the first and the last sign that has one
    int last = -1;
    int alike = 0;   ///< signs that are or look like the payload's
    int alien = 0;   ///< signs in the payload's place that do not
    int missing = 0; ///< characters of the payload between first and last that no sign stands for
};
Match match_of(const std::vector<Sign>& signs, const std::string& payload) {
    Match match;
    for (const Sign& s : signs) {
        if (s.place < 0) continue;
        if (match.first < 0) match.first = s.place;
        match.last = s.place;
        const bool alike = substitution_cost(s.folded, payload[static_cast<std::size_t>(s.place)]) < 1;
        ++(alike ? match.alike : match.alien);
    }
    match.missing = match.first < 0 ? 0 : match.last - match.first + 1 - match.alike - match.alien;
    return match;
}

/// Drops what is neither the payload's nor printed beside or between it.
void drop_strokes(std::vector<Sign>& signs, const Match& match) {
    int place = -1;
    bool blank = false; // before a dropped sign: belongs to the next
    std::vector<Sign> kept;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        Sign s = signs[i];
        place = std::max(place, s.place);
        const bool between = place >= match.first && place < match.last;
        const bool alone = (s.blank_before || i == 0) && (i + 1 == signs.size() || signs[i + 1].blank_before);
        const bool mark = !u_isalnum(s.folded);
        const bool dropped =
            s.place < 0 && (between ? !is_separator(s.folded) : is_stroke(s.folded) && (alone || mark));
        if (dropped) {
            // A guard bar read as a stroke parts the groups as a blank does.
            blank = blank || s.blank_before || is_stroke(s.folded);
            continue;
        }
        s.blank_before = !kept.empty() && (s.blank_before || blank);
        blank = false;
        kept.push_back(s);
    }
    signs = std::move(kept);
}

/// The blanks of the standard grouping instead of those read, unless other groups were printed or more than the
/// payload.
void regroup(std::vector<Sign>& signs, const std::vector<int>& groups) {
    if (groups.empty()) return;
    std::vector<int> read;
    for (const Sign& s : signs) {
        if (s.place < 0 && u_isalnum(s.folded)) return;
        if (s.place < 0 && is_separator(s.folded)) return;
        if (s.place > 0 && s.blank_before) read.push_back(s.place);
    }
    const bool fewer = std::includes(groups.begin(), groups.end(), read.begin(), read.end());
    const bool more = std::includes(read.begin(), read.end(), groups.begin(), groups.end());
    if (!fewer && !more) return;
    for (std::size_t i = 1; i < signs.size(); ++i) {
        if (signs[i].place < 0 || signs[i - 1].place < 0) continue;
        signs[i].blank_before = std::any_of(groups.begin(), groups.end(),
                                            [&](int g) { return signs[i - 1].place < g && g <= signs[i].place; });
    }
}

/// Letters and digits alone, for lines that differ in their grouping.
std::u32string characters_of(const std::string& text) {
    std::u32string out;
    for (const Sign& s : signs_of(text))
        if (u_isalnum(s.folded)) out += static_cast<char32_t>(u_foldCase(s.folded, U_FOLD_CASE_DEFAULT));
    return out;
}

/// The digits of a line that shows nothing else: no letter was read, not even one that looks like a digit.
std::string digits_alone(const std::string& line) {
    std::string digits;
    for (const Sign& s : signs_of(line)) {
        if (s.folded >= '0' && s.folded <= '9')
            digits += static_cast<char>(s.folded);
        else if (!is_separator(s.folded) && !stands_among(s.folded, U"|¦<>."))
            return {};
    }
    return digits;
}

/// The last digit makes the sum of all, from the right in turn once and thrice, a multiple of ten (ISO/IEC 15420, A.1).
bool check_digit_is_right(const std::string& digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i)
        sum += (digits[digits.size() - 1 - i] - '0') * (i % 2 == 0 ? 1 : 3);
    return sum % 10 == 0;
}

std::string symbology_of(const std::string& digits) {
    const bool nothing = std::all_of(digits.begin(), digits.end(), [](char c) { return c == '0'; });
    if (nothing || !check_digit_is_right(digits)) return {};
    return digits.size() == 13 ? "EAN-13" : digits.size() == 12 ? "UPC-A" : digits.size() == 8 ? "EAN-8" : "";
}

} // namespace

Code with_printed_line(Code code, const std::string& read) {
    code.printed = corrected_line(read, code);
    if (!code.payload.empty()) {
        if (characters_of(read).find(characters_of(code.payload)) != std::u32string::npos)
            code.confidence = codes::confirmed(code.confidence);
        return code;
    }
    if (!code.symbology.empty()) return code; // a matrix code: what stands beside it is not what it says
    const std::string digits = digits_alone(read);
    const std::string symbology = symbology_of(digits);
    if (symbology.empty()) return code;
    code.symbology = symbology;
    code.payload = digits;
    code.source = "printed line";
    code.number = codes::standard_number(digits);
    code.confidence = codes::confidence_of_printed(digits.size());
    return code;
}

std::string corrected_line(const std::string& read, const Code& code) {
    const std::string& payload = code.payload;
    constexpr std::size_t longest = 200; // linear codes are shorter, and the alignment costs their product
    const bool plain = std::all_of(payload.begin(), payload.end(), [](char c) { return c > ' ' && c < 127; });
    if (payload.size() < 3 || payload.size() > longest || !plain) return read;
    std::vector<Sign> signs = signs_of(read);
    if (signs.empty()) return "";
    if (signs.size() > 2 * longest) return read;
    align(signs, payload);
    const Match match = match_of(signs, payload);
    const auto characters = static_cast<int>(payload.size());
    const bool same_text =
        match.alike * 10 >= characters * 6 && match.alien + match.missing <= std::max(1, characters / 6);
    if (!same_text) return read;
    drop_strokes(signs, match);
    // Only a line that shows the whole payload has the payload's groups.
    const bool nearly_whole = match.first == 0 && match.last == characters - 1 && match.missing <= 1;
    const std::vector<int> groups = nearly_whole ? standard_groups(code) : std::vector<int>();
    regroup(signs, groups);
    std::string line;
    int before = -1;
    for (const Sign& s : signs) {
        // One character lost between two that were read was printed; more, or one at an end, may not have been.
        const bool lost = s.place >= 0 && before >= 0 && s.place == before + 2 && match.missing == 1;
        const bool opens_group = lost && std::find(groups.begin(), groups.end(), before + 1) != groups.end();
        if (lost && !opens_group) line += payload[static_cast<std::size_t>(before) + 1];
        if (s.blank_before) line += ' ';
        if (opens_group) line += payload[static_cast<std::size_t>(before) + 1];
        if (s.place >= 0)
            line += payload[static_cast<std::size_t>(s.place)];
        else
            line += s.text;
        if (s.place >= 0) before = s.place;
    }
    return line;
}

} // namespace broadsheet
