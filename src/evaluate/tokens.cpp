// SPDX-License-Identifier: Apache-2.0
#include "evaluate/tokens.h"

#include "page/error.h"
#include "text/characters.h"

#include <memory>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>

namespace broadsheet::evaluate {
namespace {

using Pieces = std::vector<std::u32string>;

icu::UnicodeString unicode(std::u32string_view text) {
    return icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                         static_cast<int32_t>(text.size()));
}

using MakeBreaks = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

/// What lies between two boundaries.
Pieces broken(std::u32string_view text, MakeBreaks make) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(make(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) throw Error(std::string("ICU's rules for breaking text: ") + u_errorName(status));
    const icu::UnicodeString units = unicode(text); // the iterator's positions are UTF-16 code units
    breaks->setText(units);
    Pieces pieces;
    std::size_t from = 0;
    int32_t unit = 0;
    for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
        const auto points = static_cast<std::size_t>(units.countChar32(unit, end - unit));
        pieces.emplace_back(text.substr(from, points));
        from += points;
        unit = end;
    }
    return pieces;
}

bool has_letter_or_digit(const std::u32string& piece) {
    for (const char32_t c : piece) {
        const auto point = static_cast<UChar32>(c);
        // As dinglehopper has it, letters of the private use area are letters of old print.
        if (u_isalpha(point) || (U_GET_GC_MASK(point) & (U_GC_N_MASK | U_GC_CO_MASK)) != 0) return true;
    }
    return false;
}

Pieces between_blanks(std::u32string_view text) {
    Pieces pieces;
    bool inside = false;
    for (const char32_t c : text) {
        if (!is_white(c)) {
            if (!inside) pieces.emplace_back();
            pieces.back().push_back(c);
        }
        inside = !is_white(c);
    }
    return pieces;
}

/// known grows by the tokens not seen before.
template <typename Tokens, typename Known>
std::vector<Symbol> numbers_of(const Tokens& tokens, Known& known) {
    std::vector<Symbol> out;
    out.reserve(tokens.size());
    for (const auto& token : tokens)
        out.push_back(known.try_emplace(token, static_cast<Symbol>(known.size())).first->second);
    return out;
}

} // namespace

Pieces characters(std::u32string_view text, Unit unit) {
    if (unit == Unit::grapheme) return broken(text, icu::BreakIterator::createCharacterInstance);
    Pieces pieces;
    pieces.reserve(text.size());
    for (const char32_t c : text)
        pieces.emplace_back(1, c);
    return pieces;
}

Pieces words(std::u32string_view text, WordRule rule) {
    if (rule == WordRule::blanks) return between_blanks(text);
    Pieces pieces = broken(text, icu::BreakIterator::createWordInstance);
    std::erase_if(pieces, [](const std::u32string& piece) { return !has_letter_or_digit(piece); });
    return pieces;
}

std::vector<Symbol> Numbers::of(const Pieces& tokens) {
    return numbers_of(tokens, numbers_);
}

NumberedPair numbered(std::u32string_view truth, std::u32string_view result) {
    std::unordered_map<char32_t, Symbol> numbers;
    NumberedPair pair;
    pair.truth = numbers_of(truth, numbers);
    pair.result = numbers_of(result, numbers);
    return pair;
}

std::int64_t distance(std::u32string_view truth, std::u32string_view result) {
    const NumberedPair pair = numbered(truth, result);
    return distance(Symbols(pair.truth), Symbols(pair.result));
}

} // namespace broadsheet::evaluate
