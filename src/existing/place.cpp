// SPDX-License-Identifier: Apache-2.0
#include "existing/existing.h"
#include "existing/measure.h"

#include "page/median.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>

namespace broadsheet {
namespace {

/// A word of the existing page, on the sheet.
struct Seen {
    LineRef from; ///< its line there
    std::size_t index = 0;
    const Word* word = nullptr;
    Box box;         ///< in sheet pixels
    double foot = 0; ///< y of the baseline under its middle
};

Box on_sheet(const Frame& frame, const Box& box) {
    Box out;
    for (const Place corner : {Place{1.0 * box.left, 1.0 * box.top}, Place{1.0 * box.right, 1.0 * box.top},
                               Place{1.0 * box.left, 1.0 * box.bottom}, Place{1.0 * box.right, 1.0 * box.bottom}}) {
        const Place p = to_sheet(frame, corner);
        const int x = static_cast<int>(std::lround(p.x)), y = static_cast<int>(std::lround(p.y));
        out = united(out, {x, y, x + 1, y + 1});
    }
    return {out.left, out.top, out.right - 1, out.bottom - 1};
}

double height_at(const std::vector<Point>& polyline, double x) {
    std::size_t i = 1;
    while (i + 1 < polyline.size() && x > polyline[i].x)
        ++i;
    const Point &a = polyline[i - 1], &b = polyline[i];
    return a.x == b.x ? a.y : a.y + (x - a.x) * (b.y - a.y) / (b.x - a.x);
}

std::vector<Seen> words_on_sheet(const Page& existing, const Frame& frame) {
    std::vector<Seen> all;
    for (int b = 0; b < std::ssize(existing.blocks); ++b) {
        const std::vector<Line>& lines = existing.blocks[static_cast<std::size_t>(b)].lines;
        for (int l = 0; l < std::ssize(lines); ++l) {
            const Line& line = lines[static_cast<std::size_t>(l)];
            for (std::size_t i = 0; i < line.words.size(); ++i) {
                const Word& word = line.words[i];
                Seen seen{{b, l}, i, &word, {}, 0};
                if (!word.box.empty() && line.baseline.size() > 1) {
                    const double x = word.box.left + word.box.width() / 2.0;
                    seen.box = on_sheet(frame, word.box);
                    seen.foot = to_sheet(frame, Place{x, height_at(line.baseline, x)}).y;
                }
                all.push_back(seen);
            }
        }
    }
    return all;
}

/// The line the word stands in, if any: over its middle, with the nearest baseline.
Line* line_of(const Seen& seen, std::vector<Block>& blocks) {
    constexpr double most_off = 0.6; // of the line's letters
    Line* best = nullptr;
    double least = 0;
    const int middle = seen.box.center().x;
    for (Block& block : blocks) {
        if (seen.box.empty() || middle < block.box.left - 5 || middle > block.box.right + 5) continue;
        for (Line& line : block.lines) {
            const int slack = line.text_height / 2;
            if (line.baseline.size() < 2 || middle < line.box.left - slack || middle > line.box.right + slack) continue;
            const double off = std::abs(height_at(line.baseline, middle) - seen.foot);
            if (off > most_off * line.text_height || (best && off >= least)) continue;
            best = &line;
            least = off;
        }
    }
    return best;
}

/// Left to right; a blank where the file has one, or between words that had other neighbours.
void set_words(Line& line, std::vector<Seen> words, std::vector<Box>& boxes) {
    std::stable_sort(words.begin(), words.end(), [](const Seen& a, const Seen& b) { return a.box.left < b.box.left; });
    line.words.clear();
    for (std::size_t i = 0; i < words.size(); ++i) {
        Word word = *words[i].word;
        word.box = words[i].box;
        const bool neighbours = i > 0 && words[i].from == words[i - 1].from && words[i].index == words[i - 1].index + 1;
        if (i == 0 || !neighbours) word.blank_before = word.blank_read = i > 0;
        line.words.push_back(word);
        boxes.push_back(words[i].word->box);
    }
}

/// Words that no line has taken, in the lines they had.
std::vector<Block> left_over(const Page& existing, const std::vector<Seen>& words, const std::vector<bool>& taken,
                             const Frame& frame, double body) {
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < words.size();) {
        std::size_t end = i;
        while (end < words.size() && !taken[end] && words[end].from == words[i].from)
            ++end;
        if (end == i) {
            ++i;
            continue;
        }
        const Block& source = existing.blocks[static_cast<std::size_t>(words[i].from.block)];
        Line line = source.lines[static_cast<std::size_t>(words[i].from.line)];
        std::vector<Word> some;
        Box box;
        for (std::size_t k = i; k < end; ++k) {
            some.push_back(*words[k].word);
            some.back().box = words[k].box;
            box = united(box, words[k].box);
        }
        const bool all = some.size() == line.words.size() && !line.box.empty();
        line.box = all ? on_sheet(frame, line.box) : box;
        line.words = std::move(some);
        for (Point& p : line.baseline) {
            const Place q = to_sheet(frame, Place{1.0 * p.x, 1.0 * p.y});
            p = {static_cast<int>(std::lround(q.x)), static_cast<int>(std::lround(q.y))};
        }
        const double scale = line.box.empty() ? 1 : to_sheet(frame, Place{0, 1000}).y - to_sheet(frame, Place{0, 0}).y;
        line.text_height = std::max(1, static_cast<int>(std::lround(line.text_height * scale / 1000)));
        Block block;
        block.kind = source.kind;
        const bool rules =
            std::all_of(line.words.begin(), line.words.end(), [&](const Word& w) { return is_misread_rule(w, body); });
        if (rules || is_guess(line)) block.kind = BlockKind::noise;
        block.box = line.box;
        block.lines = {line};
        blocks.push_back(block);
        i = end;
    }
    return blocks;
}

} // namespace

Placed place_words(Page page, const Page& existing) {
    const std::vector<Seen> words = words_on_sheet(existing, page.frame);
    std::vector<bool> taken(words.size(), false);
    std::map<const Line*, std::vector<Seen>> of_line;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (const Line* line = line_of(words[i], page.blocks)) {
            of_line[line].push_back(words[i]);
            taken[i] = true;
        }
    }
    Placed placed;
    std::vector<Block> blocks;
    for (Block& block : page.blocks) {
        const bool text = !block.lines.empty();
        std::map<BlockKind, int> kinds; // what the existing page calls its words
        int count = 0;
        std::vector<Line> lines;
        for (Line& line : block.lines) {
            const auto found = of_line.find(&line);
            if (found == of_line.end()) continue;
            set_words(line, found->second, placed.boxes);
            lines.push_back(line);
            for (const Seen& seen : found->second)
                ++kinds[existing.blocks[static_cast<std::size_t>(seen.from.block)].kind];
            count += static_cast<int>(found->second.size());
        }
        for (const auto& [kind, votes] : kinds)
            if (kind != BlockKind::paragraph && 3 * votes > 2 * count) block.kind = kind;
        block.lines = std::move(lines);
        if (!text || !block.lines.empty()) blocks.push_back(std::move(block));
    }
    for (Block& block : left_over(existing, words, taken, page.frame, page.text_height))
        blocks.push_back(std::move(block));
    for (std::size_t i = 0; i < words.size(); ++i) // in the order of left_over()
        if (!taken[i]) placed.boxes.push_back(words[i].word->box);
    page.blocks = std::move(blocks);
    placed.page = std::move(page);
    return placed;
}

Page in_order_of(const Placed& placed, const Page& existing) {
    const auto key = [](const Box& b) { return std::array{b.left, b.top, b.right, b.bottom}; };
    std::map<std::array<int, 4>, int> ranks;
    for (const int b : existing.order)
        for (const Line& line : existing.blocks[static_cast<std::size_t>(b)].lines)
            for (const Word& word : line.words)
                ranks.emplace(key(word.box), static_cast<int>(ranks.size()));
    Page page = placed.page;
    std::vector<int> rank_of(page.blocks.size(), -1); // the middle one of its words
    auto box = placed.boxes.begin();
    for (std::size_t b = 0; b < page.blocks.size(); ++b) {
        std::vector<int> all;
        for (const Line& line : page.blocks[b].lines)
            for (std::size_t i = 0; i < line.words.size(); ++i)
                all.push_back(ranks[key(*box++)]);
        if (!all.empty()) rank_of[b] = median(all);
    }
    int before = -1; // a block without words stays behind the one before it
    for (const int b : page.order) {
        int& rank = rank_of[static_cast<std::size_t>(b)];
        before = rank = rank < 0 ? before : rank;
    }
    std::stable_sort(page.order.begin(), page.order.end(), [&](int a, int b) {
        return rank_of[static_cast<std::size_t>(a)] < rank_of[static_cast<std::size_t>(b)];
    });
    return page;
}

} // namespace broadsheet
