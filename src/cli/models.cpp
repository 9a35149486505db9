// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/engines.h"
#include "cli/output.h"
#include "cli/report.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace broadsheet {
namespace {

struct ModelsArguments {
    std::vector<std::string> languages;
    std::string folder;
};

ExitStatus list_models(const ModelsArguments& arguments) {
    check_models_folder(arguments.folder);
    const std::vector<Model> models = find_models({arguments.folder});
    const auto& wanted = arguments.languages;
    std::string lines;
    for (const Model& model : models)
        if (wanted.empty() || std::count(wanted.begin(), wanted.end(), model.language))
            lines += fmt::format("{}\t{}\n", model.language, model.path);
    write_standard_output(lines);

    ExitStatus status = all_well;
    for (const std::string& language : wanted) {
        if (std::any_of(models.begin(), models.end(), [&](const Model& model) { return model.language == language; }))
            continue;
        report(fmt::format("{}: no model (Debian's package {} brings it)", language, debian_package(language)));
        status = some_failed;
    }
    if (!models.empty() || !wanted.empty()) return status;
    throw Error("no models found: scripts/setup fetches them, or install Debian's package tesseract-ocr-eng");
}

} // namespace

Command models_command(CLI::App& program) {
    const auto arguments = std::make_shared<ModelsArguments>();
    CLI::App* command =
        program.add_subcommand("models", "List the languages that can be read and where their models are");
    command->add_option("LANG", arguments->languages,
                        "Only these; for one that is missing, the package that brings it");
    command->add_option("--models", arguments->folder, "Folder of the .traineddata files")->type_name("DIR");
    command->footer("Each line is a language, a tab and the path of its model.\n\n"
                    "Examples:\n"
                    "  broadsheet models\n"
                    "  broadsheet models deu ita");
    return {command, [arguments] { return list_models(*arguments); }};
}

} // namespace broadsheet
