// SPDX-License-Identifier: Apache-2.0
#include "layout/blocks.h"
#include "page/median.h"

#include <climits>
#include <cmath>
#include <numeric>

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

/// Does other text begin beside the block, under the same picture? Then these are columns.
bool is_beside_text(const Block& block, const std::vector<Block>& blocks, const Box& picture, double body) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const Block& other) {
        return &other != &block && !other.lines.empty() && std::abs(other.box.top - block.box.top) < body &&
               overlap_x(other.box, block.box) <= 0 && overlap_x(other.box, picture) * 2 > other.box.width();
    });
}

/// White that surely parts it from what stands over it, pixels: clearly more than its own lines have between them.
double parting_white(const Block& block, double body) {
    constexpr double usual = 1.2, clearly = 2; // text heights; times
    constexpr size_t enough = 4;               // lines
    if (block.lines.size() < enough) return usual * body;
    std::vector<int> whites;
    for (size_t k = 1; k < block.lines.size(); ++k)
        whites.push_back(std::max(0, block.lines[k].box.top - block.lines[k - 1].box.bottom));
    return std::min(usual * body, clearly * median(whites) + 1);
}

/// Is there more white under the block than between it and the picture, and than between lines?
bool is_nearer_to_picture(const Block& block, const std::vector<Block>& blocks, int below_picture, double body) {
    return std::none_of(blocks.begin(), blocks.end(), [&](const Block& other) {
        const int white = other.box.top - block.box.bottom;
        return &other != &block && overlap_x(other.box, block.box) > 0 && other.box.center().y > block.box.bottom &&
               white < std::max<double>(parting_white(other, body), below_picture);
    });
}

/// Is the block right under a picture or a code, no wider than it, and small print (a little smaller will do where it
/// stands apart from what comes below), or centred under the picture, or
/// one line under the code? Or does it go on a caption's centred lines? least: its letters' size, by the tall ones or
/// by the usual ones, whichever makes it smaller.
bool is_caption(const Block& block, double least, const std::vector<Block>& blocks, double body) {
    constexpr size_t most_lines = 8;
    if (block.lines.size() > most_lines) return false;
    for (const Block& other : blocks) {
        const bool picture = other.kind == BlockKind::picture, caption = other.kind == BlockKind::caption;
        if (!picture && !caption && other.kind != BlockKind::code) continue;
        const int below = block.box.top - other.box.bottom;
        if (below < -body / 2 || below > (caption ? 0.8 : 2.2) * body) continue;
        const int off_centre = std::abs(block.box.center().x - other.box.center().x);
        if (caption) {
            if (off_centre < 0.5 * body && other.lines.size() + block.lines.size() <= most_lines &&
                block.kind != BlockKind::heading && size_of(block) < 1.08 * size_of(other))
                return true;
            continue;
        }
        const bool within =
            block.box.left > other.box.left - 1.5 * body && block.box.right < other.box.right + 1.5 * body;
        const bool centred = off_centre < body && block.box.left > other.box.left + body;
        const bool as_printed = picture ? centred && block.kind != BlockKind::heading : block.lines.size() == 1;
        const bool apart = picture && least < 0.96 * body && is_nearer_to_picture(block, blocks, below, body);
        if (within && (least < 0.93 * body || as_printed || apart) && !is_beside_text(block, blocks, other.box, body))
            return true;
    }
    return false;
}

/// Does the line fill the width of the nearest text over it, in its type? A paragraph that begins in a column's last
/// line stands so, where paragraphs are set apart.
bool goes_on_column(const Block& block, const std::vector<Block>& blocks, double body) {
    constexpr double same_edge = 0.5, same_type = 1.1; // text heights; of the smaller
    constexpr double ragged = 0.08, near = 3;          // of the width; text heights
    const Block* over = nullptr;
    for (const Block& other : blocks)
        if (!other.lines.empty() && other.box.bottom <= block.box.top && overlap_x(other.box, block.box) > 0 &&
            (!over || other.box.bottom > over->box.bottom))
            over = &other;
    if (!over || over->lines.size() < 2 || block.box.top - over->box.bottom > near * body) return false;
    const double size = size_of(block), usual = size_of(*over);
    return std::abs(over->box.left - block.box.left) < same_edge * body &&
           std::abs(over->box.right - block.box.right) < std::max(same_edge * body, ragged * over->box.width()) &&
           std::max(size, usual) < same_type * std::min(size, usual);
}

/// Does the line stand alone at the page's head (or foot): nothing on its other side, little of it, apart from the
/// rest, in bold further? A column beside it may reach nearer, as pages are a little turned; and a page's number, or
/// dirt, may stand beyond it. size: of its letters.
bool is_running(const Block& block, double size, const std::vector<Block>& blocks, bool head, double body) {
    if (block.lines.size() > 1 || size > 1.25 * body) return false;
    if (!head && goes_on_column(block, blocks, body)) return false;
    constexpr double far = 0.8, far_of_bold = 1.2, beside = 0.3, short_line = 3; // text heights
    double apart = INT_MAX;
    for (const Block& other : blocks) {
        if (&other == &block || other.kind == BlockKind::rule || other.lines.empty()) continue;
        if (overlap_y(other.box, block.box) * 2 > block.box.height()) {
            if (other.lines.size() > 1 || other.kind == BlockKind::picture) return false;
            continue; // other parts of the same running line
        }
        if (other.lines.size() == 1 && overlap_y(other.box, block.box) > 0 && overlap_x(other.box, block.box) <= 0)
            continue; // the same in smaller type
        const int d = head ? other.box.top - block.box.bottom : block.box.top - other.box.bottom;
        if (d < -body / 2) {
            if (other.lines.size() == 1 && other.box.width() < short_line * body) continue;
            return false;
        }
        apart =
            std::min(apart, overlap_x(other.box, block.box) > 0 || d < beside * body ? d : d + (far - beside) * body);
    }
    return apart != INT_MAX && apart > (block.kind == BlockKind::heading ? far_of_bold : far) * body;
}

/// The value that half of the text, by its area, does not exceed.
double usual(const std::vector<Block>& blocks, const std::vector<Type>& types, double Type::*value) {
    std::vector<std::pair<double, long long>> weighed;
    for (size_t i = 0; i < types.size(); ++i)
        weighed.emplace_back(types[i].*value, blocks[i].box.area());
    return weighted_median(weighed);
}

/// Does it fill the same width as the lines right over or under it? Letters that touch, stains and heavy inking make a
/// line of running text look larger or bolder than it is.
bool in_flow(const Block& block, const std::vector<Block>& blocks, double body) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const Block& other) {
        if (&other == &block || other.lines.empty()) return false;
        const int white = std::max(block.box.top, other.box.top) - std::min(block.box.bottom, other.box.bottom);
        return white < 0.7 * body && std::abs(block.box.left - other.box.left) < body &&
               std::abs(block.box.right - other.box.right) < body;
    });
}

/// Is the line the first of the text under it, indented or with ragged ends? It stands as far over that as the lines
/// of that are apart; larger type stands further off. In blurred print a line is measured a little too large.
bool begins_text(const Block& block, const std::vector<Block>& blocks, double body) {
    constexpr double indent = 2.5, out = 0.5, ragged = 1; // text heights
    constexpr double full = 0.75, even = 0.04;            // of the text's width; of its pitch
    constexpr size_t fewest = 3;                          // lines of it
    if (block.lines.size() != 1) return false;
    const auto foot = [](const Line& line) { return line.baseline.front().y; };
    return std::any_of(blocks.begin(), blocks.end(), [&](const Block& text) {
        const int inwards = block.box.left - text.box.left;
        if (text.lines.size() < fewest || inwards > indent * body || -inwards > out * body ||
            block.box.right - text.box.right > ragged * body || block.box.width() < full * text.box.width())
            return false;
        std::vector<int> pitches;
        for (size_t k = 1; k < text.lines.size(); ++k)
            pitches.push_back(foot(text.lines[k]) - foot(text.lines[k - 1]));
        const int usual = median(pitches), pitch = foot(text.lines.front()) - foot(block.lines.front());
        return std::abs(pitch - usual) <= std::max(2.0, even * usual);
    });
}

/// Is it a heading's kicker: a line or two right over it, flush with it or centred, and further from what stands above?
/// Two lines may end a paragraph at a column's head: behind that a headline stands further off. An initial heads
/// nothing. What is within the block, which may be put together of two, stands neither above nor below it.
bool is_kicker(const Block& block, const std::vector<Block>& blocks, double body) {
    constexpr double larger = 1.5;                         // of its type
    const double near = block.lines.size() == 1 ? 2 : 1.3; // text heights
    if (block.kind != BlockKind::paragraph || block.lines.empty() || block.lines.size() > 2) return false;
    if (goes_on_column(block, blocks, body)) return false;
    int over = INT_MAX, under = INT_MAX;
    bool fits = false;
    for (const Block& other : blocks) {
        if (contains(block.box, other.box) || overlap_x(other.box, block.box) <= 0) continue;
        const int above = block.box.top - other.box.bottom, below = other.box.top - block.box.bottom;
        if (other.box.center().y < block.box.center().y)
            over = std::min(over, above);
        else if (below < under) {
            under = below;
            fits = other.kind == BlockKind::heading && size_of(other) > larger * size_of(block) &&
                   other.box.width() * 3 > block.box.width() &&
                   (std::abs(other.box.left - block.box.left) < body ||
                    std::abs(other.box.center().x - block.box.center().x) < body);
        }
    }
    return fits && under < near * body && over > under;
}

/// A line set under the line, flush with it: of two lines the shorter one may be measured too small to be of its block.
Block* line_under(const Block& line, std::vector<Block>& blocks, double body) {
    constexpr double close = 1, flush = 0.5; // text heights
    const auto is_single = [](const Block& b) { return b.kind == BlockKind::paragraph && b.lines.size() == 1; };
    if (!is_single(line)) return nullptr;
    Block* next = nullptr;
    for (Block& other : blocks)
        if (is_single(other) && other.box.center().y > line.box.bottom &&
            other.box.top - line.box.bottom < close * body && std::abs(other.box.left - line.box.left) < flush * body &&
            (!next || other.box.top < next->box.top))
            next = &other;
    return next;
}

void name_kickers(std::vector<Block>& blocks, double body) {
    for (Block& block : blocks) {
        if (is_kicker(block, blocks, body)) block.kind = BlockKind::heading;
        Block* next = line_under(block, blocks, body);
        if (!next) continue;
        Block both = block;
        both.box = united(block.box, next->box);
        both.lines.push_back(next->lines.front());
        if (is_kicker(both, blocks, body)) block.kind = next->kind = BlockKind::heading;
    }
}

} // namespace

void name_kinds(std::vector<Block>& blocks, const std::vector<Type>& types, double text_height) {
    const double stroke = usual(blocks, types, &Type::stroke);
    const double x_height = usual(blocks, types, &Type::x_height);
    for (size_t i = 0; i < types.size(); ++i) {
        Block& block = blocks[i];
        const double size = size_of(block);
        const bool large = size > 1.22 * text_height && types[i].x_height > 1.1 * x_height;
        const bool larger = size > 1.05 * text_height && block.box.width() > 5 * text_height; // no name, no number
        const double bolder = larger ? 1.2 : 1.25;
        const bool bold = types[i].stroke > bolder * stroke && size > 0.9 * text_height && block.lines.size() <= 3;
        const bool flows = in_flow(block, blocks, text_height) ||
                           (!bold && !types[i].crosshead && begins_text(block, blocks, text_height));
        const bool apart = size > 1.4 * text_height || !flows;
        if (block.lines.size() <= 6 && (large || bold || types[i].crosshead) && apart) block.kind = BlockKind::heading;
    }
    name_kickers(blocks, text_height);
    std::vector<size_t> downwards(types.size());
    std::iota(downwards.begin(), downwards.end(), size_t{0});
    std::stable_sort(downwards.begin(), downwards.end(),
                     [&](size_t a, size_t b) { return blocks[a].box.top < blocks[b].box.top; });
    constexpr size_t few = 3; // lines; in blurred print the tall letters of so few look larger than they are
    for (const size_t i : downwards) {
        const bool may_be_blurred = blocks[i].lines.size() <= few && blocks[i].kind == BlockKind::paragraph;
        const double by_x_height = text_height * types[i].x_height / std::max(1.0, x_height);
        const double size = size_of(blocks[i]), least = may_be_blurred ? std::min(size, by_x_height) : size;
        if (is_caption(blocks[i], least, blocks, text_height)) blocks[i].kind = BlockKind::caption;
    }
    for (size_t i = 0; i < types.size(); ++i) {
        Block& block = blocks[i];
        const bool paragraph = block.kind == BlockKind::paragraph;
        if (!paragraph && block.kind != BlockKind::heading) continue;
        double size = size_of(block);
        if (size > 1.8 * types[i].x_height) size = types[i].x_height; // of a line with a number in a black box
        if (paragraph && is_running(block, size, blocks, true, text_height))
            block.kind = BlockKind::running_head;
        else if (is_running(block, size, blocks, false, text_height))
            block.kind = BlockKind::running_foot;
    }
}

} // namespace broadsheet
