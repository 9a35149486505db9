// SPDX-License-Identifier: Apache-2.0
#include "support/process.h"

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace broadsheet::test {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot open " + path.string());
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

void write_file(const fs::path& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

TemporaryFolder::TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "broadsheet-test-XXXXXX").string(); // mkdtemp fills in the X's
    if (!::mkdtemp(name.data())) throw std::runtime_error("cannot make " + name);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::vector<std::string> TemporaryFolder::content() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(path_))
        names.push_back(fs::relative(entry.path(), path_).string());
    std::sort(names.begin(), names.end());
    return names;
}

namespace {

void redirect(int to, const fs::path& path, int flags) {
    const int file = ::open(path.c_str(), flags, 0600);
    if (file < 0 || ::dup2(file, to) < 0) ::_exit(126);
}

} // namespace

Result run(const std::string& program, const Call& call) {
    const TemporaryFolder streams;
    const fs::path in = streams.path() / "in";
    const fs::path out = call.output.empty() ? streams.path() / "out" : fs::path(call.output);
    const fs::path err = streams.path() / "err";
    write_file(in, call.input);

    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("cannot start " + program);
    if (child == 0) {
        if (::chdir(call.folder.c_str()) != 0) ::_exit(126);
        redirect(STDIN_FILENO, in, O_RDONLY);
        redirect(STDOUT_FILENO, out, O_WRONLY | O_CREAT);
        redirect(STDERR_FILENO, err, O_WRONLY | O_CREAT);
        std::vector<char*> arguments = {const_cast<char*>(program.c_str())};
        for (const std::string& argument : call.arguments)
            arguments.push_back(const_cast<char*>(argument.c_str()));
        arguments.push_back(nullptr);
        ::execv(program.c_str(), arguments.data());
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return {WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status),
            call.output.empty() ? read_file(out) : std::string(), read_file(err)};
}

} // namespace broadsheet::test
