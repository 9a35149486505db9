// SPDX-License-Identifier: Apache-2.0
#include "evaluate/kinds_of_errors.h"

#include "text/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace broadsheet::evaluate {
namespace {

constexpr std::size_t longest_confusion = 8;

/// Errors that follow each other without a character right between them: "rn" for "m".
class Run {
public:
    void add_truth(const std::u32string& character) { add(truth_, character); }
    void add_result(const std::u32string& character) { add(result_, character); }
    void end(std::map<Confusion, std::int64_t>& confusions) {
        if (characters_ > 0 && truth_.count <= longest_confusion && result_.count <= longest_confusion)
            ++confusions[{text::utf8(truth_.text), text::utf8(result_.text)}];
        *this = {};
    }

private:
    struct Side {
        std::u32string text;
        std::size_t count = 0;
    };
    void add(Side& side, const std::u32string& character) {
        side.text += character;
        ++side.count;
        ++characters_;
    }
    Side truth_;
    Side result_;
    std::size_t characters_ = 0;
};

} // namespace

const char* class_of(char32_t c) {
    if (is_white(c)) return "white space";
    const std::uint32_t category = U_GET_GC_MASK(static_cast<UChar32>(c));
    if (category & (U_GC_LU_MASK | U_GC_LT_MASK)) return "capital letters";
    if (category & U_GC_LL_MASK) return "small letters";
    if (category & U_GC_L_MASK) return "other letters";
    if (category & U_GC_N_MASK) return "digits";
    if (category & U_GC_P_MASK) return "punctuation";
    if (category & U_GC_S_MASK) return "symbols";
    return "other";
}

std::string script_of(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode code = uscript_getScript(static_cast<UChar32>(c), &status);
    return U_FAILURE(status) ? "Unknown" : uscript_getName(code);
}

void score_kinds(const std::vector<std::u32string>& truth, const std::vector<std::u32string>& result,
                 const std::vector<Step>& steps, Scores& scores) {
    std::map<char32_t, Rate> by_first; // few different ones: looking up names for every character would be slow
    std::size_t i = 0;
    std::size_t j = 0;
    Run run;
    for (const Step step : steps) {
        if (step != Step::insertion) by_first[truth[i].front()] += {step != Step::match, 1};
        if (step == Step::match) {
            run.end(scores.confusions);
            ++i;
            ++j;
            continue;
        }
        if (step != Step::insertion) run.add_truth(truth[i++]);
        if (step != Step::deletion) run.add_result(result[j++]);
    }
    run.end(scores.confusions);
    for (const auto& [character, rate] : by_first) {
        scores.classes[class_of(character)] += rate;
        scores.scripts[script_of(character)] += rate;
    }
}

} // namespace broadsheet::evaluate
