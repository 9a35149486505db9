// SPDX-License-Identifier: Apache-2.0
#include "repair/hyphen.h"

#include "text/characters.h"

#include <algorithm>
#include <array>

namespace broadsheet::mend {
using namespace text;
namespace {

using Text = std::u32string_view;

/// A word broken by a line's end, in the pieces the decision looks at.
struct Broken {
    std::u32string token;         ///< before the break, back to the blank, without the hyphen: "printer-driver"
    std::u32string rest;          ///< after the break, up to the blank: "gutenprint,"
    std::u32string stem;          ///< letters right before the hyphen: "driver"
    std::u32string tail;          ///< letters right after the break: "gutenprint"
    bool starts_sentence = false; ///< a capital at the token's start means nothing
    std::u32string whole() const { return stem + tail; }
};

struct Verdict {
    JoinKind kind;
    const char* evidence;
};
constexpr Verdict joined(const char* evidence) {
    return {JoinKind::hyphen_removed, evidence};
}
constexpr Verdict kept(const char* evidence) {
    return {JoinKind::hyphen_kept, evidence};
}

template <std::size_t n>
bool is_one_of(Text word, const std::array<Text, n>& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool all_upper(Text word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), is_upper);
}
bool is_vowel(char32_t c) {
    return Text(U"aeiouyäöüAEIOUYÄÖÜ").find(c) != Text::npos;
}

bool has_vowel(Text word) {
    return std::any_of(word.begin(), word.end(), [](char32_t c) { return is_vowel(c) || c > 0x7F; });
}

bool is_address(Text token) {
    return token.find(U"://") != Text::npos || token.find(U'@') != Text::npos || token.starts_with(U"www.");
}

/// A word of its own, by the dictionary or because the page uses it so. Short strings are words by accident.
bool is_word(Text word, const PageWords& words, Dictionary& dictionary) {
    return word.size() >= 2 && (is_known(word, dictionary) || (word.size() >= 3 && words.count(word) > 0));
}

bool is_speck(char32_t c) {
    return Text(U"'\"`´‘’“”„«»‹›.,:;·*^~|").find(c) != Text::npos;
}

/// "<" and ">" as Fraktur's ch and ck are read: "dur<", "zurü>".
bool is_angle(char32_t c) {
    return c == U'<' || c == U'>';
}

/// A letter, or a figure that stands for one between two letters: "comm1ttee".
bool is_of_word(Text token, std::size_t i) {
    if (is_narrow_letter(token[i])) return true;
    if (is_angle(token[i])) return std::count_if(token.begin(), token.end(), is_angle) == 1;
    return is_digit(token[i]) && i > 0 && i + 1 < token.size() && is_narrow_letter(token[i - 1]) &&
           is_narrow_letter(token[i + 1]);
}

Broken taken_apart(Text first, Text second) {
    Broken word;
    const std::size_t blank = first.rfind(U' ');
    word.token = plain(blank == Text::npos ? first : first.substr(blank + 1));
    word.rest = plain(second.substr(0, second.find(U' ')));
    std::size_t from = word.token.size();
    while (from > 0 && is_of_word(word.token, from - 1))
        --from;
    word.stem = word.token.substr(from);
    std::size_t to = 0;
    while (to < word.rest.size() && is_of_word(word.rest, to))
        ++to;
    word.tail = word.rest.substr(0, to);
    word.starts_sentence = blank == Text::npos || ends_sentence(first.substr(0, blank));
    return word;
}

/// "Haus- / und Hof": the hyphen stands for a word that comes later.
std::optional<Verdict> suspended(const Broken& word, const PageWords& words, Dictionary& dictionary) {
    static constexpr std::array<Text, 18> conjunctions{U"und", U"oder", U"bzw",    U"bis",      U"sowie", U"and",
                                                       U"or",  U"to",   U"et",     U"ou",       U"y",     U"o",
                                                       U"e",   U"u",    U"and/or", U"und/oder", U"noch",  U"als"};
    Text rest = word.rest;
    while (!rest.empty() && (rest.back() == U'.' || rest.back() == U','))
        rest.remove_suffix(1);
    if (rest == U"y" && dictionary.has(Habit::french)) return std::nullopt; // "vas-/y"
    const bool in_brackets = word.rest.starts_with(U'(');                   // "Vor- (und Nach-)teile"
    if (!in_brackets && !is_one_of(rest, conjunctions)) return std::nullopt;
    const Verdict verdict{JoinKind::blank, "suspended hyphen"};
    if (in_brackets) return verdict;
    const bool is_whole = words.count(word.whole()) > 0 || is_known(word.whole(), dictionary);
    const bool stem_alone = is_word(word.stem, words, dictionary);
    // "thous-and", "in-to" are words; a German compound that ends in "und" after a whole word is none.
    const bool german = rest == U"und" || rest == U"oder";
    if (is_whole && (!german || !stem_alone)) return std::nullopt;
    return verdict;
}

/// Before the reform of 1996 German broke "ck" as "k-k" and dropped one of three equal consonants in the unbroken word.
std::optional<Mended> old_german(const Broken& word, const PageWords& words, Dictionary& dictionary) {
    if (!dictionary.has(Habit::german) || word.stem.size() < 2 || word.tail.size() < 2) return std::nullopt;
    const auto is_there = [&](const std::u32string& form) {
        return words.count(form) > 0 || is_known(form, dictionary);
    };
    const char32_t last = word.stem.back();
    const char32_t before = word.stem[word.stem.size() - 2];
    if (last == U'k' && word.tail.front() == U'k' && is_vowel(before) && !is_there(word.whole()))
        return Mended{JoinKind::hyphen_removed, "k-k stands for ck", 1, U"c"};
    const bool triple = last == before && last == word.tail.front() && !is_vowel(last);
    if (!triple || !is_vowel(word.tail[1])) return std::nullopt;
    const std::u32string shorter = word.stem.substr(0, word.stem.size() - 1) + word.tail;
    // Dictionaries know the spelling of today; a page that writes "daß" does not.
    const bool old_page = words.count(U"daß") + words.count(U"muß") > 0 && words.count(word.whole()) == 0;
    if (old_page) return Mended{JoinKind::hyphen_removed, "one of three consonants", 1, U""};
    if (words.count(word.whole()) > 0 || words.count(shorter) == 0) {
        if (is_there(word.whole()) || !is_there(shorter)) return std::nullopt;
    }
    return Mended{JoinKind::hyphen_removed, "one of three consonants", 1, U""};
}

/// "glück-/Iich", "ausge-/Liefert": a small letter read as a capital. Only German has hardly a word with a capital in
/// it.
bool is_misread_capital(const Broken& word, const PageWords& words, Dictionary& dictionary) {
    if (!is_lower(word.stem.front()) && !word.starts_sentence) return false;
    if (word.tail.size() < 3 || !is_lower(word.tail[1])) return false;
    const std::u32string whole = lower(word.whole());
    if (!is_word(word.tail, words, dictionary)) return is_known(whole, dictionary) || dictionary.nearly_knows(whole);
    return dictionary.has(Habit::german) && !is_known(word.stem, dictionary) && is_known(whole, dictionary);
}

std::optional<Verdict> by_capitals(const Broken& word, const PageWords& words, Dictionary& dictionary) {
    if (!is_upper(word.tail.front())) return std::nullopt;
    if (is_misread_capital(word, words, dictionary)) return joined("misread capital");
    if (!all_upper(word.stem) || !all_upper(word.tail) || word.whole().size() < 4) return kept("capital");
    const bool both = is_word(word.stem, words, dictionary) && is_word(word.tail, words, dictionary);
    std::u32string name = lower(word.whole());
    name.front() = word.whole().front();
    if (is_known(name, dictionary)) return joined("dictionary");
    if (!has_vowel(word.stem) || !has_vowel(word.tail)) return kept("abbreviation"); // "MS-DOS": no syllables
    return both && word.stem.size() > 2 && word.tail.size() > 2 ? kept("both halves are words")
                                                                : joined("all capitals");
}

std::optional<Verdict> by_page(const Broken& word, const PageWords& words) {
    const int whole = words.count(word.whole());
    const int pair = words.count_pair(word.stem, word.tail);
    if (whole == 0 && pair == 0) return std::nullopt;
    if (whole == pair) return std::nullopt;
    return whole > pair ? joined("document") : kept("document");
}

/// A word of several hyphens, broken at one of them or within a word between two.
bool before_is_hyphen(const Broken& word) {
    const std::size_t before = word.token.size() - word.stem.size();
    return before > 0 && is_hyphen(word.token[before - 1]);
}
bool after_is_hyphen(const Broken& word) {
    return word.rest.size() > word.tail.size() && is_hyphen(word.rest[word.tail.size()]);
}

/// "mother-in-/law", "printer-/driver-package"; but a name's halves are words by accident: "St-Ger-/main-l'Auxerrois".
bool is_chain(const Broken& word, const PageWords& words, Dictionary& dictionary) {
    return (before_is_hyphen(word) || after_is_hyphen(word)) && word.stem.size() >= 3 && word.tail.size() >= 3 &&
           is_lower(word.stem.front()) && !is_known(word.whole(), dictionary) &&
           is_word(word.stem, words, dictionary) && is_word(word.tail, words, dictionary);
}

constexpr std::array<Text, 23> clitics{U"je", U"tu", U"il",  U"elle", U"on",  U"nous", U"vous",  U"ils",
                                       U"y",  U"ce", U"moi", U"toi",  U"en",  U"lui",  U"elles", U"leur",
                                       U"là", U"ci", U"le",  U"la",   U"les", U"même", U"mêmes"};

/// "a-t-/on", "a-/t-on".
bool is_inversion(const Broken& word, Dictionary& dictionary) {
    if (!dictionary.has(Habit::french)) return false;
    if (lower(word.stem) == U"t" && before_is_hyphen(word)) return is_one_of(lower(word.tail), clitics);
    return lower(word.tail) == U"t" && after_is_hyphen(word);
}

/// No word has a hyphen behind them.
constexpr std::array<Text, 4> prefixes{U"ré", U"dé", U"més", U"dés"};

/// "dit-il", "Notre-Dame-de-Lorette", "Fontaines-du-Temple", "réimplémentation".
std::optional<Verdict> french(const Broken& word, Dictionary& dictionary) {
    if (!dictionary.has(Habit::french)) return std::nullopt;
    static constexpr std::array<Text, 10> links{U"de",  U"du", U"des", U"la",   U"le",
                                                U"les", U"en", U"sur", U"sous", U"aux"};
    if (is_known(word.whole(), dictionary)) return std::nullopt;
    if (word.token == word.stem && is_one_of(lower(word.stem), prefixes)) return joined("prefix");
    const bool goes_on = after_is_hyphen(word);
    if (!goes_on && is_one_of(word.tail, clitics) && is_known(word.stem, dictionary)) return kept("clitic");
    if (goes_on && is_one_of(word.tail, links)) return kept("compound name");
    return std::nullopt;
}

/// "deutsch-französisch": two German adjectives side by side; other German compounds are written as one word.
bool is_adjective_pair(const Broken& word, const PageWords& words, Dictionary& dictionary) {
    const Text stem = word.stem;
    const bool adjective = stem.ends_with(U"isch") || stem.ends_with(U"lich") || stem.ends_with(U"tsch");
    return adjective && is_lower(stem.front()) && is_known(stem, dictionary) && is_word(word.tail, words, dictionary);
}

/// "keep-alive" in text of another language: foreign words are mostly English.
bool is_english_pair(const Broken& word, Dictionary& dictionary) {
    if (word.stem.size() < 4 || word.tail.size() < 4) return false;
    std::u32string noun = word.tail; // German nouns are listed with their capital
    noun.front() = upper(noun.front());
    if (is_known(word.stem, dictionary) || is_known(word.tail, dictionary) || is_known(noun, dictionary)) return false;
    const auto english = [&](std::u32string_view text) { return dictionary.english_knows(text); };
    return english(word.stem) && english(word.tail) && !english(word.whole());
}

/// Neither the page nor a dictionary has the word, whole or hyphenated; the continuation is in lower case.
Verdict by_halves(const Broken& word, const PageWords& words, Dictionary& dictionary) {
    if (dictionary.only_wide_script()) return kept("unknown"); // nothing is hyphenated there
    if (all_upper(word.stem) && word.stem.size() > 1) return kept("capitals before the hyphen");
    const bool elided = word.token.size() > 1 && word.token[word.token.size() - 2] == U'\''; // "l'é-/glise"
    if (word.stem.size() == 1 && !elided) return kept("single letter");
    if (is_english_pair(word, dictionary)) return kept("both halves are words");
    const bool stem_on_page = word.stem.size() >= 3 && words.count(word.stem) > 0;
    if (dictionary.has(Habit::german)) {
        if (is_adjective_pair(word, words, dictionary)) return kept("both halves are words");
        // A foreign word that stands alone elsewhere on the page ("apt") is no half of a German one.
        const bool foreign = stem_on_page && is_lower(word.stem.front()) && !is_known(word.stem, dictionary) &&
                             !dictionary.nearly_knows(word.whole());
        if (foreign) return kept("word of the page");
        if (!dictionary.knows_both(word.stem, word.tail)) return joined("lower-case continuation");
    }
    // A name's halves are words by accident: "Riche-lieu", "Haute-ville".
    const bool alone = word.token.size() == word.stem.size();
    const bool is_name = is_upper(word.stem.front()) && (alone ? !word.starts_sentence : before_is_hyphen(word));
    // "mother-/in-law"
    const bool tail_is_word = (word.tail.size() >= 3 || after_is_hyphen(word)) && is_word(word.tail, words, dictionary);
    // "printer-driver-/gutenprint": a chain of small words goes on.
    if (before_is_hyphen(word) && !tail_is_word && is_lower(word.stem.front()) && word.stem.size() >= 4 &&
        is_known(word.stem, dictionary))
        return kept("chain of words");
    if (is_name || !tail_is_word) return joined("lower-case continuation");
    if (is_known(word.stem, dictionary) && is_known(word.tail, dictionary)) return kept("both halves are words");
    const bool both = is_word(word.stem, words, dictionary);
    if (both && !dictionary.nearly_knows(word.whole())) return kept("both halves are words");
    if (word.tail.size() < 4 && alone) return joined("lower-case continuation");
    return dictionary.nearly_knows(word.whole()) ? joined("one letter from a known word")
                                                 : kept("second half is a word");
}

/// "Ausnahm3-/verhältnisse": a letter in the figure's place makes it a word, or the figure looks like Fraktur's s.
bool is_misread_digit(const Broken& word, Dictionary& dictionary) {
    if (word.token.size() < 4 || word.tail.size() < 3 || !is_lower(word.tail.front())) return false;
    const Text letters = Text(word.token).substr(0, word.token.size() - 1);
    if (!is_digit(word.token.back()) || !std::all_of(letters.begin(), letters.end(), is_narrow_letter)) return false;
    const bool like_s = word.token.back() == U'3' || word.token.back() == U'8';
    if (like_s && letters.size() >= 5 && dictionary.has(Habit::german)) return true;
    std::u32string whole = word.token + word.tail;
    char32_t& figure = whole[letters.size()];
    for (figure = U'a'; figure <= U'z'; ++figure)
        if (is_known(whole, dictionary)) return true;
    return false;
}

Verdict decided(const Broken& word, const PageWords& words, Dictionary& dictionary) {
    if (is_address(word.token)) return kept("address");
    if (is_misread_digit(word, dictionary)) return joined("misread figure");
    const bool digits =
        (!word.token.empty() && is_digit(word.token.back())) || (!word.rest.empty() && is_digit(word.rest.front()));
    if (digits) return kept("digit");
    if (word.stem.empty() || word.tail.empty()) return kept("unknown");
    if (const auto verdict = by_page(word, words)) return *verdict;
    if (const auto verdict = by_capitals(word, words, dictionary)) return *verdict;
    if (is_inversion(word, dictionary)) return kept("clitic");
    if (is_chain(word, words, dictionary)) return kept("chain of words");
    if (is_known(word.whole(), dictionary)) return joined("dictionary");
    if (dictionary.lists(word.stem + U"-" + word.tail)) return kept("dictionary");
    if (const auto verdict = french(word, dictionary)) return *verdict;
    return by_halves(word, words, dictionary);
}

/// A dash is a hyphen only where the dictionary wants one: "Konfigura—/tion".
bool is_misread_dash(const Broken& word, const PageWords& words, Dictionary& dictionary) {
    if (word.stem.size() < 2 || word.tail.size() < 2 || !is_lower(word.tail.front())) return false;
    const bool whole = words.count(word.whole()) > 0 || is_known(word.whole(), dictionary);
    return whole && !(is_word(word.stem, words, dictionary) && is_word(word.tail, words, dictionary));
}

struct Ending {
    std::size_t marks = 0;  ///< hyphens or dashes at the end
    std::size_t blanks = 0; ///< before them
    bool dash = false;
    bool soft = false;
};

Ending ending(Text line) {
    Ending end;
    std::size_t at = line.size();
    while (at > 0 && (is_hyphen(line[at - 1]) || is_dash(line[at - 1]))) {
        end.dash = end.dash || is_dash(line[at - 1]);
        end.soft = end.soft || line[at - 1] == soft_hyphen;
        --at, ++end.marks;
    }
    while (at > 0 && is_blank(line[at - 1]))
        --at, ++end.blanks;
    if (end.marks > 1 && !end.soft) end.dash = true; // "--" is a typist's dash
    if (end.marks > 2 || at == 0) return {};
    const bool angle = at > 2 && is_angle(line[at - 1]) && is_letter(line[at - 2]) && is_letter(line[at - 3]);
    if (!angle && !is_word_character(line[at - 1])) return {};
    return end;
}

} // namespace

bool ends_with_hyphen(Text line) {
    return ending(line).marks > 0;
}

Text without_speck(Text line) {
    const bool dirty = line.size() > 1 && is_speck(line.back()) && is_hyphen(line[line.size() - 2]);
    return dirty ? line.substr(0, line.size() - 1) : line;
}

Mended mend_hyphen(Text first, Text second, const PageWords& words, Dictionary& dictionary) {
    const Ending end = ending(first);
    const Broken word = taken_apart(first.substr(0, first.size() - end.marks - end.blanks), second);
    const std::size_t mark = end.marks + end.blanks;
    if (end.soft) return {JoinKind::hyphen_removed, "soft hyphen", mark};
    if (end.dash) {
        if (is_misread_dash(word, words, dictionary)) return {JoinKind::hyphen_removed, "dictionary", mark};
        return {end.blanks > 0 ? JoinKind::blank : JoinKind::nothing, "dash"};
    }
    // The signs of old print are hyphens whatever stands before them; "-" behind a blank may be a dash.
    const char32_t sign = first.back();
    if (end.blanks > 0 && sign != U'¬' && sign != U'⸗') {
        const bool broken = !word.tail.empty() && is_lower(word.tail.front()) && is_known(word.whole(), dictionary);
        return broken ? Mended{JoinKind::hyphen_removed, "dictionary", mark} : Mended{JoinKind::blank, "dash"};
    }
    if (const auto verdict = suspended(word, words, dictionary)) return {verdict->kind, verdict->evidence, 1, U"-"};
    if (auto mended = old_german(word, words, dictionary)) {
        mended->drop += mark;
        return *mended;
    }
    const Verdict verdict = decided(word, words, dictionary);
    if (verdict.kind == JoinKind::hyphen_removed) return {verdict.kind, verdict.evidence, mark};
    return {verdict.kind, verdict.evidence, mark, U"-"}; // printed "=" or "¬" becomes a plain hyphen
}

namespace {

/// "engli» / ſchen", "heb: / räiſche": another sign in a hyphen's place, where the halves are no words and the whole
/// is. In German » opens, so that at a line's end it is none.
bool is_misread_hyphen(Text first, Text second, const PageWords& words, Dictionary& dictionary) {
    if (Text(U"»:;?*~=\"").find(first.back()) == Text::npos) return false;
    const Broken word = taken_apart(first.substr(0, first.size() - 1), second);
    if (word.stem.size() < 2 || word.tail.size() < 3 || !is_lower(word.tail.front())) return false;
    const bool is_whole = words.count(word.whole()) > 0 || is_known(word.whole(), dictionary);
    const bool stem = is_known(word.stem, dictionary), tail = is_known(word.tail, dictionary);
    if (first.back() == U'»' && dictionary.has(Habit::german)) return is_whole || (!stem && !tail);
    return is_whole && !stem && !tail;
}

/// "em / pfangen": neither half is a word.
bool lost_hyphen(const Broken& word, Dictionary& dictionary) {
    const bool bare = word.token == word.stem && word.stem.size() >= 2 && word.tail.size() >= 3;
    return bare && is_lower(word.tail.front()) && !is_known(word.stem, dictionary) &&
           !is_known(word.tail, dictionary) && is_known(word.whole(), dictionary);
}

} // namespace

std::optional<Mended> mend_spoiled_hyphen(Text first, Text second, const PageWords& words, Dictionary& dictionary) {
    if (first.size() < 4 || second.size() < 4) return std::nullopt;
    if (is_misread_hyphen(first, second, words, dictionary))
        return Mended{JoinKind::hyphen_removed, "misread hyphen", 1};
    const std::size_t behind = first.size() - without_speck(first).size();
    const bool twice = ends_with_hyphen(first) && is_hyphen(second.front()) && is_narrow_letter(second[1]);
    const std::size_t before = is_speck(second.front()) || twice;
    if (behind + before == 0) {
        if (ends_with_hyphen(first) || !lost_hyphen(taken_apart(first, second), dictionary)) return std::nullopt;
        return Mended{JoinKind::nothing, "lost hyphen"};
    }
    first.remove_suffix(behind);
    second.remove_prefix(before);
    const Ending end = ending(first);
    if (end.marks == 0 || end.dash || end.blanks > 0) return std::nullopt;
    const Broken word = taken_apart(first.substr(0, first.size() - end.marks), second);
    const bool halves = word.stem.size() >= 2 && word.tail.size() >= 3 && is_lower(word.tail.front()) &&
                        !is_word(word.tail, words, dictionary);
    if (!halves && !is_misread_dash(word, words, dictionary)) return std::nullopt;
    return Mended{JoinKind::hyphen_removed, "dirt at the hyphen", behind + end.marks, {}, before};
}

} // namespace broadsheet::mend
