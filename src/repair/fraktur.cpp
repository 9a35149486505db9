// SPDX-License-Identifier: Apache-2.0
#include "repair/fraktur.h"

#include "text/characters.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace broadsheet::mend {
using namespace text;
namespace {

using Text = std::u32string_view;

bool is_figure(char32_t c) {
    return c == U'8' || c == U'3';
}

bool is_angle(char32_t c) {
    return c == U'<' || c == U'>';
}

std::u32string replaced(std::u32string text, Text from, Text to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != Text::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

/// "e8", "Au8gaben", "Staat3-" but not "A3", "1883er": the figure stands behind a small letter, and nothing or another
/// one behind it.
bool stands_for_letter(Text run, std::size_t i) {
    return is_figure(run[i]) && i > 0 && is_lower(run[i - 1]) && (i + 1 == run.size() || is_lower(run[i + 1]));
}

/// Of the words that a run with foreign signs may be the first that is known, else the likeliest.
std::optional<std::u32string> without_signs(std::u32string run, bool breaks_off, Dictionary& dictionary) {
    constexpr std::size_t long_enough = 4; // "No3" may be one
    for (const auto& [from, to] : {std::pair<Text, Text>{U"c<h", U"ch"},
                                   {U"<h", U"ch"},
                                   {U"c<", U"ch"},
                                   {U">k", U"ck"},
                                   {U"s8", U"s"},
                                   {U"s3", U"s"},
                                   {U"8s", U"s"},
                                   {U"3s", U"s"}})
        run = replaced(std::move(run), from, to);
    std::vector<std::u32string> candidates{U""};
    for (std::size_t i = 0; i < run.size(); ++i) {
        std::vector<Text> letters{Text(run).substr(i, 1)};
        if (run[i] == U'<' && i > 0) letters = {U"ch", U"ck"};
        if (run[i] == U'>' && i > 0) letters = {U"ck", U"ch"};
        if (stands_for_letter(run, i))
            letters = run[i] == U'3' ? std::vector<Text>{U"s", U"z"} : std::vector<Text>{U"s"};
        if (run[i] == U'3' && i == 0) letters = {U"z", U"Z"};
        std::vector<std::u32string> longer;
        for (const Text letter : letters) // the likeliest of all first
            for (const std::u32string& candidate : candidates)
                longer.push_back(candidate + std::u32string(letter));
        candidates = std::move(longer);
        if (candidates.size() > 16) return {};
    }
    std::erase_if(candidates, [](Text c) { return !std::all_of(c.begin(), c.end(), is_narrow_letter); });
    if (candidates.empty()) return {};
    const auto known = std::find_if(candidates.begin(), candidates.end(),
                                    [&](Text candidate) { return is_known(plain(candidate), dictionary); });
    if (known != candidates.end()) return *known;
    const bool sure = run.front() != U'3' && (run.size() >= long_enough || breaks_off || !is_figure(run.back()));
    return sure ? std::optional(candidates.front()) : std::nullopt;
}

struct Alike {
    Text read, printed;
    bool (*is_place)(const std::u32string& run, std::size_t at) = [](const std::u32string&, std::size_t) {
        return true;
    };
};

/// "zurüd", "Blid"; other words with d are known with ck by chance.
bool after_short_vowel(const std::u32string& run, std::size_t at) {
    return at > 0 && Text(U"iuü").find(run[at - 1]) != Text::npos;
}

/// Short words with a capital may be names.
bool in_long_word(const std::u32string& run, std::size_t at) {
    return at == 0 && run.size() >= 6;
}

/// Not of "ch" and "ck".
bool stands_alone(const std::u32string& run, std::size_t at) {
    return at + 1 == run.size() || (run[at + 1] != U'h' && run[at + 1] != U'k');
}

/// In Fraktur hardly to be told apart.
constexpr std::array<Alike, 11> twins{{{U"f", U"ſ"},
                                       {U"ſ", U"f"},
                                       {U"s", U"f"},
                                       {U"h", U"ch"},
                                       {U"ß", U"tz"},
                                       {U"ö", U"s"},
                                       {U"ä", U"s"},
                                       {U"dt", U"cht"},
                                       {U"d", U"ck", after_short_vowel},
                                       {U"V", U"B", in_long_word},
                                       {U"C", U"E", in_long_word}}};

/// Alike where print is worn.
constexpr std::array<Alike, 12> neighbours{{{U"v", U"d"},
                                            {U"o", U"e"},
                                            {U"f", U"k"},
                                            {U"z", U"tz"},
                                            {U"u", U"n"},
                                            {U"n", U"u"},
                                            {U"c", U"e", stands_alone},
                                            {U"x", U"r"},
                                            {U"v", U"o"},
                                            {U"N", U"R", in_long_word},
                                            {U"U", U"A", in_long_word},
                                            {U"l", U"k"}}};

/// The known word that an unknown one is with another letter, or with all of its letters of one kind another.
std::optional<std::u32string> with_another_letter(const std::u32string& run, std::span<const Alike> alike,
                                                  Dictionary& dictionary) {
    for (const Alike& letters : alike) {
        for (std::size_t at = run.find(letters.read); at != Text::npos; at = run.find(letters.read, at + 1)) {
            if (!letters.is_place(run, at)) continue;
            std::u32string other = run;
            other.replace(at, letters.read.size(), letters.printed);
            if (is_known(plain(other), dictionary)) return other;
        }
        if (std::count(run.begin(), run.end(), letters.read.front()) < 2) continue;
        const std::u32string all = replaced(run, letters.read, letters.printed);
        if (all != run && is_known(plain(all), dictionary)) return all;
    }
    return {};
}

/// confidence: of the word that the run of letters is in.
std::optional<std::u32string> made_known(const std::u32string& run, double confidence, Dictionary& dictionary) {
    constexpr std::size_t least = 3, least_of_name = 5;
    constexpr double sure = 0.985;
    if (run.size() < 2 || is_known(plain(run), dictionary)) return {};
    if (auto better = with_another_letter(run, twins, dictionary)) return better;
    const bool may_be_name = is_upper(run.front()) && (run.size() < least_of_name || confidence >= sure);
    if (run.size() < least || may_be_name) return {};
    return with_another_letter(run, neighbours, dictionary);
}

} // namespace

bool is_fraktur(const Page& page, const Line& line) {
    const std::string& by = line.engine.empty() ? page.language : line.engine;
    return by.find("frk") != std::string::npos || by.find("Fraktur") != std::string::npos;
}

void mend_fraktur(Line& line, bool goes_on, Dictionary& dictionary) {
    const auto is_part = [](char32_t c) { return is_narrow_letter(c) || is_figure(c) || is_angle(c); };
    bool is_half = goes_on; // of a word, which says nothing by itself
    for (Word& word : line.words) {
        const std::u32string read = code_points(word.text);
        std::u32string text;
        for (std::size_t i = 0; i < read.size();) {
            std::size_t to = i;
            while (to < read.size() && is_part(read[to]))
                ++to;
            if (to == i) {
                text += read[i++];
                continue;
            }
            const std::u32string run = read.substr(i, to - i);
            const bool letters = std::any_of(run.begin(), run.end(), is_lower);
            const bool signs =
                std::any_of(run.begin(), run.end(), [](char32_t c) { return is_figure(c) || is_angle(c); });
            const bool beside_figure = (i > 0 && is_digit(read[i - 1])) || (to < read.size() && is_digit(read[to]));
            const bool breaks_off = to < read.size() && is_hyphen(read[to]);
            const bool shortened = to < read.size() && read[to] == U'.' && run.size() <= 4 && is_upper(run.front());
            std::optional<std::u32string> better;
            is_half = is_half || (breaks_off && &word == &line.words.back());
            if (letters && signs && !beside_figure) better = without_signs(run, breaks_off, dictionary);
            if (letters && !signs && !is_half && !shortened) better = made_known(run, word.confidence, dictionary);
            text += better.value_or(run);
            is_half = false;
            i = to;
        }
        word.text = utf8(text);
    }
}

} // namespace broadsheet::mend
