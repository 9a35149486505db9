// SPDX-License-Identifier: Apache-2.0
#include "image/codec.h"

namespace broadsheet {

namespace {

enum Tag : std::uint32_t { orientation_tag = 0x112, x_resolution_tag = 0x11a, resolution_unit_tag = 0x128 };

struct Reader {
    Bytes block;
    bool little = true;

    bool has(std::size_t at, std::size_t size) const { return at <= block.size() && block.size() - at >= size; }
    std::uint32_t two(std::size_t at) const { return little ? little16(block, at) : big16(block, at); }
    std::uint32_t four(std::size_t at) const { return little ? little32(block, at) : big32(block, at); }
};

} // namespace

Exif read_exif(Bytes block) {
    Exif exif;
    // Some writers put JPEG's own mark before the block in PNG and WebP too.
    constexpr std::uint8_t mark[] = {'E', 'x', 'i', 'f', 0, 0};
    if (starts_with(block, mark)) block = block.subspan(sizeof mark);
    if (block.size() < 10) return exif;
    const Reader reader{block, block[0] == 'I'};
    const std::size_t directory = reader.four(4);
    if (!reader.has(directory, 2)) return exif;
    const std::size_t entries = reader.two(directory);
    double resolution = 0;
    double per_inch = 1;
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + i * 12;
        if (!reader.has(entry, 12)) break;
        const std::uint32_t value = reader.two(entry + 8);
        switch (reader.two(entry)) {
        case orientation_tag:
            if (value >= 1 && value <= 8) exif.orientation = static_cast<int>(value);
            break;
        case resolution_unit_tag:
            per_inch = value == 2 ? 1 : value == 3 ? 2.54 : 0;
            break;
        case x_resolution_tag:
            if (const std::size_t at = reader.four(entry + 8); reader.has(at, 8) && reader.four(at + 4) != 0)
                resolution = static_cast<double>(reader.four(at)) / reader.four(at + 4);
            break;
        default:
            break;
        }
    }
    exif.dpi = resolution * per_inch;
    return exif;
}

} // namespace broadsheet
