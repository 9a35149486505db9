// SPDX-License-Identifier: Apache-2.0
/// What a check found, for people and for build servers.
#pragma once

#include "cli/check_items.h"

#include <map>
#include <string>
#include <vector>

namespace broadsheet {

struct CheckedPage {
    CheckItem item;
    evaluate::Scores scores;
    evaluate::Values values;
    std::vector<evaluate::Shortfall> shortfalls;
    std::string failure; ///< why there is no result; its text counts as empty
};

struct CheckedSet {
    std::string name;
    std::vector<const CheckedPage*> pages;
    evaluate::Scores pooled;
    evaluate::Values values;
    std::map<std::string, evaluate::Interval> intervals; ///< by measure
    std::vector<evaluate::Shortfall> shortfalls;
};

struct CheckReport {
    std::string profile;                  ///< all of it in words, as baselines must have been made with the same
    std::vector<std::string> environment; ///< versions of the program, the engines, the models
    std::vector<CheckedPage> pages;
    std::vector<CheckedSet> sets; ///< in the pages' order; point into pages
    bool compared = false;        ///< with a baseline
    evaluate::Comparison comparison;
    std::vector<std::string> columns; ///< measures shown
    int confusions = 0;               ///< how many are shown

    /// Nothing failed, fell short, got worse or is gone.
    bool well() const;
};

std::string to_table(const CheckReport& report);
std::string to_markdown(const CheckReport& report);
std::string to_junit(const CheckReport& report);
/// GitHub's workflow commands: a line for whatever is not well.
std::string to_annotations(const CheckReport& report);

} // namespace broadsheet
