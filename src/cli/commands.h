// SPDX-License-Identifier: Apache-2.0
/// The subcommands of the program, one file each.
#pragma once

#include "page/error.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace broadsheet {

/// What the program ends with.
enum ExitStatus { all_well = 0, some_failed = 1, wrong_usage = 2 };

/// A call that cannot be carried out whatever the inputs hold: the program ends with wrong_usage.
class UsageError : public Error {
public:
    using Error::Error;
};

struct Command {
    CLI::App* arguments;             ///< tells whether it was called
    std::function<ExitStatus()> run; ///< throws Error where nothing could be done
};

Command read_command(CLI::App& program);
Command repair_command(CLI::App& program);
Command show_command(CLI::App& program);
Command check_command(CLI::App& program);
Command models_command(CLI::App& program);

/// The program's version and those of the engine and the libraries, a line each.
std::string versions();

} // namespace broadsheet
