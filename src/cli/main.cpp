// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/report.h"

#include <array>

namespace {

using namespace broadsheet;

using Commands = std::array<Command, 5>;

/// " read" once read was called, for the hint where help is.
std::string called(const Commands& commands) {
    for (const Command& command : commands)
        if (command.arguments->parsed()) return ' ' + command.arguments->get_name();
    return {};
}

/// The library says of an unknown subcommand only that it needs one.
std::string reason_of(const CLI::ParseError& error, const Commands& commands, int argc, char** argv) {
    if (argc < 2 || argv[1][0] == '-' || !called(commands).empty()) return error.what();
    return "no subcommand " + std::string(argv[1]);
}

ExitStatus run(const Commands& commands) {
    for (const Command& command : commands) {
        if (!command.arguments->parsed()) continue;
        try {
            return command.run();
        } catch (const UsageError& error) {
            report(error.what() + ("; see broadsheet" + called(commands) + " --help"));
            return wrong_usage;
        }
    }
    return wrong_usage;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App program(
        "Broadsheet turns scans of columned print - newspapers, magazines, journals, registers - into text\n"
        "in reading order.",
        "broadsheet");
    program.require_subcommand(1);
    program.set_version_flag("--version", versions, "The versions of the program, the engine and the libraries");
    program.footer("Examples:\n"
                   "  broadsheet read front.png                 the page's text\n"
                   "  broadsheet show front.png -o seen.png     how the page was understood\n"
                   "  broadsheet check truth.txt result.txt     how far a text is from the truth\n"
                   "  broadsheet read --help                    all options of a subcommand");
    const Commands commands = {read_command(program), repair_command(program), show_command(program), check_command(program), models_command(program)};
    try {
        program.parse(argc, argv);
        return run(commands);
    } catch (const CLI::Success& help) {
        return program.exit(help);
    } catch (const CLI::ParseError& error) {
        report(reason_of(error, commands, argc, argv) + "; see broadsheet" + called(commands) + " --help");
        return wrong_usage;
    } catch (const std::exception& error) {
        if (*error.what() != '\0') report(error.what());
        return some_failed;
    }
}
