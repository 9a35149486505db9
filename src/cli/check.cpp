// SPDX-License-Identifier: Apache-2.0
#include "cli/check_items.h"
#include "cli/check_json.h"
#include "cli/check_report.h"
#include "cli/commands.h"
#include "cli/engines.h"
#include "cli/output.h"
#include "cli/report.h"
#include "formats/formats.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <memory>
#include <regex>
#include <sstream>
#include <thread>

namespace broadsheet {
namespace {

using namespace evaluate;

struct CheckArguments {
    std::vector<std::string> paths; ///< TRUTH RESULT
    std::vector<std::string> images;
    std::string truth;
    std::string suite;
    std::string only;
    bool skip_missing = false;

    std::string profile;
    std::vector<std::string> ignored;
    std::vector<std::string> ignored_kinds;
    std::vector<std::string> ignored_boxes;
    std::string unit;
    std::string words;
    bool fixed_floats = false;
    bool flexible = false;

    std::vector<std::string> required;
    std::vector<std::string> tolerance;
    std::string against;
    std::string save;

    std::vector<std::string> columns = {"cer", "bag", "loss", "wer", "found", "succ", "para", "hyph"};
    int confusions = 0;
    std::string json, markdown, junit;
    bool annotations = false;
    EngineArguments engine;
};

// Arguments -----------------------------------------------------------------------------------------------------------

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

bool parse_box(const std::string& text, Box& box) {
    char end = 0;
    return std::sscanf(text.c_str(), "%d,%d,%d,%d%c", &box.left, &box.top, &box.right, &box.bottom, &end) == 4 &&
           !box.empty();
}
std::string check_box(const std::string& text) {
    Box box;
    return parse_box(text, box) ? "" : text + " is not LEFT,TOP,RIGHT,BOTTOM in pixels";
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

/// All that decides about the figures.
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

/// What is compared, and in suites the profile. Throws UsageError.
CheckSet items_of(CheckArguments& arguments) {
    const int ways = !arguments.suite.empty() + !arguments.images.empty() + !arguments.paths.empty();
    if (ways != 1) throw UsageError("give TRUTH and RESULT, or --read IMAGES --truth TRUTH, or --suite FILE");
    if (!arguments.suite.empty()) {
        Suite suite = read_suite(arguments.suite);
        if (arguments.profile.empty()) arguments.profile = suite.profile;
        for (const std::string& reason : {suite.profile.empty() ? "" : check_profile(suite.profile)})
            if (!reason.empty()) throw Error(arguments.suite + ": " + reason);
        for (const std::string& name : suite.ignored) {
            if (const std::string reason = check_ignored(name); !reason.empty())
                throw Error(arguments.suite + ": " + reason);
            arguments.ignored.push_back(name);
        }
        arguments.fixed_floats = arguments.fixed_floats || suite.floats_fixed;
        return suite.set;
    }
    if (!arguments.images.empty()) {
        if (arguments.truth.empty()) throw UsageError("--read needs --truth");
        return pair_images(arguments.images, arguments.truth);
    }
    if (arguments.paths.size() != 2) throw UsageError("give TRUTH and RESULT");
    return pair_results(arguments.paths[0], arguments.paths[1]);
}

void keep_only(const std::string& pattern, CheckSet& set) {
    if (pattern.empty()) return;
    std::regex regex;
    try {
        regex = pattern;
    } catch (const std::regex_error&) {
        throw UsageError("--only " + pattern + ": no regular expression");
    }
    std::erase_if(set.items, [&](const CheckItem& item) { return !std::regex_search(item.label(), regex); });
    if (set.items.empty()) throw UsageError("--only " + pattern + ": no page is called so");
    set.pooled.clear(); // they are for all pages
}

// Checking ------------------------------------------------------------------------------------------------------------

/// Reads all pages of the image of each item that has one; what cannot be read is a failure of its page.
class Images {
public:
    explicit Images(const EngineArguments& arguments) : engines_(open_engines(arguments)), arguments_(arguments) {}

    Transcript read(const CheckItem& item) {
        ReadOptions options = read_options(arguments_);
        if (options.recognize.languages.empty()) options.recognize.languages = item.language;
        const ImageFile file = ImageFile::open(item.image);
        std::vector<Page> pages;
        for (int number = 1; number <= file.pages(); ++number)
            pages.push_back(read_page(file.load(number), engines_, options));
        return to_transcript(pages);
    }

private:
    EnginePool engines_;
    EngineArguments arguments_;
};

void check_page(const Transcript& truth, const Transcript& result, const Options& options, CheckedPage& page) {
    page.scores = score(truth, result, options);
    page.values = values_of(page.scores);
    page.shortfalls = shortfalls(page.values, page.item.limits);
}

/// An unreadable truth costs its page its figures; an unreadable result counts as empty.
void check_page(const Options& options, Images* images, CheckedPage& page) {
    Transcript truth;
    try {
        truth = read_transcript(page.item.truth);
    } catch (const std::exception& error) {
        page.failure = error.what();
        return;
    }
    Transcript result;
    try {
        if (!page.item.image.empty())
            result = images->read(page.item);
        else if (page.item.result.empty())
            page.failure = "no result for " + page.item.truth;
        else
            result = read_transcript(page.item.result);
    } catch (const std::exception& error) {
        page.failure = error.what();
    }
    check_page(truth, result, options, page);
}

void check_pages(std::vector<CheckedPage>& pages, const Options& options, const EngineArguments& arguments) {
    const bool reads =
        std::any_of(pages.begin(), pages.end(), [](const CheckedPage& page) { return !page.item.image.empty(); });
    if (reads) { // the lines of a page are read at the same time
        Images images(arguments);
        for (CheckedPage& page : pages)
            check_page(options, &images, page);
        return;
    }
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < std::min<int>(arguments.jobs, static_cast<int>(pages.size())); ++i)
        threads.emplace_back([&] {
            for (std::size_t at = next++; at < pages.size(); at = next++)
                check_page(options, nullptr, pages[at]);
        });
}

void add_sets(CheckReport& report, const CheckSet& checked) {
    for (const CheckedPage& page : report.pages) {
        auto set = std::find_if(report.sets.begin(), report.sets.end(),
                                [&](const CheckedSet& one) { return one.name == page.item.set; });
        if (set == report.sets.end()) set = report.sets.insert(set, {page.item.set, {}, {}, {}, {}, {}});
        set->pages.push_back(&page);
        set->pooled += page.scores;
    }
    for (CheckedSet& set : report.sets) {
        set.values = values_of(set.pooled);
        std::vector<const Scores*> scores;
        for (const CheckedPage* page : set.pages)
            scores.push_back(&page->scores);
        for (const Measure& measure : measures())
            if (const auto interval = confidence(scores, measure)) set.intervals[measure.name] = *interval;
        const auto limits = checked.pooled.find(set.name);
        if (limits != checked.pooled.end()) set.shortfalls = shortfalls(set.values, limits->second);
    }
}

/// Lines "Tesseract 5.3.0" and, where images are read, the models with their sizes.
std::vector<std::string> environment(const CheckReport& report, const CheckArguments& arguments) {
    std::vector<std::string> lines;
    std::istringstream all(versions());
    for (std::string line; std::getline(all, line);)
        lines.push_back(line);
    const bool reads = !report.pages.empty() && !report.pages.front().item.image.empty();
    if (!reads) return lines;
    for (const Model& model : find_models({arguments.engine.models})) {
        std::error_code unknown;
        lines.push_back(
            fmt::format("model {}: {} bytes", model.language, std::filesystem::file_size(model.path, unknown)));
    }
    return lines;
}

void compare_with_baseline(const CheckArguments& arguments, CheckReport& report) {
    Baseline baseline = read_baseline(arguments.against);
    if (baseline.profile != report.profile)
        throw Error(
            fmt::format("{}: made otherwise ({}; now {})", arguments.against, baseline.profile, report.profile));
    PageValues now; // of the scores shown: the others say the same again
    for (const CheckedPage& page : report.pages) {
        Values& values = now[page.item.label()];
        for (const std::string& column : report.columns)
            if (page.values.contains(column)) values[column] = page.values.at(column);
    }
    if (!arguments.only.empty())
        std::erase_if(baseline.pages, [&](const auto& page) { return !now.contains(page.first); });
    report.compared = true;
    constexpr double default_tolerance = 0.0005;
    report.comparison = compare(baseline.pages, now, limits_of(arguments.tolerance), default_tolerance);
}

void write_reports(const CheckArguments& arguments, const CheckReport& report) {
    using Write = std::string (*)(const CheckReport&);
    bool printed = false;
    for (const auto& [path, write] : {std::pair<std::string, Write>{arguments.save, to_json},
                                      {arguments.json, to_json},
                                      {arguments.markdown, to_markdown},
                                      {arguments.junit, to_junit}}) {
        if (path == "-")
            write_standard_output(write(report));
        else if (!path.empty())
            write_file(path, write(report));
        printed = printed || path == "-";
    }
    if (!printed) write_standard_output(to_table(report));
    if (arguments.annotations) write_standard_output(to_annotations(report));
}

ExitStatus check(CheckArguments arguments) {
    CheckSet set = items_of(arguments);
    keep_only(arguments.only, set);
    const Limits required = limits_of(arguments.required);
    const Options options = options_of(arguments);
    for (const std::string& path : {arguments.save, arguments.json, arguments.markdown, arguments.junit})
        if (!path.empty() && path != "-") check_folder_of(path); // before pages are read, which can take long

    CheckReport report;
    report.profile = described(options);
    report.columns = arguments.columns;
    report.confusions = arguments.confusions;
    for (CheckItem& item : set.items) {
        if (arguments.skip_missing && item.result.empty() && item.image.empty()) continue;
        for (const auto& [name, limit] : required)
            item.limits[name] = limit;
        report.pages.push_back({std::move(item), {}, {}, {}, {}});
    }
    for (const std::string& path : set.unpaired)
        broadsheet::report(path + ": no truth is called so; left out");
    if (!arguments.against.empty()) read_baseline(arguments.against); // tells what is wrong with it before long work
    check_pages(report.pages, options, arguments.engine);
    for (const CheckedPage& page : report.pages)
        if (!page.failure.empty()) broadsheet::report(page.item.label() + ": " + page.failure);
    add_sets(report, set);
    report.environment = environment(report, arguments);
    if (!arguments.against.empty()) compare_with_baseline(arguments, report);
    write_reports(arguments, report);
    return report.well() ? all_well : some_failed;
}

} // namespace

Command check_command(CLI::App& program) {
    const auto arguments = std::make_shared<CheckArguments>();
    CheckArguments& a = *arguments;
    CLI::App* command = program.add_subcommand("check", "Score texts against ground truth; tell what got worse");
    command->add_option("TRUTH RESULT", a.paths,
                        "Two files, or two folders whose files are called the same: plain text, JSON of this program, "
                        "ground truth in JSON; an earlier result can stand for the truth");
    const char* what = "What is compared";
    command->add_option("--read", a.images, "Read these images, or all in these folders, and compare what comes out")
        ->type_name("IMAGE...")
        ->group(what);
    command->add_option("--truth", a.truth, "The truth for --read: a folder, or a file for one image")
        ->type_name("FILE|FOLDER")
        ->group(what);
    command->add_option("--suite", a.suite, "Sets of pages with languages and thresholds (docs/check.md)")
        ->type_name("FILE")
        ->group(what);
    command->add_option("--only", a.only, "Only pages whose SET/NAME has a match")->type_name("REGEX")->group(what);
    command
        ->add_option_function<std::string>(
            "--missing", [arguments](const std::string& how) { arguments->skip_missing = how == "skip"; },
            "A page without result counts as empty, or is left out (skip); empty when not given")
        ->check(CLI::IsMember({"empty", "skip"}))
        ->type_name("empty|skip")
        ->group(what);

    const char* how = "What counts";
    command
        ->add_option("--profile", a.profile,
                     "strict (everything), text (not line breaks; the default), search (nor case, width, quotes, "
                     "dashes, long s, hyphens), bench, ocr-d, isri")
        ->check(check_profile)
        ->type_name("NAME")
        ->group(how);
    command->add_option("--ignore", a.ignored, fmt::format("Besides: {}", fmt::join(ignored_names, ",")))
        ->delimiter(',')
        ->check(check_ignored)
        ->type_name("WHAT[,WHAT]")
        ->group(how);
    command->add_option("--unit", a.unit, "A character: grapheme or code-point")
        ->check(CLI::IsMember({"grapheme", "code-point"}))
        ->type_name("UNIT")
        ->group(how);
    command
        ->add_option("--words", a.words, "A word: unicode (UAX 29, ICU's dictionaries) or blanks (between white space)")
        ->check(CLI::IsMember({"unicode", "blanks"}))
        ->type_name("RULE")
        ->group(how);
    command
        ->add_flag("--fixed-floats", a.fixed_floats,
                   "Captions, running heads and the like count where the truth has them")
        ->group(how);
    command->add_option("--ignore-kinds", a.ignored_kinds, "Regions of the truth that do not count: advert,caption")
        ->delimiter(',')
        ->type_name("KIND[,KIND]")
        ->group(how);
    command->add_option("--ignore-box", a.ignored_boxes, "Regions in this box do not count; may be given again")
        ->check(check_box)
        ->allow_extra_args(false)
        ->type_name("L,T,R,B")
        ->group(how);

    const char* good = "What is good enough";
    command->add_option("--require", a.required, "Exit status 1 where a page is worse: cer=0.02,succ=0.9")
        ->delimiter(',')
        ->check(check_limit)
        ->type_name("SCORE=N[,...]")
        ->group(good);
    command->add_option("--against", a.against, "Exit status 1 where a page is worse than in this baseline, or gone")
        ->type_name("FILE")
        ->group(good);
    command->add_option("--tolerance", a.tolerance, "By how much it may be worse; 0.0005 where not given: cer=0.002")
        ->delimiter(',')
        ->check(check_limit)
        ->type_name("SCORE=N[,...]")
        ->group(good);
    command->add_option("--save", a.save, "Write the baseline for --against (the same as --json)")
        ->type_name("FILE")
        ->group(good);

    const char* shown = "What is shown";
    command->add_option("--scores", a.columns, "Columns of the table, and what is compared with a baseline")
        ->delimiter(',')
        ->check(check_measure)
        ->type_name("SCORE[,SCORE]")
        ->group(shown);
    command->add_flag("--flexible", a.flexible, "Flexible character accuracy (fca) too; slow for long texts")
        ->group(shown);
    command->add_option("--confusions", a.confusions, "The N most frequent confusions, errors by script and kind")
        ->check(CLI::Range(1, 1000000))
        ->type_name("N")
        ->group(shown);
    command->add_option("--json", a.json, "Everything")->type_name("FILE|-")->group(shown);
    command->add_option("--markdown", a.markdown, "A summary")->type_name("FILE|-")->group(shown);
    command->add_option("--junit", a.junit, "For build servers")->type_name("FILE|-")->group(shown);
    command->add_flag("--github", a.annotations, "GitHub's annotations on standard output, after the table")
        ->group(shown);
    add_engine_options(*command, a.engine);

    std::string footer = "Scores:\n";
    for (const Measure& measure : measures())
        footer += fmt::format("  {:7} {}\n", measure.name, measure.meaning);
    command->footer(footer +
                    "\nExit status: 0 all well; 1 a page failed, fell short, got worse or is gone; 2 wrong usage.\n\n"
                    "Examples:\n"
                    "  broadsheet check truth.txt result.txt                     one page\n"
                    "  broadsheet check --ignore hyphenation truth/ results/     folders\n"
                    "  broadsheet check --read scans/ --truth truth/ --save baseline.json\n"
                    "  broadsheet check --read scans/ --truth truth/ --against baseline.json --junit check.xml\n"
                    "  broadsheet check --suite suite.json");
    return {command, [arguments] { return check(*arguments); }};
}

} // namespace broadsheet
