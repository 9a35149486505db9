// SPDX-License-Identifier: Apache-2.0
#include "order/stories.h"

#include "order/headings.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace broadsheet {

namespace {

/// The width that a heading stands over in whole columns: the ragged line of a second headline ends short of the last
/// one, or is indented.
Span over_whole_columns(const Box& scope, const std::vector<std::vector<Item>>& columns) {
    Span whole{scope.left, scope.right};
    for (const std::vector<Item>& items : columns) {
        const Box column = extent(items);
        if (overlap_x(column, scope) * 2 >= column.width())
            whole = {std::min(whole.from, column.left), std::max(whole.to, column.right)};
        else if (column.left > scope.left && column.left < scope.right)
            whole.to = std::min(whole.to, column.left);
        else if (column.right > scope.left && column.right < scope.right)
            whole.from = std::max(whole.from, column.right);
    }
    return whole;
}

} // namespace

SetInto take_insets(std::vector<Item>& items, const Grid& grid) {
    constexpr double level = 1, under = 2, within = 0.5, beyond = 2, near = 3; // text heights
    constexpr double largest = 4; // of its type: that of a newspaper's title is larger
    const double t = grid.text_height;
    const auto runs_round = [&](const Item& text, const Item& quote) {
        return text.box.top <= quote.box.top + level * t && text.box.bottom >= quote.box.bottom + under * t &&
               overlap_x(text.box, quote.box) > within * t &&
               quote.box.width() - overlap_x(text.box, quote.box) > beyond * t;
    };
    std::vector<Item> texts;
    const auto stands_out = [&](const Item& item) { return item.heading || item.text_height > kHeadline * t; };
    std::copy_if(items.begin(), items.end(), std::back_inserter(texts), std::not_fn(stands_out));
    const std::vector<std::vector<Item>> columns = columns_of(texts, grid);
    /// Beside it and under it stands text of one column.
    const auto stands_in = [&](const Item& quote, const std::vector<Item>& column) {
        std::vector<Item> under_it;
        std::copy_if(column.begin(), column.end(), std::back_inserter(under_it), [&](const Item& text) {
            return overlap_x(text.box, quote.box) > within * t && text.box.top > quote.box.center().y;
        });
        return std::any_of(column.begin(), column.end(), [&](const Item& text) {
            return overlap_x(text.box, quote.box) <= 0 && beside(quote.box, text.box) &&
                   std::any_of(under_it.begin(), under_it.end(),
                               [&](const Item& other) { return overlap_x(other.box, text.box) > 0; });
        });
    };
    const auto is_inset = [&](const Item& item) {
        return stands_out(item) && item.text_height < largest * t &&
               (std::any_of(texts.begin(), texts.end(), [&](const Item& text) { return runs_round(text, item); }) ||
                std::count_if(columns.begin(), columns.end(),
                              [&](const auto& column) { return stands_in(item, column); }) > 1);
    };
    const auto is_over = [&](const Item& text, const Item& quote) {
        return overlap_x(text.box, quote.box) > within * t && text.box.top < quote.box.top - level * t;
    };
    const auto goes_with = [&](const Item& item, const Item& deck) { // as the author's name under it
        const int white = item.box.top - deck.box.bottom;
        return white > -t && white < near * t && overlap_x(item.box, deck.box) * 2 > item.box.width();
    };
    const auto first =
        std::stable_partition(items.begin(), items.end(), [&](const Item& item) { return !is_inset(item); });
    std::vector<Item> set(first, items.end());
    items.erase(first, items.end());
    std::stable_sort(set.begin(), set.end(), [](const Item& a, const Item& b) { return a.box.top < b.box.top; });
    SetInto insets;
    for (const Item& item : set) {
        const bool in_text =
            std::any_of(texts.begin(), texts.end(), [&](const Item& text) { return is_over(text, item); }) &&
            std::none_of(insets.decks.begin(), insets.decks.end(),
                         [&](const Item& deck) { return goes_with(item, deck); });
        (in_text ? insets.quotes : insets.decks).push_back(item);
    }
    return insets;
}

std::vector<Item> story_under(std::vector<Item>& items, const Item& heading, const Grid& grid) {
    const auto has_text_under = [&](const Item& heads) {
        return std::any_of(items.begin(), items.end(), [&](const Item& item) {
            return item.box.top > heads.box.center().y && overlap_x(item.box, heads.scope) > 0;
        });
    };
    const auto is_headline = [&](const Item& item) {
        return item.heading && item.text_height > kHeadline * grid.text_height && has_text_under(item);
    };
    std::vector<Box> starts; // where other stories start: their headlines, with what stands close over them
    for (const Item& item : items) {
        if (!is_headline(item)) continue;
        Box start = item.scope;
        for (const Item& kicker : items)
            if (kicker.heading && overlap_x(kicker.box, item.scope) > 0 && kicker.box.bottom <= item.box.center().y &&
                item.box.top - kicker.box.bottom < 2 * grid.text_height)
                start.top = std::min(start.top, kicker.box.top);
        starts.push_back(start);
    }
    const int beside = static_cast<int>(kSet * grid.text_height);
    const Span over = over_whole_columns(heading.scope, columns_of(items, grid));
    std::vector<Item> story;
    std::erase_if(items, [&](const Item& item) {
        const bool other = std::any_of(starts.begin(), starts.end(), [&](const Box& start) {
            return start.top <= item.box.top && overlap_x(start, item.box) > 0;
        });
        const bool beyond = item.box.left < over.from - beside || item.box.right > over.to + beside;
        const bool mine = !other && !beyond && item.box.right > over.from && item.box.left < over.to;
        if (mine) story.push_back(item);
        return mine;
    });
    return story;
}

std::vector<std::vector<Item>> rows_of_stories(const std::vector<std::vector<Item>>& bands,
                                               const std::vector<std::vector<Item>>& columns, const Grid& grid,
                                               bool under_headline) {
    constexpr double level = 1.5, kicker = 3; // text heights: of the headlines' heads; from a kicker to its headline
    const auto begins_story = [&](const std::vector<Item>& column) {
        const Item& top = topmost(column);
        return top.heading && std::any_of(column.begin(), column.end(), [&](const Item& item) {
                   return item.heading && item.text_height > kHeadline * grid.text_height &&
                          item.box.top - top.box.bottom < kicker * grid.text_height;
               });
    };
    /// A rule under the band above it: under a story of its own column, as none runs over all of them.
    const auto is_ruled = [&](const std::vector<Item>& above, int y) {
        const Box over = extent(above);
        return std::any_of(grid.level.begin(), grid.level.end(), [&](const Box& rule) {
            return rule.center().y > over.center().y && rule.center().y < y &&
                   rule.top > over.bottom - grid.text_height;
        });
    };
    const auto begins_row = [&](size_t i) {
        const int y = extent(bands[i]).top;
        std::ptrdiff_t heads = 0;
        for (const std::vector<Item>& column : columns) {
            std::vector<Item> over, under;
            std::partition_copy(column.begin(), column.end(), std::back_inserter(over), std::back_inserter(under),
                                [&](const Item& item) { return item.box.top < y; });
            if (under.empty()) continue;
            const bool has_kicker = !over.empty() && lowest(over).heading;
            if (has_kicker || !begins_story(under) || topmost(under).box.top - y >= level * grid.text_height)
                return false;
            ++heads;
        }
        return heads > 1 && !rule_crosses(columns, y, grid) && !is_ruled(bands[i - 1], y);
    };
    /// With the columns of the story under the headline over all of these, level with each other, if need be under its
    /// byline: several of them are in one of these.
    const auto goes_on = [&](const std::vector<Item>& column) {
        return std::any_of(column.begin(), column.end(), [&](const Item& first) {
            if (first.heading || first.box.top - topmost(column).box.top > kicker * grid.text_height) return false;
            const auto is_level = [&](const Item& item) {
                return !item.heading && std::abs(item.box.top - first.box.top) < level * grid.text_height;
            };
            std::ptrdiff_t with = 0, most = 0;
            for (const std::vector<Item>& each : columns) {
                const auto count = std::count_if(each.begin(), each.end(), is_level);
                with += count > 0;
                most = std::max(most, count);
            }
            return with > 1 && most > 1;
        });
    };
    const bool stories = std::all_of(columns.begin(), columns.end(), [&](const std::vector<Item>& column) {
        return begins_story(column) || (under_headline && goes_on(column));
    });
    std::vector<std::vector<Item>> parts;
    for (size_t i = 0; i < bands.size(); ++i) {
        if (parts.empty() || (stories && begins_row(i))) parts.emplace_back();
        parts.back().insert(parts.back().end(), bands[i].begin(), bands[i].end());
    }
    return parts;
}

} // namespace broadsheet
