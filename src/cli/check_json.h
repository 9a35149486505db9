// SPDX-License-Identifier: Apache-2.0
/// Suites and the results of checks as JSON.
#pragma once

#include "cli/check_items.h"
#include "cli/check_report.h"

namespace broadsheet {

/// What a suite file asks for:
///   {"profile": "bench", "ignore": ["case"], "floats": "fixed", "thresholds": {"cer": 0.05},
///    "sets": [{"name": "columns", "table": "columns/pages.tsv", "language": "eng",
///              "thresholds": {"cer": 0.01, "succ": 0.97}, "pages": {"de-2": {"cer": 0.02}}, "pooled": {"cer":
///              0.005}}]}
/// A table has a line a page: name, image, language, truth, parted by tabs; the language may be empty. With "results":
/// "FOLDER" in a set, NAME.json or NAME.txt there is the page's text and nothing is read. Thresholds are the most an
/// error rate may be and the least a share may be: for every page, for every page of the set, for one page, for all
/// pages of the set together. Paths are relative to the suite's file.
struct Suite {
    CheckSet set;
    std::string profile;              ///< empty: not told
    std::vector<std::string> ignored; ///< as in --ignore
    bool floats_fixed = false;
};
/// Throws Error naming the file and what is wrong where.
Suite read_suite(const std::string& path);

/// Everything about a check; what --save writes and --against reads.
std::string to_json(const CheckReport& report);

struct Baseline {
    std::string profile;
    evaluate::PageValues pages;
};
/// Throws Error.
Baseline read_baseline(const std::string& path);

} // namespace broadsheet
