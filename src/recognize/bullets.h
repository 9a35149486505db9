// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/page.h"

#include <map>
#include <opencv2/core.hpp>
#include <vector>

namespace broadsheet {

/// The bullets that lines of a page begin with: filled, round or square, at half the letters' height, with white behind
/// them; two of one size at least, one under the other. Engines take them for letters or signs, or for dirt. page: laid
/// out; ink: of its sheet.
std::map<LineRef, Box> find_bullets(const Page& page, const cv::Mat& ink);

/// The words with "•" for what the bullet was read as, or before them.
void put_bullet(std::vector<Word>& words, const Box& bullet);

} // namespace broadsheet
