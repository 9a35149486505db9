// SPDX-License-Identifier: Apache-2.0
/// TIFF files laid down byte by byte, so that a test can say what each tag holds.
#pragma once

#include "support/image_files.h"

namespace broadsheet::testing {

struct TiffPage {
    std::uint32_t width = 1;
    std::uint32_t height = 1;
    std::uint16_t bits = 8;
    std::uint16_t samples = 1;
    std::uint16_t photometric = 1; ///< 0 min-is-white, 1 min-is-black, 2 RGB, 3 palette, 5 CMYK
    File data = {};                ///< uncompressed, one strip
    std::uint32_t dpi = 0;         ///< 0: no tags
    std::uint16_t unit = 2;        ///< of the resolution: 2 inch, 3 centimetre
    std::uint16_t orientation = 1;
    std::uint32_t subfile = 0;
    std::vector<std::uint16_t> palette = {}; ///< all reds, all greens, all blues
};

inline File tiff_file(const std::vector<TiffPage>& pages) {
    struct Tag {
        std::uint16_t id, type; ///< type 3: 16 bit, 4: 32 bit, 5: fraction
        std::uint32_t count, value;
    };
    File file = bytes("II*");
    file.push_back(0);
    for (std::size_t p = 0; p < pages.size(); ++p) {
        const TiffPage& page = pages[p];
        const auto link = file.size(); // where the offset of this page's directory goes
        put_little(file, 0, 4);
        const auto data = static_cast<std::uint32_t>(file.size());
        file.insert(file.end(), page.data.begin(), page.data.end());
        const auto bits = static_cast<std::uint32_t>(file.size());
        for (int i = 0; i < page.samples; ++i)
            put_little(file, page.bits, 2);
        const auto resolution = static_cast<std::uint32_t>(file.size());
        put_little(file, page.dpi, 4);
        put_little(file, 1, 4);
        const auto palette = static_cast<std::uint32_t>(file.size());
        for (std::uint16_t value : page.palette)
            put_little(file, value, 2);
        if (file.size() % 2 == 1) file.push_back(0);

        std::vector<Tag> tags{{254, 4, 1, page.subfile}, {256, 4, 1, page.width}, {257, 4, 1, page.height}};
        tags.push_back(
            {258, 3, page.samples, page.samples > 2 ? bits : page.bits * (page.samples == 2 ? 0x10001u : 1u)});
        tags.push_back({259, 3, 1, 1});
        tags.push_back({262, 3, 1, page.photometric});
        tags.push_back({273, 4, 1, data});
        tags.push_back({274, 3, 1, page.orientation});
        tags.push_back({277, 3, 1, page.samples});
        tags.push_back({278, 4, 1, page.height});
        tags.push_back({279, 4, 1, static_cast<std::uint32_t>(page.data.size())});
        if (page.dpi) tags.push_back({282, 5, 1, resolution});
        if (page.dpi) tags.push_back({296, 3, 1, page.unit});
        if (!page.palette.empty()) tags.push_back({320, 3, static_cast<std::uint32_t>(page.palette.size()), palette});

        const auto directory = file.size();
        for (std::size_t i = 0; i < 4; ++i)
            file[link + i] = static_cast<std::uint8_t>(directory >> (8 * i));
        put_little(file, tags.size(), 2);
        for (const Tag& tag : tags) {
            put_little(file, tag.id, 2);
            put_little(file, tag.type, 2);
            put_little(file, tag.count, 4);
            put_little(file, tag.value, 4);
        }
    }
    put_little(file, 0, 4);
    return file;
}

} // namespace broadsheet::testing
