// SPDX-License-Identifier: Apache-2.0
#include "cli/check_options.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace broadsheet {

using namespace evaluate;

namespace {

std::string check_measure(const std::string& name) {
    if (find_measure(name)) return {};
    std::vector<std::string> names;
    for (const Measure& measure : measures())
        names.push_back(measure.name);
    return fmt::format("no score {} (there are {})", name, fmt::join(names, ", "));
}

/// "cer=0.02"
std::string check_limit(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) return text + " is not SCORE=NUMBER";
    double value = 0;
    if (!CLI::detail::lexical_cast(text.substr(equals + 1), value) || !(value >= 0)) return text + ": no number from 0";
    return check_measure(text.substr(0, equals));
}

bool parse_box(const std::string& text, Box& box) {
    char end = 0;
    return std::sscanf(text.c_str(), "%d,%d,%d,%d%c", &box.left, &box.top, &box.right, &box.bottom, &end) == 4 &&
           !box.empty();
}
std::string check_box(const std::string& text) {
    Box box;
    return parse_box(text, box) ? "" : text + " is not LEFT,TOP,RIGHT,BOTTOM in pixels";
}

} // namespace

Limits limits_of(const std::vector<std::string>& texts) {
    Limits limits;
    for (const std::string& text : texts)
        limits[text.substr(0, text.find('='))] = std::stod(text.substr(text.find('=') + 1));
    return limits;
}

std::string check_ignored(const std::string& name) {
    Ignored ignored;
    if (find_ignored(ignored, name)) return {};
    return fmt::format("nothing called {} can be ignored (but {})", name, fmt::join(ignored_names, ", "));
}

std::string check_profile(const std::string& name) {
    if (find_profile(name)) return {};
    return fmt::format("no profile {} (there are {})", name, fmt::join(profile_names, ", "));
}

Options options_of(const CheckArguments& arguments) {
    Options options;
    options.profile = *find_profile(arguments.profile.empty() ? "text" : arguments.profile);
    for (const std::string& name : arguments.ignored)
        *find_ignored(options.profile.ignored, name) = true;
    if (!arguments.unit.empty())
        options.profile.unit = arguments.unit == "grapheme" ? Unit::grapheme : Unit::code_point;
    if (!arguments.words.empty())
        options.profile.words = arguments.words == "unicode" ? WordRule::unicode : WordRule::blanks;
    if (arguments.fixed_floats) options.profile.floats_move = false;
    options.flexible = arguments.flexible || std::count(arguments.columns.begin(), arguments.columns.end(), "fca") > 0;
    options.ignored_kinds = arguments.ignored_kinds;
    for (const std::string& text : arguments.ignored_boxes) {
        options.ignored_boxes.emplace_back();
        parse_box(text, options.ignored_boxes.back());
    }
    return options;
}

std::string described(const Options& options) {
    std::vector<std::string> ignored;
    Ignored members = options.profile.ignored;
    for (const char* name : ignored_names)
        if (*find_ignored(members, name)) ignored.push_back(name);
    std::string text = fmt::format("ignores {}; {}; words by {}",
                                   ignored.empty() ? "nothing" : fmt::format("{}", fmt::join(ignored, ", ")),
                                   options.profile.unit == Unit::grapheme ? "graphemes" : "code points",
                                   options.profile.words == WordRule::unicode ? "Unicode" : "blanks");
    if (!options.profile.spare_blanks_count) text += "; spare blanks do not count";
    if (options.profile.floats_move) text += "; floats may move";
    if (!options.ignored_kinds.empty()) text += fmt::format("; without {}", fmt::join(options.ignored_kinds, ", "));
    for (const Box& box : options.ignored_boxes)
        text += fmt::format("; without {},{},{},{}", box.left, box.top, box.right, box.bottom);
    return text;
}

void add_check_options(CLI::App& command, CheckArguments& a) {
    command.add_option("TRUTH RESULT", a.paths,
                       "Two files, or two folders whose files are called the same: plain text, JSON of this program, "
                       "ground truth in JSON; - is standard input; an earlier result can stand for the truth");
    const char* what = "What is compared";
    command.add_option("--read", a.images, "Read these images, or all in these folders, and compare what comes out")
        ->type_name("IMAGE...")
        ->group(what);
    command.add_option("--truth", a.truth, "The truth for --read: a folder, or a file for one image")
        ->type_name("FILE|FOLDER")
        ->group(what);
    command.add_option("--suite", a.suite, "Sets of pages with languages and thresholds (docs/check.md)")
        ->type_name("FILE")
        ->group(what);
    command.add_option("--only", a.only, "Only pages whose SET/NAME has a match")->type_name("REGEX")->group(what);
    command
        .add_option_function<std::string>(
            "--missing", [&a](const std::string& how) { a.skip_missing = how == "skip"; },
            "A page without result counts as empty, or is left out (skip); empty when not given")
        ->check(CLI::IsMember({"empty", "skip"}))
        ->type_name("empty|skip")
        ->group(what);

    const char* how = "What counts";
    command
        .add_option("--profile", a.profile,
                    "strict (everything), text (not line breaks; the default), search (nor case, width, quotes, "
                    "dashes, long s, hyphens), bench, ocr-d, isri")
        ->check(check_profile)
        ->type_name("NAME")
        ->group(how);
    command.add_option("--ignore", a.ignored, fmt::format("Besides: {}", fmt::join(ignored_names, ",")))
        ->delimiter(',')
        ->check(check_ignored)
        ->type_name("WHAT[,WHAT]")
        ->group(how);
    command.add_option("--unit", a.unit, "A character: grapheme or code-point")
        ->check(CLI::IsMember({"grapheme", "code-point"}))
        ->type_name("UNIT")
        ->group(how);
    command
        .add_option("--words", a.words, "A word: unicode (UAX 29, ICU's dictionaries) or blanks (between white space)")
        ->check(CLI::IsMember({"unicode", "blanks"}))
        ->type_name("RULE")
        ->group(how);
    command
        .add_flag("--fixed-floats", a.fixed_floats,
                  "Captions, running heads and the like count where the truth has them")
        ->group(how);
    command.add_option("--ignore-kinds", a.ignored_kinds, "Regions of the truth that do not count: advert,caption")
        ->delimiter(',')
        ->type_name("KIND[,KIND]")
        ->group(how);
    command.add_option("--ignore-box", a.ignored_boxes, "Regions in this box do not count; may be given again")
        ->check(check_box)
        ->allow_extra_args(false)
        ->type_name("L,T,R,B")
        ->group(how);

    const char* good = "What is good enough";
    command.add_option("--require", a.required, "Exit status 1 where a page is worse: cer=0.02,succ=0.9")
        ->delimiter(',')
        ->check(check_limit)
        ->type_name("SCORE=N[,...]")
        ->group(good);
    command.add_option("--against", a.against, "Exit status 1 where a page is worse than in this baseline, or gone")
        ->type_name("FILE")
        ->group(good);
    command.add_option("--tolerance", a.tolerance, "By how much it may be worse; 0.0005 where not given: cer=0.002")
        ->delimiter(',')
        ->check(check_limit)
        ->type_name("SCORE=N[,...]")
        ->group(good);
    command.add_option("--save", a.save, "Write the baseline for --against (the same as --json)")
        ->type_name("FILE")
        ->group(good);

    const char* shown = "What is shown";
    command.add_option("--scores", a.columns, "Columns of the table, and what is compared with a baseline")
        ->delimiter(',')
        ->check(check_measure)
        ->type_name("SCORE[,SCORE]")
        ->group(shown);
    command.add_flag("--flexible", a.flexible, "Flexible character accuracy (fca) too; slow for long texts")
        ->group(shown);
    command.add_option("--confusions", a.confusions, "The N most frequent confusions, errors by script and kind")
        ->check(CLI::Range(1, 1000000))
        ->type_name("N")
        ->group(shown);
    command.add_option("--json", a.json, "Everything")->type_name("FILE|-")->group(shown);
    command.add_option("--markdown", a.markdown, "A summary")->type_name("FILE|-")->group(shown);
    command.add_option("--junit", a.junit, "For build servers")->type_name("FILE|-")->group(shown);
    command.add_flag("--github", a.annotations, "GitHub's annotations on standard output, after the table")
        ->group(shown);
    add_engine_options(command, a.engine);

    std::string footer = "Scores:\n";
    for (const Measure& measure : measures())
        footer += fmt::format("  {:7} {}\n", measure.name, measure.meaning);
    command.footer(footer +
                   "\nExit status: 0 all well; 1 a page failed, fell short, got worse or is gone; 2 wrong usage.\n\n"
                   "Examples:\n"
                   "  broadsheet check truth.txt result.txt                     one page\n"
                   "  broadsheet check --ignore hyphenation truth/ results/     folders\n"
                   "  broadsheet check --read scans/ --truth truth/ --save baseline.json\n"
                   "  broadsheet check --read scans/ --truth truth/ --against baseline.json --junit check.xml\n"
                   "  broadsheet check --suite suite.json");
}

} // namespace broadsheet
