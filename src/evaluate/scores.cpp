// SPDX-License-Identifier: Apache-2.0
#include "evaluate/scores.h"

#include "evaluate/flexible.h"
#include "evaluate/ignored_regions.h"
#include "evaluate/kinds_of_errors.h"
#include "evaluate/structure.h"
#include "evaluate/tokens.h"

#include <algorithm>
#include <array>

namespace broadsheet::evaluate {
namespace {

using Text = std::u32string;
using Tokens = std::vector<Text>;

Edits edits(const std::vector<Step>& steps) {
    Edits out;
    for (const Step step : steps) {
        if (step == Step::match) ++out.correct;
        if (step == Step::substitution) ++out.substituted;
        if (step == Step::deletion) ++out.deleted;
        if (step == Step::insertion) ++out.inserted;
    }
    return out;
}

/// Missing or extra, whichever are more.
Rate bag(const std::vector<Symbol>& truth, const std::vector<Symbol>& result) {
    std::unordered_map<Symbol, std::int64_t> surplus;
    for (const Symbol symbol : truth)
        ++surplus[symbol];
    for (const Symbol symbol : result)
        --surplus[symbol];
    std::int64_t missing = 0;
    std::int64_t extra = 0;
    for (const auto& [symbol, count] : surplus)
        (count > 0 ? missing : extra) += std::abs(count);
    return {std::max(missing, extra), std::ssize(truth)};
}

/// A run of white space as one character.
Text with_single_blanks(std::u32string_view text) {
    Text out;
    for (const char32_t c : text)
        if (!is_white(c))
            out.push_back(c);
        else if (!out.empty() && out.back() != U' ')
            out.push_back(U' ');
    return out;
}

/// An alignment of characters.
struct Aligned {
    Tokens truth;
    Tokens result;
    std::vector<Symbol> truth_symbols;
    std::vector<Symbol> result_symbols;
    std::vector<Step> steps;
};

Aligned aligned(const Text& truth, const Text& result, Unit unit) {
    Aligned out{characters(truth, unit), characters(result, unit), {}, {}, {}};
    Numbers numbers;
    out.truth_symbols = numbers.of(out.truth);
    out.result_symbols = numbers.of(out.result);
    out.steps = align(out.truth_symbols, out.result_symbols);
    return out;
}

/// Of texts with single blanks.
Rate blank_errors(const Aligned& text) {
    Rate rate;
    std::size_t i = 0;
    std::size_t j = 0;
    for (const Step step : text.steps) {
        const bool in_truth = step != Step::insertion && is_white(text.truth[i].front());
        const bool in_result = step != Step::deletion && is_white(text.result[j].front());
        rate += {in_truth != in_result, in_truth};
        i += step != Step::insertion;
        j += step != Step::deletion;
    }
    return rate;
}

void score_text(const Text& truth, const Text& result, const Options& options, Scores& scores) {
    const Profile& profile = options.profile;
    const bool blanks_count = !profile.ignored.blanks;
    const Aligned text = blanks_count ? aligned(truth, result, profile.unit)
                                      : aligned(without_blanks(truth), without_blanks(result), profile.unit);
    scores.characters = edits(text.steps);
    scores.bag = bag(text.truth_symbols, text.result_symbols);
    score_kinds(text.truth, text.result, text.steps, scores);
    scores.blanks = blanks_count && profile.ignored.line_breaks
                        ? blank_errors(text)
                        : blank_errors(aligned(with_single_blanks(truth), with_single_blanks(result), profile.unit));

    Numbers word_numbers;
    const std::vector<Symbol> truth_words = word_numbers.of(words(truth, profile.words));
    const std::vector<Symbol> result_words = word_numbers.of(words(result, profile.words));
    scores.words = edits(align(truth_words, result_words));
    scores.bag_words = bag(truth_words, result_words);
}

std::string joined(const std::vector<Folded>& regions) {
    std::string out;
    for (const Folded& region : regions)
        append_paragraph(out, region.region->text);
    return out;
}

/// result: folded; flat: without blanks.
void score_structure(const std::vector<Folded>& regions, const Text& result, const Text& flat, Scores& scores) {
    Text truth;
    for (const Folded& region : regions)
        truth += region.flat;
    const NumberedPair numbers = numbered(truth, flat);
    const Rate wrong = bag(numbers.truth, numbers.result);
    if (const std::optional<std::int64_t> errors = order_errors(regions, flat))
        scores.loss = {*errors, std::ssize(truth)};
    scores.paragraphs = whole_paragraphs(
        regions, result, static_cast<double>(wrong.part) / static_cast<double>(std::max<std::int64_t>(1, wrong.whole)));
    scores.hyphens = mended_hyphens(regions, result);
}

template <typename Key, typename Count>
void add(std::map<Key, Count>& to, const std::map<Key, Count>& from) {
    for (const auto& [key, count] : from)
        to[key] += count;
}

// Measures ------------------------------------------------------------------------------------------------------------

using Value = std::optional<double>;

/// Errors of nothing are counted as errors of one, as a page that should be empty and is not must not look well.
Value error_rate(std::int64_t errors, std::int64_t of) {
    return static_cast<double>(errors) / static_cast<double>(std::max<std::int64_t>(1, of));
}
Value share(const Rate& rate) {
    if (rate.whole == 0) return {};
    return static_cast<double>(rate.part) / static_cast<double>(rate.whole);
}
Value bounded(const Edits& edits) {
    return error_rate(edits.errors(), edits.errors() + edits.correct);
}
Value optional_error(const Rate& rate) {
    return rate.whole == 0 ? Value() : error_rate(rate.part, rate.whole);
}

constexpr std::array all_measures = {
    Measure{"cer", true, "characters wrong / characters of the truth",
            [](const Scores& s) { return error_rate(s.characters.errors(), s.characters.truth()); }},
    Measure{"bag", true, "characters missing or extra, whatever their order",
            [](const Scores& s) { return error_rate(s.bag.part, s.bag.whole); }},
    Measure{"loss", true, "errors that the reading order costs / characters",
            [](const Scores& s) { return optional_error(s.loss); }},
    Measure{"wer", true, "words wrong / words of the truth",
            [](const Scores& s) { return error_rate(s.words.errors(), s.words.truth()); }},
    Measure{"found", false, "regions that the result has", [](const Scores& s) { return share(s.found); }},
    Measure{"succ", false, "neighbouring regions that follow each other",
            [](const Scores& s) { return share(s.neighbours); }},
    Measure{"para", false, "paragraphs that are whole and alone", [](const Scores& s) { return share(s.paragraphs); }},
    Measure{"hyph", false, "words broken at a line's end that are mended rightly",
            [](const Scores& s) { return share(s.hyphens); }},
    Measure{"order", false, "Clausner's order score",
            [](const Scores& s) {
                if (s.order.whole == 0) return Value();
                return Value(1 / (static_cast<double>(s.order.part) / static_cast<double>(s.order.whole) + 1));
            }},
    Measure{"cer_n", true, "character errors / (errors + right characters), at most 1",
            [](const Scores& s) { return bounded(s.characters); }},
    Measure{"wer_n", true, "word errors / (errors + right words), at most 1",
            [](const Scores& s) { return bounded(s.words); }},
    Measure{"bow", true, "words missing or extra, whatever their order",
            [](const Scores& s) { return error_rate(s.bag_words.part, s.bag_words.whole); }},
    Measure{"dwer", true, "wer less bow: word errors that order and segmentation cost",
            [](const Scores& s) { return error_rate(s.words.errors() - s.bag_words.part, s.words.truth()); }},
    Measure{"blanks", true, "blanks missing or extra / blanks of the truth",
            [](const Scores& s) { return optional_error(s.blanks); }},
    Measure{"fca", false, "flexible character accuracy",
            [](const Scores& s) {
                if (!s.flexible) return Value();
                return Value(1 - *error_rate(s.flexible->part, s.flexible->whole));
            }},
};

} // namespace

Rate& Rate::operator+=(const Rate& other) {
    part += other.part;
    whole += other.whole;
    return *this;
}

Edits& Edits::operator+=(const Edits& other) {
    correct += other.correct;
    substituted += other.substituted;
    deleted += other.deleted;
    inserted += other.inserted;
    return *this;
}

Scores& Scores::operator+=(const Scores& other) {
    characters += other.characters;
    words += other.words;
    for (const auto rate : {&Scores::bag, &Scores::bag_words, &Scores::blanks, &Scores::loss, &Scores::found,
                            &Scores::neighbours, &Scores::order, &Scores::paragraphs, &Scores::hyphens})
        this->*rate += other.*rate;
    if (other.flexible) flexible = flexible.value_or(Rate()) += *other.flexible;
    add(classes, other.classes);
    add(scripts, other.scripts);
    add(confusions, other.confusions);
    return *this;
}

Scores score(const Transcript& truth, const Transcript& result, const Options& options) {
    const ComparedPair pair = without_ignored(truth, result, options);
    const std::vector<Folded> regions = folded(pair.truth.regions);
    std::string truth_text = pair.truth.text;
    Scores scores;
    if (!regions.empty()) {
        const Text text = folded(pair.result.text);
        const Text flat = without_blanks(text);
        const std::vector<Folded> placed = with_floats_placed(regions, flat);
        const bool moved = !std::equal(regions.begin(), regions.end(), placed.begin(),
                                       [](const Folded& a, const Folded& b) { return a.region == b.region; });
        if ((moved && options.profile.floats_move) || truth_text.empty())
            truth_text = joined(options.profile.floats_move ? placed : regions);
        score_structure(placed, text, flat, scores);
        score_order(regions, flat, scores);
    }
    const Text a = normalised(truth_text, options.profile);
    const Text b = normalised(pair.result.text, options.profile);
    score_text(a, b, options, scores);
    if (options.flexible) {
        Profile by_line = options.profile; // lines are what it matches
        by_line.ignored.line_breaks = false;
        scores.flexible = flexible_errors(normalised(truth_text, by_line), normalised(pair.result.text, by_line));
    }
    return scores;
}

std::vector<std::pair<Confusion, std::int64_t>> by_frequency(const std::map<Confusion, std::int64_t>& confusions) {
    std::vector<std::pair<Confusion, std::int64_t>> out(confusions.begin(), confusions.end());
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return out;
}

std::span<const Measure> measures() {
    return all_measures;
}

const Measure* find_measure(std::string_view name) {
    const auto found = std::find_if(all_measures.begin(), all_measures.end(),
                                    [&](const Measure& measure) { return name == measure.name; });
    return found == all_measures.end() ? nullptr : &*found;
}

} // namespace broadsheet::evaluate
