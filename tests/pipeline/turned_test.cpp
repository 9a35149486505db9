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

} // namespace
} // namespace broadsheet
