// SPDX-License-Identifier: Apache-2.0
#include "existing/existing.h"
#include "existing/measure.h"

#include "page/median.h"
#include "text/characters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace broadsheet {
namespace {

constexpr double letter_height = 20; // pixels of a capital in body text: enough for gaps, little enough to be quick
constexpr int margin = 40;           // pixels

/// dy/dx that half of the text, by its width, does not exceed.
double slope_of(const Page& page) {
    std::vector<std::pair<double, long long>> slopes;
    for (const Block& block : page.blocks) {
        for (const Line& line : block.lines) {
            if (line.baseline.size() < 2 || line.words.empty()) continue;
            const double dx = line.baseline.back().x - line.baseline.front().x;
            if (dx < 5 * line.text_height) continue; // too short to tell
            slopes.emplace_back((line.baseline.back().y - line.baseline.front().y) / dx, std::lround(dx));
        }
    }
    return weighted_median(slopes);
}

/// Where the line stands, the lean of the page taken out, so that lines can be compared.
double foot_of(const Line& line, double slope) {
    const Point &a = line.baseline.front(), &b = line.baseline.back();
    return (a.y + b.y) / 2.0 - slope * (a.x + b.x) / 2.0;
}

/// From the line before, or to the next one, whichever is nearer to usual; 0: it stands alone.
double pitch_of(const Block& block, std::size_t i, double usual, double slope) {
    double best = 0;
    const auto consider = [&](const Line& other) {
        const double pitch = std::abs(foot_of(block.lines[i], slope) - foot_of(other, slope));
        if (best == 0 || std::abs(pitch - usual) < std::abs(best - usual)) best = pitch;
    };
    if (i > 0) consider(block.lines[i - 1]);
    if (i + 1 < block.lines.size()) consider(block.lines[i + 1]);
    return best;
}

double usual_pitch(const Page& page, double slope) {
    std::vector<std::pair<double, long long>> pitches;
    for (const Block& block : page.blocks)
        for (std::size_t i = 1; i < block.lines.size(); ++i)
            pitches.emplace_back(foot_of(block.lines[i], slope) - foot_of(block.lines[i - 1], slope),
                                 block.lines[i].box.width());
    return weighted_median(pitches);
}

/// A line halfway between two others of its block stands there, though its letters may say otherwise by a little.
void even_feet(Page& page, double slope) {
    constexpr double same = 0.1, least = 0.05, most = 0.6; // of the usual pitch
    const double pitch = usual_pitch(page, slope);
    for (Block& block : page.blocks) {
        for (std::size_t i = 1; i + 1 < block.lines.size(); ++i) {
            const double before = foot_of(block.lines[i - 1], slope), after = foot_of(block.lines[i + 1], slope);
            const double off = (before + after) / 2 - foot_of(block.lines[i], slope);
            const bool even = std::abs(after - before - 2 * pitch) < same * pitch;
            if (!even || std::abs(off) < least * pitch || std::abs(off) > most * pitch) continue;
            for (Point& p : block.lines[i].baseline)
                p.y += static_cast<int>(std::lround(off));
        }
    }
}

/// Boxes are drawn round what is there, specks too, and so differ in height from line to line. Lines of a block are of
/// one size; lines as far apart as those of body text, or of about its size, are body text.
void even_heights(Page& page, double body, double slope) {
    constexpr double same_block = 0.25, same_size = 0.22, same_pitch = 0.12;
    const double pitch = usual_pitch(page, slope);
    const auto near = [](double value, double usual, double share) { return std::abs(value - usual) <= share * usual; };
    for (Block& block : page.blocks) {
        std::vector<std::pair<int, long long>> heights;
        for (const Line& line : block.lines)
            heights.emplace_back(line.text_height, line.box.width());
        const int usual = weighted_median(heights);
        for (std::size_t i = 0; i < block.lines.size(); ++i) {
            Line& line = block.lines[i];
            if (near(line.text_height, usual, same_block)) line.text_height = usual;
            const bool as_set = block.lines.size() > 4 && near(pitch_of(block, i, pitch, slope), pitch, same_pitch);
            if (as_set || near(line.text_height, body, same_size)) line.text_height = static_cast<int>(body);
        }
    }
}

/// From pixels of the scan to those of the sheet: turned level, scaled, moved into the first quadrant.
cv::Matx23d to_sheet(double slope, double scale, cv::Size scan) {
    const double angle = std::atan(slope);
    const double c = scale * std::cos(angle), s = scale * std::sin(angle);
    double left = 1e9, top = 1e9;
    for (const cv::Point2d p : {cv::Point2d(0, 0), cv::Point2d(scan.width, 0), cv::Point2d(0, scan.height),
                                cv::Point2d(scan.width, scan.height)}) {
        left = std::min(left, c * p.x + s * p.y);
        top = std::min(top, -s * p.x + c * p.y);
    }
    return {c, s, margin - left, -s, c, margin - top};
}

/// The height over the baseline and the depth below it, in letter heights.
struct Reach {
    double from = 0.7;
    double to = 0;
};
Reach reach_of(char32_t c) {
    using namespace text;
    const auto is_one_of = [&](std::u32string_view set) { return set.find(c) != std::u32string_view::npos; };
    if (is_wide(c)) return {1, -0.1};
    if (is_one_of(U".…_")) return {0.15, 0};
    if (is_one_of(U",;„‚")) return {0.15, -0.15};
    if (is_one_of(U"'\"`´^°*’‘“”«»‹›") || is_dash(c) || is_hyphen(c))
        return {is_dash(c) || is_hyphen(c) ? 0.45 : 1.0, is_dash(c) || is_hyphen(c) ? 0.3 : 0.65};
    if (is_one_of(U"gpqyç")) return {0.7, -0.28};
    if (is_one_of(U"()[]{}|/jſß")) return {1, -0.25};
    if (is_upper(c) || is_digit(c) || is_one_of(U"bdfhiklt!?&%")) return {1, 0};
    return {};
}

class Drawing {
public:
    /// body: height of the body text's capitals, in pixels of the scan.
    Drawing(const cv::Matx23d& map, const cv::Size& size, double body)
        : map_(map), body_(body), ink_(size, CV_8UC1, cv::Scalar(0)) {}

    /// Letters as frames side by side, since what is filled is no letter. They never touch, as their strokes would make
    /// a rule.
    void draw(const Line& line, double scale) {
        constexpr double apart = 2;
        const double height = scale * line.text_height;
        const int stroke = std::max(1, static_cast<int>(std::lround(height / 8)));
        double end = -1e9; // of the letter before
        for (const Word& word : line.words) {
            const std::u32string letters = text::code_points(word.text);
            if (word.box.empty() || letters.empty()) continue;
            if (is_misread_rule(word, body_)) {
                draw_rule(word.box, {});
                continue;
            }
            const double width = 1.0 * word.box.width() / static_cast<double>(letters.size());
            for (std::size_t i = 0; i < letters.size(); ++i) {
                const double from = word.box.left + width * static_cast<double>(i);
                const cv::Point2d left = foot(line, from), right = foot(line, from + width);
                const Reach reach = reach_of(letters[i]);
                const double space = std::min(0.12 * (right.x - left.x), 0.15 * height);
                const double start = std::max(left.x + space, end + apart);
                const double stop = right.x - space;
                if (stop - start < 1) continue;
                frame({start, left.y - reach.from * height}, {stop, left.y - reach.to * height}, stroke);
                end = stop;
            }
        }
    }

    /// box: in pixels of the scan; on the sheet less by rim on all sides.
    void fill(const Box& box, double rim) {
        const cv::Point2d a = on_sheet(box.left, box.top), b = on_sheet(box.right, box.bottom);
        const cv::Point2d r(rim, rim);
        if (b.x - a.x > 2 * rim && b.y - a.y > 2 * rim)
            cv::rectangle(ink_, cv::Point(a + r), cv::Point(b - r), cv::Scalar(255), cv::FILLED);
    }

    /// A rule's box is as wide as its lean makes it, and does not tell which way it leans: the way that crosses the
    /// fewest words, level like the lines where there is a choice.
    void draw_rule(const Box& b, const std::vector<Box>& words) {
        constexpr int thickness = 3;
        const Point middle = b.center();
        const double slope = -map_(1, 0) / map_(0, 0);
        const int dx = static_cast<int>(std::lround(slope * b.height() / 2));
        const int dy = static_cast<int>(std::lround(slope * b.width() / 2));
        using Ends = std::pair<Point, Point>;
        const bool upright = b.height() > b.width();
        const std::array<Ends, 3> leans =
            upright ? std::array<Ends, 3>{Ends{{middle.x + dx, b.top}, {middle.x - dx, b.bottom}},
                                          {{b.left, b.top}, {b.right, b.bottom}},
                                          {{b.right, b.top}, {b.left, b.bottom}}}
                    : std::array<Ends, 3>{Ends{{b.left, middle.y - dy}, {b.right, middle.y + dy}},
                                          {{b.left, b.top}, {b.right, b.bottom}},
                                          {{b.left, b.bottom}, {b.right, b.top}}};
        const auto crossed = [&](const Ends& ends) {
            return std::count_if(words.begin(), words.end(), [&](const Box& word) {
                cv::Point a(ends.first.x, ends.first.y), z(ends.second.x, ends.second.y);
                return cv::clipLine(cv::Rect(word.left, word.top, word.width(), word.height()), a, z);
            });
        };
        const Ends ends = *std::min_element(leans.begin(), leans.end(),
                                            [&](const Ends& x, const Ends& y) { return crossed(x) < crossed(y); });
        cv::line(ink_, cv::Point(on_sheet(ends.first.x, ends.first.y)),
                 cv::Point(on_sheet(ends.second.x, ends.second.y)), cv::Scalar(255), thickness);
    }

    cv::Mat ink() const { return ink_; }

private:
    /// On the baseline, in the sheet.
    cv::Point2d foot(const Line& line, double x) const {
        const Point &a = line.baseline.front(), &b = line.baseline.back();
        const double share = b.x != a.x ? (x - a.x) / (b.x - a.x) : 0;
        return on_sheet(x, a.y + share * (b.y - a.y));
    }
    cv::Point2d on_sheet(double x, double y) const { return map_ * cv::Vec3d(x, y, 1); }

    void frame(cv::Point2d from, cv::Point2d to, int stroke) {
        const cv::Point a(static_cast<int>(std::lround(from.x)), static_cast<int>(std::lround(from.y)));
        const cv::Point b(std::max(a.x + 1, static_cast<int>(std::lround(to.x)) - 1),
                          std::max(a.y + 1, static_cast<int>(std::lround(to.y)) - 1));
        cv::Rect box(a, b + cv::Point(1, 1));
        cv::rectangle(ink_, box, cv::Scalar(255), cv::FILLED);
        box = {box.x + stroke, box.y + stroke, box.width - 2 * stroke, box.height - 2 * stroke};
        if (box.width > 0 && box.height > 0) cv::rectangle(ink_, box, cv::Scalar(0), cv::FILLED);
    }

    cv::Matx23d map_;
    double body_;
    cv::Mat ink_;
};

/// Each once, though it may have been found in several pieces that lie on each other.
std::vector<Box> rules_of(const Page& page, double height, double slope) {
    std::vector<Box> all, rules;
    for (const Block& block : page.blocks)
        if (block.kind == BlockKind::rule && !block.box.empty()) all.push_back(block.box);
    const auto length = [](const Box& b) { return std::max(b.width(), b.height()); };
    std::stable_sort(all.begin(), all.end(), [&](const Box& a, const Box& b) { return length(a) > length(b); });
    for (const Box& box : all) {
        const int thin = std::min(box.width(), box.height());
        if (12 * thin > length(box) && thin > 0.7 * height + 1.5 * std::abs(slope) * length(box)) continue;
        const bool drawn = std::any_of(rules.begin(), rules.end(), [&](const Box& rule) {
            const Box both = intersected(box, rule);
            return !both.empty() && 2 * length(both) > length(box);
        });
        if (!drawn) rules.push_back(box);
    }
    return rules;
}

/// Pictures, known and likely: white of some height over text, in which a column would seem to end in two.
std::vector<Box> pictures_of(const Page& page, const std::vector<Box>& words, double height, bool guess) {
    std::vector<Box> pictures;
    const auto is_white = [&](const Box& box) {
        return std::none_of(words.begin(), words.end(), [&](const Box& w) { return !intersected(w, box).empty(); });
    };
    for (const Block& block : page.blocks)
        if (block.kind == BlockKind::picture && is_white(block.box)) pictures.push_back(block.box);
    if (!guess) return pictures;
    const int least = static_cast<int>(4 * height);
    for (const Block& block : page.blocks) {
        for (std::size_t i = 0; i < block.lines.size(); ++i) {
            // To the next thing below, within this block or under it.
            const Line& line = block.lines[i];
            Box below{line.box.left, line.box.bottom, line.box.right, page.height};
            for (const Box& w : words)
                if (w.top >= below.top && overlap_x(w, below) > 0) below.bottom = std::min(below.bottom, w.top);
            if (below.bottom == page.height || below.height() < least || below.width() < least) continue;
            const Box wide{block.box.left, below.top, block.box.right, below.bottom};
            if (is_white(wide))
                pictures.push_back(wide);
            else if (is_white(below))
                pictures.push_back(below);
        }
    }
    return pictures;
}

} // namespace

bool is_misread_rule(const Word& word, double body) {
    constexpr double longest_letter = 4;
    return word.box.height() > longest_letter * body && word.box.width() < body &&
           text::code_points(word.text).size() <= 2;
}

bool is_guess(const Line& line) {
    constexpr double sure_enough = 0.3;
    constexpr int a_word = 6; // small letters: read badly, but read
    for (const Word& word : line.words) {
        const std::u32string all = text::code_points(word.text);
        if (std::count_if(all.begin(), all.end(), text::is_lower) >= a_word) return false;
    }
    return !line_text(line).empty() && mean_confidence(line.words) < sure_enough;
}

double text_height_of(const Page& page) {
    std::vector<std::pair<int, long long>> heights;
    for (const Block& block : page.blocks)
        for (const Line& line : block.lines)
            if (!line.box.empty() && !line.words.empty()) heights.emplace_back(line.text_height, line.box.width());
    return weighted_median(heights);
}

Sheet drawn_sheet(Page existing, bool guess_pictures) {
    Sheet sheet;
    const double height = text_height_of(existing);
    if (height <= 0) return sheet;
    for (Block& block : existing.blocks)
        std::erase_if(block.lines, [](const Line& l) {
            return l.box.empty() || l.baseline.size() < 2 || l.words.empty() || is_guess(l);
        });
    const double slope = std::clamp(slope_of(existing), -0.2, 0.2);
    even_feet(existing, slope);
    even_heights(existing, height, slope);
    cv::Size scan(existing.width, existing.height);
    for (const Block& block : existing.blocks) { // files lie about the size
        scan.width = std::max(scan.width, block.box.right);
        scan.height = std::max(scan.height, block.box.bottom);
    }
    constexpr int longest = 20000;
    const double scale = std::min(letter_height / height, 1.0 * longest / std::max(scan.width, scan.height));
    const cv::Matx23d map = to_sheet(slope, scale, scan);
    const double turned = 1 + std::abs(slope) * 1.5; // of a wide page's height and a high page's width
    const cv::Size size(static_cast<int>(scale * (scan.width + (turned - 1) * scan.height)) + 2 * margin,
                        static_cast<int>(scale * (scan.height + (turned - 1) * scan.width)) + 2 * margin);
    Drawing drawing(map, size, height);
    std::vector<Box> words;
    for (const Block& block : existing.blocks)
        for (const Line& line : block.lines)
            for (const Word& word : line.words)
                if (!word.box.empty() && !is_misread_rule(word, height)) words.push_back(word.box);
    for (const Box& box : pictures_of(existing, words, height, guess_pictures))
        drawing.fill(box, 0.5 * letter_height);
    for (const Box& box : rules_of(existing, height, slope))
        drawing.draw_rule(box, words);
    for (const Block& block : existing.blocks)
        for (const Line& line : block.lines)
            drawing.draw(line, scale);
    sheet.ink = drawing.ink();
    sheet.gray = 255 - sheet.ink;
    sheet.text_height = scale * height;
    sheet.dpi = existing.dpi;
    cv::Matx23d back;
    cv::invertAffineTransform(map, back);
    sheet.frame.m = {back(0, 0), back(0, 1), back(0, 2), back(1, 0), back(1, 1), back(1, 2), 0, 0, 1};
    return sheet;
}

} // namespace broadsheet
