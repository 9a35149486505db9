// SPDX-License-Identifier: Apache-2.0
#include "repair/repair.h"

#include "page/error.h"
#include "repair/blanks.h"
#include "repair/chinese.h"
#include "repair/fraktur.h"
#include "repair/heads.h"
#include "repair/joins.h"
#include "repair/noise.h"
#include "repair/normalize.h"
#include "repair/other_readings.h"
#include "repair/paragraphs.h"
#include "repair/shelf.h"
#include "text/characters.h"
#include "text/direction.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {
namespace {

/// With a hyphen, or what may have been one.
bool may_break_off(const Line& line) {
    const std::u32string text = text::code_points(line_text(line));
    return text.empty() || (!text::is_word_character(text.back()) && !text::ends_sentence(text) && text.back() != U',');
}

/// No language but Turkish and its nearest relatives has an i without a dot: it was too faint.
std::u32string with_dots(std::u32string text, const std::string& language) {
    constexpr char32_t dotless = 0x131;
    if (language.find("tur") == std::string::npos && language.find("aze") == std::string::npos)
        std::replace(text.begin(), text.end(), dotless, U'i');
    return text;
}

void clean_line(const Page& page, const Block& block, Line& line) {
    for (Word& word : line.words)
        word.text = text::utf8(with_dots(text::nfc(text::code_points(word.text)), page.language));
    if (line.removed.empty() && block.kind == BlockKind::noise) line.removed = "noise";
    if (line.removed.empty()) line.removed = mend::noise_in(line);
    if (line.removed.empty()) mend::drop_specks(line);
}

void mend_line(const Page& page, const Block& block, Line& line, mend::BlankReading blanks,
               mend::Dictionary& dictionary) {
    if (!line.removed.empty()) return;
    const bool is_first = &line == &block.lines.front();
    if (mend::is_fraktur(page, line))
        mend::mend_fraktur(line, is_first || may_break_off(*std::prev(&line)), dictionary);
    mend::mend_blanks(line, blanks);
    mend::close_up_stops(line, dictionary.has(mend::Habit::french));
}

/// One line of print, or lines of two columns: no paragraph goes on like that. The baseline is followed, since a page
/// may lean.
bool side_by_side(const Line& a, const Line& b) {
    const int height = std::min(a.text_height, b.text_height);
    if (a.vertical || b.vertical || overlap_x(a.box, b.box) > 0) return false;
    if (a.baseline.size() < 2 || b.baseline.size() < 2 || height <= 0) return false;
    const Point &from = a.baseline.front(), &to = a.baseline.back(), &there = b.baseline.front();
    if (to.x == from.x) return false;
    const double level = from.y + 1.0 * (to.y - from.y) * (there.x - from.x) / (to.x - from.x);
    return 2 * std::abs(level - there.y) < height;
}

/// Last, as the decisions before are made on what is printed.
void normalize(Page& page, Normalization form) {
    bool wide = false;
    const auto apply = [&](std::string& text) {
        text = text::utf8(mend::normalized(text::code_points(text), form, !wide));
    };
    for (Block& block : page.blocks)
        for (Line& line : block.lines) {
            wide = text::mostly_wide(text::code_points(line_text(line)));
            for (Word& word : line.words)
                apply(word.text);
        }
    for (Article& article : page.articles)
        for (Paragraph& paragraph : article.paragraphs) {
            wide = text::mostly_wide(text::code_points(paragraph.text));
            apply(paragraph.text);
        }
}

void check_order(const Page& page) {
    std::vector<int> order = page.order;
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < std::max(order.size(), page.blocks.size()); ++i)
        if (i >= order.size() || i >= page.blocks.size() || order[i] != static_cast<int>(i))
            throw Error(page.source + ": the reading order does not name every block once");
}

} // namespace

void load_dictionaries(const RepairOptions& options, const std::string& languages) {
    mend::Shelf::Taken dictionary = mend::shelf().take(options.dictionaries, languages);
    dictionary->load();
    mend::shelf().put_back(options.dictionaries, languages, std::move(dictionary));
}

int broken_paragraphs(const Page& page) {
    int broken = 0;
    for (const Article& article : page.articles) {
        for (const Paragraph& paragraph : article.paragraphs) {
            const std::u32string all = text::code_points(paragraph.text);
            if (paragraph.kind != BlockKind::paragraph || all.empty()) continue;
            broken += text::is_lower(all.front());
            broken += !text::ends_sentence(all) && all.back() != U':';
            broken += text::is_hyphen(all.back()); // in the middle of a word
            for (const Join& join : paragraph.joins)
                broken += side_by_side(line_at(page, join.before), line_at(page, join.after));
        }
    }
    return broken;
}

Page repair(Page page, const RepairOptions& options) {
    check_order(page);
    const bool from_right = is_right_to_left(page.language);
    if (from_right) page = mirrored(std::move(page));
    const mend::BlankReading blanks = mend::blank_reading(page);
    mend::Shelf::Taken dictionary = mend::shelf().take(options.dictionaries, page.language);
    const bool traditional = mend::is_traditional(page);
    for (Block& block : page.blocks)
        for (Line& line : block.lines)
            clean_line(page, block, line);
    mend::PageWords words_read = mend::count_words(page);
    words_read.others = options.document.words();
    for (Block& block : page.blocks) {
        mend::choose_readings(block, words_read, *dictionary);
        for (Line& line : block.lines) {
            mend_line(page, block, line, blanks, *dictionary);
            if (traditional) mend::write_traditionally(line);
        }
    }
    for (Block& block : page.blocks) {
        if (mend::is_fragment(page, block)) block.lines.front().removed = "within another line";
        if (mend::is_rim(block) && block.lines.front().removed.empty()) block.lines.front().removed = "rim of the scan";
    }
    name_page_numbers(page);
    page.articles = mend::find_paragraphs(page);
    mend::PageEvidence evidence = mend::page_evidence(page);
    evidence.words.others = options.document.words();
    for (Article& article : page.articles)
        for (Paragraph& paragraph : article.paragraphs)
            mend::join_lines(page, evidence, *dictionary, paragraph);
    mend::shelf().put_back(options.dictionaries, page.language, std::move(dictionary));
    if (options.normalization != Normalization::nfc) normalize(page, options.normalization);
    return from_right ? mirrored(std::move(page)) : page;
}

} // namespace broadsheet
