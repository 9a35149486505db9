// SPDX-License-Identifier: Apache-2.0
#include "evaluate/places.h"

#include "evaluate/tokens.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <unordered_set>

namespace broadsheet::evaluate {
namespace {

using Text = std::u32string;
using View = std::u32string_view;
using Places = std::vector<std::optional<std::int64_t>>;

constexpr double near_places = 8; // characters: places that differ by less are one

/// How many of the texts have each run of five.
std::unordered_map<View, int> spread_of(const std::vector<View>& texts) {
    std::unordered_map<View, int> spread;
    for (const View text : texts) {
        std::unordered_set<View> seen;
        for (std::size_t i = 0; i + Grams::length <= text.size(); ++i)
            if (seen.insert(text.substr(i, Grams::length)).second) ++spread[text.substr(i, Grams::length)];
    }
    return spread;
}

/// Where text is, if it is there just once.
std::optional<std::int64_t> only_occurrence(View text, View flat) {
    const std::size_t first = flat.find(text);
    if (text.empty() || first == View::npos || flat.find(text, first + text.size()) != View::npos) return {};
    return static_cast<std::int64_t>(first);
}

/// Ties go to the even number.
std::int64_t neighbourhood(std::int64_t place) {
    return std::lrint(static_cast<double>(place) / near_places);
}

std::optional<std::int64_t> agreed(const std::vector<std::int64_t>& hits) {
    Votes votes;
    for (const std::int64_t hit : hits)
        votes.add(neighbourhood(hit));
    const auto chosen = static_cast<double>(votes.winner());
    std::vector<std::int64_t> mine;
    for (const std::int64_t hit : hits)
        if (std::abs(static_cast<double>(hit) / near_places - chosen) <= 1) mine.push_back(hit);
    std::sort(mine.begin(), mine.end());
    return mine[mine.size() / 2];
}

std::vector<View> flats(const std::vector<Folded>& regions) {
    std::vector<View> views;
    for (const Folded& region : regions)
        views.push_back(region.flat);
    return views;
}

Text joined_flats(const std::vector<Folded>& regions) {
    Text out;
    for (const Folded& region : regions)
        out += region.flat;
    return out;
}

/// The printed lines in true order, flat, hyphens at their ends left out, those too short to be looked for too.
std::vector<Text> printed_lines(const std::vector<Folded>& regions) {
    std::vector<Text> out;
    for (const Folded& region : regions) {
        const std::vector<Text> whole = {region.text};
        for (const Text& line : region.lines.empty() ? whole : region.lines) {
            Text flat = without_blanks(line);
            if (!flat.empty() && flat.back() == U'-') flat.pop_back();
            if (flat.size() >= Grams::length) out.push_back(std::move(flat));
        }
    }
    return out;
}

struct Found {
    std::int64_t place;
    std::size_t index;
    auto operator<=>(const Found&) const = default;
};

std::vector<Found> sorted(const Places& places) {
    std::vector<Found> found;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (places[i]) found.push_back({*places[i], i});
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

bool is_float(const std::string& kind) {
    constexpr std::array kinds = {"caption", "header",  "footer",      "page-number",  "figure",       "marginalia",
                                  "advert",  "picture", "page number", "running head", "running foot", "advertisement"};
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

Text folded(const std::string& text) {
    static const Profile bench = *find_profile("bench");
    return normalised(text, bench);
}

std::vector<Folded> folded(const std::vector<Region>& regions) {
    std::vector<Folded> out;
    for (const Region& region : regions) {
        out.push_back({&region, folded(region.text), {}, {}});
        out.back().flat = without_blanks(out.back().text);
        for (const std::string& line : region.lines)
            out.back().lines.push_back(folded(line));
    }
    return out;
}

Grams::Grams(View text) {
    for (std::size_t i = 0; i + length <= text.size(); ++i) {
        const auto [it, is_new] = places_.try_emplace(text.substr(i, length), static_cast<std::int64_t>(i));
        if (!is_new) it->second = -1;
    }
}

std::int64_t Grams::only_place(View run) const {
    const auto found = places_.find(run);
    return found == places_.end() ? -1 : found->second;
}

void Votes::add(std::int64_t value) {
    const auto [it, is_new] = at_.try_emplace(value, counts_.size());
    if (is_new) counts_.emplace_back(value, 0);
    ++counts_[it->second].second;
}

std::int64_t Votes::winner() const {
    return std::max_element(counts_.begin(), counts_.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

Places locate(const std::vector<View>& texts, View flat) {
    const Grams grams(flat);
    const std::unordered_map<View, int> spread = spread_of(texts);
    Places places;
    for (const View text : texts) {
        std::vector<std::int64_t> hits;
        for (std::size_t i = 0; i + Grams::length <= text.size(); ++i) {
            const View run = text.substr(i, Grams::length);
            const std::int64_t place = spread.at(run) == 1 ? grams.only_place(run) : -1;
            if (place >= 0) hits.push_back(place - static_cast<std::int64_t>(i));
        }
        places.push_back(hits.empty() ? only_occurrence(text, flat) : agreed(hits));
    }
    return places;
}

std::vector<Folded> with_floats_placed(const std::vector<Folded>& regions, View flat) {
    const Places places = locate(flats(regions), flat);
    std::vector<Found> body;
    std::vector<Found> floats;
    for (const Found& found : sorted(places))
        (is_float(regions[found.index].region->kind) ? floats : body).push_back(found);
    if (floats.empty()) return regions;
    // By the body region that each stands behind; the last place: before all.
    std::vector<std::vector<std::size_t>> behind(regions.size() + 1);
    for (const Found& found : floats) {
        const auto after = std::lower_bound(body.begin(), body.end(), Found{found.place, 0});
        behind[after == body.begin() ? regions.size() : std::prev(after)->index].push_back(found.index);
    }
    std::vector<std::size_t> order = behind.back();
    for (std::size_t i = 0; i < regions.size(); ++i) {
        if (places[i] && is_float(regions[i].region->kind)) continue;
        order.push_back(i);
        order.insert(order.end(), behind[i].begin(), behind[i].end());
    }
    std::vector<Folded> placed;
    for (const std::size_t i : order)
        placed.push_back(regions[i]);
    const bool better = distance(joined_flats(placed), flat) < distance(joined_flats(regions), flat);
    return better ? placed : regions;
}

std::optional<std::int64_t> order_errors(const std::vector<Folded>& regions, View flat) {
    const std::vector<Text> lines = printed_lines(regions);
    const std::vector<Found> found = sorted(locate({lines.begin(), lines.end()}, flat));
    if (found.empty()) return {};
    const auto cut = [&](std::size_t i) {
        return i < found.size() ? static_cast<std::size_t>(std::max<std::int64_t>(0, found[i].place)) : flat.size();
    };
    std::vector<std::pair<std::size_t, View>> pieces; // true place, what the result has from there on
    for (std::size_t i = 0; i < found.size(); ++i)
        pieces.emplace_back(found[i].index, flat.substr(cut(i), cut(i + 1) - cut(i)));
    std::sort(pieces.begin(), pieces.end());
    Text reordered(flat.substr(0, cut(0)));
    for (const auto& [index, piece] : pieces)
        reordered += piece;
    if (reordered == flat) return 0;
    const Text truth = joined_flats(regions);
    return std::max<std::int64_t>(0, distance(truth, flat) - distance(truth, reordered));
}

void score_order(const std::vector<Folded>& regions, View flat, Scores& scores) {
    std::vector<View> body;
    Text truth;
    for (const Folded& region : regions) {
        if (is_float(region.region->kind)) continue;
        truth += region.flat;
        body.push_back(region.flat);
    }
    const Places known = locate(body, truth); // too short or repeated: there is no place to look for
    std::vector<View> texts;
    for (std::size_t i = 0; i < body.size(); ++i)
        if (known[i] && body[i].size() >= 4) texts.push_back(body[i]);
    const Places places = locate(texts, flat);
    std::vector<std::int64_t> found;
    for (const Found& one : sorted(places))
        found.push_back(one.place);
    scores.found = {std::ssize(found), std::ssize(texts)};
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
        if (!places[i] || !places[i + 1]) continue;
        const std::int64_t here = *places[i];
        const std::int64_t next = *places[i + 1];
        const auto between =
            std::lower_bound(found.begin(), found.end(), next) - std::upper_bound(found.begin(), found.end(), here);
        const bool follows = here < next && between == 0;
        scores.neighbours += {follows, 1};
        scores.order += {follows ? 0 : here < next ? 1 : 2, 1};
    }
}

} // namespace broadsheet::evaluate
