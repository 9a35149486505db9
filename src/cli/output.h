// SPDX-License-Identifier: Apache-2.0
/// Results leave the program whole or not at all.
#pragma once

#include <string>

namespace broadsheet {

/// Written beside path under a temporary name and renamed by commit(), so that path holds either what it held or all that
/// was written. Devices and pipes are written to as they are; a link is followed. All throw Error naming path and the
/// reason.
class OutputFile {
public:
    explicit OutputFile(const std::string& path);
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    void write(const std::string& bytes);
    void commit();

private:
    void discard();
    [[noreturn]] void fail(int error);

    std::string path_, target_;
    std::string temporary_; ///< empty: written in place
    int file_ = -1;
};

/// All of it at once.
void write_file(const std::string& path, const std::string& bytes);

/// Throws Error; its text is empty where the reader has gone (closed pipe), which is no failure worth a line.
void write_standard_output(const std::string& bytes);

/// Makes the folder and those above it. Throws Error.
void make_folder(const std::string& path);

/// Throws Error where the folder that path is to lie in does not exist.
void check_folder_of(const std::string& path);

/// Throws UsageError if output is the very file that input is.
void refuse_to_overwrite(const std::string& input, const std::string& output);

} // namespace broadsheet
