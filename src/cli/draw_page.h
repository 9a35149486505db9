// SPDX-License-Identifier: Apache-2.0
/// The page as it was understood, drawn over its scan.
#pragma once

#include "image/image.h"

namespace broadsheet {

/// Over the paled scan: blocks in the colour of their kind with their place in the reading order, lines along their
/// baselines, an arrow from each block to the next in order, where there are several articles a bar before each block
/// in its article's colour, and a link wherever a paragraph goes on in another block; a legend below. scan: CV_8UC1 or
/// CV_8UC3; pages: as read_pages() returned them for that scan. The result is CV_8UC3, as wide as the scan (or as the
/// legend needs) and higher by the legend.
cv::Mat draw_page(const cv::Mat& scan, const std::vector<Page>& pages);

} // namespace broadsheet
