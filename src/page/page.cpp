// SPDX-License-Identifier: Apache-2.0
#include "page/page.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

Place mapped(const Mesh& mesh, Place flat) {
    if (mesh.nodes.empty()) return flat;
    const int rows = static_cast<int>(mesh.nodes.size()) / mesh.columns;
    // Beyond the grid the outermost cells go on.
    const double column = flat.x / mesh.step, row = flat.y / mesh.step;
    const int c = std::clamp(static_cast<int>(std::floor(column)), 0, mesh.columns - 2);
    const int r = std::clamp(static_cast<int>(std::floor(row)), 0, rows - 2);
    const double fc = column - c, fr = row - r;
    const auto node = [&](int dr, int dc) { return mesh.nodes[static_cast<size_t>((r + dr) * mesh.columns + c + dc)]; };
    const Place a = node(0, 0), b = node(0, 1), d = node(1, 0), e = node(1, 1);
    return {(a.x * (1 - fc) + b.x * fc) * (1 - fr) + (d.x * (1 - fc) + e.x * fc) * fr,
            (a.y * (1 - fc) + b.y * fc) * (1 - fr) + (d.y * (1 - fc) + e.y * fc) * fr};
}

Place to_scan(const Frame& frame, Place sheet) {
    const auto& m = frame.m;
    const Place p = mapped(frame.mesh, sheet);
    const double w = m[6] * p.x + m[7] * p.y + m[8];
    return {(m[0] * p.x + m[1] * p.y + m[2]) / w, (m[3] * p.x + m[4] * p.y + m[5]) / w};
}

Place to_sheet(const Frame& frame, Place scan) {
    const auto& m = frame.m;
    // The homography's adjugate is its inverse but for a factor, which the division takes out.
    const std::array<double, 9> a{m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
                                  m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
                                  m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]};
    const double w = a[6] * scan.x + a[7] * scan.y + a[8];
    const Place flat{(a[0] * scan.x + a[1] * scan.y + a[2]) / w, (a[3] * scan.x + a[4] * scan.y + a[5]) / w};
    if (frame.mesh.nodes.empty()) return flat;
    // A mesh moves its places little, and neighbours alike: going back by as much soon meets.
    Place place = flat;
    for (int i = 0; i < 50; ++i) {
        const Place there = mapped(frame.mesh, place);
        const double dx = flat.x - there.x, dy = flat.y - there.y;
        place = {place.x + dx, place.y + dy};
        if (std::abs(dx) + std::abs(dy) < 0.01) break;
    }
    return place;
}

Point to_scan(const Frame& frame, Point sheet) {
    const Place p = to_scan(frame, Place{static_cast<double>(sheet.x), static_cast<double>(sheet.y)});
    return {static_cast<int>(std::lround(p.x)), static_cast<int>(std::lround(p.y))};
}

Mesh on_scan(Mesh mesh, const Frame& frame) {
    for (Place& node : mesh.nodes)
        node = to_scan(frame, node);
    return mesh;
}

namespace {

/// The upright box around the mapped corners.
template <typename Map>
Box mapped_box(const Box& b, Map map) {
    if (b.empty()) return {};
    Box out;
    for (const Point corner : {Point{b.left, b.top}, {b.right, b.top}, {b.left, b.bottom}, {b.right, b.bottom}}) {
        const Point p = map(corner);
        out = united(out, {p.x, p.y, p.x + 1, p.y + 1});
    }
    return {out.left, out.top, out.right - 1, out.bottom - 1};
}

/// Pixels of the scan to a pixel of the sheet: less than 1 where small print was enlarged.
double scale_of(const Frame& frame) {
    return std::sqrt(std::abs(frame.m[0] * frame.m[4] - frame.m[1] * frame.m[3]));
}

/// scale: by which map makes lengths longer.
template <typename Map>
void map_blocks(Page& page, double scale, Map map) {
    page.text_height *= scale;
    for (Block& block : page.blocks) {
        block.box = mapped_box(block.box, map);
        for (Line& line : block.lines) {
            line.box = mapped_box(line.box, map);
            line.text_height = static_cast<int>(std::lround(line.text_height * scale));
            for (Point& p : line.baseline)
                p = map(p);
            for (Word& word : line.words)
                word.box = mapped_box(word.box, map);
        }
    }
}

} // namespace

Box to_scan(const Frame& frame, const Box& b) {
    return mapped_box(b, [&](Point p) { return to_scan(frame, p); });
}

Page mapped_to_sheet(Page page) {
    if (page.frame == Frame{}) return page;
    map_blocks(page, 1 / scale_of(page.frame), [&](Point p) {
        const Place place = to_sheet(page.frame, Place{static_cast<double>(p.x), static_cast<double>(p.y)});
        return Point{static_cast<int>(std::lround(place.x)), static_cast<int>(std::lround(place.y))};
    });
    return page;
}

Page mapped_to_scan(Page page) {
    map_blocks(page, scale_of(page.frame), [&](Point p) { return to_scan(page.frame, p); });
    for (Code& code : page.codes) {
        code.box = to_scan(page.frame, code.box);
        code.printed_box = to_scan(page.frame, code.printed_box);
        for (Point& p : code.corners)
            p = to_scan(page.frame, p);
    }
    return page;
}

Page mirrored(Page page) {
    map_blocks(page, 1, [](Point p) { return Point{-p.x, p.y}; });
    for (Block& block : page.blocks)
        for (Line& line : block.lines)
            std::reverse(line.baseline.begin(), line.baseline.end());
    return page;
}

const Line& line_at(const Page& page, LineRef ref) {
    return page.blocks[static_cast<std::size_t>(ref.block)].lines[static_cast<std::size_t>(ref.line)];
}

std::string line_text(const Line& line) {
    std::string text;
    for (const Word& word : line.words) {
        if (word.blank_before && !text.empty()) text += ' ';
        text += word.text;
    }
    return text;
}

double mean_confidence(const std::vector<Word>& words) {
    double sum = 0, letters = 0;
    for (const Word& word : words) {
        sum += word.confidence * static_cast<double>(word.text.size());
        letters += static_cast<double>(word.text.size());
    }
    return letters > 0 ? sum / letters : 0;
}

const char* name(BlockKind kind) {
    switch (kind) {
    case BlockKind::masthead:
        return "masthead";
    case BlockKind::heading:
        return "heading";
    case BlockKind::kicker:
        return "kicker";
    case BlockKind::byline:
        return "byline";
    case BlockKind::paragraph:
        return "paragraph";
    case BlockKind::caption:
        return "caption";
    case BlockKind::list:
        return "list";
    case BlockKind::table:
        return "table";
    case BlockKind::picture:
        return "picture";
    case BlockKind::rule:
        return "rule";
    case BlockKind::code:
        return "code";
    case BlockKind::advertisement:
        return "advertisement";
    case BlockKind::running_head:
        return "running head";
    case BlockKind::running_foot:
        return "running foot";
    case BlockKind::page_number:
        return "page number";
    case BlockKind::noise:
        return "noise";
    }
    return "";
}

const char* name(JoinKind kind) {
    switch (kind) {
    case JoinKind::blank:
        return "blank";
    case JoinKind::nothing:
        return "nothing";
    case JoinKind::hyphen_removed:
        return "hyphen removed";
    case JoinKind::hyphen_kept:
        return "hyphen kept";
    }
    return "";
}

} // namespace broadsheet
