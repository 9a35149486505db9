// SPDX-License-Identifier: Apache-2.0
#include "recognize/bullets.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace broadsheet {
namespace {

/// Lines of text, 20 pixels high, from (100, 100) on: what begins each is drawn by the tests.
struct Drawn {
    cv::Mat ink = cv::Mat::zeros(400, 600, CV_8UC1);
    Page page;

    Drawn() { page.blocks.resize(1); }

    /// A line whose words begin at 130; left: where it begins.
    cv::Point add(int left = 100) {
        const int y = 100 + 40 * static_cast<int>(page.blocks[0].lines.size());
        for (int x = 130; x < 500; x += 14)
            cv::rectangle(ink, cv::Rect(x, y, 10, 20), 255, 2);
        Line line;
        line.box = {left, y, 500, y + 24};
        line.baseline = {{left, y + 20}, {500, y + 20}};
        line.text_height = 20;
        page.blocks[0].lines.push_back(line);
        return {left, y};
    }

    std::vector<int> bulleted() const {
        std::vector<int> lines;
        for (const auto& [at, box] : find_bullets(page, ink))
            lines.push_back(at.line);
        return lines;
    }
};

void disc(cv::Mat& ink, cv::Point center, int radius = 4) {
    cv::circle(ink, center, radius, 255, cv::FILLED);
}

TEST(Bullets, StandUnderEachOtherAtHalfTheLettersHeight) {
    Drawn drawn;
    disc(drawn.ink, drawn.add() + cv::Point(4, 10));
    drawn.add(130); // the entry's second line
    disc(drawn.ink, drawn.add() + cv::Point(4, 10));
    EXPECT_EQ(drawn.bulleted(), (std::vector<int>{0, 2}));
    const auto found = find_bullets(drawn.page, drawn.ink);
    EXPECT_EQ(found.at({0, 0}), (Box{100, 106, 109, 115}));
}

TEST(Bullets, MayBeSquare) {
    Drawn drawn;
    for (int i = 0; i < 2; ++i)
        cv::rectangle(drawn.ink, cv::Rect(drawn.add() + cv::Point(0, 6), cv::Size(9, 9)), 255, cv::FILLED);
    EXPECT_EQ(drawn.bulleted(), (std::vector<int>{0, 1}));
}

TEST(Bullets, OneAloneMayBeDirt) {
    Drawn drawn;
    disc(drawn.ink, drawn.add() + cv::Point(4, 10));
    drawn.add(130);
    EXPECT_EQ(drawn.bulleted(), std::vector<int>{});
    disc(drawn.ink, drawn.add(80) + cv::Point(4, 10)); // elsewhere
    EXPECT_EQ(drawn.bulleted(), std::vector<int>{});
    disc(drawn.ink, drawn.add() + cv::Point(6, 10), 6); // larger
    EXPECT_EQ(drawn.bulleted(), std::vector<int>{});
}

TEST(Bullets, AreNoStopsLettersOrDashes) {
    const auto bulleted = [](auto draw) {
        Drawn drawn;
        for (int i = 0; i < 3; ++i)
            draw(drawn.ink, drawn.add());
        return drawn.bulleted().size();
    };
    EXPECT_EQ(bulleted([](cv::Mat& ink, cv::Point at) { disc(ink, at + cv::Point(3, 17), 3); }), 0U) << "a stop";
    EXPECT_EQ(bulleted([](cv::Mat& ink, cv::Point at) { cv::circle(ink, at + cv::Point(5, 10), 5, 255, 2); }), 0U)
        << "a letter";
    EXPECT_EQ(bulleted([](cv::Mat& ink, cv::Point at) {
                  cv::rectangle(ink, cv::Rect(at + cv::Point(0, 9), cv::Size(11, 4)), 255, cv::FILLED);
              }),
              0U)
        << "a dash";
    EXPECT_EQ(bulleted([](cv::Mat& ink, cv::Point at) {
                  disc(ink, at + cv::Point(4, 10));
                  cv::rectangle(ink, cv::Rect(at + cv::Point(12, 0), cv::Size(10, 20)), 255, 2);
              }),
              0U)
        << "no white behind it";
    EXPECT_EQ(bulleted([](cv::Mat&, cv::Point) {}), 0U);
    EXPECT_TRUE(find_bullets(Page{}, cv::Mat()).empty());
}

TEST(Bullets, TakeThePlaceOfWhatTheyWereReadAs) {
    const Box bullet{100, 106, 109, 115};
    const auto put = [&](std::vector<Word> words) {
        put_bullet(words, bullet);
        Line line;
        line.words = words;
        return line_text(line);
    };
    const Word next{"Now", "Now", {130, 100, 180, 120}, 0.9F, true, true};
    EXPECT_EQ(put({{"¢", "¢", {100, 106, 110, 115}, 0.9F, false, false}, next}), "• Now");
    EXPECT_EQ(put({{"e", "e", {98, 100, 112, 120}, 0.9F, false, false}, next}), "• Now");
    EXPECT_EQ(put({next}), "• Now") << "as nothing";
    EXPECT_EQ(put({{"Now", "Now", {100, 100, 180, 120}, 0.9F, false, false}}), "• Now") << "within a word's box";
    EXPECT_EQ(put({}), "");
}

} // namespace
} // namespace broadsheet
