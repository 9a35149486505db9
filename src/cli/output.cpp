// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include "cli/commands.h"

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

std::string reason(int error) {
    return std::generic_category().message(error);
}

/// 0, or the error number.
int write_all(int file, const std::string& bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::write(file, bytes.data() + done, bytes.size() - done);
        if (count >= 0)
            done += static_cast<std::size_t>(count);
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

fs::path temporary_beside(const fs::path& path) {
    static std::atomic<int> count = 0;
    return path.parent_path() / fmt::format(".broadsheet-{}-{}.tmp", ::getpid(), count++);
}

} // namespace

OutputFile::OutputFile(const std::string& path) : path_(path) {
    std::error_code unknown;
    target_ = fs::is_symlink(path, unknown) ? fs::weakly_canonical(path, unknown).string() : path;
    const fs::file_status status = fs::status(target_, unknown);
    if (fs::is_directory(status)) throw Error(path + ": is a folder");
    const bool in_place = fs::exists(status) && !fs::is_regular_file(status);
    if (!in_place) temporary_ = temporary_beside(target_).string();
    file_ = ::open(in_place ? target_.c_str() : temporary_.c_str(),
                   O_WRONLY | O_CLOEXEC | (in_place ? 0 : O_CREAT | O_EXCL), 0666);
    if (file_ < 0) fail(errno);
}

OutputFile::~OutputFile() {
    discard();
}

void OutputFile::write(const std::string& bytes) {
    if (const int error = write_all(file_, bytes)) fail(error);
}

void OutputFile::commit() {
    // Some file systems tell of a full disk only now.
    if (::close(std::exchange(file_, -1)) != 0) fail(errno);
    if (!temporary_.empty() && std::rename(temporary_.c_str(), target_.c_str()) != 0) fail(errno);
    temporary_.clear();
}

void OutputFile::discard() {
    if (file_ >= 0) ::close(std::exchange(file_, -1));
    std::error_code unknown;
    if (!temporary_.empty()) fs::remove(std::exchange(temporary_, {}), unknown);
}

void OutputFile::fail(int error) {
    discard();
    throw Error(path_ + ": cannot be written: " + reason(error));
}

void write_file(const std::string& path, const std::string& bytes) {
    OutputFile file(path);
    file.write(bytes);
    file.commit();
}

void write_standard_output(const std::string& bytes) {
    const int error = write_all(STDOUT_FILENO, bytes);
    if (error == EPIPE) throw Error("");
    if (error != 0) throw Error("standard output: cannot be written: " + reason(error));
}

void make_folder(const std::string& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (!error && fs::is_directory(path, error)) return;
    if (error == std::errc::file_exists || error == std::errc::not_a_directory) throw Error(path + ": is not a folder");
    throw Error(path + ": cannot be made a folder: " + error.message());
}

void check_folder_of(const std::string& path) {
    const fs::path folder = fs::path(path).parent_path();
    std::error_code unknown;
    if (folder.empty() || fs::is_directory(folder, unknown)) return;
    throw Error(path + ": cannot be written: there is no folder " + folder.string());
}

void refuse_to_overwrite(const std::string& input, const std::string& output) {
    std::error_code unknown;
    if (fs::equivalent(input, output, unknown)) throw UsageError(output + ": is the input and would be overwritten");
}

} // namespace broadsheet
