// SPDX-License-Identifier: Apache-2.0
// ALTO and PAGE against their published schemas, which $BROADSHEET_SCHEMAS holds; on drawn pages and, where
// $BROADSHEET_BENCH names the page sets, on pages made from their ground truth.
#include "formats/formats.h"
#include "formats/printed_page.h"
#include "formats/same_reading.h"
#include "page/error.h"
#include "repair/repair.h"
#include "support/process.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <libxml/xmlschemas.h>
#include <memory>

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

/// The lines that libxml2 has to say about a document; none: it is valid.
class Schema {
public:
    explicit Schema(const fs::path& file) : parser_(xmlSchemaNewParserCtxt(file.c_str()), xmlSchemaFreeParserCtxt) {
        schema_.reset(xmlSchemaParse(parser_.get()));
        if (!schema_) throw Error(file.string() + ": no schema");
    }

    std::string complaints(const std::string& document) const {
        const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> doc(
            xmlReadMemory(document.data(), static_cast<int>(document.size()), "file.xml", nullptr, XML_PARSE_NONET),
            xmlFreeDoc);
        if (!doc) return "not well-formed";
        const std::unique_ptr<xmlSchemaValidCtxt, decltype(&xmlSchemaFreeValidCtxt)> context(
            xmlSchemaNewValidCtxt(schema_.get()), xmlSchemaFreeValidCtxt);
        std::string lines;
        xmlSchemaSetValidStructuredErrors(
            context.get(),
            [](void* out, xmlErrorPtr error) {
                *static_cast<std::string*>(out) += std::to_string(error->line) + ": " + error->message;
            },
            &lines);
        const int result = xmlSchemaValidateDoc(context.get(), doc.get());
        return result == 0 ? lines : lines + "(invalid)";
    }

private:
    std::unique_ptr<xmlSchemaParserCtxt, decltype(&xmlSchemaFreeParserCtxt)> parser_;
    std::unique_ptr<xmlSchema, decltype(&xmlSchemaFree)> schema_{nullptr, xmlSchemaFree};
};

struct Case {
    const char* format;
    const char* schema;
};

class Schemas : public testing::TestWithParam<Case> {
protected:
    void SetUp() override {
        const char* folder = std::getenv("BROADSHEET_SCHEMAS");
        if (!folder) GTEST_SKIP() << "BROADSHEET_SCHEMAS does not name the folder of the schemas";
        const fs::path file = fs::path(folder) / GetParam().schema;
        ASSERT_TRUE(fs::exists(file)) << "BROADSHEET_SCHEMAS is set, but there is no " << file;
        schema_ = std::make_unique<Schema>(file);
    }
    std::string complaints(const Page& page) const {
        return schema_->complaints(formatted({page}, *find_format(GetParam().format)));
    }
    std::unique_ptr<Schema> schema_;
};
INSTANTIATE_TEST_SUITE_P(Formats, Schemas,
                         testing::Values(Case{"alto", "alto-4-4.xsd"}, Case{"page", "page-2019-07-15.xsd"}),
                         [](const auto& one) { return std::string(one.param.format); });

TEST_P(Schemas, DrawnPagesAreValid) {
    for (unsigned seed = 0; seed < 200; ++seed)
        ASSERT_EQ(complaints(test::PrintedPage(seed).page()), "") << "seed " << seed;
}

TEST_P(Schemas, EveryKindOfBlockIsValid) {
    for (int kind = 0; kind <= static_cast<int>(BlockKind::noise); ++kind) {
        Page page = test::PrintedPage(5).page();
        for (Block& block : page.blocks)
            block.kind = static_cast<BlockKind>(kind);
        for (Article& article : page.articles)
            for (Paragraph& paragraph : article.paragraphs)
                paragraph.kind = static_cast<BlockKind>(kind);
        EXPECT_EQ(complaints(page), "") << name(static_cast<BlockKind>(kind));
    }
}

TEST_P(Schemas, PagesWithLittleAreValid) {
    Page page;
    EXPECT_EQ(complaints(page), "");
    page.blocks.emplace_back(); // without a box, in no order
    EXPECT_EQ(complaints(page), "");
    page.language = "xyz+deu";
    page.blocks[0].lines.emplace_back();
    page.articles = {{{{.kind = BlockKind::paragraph, .text = {}, .lines = {{0, 0}}, .joins = {}}}}};
    EXPECT_EQ(complaints(page), "") << "a line without words";
    page.blocks[0].lines[0].words = {{"\x01\xFF\xEF\xBF\xBF", "", {-5, -5, 3, 3}, 2.0F, false, false}};
    page.blocks[0].lines[0].box = page.blocks[0].box = {-5, -5, 3, 3};
    EXPECT_EQ(complaints(page), "") << "bytes that are no text, places beside the page";
}

TEST_P(Schemas, AWrongDocumentIsRefused) {
    std::string document = formatted({test::PrintedPage(1).page()}, *find_format(GetParam().format));
    document.replace(document.find("<TextLine"), 9, "<TextLine wrong=\"1\"");
    EXPECT_NE(schema_->complaints(document), "");
}

/// The ground truth's regions as a page of blocks, mended as a page that was read.
Page page_of(const Transcript& truth) {
    Page page;
    int y = 0;
    for (const Region& region : truth.regions) {
        Block block;
        block.box = region.box;
        for (const std::string& text : region.lines) {
            Line line;
            line.box = {100, y, 100 + 20 * static_cast<int>(text.size()), y + 30};
            line.baseline = {{line.box.left, y + 25}, {line.box.right, y + 25}};
            line.text_height = 20;
            y += 40;
            Word word;
            int x = 100;
            for (std::size_t from = 0; from < text.size();) {
                const std::size_t end = std::min(text.find(' ', from), text.size());
                const int width = 20 * static_cast<int>(end - from);
                if (end > from)
                    line.words.push_back({text.substr(from, end - from),
                                          "",
                                          {x, line.box.top, x + width, line.box.bottom},
                                          1,
                                          !line.words.empty(),
                                          true});
                x += width + 20;
                from = end + 1;
            }
            block.lines.push_back(line);
        }
        for (const Line& line : block.lines)
            block.box = united(block.box, line.box);
        page.order.push_back(static_cast<int>(page.blocks.size()));
        page.blocks.push_back(block);
    }
    page.width = 5000;
    page.height = y;
    return repair(std::move(page));
}

TEST_P(Schemas, BenchPagesAreValidAndComeBack) {
    const char* folder = std::getenv("BROADSHEET_BENCH");
    if (!folder) GTEST_SKIP() << "BROADSHEET_BENCH does not name the page sets";
    int pages = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.path().string().ends_with(".gt.json")) continue;
        const Page page = page_of(transcript_from(test::read_file(entry.path())));
        EXPECT_EQ(complaints(page), "") << entry.path();
        for (const char* format : {GetParam().format, "hocr", "json"}) {
            const Page back = pages_from(formatted({page}, *find_format(format))).at(0);
            EXPECT_EQ(to_text({back}), to_text({page})) << format << ' ' << entry.path();
            EXPECT_EQ(test::difference(back, page), "") << format << ' ' << entry.path();
        }
        ++pages;
    }
    EXPECT_GT(pages, 20);
}

} // namespace
} // namespace broadsheet
