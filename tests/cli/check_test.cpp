// SPDX-License-Identifier: Apache-2.0
// The program as a process.
#include "support/process.h"

#include <gmock/gmock.h>

namespace broadsheet::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Check : public testing::Test {
protected:
    void add(const std::string& path, const std::string& text) {
        std::filesystem::create_directories((folder.path() / path).parent_path());
        write_file(folder.path() / path, text);
    }
    Result check(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "check");
        return run(BROADSHEET_PROGRAM, {arguments, "", "", folder.path()});
    }
    TemporaryFolder folder;
};

TEST_F(Check, TwoTexts) {
    add("t.txt", "Haus und\nHof\n");
    add("r.txt", "Hans und Hof\n");
    const Result result = check({"t.txt", "r.txt", "--scores", "cer,wer"});
    EXPECT_EQ(result.out, "page      cer      wer\nr      0.0833   0.3333\n"); // 1 / 12, 1 / 3
    EXPECT_EQ(result.err, "");
    EXPECT_EQ(result.status, 0);
    EXPECT_THAT(check({"t.txt", "r.txt", "--scores", "cer", "--profile", "strict"}).out, HasSubstr("0.1667"));
}

TEST_F(Check, FromAPipe) {
    add("t.txt", "Haus");
    const Result result =
        run(BROADSHEET_PROGRAM, {{"check", "t.txt", "-", "--scores", "cer"}, "Hans", "", folder.path()});
    EXPECT_EQ(result.out, "page       cer\nstdin   0.2500\n");
}

/// The truth is broken where columns end, the result has whole paragraphs.
TEST_F(Check, ParagraphsBrokenAtColumnsAreEqual) {
    add("t.txt", "江苏将集成电路产业作\n\n为先进制造业集群,已成为\n\n重要基地。\n");
    add("r.txt", "江苏将集成电路产业作为先进制造业集群,已成为重要基地。\n");
    EXPECT_EQ(check({"t.txt", "r.txt", "--require", "cer=0,wer=0"}).status, 0);
    EXPECT_EQ(check({"t.txt", "r.txt", "--require", "cer=0", "--profile", "strict"}).status, 1);
}

TEST_F(Check, Thresholds) {
    add("t.txt", "Haus");
    add("r.txt", "Hans");
    EXPECT_EQ(check({"t.txt", "r.txt", "--require", "cer=0.25"}).status, 0);
    const Result result = check({"t.txt", "r.txt", "--require", "cer=0.2,fca=1", "--github", "--junit", "x.xml"});
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.out, HasSubstr("Below the thresholds:\n  r: cer 0.2500, at most 0.2000\n"));
    EXPECT_THAT(result.out, HasSubstr("::error file=t.txt,title=r::cer 0.2500, at most 0.2000\n"));
    EXPECT_THAT(read_file(folder.path() / "x.xml"), HasSubstr("<failure message=\"cer 0.2500, at most 0.2000\"/>"));
}

TEST_F(Check, AMissingResultCountsAsEmpty) {
    add("t/a.txt", "four");
    add("t/b.txt", "four");
    add("r/a.txt", "four");
    add("r/c.txt", "x");
    const Result result = check({"t", "r", "--scores", "cer"});
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.out, HasSubstr("b                      1.0000\nall (2 pages)          0.5000\n"));
    EXPECT_EQ(result.err, "broadsheet: r/c.txt: no truth is called so; left out\n"
                          "broadsheet: b: no result for t/b.txt\n");
    const Result skipped = check({"t", "r", "--scores", "cer", "--missing", "skip"});
    EXPECT_EQ(skipped.status, 0);
    EXPECT_EQ(skipped.out, "page      cer\na      0.0000\n");
}

TEST_F(Check, AgainstABaseline) {
    add("t/a.txt", "The quick brown fox.");
    add("t/b.txt", "jumps over it");
    add("r/a.txt", "The quick brown fox.");
    add("r/b.txt", "jumps ower it");
    EXPECT_EQ(check({"t", "r", "--save", "base.json"}).status, 0);
    Result result = check({"t", "r", "--against", "base.json"});
    EXPECT_EQ(result.status, 0);
    EXPECT_THAT(result.out, HasSubstr("As the baseline."));

    add("r/a.txt", "The qu1ck brown fox.");
    add("r/b.txt", "jumps over it");
    result = check({"t", "r", "--against", "base.json"});
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.out, HasSubstr("Worse than the baseline:\n"));
    EXPECT_THAT(result.out, HasSubstr("  a: cer 0.0500, was 0.0000\n"));
    EXPECT_THAT(result.out, HasSubstr("  b: cer 0.0000, was 0.0769\n"));
    EXPECT_EQ(check({"t", "r", "--against", "base.json", "--tolerance", "cer=0.05,bag=0.05,wer=0.25"}).status, 0);

    std::filesystem::remove(folder.path() / "t/b.txt");
    result = check({"t", "r", "--against", "base.json", "--tolerance", "cer=1,bag=1,wer=1"});
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.out, HasSubstr("Gone:\n  b\n"));

    result = check({"t", "r", "--against", "base.json", "--profile", "bench"});
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.err, HasSubstr("broadsheet: base.json: made otherwise (ignores line-breaks"));
    EXPECT_THAT(check({"t", "r", "--against", "none.json"}).err,
                HasSubstr("broadsheet: none.json: cannot be read: No such file or directory\n"));
}

TEST_F(Check, SuiteWithResults) {
    add("s/pages.tsv", "a\ta.png\teng\ta.txt\nb\tb.png\teng\tb.txt\n");
    add("s/a.txt", "alpha");
    add("s/b.txt", "beta");
    add("s/out/a.txt", "alpha");
    add("s/out/b.txt", "bela");
    add("suite.json", R"({"profile": "bench", "sets": [{"name": "s", "table": "s/pages.tsv", "results": "s/out",
        "thresholds": {"cer": 0.1}, "pages": {"b": {"cer": 0.3}}, "pooled": {"cer": 0.1}}]})");
    const Result result = check({"--suite", "suite.json", "--scores", "cer"});
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.out, HasSubstr("Below the thresholds:\n  s (2 pages): cer 0.1111, at most 0.1000\n"));
    EXPECT_EQ(check({"--suite", "suite.json", "--only", "/a$"}).status, 0);
    EXPECT_THAT(check({"--suite", "suite.json", "--only", "zzz"}).err, StartsWith("broadsheet: --only zzz: no page"));
    EXPECT_THAT(check({"--suite", "suite.json", "--only", "("}).err, HasSubstr("no regular expression"));
}

TEST_F(Check, AnImageThatCannotBeRead) {
    add("i/a.png", "no image");
    add("t/a.txt", "four");
    const Result result = check({"--read", "i", "--truth", "t", "--scores", "cer"});
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.err, StartsWith("broadsheet: a: i/a.png: "));
    EXPECT_THAT(result.out, HasSubstr("a      1.0000"));
}

TEST_F(Check, ReadsAnImage) {
    const std::string image = BROADSHEET_SOURCE_DIR "/images/nothing/blank.jpg";
    add("blank.txt", "");
    const Result result =
        check({"--read", image, "--truth", "blank.txt", "-l", "eng", "--require", "cer=0", "--json", "-"});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr("\"model eng: "));
    EXPECT_THAT(result.out, Not(HasSubstr("page  "))); // JSON alone
}

TEST_F(Check, ATruthThatIsNoText) {
    add("t/a.json", "{\"pages\": 1}");
    add("t/b.txt", "b");
    add("r/a.txt", "a");
    add("r/b.txt", "b");
    const Result result = check({"t", "r", "--scores", "cer"});
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.err, HasSubstr("broadsheet: a: t/a.json: document: neither ground truth"));
    EXPECT_THAT(result.out, HasSubstr("b                      0.0000"));
}

TEST_F(Check, WrongUsage) {
    add("t.txt", "a");
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {},
             {"t.txt"},
             {"t.txt", "t.txt", "t.txt"},
             {"--read", "t.txt"},
             {"t.txt", "t.txt", "--suite", "x"},
             {"t.txt", "t.txt", "--profile", "nice"},
             {"t.txt", "t.txt", "--ignore", "colour"},
             {"t.txt", "t.txt", "--require", "cer"},
             {"t.txt", "t.txt", "--require", "cer=low"},
             {"t.txt", "t.txt", "--require", "accuracy=1"},
             {"t.txt", "t.txt", "--ignore-box", "1,2,3"},
             {"t.txt", "t.txt", "--scores", "nope"},
             {"t.txt", "t.txt", "--missing", "fill"},
         }) {
        const Result result = check(arguments);
        EXPECT_EQ(result.status, 2) << testing::PrintToString(arguments);
        EXPECT_EQ(result.out, "") << testing::PrintToString(arguments);
        EXPECT_THAT(result.err, StartsWith("broadsheet: ")) << testing::PrintToString(arguments);
    }
    const Result over_truth = check({"t.txt", "t.txt", "--save", "t.txt"});
    EXPECT_EQ(over_truth.status, 2);
    EXPECT_EQ(read_file(folder.path() / "t.txt"), "a");
    const Result missing = check({"t.txt", "none.txt"});
    EXPECT_EQ(missing.status, 1);
    EXPECT_EQ(missing.err, "broadsheet: none.txt: no such file or folder\n");
    EXPECT_EQ(check({"t.txt", "t.txt", "--junit", "no/where.xml"}).status, 1);
}

} // namespace
} // namespace broadsheet::test
