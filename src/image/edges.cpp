// SPDX-License-Identifier: Apache-2.0
#include "image/shrink.h"
#include "image/steps.h"
#include "page/median.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

constexpr double cell_side = 1.5;     // text heights
constexpr double reach = 2;           // cells from the scan's edge: a page's print and pictures stand further in
constexpr double solid = 0.75;        // of the area black: no print is
constexpr double few = 8;             // letters in nine cells: text has about 20
constexpr double largest_letter = 14; // text heights
constexpr int paragraph = 5;          // cells of text each way, and those around it: more than grain is
constexpr int gap = 7;                // cells within dirt that are dirt too
constexpr double margin = 0.12;       // of the sheet, in which what lies beyond dirt or white may be another page
constexpr double longest_print = 3;   // text heights of what touches the picture's edge and may be print

bool cut_off(const Box& box, cv::Size sheet) {
    return box.left <= 0 || box.top <= 0 || box.right >= sheet.width || box.bottom >= sheet.height;
}

bool is_letter(const Box& box, double text_height) {
    const int longer = std::max(box.width(), box.height()), shorter = std::min(box.width(), box.height());
    return longer > 0.5 * text_height && longer < 3 * text_height && shorter > 0.15 * text_height;
}

/// The cell of that place, of a grid so large.
cv::Point cell_of(const Point& at, double side, cv::Size grid) {
    return {std::min(grid.width - 1, static_cast<int>(at.x / side)),
            std::min(grid.height - 1, static_cast<int>(at.y / side))};
}

/// What stands in each cell and the eight around it, CV_32F.
struct Cells {
    cv::Mat black;   ///< share of the area
    cv::Mat letters; ///< components of a character's size and shape
    cv::Mat specks;  ///< components too small for one
    cv::Mat clean;   ///< CV_8U, 255 where the cell itself has no speck and is not black
};

Cells cells_of(const cv::Mat& ink, const Print& print, double side) {
    const cv::Size size(std::max(1, static_cast<int>(ink.cols / side)), std::max(1, static_cast<int>(ink.rows / side)));
    Cells cells{{}, cv::Mat::zeros(size, CV_32F), cv::Mat::zeros(size, CV_32F), {}};
    shrunk(ink, size).convertTo(cells.black, CV_32F, 1.0 / 255);
    const double t = print.text_height;
    for (const Component& c : print.components) {
        const int longer = std::max(c.box.width(), c.box.height()), shorter = std::min(c.box.width(), c.box.height());
        const cv::Point cell = cell_of(c.box.center(), side, size);
        const bool letter = is_letter(c.box, t);
        if (letter || longer < 0.35 * t) ++(letter ? cells.letters : cells.specks).at<float>(cell);
        // A headline's letter counts for the many small ones that would stand in its place.
        const bool headline = longer >= 3 * t && longer < largest_letter * t && shorter > 0.5 * t &&
                              c.area < 0.7 * static_cast<double>(c.box.area()) && !cut_off(c.box, ink.size());
        if (!headline) continue;
        const cv::Rect2d box(c.box.left / side, c.box.top / side, c.box.width() / side + 1, c.box.height() / side + 1);
        const cv::Rect area = cv::Rect(box) & cv::Rect({}, size);
        if (!area.empty()) cv::add(cells.letters(area), few, cells.letters(area));
    }
    cells.clean = (cells.specks == 0) & (cells.black <= solid);
    for (cv::Mat* part : {&cells.black, &cells.letters, &cells.specks})
        cv::boxFilter(*part, *part, CV_32F, {3, 3}, {-1, -1}, part == &cells.black);
    return cells;
}

/// How many specks stand among the page's text: the middle of all cells full of it.
double usual_grain(const Cells& cells) {
    std::vector<float> grains;
    for (int y = 0; y < cells.letters.rows; ++y)
        for (int x = 0; x < cells.letters.cols; ++x)
            if (cells.letters.at<float>(y, x) > few) grains.push_back(cells.specks.at<float>(y, x));
    return median(grains);
}

/// Between dirt at an edge and that edge all is dirt: the neighbouring page beyond the fold, grain as large as letters.
/// But no page lies over or under this one (of what was turned upright, at its sides): text stands there under a
/// picture whose screen reaches the scan's side.
void fill_towards_edges(cv::Mat& dirty, cv::Mat text, bool on_its_side) {
    for (int turn = 0; turn < 4; ++turn) {
        const int widest = static_cast<int>(margin * dirty.cols);
        const bool beside = (turn % 2 == 0) != on_its_side;
        for (int y = 0; y < dirty.rows; ++y)
            for (int x = widest - 1; x >= 0; --x)
                if (dirty.at<std::uint8_t>(y, x)) {
                    if (beside || cv::countNonZero(text.row(y).colRange(0, x)) == 0)
                        dirty.row(y).colRange(0, x).setTo(255);
                    break;
                }
        cv::rotate(dirty, dirty, cv::ROTATE_90_CLOCKWISE);
        cv::rotate(text, text, cv::ROTATE_90_CLOCKWISE);
    }
}

/// The dirty cells that hang together with the scan's edge.
cv::Mat edges_of(const Cells& cells, double side, const Frame& frame, cv::Size scan, bool on_its_side) {
    const auto from_edge = [&](int x, int y) { // pixels, where the middle of a cell lies
        const Point at = to_scan(frame, Point{static_cast<int>((x + 0.5) * side), static_cast<int>((y + 0.5) * side)});
        return std::min({at.x, at.y, scan.width - at.x, scan.height - at.y});
    };
    const double grainy = 4 * (1 + usual_grain(cells));
    cv::Mat dirty = (cells.black > solid) | ((cells.specks > 2 * cells.letters + grainy) & (cells.letters < few));
    cv::Mat labels;
    const int count = cv::connectedComponents(dirty, labels, 4, CV_32S);
    std::vector<char> at_edge(static_cast<std::size_t>(count), 0);
    for (int y = 0; y < labels.rows; ++y)
        for (int x = 0; x < labels.cols; ++x)
            if (from_edge(x, y) < reach * side && !cells.clean.at<std::uint8_t>(y, x))
                at_edge[static_cast<std::size_t>(labels.at<int>(y, x))] = 1;
    at_edge[0] = 0;
    for (int y = 0; y < labels.rows; ++y)
        for (int x = 0; x < labels.cols; ++x)
            dirty.at<std::uint8_t>(y, x) = at_edge[static_cast<std::size_t>(labels.at<int>(y, x))] ? 255 : 0;
    cv::morphologyEx(dirty, dirty, cv::MORPH_CLOSE, cv::Mat::ones(gap, gap, CV_8U));
    cv::Mat text = (cells.letters >= few) & (dirty == 0);
    cv::erode(text, text, cv::Mat::ones(paragraph, paragraph, CV_8U));
    cv::dilate(text, text, cv::Mat::ones(2 * paragraph - 1, 2 * paragraph - 1, CV_8U)); // to its ragged sides
    fill_towards_edges(dirty, text, on_its_side);
    return dirty;
}

/// One side of the sheet, seen from there: distances from the side.
struct Border {
    const Print& print;
    const Frame& frame;
    cv::Size sheet;
    cv::Size scan;
    bool right;

    int from(const Box& box) const { return right ? sheet.width - box.right : box.left; }
    int to(const Box& box) const { return from(box) + box.width(); }
};

/// Whether letters over much of the page's height end so near to the scan's side, in text heights.
bool ends_lines(const Border& side, double near) {
    constexpr int lines = 8;
    constexpr double least_share = 0.3; // of the height
    const double most = near * side.print.text_height;
    int count = 0, top = side.sheet.height, bottom = 0;
    for (const Component& c : side.print.components) {
        const Point end = to_scan(side.frame, Point{side.right ? c.box.right : c.box.left, c.box.center().y});
        if (!is_letter(c.box, side.print.text_height) || (side.right ? end.x < side.scan.width - most : end.x > most))
            continue;
        ++count;
        top = std::min(top, c.box.top);
        bottom = std::max(bottom, c.box.bottom);
    }
    return count >= lines && bottom - top >= least_share * side.sheet.height;
}

/// How far the print at the side reaches, up to white; 0: too far for a strip of another page.
int print_width(const Border& side) {
    const int widest = static_cast<int>(margin * side.sheet.width);
    std::vector<int> letters(static_cast<std::size_t>(widest), 0); // by the distance from the side
    for (const Component& c : side.print.components) {
        if (!is_letter(c.box, side.print.text_height)) continue;
        for (int i = std::max(0, side.from(c.box)); i < std::min(widest, side.to(c.box)); ++i)
            ++letters[static_cast<std::size_t>(i)];
    }
    constexpr int stray = 2;
    int white = 0;
    bool print_before = false; // what a turned picture leaves white at its side parts nothing
    for (int i = 0; i < widest; ++i) {
        const bool empty = letters[static_cast<std::size_t>(i)] <= stray;
        print_before = print_before || !empty;
        white = empty && print_before ? white + 1 : 0;
        if (white > side.print.text_height) return i - white;
    }
    return 0;
}

/// Do the lines within that width begin (or end) flush on the page's side of it, some letters long? Figures set flush
/// against the sheet's side, and numbers in front of a page's own lines, do not.
bool is_flush(const Border& side, int width) {
    constexpr double slack = 0.6, least_length = 2; // text heights
    std::vector<Box> strip;
    for (const Component& c : side.print.components)
        if (is_letter(c.box, side.print.text_height) && side.to(c.box) <= width) strip.push_back(c.box);
    const auto in_row = [](const Box& a, const Box& b) {
        return overlap_y(a, b) * 3 > std::min(a.height(), b.height());
    };
    std::vector<Point> ends;
    std::vector<int> lengths; // of lines; a piece of the fold stands apart from them
    for (const Box& a : strip) {
        bool inward = false, outward = false;
        int nearest = side.from(a);
        for (const Box& b : strip) {
            if (&a == &b || !in_row(a, b)) continue;
            nearest = std::min(nearest, side.from(b));
            if (side.to(b) > side.to(a))
                inward = inward || side.from(b) - side.to(a) < side.print.text_height;
            else
                outward = outward || side.from(a) - side.to(b) < side.print.text_height;
        }
        if (inward || !outward) continue;
        ends.push_back({side.to(a), a.top});
        lengths.push_back(side.to(a) - nearest);
    }
    // From line to line, for the strip may lean.
    std::sort(ends.begin(), ends.end(), [](const Point& a, const Point& b) { return a.y < b.y; });
    int level = 0;
    for (std::size_t i = 1; i < ends.size(); ++i)
        level += std::abs(ends[i].x - ends[i - 1].x) <= slack * side.print.text_height;
    return median(lengths) >= least_length * side.print.text_height && level * 3 >= 2 * std::ssize(ends);
}

/// How many pixels at this side show a strip of the neighbouring page: its lines are cut off by the picture's side, or
/// where a scan has a white rim end there, and white parts it from the page.
int strip_width(const Border& side) {
    constexpr double touches = 0.3, rim = 2; // text heights; a line may be cut off between two letters
    if (ends_lines(side, touches)) return print_width(side);
    if (!ends_lines(side, rim)) return 0;
    const int width = print_width(side);
    return is_flush(side, width + 1) ? width : 0;
}

/// Of all components, those that are dirt: where their middle lies. Letters that go on a line of letters in the clear
/// are none: beside a picture that reaches the scan's edge lines end within its cells.
std::vector<char> dirt_of(const Print& print, const Cells& cells, const cv::Mat& dirty, double side) {
    constexpr double blank = 0.4;      // text heights
    constexpr double other_size = 1.8; // times as high
    constexpr int most = 3;            // letters of a line in dirty cells
    const double t = print.text_height;
    const auto goes_on = [&](const Box& a, const Box& b) {
        return overlap_y(a, b) * 3 > 2 * std::min(a.height(), b.height()) && -overlap_x(a, b) < blank * t &&
               a.height() < other_size * b.height() && b.height() < other_size * a.height();
    };
    // Grain along an edge is a row or two of marks; lines have others some way over or under them.
    const auto is_in_text = [&](const cv::Point& cell) {
        constexpr int away = 3; // cells
        const auto letters = [&](int y) {
            return y < 0 || y >= cells.letters.rows ? 0 : cells.letters.at<float>(y, cell.x);
        };
        return std::max(letters(cell.y - away), letters(cell.y + away)) >= few;
    };
    std::vector<char> dirt(print.components.size(), 0), in_line(dirt.size(), 0);
    std::vector<std::size_t> doubtful; // letters in dirty cells
    std::map<std::pair<int, int>, std::vector<std::size_t>> letters;
    for (std::size_t i = 0; i < dirt.size(); ++i) {
        const Component& c = print.components[i];
        const cv::Point cell = cell_of(c.box.center(), side, dirty.size());
        dirt[i] = dirty.at<std::uint8_t>(cell) != 0;
        if (!is_letter(c.box, t)) continue;
        letters[{cell.x, cell.y}].push_back(i);
        in_line[i] = !dirt[i] && is_in_text(cell);
        if (dirt[i]) doubtful.push_back(i);
    }
    const auto goes_on_line = [&](std::size_t i) {
        const cv::Point cell = cell_of(print.components[i].box.center(), side, dirty.size());
        for (int y = cell.y - 1; y <= cell.y + 1; ++y)
            for (int x = cell.x - 1; x <= cell.x + 1; ++x)
                if (const auto there = letters.find({x, y}); there != letters.end())
                    for (const std::size_t k : there->second)
                        if (in_line[k] && goes_on(print.components[i].box, print.components[k].box)) return true;
        return false;
    };
    for (int round = 0; round < most; ++round) {
        std::vector<std::size_t> spared;
        std::copy_if(doubtful.begin(), doubtful.end(), std::back_inserter(spared), goes_on_line);
        for (const std::size_t i : spared)
            dirt[i] = 0, in_line[i] = 1;
        std::erase_if(doubtful, [&](std::size_t i) { return !dirt[i]; });
    }
    return dirt;
}

} // namespace

void clear_edges(cv::Mat& ink, const Print& print, const Frame& frame, cv::Size scan, bool on_its_side) {
    if (print.text_height <= 0) return;
    const int left = strip_width({print, frame, ink.size(), scan, false});
    const int right = ink.cols - strip_width({print, frame, ink.size(), scan, true});
    const double side = cell_side * print.text_height;
    const Cells cells = cells_of(ink, print, side);
    const cv::Mat dirty = edges_of(cells, side, frame, scan, on_its_side);
    const std::vector<char> dirt = dirt_of(print, cells, dirty, side);
    for (const Run& run : print.runs) {
        const auto i = static_cast<std::size_t>(run.component);
        const Component& c = print.components[i];
        const bool large = std::max(c.box.width(), c.box.height()) > longest_print * print.text_height;
        const Point at = c.box.center();
        const bool beside = at.x <= left || at.x >= right;
        const auto is_dirt = [&] { // of what is large, where each run lies
            const Point middle{(run.left + run.right) / 2, run.y};
            return large ? dirty.at<std::uint8_t>(cell_of(middle, side, dirty.size())) != 0 : dirt[i] != 0;
        };
        if (beside || (large && cut_off(c.box, ink.size())) || is_dirt())
            ink.row(run.y).colRange(run.left, run.right).setTo(0);
    }
}

} // namespace broadsheet
