// SPDX-License-Identifier: Apache-2.0
#include "repair/paragraphs.h"

#include "repair/breaks.h"
#include "repair/series.h"

#include <algorithm>

namespace broadsheet::mend {
namespace {

bool is_split(BlockKind kind) {
    return kind == BlockKind::paragraph || kind == BlockKind::list || kind == BlockKind::advertisement;
}

bool is_line_by_line(BlockKind kind) {
    return kind == BlockKind::table || kind == BlockKind::masthead;
}

/// Two cells of a table's row.
bool in_one_row(BlockKind kind, const SetLine& before, const SetLine& line) {
    return kind == BlockKind::table && overlap_x(before.box, line.box) <= 0 &&
           overlap_y(before.box, line.box) * 2 > std::min(before.box.height(), line.box.height());
}

/// In an advertisement each size of type says something of its own.
bool changes_type(const Page& page, const SetLine& before, const SetLine& line) {
    constexpr double larger = 1.25;
    const auto [least, most] = std::minmax(line_at(page, before.ref).text_height, line_at(page, line.ref).text_height);
    return most > larger * least;
}

/// One block's lines, parted into paragraphs.
std::vector<Paragraph> parted(const Page& page, BlockKind kind, const Setting& setting, const Style& style) {
    std::vector<Paragraph> paragraphs;
    bool was_break = false;
    for (std::size_t i = 0; i < setting.lines.size(); ++i) {
        bool starts = i == 0 || (is_line_by_line(kind) && !in_one_row(kind, setting.lines[i - 1], setting.lines[i]));
        if (!starts && is_split(kind)) starts = starts_paragraph(page, setting, i, style, was_break);
        if (!starts && kind == BlockKind::advertisement)
            starts = changes_type(page, setting.lines[i - 1], setting.lines[i]);
        if (starts) paragraphs.push_back({.kind = kind, .text = {}, .lines = {}, .joins = {}});
        paragraphs.back().lines.push_back(setting.lines[i].ref);
        was_break = starts && i > 0;
    }
    const bool single = kind == BlockKind::paragraph && !paragraphs.empty() && paragraphs.back().lines.size() == 1;
    if (single && is_byline(page, setting.lines.back())) paragraphs.back().kind = BlockKind::byline;
    return paragraphs;
}

/// The paragraph that may run on, and where its last line stands.
struct Open {
    std::size_t paragraph = 0;
    int block = -1; ///< -1: none
    bool floats_between = false;
};

/// Does the open paragraph go on behind the block at this place of the order, and maybe others under it, which are
/// notes?
bool is_note(const Page& page, const std::vector<Setting>& settings, const std::vector<BlockKind>& kinds, int open,
             std::size_t place) {
    constexpr int most = 3; // blocks
    const auto setting = [&](std::size_t i) -> const Setting& {
        return settings[static_cast<std::size_t>(page.order[i])];
    };
    const Box& note = page.blocks[static_cast<std::size_t>(page.order[place])].box;
    int under = 0;
    std::size_t foot = place; // the lowest block of its column
    for (std::size_t next = place + 1; next < page.order.size() && under <= most; ++next) {
        const auto at = static_cast<std::size_t>(page.order[next]);
        if (is_float(kinds[at]) || settings[at].lines.empty()) continue;
        if (kinds[at] != BlockKind::paragraph) return false;
        if (overlap_x(page.blocks[at].box, note) <= 0)
            return !share_a_word(page, setting(foot), setting(next)) &&
                   !stops_within_sentence(page, setting(foot), setting(next)) &&
                   is_note_between(page, settings[static_cast<std::size_t>(open)], setting(place), setting(next));
        foot = next;
        ++under;
    }
    return false;
}

/// What looks like a heading but shares a word with the running text before or after it is part of that text.
struct Kinds {
    std::vector<BlockKind> kinds;
    std::vector<bool> goes_on; ///< the block's first word began in the block before
};
Kinds kinds_by_text(const Page& page, const std::vector<Setting>& settings) {
    Kinds found{{}, std::vector<bool>(page.blocks.size())};
    for (const Block& block : page.blocks)
        found.kinds.push_back(block.kind);
    int before = -1;
    for (const int index : page.order) {
        const auto at = static_cast<std::size_t>(index);
        if (is_float(found.kinds[at]) || settings[at].lines.empty()) continue;
        const auto last = static_cast<std::size_t>(before);
        const auto is_text = [&](std::size_t i) {
            return found.kinds[i] == BlockKind::paragraph || found.kinds[i] == BlockKind::heading;
        };
        if (before >= 0 && is_text(last) && is_text(at) && found.kinds[last] != found.kinds[at] &&
            share_a_word(page, settings[last], settings[at])) {
            found.goes_on[at] = found.kinds[at] == BlockKind::heading;
            found.kinds[last] = found.kinds[at] = BlockKind::paragraph;
        }
        before = index;
    }
    return found;
}

} // namespace

bool is_float(BlockKind kind) {
    switch (kind) {
    case BlockKind::caption:
    case BlockKind::picture:
    case BlockKind::rule:
    case BlockKind::code:
    case BlockKind::noise:
    case BlockKind::running_head:
    case BlockKind::running_foot:
    case BlockKind::page_number:
        return true;
    default:
        return false;
    }
}

std::vector<Article> find_paragraphs(const Page& page) {
    std::vector<Setting> settings;
    for (int i = 0; i < static_cast<int>(page.blocks.size()); ++i)
        settings.push_back(setting_of(page, i));
    mark_series(page, settings);
    const Style style = style_of(page, settings);
    const Kinds kinds = kinds_by_text(page, settings);

    std::vector<Article> articles;
    int article = -2; // no article has this number
    Open open, note;
    for (std::size_t place = 0; place < page.order.size(); ++place) {
        const int index = page.order[place];
        const auto at = static_cast<std::size_t>(index);
        const Block& block = page.blocks[at];
        const BlockKind kind = kinds.kinds[at];
        const bool floats = is_float(kind);
        if (kinds.goes_on[at]) article = block.article;
        if (articles.empty() || (block.article != article && !(floats && block.article < 0))) {
            if (articles.empty() || !articles.back().paragraphs.empty()) articles.emplace_back();
            article = block.article;
            open = note = {};
        }
        std::vector<Paragraph>& out = articles.back().paragraphs;
        if (floats)
            open.floats_between = true;
        else if (kind != BlockKind::paragraph)
            open = note = {};
        std::vector<Paragraph> paragraphs = parted(page, kind, settings[at], style);
        if (paragraphs.empty()) continue;
        /// The first to the open paragraph, where that runs on in it. Which paragraph the block ends with.
        const auto add_to = [&](const Open& to) {
            auto first = paragraphs.begin();
            if (to.block >= 0 && kind == BlockKind::paragraph && first->kind == BlockKind::paragraph &&
                runs_on(page, settings[static_cast<std::size_t>(to.block)], settings[at], style, to.floats_between)) {
                std::vector<LineRef>& lines = out[to.paragraph].lines;
                lines.insert(lines.end(), first->lines.begin(), first->lines.end());
                ++first;
            }
            const bool ended_here = first == paragraphs.end();
            out.insert(out.end(), first, paragraphs.end());
            return ended_here ? to.paragraph : out.size() - 1;
        };
        const bool under_note = note.block >= 0 && kind == BlockKind::paragraph &&
                                overlap_x(block.box, page.blocks[static_cast<std::size_t>(note.block)].box) > 0;
        if (under_note || (open.block >= 0 && kind == BlockKind::paragraph &&
                           is_note(page, settings, kinds.kinds, open.block, place))) {
            open.floats_between = true;
            note = {add_to(under_note ? note : Open()), index, false};
            continue;
        }
        note = {};
        const std::size_t last = add_to(open);
        if (kind == BlockKind::paragraph) open = {last, out[last].kind == BlockKind::paragraph ? index : -1, false};
    }
    if (!articles.empty() && articles.back().paragraphs.empty()) articles.pop_back();
    return articles;
}

} // namespace broadsheet::mend
