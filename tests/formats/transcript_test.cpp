// SPDX-License-Identifier: Apache-2.0
#include "formats/formats.h"
#include "page/error.h"

#include <gmock/gmock.h>

namespace broadsheet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string error_of(const std::string& bytes) {
    try {
        transcript_from(bytes);
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

TEST(Transcript, PlainText) {
    const Transcript text = transcript_from("\xEF\xBB\xBFone\ntwo\r\n \t\nthree\ffour\n");
    EXPECT_EQ(text.text, "one\ntwo\r\n \t\nthree\ffour\n");
    EXPECT_THAT(text.regions,
                ElementsAre(Region{"", "one\ntwo\r", {}, {}}, Region{"", "three", {}, {}}, Region{"", "four", {}, {}}));
    EXPECT_EQ(transcript_from(""), Transcript());
    EXPECT_THAT(transcript_from("\n\n\f").regions, IsEmpty());
}

TEST(Transcript, TextThatBeginsWithABrace) {
    EXPECT_EQ(transcript_from("{braces} in print").text, "{braces} in print");
    EXPECT_EQ(transcript_from("[1] a list").text, "[1] a list");
}

TEST(Transcript, GroundTruth) {
    const Transcript truth = transcript_from(R"({"image": {"file": "x.png"}, "regions": [
        {"id": "r1", "type": "heading", "text": "Title", "bbox": [1, 2.4, 30, 39.6]},
        {"lines": [{"text": "a bro-", "bbox": [0, 0, 1, 1]}, {"text": "ken word"}]},
        {"type": "paragraph", "text": "joined", "lines": [{"text": "joi-"}, {"text": "ned"}]}]})");
    EXPECT_THAT(truth.regions, ElementsAre(Region{"heading", "Title", {}, {1, 2, 30, 40}},
                                           Region{"", "a bro- ken word", {"a bro-", "ken word"}, {}},
                                           Region{"paragraph", "joined", {"joi-", "ned"}, {}}));
    EXPECT_EQ(truth.text, "Title\n\na bro- ken word\n\njoined");
    EXPECT_EQ(transcript_from(R"({"regions": []})"), Transcript());
}

Page page_with_text() {
    Page page;
    Line line;
    line.box = {10, 10, 90, 20};
    line.words = {{"bro-", "bro-", {10, 10, 40, 20}, 1, false, false}};
    Line next;
    next.box = {10, 30, 50, 40};
    next.words = {{"ken", "ken", {10, 30, 30, 40}, 1, false, false}};
    page.blocks = {{BlockKind::paragraph, {10, 10, 90, 40}, {line, next}, 0, 0}};
    page.order = {0};
    page.articles = {{{{BlockKind::paragraph, "broken", {{0, 0}, {0, 1}}, {}}, {BlockKind::heading, "", {}, {}}}}};
    page.articles[0].paragraphs[0].joins = {{{0, 0}, {0, 1}, JoinKind::hyphen_removed, "dictionary"}};
    return page;
}

TEST(Transcript, OwnJson) {
    const std::vector<Page> pages = {page_with_text(), page_with_text()};
    const Transcript read = transcript_from(to_json(pages));
    EXPECT_EQ(read.text, to_text(pages));
    const Region region{"paragraph", "broken", {"bro-", "ken"}, {10, 10, 90, 40}};
    EXPECT_THAT(read.regions, ElementsAre(region, region));
}

TEST(Transcript, SaysWhatIsWrongWhere) {
    EXPECT_EQ(error_of(R"({"regions": 3})"), "regions: not a list");
    EXPECT_EQ(error_of(R"({"regions": [{"type": "x"}]})"), "regions[0]: has neither \"text\" nor \"lines\"");
    EXPECT_EQ(error_of(R"({"regions": [{"text": 3}]})"), "regions[0].text: not a string");
    EXPECT_EQ(error_of(R"({"regions": [{"text": "a", "bbox": [1, 2, 3]}]})"), "regions[0].bbox: has 3 elements, not 4");
    EXPECT_EQ(error_of(R"({"regions": [{"text": "a", "bbox": [1, 2, 3, 1e20]}]})"),
              "regions[0].bbox[3]: no pixel position");
    EXPECT_EQ(error_of(R"({"pages": []})"),
              "document: neither ground truth (no \"regions\") nor a result of this program (no \"schema\")");
    EXPECT_EQ(error_of("{\"regions\": ["), "no JSON: syntax error near byte 14");
    EXPECT_EQ(error_of(R"({"regions": [{"text": "a", "bbox": [1e400, 0, 0, 0]}]})"), "no JSON: a number is too large");
    EXPECT_EQ(error_of(std::string("PNG\0\0", 5)), "no UTF-8 text: it holds zero bytes");
    EXPECT_EQ(error_of("{}"),
              "document: neither ground truth (no \"regions\") nor a result of this program (no \"schema\")");
    EXPECT_EQ(error_of(R"({"schema": "other/1"})"), "schema: this version reads broadsheet/1");
}

} // namespace
} // namespace broadsheet
