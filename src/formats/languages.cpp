// SPDX-License-Identifier: Apache-2.0
#include "formats/languages.h"

#include <array>

namespace broadsheet {
namespace {

struct Language {
    const char* model;         ///< Tesseract's
    const char* tag;           ///< BCP 47
    const char* name;          ///< in PAGE's LanguageSimpleType
    const char* bibliographic; ///< ISO 639-2/B where it differs from the model's name
};

// Of one name the first is meant where it is read.
constexpr std::array languages = {
    Language{"afr", "af", "Afrikaans", ""},
    Language{"ara", "ar", "Arabic", ""},
    Language{"bul", "bg", "Bulgarian", ""},
    Language{"cat", "ca", "Catalan", ""},
    Language{"ces", "cs", "Czech", "cze"},
    Language{"chi_sim", "zh-Hans", "Chinese", "chi"},
    Language{"chi_tra", "zh-Hant", "Chinese", ""},
    Language{"dan", "da", "Danish", ""},
    Language{"deu", "de", "German", "ger"},
    Language{"ell", "el", "Greek", "gre"},
    Language{"eng", "en", "English", ""},
    Language{"est", "et", "Estonian", ""},
    Language{"fin", "fi", "Finnish", ""},
    Language{"fra", "fr", "French", "fre"},
    Language{"frk", "de-Latf", "German", ""},
    Language{"heb", "he", "Hebrew", ""},
    Language{"hrv", "hr", "Croatian", ""},
    Language{"hun", "hu", "Hungarian", ""},
    Language{"isl", "is", "Icelandic", "ice"},
    Language{"ita", "it", "Italian", ""},
    Language{"jpn", "ja", "Japanese", ""},
    Language{"kor", "ko", "Korean", ""},
    Language{"lat", "la", "Latin", ""},
    Language{"lav", "lv", "Latvian", ""},
    Language{"lit", "lt", "Lithuanian", ""},
    Language{"nld", "nl", "Dutch", "dut"},
    Language{"nor", "no", "Norwegian", ""},
    Language{"pol", "pl", "Polish", ""},
    Language{"por", "pt", "Portuguese", ""},
    Language{"ron", "ro", "Romanian", "rum"},
    Language{"rus", "ru", "Russian", ""},
    Language{"slk", "sk", "Slovak", "slo"},
    Language{"slv", "sl", "Slovenian", ""},
    Language{"spa", "es", "Spanish", ""},
    Language{"swe", "sv", "Swedish", ""},
    Language{"tur", "tr", "Turkish", ""},
    Language{"ukr", "uk", "Ukrainian", ""},
    Language{"vie", "vi", "Vietnamese", ""},
    Language{"yid", "yi", "Yiddish", ""},
};

const Language* of_model(const std::string& models) {
    std::string model = models.substr(0, models.find('+'));
    if (model.ends_with("_vert")) model.resize(model.size() - 5);
    for (const Language& language : languages)
        if (model == language.model) return &language;
    return nullptr;
}

} // namespace

std::string language_tag(const std::string& models) {
    const Language* language = of_model(models);
    return language ? language->tag : "";
}

std::string language_name(const std::string& models) {
    const Language* language = of_model(models);
    return language ? language->name : "";
}

std::string model_of(const std::string& language) {
    if (language.empty()) return {};
    for (const Language& known : languages)
        if (language == known.model || language == known.tag || language == known.name ||
            language == known.bibliographic || std::string(known.tag).starts_with(language + '-'))
            return known.model;
    const std::size_t region = language.find_last_of("-_");
    return region == std::string::npos ? "" : model_of(language.substr(0, region));
}

} // namespace broadsheet
