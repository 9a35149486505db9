// SPDX-License-Identifier: Apache-2.0
#include "layout/blocks.h"
#include "layout/box_index.h"
#include "page/median.h"

#include <cmath>

namespace broadsheet {

namespace {

constexpr double kLargestPitch = 2.9;        // line to line, in heights of tall letters; more is a new block
constexpr double kLargestGap = 1.1;          // of white between the lines' ink
constexpr double kWide = 2.3, kWidest = 4.5; // heights line to line, of typescript, where most lines are set so
constexpr double kUneven = 1.15;             // of the usual pitch there; more is a new block
constexpr double kUnder = 4;                 // text heights between a picture and its caption, or another line of that
constexpr std::size_t kCaption = 8;          // lines
constexpr double kSmaller = 0.95;            // of the text's type: its caption's
constexpr double kApart = 1.25;              // of the text's pitch: from the caption's last line to the text under it
constexpr double kClearlySmaller = 0.9, kHardlyApart = 1.1; // the same, of a caption whose type tells more

class Stacker {
public:
    Stacker(const std::vector<TextLine>& lines, const std::vector<Rule>& rules, const std::vector<Box>& pictures,
            double t)
        : lines_(lines), t_(t), boxes_(boxes_of(lines)), index_(boxes_, static_cast<int>(4 * t)), pictures_(pictures),
          barriers_(pictures) {
        for (const Rule& rule : rules)
            if (!rule.vertical) barriers_.push_back(rule.box);
        const double wide = kUneven * wide_pitch();
        if (wide > 0) {
            pitch_ = wide;
            gap_ = wide - 1; // but for the lower line's own height
        }
    }

    std::vector<Stack> blocks() {
        const int n = static_cast<int>(lines_.size());
        std::vector<std::vector<int>> above(n), below(n);
        for (int i = 0; i < n; ++i)
            for (const int j : next_below(i)) {
                below[i].push_back(j);
                above[j].push_back(i);
            }
        Groups groups(n);
        for (int i = 0; i < n; ++i)
            if (below[i].size() == 1 && above[below[i][0]].size() == 1) {
                const int j = below[i][0];
                const bool flows = (above[i].size() == 1 && flows_on(i, j, pitch(above[i][0], i))) ||
                                   (below[j].size() == 1 && flows_on(i, j, pitch(j, below[j][0])));
                if (same_block(i, j, flows)) groups.join(i, j);
            }
        auto sets = groups.sets();
        std::vector<int> firsts;
        for (auto& set : sets) {
            std::sort(set.begin(), set.end(), [&](int a, int b) {
                return std::pair(boxes_[a].center().y, boxes_[a].left) <
                       std::pair(boxes_[b].center().y, boxes_[b].left);
            });
            firsts.push_back(set.front());
        }
        std::vector<Stack> out;
        for (auto& set : sets) {
            const auto take = [&](std::size_t count, bool crosshead) {
                const auto end = set.begin() + static_cast<std::ptrdiff_t>(count);
                if (count > 0) out.push_back({{set.begin(), end}, crosshead});
                set.erase(set.begin(), end);
            };
            if (const std::size_t over = lines_over_columns(set); over > 0)
                take(over, false);
            else if (const bool crosshead = begins_with_crosshead(set); crosshead || begins_with_byline(set, firsts))
                take(1, crosshead);
            take(caption_lines(set), false);
            for (const Stack& part : parted_at_crossheads(set))
                out.push_back(part);
        }
        return out;
    }

private:
    /// The usual pitch of a page of typescript, most of whose lines stand as far apart; 0: of another page.
    double wide_pitch() const {
        std::vector<double> pitches;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const Box& a = boxes_[i];
            const int reach = static_cast<int>(kWidest * lines_[i].height);
            double nearest = 0;
            for (const int j : index_.touching({a.left, a.bottom, a.right, a.bottom + reach})) {
                const double down =
                    1.0 * (lines_[j].baseline.front().y - lines_[i].baseline.front().y) / lines_[i].height;
                if (overlap_x(a, boxes_[j]) * 2 > std::min(a.width(), boxes_[j].width()) && down > 1 &&
                    (nearest == 0 || down < nearest))
                    nearest = down;
            }
            if (nearest > 0) pitches.push_back(nearest);
        }
        const double usual = median(pitches);
        const auto even = std::count_if(pitches.begin(), pitches.end(),
                                        [&](double p) { return p * kUneven > usual && p < kUneven * usual; });
        return usual > kWide && usual < kWidest && even * 4 > 3 * std::ssize(lines_) ? usual : 0;
    }

    /// The lines that stand directly under line i: in the next row, or further down with nothing in between.
    std::vector<int> next_below(int i) const {
        const Box& a = boxes_[i];
        const int reach = static_cast<int>((pitch_ + 1) * std::max<double>(t_, lines_[i].height));
        std::vector<int> under;
        for (const int j : index_.touching({a.left, a.center().y, a.right, a.bottom + reach}))
            if (j != i && boxes_[j].center().y > a.bottom - lines_[i].height / 4 &&
                boxes_[j].top - a.bottom <= gap_ * std::max(lines_[i].height, lines_[j].height) &&
                overlap_x(a, boxes_[j]) * 4 > std::min(a.width(), boxes_[j].width()))
                under.push_back(j);
        std::vector<int> next;
        for (const int j : under) {
            const bool next_row = boxes_[j].top - a.bottom < 0.9 * lines_[i].height;
            bool hidden = false;
            for (const int k : under)
                hidden = hidden ||
                         (k != j && boxes_[k].bottom - lines_[k].height / 4 < boxes_[j].center().y &&
                          boxes_[k].center().y < boxes_[j].top && (!next_row || overlap_x(boxes_[k], boxes_[j]) > 0));
            if (!hidden) next.push_back(j);
        }
        return next;
    }

    /// Does the block's first line stand centred under a headline, or flush with it and short, over the first lines of
    /// all the columns under that, of which the block is the middle one, or the first?
    bool begins_with_byline(const std::vector<int>& set, const std::vector<int>& firsts) const {
        constexpr double near = 3.5, off = 1.5, level = 0.5; // text heights
        constexpr double is_short = 0.9;                     // of the next line
        if (set.size() < 3) return false;
        const Box &byline = boxes_[set[0]], &next = boxes_[set[1]];
        const int jut = static_cast<int>(0.2 * t_); // of slanted letters
        const auto heads = [&](int i) {
            // The last of its lines may be a short one.
            return byline.top - boxes_[i].bottom < near * t_ + 2.5 * lines_[i].height &&
                   boxes_[i].center().y < byline.top && contains_x(grown(boxes_[i], jut, 0), byline) &&
                   boxes_[i].width() * 2 > next.width() * 3 &&
                   (std::abs(boxes_[i].center().x - byline.center().x) < off * t_ ||
                    (std::abs(boxes_[i].left - byline.left) < off * t_ && byline.width() < is_short * next.width()));
        };
        const int reach = static_cast<int>((near + 1) * t_);
        const std::vector<int> above = index_.touching({byline.left, byline.top - 3 * reach, byline.right, byline.top});
        const auto headline = std::find_if(above.begin(), above.end(), heads);
        if (headline == above.end()) return false;
        const Box& head = boxes_[*headline];
        const std::vector<int> row = index_.touching({head.left, byline.top, head.right, byline.bottom});
        const bool alone = std::all_of(row.begin(), row.end(), [&](int i) {
            return i == set[0] || i == set[1] || i == *headline || overlap_y(boxes_[i], byline) * 3 < byline.height();
        });
        return alone && std::any_of(firsts.begin(), firsts.end(), [&](int i) {
                   return i != set[0] && overlap_x(head, boxes_[i]) > 0 &&
                          std::abs(boxes_[i].top - next.top) < level * t_;
               });
    }

    /// Is its first line a short one in bolder type than all the others? In even print less tells than between two
    /// lines.
    bool begins_with_crosshead(const std::vector<int>& set) const {
        constexpr double bolder = 1.2, even = 1.1, full = 0.85; // of the others' strokes; of their width
        constexpr std::size_t fewest = 3, letters = 4;
        if (set.size() <= fewest || lines_[set[0]].cells.size() < letters) return false;
        std::vector<double> strokes;
        Box rest;
        for (std::size_t k = 1; k < set.size(); ++k) {
            strokes.push_back(lines_[set[k]].stroke);
            rest = united(rest, boxes_[set[k]]);
        }
        const double usual = median(strokes);
        return boxes_[set[0]].width() < full * rest.width() && lines_[set[0]].stroke > bolder * usual &&
               *std::max_element(strokes.begin(), strokes.end()) < even * usual;
    }

    /// The lines parted at crossheads: each in bolder type than most, short or centred, and further below the line over
    /// it.
    std::vector<Stack> parted_at_crossheads(const std::vector<int>& set) const {
        constexpr double bolder = 1.15, full = 0.85, further = 1.12; // of the usual stroke; of the width; of the pitch
        constexpr double inset = 0.5;                                // text heights
        constexpr std::size_t fewest = 4, letters = 4;
        if (set.size() < fewest) return {{set}};
        std::vector<double> strokes;
        std::vector<int> pitches;
        Box all;
        for (std::size_t k = 0; k < set.size(); ++k) {
            strokes.push_back(lines_[set[k]].stroke);
            all = united(all, boxes_[set[k]]);
            if (k > 0) pitches.push_back(pitch(set[k - 1], set[k]));
        }
        const double usual = median(strokes), usual_pitch = median(pitches);
        const auto is_bold = [&](std::size_t k) {
            const Box& line = boxes_[set[k]];
            const int before = line.left - all.left, behind = all.right - line.right;
            const bool centred = before > inset * t_ && std::abs(before - behind) < inset * t_;
            return lines_[set[k]].stroke > bolder * usual && (centred || line.width() < full * all.width()) &&
                   lines_[set[k]].cells.size() >= letters;
        };
        std::vector<Stack> parts{{}};
        for (std::size_t k = 0; k < set.size(); ++k) {
            const bool within = parts.back().crosshead;
            const bool begins = !within && k > 0 && is_bold(k) && pitches[k - 1] > further * usual_pitch;
            if (begins || (within && !is_bold(k))) parts.push_back({{}, begins});
            parts.back().lines.push_back(set[k]);
        }
        return parts;
    }

    /// How many of its first lines, a second headline's, stand out of its column by a third, over the lines of the
    /// next, or in larger type over a picture in that? In the text's own type they may be of text that runs round it.
    std::size_t lines_over_columns(const std::vector<int>& set) const {
        constexpr std::size_t most = 12;
        constexpr double larger = 1.12; // times
        for (std::size_t k = 1; k <= most && k + 2 <= set.size(); ++k) {
            Box over, rest;
            for (std::size_t i = 0; i < set.size(); ++i)
                (i < k ? over : rest) = united(i < k ? over : rest, boxes_[set[i]]);
            if ((over.width() - overlap_x(over, rest)) * 3 < over.width()) continue;
            const int foot = boxes_[set[k + 1]].bottom; // further down a picture's caption may stand beside
            const std::vector<int> under = index_.touching({over.left, rest.top, over.right, foot});
            const auto is_in_next = [&](const Box& box) {
                return box.center().y > over.bottom && overlap_x(box, rest) <= 0;
            };
            if (std::any_of(under.begin(), under.end(), [&](int i) { return is_in_next(boxes_[i]); })) return k;
            const bool is_larger = lines_[set[k - 1]].height > larger * lines_[set[k]].height;
            if (is_larger && std::any_of(pictures_.begin(), pictures_.end(), [&](const Box& picture) {
                    return is_in_next(picture) && overlap_x(picture, over) > 0 && picture.top < foot;
                }))
                return k;
        }
        return 0;
    }

    static bool contains_x(const Box& outer, const Box& inner) {
        return outer.left <= inner.left && outer.right >= inner.right;
    }

    bool is_under_picture(const Box& line) const {
        return std::any_of(pictures_.begin(), pictures_.end(), [&](const Box& picture) {
            const int white = line.top - picture.bottom;
            return white > -t_ / 2 && white < kUnder * t_ && overlap_x(line, picture) * 2 > line.width();
        });
    }

    /// How many lines of a block right under a picture are its caption: in type a little smaller than the text's that
    /// follows further below than its own lines do; the smaller the type, the less further.
    std::size_t caption_lines(const std::vector<int>& set) const {
        if (!is_under_picture(boxes_[set.front()])) return 0;
        const auto pitch_over = [&](std::size_t k) { return pitch(set[k - 1], set[k]); };
        const auto usual = [&](std::size_t from, std::size_t to, int TextLine::*height) {
            std::vector<int> heights;
            for (std::size_t i = from; i < to; ++i)
                heights.push_back(lines_[set[i]].*height);
            return 1.0 * median(heights);
        };
        for (std::size_t k = 1; k <= kCaption && k + 1 < set.size(); ++k) {
            std::vector<int> pitches;
            for (std::size_t i = k + 1; i < set.size(); ++i)
                pitches.push_back(pitch_over(i));
            const auto size_by = [&](int TextLine::*height) { // of the text's
                return usual(0, k, height) / std::max(1.0, usual(k, set.size(), height));
            };
            const double apart = pitch_over(k) / std::max(1.0, 1.0 * median(pitches));
            const double size = size_by(&TextLine::height);
            if (apart > kHardlyApart && size <= kClearlySmaller) return k;
            // In few blurred lines the tall letters look larger than they are.
            if (apart > kApart) return std::min(size, size_by(&TextLine::x_height)) <= kSmaller ? k : 0;
        }
        return 0;
    }

    /// A short line may lack tall letters, so only lines of some length tell a small difference.
    static bool other_size(const TextLine& a, const TextLine& b) {
        const auto ratio = [](double p, double q) { return std::max(p, q) / std::max(1.0, std::min(p, q)); };
        const double tall = ratio(a.height, b.height), usual = ratio(a.x_height, b.x_height);
        const bool long_enough = std::min(a.cells.size(), b.cells.size()) >= 8;
        return long_enough ? tall > 1.15 && usual > 1.12 : tall > 1.5 || (tall > 1.2 && usual > 1.2);
    }
    static bool other_weight(const TextLine& a, const TextLine& b) {
        return std::min(a.cells.size(), b.cells.size()) >= 4 &&
               std::max(a.stroke, b.stroke) > 1.3 * std::min(a.stroke, b.stroke);
    }

    int pitch(int i, int j) const { return lines_[j].baseline.front().y - lines_[i].baseline.front().y; }

    /// A word whose letters touch is one cell, from over the tall ones to under the tails: it tells neither their size
    /// nor where they stand.
    static bool is_one_cell(const TextLine& line) {
        return line.cells.size() == 1 && line.box.width() > 2 * line.box.height();
    }

    /// Are lines i and j, the one under the other, of one width (or j a paragraph's last), as far apart as one of them
    /// is from its next in the column, and of nearly one size? Type in another size has another pitch; brackets,
    /// capitals and letters that touch make a line of text look larger.
    bool flows_on(int i, int j, int pitch_beside) const {
        constexpr double flush = 0.5, even = 0.04, larger = 1.6; // text heights; of the pitch; times
        const Box &a = boxes_[i], &b = boxes_[j];
        if (std::abs(a.left - b.left) > flush * t_ || b.right > a.right + flush * t_) return false;
        const int high = std::max(lines_[i].height, lines_[j].height),
                  low = std::min(lines_[i].height, lines_[j].height);
        const int here = is_one_cell(lines_[j]) ? b.top - a.top : pitch(i, j);
        return high < larger * low && std::abs(pitch_beside - here) <= std::max(2.0, even * here);
    }

    /// One sign in the middle of its column, no smaller than the other line's and far from both its ends: a letter that
    /// heads entries.
    static bool stands_alone(const TextLine& sign, const TextLine& other) {
        constexpr int far = 3; // of its height
        const int inwards = far * sign.height;
        return sign.cells.size() == 1 && sign.box.width() < 2 * sign.box.height() && sign.height >= other.height &&
               sign.box.left > other.box.left + inwards && sign.box.right < other.box.right - inwards;
    }

    /// flows: as flows_on tells.
    bool same_block(int i, int j, bool flows) const {
        const TextLine& a = lines_[i];
        const TextLine& b = lines_[j];
        if ((other_size(a, b) && !flows) || other_weight(a, b)) return false;
        if (stands_alone(a, b) || stands_alone(b, a)) return false;
        const double high = std::max(a.height, b.height);
        if (pitch(i, j) > pitch_ * high || b.box.top - a.box.bottom > gap_ * high) return false;
        const Box between{std::max(a.box.left, b.box.left), a.box.center().y, std::min(a.box.right, b.box.right),
                          b.box.center().y};
        for (const Box& barrier : barriers_)
            if (!intersected(barrier, between).empty()) return false;
        return true;
    }

    const std::vector<TextLine>& lines_;
    double t_;
    std::vector<Box> boxes_;
    BoxIndex index_;
    const std::vector<Box>& pictures_;
    std::vector<Box> barriers_; // rules and pictures
    double pitch_ = kLargestPitch, gap_ = kLargestGap;
};

} // namespace

std::vector<Stack> find_blocks(const std::vector<TextLine>& lines, const std::vector<Rule>& rules,
                               const std::vector<Box>& pictures, double text_height) {
    return Stacker(lines, rules, pictures, text_height).blocks();
}

} // namespace broadsheet
