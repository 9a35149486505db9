// SPDX-License-Identifier: Apache-2.0
/// Text as numbers: equal numbers are equal characters or words.
#pragma once

#include "evaluate/align.h"
#include "evaluate/profile.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace broadsheet::evaluate {

/// The characters of a text.
std::vector<std::u32string> characters(std::u32string_view text, Unit unit);

/// Its words.
std::vector<std::u32string> words(std::u32string_view text, WordRule rule);

/// Gives every token that it is shown a number, the same for the same token.
class Numbers {
public:
    std::vector<Symbol> of(const std::vector<std::u32string>& tokens);

private:
    std::unordered_map<std::u32string, Symbol> numbers_;
};

/// Both texts by code point.
struct NumberedPair {
    std::vector<Symbol> truth;
    std::vector<Symbol> result;
};
NumberedPair numbered(std::u32string_view truth, std::u32string_view result);

/// Distance in code points.
std::int64_t distance(std::u32string_view truth, std::u32string_view result);

} // namespace broadsheet::evaluate
