// SPDX-License-Identifier: Apache-2.0
/// The steps prepare() is made of, private to this folder. Gray pictures are CV_8UC1 with dark ink on light paper.
#pragma once

#include "image/components.h"
#include "page/page.h"

#include <opencv2/core.hpp>
#include <vector>

namespace broadsheet {

/// Throws Error on other pixels than Image::pixels may be.
void check_pixels(const cv::Mat& pixels);

/// Colour to gray, weighted towards the channels in which the paper is light: brown paper and its stains fade.
cv::Mat to_gray(const cv::Mat& pixels);

/// True where nearly every pixel is black or white already.
bool is_bilevel(const cv::Mat& gray);

/// Divides by the paper's own brightness, so that paper is about 255 under any shadow. Dark areas larger than print
/// (photographs, white-on-black headings) are not taken for paper in shadow and stay dark.
struct Evened {
    cv::Mat gray;
    double noise = 0; ///< standard deviation of the grain of the paper, in the values of gray
};
Evened evened(const cv::Mat& gray);

/// Whitens in even what lies beside the paper in gray, the same picture before: something much darker, which ends at the
/// paper's edge, as a page photographed on a table has it. Only where that leans: the dark rim of a scan is left to
/// clear_edges().
void clear_desk(const cv::Mat& gray, cv::Mat& even);

/// How the lines of print lie.
struct Skew {
    double angle = 0;          ///< degrees, -10 to 10, by which lines fall to the right (image coordinates: clockwise)
    bool runs_down = false;    ///< they run down the page, or up; angle is what turns them upright
    bool may_run_down = false; ///< about as distinct that way: characters stand in rows both ways
};
/// Level where there is nothing to tell it from. Variance of the projection profile (Postl 1986), taken column by
/// column: the lines of neighbouring columns need not be level with each other.
Skew find_skew(const cv::Mat& gray);

/// White lanes as wide as between lines and six ems long: the area of those that run down over that of those across.
/// Over 1 in vertical writing and on pages that lie on their side, at most a half on others but for dense print.
/// text_height: of ink's characters, pixels.
double lanes_down(const cv::Mat& ink, double text_height);

struct Turned {
    cv::Mat gray;
    Frame frame; ///< turned pixels -> pixels of the picture given
};
/// Turned about the centre so that lines that fall by angle degrees become level; the canvas grows, in white.
Turned turned(const cv::Mat& gray, double angle);

/// Where the lines of a page curl and its columns lean (a page photographed by hand, an open book), found from the
/// slopes of its pieces; an empty mesh where it is flat, or too little of it is print to tell. gray: level on the
/// whole.
Mesh find_curl(const cv::Mat& gray);

/// The flat page of this size, each of its places taken from where the mesh says; around: the value beyond bent.
cv::Mat remapped(const cv::Mat& bent, const Mesh& mesh, cv::Size size, std::uint8_t around);

/// 255 where there is ink. The threshold lies half-way between the paper and the ink near by, but never within the
/// noise of the paper nor so near to it that print showing through from the other side would count.
cv::Mat binarised(const cv::Mat& gray, double noise);

/// Finds the components, and takes out of ink those too small to be print beside characters of the height found.
struct Print {
    std::vector<Run> runs;
    std::vector<Component> components;
    double text_height = 0; ///< see Sheet::text_height
};
Print find_print(cv::Mat& ink);

/// White print on a black ground (a heading in a bar, a boxed notice or page number, a negative) becomes black on white
/// in gray and ink: where a solid component of ink has holes that are letters of one height in rows. Returns whether
/// there was any.
bool show_reversed(cv::Mat& gray, cv::Mat& ink, const Print& print);

/// Where faint specks outnumber the letters (worn paper, print showing through), takes out of ink the marks of a dot's
/// size that are nowhere nearly as dark as the letters. There the dots of faint letters go with them; those that lead to
/// a number, in rows of four text heights and more, along the page or down, are no specks where most of them do.
/// Returns the faint specks per letter.
double clear_specks(cv::Mat& ink, const cv::Mat& gray, const Print& print);

/// Takes out of ink what is not of the page: at the picture's edges all that is black or full of grain (a book's cover,
/// the table, a fold), and what is larger than letters and cut off by the edge.
/// At its sides also the strip of a neighbouring page whose lines the scan's side cuts off. frame: ink -> the scan.
/// on_its_side: the scan was turned so that its head is at a side of ink.
void clear_edges(cv::Mat& ink, const Print& print, const Frame& frame, cv::Size scan, bool on_its_side = false);

double text_height_of(const std::vector<Component>& components);

/// See Sheet::dpi. said is the file's value, 0: none.
double resolution_of(double text_height, double said);

} // namespace broadsheet
