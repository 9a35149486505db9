// SPDX-License-Identifier: Apache-2.0
#include "cli/check_report.h"

#include <gmock/gmock.h>

namespace broadsheet {
namespace {

using testing::HasSubstr;
using testing::Not;

CheckedPage page(const std::string& set, const std::string& name, double cer) {
    CheckedPage out;
    out.item.set = set;
    out.item.name = name;
    out.item.truth = "t/" + name + ".txt";
    out.values = {{"cer", cer}};
    return out;
}

/// Page b fell short and got worse; page c could not be read; page old is gone.
CheckReport faulty() {
    CheckReport report;
    report.profile = "ignores line-breaks";
    report.columns = {"cer", "succ"};
    report.pages = {page("s", "a", .01), page("s", "b", .2), page("", "c|<&\"", 1)};
    report.pages[1].shortfalls = {{"cer", .2, .1}};
    report.pages[2].failure = "c.png: 100% broken,\nreally";
    report.sets = {
        {"s", {&report.pages[0], &report.pages[1]}, {}, {{"cer", .105}}, {{"cer", {.01, .2}}}, {{"cer", .105, .1}}},
        {"", {&report.pages[2]}, {}, {}, {}, {}}};
    report.compared = true;
    report.comparison = {{{"s/b", "cer", .05, .2, true}, {"s/a", "cer", .02, .01, false}}, {"s/new"}, {"s/old"}};
    return report;
}

TEST(CheckReport, Table) {
    const CheckReport report = faulty();
    EXPECT_EQ(to_table(report), R"(page                      cer     succ
s/a                    0.0100        -
s/b                    0.2000        -
s (2 pages)            0.1050        -
  95 % of draws from   0.0100        -
  to                   0.2000        -
c|<&"                  1.0000        -

Below the thresholds:
  s/b: cer 0.2000, at most 0.1000
  c|<&": c.png: 100% broken, really
  s (2 pages): cer 0.1050, at most 0.1000

Worse than the baseline:
  s/b: cer 0.2000, was 0.0500

Better than the baseline:
  s/a: cer 0.0100, was 0.0200

New:
  s/new

Gone:
  s/old
)");
}

TEST(CheckReport, WellOnlyIfNothingIsWrong) {
    CheckReport report = faulty();
    EXPECT_FALSE(report.well());
    report.sets[0].shortfalls.clear();
    report.pages[1].shortfalls.clear();
    report.pages[2].failure.clear();
    EXPECT_FALSE(report.well());
    report.comparison.changes.erase(report.comparison.changes.begin());
    EXPECT_FALSE(report.well()) << "a page is gone";
    report.comparison.gone.clear();
    EXPECT_TRUE(report.well());
    report.sets[0].shortfalls = {{"cer", .2, .1}};
    EXPECT_FALSE(report.well());
}

TEST(CheckReport, JUnit) {
    const CheckReport report = faulty();
    EXPECT_EQ(to_junit(report), R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="s" tests="3" failures="2">
    <testcase classname="s" name="a"/>
    <testcase classname="s" name="b"><failure message="cer 0.2000, at most 0.1000; worse: cer 0.2000, was 0.0500"/></testcase>
    <testcase classname="s" name="all pages together"><failure message="cer 0.1050, at most 0.1000"/></testcase>
  </testsuite>
  <testsuite name="check" tests="1" failures="1">
    <testcase classname="check" name="c|&lt;&amp;&quot;"><failure message="c.png: 100% broken, really"/></testcase>
  </testsuite>
  <testsuite name="gone" tests="1" failures="1">
    <testcase classname="gone" name="s/old"><failure message="is in the baseline but was not checked"/></testcase>
  </testsuite>
</testsuites>
)");
}

TEST(CheckReport, Annotations) {
    EXPECT_EQ(to_annotations(faulty()), "::error file=t/b.txt,title=s/b::cer 0.2000, at most 0.1000\n"
                                        "::error file=t/b.txt,title=s/b::worse: cer 0.2000, was 0.0500\n"
                                        "::error file=t/c|<&\".txt,title=c|<&\"::c.png: 100%25 broken, really\n"
                                        "::error title=s (2 pages)::cer 0.1050, at most 0.1000\n"
                                        "::error title=s/old::is in the baseline but was not checked\n");
}

TEST(CheckReport, Markdown) {
    const std::string text = to_markdown(faulty());
    EXPECT_THAT(text,
                HasSubstr("### OCR check: **failed**\n\n| | cer | succ |\n|---|---:|---:|\n| s/a | 0.0100 | - |\n"));
    EXPECT_THAT(text, HasSubstr("| **s (2 pages)** | 0.1050 | - |\n| c\\|<&\" | 1.0000 | - |\n"));
    EXPECT_THAT(text, HasSubstr("**Worse than the baseline**\n\n- s/b: cer 0.2000, was 0.0500\n"));
    EXPECT_THAT(text, HasSubstr("Profile: ignores line-breaks.\n"));
    EXPECT_THAT(to_markdown({}), HasSubstr("### OCR check: passed\n"));
}

TEST(CheckReport, Confusions) {
    CheckReport report;
    report.columns = {"cer"};
    report.confusions = 1;
    report.pages = {page("", "a", 0)};
    report.pages[0].scores.confusions = {{{"rn", "m"}, 2}, {{"\n", ""}, 3}};
    report.pages[0].scores.scripts = {{"Latin", {2, 10}}};
    const std::string text = to_table(report);
    EXPECT_THAT(text, HasSubstr("       3  {\\n}-{}\n"));
    EXPECT_THAT(text, Not(HasSubstr("{rn}")));
    EXPECT_THAT(text, HasSubstr("      10        2  Latin\n"));
}

} // namespace
} // namespace broadsheet
