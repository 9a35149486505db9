// SPDX-License-Identifier: Apache-2.0
/// The options that every subcommand which reads pages has.
#pragma once

#include "cli/commands.h"
#include "read_page.h"

namespace broadsheet {

struct EngineArguments {
    std::string languages; ///< "eng+deu"; empty: found from the page
    std::string models;    ///< folder; empty: where find_models() looks
    std::string words;     ///< file of words; empty: none
    EngineKind engine = EngineKind::automatic;
    int jobs = 1;
    Facing facing = Facing::automatic;
    std::string order = "auto";
    double dpi = 0;                 ///< 0: found from the file and the print
    std::vector<std::string> codes; ///< symbologies read besides those that always are: "itf"
};

/// Adds -l, -j, --engine, --models, --dpi, --facing, --order and --codes; arguments must outlive the parsing.
void add_engine_options(CLI::App& command, EngineArguments& arguments);

/// Adds --words.
void add_words_option(CLI::App& command, EngineArguments& arguments);

/// Throws UsageError where the folder, the words or a language is not there, Error where there are no models at all.
EnginePool open_engines(const EngineArguments& arguments);

/// "columns", "rows", "rtl"; automatic for all else.
OrderOptions order_options(const std::string& name);

ReadOptions read_options(const EngineArguments& arguments);

/// The Debian package that brings the model: "tesseract-ocr-chi-sim" for "chi_sim".
std::string debian_package(const std::string& language);

/// Throws UsageError where path is given and no folder.
void check_models_folder(const std::string& path);

} // namespace broadsheet
