// SPDX-License-Identifier: Apache-2.0
#include "evaluate/ignored_regions.h"

#include "evaluate/places.h"
#include "evaluate/tokens.h"
#include "text/characters.h"

#include <algorithm>

namespace broadsheet::evaluate {
namespace {

bool lies_in(const Region& region, const std::vector<Box>& boxes) {
    if (region.box.empty()) return false;
    const Point middle = region.box.center();
    return std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) {
        return middle.x >= box.left && middle.x < box.right && middle.y >= box.top && middle.y < box.bottom;
    });
}

bool is_ignored(const Region& region, const Options& options) {
    const auto& kinds = options.ignored_kinds;
    return std::find(kinds.begin(), kinds.end(), region.kind) != kinds.end() || lies_in(region, options.ignored_boxes);
}

std::string joined(const std::vector<Region>& regions) {
    std::string text;
    for (const Region& region : regions)
        append_paragraph(text, region.text);
    return text;
}

/// The result's text without what stands in the place of ignored regions.
std::string without_their_text(const std::vector<Region>& regions, const std::string& result, const Options& options) {
    const std::u32string text = text::code_points(result);
    const std::vector<Folded> parts = with_floats_placed(folded(regions), without_blanks(folded(result)));
    std::u32string truth;
    std::vector<std::pair<std::size_t, std::size_t>> spans;
    for (const Folded& part : parts) {
        const std::size_t from = truth.size();
        truth += text::code_points(part.region->text);
        if (is_ignored(*part.region, options)) spans.emplace_back(from, truth.size());
        truth += U"\n\n";
    }
    const NumberedPair numbers = numbered(truth, text);
    const std::vector<Step> steps = align(Symbols(numbers.truth), Symbols(numbers.result));
    std::vector<std::size_t> result_at(truth.size() + 1); // where the result is when the truth is there
    std::vector<std::size_t> matches(truth.size() + 1);   // before there
    std::size_t i = 0;
    std::size_t j = 0;
    for (const Step step : steps) {
        if (step != Step::insertion) {
            result_at[i] = j;
            matches[i + 1] = matches[i] + (step == Step::match);
            ++i;
        }
        if (step != Step::deletion) ++j;
    }
    result_at[truth.size()] = text.size();
    std::u32string kept;
    std::size_t from = 0;
    for (const auto& [begin, end] : spans) {
        if (2 * (matches[end] - matches[begin]) < end - begin) continue;
        kept += text.substr(from, result_at[begin] - from);
        from = result_at[end];
    }
    return text::utf8(kept + text.substr(from));
}

} // namespace

ComparedPair without_ignored(Transcript truth, Transcript result, const Options& options) {
    if (std::erase_if(result.regions, [&](const Region& region) { return lies_in(region, options.ignored_boxes); }) > 0)
        result.text = joined(result.regions);
    const auto ignored = [&](const Region& region) { return is_ignored(region, options); };
    if (std::any_of(truth.regions.begin(), truth.regions.end(), ignored)) {
        result.text = without_their_text(truth.regions, result.text, options);
        std::erase_if(truth.regions, ignored);
        truth.text = joined(truth.regions);
    }
    return {std::move(truth), std::move(result)};
}

} // namespace broadsheet::evaluate
