// SPDX-License-Identifier: Apache-2.0
#include "order/headings.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace broadsheet {

namespace {

constexpr double kUnder = 4; // text heights under a heading within which the columns it heads start: of some a byline

/// How far a heading may widen: to the next thing beside it, or a rule between.
Span free_width(const Item& heading, const std::vector<Item>& items, const Grid& grid) {
    Span free{INT32_MIN, INT32_MAX};
    const auto stop_at = [&](const Box& b) {
        if (!beside(heading.box, b)) return;
        if (b.left >= heading.box.right) free.to = std::min(free.to, b.left);
        if (b.right <= heading.box.left) free.from = std::max(free.from, b.right);
    };
    for (const Item& other : items)
        if (other.block != heading.block) stop_at(other.box);
    for (const Box& picture : grid.pictures)
        stop_at(picture);
    for (const Box& rule : grid.upright)
        stop_at(rule);
    return free;
}

/// Is the heading set over that width: flush left, centred, or as wide? A crosshead centred in one column heads no
/// other that happens to begin there.
bool stands_over(const Box& heading, const Span& width, const Grid& grid) {
    const double slack = kSet * grid.text_height;
    return heading.left - width.from < slack || std::abs(heading.center().x - (width.from + width.to) / 2) < slack ||
           heading.width() * 100 > 85 * (width.to - width.from);
}

/// The last line of a paragraph at a column's head is as wide as the text close under it in the column, or under a
/// crosshead there.
Box column_scope(const Item& item, const std::vector<Item>& items, const Grid& grid) {
    constexpr double line = 1.6, flush = 1, close = 3; // text heights
    Box scope = item.scope;
    if (item.heading || item.box.height() > line * grid.text_height) return scope;
    std::vector<const Item*> column;
    for (const Item& other : items)
        if (std::abs(other.box.left - item.box.left) < flush * grid.text_height) column.push_back(&other);
    std::sort(column.begin(), column.end(), [](auto* a, auto* b) { return a->box.top < b->box.top; });
    int foot = item.box.bottom;
    const auto is_close = [&](int over, int under) { return under - over < close * grid.text_height; };
    const auto is_crosshead = [&](const Item& head) {
        return head.heading && head.text_height <= kHeadline * grid.text_height && head.box.top >= foot &&
               is_close(foot, head.box.top);
    };
    const auto crosshead_between = [&](const Box& text) {
        return std::any_of(items.begin(), items.end(), [&](const Item& head) {
            return is_crosshead(head) && head.box.bottom <= text.top && is_close(head.box.bottom, text.top) &&
                   overlap_x(head.box, text) == head.box.width();
        });
    };
    for (const Item* other : column) {
        if (other->box.top < foot || is_crosshead(*other)) continue;
        if (other->heading || !(is_close(foot, other->box.top) || crosshead_between(other->box))) break;
        scope.right = std::max(scope.right, other->box.right);
        foot = other->box.bottom;
    }
    return scope;
}

/// Does the text begin no lower than what stands under the heading, if anything does? foot: as foot_of tells.
bool starts_level(const Box& text, const Item& heading, int foot, const std::vector<Item>& items, const Grid& grid) {
    constexpr double level = 1; // text heights
    bool alone = true;
    const auto is_as_low = [&](const Box& own) {
        if (overlap_x(own, heading.box) <= 0 || own.top < heading.box.center().y ||
            own.top - foot > kUnder * grid.text_height)
            return false;
        alone = false;
        return own.top >= text.top - level * grid.text_height;
    };
    return std::any_of(items.begin(), items.end(),
                       [&](const Item& item) { return item.block != heading.block && is_as_low(item.box); }) ||
           std::any_of(grid.pictures.begin(), grid.pictures.end(), is_as_low) || alone;
}

/// Does something else head the text, or does its column begin higher? The white over it is not high enough for the
/// heading, as that between two paragraphs of a column beside a crosshead is not, or a heading stands in it, in the
/// same type and a little lower.
bool is_headed_else(const Box& text, const Item& heading, const std::vector<Item>& items, const Grid& grid) {
    constexpr double apart = 0.5; // text heights over and under a heading, in all
    const int room = heading.box.height() + static_cast<int>(apart * grid.text_height);
    const auto fills = [&](const Box& above) {
        return overlap_x(above, text) > 0 && above.center().y < heading.box.center().y &&
               text.top - above.bottom < room;
    };
    const auto heads_it = [&](const Item& other) {
        return other.heading && other.text_height * 10 > 9 * heading.text_height && overlap_x(other.scope, text) > 0 &&
               other.box.center().y > heading.box.center().y && other.box.bottom <= text.top;
    };
    return std::any_of(grid.pictures.begin(), grid.pictures.end(), fills) ||
           std::any_of(items.begin(), items.end(), [&](const Item& item) {
               return item.block != heading.block && (fills(item.box) || heads_it(item));
           });
}

/// Might the heading be set over its column too? That begins about as far below as what stands under the heading.
bool may_be_headed(const Box& text, const Item& heading, int foot, const std::vector<Item>& items, const Grid& grid) {
    constexpr double leaning = 0.5; // text heights from side to side
    int white = INT32_MAX;
    for (const Item& item : items) {
        const int below = item.box.top - heading.box.bottom;
        if (item.block != heading.block && overlap_x(item.box, heading.box) > 0 && below > 0)
            white = std::min(white, below);
    }
    const bool ruled_off = std::any_of(grid.level.begin(), grid.level.end(), [&](const Box& rule) {
        return rule.top > heading.box.center().y && rule.bottom <= text.top + text.height() / 2 &&
               overlap_x(rule, heading.box) <= 0 && overlap_x(rule, text) * 2 > text.width();
    });
    const double slack = leaning * grid.text_height;
    const bool level = white == INT32_MAX || text.top - heading.box.bottom + slack >= white / 2.0;
    return !ruled_off && level && starts_level(text, heading, foot, items, grid) &&
           !is_headed_else(text, heading, items, grid);
}

/// Where what the heading heads starts: under a second headline of one line, a byline, or both, centred between or
/// flush with it, if there are any.
int foot_of(const Item& heading, const std::vector<Item>& items, const Grid& grid) {
    constexpr double line = 2, near = 3; // text heights: second headlines are in type a little larger than the text's
    constexpr int most = 2;
    int foot = heading.box.bottom;
    for (int lines = 0; lines < most; ++lines) {
        const int over = foot;
        for (const Item& item : items) {
            const int below = item.box.top - over;
            const int off = std::min(std::abs(item.box.center().x - heading.box.center().x),
                                     std::abs(item.box.left - heading.box.left));
            if (!item.heading && item.box.height() < line * grid.text_height && below > 0 &&
                below < near * grid.text_height && off < kSet * grid.text_height)
                foot = std::max(foot, item.box.bottom);
        }
    }
    return foot;
}

} // namespace

bool beside(const Box& heading, const Box& other) {
    return overlap_y(heading, other) * 10 > 3 * std::min(heading.height(), other.height());
}

void widen_headings(std::vector<Item>& items, const Grid& grid) {
    const Box all = extent(items);
    // From the lowest up, so that a heading over a subheading takes over its width.
    std::vector<Item*> headings;
    for (Item& item : items) {
        item.scope = item.box;
        if (item.heading) headings.push_back(&item);
    }
    std::stable_sort(headings.begin(), headings.end(), [](auto* a, auto* b) { return a->box.bottom > b->box.bottom; });
    const int under = static_cast<int>(kUnder * grid.text_height);
    for (Item* heading : headings) {
        Span free = free_width(*heading, items, grid);
        const Box own = heading->box;
        const int foot = foot_of(*heading, items, grid);
        Span over{own.left, own.right}, all_under = over; // of the columns under it, and of those beside them too
        const auto is_under = [&](const Box& b) {
            return b.top - own.bottom >= -own.height() / 2 && b.top - foot <= under;
        };
        const auto take = [&](const Box& width) {
            if (width.left < free.from - grid.text_height || width.right > free.to + grid.text_height) return;
            all_under = {std::min(all_under.from, width.left), std::max(all_under.to, width.right)};
            if (overlap_x(width, own) > 0) over = {std::min(over.from, width.left), std::max(over.to, width.right)};
        };
        for (const Item& item : items) // beyond a column of another story stands none of this one
            if (!item.heading && is_under(item.box) && overlap_x(item.box, own) <= 0 &&
                is_headed_else(item.box, *heading, items, grid)) {
                if (item.box.left >= own.right) free.to = std::min(free.to, item.box.left);
                if (item.box.right <= own.left) free.from = std::max(free.from, item.box.right);
            }
        for (const Item& item : items)
            if (item.block != heading->block && is_under(item.box) &&
                (overlap_x(item.box, own) > 0 ||
                 (!item.heading && may_be_headed(item.box, *heading, foot, items, grid))))
                take(column_scope(item, items, grid));
        for (const Box& picture : grid.pictures)
            if (is_under(picture) && overlap_x(picture, all) * 10 > 9 * picture.width() &&
                (overlap_x(picture, own) > 0 || may_be_headed(picture, *heading, foot, items, grid)))
                take(picture);
        const Span scope = stands_over(own, all_under, grid)                   ? all_under
                           : stands_over(own, {over.from, all_under.to}, grid) ? Span{over.from, all_under.to}
                           : stands_over(own, {all_under.from, over.to}, grid) ? Span{all_under.from, over.to}
                                                                               : over;
        heading->scope.left = std::min(own.left, scope.from);
        heading->scope.right = std::max(own.right, scope.to);
    }
}

} // namespace broadsheet
