// SPDX-License-Identifier: Apache-2.0
#include "formats/markup.h"

#include "page/error.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <sstream>
#include <unistd.h>

namespace broadsheet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

/// The elements of this name, whole.
std::vector<Element> elements(const std::string& text, const std::string& name = "p", Markup markup = Markup::xml) {
    std::istringstream in(text);
    std::vector<Element> found;
    read_elements(
        in, markup, [&](const Element& element) { return element.name == name; },
        [&](const Element& element) { found.push_back(element); });
    return found;
}

std::vector<std::string> texts(const std::string& text, const std::string& name = "p", Markup markup = Markup::xml) {
    std::vector<std::string> all;
    for (const Element& element : elements(text, name, markup))
        all.push_back(element.all_text());
    return all;
}

std::string error_of(const std::string& text, Markup markup = Markup::xml) {
    try {
        elements(text, "p", markup);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

TEST(Markup, ElementsWithAttributesChildrenAndText) {
    const Element p = elements("<x>no<p a='1' n:b=\"&lt;2&gt;\">one<b>two</b><b/> three</p>no</x>").at(0);
    EXPECT_EQ(p.attribute("a"), "1");
    EXPECT_EQ(p.attribute("b"), "<2>");
    EXPECT_EQ(p.attribute("c"), "");
    EXPECT_TRUE(p.has("a"));
    EXPECT_FALSE(p.has("c"));
    EXPECT_EQ(p.all_text(), "onetwo three");
    EXPECT_EQ(p.child("b").all_text(), "two");
    EXPECT_EQ(p.child("i").name, "");
    EXPECT_EQ(p.children.size(), 4U);
}

TEST(Markup, PrefixesOfNamespacesAreLeftOut) {
    EXPECT_THAT(texts("<n:x xmlns:n='u'><n:p>a</n:p></n:x>"), ElementsAre("a"));
}

TEST(Markup, OutermostElementsAreDeliveredOneByOne) {
    EXPECT_THAT(texts("<x><p>a<p>b</p></p><y><p/></y><p>c</p></x>"), ElementsAre("ab", "", "c"));
    std::istringstream in("<x><p>a</p><p>b</p>" + std::string(200'000, ' ') + "<p>c</p></y>");
    std::vector<std::string> seen;
    const auto take = [&](const Element& element) { seen.push_back(element.all_text()); };
    EXPECT_THROW(read_elements(
                     in, Markup::xml, [](const Element& e) { return e.name == "p"; }, take),
                 Error);
    EXPECT_THAT(std::vector(seen.begin(), seen.begin() + 2), ElementsAre("a", "b")); // before what is wrong
}

TEST(Markup, TextAcrossPiecesIsWhole) {
    const std::string text(100'000, 'x');
    EXPECT_THAT(texts("<p>" + text + "ü&amp;" + text + "</p>"), ElementsAre(text + "ü&" + text));
}

TEST(Markup, CdataAndCommentsAndReferences) {
    EXPECT_THAT(texts("<p><![CDATA[<a> & ]]>b<!-- no -->c&#252;&#x65b0;<?no?></p>"), ElementsAre("<a> & bcü新"));
}

TEST(Markup, DeclaredEncodingDoesNotCount) {
    EXPECT_THAT(texts("<?xml version='1.0' encoding='ISO-8859-1'?><p>Zürich</p>"), ElementsAre("Zürich"));
    EXPECT_THAT(texts("<html><meta charset=iso-8859-1><p>Zürich</p></html>", "p", Markup::html), ElementsAre("Zürich"));
}

TEST(Markup, NestingTooDeep) {
    const auto nested = [](int depth) {
        std::string text;
        for (int i = 0; i < depth; ++i)
            text += "<p>";
        for (int i = 0; i < depth; ++i)
            text += "</p>";
        return text;
    };
    EXPECT_EQ(error_of(nested(200)), "");
    EXPECT_EQ(error_of(nested(201)), "elements nest too deep");
    EXPECT_NE(error_of(nested(100'000)), "");
    std::string divs = "<html><p>";
    for (int i = 0; i < 100'000; ++i)
        divs += "<b>";
    EXPECT_NE(error_of(divs + "</html>", Markup::html), "");
}

TEST(Markup, EntitiesOfAFileAreNotExpanded) {
    std::string laughs = "<!DOCTYPE p [<!ENTITY a \"ha ha ha ha ha ha ha ha ha ha\">";
    for (char c = 'b'; c <= 'z'; ++c) {
        laughs += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i)
            laughs += std::string("&") + static_cast<char>(c - 1) + ';';
        laughs += "\">";
    }
    const auto start = std::chrono::steady_clock::now();
    EXPECT_THAT(error_of(laughs + "]><p>&z;</p>"), StartsWith("line 1: "));
    EXPECT_THAT(error_of(laughs + "]><p a=\"&z;\"></p>"), StartsWith("line 1: "));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
}

TEST(Markup, NothingIsFetched) {
    const auto path = std::filesystem::temp_directory_path() / ("broadsheet-markup-" + std::to_string(getpid()));
    std::ofstream(path) << "secret";
    const std::string entity = "<!DOCTYPE p [<!ENTITY e SYSTEM \"file://" + path.string() + "\">]><p>&e;</p>";
    try {
        for (const std::string& text : texts(entity))
            EXPECT_EQ(text.find("secret"), std::string::npos);
    } catch (const Error& error) {
        EXPECT_EQ(std::string(error.what()).find("secret"), std::string::npos);
    }
    std::filesystem::remove(path);
    // A definition that is nowhere is not missed.
    EXPECT_THAT(texts("<!DOCTYPE p SYSTEM \"file:///nowhere/x.dtd\"><p>a</p>"), ElementsAre("a"));
    EXPECT_THAT(texts("<!DOCTYPE p PUBLIC \"-//X\" \"http://nowhere.invalid/x.dtd\"><p>a</p>"), ElementsAre("a"));
}

TEST(Markup, XmlThatIsNotWellFormed) {
    EXPECT_THAT(error_of("<x>\n<p>\n</x>"), StartsWith("line 3: "));
    EXPECT_THAT(error_of("<x>\n<p></p>"), StartsWith("line 2: ")); // cut off
    EXPECT_THAT(error_of("<p a=1/>"), StartsWith("line 1: "));
    EXPECT_THAT(error_of("<p>&nbsp;</p>"), StartsWith("line 1: "));
    EXPECT_NE(error_of(""), "");
    EXPECT_EQ(error_of("<p/>"), "");
}

TEST(Markup, HtmlThatIsNoXml) {
    EXPECT_THAT(texts("<HTML><BODY><P CLASS=x>a&nbsp;&uuml;<BR>b<P>c & d</BODY></HTML>", "p", Markup::html),
                ElementsAre("a\u00A0üb", "c & d"));
    EXPECT_EQ(elements("<HTML><P CLASS=x></HTML>", "p", Markup::html).at(0).attribute("class"), "x");
}

TEST(Markup, HtmlThatIsCutOff) {
    EXPECT_EQ(error_of("<html><p>a", Markup::html), "it ends before </html>");
    EXPECT_EQ(error_of("<p>a", Markup::html), "");
}

TEST(Markup, EscapedTextIsReadBack) {
    const std::string text = "<a> & \"b\" 'c'\t\r\n ü新𠮷";
    EXPECT_EQ(escaped("<&>\""), "&lt;&amp;&gt;&quot;");
    EXPECT_THAT(texts("<p>" + escaped(text) + "</p>"), ElementsAre(text));
    EXPECT_EQ(elements("<p a=\"" + escaped(text) + "\"/>").at(0).attribute("a"), text);
    EXPECT_EQ(escaped("a\x01\uFFFE"), "a\uFFFD\uFFFD");
}

} // namespace
} // namespace broadsheet
