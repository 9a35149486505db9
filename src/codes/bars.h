// SPDX-License-Identifier: Apache-2.0
/// Where linear barcodes may be: blocks in which nearly all edges run one way.
#pragma once

#include <array>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

namespace broadsheet::codes {

/// A block of parallel strokes, in sheet pixels.
struct BarField {
    cv::Point2d center;
    double angle =
        0; ///< degrees from the x axis to the direction across the strokes, clockwise as seen, -90 < angle <= 90
    double length = 0; ///< across the strokes
    double height = 0; ///< along them
};

/// The middle of b lies in a, and a is about as large or larger.
bool covers(const BarField& a, const BarField& b);

/// Finds blocks at least 48 pixels long of strokes at any angle. Engravings and tables pass too: only reading or
/// trace_bars() tells.
std::vector<BarField> locate_bars(const cv::Mat& gray);

/// The codes that the field may be, by where the strokes go on unchanged: a neighbouring picture, text or another code
/// may have been taken in, or a part of the code with wide bars left out. The field itself where nothing can be told;
/// none where the strokes are too few.
std::vector<BarField> refined(const cv::Mat& gray, const BarField& field);

/// A field turned so that its strokes stand upright, with its surroundings.
struct LeveledField {
    cv::Mat pixels;       ///< CV_8UC1
    cv::Rect core;        ///< where the strokes are
    cv::Matx23d to_sheet; ///< pixel positions here -> pixel positions in the sheet
};

/// upside_down: turned by another half circle. beside: how much of the surroundings is taken on either side, in lengths
/// of the field.
LeveledField leveled(const cv::Mat& gray, const BarField& field, bool upside_down, double beside = 0.2);

/// Cheap: enough bars that stay the same row for row, as text, hatching and pictures do not.
bool may_be_code(const cv::Mat& gray, const BarField& field);

/// Low, as text is, of which a page may have hundreds of blocks, and its strokes are not of one height, as bars are, or
/// fewer than eight.
bool may_be_text(const cv::Mat& gray, const BarField& field);

struct Bar {
    double x = 0; ///< of its middle, at the row it was followed from
    double width = 0;
    double top = 0;    ///< first row
    double bottom = 0; ///< one past its last row
    double lean = 0;   ///< how far its middle moves to the right per row downwards
};

/// Bars followed up and down from one row.
struct Bars {
    std::vector<Bar> bars;
    std::array<cv::Point2d, 4> corners; ///< top left, top right, bottom right, bottom left; without guard tails
    std::vector<double> tails;          ///< of the bars, how far each reaches below the bottom edge; 0: no guard bar
    double level = 0;                   ///< share of the bars that begin and end with the edges
    double darkness = 0;                ///< gray value that tells bar from paper
};

/// The bars between first and last (x) at a row. Fewer than eight bars are none.
std::optional<Bars> trace_bars(const LeveledField& field, double first, double last, double row);

} // namespace broadsheet::codes
