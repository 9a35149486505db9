// SPDX-License-Identifier: Apache-2.0
#include "page/error.h"
#include "recognize/engine.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <sstream>

namespace fs = std::filesystem;

namespace broadsheet {

namespace {

std::vector<fs::path> folders(const ModelOptions& options) {
    if (!options.folder.empty()) return {options.folder};
    std::vector<fs::path> out;
    if (const char* named = std::getenv("BROADSHEET_MODELS"); named && *named) out.emplace_back(named);
    out.emplace_back(BROADSHEET_MODELS_FOLDER);
    if (const char* tessdata = std::getenv("TESSDATA_PREFIX"); tessdata && *tessdata) out.emplace_back(tessdata);
    out.emplace_back("/usr/share/tesseract-ocr/5/tessdata");
    return out;
}

std::vector<Model> models_in(const fs::path& folder) {
    std::vector<Model> models;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        const fs::path& path = entry.path();
        // osd and equ are no languages: orientation, and formulae by the old engine.
        if (path.extension() == ".traineddata" && path.stem() != "osd" && path.stem() != "equ")
            models.push_back({path.stem().string(), path.string()});
    }
    std::sort(models.begin(), models.end(), [](const Model& a, const Model& b) { return a.language < b.language; });
    return models;
}

std::string package_of(std::string language) {
    std::replace(language.begin(), language.end(), '_', '-');
    return "tesseract-ocr-" + language;
}

std::uintmax_t size_of(const fs::path& folder, const std::vector<std::string>& languages) {
    std::uintmax_t sum = 0;
    std::error_code failed;
    for (const std::string& language : languages) {
        const std::uintmax_t size = fs::file_size(folder / (language + ".traineddata"), failed);
        if (failed) return 0;
        sum += size;
    }
    return sum;
}

} // namespace

std::vector<std::string> split_languages(const std::string& languages) {
    std::vector<std::string> out;
    std::istringstream in(languages);
    for (std::string part; std::getline(in, part, '+');)
        out.push_back(part);
    return out;
}

std::vector<Model> find_models(const ModelOptions& options) {
    std::vector<Model> all;
    for (const fs::path& folder : folders(options))
        for (const Model& model : models_in(folder))
            all.push_back(model);
    std::stable_sort(all.begin(), all.end(), [](const Model& a, const Model& b) { return a.language < b.language; });
    return all;
}

std::string find_ctc(const ModelOptions& options, const std::string& model) {
    std::error_code failed;
    for (const fs::path& folder : folders(options))
        if (fs::exists(folder / (model + ".onnx"), failed) && fs::exists(folder / (model + ".keys"), failed))
            return folder.string();
    return {};
}

std::string folder_of(const std::vector<Model>& models, const std::string& languages) {
    const std::vector<std::string> wanted = split_languages(languages);
    std::map<std::string, size_t> has; // folder -> how many of the wanted languages
    for (const std::string& language : wanted) {
        bool found = false;
        for (const Model& model : models)
            if (model.language == language) found = true, ++has[fs::path(model.path).parent_path().string()];
        if (!found)
            throw Error("no model for language \"" + language + "\"; install Debian's " + package_of(language) +
                        " or put " + language + ".traineddata into the models folder");
    }
    // Of one language the models stand in the order of the search, so the first folder that has them all is the best.
    for (const Model& model : models) {
        const std::string folder = fs::path(model.path).parent_path().string();
        if (model.language == wanted.front() && has[folder] == wanted.size()) return folder;
    }
    throw Error("the models for \"" + languages + "\" are not in one folder");
}

std::string quick_folder(const std::vector<Model>& models, const std::string& languages) {
    constexpr double smaller = 0.95; // of files; the same network in two versions is not
    const fs::path own = BROADSHEET_MODELS_FOLDER;
    if (folder_of(models, languages) != own) return {};
    const std::vector<std::string> wanted = split_languages(languages);
    const auto most = static_cast<std::uintmax_t>(smaller * static_cast<double>(size_of(own, wanted)));
    for (const Model& model : models) {
        const fs::path folder = fs::path(model.path).parent_path();
        const std::uintmax_t size = size_of(folder, wanted);
        if (size > 0 && size < most) return folder.string();
    }
    return {};
}

} // namespace broadsheet
