// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page/box.h"

#include <array>
#include <vector>

namespace broadsheet {

/// A place between pixels.
struct Place {
    double x = 0;
    double y = 0;
    bool operator==(const Place&) const = default;
};

/// A bent page: where the nodes of a square grid on the flat page lie; between them, bilinear.
struct Mesh {
    int step = 0;             ///< pixels between nodes; the first is at 0, 0
    int columns = 0;          ///< nodes a row
    std::vector<Place> nodes; ///< row by row; none: the page is flat as it is
    bool operator==(const Mesh&) const = default;
};
Place mapped(const Mesh& mesh, Place flat);

/// Maps pixels of the straightened sheet to pixels of the image as loaded: by the mesh, then by a row-major homography.
struct Frame {
    std::array<double, 9> m{1, 0, 0, 0, 1, 0, 0, 0, 1};
    Mesh mesh = {};
    bool operator==(const Frame&) const = default;
};
Place to_scan(const Frame& frame, Place sheet);
Point to_scan(const Frame& frame, Point sheet);
/// The inverse, to a hundredth of a pixel.
Place to_sheet(const Frame& frame, Place scan);
/// The mesh with its nodes taken on to the image as loaded.
Mesh on_scan(Mesh mesh, const Frame& frame);
/// The upright box around the mapped corners.
Box to_scan(const Frame& frame, const Box& sheet);

} // namespace broadsheet
