// SPDX-License-Identifier: Apache-2.0
/// Which pages of a document: "1,3-5", "7-" (to the last).
#pragma once

#include <string>
#include <vector>

namespace broadsheet {

struct PageRange {
    int first = 1;
    int last = 1; ///< INT_MAX: the document's last page
    bool operator==(const PageRange&) const = default;
};

/// An empty text: all pages. Throws UsageError.
std::vector<PageRange> parse_page_ranges(const std::string& text);

struct ChosenPages {
    std::vector<int> numbers; ///< ascending, each once
    std::vector<int> missing; ///< the first page of each range that the document does not have whole
};
/// pages: how many the document has.
ChosenPages choose_pages(const std::vector<PageRange>& ranges, int pages);

} // namespace broadsheet
