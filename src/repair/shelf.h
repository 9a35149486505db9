// SPDX-License-Identifier: Apache-2.0
/// Dictionaries kept between pages.
#pragma once

#include "repair/dictionary.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace broadsheet::mend {

/// Where dictionaries wait for the next page. Each serves one page at a time.
class Shelf {
public:
    using Taken = std::unique_ptr<Dictionary>;

    Taken take(const std::string& folder, const std::string& languages);
    void put_back(const std::string& folder, const std::string& languages, Taken dictionary);

private:
    std::mutex mutex_;
    std::multimap<std::pair<std::string, std::string>, Taken> waiting_;
};

/// The process'.
Shelf& shelf();

} // namespace broadsheet::mend
