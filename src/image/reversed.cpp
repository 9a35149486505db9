// SPDX-License-Identifier: Apache-2.0
#include "image/steps.h"
#include "page/median.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

constexpr double least_width = 4, least_height = 1.3; // text heights of a ground that holds print
constexpr double solid = 0.9;                         // of the box: ground and print; a photograph is full of specks
constexpr std::size_t fewest = 4;                     // letters
constexpr double largest_ratio = 2.2;                 // of a row's high letters to its low ones
constexpr int edge = 2;                               // pixels at the ground's side that are between black and white

/// Dark ground with what is white in it.
struct Ground {
    cv::Mat inside;  ///< 255 within its outline
    cv::Mat letters; ///< 255 where it is white within
};

Ground ground_of(const cv::Mat& black) {
    cv::Mat labels;
    const cv::Mat white = ~black;
    const int count = cv::connectedComponents(white, labels, 4, CV_32S);
    std::vector<char> outside(static_cast<std::size_t>(count), 0);
    for (int y = 0; y < labels.rows; ++y)
        for (int x = 0; x < labels.cols; ++x)
            if (y == 0 || x == 0 || y + 1 == labels.rows || x + 1 == labels.cols)
                outside[static_cast<std::size_t>(labels.at<int>(y, x))] = 1;
    outside[0] = 0; // the ground itself
    Ground ground{black.clone(), cv::Mat::zeros(black.size(), CV_8U)};
    for (int y = 0; y < labels.rows; ++y)
        for (int x = 0; x < labels.cols; ++x) {
            const int label = labels.at<int>(y, x);
            if (label == 0 || outside[static_cast<std::size_t>(label)]) continue;
            ground.inside.at<std::uint8_t>(y, x) = ground.letters.at<std::uint8_t>(y, x) = 255;
        }
    return ground;
}

/// Is the white in it letters: nearly all of it, of about one height, each level with another near by?
bool is_print(const cv::Mat& letters, double text_height) {
    std::vector<Box> boxes;
    std::vector<int> heights;
    double all = 0, print = 0;
    for (const Component& c : find_components(letters)) {
        all += c.area;
        if (c.box.height() < std::max(8.0, 0.4 * text_height) || c.box.width() > 4 * c.box.height()) continue;
        print += c.area;
        boxes.push_back(c.box);
        heights.push_back(c.box.height());
    }
    if (boxes.size() < fewest || print < 0.85 * all) return false;
    std::sort(heights.begin(), heights.end());
    if (heights[heights.size() * 8 / 10] > largest_ratio * heights[heights.size() * 2 / 10]) return false;
    const auto level = [&](const Box& a) {
        return std::any_of(boxes.begin(), boxes.end(), [&](const Box& b) {
            return &a != &b && overlap_y(a, b) * 2 > std::max(a.height(), b.height()) &&
                   -overlap_x(a, b) < 2 * a.height();
        });
    };
    return std::count_if(boxes.begin(), boxes.end(), level) * 10 >= std::ssize(boxes) * 7;
}

/// Is the white in it a number's figures, or a few letters, side by side, far from the edge all round? The counters of
/// bold letters that touch stand so too, but their outline is no box; those of Han characters with a frame fill theirs.
bool is_number(const Ground& ground) {
    constexpr double box = 0.96, rim = 0.12, same = 1.2, full = 0.9; // of the ground's box; of its height; times; of
                                                                     // a figure's box
    constexpr double speck = 0.3;                                    // of the ground's height
    const cv::Rect all = cv::boundingRect(ground.inside);
    if (cv::countNonZero(ground.inside) < box * all.area()) return false;
    std::vector<Component> figures = find_components(ground.letters);
    std::erase_if(figures, [&](const Component& c) { return c.box.height() < speck * all.height; });
    if (std::ranges::all_of(figures, [&](const Component& c) {
            return static_cast<double>(c.area) > full * static_cast<double>(c.box.area());
        }))
        return false;
    if (figures.size() < 2 || figures.size() >= fewest) return false;
    std::sort(figures.begin(), figures.end(),
              [](const Component& a, const Component& b) { return a.box.left < b.box.left; });
    const int white = static_cast<int>(rim * all.height);
    const Box inner{all.x + white, all.y + white, all.x + all.width - white, all.y + all.height - white};
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const Box &a = figures[0].box, &b = figures[i].box;
        if (!contains(inner, b) || overlap_y(a, b) * same < std::max(a.height(), b.height())) return false;
        if (i > 0 && overlap_x(figures[i - 1].box, b) > 0) return false;
    }
    return figures[0].box.height() >= 8;
}

void reverse(cv::Mat gray, cv::Mat ink, const Ground& ground) {
    std::vector<std::uint8_t> dark;
    for (int y = 0; y < gray.rows; y += 2)
        for (int x = 0; x < gray.cols; x += 2)
            if (ink.at<std::uint8_t>(y, x)) dark.push_back(gray.at<std::uint8_t>(y, x));
    const double level = std::max(1, 255 - median(dark));
    cv::Mat turned, inner, outer;
    cv::subtract(cv::Scalar(255), gray, turned);
    turned.convertTo(turned, CV_8U, 255 / level);
    turned.copyTo(gray, ground.inside);
    const cv::Mat square = cv::Mat::ones(2 * edge + 1, 2 * edge + 1, CV_8U);
    cv::erode(ground.inside, inner, square, {-1, -1}, 1, cv::BORDER_CONSTANT, 0);
    cv::dilate(ground.inside, outer, square);
    gray.setTo(255, outer & ~inner & ~ground.letters);
    ground.letters.copyTo(ink);
}

} // namespace

bool show_reversed(cv::Mat& gray, cv::Mat& ink, const Print& print) {
    bool any = false;
    const double t = print.text_height;
    for (const Component& c : print.components) {
        const Box& b = c.box;
        if (b.height() < std::max(12.0, least_height * t)) continue;
        const bool is_narrow = b.width() < std::max(40.0, least_width * t);
        if (2LL * c.area < b.area()) continue;
        const cv::Rect area = cv::Rect(b.left - edge, b.top - edge, b.width() + 2 * edge, b.height() + 2 * edge) &
                              cv::Rect(0, 0, ink.cols, ink.rows);
        const Ground ground = ground_of(ink(area));
        if (cv::countNonZero(ground.inside) < solid * static_cast<double>(b.area()) ||
            !(is_narrow ? is_number(ground) : is_print(ground.letters, t)))
            continue;
        if (!any) gray = gray.clone(); // it may be the caller's
        any = true;
        reverse(gray(area), ink(area), ground);
    }
    return any;
}

} // namespace broadsheet
