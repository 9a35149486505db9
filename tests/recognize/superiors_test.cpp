// SPDX-License-Identifier: Apache-2.0
#include "recognize/superiors.h"

#include "recognize/engine.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace broadsheet {
namespace {

/// A line with its baseline at y 100 and letters 40 pixels high; boxes are drawn filled.
struct Drawn {
    Sheet sheet;
    Line line;

    explicit Drawn(const std::vector<Box>& boxes) {
        sheet.ink = cv::Mat::zeros(200, 600, CV_8UC1);
        line.text_height = 40;
        line.baseline = {{20, 100}, {580, 100}};
        for (const Box& box : boxes) {
            cv::rectangle(sheet.ink, cv::Rect(box.left, box.top, box.width(), box.height()), 255, cv::FILLED);
            line.box = united(line.box, box);
        }
        sheet.gray = 255 - sheet.ink;
    }
    std::vector<Box> found() const { return find_superiors(line, sheet.ink); }
};

constexpr Box kCapital{100, 60, 130, 100}; // ends at 130
constexpr Box kRaised{135, 60, 153, 80};
constexpr Box kRaisedNext{158, 60, 168, 80}; // narrow as an i
constexpr Box kBehind{200, 72, 220, 100};    // another word

TEST(Superiors, StandHighBehindALetter) {
    EXPECT_EQ(Drawn({kCapital, kRaised, kBehind}).found(), std::vector<Box>{kRaised});
    EXPECT_EQ(Drawn({kCapital, kRaised, kRaisedNext, kBehind}).found(), std::vector<Box>{united(kRaised, kRaisedNext)});
    EXPECT_EQ(Drawn({kCapital, kRaised}).found(), std::vector<Box>{kRaised}) << "at the line's end";
    const Box bracket{160, 56, 168, 112};
    EXPECT_EQ(Drawn({kCapital, kRaised, bracket, kBehind}).found(), std::vector<Box>{kRaised});
}

TEST(Superiors, AreFoundAlongABaselineThatLeans) {
    Drawn drawn({kCapital, kRaised, {400, 80, 430, 120}, {436, 80, 454, 100}});
    drawn.line.baseline = {{100, 98}, {500, 126}};
    EXPECT_EQ(drawn.found(), (std::vector<Box>{kRaised, {436, 80, 454, 100}}));
}

TEST(Superiors, OtherHighMarksAreNone) {
    EXPECT_TRUE(Drawn({kCapital, {136, 60, 142, 74}, kBehind}).found().empty()) << "an apostrophe";
    EXPECT_TRUE(Drawn({kCapital, {136, 60, 142, 76}, {146, 60, 152, 76}, kBehind}).found().empty()) << "a quote";
    EXPECT_TRUE(Drawn({kCapital, {136, 78, 156, 84}, kBehind}).found().empty()) << "a dash";
    EXPECT_TRUE(Drawn({kCapital, {136, 72, 154, 100}, kBehind}).found().empty()) << "a small letter";
    EXPECT_TRUE(Drawn({kCapital, {136, 54, 154, 70}, {134, 76, 156, 100}}).found().empty()) << "an accent";
    EXPECT_TRUE(Drawn({{100, 60, 118, 80}, kBehind}).found().empty()) << "behind no letter";
    EXPECT_TRUE(Drawn({kCapital, {137, 60, 155, 80}, kBehind}).found().empty()) << "an asterisk";
    EXPECT_TRUE(Drawn({kCapital, {160, 60, 178, 80}, {182, 60, 198, 80}}).found().empty()) << "too far away";
    EXPECT_TRUE(Drawn({kCapital, kRaised, {156, 72, 176, 100}}).found().empty()) << "an arm of a broken letter";
}

TEST(Superiors, ADegreeSignIsNoLetter) {
    Drawn ring({kCapital, kRaised, kBehind});
    cv::rectangle(ring.sheet.ink, cv::Rect(139, 64, 10, 12), 0, cv::FILLED);
    EXPECT_TRUE(ring.found().empty());
    Drawn e({kCapital, kRaised, kBehind});
    cv::rectangle(e.sheet.ink, cv::Rect(139, 63, 10, 5), 0, cv::FILLED); // over its bar
    EXPECT_EQ(e.found(), std::vector<Box>{kRaised});
}

TEST(Superiors, NothingIsFoundWhereNothingIs) {
    EXPECT_TRUE(Drawn({}).found().empty());
    Drawn vertical({kCapital, kRaised});
    vertical.line.vertical = true;
    EXPECT_TRUE(vertical.found().empty());
    Drawn outside({kCapital, kRaised});
    outside.line.box = {700, 60, 800, 100};
    EXPECT_TRUE(outside.found().empty());
    Drawn flat({kCapital, kRaised});
    flat.line.text_height = 0;
    flat.line.baseline.clear();
    EXPECT_TRUE(flat.found().empty());
}

TEST(Superiors, StandOnTheBaselineInACropThatLowersThem) {
    const Drawn drawn({kCapital, kRaised, kBehind});
    CropShape shape{40, 0.25};
    const auto feet = [&](const Crop& crop) { // of the raised letter's columns, on the sheet
        const cv::Mat columns = crop.pixels.colRange(kRaised.left - crop.origin.x, kRaised.right - crop.origin.x) < 128;
        return cv::boundingRect(columns).br().y + crop.origin.y;
    };
    EXPECT_EQ(feet(cut_line(drawn.sheet, drawn.line, {}, shape)), kRaised.bottom);
    shape.lowers = true;
    const Crop crop = cut_line(drawn.sheet, drawn.line, {}, shape);
    EXPECT_EQ(feet(crop), 100);
    EXPECT_EQ(cv::countNonZero(crop.pixels < 128), kCapital.area() + kRaised.area() + kBehind.area());
}

} // namespace
} // namespace broadsheet
