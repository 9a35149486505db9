// SPDX-License-Identifier: Apache-2.0
#include "recognize/engine.h"
#include "recognize/line_at.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace broadsheet {
namespace {

TEST(Crop, NeighboursAreWhiteAndTheTextIsAtItsHeight) {
    cv::Mat gray(200, 400, CV_8UC1, cv::Scalar(255));
    const Box own{100, 80, 300, 120}, above{90, 30, 310, 76}, beside{306, 60, 400, 140};
    for (const Box& b : {own, above, beside})
        cv::rectangle(gray, cv::Rect(b.left, b.top, b.width(), b.height()), 0, cv::FILLED);
    Sheet sheet;
    sheet.gray = gray;
    const Crop crop = cut_line(sheet, line_at(own, 50), {above, beside}, {25, 0.25});
    EXPECT_DOUBLE_EQ(crop.scale, 0.5);
    EXPECT_EQ(crop.origin, (Point{86, 66}));
    EXPECT_EQ(crop.pixels.size(), cv::Size(114, 34));
    EXPECT_EQ(crop.pixels.at<uchar>(17, 50), 0);    // the line
    EXPECT_EQ(crop.pixels.at<uchar>(3, 50), 255);   // the line above is gone
    EXPECT_EQ(crop.pixels.at<uchar>(17, 111), 255); // and so is what stands beside it
}

TEST(Crop, AnInitialStandsBeforeItsLineInTheSizeOfTheOthers) {
    Sheet sheet;
    sheet.gray = cv::Mat(300, 600, CV_8UC1, cv::Scalar(255));
    Line line = line_at({200, 50, 500, 100}, 50);
    line.baseline = {{200, 100}, {500, 100}};
    line.initial = {60, 50, 190, 250}; // over the lines below too
    cv::rectangle(sheet.gray, cv::Rect(60, 50, 130, 200), 0, cv::FILLED);
    const Crop crop = cut_line(sheet, line, {line.initial}, {50, 0.2});
    ASSERT_EQ(crop.scale, 1);
    cv::Mat ink = crop.pixels < 128;
    EXPECT_NEAR(cv::countNonZero(ink), 130 * 200 / 16, 130); // a quarter as high and as wide
    const cv::Rect place = cv::boundingRect(ink);
    EXPECT_EQ(place.height, 50);
    EXPECT_EQ(place.y + place.height + crop.origin.y, 100);                // on the baseline
    EXPECT_NEAR(place.x + place.width + crop.origin.x, line.box.left, 10); // close to the line
}

TEST(Crop, LeadersAndRulesBetweenCellsAreWhite) {
    Sheet sheet;
    sheet.gray = cv::Mat(100, 600, CV_8UC1, cv::Scalar(255));
    Line line = line_at({50, 30, 550, 70}, 40);
    line.leaders = {{{200, 60, 300, 66}, 9}};
    const Box rule{400, 0, 404, 100}, word{100, 30, 150, 70};
    for (const Box& b : {line.leaders[0].box, rule, word})
        cv::rectangle(sheet.gray, cv::Rect(b.left, b.top, b.width(), b.height()), 0, cv::FILLED);
    const cv::Mat ink = cut_line(sheet, line, {rule}, {0, 0.25}).pixels < 128;
    EXPECT_EQ(cv::countNonZero(ink), word.area());
}

TEST(Crop, MostOfTheWhiteOfLeadersIsTakenOut) { // engines read figures in it
    Sheet sheet;
    sheet.gray = cv::Mat(100, 900, CV_8UC1, cv::Scalar(255));
    Line line = line_at({50, 30, 850, 70}, 40);
    line.leaders = {{{120, 60, 400, 66}, 9}, {{500, 60, 520, 66}, 2}, {{580, 60, 780, 66}, 7}};
    const Box words[] = {{50, 30, 115, 70}, {420, 30, 480, 70}, {790, 30, 850, 70}};
    for (const Box& b : words)
        cv::rectangle(sheet.gray, cv::Rect(b.left, b.top, b.width(), b.height()), 0, cv::FILLED);
    const Crop crop = cut_line(sheet, line, {}, {0, 0.25});
    ASSERT_EQ(crop.cuts.size(), 2U); // the short one is no wider than a blank
    EXPECT_EQ(crop.cuts[0].at, 160);
    EXPECT_EQ(crop.cuts[0].width, 200);
    EXPECT_EQ(crop.cuts[1].at, 620);
    EXPECT_EQ(crop.cuts[1].width, 120);
    EXPECT_EQ(crop.pixels.cols, 800 + 22 - 320);
    EXPECT_EQ(cv::countNonZero(crop.pixels < 128), words[0].area() + words[1].area() + words[2].area());
}

TEST(Crop, AtTheSheetsEdge) {
    Sheet sheet;
    sheet.gray = cv::Mat(50, 80, CV_8UC1, cv::Scalar(255));
    const Crop crop = cut_line(sheet, line_at({0, 0, 80, 50}, 25), {}, {25, 0.25});
    EXPECT_EQ(crop.origin, (Point{0, 0}));
    EXPECT_EQ(crop.pixels.size(), cv::Size(80, 50));
}

TEST(Crop, DirtyPaperAwayFromTheInkIsMadeWhiteWhereTheEngineWantsIt) {
    Sheet sheet;
    sheet.specks = 1;
    sheet.gray = cv::Mat(100, 300, CV_8UC1, cv::Scalar(200)); // print shows through
    sheet.ink = cv::Mat(100, 300, CV_8UC1, cv::Scalar(0));
    const cv::Rect letter(100, 30, 20, 40);
    cv::rectangle(sheet.gray, letter, 0, cv::FILLED);
    cv::rectangle(sheet.ink, letter, 255, cv::FILLED);
    const Line line = line_at({50, 30, 250, 70}, 40);
    const cv::Mat cleared = cut_line(sheet, line, {}, {0, 0.25, 0.1}).pixels;
    const cv::Mat left = cut_line(sheet, line, {}, {0, 0.25, 0}).pixels;
    const int x = 100 - (50 - 11), y = 31; // of the letter's left edge on the crop
    EXPECT_EQ(cleared.at<uchar>(y, x + 5), 0);
    EXPECT_EQ(cleared.at<uchar>(y, x - 4), 200); // its blurred edge stays
    EXPECT_EQ(cleared.at<uchar>(y, x - 5), 255);
    EXPECT_EQ(left.at<uchar>(y, x - 5), 200);
    sheet.specks = 0.1; // clean paper
    EXPECT_EQ(cut_line(sheet, line, {}, {0, 0.25, 0.1}).pixels.at<uchar>(y, x - 5), 200);
}

/// A dark letter on paper with grain of this depth in every other pixel of every other row.
Sheet grainy_sheet(int depth) {
    Sheet sheet;
    sheet.specks = 1;
    sheet.gray = cv::Mat(100, 300, CV_8UC1, cv::Scalar(255));
    sheet.ink = cv::Mat(100, 300, CV_8UC1, cv::Scalar(0));
    for (int y = 0; y < 100; y += 2)
        for (int x = 0; x < 300; x += 2)
            sheet.gray.at<uchar>(y, x) = static_cast<uchar>(255 - depth);
    const cv::Rect letter(100, 30, 20, 40);
    cv::rectangle(sheet.gray, letter, 0, cv::FILLED);
    cv::rectangle(sheet.ink, letter, 255, cv::FILLED);
    return sheet;
}

TEST(Crop, DarkGrainIsSmoothedAwayWhereTheEngineWantsIt) {
    const Sheet sheet = grainy_sheet(120);
    const Line line = line_at({50, 30, 250, 70}, 40);
    const auto paper_of = [&](const Sheet& from, bool smooth) {
        const cv::Mat pixels = cut_line(from, line, {}, {0, 0.25, 0, 0, 0, smooth}).pixels;
        double darkest = 0;
        cv::minMaxLoc(pixels.colRange(100, 200), &darkest);
        EXPECT_LT(pixels.at<uchar>(31, 71), 10) << "the letter stays";
        return darkest;
    };
    EXPECT_EQ(paper_of(sheet, true), 255);
    EXPECT_EQ(paper_of(sheet, false), 135);
    EXPECT_EQ(paper_of(grainy_sheet(20), true), 235) << "too light to be read as print";
    Sheet clean = sheet;
    clean.specks = 0.1;
    EXPECT_EQ(paper_of(clean, true), 135);
    Sheet faint = sheet;
    faint.gray = cv::max(faint.gray, 140); // print of the other side would become black
    const cv::Mat kept = cut_line(faint, line, {}, {0, 0.25, 0, 0, 0, true}).pixels;
    EXPECT_EQ(kept.at<uchar>(31, 71), 140);
}

TEST(Crop, SpecksAreMadeWhiteWhereTheEngineWantsIt) {
    Sheet sheet = grainy_sheet(0);
    const cv::Rect speck(150, 50, 6, 6), hyphen(180, 50, 12, 4);
    cv::rectangle(sheet.gray, speck, 0, cv::FILLED);
    cv::rectangle(sheet.gray, hyphen, 0, cv::FILLED);
    const Line line = line_at({50, 30, 250, 70}, 40);
    const auto darkest_at = [&](const cv::Rect& place, double specks) {
        const Crop crop = cut_line(sheet, line, {}, {0, 0.25, 0, 0, 0, false, specks});
        double darkest = 0;
        cv::minMaxLoc(crop.pixels(place - cv::Point(crop.origin.x, crop.origin.y)), &darkest);
        return darkest;
    };
    EXPECT_EQ(darkest_at(speck, 0.2), 255);
    EXPECT_EQ(darkest_at(hyphen, 0.2), 0);
    EXPECT_EQ(darkest_at({100, 30, 20, 40}, 0.2), 0) << "the letter stays";
    EXPECT_EQ(darkest_at(speck, 0), 0);
    sheet.specks = 0.1; // clean paper
    EXPECT_EQ(darkest_at(speck, 0.2), 0);
}

/// Cut from white paper as shape says.
Crop cut_from_paper(const Line& line, const CropShape& shape) {
    Sheet sheet;
    sheet.gray = cv::Mat(300, 600, CV_8UC1, cv::Scalar(255));
    return cut_line(sheet, line, {}, shape);
}

TEST(Crop, ABandLiesAroundTheBaselineWhateverLettersTheLineHas) {
    const CropShape band{18, 0.2, 0, 1.4, 0.6};
    Line tall = line_at({100, 60, 500, 110}, 40), low = line_at({100, 78, 500, 100}, 40);
    tall.baseline = low.baseline = {{100, 100}, {500, 100}};
    for (const Line& line : {tall, low}) {
        const Crop crop = cut_from_paper(line, band);
        EXPECT_TRUE(crop.is_band);
        EXPECT_EQ(crop.origin.y, 100 - 56);
        EXPECT_EQ(crop.pixels.rows, 36);
        EXPECT_EQ(crop.origin.x, 100 - 8 - 1);
    }
}

TEST(Crop, ALineThatRisesHasABandThatHoldsItsBaseline) {
    Line line = line_at({100, 60, 500, 110}, 40);
    line.baseline = {{100, 102}, {500, 98}};
    const Crop crop = cut_from_paper(line, {0, 0.2, 0, 1.4, 0.6});
    EXPECT_TRUE(crop.is_band);
    EXPECT_EQ(crop.origin.y, 98 - 56);
    EXPECT_EQ(crop.origin.y + crop.pixels.rows, 102 + 24);
}

TEST(Crop, ALineThatReachesBeyondItsBandIsNone) {
    Line line = line_at({100, 20, 500, 140}, 40);
    line.baseline = {{100, 100}, {500, 100}};
    const Crop crop = cut_from_paper(line, {0, 0.2, 0, 1.4, 0.6});
    EXPECT_FALSE(crop.is_band);
    EXPECT_EQ(crop.origin.y, 20);
    EXPECT_EQ(crop.pixels.rows, 120);
}

} // namespace
} // namespace broadsheet
