// SPDX-License-Identifier: Apache-2.0
/// Runs the built program as a person's shell would.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace broadsheet::test {

struct Call {
    std::vector<std::string> arguments; ///< without the program's own name
    std::string input;                  ///< given on standard input
    std::string output;                 ///< file or device that standard output goes to; empty: it is kept
    std::filesystem::path folder = "."; ///< where it runs
};

struct Result {
    int status = 0; ///< exit status; 128 + the signal's number where one ended it
    std::string out;
    std::string err;
};

Result run(const std::string& program, const Call& call);

std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const std::string& bytes);

/// A folder of its own, gone with all it holds at the end.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }
    /// Everything in it, files and folders, as sorted paths relative to it.
    std::vector<std::string> content() const;

private:
    std::filesystem::path path_;
};

} // namespace broadsheet::test
