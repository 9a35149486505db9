// SPDX-License-Identifier: Apache-2.0
#include "page/error.h"
#include "recognize/recognize.h"
#include "text/characters.h"

#include <filesystem>
#include <fstream>

namespace broadsheet {

void check_words(const std::string& path) {
    std::error_code failed;
    if (!std::filesystem::exists(path, failed)) throw Error(path + ": no such file");
    if (std::filesystem::is_directory(path, failed)) throw Error(path + ": is a folder");
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error(path + ": cannot be read");
    int number = 0, words = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (text::utf8(text::code_points(line)) != line)
            throw Error(path + ": line " + std::to_string(number) + " is not UTF-8");
        if (line.find_first_not_of(" \t\r") != std::string::npos) ++words;
    }
    if (words == 0) throw Error(path + ": holds no words");
}

} // namespace broadsheet
