// SPDX-License-Identifier: Apache-2.0
// Files of other programs, in $BROADSHEET_BENCH/foreign: every line of text and every box of theirs is in what was
// read, and in the JSON made of it. The files are looked through here by XPath, not by the readers under test.
#include "formats/formats.h"
#include "support/process.h"
#include "text/characters.h"

#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <memory>
#include <set>
#include <sstream>

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

using Document = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

std::vector<xmlNode*> nodes(xmlDoc* document, const std::string& path) {
    const std::unique_ptr<xmlXPathContext, decltype(&xmlXPathFreeContext)> context(xmlXPathNewContext(document),
                                                                                   xmlXPathFreeContext);
    const std::unique_ptr<xmlXPathObject, decltype(&xmlXPathFreeObject)> found(
        xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(path.c_str()), context.get()), xmlXPathFreeObject);
    std::vector<xmlNode*> out;
    for (int i = 0; found && found->nodesetval && i < found->nodesetval->nodeNr; ++i)
        out.push_back(found->nodesetval->nodeTab[i]);
    return out;
}

std::string taken(xmlChar* text) {
    const std::string out = text ? reinterpret_cast<const char*>(text) : "";
    xmlFree(text);
    return out;
}
std::string attribute(xmlNode* node, const char* key) {
    return taken(xmlGetProp(node, reinterpret_cast<const xmlChar*>(key)));
}
std::string content(xmlNode* node) {
    return taken(xmlNodeGetContent(node));
}
std::string name_of(xmlNode* node) {
    return reinterpret_cast<const char*>(node->name);
}

/// Without blanks, since what stands between words of a file is not always told.
std::string packed(const std::string& text) {
    std::u32string all = text::nfc(text::code_points(text));
    std::erase_if(all, text::is_blank);
    return text::utf8(all);
}

struct Found {
    std::multiset<std::string> lines;
    std::set<std::array<int, 4>> boxes;
};

void add_bbox(const std::string& title, Found& found) {
    const std::size_t at = title.find("bbox ");
    if (at == std::string::npos) return;
    std::istringstream numbers(title.substr(at + 5));
    std::array<int, 4> box{};
    for (int& side : box)
        numbers >> side;
    found.boxes.insert(box);
}

Found in_hocr(xmlDoc* document) {
    Found found;
    const auto is = [](const char* name) { return std::string("contains(@class,'") + name + "')"; };
    for (xmlNode* line : nodes(document, "//*[@class][" + is("ocr_line") + " or " + is("ocr_header") + " or " +
                                             is("ocr_caption") + " or " + is("ocr_textfloat") + "]")) {
        found.lines.insert(packed(content(line)));
        add_bbox(attribute(line, "title"), found);
    }
    for (xmlNode* word : nodes(document, "//*[" + is("ocrx_word") + " or " + is("ocr_carea") + "]"))
        add_bbox(attribute(word, "title"), found);
    return found;
}

Found in_alto(xmlDoc* document) {
    Found found;
    for (xmlNode* line : nodes(document, "//*[local-name()='TextLine']")) {
        std::string text;
        for (xmlNode* child = line->children; child; child = child->next)
            if (name_of(child) == "String" || name_of(child) == "HYP") text += attribute(child, "CONTENT");
        found.lines.insert(packed(text));
    }
    for (xmlNode* node : nodes(document, "//*[local-name()='TextLine' or local-name()='String' or "
                                         "local-name()='Illustration' or local-name()='GraphicalElement']")) {
        // One String for a whole line is several words here.
        if (attribute(node, "WIDTH").empty() || attribute(node, "CONTENT").find(' ') != std::string::npos) continue;
        const auto number = [&](const char* key) { return std::stoi(attribute(node, key)); };
        found.boxes.insert(
            {number("HPOS"), number("VPOS"), number("HPOS") + number("WIDTH"), number("VPOS") + number("HEIGHT")});
    }
    return found;
}

Found in_page(xmlDoc* document) {
    Found found;
    for (xmlNode* line :
         nodes(document, "//*[local-name()='TextLine']/*[local-name()='TextEquiv']/*[local-name()='Unicode']"))
        found.lines.insert(packed(content(line)));
    for (xmlNode* coords : nodes(document, "//*[local-name()='TextLine' or contains(local-name(),'Region')]/"
                                           "*[local-name()='Coords']")) {
        std::istringstream points(attribute(coords, "points"));
        std::array<int, 4> box{1 << 30, 1 << 30, 0, 0};
        int x = 0, y = 0;
        for (char comma = 0; points >> x >> comma >> y;)
            box = {std::min(box[0], x), std::min(box[1], y), std::max(box[2], x), std::max(box[3], y)};
        found.boxes.insert(box);
    }
    return found;
}

/// Tesseract's, where the tool is installed: its pages are read as they come.
void expect_all(const std::string& bytes, const Found& found, const std::string& name) {
    const std::vector<Page> pages = pages_from(to_json(pages_from(bytes)));
    Found ours;
    const auto add = [&](const Box& b) { ours.boxes.insert({b.left, b.top, b.right, b.bottom}); };
    for (const Page& page : pages) {
        for (const Block& block : page.blocks) {
            add(block.box);
            for (const Line& line : block.lines) {
                add(line.box);
                std::string text;
                for (const Word& word : line.words) {
                    text += word.read;
                    add(word.box);
                }
                ours.lines.insert(packed(text));
            }
        }
    }
    EXPECT_EQ(ours.lines, found.lines) << name;
    EXPECT_GT(found.lines.size(), 1U) << name;
    std::vector<std::array<int, 4>> missing;
    std::set_difference(found.boxes.begin(), found.boxes.end(), ours.boxes.begin(), ours.boxes.end(),
                        std::back_inserter(missing));
    EXPECT_EQ(missing, (std::vector<std::array<int, 4>>())) << name;
}

TEST(Foreign, EveryLineAndEveryBoxIsRead) {
    const char* bench = std::getenv("BROADSHEET_BENCH");
    if (!bench) GTEST_SKIP() << "BROADSHEET_BENCH does not name the page sets";
    int files = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(bench) / "foreign")) {
        const std::string path = entry.path().string();
        const bool xml = path.ends_with(".xml") || path.ends_with(".hocr");
        if (!xml) continue;
        const std::string bytes = test::read_file(path);
        const Document document(xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), "x", nullptr,
                                              XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
                                xmlFreeDoc);
        ASSERT_TRUE(document) << path;
        const auto look = path.ends_with(".hocr") ? in_hocr : path.ends_with(".alto.xml") ? in_alto : in_page;
        expect_all(bytes, look(document.get()), path);
        ++files;
    }
    EXPECT_GE(files, 5);
}

} // namespace
} // namespace broadsheet
