// SPDX-License-Identifier: Apache-2.0
#include "formats/parts.h"

#include "text/characters.h"

#include <algorithm>
#include <numeric>

namespace broadsheet {

using namespace text;

namespace {

using Text = std::u32string_view;

bool is_of_word(char32_t c) {
    return !is_blank(c) && !is_wide(c);
}

std::size_t head_size(Text line) {
    return static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), is_of_word) - line.begin());
}
std::size_t tail_size(Text line) {
    return static_cast<std::size_t>(std::find_if_not(line.rbegin(), line.rend(), is_of_word) - line.rbegin());
}

/// Takes next behind text, as the seam says.
void append(std::u32string& text, Text next, const Seam& seam) {
    if (!seam.word.empty()) {
        text.resize(text.size() - tail_size(text));
        text += code_points(seam.word);
        next.remove_prefix(head_size(next));
    } else if (seam.blank && !text.empty() && !next.empty()) {
        text += U' ';
    }
    text += next;
}

/// Where next begins in text, near at; its end may have been changed by the seam after it.
std::size_t found_near(Text text, Text next, std::size_t at) {
    constexpr std::size_t most_changed = 4;
    const Text start = next.substr(0, std::max<std::size_t>(1, next.size() - std::min(next.size(), most_changed)));
    for (std::size_t step = 0; step <= most_changed; ++step) {
        if (text.substr(std::min(at + step, text.size()), start.size()) == start) return at + step;
        if (step <= at && text.substr(std::min(at - step, text.size()), start.size()) == start) return at - step;
    }
    return std::min(at, text.size());
}

} // namespace

std::vector<const Word*> words_of(const Line& line) {
    std::vector<const Word*> words;
    for (const Word& word : line.words)
        if (!word.text.empty()) words.push_back(&word);
    return words;
}

Box box_of(const Page& page, const Part& part) {
    Box box;
    for (const std::size_t place : part.places)
        box = united(box, line_at(page, part.paragraph->lines[place]).box);
    return box;
}

std::vector<BlockParts> parts_of(const Page& page) {
    std::vector<BlockParts> blocks(page.blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i)
        blocks[i] = {static_cast<int>(i), -1, {}};
    int number = 0;
    for (std::size_t a = 0; a < page.articles.size(); ++a) {
        for (const Paragraph& paragraph : page.articles[a].paragraphs) {
            for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
                BlockParts& block = blocks[static_cast<std::size_t>(paragraph.lines[i].block)];
                block.article = static_cast<int>(a);
                if (block.parts.empty() || block.parts.back().number != number)
                    block.parts.push_back({&paragraph, number, {}});
                block.parts.back().places.push_back(i);
            }
            ++number;
        }
    }
    std::vector<int> order = page.order;
    if (order.empty()) {
        order.resize(blocks.size());
        std::iota(order.begin(), order.end(), 0);
    }
    std::vector<BlockParts> ordered;
    for (const int index : order)
        ordered.push_back(std::move(blocks[static_cast<std::size_t>(index)]));
    return ordered;
}

const std::string& whole_text(const Paragraph& paragraph) {
    static const std::string nothing;
    if (paragraph.begun) return nothing;
    return paragraph.goes_on ? paragraph.goes_on->text : paragraph.text;
}

bool are_entries(const Paragraph& before, const Paragraph& after) {
    const bool list =
        before.kind == BlockKind::list || before.kind == BlockKind::table || before.kind == BlockKind::masthead;
    return list && before.kind == after.kind && !before.lines.empty() && !after.lines.empty() &&
           before.lines.back().block == after.lines.front().block;
}

std::vector<Seam> seams_of(const Page& page, const Paragraph& paragraph) {
    const std::u32string all = code_points(paragraph.text);
    std::vector<Seam> seams;
    std::u32string done; // the text up to the end of the line before
    for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
        const std::u32string next = tidy(code_points(line_text(line_at(page, paragraph.lines[i]))));
        if (i == 0) {
            done = next;
            continue;
        }
        Seam seam;
        const auto goes_on = [&](std::size_t at) {
            return all.compare(0, done.size(), done) == 0 && found_near(all, next, at) == at;
        };
        const bool blank = done.size() < all.size() && all[done.size()] == U' ';
        if (done.empty() || next.empty() || (!blank && goes_on(done.size()))) {
            seam.blank = false;
        } else if (blank && goes_on(done.size() + 1)) {
            seam.blank = true;
        } else {
            const std::size_t at = found_near(all, next, done.size());
            const std::size_t head = tail_size(Text(all).substr(0, at));
            seam.word = utf8(Text(all).substr(at - head, head + head_size(Text(all).substr(at))));
        }
        append(done, next, seam);
        seams.push_back(seam);
    }
    return seams;
}

std::string joined(const std::vector<std::string>& lines, const std::vector<Seam>& seams) {
    std::u32string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::u32string next = tidy(code_points(lines[i]));
        append(text, next, i == 0 || i > seams.size() ? Seam{} : seams[i - 1]);
    }
    return utf8(nfc(text));
}

Seam plain_seam(const std::string& before, const std::string& after) {
    const std::u32string left = code_points(before);
    const std::u32string right = code_points(after);
    const bool wide = !left.empty() && !right.empty() && (is_wide(left.back()) || is_wide(right.front()));
    return {.blank = !wide, .word = {}};
}

std::string word_across(const std::string& before, const std::string& after) {
    const std::u32string left = tidy(code_points(before));
    const std::u32string right = tidy(code_points(after));
    return utf8(left.substr(left.size() - tail_size(left)) + right.substr(0, head_size(right)));
}

SeamMarks marks_of(const Page& page, const Paragraph& paragraph, std::size_t place, const std::vector<Seam>& seams) {
    if (place >= seams.size()) return {};
    const Seam& seam = seams[place];
    if (!seam.word.empty()) return {seam.word, {}};
    const auto text_at = [&](std::size_t i) { return line_text(line_at(page, paragraph.lines[i])); };
    if (seam == plain_seam(text_at(place), text_at(place + 1))) return {};
    return {{}, seam.blank ? "1" : "0"};
}

} // namespace broadsheet
