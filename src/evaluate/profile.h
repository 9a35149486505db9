// SPDX-License-Identifier: Apache-2.0
/// What counts as a difference between two texts, and what a character and a word is.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::evaluate {

/// All texts are brought to NFC first, CR LF and CR become LF, and white space around the whole text is left out.
/// Whatever else is made equal is in this list.
struct Ignored {
    bool letter_case = false; ///< full Unicode case folding: ß is ss
    bool width = false;       ///< compatibility variants (NFKC): full and half width, ligatures, superscripts, long s
    bool quotes = false;      ///< “ ” „ « » are ", ‘ ’ ‚ ` are '
    bool dashes = false;      ///< — – ‐ ‑ − ⸗ ¬ are -; soft hyphens are nothing
    bool long_s = false;      ///< ſ is s
    bool blanks = false;      ///< characters are counted without white space; words are still parted by it
    bool line_breaks = false; ///< any run of white space is one blank, and nothing where it breaks a line between two
                              ///< wide characters (CSS Text 3, segment breaks; Hangul is written with blanks)
    bool hyphenation = false; ///< hyphens between letters are nothing, together with a line break behind them
    bool operator==(const Ignored&) const = default;
};

enum class Unit {
    grapheme,   ///< extended grapheme clusters (UAX 29), as dinglehopper
    code_point, ///< as ocreval and most scripts
};

enum class WordRule {
    unicode, ///< UAX 29 with ICU's dictionaries for Chinese, Japanese, Thai; pieces without letter or digit are none
    blanks,  ///< whatever stands between white space
};

struct Profile {
    Ignored ignored;
    Unit unit = Unit::grapheme;
    WordRule words = WordRule::unicode;
    bool spare_blanks_count = true; ///< doubled blanks, blanks at line ends, empty lines; if they do not, a line break
                                    ///< that ends the text counts, and line_breaks has no effect
    bool floats_move = true; ///< captions, running heads and feet and the like may stand between any two regions: the
                             ///< truth is taken with them where the result has them
};

/// strict        as it stands: every blank and line break counts (dinglehopper's character error rate)
/// text          line breaks do not count: what a person reads; the profile when none is named
/// search        what a search engine sees: nor do case, width, quotes, dashes, long s and hyphenation
/// bench         NFKC, quotes, dashes and long s folded, characters without white space, words by white space, code
///               points: the team's bench
/// ocr-d         characters without white space (OCR-D's specification)
/// isri          spare blanks do not count, line breaks do, code points (ocreval)
/// Nothing where there is no such profile.
std::optional<Profile> find_profile(std::string_view name);
inline constexpr std::array profile_names = {"strict", "text", "search", "bench", "ocr-d", "isri"};

/// The member for "case", "width", "quotes", "dashes", "long-s", "blanks", "line-breaks", "hyphenation"; else null.
bool* find_ignored(Ignored& ignored, std::string_view name);
inline constexpr std::array ignored_names = {"case",   "width",  "quotes",      "dashes",
                                             "long-s", "blanks", "line-breaks", "hyphenation"};

/// The text with what is ignored made equal; blanks stay (see without_blanks), so that words can be found.
std::u32string normalised(std::string_view utf8, const Profile& profile);
std::u32string without_blanks(std::u32string_view text);

/// White space in the sense of Unicode, and the separators FS, GS, RS, US.
bool is_white(char32_t c);
/// Without white space at its ends.
std::u32string_view stripped(std::u32string_view text);

} // namespace broadsheet::evaluate
