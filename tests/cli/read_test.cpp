// SPDX-License-Identifier: Apache-2.0
// broadsheet read as a process: what goes where, which line for which failure, and that nothing is left half written.
#include "support/drawn.h"
#include "support/process.h"

#include <csignal>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadsheet::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;
using Strings = std::vector<std::string>;

const std::string hint = "; see broadsheet read --help\n";

class Read : public testing::Test {
protected:
    Read() { put("blank.pgm", blank_pgm()); }

    void put(const std::string& name, const std::string& bytes) const {
        std::filesystem::create_directories((folder.path() / name).parent_path());
        write_file(folder.path() / name, bytes);
    }

    Result read(Strings arguments, const std::string& input = {}, const std::string& output = {}) const {
        arguments.insert(arguments.begin(), "read");
        return run(BROADSHEET_PROGRAM, {arguments, input, output, folder.path()});
    }

    std::string text(const std::string& name) const { return read_file(folder.path() / name); }

    /// It fails with that line and status, prints nothing and leaves the folder as it was.
    void expect_failure(const Strings& arguments, int status, const std::string& line) const {
        const Strings before = folder.content();
        const Result result = read(arguments);
        EXPECT_EQ(result.err, line);
        EXPECT_EQ(result.out, "");
        EXPECT_EQ(result.status, status);
        EXPECT_EQ(folder.content(), before);
    }

    TemporaryFolder folder;
};

// Results
// --------------------------------------------------------------------------------------------------------------

TEST_F(Read, ABlankPageIsAnEmptyTextAndNoError) {
    const Result result = read({"blank.pgm"});
    EXPECT_EQ(result.err, "");
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.status, 0);
}

TEST_F(Read, JsonOfABlankPage) {
    const Result result = read({"-f", "json", "blank.pgm"});
    EXPECT_EQ(result.err, "");
    EXPECT_EQ(result.status, 0);
    EXPECT_THAT(result.out, StartsWith("{\n \"schema\": \"broadsheet/1\","));
    EXPECT_THAT(result.out, HasSubstr("\"source\":\"blank.pgm\",\"number\":1,\"width\":300,\"height\":400,"));
    EXPECT_THAT(result.out, HasSubstr("\"blocks\":[]"));
}

TEST_F(Read, StandardInput) {
    const Result result = read({"-", "-f", "json"}, blank_pgm());
    EXPECT_EQ(result.err, "");
    EXPECT_EQ(result.status, 0);
    EXPECT_THAT(result.out, HasSubstr("\"source\":\"-\","));
}

TEST_F(Read, OneResultIntoAFile) {
    EXPECT_EQ(read({"blank.pgm", "-o", "Zürich 江南.txt"}).status, 0);
    EXPECT_EQ(text("Zürich 江南.txt"), "");
    EXPECT_THAT(folder.content(), ElementsAre("Zürich 江南.txt", "blank.pgm"));
}

TEST_F(Read, AnExistingResultIsReplaced) {
    put("old.json", "old");
    EXPECT_EQ(read({"blank.pgm", "-f", "json", "-o", "old.json"}).status, 0);
    EXPECT_THAT(text("old.json"), StartsWith("{\n \"schema\""));
}

TEST_F(Read, FileNamesInUnicodeAndWithBlanks) {
    put("Neue Zürcher [1].pgm", blank_pgm());
    EXPECT_EQ(read({"Neue Zürcher [1].pgm", "-o", "out/"}).err, "");
    EXPECT_THAT(folder.content(), ElementsAre("Neue Zürcher [1].pgm", "blank.pgm", "out", "out/Neue Zürcher [1].txt"));
}

TEST_F(Read, SeveralFormatsIntoAFolder) {
    EXPECT_EQ(read({"blank.pgm", "-f", "txt,json", "-o", "a/b"}).status, 0);
    EXPECT_THAT(folder.content(), ElementsAre("a", "a/b", "a/b/blank.json", "a/b/blank.txt", "blank.pgm"));
}

TEST_F(Read, EqualNamesKeepTheirFolders) {
    put("x/p.pgm", blank_pgm());
    put("y/p.pgm", blank_pgm());
    EXPECT_EQ(read({"x/p.pgm", "y/p.pgm", "blank.pgm", "-o", "out"}).status, 0);
    EXPECT_EQ(text("out/x/p.txt") + text("out/y/p.txt") + text("out/blank.txt"), "");
}

TEST_F(Read, FormFeedBetweenSeveralInputs) {
    const Result result = read({"blank.pgm", "blank.pgm", "blank.pgm"});
    EXPECT_EQ(result.out, "\f\f");
    EXPECT_EQ(result.status, 0);
}

TEST_F(Read, FormFeedBetweenPages) {
    put("three.tif", tiff(3, 0));
    EXPECT_EQ(read({"three.tif"}).out, "\f\f");
    EXPECT_EQ(read({"three.tif", "--pages", "2-"}).out, "\f");
    const Result result = read({"three.tif", "--pages", "3,1", "-f", "json"});
    EXPECT_THAT(result.out, HasSubstr("\"number\":1,"));
    EXPECT_THAT(result.out, Not(HasSubstr("\"number\":2,")));
    EXPECT_THAT(result.out, HasSubstr("\"number\":3,"));
}

TEST_F(Read, FacingPagesAreTwo) {
    EXPECT_EQ(read({"blank.pgm", "--facing", "yes"}).out, "\f");
    EXPECT_EQ(read({"blank.pgm", "--facing", "no"}).out, "");
    const Result result = read({"blank.pgm", "--facing", "yes", "-f", "json"});
    EXPECT_THAT(result.out,
                HasSubstr("\"number\":1,\"width\":300,\"height\":400,\"region\":[0,0,150,400],\"facing\":1,"));
    EXPECT_THAT(result.out,
                HasSubstr("\"number\":1,\"width\":300,\"height\":400,\"region\":[150,0,300,400],\"facing\":2,"));
    EXPECT_EQ(read({"blank.pgm", "--facing", "yes", "-f", "alto", "-o", "out/"}).err, "");
    EXPECT_THAT(folder.content(),
                ElementsAre("blank.pgm", "out", "out/blank_p0001_1.alto.xml", "out/blank_p0001_2.alto.xml"));
}

TEST_F(Read, TheSameWhateverTheNumberOfJobs) {
    EXPECT_EQ(read({"blank.pgm", "-f", "json", "-j", "1"}).out, read({"blank.pgm", "-f", "json", "-j", "3"}).out);
}

// Inputs that cannot be read
// -------------------------------------------------------------------------------------------

TEST_F(Read, MissingInput) {
    expect_failure({"none.png"}, 1, "broadsheet: none.png: cannot be opened: No such file or directory\n");
    expect_failure({""}, 1, "broadsheet: : cannot be opened: No such file or directory\n");
}

TEST_F(Read, AFolder) {
    expect_failure({"."}, 1, "broadsheet: .: is a folder\n");
}

TEST_F(Read, EmptyInput) {
    put("empty.png", "");
    expect_failure({"empty.png", "-o", "out.txt"}, 1, "broadsheet: empty.png: empty file\n");
    expect_failure({"-"}, 1, "broadsheet: standard input: empty file\n");
}

TEST_F(Read, NotAnImage) {
    put("text.png", "This is text.\n");
    expect_failure({"text.png", "-o", "out.txt"}, 1,
                   "broadsheet: text.png: not an image (PNG, JPEG, TIFF, JPEG 2000, WebP, PNM or BMP)\n");
}

TEST_F(Read, TruncatedImage) {
    put("half.pgm", blank_pgm().substr(0, 9000));
    expect_failure({"half.pgm", "-o", "out.txt"}, 1, "broadsheet: half.pgm: truncated or damaged PNM image\n");
}

TEST_F(Read, ZeroAndHugeSize) {
    put("zero.pgm", "P5\n0 0\n255\n");
    expect_failure({"zero.pgm"}, 1, "broadsheet: zero.pgm: an image of 0 x 0 pixels\n");
    put("huge.pgm", "P5\n30001 1\n255\n");
    expect_failure({"huge.pgm"}, 1,
                   "broadsheet: huge.pgm: too large: 30001 x 1 pixels (at most 30000 a side and 536870912 in all)\n");
}

TEST_F(Read, AFailedInputDoesNotStopTheOthers) {
    put("text.png", "This is text.\n");
    const Result result = read({"none.png", "blank.pgm", "text.png", "-o", "out"});
    EXPECT_EQ(result.err, "broadsheet: none.png: cannot be opened: No such file or directory\n"
                          "broadsheet: text.png: not an image (PNG, JPEG, TIFF, JPEG 2000, WebP, PNM or BMP)\n");
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(folder.content(), ElementsAre("blank.pgm", "out", "out/blank.txt", "text.png"));
}

TEST_F(Read, AFailedPageDoesNotStopTheOthersAndKeepsItsPlace) {
    put("three.tif", tiff(3, 2));
    const Result result = read({"three.tif"});
    EXPECT_EQ(result.err, "broadsheet: three.tif: page 2: truncated or damaged TIFF image\n");
    EXPECT_EQ(result.out, "\f\f");
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(read({"three.tif", "-f", "json"}).out,
                HasSubstr("\"issues\":[\"three.tif: page 2: truncated or damaged TIFF image\"]"));
}

TEST_F(Read, ADocumentOfWhichNoPageCanBeReadGivesNothing) {
    put("one.tif", tiff(2, 1));
    expect_failure({"one.tif", "--pages", "1", "-o", "out.txt"}, 1,
                   "broadsheet: one.tif: page 1: truncated or damaged TIFF image\n");
}

TEST_F(Read, PagesTheDocumentDoesNotHave) {
    expect_failure({"blank.pgm", "--pages", "2"}, 1, "broadsheet: blank.pgm: no page 2 (it has 1)\n");
    put("three.tif", tiff(3, 0));
    const Result result = read({"three.tif", "--pages", "3-1000000000"});
    EXPECT_EQ(result.err, "broadsheet: three.tif: no page 4 (it has 3)\n");
    EXPECT_EQ(result.status, 1);
}

// Outputs that cannot be written
// ---------------------------------------------------------------------------------------

TEST_F(Read, FullDisk) {
    expect_failure({"blank.pgm", "-f", "json", "-o", "/dev/full"}, 1,
                   "broadsheet: /dev/full: cannot be written: No space left on device\n");
    const Result result = read({"blank.pgm", "-f", "json"}, {}, "/dev/full");
    EXPECT_EQ(result.err, "broadsheet: standard output: cannot be written: No space left on device\n");
    EXPECT_EQ(result.status, 1);
}

TEST_F(Read, AFileThatStandsWhereAFolderIsNeeded) {
    put("file", "kept");
    expect_failure({"blank.pgm", "-f", "txt,json", "-o", "file"}, 1, "broadsheet: file: is not a folder\n");
    expect_failure({"blank.pgm", "-o", "file/"}, 1, "broadsheet: file/: is not a folder\n");
    expect_failure({"blank.pgm", "-o", "file/x"}, 1,
                   "broadsheet: file/x: cannot be written: there is no folder file\n");
    EXPECT_EQ(text("file"), "kept");
}

TEST_F(Read, AFolderThatStandsWhereAFileIsNeeded) {
    std::filesystem::create_directories(folder.path() / "out/blank.txt");
    expect_failure({"blank.pgm", "-o", "out"}, 1, "broadsheet: out/blank.txt: is a folder\n");
}

TEST_F(Read, AFolderNobodyCanMake) {
    expect_failure({"blank.pgm", "-o", "/proc/none/"}, 1,
                   "broadsheet: /proc/none/: cannot be made a folder: No such file or directory\n");
    expect_failure({"blank.pgm", "-o", "none/out.txt"}, 1,
                   "broadsheet: none/out.txt: cannot be written: there is no folder none\n");
}

TEST_F(Read, AReaderThatGoesAwayIsNoFailureWorthALine) {
    // A pipe whose reading end is closed already.
    const std::string closed = "mkfifo pipe; exec 7<>pipe 8>pipe 7<&-; ";
    const std::string call = std::string(BROADSHEET_PROGRAM) + " read -f json blank.pgm >&8; echo $?; rm pipe";
    const Result signalled = run("/bin/bash", {{"-c", closed + call}, "", "", folder.path()});
    EXPECT_EQ(signalled.err, "");
    EXPECT_EQ(signalled.out, std::to_string(128 + SIGPIPE) + "\n");
    const Result ignored = run("/bin/bash", {{"-c", "trap '' PIPE; " + closed + call}, "", "", folder.path()});
    EXPECT_EQ(ignored.err, "");
    EXPECT_EQ(ignored.out, "1\n");
}

TEST_F(Read, TheInputIsNeverOverwritten) {
    expect_failure({"blank.pgm", "-o", "./blank.pgm"}, 2,
                   "broadsheet: ./blank.pgm: is the input and would be overwritten" + hint);
    EXPECT_EQ(text("blank.pgm"), blank_pgm());
}

// Models
// ---------------------------------------------------------------------------------------------------------------

TEST_F(Read, UnknownLanguage) {
    expect_failure({"blank.pgm", "-l", "tlh"}, 2,
                   "broadsheet: -l tlh: no model for tlh (Debian's package tesseract-ocr-tlh brings it)" + hint);
    expect_failure(
        {"blank.pgm", "-l", "eng+tlh_vert"}, 2,
        "broadsheet: -l eng+tlh_vert: no model for tlh_vert (Debian's package tesseract-ocr-tlh-vert brings it)" +
            hint);
    expect_failure({"blank.pgm", "-l", "eng+"}, 2, "broadsheet: -l eng+: a language is empty" + hint);
}

TEST_F(Read, ModelsFolder) {
    std::filesystem::create_directories(folder.path() / "bare");
    expect_failure({"blank.pgm", "--models", "none"}, 2, "broadsheet: --models none: no such folder" + hint);
    expect_failure({"blank.pgm", "--models", "blank.pgm"}, 2, "broadsheet: --models blank.pgm: not a folder" + hint);
    expect_failure({"blank.pgm", "--models", "bare"}, 2,
                   "broadsheet: --models bare: holds no .traineddata file" + hint);
}

TEST_F(Read, WordsFile) {
    write_file(folder.path() / "latin", "Z\xfcrich\n");
    expect_failure({"blank.pgm", "--words", "none"}, 2, "broadsheet: --words none: no such file" + hint);
    expect_failure({"blank.pgm", "--words", "latin"}, 2, "broadsheet: --words latin: line 1 is not UTF-8" + hint);
}

// Wrong usage
// ----------------------------------------------------------------------------------------------------------

TEST_F(Read, NoInput) {
    expect_failure({}, 2, "broadsheet: INPUT is required" + hint);
}

TEST_F(Read, UnknownOption) {
    expect_failure({"--fast", "blank.pgm"}, 2, "broadsheet: The following argument was not expected: --fast" + hint);
}

TEST_F(Read, UnknownFormat) {
    for (const std::string formats : {"pdf", "txt,pdf"})
        expect_failure({"blank.pgm", "-f", formats, "-o", "out"}, 2,
                       "broadsheet: --format: no format pdf (there are txt, md, json, tsv, hocr, alto, page)" + hint);
}

TEST_F(Read, UnknownOrder) {
    for (const std::string order : {"auto", "columns", "rtl", "rows", "vertical"})
        EXPECT_EQ(read({"blank.pgm", "--order", order}).err, "");
    const Result result = read({"blank.pgm", "--order", "engine"});
    EXPECT_EQ(result.status, 2);
    EXPECT_THAT(result.err, StartsWith("broadsheet: --order: engine not in {"));
    EXPECT_EQ(read({"blank.pgm", "--facing", "both"}).status, 2);
}

TEST_F(Read, BadPages) {
    for (const std::string pages : {"0", "3-1", "x", "1,,2"})
        expect_failure({"blank.pgm", "--pages", pages}, 2,
                       "broadsheet: --pages " + pages + ": not page numbers such as 1,3-5" + hint);
}

TEST_F(Read, BadCodes) {
    for (const std::string codes : {"ean", "ITF", "itf,qr"})
        expect_failure({"blank.pgm", "--codes", codes}, 2,
                       "broadsheet: --codes: no barcode " + codes.substr(codes.find(',') + 1) +
                           " to ask for (there is itf; all others are read anyway)" + hint);
    EXPECT_EQ(read({"blank.pgm", "--codes", "itf"}).status, 0);
}

TEST_F(Read, BadNumbers) {
    for (const std::string dpi : {"nan", "0", "-300", "x", "1e9"})
        expect_failure({"blank.pgm", "--dpi=" + dpi}, 2,
                       "broadsheet: --dpi: " + dpi + " is not a number from 10 to 10000" + hint);
    expect_failure({"blank.pgm", "-j", "0"}, 2, "broadsheet: --jobs: Value 0 not in range 1 to 256" + hint);
}

TEST_F(Read, ResultsThatCannotShareStandardOutput) {
    expect_failure({"blank.pgm", "-f", "txt,json"}, 2, "broadsheet: several formats need -o FOLDER" + hint);
    expect_failure({"blank.pgm", "blank.pgm", "-f", "json", "-o", "-"}, 2,
                   "broadsheet: several inputs as json need -o FOLDER" + hint);
    expect_failure({"-", "-"}, 2, "broadsheet: standard input (-) can be read only once" + hint);
}

TEST_F(Read, AnInputGivenTwiceForOneFolder) {
    expect_failure({"blank.pgm", "./blank.pgm", "-o", "out"}, 2,
                   "broadsheet: ./blank.pgm: would be written to the same file as blank.pgm" + hint);
}

} // namespace
} // namespace broadsheet::test
