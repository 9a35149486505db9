// SPDX-License-Identifier: Apache-2.0
#include "image/image.h"
#include "image/shrink.h"
#include "image/steps.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

constexpr int longest_side = 2400; // pixels looked at: letters of six pixels in two pages of eight columns
constexpr int strip_count = 32;    // of the picture's height, in each of which a gutter is white
constexpr int stray_strips = 1;    // but for these: dust, a signature mark
constexpr double steepest = 0.08;  // a gutter may lean by

using Row = std::vector<char>; // by x

/// What stands in a strip.
struct Strip {
    Row letters;
    Row large; ///< rules, frames, pictures, black
};

/// Pixels of the small picture from left to right, half-open, at half its height.
struct Lane {
    int left = 0;
    int right = 0;
    double slope = 0; ///< pixels to the right a pixel down
    int width() const { return right - left; }
};

struct Spread {
    cv::Mat gray;
    double text_height = 0;
    bool runs_down = false;    ///< lines that do: vertical writing, or a page on its side
    std::vector<Box> letters;  ///< headlines' too
    std::vector<Strip> strips; ///< from the top
    Box text;                  ///< around nearly all letters
};

Row& operator|=(Row& row, const Box& box) {
    std::fill(row.begin() + std::max(0, box.left), row.begin() + std::min(static_cast<int>(row.size()), box.right), 1);
    return row;
}

bool is_letter(const Component& c, double text_height) {
    constexpr double largest = 14; // text heights
    const int longer = std::max(c.box.width(), c.box.height()), shorter = std::min(c.box.width(), c.box.height());
    if (longer < 3 * text_height) return longer > 0.5 * text_height && shorter > 0.15 * text_height;
    const bool touching = c.box.height() < 3 * text_height; // a word's letters, at this size of the picture
    return (touching || longer < largest * text_height) && shorter > 0.5 * text_height &&
           c.area < 0.7 * static_cast<double>(c.box.area());
}

/// Around all but the outermost hundredth at each side.
Box extent(const std::vector<Box>& letters) {
    const auto end = [&](auto side, double share) {
        std::vector<int> values;
        for (const Box& box : letters)
            values.push_back(box.*side);
        const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), at, values.end());
        return *at;
    };
    if (letters.empty()) return {};
    return {end(&Box::left, 0.01), end(&Box::top, 0.01), end(&Box::right, 0.99), end(&Box::bottom, 0.99)};
}

Spread seen(const Image& image) {
    Spread spread;
    const cv::Mat gray = to_gray(image.pixels);
    const double scale = std::min(1.0, static_cast<double>(longest_side) / std::max(gray.cols, gray.rows));
    spread.gray = shrunk(gray, scale);
    const Evened even = evened(spread.gray);
    cv::Mat ink = is_bilevel(gray) ? cv::Mat(spread.gray < 128) : binarised(even.gray, even.noise);
    const Print print = find_print(ink);
    spread.text_height = print.text_height;
    if (print.text_height <= 0) return spread;
    spread.runs_down = lanes_down(ink, print.text_height) > 1;
    const Row empty(static_cast<std::size_t>(ink.cols), 0);
    spread.strips.assign(strip_count, {empty, empty});
    const auto strip_at = [&](int y) -> Strip& {
        return spread.strips[static_cast<std::size_t>(y * strip_count / ink.rows)];
    };
    std::vector<char> letter;
    for (const Component& c : print.components) {
        letter.push_back(is_letter(c, print.text_height));
        if (letter.back()) spread.letters.push_back(c.box);
    }
    for (const Run& run : print.runs) {
        const auto index = static_cast<std::size_t>(run.component);
        const Component& c = print.components[index];
        const bool large = std::max(c.box.width(), c.box.height()) >= 3 * print.text_height;
        if (letter[index])
            strip_at(run.y).letters |= c.box;
        else if (large)
            strip_at(run.y).large |= Box{run.left, run.y, run.right, run.y + 1};
    }
    spread.text = extent(spread.letters);
    return spread;
}

int shift_of(const Spread& spread, std::size_t strip, double slope) {
    const double y = (static_cast<double>(strip) + 0.5) / strip_count - 0.5;
    return static_cast<int>(std::lround(y * slope * spread.gray.rows));
}

/// The widest lane of this slope between from and to, without the white at both ends, that has its middle between the
/// two others. It is white in all strips but those stray.
Lane widest_lane(const Spread& spread, double slope, const Lane& within, const Lane& middle) {
    std::vector<int> count(static_cast<std::size_t>(spread.gray.cols), 0);
    for (std::size_t i = 0; i < strip_count; ++i) {
        const int shift = shift_of(spread, i, slope);
        for (int x = within.left; x < within.right; ++x)
            if (x + shift >= 0 && x + shift < spread.gray.cols)
                count[static_cast<std::size_t>(x)] += spread.strips[i].letters[static_cast<std::size_t>(x + shift)];
    }
    Lane best{0, 0, slope};
    int left = -1; // of the white; -1: no print before it
    for (int x = within.left; x < within.right; ++x) {
        if (count[static_cast<std::size_t>(x)] <= stray_strips) continue;
        const bool fits = left >= 0 && (left + x) / 2 >= middle.left && (left + x) / 2 <= middle.right;
        if (fits && x - left > best.width()) best = {left, x, slope};
        left = x + 1;
    }
    return best;
}

Lane widest_lane(const Spread& spread, const Lane& within, const Lane& middle) {
    Lane best;
    for (double slope = -steepest; slope <= steepest; slope += 0.01) {
        const Lane lane = widest_lane(spread, slope, within, middle);
        if (lane.width() > best.width()) best = lane;
    }
    return best;
}

int covered(const Row& row, int from, int to) {
    from = std::max(0, from), to = std::min<int>(static_cast<int>(row.size()), to);
    return from < to ? static_cast<int>(std::count(row.begin() + from, row.begin() + to, 1)) : 0;
}

/// A headline, a rule, a table's frame or a picture runs over the lane. Black over most of its height is the fold.
bool is_crossed(const Spread& spread, const Lane& lane) {
    int large = 0, marked = 0;
    for (std::size_t i = 0; i < strip_count; ++i) {
        const int shift = shift_of(spread, i, lane.slope), top = static_cast<int>(i) * spread.gray.rows / strip_count;
        const auto filled = [&](const Row& row) { return covered(row, lane.left + shift, lane.right + shift); };
        if (filled(spread.strips[i].letters) * 2 > lane.width()) return true;
        const bool within_text = top > spread.text.top && top + spread.gray.rows / strip_count < spread.text.bottom;
        large += within_text && filled(spread.strips[i].large) * 10 > 8 * lane.width();
        marked += filled(spread.strips[i].large) > 0;
    }
    // On a page on its side a picture as wide as the page would be the fold.
    if (spread.runs_down) return marked > stray_strips;
    return large > 0 && large < strip_count / 2;
}

/// A shadow, wider than any rule, over nearly all of the picture's height, with lighter paper on both sides.
bool has_fold(const Spread& spread, const Lane& lane) {
    constexpr int depth = 16;      // of 255
    constexpr double least = 0.75; // of the strips: a dark table may show above and below
    constexpr double reach = 4;    // text heights beside the lane in which the paper gets light again
    const int wide = static_cast<int>(spread.text_height) | 1;
    cv::Mat paper; // what is not as wide as high letters are, goes
    cv::morphologyEx(spread.gray, paper, cv::MORPH_CLOSE, cv::Mat::ones(1, wide, CV_8U));
    paper = shrunk(paper, {paper.cols, strip_count});
    int dark = 0;
    for (int i = 0; i < strip_count; ++i) {
        const int shift = shift_of(spread, static_cast<std::size_t>(i), lane.slope);
        const int side = static_cast<int>(reach * spread.text_height);
        const int left = std::max(0, lane.left + shift - side), right = std::min(paper.cols, lane.right + shift + side);
        if (right - left < 4) continue;
        const std::uint8_t* row = paper.ptr(i);
        // Within the lane: a picture beside it is dark too.
        const std::uint8_t* valley = std::min_element(row + std::clamp(lane.left + shift, left + 1, right - 2),
                                                      row + std::clamp(lane.right + shift, left + 2, right - 1));
        dark += std::min(*std::max_element(row + left, valley), *std::max_element(valley + 1, row + right)) - *valley >=
                depth;
    }
    return dark >= least * strip_count;
}

std::vector<Box> letters_in(const Spread& spread, const Lane& half) {
    std::vector<Box> letters;
    for (const Box& box : spread.letters)
        if (box.left >= half.left && box.right <= half.right) letters.push_back(box);
    return letters;
}

/// Most of the letters stand in lines, not in a table's cells.
bool in_lines(const Spread& spread, const std::vector<Box>& letters) {
    constexpr double line = 8; // text heights: shorter than in any column of text
    if (spread.runs_down) return true;
    cv::Mat mask = cv::Mat::zeros(spread.gray.size(), CV_8UC1);
    for (const Box& box : letters)
        mask(cv::Rect(box.left, box.top, box.width(), box.height())).setTo(255);
    const int blank = static_cast<int>(1.8 * spread.text_height), length = static_cast<int>(line * spread.text_height);
    cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, cv::Mat::ones(1, blank, CV_8U));
    const int all = cv::countNonZero(mask);
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN, cv::Mat::ones(1, length, CV_8U));
    return cv::countNonZero(mask) * 2 > all;
}

/// Where the lane can be cut straight down, as pixels of the small picture; -1: nowhere.
int straight_cut(const Spread& spread, const Lane& lane) {
    const Lane near{std::max(0, lane.left - spread.gray.rows / 20),
                    std::min(spread.gray.cols, lane.right + spread.gray.rows / 20)};
    const Lane straight = widest_lane(spread, 0, near, near);
    return straight.width() > 0 ? (straight.left + straight.right) / 2 : -1;
}

/// Without a fold to be seen: the white must be wider than any gutter, and both sides must look like type areas.
bool parts_pages(const Spread& spread, const Lane& gutter, const Lane& left, const Lane& right) {
    constexpr double heights = 6; // of text: no gutter between columns is as wide
    // Gaps between paragraphs of a page on its side are lanes too.
    const double share = spread.runs_down ? 0.08 : 0.035, times = spread.runs_down ? 3 : 2;
    const int others = std::max(widest_lane(spread, left, left).width(), widest_lane(spread, right, right).width());
    if (gutter.width() < heights * spread.text_height || gutter.width() < share * spread.gray.cols ||
        gutter.width() < times * others)
        return false;
    const auto like_type_area = [&](int width) {
        const double aspect = static_cast<double>(width) / std::max(1, spread.text.height());
        return aspect > 0.3 && aspect < 1.15;
    };
    return like_type_area(gutter.left - spread.text.left) && like_type_area(spread.text.right - gutter.right) &&
           in_lines(spread, letters_in(spread, left)) && in_lines(spread, letters_in(spread, right));
}

Lane middle_of(const Spread& spread) {
    return {spread.gray.cols * 2 / 5, spread.gray.cols * 3 / 5};
}

/// x of the cut between two pages in the small picture; -1: it shows one.
int cut_of(const Spread& spread) {
    constexpr std::size_t least_letters = 80;                   // on each page
    constexpr double narrowest = 1.5;                           // text heights
    constexpr double narrowest_page = 0.45, widest_page = 1.15; // of the height
    if (spread.text_height <= 0) return -1;
    const int width = spread.gray.cols;
    const Lane gutter = widest_lane(spread, {0, width}, middle_of(spread));
    if (gutter.width() < narrowest * spread.text_height || is_crossed(spread, gutter)) return -1;
    const int cut = straight_cut(spread, gutter);
    if (cut < 0) return -1;
    const Lane left{0, cut}, right{cut, width};
    for (const Lane& half : {left, right})
        if (half.width() < narrowest_page * spread.gray.rows || half.width() > widest_page * spread.gray.rows ||
            letters_in(spread, half).size() < least_letters)
            return -1;
    const bool fold = !spread.runs_down && has_fold(spread, gutter);
    return fold || parts_pages(spread, gutter, left, right) ? cut : -1;
}

/// From above.
std::vector<cv::Rect> pages_on_their_side(const Image& image) {
    Image upright{{}, image.dpi};
    cv::rotate(image.pixels, upright.pixels, cv::ROTATE_90_COUNTERCLOCKWISE); // the upper one is at the left then
    std::vector<cv::Rect> pages = pages_of(upright, Facing::yes);
    for (cv::Rect& page : pages)
        page = {0, page.x, image.pixels.cols, page.width};
    return pages;
}

} // namespace

std::vector<cv::Rect> pages_of(const Image& image, Facing facing) {
    constexpr double least_aspect = 1.05, most_aspect = 2.2;
    check_pixels(image.pixels);
    const cv::Size size = image.pixels.size();
    const std::vector<cv::Rect> one{cv::Rect({}, size)};
    const double aspect = static_cast<double>(size.width) / std::max(1, size.height);
    if (facing == Facing::no || size.width < 2 || size.height < 1) return one;
    if (facing == Facing::automatic && (aspect < least_aspect || aspect > most_aspect)) return one;
    const Spread spread = seen(image);
    // As told, not found out: columns of characters stand like lines on their side, and papers are folded across.
    if (aspect < 1 && spread.runs_down) return pages_on_their_side(image);
    int cut = cut_of(spread);
    if (cut < 0 && facing == Facing::automatic) return one;
    if (cut < 0 && spread.text_height > 0) {
        const Lane gutter = widest_lane(spread, 0, {0, spread.gray.cols}, middle_of(spread));
        cut = (gutter.left + gutter.right) / 2;
    }
    const int x = cut > 0 ? static_cast<int>(static_cast<double>(cut) * size.width / spread.gray.cols) : size.width / 2;
    return {{0, 0, x, size.height}, {x, 0, size.width - x, size.height}};
}

} // namespace broadsheet
