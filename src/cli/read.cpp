// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/engines.h"
#include "cli/report.h"
#include "cli/results.h"
#include "cli/scans.h"

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
    Reader(EnginePool& engines, const ReadArguments& arguments)
        : engines_(engines), inputs_(arguments.results.inputs), options_(read_options(arguments.engine)),
          one_by_one_(arguments.engine.jobs == 1) {
        options_.repair = arguments.results.repair;
        options_.as_read = arguments.results.as_it_is;
    }

    /// The chosen pages go to the results. Reports every failure.
    void read(const std::vector<PageRange>& ranges, Results& results) {
        Scans scans(inputs_, ranges, options_);
        std::future<void> engines_ready = engines_.load(options_.recognize); // while the first page is opened
        bool is_first = true;                                                // of its input
        while (const std::optional<Scan> scan = scans.next()) {
            if (is_first) {
                results.open(scan->input);
                options_.repair.document = {};
            }
            is_first = scan->last;
            if (!engines_ready.valid()) engines_ready = engines_.load(options_.recognize);
            read(*scan, std::move(engines_ready), scans, results);
            if (scan->last) results.close(); // before the next input, for which it may have to wait
        }
    }

    bool failed() const { return !last_failure_.empty(); }

private:
    void read(const Scan& scan, std::future<void> engines_ready, Scans& scans, Results& results) {
        const std::string& input = inputs_[scan.input];
        for (const std::string& reason : scan.failures)
            fail(input, reason);
        std::vector<Page> pages;
        if (scan.image) {
            try {
                const Meanwhile meanwhile = [&] { return scans.begin_next(); };
                pages = read_pages(*scan.image, engines_, std::move(engines_ready), options_,
                                   one_by_one_ ? Meanwhile() : meanwhile);
            } catch (const std::exception& error) {
                fail(input, reason_of(scan, input, error));
            }
        }
        for (Page& page : pages) {
            page.source = input;
            page.number = scan.number;
            for (const std::string& issue : page.issues)
                report(failure(input, "warning: " + issue));
            options_.repair.document.add(page);
            results.add(page);
        }
        if (pages.empty() && scan.number > 0) results.add_unread(unread_page(input, scan.number));
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

    EnginePool& engines_;
    std::vector<std::string> inputs_;
    ReadOptions options_;
    bool one_by_one_; ///< no page is opened while another is read
    std::string last_failure_;
};

ExitStatus read(const ReadArguments& arguments) {
    Results results(arguments.results);
    const std::vector<PageRange> ranges = parse_page_ranges(arguments.pages);
    // Not freed: the process ends behind it, and giving the models back piece by piece would take longer than some
    // lines.
    static EnginePool& engines = *new EnginePool(open_engines(arguments.engine));
    Reader reader(engines, arguments);
    results.prepare();
    reader.read(ranges, results);
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
