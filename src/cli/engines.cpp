// SPDX-License-Identifier: Apache-2.0
#include "cli/engines.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <thread>

namespace broadsheet {
namespace {

/// "--dpi nan" must not pass, which a comparison with a range lets through.
std::string check_dpi(const std::string& text) {
    double value = 0;
    if (CLI::detail::lexical_cast(text, value) && value >= 10 && value <= 10000) return {};
    return text + " is not a number from 10 to 10000";
}

std::string check_codes(const std::string& name) {
    return name == "itf" ? "" : "no barcode " + name + " to ask for (there is itf; all others are read anyway)";
}

const std::map<std::string, EngineKind> engines{
    {"auto", EngineKind::automatic}, {"tesseract", EngineKind::tesseract}, {"ctc", EngineKind::ctc}};

const std::map<std::string, Facing> facings{{"auto", Facing::automatic}, {"yes", Facing::yes}, {"no", Facing::no}};

void check_languages(const std::string& languages, const std::vector<Model>& models) {
    for (std::size_t begin = 0; begin <= languages.size();) {
        const std::size_t end = std::min(languages.find('+', begin), languages.size());
        const std::string language = languages.substr(begin, end - begin);
        begin = end + 1;
        if (std::any_of(models.begin(), models.end(), [&](const Model& model) { return model.language == language; }))
            continue;
        if (language.empty()) throw UsageError("-l " + languages + ": a language is empty");
        throw UsageError(fmt::format("-l {}: no model for {} (Debian's package {} brings it)", languages, language,
                                     debian_package(language)));
    }
}

void check_words_file(const std::string& path) {
    if (path.empty()) return;
    try {
        check_words(path);
    } catch (const Error& error) {
        throw UsageError(std::string("--words ") + error.what());
    }
}

} // namespace

void add_engine_options(CLI::App& command, EngineArguments& arguments) {
    arguments.jobs = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 256U));
    command
        .add_option("-l,--language", arguments.languages,
                    "Language, or several: eng, deu+frk; found from the page when not given")
        ->type_name("LANG[+LANG]");
    command
        .add_option("-j,--jobs", arguments.jobs,
                    "How many lines are read at the same time; the result does not depend on it")
        ->type_name("JOBS")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command
        .add_option(
            "--engine", arguments.engine,
            "What reads the lines: auto (the better one for each), tesseract, ctc (PP-OCRv4; Chinese and English)")
        ->type_name("ENGINE")
        ->transform(CLI::CheckedTransformer(engines, CLI::ignore_case).description(""));
    command.add_option("--models", arguments.models, "Folder of the .traineddata files")->type_name("DIR");
    command.add_option("--dpi", arguments.dpi, "Resolution of the scan, where the file does not say it or is wrong")
        ->type_name("N")
        ->check(check_dpi);
    command
        .add_option("--facing", arguments.facing,
                    "Does an image show two facing pages, to be read one after the other: auto (those that clearly do; "
                    "when not given), yes (all), no")
        ->type_name("WHEN")
        ->transform(CLI::CheckedTransformer(facings, CLI::ignore_case).description(""));
    command
        .add_option(
            "--order", arguments.order,
            "How the page is read: auto (columns, by the script from the left or the right; vertical lines where "
            "it has them; when not given), columns (from the left), rtl (columns from the right), rows (across "
            "the page, for tables and registers: a row becomes a line), vertical (lines that run down, from the "
            "right)")
        ->type_name("ORDER")
        ->check(CLI::IsMember({"auto", "columns", "rtl", "rows", "vertical"}).description(""));
    command
        .add_option("--codes", arguments.codes,
                    "Read these barcodes too: itf (Interleaved 2 of 5), left out when not given since it has no check "
                    "digit and any row of bars may be one")
        ->type_name("CODES")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(check_codes);
}

void add_words_option(CLI::App& command, EngineArguments& arguments) {
    command
        .add_option("--words", arguments.words,
                    "Words Tesseract may not know (names, terms), one a line, UTF-8: read so where in doubt")
        ->type_name("FILE");
}

void check_models_folder(const std::string& path) {
    std::error_code unknown;
    if (path.empty() || std::filesystem::is_directory(path, unknown)) return;
    throw UsageError("--models " + path + ": " +
                     (std::filesystem::exists(path, unknown) ? "not a folder" : "no such folder"));
}

EnginePool open_engines(const EngineArguments& arguments) {
    check_models_folder(arguments.models);
    check_words_file(arguments.words);
    const ModelOptions options{arguments.models, arguments.words};
    const std::vector<Model> models = find_models(options);
    if (models.empty()) {
        if (!arguments.models.empty())
            throw UsageError("--models " + arguments.models + ": holds no .traineddata file");
        throw Error("no models found: scripts/setup fetches them, or install Debian's package tesseract-ocr-eng");
    }
    if (!arguments.languages.empty()) check_languages(arguments.languages, models);
    return EnginePool(options, arguments.jobs);
}

OrderOptions order_options(const std::string& name) {
    static const std::map<std::string, OrderDirection> directions{
        {"columns", OrderDirection::columns}, {"rows", OrderDirection::rows}, {"rtl", OrderDirection::rtl}};
    const auto found = directions.find(name);
    return {found == directions.end() ? OrderDirection::automatic : found->second};
}

ReadOptions read_options(const EngineArguments& arguments) {
    ReadOptions options;
    options.recognize.languages = arguments.languages;
    options.recognize.engine = arguments.engine;
    options.prepare.dpi = arguments.dpi;
    options.facing = arguments.facing;
    options.order = order_options(arguments.order);
    if (arguments.order == "vertical") options.prepare.quarter_turns = kColumnsLevel;
    options.codes.itf = std::find(arguments.codes.begin(), arguments.codes.end(), "itf") != arguments.codes.end();
    return options;
}

std::string debian_package(const std::string& language) {
    std::string package = "tesseract-ocr-" + language;
    std::replace(package.begin(), package.end(), '_', '-');
    return package;
}

} // namespace broadsheet
