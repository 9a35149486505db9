// SPDX-License-Identifier: Apache-2.0
#include "layout/blocks.h"

#include <climits>
#include <cmath>

namespace broadsheet {

namespace {

double size_of(const Block& block) {
    double sum = 0, width = 0;
    for (const Line& line : block.lines) {
        sum += 1.0 * line.text_height * line.box.width();
        width += line.box.width();
    }
    return width > 0 ? sum / width : 0;
}

/// Is the block small print right under (or over) a picture, no wider than it?
bool is_caption(const Block& block, const std::vector<Block>& blocks, double body) {
    if (block.lines.size() > 4) return false;
    for (const Block& other : blocks) {
        if (other.kind != BlockKind::picture && other.kind != BlockKind::code) continue;
        const int below = block.box.top - other.box.bottom;
        if (below < -body / 2 || below > 1.8 * body) continue;
        const bool within =
            block.box.left > other.box.left - 1.5 * body && block.box.right < other.box.right + 1.5 * body;
        const bool small = size_of(block) < 0.93 * body;
        if (within && (small || (other.kind == BlockKind::code && block.lines.size() == 1))) return true;
    }
    return false;
}

/// Does the line stand alone at the page's head (or foot): nothing on its other side, little of it, apart from the
/// rest?
bool is_running(const Block& block, const std::vector<Block>& blocks, bool head, double body) {
    if (block.lines.size() > 1 || size_of(block) > 1.25 * body) return false;
    int apart = INT_MAX;
    for (const Block& other : blocks) {
        if (&other == &block || other.kind == BlockKind::rule || other.lines.empty()) continue;
        if (overlap_y(other.box, block.box) * 2 > block.box.height()) {
            if (other.lines.size() > 1 || other.kind == BlockKind::picture) return false;
            continue; // other parts of the same running line
        }
        const int d = head ? other.box.top - block.box.bottom : block.box.top - other.box.bottom;
        if (d < -body / 2) return false;
        apart = std::min(apart, d);
    }
    return apart != INT_MAX && apart > 0.8 * body;
}

/// Of the block that holds the middle of all text: half of the text is bolder, half lighter.
double usual_stroke(const std::vector<Block>& blocks, const std::vector<double>& strokes) {
    std::vector<std::pair<double, long long>> weighed;
    long long all = 0;
    for (size_t i = 0; i < strokes.size(); ++i) {
        weighed.emplace_back(strokes[i], blocks[i].box.area());
        all += blocks[i].box.area();
    }
    std::sort(weighed.begin(), weighed.end());
    long long sum = 0;
    for (const auto& [stroke, area] : weighed)
        if ((sum += area) * 2 >= all) return stroke;
    return 0;
}

} // namespace

void name_kinds(std::vector<Block>& blocks, const std::vector<double>& strokes, double text_height) {
    const double usual = usual_stroke(blocks, strokes);
    for (size_t i = 0; i < strokes.size(); ++i) {
        Block& block = blocks[i];
        const double size = size_of(block);
        const bool bold = strokes[i] > 1.25 * usual && size > 0.9 * text_height && block.lines.size() <= 3;
        if (block.lines.size() <= 6 && (size > 1.22 * text_height || bold)) block.kind = BlockKind::heading;
        if (is_caption(block, blocks, text_height)) block.kind = BlockKind::caption;
    }
    for (Block& block : blocks) {
        if (block.kind != BlockKind::paragraph) continue;
        if (is_running(block, blocks, true, text_height))
            block.kind = BlockKind::running_head;
        else if (is_running(block, blocks, false, text_height))
            block.kind = BlockKind::running_foot;
    }
}

} // namespace broadsheet
