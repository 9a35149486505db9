// SPDX-License-Identifier: Apache-2.0
/// Images small enough to write down.
#pragma once

#include <string>

namespace broadsheet::test {

/// White paper without a mark, as a PGM file.
inline std::string blank_pgm(int width = 300, int height = 400) {
    return "P5\n" + std::to_string(width) + ' ' + std::to_string(height) + "\n255\n" +
           std::string(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), '\xff');
}

/// A TIFF file of uncompressed white pages 8 pixels square; the page named broken (from 1; 0: none) says that its
/// pixels lie beyond the end of the file.
inline std::string tiff(int pages, int broken) {
    const auto number = [](unsigned value, int bytes) {
        std::string out;
        for (int i = 0; i < bytes; ++i)
            out += static_cast<char>(value >> (8 * i) & 0xff);
        return out;
    };
    const auto entry = [&](unsigned tag, unsigned value) {
        return number(tag, 2) + number(4, 2) + number(1, 4) + number(value, 4);
    };
    constexpr unsigned pixels_at = 8, pixels = 64, first = pixels_at + pixels, directory = 2 + 9 * 12 + 4;
    std::string out = "II*" + number(0, 1) + number(first, 4) + std::string(pixels, '\xff');
    for (int page = 1; page <= pages; ++page) {
        out += number(9, 2) + entry(256, 8) + entry(257, 8) + entry(258, 8) + entry(259, 1) + entry(262, 1);
        out += entry(273, page == broken ? 1000000 : pixels_at) + entry(277, 1) + entry(278, 8) + entry(279, pixels);
        out += number(page == pages ? 0 : first + static_cast<unsigned>(page) * directory, 4);
    }
    return out;
}

} // namespace broadsheet::test
