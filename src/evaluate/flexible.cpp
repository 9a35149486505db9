// SPDX-License-Identifier: Apache-2.0
#include "evaluate/flexible.h"

#include "evaluate/tokens.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>
#include <unordered_map>

namespace broadsheet::evaluate {
namespace {

/// A piece of a line: [start, start + text.size()) of the whole text, which tells pieces apart.
struct Piece {
    std::size_t start = 0;
    Symbols text;
    std::size_t end() const { return start + text.size(); }
};

/// Longest first, then as they stand in the text.
bool comes_first(const Piece& a, const Piece& b) {
    return a.text.size() != b.text.size() ? a.text.size() > b.text.size() : a.start < b.start;
}

struct Weights {
    double errors, length_difference, offset, length;
};

/// Where a piece matches another: both parts, and the errors between them.
struct Match {
    std::size_t truth_from = 0, truth_to = 0;
    std::size_t result_from = 0, result_to = 0;
    std::int64_t errors = 0;
    std::int64_t weighted = 0; ///< substitutions count twice
    bool is_any = false;
};

/// The part of line that is most like text (Sellers 1980): its start and end. Few cells, so a plain table will do.
std::pair<std::size_t, std::size_t> most_like(Symbols text, Symbols line) {
    struct Cell {
        std::int32_t cost;
        std::int32_t from;
    };
    std::vector<Cell> row(line.size() + 1);
    for (std::size_t j = 0; j <= line.size(); ++j)
        row[j] = {0, static_cast<std::int32_t>(j)};
    for (const Symbol symbol : text) {
        Cell diagonal = row[0];
        ++row[0].cost;
        for (std::size_t j = 1; j <= line.size(); ++j) {
            const Cell above = row[j];
            // Substitutions cost two, as in the paper's penalty; matches on the diagonal win ties.
            Cell best = {diagonal.cost + (symbol == line[j - 1] ? 0 : 2), diagonal.from};
            if (above.cost + 1 < best.cost) best = {above.cost + 1, above.from};
            if (row[j - 1].cost + 1 < best.cost) best = {row[j - 1].cost + 1, row[j - 1].from};
            row[j] = best;
            diagonal = above;
        }
    }
    const auto end =
        std::min_element(row.begin(), row.end(), [](const Cell& a, const Cell& b) { return a.cost < b.cost; });
    return {static_cast<std::size_t>(end->from), static_cast<std::size_t>(end - row.begin())};
}

struct Span {
    std::size_t from = 0;
    std::size_t to = 0;
};

/// The shorter text is laid upon as many characters of the longer as it has itself, around where they are most like it;
/// or upon all of them.
std::array<Span, 3> places_for(Symbols text, Symbols line) {
    const auto [from, to] = most_like(text, line);
    const std::size_t right = std::min(from, line.size() - text.size());
    const std::size_t left = std::max(to, text.size()) - text.size();
    return {Span{left, left + text.size()}, Span{right, right + text.size()}, Span{0, line.size()}};
}

Match match(const Piece& truth, const Piece& result) {
    const bool truth_is_shorter = truth.text.size() <= result.text.size();
    const Symbols shorter = truth_is_shorter ? truth.text : result.text;
    const Symbols longer = truth_is_shorter ? result.text : truth.text;
    Match best;
    for (const Span& part : places_for(shorter, longer)) {
        Match out{0, truth.text.size(), 0, result.text.size()};
        (truth_is_shorter ? out.result_from : out.truth_from) = part.from;
        (truth_is_shorter ? out.result_to : out.truth_to) = part.to;
        for (const Step step : align(truth.text.subspan(out.truth_from, out.truth_to - out.truth_from),
                                     result.text.subspan(out.result_from, out.result_to - out.result_from))) {
            out.is_any = out.is_any || step == Step::match;
            out.errors += step != Step::match;
            out.weighted += step == Step::match ? 0 : step == Step::substitution ? 2 : 1;
        }
        const bool better = std::tie(out.weighted, out.errors) < std::tie(best.weighted, best.errors);
        if (out.is_any && (!best.is_any || better)) best = out;
    }
    return best;
}

class Matcher {
public:
    Matcher(std::vector<Piece> truth, std::vector<Piece> result)
        : truth_(std::move(truth)), result_(std::move(result)) {}

    std::int64_t errors(const Weights& weights);

private:
    const Match& matched(const Piece& truth, const Piece& result);
    double penalty(const Piece& truth, const Piece& result, const Match& match, const Weights& weights) const;

    struct Key {
        std::size_t truth, truth_size, result, result_size;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const {
            std::size_t hash = key.truth;
            for (const std::size_t part : {key.truth_size, key.result, key.result_size})
                hash = hash * 0x9E3779B97F4A7C15u + part;
            return hash;
        }
    };
    std::vector<Piece> truth_;
    std::vector<Piece> result_;
    std::unordered_map<Key, Match, Hash> known_;
};

const Match& Matcher::matched(const Piece& truth, const Piece& result) {
    const Key key{truth.start, truth.text.size(), result.start, result.text.size()};
    const auto found = known_.find(key);
    if (found != known_.end()) return found->second;
    return known_.emplace(key, match(truth, result)).first->second;
}

/// The paper's, section 3: errors and unlike lengths cost, a part in the middle of its line costs, length pays.
double Matcher::penalty(const Piece& truth, const Piece& result, const Match& match, const Weights& weights) const {
    const auto a = static_cast<double>(truth.text.size());
    const auto b = static_cast<double>(result.text.size());
    const double difference = std::abs(a - b);
    const auto from = static_cast<double>(std::max(match.truth_from, match.result_from));
    const double offset = difference > 1 ? difference / 2 - std::abs(from - difference / 2) : 0;
    return static_cast<double>(match.weighted) * weights.errors + difference * weights.length_difference +
           offset * weights.offset - std::min(a, b) * weights.length;
}

/// What is left of piece when [from, to) is taken, back among the others.
void put_back(std::vector<Piece>& pieces, const Piece& piece, std::size_t from, std::size_t to) {
    const auto insert = [&](const Piece& rest) {
        if (!rest.text.empty()) pieces.insert(std::lower_bound(pieces.begin(), pieces.end(), rest, comes_first), rest);
    };
    insert({piece.start, piece.text.first(from)});
    insert({piece.start + to, piece.text.subspan(to)});
}

std::int64_t Matcher::errors(const Weights& weights) {
    std::vector<Piece> truth = truth_;
    std::vector<Piece> result = result_;
    std::int64_t errors = 0;
    while (!truth.empty()) {
        const Piece line = truth.front();
        truth.erase(truth.begin());
        double least = std::numeric_limits<double>::max();
        std::size_t best = result.size();
        for (std::size_t i = 0; i < result.size(); ++i) {
            const Match& one = matched(line, result[i]);
            const double cost = one.is_any ? penalty(line, result[i], one, weights) : least;
            if (cost < least) {
                least = cost;
                best = i;
            }
        }
        if (best == result.size()) { // nothing of it is anywhere
            errors += std::ssize(line.text);
            continue;
        }
        const Piece other = result[best];
        const Match chosen = matched(line, other);
        errors += chosen.errors;
        result.erase(result.begin() + static_cast<std::ptrdiff_t>(best));
        put_back(truth, line, chosen.truth_from, chosen.truth_to);
        put_back(result, other, chosen.result_from, chosen.result_to);
    }
    for (const Piece& left : result)
        errors += std::ssize(left.text);
    return errors;
}

std::vector<Piece> lines(std::u32string_view text, const std::vector<Symbol>& numbers) {
    std::vector<Piece> pieces;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != U'\n' && text[i] != U'\f') continue;
        if (i > from) pieces.push_back({from, Symbols(numbers).subspan(from, i - from)});
        from = i + 1;
    }
    std::sort(pieces.begin(), pieces.end(), comes_first);
    return pieces;
}

} // namespace

Rate flexible_errors(std::u32string_view truth, std::u32string_view result) {
    const NumberedPair numbers = numbered(truth, result);
    const std::vector<Piece> truth_lines = lines(truth, numbers.truth);
    Rate rate{std::numeric_limits<std::int64_t>::max(), 0};
    for (const Piece& line : truth_lines)
        rate.whole += std::ssize(line.text);
    Matcher matcher(truth_lines, lines(result, numbers.result));
    // The ends and the middle of the ranges that the paper searches.
    for (const double length_difference : {20., 0., 10.})
        for (const double offset : {1., 3.})
            for (const double length : {4., 0.}) {
                rate.part = std::min(rate.part, matcher.errors({25, length_difference, offset, length}));
                if (rate.part == 0) return rate;
            }
    return rate;
}

} // namespace broadsheet::evaluate
