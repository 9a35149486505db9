// SPDX-License-Identifier: Apache-2.0
#include "evaluate/align.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace broadsheet::evaluate {
namespace {

using Bits = std::uint64_t;
constexpr std::int64_t word_rows = 64;
constexpr std::int64_t stored_cells = 4 << 20; // of two words each: 64 MiB

/// Diagonals (column - row) that are worked on.
struct Band {
    std::int64_t lowest = 0;
    std::int64_t highest = 0;
};

/// All diagonals that an alignment of rows and columns can touch at this cost: leaving the two that it must join costs
/// two a step, there and back.
Band band_of(std::int64_t rows, std::int64_t columns, std::int64_t cost) {
    const std::int64_t slant = columns - rows;
    const std::int64_t detour = std::max<std::int64_t>(0, cost - std::abs(slant)) / 2;
    return {std::min<std::int64_t>(0, slant) - detour, std::max<std::int64_t>(0, slant) + detour};
}

/// Which rows of a column differ by +1 and by -1 from the row above.
struct Column {
    Bits up = ~Bits(0);
    Bits down = 0;
};

/// Sixty-four rows of the table, with the columns that the band leaves of them.
struct Strip {
    std::int64_t first = 0; ///< the last column before the worked ones; its rows count up from the strip above
    std::int64_t last = 0;
    std::size_t stored = 0; ///< where its columns begin in Table::columns
};

class Table {
public:
    Table(Symbols rows, Symbols columns, Band band) : rows_(rows), columns_(columns), band_(band) {}

    /// Costs of the last row by column; those outside the band are no less than they should be. Keeps every column's
    /// bits for steps() if told so.
    std::vector<std::int32_t> last_row(bool keep_bits);

    /// The steps to the last corner.
    std::vector<Step> steps();

private:
    Strip strip_at(std::int64_t index) const;
    void work(const Strip& strip, Symbols rows, bool keep_bits);
    bool rises(std::int64_t row, std::int64_t column) const;
    bool falls(std::int64_t row, std::int64_t column) const;

    Symbols rows_;
    Symbols columns_;
    Band band_;
    std::vector<Bits> equal_;         // by symbol: in which rows of the strip it stands
    std::vector<std::int32_t> costs_; // of the row above the strip, then of its last row
    std::int64_t known_ = 0;          // columns after this one have no cost yet
    std::vector<Strip> strips_;
    std::vector<Column> bits_;
};

Strip Table::strip_at(std::int64_t index) const {
    const auto width = static_cast<std::int64_t>(columns_.size());
    const std::int64_t top = index * word_rows;
    return {std::clamp<std::int64_t>(top + band_.lowest, 0, width),
            std::clamp<std::int64_t>(top + word_rows + band_.highest, 0, width), bits_.size()};
}

void Table::work(const Strip& strip, Symbols rows, bool keep_bits) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        equal_[rows[i]] |= Bits(1) << i;
    const std::size_t bottom = rows.size() - 1;
    for (; known_ < strip.last; ++known_) // beyond the band of the strip above: only insertions lead there
        costs_[known_ + 1] = costs_[known_] + 1;
    Column at;
    std::int32_t above = costs_[strip.first];
    std::int32_t cost = costs_[strip.first] += static_cast<std::int32_t>(rows.size());
    for (std::int64_t j = strip.first; j < strip.last; ++j) {
        const std::int32_t next_above = costs_[j + 1];
        const Bits falling_in = next_above < above;
        const Bits rising_in = next_above > above;
        above = next_above;
        Bits same = equal_[columns_[j]];
        const Bits vertical = same | at.down;
        same |= falling_in;
        const Bits horizontal = (((same & at.up) + at.up) ^ at.up) | same;
        Bits rising = at.down | ~(horizontal | at.up);
        Bits falling = at.up & horizontal;
        cost += static_cast<std::int32_t>(rising >> bottom & 1) - static_cast<std::int32_t>(falling >> bottom & 1);
        costs_[j + 1] = cost;
        rising = rising << 1 | rising_in;
        falling = falling << 1 | falling_in;
        at = {falling | ~(vertical | rising), rising & vertical};
        if (keep_bits) bits_.push_back(at);
    }
    known_ = strip.last;
    for (const Symbol symbol : rows)
        equal_[symbol] = 0;
}

std::vector<std::int32_t> Table::last_row(bool keep_bits) {
    Symbol largest = 0;
    for (const Symbols& side : {rows_, columns_})
        for (const Symbol symbol : side)
            largest = std::max(largest, symbol);
    equal_.assign(static_cast<std::size_t>(largest) + 1, 0);
    costs_.resize(columns_.size() + 1);
    for (std::size_t j = 0; j < costs_.size(); ++j)
        costs_[j] = static_cast<std::int32_t>(j);
    known_ = static_cast<std::int64_t>(columns_.size());
    for (std::size_t top = 0; top < rows_.size(); top += word_rows) {
        const Strip strip = strip_at(static_cast<std::int64_t>(top) / word_rows);
        work(strip, rows_.subspan(top, std::min<std::size_t>(word_rows, rows_.size() - top)), keep_bits);
        if (keep_bits) strips_.push_back(strip);
    }
    // What the last strip did not reach: columns before it are left with the cost of a row above.
    for (; known_ < static_cast<std::int64_t>(columns_.size()); ++known_)
        costs_[known_ + 1] = costs_[known_] + 1;
    return costs_;
}

/// row, column: from 1.
bool Table::rises(std::int64_t row, std::int64_t column) const {
    const Strip& strip = strips_[(row - 1) / word_rows];
    if (column <= strip.first) return true;
    return bits_[strip.stored + (column - strip.first - 1)].up >> ((row - 1) % word_rows) & 1;
}
bool Table::falls(std::int64_t row, std::int64_t column) const {
    const Strip& strip = strips_[(row - 1) / word_rows];
    if (column <= strip.first) return false;
    return bits_[strip.stored + (column - strip.first - 1)].down >> ((row - 1) % word_rows) & 1;
}

std::vector<Step> Table::steps() {
    std::vector<Step> steps;
    auto row = static_cast<std::int64_t>(rows_.size());
    auto column = static_cast<std::int64_t>(columns_.size());
    while (row > 0 || column > 0) {
        Step step = Step::substitution;
        if (row == 0 || (column > 0 && column > strips_[(row - 1) / word_rows].last))
            step = Step::insertion;
        else if (column == 0)
            step = Step::deletion;
        else if (rows_[row - 1] == columns_[column - 1])
            step = Step::match;
        else if (rises(row, column))
            step = Step::deletion;
        else if (falls(row, column - 1)) // the cell to the left is cheaper than the one above that
            step = Step::insertion;
        if (step != Step::insertion) --row;
        if (step != Step::deletion) --column;
        steps.push_back(step);
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
}

struct Trimmed {
    Symbols truth;
    Symbols result;
    std::size_t before = 0; ///< matches cut off
    std::size_t after = 0;
};

Trimmed trimmed(Symbols truth, Symbols result) {
    const std::size_t most = std::min(truth.size(), result.size());
    std::size_t before = 0;
    while (before < most && truth[before] == result[before])
        ++before;
    std::size_t after = 0;
    while (after < most - before && truth[truth.size() - 1 - after] == result[result.size() - 1 - after])
        ++after;
    return {truth.subspan(before, truth.size() - before - after),
            result.subspan(before, result.size() - before - after), before, after};
}

/// What a table within the diagonals of an assumed cost says is an upper bound, and exact if it is no more than that
/// cost.
std::int64_t distance_of_trimmed(Symbols truth, Symbols result) {
    const auto rows = static_cast<std::int64_t>(truth.size());
    const auto columns = static_cast<std::int64_t>(result.size());
    if (rows == 0 || columns == 0) return rows + columns;
    for (std::int64_t assumed = std::max<std::int64_t>(word_rows, std::abs(rows - columns) + word_rows);;) {
        const std::int64_t bound = Table(truth, result, band_of(rows, columns, assumed)).last_row(false).back();
        if (bound <= assumed) return bound;
        assumed = bound <= 4 * assumed ? bound : 2 * assumed;
    }
}

void append_alignment(Symbols truth, Symbols result, std::int64_t cost, std::vector<Step>& steps);

/// Where an alignment of this cost that passes the middle row does so, and what its parts cost.
void append_halves(Symbols truth, Symbols result, Band band, std::vector<Step>& steps) {
    const std::size_t middle = truth.size() / 2;
    const std::vector<std::int32_t> before = Table(truth.first(middle), result, band).last_row(false);
    const std::vector<Symbol> truth_back(truth.rbegin(), truth.rend() - static_cast<std::ptrdiff_t>(middle));
    const std::vector<Symbol> result_back(result.rbegin(), result.rend());
    const auto slant = static_cast<std::int64_t>(result.size()) - static_cast<std::int64_t>(truth.size());
    const std::vector<std::int32_t> after =
        Table(truth_back, result_back, {slant - band.highest, slant - band.lowest}).last_row(false);
    // Only columns that the band has in the middle row hold costs of that row.
    const auto width = static_cast<std::int64_t>(result.size());
    const auto row = static_cast<std::int64_t>(middle);
    std::int64_t best = -1;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (std::int64_t j = std::max<std::int64_t>(0, row + band.lowest); j <= std::min(width, row + band.highest); ++j) {
        const std::int64_t sum = std::int64_t(before[j]) + after[width - j];
        if (sum < least) {
            least = sum;
            best = j;
        }
    }
    append_alignment(truth.first(middle), result.first(best), before[best], steps);
    append_alignment(truth.subspan(middle), result.subspan(best), after[width - best], steps);
}

/// cost: the distance of the two.
void append_alignment(Symbols truth, Symbols result, std::int64_t cost, std::vector<Step>& steps) {
    const Trimmed inner = trimmed(truth, result);
    steps.insert(steps.end(), inner.before, Step::match);
    const auto rows = static_cast<std::int64_t>(inner.truth.size());
    const auto columns = static_cast<std::int64_t>(inner.result.size());
    if (rows == 0 || columns == 0) {
        steps.insert(steps.end(), inner.truth.size(), Step::deletion);
        steps.insert(steps.end(), inner.result.size(), Step::insertion);
    } else {
        const Band band = band_of(rows, columns, cost);
        const std::int64_t strips = (rows + word_rows - 1) / word_rows;
        const std::int64_t width = std::min(columns, band.highest - band.lowest + word_rows);
        if (strips * width <= stored_cells || rows == 1) {
            Table table(inner.truth, inner.result, band);
            table.last_row(true);
            const std::vector<Step> found = table.steps();
            steps.insert(steps.end(), found.begin(), found.end());
        } else {
            append_halves(inner.truth, inner.result, band, steps);
        }
    }
    steps.insert(steps.end(), inner.after, Step::match);
}

} // namespace

std::int64_t distance(Symbols truth, Symbols result) {
    const Trimmed inner = trimmed(truth, result);
    return distance_of_trimmed(inner.truth, inner.result);
}

std::vector<Step> align(Symbols truth, Symbols result) {
    std::vector<Step> steps;
    steps.reserve(std::max(truth.size(), result.size()));
    append_alignment(truth, result, distance(truth, result), steps);
    return steps;
}

} // namespace broadsheet::evaluate
