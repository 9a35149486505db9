// SPDX-License-Identifier: Apache-2.0
#include "cli/check_items.h"
#include "cli/check_json.h"
#include "cli/check_options.h"
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
#include <memory>
#include <optional>
#include <regex>
#include <sstream>
#include <thread>

namespace broadsheet {
namespace {

using namespace evaluate;

/// What is compared, and in suites the profile. Throws UsageError.
CheckSet items_of(CheckArguments& arguments) {
    const int ways = !arguments.suite.empty() + !arguments.images.empty() + !arguments.paths.empty();
    if (ways != 1) throw UsageError("give TRUTH and RESULT, or --read IMAGES --truth TRUTH, or --suite FILE");
    if (!arguments.suite.empty()) {
        Suite suite = read_suite(arguments.suite);
        const auto demand = [&](const std::string& reason) {
            if (!reason.empty()) throw Error(arguments.suite + ": " + reason);
        };
        if (!suite.profile.empty()) demand(check_profile(suite.profile));
        std::for_each(suite.ignored.begin(), suite.ignored.end(),
                      [&](const std::string& name) { demand(check_ignored(name)); });
        if (arguments.profile.empty()) arguments.profile = suite.profile;
        arguments.ignored.insert(arguments.ignored.end(), suite.ignored.begin(), suite.ignored.end());
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
            for (Page& page : read_pages(file.load(number), engines_, options))
                pages.push_back(std::move(page));
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

/// Throws Error where figures made otherwise would be compared.
Baseline baseline_for(const std::string& profile, const std::string& path) {
    Baseline baseline = read_baseline(path);
    if (baseline.profile != profile)
        throw Error(fmt::format("{}: made otherwise ({}; now {})", path, baseline.profile, profile));
    return baseline;
}

void compare_with_baseline(Baseline baseline, const CheckArguments& arguments, CheckReport& report) {
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

void check_output(const std::string& path, const CheckSet& set) {
    check_folder_of(path);
    for (const CheckItem& item : set.items)
        for (const std::string& input : {item.truth, item.result, item.image})
            if (!input.empty()) refuse_to_overwrite(input, path);
}

ExitStatus check(CheckArguments arguments) {
    CheckSet set = items_of(arguments);
    keep_only(arguments.only, set);
    const Limits required = limits_of(arguments.required);
    const Options options = options_of(arguments);
    for (const std::string& path : {arguments.save, arguments.json, arguments.markdown, arguments.junit})
        if (!path.empty() && path != "-") check_output(path, set); // before pages are read, which can take long

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
    std::optional<Baseline> baseline; // read before long work, to tell what is wrong with it
    if (!arguments.against.empty()) baseline = baseline_for(report.profile, arguments.against);
    check_pages(report.pages, options, arguments.engine);
    for (const CheckedPage& page : report.pages)
        if (!page.failure.empty()) broadsheet::report(page.item.label() + ": " + page.failure);
    add_sets(report, set);
    report.environment = environment(report, arguments);
    if (baseline) compare_with_baseline(std::move(*baseline), arguments, report);
    write_reports(arguments, report);
    return report.well() ? all_well : some_failed;
}

} // namespace

Command check_command(CLI::App& program) {
    const auto arguments = std::make_shared<CheckArguments>();
    CLI::App* command = program.add_subcommand("check", "Score texts against ground truth; tell what got worse");
    add_check_options(*command, *arguments);
    return {command, [arguments] { return check(*arguments); }};
}

} // namespace broadsheet
