// SPDX-License-Identifier: Apache-2.0
#include "layout/box_index.h"
#include "layout/marks.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <utility>

namespace broadsheet {

namespace {

constexpr double kMinLength = 5; // in text heights: longer than any dash, shorter than a column
constexpr double kMaxThickness = 0.34;
constexpr double kLong = 20; // text heights: no letter's stroke, and may be thicker
constexpr double kMaxThicknessLong = 0.7;

/// Long and thin, even where the paper is curled so that the box is higher than the stroke.
bool is_rule(const Component& c, bool vertical, double text_height) {
    const double length = vertical ? c.box.height() : c.box.width();
    const double across = vertical ? c.box.width() : c.box.height();
    const double stroke = c.area / std::max(1.0, length);
    const double thickest = length > kLong * text_height ? kMaxThicknessLong : kMaxThickness;
    return length >= kMinLength * text_height && stroke <= thickest * text_height &&
           across <= std::max(0.5 * text_height, 0.05 * length);
}

/// Is it the edge of something broader: the stem of a title's letter, whose ink goes on beside it?
bool is_edge(const cv::Mat& ink, const Box& box, bool vertical, double text_height) {
    if (std::max(box.width(), box.height()) > kLong * text_height) return false; // one of a double rule
    constexpr int off = 2, wide = 2; // pixels: a rule's own ragged edge ends before them
    constexpr double mostly = 0.6;
    const auto inked = [&](const Box& strip) {
        const cv::Rect area =
            cv::Rect(strip.left, strip.top, strip.width(), strip.height()) & cv::Rect(0, 0, ink.cols, ink.rows);
        return !area.empty() && cv::countNonZero(ink(area)) > mostly * area.area();
    };
    if (vertical)
        return inked({box.left - off - wide, box.top, box.left - off, box.bottom}) ||
               inked({box.right + off, box.top, box.right + off + wide, box.bottom});
    return inked({box.left, box.top - off - wide, box.right, box.top - off}) ||
           inked({box.left, box.bottom + off, box.right, box.bottom + off + wide});
}

/// Runs of ink at least `least` pixels long, each a box one pixel across.
std::vector<Box> level_runs(const cv::Mat& ink, int least) {
    std::vector<Box> runs;
    for (int y = 0; y < ink.rows; ++y) {
        const std::uint8_t* row = ink.ptr(y);
        for (int x = 0; x < ink.cols;) {
            // Every run of that length holds a pixel of this pace.
            int probe = x + least - 1;
            if (probe >= ink.cols) break;
            if (!row[probe]) {
                x = probe + 1;
                continue;
            }
            int from = probe, to = probe + 1;
            while (from > x && row[from - 1])
                --from;
            while (to < ink.cols && row[to])
                ++to;
            if (to - from >= least) runs.push_back({from, y, to, y + 1});
            x = to + 1;
        }
    }
    return runs;
}

/// In the order in which they end.
std::vector<Box> upright_runs(const cv::Mat& ink, int least) {
    std::vector<Box> runs;
    std::vector<int> seen(static_cast<size_t>(ink.cols), 0); // down to which row, of each column
    for (int probe = least - 1; probe < ink.rows; probe += least) {
        const std::uint8_t* row = ink.ptr(probe);
        for (int x = 0; x < ink.cols; ++x) {
            if (!row[x] || seen[static_cast<size_t>(x)] > probe) continue;
            int from = probe, to = probe + 1;
            while (from > 0 && ink.at<std::uint8_t>(from - 1, x))
                --from;
            while (to < ink.rows && ink.at<std::uint8_t>(to, x))
                ++to;
            seen[static_cast<size_t>(x)] = to;
            if (to - from >= least) runs.push_back({x, from, x + 1, to});
        }
    }
    std::ranges::sort(runs, {}, [](const Box& run) { return std::pair(run.bottom, run.left); });
    return runs;
}

/// Long runs side by side are one stroke, also where a rule a little out of level falls into steps.
std::vector<Component> strokes_of(const cv::Mat& ink, bool vertical, double text_height) {
    const int least = static_cast<int>(std::lround(2.5 * text_height)) | 1;
    const std::vector<Box> runs = vertical ? upright_runs(ink, least) : level_runs(ink, least);
    const BoxIndex index(runs, static_cast<int>(4 * text_height));
    Groups groups(static_cast<int>(runs.size()));
    for (int i = 0; i < static_cast<int>(runs.size()); ++i)
        for (const int j : index.touching(grown(runs[i], 2, 2)))
            groups.join(i, j);
    std::vector<Component> strokes;
    for (const auto& set : groups.sets()) {
        Component stroke;
        for (const int i : set) {
            stroke.box = united(stroke.box, runs[i]);
            stroke.area += static_cast<int>(runs[i].area());
        }
        strokes.push_back(stroke);
    }
    return strokes;
}

} // namespace

std::vector<Rule> take_rules(cv::Mat& ink, double text_height) {
    std::vector<Rule> rules;
    for (const bool vertical : {false, true}) {
        for (const Component& stroke : strokes_of(ink, vertical, text_height))
            if (is_rule(stroke, vertical, text_height) && !is_edge(ink, stroke.box, vertical, text_height))
                rules.push_back({stroke.box, vertical});
    }
    for (const Rule& rule : rules) {
        // The margin takes the ragged edge that opening leaves behind.
        const Box b =
            intersected(grown(rule.box, rule.vertical ? 2 : 0, rule.vertical ? 0 : 2), {0, 0, ink.cols, ink.rows});
        ink(cv::Rect(b.left, b.top, b.width(), b.height())).setTo(0);
    }
    return rules;
}

void drop_rule_remains(std::vector<Component>& components, const std::vector<Rule>& rules, double text_height) {
    constexpr double kThin = 0.3, kInLine = 0.35;    // text heights
    constexpr double kPiece = 1.8, kThinPiece = 0.5; // the same: what is higher than letters may be worn and lean
    constexpr double kEnd = 0.3; // text heights: what stands no further from its end is the rest of a wavy one
    const auto is_upright_rest = [&](const Box& b, const Box& rule) {
        const bool piece = b.height() > kPiece * text_height, thin = b.width() <= kThin * text_height;
        const int lean = piece ? rule.width() / 2 : 0;
        return b.width() <= kThinPiece * text_height &&
               std::abs(rule.center().x - b.center().x) < kInLine * text_height + lean &&
               (piece || thin ? -overlap_y(rule, b) < kGoesOn * text_height
                              : std::abs(overlap_y(rule, b)) < kEnd * text_height);
    };
    const auto is_level_rest = [&](const Box& b, const Box& rule) {
        return b.height() <= kThinPiece * text_height && b.width() > kPiece * text_height &&
               std::abs(rule.center().y - b.center().y) < kInLine * text_height &&
               std::abs(overlap_x(rule, b)) < kEnd * text_height;
    };
    std::erase_if(components, [&](const Component& c) {
        return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
            return rule.vertical ? is_upright_rest(c.box, rule.box) : is_level_rest(c.box, rule.box);
        });
    });
}

} // namespace broadsheet
