// SPDX-License-Identifier: Apache-2.0
#include "order/cuts.h"

#include "page/median.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace broadsheet {

namespace {

constexpr double kSlack = 0.25;   // text heights by which boxes may reach into the white
constexpr double kLeastCut = 0.2; // text heights of white left between two columns at least

constexpr double kPast = 3; // text heights that an upright rule reaches past a level one which it crosses
/// Parts items where no item's span covers, spans first shortened by the slack at both ends.
template <typename SpanOf>
std::vector<std::vector<Item>> parted(std::vector<Item> items, SpanOf span_of, double text_height) {
    const int slack = static_cast<int>(std::lround(kSlack * text_height));
    const int least = static_cast<int>(std::lround((kLeastCut + 2 * kSlack) * text_height));
    const auto span = [&](const Item& item) {
        Span s = span_of(item);
        if (s.to - s.from > 2 * slack) s = {s.from + slack, s.to - slack};
        return s;
    };
    std::stable_sort(items.begin(), items.end(),
                     [&](const Item& a, const Item& b) { return span(a).from < span(b).from; });
    std::vector<std::vector<Item>> parts;
    int end = 0;
    for (const Item& item : items) {
        const Span s = span(item);
        if (parts.empty() || s.from - end >= least) parts.emplace_back();
        end = parts.back().empty() ? s.to : std::max(end, s.to);
        parts.back().push_back(item);
    }
    return parts;
}

/// Are both in one column, or is either in several? Columns of a curled page shift sideways on their way down, so that
/// what stands far under the one may reach a little over the other.
bool share_column(const Item& a, const Item& b, double text_height) {
    constexpr double bent = 0.008, most = 1; // of the white from the one down to the other; text heights
    const Item &left = a.scope.center().x < b.scope.center().x ? a : b, &right = &left == &a ? b : a;
    const double shift = std::min(bent * std::max(0, -overlap_y(a.box, b.box)), most * text_height);
    return right.scope.left - left.scope.right < kLeastCut * text_height - shift;
}

/// The items in columns that bent white parts, from the left; one: no such white.
std::vector<std::vector<Item>> parted_by_bent_white(const std::vector<Item>& items, double text_height) {
    std::vector<std::vector<Item>> columns;
    for (const Item& item : items) {
        const auto apart = std::stable_partition(columns.begin(), columns.end(), [&](const auto& column) {
            return std::none_of(column.begin(), column.end(),
                                [&](const Item& other) { return share_column(item, other, text_height); });
        });
        std::vector<Item> joined;
        for (auto column = apart; column != columns.end(); ++column)
            joined.insert(joined.end(), column->begin(), column->end());
        joined.push_back(item);
        columns.erase(apart, columns.end());
        columns.push_back(std::move(joined));
    }
    for (std::vector<Item>& column : columns)
        std::stable_sort(column.begin(), column.end(),
                         [](const Item& a, const Item& b) { return a.scope.left < b.scope.left; });
    std::sort(columns.begin(), columns.end(),
              [](const auto& a, const auto& b) { return extent(a).left < extent(b).left; });
    return columns;
}

/// The type size of the middle of the text that is no heading, by area.
int usual_type(const std::vector<Item>& items) {
    std::vector<std::pair<int, long long>> types;
    for (const Item& item : items)
        if (!item.heading) types.emplace_back(item.text_height, item.box.area());
    return weighted_median(types);
}

/// Notes, each of some lines and set apart from the others, and no long text.
bool is_of_notes(const std::vector<Item>& column, const Grid& grid) {
    constexpr std::ptrdiff_t many = 5; // fewer may be the paragraphs of a story
    constexpr double longest = 20;     // text heights
    const auto notes = std::count_if(column.begin(), column.end(), [](const Item& item) { return !item.heading; });
    return notes >= many && std::all_of(column.begin(), column.end(), [&](const Item& item) {
               return item.box.height() < longest * grid.text_height;
           });
}

/// Do the rules together run over nearly the box's whole width?
bool run_over(std::vector<Box> rules, const Box& box) {
    std::sort(rules.begin(), rules.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
    long long covered = 0;
    int end = box.left;
    for (const Box& rule : rules) {
        covered += std::max(0, std::min(rule.right, box.right) - std::max(rule.left, end));
        end = std::max(end, rule.right);
    }
    return covered * 100 >= 85LL * box.width();
}

/// Those of the rules that are one with the rule, broken where upright ones meet it: level with it, or as far off as
/// they lean.
std::vector<Box> pieces_of(const Box& rule, const std::vector<Box>& rules, const Grid& grid) {
    constexpr double level = 0.5, most = 2; // text heights
    std::vector<Box> pieces;
    std::copy_if(rules.begin(), rules.end(), std::back_inserter(pieces), [&](const Box& other) {
        const double off = std::abs(other.center().y - rule.center().y);
        return off <=
               std::min(most * grid.text_height, level * grid.text_height + std::max(rule.height(), other.height()));
    });
    return pieces;
}

/// Does an upright rule within the box go on through a gap between the rules, well past them? Then they are those of
/// the columns at either side of it, level by chance.
bool goes_through(const Box& box, const std::vector<Box>& rules, const Grid& grid) {
    if (rules.empty()) return false;
    const int past = static_cast<int>(kPast * grid.text_height);
    int top = INT32_MAX, bottom = INT32_MIN;
    for (const Box& rule : rules)
        top = std::min(top, rule.top), bottom = std::max(bottom, rule.bottom);
    return std::any_of(grid.upright.begin(), grid.upright.end(), [&](const Box& upright) {
        const int x = upright.center().x;
        return x > box.left && x < box.right && upright.top < top - past && upright.bottom > bottom + past &&
               std::none_of(rules.begin(), rules.end(), [&](const Box& r) { return r.left <= x && r.right >= x; });
    });
}

} // namespace

Box extent(const std::vector<Item>& items) {
    Box box;
    for (const Item& item : items)
        box = united(box, item.box);
    return box;
}

const Item& topmost(const std::vector<Item>& items) {
    return *std::min_element(items.begin(), items.end(),
                             [](const Item& a, const Item& b) { return a.box.top < b.box.top; });
}

const Item& lowest(const std::vector<Item>& items) {
    return *std::max_element(items.begin(), items.end(),
                             [](const Item& a, const Item& b) { return a.box.bottom < b.box.bottom; });
}

std::vector<std::vector<Item>> columns_of(const std::vector<Item>& items, const Grid& grid) {
    const auto columns = parted(
        items,
        [](const Item& i) {
            return Span{i.scope.left, i.scope.right};
        },
        grid.text_height);
    if (columns.size() > 1) return columns;
    const auto bent = parted_by_bent_white(items, grid.text_height);
    return bent.size() > 1 ? bent : columns;
}

std::vector<std::vector<Item>> bands_of(const std::vector<Item>& items, const Grid& grid) {
    return parted(
        items,
        [](const Item& i) {
            return Span{i.box.top, i.box.bottom};
        },
        grid.text_height);
}

bool side_by_side(const std::vector<std::vector<Item>>& bands, const Grid& grid) {
    return std::any_of(bands.begin(), bands.end(), [&](const auto& band) { return columns_of(band, grid).size() > 1; });
}

bool ruled_off(const std::vector<Item>& above, const std::vector<Item>& below, const Grid& grid) {
    const Box a = extent(above), b = extent(below);
    const Box both = united(a, b);
    const int slack = static_cast<int>(0.5 * grid.text_height);
    std::vector<Box> between;
    for (const Box& rule : grid.level)
        if (rule.center().y >= a.bottom - slack && rule.center().y <= b.top + slack) between.push_back(rule);
    return std::any_of(between.begin(), between.end(), [&](const Box& rule) {
        const std::vector<Box> pieces = pieces_of(rule, between, grid);
        return run_over(pieces, both) && !goes_through(both, pieces, grid);
    });
}

bool rule_crosses(const std::vector<std::vector<Item>>& columns, int y, const Grid& grid) {
    const int past = static_cast<int>(kPast * grid.text_height);
    for (size_t i = 0; i + 1 < columns.size(); ++i) {
        const int from = extent(columns[i]).right, to = extent(columns[i + 1]).left;
        for (const Box& rule : grid.upright)
            if (rule.center().x > from - past / 6 && rule.center().x < to + past / 6 && rule.top < y - past &&
                rule.bottom > y + past)
                return true;
    }
    return false;
}

std::vector<std::vector<Item>> joined_by_rules(const std::vector<std::vector<Item>>& columns, const Grid& grid) {
    const int well = static_cast<int>(3 * grid.text_height);
    const auto cuts = [&](const std::vector<Item>& column, int y) {
        const auto over = [&](const Item& item) { return item.box.center().y < y; };
        return std::any_of(column.begin(), column.end(), over) && !std::all_of(column.begin(), column.end(), over);
    };
    std::vector<std::vector<Item>> out;
    for (const auto& column : columns) {
        const bool joins = !out.empty() && std::any_of(grid.level.begin(), grid.level.end(), [&](const Box& rule) {
            const int y = rule.center().y;
            return rule.left < extent(out.back()).right - well && rule.right > extent(column).left + well &&
                   cuts(out.back(), y) && cuts(column, y) && !rule_crosses({out.back(), column}, y, grid);
        });
        if (!joins) out.emplace_back();
        out.back().insert(out.back().end(), column.begin(), column.end());
    }
    return out;
}

std::vector<std::vector<Item>> parted_by_rule(const std::vector<Item>& items,
                                              const std::vector<std::vector<Item>>& columns, const Grid& grid) {
    constexpr double kReach = 1; // text heights
    const Box all = extent(items);
    std::vector<Box> between; // rules among the items
    std::copy_if(grid.level.begin(), grid.level.end(), std::back_inserter(between), [&](const Box& rule) {
        return rule.center().y > all.top && rule.center().y < all.bottom && overlap_x(rule, all) > 0;
    });
    for (const Box& rule : between) {
        const int y = rule.center().y;
        const std::vector<Box> pieces = pieces_of(rule, between, grid);
        if (!run_over(pieces, all) || goes_through(all, pieces, grid) || rule_crosses(columns, y, grid)) continue;
        const auto piece_at = [&](const Box& box) {
            return *std::max_element(pieces.begin(), pieces.end(),
                                     [&](const Box& a, const Box& b) { return overlap_x(a, box) < overlap_x(b, box); });
        };
        const int reach = static_cast<int>(kReach * grid.text_height);
        std::vector<std::vector<Item>> parts(2);
        bool crossed = false;
        for (const Item& item : items) {
            const Box piece = piece_at(item.box);
            crossed = crossed || (item.box.top < piece.top - reach && item.box.bottom > piece.bottom + reach);
            parts[item.box.center().y > piece.center().y].push_back(item);
        }
        if (!crossed && !parts[0].empty() && !parts[1].empty()) return parts;
    }
    return {items};
}

std::vector<std::vector<Item>> parted_corner(const std::vector<Item>& items, const Grid& grid) {
    constexpr double lean = 1; // text heights
    const int reach = static_cast<int>(lean * grid.text_height);
    const int end = extent(items).right - reach;
    for (const Box& rule : grid.level) {
        const int y = rule.center().y;
        std::vector<Item> rest, corner;
        for (const Item& item : items)
            (item.box.center().y > y && item.box.center().x > rule.left ? corner : rest).push_back(item);
        if (corner.empty() || rest.empty()) continue;
        const Box box = extent(corner);
        const bool reached_into = std::any_of(rest.begin(), rest.end(), [&](const Item& item) {
            return overlap_x(item.box, box) > reach && overlap_y(item.box, box) > reach;
        });
        const bool under_text = std::any_of(rest.begin(), rest.end(), [&](const Item& item) {
            return overlap_x(item.box, box) > reach && item.box.center().y < y;
        });
        const bool is_corner =
            under_text && box.top > rule.top - reach && box.left > rule.left - reach && box.right > end;
        if (is_corner && !reached_into && run_over(pieces_of(rule, grid.level, grid), box)) return {rest, corner};
    }
    return {items};
}

bool starts_with_sidebar(const std::vector<std::vector<Item>>& columns, const Grid& grid) {
    if (columns.size() < 2) return false;
    const Box side = extent(columns[0]);
    std::vector<Item> rest;
    for (size_t i = 1; i < columns.size(); ++i)
        rest.insert(rest.end(), columns[i].begin(), columns[i].end());
    const Box stories = extent(rest);
    if (side.width() * 2 > stories.width()) return false;

    if (!topmost(columns[0]).heading) return false;
    const auto is_heading = [](const Item& item) { return item.heading; };
    const bool small = usual_type(columns[0]) <= 0.94 * usual_type(rest);
    const auto headings = std::count_if(columns[0].begin(), columns[0].end(), is_heading);
    if (!small && headings < 3 && !is_of_notes(columns[0], grid)) return false;
    if (std::none_of(rest.begin(), rest.end(),
                     [&](const Item& item) { return item.heading && item.scope.width() * 10 > 13 * side.width(); }))
        return false;
    const auto parts = [&](const Box& rule) {
        const int x = rule.center().x, slack = static_cast<int>(grid.text_height);
        return x > side.right - slack && x < stories.left + slack && rule.height() * 10 > 8 * grid.text.height();
    };
    return std::any_of(grid.upright.begin(), grid.upright.end(), parts);
}

} // namespace broadsheet
