// SPDX-License-Identifier: Apache-2.0
#include "layout/tables.h"

#include "page/median.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

namespace broadsheet {

namespace {

constexpr double kEven = 1;            // text heights by which the ends of a table's rules may differ
constexpr double kLow = 4, kHigh = 80; // text heights between its first rule and its last
constexpr double kOverBlank = 1.5;     // of the page's usual blanks: between cells ...
constexpr double kInMany = 1.1;        // ... and where they stand one under the other in many rows
constexpr std::size_t kMany = 5;       // rows
constexpr double kCell = 4.5;          // text heights: the middle width of the cells behind them, of figures
constexpr std::size_t kFewest = 3;     // rows
constexpr double kMost = 0.7;          // of the rows: have one of the gaps

/// Between two rules of one length, up to four of them: over a table, under its head, under it all.
std::vector<Box> between_rules(const std::vector<Rule>& rules, double t) {
    constexpr int most = 3; // rules under the first one
    std::vector<Box> level;
    for (const Rule& rule : rules)
        if (!rule.vertical) level.push_back(rule.box);
    std::sort(level.begin(), level.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    std::vector<Box> spaces;
    for (auto upper = level.begin(); upper != level.end(); ++upper) {
        int count = 0;
        for (auto lower = std::next(upper); lower != level.end() && count < most; ++lower) {
            const int height = lower->top - upper->bottom;
            if (height > kHigh * t) break;
            if (std::abs(upper->left - lower->left) > kEven * t || std::abs(upper->right - lower->right) > kEven * t)
                continue;
            ++count;
            if (height > kLow * t) spaces.push_back({upper->left, upper->bottom, upper->right, lower->top});
        }
    }
    return spaces;
}

class RuledTable {
public:
    RuledTable(const std::vector<Gap>& gaps, const std::vector<Segment>& segments, const Neighbours& next,
               const Box& space, int usual_blank, double t)
        : gaps_(gaps), segments_(segments), next_(next), space_(space), t_(t) {
        for (int i = 0; i < static_cast<int>(segments_.size()); ++i)
            if (is_in(i) && first_in_row(i)) bases_.insert(segments_[i].box.bottom);
        least_ = std::max(kLeastGutter * t, (bases_.size() < kMany ? kOverBlank : kInMany) * usual_blank);
    }

    /// The gaps between the cells; none where no table stands there.
    std::vector<int> gaps_of(const std::vector<Channel>& channels) const {
        const double rows = static_cast<double>(bases_.size());
        if (bases_.size() < kFewest) return {};
        std::set<int> cuts;
        for (int k = 0; k < static_cast<int>(gaps_.size()); ++k) {
            if (!parts(k)) continue;
            const std::vector<int>& members = channels[k].members;
            const auto within = std::count_if(members.begin(), members.end(), [&](int m) { return parts(m); });
            if (static_cast<double>(within) >= kMost * rows) cuts.insert(k);
        }
        std::vector<int> widths; // of the cells behind them
        for (const int k : cuts)
            widths.push_back(width_behind(k, cuts));
        if (static_cast<double>(cuts.size()) < kMost * rows || median(widths) > kCell * t_) return {};
        return {cuts.begin(), cuts.end()};
    }

private:
    bool is_in(int segment) const {
        return segment >= 0 && !segments_[segment].parts.empty() &&
               contains(grown(space_, static_cast<int>(t_), 0), segments_[segment].box);
    }

    bool first_in_row(int segment) const {
        const int before = next_.before[segment];
        return before < 0 || !is_in(gaps_[before].left);
    }

    bool parts(int gap) const {
        const Gap& g = gaps_[gap];
        return g.white >= least_ && is_in(g.left) && is_in(g.right);
    }

    int width_behind(int gap, const std::set<int>& cuts) const {
        int segment = gaps_[gap].right;
        const int left = segments_[segment].box.left;
        for (int k = next_.behind[segment]; k >= 0 && !cuts.contains(k); k = next_.behind[segment]) {
            if (!is_in(gaps_[k].right)) break;
            segment = gaps_[k].right;
        }
        return segments_[segment].box.right - left;
    }

    const std::vector<Gap>& gaps_;
    const std::vector<Segment>& segments_;
    const Neighbours& next_;
    Box space_;
    double t_;
    std::set<int> bases_; ///< of the rows' first cells
    double least_ = 0;    ///< pixels of white
};

} // namespace

void mark_ruled_tables(std::vector<Gap>& gaps, const std::vector<Channel>& channels,
                       const std::vector<Segment>& segments, const Neighbours& next, const std::vector<Rule>& rules,
                       int usual_blank, double text_height) {
    for (const Box& space : between_rules(rules, text_height))
        for (const int k : RuledTable(gaps, segments, next, space, usual_blank, text_height).gaps_of(channels))
            gaps[k].in_table = true;
}

} // namespace broadsheet
