// SPDX-License-Identifier: Apache-2.0
/// The Hunspell dictionaries of a page's languages. Loaded at the first question (some 50 ms a language), asked once a
/// word; a language without a dictionary is left out. Not shared between threads.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::mend {

/// How a language builds words, as far as line-end hyphens need it.
enum class Habit { other, german, french, wide_script };
/// The habit of one Tesseract language code ("deu", "frk", "chi_sim").
Habit habit(std::string_view language);

class Dictionary {
public:
    /// folder: of .aff/.dic pairs; languages as in Tesseract: "eng", "deu+eng". Pages in a wide script look their Latin
    /// words up in English.
    Dictionary(std::string folder, std::string_view languages);
    ~Dictionary();
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;

    /// Loads what the first question would load.
    void load();

    /// Words are plain() letters without hyphens. English words may be spelled as in Britain.
    bool knows(std::u32string_view word);
    /// One language other than German knows both; German builds words of words, so there the pair proves nothing.
    bool knows_both(std::u32string_view first, std::u32string_view second);
    /// The dictionary has the hyphenated word itself, not only its parts.
    bool lists(std::u32string_view hyphenated);
    /// A known word is one letter away.
    bool nearly_knows(std::u32string_view word);
    /// The word is English, whatever the page's languages are.
    bool english_knows(std::u32string_view word);
    bool has(Habit wanted) const;
    /// The page has no language but those of wide scripts.
    bool only_wide_script() const;

private:
    struct Language;
    std::vector<Language>& loaded();
    void load_language(std::vector<Language>& into, const std::string& iso, Habit its_habit) const;

    std::string folder_;
    std::vector<std::string> codes_;
    std::vector<Language> languages_;
    std::vector<Language> english_; ///< one or none
    bool is_loaded_ = false;
    bool is_english_loaded_ = false;
};

/// Known as it stands or with a small first letter: the capital of a sentence's start, of a heading.
bool is_known(std::u32string_view word, Dictionary& dictionary);

} // namespace broadsheet::mend
