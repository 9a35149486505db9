// SPDX-License-Identifier: Apache-2.0
// Any bytes: one reader takes them for its format. What it makes of them can be written in every format, and what is
// written can be read.
#include "formats/dialects.h"
#include "formats/formats.h"
#include "formats/utf8_input.h"
#include "page/error.h"

#include <cstdint>
#include <cstdlib>
#include <sstream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace broadsheet;
    std::istringstream bytes(std::string(reinterpret_cast<const char*>(data), size));
    Utf8Input input(bytes);
    if (READER != read_json) input.drop_controls();
    std::istream in(&input);
    std::vector<Page> pages;
    try {
        READER(in, [&](Page page) { pages.push_back(std::move(page)); });
    } catch (const Error&) {
    }
    for (const Page& page : pages) {
        for (const Format& format : formats()) {
            const std::string text = formatted({page}, format);
            const bool is_read = format.name != std::string("txt") && format.name != std::string("md");
            if (is_read && pages_from(text).size() != 1) std::abort();
        }
    }
    return 0;
}
