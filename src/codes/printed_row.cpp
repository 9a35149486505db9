// SPDX-License-Identifier: Apache-2.0
#include "codes/printed_row.h"

#include "page/median.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace broadsheet::codes {
namespace {

/// The surroundings of the bars with the bars' edges straight and level.
struct Rectified {
    cv::Mat ink;          ///< CV_8UC1, 255: dark
    cv::Rect bars;        ///< between the edges
    cv::Matx33d to_field; ///< pixel positions here -> positions in the leveled field
};

Rectified rectified(const LeveledField& field, const Bars& found) {
    const auto& c = found.corners;
    const int width = std::max(16, static_cast<int>(std::lround((cv::norm(c[1] - c[0]) + cv::norm(c[2] - c[3])) / 2)));
    const int height = std::max(8, static_cast<int>(std::lround((cv::norm(c[3] - c[0]) + cv::norm(c[2] - c[1])) / 2)));
    const int side = width / 5 + 8;
    const int over = width / 3 + 8;
    Rectified out;
    out.bars = {side, over, width, height};
    const auto x0 = static_cast<float>(side), x1 = static_cast<float>(side + width);
    const auto y0 = static_cast<float>(over), y1 = static_cast<float>(over + height);
    const std::array<cv::Point2f, 4> here{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}};
    const std::array<cv::Point2f, 4> there{{c[0], c[1], c[2], c[3]}};
    out.to_field = cv::Matx33d(cv::getPerspectiveTransform(here.data(), there.data()));
    cv::Mat pixels;
    cv::warpPerspective(field.pixels, pixels, out.to_field, {width + 2 * side, height + 2 * over},
                        cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT, cv::Scalar(255));
    out.ink = pixels <= found.darkness;
    return out;
}

/// Guard bars below the others, taken out of the ink.
void erase_tails(Rectified& sheet, const Bars& found) {
    const double left = found.bars.front().x - found.bars.front().width / 2;
    const double scale = sheet.bars.width / (found.bars.back().x + found.bars.back().width / 2 - left);
    for (std::size_t i = 0; i < found.bars.size(); ++i) {
        if (found.tails[i] <= 0) continue;
        const Bar& bar = found.bars[i];
        const double x = sheet.bars.x + (bar.x - left) * scale;
        const double half = bar.width * scale / 2 + 2;
        const cv::Rect tail(static_cast<int>(std::floor(x - half)), sheet.bars.br().y,
                            static_cast<int>(std::ceil(2 * half)),
                            static_cast<int>(std::ceil(found.tails[i] * scale)) + 2);
        sheet.ink(tail & cv::Rect({0, 0}, sheet.ink.size())).setTo(0);
    }
}

struct Row {
    cv::Rect box;
    int characters = 0;
    bool even = false; ///< most characters are equally high and none wider than high: digits
};

int middle_of(const cv::Rect& r) {
    return r.y + r.height / 2;
}

/// Boxes of the ink between the bars and the far side of the strip that are as high as printed digits can be.
struct Ink {
    std::vector<cv::Rect> tall;
    std::vector<cv::Rect> all;
};
Ink ink_boxes(const cv::Mat& ink, const cv::Rect& strip, int bars_width) {
    cv::Mat labels, stats, centers;
    const int n = cv::connectedComponentsWithStats(ink(strip), labels, stats, centers);
    Ink boxes;
    for (int i = 1; i < n; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT) + strip.x, stats.at<int>(i, cv::CC_STAT_TOP) + strip.y,
                           stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        if (stats.at<int>(i, cv::CC_STAT_AREA) < 4) continue;
        const bool tall = box.height >= std::max(6, bars_width / 40) && box.height <= std::max(24, bars_width / 5);
        if (tall) boxes.tall.push_back(box);
        if (box.height <= std::max(24, bars_width / 5)) boxes.all.push_back(box);
    }
    return boxes;
}

bool in_row(const cv::Rect& box, const cv::Rect& row) {
    return middle_of(box) >= row.y - row.height / 8 && middle_of(box) < row.br().y + row.height / 8;
}

/// The row of ink nearest to the bars. Text that runs on past the sides is not the code's.
std::optional<Row> nearest_row(const Ink& ink, const cv::Rect& bars, int beside, bool below) {
    const auto gap = [&](const cv::Rect& r) { return below ? r.y - bars.br().y : bars.y - r.br().y; };
    if (ink.tall.empty()) return std::nullopt;
    const auto by_gap = [&](const cv::Rect& a, const cv::Rect& b) { return gap(a) < gap(b); };
    std::vector<cv::Rect> tall = ink.tall;
    std::sort(tall.begin(), tall.end(), by_gap);
    const cv::Rect seed = tall.front();
    std::vector<cv::Rect> row;
    for (const cv::Rect& r : tall)
        if (std::min(r.br().y, seed.br().y) - std::max(r.y, seed.y) > std::min(r.height, seed.height) / 2)
            row.push_back(r);
    std::vector<int> heights;
    cv::Rect band = seed;
    for (const cv::Rect& r : row) {
        heights.push_back(r.height);
        band |= r;
    }
    const int height = median(heights);
    if (gap(band) > std::min(bars.width * 15 / 100, 3 * height) || band.height > 2 * height) return std::nullopt;
    Row out;
    int even = 0, wide = 0;
    const int left = bars.x - beside, right = bars.br().x + beside;
    for (const cv::Rect& r : ink.all) {
        if (!in_row(r, band)) continue;
        const int center = r.x + r.width / 2;
        if (center < left || center >= right) continue;
        out.box = out.box.empty() ? r : out.box | r;
        if (r.height * 2 < height) continue;
        ++out.characters;
        even += std::abs(r.height - height) * 8 <= height;
        wide += r.width > r.height;
    }
    if (out.box.empty()) return std::nullopt;
    for (const cv::Rect& r : ink.all) {
        const int center = r.x + r.width / 2;
        if (!in_row(r, band) || (center >= left && center < right) || r.height * 2 < height) continue;
        const int apart = center < left ? out.box.x - r.br().x : r.x - out.box.br().x;
        if (apart < height / 2) return std::nullopt;
    }
    out.even = wide == 0 && even * 5 >= out.characters * 4;
    return out;
}

} // namespace

std::optional<PrintedRow> find_printed_row(const LeveledField& field, const Bars& bars, const std::string& symbology) {
    Rectified sheet = rectified(field, bars);
    erase_tails(sheet, bars);
    const cv::Rect all({0, 0}, sheet.ink.size());
    // Bars that nobody could read may be an EAN-13, whose first digit stands beside them.
    const bool retail = symbology.empty() || symbology.starts_with("EAN") || symbology.starts_with("UPC");
    const int modules = symbology == "EAN-8" ? 67 : symbology == "UPC-E" ? 51 : 95;
    const int beside = std::min(retail ? sheet.bars.width * 12 / modules : sheet.bars.width / 20, sheet.bars.x - 4);
    const cv::Rect under(0, sheet.bars.br().y + 1, all.width, all.height - sheet.bars.br().y - 1);
    auto row = nearest_row(ink_boxes(sheet.ink, under, sheet.bars.width), sheet.bars, beside, true);
    if (row && row->characters < 3 && row->box.width * 3 < sheet.bars.width) row.reset();
    if (!row) {
        const cv::Rect over(0, 0, all.width, sheet.bars.y - 1);
        row = nearest_row(ink_boxes(sheet.ink, over, sheet.bars.width), sheet.bars, beside, false);
        if (row && (!row->even || row->characters < 7)) row.reset();
    }
    if (!row) return std::nullopt;
    const cv::Rect2d b = row->box;
    const std::vector<cv::Point2d> here{
        {b.x, b.y}, {b.x + b.width, b.y}, {b.x + b.width, b.y + b.height}, {b.x, b.y + b.height}};
    std::vector<cv::Point2d> there;
    cv::perspectiveTransform(here, there, sheet.to_field);
    PrintedRow out;
    std::copy(there.begin(), there.end(), out.corners.begin());
    const double longest = *std::max_element(bars.tails.begin(), bars.tails.end());
    out.beside_guards = b.y >= sheet.bars.br().y && b.y < sheet.bars.br().y + longest;
    return out;
}

} // namespace broadsheet::codes
