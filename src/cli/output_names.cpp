// SPDX-License-Identifier: Apache-2.0
#include "cli/output_names.h"

#include "cli/commands.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

using Indices = std::vector<std::size_t>;

std::map<fs::path, Indices> groups_of_equal(const std::vector<fs::path>& paths) {
    std::map<fs::path, Indices> groups;
    for (std::size_t i = 0; i < paths.size(); ++i)
        groups[paths[i]].push_back(i);
    return groups;
}

fs::path common_folder(const fs::path& a, const fs::path& b) {
    fs::path common;
    for (auto [i, k] = std::pair(a.begin(), b.begin()); i != a.end() && k != b.end() && *i == *k; ++i, ++k)
        common /= *i;
    return common;
}

/// Folders in full, so that "a.png" and "../b/a.png" can be compared.
fs::path full_folder(const std::string& input) {
    return fs::absolute(input).lexically_normal().parent_path();
}

} // namespace

std::vector<std::string> output_names(const std::vector<std::string>& inputs) {
    std::vector<fs::path> names;
    for (const std::string& input : inputs)
        names.push_back(input == "-" ? fs::path("stdin") : fs::path(input).stem());

    for (const auto& [name, members] : groups_of_equal(names)) {
        if (members.size() == 1) continue;
        fs::path common = full_folder(inputs[members.front()]);
        for (const std::size_t i : members)
            common = common_folder(common, full_folder(inputs[i]));
        for (const std::size_t i : members)
            names[i] = (full_folder(inputs[i]).lexically_relative(common) / names[i]).lexically_normal();
    }
    for (const auto& [name, members] : groups_of_equal(names))
        if (members.size() > 1)
            for (const std::size_t i : members)
                names[i].replace_filename(fs::path(inputs[i]).filename());
    for (const auto& [name, members] : groups_of_equal(names))
        if (members.size() > 1)
            throw UsageError(inputs[members[1]] + ": would be written to the same file as " + inputs[members[0]]);

    return {names.begin(), names.end()};
}

} // namespace broadsheet
