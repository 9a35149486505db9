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

constexpr double kPast = 3;  // text heights that an upright rule reaches past a level one which it crosses
constexpr double kSet = 2;   // text heights by which a centred or flush heading may be off
constexpr double kUnder = 4; // text heights under a heading within which the columns it heads start: of some a byline

struct Span {
    int from;
    int to;
};

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

bool beside(const Box& heading, const Box& other) {
    return overlap_y(heading, other) * 10 > 3 * std::min(heading.height(), other.height());
}

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

/// Does the text begin no lower than what stands under the heading, if anything does?
bool starts_level(const Box& text, const Item& heading, const std::vector<Item>& items, const Grid& grid) {
    constexpr double level = 1; // text heights
    bool alone = true;
    const auto is_as_low = [&](const Box& own) {
        const int under = own.top - heading.box.bottom;
        if (overlap_x(own, heading.box) <= 0 || own.top < heading.box.center().y || under > kUnder * grid.text_height)
            return false;
        alone = false;
        return own.top >= text.top - level * grid.text_height;
    };
    return std::any_of(items.begin(), items.end(),
                       [&](const Item& item) { return item.block != heading.block && is_as_low(item.box); }) ||
           std::any_of(grid.pictures.begin(), grid.pictures.end(), is_as_low) || alone;
}

/// Might the heading be set over its column too? The white over it is high enough for that, as that between two
/// paragraphs of a column beside a crosshead is not, and it begins about as far below as what stands under the heading.
bool may_be_headed(const Box& text, const Item& heading, const std::vector<Item>& items, const Grid& grid) {
    constexpr double apart = 0.5, leaning = 0.5; // text heights over and under a heading, in all; from side to side
    const int room = heading.box.height() + static_cast<int>(apart * grid.text_height);
    const auto fills = [&](const Box& above) {
        return overlap_x(above, text) > 0 && above.center().y < heading.box.center().y &&
               text.top - above.bottom < room;
    };
    /// A heading of its own, in the same type, a little lower.
    const auto heads_it = [&](const Item& other) {
        return other.heading && other.text_height * 10 > 9 * heading.text_height && overlap_x(other.scope, text) > 0 &&
               other.box.center().y > heading.box.center().y && other.box.bottom <= text.top;
    };
    int white = INT32_MAX;
    for (const Item& item : items) {
        const int below = item.box.top - heading.box.bottom;
        if (item.block == heading.block) continue;
        if (fills(item.box) || heads_it(item)) return false;
        if (overlap_x(item.box, heading.box) > 0 && below > 0) white = std::min(white, below);
    }
    const bool ruled_off = std::any_of(grid.level.begin(), grid.level.end(), [&](const Box& rule) {
        return rule.top > heading.box.center().y && rule.bottom <= text.top + text.height() / 2 &&
               overlap_x(rule, heading.box) <= 0 && overlap_x(rule, text) * 2 > text.width();
    });
    if (ruled_off) return false;
    const double slack = leaning * grid.text_height;
    const bool level = white == INT32_MAX || text.top - heading.box.bottom + slack >= white / 2.0;
    return level && starts_level(text, heading, items, grid) &&
           std::none_of(grid.pictures.begin(), grid.pictures.end(), fills);
}

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

/// Where what the heading heads starts: under a byline centred between, if there is one.
int foot_of(const Item& heading, const std::vector<Item>& items, const Grid& grid) {
    constexpr double line = 1.6, near = 3; // text heights
    int foot = heading.box.bottom;
    for (const Item& item : items) {
        const int below = item.box.top - heading.box.bottom;
        if (!item.heading && item.box.height() < line * grid.text_height && below > 0 &&
            below < near * grid.text_height &&
            std::abs(item.box.center().x - heading.box.center().x) < kSet * grid.text_height)
            foot = std::max(foot, item.box.bottom);
    }
    return foot;
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
        const Span free = free_width(*heading, items, grid);
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
        for (const Item& item : items)
            if (item.block != heading->block && is_under(item.box) &&
                (overlap_x(item.box, own) > 0 || (!item.heading && may_be_headed(item.box, *heading, items, grid))))
                take(column_scope(item, items, grid));
        for (const Box& picture : grid.pictures)
            if (is_under(picture) && overlap_x(picture, all) * 10 > 9 * picture.width() &&
                (overlap_x(picture, own) > 0 || may_be_headed(picture, *heading, items, grid)))
                take(picture);
        const Span scope = stands_over(own, all_under, grid)                   ? all_under
                           : stands_over(own, {over.from, all_under.to}, grid) ? Span{over.from, all_under.to}
                           : stands_over(own, {all_under.from, over.to}, grid) ? Span{all_under.from, over.to}
                                                                               : over;
        heading->scope.left = std::min(own.left, scope.from);
        heading->scope.right = std::max(own.right, scope.to);
    }
}

std::vector<std::vector<Item>> columns_of(const std::vector<Item>& items, const Grid& grid) {
    return parted(
        items,
        [](const Item& i) {
            return Span{i.scope.left, i.scope.right};
        },
        grid.text_height);
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

SetInto take_insets(std::vector<Item>& items, const Grid& grid) {
    constexpr double level = 1, under = 2, within = 0.5, beyond = 2; // text heights
    constexpr double largest = 4; // of its type: that of a newspaper's title is larger
    const double t = grid.text_height;
    const auto runs_round = [&](const Item& text, const Item& quote) {
        return text.box.top <= quote.box.top + level * t && text.box.bottom >= quote.box.bottom + under * t &&
               overlap_x(text.box, quote.box) > within * t &&
               quote.box.width() - overlap_x(text.box, quote.box) > beyond * t;
    };
    std::vector<Item> texts;
    std::copy_if(items.begin(), items.end(), std::back_inserter(texts), [](const Item& item) { return !item.heading; });
    const std::vector<std::vector<Item>> columns = columns_of(texts, grid);
    const auto stands_in = [&](const Item& quote, const std::vector<Item>& column) {
        const auto is_beside = [&](const Item& text) {
            return overlap_x(text.box, quote.box) <= 0 && beside(quote.box, text.box);
        };
        const auto is_under = [&](const Item& text) {
            return overlap_x(text.box, quote.box) > within * t && text.box.top > quote.box.center().y;
        };
        return std::any_of(column.begin(), column.end(), is_beside) &&
               std::any_of(column.begin(), column.end(), is_under);
    };
    const auto is_inset = [&](const Item& item) {
        return item.heading && item.text_height < largest * t &&
               (std::any_of(texts.begin(), texts.end(), [&](const Item& text) { return runs_round(text, item); }) ||
                std::count_if(columns.begin(), columns.end(),
                              [&](const auto& column) { return stands_in(item, column); }) > 1);
    };
    const auto is_over = [&](const Item& text, const Item& quote) {
        return overlap_x(text.box, quote.box) > within * t && text.box.top < quote.box.top - level * t;
    };
    SetInto insets;
    std::erase_if(items, [&](const Item& item) {
        if (!is_inset(item)) return false;
        const bool in_text =
            std::any_of(texts.begin(), texts.end(), [&](const Item& text) { return is_over(text, item); });
        (in_text ? insets.quotes : insets.decks).push_back(item);
        return true;
    });
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

} // namespace broadsheet
