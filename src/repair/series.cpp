// SPDX-License-Identifier: Apache-2.0
#include "repair/series.h"

#include "text/characters.h"

#include <algorithm>

namespace broadsheet::mend {
using namespace text;
namespace {

constexpr long long kSmall = 100; // of a list, which counts on; by chance days of months rise too

/// Which of the numbers rise, as many as there can be: a longest increasing subsequence; of small ones one by one.
std::vector<char> rising(const std::vector<long long>& numbers) {
    std::vector<std::size_t> length(numbers.size(), 1), before(numbers.size());
    std::vector<char> chosen(numbers.size(), 0);
    std::size_t last = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        before[i] = i;
        for (std::size_t j = 0; j < i; ++j)
            if (numbers[j] < numbers[i] && (numbers[i] >= kSmall || numbers[j] + 1 == numbers[i]) &&
                length[j] + 1 > length[i])
                length[i] = length[j] + 1, before[i] = j;
        if (length[i] > length[last]) last = i;
    }
    if (numbers.empty()) return chosen;
    for (chosen[last] = 1; before[last] != last; chosen[last] = 1)
        last = before[last];
    return chosen;
}

} // namespace

long long series_number(std::u32string_view text) {
    constexpr int most_digits = 9;
    std::size_t at = !text.empty() && text.front() == U'(' ? 1 : 0;
    long long number = 0;
    int digits = 0;
    const auto group_follows = [&] { // ".437", "'437"
        const auto digit = [&](std::size_t i) { return i < text.size() && is_digit(text[i]); };
        return digits > 0 && at < text.size() &&
               std::u32string_view(U".'’").find(text[at]) != std::u32string_view::npos && digit(at + 1) &&
               digit(at + 2) && digit(at + 3) && !digit(at + 4);
    };
    while (at < text.size() && digits <= most_digits && (is_digit(text[at]) || group_follows())) {
        if (text[at] >= U'0' && text[at] <= U'9')
            number = 10 * number + static_cast<long long>(text[at] - U'0'), ++digits;
        ++at;
    }
    if (digits == 0 || digits > most_digits || at + 1 >= text.size()) return -1;
    const bool blank = is_blank(text[at]);
    const char32_t end = text[blank ? at + 1 : at];
    const bool ends = blank ? is_dash(end) : (end == U'.' || end == U')') && is_blank(text[at + 1]);
    return ends ? number : -1;
}

void mark_series(const Page& page, std::vector<Setting>& settings) {
    constexpr std::ptrdiff_t fewest = 4;
    std::vector<SetLine*> lines;
    std::vector<long long> numbers;
    for (const int block : page.order)
        for (SetLine& line : settings[static_cast<std::size_t>(block)].lines) {
            const long long number = series_number(code_points(line_text(line_at(page, line.ref))));
            if (number < 0) continue;
            lines.push_back(&line);
            numbers.push_back(number);
        }
    const std::vector<char> chosen = rising(numbers);
    const auto count = std::count(chosen.begin(), chosen.end(), 1);
    if (count < fewest || count * 10 < std::ssize(chosen) * 7) return;
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i]->numbered = chosen[i] != 0;
}

} // namespace broadsheet::mend
