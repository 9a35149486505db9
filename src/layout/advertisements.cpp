// SPDX-License-Identifier: Apache-2.0
#include "layout/blocks.h"

#include "page/rows.h"

#include <cstdlib>
#include <set>

namespace broadsheet {

namespace {

constexpr double kMeets = 1.5;      // text heights from a rule's end to the rule across
constexpr double kClosed = 0.75;    // of a side: has a rule
constexpr double kLow = 3;          // text heights: no frame is lower
constexpr std::size_t kLines = 5;   // a headline with its decks has fewer
constexpr int kSizes = 3;           // of type: a quotation with its author has two
constexpr double kLarger = 1.25;    // of a size: the next one
constexpr double kDisplay = 1.35;   // text heights: type larger than text
constexpr double kMostly = 0.55;    // of the rows' heights: display
constexpr double kTitle = 5;        // text heights: a newspaper's title
constexpr std::size_t kRunning = 3; // lines of running text

bool is_text(const Block& block) {
    return !block.lines.empty() && block.kind != BlockKind::code;
}

Box print_of(const std::vector<Block>& blocks) {
    Box print;
    for (const Block& block : blocks)
        if (is_text(block)) print = united(print, block.box);
    return print;
}

/// How many of the rows of pixels from .. to the boxes cover.
int covered(std::vector<Box> pieces, int from, int to) {
    std::sort(pieces.begin(), pieces.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    int sum = 0;
    for (const Box& piece : pieces) {
        const int begin = std::max(from, piece.top), end = std::min(to, piece.bottom);
        sum += std::max(0, end - begin);
        from = std::max(from, end);
    }
    return sum;
}

/// Upright rules, in pieces or longer than the side, from the upper level rule to the lower one?
bool is_closed(const std::vector<Box>& upright, int x, int top, int bottom, double text_height) {
    std::vector<Box> side;
    for (const Box& rule : upright)
        if (rule.left - kMeets * text_height < x && rule.right + kMeets * text_height > x) side.push_back(rule);
    return covered(side, top, bottom) > kClosed * (bottom - top);
}

/// What is closed on all sides: boxes, and parts of a column between cross
/// rules where rules part the columns too; the outer side of an outer column needs no rule.
std::vector<Box> frames_of(const std::vector<Block>& blocks, double text_height) {
    std::vector<Box> level, upright, frames;
    for (const Block& block : blocks)
        if (block.kind == BlockKind::rule)
            (block.box.width() > block.box.height() ? level : upright).push_back(block.box);
    const Box print = print_of(blocks);
    std::sort(level.begin(), level.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    const auto meets = [&](int a, int b) { return std::abs(a - b) < kMeets * text_height; };
    for (auto head = level.begin(); head != level.end(); ++head) {
        auto upper = head;
        for (auto lower = upper + 1; lower != level.end(); ++lower) {
            if (!meets(upper->left, lower->left) || !meets(upper->right, lower->right)) continue;
            if (lower->top - upper->bottom < kLow * text_height) {
                if (overlap_x(*upper, *lower) > 0) upper = lower; // a double rule
                continue;
            }
            const bool left = is_closed(upright, upper->left, upper->bottom, lower->top, text_height);
            const bool right = is_closed(upright, upper->right, upper->bottom, lower->top, text_height);
            const double beyond = kMeets * text_height;
            if ((left && right) || (right && upper->left < print.left + beyond) ||
                (left && upper->right > print.right - beyond))
                frames.push_back({std::min(upper->left, lower->left), upper->bottom,
                                  std::max(upper->right, lower->right), lower->top});
            break;
        }
    }
    return frames;
}

using Parts = std::vector<std::vector<const Block*>>;

struct Row {
    Box box;
    int type = 0; ///< pixels: of its largest letters
};

std::vector<Row> rows_of(const std::vector<const Block*>& blocks) {
    std::vector<Row> lines, rows;
    for (const Block* block : blocks)
        for (const Line& line : block->lines)
            lines.push_back({line.box, line.text_height});
    std::sort(lines.begin(), lines.end(),
              [](const Row& a, const Row& b) { return a.box.center().y < b.box.center().y; });
    for (const Row& line : lines) {
        if (rows.empty() ||
            overlap_y(rows.back().box, line.box) * 2 < std::min(rows.back().box.height(), line.box.height()))
            rows.emplace_back();
        rows.back() = {united(rows.back().box, line.box), std::max(rows.back().type, line.type)};
    }
    return rows;
}

int sizes_of(std::vector<int> types) {
    std::sort(types.begin(), types.end());
    int sizes = 0;
    double least = 0;
    for (const int type : types)
        if (type > least) ++sizes, least = kLarger * type;
    return sizes;
}

/// What white parts from head to foot, from the left, if each has some lines; each part from its head.
Parts parts_of(std::vector<const Block*> blocks) {
    constexpr std::size_t few = 3;
    const auto by_left = [](const Block* a, const Block* b) { return a->box.left < b->box.left; };
    std::sort(blocks.begin(), blocks.end(), by_left);
    Parts parts;
    int right = 0;
    for (const Block* block : blocks) {
        if (parts.empty() || block->box.left > right) parts.emplace_back();
        parts.back().push_back(block);
        right = std::max(right, block->box.right);
    }
    const auto is_small = [](const std::vector<const Block*>& part) {
        std::size_t lines = 0;
        for (const Block* block : part)
            lines += block->lines.size();
        return lines < few;
    };
    if (std::any_of(parts.begin(), parts.end(), is_small)) parts = {blocks};
    for (std::vector<const Block*>& part : parts)
        sort_rows(part, [](const Block* block) { return block->box; });
    return parts;
}

/// Does display type come again under smaller type? Under a headline type only grows smaller: its decks, a byline.
bool rises_again(const std::vector<Row>& rows, double text_height) {
    auto row = std::max_element(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.type < b.type; });
    for (int least = row->type; row != rows.end(); ++row) {
        least = std::min(least, row->type);
        if (row->type > std::max(kLarger * least, kDisplay * text_height)) return true;
    }
    return false;
}

/// Short lines in the middle, or display type, of three sizes and more, from head to foot: running text, if any, is
/// little, and is not what a part ends with.
bool is_display(const Parts& parts, double text_height) {
    constexpr double off_centre = 0.7, inwards = 1.5; // text heights
    std::vector<int> types;
    double display = 0, sum = 0;
    bool rises = false;
    for (const std::vector<const Block*>& part : parts) {
        Box all;
        for (const Block* block : part)
            all = united(all, block->box);
        const std::vector<Row> rows = rows_of(part);
        rises = rises || rises_again(rows, text_height);
        bool stands_out = false;
        for (const Row& row : rows) {
            const bool centred = std::abs(row.box.center().x - all.center().x) < off_centre * text_height &&
                                 row.box.left > all.left + inwards * text_height;
            stands_out = centred || row.type > kDisplay * text_height;
            if (stands_out) display += row.type;
            sum += row.type;
            types.push_back(row.type);
        }
        if (!stands_out) return false;
    }
    return rises && sizes_of(types) >= kSizes && display > kMostly * sum;
}

bool is_running(const Block& block) {
    return block.kind == BlockKind::paragraph && block.lines.size() >= kRunning;
}

/// The blocks of text that stand in the frame; none where it is no frame of text alone: a table, or a rule through
/// text.
std::vector<const Block*> text_in(const Box& frame, const std::vector<Block>& blocks, double text_height) {
    const int off = static_cast<int>(text_height / 2);
    std::vector<const Block*> within;
    for (const Block& block : blocks) {
        if (!is_text(block) || intersected(block.box, frame).empty()) continue;
        if (contains(grown(frame, off, off), block.box)) {
            if (block.kind == BlockKind::table || block.kind == BlockKind::advertisement) return {};
            within.push_back(&block);
        } else if (intersected(block.box, frame).area() * 4 > std::min(block.box.area(), frame.area())) {
            return {};
        }
    }
    return within;
}

/// Is the frame beside a newspaper's title, or in its place: no running text stands as high?
bool is_at_title(const Box& frame, const std::vector<Block>& blocks, double text_height) {
    const auto runs_over = [&](int y) {
        return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
            return is_running(block) && !contains(frame, block.box) && block.box.top < y;
        });
    };
    const bool title = std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
        const bool large = std::any_of(block.lines.begin(), block.lines.end(),
                                       [&](const Line& line) { return line.text_height > kTitle * text_height; });
        return large && overlap_y(block.box, frame) > 0 && !contains(frame, block.box) && !runs_over(block.box.top);
    });
    return title || (frame.width() * 2 > print_of(blocks).width() && !runs_over(frame.top));
}

} // namespace

void take_advertisements(std::vector<Block>& blocks, double text_height) {
    std::size_t all = 0;
    for (const Block& block : blocks)
        all += block.lines.size();
    for (const Box& frame : frames_of(blocks, text_height)) {
        Block whole;
        whole.kind = BlockKind::advertisement;
        whole.box = frame;
        const Parts parts = parts_of(text_in(frame, blocks, text_height));
        std::set<const Block*> within;
        for (const std::vector<const Block*>& part : parts)
            for (const Block* block : part) {
                within.insert(block);
                whole.lines.insert(whole.lines.end(), block->lines.begin(), block->lines.end());
            }
        if (whole.lines.size() < kLines || whole.lines.size() * 2 > all || !is_display(parts, text_height) ||
            is_at_title(frame, blocks, text_height))
            continue;
        std::erase_if(blocks, [&](const Block& block) { return within.contains(&block); });
        blocks.push_back(whole);
    }
}

} // namespace broadsheet
