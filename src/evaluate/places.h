// SPDX-License-Identifier: Apache-2.0
/// Where the truth's regions are in a result, told by runs of characters that occur once.
#pragma once

#include "evaluate/scores.h"
#include "page/transcript.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace broadsheet::evaluate {

/// A region as it is looked for: folded as the profile "bench" has it, whichever profile counts the errors.
struct Folded {
    const Region* region = nullptr;
    std::u32string text;               ///< with blanks
    std::u32string flat;               ///< without
    std::vector<std::u32string> lines; ///< as printed, without white space at their ends
};
/// The regions must outlive the result.
std::vector<Folded> folded(const std::vector<Region>& regions);
std::u32string folded(const std::string& text);

/// Captions, running heads and feet, page numbers, pictures, marginalia, advertisements: they stand where they find
/// room, so that their place among the other regions is no matter of right and wrong.
bool is_float(const std::string& kind);

/// Where each text starts in flat: the start that most of its 5-grams which occur once agree on.
std::vector<std::optional<std::int64_t>> locate(const std::vector<std::u32string_view>& texts,
                                                std::u32string_view flat);

/// Places of runs of five characters that occur in a text.
class Grams {
public:
    explicit Grams(std::u32string_view text);
    /// Where the run occurs; -1: nowhere, or more than once.
    std::int64_t only_place(std::u32string_view run) const;
    static constexpr std::size_t length = 5;

private:
    std::unordered_map<std::u32string_view, std::int64_t> places_;
};

/// The value that most have; of several, the one seen first.
class Votes {
public:
    void add(std::int64_t value);
    bool empty() const { return counts_.empty(); }
    std::int64_t winner() const;

private:
    std::vector<std::pair<std::int64_t, int>> counts_; // in the order first seen
    std::unordered_map<std::int64_t, std::size_t> at_;
};

/// The regions with every float that the result has moved behind the body region that precedes it there; as they were
/// if that makes the texts no more alike.
std::vector<Folded> with_floats_placed(const std::vector<Folded>& regions, std::u32string_view flat);

/// Errors of the result's characters less those of the same characters with its printed lines put in true order.
/// Nothing where no line is found.
std::optional<std::int64_t> order_errors(const std::vector<Folded>& regions, std::u32string_view flat);

/// found, neighbours and order of Scores.
void score_order(const std::vector<Folded>& regions, std::u32string_view flat, Scores& scores);

} // namespace broadsheet::evaluate
