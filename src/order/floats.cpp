// SPDX-License-Identifier: Apache-2.0
#include "order/floats.h"

#include "page/rows.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace broadsheet {

namespace {

bool stands_in_column(const Box& a, const Box& b) {
    return overlap_x(a, b) * 2 > std::min(a.width(), b.width());
}

/// Position in sequence behind which the float stands; -1: at the start.
int place(const Page& page, const std::vector<int>& sequence, const std::vector<Box>& spans, const Box& box) {
    const auto block = [&](int i) -> const Box& { return page.blocks[sequence[i]].box; };
    const auto width = [&](int i) { return spans[sequence[i]].width(); };
    int over = -1, under = -1;
    for (int i = 0; i < static_cast<int>(sequence.size()); ++i) {
        if (!stands_in_column(spans[sequence[i]], box) && !stands_in_column(block(i), box)) continue;
        if (block(i).center().y <= box.center().y) {
            if (over < 0 || block(i).bottom >= block(over).bottom) over = i;
        } else if (under < 0 || block(i).top < block(under).top) {
            under = i;
        }
    }
    // At the top of a column, under a heading that spans more, it stands before the column's text; not before another
    // story, that a rule parts from it: then it fills its column.
    const auto is_parted = [&] {
        return page.blocks[sequence[over]].article != page.blocks[sequence[under]].article &&
               std::any_of(page.blocks.begin(), page.blocks.end(), [&](const Block& rule) {
                   return rule.kind == BlockKind::rule && overlap_x(rule.box, box) * 2 > box.width() &&
                          rule.box.center().y > box.bottom && rule.box.center().y < block(under).top;
               });
    };
    if (over >= 0 && under >= 0 && width(under) < width(over) && !is_parted()) return under - 1;
    if (over >= 0) return over;
    if (under >= 0) return under - 1;
    const bool over_all =
        std::all_of(sequence.begin(), sequence.end(), [&](int i) { return box.bottom <= page.blocks[i].box.top; });
    return over_all ? -1 : static_cast<int>(sequence.size()) - 1;
}

/// The picture (or the caption's line before) that the caption stands close under, where it reaches over the columns
/// under that; -1: none.
int captioned(const Page& page, const std::vector<int>& sequence, const std::vector<int>& floats, int caption) {
    constexpr double near = 2.2, under = 6; // text heights
    const Block& block = page.blocks[caption];
    const auto in_column = [&](int i) {
        const Box& column = page.blocks[i].box;
        return column.center().y > block.box.bottom && column.top < block.box.bottom + under * page.text_height &&
               overlap_x(column, block.box) + page.text_height > block.box.width();
    };
    if (block.kind != BlockKind::caption || std::any_of(sequence.begin(), sequence.end(), in_column)) return -1;
    const auto over = std::find_if(floats.begin(), floats.end(), [&](int i) {
        const Block& other = page.blocks[i];
        const int white = block.box.top - other.box.bottom;
        return i != caption && (other.kind == BlockKind::picture || other.kind == BlockKind::caption) &&
               overlap_x(other.box, block.box) * 2 > block.box.width() && std::abs(white) < near * page.text_height &&
               other.box.center().y < block.box.top;
    });
    return over == floats.end() ? -1 : *over;
}

/// Its article's last position in the sequence.
int end_of_article(const Page& page, const std::vector<int>& sequence, int at) {
    const auto article = [&](int i) { return page.blocks[sequence[i]].article; };
    while (at >= 0 && at + 1 < static_cast<int>(sequence.size()) && article(at + 1) == article(at))
        ++at;
    return at;
}

struct Advertisement {
    int block = 0;
    std::vector<int> within; ///< what else stands in its frame
};

/// Out of the floats.
std::vector<Advertisement> take_advertisements(const Page& page, std::vector<int>& floats) {
    std::vector<Advertisement> all;
    std::erase_if(floats, [&](int f) {
        const bool is_one = page.blocks[f].kind == BlockKind::advertisement;
        if (is_one) all.push_back({f, {}});
        return is_one;
    });
    std::erase_if(floats, [&](int f) {
        const auto frame = std::find_if(all.begin(), all.end(), [&](const Advertisement& one) {
            return contains(page.blocks[one.block].box, page.blocks[f].box);
        });
        if (frame != all.end()) frame->within.push_back(f);
        return frame != all.end();
    });
    return all;
}

/// Numbered anew, as they follow each other.
void number_articles(Page& page, const std::vector<int>& order) {
    std::map<int, int> numbers;
    for (const int i : order) {
        int& article = page.blocks[i].article;
        if (article >= 0) article = numbers.try_emplace(article, static_cast<int>(numbers.size())).first->second;
    }
}

} // namespace

std::vector<int> with_floats(Page& page, const std::vector<int>& sequence, const std::vector<Box>& spans,
                             const Insets& insets) {
    const auto find_inset = [&](int block) {
        return std::find_if(insets.begin(), insets.end(), [&](const Inset& inset) { return inset.block == block; });
    };
    std::vector<int> heads, feet, rest, floats;
    for (int i = 0; i < static_cast<int>(page.blocks.size()); ++i) {
        switch (page.blocks[i].kind) {
        case BlockKind::running_head:
            heads.push_back(i);
            break;
        case BlockKind::running_foot:
        case BlockKind::page_number:
            feet.push_back(i);
            break;
        case BlockKind::rule:
        case BlockKind::noise:
            rest.push_back(i);
            break;
        case BlockKind::picture:
        case BlockKind::caption:
        case BlockKind::code:
        case BlockKind::advertisement:
            floats.push_back(i);
            break;
        default:
            if (std::find(sequence.begin(), sequence.end(), i) != sequence.end()) break;
            // A masthead that is not read stands over all text.
            (page.blocks[i].kind == BlockKind::masthead ? heads : floats).push_back(i);
        }
    }
    for (std::vector<int>* some : {&heads, &feet, &floats})
        sort_rows(*some, [&](int i) { return page.blocks[i].box; });
    const std::vector<Advertisement> advertisements = take_advertisements(page, floats);
    std::map<int, std::vector<int>> behind;
    std::map<int, int> places;
    for (const int f : floats) {
        const auto inset = find_inset(f);
        const auto picture = places.find(captioned(page, sequence, floats, f));
        const int at = inset != insets.end()     ? inset->behind
                       : picture != places.end() ? picture->second
                                                 : place(page, sequence, spans, page.blocks[f].box);
        places[f] = at;
        behind[at].push_back(f);
        if (!sequence.empty()) page.blocks[f].article = page.blocks[sequence[std::max(0, at)]].article;
    }
    int articles = static_cast<int>(sequence.size()); // no more than that so far
    for (const Advertisement& one : advertisements) {
        const int at = place(page, sequence, spans, page.blocks[one.block].box);
        std::vector<int>& there = behind[end_of_article(page, sequence, at)];
        there.push_back(one.block);
        there.insert(there.end(), one.within.begin(), one.within.end());
        page.blocks[one.block].article = articles;
        for (const int i : one.within)
            page.blocks[i].article = articles;
        ++articles;
    }
    std::vector<int> order = heads;
    const auto append = [&](const std::vector<int>& more) { order.insert(order.end(), more.begin(), more.end()); };
    append(behind[-1]);
    for (int i = 0; i < static_cast<int>(sequence.size()); ++i) {
        order.push_back(sequence[i]);
        append(behind[i]);
    }
    append(feet);
    append(rest);
    if (!advertisements.empty()) number_articles(page, order);
    return order;
}

} // namespace broadsheet
