// SPDX-License-Identifier: Apache-2.0
/// How far a result is from the truth.
///
/// Every score is kept as whole numbers (errors and what they are errors of), so that pages add up to sets. What counts
/// as a character, a word and a difference is the profile's matter.
#pragma once

#include "evaluate/profile.h"
#include "page/transcript.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace broadsheet::evaluate {

struct Rate {
    std::int64_t part = 0;
    std::int64_t whole = 0;
    Rate& operator+=(const Rate& other);
    bool operator==(const Rate&) const = default;
};

/// Of one alignment with the fewest errors.
struct Edits {
    std::int64_t correct = 0;
    std::int64_t substituted = 0;
    std::int64_t deleted = 0;  ///< in the truth only
    std::int64_t inserted = 0; ///< in the result only
    std::int64_t errors() const { return substituted + deleted + inserted; }
    std::int64_t truth() const { return correct + substituted + deleted; }
    Edits& operator+=(const Edits& other);
    bool operator==(const Edits&) const = default;
};

using Confusion = std::pair<std::string, std::string>; ///< what the truth has and what the result has in its place

struct Scores {
    Edits characters;
    Edits words;
    Rate bag;       ///< characters missing or extra, whichever are more, whatever their order / of the truth
    Rate bag_words; ///< the same of words
    Rate blanks;    ///< blanks missing or extra / blanks of the truth (a run of white space is one)
    std::optional<Rate> flexible; ///< errors left when lines may be matched in any order / characters: 1 less the
                                  ///< flexible character accuracy of Clausner, Pletschacher, Antonacopoulos 2020

    // From here on only for a truth with regions.
    Rate loss;       ///< errors that the order of printed lines costs / characters
    Rate found;      ///< regions that the result has somewhere / all long and unlike enough to be looked for
    Rate neighbours; ///< neighbouring body regions, both found, that follow each other / all such pairs
    Rate order;      ///< half penalties e / e50 of those pairs: s = 1 / (e / e50 + 1) (Clausner et al. 2013); here a
                     ///< pair in order with others between costs 1, one in wrong order 2, and e50 is 1 a pair
    Rate paragraphs; ///< truth paragraphs of 24 characters and more that are one paragraph of the result / all such
    Rate hyphens;    ///< words broken by a hyphen at a line's end that are mended as the truth has it / all found

    std::map<std::string, Rate> classes;          ///< missed / all characters of the truth, by kind of character
    std::map<std::string, Rate> scripts;          ///< the same by script
    std::map<Confusion, std::int64_t> confusions; ///< runs of errors of up to 8 characters, with their number

    Scores& operator+=(const Scores& other);
    bool operator==(const Scores&) const = default;
};

/// Most frequent first.
std::vector<std::pair<Confusion, std::int64_t>> by_frequency(const std::map<Confusion, std::int64_t>& confusions);

struct Options {
    Profile profile = *find_profile("text");
    bool flexible = false; ///< the flexible character accuracy too; slow for long texts
    std::vector<std::string> ignored_kinds =
        {};                              ///< regions of the truth that do not count, nor what the result has of them
    std::vector<Box> ignored_boxes = {}; ///< the same for regions whose middle lies in one
};

Scores score(const Transcript& truth, const Transcript& result, const Options& options = {});

/// A score that has a name.
struct Measure {
    const char* name;
    bool is_error; ///< the less the better; else a share, the more the better
    const char* meaning;
    std::optional<double> (*value)(const Scores&); ///< nothing where there is nothing to count
};

/// cer, wer, bag, ...: in the order in which they are shown.
std::span<const Measure> measures();
const Measure* find_measure(std::string_view name); ///< null: there is none

} // namespace broadsheet::evaluate
