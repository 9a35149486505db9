// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include <fmt/format.h>
#include <leptonica/allheaders.h>
#include <memory>
#include <opencv2/core/utility.hpp>
#include <tesseract/capi.h>
#include <unicode/uversion.h>

namespace broadsheet {
namespace {

std::string leptonica_version() {
    const std::unique_ptr<char, void (*)(void*)> version(getLeptonicaVersion(), lept_free);
    constexpr std::string_view prefix = "leptonica-";
    const std::string_view text = version.get();
    return std::string(text.starts_with(prefix) ? text.substr(prefix.size()) : text);
}

std::string icu_version() {
    UVersionInfo version;
    u_getVersion(version);
    char text[U_MAX_VERSION_STRING_LENGTH];
    u_versionToString(version, text);
    return text;
}

} // namespace

std::string versions() {
    // Hunspell and ZXing cannot be asked while running: theirs are the ones built with.
    return fmt::format("broadsheet {}\nTesseract {}\nLeptonica {}\nOpenCV {}\nICU {}\nHunspell {}\nZXing {}",
                       BROADSHEET_VERSION, TessVersion(), leptonica_version(), cv::getVersionString(), icu_version(),
                       HUNSPELL_VERSION, ZXING_VERSION);
}

} // namespace broadsheet
