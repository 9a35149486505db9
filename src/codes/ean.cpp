// SPDX-License-Identifier: Apache-2.0
#include "codes/ean.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet::codes {
namespace {

constexpr int modules = 95;
constexpr int digit_modules = 7;
constexpr int digits_read = 12;
constexpr int per_module = 4;                             // samples
constexpr int samples = (digit_modules + 2) * per_module; // of a digit with a module on either side

/// The left digits with odd parity; even parity is the right code read backwards, the right code the odd one inverted.
constexpr std::array<std::string_view, 10> odd = {"0001101", "0011001", "0010011", "0111101", "0100011",
                                                  "0110001", "0101111", "0111011", "0110111", "0001011"};
/// Which left digits are even, by the first digit, which is not drawn.
constexpr std::array<std::string_view, 10> parities = {"OOOOOO", "OOEOEE", "OOEEOE", "OOEEEO", "OEOOEE",
                                                       "OEEOOE", "OEEEOO", "OEOEOE", "OEOEEO", "OEEOEO"};

std::string inverted(std::string_view pattern) {
    std::string out(pattern);
    for (char& c : out)
        c = c == '0' ? '1' : '0';
    return out;
}

/// '1' is a bar. What stands beside a digit is known: a bar before and a blank after it on the left, the reverse on the
/// right.
std::string pattern_of(int digit, bool left, bool even) {
    const std::string right = inverted(odd[static_cast<std::size_t>(digit)]);
    if (!left) return '0' + right + '1';
    return '1' +
           (even ? std::string(right.rbegin(), right.rend()) : std::string(odd[static_cast<std::size_t>(digit)])) + '0';
}

using Samples = std::array<float, samples>;

struct Blur {
    double sigma = 0;  ///< modules
    double spread = 0; ///< by how much a bar is wider than printed, modules
};

double step_seen(double distance, double sigma) {
    return 0.5 * (1 + std::erf(distance / (sigma * std::sqrt(2.0))));
}

/// The pattern as a blurred row: 1 is light, of mean 0 and length 1.
Samples drawn(const std::string& pattern, const Blur& blur) {
    Samples out{};
    for (int i = 0; i < samples; ++i) {
        const double x = (i + 0.5) / per_module;
        double dark = 0;
        for (std::size_t m = 0; m < pattern.size(); ++m) {
            if (pattern[m] == '0') continue;
            std::size_t end = m;
            while (end < pattern.size() && pattern[end] == '1')
                ++end;
            dark += step_seen(x - static_cast<double>(m) + blur.spread / 2, blur.sigma) -
                    step_seen(x - static_cast<double>(end) - blur.spread / 2, blur.sigma);
            m = end - 1;
        }
        out[static_cast<std::size_t>(i)] = static_cast<float>(-dark);
    }
    return out;
}

void normalise(Samples& values) {
    double mean = 0;
    for (const float v : values)
        mean += v / samples;
    double square = 0;
    for (float& v : values) {
        v -= static_cast<float>(mean);
        square += v * v;
    }
    for (float& v : values)
        v = square > 0 ? static_cast<float>(v / std::sqrt(square)) : 0.F;
}

double likeness(const Samples& a, const Samples& b) {
    double sum = 0;
    for (int i = 0; i < samples; ++i)
        sum += a[static_cast<std::size_t>(i)] * b[static_cast<std::size_t>(i)];
    return sum;
}

struct Pattern {
    int digit = 0;
    bool even = false;
    Samples seen;
};

struct Patterns {
    std::vector<Pattern> left;
    std::vector<Pattern> right;
};

Patterns patterns_of(const Blur& blur) {
    Patterns out;
    for (int digit = 0; digit < 10; ++digit)
        for (const bool even : {false, true}) {
            Pattern pattern{digit, even, drawn(pattern_of(digit, true, even), blur)};
            normalise(pattern.seen);
            out.left.push_back(pattern);
            if (even) continue;
            pattern.seen = drawn(pattern_of(digit, false, false), blur);
            normalise(pattern.seen);
            out.right.push_back(pattern);
        }
    return out;
}

/// Made once: blurs from sharp to a bar's own width, ink that has spread or been lost.
const std::vector<Patterns>& all_patterns() {
    static const std::vector<Patterns> all = [] {
        std::vector<Patterns> made;
        for (const double sigma : {0.2, 0.4, 0.6, 0.8, 1.0})
            for (const double spread : {-0.3, 0.0, 0.3})
                made.push_back(patterns_of({sigma, spread}));
        return made;
    }();
    return all;
}

float value_at(const cv::Mat& row, double x) {
    const double inside = std::clamp(x - 0.5, 0.0, row.cols - 1.001);
    const int i = static_cast<int>(inside);
    const auto part = static_cast<float>(inside - i);
    return row.at<float>(i) * (1 - part) + row.at<float>(i + 1) * part;
}

/// Module where a digit begins, counted from the first bar.
int start_of(int digit) {
    return digit < 6 ? 3 + digit * digit_modules : 50 + (digit - 6) * digit_modules;
}

struct Digit {
    int value = 0;
    bool even = false;
    double likeness = 0;
    double margin = 0; ///< over the next best pattern
};

Digit best_digit(const Samples& seen, const std::vector<Pattern>& patterns) {
    Digit best{0, false, -1, 0};
    double second = -1;
    for (const Pattern& pattern : patterns) {
        const double like = likeness(seen, pattern.seen);
        if (like > best.likeness) {
            second = best.likeness;
            best = {pattern.digit, pattern.even, like, 0};
        } else {
            second = std::max(second, like);
        }
    }
    best.margin = best.likeness - second;
    return best;
}

/// Digits may lie up to most_shift steps beside where equal modules put them, and drift by one step from one to the
/// next: paper bends.
constexpr int most_shift = 4;
constexpr int shifts = 2 * most_shift + 1;
constexpr double shift_step = 0.2; // modules

struct Path {
    std::array<Digit, digits_read> digits;
    double sum = -1e9;
};

Path best_path(const cv::Mat& row, double first, double module, const Patterns& patterns) {
    std::array<Path, shifts> paths;
    for (Path& path : paths)
        path.sum = 0;
    for (int d = 0; d < digits_read; ++d) {
        std::array<Path, shifts> next;
        for (int s = 0; s < shifts; ++s) {
            const double at = first + (start_of(d) - 1 + (s - most_shift) * shift_step) * module;
            Samples seen;
            for (int i = 0; i < samples; ++i)
                seen[static_cast<std::size_t>(i)] = value_at(row, at + (i + 0.5) / per_module * module);
            normalise(seen);
            const Digit digit = best_digit(seen, d < 6 ? patterns.left : patterns.right);
            const Path* from = nullptr;
            for (int before = std::max(0, s - 1); before <= std::min(shifts - 1, s + 1); ++before)
                if (!from || paths[static_cast<std::size_t>(before)].sum > from->sum)
                    from = &paths[static_cast<std::size_t>(before)];
            Path& path = next[static_cast<std::size_t>(s)];
            path = *from;
            path.sum += digit.likeness;
            path.digits[static_cast<std::size_t>(d)] = digit;
        }
        paths = next;
    }
    return *std::max_element(paths.begin(), paths.end(), [](const Path& a, const Path& b) { return a.sum < b.sum; });
}

/// Correlation of the guard bars (101 at either end, 01010 in the middle, with a module on either side) with a row.
double guard_likeness(const cv::Mat& row, double first, double last) {
    struct Part {
        int start;
        std::string_view pattern;
    };
    constexpr std::array parts = {Part{-1, "01010"}, Part{44, "1010101"}, Part{91, "01010"}};
    const double module = (last - first) / modules;
    double n = 0, sum_a = 0, sum_b = 0, sum_ab = 0, sum_aa = 0, sum_bb = 0;
    for (const Part& part : parts)
        for (std::size_t m = 0; m < part.pattern.size(); ++m)
            for (const double at : {0.3, 0.5, 0.7}) {
                const double a = value_at(row, first + (part.start + static_cast<double>(m) + at) * module);
                const double b = part.pattern[m] == '0';
                ++n, sum_a += a, sum_b += b, sum_ab += a * b, sum_aa += a * a, sum_bb += b * b;
            }
    const double variance = (sum_aa - sum_a * sum_a / n) * (sum_bb - sum_b * sum_b / n);
    return variance > 0 ? (sum_ab - sum_a * sum_b / n) / std::sqrt(variance) : 0;
}

/// Where the row goes from light to dark between from and to, half-way between the lightest and the darkest near by.
std::vector<double> falls(const cv::Mat& row, int from, int to, int reach) {
    cv::Mat high, low;
    const cv::Mat window = cv::Mat::ones(1, 2 * reach + 1, CV_8U);
    cv::dilate(row, high, window);
    cv::erode(row, low, window);
    std::vector<double> places;
    for (int x = std::max(0, from); x + 1 < std::min(to, row.cols); ++x) {
        const double half = (high.at<float>(x) + low.at<float>(x)) / 2;
        const double here = row.at<float>(x), next = row.at<float>(x + 1);
        if (high.at<float>(x) - low.at<float>(x) < 20 || here <= half || next > half) continue;
        places.push_back(x + (here - half) / (here - next) + 0.5);
    }
    return places;
}

std::optional<std::string> digits_of(const Path& path) {
    std::string parity;
    for (int d = 0; d < 6; ++d)
        parity += path.digits[static_cast<std::size_t>(d)].even ? 'E' : 'O';
    const auto found = std::find(parities.begin(), parities.end(), parity);
    if (found == parities.end()) return std::nullopt;
    std::string digits(1, static_cast<char>('0' + (found - parities.begin())));
    for (const Digit& digit : path.digits)
        digits += static_cast<char>('0' + digit.value);
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i)
        sum += (digits[i] - '0') * (i % 2 ? 3 : 1);
    if (sum % 10 != 0) return std::nullopt;
    return digits;
}

} // namespace

std::vector<EanEnds> likely_ends(const cv::Mat& row) {
    constexpr std::size_t most_sides = 12;
    constexpr std::size_t most = 4;
    constexpr double least_likeness = 0.6;
    const int reach = std::max(4, row.cols / 12);
    cv::Mat back;
    cv::flip(row, back, 1);
    std::vector<double> first = falls(row, 0, row.cols * 2 / 5, reach);
    std::vector<double> last = falls(back, 0, row.cols * 2 / 5, reach);
    if (first.size() > most_sides) first.resize(most_sides);
    if (last.size() > most_sides) last.resize(most_sides);
    std::vector<std::pair<double, EanEnds>> found;
    for (const double from : first)
        for (const double behind : last) {
            const double to = row.cols - behind;
            if (to - from < 0.8 * modules) continue;
            const double half = 0.5 * (to - from) / modules;
            std::pair<double, EanEnds> best{0, {}};
            for (const double a : {0.0, -half, half})
                for (const double b : {0.0, -half, half}) {
                    const double like = guard_likeness(row, from + a, to + b);
                    if (like > best.first) best = {like, {from + a, to + b}};
                }
            if (best.first >= least_likeness) found.push_back(best);
        }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<EanEnds> ends;
    for (const auto& [like, one] : found)
        if (ends.size() < most) ends.push_back(one);
    return ends;
}

std::optional<EanReading> read_ean(const cv::Mat& row, const EanEnds& ends) {
    const auto [first, last] = ends;
    constexpr double least_mean = 0.9;
    constexpr double least_likeness = 0.7;
    constexpr double least_margin = 0.01;
    const double module = (last - first) / modules;
    if (row.cols < 2 || module < 0.8) return std::nullopt;
    Path best;
    for (const Patterns& patterns : all_patterns()) {
        const Path path = best_path(row, first, module, patterns);
        if (path.sum > best.sum) best = path;
    }
    const double mean = best.sum / digits_read;
    const bool sure = std::all_of(best.digits.begin(), best.digits.end(), [](const Digit& digit) {
        return digit.likeness >= least_likeness && digit.margin >= least_margin;
    });
    const std::optional<std::string> digits = digits_of(best);
    if (!digits || mean < least_mean || !sure) return std::nullopt;
    return EanReading{*digits, mean};
}

} // namespace broadsheet::codes
