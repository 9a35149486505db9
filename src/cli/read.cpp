// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/engines.h"
#include "cli/page_ranges.h"
#include "cli/report.h"
#include "cli/results.h"

#include <fmt/format.h>
#include <memory>

namespace broadsheet {
namespace {

struct ReadArguments {
    ResultArguments results;
    std::string pages;
    EngineArguments engine;
};

class Reader {
public:
    Reader(EnginePool engines, const ReadArguments& arguments)
        : engines_(std::move(engines)), options_(read_options(arguments.engine)),
          ranges_(parse_page_ranges(arguments.pages)) {
        options_.repair = arguments.results.repair;
        options_.as_read = arguments.results.as_it_is;
    }

    /// The chosen pages of one document go to the results. Reports every failure.
    void read(const std::string& input, Results& results) {
        try {
            const ImageFile file = ImageFile::open(input);
            const ChosenPages chosen = choose_pages(ranges_, file.pages());
            for (const int number : chosen.missing)
                fail(input, fmt::format("no page {} (it has {})", number, file.pages()));
            for (const int number : chosen.numbers) {
                const std::vector<Page> pages = read_one(input, file, number);
                for (const Page& page : pages)
                    results.add(page);
                if (pages.empty()) results.add_unread(unread_page(input, number));
            }
        } catch (const std::exception& error) {
            if (error.what() == std::string()) throw; // nobody reads standard output any more
            fail(input, error.what());
        }
    }

    bool failed() const { return !last_failure_.empty(); }

private:
    /// Two where the image shows facing pages; none where it cannot be read.
    std::vector<Page> read_one(const std::string& input, const ImageFile& file, int number) {
        try {
            std::vector<Page> pages = read_pages(file.load(number), engines_, options_);
            for (Page& page : pages) {
                page.source = input;
                page.number = number;
                for (const std::string& issue : page.issues)
                    report(failure(input, "warning: " + issue));
            }
            return pages;
        } catch (const std::exception& error) {
            std::string reason = without_name(input, error.what());
            if (file.pages() > 1) reason = fmt::format("page {}: {}", number, reason);
            fail(input, reason);
            return {};
        }
    }

    Page unread_page(const std::string& input, int number) const {
        Page page;
        page.source = input;
        page.number = number;
        page.issues = {last_failure_};
        return page;
    }

    void fail(const std::string& input, const std::string& reason) {
        last_failure_ = failure(input, reason);
        report(last_failure_);
    }

    EnginePool engines_;
    ReadOptions options_;
    std::vector<PageRange> ranges_;
    std::string last_failure_;
};

ExitStatus read(const ReadArguments& arguments) {
    Results results(arguments.results);
    Reader reader(open_engines(arguments.engine), arguments);
    results.prepare();
    for (std::size_t i = 0; i < arguments.results.inputs.size(); ++i) {
        results.open(i);
        reader.read(arguments.results.inputs[i], results);
        results.close();
    }
    return reader.failed() || results.failed() ? some_failed : all_well;
}

} // namespace

Command read_command(CLI::App& program) {
    const auto arguments = std::make_shared<ReadArguments>();
    CLI::App* command = program.add_subcommand("read", "Turn scanned pages into text in reading order");
    add_result_options(
        *command, arguments->results,
        "Scanned pages: PNG, JPEG, TIFF (all its pages), JPEG 2000, WebP, PNM or BMP; - is standard input");
    command->add_option("--pages", arguments->pages, "Only these pages of a document: 1,3-5 or 7-")->type_name("PAGES");
    add_engine_options(*command, arguments->engine);
    add_words_option(*command, arguments->engine);
    command
        ->add_flag("--no-repair", arguments->results.as_it_is,
                   "The lines as they were read, in reading order: breaks, hyphens, blanks and noise stay")
        ->excludes("--normalize", "--drop");
    command->footer(
        "Without -o the result goes to standard output. In a folder the files are named after the inputs (NAME.txt,\n"
        ".md, .json, .tsv, .hocr, .alto.xml, .page.xml; of a document of several pages alto and page make a file a "
        "page,\n"
        "NAME_p0002.alto.xml, of facing pages in one image NAME_p0002_1.alto.xml); inputs of the same name keep their "
        "folders. A form feed stands between pages, and "
        "between "
        "several\n"
        "inputs on standard output. A page without text gives an empty result and is no error.\n\n"
        "Exit status: 0 all well; 1 some input failed, the rest is done; 2 wrong usage.\n\n"
        "Examples:\n"
        "  broadsheet read front.png                           the page's text\n"
        "  broadsheet read -l deu+frk -o front.txt front.png   German, also in Fraktur, into a file\n"
        "  broadsheet read -f txt,json -o out scans/*.tif      both formats for many scans into a folder\n"
        "  curl -s URL | broadsheet read -                     from a pipe");
    return {command, [arguments] { return read(*arguments); }};
}

} // namespace broadsheet
