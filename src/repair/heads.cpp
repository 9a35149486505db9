// SPDX-License-Identifier: Apache-2.0
#include "repair/heads.h"

#include "text/characters.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <set>

namespace broadsheet {
namespace {

using namespace text;

enum class Side { head, foot };

/// A line alone at a page's head or foot.
struct Marginal {
    int block = 0;
    Side side = Side::head;
    double level = 0;           ///< middle, as a share of the page's height
    std::u32string letters;     ///< lower case; what its words have without figures and roman numbers
    std::optional<long> number; ///< the only figures in it
};

bool is_roman(std::u32string_view word) {
    return !word.empty() && word.find_first_not_of(U"ivxlcdm") == std::u32string_view::npos;
}

Marginal marginal(const Page& page, int b, Side side) {
    const Block& block = page.blocks[static_cast<std::size_t>(b)];
    Marginal line{b, side, static_cast<double>(block.box.center().y) / std::max(1, page.height), {}, {}};
    const std::u32string text = lower(plain(code_points(line_text(block.lines.front())))) + U' ';
    std::u32string word, figures;
    int numbers = 0;
    for (const char32_t c : text) {
        if (is_digit(c)) {
            figures += c;
            continue;
        }
        if (!figures.empty() && figures.size() < 8) {
            line.number = std::strtol(utf8(figures).c_str(), nullptr, 10);
            ++numbers;
        }
        figures.clear();
        if (is_letter(c)) {
            word += c;
            continue;
        }
        if (!is_roman(word)) line.letters += word;
        word.clear();
    }
    if (numbers != 1) line.number.reset();
    return line;
}

bool has_text(const Block& block) {
    return std::any_of(block.lines.begin(), block.lines.end(), [](const Line& line) { return line.removed.empty(); });
}

/// The blocks of one line in the page's uppermost (lowest) row; none where longer ones stand in it.
std::vector<Marginal> at_edge(const Page& page, Side side) {
    const Block* outermost = nullptr;
    for (const Block& block : page.blocks) {
        if (!has_text(block)) continue;
        const bool further = !outermost || (side == Side::head ? block.box.top < outermost->box.top
                                                               : block.box.bottom > outermost->box.bottom);
        if (further) outermost = &block;
    }
    std::vector<Marginal> row;
    for (std::size_t b = 0; outermost && b < page.blocks.size(); ++b) {
        const Block& block = page.blocks[b];
        if (!has_text(block) || 2 * overlap_y(block.box, outermost->box) < outermost->box.height()) continue;
        if (block.lines.size() > 1) return {};
        row.push_back(marginal(page, static_cast<int>(b), side));
    }
    return row;
}

std::set<std::u32string> neighbours_in(const std::u32string& text) {
    std::set<std::u32string> pairs;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        pairs.insert(text.substr(i, 2));
    return pairs;
}

/// Alike but for what an engine misreads: Dice's measure of neighbouring letters.
bool are_alike(const std::u32string& a, const std::u32string& b) {
    constexpr double enough = 0.7;
    if (a.size() < 2 || b.size() < 2) return false;
    const auto in_a = neighbours_in(a), in_b = neighbours_in(b);
    const auto common = std::count_if(in_a.begin(), in_a.end(), [&](const auto& pair) { return in_b.contains(pair); });
    return 2.0 * static_cast<double>(common) >= enough * static_cast<double>(in_a.size() + in_b.size());
}

/// The page's first word of running text.
std::u32string first_word(const Page& page, const std::vector<Marginal>& heads) {
    for (const Article& article : page.articles)
        for (const Paragraph& paragraph : article.paragraphs) {
            const bool is_head = std::any_of(heads.begin(), heads.end(), [&](const Marginal& head) {
                return !paragraph.lines.empty() && paragraph.lines.front().block == head.block;
            });
            if (is_head || paragraph.text.empty() || paragraph.lines.empty()) continue;
            const std::u32string text = lower(plain(code_points(line_text(line_at(page, paragraph.lines.front())))));
            return text.substr(0, text.find(U' '));
        }
    return {};
}

struct Edges {
    std::vector<Marginal> heads, feet;
};

/// Its place among the pages: of images of two facing pages, each counts.
long place_of(const Page& page) {
    return page.facing > 0 ? 2L * page.number + page.facing : page.number;
}

/// What the line is by the pages nearby, if anything.
std::optional<BlockKind> kind_of(const Marginal& line, std::size_t at, const std::vector<Page>& pages,
                                 const std::vector<Edges>& edges) {
    constexpr std::size_t reach = 4; // left and right pages differ, and some pages have none
    constexpr double same_level = 0.03;
    for (std::size_t i = at - std::min(reach, at); i < std::min(pages.size(), at + reach + 1); ++i) {
        if (i == at) continue;
        for (const Marginal& other : line.side == Side::head ? edges[i].heads : edges[i].feet) {
            if (std::abs(other.level - line.level) > same_level) continue;
            const bool counts_on =
                line.number && other.number && *line.number - *other.number == place_of(pages[at]) - place_of(pages[i]);
            if (line.letters.empty() && other.letters.empty() && counts_on) return BlockKind::page_number;
            if (are_alike(line.letters, other.letters))
                return line.side == Side::head ? BlockKind::running_head : BlockKind::running_foot;
        }
    }
    return {};
}

bool is_catchword(const Marginal& line, const Page& page, const Page& next, const Edges& of_next) {
    const Line& print = page.blocks[static_cast<std::size_t>(line.block)].lines.front();
    if (line.side != Side::foot || print.words.size() > 2 || line.letters.size() < 2) return false;
    std::u32string first = first_word(next, of_next.heads);
    std::erase_if(first, [](char32_t c) { return !is_letter(c); });
    return first.starts_with(line.letters);
}

Page without(Page page, const std::vector<BlockKind>& kinds) {
    const auto is_one = [&](BlockKind kind) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); };
    for (Block& block : page.blocks)
        if (is_one(block.kind))
            for (Line& line : block.lines)
                if (line.removed.empty()) line.removed = name(block.kind);
    for (Article& article : page.articles)
        std::erase_if(article.paragraphs, [&](const Paragraph& paragraph) { return is_one(paragraph.kind); });
    std::erase_if(page.articles, [](const Article& article) { return article.paragraphs.empty(); });
    return page;
}

} // namespace

std::vector<Page> with_heads(std::vector<Page> pages, const RepairOptions& options) {
    std::vector<Edges> edges;
    for (const Page& page : pages)
        edges.push_back({at_edge(page, Side::head), at_edge(page, Side::foot)});
    std::vector<std::vector<std::pair<int, BlockKind>>> found(pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i)
        for (const auto* row : {&edges[i].heads, &edges[i].feet})
            for (const Marginal& line : *row) {
                std::optional<BlockKind> kind = kind_of(line, i, pages, edges);
                const bool catchword =
                    !kind && i + 1 < pages.size() && is_catchword(line, pages[i], pages[i + 1], edges[i + 1]);
                if (catchword) kind = BlockKind::running_foot;
                if (kind) found[i].emplace_back(line.block, *kind);
            }
    for (std::size_t i = 0; i < pages.size(); ++i) {
        bool changed = false;
        for (const auto& [b, kind] : found[i]) {
            Block& block = pages[i].blocks[static_cast<std::size_t>(b)];
            changed = changed || block.kind != kind;
            block.kind = kind;
            block.article = -1;
        }
        if (changed) pages[i] = repair(std::move(pages[i]), options);
    }
    return pages;
}

void name_page_numbers(Page& page) {
    constexpr std::ptrdiff_t most_digits = 4;
    const auto is_number = [](const std::u32string& text) {
        const auto digits = std::count_if(text.begin(), text.end(), is_digit);
        const auto dashes =
            std::count_if(text.begin(), text.end(), [](char32_t c) { return is_dash(c) || is_hyphen(c) || c == U'_'; });
        const auto others =
            std::count_if(text.begin(), text.end(), [](char32_t c) { return is_blank(c) || c == U'.'; });
        return digits > 0 && digits <= most_digits && dashes > 0 && digits + dashes + others == std::ssize(text);
    };
    for (const Side side : {Side::head, Side::foot}) {
        const std::vector<Marginal> row = at_edge(page, side);
        if (row.size() != 1) continue;
        Block& block = page.blocks[static_cast<std::size_t>(row.front().block)];
        if (!is_number(code_points(line_text(block.lines.front())))) continue;
        block.kind = BlockKind::page_number;
        block.article = -1;
    }
}

Page without_heads(Page page) {
    return without(std::move(page), {BlockKind::running_head, BlockKind::running_foot, BlockKind::page_number});
}

Page without_advertisements(Page page) {
    return without(std::move(page), {BlockKind::advertisement});
}

} // namespace broadsheet
