// SPDX-License-Identifier: Apache-2.0
/// What stands where: rules, pictures, text lines, gutters, columns, blocks and their kinds. Pixels in, boxes out.
#pragma once

#include "image/image.h"
#include "page/page.h"

#include <functional>
#include <string>

namespace broadsheet {

/// Receives a picture of what a step found; empty: none are drawn.
using Trace = std::function<void(const std::string& step, const cv::Mat& picture)>;

struct LayoutOptions {
    Trace trace;
};

/// The page with its blocks: physical, unordered, each with its lines (no words yet). page.codes are taken as they are:
/// their area gives no text but the printed line, which becomes a block of its own of kind code. A newspaper's
/// title across lines that run down the page is a block without lines, of kind masthead, besides what is there.
/// Other print that is level among such lines is in blocks of its own, its lines vertical: they run down the sheet.
Page find_layout(Page page, const Sheet& sheet, const LayoutOptions& options = {});

} // namespace broadsheet
