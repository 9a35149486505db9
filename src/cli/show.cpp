// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/draw_page.h"
#include "cli/engines.h"
#include "cli/output.h"
#include "cli/report.h"

#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <png.h>

namespace broadsheet {
namespace {

struct ShowArguments {
    std::string input;
    std::string output;
    std::string steps; ///< folder; empty: none
    int page = 1;
    EngineArguments engine;
};

/// picture: CV_8UC3, blue first.
std::string as_png(const cv::Mat& picture) {
    png_image head{};
    head.version = PNG_IMAGE_VERSION;
    head.width = static_cast<png_uint_32>(picture.cols);
    head.height = static_cast<png_uint_32>(picture.rows);
    head.format = PNG_FORMAT_BGR;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(head);
    std::string bytes(size, '\0');
    const auto stride = static_cast<png_int_32>(picture.step);
    if (!png_image_write_to_memory(&head, bytes.data(), &size, 0, picture.data, stride, nullptr))
        throw Error(std::string("the picture cannot be written: ") + head.message);
    bytes.resize(size);
    return bytes;
}

/// Writes each picture into the folder: 01-pictures.png and so on.
Trace written_to(const std::string& folder) {
    make_folder(folder);
    return [folder, count = 0](const std::string& step, const cv::Mat& picture) mutable {
        write_file((std::filesystem::path(folder) / fmt::format("{:02}-{}.png", ++count, step)).string(),
                   as_png(picture));
    };
}

ExitStatus show(const ShowArguments& arguments) {
    const bool to_standard_output = arguments.output == "-";
    if (!to_standard_output) refuse_to_overwrite(arguments.input, arguments.output);
    if (!to_standard_output) check_folder_of(arguments.output);
    ReadOptions options = read_options(arguments.engine);
    if (!arguments.steps.empty()) options.layout.trace = written_to(arguments.steps);
    EnginePool engines = open_engines(arguments.engine);
    std::string png;
    try {
        const Image scan = ImageFile::open(arguments.input).load(arguments.page);
        png = as_png(draw_page(scan.pixels, read_pages(scan, engines, options)));
    } catch (const std::exception& error) {
        throw Error(failure(arguments.input, error.what()));
    }
    if (to_standard_output)
        write_standard_output(png);
    else
        write_file(arguments.output, png);
    return all_well;
}

} // namespace

Command show_command(CLI::App& program) {
    const auto arguments = std::make_shared<ShowArguments>();
    CLI::App* command = program.add_subcommand("show", "Draw over a scanned page how it was understood");
    command->add_option("INPUT", arguments->input, "Scanned page, as for read; - is standard input")->required();
    command->add_option("-o,--output", arguments->output, "PNG file to write; - is standard output")
        ->type_name("FILE|-")
        ->required();
    command->add_option("--steps", arguments->steps, "Folder for a picture of each step of the layout")
        ->type_name("FOLDER");
    command->add_option("--page", arguments->page, "Which page of a document")
        ->type_name("N")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    add_engine_options(*command, arguments->engine);
    add_words_option(*command, arguments->engine);
    command->footer(
        "Blocks are in the colour of their kind and numbered in reading order, which the arrows follow; red "
        "links show\n"
        "where a paragraph goes on in another block, bars which article a block is of; lines of text that were "
        "left\nout are crossed out.\n\n"
        "Example:\n"
        "  broadsheet show front.png -o seen.png");
    return {command, [arguments] { return show(*arguments); }};
}

} // namespace broadsheet
