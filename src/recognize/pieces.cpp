// SPDX-License-Identifier: Apache-2.0
#include "recognize/pieces.h"

#include "text/characters.h"
#include "text/han.h"

#include <algorithm>
#include <opencv2/core.hpp>
#include <span>

namespace broadsheet {

namespace {

struct Sign {
    char32_t character;
    int begins = -1; ///< of a blank: the word behind it
};

std::vector<Sign> signs_of(const std::vector<Word>& words) {
    std::vector<Sign> signs;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && words[i].blank_before) signs.push_back({U' ', static_cast<int>(i)});
        for (const char32_t c : text::code_points(words[i].text))
            signs.push_back({c});
    }
    return signs;
}

/// How many signs differ between the rest of both, from each place of one and each of the other on.
class Differences {
public:
    Differences(const std::vector<Sign>& a, const std::vector<Sign>& b)
        : a_(a), b_(b), columns_(b.size() + 1), least_((a.size() + 1) * columns_) {
        for (std::size_t i = a.size() + 1; i-- > 0;)
            for (std::size_t k = b.size() + 1; k-- > 0;)
                at(i, k) = i == a.size()   ? static_cast<int>(b.size() - k)
                           : k == b.size() ? static_cast<int>(a.size() - i)
                                           : std::min({both(i, k), only_a(i, k), only_b(i, k)});
    }

    bool pairs(std::size_t i, std::size_t k) const { return at(i, k) == both(i, k); }
    bool skips_a(std::size_t i, std::size_t k) const { return at(i, k) == only_a(i, k); }

private:
    int& at(std::size_t i, std::size_t k) { return least_[i * columns_ + k]; }
    int at(std::size_t i, std::size_t k) const { return least_[i * columns_ + k]; }
    int only_a(std::size_t i, std::size_t k) const { return at(i + 1, k) + 1; }
    int only_b(std::size_t i, std::size_t k) const { return at(i, k + 1) + 1; }
    int both(std::size_t i, std::size_t k) const {
        const bool alike = (a_[i].begins < 0) == (b_[k].begins < 0);
        const int step = !alike ? 3 : a_[i].character == b_[k].character ? 0 : 1; // 3: more than leaving both out
        return at(i + 1, k + 1) + step;
    }

    const std::vector<Sign>&a_, &b_;
    std::size_t columns_;
    std::vector<int> least_;
};

/// Keeps what a less sure reading has in a word's place.
void add_others(Word& word, const Word& less_sure) {
    const auto add = [&](const std::string& text) {
        if (text != word.text && std::ranges::find(word.others, text) == word.others.end()) word.others.push_back(text);
    };
    add(less_sure.text);
    std::ranges::for_each(less_sure.others, add);
}

/// Piece by piece the surer one.
std::vector<Word> surer_pieces(const std::vector<Word>& a, const std::vector<Word>& b) {
    const std::vector<Sign> in_a = signs_of(a), in_b = signs_of(b);
    const Differences differences(in_a, in_b);
    std::vector<Word> surer;
    auto from_a = a.begin(), from_b = b.begin();
    const auto take = [&](std::vector<Word>::const_iterator to_a, std::vector<Word>::const_iterator to_b) {
        std::vector<Word> piece(from_a, to_a), other(from_b, to_b);
        if (mean_confidence(other) > mean_confidence(piece)) std::swap(piece, other);
        if (piece.size() == 1 && other.size() == 1) add_others(piece.front(), other.front());
        surer.insert(surer.end(), piece.begin(), piece.end());
        from_a = to_a, from_b = to_b;
    };
    for (std::size_t i = 0, k = 0; i < in_a.size() && k < in_b.size();) {
        if (differences.pairs(i, k)) {
            if (in_a[i].begins > 0 && in_b[k].begins > 0) take(a.begin() + in_a[i].begins, b.begin() + in_b[k].begins);
            ++i, ++k;
        } else {
            ++(differences.skips_a(i, k) ? i : k);
        }
    }
    take(a.end(), b.end());
    return surer;
}

std::vector<std::u32string> in_traditional(const std::vector<Word>& words) {
    std::vector<std::u32string> texts;
    for (const Word& word : words) {
        texts.push_back(text::code_points(word.text));
        std::ranges::transform(texts.back(), texts.back().begin(), text::traditional);
    }
    return texts;
}

/// Models leave out what they do not know rather than be unsure of it.
double confidence_of(std::span<const Word> words) {
    constexpr double of_nothing = 0.5;
    double sum = 0;
    for (const Word& word : words)
        sum += word.confidence;
    return words.empty() ? of_nothing : sum / static_cast<double>(words.size());
}

/// The words that a and b have in common, by their indexes; behind them the ends of both.
std::vector<std::pair<int, int>> common_of(const std::vector<Word>& a, const std::vector<Word>& b) {
    const std::vector<std::u32string> in_a = in_traditional(a), in_b = in_traditional(b);
    // The most words in common from each of a and each of b on.
    cv::Mat1i common = cv::Mat1i::zeros(static_cast<int>(a.size()) + 1, static_cast<int>(b.size()) + 1);
    const auto alike = [&](int i, int k) { return in_a[i] == in_b[k]; };
    for (int i = common.rows - 2; i >= 0; --i)
        for (int k = common.cols - 2; k >= 0; --k)
            common(i, k) = alike(i, k) ? common(i + 1, k + 1) + 1 : std::max(common(i + 1, k), common(i, k + 1));
    std::vector<std::pair<int, int>> pairs;
    for (int i = 0, k = 0; i < common.rows - 1 && k < common.cols - 1;) {
        if (alike(i, k))
            pairs.emplace_back(i++, k++);
        else
            ++(common(i + 1, k) >= common(i, k + 1) ? i : k);
    }
    pairs.emplace_back(common.rows - 1, common.cols - 1);
    return pairs;
}

/// What both have in common, in a's writing, and where they differ what b has if takes_b(a's, b's, b's index) says so.
template <typename TakesB>
std::vector<Word> joined(const std::vector<Word>& a, const std::vector<Word>& b, TakesB takes_b) {
    std::vector<Word> out;
    int from_a = 0, from_b = 0;
    for (const auto& [i, k] : common_of(a, b)) {
        const std::span of_a(a.begin() + from_a, a.begin() + i), of_b(b.begin() + from_b, b.begin() + k);
        const auto& taken = takes_b(of_a, of_b, from_b) ? of_b : of_a;
        out.insert(out.end(), taken.begin(), taken.end());
        if (i < static_cast<int>(a.size())) out.push_back(a[i]);
        from_a = i + 1, from_b = k + 1;
    }
    return out;
}

/// Which of the words other has in their place.
std::vector<char> found_in(const std::vector<Word>& words, const std::vector<Word>& other) {
    std::vector<char> found(words.size() + 1, 0);
    for (const auto& [i, k] : common_of(words, other))
        found[i] = k < static_cast<int>(other.size());
    return found;
}

} // namespace

std::vector<Word> surest_pieces(std::vector<std::vector<Word>> readings) {
    std::stable_sort(readings.begin(), readings.end(), [](const std::vector<Word>& a, const std::vector<Word>& b) {
        return mean_confidence(a) > mean_confidence(b);
    });
    std::vector<Word> surest;
    for (std::vector<Word>& reading : readings)
        surest = surest.empty() ? std::move(reading) : surer_pieces(surest, reading);
    return surest;
}

std::vector<Word> surest_signs(const std::vector<Word>& a, const std::vector<Word>& b) {
    return joined(a, b, [](std::span<const Word> of_a, std::span<const Word> of_b, int) {
        return confidence_of(of_b) > confidence_of(of_a);
    });
}

std::vector<Word> surest_signs(const std::vector<Word>& a, const std::vector<Word>& b, const std::vector<Word>& third) {
    constexpr double sure = 0.95, unsure = 0.98; // the third's scale is another one
    const std::vector<char> in_a = found_in(third, a), in_b = found_in(third, b);
    const auto all = [](const std::vector<char>& found, int from, std::size_t count) {
        const auto begin = found.begin() + from;
        return count > 0 && std::all_of(begin, begin + static_cast<std::ptrdiff_t>(count), [](char c) { return c; });
    };
    return joined(surest_signs(a, b), third,
                  [&](std::span<const Word> of_both, std::span<const Word> of_third, int at) {
                      return all(in_a, at, of_third.size()) || all(in_b, at, of_third.size()) ||
                             (confidence_of(of_third) > sure && confidence_of(of_both) < unsure);
                  });
}

} // namespace broadsheet
