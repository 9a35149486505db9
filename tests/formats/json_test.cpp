// SPDX-License-Identifier: Apache-2.0
#include "formats/formats.h"
#include "page/error.h"

#include <cmath>
#include <functional>
#include <gtest/gtest.h>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>

namespace broadsheet {
namespace {

/// Random values for every field. The structured bindings do not compile once a structure gets another field: give it a
/// random value here, and the round trip fails until the format carries it.
class RandomPage {
public:
    explicit RandomPage(unsigned seed) : random_(seed) {}

    Page page() {
        Page value;
        auto& [source, number, width, height, region, facing, dpi, language, frame, text_height, blocks, order,
               order_confidence, articles, codes, issues] = value;
        source = text();
        number = integer();
        width = pixel();
        height = pixel();
        region = {pixel(), pixel(), pixel(), pixel()};
        facing = integer();
        dpi = real();
        language = text();
        for (double& m : frame.m)
            m = real();
        frame.mesh = {
            1 + std::abs(integer() % 100), 2, {{real(), real()}, {real(), real()}, {real(), real()}, {real(), real()}}};
        text_height = real();
        blocks = some<Block>([&] { return block(); });
        order.resize(blocks.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = static_cast<int>(i);
        std::shuffle(order.begin(), order.end(), random_);
        order_confidence = real();
        for (int b = 0; b < std::ssize(blocks); ++b)
            for (int l = 0; l < std::ssize(blocks[b].lines); ++l)
                refs_.push_back({b, l});
        articles = some<Article>([&] { return Article{some<Paragraph>([&] { return paragraph(); })}; });
        codes = some<Code>([&] { return code(); });
        issues = some<std::string>([&] { return text(); });
        return value;
    }

private:
    int below(int n) { return std::uniform_int_distribution(0, n - 1)(random_); }
    int integer() {
        constexpr int smallest = std::numeric_limits<int>::min();
        constexpr int largest = std::numeric_limits<int>::max();
        return below(8) ? below(30000) - 1 : std::uniform_int_distribution(smallest, largest)(random_);
    }
    double real() { return std::uniform_real_distribution(-1e6, 1e6)(random_) / (1 + below(1000)); }
    int pixel() { return integer() % 100'000'001; }
    Point point() { return {pixel(), pixel()}; }
    Box box() { return {pixel(), pixel(), pixel(), pixel()}; }
    BlockKind kind() { return static_cast<BlockKind>(below(static_cast<int>(BlockKind::noise) + 1)); }
    template <typename T>
    std::vector<T> some(const std::function<T()>& make) {
        std::vector<T> out(static_cast<std::size_t>(below(5)));
        for (T& value : out)
            value = make();
        return out;
    }

    std::string text() {
        static const std::vector<std::string> pieces = {
            "a",      "Zürich", "江南晚报", "\"",          "\\",
            "/",      "\n",     "\r\n",     "\t",          std::string(1, '\0'),
            "\x1f",   "\x7f",   "\f",       " ",           "e\u0301",
            "עב",     "ﬁ",      "ſ",        "\u200d",      "\ufeff",
            "\ufffd", "\u2028", "𠮷",       "👩‍👧", "{",
            "]",      "null",   "¬",        "⸗",           "\xc2\xad"};
        std::string out;
        for (int i = below(6); i > 0; --i)
            out += pieces[static_cast<std::size_t>(below(static_cast<int>(pieces.size())))];
        return out;
    }

    Word word() {
        Word value;
        auto& [text_, read, box_, confidence, blank_before, blank_read, others] = value;
        text_ = text();
        read = text();
        box_ = box();
        confidence = std::uniform_real_distribution(0.F, 1.F)(random_);
        blank_before = below(2) == 0;
        blank_read = below(2) == 0;
        others = some<std::string>([&] { return text(); });
        return value;
    }

    Line line() {
        Line value;
        auto& [box_, baseline, vertical, text_height, words, initial, leaders, engine, removed] = value;
        box_ = box();
        baseline = some<Point>([&] { return point(); });
        vertical = below(2) == 0;
        text_height = pixel();
        words = some<Word>([&] { return word(); });
        engine = text();
        removed = text();
        return value;
    }

    Block block() {
        Block value;
        auto& [kind_, box_, lines, column, article] = value;
        kind_ = kind();
        box_ = box();
        lines = some<Line>([&] { return line(); });
        column = below(6) - 1;
        article = below(6) - 1;
        return value;
    }

    LineRef ref() { return refs_[static_cast<std::size_t>(below(static_cast<int>(refs_.size())))]; }

    Join join() {
        Join value;
        auto& [before, after, kind_, evidence] = value;
        before = ref();
        after = ref();
        kind_ = static_cast<JoinKind>(below(static_cast<int>(JoinKind::hyphen_kept) + 1));
        evidence = text();
        return value;
    }

    Paragraph paragraph() {
        Paragraph value;
        auto& [kind_, text_, lines, joins, goes_on, begun] = value;
        kind_ = kind();
        text_ = text();
        if (refs_.empty()) return value;
        lines = some<LineRef>([&] { return ref(); });
        joins = some<Join>([&] { return join(); });
        if (below(2))
            goes_on = {static_cast<JoinKind>(below(static_cast<int>(JoinKind::hyphen_kept) + 1)), text(), text()};
        begun = below(2) == 1;
        return value;
    }

    Code code() {
        Code value;
        auto& [symbology, payload, source, confidence, addon, number, box_, corners, printed, printed_box] = value;
        symbology = text();
        payload = text();
        source = text();
        confidence = std::uniform_real_distribution(0.F, 1.F)(random_);
        addon = text();
        number = text();
        box_ = box();
        for (Point& corner : corners)
            corner = point();
        printed = text();
        printed_box = box();
        return value;
    }

    std::mt19937 random_;
    std::vector<LineRef> refs_;
};

Page small_page() {
    Page page;
    page.source = "a.png";
    page.width = 600;
    page.height = 800;
    Line line;
    line.box = {10, 20, 110, 44};
    line.baseline = {{10, 40}, {110, 40}};
    line.words = {{"Hallo", "Ha1lo", {10, 20, 110, 44}, 0.9F, false, true}};
    Block block;
    block.box = line.box;
    block.lines = {line};
    page.blocks = {block};
    page.order = {0};
    page.articles = {{{{BlockKind::heading, "Hallo", {{0, 0}}, {}}}}};
    return page;
}

TEST(Json, RoundTripOfRandomPages) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::vector<Page> pages;
        for (unsigned i = 0; i < seed % 4; ++i)
            pages.push_back(RandomPage(seed * 4 + i).page());
        ASSERT_EQ(pages_from(to_json(pages)), pages) << "seed " << seed;
    }
}

TEST(Json, SaysWhatItIsAndNamesWhatItHolds) {
    const auto json = nlohmann::json::parse(to_json({small_page()}));
    EXPECT_EQ(json["schema"], "broadsheet/1");
    EXPECT_EQ(json["program"], "broadsheet " BROADSHEET_VERSION);
    const auto& page = json["pages"][0];
    EXPECT_EQ(page["source"], "a.png");
    EXPECT_EQ(page["articles"][0]["paragraphs"][0]["kind"], "heading");
    EXPECT_EQ(page["articles"][0]["paragraphs"][0]["lines"], nlohmann::json::parse("[[0, 0]]"));
    EXPECT_EQ(page["blocks"][0]["lines"][0]["words"][0]["box"], nlohmann::json::parse("[10, 20, 110, 44]"));
}

TEST(Json, AWordIsOneLineAndItsConfidenceShort) {
    const std::string text = to_json({small_page()});
    EXPECT_NE(text.find("\n        {\"text\":\"Hallo\",\"read\":\"Ha1lo\",\"box\":[10,20,110,44],\"confidence\":0.9,"
                        "\"blank_before\":false,\"blank_read\":true}\n"),
              std::string::npos)
        << text;
    EXPECT_EQ(text.back(), '\n');
}

TEST(Json, OtherReadingsOfAWordStandBehindIt) {
    Page page = small_page();
    page.blocks[0].lines[0].words[0].others = {"Hailo", "Hal1o"};
    const std::string text = to_json({page});
    EXPECT_NE(text.find("\"blank_read\":true,\"others\":[\"Hailo\",\"Hal1o\"]}"), std::string::npos) << text;
    EXPECT_EQ(pages_from(text), std::vector<Page>{page});
}

TEST(Json, BytesThatAreNotUtf8AreReplaced) {
    Page page;
    page.codes.resize(1);
    page.codes[0].payload = "a\xff\xfe"
                            "b\xc3";
    page.source = "\xe9t\xe9.png";
    const std::vector<Page> back = pages_from(to_json({page}));
    EXPECT_EQ(back[0].codes[0].payload, "a\ufffd\ufffdb\ufffd");
    EXPECT_EQ(back[0].source, "\ufffdt\ufffd.png");
}

TEST(Json, CodesSayWhereTheirPayloadIsFromAndHowSureItIs) {
    Page page;
    page.codes.resize(1);
    page.codes[0].source = "printed line";
    page.codes[0].confidence = 0.6F;
    auto json = nlohmann::ordered_json::parse(to_json({page}));
    auto& code = json["pages"][0]["codes"][0];
    EXPECT_EQ(code["source"], "printed line");
    EXPECT_EQ(code["confidence"], 0.6);
    code.erase("source"); // as in files written before codes had them
    code.erase("confidence");
    const std::vector<Page> back = pages_from(json.dump());
    EXPECT_EQ(back[0].codes[0].source, "");
    EXPECT_EQ(back[0].codes[0].confidence, 0);
}

TEST(Json, NumbersThatAreNotFiniteAreNull) {
    Page page = small_page();
    page.dpi = std::numeric_limits<double>::quiet_NaN();
    page.order_confidence = std::numeric_limits<double>::infinity();
    page.blocks[0].lines[0].words[0].confidence = std::numeric_limits<float>::quiet_NaN();
    const std::string text = to_json({page});
    EXPECT_NE(text.find("\"dpi\": null"), std::string::npos);
    const std::vector<Page> back = pages_from(text);
    EXPECT_EQ(back[0].dpi, 0);
    EXPECT_EQ(back[0].order_confidence, 0);
    EXPECT_EQ(back[0].blocks[0].lines[0].words[0].confidence, 0);
}

std::string error_of(const std::string& text) {
    try {
        pages_from(text);
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

TEST(Json, SyntaxErrors) {
    EXPECT_EQ(error_of(""), "is empty");
    EXPECT_EQ(error_of("{\"schema\": "), "no JSON: syntax error near byte 12");
    EXPECT_EQ(error_of("{\"a\": \"\n\"}"), "no JSON: syntax error near byte 8");
    EXPECT_EQ(error_of("{\"a\": " + std::string(100000, '[')), "no JSON: syntax error near byte 100007");
    const std::string whole = to_json({small_page()});
    EXPECT_TRUE(error_of(whole.substr(0, whole.size() / 2)).starts_with("no JSON: syntax error near byte "));
}

TEST(Json, DocumentsOfAnotherKind) {
    EXPECT_EQ(error_of("[]"), "is neither hOCR, ALTO, PAGE, Tesseract's TSV nor this program's JSON");
    EXPECT_EQ(error_of("{}"), "document: has no \"schema\"");
    EXPECT_EQ(error_of(R"({"schema": "broadsheet/2"})"), "schema: this version reads broadsheet/1");
    EXPECT_EQ(error_of(R"({"schema": "broadsheet/1", "pages": {}})"), "pages: not a list");
    EXPECT_EQ(error_of(R"({"schema": "broadsheet/1", "pages": [7]})"), "pages[0]: not an object");
}

/// The error when one value of the small page is another.
std::string error_with(const std::string& pointer, const char* value) {
    auto json = nlohmann::json::parse(to_json({small_page()}));
    json[nlohmann::json::json_pointer("/pages/0/" + pointer)] = nlohmann::json::parse(value);
    return error_of(json.dump());
}

TEST(Json, MeshIsAGrid) {
    Page page;
    page.frame.mesh = {8, 2, {{1, 2}, {3, 4}, {5, 6}, {7, 8}}};
    auto json = nlohmann::json::parse(to_json({page}));
    EXPECT_EQ(pages_from(json.dump()), std::vector<Page>{page});
    for (const char* rows :
         {"[[[1, 2], [3, 4]]]", "[[[1, 2]], [[3, 4]]]", "[[[1, 2], [3, 4]], [[5, 6]]]", "[[], []]"}) {
        json["pages"][0]["mesh"] = nlohmann::json::parse(rows);
        EXPECT_EQ(error_of(json.dump()), "pages[0].mesh: not a grid") << rows;
    }
}

TEST(Json, ErrorsNameTheValueAndTheReason) {
    EXPECT_EQ(error_with("width", "1.5"), "pages[0].width: not a whole number of 32 bits");
    EXPECT_EQ(error_with("width", "2147483648"), "pages[0].width: not a whole number of 32 bits");
    EXPECT_EQ(error_with("width", "-2147483649"), "pages[0].width: not a whole number of 32 bits");
    EXPECT_EQ(error_with("width", "18446744073709551615"), "pages[0].width: not a whole number of 32 bits");
    EXPECT_EQ(error_with("width", "100000001"), "pages[0].width: no pixel position");
    EXPECT_EQ(error_with("height", "-2147483648"), "pages[0].height: no pixel position");
    EXPECT_EQ(error_with("dpi", "\"300\""), "pages[0].dpi: not a number");
    EXPECT_EQ(error_with("source", "null"), "pages[0].source: not a string");
    EXPECT_EQ(error_with("frame", "[1]"), "pages[0].frame: has 1 elements, not 9");
    EXPECT_EQ(error_with("mesh", "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]"), "pages[0].mesh: not a grid"); // its step is 0
    EXPECT_EQ(error_with("mesh", "[[[1, 2], [3]]]"), "pages[0].mesh[0][1]: has 1 elements, not 2");
    EXPECT_EQ(error_with("blocks/0/kind", "\"poster\""), "pages[0].blocks[0].kind: no such kind: poster");
    EXPECT_EQ(error_with("blocks/0/lines/0/box", "[1, 2, 3]"),
              "pages[0].blocks[0].lines[0].box: has 3 elements, not 4");
    EXPECT_EQ(error_with("blocks/0/lines/0/words/0/blank_before", "0"),
              "pages[0].blocks[0].lines[0].words[0].blank_before: not true or false");
    EXPECT_EQ(error_with("blocks/0/lines/0/words/0/others", "\"x\""),
              "pages[0].blocks[0].lines[0].words[0].others: not a list");
    EXPECT_EQ(error_with("blocks/0/lines/0/words/0/others", "[1]"),
              "pages[0].blocks[0].lines[0].words[0].others[0]: not a string");
    EXPECT_EQ(error_with("issues", "[1]"), "pages[0].issues[0]: not a string");
}

TEST(Json, ReferencesMustPointSomewhere) {
    EXPECT_EQ(error_with("order", "[1]"), "pages[0].order: not every block once");
    EXPECT_EQ(error_with("order", "[0, 0]"), "pages[0].order: not every block once");
    EXPECT_EQ(error_with("order", "[]"), "no error");
    EXPECT_EQ(error_with("articles/0/paragraphs/0/lines/0", "[1, 0]"),
              "pages[0].articles[0].paragraphs[0].lines[0]: no such block");
    EXPECT_EQ(error_with("articles/0/paragraphs/0/lines/0", "[0, -1]"),
              "pages[0].articles[0].paragraphs[0].lines[0]: no such line");
}

} // namespace
} // namespace broadsheet
