// SPDX-License-Identifier: Apache-2.0
#include "support/score.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <vector>

namespace broadsheet::test {
namespace {

constexpr std::size_t gram = 5; ///< characters of the pieces that tell where a paragraph stands

std::u32string folded(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    const icu::UnicodeString normal = nfkc->normalize(icu::UnicodeString::fromUTF8(text), status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU cannot normalise");
    std::u32string out;
    for (int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1)) {
        const UChar32 c = normal.char32At(i);
        if (!u_isUWhiteSpace(c) && c != 0xAD) out += static_cast<char32_t>(c);
    }
    return out;
}

std::vector<std::u32string> paragraphs(const std::string& text) {
    std::vector<std::u32string> out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\n\f", begin), text.size());
        std::u32string line = folded(text.substr(begin, end - begin));
        if (!line.empty()) out.push_back(std::move(line));
        begin = end + 1;
    }
    return out;
}

std::u32string joined(const std::vector<std::u32string>& parts) {
    return std::accumulate(parts.begin(), parts.end(), std::u32string());
}

using Places = std::map<std::u32string_view, std::vector<int>>;

Places places_of_grams(std::u32string_view text) {
    Places places;
    for (std::size_t i = 0; i + gram <= text.size(); ++i)
        places[text.substr(i, gram)].push_back(static_cast<int>(i));
    return places;
}

/// Where the paragraph begins in the output, by the middle of what its pieces say that stand once in the truth and once
/// in the output; "nothing" where no piece does.
std::optional<int> find(std::u32string_view paragraph, const Places& in_truth, const Places& in_output) {
    std::vector<int> votes;
    for (std::size_t i = 0; i + gram <= paragraph.size(); ++i) {
        const std::u32string_view piece = paragraph.substr(i, gram);
        const auto found = in_output.find(piece);
        if (found != in_output.end() && found->second.size() == 1 && in_truth.at(piece).size() == 1)
            votes.push_back(found->second.front() - static_cast<int>(i));
    }
    if (votes.empty()) return {};
    std::nth_element(votes.begin(), votes.begin() + std::ssize(votes) / 2, votes.end());
    return votes[votes.size() / 2];
}

bool can_be_looked_for(std::u32string_view paragraph, const Places& in_truth) {
    for (std::size_t i = 0; i + gram <= paragraph.size(); ++i)
        if (in_truth.at(paragraph.substr(i, gram)).size() == 1) return true;
    return false;
}

void score_order(const std::vector<std::u32string>& truth, const std::u32string& all_truth,
                 const std::u32string& output, Score& score) {
    const Places in_truth = places_of_grams(all_truth);
    const Places in_output = places_of_grams(output);
    std::vector<std::optional<int>> starts;
    for (const std::u32string& paragraph : truth)
        if (can_be_looked_for(paragraph, in_truth)) starts.push_back(find(paragraph, in_truth, in_output));
    score.found.whole = static_cast<int>(starts.size());
    score.found.part =
        static_cast<int>(std::count_if(starts.begin(), starts.end(), [](auto& s) { return s.has_value(); }));
    for (std::size_t i = 1; i < starts.size(); ++i) {
        if (!starts[i - 1] || !starts[i]) continue;
        const int before = *starts[i - 1];
        const int after = *starts[i];
        const bool parted =
            std::any_of(starts.begin(), starts.end(), [&](auto& s) { return s && before < *s && *s < after; });
        ++score.order.whole;
        if (before < after && !parted) ++score.order.part;
    }
}

bool same_paragraph(const std::u32string& truth, const std::u32string& output) {
    const int forgiven = 1 + static_cast<int>(truth.size()) / 10;
    const int longer = static_cast<int>(output.size()) - static_cast<int>(truth.size());
    return std::abs(longer) <= forgiven && edit_distance(truth, output) <= forgiven;
}

} // namespace

int edit_distance(const std::u32string& a, const std::u32string& b) {
    std::vector<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 0; i < a.size(); ++i) {
        int diagonal = row[0]++;
        for (std::size_t k = 0; k < b.size(); ++k) {
            const int replaced = diagonal + (a[i] == b[k] ? 0 : 1);
            diagonal = row[k + 1];
            row[k + 1] = std::min({replaced, diagonal + 1, row[k] + 1});
        }
    }
    return row.back();
}

Score score(const std::string& truth, const std::string& output) {
    const std::vector<std::u32string> wanted = paragraphs(truth);
    const std::vector<std::u32string> got = paragraphs(output);
    const std::u32string all_wanted = joined(wanted);
    const std::u32string all_got = joined(got);

    Score result;
    result.characters = static_cast<int>(all_wanted.size());
    result.errors = edit_distance(all_wanted, all_got);
    for (const std::u32string& paragraph : wanted) {
        if (paragraph.size() < 24) continue;
        ++result.paragraphs.whole;
        if (std::any_of(got.begin(), got.end(), [&](auto& line) { return same_paragraph(paragraph, line); }))
            ++result.paragraphs.part;
    }
    score_order(wanted, all_wanted, all_got, result);
    return result;
}

} // namespace broadsheet::test
