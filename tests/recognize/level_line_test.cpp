// SPDX-License-Identifier: Apache-2.0
#include "recognize/level_line.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

namespace broadsheet {
namespace {

/// A line down the sheet from 40, 100 to 60, 200, with another at its right.
Page with_level_line() {
    Page page;
    Block block;
    block.box = {40, 100, 60, 200};
    block.lines.emplace_back();
    block.lines[0].box = block.box;
    block.lines[0].vertical = true;
    block.lines[0].text_height = 20;
    page.blocks = {block, block};
    page.blocks[1].box = page.blocks[1].lines[0].box = {70, 100, 300, 120};
    return page;
}

Sheet sheet_with(const cv::Point& dot) {
    Sheet sheet;
    sheet.gray = cv::Mat(300, 300, CV_8UC1, cv::Scalar(255));
    sheet.gray.at<uchar>(dot) = 0;
    sheet.ink = sheet.gray == 0;
    return sheet;
}

Word word(const char* text, const Box& box) {
    Word out;
    out.text = out.read = text;
    out.box = box;
    return out;
}

TEST(LevelLine, ItsCharactersStandUpright) {
    const LevelLine level = level_line(with_level_line(), sheet_with({41, 199}), {0, 0}); // at its head, the last
    const Line& line = level.page.blocks[0].lines[0];
    EXPECT_EQ(line.box, (Box{20, 20, 120, 40}));
    EXPECT_FALSE(line.vertical);
    EXPECT_EQ(level.sheet.gray.size(), cv::Size(140, 60));
    EXPECT_EQ(level.sheet.gray.at<uchar>(21, 20), 0); // at the left, at its head
    ASSERT_EQ(level.page.blocks.size(), 2u);
    EXPECT_EQ(level.page.blocks[1].box, (Box{100, 50, 120, 60})); // under it
}

TEST(LevelLine, ChineseFollowsFromTheRightAndLatinFromTheLeft) {
    const LevelLine level = level_line(with_level_line(), sheet_with({0, 0}), {0, 0});
    const Box left{20, 20, 40, 40}, right{100, 20, 120, 40};
    std::vector<Word> words = turned_back({word("\u5831", left), word("\u6676", right)}, level);
    EXPECT_EQ(words[0].text, "\u6676");
    EXPECT_EQ(words[0].box, (Box{40, 100, 60, 120}));
    EXPECT_EQ(words[1].box, (Box{40, 180, 60, 200}));
    words = turned_back({word("The", left), word("News", right)}, level);
    EXPECT_EQ(words[0].text, "The");
    EXPECT_TRUE(turned_back({}, level).empty());
}

/// Words of a line given from the left, a blank before each of those in blank; as they follow each other.
std::string followed(const std::vector<std::string>& texts, const std::string& blank = {}) {
    const LevelLine level = level_line(with_level_line(), sheet_with({0, 0}), {0, 0});
    std::vector<Word> words;
    int left = 20;
    for (const std::string& text : texts) {
        words.push_back(word(text.c_str(), {left, 20, left + 9, 40}));
        words.back().blank_before = !blank.empty() && text == blank;
        left += 10;
    }
    std::string out;
    for (const Word& word : turned_back(std::move(words), level)) {
        EXPECT_EQ(word.text, word.read);
        out += (word.blank_before ? " " : "") + word.text;
    }
    return out;
}

TEST(LevelLine, BracketsOpenFromTheRight) {
    EXPECT_EQ(followed({"（", "三", "期", "星", "）", "日", "五"}), "五日（星期三）");
}

TEST(LevelLine, LatinWordsAmongOthersFollowFromTheLeft) {
    EXPECT_EQ(followed({"版", "四", "第", "No", "4", "報", "晶"}, "4"), "晶報No 4第四版");
    EXPECT_EQ(followed({"報", "晶", "海", "上", "A", "B", "C", "京", "北"}), "北京ABC上海晶報");
    EXPECT_EQ(followed({"版", "四", "A", "B", "C", "京", "北"}, "B"), "北京A BC四版");
}

TEST(LevelLine, SignsAreNoLetters) { // of three bytes each
    EXPECT_EQ(followed({"“", "報", "晶", "”"}), "“晶報”");
}

TEST(LevelLine, ABlankStaysBetweenTheSameCharacters) {
    EXPECT_EQ(followed({"版", "四", "第", "報", "晶"}, "報"), "晶報 第四版");
}

} // namespace
} // namespace broadsheet
