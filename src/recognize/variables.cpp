// SPDX-License-Identifier: Apache-2.0
#include "recognize/variables.h"

#include "recognize/ambiguities.h"
#include "recognize/engine.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <tesseract/baseapi.h>
#include <vector>

namespace broadsheet {

namespace {

std::shared_mutex& mutex() {
    static std::shared_mutex one;
    return one;
}

/// A model that waits to load goes before the next line: a shared mutex may let readers in for ever.
std::mutex& gate() {
    static std::mutex one;
    return one;
}

/// Every variable, as a bare engine sees it: its own as they are built in, and the process'.
class BareEngine {
public:
    BareEngine() { api_.InitForAnalysePage(); }

    std::map<std::string, std::string> values() const {
        char* printed = nullptr;
        std::size_t size = 0;
        std::FILE* file = open_memstream(&printed, &size);
        if (!file) return {};
        api_.PrintVariables(file); // NAME tab VALUE tab what it is for
        std::fclose(file);
        std::istringstream lines(std::string(printed, size));
        std::free(printed); // NOLINT: open_memstream's
        std::map<std::string, std::string> values;
        for (std::string line; std::getline(lines, line);) {
            const std::size_t name = line.find('\t'), value = line.find('\t', name + 1);
            if (value != std::string::npos) values[line.substr(0, name)] = line.substr(name + 1, value - name - 1);
        }
        return values;
    }

    void put_back(const std::map<std::string, std::string>& before) {
        for (const auto& [name, value] : values())
            if (const auto old = before.find(name); old != before.end() && old->second != value)
                api_.SetVariable(name.c_str(), old->second.c_str());
    }

private:
    tesseract::TessBaseAPI api_;
};

bool load(tesseract::TessBaseAPI& api, const std::string& folder, const std::string& languages,
          const std::string& words_file) {
    const WithoutAmbiguities quickly;
    // The dictionaries are made while the model loads: later the words would be too late.
    const std::vector<std::string> names{"user_words_file"}, values{words_file};
    return api.Init(folder.c_str(), languages.c_str(), tesseract::OEM_LSTM_ONLY, nullptr, 0, &names, &values, false) ==
           0;
}

} // namespace

bool has_configuration(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::array<char, sizeof(std::int32_t)> count{};
    std::array<char, sizeof(std::int64_t)> offset{};
    in.read(count.data(), count.size()).read(offset.data(), offset.size());
    return in && std::any_of(offset.begin(), offset.end(), [](char byte) { return byte != '\xFF'; });
}

bool load_models(tesseract::TessBaseAPI& api, const std::string& folder, const std::string& languages,
                 const std::string& words_file) {
    const std::vector<std::string> all = split_languages(languages);
    if (std::none_of(all.begin(), all.end(), [&](const std::string& language) {
            return has_configuration(folder + "/" + language + ".traineddata");
        }))
        return load(api, folder, languages, words_file);
    const std::lock_guard first(gate());
    const std::lock_guard alone(mutex());
    BareEngine bare;
    const auto before = bare.values();
    const bool loaded = load(api, folder, languages, words_file);
    bare.put_back(before);
    return loaded;
}

std::shared_lock<std::shared_mutex> hold_variables() {
    const std::lock_guard first(gate());
    return std::shared_lock(mutex());
}

} // namespace broadsheet
