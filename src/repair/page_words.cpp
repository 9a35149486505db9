// SPDX-License-Identifier: Apache-2.0
#include "repair/hyphen.h"
#include "repair/repair.h"
#include "text/characters.h"

namespace broadsheet::mend {
using namespace text;
namespace {

void count_token(std::u32string_view token, PageWords& counts) {
    std::u32string before; // the run of letters before a hyphen
    std::size_t at = 0;
    while (at < token.size()) {
        std::size_t end = at;
        while (end < token.size() && is_narrow_letter(token[end]))
            ++end;
        const std::u32string run(token.substr(at, end - at));
        if (!run.empty()) ++counts.words[run];
        if (!before.empty() && !run.empty()) ++counts.pairs[before + U"-" + run];
        const bool hyphen = end < token.size() && is_hyphen(token[end]) && !run.empty();
        before = hyphen ? run : std::u32string();
        at = end + 1;
    }
}

void count_line(std::u32string_view line, bool starts_broken, PageWords& counts) {
    const bool ends_broken = ends_with_hyphen(without_speck(line));
    std::size_t at = 0;
    bool is_first = true;
    while (at < line.size()) {
        const std::size_t end = std::min(line.find(U' ', at), line.size());
        const bool is_last = end == line.size();
        if (end > at && !(is_first && starts_broken) && !(is_last && ends_broken))
            count_token(lower(plain(line.substr(at, end - at))), counts);
        is_first = false;
        at = end + 1;
    }
}

} // namespace

void PageWords::add(const PageWords& others) {
    for (const auto& [word, times] : others.words)
        words[word] += times;
    for (const auto& [pair, times] : others.pairs)
        pairs[pair] += times;
}

int PageWords::count(std::u32string_view word) const {
    const auto found = words.find(lower(word));
    return (found == words.end() ? 0 : found->second) + (others ? others->count(word) : 0);
}

int PageWords::count_pair(std::u32string_view first, std::u32string_view second) const {
    const auto found = pairs.find(lower(first) + U"-" + lower(second));
    return (found == pairs.end() ? 0 : found->second) + (others ? others->count_pair(first, second) : 0);
}

PageWords count_words(const Page& page) {
    PageWords counts;
    for (const Block& block : page.blocks) {
        bool broken = false;
        for (const Line& line : block.lines) {
            if (!line.removed.empty()) continue;
            const std::u32string text = code_points(line_text(line));
            count_line(text, broken, counts);
            broken = ends_with_hyphen(without_speck(text));
        }
    }
    return counts;
}

} // namespace broadsheet::mend

void broadsheet::DocumentWords::add(const Page& page) {
    if (!words_) words_ = std::make_shared<mend::PageWords>();
    words_->add(mend::count_words(page));
}
