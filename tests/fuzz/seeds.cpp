// SPDX-License-Identifier: Apache-2.0
// fuzz_seeds FOLDER: small files of each format to begin with, in FOLDER/FORMAT/.
#include "formats/formats.h"
#include "formats/printed_page.h"

#include <filesystem>
#include <fstream>

int main(int, char** arguments) {
    using namespace broadsheet;
    for (const Format& format : formats()) {
        const auto folder = std::filesystem::path(arguments[1]) / format.name;
        std::filesystem::create_directories(folder);
        for (unsigned seed = 0; seed < 8; ++seed)
            std::ofstream(folder / std::to_string(seed)) << formatted({test::PrintedPage(seed).page()}, format);
    }
}
