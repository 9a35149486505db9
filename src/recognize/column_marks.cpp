// SPDX-License-Identifier: Apache-2.0
#include "recognize/column_marks.h"

#include "recognize/symbols.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <span>
#include <string_view>

namespace broadsheet {

namespace {

// Text heights. The upper right corner of a column's place is the upper left one of a level line's.
constexpr double kLargest = 0.42, kLeast = 0.1; // a mark's sides
constexpr double kCorner = 0.42;                // from the line's head to the mark's middle; level, from its foot
constexpr double kRest = 0.25;                  // white behind it in its place
constexpr double kHangs = 0.6;                  // beyond the column's end

struct Mark {
    Box box;
    std::string text;
};

bool is_mark(const std::string& text) {
    static const std::vector<std::string> marks{"、", "，", "。", "；", "：", "！", "？", ",", "."};
    return std::find(marks.begin(), marks.end(), text) != marks.end();
}

/// Round: a stop. Along the column: a comma. Aslant: that of a list.
std::string mark_of(const cv::Mat& shape) {
    constexpr double round = 1.7, along = 1.35;
    const cv::Moments m = cv::moments(shape, true);
    const double middle = (m.mu20 + m.mu02) / 2, spread = std::hypot((m.mu20 - m.mu02) / 2, m.mu11);
    const double longer = std::sqrt((middle + spread) / std::max(middle - spread, 1e-3));
    if (longer < round) return "。";
    return shape.cols > along * shape.rows ? "，" : "、";
}

/// What stands alone in its columns of pixels, small, with white behind it, in the line or hanging below its column.
/// Boxes are on the sheet.
std::vector<Mark> small_shapes(const Line& line, const cv::Mat& sheet_ink) {
    const double t = line.text_height;
    const Box area =
        intersected({line.box.left, line.box.top, line.box.right + static_cast<int>(kHangs * t), line.box.bottom},
                    {0, 0, sheet_ink.cols, sheet_ink.rows});
    if (area.empty()) return {};
    const cv::Mat ink = sheet_ink(cv::Rect(area.left, area.top, area.width(), area.height()));
    cv::Mat labels, stats, centers;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centers, 8, CV_32S);
    const auto box = [&](int i) {
        const int* s = stats.ptr<int>(i);
        return Box{s[cv::CC_STAT_LEFT], s[cv::CC_STAT_TOP], s[cv::CC_STAT_LEFT] + s[cv::CC_STAT_WIDTH],
                   s[cv::CC_STAT_TOP] + s[cv::CC_STAT_HEIGHT]};
    };
    std::vector<int> used(static_cast<size_t>(ink.cols), 0); // by how many
    for (int i = 1; i < count; ++i)
        for (int x = box(i).left; x < box(i).right; ++x)
            ++used[x];
    const auto is_white = [&](int from, int to) {
        from = std::max(from, 0), to = std::min(to, ink.cols);
        return from >= to || std::all_of(used.begin() + from, used.begin() + to, [](int n) { return n == 0; });
    };
    std::vector<Mark> marks;
    for (int i = 1; i < count; ++i) {
        const Box b = box(i);
        const int longer = std::max(b.width(), b.height());
        if (longer > kLargest * t || longer < kLeast * t) continue;
        const bool alone = std::all_of(used.begin() + b.left, used.begin() + b.right, [](int n) { return n == 1; });
        if (!alone || !is_white(b.right, b.right + static_cast<int>(kRest * t))) continue;
        marks.push_back({{b.left + area.left, b.top + area.top, b.right + area.left, b.bottom + area.top},
                         mark_of(labels(cv::Rect(b.left, b.top, b.width(), b.height())) == i)});
    }
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.box.left < b.box.left; });
    return marks;
}

bool is_at_head(const Mark& mark, const Line& line) {
    return mark.box.center().y - (line.box.bottom - line.text_height) <= kCorner * line.text_height;
}

bool is_at_foot(const Mark& mark, const Line& line) {
    return line.box.bottom - mark.box.center().y <= kCorner * line.text_height;
}

bool has_within(const Word& word, const Mark& mark) {
    const int middle = mark.box.center().x;
    return word.box.left <= middle && middle < word.box.right;
}

struct Sign {
    std::string_view read, printed;
};
constexpr std::array<Sign, 3> kStrokes{
    {{"丶", "、"}, {"ˋ", "、"}, {"°", "。"}}}; ///< hardly ever stand between Han characters
constexpr std::array<Sign, 5> kRaised{
    {{"·", "、"}, {"··", "、"}, {"‧", "、"}, {"'", "，"}, {"’", "，"}}}; ///< nor these in columns

void replace(std::vector<Word>& words, std::span<const Sign> signs) {
    for (Word& word : words)
        if (const auto found = std::ranges::find(signs, word.text, &Sign::read); found != signs.end())
            word.text = word.read = found->printed;
}

} // namespace

bool has_column_marks(const Page& page, const cv::Mat& ink) {
    int head = 0, foot = 0;
    for (const Block& block : page.blocks)
        for (const Line& line : block.lines)
            for (const Mark& mark : line.vertical ? std::vector<Mark>{} : small_shapes(line, ink)) {
                head += is_at_head(mark, line);
                foot += is_at_foot(mark, line);
            }
    return head > foot;
}

void mend_column_marks(std::vector<Word>& words, const Line& line, const cv::Mat& ink) {
    constexpr float sure = 0.8F;
    const bool wide = std::ranges::any_of(words, [](const Word& word) { return is_wide(word.text); });
    if (!wide) return;
    for (const Mark& mark : small_shapes(line, ink)) {
        if (!is_at_head(mark, line)) continue;
        const auto read = std::ranges::find_if(words, [&](const Word& word) {
            return has_within(word, mark) && word.box.width() < mark.box.width() + kRest * line.text_height;
        });
        if (read != words.end()) { // as whatever, or beside: Tesseract's boxes are not quite those of its signs
            const bool is_read = std::any_of(read == words.begin() ? read : read - 1, std::min(read + 2, words.end()),
                                             [](const Word& word) { return is_mark(word.text); });
            if (!is_read) read->text = read->read = mark.text;
            continue;
        }
        const auto behind =
            std::ranges::find_if(words, [&](const Word& word) { return word.box.center().x > mark.box.center().x; });
        if (behind == words.begin()) continue; // no line begins with one
        Word& before = *std::prev(behind);
        if (is_mark(before.text) || (behind != words.end() && is_mark(behind->text))) continue;
        before.box.right = std::max(before.box.left + 1, std::min(before.box.right, mark.box.left));
        if (behind != words.end()) behind->box.left = std::max(behind->box.left, mark.box.right);
        words.insert(behind, {mark.text, mark.text, mark.box, sure, false, false});
    }
    replace(words, kStrokes);
    replace(words, kRaised);
}

void mend_centred_marks(std::vector<Word>& words, const Line& line, const cv::Mat& ink) {
    constexpr double kStop = 0.19; // text heights across; a dot between names is smaller
    const auto is_dot = [](const Word& word) { return word.text == "·"; };
    replace(words, kStrokes);
    if (std::ranges::none_of(words, is_dot)) return;
    std::vector<Mark> stops = small_shapes(line, ink);
    std::erase_if(stops, [&](const Mark& shape) {
        return std::min(shape.box.width(), shape.box.height()) < kStop * line.text_height;
    });
    for (Word& word : words)
        if (is_dot(word) && std::ranges::any_of(stops, [&](const Mark& stop) { return has_within(word, stop); }))
            word.text = word.read = "。";
}

} // namespace broadsheet
