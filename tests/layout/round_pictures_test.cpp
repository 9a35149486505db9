// SPDX-License-Identifier: Apache-2.0
// Text that makes room for a picture stays one text.
#include "layout/drawn_layout.h"

#include <cmath>
#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(RoundPictures, InTheUpperLeftCorner) { // of its column
    EXPECT_EQ(layout_of("####################  xxx xxxx xxxxx xxxx xx\n"
                        "####################  xxxxx xxx xxxx xxxxxxx\n"
                        "####################  xxx xxxxxx xxxx xxxxxx\n"
                        "####################  xxxxxx xxxx xxx xxxxxx\n"
                        "####################  xxxx xxxx xxx xxxx xxx\n"
                        "####################  xx xx xxx xxxx xxxx xx\n"
                        "                      xx xxx xxxxxx xxxx xxx\n"
                        "xxx xxx xxxxx xx xxxx xxxxx xxxxxx xxxx xxxx\n"
                        "xxxx xxxx xx xxx xxxx xxxx xxxxx xx xxxxx xx\n"
                        "xxx xx xxx xxxxx xxxxxx xx xx xxxxxx xx xxxx\n"
                        "xxxx xxx xxxx xxxxx xxx xxxx xxxx xxx xxxxxx\n"
                        "xxx xxxxx xx xxxx xxxxxx xxxxxx xxx xx xxxxx\n"),
              (Blocks{"picture 0,0 0", "paragraph 0,0 12"}));
}

TEST(RoundPictures, InTheUpperRightCorner) {
    EXPECT_EQ(layout_of("xxxxxx xxx xxx xxxxxxx  ####################\n"
                        "xxxxxx xxxxx xxxxxx xx  ####################\n"
                        "xxxxxx xxxx xxxxx xxxx  ####################\n"
                        "xx xx xxxx xxxx xxxxxx  ####################\n"
                        "xxxx xxxxxx xxxx xxxxx  ####################\n"
                        "xxx xxx xxx xxxx xxxxx  ####################\n"
                        "xxxx xxx xxx xxxx xxxx\n"
                        "xxxx xxxx xxx xxxx xxxx xxx xx xxxxxx xxxxxx\n"
                        "xx xxx xxxxx xxxxx xxxx xx xxxx xx xxxx xxxx\n"
                        "xxxx xxxxx xxxx xxx xxxx xxxx xxx xxxx xxxxx\n"
                        "xxxx xx xxx xxxxx xxx xxxxx xxx xxxxxx xxxxx\n"
                        "xxx xxx xxxxxx xxxx xxx xxx xx xxx xx xxxxxx\n"),
              (Blocks{"picture 24,0 0", "paragraph 0,0 12"}));
}

TEST(RoundPictures, InTheLowerLeftCorner) {
    EXPECT_EQ(layout_of("xxxxxx xxx xxxxxx xxxx xxx xxx xxxxx xx xxxx\n"
                        "xxxxx xxxx xxxxx xxx xxxx xxx xxxxx xxxx xxx\n"
                        "xx xxx xxxx xxxx xxxx xxxxx xxx xxx xxx xxxx\n"
                        "xxxx xx xxxx xxxxxx xxxx xxxxxx xxxxx xxxxxx\n"
                        "xxxx xx xxxxxx xxx xx xxxxxx xxx xxxxx xxxxx\n"
                        "                      xxx xx xxxx xxx xxxxxx\n"
                        "####################  xxx xxxx xx xxxxxx xxx\n"
                        "####################  xxx xxxxx xxx xxx xxxx\n"
                        "####################  xxxxx xxxxx xxxx xxxxx\n"
                        "####################  xx xxx xxx xxxxx xxxxx\n"
                        "####################  xxxx xxxxx xxxx xxxxxx\n"
                        "####################  xx xxx xxxxxx xxx xxxx\n"),
              (Blocks{"paragraph 0,0 12", "picture 0,6 0"}));
}

TEST(RoundPictures, InTheLowerRightCorner) {
    EXPECT_EQ(layout_of("xxxxxx xxx xxx xxxx xxxxxx xxxx xxxx xxxx xx\n"
                        "xxxxxx xxxx xxx xxx xxxx xxxx xxx xxx xxxxxx\n"
                        "xxxxxx xxxxx xx xxxx xxxxx xxx xxxxx xx xxxx\n"
                        "xxx xxxx xxx xxxxx xxx xxxxxx xxxx xxxx xxxx\n"
                        "xxx xxxxx xxxx xxxxxx xxxxxx xxx xxx xxx xxx\n"
                        "xx xxxx xx xxx xx xxxx\n"
                        "xxxxx xxxx xxxxxx xxxx  ####################\n"
                        "xxx xx xxxxxx xx xxxxx  ####################\n"
                        "xxxxx xxx xxx xxx xxxx  ####################\n"
                        "xxxx xxx xxxx xxxx xxx  ####################\n"
                        "xxx xxxx xxx xxx xxxxx  ####################\n"
                        "xxx xxxxxx xxxx xxxxxx  ####################\n"),
              (Blocks{"paragraph 0,0 12", "picture 24,6 0"}));
}

TEST(RoundPictures, AtTheLeftInTheMiddle) {
    EXPECT_EQ(layout_of("xxx xxxxx xxxxx xxxx xxxxxx xx xxxx xxxxx xx\n"
                        "xxxx xxxxxx xxxxx xxxxxx xx xxxxxx xx xxxxxx\n"
                        "xxxx xxxx xxxxxx xx xxxx xxxxxx xxxx xxx xxx\n"
                        "                      xxxxxx xxxxx xxx xxxxx\n"
                        "####################  xxx xxxxx xxxx xxx xxx\n"
                        "####################  xxxxx xx xxx xxxx xxxx\n"
                        "####################  xxx xxx xxxxx xxx xxxx\n"
                        "####################  xxxxxx xxxx xxxxxx xxx\n"
                        "####################  xxxx xxxx xxxx xx xxxx\n"
                        "####################  xxxx xxxx xx xxxx xxxx\n"
                        "                      xxxx xxxxx xxx xxxx xx\n"
                        "xxx xxx xxxxx xxxx xxxx xxxxxx xxxx xxx xxxx\n"),
              (Blocks{"paragraph 0,0 12", "picture 0,4 0"}));
}

TEST(RoundPictures, AtTheRightInTheMiddle) {
    EXPECT_EQ(layout_of("xx xxxx xxxxxx xxx xxx xxx xx xxx xxxxx xxxx\n"
                        "xxxx xx xxxxxx xx xxxxx xx xxxxx xxxxxx xxxx\n"
                        "xxxxxx xxxxxx xxxx xxxx xxxx xx xxxxx xxxxxx\n"
                        "xxxxx xxxxx xxxx xxxxx\n"
                        "xxxx xxxx xxxx xxxx xx  ####################\n"
                        "xxxx xx xxx xx xx xxxx  ####################\n"
                        "xxxxx xxxx xx xxx xxxx  ####################\n"
                        "xxx xxxxx xxxx xxxxxxx  ####################\n"
                        "xxxx xxxxx xxxx xxxxxx  ####################\n"
                        "xxxx xxxxxx xxx xxxxxx  ####################\n"
                        "xxxx xxxx xxx xxxx xxx\n"
                        "xxx xxxxx xxxxx xx xx xxxx xxx xxxx xxx xxxx\n"),
              (Blocks{"paragraph 0,0 12", "picture 24,4 0"}));
}

TEST(RoundPictures, AtTheRightOfTheFirstOfTwoColumns) {
    EXPECT_EQ(
        layout_of("xxxxx xxxx xxx xxxxxx xxxx xxxxx xxxxx xxxxx   xxx xxxx xxx xxxxxx xxx xxxxx xxxx xxx xxxxx\n"
                  "xxxxxx xxxx xxxxx xxxxx xxxxxx xxxx xxxxx xx   xxx xxxx xxxxx xxx xxxxx xxxx xxx xxxx xxxxx\n"
                  "xxxxxx xxxxx xxx xxx xxxx xxxx xxxx xxx xxxx   xxxx xxxx xxxx xxxx xxxx xxxxx xxx xxxxx xxx\n"
                  "xxxx xxxx xxxxxx xxxxx                         xxx xxxxx xxxx xxxx xxx xx xxx xxx xx xxxxxx\n"
                  "xxxx xxxxx xx xxx xxxx  ####################   xxx xxxxxx xxxxx xxxxxx xxxxx xxx xx xx xxxx\n"
                  "xxx xxx xxx xxxx xxxxx  ####################   xxxx xxxx xx xxxx xxxx xxxx xxxxx xxxx xxxxx\n"
                  "xxxxx xxx xx xxxx xxxx  ####################   xxx xx xxxx xxx xx xxx xxx xxxx xxx xx xxxxx\n"
                  "xxx xx xxxx xxx xxxxxx  ####################   xxx xxx xxx xxxx xxxxxx xxxxxx xxxx xxxx xxx\n"
                  "xxxx xxxx xxxxx xxxxxx  ####################   xxxxxx xx xxx xxx xxxx xxxx xxxx xxx xxx xxx\n"
                  "xxxxx xxxx xx xxx xxxx  ####################   xxxx xxxxxx xxxxxx xxxxxx xxxx xxxx xxxx xxx\n"
                  "xxxxx xxxx xxx xxxxxxx                         xx xxxxx xxxx xx xx xxxx xxxxxx xxxxx xxxxxx\n"
                  "xxx xxx xxxxx xxxx xxxxx xxx xxx xx xx xxxxx   xxxxxx xxxxx xxx xxx xx xxxx xxxxxx xxxx xxx\n"),
        (Blocks{"paragraph 0,0 12", "paragraph 47,0 12", "picture 24,4 0"}));
}

TEST(RoundPictures, AtTheLeftOfTheSecondOfTwoColumns) {
    EXPECT_EQ(
        layout_of("xxxx xxxxx xxxxx xxxxx xxx xx xxxxx xxx xxxx   xxxx xxxx xxxx xxxx xxxx xxxxx xxxxxx xxxxxx\n"
                  "xxxx xxxx xxx xxxxxx xxxxxx xxxx xxxxxx xxxx   xxxxx xxx xxx xxx xxx xxx xxx xxx xxxxx xxxx\n"
                  "xx xxx xxxxx xx xxx xxxxx xxxxxx xxxxx xxxxx   xxxxx xx xxxxxx xx xxxxx xx xxx xxxx xx xxxx\n"
                  "xxxx xxxx xxxx xx xxx xxxx xxx xxxx xxxxx xx                         xxxxx xxxxxx xxx xxxxx\n"
                  "xxxxxx xxx xx xxx xxx xxxx xxx xxxx xx xxxxx   ####################  xxx xxx xxx xx xxx xxx\n"
                  "xxxxxx xxxx xxxxx xxxxx xxx xxx xxxx xxxx xx   ####################  xx xxxx xxxx xxx xxxxx\n"
                  "xxxx xxx xxx xxxx xxxx xxx xxxxxx xxxx xxxxx   ####################  xxxxx xxxxxx xxxxx xxx\n"
                  "xxxxx xxxxxx xxx xx xxx xxxx xxxx xxx xxxxxx   ####################  xxxx xxx xx xx xxx xxx\n"
                  "xxx xxxx xxxxx xxxxxx xxxxxx xxx xxxx xxxxxx   ####################  xxx xxxx xxx xxxx xxxx\n"
                  "xxx xx xxxx xxxx xxxxxx xx xxxxx xxxxx xxxxx   ####################  xxx xxxxx xxx xxxxx xx\n"
                  "xxx xxxxx xx xxx xxxx xxxx xxx xxxx xxx xxxx                         xxxx xxxx xx xxx xxxxx\n"
                  "xx xxx xxx xxxxx xxxx xxxx xxxxx xxxx xxxxxx   xxxxxx xxx xxx xxxx xx xxxxx xxx xxxx xxxxxx\n"),
        (Blocks{"paragraph 0,0 12", "paragraph 47,0 12", "picture 47,4 0"}));
}

TEST(RoundPictures, BetweenTwoColumns) { // each of them makes room
    EXPECT_EQ(layout_of("xxx xxxx xxxxxx xxx xx xxxxxx xxxxxx   xxxxx xxxx xxxxxx xxx xxxxxx xxxx xx\n"
                        "xxxx xxxxx xx xxx xxxx xxx xxx xxxxx   xx xxxxxx xxx xxx xxxxx xxx xxx xxxx\n"
                        "xxx xx xxxx xxx xxx xxx xx xxxx xxxx   xxx xxxxxx xxx xxx xxxx xx xxx xxxxx\n"
                        "xxxx xxxxx xx xxxxx xxxxxx                       xxxx xx xxxxxx xx xxx xxxx\n"
                        "xxxxx xxxxx xxx xxxx xxxxx  ###################  xx xx xxxxxx xxx xxx xxxxx\n"
                        "xxxx xxxx xx xxx xxx xxxxx  ###################  xxxx xxxx xxxxxx xxxxxx xx\n"
                        "xxxx xxxxx xxxxx xxxxxx xx  ###################  xx xxxx xxx xxx xxxxxx xxx\n"
                        "xxxxx xxx xxxxxx xxxx xxxx  ###################  xx xxxx xxxx xx xxxx xxxxx\n"
                        "xxxxxx xxxxxx xxxx xxxx xx  ###################  xxx xx xxxxx xx xxxxxx xxx\n"
                        "xxx xxxxxx xxxx xxxxx xxxx  ###################  xxx xxxx xxxxxx xxx xxxxxx\n"
                        "xxx xxx xxx xxxxx xxxx xxx                       xxxxx xxx xxxx xxxxxx xxxx\n"
                        "xxx xx xx xxx xxxx xx xxxx xxx xxxxx   xxxxxx xxxxxx xxx xxxxxx xxxxx xxxxx\n"
                        "xxx xxx xxx xxxx xx xxx xxxxx xxxxxx   xxxxx xxxx xxx xx xxx xxxxx xxxx xxx\n"
                        "xxxxxx xxxx xxxx xxxxx xx xxxxx xxxx   xxxx xxx xxxx xxx xxxxx xxx xx xxxxx\n"),
              (Blocks{"paragraph 0,0 14", "paragraph 39,0 14", "picture 28,4 0"}));
}

TEST(RoundPictures, AtTheHeadOfTwoColumns) {
    EXPECT_EQ(layout_of("xx xxx xxxxxx xxx xxx xxxx  ###################  xx xxx xxxxx xxxxxx xxxxxx\n"
                        "xxxx xx xx xxxxxx xxxx xxx  ###################  xxxxx xxxx xx xxxxx xxxxxx\n"
                        "xxx xxxx xxxxx xxxx xxxxxx  ###################  xxxx xxxx xxxx xxxx xxxxxx\n"
                        "xxx xxxx xxxxx xx xxxxx xx  ###################  xxx xxx xxx xxxx xxxxxx xx\n"
                        "xxxx xxxxx xxxxx xxxx xxxx  ###################  xxxxx xxxx xxxx xxx xxxxxx\n"
                        "xxxx xxxxxx xxx xx xxxxxxx  ###################  xxxxx xxxx xxxxxx xxx xxxx\n"
                        "xxxxxx xxxx xxxx xxxxx xxx                       xx xxx xxxx xxx xxx xxxxxx\n"
                        "xx xxxxxx xxx xxx xxxxx xxx xxx xxxx   xxx xx xxxx xxx xxx xxx xx xxxx xxxx\n"
                        "xxx xxxxxx xxx xxx xxxx xx xxx xxxxx   xxxx xxxxx xx xxxxx xxxx xx xxxx xxx\n"
                        "xx xxx xxxxx xxxxx xxx xxxx xx xxxxx   xx xxxxxx xxx xxx xxxx xxxx xx xxxxx\n"
                        "xxx xxx xxxx xxxx xxxxxx xxxxxx xxxx   xxxx xxxxx xxxxx xxxxxx xx xxxx xxxx\n"
                        "xxx xxx xxxxxx xxxxx xxx xxxxxx xxxx   xxxx xx xxxx xxxx xx xxxx xxxxxx xxx\n"),
              (Blocks{"picture 28,0 0", "paragraph 0,0 12", "paragraph 39,0 12"}));
}

TEST(RoundPictures, AtTheFootOfTwoColumns) {
    EXPECT_EQ(layout_of("xxxxxx xxxx xxxx xxx xx xxxxx xxxxxx   xx xxxxxx xxx xxxxxx xxxx xxxxx xxxx\n"
                        "xxx xxxx xxxxxx xxx xxx xxx xxx xxxx   xxxxx xxxx xxxxx xxx xxxx xxxxxx xxx\n"
                        "xxx xx xx xxx xxxx xx xxxx xxx xxxxx   xxxxxx xxxxxx xxx xxxxxx xxxxx xxxxx\n"
                        "xxx xxx xxx xxxx xx xxx xxxxx xxxxxx   xxxxx xxxx xxx xx xxx xxxxx xxxx xxx\n"
                        "xxxxxx xxxx xxxx xxxxx xx xxxxx xxxx   xxxx xxx xxxx xxx xxxxx xxx xx xxxxx\n"
                        "xxxx xxxxx xxx xxxx xxxxxx                       xxx xxxx xxx xxxxxx xxxxxx\n"
                        "xx xxxx xxxx xxx xxx xxxxx  ###################  xx xxx xxx xxx xxxxxx xxxx\n"
                        "xxx xx xxxxx xxxxxx xxxxxx  ###################  xxx xxxxxx xxxxx xxxx xxxx\n"
                        "xxx xxxxx xxx xxxx xxxxxxx  ###################  xxxx xxx xxx xxxxx xxxx xx\n"
                        "xxxxxx xxx xxxxx xxx xxxxx  ###################  xxxx xxx xxx xxx xxxxxx xx\n"
                        "xxxxx xxx xxx xxxxx xxxxxx  ###################  xxxxxx xxxxxx xxxxx xxxxxx\n"
                        "xxxxx xxxxx xx xx xxx xxxx  ###################  xxxxx xxx xxx xxxx xxxx xx\n"),
              (Blocks{"paragraph 0,0 12", "paragraph 39,0 12", "picture 28,6 0"}));
}

TEST(RoundPictures, WithACaptionAtTheLeft) {
    EXPECT_EQ(layout_of("xxxxxx xxxxxx xxx xxxxx xxxx xx xxxxx xxxxxx\n"
                        "xxxx xxx xxx xxx xxxxxx xxxx xxxxxx xxxxx xx\n"
                        "xxx xxxxxx xx xxxxxx xx xxx xxxxxx xxxx xxxx\n"
                        "                      xxx xxxx xxxxx xxxxxxx\n"
                        "####################  xxxxx xxxx xxx xxx xxx\n"
                        "####################  xxxxx xxxx xxxx xxxxxx\n"
                        "####################  xxxxx xxx xxxxxx xxxxx\n"
                        "####################  xxx xxxx xxxx xx xxxxx\n"
                        "####################  xxx xxxxx xx xxxxxx xx\n"
                        "####################  xx xxx xxxx xx xxxxxxx\n"
                        "                      xxxx xx xx xxxxx xxxxx\n"
                        "  xxx xx xxx xxxxx    xxxx xxxx xxx xxxxx xx\n"
                        "   xxxx xxxxxx xx     xxxxx xxx xxxx xxxxxxx\n"
                        "                      xxxx xxxxx xxxx xxxxxx\n"
                        "xx xxx xxx xx xxxxx xxxx xxxxxx xxxxxx xxxxx\n"),
              (Blocks{"paragraph 0,0 15", "picture 0,4 0", "caption 2,11 2"}));
}

TEST(RoundPictures, WithACaptionAtTheFootOfTwoColumns) {
    EXPECT_EQ(layout_of("xxxx xxxx xxx xxxxx xxxxx xxx xxxxxx   xxxxx xxxxx xxxxx xxxxxx xxxx xxxxxx\n"
                        "xxxx xxx xxxx xxxxx xxx xx xxxxx xxx   xxx xxx xxx xxx xxxx xxxx xxxx xxxxx\n"
                        "xx xxx xxxxx xxx xxx xxxxxx xxx xxxx   xx xxx xxxxx xxxxxx xxx xxx xxxx xxx\n"
                        "xxxx xxx xxx xxxx xxxx xxxxx xxxxxxx   xxxx xx xx xx xxxxxx xxxxx xxxx xxxx\n"
                        "xxxxxx xxxxxx xxxx xxxx xxx xxx xxxx   xxxx xxxx xxxxxx xxx xxxx xxxxxx xxx\n"
                        "xx xxx xxx xxx xxxx xxxxxx                       xxxx xxxxx xxxxx xxxx xxxx\n"
                        "xxx xxxx xxxxxx xxxx xxxxx  ###################  xxx xx xxxxx xxxxx xxx xxx\n"
                        "xxxxx xxxx xxxxxx xxx xxxx  ###################  xx xx xxx xx xx xxxx xxxxx\n"
                        "xxxxxx xxxxx xxx xxxx xxxx  ###################  xxxx xxxxxx xxxxx xxxx xxx\n"
                        "xxx xx xxxxxx xxxxx xxxxxx  ###################  xxxx xx xxxxxx xxxxxx xxxx\n"
                        "xxxx xxxx xxx xxx xxx xxxx  ###################  xxxx xxxx xx xxx xxxxxx xx\n"
                        "xx xxxx xxxx xxxx xxxxx xx  ###################  xxxx xxxxxx xxxx xxxxxx xx\n"
                        "xxx xxxx xxxxxx xx xxxx xx                       xxx xxxxx xx xxxxxx xxxxxx\n"
                        "xxxxx xxxx xxx xxx xxxx xx    xxxxxx xxxxx xx    xxx xxx xxxx xxxxxx xxxxxx\n"),
              (Blocks{"paragraph 0,0 14", "paragraph 39,0 14", "picture 28,6 0", "caption 30,13 1"}));
}

TEST(RoundPictures, BesideRaggedLines) {
    EXPECT_EQ(layout_of("xxxx xxx xxxxxx xxxxx xxxxxx xxxx xxxxxx\n"
                        "xxx xxxxxx xxx xxx xxx xxxxxx xxxxxx xxxx\n"
                        "xxxxxx xxxxxx xxx xxxxx xxxx xx xxxxx xxxx\n"
                        "                      xxx xx xxxxx xx xxxxxx\n"
                        "####################  xxxxx xxxx xxx xxxx\n"
                        "####################  xxx xxxx xxx xxxxxx\n"
                        "####################  xxx xx xxxxxx xxxx\n"
                        "####################  xxx xxxx xxxxx xxxxxx\n"
                        "####################  xxx xxx xxxxx xxxx xxx\n"
                        "####################  xxxx xxxx xxxx xxx\n"
                        "                      xx xxxx xxxxxx xxxx\n"
                        "xx xxxxxx xxxx xxxx xxxxx xxxx xxx xxxx xxx\n"),
              (Blocks{"paragraph 0,0 12", "picture 0,4 0"}));
}

TEST(RoundPictures, WithACaptionBetweenTwoColumns) {
    EXPECT_EQ(layout_of("xxxxx xxxx xx xxxxxx xxxxxx xxxx xxx   xxxx xxx xxx xxx xxxx xxxx xx xxxxxx\n"
                        "xxx xxxxxx xx xxxx xxxx xxxx xxxxxxx   xxxx xxxxxx xxxx xxxxxx xxx xxxx xxx\n"
                        "xxxxxx xx xxxx xxx xxxxx xx xxxx xxx   xxxxxx xxxxx xxxxx xxxx xxx xxx xxxx\n"
                        "xxxx xxx xxx xxxx xxxx xxx                       xxxx xxxx xxx xxxxxx xxxxx\n"
                        "xxxxx xxxxxx xxxx xxxx xxx  ###################  xxx xxxxxx xxx xxx xxx xxx\n"
                        "xxxxxx xxxxxx xxx xxxx xxx  ###################  xxxxxx xxx xxxxx xxxx xxxx\n"
                        "xx xxxxx xx xxx xx xxxxxxx  ###################  xx xxxx xxxxx xxxx xxx xxx\n"
                        "xxxxxx xxxxxx xxxx xxx xxx  ###################  xxxx xxx xxxx xxx xx xxxxx\n"
                        "xxxxxx xxxxxx xxx xxx xxxx  ###################  xxxx xxxxx xx xxx xxx xxxx\n"
                        "xxxxx xxxx xxxx xxxx xxxxx  ###################  xxxx xxxx xxxx xx xxxx xxx\n"
                        "xxxxxx xxx xx xxxxxx xxxxx                       xxxx xxxx xxxxx xxxx xxxxx\n"
                        "xxxxxx xxx xxx xxx xxxxxxx    xxx xxxx xxxxxx    xxx xx xxx xxxxx xxxxx xxx\n"
                        "xxx xx xxx xxxx xxxx xxxxx                       xxxx xxxxx xxxxx xxx xxxxx\n"
                        "xxxx xx xxxx xxx xxxxxx xx xxxxxx xx   xxxx xxx xxxxxx xx xxxxx xxxxxx xxxx\n"
                        "xxxxxx xxxxxx xxx xxxx xxxxxx xxxxxx   xxxx xxxx xxx xx xxx xxxx xxxxx xxxx\n"
                        "xxxxx xxx xx xx xxxx xxx xx xxxx xxx   xxxx xxxx xxxx xxx xxxxx xxxx xxxxxx\n"),
              (Blocks{"paragraph 0,0 16", "paragraph 39,0 16", "picture 28,4 0", "caption 30,11 1"}));
}

TEST(RoundPictures, BetweenTwoColumnsWithOneRowUnderIt) { // each of them makes room
    EXPECT_EQ(layout_of("xxxxxx xxxx xxxxxx xxx xxxxx xxx xxx   xxx xxx xxxx xxxxxx xxxx xxx xxxx xx\n"
                        "xxxx xxx xx xxxx xxxxxx xxxx xxx xxx   xx xxxxxx xxxxxx xxx xxxx xxxx xxxxx\n"
                        "xxxxxx xxx xxxxx xxx xxxxx xxx xxxxx   xxx xxxx xxx xxxx xx xx xxxxxx xxxxx\n"
                        "xxxxx xxxxxx xxxx xxx xxxx                       xxxx xxxxxx xxxx xxx xxxxx\n"
                        "xxxx xxx xxxxxx xxxxx xxxx  ###################  xxxx xxxxxx xxxxxx xxxx xx\n"
                        "xxxxx xx xx xxx xxxxxx xxx  ###################  xxx xxxx xxx xxxx xxx xxxx\n"
                        "xxxx xxxx xxxxx xxxx xxxxx  ###################  xxxx xxxxx xxxxx xx xxxxxx\n"
                        "xxxxxx xxx xxxxxx xx xxxxx  ###################  xxx xxxxx xxx xxxxx xxxxxx\n"
                        "xxxxxx xxxx xxxxxx xx xxxx  ###################  xxx xxxx xxxxxx xxx xxxxxx\n"
                        "xxxxxx xx xxxxx xxx xxxxxx  ###################  xxx xxxxx xxx xxx xxxx xxx\n"
                        "xxxxxx xxx xx xxxxx xxxxxx                       xxxx xxx xxxxx xxx xxxx xx\n"
                        "xxx xxx xxxx xxxxxx xxxxx xxxx xxxxx   xxx xx xxxxx xxx xxxxx xxxx xxx xxxx\n"),
              (Blocks{"paragraph 0,0 12", "paragraph 39,0 12", "picture 28,4 0"}));
}

TEST(RoundPictures, WithACaptionAtTheRight) {
    EXPECT_EQ(layout_of("xxxx xxxx xxx xxxx xxxxx xxx xx xxxxx xxxxxx\n"
                        "xxx xxx xxx xxx xxxx xxxx xxxx xx xxx xxxxxx\n"
                        "xxxxx xxx xxx xxxxxx xxx xx xxx xxxxx xxxxxx\n"
                        "xxxxxx xxx xxx xxxxxxx\n"
                        "xxxx xxx xxx xxxx xxxx  ####################\n"
                        "xxxx xxxxx xxxxx xxxxx  ####################\n"
                        "xxxx xx xx xx xxxx xxx  ####################\n"
                        "xxxxx xxxx xxxxxx xxxx  ####################\n"
                        "xxxxxx xxxx xxxx xxxxx  ####################\n"
                        "xxx xxx xxxx xxxx xxxx  ####################\n"
                        "xxxxxx xxx xxxx xxxxxx\n"
                        "xxx xxx xxx xxxx xxxxx    xxxxxx xx xxxxxx\n"
                        "xxxxx xxxx xxx xxxx xx     xxxx xxxxx xxx\n"
                        "xxxxxx xxxx xxx xxxxxx\n"
                        "xx xxxxx xxxxx xxx xxxxx xxxx xxxxxx xxx xxx\n"
                        "xx xx xxx xx xx xxxx xxxxxx xxxxx xxx xxxxxx\n"
                        "xxxx xxxx xxxxxx xxxxx xxxx xxx xx xxxxxx xx\n"),
              (Blocks{"paragraph 0,0 17", "picture 24,4 0", "caption 26,11 2"}));
}

/// Each line's right edge, from the top, in pixels; text of a width that makes room for a disc at its right.
std::vector<int> ends_beside_disc(bool text_in_its_box) {
    constexpr int radius = 6 * kCellHeight, rows = 16, x = 56 * kCellWidth, y = 9 * kCellHeight;
    constexpr std::array words{4, 3, 6, 2, 5, 4, 7, 3};
    std::string art;
    for (int row = 0; row < rows; ++row) {
        const int dy = std::max(0, std::abs((row + 1) * kCellHeight + kCellHeight / 2 - y) - kCellHeight / 2);
        const int room = dy < radius ? x - static_cast<int>(std::sqrt(radius * radius - dy * dy)) : 70 * kCellWidth;
        const int cells = (text_in_its_box ? room : std::min(room, x - radius)) / kCellWidth - 3;
        std::string line;
        for (std::size_t k = static_cast<std::size_t>(row); std::ssize(line) < cells; ++k)
            line += std::string(static_cast<std::size_t>(words[k % words.size()]), 'x') + ' ';
        line.resize(static_cast<std::size_t>(cells));
        art += (line.back() == ' ' ? line.substr(0, line.size() - 1) + 'x' : line) + '\n';
    }
    Sheet sheet = draw_sheet(art);
    cv::Mat wide(sheet.gray.rows, x + radius + 60, CV_8UC1, cv::Scalar(255));
    const int shared = std::min(wide.cols, sheet.gray.cols);
    sheet.gray.colRange(0, shared).copyTo(wide.colRange(0, shared));
    cv::circle(wide, {x, y}, radius, 90, cv::FILLED);
    sheet.gray = wide;
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    std::vector<int> ends;
    for (const Block& block : find_layout({}, sheet).blocks)
        for (const Line& line : block.lines)
            ends.push_back((line.box.right - 9) / kCellWidth - 1);
    std::vector<int> drawn;
    std::istringstream in(art);
    for (std::string line; std::getline(in, line);)
        drawn.push_back(static_cast<int>(line.size()));
    EXPECT_EQ(ends, drawn);
    return ends;
}

TEST(RoundPictures, LinesRunIntoTheBoxOfARoundOne) { // whose outline they follow
    EXPECT_EQ(ends_beside_disc(false).size(), 16U);
    EXPECT_EQ(ends_beside_disc(true).size(), 16U);
}

TEST(RoundPictures, ALineOfLargerTypeOverPictureAndTextIsASecondHeadline) { // in the text's type it is text
    std::string art = "\n";
    for (int i = 0; i < 4; ++i)
        art += "##############   xxxx xxx xxxx\n##############   xxx xxxx xxxx\n";
    const auto with_line = [&](int high, int usual) {
        Sheet sheet = draw_sheet(art);
        for (int i = 0; i < 18; ++i) {
            const int height = i % 2 == 0 ? high : usual;
            draw_letter(sheet.gray, 2 * kCellWidth + i * 14, 2 * kCellHeight - 6 - height, 11, height, 2);
        }
        cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
        return blocks_of(find_layout({}, sheet));
    };
    EXPECT_EQ(with_line(30, 26), (Blocks{"heading 0,0 1", "picture 0,1 0", "paragraph 17,1 8"}));
    EXPECT_EQ(with_line(24, 24), (Blocks{"paragraph 0,0 9", "picture 0,1 0"}));
}

} // namespace
} // namespace broadsheet
