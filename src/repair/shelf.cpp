// SPDX-License-Identifier: Apache-2.0
#include "repair/shelf.h"

#include <utility>

namespace broadsheet::mend {

Shelf::Taken Shelf::take(const std::string& folder, const std::string& languages) {
    const std::lock_guard lock(mutex_);
    const auto found = waiting_.find({folder, languages});
    if (found == waiting_.end()) return std::make_unique<Dictionary>(folder, languages);
    Taken taken = std::move(found->second);
    waiting_.erase(found);
    return taken;
}

void Shelf::put_back(const std::string& folder, const std::string& languages, Taken dictionary) {
    const std::lock_guard lock(mutex_);
    waiting_.emplace(std::pair(folder, languages), std::move(dictionary));
}

Shelf& shelf() {
    static Shelf& shelf = *new Shelf; // not freed: the process ends behind it, and giving words back takes its time
    return shelf;
}

} // namespace broadsheet::mend
