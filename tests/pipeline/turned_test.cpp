// SPDX-License-Identifier: Apache-2.0
// Pages on their side, on their head, and written from top to bottom.
#include "read_page.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace broadsheet {
namespace {

Image image_of(const std::string& path) {
    return ImageFile::open(BROADSHEET_SOURCE_DIR "/images/" + path).load(1);
}

ReadOptions in(const std::string& languages) {
    ReadOptions options;
    options.recognize.languages = languages;
    return options;
}

std::vector<std::string> paragraphs(const Page& page) {
    std::vector<std::string> texts;
    for (const Article& article : page.articles)
        for (const Paragraph& paragraph : article.paragraphs)
            texts.push_back(paragraph.text);
    return texts;
}

std::vector<Line> lines_of(const Page& page) {
    std::vector<Line> lines;
    for (const int b : page.order)
        for (const Line& line : page.blocks[static_cast<std::size_t>(b)].lines)
            lines.push_back(line);
    return lines;
}

/// Where a box of the page comes to when it is turned like cv::rotate does.
Box turned(const Box& b, int way, const cv::Size& page) {
    if (way == cv::ROTATE_90_CLOCKWISE) return {page.height - b.bottom, b.left, page.height - b.top, b.right};
    if (way == cv::ROTATE_180)
        return {page.width - b.right, page.height - b.bottom, page.width - b.left, page.height - b.top};
    return {b.top, page.width - b.right, b.bottom, page.width - b.left};
}

TEST(Turned, ReadsTheSameWhicheverWayThePageLies) {
    EnginePool engines({}, 2);
    for (const auto& [path, language] :
         {std::pair("plain/book.png", "eng"), std::pair("columns/zh-1.png", "chi_sim")}) {
        const Image image = image_of(path);
        const Page upright = read_page(image, engines, in(language));
        ASSERT_GT(lines_of(upright).size(), 5U);
        for (const int way : {cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180, cv::ROTATE_90_COUNTERCLOCKWISE}) {
            Image other{{}, image.dpi}; // not a copy, which has the same pixels
            cv::rotate(image.pixels, other.pixels, way);
            const Page page = read_page(other, engines, in(language));
            EXPECT_EQ(paragraphs(page), paragraphs(upright)) << path << ' ' << way;
            EXPECT_EQ(page.width, other.pixels.cols);
            const std::vector<Line> lines = lines_of(page), as_upright = lines_of(upright);
            ASSERT_EQ(lines.size(), as_upright.size()) << path << ' ' << way;
            for (std::size_t i = 0; i < lines.size(); ++i) {
                EXPECT_EQ(lines[i].box, turned(as_upright[i].box, way, image.pixels.size())) << path << ' ' << way;
                EXPECT_EQ(lines[i].vertical, way == cv::ROTATE_90_CLOCKWISE);
            }
        }
    }
}

TEST(Turned, IsFoundWithoutTheLanguageToo) {
    EnginePool engines({}, 2);
    Image image = image_of("plain/book.png");
    const Page upright = read_page(image, engines);
    cv::rotate(image.pixels, image.pixels, cv::ROTATE_180);
    const Page page = read_page(image, engines);
    EXPECT_EQ(page.language, upright.language);
    EXPECT_EQ(paragraphs(page), paragraphs(upright));
}

TEST(Turned, IsNotLookedForWhereItIsSaid) {
    EnginePool engines({}, 2);
    Image image = image_of("plain/book.png");
    ReadOptions options = in("eng");
    const Page upright = read_page(image, engines, options);
    cv::rotate(image.pixels, image.pixels, cv::ROTATE_180);
    options.prepare.quarter_turns = 0;
    EXPECT_NE(paragraphs(read_page(image, engines, options)), paragraphs(upright));
    options.prepare.quarter_turns = 2;
    EXPECT_EQ(paragraphs(read_page(image, engines, options)), paragraphs(upright));
}

/// Rows of figures, closer to each other than the figures in them.
Image page_of_figures() {
    Image image{cv::Mat(1600, 1200, CV_8UC1, cv::Scalar(255)), 150};
    const auto write = [&](const std::string& text, int x, int y) {
        for (std::size_t i = 0; i < text.size(); ++i)
            cv::putText(image.pixels, text.substr(i, 1), {x + 20 * static_cast<int>(i), y}, cv::FONT_HERSHEY_DUPLEX,
                        0.6, cv::Scalar(0), 1, cv::LINE_AA);
    };
    for (int row = 0; row < 60; ++row)
        for (int column = 0; column < 6; ++column)
            write(std::to_string(100000 + (row * 7919 + column * 104729) % 900000), 120 + 160 * column, 120 + 20 * row);
    return image;
}

TEST(Turned, ATableOfFiguresIsUprightThoughTheyStandInColumns) {
    EnginePool engines({}, 2);
    const Image image = page_of_figures();
    ASSERT_EQ(prepare(image).quarter_turns, 3);
    const std::vector<Line> lines = lines_of(read_page(image, engines, in("eng")));
    ASSERT_FALSE(lines.empty());
    for (const Line& line : lines)
        EXPECT_FALSE(line.vertical);
}

/// The printed characters of a page, set anew in columns of so many, from the right.
struct Vertical {
    Image image;
    std::vector<std::string> columns;
};
Vertical set_vertically(const Image& image, const Page& page, std::size_t column_length) {
    constexpr int cell = 32, column_step = 58, margin = 60;
    std::vector<Word> characters;
    for (const Line& line : lines_of(page))
        for (const Word& word : line.words)
            if (word.text.size() == 3 && word.confidence > 0.99F && word.text[0] >= '\xe4') // one character of Han
                characters.push_back(word);
    const std::size_t count = characters.size() / column_length;
    Vertical out;
    const int width = static_cast<int>(count) * column_step + 2 * margin;
    const int height = static_cast<int>(column_length) * cell + 2 * margin;
    out.image.pixels = cv::Mat(height, width, CV_8UC1, cv::Scalar(255));
    cv::Mat gray = image.pixels;
    if (gray.channels() == 3) cv::cvtColor(gray, gray, cv::COLOR_BGR2GRAY);
    for (std::size_t c = 0; c < count; ++c) {
        out.columns.emplace_back();
        for (std::size_t i = 0; i < column_length; ++i) {
            const Word& word = characters[c * column_length + i];
            const cv::Rect from(word.box.left, word.box.top, std::min(cell, word.box.width()),
                                std::min(cell, word.box.height()));
            const cv::Point at(width - margin - static_cast<int>(c + 1) * column_step + (cell - from.width) / 2,
                               margin + static_cast<int>(i) * cell + (cell - from.height) / 2);
            gray(from).copyTo(out.image.pixels(cv::Rect(at, from.size())));
            out.columns.back() += word.text;
        }
    }
    return out;
}

/// The longest sequence of bytes that both have.
std::size_t common(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1, 0);
    for (const char c : a) {
        std::size_t before = 0;
        for (std::size_t i = 0; i < b.size(); ++i) {
            const std::size_t above = row[i + 1];
            row[i + 1] = c == b[i] ? before + 1 : std::max(above, row[i]);
            before = above;
        }
    }
    return row.back();
}

TEST(Turned, ReadsVerticalWritingFromTheRight) {
    EnginePool engines({}, 2);
    const Image image = image_of("columns/zh-1.png");
    const Vertical vertical = set_vertically(image, read_page(image, engines, in("chi_sim")), 24);
    ASSERT_GE(vertical.columns.size(), 10U);
    for (const char* language : {"chi_sim", ""}) {
        const Page page = read_page(vertical.image, engines, in(language));
        const std::vector<Line> lines = lines_of(page);
        ASSERT_EQ(lines.size(), vertical.columns.size()) << language;
        std::size_t right = 0, all = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            right += common(line_text(lines[i]), vertical.columns[i]);
            all += vertical.columns[i].size();
            EXPECT_TRUE(lines[i].vertical);
            if (i > 0) {
                EXPECT_LT(lines[i].box.left, lines[i - 1].box.left);
            }
        }
        EXPECT_GE(static_cast<double>(right), 0.85 * static_cast<double>(all)) << language;
    }
}

} // namespace
} // namespace broadsheet
