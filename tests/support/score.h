// SPDX-License-Identifier: Apache-2.0
/// How near a text is to the truth, for the floors of images/. Counted on text without white space, in NFKC, without
/// soft hyphens; one code point is one character.
#pragma once

#include <string>

namespace broadsheet::test {

/// Part of whole; a rate of nothing is 1 in shares.
struct Share {
    int part = 0;
    int whole = 0;
    double value() const { return whole == 0 ? 1.0 : static_cast<double>(part) / whole; }
    bool operator==(const Share&) const = default;
};

struct Score {
    int errors = 0;     ///< Levenshtein distance of the texts
    int characters = 0; ///< of the truth
    Share paragraphs;   ///< truth paragraphs (24 characters and more) that are one output paragraph, up to a tenth of
                        ///< errors
    Share order;        ///< neighbouring truth paragraphs, both found, that follow each other in the output
    Share found;        ///< truth paragraphs long and unlike enough to be looked for that are found at all
    /// Errors a character; where the truth is empty, the number of characters there are all the same.
    double character_error_rate() const { return static_cast<double>(errors) / (characters > 0 ? characters : 1); }
};

/// Both texts have one paragraph a line; blank lines and form feeds do not count.
Score score(const std::string& truth, const std::string& output);

/// Insertions, deletions and substitutions of code points.
int edit_distance(const std::u32string& a, const std::u32string& b);

} // namespace broadsheet::test
