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

/// Creates what may not exist yet (new_file) or opens what does; 0, or the error number.
int write_to(const fs::path& path, const std::string& bytes, bool new_file) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | (new_file ? O_CREAT | O_EXCL : 0), 0666);
    if (file < 0) return errno;
    const int error = write_all(file, bytes);
    // Some file systems tell of a full disk only now.
    return ::close(file) != 0 && error == 0 ? errno : error;
}

fs::path temporary_beside(const fs::path& path) {
    static std::atomic<int> count = 0;
    return path.parent_path() / fmt::format(".broadsheet-{}-{}.tmp", ::getpid(), count++);
}

} // namespace

void write_file(const std::string& path, const std::string& bytes) {
    std::error_code unknown;
    const fs::path target = fs::is_symlink(path, unknown) ? fs::weakly_canonical(path, unknown) : fs::path(path);
    const fs::file_status status = fs::status(target, unknown);
    if (fs::is_directory(status)) throw Error(path + ": is a folder");
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        if (const int error = write_to(target, bytes, false))
            throw Error(path + ": cannot be written: " + reason(error));
        return;
    }
    const fs::path temporary = temporary_beside(target);
    int error = write_to(temporary, bytes, true);
    if (error == 0 && std::rename(temporary.c_str(), target.c_str()) != 0) error = errno;
    if (error == 0) return;
    fs::remove(temporary, unknown);
    throw Error(path + ": cannot be written: " + reason(error));
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
