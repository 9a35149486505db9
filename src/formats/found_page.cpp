// SPDX-License-Identifier: Apache-2.0
#include "formats/found_page.h"

#include "page/median.h"
#include "text/characters.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace broadsheet {

using namespace text;

namespace {

/// Letters that stand below the baseline.
bool descends(char32_t c) {
    return std::u32string_view(U"gjpqyçşţ,;()[]{}/|ſß").find(c) != std::u32string_view::npos;
}

/// Letters as high as capitals, or higher.
bool is_tall(char32_t c) {
    return is_upper(c) || is_digit(c) || is_wide(c) ||
           std::u32string_view(U"bdfhklßſ").find(c) != std::u32string_view::npos;
}

/// Parts of a length, as shares of it, for each word of a line (in characters, and the blanks before it).
void place_words(Line& line) {
    const bool known = std::any_of(line.words.begin(), line.words.end(), [](const Word& w) { return !w.box.empty(); });
    if (known || line.box.empty()) return;
    std::vector<std::pair<std::size_t, std::size_t>> places;
    std::size_t at = 0;
    for (const Word& word : line.words) {
        at += word.blank_before && at > 0;
        const std::size_t from = at;
        at += std::max<std::size_t>(1, code_points(word.text).size());
        places.emplace_back(from, at);
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto x = [&](std::size_t place) {
            return line.box.left + static_cast<int>(place * static_cast<std::size_t>(line.box.width()) / at);
        };
        line.words[i].box = {x(places[i].first), line.box.top, x(places[i].second), line.box.bottom};
    }
}

/// The feet of words whose letters all stand on the baseline, and of others where there are none. Low words (stops,
/// dashes, the Han one) do not count beside higher ones.
std::vector<Point> feet_of(const Line& line) {
    std::vector<int> heights;
    for (const Word& word : line.words)
        if (!word.box.empty()) heights.push_back(word.box.height());
    const int usual = median(heights);
    std::vector<Point> feet, others;
    for (const Word& word : line.words) {
        if (word.box.empty() || 2 * word.box.height() < usual) continue;
        const std::u32string letters = code_points(word.text);
        Point foot{word.box.center().x, word.box.bottom};
        if (std::none_of(letters.begin(), letters.end(), descends)) {
            feet.push_back(foot);
            continue;
        }
        const bool tall = std::any_of(letters.begin(), letters.end(), is_tall);
        foot.y -= static_cast<int>(std::lround((tall ? 0.22 : 0.29) * word.box.height())); // of Roman type
        others.push_back(foot);
    }
    return feet.empty() ? others : feet;
}

/// After Theil and Sen: the median of the slopes of all pairs of feet that stand apart; nothing of a few.
std::optional<double> slope_of(const Line& line) {
    constexpr std::size_t few = 6;
    const std::vector<Point> feet = feet_of(line);
    std::vector<double> slopes;
    for (std::size_t i = 0; i < feet.size(); ++i)
        for (std::size_t j = i + 1; j < feet.size(); ++j)
            if (feet[j].x - feet[i].x > 3 * line.box.height())
                slopes.push_back(1.0 * (feet[j].y - feet[i].y) / (feet[j].x - feet[i].x));
    if (slopes.size() < few) return {};
    return median(slopes);
}

/// A straight line through the feet. Lines of a page lean alike: what a line alone says counts where it says about
/// that.
std::vector<Point> likely_baseline(const Line& line, double slope_of_page) {
    constexpr double alike = 0.01;
    const double own = slope_of(line).value_or(slope_of_page);
    const double slope = std::abs(own - slope_of_page) <= alike ? own : slope_of_page;
    std::vector<double> offsets;
    for (const Point& foot : feet_of(line))
        offsets.push_back(foot.y - slope * foot.x);
    const double offset = offsets.empty() ? line.box.bottom : median(offsets);
    const auto at = [&](int x) { return Point{x, static_cast<int>(std::lround(offset + slope * x))}; };
    return {at(line.box.left), at(line.box.right)};
}

int likely_text_height(const Line& line) {
    const Point &from = line.baseline.front(), &to = line.baseline.back();
    const auto height = [&](const Box& box) {
        const double share = to.x == from.x ? 0 : 1.0 * (box.center().x - from.x) / (to.x - from.x);
        return static_cast<int>(std::lround(from.y + share * (to.y - from.y))) - box.top;
    };
    std::vector<int> heights;
    for (const Word& word : line.words) {
        const std::u32string letters = code_points(word.text);
        if (!word.box.empty() && std::any_of(letters.begin(), letters.end(), is_tall))
            heights.push_back(height(word.box));
    }
    const int likely = heights.empty() ? height(line.box) : median(heights);
    return std::clamp(likely, 1, std::max(1, line.box.height()));
}

void complete_boxes(Line& line) {
    if (line.box.empty())
        for (const Word& word : line.words)
            line.box = united(line.box, word.box);
    place_words(line);
}

void complete_lines(Page& page) {
    std::vector<double> slopes;
    const auto each_line = [&](auto work) {
        for (Block& block : page.blocks)
            for (Line& line : block.lines)
                work(line);
    };
    each_line(complete_boxes);
    each_line([&](const Line& line) {
        if (line.baseline.size() >= 2) return;
        if (const auto slope = slope_of(line)) slopes.push_back(*slope);
    });
    const double slope = median(slopes);
    each_line([&](Line& line) {
        if (line.baseline.size() < 2) line.baseline = likely_baseline(line, slope);
        if (line.text_height <= 0) line.text_height = likely_text_height(line);
    });
}

/// Paragraphs in their articles, in the order of their first parts.
std::vector<Article> articles_of(const FoundPage& found) {
    std::vector<Article> articles;
    std::map<std::string, std::pair<std::size_t, std::size_t>> flows; // article and paragraph
    int article = -2;                                                 // none has this number
    for (const FoundPage::FoundPart& part : found.parts) {
        if (part.lines.empty()) continue;
        const auto known = part.flow.empty() ? flows.end() : flows.find(part.flow);
        if (known != flows.end()) {
            std::vector<LineRef>& lines = articles[known->second.first].paragraphs[known->second.second].lines;
            lines.insert(lines.end(), part.lines.begin(), part.lines.end());
            continue;
        }
        if (articles.empty() || part.article != article) articles.emplace_back();
        article = part.article;
        articles.back().paragraphs.push_back({.kind = part.kind, .text = {}, .lines = part.lines, .joins = {}});
        if (!part.flow.empty()) flows[part.flow] = {articles.size() - 1, articles.back().paragraphs.size() - 1};
    }
    return articles;
}

/// A broken word with the signs that stand before its first part and behind its second, which some programs leave out.
Seam with_signs(Seam seam, const std::string& before, const std::string& after) {
    if (seam.word.empty()) return seam;
    std::u32string word = code_points(seam.word);
    std::u32string first = code_points(before);
    first.erase(0, first.find_last_of(U' ') + 1);
    std::u32string second = code_points(after);
    second.resize(std::min(second.find(U' '), second.size()));
    const auto is_sign = [](char32_t c) { return !is_word_character(c) && !is_hyphen(c) && !is_wide(c); };
    const auto head = std::find_if_not(first.begin(), first.end(), is_sign);
    if (!is_sign(word.front())) word.insert(word.begin(), first.begin(), head);
    const auto tail = std::find_if_not(second.rbegin(), second.rend(), is_sign).base();
    if (!is_sign(word.back())) word.append(tail, second.end());
    seam.word = utf8(word);
    return seam;
}

JoinKind kind_of(const Seam& seam) {
    if (seam.word.empty()) return seam.blank ? JoinKind::blank : JoinKind::nothing;
    const std::u32string word = code_points(seam.word);
    return std::any_of(word.begin(), word.end(), is_hyphen) ? JoinKind::hyphen_kept : JoinKind::hyphen_removed;
}

void join(const FoundPage& found, Paragraph& paragraph) {
    std::vector<std::string> lines;
    std::vector<Seam> seams;
    for (const LineRef& ref : paragraph.lines) {
        lines.push_back(line_text(line_at(found.page, ref)));
        if (lines.size() == 1) continue;
        const LineRef before = paragraph.lines[lines.size() - 2];
        const auto told = found.seams.find({before.block, before.line});
        seams.push_back(told != found.seams.end() ? with_signs(told->second, lines[lines.size() - 2], lines.back())
                                                  : plain_seam(lines[lines.size() - 2], lines.back()));
        paragraph.joins.push_back({before, ref, kind_of(seams.back()), told != found.seams.end() ? "file" : "none"});
    }
    paragraph.text = joined(lines, seams);
}

} // namespace

Line& FoundPage::add_line() {
    Block& block = page.blocks.back();
    block.lines.emplace_back();
    last_line_ = {static_cast<int>(page.blocks.size()) - 1, static_cast<int>(block.lines.size()) - 1};
    parts.back().lines.push_back(last_line_);
    return block.lines.back();
}

Seam& FoundPage::seam() {
    return seams[{last_line_.block, last_line_.line}];
}

void add_words(Line& line, const std::string& text, const Box& box, float confidence, bool blank) {
    const std::u32string all = code_points(text);
    const std::size_t first = line.words.size();
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t at = 0; at < all.size();) {
        const auto is_gap = [&](char32_t c) { return is_blank(c) && c != U'\u3000'; };
        const std::size_t from = static_cast<std::size_t>(
            std::find_if_not(all.begin() + static_cast<std::ptrdiff_t>(at), all.end(), is_gap) - all.begin());
        if (from == all.size()) break;
        const std::size_t to = static_cast<std::size_t>(
            std::find_if(all.begin() + static_cast<std::ptrdiff_t>(from), all.end(), is_gap) - all.begin());
        Word word;
        word.read = utf8(std::u32string_view(all).substr(from, to - from));
        word.text = utf8(nfc(code_points(word.read)));
        word.confidence = confidence;
        word.blank_before = !line.words.empty() && (line.words.size() > first || blank);
        word.blank_read = word.blank_before;
        line.words.push_back(word);
        places.emplace_back(from, to);
        at = to;
    }
    if (box.empty()) return;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto x = [&](std::size_t place) {
            return box.left + static_cast<int>(place * static_cast<std::size_t>(box.width()) / all.size());
        };
        line.words[first + i].box =
            places.size() == 1 ? box : Box{x(places[i].first), box.top, x(places[i].second), box.bottom};
    }
}

Page completed(FoundPage found) {
    Page& page = found.page;
    complete_lines(page);
    std::vector<int> heights;
    for (Block& block : page.blocks) {
        for (const Line& line : block.lines)
            if (!line.box.empty()) heights.push_back(line.text_height);
        if (!block.box.empty()) continue;
        for (const Line& line : block.lines)
            block.box = united(block.box, line.box);
    }
    if (page.text_height <= 0 && !heights.empty()) page.text_height = median(heights);
    if (page.width <= 0 || page.height <= 0) {
        Box all;
        for (const Block& block : page.blocks)
            all = united(all, block.box);
        page.width = std::max(page.width, all.right);
        page.height = std::max(page.height, all.bottom);
    }
    page.order = found.order;
    if (page.order.empty()) {
        page.order.resize(page.blocks.size());
        std::iota(page.order.begin(), page.order.end(), 0);
    }
    std::vector<std::size_t> rank(page.blocks.size());
    for (std::size_t i = 0; i < page.order.size(); ++i)
        rank[static_cast<std::size_t>(page.order[i])] = i;
    const auto rank_of = [&](const FoundPage::FoundPart& part) {
        const std::size_t of_block = part.lines.empty() ? 0 : rank[static_cast<std::size_t>(part.lines.front().block)];
        return std::pair(of_block, part.rank);
    };
    std::stable_sort(found.parts.begin(), found.parts.end(),
                     [&](const auto& a, const auto& b) { return rank_of(a) < rank_of(b); });
    page.articles = articles_of(found);
    for (Article& article : page.articles)
        for (Paragraph& paragraph : article.paragraphs)
            join(found, paragraph);
    return page;
}

} // namespace broadsheet
