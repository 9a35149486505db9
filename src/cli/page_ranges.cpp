// SPDX-License-Identifier: Apache-2.0
#include "cli/page_ranges.h"

#include "cli/commands.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <set>
#include <string_view>

namespace broadsheet {
namespace {

constexpr int to_the_end = std::numeric_limits<int>::max();

[[noreturn]] void fail(const std::string& text) {
    throw UsageError("--pages " + text + ": not page numbers such as 1,3-5");
}

int page_number(std::string_view part, const std::string& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (error != std::errc{} || end != part.data() + part.size() || number < 1 || number == to_the_end) fail(text);
    return number;
}

} // namespace

std::vector<PageRange> parse_page_ranges(const std::string& text) {
    if (text.empty()) return {{1, to_the_end}};
    std::vector<PageRange> ranges;
    std::string_view rest = text;
    while (true) {
        const std::size_t comma = rest.find(',');
        const std::string_view part = rest.substr(0, comma);
        const std::size_t dash = part.find('-');
        PageRange range;
        range.first = range.last = page_number(part.substr(0, dash), text);
        if (dash != std::string_view::npos)
            range.last = dash + 1 == part.size() ? to_the_end : page_number(part.substr(dash + 1), text);
        if (range.last < range.first) fail(text);
        ranges.push_back(range);
        if (comma == std::string_view::npos) return ranges;
        rest.remove_prefix(comma + 1);
    }
}

ChosenPages choose_pages(const std::vector<PageRange>& ranges, int pages) {
    std::set<int> numbers;
    std::set<int> missing;
    for (const PageRange& range : ranges) {
        for (int number = range.first; number <= std::min(range.last, pages); ++number)
            numbers.insert(number);
        if (range.first > pages || (range.last > pages && range.last != to_the_end))
            missing.insert(std::max(range.first, pages + 1));
    }
    return {{numbers.begin(), numbers.end()}, {missing.begin(), missing.end()}};
}

} // namespace broadsheet
