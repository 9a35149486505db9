// SPDX-License-Identifier: Apache-2.0
#include "cli/check_items.h"

#include "cli/report.h"
#include "formats/formats.h"
#include "page/error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

constexpr std::array text_extensions = {".gt.json", ".gt.txt", ".json", ".txt"};
constexpr std::array image_extensions = {".png",  ".jpg", ".jpeg", ".tif", ".tiff", ".jp2",
                                         ".webp", ".pnm", ".pgm",  ".pbm", ".ppm",  ".bmp"};

/// 0: the best of several for one page; -1: none of these.
template <std::size_t n>
int rank(const std::string& name, const std::array<const char*, n>& extensions) {
    for (std::size_t i = 0; i < n; ++i)
        if (name.ends_with(extensions[i])) return static_cast<int>(i);
    return -1;
}

std::string lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

struct Ranked {
    std::string path;
    int rank = 0;
};
using ByName = std::map<std::string, Ranked>;

template <std::size_t n>
void add_file(const fs::path& path, const fs::path& folder, const std::array<const char*, n>& extensions,
              ByName& files) {
    std::string name = path.lexically_relative(folder).generic_string();
    const int at = rank(lower_case(name), extensions);
    if (at < 0) return;
    name.resize(name.size() - std::string(extensions[static_cast<std::size_t>(at)]).size());
    const auto [it, is_new] = files.try_emplace(name, Ranked{path.string(), at});
    if (!is_new && at < it->second.rank) it->second = {path.string(), at};
}

template <std::size_t n>
ByName files_in(const std::string& folder, const std::array<const char*, n>& extensions) {
    ByName files;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (it->is_regular_file(error)) add_file(it->path(), folder, extensions, files);
    if (error) throw Error(folder + ": cannot be listed: " + error.message());
    return files;
}

bool is_folder(const std::string& path) {
    if (path == "-") return false;
    std::error_code error;
    if (fs::is_directory(path, error)) return true;
    if (!fs::exists(path, error)) throw Error(path + ": no such file or folder");
    return false;
}

/// page.gt.json and page.png are both "page".
std::string page_name(const std::string& path) {
    if (path == "-") return "stdin";
    const fs::path file = fs::path(path).filename();
    ByName names;
    add_file(fs::absolute(path), fs::absolute(path).parent_path(), text_extensions, names);
    return names.empty() ? file.stem().string() : names.begin()->first;
}

} // namespace

CheckSet pair_results(const std::string& truth, const std::string& result) {
    CheckSet set;
    const bool folders = is_folder(truth);
    if (is_folder(result) != folders) throw Error(result + ": compare two files, or two folders");
    if (!folders) {
        set.items.push_back({"", page_name(result), truth, result, "", "", {}});
        return set;
    }
    ByName results = files_in(result, text_extensions);
    for (const auto& [name, file] : files_in(truth, text_extensions)) {
        const auto found = results.extract(name);
        set.items.push_back({"", name, file.path, found ? found.mapped().path : "", "", "", {}});
    }
    for (const auto& [name, file] : results)
        set.unpaired.push_back(file.path);
    if (set.items.empty()) throw Error(truth + ": holds no text (NAME.gt.json, NAME.gt.txt, NAME.json, NAME.txt)");
    return set;
}

CheckSet pair_images(const std::vector<std::string>& images, const std::string& truth) {
    ByName files;
    for (const std::string& image : images) {
        if (is_folder(image))
            files.merge(files_in(image, image_extensions));
        else
            files.try_emplace(fs::path(image).stem().string(), Ranked{image, 0});
    }
    ByName truths;
    if (is_folder(truth))
        truths = files_in(truth, text_extensions);
    else if (files.size() == 1)
        truths[files.begin()->first] = {truth, 0};
    else
        throw Error(truth + ": one truth for several images");
    CheckSet set;
    for (const auto& [name, file] : files) {
        const auto found = truths.find(name);
        if (found == truths.end())
            set.unpaired.push_back(file.path);
        else
            set.items.push_back({"", name, found->second.path, "", file.path, "", {}});
    }
    if (set.items.empty()) throw Error(truth + ": no truth is called like one of the images");
    return set;
}

std::string read_text_file(const std::string& path) {
    if (path == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
    std::error_code error;
    if (fs::is_directory(path, error)) throw Error(path + ": is a folder");
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open() || file.bad())
        throw Error(path + ": cannot be read: " + std::generic_category().message(errno ? errno : EIO));
    return text;
}

Transcript read_transcript(const std::string& path) {
    try {
        return transcript_from(read_text_file(path));
    } catch (const Error& error) {
        throw Error(failure(path, error.what()));
    }
}

} // namespace broadsheet
