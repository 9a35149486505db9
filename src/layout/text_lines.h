// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layout/marks.h"
#include "page/page.h"

#include <vector>

namespace broadsheet {

/// A stretch of letters that surely belong together: gaps under about a third of their height.
struct Segment {
    Box box;
    int height = 0;         ///< of its tall letters, pixels
    std::vector<int> parts; ///< indices of components
    std::vector<Box> cells; ///< its characters, roughly: a Han character or an umlaut is one cell of many components
};

/// White between two neighbouring segments of a row.
struct Gap {
    int left = 0;     ///< index of the segment before it
    int right = 0;    ///< index of the segment behind it
    Box box;          ///< from the one's right edge to the other's left edge
    int white = 0;    ///< its width but for marks at its ends, and dashes and such characters anywhere
    bool led = false; ///< dots lead through it
    bool gutter = false;
    bool in_table = false;    ///< between two cells of a table's row, which is read across ...
    bool behind_mark = false; ///< ... or behind the number of a list's entry
};

struct TextLine {
    Box box;
    int height = 0;         ///< of its tall letters, pixels
    int x_height = 0;       ///< of its usual letters, pixels; equal to height in Han and capitals
    double stroke = 0;      ///< thickness of its strokes, pixels: in bold about half as much again as in book weight
    std::vector<int> parts; ///< indices of components
    std::vector<Box> cells; ///< as in Segment
    int tabs = 0;           ///< gaps in it that part a table's cells
    Box initial;            ///< as in Line
    std::vector<Leader> leaders;
    std::vector<Point> baseline;
};

/// Components in rows, tightly. Blobs lower than 0.55 text heights, and marks of two rows that touch, are left out:
/// they join lines later.
std::vector<Segment> find_segments(const std::vector<Component>& components, double text_height);

/// Of each segment, is it in print of its own size: is a row of such letters set close over or under it? The accent of
/// a large letter, a quotation mark, a small figure are not.
std::vector<char> stacked_print(const std::vector<Segment>& segments, double text_height);

/// Segments of one row joined over blanks and narrow gutters: enough to tell rows of print from grain and stains.
std::vector<Segment> rough_rows(const std::vector<Segment>& segments, double text_height);

/// Letters of two rows that touch are one component: parted in the white between the rows, as the letters to its left
/// and right show it.
std::vector<Component> split_touching(const cv::Mat& ink, const std::vector<Component>& components, double text_height);

/// Are these the letters of one row of print: some, of about one height?
bool is_print(const std::vector<Box>& cells);

/// Leaves out what stands beside the first and the last column and is no row of print: what is left of a scan's dark
/// edges, folds, stains.
void drop_margins(std::vector<Component>& components, int sheet_width, double text_height);

/// The gaps of every row, each judged gutter or blank: a gutter keeps its place over several rows and the text behind
/// it starts flush (tab stops; Smith 2009), or a rule or a picture stands in it, or it is wide and nothing bridges it
/// above or below. What justified setting opens between two words is neither, nor the white that leaders run through.
/// marks: small components that are in no segment.
std::vector<Gap> find_gaps(const std::vector<Segment>& segments, const std::vector<Rule>& rules,
                           const std::vector<Box>& pictures, const std::vector<Leader>& leaders,
                           const std::vector<Box>& marks, double text_height);

/// Segments joined where no gutter parts them, with the small blobs (dots, commas, hyphens, accents) that belong to
/// them.
std::vector<TextLine> find_lines(const cv::Mat& ink, const std::vector<Component>& components,
                                 const std::vector<Segment>& segments, const std::vector<Gap>& gaps,
                                 const std::vector<Rule>& rules, double text_height);

} // namespace broadsheet
