// SPDX-License-Identifier: Apache-2.0
/// Pages as read and mended: paragraphs over several lines and blocks, words broken at line ends in every way that
/// repair joins them, Latin and Chinese. The text is made here, not by the code under test.
#pragma once

#include "page/page.h"

#include <random>
#include <string>
#include <vector>

namespace broadsheet::test {

class PrintedPage {
public:
    explicit PrintedPage(unsigned seed) : random_(seed), wide_(seed % 3 == 0) {}

    Page page() {
        page_.source = "scans/\"Seite\" <1> & co.tif";
        page_.number = 1 + below(9);
        page_.width = 2000;
        page_.height = 3000;
        page_.dpi = 300;
        page_.language = wide_ ? "chi_sim" : "deu";
        page_.text_height = 20;
        for (int article = 0; article < 1 + below(3); ++article)
            add_article(article);
        return page_;
    }

private:
    int below(int n) { return std::uniform_int_distribution(0, n - 1)(random_); }
    template <typename T>
    const T& any(const std::vector<T>& values) {
        return values[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
    }

    /// What stands at a line's end and at the next one's start, and what they make in the text.
    struct Break {
        std::string before, after, together;
        JoinKind kind;
    };

    Break some_break() {
        if (wide_)
            return any<Break>({{"新闻", "报道", "新闻报道", JoinKind::nothing},
                               {"了。", "他", "了。他", JoinKind::nothing},
                               {"用", "Linux", "用Linux", JoinKind::nothing},
                               {"用", "Linux", "用 Linux", JoinKind::blank},
                               {"iPhone", "16", "iPhone 16", JoinKind::blank},
                               {"20", "26", "2026", JoinKind::nothing},
                               {"Free-", "dom", "Freedom", JoinKind::hyphen_removed}});
        return any<Break>({{"und", "dann", "und dann", JoinKind::blank},
                           {"Zei-", "tung,", "Zeitung,", JoinKind::hyphen_removed},
                           {"„Zei¬", "tung“", "„Zeitung“", JoinKind::hyphen_removed},
                           {"Zuk-", "ker", "Zucker", JoinKind::hyphen_removed},
                           {"Schiff-", "fahrt.", "Schifffahrt.", JoinKind::hyphen_removed},
                           {"Haus-", "und", "Haus- und", JoinKind::blank},
                           {"Jean-", "Paul", "Jean-Paul", JoinKind::hyphen_kept},
                           {"Ost=", "West", "Ost-West", JoinKind::hyphen_kept},
                           {"http://a.org/b_", "c?x=\"1\"&y;", "http://a.org/b_c?x=\"1\"&y;", JoinKind::nothing},
                           {"Wort", "—", "Wort —", JoinKind::blank},
                           {"es", "<b>&amp;", "es <b>&amp;", JoinKind::blank}});
    }

    std::string some_word() {
        if (wide_) return any<std::string>({"的", "报", "A股", "，", "3.5", "（", "𠮷"});
        return any<std::string>({"Der", "Zürcher", "a", "1,50", "(s.", "»ſo«", "co-op", "e.g.", "'s", "[&]"});
    }

    void add_article(int article) {
        int paragraphs = 1 + below(4);
        page_.articles.emplace_back();
        for (int i = 0; i < paragraphs; ++i)
            add_paragraph(article, i == 0 && below(2)
                                       ? BlockKind::heading
                                       : any<BlockKind>({BlockKind::paragraph, BlockKind::paragraph, BlockKind::caption,
                                                         BlockKind::list, BlockKind::advertisement}));
        if (below(2)) add_block(any<BlockKind>({BlockKind::picture, BlockKind::rule}), article);
    }

    void add_block(BlockKind kind, int article) {
        Block block;
        block.kind = kind;
        block.article = article;
        block.box = {100 + below(50), y_, 900 + below(50), y_ + 40};
        y_ += 50;
        page_.order.push_back(static_cast<int>(page_.blocks.size()));
        page_.blocks.push_back(block);
    }

    /// Lines in the last block, or in a new one now and then.
    void add_paragraph(int article, BlockKind kind) {
        Paragraph paragraph{.kind = kind, .text = {}, .lines = {}, .joins = {}};
        const bool own_block = page_.blocks.empty() || page_.blocks.back().kind != kind ||
                               page_.blocks.back().article != article || below(2);
        if (own_block) add_block(kind, article);
        std::string start; // of the next line
        const int lines = kind == BlockKind::list ? 1 : 1 + below(4);
        for (int i = 0; i < lines; ++i) {
            if (i > 0 && below(5) == 0) add_block(kind, article);
            const bool last = i + 1 == lines;
            const Break at_end = some_break();
            const std::string middle = some_word();
            std::vector<std::string> words;
            if (!start.empty()) words.push_back(start);
            words.push_back(middle);
            if (!last) words.push_back(at_end.before);
            add_line(words);
            const LineRef ref{static_cast<int>(page_.blocks.size()) - 1,
                              static_cast<int>(page_.blocks.back().lines.size()) - 1};
            if (i > 0) paragraph.joins.push_back({paragraph.lines.back(), ref, kind_, "test"});
            paragraph.lines.push_back(ref);
            paragraph.text += (i == 0 || paragraph.text.empty() ? "" : " ") + middle;
            if (!last) paragraph.text += ' ' + at_end.together;
            start = last ? "" : at_end.after;
            kind_ = at_end.kind;
        }
        page_.articles.back().paragraphs.push_back(paragraph);
    }

    void add_line(const std::vector<std::string>& words) {
        Block& block = page_.blocks.back();
        Line line;
        int x = 100 + below(20);
        for (const std::string& text : words) {
            Word word;
            word.text = word.read = text;
            const int width = 20 + 10 * static_cast<int>(text.size());
            word.box = {x, y_ + below(3), x + width, y_ + 25 + below(3)};
            word.confidence = static_cast<float>(below(101)) / 100;
            word.blank_before = word.blank_read = !line.words.empty();
            x += width + 15;
            line.box = united(line.box, word.box);
            line.words.push_back(word);
        }
        line.baseline = {{line.box.left, y_ + 20}, {line.box.right, y_ + 20}};
        line.text_height = 20;
        y_ += 35;
        block.box = united(block.box, line.box);
        block.lines.push_back(line);
    }

    std::mt19937 random_;
    bool wide_;
    Page page_;
    int y_ = 100;
    JoinKind kind_ = JoinKind::blank;
};

} // namespace broadsheet::test
