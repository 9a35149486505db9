// SPDX-License-Identifier: Apache-2.0
#include "order/order.h"

#include "order/cuts.h"
#include "order/floats.h"
#include "order/headings.h"
#include "order/hypotheses.h"
#include "order/items.h"
#include "order/level_headings.h"
#include "order/outer_sheet.h"
#include "order/rows.h"
#include "order/stories.h"
#include "text/direction.h"

#include <cmath>
#include <iterator>

namespace broadsheet {

namespace {

constexpr double kNear = 3.5;      // text heights of white between a headline and its byline or second headline
constexpr double kDeck = 0.8;      // of the headline's type: that of a second one under it
constexpr double kMasthead = 5;    // text heights: a newspaper's title
constexpr double kCrosshead = 0.6; // of the headline's type: that of a crosshead at most

/// Recursive cutting with evidence. Level rules over the whole width part first; then white from top to bottom parts
/// columns; where a heading spans them, bands are taken one after another, each as large as its columns stay.
class Orderer {
public:
    Orderer(Page& page, Grid grid) : page_(page), grid_(std::move(grid)) {}

    void run(std::vector<Item> items) {
        spans.resize(page_.blocks.size());
        const Box all = extent(items);
        order(std::move(items), all);
    }

    std::vector<int> sequence;
    std::vector<char> starts; ///< parallel to sequence: a rule or the page's start parts it from what came before
    std::vector<Box> spans;   ///< of each block: the column (or page) that it was found to stand in
    Insets insets;

private:
    using Parts = std::vector<std::vector<Item>>;

    void order(std::vector<Item> items, const Box& span, bool under_headline = false) {
        if (items.size() == 1) return emit(items[0], span);
        if (items.empty()) return;
        widen_headings(items, grid_);
        const Parts bands = bands_of(items, grid_);
        const Parts columns = columns_of(items, grid_);
        Parts parts = ruled_parts(items, bands, columns);
        if (parts.size() == 1 && columns.size() > 1) parts = rows_of_stories(bands, columns, grid_, under_headline);
        const bool ruled = parts.size() > 1;
        if (!ruled && columns.size() > 1 && side_by_side(bands, grid_) && !is_row(columns)) {
            const Parts wide = joined_by_rules(columns, grid_);
            if (wide.size() == 1 && order_round_corner(items, span)) return;
            return order_columns(wide.size() > 1 ? wide : columns);
        }
        if (!ruled && columns.size() == 1 && order_round_insets(items, span)) return;
        if (!ruled) parts = grouped(bands);
        if (parts.size() == 1) return order_tangle(items, span);
        for (size_t i = 0; i < parts.size(); ++i) {
            if (ruled && i > 0) apart_ = true;
            const bool goes_on = !ruled && i > 0 && order_story(united_bands(parts, 0, i), parts[i], span);
            order(parts[i], span, goes_on);
        }
    }

    /// Where a heading over several columns, or a line or two under it, ends the part above, its story comes first, out
    /// of all its columns. Else: is it a headline, and the items under it?
    bool order_story(const std::vector<Item>& above, std::vector<Item>& items, const Box& span) {
        Item last = lowest(above);
        const Item* headline = heading_over(last, above);
        if (!last.heading && headline) last.scope = united(last.scope, headline->scope);
        const bool head = last.heading || last.box.height() < 4 * grid_.text_height;
        if (!head || is_masthead(last) || columns_of(items, grid_).size() < 2) return false;
        std::vector<Item> rest = items;
        const std::vector<Item> story = story_under(rest, last, grid_);
        if (story.empty() || rest.empty()) return last.heading;
        // A byline or a second headline in smaller type is a story's; a title alone may head a section.
        const bool is_story = headline && (!last.heading || last.text_height < kDeck * headline->text_height);
        const Feet feet = feet_of(last, story, rest);
        if (feet.full * 2 < feet.cut && !is_story) return last.heading;
        if (feet.full == 0 && headline && ends_at_crossheads(rest, last, *headline)) return false;
        order(story, span);
        items = rest;
        return false;
    }

    /// The newspaper's title: what stands under it is no story. The first in about such type, as headlines may be as
    /// large.
    bool is_masthead(const Item& item) const {
        constexpr double about = 0.8;
        const double least = kMasthead * grid_.text_height;
        return item.text_height > least &&
               std::none_of(page_.blocks.begin(), page_.blocks.end(), [&](const Block& other) {
                   return heads(other.kind) && other.box.bottom <= item.box.top && type_of(other) > about * least;
               });
    }

    /// The lowest heading near over the item; nullptr: none.
    const Item* heading_over(const Item& item, const std::vector<Item>& above) const {
        const Item* over = nullptr;
        for (const Item& other : above)
            if (other.heading && other.box.bottom <= item.box.center().y &&
                item.box.top - other.box.bottom < kNear * grid_.text_height && overlap_x(other.scope, item.box) > 0 &&
                (!over || other.box.bottom > over->box.bottom))
                over = &other;
        return over;
    }

    /// The columns of a story that others cut short, and those of them whose last line is full.
    struct Feet {
        int cut = 0, full = 0;
    };

    /// Does the story run on from column to column? Where another story cuts one of its columns short, its last line
    /// there is full, for it goes on at the next column's head; the last line of a story that ends there is short.
    /// A short line tells nothing where the headline itself reaches over the next column, and that begins with a
    /// crosshead, or the line at the foot of the column, from which it might go on as well, is short too.
    Feet feet_of(const Item& headline, const std::vector<Item>& story, const std::vector<Item>& rest) const {
        if (extent(story).left > extent(rest).left + 2 * grid_.text_height) return {1, 0}; // it begins at the left
        const Parts columns = columns_of(story, grid_);
        Feet feet;
        for (size_t i = 0; i + 1 < columns.size(); ++i) {
            const Box column = extent(columns[i]), next = extent(columns[i + 1]);
            std::vector<Item> below;
            std::copy_if(rest.begin(), rest.end(), std::back_inserter(below), [&](const Item& item) {
                return overlap_x(item.box, column) > 0 && item.box.top > column.center().y;
            });
            if (below.empty()) continue;
            const bool ends_full = is_foot_full(columns[i], column);
            const bool reaches = overlap_x(headline.box, next) * 10 > 3 * next.width();
            if (!ends_full && reaches && (begins_with_heading(columns[i + 1]) || !is_foot_full(below, column)))
                continue;
            ++feet.cut;
            feet.full += ends_full;
        }
        return feet;
    }

    /// Is what cuts it short in much smaller type, all of it?
    bool ends_at_crossheads(const std::vector<Item>& rest, const Item& over, const Item& headline) const {
        int largest = 0;
        for (const Item& item : rest)
            if (item.heading && overlap_x(item.box, over.scope) > 0) largest = std::max(largest, item.text_height);
        return largest > kHeadline * grid_.text_height && largest <= kCrosshead * headline.text_height;
    }

    /// Or with a short line, which behind a short line is no paragraph's end.
    bool begins_with_heading(const std::vector<Item>& column) const {
        const Item& top = topmost(column);
        const std::vector<Line>& lines = page_.blocks[top.block].lines;
        return top.heading || (!lines.empty() && lines.front().box.width() * 2 < extent(column).width());
    }

    /// Does its last line fill the column?
    bool is_foot_full(const std::vector<Item>& items, const Box& column) const {
        const Item& foot = lowest(items);
        const Block& block = page_.blocks[foot.block];
        const Box last = block.lines.empty() ? block.box : block.lines.back().box;
        return !foot.heading && column.right - last.right < std::max(2.5 * grid_.text_height, 0.12 * column.width());
    }

    void emit(const Item& item, const Box& span) {
        spans[item.block] = span;
        sequence.push_back(item.block);
        starts.push_back(apart_ || sequence.size() == 1);
        apart_ = false;
    }

    void order_columns(const Parts& columns) {
        const size_t first = starts_with_sidebar(columns, grid_) ? 1 : 0;
        for (size_t k = 0; k < columns.size(); ++k) {
            const size_t i = (k + first) % columns.size();
            for (const Item& item : columns[i])
                page_.blocks[item.block].column = static_cast<int>(i);
            order(columns[i], extent(columns[i]));
        }
    }

    /// Beside the items of the first column stand single lines, each level with a single line of it: what is flush
    /// right in a row of its own (a letter's date, a signature's place), read with that row.
    bool is_row(const Parts& columns) const {
        const auto single = [&](const Item& item) { return page_.blocks[item.block].lines.size() == 1; };
        if (columns.front().size() < 2) return false;
        for (size_t i = 1; i < columns.size(); ++i)
            for (const Item& item : columns[i])
                if (!single(item) ||
                    std::none_of(columns.front().begin(), columns.front().end(), [&](const Item& other) {
                        return single(other) && overlap_y(other.box, item.box) * 2 > item.box.height();
                    }))
                    return false;
        return true;
    }

    /// Is the rule between the two the frame of a picture set into text that goes on? The last line over it is full,
    /// the first under it in the same type and not indented. Under an advertisement in a single column a story goes on
    /// with all that is in its type: another one would have a head.
    bool goes_on_round_picture(const std::vector<Item>& above, const std::vector<Item>& below) const {
        constexpr double kFrame = 1.5, kIndent = 0.7, kSameType = 1.15; // text heights; of the larger type
        const Box over = extent(above);
        const Item& next = topmost(below);
        const Block& under = page_.blocks[next.block];
        const auto frames = [&](const Box& rule, const Box& picture) {
            const int off =
                std::min(std::abs(picture.top - rule.center().y), std::abs(picture.bottom - rule.center().y));
            return off < kFrame * grid_.text_height && overlap_x(rule, picture) * 10 > 9 * picture.width();
        };
        const bool framed = std::any_of(grid_.pictures.begin(), grid_.pictures.end(), [&](const Box& picture) {
            return picture.center().y > over.bottom && picture.center().y < under.box.top &&
                   overlap_x(picture, over) > 0 &&
                   std::any_of(grid_.level.begin(), grid_.level.end(),
                               [&](const Box& rule) { return frames(rule, picture); });
        });
        const double larger = std::max(next.text_height, above.back().text_height);
        const bool same_type = larger < kSameType * std::min(next.text_height, above.back().text_height);
        if (!framed || next.heading || under.lines.empty() || !same_type) return false;
        const bool advertisement = std::any_of(page_.blocks.begin(), page_.blocks.end(), [&](const Block& block) {
            return block.kind == BlockKind::advertisement && block.box.center().y > over.bottom &&
                   block.box.center().y < under.box.top && overlap_x(block.box, over) > 0;
        });
        if (advertisement && columns_of(together(above, below), grid_).size() == 1) return true;
        return is_foot_full(above, over) && under.lines.front().box.left - under.box.left < kIndent * grid_.text_height;
    }

    /// The bands joined, but for those that a rule over the whole width parts.
    Parts ruled_parts(const std::vector<Item>& items, const Parts& bands, const Parts& columns) const {
        Parts parts;
        for (size_t i = 0; i < bands.size(); ++i) {
            const bool cut =
                i > 0 && ruled_off(united_bands(bands, 0, i), united_bands(bands, i, bands.size()), grid_) &&
                !rule_crosses(columns, extent(bands[i]).top, grid_) && !goes_on_round_picture(bands[i - 1], bands[i]);
            if (cut || parts.empty()) parts.emplace_back();
            parts.back().insert(parts.back().end(), bands[i].begin(), bands[i].end());
        }
        if (parts.size() > 1) return parts;
        const Parts two = parted_by_rule(items, columns, grid_);
        return two.size() > 1 && goes_on_round_picture(two[0], two[1]) ? parts : two;
    }

    static std::vector<Item> together(std::vector<Item> items, const std::vector<Item>& more) {
        items.insert(items.end(), more.begin(), more.end());
        return items;
    }

    static std::vector<Item> united_bands(const Parts& bands, size_t from, size_t to) {
        std::vector<Item> out;
        for (size_t i = from; i < to; ++i)
            out.insert(out.end(), bands[i].begin(), bands[i].end());
        return out;
    }

    /// A line alone over all the columns under it, a byline: it reaches over the white between some, or is centred.
    bool stands_over(const std::vector<Item>& line, const std::vector<Item>& band, const Parts& columns) const {
        if (line.size() != 1 || page_.blocks[line.front().block].lines.size() != 1) return false;
        const int off = line.front().box.center().x - extent(band).center().x;
        return columns.size() < columns_of(band, grid_).size() || std::abs(off) < 1.5 * grid_.text_height;
    }

    /// Does what stands over the band reach over the white between its columns, as those show that go on in the next?
    bool reaches_over(const std::vector<Item>& above, const std::vector<Item>& band,
                      const std::vector<Item>& next) const {
        if (columns_of(above, grid_).size() > 1) return false;
        const std::vector<Item> both = together(band, next);
        return columns_of(both, grid_).size() > 1 && columns_of(together(above, both), grid_).size() == 1;
    }

    /// Bands joined as long as the columns they have together go on.
    Parts grouped(const Parts& bands) const {
        Parts parts;
        for (size_t i = 0; i < bands.size(); ++i) {
            const std::vector<Item>& band = bands[i];
            if (!parts.empty() &&
                (!ruled_off(parts.back(), band, grid_) || goes_on_round_picture(parts.back(), band))) {
                const std::vector<Item> both = together(parts.back(), band);
                const Parts columns = columns_of(both, grid_);
                if (columns.size() > 1 && side_by_side({parts.back(), band}, grid_) && !is_row(columns) &&
                    !stands_over(parts.back(), band, columns) &&
                    !(i + 1 < bands.size() && reaches_over(parts.back(), band, bands[i + 1]))) {
                    parts.back() = both;
                    continue;
                }
            }
            parts.push_back(band);
        }
        return parts;
    }

    /// No white parts columns: without what is set into the text some may. False: there is nothing of the kind.
    bool order_round_insets(const std::vector<Item>& items, const Box& span) {
        std::vector<Item> rest = items;
        const SetInto into = take_insets(rest, grid_);
        if (into.decks.empty() && into.quotes.empty()) return false;
        if (!into.decks.empty()) { // headlines come first; they may head other text as well
            const int head = topmost(into.decks).box.top;
            const auto text = std::stable_partition(rest.begin(), rest.end(),
                                                    [&](const Item& item) { return item.box.center().y < head; });
            std::vector<Item> over(rest.begin(), text);
            if (std::any_of(over.begin(), over.end(), [](const Item& item) { return !item.heading; })) return false;
            rest.erase(rest.begin(), text);
            order(std::move(over), span);
            order(into.decks, span);
        }
        order(std::move(rest), span);
        for (const Item& quote : into.quotes) // in the sequence it would begin an article
            insets.push_back({quote.block, static_cast<int>(sequence.size()) - 1});
        return true;
    }

    /// Level rules cross all white between the columns. What one sets off in the corner comes last, the rest goes by
    /// the partial order. False: there is no such corner.
    bool order_round_corner(const std::vector<Item>& items, const Box& span) {
        const Parts parts = parted_corner(items, grid_);
        if (parts.size() == 1) return false;
        order_tangle(parts[0], span);
        apart_ = true;
        order(parts[1], span);
        return true;
    }

    /// No straight cut goes through.
    void order_tangle(const std::vector<Item>& items, const Box& span) {
        for (const size_t i : partial_order(items))
            emit(items[i], span);
    }

    Page& page_;
    Grid grid_;
    bool apart_ = false;
};

/// A heading at a column's foot, close over a headline in much larger type that reaches over more columns, is read with
/// that, as its kicker.
void give_kickers(const Page& page, std::vector<int>& sequence, std::vector<char>& starts) {
    constexpr double larger = 1.5, near = 2.5; // of its type; text heights
    const auto block = [&](size_t i) -> const Block& { return page.blocks[sequence[i]]; };
    for (size_t k = 1; k + 1 < sequence.size(); ++k) {
        const Block &kicker = block(k), &text = block(k - 1);
        const bool at_foot = !heads(text.kind) && text.lines.size() > 1 && overlap_x(text.box, kicker.box) > 0 &&
                             text.box.bottom < kicker.box.center().y;
        if (!heads(kicker.kind) || !at_foot) continue;
        const auto under = [&](const Block& other) { return other.box.top - kicker.box.bottom; };
        const auto is_headline = [&](const Block& other) {
            return heads(other.kind) && type_of(other) > larger * type_of(kicker) && under(other) > 0 &&
                   under(other) < near * page.text_height && other.box.left < kicker.box.left + page.text_height &&
                   other.box.right > kicker.box.right;
        };
        size_t to = k + 1;
        while (to < sequence.size() && !is_headline(block(to)))
            ++to;
        if (to == sequence.size() || to == k + 1) continue;
        const Block& headline = block(to);
        const bool alone = std::none_of(page.blocks.begin(), page.blocks.end(), [&](const Block& other) {
            const int over = kicker.box.top - other.box.bottom;
            return &other != &kicker && &other != &headline && !other.lines.empty() &&
                   overlap_x(other.box, kicker.box) > 0 && other.box.bottom > kicker.box.top - under(headline) &&
                   other.box.top < headline.box.top && over < under(headline);
        });
        if (!alone) continue;
        if (starts[k]) starts[k + 1] = 1;
        starts[k] = starts[to];
        starts[to] = 0;
        const auto move_before_headline = [&](auto& of_blocks) {
            const auto from = of_blocks.begin() + static_cast<long>(k);
            std::rotate(from, from + 1, of_blocks.begin() + static_cast<long>(to));
        };
        move_before_headline(sequence);
        move_before_headline(starts);
    }
}

/// A heading that follows no heading begins an article, and so does what a rule parts from the rest; a crosshead,
/// little larger than the text and in clearly smaller type than the headline, does not.
void name_articles(Page& page, const std::vector<int>& sequence, const std::vector<char>& starts) {
    constexpr double smaller = 0.8; // than the headline
    int article = -1, headline = 0;
    Box columns; // of the article
    bool after_heading = false;
    for (size_t i = 0; i < sequence.size(); ++i) {
        Block& block = page.blocks[sequence[i]];
        const bool heading = heads(block.kind);
        const int type = heading ? type_of(block) : 0;
        const bool is_crosshead = type <= kHeadline * page.text_height && type < smaller * headline &&
                                  overlap_x(block.box, columns) * 2 > block.box.width();
        if (starts[i] || (heading && !after_heading && !is_crosshead) || article < 0) {
            ++article, headline = 0;
            columns = {};
        }
        block.article = article;
        columns = united(columns, block.box);
        headline = std::max(headline, type);
        after_heading = heading;
    }
}

Page in_rows(Page page) {
    for (Block& block : page.blocks)
        block.column = block.article = -1;
    const std::vector<int> sequence = set_in_rows(page);
    std::vector<Box> boxes;
    for (const Block& block : page.blocks)
        boxes.push_back(block.box);
    name_articles(page, sequence, std::vector<char>(sequence.size(), 0));
    page.order = with_floats(page, sequence, boxes, {});
    page.order_confidence = 1;
    return page;
}

Page in_columns(Page page) {
    for (Block& block : page.blocks)
        block.column = block.article = -1;
    std::vector<Item> items = items_of(page);
    const Grid grid = grid_of(page);
    const std::vector<int> plain = xy_cut(items, grid);
    Orderer orderer(page, grid);
    orderer.run(std::move(items));
    give_kickers(page, orderer.sequence, orderer.starts);
    page.order_confidence = margin(page, orderer.sequence, plain);
    put_level_headings(page, orderer.sequence, orderer.starts, orderer.insets);
    for (const int i : orderer.sequence)
        if (is_across(page.blocks[i])) orderer.spans[i] = page.blocks[i].box;
    name_articles(page, orderer.sequence, orderer.starts);
    page.order = with_floats(page, orderer.sequence, orderer.spans, orderer.insets);
    return page;
}

/// One part of the blocks after another, each as a page of its own.
Page in_parts(Page page, const std::vector<std::vector<int>>& parts) {
    page.order.clear();
    page.order_confidence = 1;
    int articles = 0, columns = 0;
    for (const std::vector<int>& blocks : parts) {
        if (blocks.empty()) continue;
        const Page part = in_columns(part_of(page, blocks));
        const int articles_before = articles, columns_before = columns;
        for (size_t i = 0; i < blocks.size(); ++i) {
            Block& block = page.blocks[blocks[i]];
            block.column = part.blocks[i].column < 0 ? -1 : columns_before + part.blocks[i].column;
            block.article = part.blocks[i].article < 0 ? -1 : articles_before + part.blocks[i].article;
            columns = std::max(columns, block.column + 1);
            articles = std::max(articles, block.article + 1);
        }
        for (const int i : part.order)
            page.order.push_back(blocks[i]);
        page.order_confidence = std::min(page.order_confidence, part.order_confidence);
    }
    return page;
}

} // namespace

Page find_order(Page page, const OrderOptions& options) {
    const bool rows = options.direction == OrderDirection::rows;
    const bool from_right = options.direction == OrderDirection::rtl ||
                            (options.direction != OrderDirection::columns && is_right_to_left(page.language));
    if (options.direction == OrderDirection::automatic && !from_right) {
        const std::vector<std::vector<int>> parts = parts_of_outer_sheet(page);
        if (!parts.empty()) return in_parts(std::move(page), parts);
    }
    if (from_right) page = mirrored(std::move(page));
    page = rows ? in_rows(std::move(page)) : in_columns(std::move(page));
    return from_right ? mirrored(std::move(page)) : page;
}

} // namespace broadsheet
