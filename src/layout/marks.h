// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "image/components.h"

#include <opencv2/core.hpp>
#include <vector>

namespace broadsheet {

/// A printed line that is no text, between columns, under headlines, round a box.
struct Rule {
    Box box;
    bool vertical = false;
};

/// Rules at least five text heights long and at most a third of one thick (0.7 where very long), whether they stand
/// alone or cross each other. Their pixels are erased from ink.
std::vector<Rule> take_rules(cv::Mat& ink, double text_height);

/// How far a broken upright rule, or a gutter, is taken to go on; in text heights.
constexpr double kGoesOn = 15;

/// Leaves out what a broken upright rule has left, thin pieces that stand in its line, and those at the end of any rule
/// that is wavy.
void drop_rule_remains(std::vector<Component>& components, const std::vector<Rule>& rules, double text_height);

inline constexpr double kRim = 0.25; ///< text heights round a picture that go with it: a frame, or its ragged edge

/// Pictures (photographs, halftones, solid drawings) larger than about four text heights each way, merged where they
/// overlap. gray and ink as in Sheet; components: of ink.
std::vector<Box> find_pictures(const cv::Mat& gray, const cv::Mat& ink, const std::vector<Component>& components,
                               double text_height);

/// The pictures as text sees them that runs round their outline: where rows of letters run into a picture's box, it is
/// parted into boxes over each other that leave these out.
std::vector<Box> without_text(const std::vector<Box>& pictures, const cv::Mat& ink,
                              const std::vector<Component>& components, double text_height);

/// Takes out ornaments, the boxes of which it returns, and all that stands in these: woodcut initials, flags, devices;
/// large, and of thin strokes and thick ones, where a letter's are more alike. ink: that of the components.
std::vector<Box> take_ornaments(std::vector<Component>& components, const cv::Mat& ink, double text_height);

} // namespace broadsheet
