// SPDX-License-Identifier: Apache-2.0
#include "cli/check_json.h"
#include "page/error.h"
#include "support/process.h"

#include <gmock/gmock.h>

namespace broadsheet {
namespace {

using testing::ElementsAre;
using testing::Pair;

class Suites : public testing::Test {
protected:
    Suites() {
        std::filesystem::create_directories(folder.path() / "pages/out");
        test::write_file(folder.path() / "pages/list.tsv",
                         "# comment\na\ta.png\tdeu\ta.gt.json\r\nb\tb.png\t\tb.txt\n");
        test::write_file(folder.path() / "pages/out/b.json", "");
    }
    Suite suite(const std::string& json) const {
        test::write_file(folder.path() / "s.json", json);
        return read_suite((folder.path() / "s.json").string());
    }
    std::string error_of(const std::string& json) const {
        try {
            suite(json);
        } catch (const Error& error) {
            const std::string text = error.what();
            const std::string path = (folder.path() / "s.json").string() + ": ";
            return text.starts_with(path) ? text.substr(path.size()) : text;
        }
        return "none";
    }
    std::string at(const std::string& path) const { return (folder.path() / path).string(); }
    test::TemporaryFolder folder;
};

TEST_F(Suites, ThresholdsFromTheOutsideIn) {
    const Suite read =
        suite(R"({"profile": "bench", "ignore": ["case"], "floats": "fixed", "thresholds": {"cer": 0.1, "bag": 0.2},
        "sets": [{"name": "s", "table": "pages/list.tsv", "language": "eng", "thresholds": {"cer": 0.05, "succ": 0.9},
                  "pages": {"b": {"cer": 0.01}}, "pooled": {"wer": 0.3}}]})");
    EXPECT_EQ(read.profile, "bench");
    EXPECT_THAT(read.ignored, ElementsAre("case"));
    EXPECT_TRUE(read.floats_fixed);
    ASSERT_EQ(read.set.items.size(), 2u);
    const CheckItem& a = read.set.items[0];
    EXPECT_EQ(a.label(), "s/a");
    EXPECT_EQ(a.image, at("pages/a.png"));
    EXPECT_EQ(a.truth, at("pages/a.gt.json"));
    EXPECT_EQ(a.language, "deu");
    EXPECT_THAT(a.limits, ElementsAre(Pair("bag", .2), Pair("cer", .05), Pair("succ", .9)));
    EXPECT_EQ(read.set.items[1].language, "eng");
    EXPECT_THAT(read.set.items[1].limits, ElementsAre(Pair("bag", .2), Pair("cer", .01), Pair("succ", .9)));
    EXPECT_THAT(read.set.pooled.at("s"), ElementsAre(Pair("wer", .3)));
}

TEST_F(Suites, ResultsThatAreThereAlready) {
    const Suite read = suite(R"({"sets": [{"name": "s", "table": "pages/list.tsv", "results": "pages/out"}]})");
    EXPECT_EQ(read.set.items[0].result, "");
    EXPECT_EQ(read.set.items[0].image, "");
    EXPECT_EQ(read.set.items[1].result, at("pages/out/b.json"));
    EXPECT_FALSE(read.floats_fixed);
}

TEST_F(Suites, SaysWhatIsWrongWhere) {
    EXPECT_EQ(error_of("{"), "no JSON: syntax error near byte 2");
    EXPECT_EQ(error_of("{}"), "document: has no \"sets\"");
    EXPECT_EQ(error_of(R"({"sets": []})"), "has no pages");
    EXPECT_EQ(error_of(R"({"thresholds": {"accuracy": 1}, "sets": []})"), "thresholds.accuracy: no such score");
    EXPECT_EQ(error_of(R"({"thresholds": {"cer": "low"}, "sets": []})"), "thresholds.cer: not a number");
    EXPECT_EQ(error_of(R"({"thresholds": {"cer": null}, "sets": []})"), "thresholds.cer: not a number");
    EXPECT_EQ(error_of(R"({"floats": "no", "sets": []})"), "floats: neither \"free\" nor \"fixed\"");
    EXPECT_EQ(error_of(R"({"sets": [{"name": "s"}]})"), "sets[0]: has no \"table\"");
    EXPECT_EQ(error_of(R"({"sets": [{"name": "s", "table": "none.tsv"}]})"),
              at("none.tsv") + ": cannot be read: No such file or directory");
    EXPECT_EQ(error_of(R"({"sets": [{"name": "s", "table": "pages/list.tsv", "pages": {"c": {}}}]})"),
              "sets[0].pages.c: the table has no such page");
    EXPECT_EQ(
        error_of(R"({"sets": [{"name": "s", "table": "pages/list.tsv"}, {"name": "s", "table": "pages/list.tsv"}]})"),
        "sets[1].name: two sets of this name");
    test::write_file(folder.path() / "twice.tsv", "a\ta.png\t\ta.txt\na\tb.png\t\tb.txt\n");
    EXPECT_EQ(error_of(R"({"sets": [{"name": "s", "table": "twice.tsv"}]})"), at("twice.tsv") + ": two pages a");
    test::write_file(folder.path() / "short.tsv", "a\tb.png\n");
    EXPECT_EQ(error_of(R"({"sets": [{"name": "s", "table": "short.tsv"}]})"),
              at("short.tsv") + ": not name, image, language, truth: a\tb.png");
}

TEST_F(Suites, BaselinesComeBack) {
    CheckReport report;
    report.profile = "ignores nothing";
    report.pages.resize(2);
    report.pages[0].item.set = "s";
    report.pages[0].item.name = "a \"quoted\"";
    report.pages[0].values = {{"cer", 1 / 3.}, {"succ", 1}};
    report.pages[1].item.name = "b";
    test::write_file(folder.path() / "base.json", to_json(report));
    const Baseline baseline = read_baseline(at("base.json"));
    EXPECT_EQ(baseline.profile, report.profile);
    EXPECT_THAT(baseline.pages,
                ElementsAre(Pair("b", evaluate::Values()), Pair("s/a \"quoted\"", report.pages[0].values)));
}

TEST_F(Suites, NoBaseline) {
    const auto error = [&](const std::string& bytes) -> std::string {
        test::write_file(folder.path() / "base.json", bytes);
        try {
            read_baseline(at("base.json"));
        } catch (const Error& caught) {
            return std::string(caught.what()).substr(at("base.json").size());
        }
        return "none";
    };
    EXPECT_EQ(error("[]"), ": document: not an object");
    EXPECT_EQ(error(R"({"schema": "broadsheet/1"})"), ": schema: this version reads broadsheet-check/1");
    EXPECT_EQ(error("not json"), ": no JSON: syntax error near byte 2");
}

} // namespace
} // namespace broadsheet
