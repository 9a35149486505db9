// SPDX-License-Identifier: Apache-2.0
// The engine's own order, where it is asked for, stays whatever the page looks like. The letters of a drawing are its
// blocks, in the engine's order.
#include "existing/existing_page.h"
#include "formats/formats.h"
#include "repair_page.h"

#include <gtest/gtest.h>
#include <map>
#include <sstream>

namespace broadsheet {
namespace {

/// A block for each letter, in the alphabet's order, a line for each of its rows: words of four letters.
Page as_engine_read(const std::string& art) {
    std::map<char, std::vector<Line>> lines;
    std::istringstream in(art);
    int y = 200;
    for (std::string row; std::getline(in, row); y += test::line_pitch)
        for (size_t from = 0; from < row.size();) {
            const size_t to = std::min(row.find_first_not_of(row[from], from), row.size());
            if (row[from] != ' ') {
                std::string words(to - from, row[from]);
                for (size_t i = 4; i + 1 < words.size(); i += 5)
                    words[i] = ' ';
                lines[row[from]].push_back(
                    test::existing_line(100 + test::letter_width * static_cast<int>(from), y, words));
            }
            from = to;
        }
    Page page;
    page.language = "eng";
    for (auto& [letter, of_block] : lines)
        test::add_block(page, std::move(of_block), letter < 'a' ? BlockKind::heading : BlockKind::paragraph);
    return page;
}

/// The letters of the blocks as they are read.
std::string names_of(const Page& page) {
    std::string names;
    for (const int i : page.order)
        names += page.blocks[static_cast<size_t>(i)].lines.at(0).words.at(0).read.substr(0, 1);
    return names;
}

RepairPageOptions own_order() {
    RepairPageOptions options;
    options.own_order = true;
    return options;
}

std::string order_of(const std::string& art) {
    return names_of(repair_page(as_engine_read(art), nullptr, own_order()));
}

constexpr const char* kAcross = "aaaaaaaaaaaaaaaaaaaa   bbbbbbbbbbbbbbbbbbbb\n"
                                "aaaaaaaaaaaaaaaaaaaa   bbbbbbbbbbbbbbbbbbbb\n"
                                "cccccccccccccccccccc   dddddddddddddddddddd\n"
                                "cccccccccccccccccccc   dddddddddddddddddddd\n";

TEST(EngineOrder, AcrossTwoColumns) {
    EXPECT_EQ(order_of(kAcross), "abcd");
}

TEST(EngineOrder, ColumnsFromTheRight) {
    EXPECT_EQ(order_of("bbbbbbbbbbbbbbbbbbbb   aaaaaaaaaaaaaaaaaaaa\n"
                       "bbbbbbbbbbbbbbbbbbbb   aaaaaaaaaaaaaaaaaaaa\n"
                       "bbbbbbbbbbbbbbbbbbbb   aaaaaaaaaaaaaaaaaaaa\n"),
              "ab");
}

TEST(EngineOrder, UpThePage) {
    EXPECT_EQ(order_of("cccccccccccccccccccc\n"
                       "                    \n"
                       "bbbbbbbbbbbbbbbbbbbb\n"
                       "                    \n"
                       "aaaaaaaaaaaaaaaaaaaa\n"),
              "abc");
}

TEST(EngineOrder, TheMiddleColumnFirst) {
    EXPECT_EQ(order_of("bbbbbbbbbbbbbb   aaaaaaaaaaaaaa   cccccccccccccc\n"
                       "bbbbbbbbbbbbbb   aaaaaaaaaaaaaa   cccccccccccccc\n"
                       "bbbbbbbbbbbbbb   aaaaaaaaaaaaaa   cccccccccccccc\n"),
              "abc");
}

TEST(EngineOrder, ALineABlock) {
    EXPECT_EQ(order_of("aaaaaaaaaaaaaaaaaaaa   bbbbbbbbbbbbbbbbbbbb\n"
                       "cccccccccccccccccccc   dddddddddddddddddddd\n"
                       "eeeeeeeeeeeeeeeeeeee   ffffffffffffffffffff\n"),
              "abcdef");
}

TEST(EngineOrder, ASidebarWithinTheStory) {
    EXPECT_EQ(order_of("aaaaaaaaaaaaaa   cccccccccccccc   bbbbbbbbbbbbbb\n"
                       "aaaaaaaaaaaaaa   cccccccccccccc   bbbbbbbbbbbbbb\n"
                       "                                  bbbbbbbbbbbbbb\n"
                       "dddddddddddddd   eeeeeeeeeeeeee   bbbbbbbbbbbbbb\n"),
              "abcde");
}

TEST(EngineOrder, HeadingsBeforeAllText) { // where they stand over their columns too
    Page page = as_engine_read("AAAAAAAAAAAAAAAAAAAA   BBBBBBBBBBBBBBBBBBBB\n"
                               "                                           \n"
                               "aaaaaaaaaaaaaaaaaaaa   bbbbbbbbbbbbbbbbbbbb\n"
                               "aaaaaaaaaaaaaaaaaaaa   bbbbbbbbbbbbbbbbbbbb\n");
    EXPECT_EQ(names_of(repair_page(page, nullptr, own_order())), "ABab");
}

TEST(EngineOrder, AnotherThanThatOfTheBlocks) {
    Page page = as_engine_read(kAcross);
    page.order = {3, 0, 2, 1};
    EXPECT_EQ(names_of(repair_page(page, nullptr, own_order())), "dacb");
}

TEST(EngineOrder, WithTheImageToo) {
    const Page page = as_engine_read(kAcross);
    const Image image{cv::Mat(page.height, page.width, CV_8UC1, cv::Scalar(255)), 300};
    EXPECT_EQ(names_of(repair_page(page, &image, own_order())), "abcd");
}

TEST(EngineOrder, BlocksAndBoxesAreThoseOfTheFile) {
    const Page page = as_engine_read(kAcross);
    const Page repaired = repair_page(page, nullptr, own_order());
    ASSERT_EQ(repaired.blocks.size(), page.blocks.size());
    for (size_t i = 0; i < page.blocks.size(); ++i)
        EXPECT_EQ(repaired.blocks[i].box, page.blocks[i].box) << i;
}

TEST(EngineOrder, TheTextRunsInIt) {
    const std::string text = to_text({repair_page(as_engine_read("bbbbbbbbbbbbbb\n"
                                                                 "              \n"
                                                                 "aaaaaaaaaaaaaa\n"),
                                                  nullptr, own_order())});
    EXPECT_LT(text.find("aaaa"), text.find("bbbb"));
}

TEST(EngineOrder, IsNotTakenWhereColumnsAreToldInstead) {
    RepairPageOptions columns;
    columns.order.direction = OrderDirection::columns;
    std::string art;
    for (const char* letters : {"ab", "cd", "ef", "gh", "ij", "kl"})
        art += std::string(20, letters[0]) + "   " + std::string(20, letters[1]) + '\n';
    const Page page = repair_page(as_engine_read(art), nullptr, columns);
    std::string names;
    for (const int i : page.order)
        for (const Line& line : page.blocks[static_cast<size_t>(i)].lines)
            names += line.words.at(0).read[0];
    EXPECT_EQ(names, "acegikbdfhjl");
}

} // namespace
} // namespace broadsheet
