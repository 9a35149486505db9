// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/engines.h"
#include "cli/report.h"
#include "cli/results.h"
#include "repair_page.h"

#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <memory>

namespace broadsheet {
namespace {

struct RepairArguments {
    ResultArguments results;
    std::string image;
    std::string language;
    std::string order = "auto";
    bool undo = false;
};

class Repairer {
public:
    explicit Repairer(const RepairArguments& arguments) : arguments_(arguments) {
        if (!arguments.image.empty() && arguments.results.inputs.size() > 1)
            throw UsageError("--image goes with one input");
    }

    /// The pages of one file go to the results, one after another. Reports every failure.
    void repair(const std::string& input, Results& results) {
        try {
            document_ = {};
            const auto take = [&](Page page) {
                page = repaired(std::move(page));
                document_.add(page);
                results.add(page);
            };
            if (input == "-") return read_existing(std::cin, take);
            std::error_code error;
            if (std::filesystem::is_directory(input, error)) throw Error("is a folder");
            std::ifstream file(input, std::ios::binary);
            if (!file) throw Error("cannot be read: " + std::generic_category().message(errno));
            read_existing(file, take);
        } catch (const std::exception& error) {
            if (error.what() == std::string()) throw; // nobody reads standard output any more
            report(failure(input, error.what()));
            failed_ = true;
        }
    }

    bool failed() const { return failed_; }

private:
    Page repaired(Page page) {
        if (!arguments_.language.empty()) page.language = arguments_.language;
        if (arguments_.undo) return as_read(std::move(page));
        if (arguments_.results.as_it_is) return page;
        RepairPageOptions options;
        options.repair = arguments_.results.repair;
        options.repair.document = document_;
        options.order = order_options(arguments_.order);
        options.own_order = arguments_.order == "engine";
        if (arguments_.image.empty()) return repair_page(page, nullptr, options);
        const ImageFile file = ImageFile::open(arguments_.image);
        const Image image = file.load(file.pages() > 1 ? page.number : 1);
        if (image.pixels.cols != page.width || image.pixels.rows != page.height)
            throw Error(fmt::format("page {}: {} is {} by {} pixels, the page {} by {}", page.number, arguments_.image,
                                    image.pixels.cols, image.pixels.rows, page.width, page.height));
        return repair_page(page, &image, options);
    }

    const RepairArguments& arguments_;
    DocumentWords document_; ///< of the pages before
    bool failed_ = false;
};

ExitStatus repair(const RepairArguments& arguments) {
    Results results(arguments.results);
    Repairer repairer(arguments);
    results.prepare();
    for (std::size_t i = 0; i < arguments.results.inputs.size(); ++i) {
        results.open(i);
        repairer.repair(arguments.results.inputs[i], results);
        results.close();
    }
    return repairer.failed() || results.failed() ? some_failed : all_well;
}

} // namespace

Command repair_command(CLI::App& program) {
    const auto arguments = std::make_shared<RepairArguments>();
    CLI::App* command =
        program.add_subcommand("repair", "Put OCR that exists already into reading order, and mend its words");
    add_result_options(*command, arguments->results,
                       "OCR of other programs: hOCR, ALTO, PAGE XML, Tesseract's TSV, or json of this one; - is "
                       "standard input");
    command
        ->add_option("--image", arguments->image,
                     "The scan the input was read from: its rules, pictures and codes help")
        ->type_name("FILE");
    command
        ->add_option("-l,--language", arguments->language,
                     "Language as for read, for the dictionary; what the file says where not given")
        ->type_name("LANG[+LANG]");
    command
        ->add_option("--order", arguments->order,
                     "How the page is read: auto (the file's own order where another is not clearly better; when not "
                     "given), columns (from the left), rtl (columns from the right), rows (across the page, for tables "
                     "and registers: a row becomes a line), engine (the file's own)")
        ->type_name("ORDER")
        ->check(CLI::IsMember({"auto", "columns", "rtl", "rows", "engine"}).description(""));
    command
        ->add_flag("--no-repair", arguments->results.as_it_is, "Only from one format into another: nothing is changed")
        ->excludes("--image", "--normalize", "--drop", "--order");
    command->add_flag("--undo", arguments->undo, "What was read before it was repaired (json of this program)")
        ->excludes("--image", "--normalize", "--drop", "--order", "--no-repair");
    command->footer("Words, boxes and confidences stay what they are; order, paragraphs, hyphens, blanks and noise are "
                    "mended. The\n"
                    "kind of file is told from its content.\n\n"
                    "Exit status: 0 all well; 1 some input failed, the rest is done; 2 wrong usage.\n\n"
                    "Examples:\n"
                    "  broadsheet repair page.hocr                         its text, a paragraph a line\n"
                    "  broadsheet repair --image page.tif -f alto -o mended/ page.alto.xml\n"
                    "  tesseract page.png - -l deu hocr | broadsheet repair -");
    return {command, [arguments] {
                if (arguments->undo) arguments->results.as_it_is = true;
                return repair(*arguments);
            }};
}

} // namespace broadsheet
