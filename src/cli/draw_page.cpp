// SPDX-License-Identifier: Apache-2.0
#include "cli/draw_page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <opencv2/imgproc.hpp>

namespace broadsheet {
namespace {

using Colour = cv::Scalar; // BGR

const Colour white(255, 255, 255);
const Colour black(0, 0, 0);
const Colour order_colour(160, 60, 0);
const Colour link_colour(40, 0, 230);
const Colour removed_colour(120, 120, 120);

Colour colour_of(BlockKind kind) {
    switch (kind) {
    case BlockKind::masthead:
        return {130, 0, 75};
    case BlockKind::heading:
        return {0, 0, 200};
    case BlockKind::kicker:
        return {80, 80, 240};
    case BlockKind::byline:
        return {200, 0, 200};
    case BlockKind::paragraph:
        return {40, 140, 0};
    case BlockKind::caption:
        return {0, 140, 255};
    case BlockKind::list:
        return {140, 150, 0};
    case BlockKind::table:
        return {200, 160, 0};
    case BlockKind::picture:
        return {220, 110, 30};
    case BlockKind::rule:
        return {70, 70, 70};
    case BlockKind::code:
        return {0, 90, 140};
    case BlockKind::advertisement:
        return {0, 170, 190};
    case BlockKind::running_head:
        return {150, 110, 110};
    case BlockKind::running_foot:
        return {110, 150, 110};
    case BlockKind::page_number:
        return {110, 110, 170};
    case BlockKind::noise:
        return {160, 160, 160};
    }
    return black;
}

/// Neighbouring articles differ.
Colour colour_of_article(int article) {
    static const std::array<Colour, 6> colours{Colour(200, 0, 120), Colour(0, 120, 220), Colour(120, 160, 0),
                                               Colour(0, 0, 160),   Colour(200, 120, 0), Colour(40, 200, 200)};
    return colours[static_cast<std::size_t>(article) % colours.size()];
}

int articles_of(const Page& page) {
    int count = 0;
    for (const Block& block : page.blocks)
        count = std::max(count, block.article + 1);
    return count;
}

cv::Rect rectangle_of(const Box& box) {
    return {box.left, box.top, box.width(), box.height()};
}
cv::Point pixel(const Point& p) {
    return {p.x, p.y};
}

/// Everything drawn is sized by the print, so that it can be seen whole as well as near.
struct Sizes {
    int pen;     ///< width of a block's outline, pixels
    int letters; ///< height of the labels' capitals, pixels
};

Sizes sizes_for(const cv::Mat& scan, const Page& page) {
    const double text = page.text_height > 0 ? page.text_height : std::max(scan.cols, scan.rows) / 120.0;
    return {std::max(1, static_cast<int>(std::lround(text / 10))),
            std::max(8, static_cast<int>(std::lround(text * 0.6)))};
}

class Drawing {
public:
    Drawing(const cv::Mat& scan, const std::vector<Page>& pages)
        : pages_(pages), sizes_(sizes_for(scan, pages.empty() ? Page{} : pages.front())) {
        if (scan.channels() == 1)
            cv::cvtColor(scan, canvas_, cv::COLOR_GRAY2BGR);
        else
            canvas_ = scan.clone();
        cv::addWeighted(canvas_, 0.5, cv::Mat(canvas_.size(), CV_8UC3, white), 0.5, 0, canvas_);
    }

    cv::Mat finished() {
        for (const Page& page : pages_) {
            for (const Block& block : page.blocks)
                draw_block(block);
            if (articles_of(page) > 1) draw_articles(page);
            for (const Code& code : page.codes)
                draw_code(code);
            draw_order(page);
            draw_links(page);
        }
        return with_legend();
    }

private:
    void draw_block(const Block& block) {
        if (block.box.empty()) return;
        const Colour colour = colour_of(block.kind);
        const cv::Rect inside = rectangle_of(block.box) & cv::Rect({}, canvas_.size());
        if (!inside.empty()) {
            cv::Mat area = canvas_(inside);
            cv::addWeighted(area, 0.85, cv::Mat(area.size(), CV_8UC3, colour), 0.15, 0, area);
        }
        for (const Line& line : block.lines)
            draw_line(line, colour);
        cv::rectangle(canvas_, rectangle_of(block.box), colour, sizes_.pen);
    }

    /// A bar before each block, in the colour of its article.
    void draw_articles(const Page& page) {
        for (const Block& block : page.blocks) {
            if (block.article < 0 || block.box.empty()) continue;
            const int right = block.box.left - 2 * sizes_.pen;
            cv::rectangle(canvas_, cv::Point(right - bar(), block.box.top), cv::Point(right, block.box.bottom - 1),
                          colour_of_article(block.article), cv::FILLED);
        }
    }

    int bar() const { return 2 * sizes_.pen; }

    void draw_line(const Line& line, const Colour& colour) {
        std::vector<cv::Point> baseline;
        for (const Point& p : line.baseline)
            baseline.push_back(pixel(p));
        const int pen = std::max(1, sizes_.pen / 2);
        if (baseline.size() > 1) cv::polylines(canvas_, baseline, false, colour, pen, cv::LINE_AA);
        if (line.removed.empty() || line.box.empty()) return;
        const cv::Rect box = rectangle_of(line.box);
        cv::line(canvas_, box.tl(), box.br(), removed_colour, pen);
        cv::line(canvas_, {box.x, box.br().y}, {box.br().x, box.y}, removed_colour, pen);
    }

    void draw_code(const Code& code) {
        const Colour colour = colour_of(BlockKind::code);
        cv::rectangle(canvas_, rectangle_of(code.box), colour, sizes_.pen);
        if (!code.printed_box.empty()) cv::rectangle(canvas_, rectangle_of(code.printed_box), colour, sizes_.pen);
        label(code.payload.empty() ? code.symbology + " (not read)"
                                   : fmt::format("{} ({:.0f} %)", code.symbology, 100 * code.confidence),
              {code.box.left, code.box.bottom}, colour);
    }

    int margin() const { return sizes_.letters / 4; }
    int patch_height() const { return sizes_.letters + 2 * margin(); }

    /// text on a patch that begins at the point, moved into the picture; ASCII, which is all that the drawn letters
    /// have.
    void label(const std::string& text, Point at, const Colour& colour) {
        const int width = measure(text).width + 2 * margin();
        const int left = std::max(0, std::min(at.x, canvas_.cols - width));
        const cv::Rect patch(left, std::max(0, at.y), width, patch_height());
        cv::rectangle(canvas_, patch, colour, cv::FILLED);
        write(canvas_, text, {patch.x + margin(), patch.br().y - margin()}, white);
    }

    void draw_order(const Page& page) {
        const Block* before = nullptr;
        int place = 0;
        for (const int index : page.order) {
            const Block& block = page.blocks[static_cast<std::size_t>(index)];
            ++place;
            if (block.kind == BlockKind::rule) continue; // in the order, but nobody reads it
            if (before) {
                const cv::Point from(before->box.center().x, before->box.bottom);
                const cv::Point to(block.box.center().x, block.box.top);
                arrow(from, to, order_colour, sizes_.pen);
            }
            before = &block;
        }
        place = 0;
        int article = articles_of(page) > 1 ? -1 : 0;
        for (const int index : page.order) {
            const Block& block = page.blocks[static_cast<std::size_t>(index)];
            ++place;
            if (block.kind == BlockKind::rule) continue;
            std::string text = fmt::format("{} {}", place, name(block.kind));
            if (block.article > article) { // it begins here
                article = block.article;
                text += fmt::format(", article {}", article + 1);
            }
            label(text, {block.box.left, block.box.top - patch_height()}, colour_of(block.kind));
        }
    }

    /// From the end of the last line in one block to the beginning of the first line in the next.
    void draw_links(const Page& page) {
        for (const Article& article : page.articles)
            for (const Paragraph& paragraph : article.paragraphs)
                for (std::size_t i = 1; i < paragraph.lines.size(); ++i)
                    if (paragraph.lines[i - 1].block != paragraph.lines[i].block)
                        draw_link(line_at(page, paragraph.lines[i - 1]), line_at(page, paragraph.lines[i]));
    }

    void draw_link(const Line& before, const Line& after) {
        const Point end = before.vertical ? Point{before.box.center().x, before.box.bottom}
                                          : Point{before.box.right, before.box.center().y};
        const Point begin =
            after.vertical ? Point{after.box.center().x, after.box.top} : Point{after.box.left, after.box.center().y};
        arrow(pixel(end), pixel(begin), link_colour, 2 * sizes_.pen);
        cv::circle(canvas_, pixel(end), 3 * sizes_.pen, link_colour, cv::FILLED, cv::LINE_AA);
    }

    void arrow(cv::Point from, cv::Point to, const Colour& colour, int pen) {
        const double length = std::max(1.0, std::hypot(to.x - from.x, to.y - from.y));
        cv::arrowedLine(canvas_, from, to, colour, pen, cv::LINE_AA, 0, std::min(0.5, sizes_.letters / length));
    }

    struct Text {
        int width;
        double scale;
    };
    /// Hershey's capitals are 21 units high at scale 1.
    Text measure(const std::string& text) const {
        const double scale = sizes_.letters / 21.0;
        int baseline = 0;
        return {cv::getTextSize(text, cv::FONT_HERSHEY_SIMPLEX, scale, letter_pen(), &baseline).width, scale};
    }
    int letter_pen() const { return std::max(1, sizes_.letters / 9); }

    void write(cv::Mat& canvas, const std::string& text, cv::Point at, const Colour& colour) const {
        cv::putText(canvas, text, at, cv::FONT_HERSHEY_SIMPLEX, measure(text).scale, colour, letter_pen(), cv::LINE_AA);
    }

    std::vector<std::pair<std::string, Colour>> legend() const {
        std::map<BlockKind, int> kinds;
        int codes = 0;
        std::string sure; // of each page's order
        int articles = 0;
        for (const Page& page : pages_) {
            for (const Block& block : page.blocks)
                ++kinds[block.kind];
            codes += static_cast<int>(page.codes.size());
            if (page.order.size() > 1)
                sure += fmt::format("{}{:.0f} %", sure.empty() ? "" : ", ", 100 * page.order_confidence);
            if (articles_of(page) > 1) articles += articles_of(page);
        }
        if (codes > 0) kinds[BlockKind::code] = codes;
        std::vector<std::pair<std::string, Colour>> entries;
        for (const auto& [kind, count] : kinds)
            entries.emplace_back(fmt::format("{} ({})", name(kind), count), colour_of(kind));
        if (!sure.empty()) entries.emplace_back(fmt::format("reading order ({} sure)", sure), order_colour);
        if (articles > 0) entries.emplace_back(fmt::format("bar: article ({})", articles), colour_of_article(0));
        entries.emplace_back("paragraph goes on", link_colour);
        return entries;
    }

    /// The entries in as many rows as they need under the page.
    cv::Mat with_legend() const {
        const int row = sizes_.letters * 2;
        const auto entries = legend();
        int widest = 0;
        for (const auto& [text, colour] : entries)
            widest = std::max(widest, measure(text).width + 3 * row / 2);
        const int columns = std::max(1, canvas_.cols / widest);
        const int rows = (static_cast<int>(entries.size()) + columns - 1) / columns;
        cv::Mat out(canvas_.rows + (rows + 1) * row, std::max(canvas_.cols, widest), CV_8UC3, white);
        canvas_.copyTo(out(cv::Rect({}, canvas_.size())));
        for (int i = 0; i < static_cast<int>(entries.size()); ++i) {
            const auto& [text, colour] = entries[static_cast<std::size_t>(i)];
            const cv::Point at(i % columns * widest + row / 2, canvas_.rows + row / 2 + i / columns * row);
            cv::rectangle(out, {at.x, at.y, sizes_.letters, sizes_.letters}, colour, cv::FILLED);
            write(out, text, {at.x + sizes_.letters * 3 / 2, at.y + sizes_.letters}, black);
        }
        return out;
    }

    cv::Mat canvas_;
    const std::vector<Page>& pages_;
    Sizes sizes_;
};

} // namespace

cv::Mat draw_page(const cv::Mat& scan, const std::vector<Page>& pages) {
    return Drawing(scan, pages).finished();
}

} // namespace broadsheet
