// SPDX-License-Identifier: Apache-2.0
#include "layout/box_index.h"
#include "layout/marks.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace broadsheet {

namespace {

constexpr double kCell = 8; // pixels of a text height at the scale pictures are looked for

cv::Mat square(double side) {
    const int n = static_cast<int>(std::lround(side)) | 1; // odd, so that nothing shifts
    return cv::getStructuringElement(cv::MORPH_RECT, {n, n});
}

std::vector<Box> merged(std::vector<Box> boxes, int gap) {
    for (bool changed = true; changed;) {
        changed = false;
        Groups groups(static_cast<int>(boxes.size()));
        for (size_t i = 0; i < boxes.size(); ++i)
            for (size_t j = i + 1; j < boxes.size(); ++j)
                if (!intersected(grown(boxes[i], gap, gap), boxes[j]).empty()) groups.join(int(i), int(j));
        std::vector<Box> out;
        for (const auto& set : groups.sets()) {
            Box box;
            for (const int i : set)
                box = united(box, boxes[i]);
            out.push_back(box);
            changed = changed || set.size() > 1;
        }
        boxes = out;
    }
    return boxes;
}

} // namespace

std::vector<Box> find_pictures(const cv::Mat& gray, const cv::Mat& ink, double text_height) {
    if (text_height <= 0) return {};
    const double scale = std::min(1.0, kCell / text_height);
    const double t = text_height * scale;
    cv::Mat dark, tone;
    cv::resize(ink, dark, {}, scale, scale, cv::INTER_AREA);
    cv::resize(gray, tone, {}, scale, scale, cv::INTER_AREA);

    // Solid after a small closing, and still there after an opening wider than any stroke or line of text: the dark
    // parts of a picture.
    cv::Mat solid;
    cv::threshold(dark, solid, 100, 255, cv::THRESH_BINARY);
    solid |= tone < 150;
    cv::morphologyEx(solid, solid, cv::MORPH_CLOSE, square(0.3 * t));
    cv::morphologyEx(solid, solid, cv::MORPH_OPEN, square(2.6 * t));
    // Its light parts hang together with them in what is not white.
    cv::Mat shade;
    cv::threshold(tone, shade, 231, 255, cv::THRESH_BINARY_INV);
    cv::morphologyEx(shade, shade, cv::MORPH_CLOSE, square(0.3 * t));
    cv::morphologyEx(shade, shade, cv::MORPH_OPEN, square(0.9 * t));
    shade |= solid;

    std::vector<Box> boxes;
    for (const Component& c : find_components(shade)) {
        const cv::Rect area(c.box.left, c.box.top, c.box.width(), c.box.height());
        if (cv::countNonZero(solid(area)) == 0) continue;
        // A scan's dark edge frames the page; only what fills its box is a picture of that size.
        if (c.area * 2 >= c.box.area())
            boxes.push_back(c.box);
        else
            for (const Component& dark_part : find_components(solid(area)))
                if (dark_part.area * 2 >= dark_part.box.area())
                    boxes.push_back({c.box.left + dark_part.box.left, c.box.top + dark_part.box.top,
                                     c.box.left + dark_part.box.right, c.box.top + dark_part.box.bottom});
    }
    for (Box& b : boxes)
        b = {int(b.left / scale), int(b.top / scale), int(std::ceil(b.right / scale)),
             int(std::ceil(b.bottom / scale))};
    boxes = merged(boxes, static_cast<int>(text_height));
    std::erase_if(boxes, [&](const Box& b) { return b.width() < 4 * text_height || b.height() < 3 * text_height; });
    return boxes;
}

} // namespace broadsheet
