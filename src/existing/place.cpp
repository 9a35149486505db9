// SPDX-License-Identifier: Apache-2.0
#include "existing/existing.h"
#include "existing/measure.h"

#include "page/median.h"
#include "page/polyline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <span>

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

/// A line that layout found; none: block is -1.
using Target = LineRef;

/// The line the word stands in, if any: over its middle, with the nearest baseline.
Target line_of(const Seen& seen, const std::vector<Block>& blocks) {
    constexpr double most_off = 0.6; // of the line's letters
    Target best{-1, -1};
    double least = 0;
    const int middle = seen.box.center().x;
    for (int b = 0; b < std::ssize(blocks); ++b) {
        const Block& block = blocks[static_cast<std::size_t>(b)];
        if (seen.box.empty() || middle < block.box.left - 5 || middle > block.box.right + 5) continue;
        for (int l = 0; l < std::ssize(block.lines); ++l) {
            const Line& line = block.lines[static_cast<std::size_t>(l)];
            const int slack = line.text_height / 2;
            if (line.baseline.size() < 2 || middle < line.box.left - slack || middle > line.box.right + slack) continue;
            const double off = std::abs(height_at(line.baseline, middle) - seen.foot);
            if (off > most_off * line.text_height || (best.block >= 0 && off >= least)) continue;
            best = {b, l};
            least = off;
        }
    }
    return best;
}

/// Words that stand together in a line of the existing page, and in one block of the new one.
struct Run {
    std::vector<Seen> words;
    Target target{-1, -1};
    Box box;
    double foot = 0;
};

/// Neighbours without a gap between them stay together, whatever single boxes say.
void agree(std::vector<Target>& targets, std::span<const Seen> words, double text_height) {
    const auto close = [&](std::size_t i) { // to the word before
        return words[i].box.left - words[i - 1].box.right < text_height;
    };
    for (std::size_t i = 1; i < targets.size(); ++i)
        if (targets[i].block < 0 && close(i)) targets[i] = targets[i - 1];
    for (std::size_t i = targets.size(); i-- > 1;)
        if (targets[i - 1].block < 0 && close(i)) targets[i - 1] = targets[i];
    for (std::size_t i = 1; i + 1 < targets.size(); ++i)
        if (targets[i - 1].block == targets[i + 1].block && close(i) && close(i + 1)) targets[i] = targets[i - 1];
}

/// The line that most of the run's width lies in.
Target usual(const std::vector<Target>& targets, const std::vector<Seen>& words) {
    std::map<std::pair<int, int>, int> votes;
    for (std::size_t i = 0; i < targets.size(); ++i)
        votes[{targets[i].block, targets[i].line}] += words[i].box.width();
    const auto best =
        std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return {best->first.first, best->first.second};
}

/// words: of one line of the existing page.
std::vector<Run> runs_of(std::span<const Seen> words, const std::vector<Block>& blocks, double text_height) {
    std::vector<Target> targets;
    for (const Seen& seen : words)
        targets.push_back(line_of(seen, blocks));
    agree(targets, words, text_height);
    std::vector<Run> runs;
    std::vector<Target> of_run;
    const auto end_run = [&] {
        if (!runs.empty()) runs.back().target = usual(of_run, runs.back().words);
        of_run.clear();
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i == 0 || targets[i].block != targets[i - 1].block) {
            end_run();
            runs.emplace_back();
        }
        Run& run = runs.back();
        of_run.push_back(targets[i]);
        run.words.push_back(words[i]);
        run.box = united(run.box, words[i].box);
    }
    end_run();
    for (Run& run : runs) {
        std::vector<double> feet;
        for (const Seen& seen : run.words)
            feet.push_back(seen.foot);
        run.foot = median(feet);
    }
    return runs;
}

/// One line of the runs; a blank where the file has one, or between runs.
Line line_of_runs(Line line, const std::vector<Run>& runs, std::vector<Box>& boxes) {
    line.words.clear();
    line.initial = {}; // what recognition would have taken up
    line.leaders.clear();
    line.box = {};
    for (const Run& run : runs) {
        for (const Seen& seen : run.words) {
            Word word = *seen.word;
            word.box = seen.box;
            if (&seen == &run.words.front()) word.blank_before = word.blank_read = !line.words.empty();
            line.words.push_back(word);
            boxes.push_back(seen.word->box);
        }
        line.box = united(line.box, run.box);
    }
    return line;
}

/// The lines that the runs of one found line make: one, left to right, but for runs over each other.
std::vector<Line> lines_of_runs(const Line& found, std::vector<Run> runs, std::vector<Box>& boxes) {
    std::stable_sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.box.left < b.box.left; });
    std::vector<std::vector<Run>> rows;
    for (Run& run : runs) {
        const auto fits = [&](const std::vector<Run>& row) {
            return overlap_x(row.back().box, run.box) * 4 < std::min(row.back().box.width(), run.box.width());
        };
        const auto row = std::find_if(rows.begin(), rows.end(), fits);
        if (row != rows.end())
            row->push_back(std::move(run));
        else
            rows.push_back({std::move(run)});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.front().foot < b.front().foot; });
    std::vector<Line> lines;
    for (const std::vector<Run>& row : rows) {
        lines.push_back(line_of_runs(found, row, boxes));
        if (rows.size() == 1) continue;
        const int foot = static_cast<int>(std::lround(row.front().foot));
        lines.back().baseline = {{lines.back().box.left, foot}, {lines.back().box.right, foot}};
    }
    return lines;
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

using Blocks = std::vector<int>::iterator;

void sort_by_rank(Blocks from, Blocks to, const std::vector<int>& ranks) {
    std::stable_sort(from, to, [&](int a, int b) {
        return ranks[static_cast<std::size_t>(a)] < ranks[static_cast<std::size_t>(b)];
    });
}

} // namespace

Placed place_words(Page page, const Page& existing) {
    const std::vector<Seen> words = words_on_sheet(existing, page.frame);
    std::vector<bool> taken(words.size(), false);
    std::map<std::pair<int, int>, std::vector<Run>> of_line;
    for (std::size_t i = 0; i < words.size();) {
        std::size_t end = i;
        while (end < words.size() && words[end].from == words[i].from)
            ++end;
        std::size_t at = i;
        for (Run& run : runs_of(std::span(words).subspan(i, end - i), page.blocks, page.text_height)) {
            for (std::size_t k = 0; k < run.words.size(); ++k)
                taken[at++] = run.target.block >= 0;
            if (run.target.block >= 0) of_line[{run.target.block, run.target.line}].push_back(std::move(run));
        }
        i = end;
    }
    Placed placed;
    std::vector<Block> blocks;
    for (int b = 0; b < std::ssize(page.blocks); ++b) {
        Block& block = page.blocks[static_cast<std::size_t>(b)];
        const bool text = !block.lines.empty();
        std::map<BlockKind, int> kinds; // what the existing page calls its words
        int count = 0;
        std::vector<Line> lines;
        for (int l = 0; l < std::ssize(block.lines); ++l) {
            const auto found = of_line.find({b, l});
            if (found == of_line.end()) continue;
            for (const Run& run : found->second) {
                const int size = static_cast<int>(run.words.size());
                kinds[existing.blocks[static_cast<std::size_t>(run.words.front().from.block)].kind] += size;
                count += size;
            }
            for (Line& line : lines_of_runs(block.lines[static_cast<std::size_t>(l)], found->second, placed.boxes))
                lines.push_back(std::move(line));
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

std::vector<int> told_ranks(const Placed& placed, const Page& existing) {
    const auto key = [](const Box& b) { return std::array{b.left, b.top, b.right, b.bottom}; };
    std::map<std::array<int, 4>, int> ranks;
    for (const int b : existing.order)
        for (const Line& line : existing.blocks[static_cast<std::size_t>(b)].lines)
            for (const Word& word : line.words)
                ranks.emplace(key(word.box), static_cast<int>(ranks.size()));
    std::vector<int> rank_of(placed.page.blocks.size(), -1); // the middle one of its words
    auto box = placed.boxes.begin();
    for (std::size_t b = 0; b < rank_of.size(); ++b) {
        std::vector<int> all;
        for (const Line& line : placed.page.blocks[b].lines)
            for (std::size_t i = 0; i < line.words.size(); ++i)
                all.push_back(ranks[key(*box++)]);
        if (!all.empty()) rank_of[b] = median(all);
    }
    int before = -1; // a block without words stays behind the one before it
    for (const int b : placed.page.order) {
        int& rank = rank_of[static_cast<std::size_t>(b)];
        before = rank = rank < 0 ? before : rank;
    }
    return rank_of;
}

Page in_told_order(Page page, const std::vector<int>& ranks) {
    sort_by_rank(page.order.begin(), page.order.end(), ranks);
    return page;
}

Page with_told_pieces(Page page, const std::vector<int>& ranks) {
    constexpr std::size_t short_block = 4; // lines
    constexpr std::ptrdiff_t many = 5;     // blocks; a heading with what belongs to it are fewer
    const auto is_short = [&](int b) { return page.blocks[static_cast<std::size_t>(b)].lines.size() < short_block; };
    for (auto from = page.order.begin(); from != page.order.end();) {
        const auto to = std::find_if_not(from, page.order.end(), is_short);
        if (to - from >= many) sort_by_rank(from, to, ranks);
        from = to == page.order.end() ? to : to + 1;
    }
    return page;
}

} // namespace broadsheet
