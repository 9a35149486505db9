// SPDX-License-Identifier: Apache-2.0
#include "recognize/read_line.h"

#include "image/components.h"
#include "page/median.h"
#include "recognize/pieces.h"
#include "recognize/symbols.h"
#include "text/characters.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <opencv2/imgproc.hpp>
#include <optional>

namespace broadsheet {

namespace {

/// Whether languages has letters the CTC model has not been taught: any but Chinese and English.
bool has_other_letters(const std::string& languages) {
    const std::vector<std::string> all = split_languages(languages);
    return std::any_of(all.begin(), all.end(),
                       [](const std::string& language) { return !language.starts_with("chi_") && language != "eng"; });
}

bool has_wide(const std::vector<Word>& words) {
    return std::any_of(words.begin(), words.end(), [](const Word& word) { return is_wide(word.text); });
}

/// What stands around a line: the other lines, rules, pictures, codes.
std::vector<Box> neighbours_of(const Page& page, const LineRef& at) {
    const Line& line = page.blocks[at.block].lines[at.line];
    const Box around = grown(line.box, line.text_height, line.text_height);
    std::vector<Box> out;
    for (int b = 0; b < static_cast<int>(page.blocks.size()); ++b) {
        const Block& block = page.blocks[b];
        if (intersected(block.box, around).empty()) continue;
        if (block.lines.empty()) out.push_back(block.box);
        for (int l = 0; l < static_cast<int>(block.lines.size()); ++l)
            if (b != at.block || l != at.line) out.push_back(block.lines[l].box);
        for (const Line& other : block.lines)
            if (!other.initial.empty()) out.push_back(other.initial);
    }
    return out;
}

/// Of a line without tall letters it is told by the others of its block.
int text_height_in(const Block& block, const Line& line) {
    std::vector<int> heights;
    for (const Line& other : block.lines)
        heights.push_back(other.text_height);
    const int usual = median(heights);
    return usual > line.text_height && 2 * usual < 3 * line.text_height ? usual : line.text_height;
}

/// The words with their boxes on the sheet.
std::vector<Word> placed(std::vector<Word> words, const Crop& crop) {
    const auto back = [&](int v, int origin) { return origin + static_cast<int>(std::lround(v / crop.scale)); };
    for (Word& word : words) {
        const Box& b = word.box;
        word.box = {back(b.left, crop.origin.x), back(b.top, crop.origin.y), back(b.right, crop.origin.x),
                    back(b.bottom, crop.origin.y)};
        for (const Cut& cut : crop.cuts) { // a word may reach into the white behind it
            if (word.box.left >= cut.at) word.box.left += cut.width;
            if (word.box.right > cut.at + cut.behind) word.box.right += cut.width;
        }
    }
    return words;
}

/// Not of wide print, whose stops stand in a corner of their boxes.
bool is_sign(const Word& word) {
    const std::u32string text = text::code_points(word.text);
    return std::none_of(text.begin(), text.end(),
                        [](char32_t c) { return text::is_word_character(c) || text::is_wide(c); });
}

bool is_doubtful_sign(const Word& word) {
    constexpr float sure = 0.95F;
    return word.confidence < sure && is_sign(word);
}

/// The middle of the widest run of white columns from .. to; nothing: there is none.
std::optional<int> widest_white(const cv::Mat& columns, int from, int to) {
    int middle = 0, widest = 0;
    for (int x = std::max(0, from), left = x; x <= std::min(to, columns.cols); ++x) {
        if (x < std::min(to, columns.cols) && columns.at<uchar>(x) == 0) continue;
        if (x - left > widest) widest = x - left, middle = left + widest / 2;
        left = x + 1;
    }
    return widest > 0 ? std::optional(middle) : std::nullopt;
}

/// In a band the engine does not look for the letters: its words are as high as the band, end up to half a letter too
/// soon or too late, and some reach as far as the line does. White and ink tell where they are; signs without any are
/// none.
void fit_to_ink(std::vector<Word>& words, const Line& line, const cv::Mat& ink) {
    const Box area = intersected(line.box, {0, 0, ink.cols, ink.rows});
    if (area.empty() || words.empty()) return;
    cv::Mat letters = ink(cv::Rect(area.left, area.top, area.width(), area.height())).clone(), columns;
    for (const Leader& leader : line.leaders)
        if (const Box dots = intersected(grown(leader.box, 2, 2), area); !dots.empty())
            letters(cv::Rect(dots.left - area.left, dots.top - area.top, dots.width(), dots.height())).setTo(0);
    cv::reduce(letters, columns, 0, cv::REDUCE_MAX);
    const int reach = line.text_height / 2;
    const auto part = [&](Box& left, Box& right) {
        if (right.left <= left.left) return;
        const int from = std::max(left.center().x, left.right - reach),
                  to = std::min(right.center().x, right.left + reach);
        const std::optional<int> white = widest_white(columns, from - area.left, to - area.left);
        left.right = white ? area.left + *white : std::min(left.right, right.left);
        if (white) right.left = left.right;
    };
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        Box &box = words[i].box, &next = words[i + 1].box;
        if (next.left > box.left)
            part(box, next);
        else // written from the right
            part(next, box);
    }
    const auto has_ink = [&](int x) {
        return x >= area.left && x < area.right && columns.at<uchar>(x - area.left) > 0;
    };
    const auto [first, last] = std::ranges::minmax_element(words, {}, [](const Word& word) { return word.box.left; });
    for (int i = 0; i < reach && has_ink(first->box.left - 1); ++i)
        --first->box.left;
    for (int i = 0; i < reach && has_ink(last->box.right); ++i)
        ++last->box.right;
    if (first->box.left - area.left < reach) first->box.left = area.left;
    if (area.right - last->box.right < reach) last->box.right = area.right;
    for (Word& word : words) {
        const Box place = intersected({word.box.left, area.top, word.box.right, area.bottom}, area);
        if (place.empty()) continue;
        const cv::Rect found = cv::boundingRect(letters.colRange(place.left - area.left, place.right - area.left));
        if (found.empty()) {
            if (is_doubtful_sign(word)) word.text.clear();
            continue;
        }
        word.box = {place.left + found.x, place.top + found.y, place.left + found.br().x, place.top + found.br().y};
    }
    std::erase_if(words, [](const Word& word) { return word.text.empty(); });
    if (!words.empty()) words.front().blank_before = words.front().blank_read = false;
}

/// One piece of ink alone in its line is one letter, though it be read as both of its cases ("Ss"); where they are
/// alike its size tells which it is.
void read_alone(std::vector<Word>& words, const Line& line, const Sheet& sheet) {
    constexpr double capital = 0.85; // of the page's text height
    constexpr std::u32string_view alike = U"cosvwxz";
    if (words.size() != 1) return;
    const std::u32string read = text::code_points(words[0].text), folded = text::fold_case(read);
    if (folded.size() != read.size() || folded.empty() || folded.front() != folded.back()) return;
    const bool twice = read.size() == 2 && read.front() != read.back();
    if (!twice && (read.size() > 1 || alike.find(folded.front()) == alike.npos)) return;
    const Box on_sheet = intersected(line.box, {0, 0, sheet.ink.cols, sheet.ink.rows});
    if (on_sheet.empty()) return;
    const cv::Rect box(on_sheet.left, on_sheet.top, on_sheet.width(), on_sheet.height());
    if (find_components(sheet.ink(box)).size() != 1) return;
    const bool large = line.box.height() > capital * sheet.text_height;
    words[0].text = words[0].read = text::utf8(std::u32string(1, large ? text::upper(folded.front()) : folded.front()));
}

bool is_ctc(const std::string& engine) {
    return engine == kCtc || engine == kCtcTraditional;
}

std::string engine_name(const std::string& name) {
    return is_ctc(name) ? name : "tesseract:" + languages_of(name);
}

} // namespace

bool is_quick(const std::string& name) {
    return name.starts_with(kQuick);
}

std::string languages_of(const std::string& name) {
    return is_quick(name) ? name.substr(std::string(kQuick).size()) : name;
}

bool reads_fraktur(const std::string& name) {
    const std::vector<std::string> all = split_languages(languages_of(name));
    return std::any_of(all.begin(), all.end(),
                       [](const std::string& language) { return language == "frk" || language == "Fraktur"; });
}

Crop crop_of(const Page& page, const Sheet& sheet, const LineRef& at, const CropShape& shape) {
    const Block& block = page.blocks[at.block];
    Line line = block.lines[at.line];
    if (shape.above > 0) line.text_height = text_height_in(block, line);
    return cut_line(sheet, line, neighbours_of(page, at), shape);
}

namespace {

// Mean confidences; Tesseract's are the higher ones for wrong text. Of clean print one line in thirty is not sure.
constexpr double kSureBand = 0.985, kSureFraktur = 0.992, kDoubtful = 0.6, kSure = 0.9;

/// Tesseract is surer of what is wrong in Fraktur.
bool is_sure(const std::vector<Word>& words, const std::vector<Reading>& readings) {
    return mean_confidence(words) >= (reads_fraktur(readings.front().engine) ? kSureFraktur : kSureBand);
}

bool knows_traditional(const std::vector<Reading>& readings) {
    return readings.size() > 1 && readings[1].engine == kCtcTraditional;
}

WordsRead read_by(const Reading& by, const Page& page, const Sheet& sheet, const LineRef& at, const Engines& engines) {
    const Crop crop = crop_of(page, sheet, at, by.shape);
    std::vector<Word> words = placed(engines(by.engine).read(crop), crop);
    if (crop.is_band) fit_to_ink(words, line_at(page, at), sheet.ink);
    read_alone(words, line_at(page, at), sheet);
    return {std::move(words), engine_name(by.engine)};
}

/// Tesseract has marks between Chinese characters as narrow as those of Latin text.
void widen_marks(std::vector<Word>& words) {
    static const std::map<std::string, std::string> wide{
        {",", "，"}, {";", "；"}, {":", "："}, {"?", "？"}, {"!", "！"}};
    for (std::size_t i = 1; i < words.size(); ++i)
        if (const auto mark = wide.find(words[i].text); mark != wide.end() && is_wide(words[i - 1].text))
            words[i].text = words[i].read = mark->second;
}

/// A line of traditional Chinese, read by both models of the CTC engine: what they read with what Tesseract does, if it
/// is asked.
WordsRead by_all(WordsRead first, const WordsRead& second, const Page& page, const Sheet& sheet, const LineRef& at,
                 const Reading& last, const Engines& engines) {
    if (second.words.empty()) return first;
    const std::string both = first.engine + "+" + second.engine;
    if (is_ctc(last.engine)) return {surest_signs(first.words, second.words), both};
    WordsRead third = read_by(last, page, sheet, at, engines);
    widen_marks(third.words);
    return {surest_signs(first.words, second.words, third.words), both + "+" + third.engine};
}

} // namespace

WordsRead read_first(const Page& page, const Sheet& sheet, const LineRef& at, const std::vector<Reading>& readings,
                     const Engines& engines) {
    constexpr int kShort = 8; // text heights: a word alone in a band does not tell how large its letters are
    const Line& line = line_at(page, at);
    const Reading& first = readings.front();
    const bool is_short = line.box.width() < kShort * line.text_height;
    return read_by(first.engine != kCtc && is_short ? Reading{first.engine, tesseract_crop()} : first, page, sheet, at,
                   engines);
}

bool is_doubtful(const WordsRead& first, const std::vector<Reading>& readings) {
    if (readings.front().engine != kCtc) return readings.size() > 1 && !is_sure(first.words, readings);
    // What the CTC engine takes for nothing is nothing: Tesseract reads dirt as text.
    if (first.words.empty()) return false;
    if (has_wide(first.words)) return knows_traditional(readings);
    // Letters and figures alone.
    const std::string& last = readings.back().engine;
    return !is_ctc(last) && (has_other_letters(last) || mean_confidence(first.words) < kDoubtful);
}

WordsRead read_again(const Page& page, const Sheet& sheet, const LineRef& at, const std::vector<Reading>& readings,
                     WordsRead first, const Engines& engines) {
    if (readings.front().engine == kCtc) {
        const bool wide = has_wide(first.words);
        WordsRead other = read_by(wide ? readings[1] : readings.back(), page, sheet, at, engines);
        if (wide) return by_all(std::move(first), other, page, sheet, at, readings.back(), engines);
        return !has_other_letters(readings.back().engine) && mean_confidence(other.words) < kSure ? first : other;
    }
    std::vector<std::vector<Word>> all{first.words};
    for (std::size_t i = 1; i < readings.size() && !is_sure(first.words, readings); ++i) {
        WordsRead other = read_by(readings[i], page, sheet, at, engines);
        all.push_back(other.words);
        if (mean_confidence(other.words) > mean_confidence(first.words)) first = std::move(other);
    }
    return {surest_pieces(std::move(all)), first.engine};
}

std::vector<Word> with_leaders(std::vector<Word> words, const std::vector<Leader>& leaders) {
    for (const Leader& leader : leaders) {
        std::erase_if(words, [&](const Word& word) { // its dots are white in the crop
            const int x = word.box.center().x;
            return x > leader.box.left && x < leader.box.right && is_sign(word);
        });
        const std::string dots(static_cast<std::size_t>(leader.dots), '.');
        const auto behind = std::find_if(words.begin(), words.end(),
                                         [&](const Word& word) { return word.box.center().x > leader.box.center().x; });
        if (behind != words.end()) behind->blank_before = behind->blank_read = true;
        const bool first = behind == words.begin();
        words.insert(behind, {dots, dots, leader.box, 1, !first, !first});
    }
    return words;
}

} // namespace broadsheet
