// SPDX-License-Identifier: Apache-2.0
#include "repair/dictionary.h"

#include "text/characters.h"

#include <hunspell/hunspell.hxx>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace broadsheet::mend {
using namespace text;
namespace {

namespace fs = std::filesystem;

/// ISO 639-1 code of a Tesseract language: "deu" -> "de". Tesseract's names for Fraktur are no ISO codes.
std::string iso_code(std::string_view language) {
    if (language == "frk" || language == "Fraktur") return "de";
    const std::string base(language.substr(0, language.find('_')));
    return icu::Locale(base.c_str()).getLanguage();
}

/// Path without extension of the language's dictionary: its main country's first, then the language's own, then any.
std::optional<fs::path> find_dictionary(const fs::path& folder, const std::string& iso) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale likely(iso.c_str());
    likely.addLikelySubtags(status);
    std::vector<std::string> names{iso + "_" + likely.getCountry(), iso};
    std::error_code no_folder;
    std::vector<std::string> others;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, no_folder)) {
        const std::string stem = entry.path().stem().string();
        if (entry.path().extension() == ".aff" && stem.starts_with(iso + "_")) others.push_back(stem);
    }
    std::sort(others.begin(), others.end()); // the folder's own order differs between machines
    names.insert(names.end(), others.begin(), others.end());
    for (const std::string& name : names)
        if (fs::exists(folder / (name + ".aff")) && fs::exists(folder / (name + ".dic"))) return folder / name;
    return std::nullopt;
}

std::string converted(const std::string& text, const char* from, const char* to) {
    const icu::UnicodeString unicode(text.c_str(), static_cast<int32_t>(text.size()), from);
    std::string out(static_cast<std::size_t>(unicode.length()) * 4 + 1, '\0');
    UErrorCode status = U_ZERO_ERROR;
    const int32_t size = unicode.extract(0, unicode.length(), out.data(), static_cast<uint32_t>(out.size()), to);
    out.resize(U_FAILURE(status) ? 0 : static_cast<std::size_t>(size));
    return out;
}

/// Hunspell takes "a-b" for known where a and b are, so the hyphenated entries have to be read from the file.
std::unordered_set<std::string> hyphenated_entries(const fs::path& file, const std::string& encoding) {
    std::unordered_set<std::string> entries;
    std::ifstream in(file, std::ios::binary);
    for (std::string line; std::getline(in, line);) {
        const std::string entry = line.substr(0, line.find_first_of("/\t\r"));
        if (entry.find('-') == std::string::npos) continue;
        entries.insert(encoding == "UTF-8" ? entry : converted(entry, encoding.c_str(), "UTF-8"));
    }
    return entries;
}

bool one_letter_apart(std::u32string_view a, std::u32string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin());
    if (a.size() == b.size()) return x == a.end() || std::equal(x + 1, a.end(), y + 1);
    return std::equal(x, a.end(), y + 1);
}

} // namespace

Habit habit(std::string_view language) {
    const std::string iso = iso_code(language);
    if (iso == "de") return Habit::german;
    if (iso == "fr" || language == "frm") return Habit::french;
    if (iso == "zh" || iso == "ja" || language.starts_with("chi") || language.starts_with("jpn"))
        return Habit::wide_script;
    return Habit::other;
}

struct Dictionary::Language {
    std::string iso;
    Habit habit = Habit::other;
    std::string encoding;
    std::unique_ptr<Hunspell> hunspell;
    std::unordered_set<std::string> hyphenated;
    std::unordered_map<std::string, bool> asked;

    std::string encoded(std::u32string_view word) const {
        const std::string text = utf8(word);
        return encoding == "UTF-8" ? text : converted(text, "UTF-8", encoding.c_str());
    }
    /// The American dictionary has "color", "center", "organize", "traveled".
    bool spells_british(std::u32string_view word) const {
        using Text = std::u32string_view;
        constexpr std::array<std::pair<Text, Text>, 6> pairs{
            {{U"our", U"or"}, {U"is", U"iz"}, {U"ys", U"yz"}, {U"ll", U"l"}, {U"tre", U"ter"}, {U"ogue", U"og"}}};
        if (word.size() < 6) return false;
        return std::ranges::any_of(pairs, [&](const auto& pair) {
            const std::size_t at = word.rfind(pair.first);
            if (at == Text::npos || at < 2) return false;
            std::u32string american(word);
            american.replace(at, pair.first.size(), pair.second);
            return hunspell->spell(encoded(american));
        });
    }
    bool knows(std::u32string_view word) {
        const std::string text = utf8(word);
        const auto [known, is_new] = asked.try_emplace(text, false);
        if (is_new) known->second = hunspell->spell(encoded(word)) || (iso == "en" && spells_british(word));
        return known->second;
    }
};

Dictionary::Dictionary(std::string folder, std::string_view languages) : folder_(std::move(folder)) {
    while (!languages.empty()) {
        const std::size_t plus = std::min(languages.find('+'), languages.size());
        if (plus > 0) codes_.emplace_back(languages.substr(0, plus));
        languages.remove_prefix(std::min(plus + 1, languages.size()));
    }
}

Dictionary::~Dictionary() = default;

void Dictionary::load_language(std::vector<Language>& into, const std::string& iso, Habit its_habit) const {
    const std::optional<fs::path> path = find_dictionary(folder_, iso);
    if (!path) return;
    const std::string affixes = path->string() + ".aff";
    const std::string entries = path->string() + ".dic";
    Language language;
    language.iso = iso;
    language.habit = its_habit;
    language.hunspell = std::make_unique<Hunspell>(affixes.c_str(), entries.c_str());
    language.encoding = language.hunspell->get_dict_encoding();
    language.hyphenated = hyphenated_entries(entries, language.encoding);
    into.push_back(std::move(language));
}

std::vector<Dictionary::Language>& Dictionary::loaded() {
    if (is_loaded_) return languages_;
    is_loaded_ = true;
    std::vector<std::string> done;
    for (const std::string& code : codes_) {
        const std::string iso = habit(code) == Habit::wide_script ? "en" : iso_code(code);
        if (iso.empty() || std::find(done.begin(), done.end(), iso) != done.end()) continue;
        done.push_back(iso);
        load_language(languages_, iso, habit(code));
    }
    return languages_;
}

void Dictionary::load() {
    loaded();
}

bool Dictionary::knows(std::u32string_view word) {
    return std::ranges::any_of(loaded(), [&](Language& l) { return l.knows(word); });
}

bool Dictionary::knows_both(std::u32string_view first, std::u32string_view second) {
    return std::ranges::any_of(
        loaded(), [&](Language& l) { return l.habit != Habit::german && l.knows(first) && l.knows(second); });
}

bool Dictionary::lists(std::u32string_view hyphenated) {
    const std::string as_is = utf8(hyphenated);
    const std::string small = utf8(lower(hyphenated));
    return std::ranges::any_of(
        loaded(), [&](const Language& l) { return l.hyphenated.contains(as_is) || l.hyphenated.contains(small); });
}

bool Dictionary::nearly_knows(std::u32string_view word) {
    const std::u32string small = lower(word);
    for (const Language& language : loaded()) {
        for (const std::string& suggestion : language.hunspell->suggest(language.encoded(word))) {
            const std::string text =
                language.encoding == "UTF-8" ? suggestion : converted(suggestion, language.encoding.c_str(), "UTF-8");
            const std::u32string candidate = lower(code_points(text));
            const bool one_word = std::all_of(candidate.begin(), candidate.end(), is_letter);
            if (one_word && one_letter_apart(small, candidate)) return true;
        }
    }
    return false;
}

bool Dictionary::english_knows(std::u32string_view word) {
    const auto is_english = [](const Language& l) { return l.iso == "en"; };
    const auto own = std::ranges::find_if(loaded(), is_english);
    if (own != languages_.end()) return own->knows(word);
    if (!is_english_loaded_) load_language(english_, "en", Habit::other);
    is_english_loaded_ = true;
    return std::ranges::any_of(english_, [&](Language& l) { return l.knows(word); });
}

bool Dictionary::has(Habit wanted) const {
    return std::any_of(codes_.begin(), codes_.end(), [&](const std::string& code) { return habit(code) == wanted; });
}

bool Dictionary::only_wide_script() const {
    return !codes_.empty() && std::all_of(codes_.begin(), codes_.end(),
                                          [](const std::string& code) { return habit(code) == Habit::wide_script; });
}

bool is_known(std::u32string_view word, Dictionary& dictionary) {
    if (word.empty()) return false;
    return dictionary.knows(word) || (is_upper(word.front()) && dictionary.knows(lower(word)));
}

} // namespace broadsheet::mend
