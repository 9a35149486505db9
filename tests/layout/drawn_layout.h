// SPDX-License-Identifier: Apache-2.0
/// What layout finds on a drawn sheet, short enough to compare.
#pragma once

#include "layout/layout.h"

#include "support/pixel_art.h"

#include <array>
#include <fmt/format.h>

namespace broadsheet {

using Blocks = std::vector<std::string>;
using Lines = std::vector<std::string>;

/// The blocks from the top left, each as "kind column,row lines" in cells of the drawing; rules left out.
inline std::vector<std::string> blocks_of(const Page& page) {
    std::vector<const Block*> blocks;
    for (const Block& block : page.blocks)
        if (block.kind != BlockKind::rule) blocks.push_back(&block);
    std::sort(blocks.begin(), blocks.end(), [](const Block* a, const Block* b) {
        return std::pair(a->box.top / kCellHeight, a->box.left) < std::pair(b->box.top / kCellHeight, b->box.left);
    });
    std::vector<std::string> out;
    for (const Block* b : blocks) // the edge of a picture is found to a few pixels
        out.push_back(fmt::format("{} {},{} {}", name(b->kind), (b->box.left + 4) / kCellWidth - 2,
                                  (b->box.top + 4) / kCellHeight - 1, b->lines.size()));
    return out;
}

inline std::vector<std::string> layout_of(const std::string& art) {
    return blocks_of(find_layout({}, draw_sheet(art)));
}

inline Page laid_out(const std::string& art) {
    return find_layout({}, draw_sheet(art));
}

/// Each line from the top, then from the left, as "column,row width" in cells of the drawing.
inline std::vector<std::string> lines_of(const Page& page) {
    std::vector<Box> boxes;
    for (const Block& block : page.blocks)
        for (const Line& line : block.lines)
            boxes.push_back(line.box);
    const auto row = [](const Box& b) { return (b.center().y - kCellHeight) / kCellHeight; };
    std::sort(boxes.begin(), boxes.end(),
              [&](const Box& a, const Box& b) { return std::pair(row(a), a.left) < std::pair(row(b), b.left); });
    std::vector<std::string> out;
    for (const Box& b : boxes)
        out.push_back(fmt::format("{},{} {}", b.left / kCellWidth - 2, row(b), (b.width() + 4) / kCellWidth));
    return out;
}

inline std::string repeated(const std::string& rows, int times) {
    std::string out;
    for (int i = 0; i < times; ++i)
        out += rows;
    return out;
}

/// White paper with words of letters, each as "x, y, letters, size" (the letters' height), and lines of body text below
/// at y 600 and on.
inline Sheet masthead(const std::vector<std::array<int, 4>>& words) {
    Sheet sheet;
    sheet.text_height = 24;
    sheet.dpi = 300;
    sheet.gray = cv::Mat(1200, 1400, CV_8UC1, cv::Scalar(255));
    const auto draw = [&](int x, int y, int letters, int size) {
        for (int i = 0; i < letters; ++i)
            draw_letter(sheet.gray, x + i * size / 2, y, size * 2 / 5, size, std::max(2, size / 8));
    };
    for (const auto& [x, y, letters, size] : words)
        draw(x, y, letters, size);
    for (int row = 0; row < 14; ++row)
        for (int x = 60, letters = 3 + row % 5; x < 1300; x += 12 * letters + 20, letters = 3 + (letters + row) % 7)
            draw(x, 600 + 40 * row, letters, 24); // no two rows alike, as in print
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    return sheet;
}

/// Blocks that hold one line each, from the top left, as "left,top-right,bottom".
inline std::vector<std::string> lines_of(const Sheet& sheet) {
    std::vector<Box> boxes;
    for (const Block& block : find_layout({}, sheet).blocks)
        for (const Line& line : block.lines)
            boxes.push_back(line.box);
    std::sort(boxes.begin(), boxes.end(),
              [](const Box& a, const Box& b) { return std::pair(a.top, a.left) < std::pair(b.top, b.left); });
    std::vector<std::string> out;
    for (const Box& b : boxes)
        out.push_back(fmt::format("{},{}-{},{}", b.left, b.top, b.right, b.bottom));
    return out;
}

inline Box picture_of(const Sheet& sheet) {
    Box box;
    for (const Block& block : find_layout({}, sheet).blocks)
        if (block.kind == BlockKind::picture) box = united(box, block.box);
    return box;
}

} // namespace broadsheet
