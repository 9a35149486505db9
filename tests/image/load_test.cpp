// SPDX-License-Identifier: Apache-2.0
#include "support/image_files.h"
#include "support/image_tiff.h"

#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

using namespace broadsheet;
using namespace broadsheet::testing;

namespace {

std::string temporary(const std::string& name) {
    return (std::filesystem::temp_directory_path() / ("broadsheet-load-" + std::to_string(getpid()) + "-" + name))
        .string();
}

struct Stored {
    std::string path;
    Stored(const std::string& name, const File& file) : path(temporary(name)) {
        std::ofstream(path, std::ios::binary)
            .write(reinterpret_cast<const char*>(file.data()), static_cast<std::streamsize>(file.size()));
    }
    ~Stored() { std::filesystem::remove(path); }
};

std::string open_error(const std::string& path) {
    try {
        ImageFile::open(path);
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

} // namespace

TEST(Load, TellsTheFormatFromTheContent) {
    const Stored file("page.jpg", encoded(".png", ramp(40, 30)));
    EXPECT_EQ(difference(ImageFile::open(file.path).load(1).pixels, ramp(40, 30)), 0);
}

TEST(Load, ReadsStandardInput) {
    const Stored file("stdin", encoded(".png", ramp(40, 30)));
    const int kept = dup(STDIN_FILENO);
    const int from = ::open(file.path.c_str(), O_RDONLY);
    dup2(from, STDIN_FILENO);
    const ImageFile opened = ImageFile::open("-");
    dup2(kept, STDIN_FILENO);
    close(from);
    close(kept);
    EXPECT_EQ(difference(opened.load(1).pixels, ramp(40, 30)), 0);
}

TEST(Load, NamesWhatCannotBeOpened) {
    EXPECT_EQ(open_error("/nowhere/page.png"), "/nowhere/page.png: cannot be opened: No such file or directory");
    const std::string folder = std::filesystem::temp_directory_path().string();
    EXPECT_EQ(open_error(folder), folder + ": is a folder");
    // The memory of this process can be opened, but its first page not be read, whoever runs the test.
    EXPECT_EQ(open_error("/proc/self/mem"), "/proc/self/mem: cannot be read: Input/output error");
    const Stored empty("empty.png", {});
    EXPECT_EQ(open_error(empty.path), empty.path + ": empty file");
}

TEST(Load, NamesWhatIsNoImage) {
    const std::string line = "x: not an image (PNG, JPEG, TIFF, JPEG 2000, WebP, PNM or BMP)";
    EXPECT_EQ(error_of(bytes("a plain text")), line);
    EXPECT_EQ(error_of(bytes("P")), line);
    EXPECT_EQ(error_of(bytes("BMW is no bitmap either")), line);
    EXPECT_EQ(error_of(bytes("PSALM")), line);
    EXPECT_EQ(error_of({}), "x: empty file");
}

TEST(Load, HasNoPageBeyondItsLast) {
    const File file = encoded(".png", ramp(4, 4));
    EXPECT_EQ(error_of(file, 2), "x: no page 2 (it has 1)");
    EXPECT_EQ(error_of(file, 0), "x: no page 0 (it has 1)");
}

TEST(Load, RefusesSizesBeyondTheLimits) {
    EXPECT_EQ(error_of(bytes("P5 30001 1 255\n")),
              "x: too large: 30001 x 1 pixels (at most 30000 a side and 536870912 in all)");
    EXPECT_EQ(error_of(bytes("P5 30000 20000 255\n")),
              "x: too large: 30000 x 20000 pixels (at most 30000 a side and 536870912 in all)");
    EXPECT_EQ(error_of(bytes("P5 0 10 255\n")), "x: an image of 0 x 10 pixels");
}

TEST(Load, AppliesEveryOrientation) {
    // Where the top left pixel of the stored picture is to be seen: 0 top left, 1 top right, 2 bottom left, 3 bottom
    // right; and whether rows become columns.
    struct Case {
        int corner;
        bool transposed;
    };
    const std::vector<Case> cases{{0, false}, {1, false}, {3, false}, {2, false},
                                  {0, true},  {1, true},  {3, true},  {2, true}};
    for (int orientation = 1; orientation <= 8; ++orientation) {
        TiffPage page{.width = 3, .height = 2, .data = {10, 20, 20, 20, 20, 20}};
        page.orientation = static_cast<std::uint16_t>(orientation);
        const cv::Mat pixels = loaded(tiff_file({page})).pixels;
        const Case& expected = cases[static_cast<std::size_t>(orientation - 1)];
        ASSERT_EQ(pixels.size(), expected.transposed ? cv::Size(2, 3) : cv::Size(3, 2)) << orientation;
        const int x = expected.corner % 2 ? pixels.cols - 1 : 0;
        const int y = expected.corner / 2 ? pixels.rows - 1 : 0;
        EXPECT_EQ(pixels.at<std::uint8_t>(y, x), 10) << orientation;
    }
}
