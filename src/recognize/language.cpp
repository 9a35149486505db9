// SPDX-License-Identifier: Apache-2.0
#include "page/error.h"
#include "recognize/engine.h"
#include "text/characters.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <set>
#include <string_view>
#include <thread>
#include <utility>

namespace broadsheet {

namespace {

/// The commonest words of a language: any line or two of running text has some (Grefenstette 1995).
const std::map<std::string, std::set<std::string_view>>& function_words() {
    static const std::map<std::string, std::set<std::string_view>> words{
        {"eng", {"the",  "of", "and", "to",  "in",   "is", "that", "it",   "for", "was",
                 "with", "as", "be",  "are", "this", "by", "not",  "have", "or",  "from"}},
        {"deu", {"der", "die", "und", "das", "in",  "den",   "von", "zu",   "mit", "sich",
                 "des", "auf", "ist", "im",  "dem", "nicht", "ein", "eine", "als", "auch"}},
        {"frk", {"der", "die", "und", "das", "in", "den", "von",   "zu",  "mit",  "ſich", "sich",
                 "des", "auf", "iſt", "ist", "im", "dem", "nicht", "ein", "eine", "daß"}},
        {"fra", {"le",  "la",  "les",  "des",  "de",  "et",  "est", "une", "un",  "du",
                 "que", "qui", "dans", "pour", "sur", "par", "au",  "en",  "pas", "il"}},
        {"spa", {"el",  "la", "los", "las", "de", "que",  "y",  "en", "un", "una",
                 "del", "se", "por", "con", "no", "para", "su", "al", "es", "lo"}},
    };
    return words;
}

struct Score {
    double letters = 0;
    double confidence = 0; // summed over letters
    double words = 0;
    double known = 0;
};

/// least: bytes of a common word.
void add_words(const std::vector<std::string>& languages, const std::vector<Word>& words, Score& score,
               std::size_t least = 1) {
    for (const Word& word : words) {
        const double letters = static_cast<double>(word.text.size());
        score.letters += letters;
        score.confidence += letters * word.confidence;
        score.words += 1;
        std::string low = word.text;
        for (char& c : low)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        const auto has_it = [&](const std::string& language) {
            const auto common = function_words().find(language);
            return common != function_words().end() && common->second.contains(low);
        };
        if (low.size() >= least && std::any_of(languages.begin(), languages.end(), has_it)) score.known += 1;
    }
}

/// Confidence leads; among languages of one script, whose models read each other's letters well, common words decide.
double merit(const Score& s) {
    if (s.letters == 0) return 0;
    return s.confidence / s.letters + std::min(0.5, s.known / std::max(1.0, s.words));
}

} // namespace

double legibility(const Page& page) {
    // Tesseract is nearly as sure of letters upside down (0.9) as of others: its words must tell. Of running text a
    // third are common ones, of a list of names one in twenty.
    constexpr double without_words = -0.25, weight = 2.5, most = 0.5, without_list = 0.25;
    const std::vector<std::string> languages = split_languages(page.language);
    const bool has_list = std::any_of(languages.begin(), languages.end(),
                                      [](const std::string& l) { return function_words().contains(l); });
    Score score;
    double ems = 0, letters = 0;
    for (const Block& block : page.blocks)
        for (const Line& line : block.lines) {
            if (line.vertical) continue; // read upright, whichever way the sheet lies
            add_words(languages, line.words, score, 3); // dirt has the shorter ones as well
            ems += static_cast<double>(line.box.width()) / std::max(1, line.text_height);
            for (const Word& word : line.words) // no figures: a model for another script takes its letters for those
                letters += word.confidence *
                           static_cast<double>(std::ranges::count_if(text::code_points(word.text), text::is_letter));
        }
    if (score.letters == 0 || ems == 0) return 0;
    if (!has_list) return std::min(1.0, letters / ems) + without_list;
    const double common = score.known / std::max(1.0, score.words);
    return score.confidence / score.letters + without_words + std::min(most, weight * common);
}

bool has_common_words(const std::string& language) {
    return function_words().contains(language);
}

std::string language_by_words(const std::vector<Word>& words, const std::vector<Model>& models) {
    // Of running text a third are common words of its language, and some are common ones of a neighbour's.
    constexpr double sure = 0.75, many = 0.16, ahead = 0.1, least = 4;
    Score best, second;
    std::string language;
    for (const Model& model : models) {
        // Fraktur has the common words of German, and is told by how well it is read.
        if (model.language == "frk" || model.language == language || !function_words().contains(model.language))
            continue;
        Score score;
        add_words({model.language}, words, score);
        if (score.known > best.known) {
            second = std::exchange(best, score);
            language = model.language;
        } else if (score.known > second.known) {
            second = score;
        }
    }
    const bool is_sure = best.confidence >= sure * best.letters && best.known >= std::max(least, many * best.words) &&
                         best.known - second.known >= ahead * best.words;
    return is_sure ? language : "";
}

LanguageGuess guess_language(const std::vector<Crop>& sample, const std::vector<Model>& models, int threads) {
    std::vector<std::string> languages;
    for (const Model& model : models)
        if (model.language.find("_vert") == std::string::npos &&
            (languages.empty() || languages.back() != model.language))
            languages.push_back(model.language);
    if (languages.size() <= 1) return {languages.empty() ? "" : languages.front(), "", 1};

    std::vector<Score> scores(languages.size());
    std::atomic<size_t> next{0};
    const auto work = [&] {
        keep_openmp_out();
        for (size_t i; (i = next++) < languages.size();) {
            try {
                const auto engine = tesseract_engine(folder_of(models, languages[i]), languages[i]);
                for (const Crop& crop : sample)
                    add_words({languages[i]}, engine->read(crop), scores[i]);
            } catch (const Error&) {
                scores[i] = {}; // a broken model is no candidate; asked for by name it is an error
            }
        }
    };
    {
        std::vector<std::jthread> workers;
        for (int t = 0; t < threads; ++t)
            workers.emplace_back(work);
    }
    size_t best = 0;
    for (size_t i = 0; i < languages.size(); ++i)
        if (merit(scores[i]) > merit(scores[best]) || (merit(scores[best]) == 0 && languages[i] == "eng")) best = i;
    size_t second = best == 0 ? 1 : 0;
    for (size_t i = 0; i < languages.size(); ++i)
        if (i != best && merit(scores[i]) > merit(scores[second])) second = i;
    return {languages[best], languages[second], merit(scores[best]) - merit(scores[second])};
}

} // namespace broadsheet
