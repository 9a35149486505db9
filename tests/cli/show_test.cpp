// SPDX-License-Identifier: Apache-2.0
#include "support/drawn.h"
#include "support/pixel_art.h"
#include "support/process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadsheet::test {
namespace {

using testing::ElementsAre;
using testing::StartsWith;

const std::string png = "\x89PNG\r\n\x1a\n";
const std::string hint = "; see broadsheet show --help\n";

class Show : public testing::Test {
protected:
    Show() { write_file(folder.path() / "page.pgm", blank_pgm(320, 200)); }

    Result show(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "show");
        return run(BROADSHEET_PROGRAM, {arguments, "", "", folder.path()});
    }

    void expect_failure(const std::vector<std::string>& arguments, int status, const std::string& line) const {
        const Result result = show(arguments);
        EXPECT_EQ(result.err, line);
        EXPECT_EQ(result.out, "");
        EXPECT_EQ(result.status, status);
        EXPECT_THAT(folder.content(), ElementsAre("page.pgm"));
    }

    TemporaryFolder folder;
};

/// Width as the PNG's header says.
int width_of(const std::string& bytes) {
    return static_cast<unsigned char>(bytes[18]) << 8 | static_cast<unsigned char>(bytes[19]);
}

TEST_F(Show, WritesAPictureAsWideAsThePage) {
    const Result result = show({"page.pgm", "-o", "seen.png"});
    EXPECT_EQ(result.err, "");
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.status, 0);
    EXPECT_THAT(folder.content(), ElementsAre("page.pgm", "seen.png"));
    const std::string bytes = read_file(folder.path() / "seen.png");
    EXPECT_THAT(bytes, StartsWith(png));
    EXPECT_EQ(width_of(bytes), 320);
}

TEST_F(Show, StandardOutput) {
    EXPECT_THAT(show({"page.pgm", "-o", "-"}).out, StartsWith(png));
}

TEST_F(Show, OnePageOfADocument) {
    const TemporaryFolder other;
    const std::string document = other.path() / "two.tif";
    write_file(document, tiff(2, 1));
    EXPECT_EQ(show({document, "--page", "2", "-o", "-"}).status, 0);
    expect_failure({document, "-o", "seen.png"}, 1, "broadsheet: " + document + ": truncated or damaged TIFF image\n");
    expect_failure({document, "--page", "3", "-o", "seen.png"}, 1,
                   "broadsheet: " + document + ": no page 3 (it has 2)\n");
}

TEST_F(Show, Failures) {
    expect_failure({"none.png", "-o", "seen.png"}, 1,
                   "broadsheet: none.png: cannot be opened: No such file or directory\n");
    expect_failure({"page.pgm", "-o", "none/seen.png"}, 1,
                   "broadsheet: none/seen.png: cannot be written: there is no folder none\n");
    expect_failure({"page.pgm", "-o", "/dev/full"}, 1,
                   "broadsheet: /dev/full: cannot be written: No space left on device\n");
}

TEST_F(Show, WrongUsage) {
    expect_failure({"page.pgm"}, 2, "broadsheet: --output is required" + hint);
    expect_failure({"page.pgm", "-o", "page.pgm"}, 2,
                   "broadsheet: page.pgm: is the input and would be overwritten" + hint);
    expect_failure({"page.pgm", "-o", "seen.png", "-l", "tlh"}, 2,
                   "broadsheet: -l tlh: no model for tlh (Debian's package tesseract-ocr-tlh brings it)" + hint);
    EXPECT_EQ(show({"page.pgm", "-o", "seen.png", "--page", "0"}).status, 2);
}

TEST_F(Show, StepsGoIntoAFolder) {
    const cv::Mat text = draw_sheet("xxxx xx xxxxx xxx\nxx xxxx xxx xxxxx\n").gray;
    const std::string header = "P5 " + std::to_string(text.cols) + " " + std::to_string(text.rows) + " 255\n";
    write_file(folder.path() / "text.pgm", header + std::string(text.ptr<char>(), text.total()));
    EXPECT_EQ(show({"text.pgm", "-o", "seen.png", "--steps", "steps"}).status, 0);
    EXPECT_THAT(read_file(folder.path() / "steps" / "01-pictures.png"), StartsWith(png));
    EXPECT_THAT(read_file(folder.path() / "steps" / "06-lines.png"), StartsWith(png));
    const Result failed = show({"text.pgm", "-o", "seen.png", "--steps", "page.pgm/steps"});
    EXPECT_EQ(failed.err, "broadsheet: page.pgm/steps: is not a folder\n");
    EXPECT_EQ(failed.status, 1);
}

} // namespace
} // namespace broadsheet::test
