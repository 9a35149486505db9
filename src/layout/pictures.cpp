// SPDX-License-Identifier: Apache-2.0
#include "image/shrink.h"
#include "layout/box_index.h"
#include "layout/marks.h"
#include "page/median.h"

#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

constexpr double kCell = 8;              // pixels of a text height at the scale pictures are looked for, about
constexpr double kLarge = 8, kLong = 10; // text heights: neither high and wide nor long is a title's letter
constexpr double kFull = 0.85;   // of its box a small picture (a code, a logo) fills: a title's dark letters do not
constexpr double kScreen = 0.3;  // of its box shows the dots of a screen
constexpr double kHighest = 8;   // text heights: a headline's letter over a picture
constexpr int kBar = 7;          // times as high as wide: no letter
constexpr double kLetters = 0.1; // in the square of a text height: of text on a tint there are more

cv::Mat square(double side) {
    const int n = static_cast<int>(std::lround(side)) | 1; // odd, so that nothing shifts
    return cv::getStructuringElement(cv::MORPH_RECT, {n, n});
}

bool is_small(const Box& box, double text_height) {
    return box.width() < 4 * text_height || box.height() < 3 * text_height;
}

/// The box grown up and down to the ends of the frame's sides, where both run on: the picture is light there.
Box with_frame(Box box, const cv::Mat& ink, double text_height) {
    constexpr double aside = 0.3, gap = 0.15, longest = 20; // text heights
    const auto inked = [&](int x, int y) {
        const int off = static_cast<int>(aside * text_height);
        const cv::Rect strip = cv::Rect(x - off, y, 2 * off + 1, 1) & cv::Rect({}, ink.size());
        return !strip.empty() && cv::countNonZero(ink(strip)) > 0;
    };
    const auto run_on = [&](int from, int step) {
        int end = from, white = 0;
        for (int y = from; white <= gap * text_height && std::abs(y - from) < longest * text_height; y += step)
            if (inked(box.left, y) && inked(box.right, y))
                end = y, white = 0;
            else
                ++white;
        return end;
    };
    return {box.left, run_on(box.top, -1), box.right, run_on(box.bottom - 1, 1) + 1};
}

/// The strips as wide as that along a box's sides, within it.
std::array<cv::Rect, 4> sides_of(const Box& b, int wide) {
    return {cv::Rect(b.left, b.top, b.width(), wide), cv::Rect(b.left, b.bottom - wide, b.width(), wide),
            cv::Rect(b.left, b.top, wide, b.height()), cv::Rect(b.right - wide, b.top, wide, b.height())};
}

/// Along how many pixels of its length the side has something of the mask.
int covered(const cv::Mat& mask, const cv::Rect& side) {
    cv::Mat along;
    cv::reduce(mask(side), along, side.width > side.height ? 0 : 1, cv::REDUCE_MAX);
    return cv::countNonZero(along);
}

/// Components of a letter's height within the box, which is at that scale.
double letters_in(const Box& box, const std::vector<Component>& components, double text_height, double scale) {
    const auto within = [&](const Component& c) {
        const Point at = c.box.center();
        const int h = c.box.height();
        return h > 0.6 * text_height && h < 2 * text_height && at.x * scale > box.left && at.x * scale < box.right &&
               at.y * scale > box.top && at.y * scale < box.bottom;
    };
    return static_cast<double>(std::count_if(components.begin(), components.end(), within));
}

/// A woodcut: one large shape of fine lines. A title's letter is of broad ones, and a frame or a table's rules are
/// open.
bool is_drawing(const Component& c, const std::vector<Component>& components, const cv::Mat& ink, double t) {
    constexpr double least = 10, fine = 0.02, dense = 0.15; // text heights; of its shorter side; of its box
    const int side = std::min(c.box.width(), c.box.height());
    if (side < least * t || c.area < dense * static_cast<double>(c.box.area())) return false;
    if (letters_in(c.box, components, t, 1) > kLetters * static_cast<double>(c.box.area()) / (t * t)) return false;
    const cv::Mat part = ink(cv::Rect(c.box.left, c.box.top, c.box.width(), c.box.height()) & cv::Rect({}, ink.size()));
    cv::Mat inner;
    cv::erode(part, inner, cv::Mat());
    const double all = cv::countNonZero(part), edge = all - cv::countNonZero(inner);
    return 2 * all < fine * side * edge; // a line's width is its area over half its edge
}

/// Of a picture whose light parts the evening of the paper took away: large, and along much of its edge no lighter
/// beyond it, where a letter's ink ends; not a shadow round the page.
bool is_soft(const Component& c, const cv::Mat& gray, const cv::Mat& ink, double t) {
    constexpr double band = 0.15, much = 0.3; // text heights; of the edge
    constexpr double sharp = 50;              // grey levels from side to side of it
    if (is_small(c.box, t) || c.area * 2 < c.box.area()) return false;
    const int n = std::max(2, static_cast<int>(band * t));
    const Box around = grown(c.box, 2 * n, 2 * n);
    const cv::Rect area = cv::Rect(around.left, around.top, around.width(), around.height()) & cv::Rect({}, ink.size());
    cv::Mat inner, near, far;
    cv::erode(ink(area), inner, square(2 * n));
    cv::dilate(ink(area), near, square(2 * n));
    cv::dilate(near, far, square(2 * n));
    const cv::Mat beyond = far & ~near;
    const double inside = cv::mean(gray(area), ink(area) & ~inner)[0];
    return cv::countNonZero(beyond & (gray(area) < inside + sharp)) > much * cv::countNonZero(beyond);
}

/// What is left of a picture whose light middle the evening of the paper took away: it goes along most of its box's
/// sides, broad, where a scan's dark edge goes round the page and a shaded advertisement has letters in it.
bool is_rim(const Component& c, const cv::Mat& shade, const std::vector<Component>& components, double text_height,
            double scale) {
    constexpr double most = 0.75, band = 0.5; // of the sides; text heights
    constexpr double page = 0.5;              // of the sheet's width and height
    constexpr double letters = 0.02;          // in the square of a text height
    const double t = text_height * scale;
    if (c.box.width() > page * shade.cols && c.box.height() > page * shade.rows) return false;
    if (std::min(c.box.width(), c.box.height()) < kLarge * t) return false;
    if (letters_in(c.box, components, text_height, scale) > letters * static_cast<double>(c.box.area()) / (t * t))
        return false;
    int along = 0;
    for (const cv::Rect& side : sides_of(c.box, std::max(1, static_cast<int>(band * t))))
        along += covered(shade, side);
    return along > most * 2 * (c.box.width() + c.box.height());
}

/// Where dots stand as close as in a printed screen: the light parts of a picture that has one. 255 there, at that
/// scale and of that size.
cv::Mat screens(std::vector<Component> dots, double text_height, double scale, cv::Size size) {
    constexpr double dot = 0.35, least = 2; // text heights; dots in the square of one: text has one in three squares
    constexpr double reach = 0.3, narrow = 1.5; // text heights from a dot half the way to the next; of what is none
    std::erase_if(dots,
                  [&](const Component& c) { return std::max(c.box.width(), c.box.height()) > dot * text_height; });
    const auto cell_of = [&](const Component& c) {
        const Point at = c.box.center();
        return cv::Point(static_cast<int>(at.x / text_height), static_cast<int>(at.y / text_height));
    };
    cv::Mat count = cv::Mat::zeros(static_cast<int>(size.height / scale / text_height) + 2,
                                   static_cast<int>(size.width / scale / text_height) + 2, CV_32F);
    for (const Component& c : dots)
        ++count.at<float>(cell_of(c));
    cv::boxFilter(count, count, CV_32F, {3, 3});
    cv::Mat mask = cv::Mat::zeros(size, CV_8U);
    for (const Component& c : dots) {
        if (count.at<float>(cell_of(c)) <= least) continue;
        const Box b = grown(c.box, static_cast<int>(reach * text_height), static_cast<int>(reach * text_height));
        cv::rectangle(mask, {static_cast<int>(b.left * scale), static_cast<int>(b.top * scale)},
                      {static_cast<int>(b.right * scale), static_cast<int>(b.bottom * scale)}, 255, cv::FILLED);
    }
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN, square(narrow * text_height * scale));
    return mask;
}

/// A row of a headline's letters: most stand on one base (or, upside down, hang from it), nearly all ink is theirs, and
/// they are no bars.
bool is_headline(const Box& row, const std::vector<Component>& components, double text_height) {
    constexpr double mark = 0.4, level = 0.08;      // of the row's height
    constexpr double nearly_all = 0.9, solid = 0.8; // of the ink; of a letter's box
    constexpr double bar = 0.3;                     // of the row's height
    constexpr std::ptrdiff_t few = 4;
    if (row.height() > kHighest * text_height) return false;
    std::vector<int> tops, bottoms, widths;
    double all = 0, letters = 0;
    for (const Component& c : components) {
        if (!contains(row, c.box)) continue;
        all += c.area;
        if (c.box.height() < mark * row.height() || c.box.width() > 1.5 * row.height() ||
            (c.area > solid * static_cast<double>(c.box.area()) && c.box.width() * 2 > c.box.height()))
            continue;
        letters += c.area;
        tops.push_back(c.box.top);
        bottoms.push_back(c.box.bottom);
        widths.push_back(c.box.width());
    }
    const auto are_level = [&](const std::vector<int>& ends) {
        const int usual = median(ends);
        const auto near = std::count_if(ends.begin(), ends.end(),
                                        [&](int end) { return std::abs(end - usual) < level * row.height(); });
        return near * 10 >= 6 * std::ssize(ends);
    };
    return std::ssize(tops) >= few && letters > nearly_all * all && median(widths) > bar * row.height() &&
           (are_level(tops) || are_level(bottoms));
}

/// A box drawn round what is no text: the frame of a picture too light to be seen.
bool is_frame_of_picture(const Component& c, const std::vector<Component>& components, const cv::Mat& ink, double t) {
    // Text heights, but closed: of each side's length. A title's Han character is smaller and bolder.
    constexpr double narrow = 4, wide = 12, thin = 0.2, border = 0.5, closed = 0.85, letter = 0.6;
    constexpr std::ptrdiff_t few = 6; // letters: a code's figures, stains
    if (std::min(c.box.width(), c.box.height()) < narrow * t) return false;
    if (std::max(c.box.width(), c.box.height()) < wide * t) return false;
    bool any_thin = false;
    for (const cv::Rect& side : sides_of(c.box, std::max(1, static_cast<int>(border * t)))) {
        const int length = std::max(side.width, side.height);
        if (covered(ink, side) < closed * length) return false;
        any_thin = any_thin || cv::countNonZero(ink(side)) < thin * t * length;
    }
    if (!any_thin) return false;
    std::ptrdiff_t letters = 0;
    Box row;
    for (const Component& other : components) {
        const int h = other.box.height();
        if (&other == &c || h < letter * t || !contains(c.box, other.box)) continue;
        letters += h < 2 * t;
        row = united(row, other.box);
    }
    return letters <= few && !is_headline(row, components, t);
}

/// The box but for some rows of letters at its foot, with white over them right across: a caption close under a
/// picture. may_be_headline: or of a headline's. Its rim ends over them.
Box without_caption(const Box& box, const cv::Mat& ink, const std::vector<Component>& components, double text_height,
                    bool may_be_headline = false) {
    constexpr double white = 0.12, low = 0.4, high = 2; // text heights: over a row; a row
    constexpr double small = 0.2, mostly = 0.8;         // text heights of a letter or a Han stroke; of a row's ink
    constexpr std::ptrdiff_t few = 4;                   // letters
    constexpr int most = 8;                             // rows; what ends in more is no picture with a caption
    const Box on_page = intersected(box, {0, 0, ink.cols, ink.rows}); // its box may reach a pixel over the edge
    if (on_page.empty()) return box;
    cv::Mat inked;
    cv::reduce(ink(cv::Rect(on_page.left, on_page.top, on_page.width(), on_page.height())), inked, 1, cv::REDUCE_MAX);
    Box picture = box;
    int bottom = inked.rows;
    const auto cut_over = [&](int row) {
        const int least = row - static_cast<int>(kRim * text_height);
        for (bottom = row; bottom > std::max(0, least) && inked.at<uchar>(bottom - 1, 0) == 0;)
            --bottom;
        picture.bottom = on_page.top + (bottom > 0 ? bottom : row);
    };
    for (int n = 0; n < most; ++n) {
        while (bottom > 0 && inked.at<uchar>(bottom - 1, 0) == 0)
            --bottom;
        int top = bottom, clear = 0; // of the lowest row
        for (int y = bottom - 1; y >= 0 && clear < white * text_height; --y)
            if (inked.at<uchar>(y, 0) == 0)
                ++clear;
            else
                top = y, clear = 0;
        Box row{on_page.left, on_page.top + top, on_page.right, on_page.top + bottom};
        if (row.bottom == on_page.bottom) // which may run through it
            row.bottom = std::max(row.bottom, row.top + static_cast<int>(text_height));
        if (clear < white * text_height || row.height() < low * text_height) return picture;
        if (row.height() > high * text_height) {
            if (!may_be_headline || !is_headline(row, components, text_height)) return picture;
            cut_over(top);
            continue;
        }
        double all = 0, letters = 0;
        std::ptrdiff_t count = 0;
        for (const Component& c : components)
            if (contains(row, c.box)) {
                const bool is_letter = c.box.height() > small * text_height && c.box.width() < high * text_height;
                all += c.area;
                letters += is_letter ? c.area : 0;
                count += is_letter;
            }
        if (count < few || letters < mostly * all) return picture;
        cut_over(top);
    }
    return box;
}

/// The same at its head: text close over a picture, whose upper edge may run through a headline's letters.
Box without_text_over(const Box& box, const cv::Mat& ink, const std::vector<Component>& components,
                      double text_height) {
    Box on_page = intersected(box, {0, 0, ink.cols, ink.rows});
    if (on_page.empty()) return box;
    for (const Component& c : components) {
        const bool letter = c.box.height() < kHighest * text_height && c.box.height() < kBar * c.box.width();
        if (letter && c.box.top < box.top && c.box.bottom > box.top && c.box.left >= box.left &&
            c.box.right <= box.right)
            on_page.top = std::min(on_page.top, c.box.top);
    }
    cv::Mat upside_down;
    cv::flip(ink(cv::Rect(on_page.left, on_page.top, on_page.width(), on_page.height())), upside_down, 0);
    std::vector<Component> turned;
    for (const Component& c : components)
        if (contains(on_page, c.box))
            turned.push_back({{c.box.left - on_page.left, on_page.bottom - c.box.bottom, c.box.right - on_page.left,
                               on_page.bottom - c.box.top},
                              c.area});
    const Box rest = without_caption({0, 0, on_page.width(), on_page.height()}, upside_down, turned, text_height, true);
    return {box.left, rest.bottom < on_page.height() ? on_page.bottom - rest.bottom : box.top, box.right, box.bottom};
}

/// Dark letters of a title, lines of them close over each other: nearly all its ink is in components of one height, and
/// those are no bars.
bool is_title(const Box& box, const std::vector<Component>& components, double text_height) {
    constexpr double low = 2, high = 14, same = 0.12, bar = 0.3,
                     nearly_all = 0.9; // text heights; of the height; of the ink
    constexpr std::ptrdiff_t few = 3;
    std::vector<std::pair<int, long long>> heights, widths; // each with its ink
    for (const Component& c : components) {
        const Point at = c.box.center();
        if (at.x < box.left || at.x >= box.right || at.y < box.top || at.y >= box.bottom) continue;
        heights.emplace_back(c.box.height(), c.area);
        widths.emplace_back(c.box.width(), c.area);
    }
    const int middle = weighted_median(heights);
    if (middle < low * text_height || middle > high * text_height) return false;
    double all = 0, letters = 0;
    std::ptrdiff_t count = 0;
    for (const auto& [height, area] : heights) {
        const bool is_letter = std::abs(height - middle) < same * middle;
        all += static_cast<double>(area);
        letters += is_letter ? static_cast<double>(area) : 0;
        count += is_letter;
    }
    return count > few && letters > nearly_all * all && weighted_median(widths) > bar * middle;
}

} // namespace

std::vector<Box> find_pictures(const cv::Mat& gray, const cv::Mat& ink, const std::vector<Component>& components,
                               double text_height) {
    if (text_height <= 0) return {};
    const double scale = 1 / std::max(1.0, std::round(text_height / kCell));
    const double t = text_height * scale;
    const cv::Mat dark = shrunk(ink, scale), tone = shrunk(gray, scale);

    // Solid after a small closing, and still there after an opening wider than any stroke or line of text: the dark
    // parts of a picture.
    cv::Mat solid;
    cv::threshold(dark, solid, 100, 255, cv::THRESH_BINARY);
    solid |= tone < 150;
    cv::morphologyEx(solid, solid, cv::MORPH_CLOSE, square(0.3 * t));
    cv::morphologyEx(solid, solid, cv::MORPH_OPEN, square(2.6 * t));
    // Its light parts hang together with them in what is not white.
    cv::Mat shade;
    cv::threshold(tone, shade, 231, 255, cv::THRESH_BINARY_INV);
    cv::morphologyEx(shade, shade, cv::MORPH_CLOSE, square(0.3 * t));
    cv::morphologyEx(shade, shade, cv::MORPH_OPEN, square(0.9 * t));
    const cv::Mat screen = screens(components, text_height, scale, shade.size());
    shade |= solid | screen;

    std::vector<Box> boxes, sure;
    const auto is_long = [&](const Box& box) { return std::max(box.width(), box.height()) > kLong * t; };
    for (const Component& c : find_components(shade)) {
        const cv::Rect area(c.box.left, c.box.top, c.box.width(), c.box.height());
        const bool is_screen = std::min(area.width, area.height) > 2 * t &&
                               cv::countNonZero(screen(area)) > kScreen * area.area() &&
                               letters_in(c.box, components, text_height, scale) < kLetters * area.area() / (t * t);
        if (cv::countNonZero(solid(area)) == 0 && !is_screen) continue;
        // A scan's dark edge frames the page; only what fills its box is a picture of that size.
        if (c.area * 2 >= c.box.area() || is_rim(c, shade, components, text_height, scale))
            (c.area >= kFull * static_cast<double>(c.box.area()) || is_long(c.box) ? sure : boxes).push_back(c.box);
        else
            for (const Component& dark_part : find_components(solid(area)))
                if (dark_part.area * 2 >= dark_part.box.area())
                    boxes.push_back({c.box.left + dark_part.box.left, c.box.top + dark_part.box.top,
                                     c.box.left + dark_part.box.right, c.box.top + dark_part.box.bottom});
    }
    for (std::vector<Box>* some : {&boxes, &sure})
        for (Box& b : *some)
            b = {int(b.left / scale), int(b.top / scale), int(std::ceil(b.right / scale)),
                 int(std::ceil(b.bottom / scale))};
    for (const Component& c : components)
        if (is_frame_of_picture(c, components, ink, text_height) || is_drawing(c, components, ink, text_height) ||
            is_soft(c, gray, ink, text_height))
            sure.push_back(c.box);
    boxes.insert(boxes.end(), sure.begin(), sure.end());
    std::vector<Box> pictures = merged(boxes, static_cast<int>(text_height));
    for (Box& picture : pictures)
        picture = with_frame(picture, ink, text_height);
    std::erase_if(pictures, [&](const Box& picture) {
        if (is_small(picture, text_height)) return true;
        if (is_title(picture, components, text_height)) return true;
        return std::min(picture.width(), picture.height()) < kLarge * text_height &&
               std::none_of(sure.begin(), sure.end(),
                            [&](const Box& box) { return contains(picture, box) && !is_small(box, text_height); });
    });
    for (Box& picture : pictures)
        picture =
            without_text_over(without_caption(picture, ink, components, text_height), ink, components, text_height);
    return pictures;
}

} // namespace broadsheet
