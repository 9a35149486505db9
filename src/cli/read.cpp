// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/engines.h"
#include "cli/output.h"
#include "cli/output_names.h"
#include "cli/page_ranges.h"
#include "cli/report.h"
#include "formats/formats.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <optional>

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

struct ReadArguments {
    std::vector<std::string> inputs;
    std::vector<std::string> formats = {"txt"};
    std::string output;
    std::string pages;
    EngineArguments engine;
};

struct Format {
    const char* name; ///< and the extension of its files
    std::string (*write)(const std::vector<Page>&);
};
constexpr std::array formats = {Format{"txt", to_text}, Format{"json", to_json}};

std::string check_format(const std::string& name) {
    for (const Format& format : formats)
        if (name == format.name) return {};
    return "no format " + name + " (there are txt and json)";
}

enum class Destination { standard_output, file, folder };

Destination destination(const ReadArguments& arguments) {
    const bool several_results = arguments.inputs.size() > 1 || arguments.formats.size() > 1;
    if (arguments.output.empty() || arguments.output == "-") {
        if (arguments.formats.size() > 1) throw UsageError("several formats need -o FOLDER");
        if (arguments.inputs.size() > 1 && arguments.formats.front() != "txt")
            throw UsageError("several inputs as " + arguments.formats.front() + " need -o FOLDER");
        return Destination::standard_output;
    }
    std::error_code unknown;
    const bool names_a_folder = arguments.output.ends_with('/') || fs::is_directory(arguments.output, unknown);
    return several_results || names_a_folder ? Destination::folder : Destination::file;
}

/// Where the results of one input go, one path a format; none: standard output.
std::vector<std::vector<std::string>> output_paths(const ReadArguments& arguments, Destination where) {
    std::vector<std::vector<std::string>> paths(arguments.inputs.size());
    if (where == Destination::standard_output) return paths;
    if (where == Destination::file) return {{arguments.output}};
    const std::vector<std::string> names = output_names(arguments.inputs);
    for (std::size_t i = 0; i < names.size(); ++i)
        for (const std::string& format : arguments.formats)
            paths[i].push_back((fs::path(arguments.output) / (names[i] + '.' + format)).string());
    return paths;
}

class Reader {
public:
    Reader(EnginePool engines, const ReadArguments& arguments)
        : engines_(std::move(engines)), options_(read_options(arguments.engine)),
          ranges_(parse_page_ranges(arguments.pages)) {}

    /// The chosen pages of one document, an empty one in the place of each that could not be read; nothing where none
    /// could. Reports every failure.
    std::optional<std::vector<Page>> read(const std::string& input) {
        try {
            const ImageFile file = ImageFile::open(input);
            const ChosenPages chosen = choose_pages(ranges_, file.pages());
            for (const int number : chosen.missing)
                fail(input, fmt::format("no page {} (it has {})", number, file.pages()));
            std::vector<Page> pages;
            bool any = false;
            for (const int number : chosen.numbers) {
                std::optional<Page> page = read_one(input, file, number);
                any = any || page;
                pages.push_back(page ? std::move(*page) : unread_page(input, number));
            }
            if (any) return pages;
        } catch (const std::exception& error) {
            fail(input, error.what());
        }
        return {};
    }

    bool failed() const { return !last_failure_.empty(); }

private:
    std::optional<Page> read_one(const std::string& input, const ImageFile& file, int number) {
        try {
            Page page = read_page(file.load(number), engines_, options_);
            page.source = input;
            page.number = number;
            for (const std::string& issue : page.issues)
                report(failure(input, "warning: " + issue));
            return page;
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

std::string formatted(const std::vector<Page>& pages, const std::string& format) {
    const auto found = std::find_if(formats.begin(), formats.end(), [&](const Format& f) { return f.name == format; });
    return found->write(pages);
}

/// Documents on standard output stand apart like pages: by a form feed.
void print(const std::string& result, bool first) {
    if (!first) write_standard_output("\f");
    write_standard_output(result);
}

bool write_files(const std::vector<Page>& pages, const ReadArguments& arguments, const std::vector<std::string>& paths,
                 Destination where) {
    bool written = true;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        try {
            if (where == Destination::folder) make_folder(fs::path(paths[i]).parent_path().string());
            write_file(paths[i], formatted(pages, arguments.formats[i]));
        } catch (const Error& error) {
            report(error.what());
            written = false;
        }
    }
    return written;
}

ExitStatus read(ReadArguments arguments) {
    std::sort(arguments.formats.begin(), arguments.formats.end());
    arguments.formats.erase(std::unique(arguments.formats.begin(), arguments.formats.end()), arguments.formats.end());
    if (std::count(arguments.inputs.begin(), arguments.inputs.end(), "-") > 1)
        throw UsageError("standard input (-) can be read only once");
    const Destination where = destination(arguments);
    const auto paths = output_paths(arguments, where);
    for (std::size_t i = 0; i < paths.size(); ++i)
        for (const std::string& path : paths[i])
            refuse_to_overwrite(arguments.inputs[i], path);

    Reader reader(open_engines(arguments.engine), arguments);
    // Before any page is read, since that can take hours.
    if (where == Destination::folder) make_folder(arguments.output);
    if (where == Destination::file) check_folder_of(arguments.output);

    bool well = true;
    bool first = true;
    for (std::size_t i = 0; i < arguments.inputs.size(); ++i) {
        const std::optional<std::vector<Page>> pages = reader.read(arguments.inputs[i]);
        if (!pages) continue;
        if (where == Destination::standard_output)
            print(formatted(*pages, arguments.formats.front()), first);
        else
            well = write_files(*pages, arguments, paths[i], where) && well;
        first = false;
    }
    return well && !reader.failed() ? all_well : some_failed;
}

} // namespace

Command read_command(CLI::App& program) {
    const auto arguments = std::make_shared<ReadArguments>();
    CLI::App* command = program.add_subcommand("read", "Turn scanned pages into text in reading order");
    command
        ->add_option("INPUT", arguments->inputs,
                     "Scanned pages: PNG, JPEG, TIFF (all its pages), JPEG 2000, WebP, PNM or BMP; - is standard input")
        ->required();
    command
        ->add_option("-f,--format", arguments->formats,
                     "txt (one paragraph a line) or json (everything known about the page), or both: txt,json; txt "
                     "when not given")
        ->type_name("FORMAT[,FORMAT]")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(check_format);
    command
        ->add_option("-o,--output", arguments->output,
                     "File for one result; folder for several, or when it ends with /; - is standard output")
        ->type_name("FILE|FOLDER|-");
    command->add_option("--pages", arguments->pages, "Only these pages of a document: 1,3-5 or 7-")->type_name("PAGES");
    add_engine_options(*command, arguments->engine);
    command->footer(
        "Without -o the result goes to standard output. In a folder the files are named after the inputs (NAME.txt,\n"
        "NAME.json); inputs of the same name keep their folders. A form feed stands between pages, and between "
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
