// SPDX-License-Identifier: Apache-2.0
/// The options of `check`.
#pragma once

#include "cli/engines.h"
#include "evaluate/regression.h"

#include <string>
#include <vector>

namespace broadsheet {

struct CheckArguments {
    std::vector<std::string> paths; ///< TRUTH RESULT
    std::vector<std::string> images;
    std::string truth;
    std::string suite;
    std::string only;
    bool skip_missing = false;

    std::string profile;
    std::vector<std::string> ignored;
    std::vector<std::string> ignored_kinds;
    std::vector<std::string> ignored_boxes;
    std::string unit;
    std::string words;
    bool fixed_floats = false;
    bool flexible = false;

    std::vector<std::string> required;
    std::vector<std::string> tolerance;
    std::string against;
    std::string save;

    std::vector<std::string> columns = {"cer", "bag", "loss", "wer", "found", "succ", "para", "hyph"};
    int confusions = 0;
    std::string json, markdown, junit;
    bool annotations = false;
    EngineArguments engine;
};

/// Adds the options; arguments must outlive the parsing.
void add_check_options(CLI::App& command, CheckArguments& arguments);

/// Why there is no such profile, or nothing of this name that can be ignored; empty: there is.
std::string check_profile(const std::string& name);
std::string check_ignored(const std::string& name);

/// "cer=0.02"; checked before.
evaluate::Limits limits_of(const std::vector<std::string>& texts);

evaluate::Options options_of(const CheckArguments& arguments);

/// All that decides about the figures, in words.
std::string described(const evaluate::Options& options);

} // namespace broadsheet
