// SPDX-License-Identifier: Apache-2.0
// PAGE 2019-07-15 (https://github.com/PRImA-Research-Lab/PAGE-XML) is written, 2013 to 2019 are read, with the
// TableCell that Transkribus added. A region is the part of a paragraph that stands in one column; parts of one
// paragraph are joined by relations. What the format has no place for stands in UserDefined: kind, the word broken at a
// line's end as a whole, whether a line break is a blank.
#include "formats/dialects.h"
#include "formats/found_page.h"
#include "formats/languages.h"
#include "formats/markup.h"
#include "text/characters.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <sstream>

namespace broadsheet {
namespace {

// Writing ------------------------------------------------------------------------------------------------------------

std::string point(int x, int y) {
    return fmt::format("{},{}", std::max(0, x), std::max(0, y));
}

std::string coords(const Box& b) {
    return fmt::format("<Coords points=\"{} {} {} {}\"/>", point(b.left, b.top), point(b.right, b.top),
                       point(b.right, b.bottom), point(b.left, b.bottom));
}

std::string user_defined(const std::vector<std::pair<std::string, std::string>>& values) {
    std::string out;
    for (const auto& [key, value] : values)
        if (!value.empty())
            out += fmt::format("<UserAttribute name=\"{}\" type=\"xsd:string\" value=\"{}\"/>", key, escaped(value));
    return out.empty() ? out : "<UserDefined>" + out + "</UserDefined>";
}

std::string text_equiv(const std::string& text, double confidence = -1) {
    const std::string conf = confidence < 0 ? "" : fmt::format(" conf=\"{:.3g}\"", std::clamp(confidence, 0.0, 1.0));
    return fmt::format("<TextEquiv{}><Unicode>{}</Unicode></TextEquiv>", conf, escaped(text));
}

const char* type_of(BlockKind kind) {
    switch (kind) {
    case BlockKind::masthead:
    case BlockKind::heading:
    case BlockKind::kicker:
        return "heading";
    case BlockKind::byline:
        return "credit";
    case BlockKind::caption:
        return "caption";
    case BlockKind::running_head:
        return "header";
    case BlockKind::running_foot:
        return "footer";
    case BlockKind::page_number:
        return "page-number";
    case BlockKind::code:
    case BlockKind::table:
    case BlockKind::list:
        return "other";
    default:
        return "paragraph";
    }
}

const char* element_of(BlockKind kind) {
    switch (kind) {
    case BlockKind::picture:
        return "ImageRegion";
    case BlockKind::rule:
        return "SeparatorRegion";
    case BlockKind::code:
        return "GraphicRegion";
    case BlockKind::noise:
        return "NoiseRegion";
    case BlockKind::advertisement:
        return "AdvertRegion";
    default:
        return "UnknownRegion";
    }
}

class PageFile {
public:
    explicit PageFile(const Page& page) : page_(page), parts_(parts_of(page)) {
        for (const BlockParts& parts : parts_)
            for (const Part& part : parts.parts)
                if (part.places.front() > 0 || part.places.size() < part.paragraph->lines.size())
                    flows_[part.number].push_back(id_of(parts, part));
    }

    std::string written() {
        // The time is left out of the dates that the schema wants: the same page gives the same bytes.
        out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<PcGts xmlns=\"http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15\" "
               "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
               "xsi:schemaLocation=\"http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15 "
               "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15/pagecontent.xsd\">\n"
               " <Metadata>\n"
               "  <Creator>broadsheet " BROADSHEET_VERSION "</Creator>\n"
               "  <Created>1970-01-01T00:00:00</Created>\n"
               "  <LastChange>1970-01-01T00:00:00</LastChange>\n"
               " </Metadata>\n";
        const std::string resolution =
            page_.dpi > 0
                ? fmt::format(" imageXResolution=\"{0:g}\" imageYResolution=\"{0:g}\" imageResolutionUnit=\"PPI\"",
                              page_.dpi)
                : "";
        const std::string language = language_name(page_.language);
        out_ += fmt::format(" <Page imageFilename=\"{}\" imageWidth=\"{}\" imageHeight=\"{}\"{}{}>\n",
                            escaped(page_.source), page_.width, page_.height, resolution,
                            language.empty() ? "" : fmt::format(" primaryLanguage=\"{}\"", language));
        reading_order();
        relations();
        out_ += "  " + user_defined({{"language", page_.language}, {"page", std::to_string(page_.number)}}) + '\n';
        for (const BlockParts& parts : parts_)
            write(parts);
        return out_ + " </Page>\n</PcGts>\n";
    }

private:
    static std::string id_of(const BlockParts& parts, const Part& part) {
        return fmt::format("region_{}_{}", parts.block + 1, &part - parts.parts.data() + 1);
    }

    bool is_advertisement(const BlockParts& parts) const {
        return page_.blocks[static_cast<std::size_t>(parts.block)].kind == BlockKind::advertisement;
    }

    std::vector<std::string> ids_of(const BlockParts& parts) const {
        if (parts.parts.empty() || is_advertisement(parts)) return {fmt::format("region_{}", parts.block + 1)};
        std::vector<std::string> ids;
        for (const Part& part : parts.parts)
            ids.push_back(id_of(parts, part));
        return ids;
    }

    /// A group for each run of blocks of one article.
    void reading_order() {
        if (parts_.empty()) return;
        out_ += "  <ReadingOrder>\n   <OrderedGroup id=\"order\">\n";
        int index = 0;
        for (std::size_t i = 0; i < parts_.size();) {
            std::size_t end = i;
            std::vector<std::string> ids;
            for (; end < parts_.size() && parts_[end].article == parts_[i].article; ++end)
                for (const std::string& id : ids_of(parts_[end]))
                    ids.push_back(id);
            const bool group = parts_[i].article >= 0;
            if (group)
                out_ +=
                    fmt::format("    <OrderedGroupIndexed id=\"group_{0}\" index=\"{0}\" caption=\"article {1}\">\n",
                                index++, parts_[i].article + 1);
            int inner = 0;
            for (const std::string& id : ids)
                out_ += fmt::format("    {}<RegionRefIndexed index=\"{}\" regionRef=\"{}\"/>\n", group ? " " : "",
                                    group ? inner++ : index++, id);
            if (group) out_ += "    </OrderedGroupIndexed>\n";
            i = end;
        }
        out_ += "   </OrderedGroup>\n  </ReadingOrder>\n";
    }

    void relations() {
        int count = 0;
        std::string all;
        for (const auto& [number, ids] : flows_)
            for (std::size_t i = 1; i < ids.size(); ++i)
                all += fmt::format("   <Relation id=\"relation_{}\" type=\"join\"><SourceRegionRef regionRef=\"{}\"/>"
                                   "<TargetRegionRef regionRef=\"{}\"/></Relation>\n",
                                   ++count, ids[i - 1], ids[i]);
        if (!all.empty()) out_ += "  <Relations>\n" + all + "  </Relations>\n";
    }

    void write(const BlockParts& parts) {
        const Block& block = page_.blocks[static_cast<std::size_t>(parts.block)];
        if (parts.parts.empty()) {
            const char* element = element_of(block.kind);
            const std::string kind =
                block.kind == BlockKind::picture || block.kind == BlockKind::rule || block.kind == BlockKind::noise
                    ? ""
                    : name(block.kind);
            out_ += fmt::format("  <{0} id=\"region_{1}\"{2}>{3}{4}</{0}>\n", element, parts.block + 1,
                                block.kind == BlockKind::code ? " type=\"barcode\"" : "", coords(block.box),
                                user_defined({{"kind", kind}}));
            return;
        }
        const bool framed = is_advertisement(parts);
        if (framed) out_ += fmt::format("  <AdvertRegion id=\"region_{}\">{}\n", parts.block + 1, coords(block.box));
        for (const Part& part : parts.parts)
            write(parts, part, parts.parts.size() == 1 && !framed ? block.box : box_of(page_, part));
        if (framed) out_ += "  </AdvertRegion>\n";
    }

    void write(const BlockParts& parts, const Part& part, const Box& box) {
        const Paragraph& paragraph = *part.paragraph;
        const std::string kind = paragraph.kind == BlockKind::paragraph ? "" : name(paragraph.kind);
        const std::string block = parts.parts.size() == 1 ? "" : std::to_string(parts.block + 1);
        out_ += fmt::format("  <TextRegion id=\"{}\" type=\"{}\"{}>{}{}\n", id_of(parts, part), type_of(paragraph.kind),
                            part.places.front() > 0 ? " continuation=\"true\"" : "", coords(box),
                            user_defined({{"kind", kind}, {"block", block}}));
        const std::vector<Seam> seams = seams_of(page_, paragraph);
        std::string all;
        for (const std::size_t place : part.places) {
            write(paragraph, place, seams);
            all += (all.empty() ? "" : "\n") + line_text(line_at(page_, paragraph.lines[place]));
        }
        out_ += "   " + text_equiv_lines(all) + "\n  </TextRegion>\n";
    }

    /// Line breaks stay as they are: they are not in an attribute.
    static std::string text_equiv_lines(const std::string& all) {
        std::string out;
        std::istringstream lines(all);
        for (std::string line; std::getline(lines, line);)
            out += (out.empty() ? "" : "\n") + escaped(line);
        return "<TextEquiv><Unicode>" + out + "</Unicode></TextEquiv>";
    }

    /// place: of the line in the paragraph.
    void write(const Paragraph& paragraph, std::size_t place, const std::vector<Seam>& seams) {
        const LineRef ref = paragraph.lines[place];
        const Line& line = line_at(page_, ref);
        const std::string id = fmt::format("{}_{}", ref.block + 1, ref.line + 1);
        out_ += fmt::format("   <TextLine id=\"line_{}\"{}>{}", id,
                            line.vertical ? " readingDirection=\"top-to-bottom\"" : "", coords(line.box));
        if (line.baseline.size() > 1) {
            out_ += "<Baseline points=\"";
            for (const Point& p : line.baseline)
                out_ += (&p == &line.baseline.front() ? "" : " ") + point(p.x, p.y);
            out_ += "\"/>";
        }
        out_ += '\n';
        int count = 0;
        for (const Word* word : words_of(line))
            out_ += fmt::format("    <Word id=\"word_{}_{}\">{}{}</Word>\n", id, ++count, coords(word->box),
                                text_equiv(word->text, word->confidence));
        const SeamMarks marks = marks_of(page_, paragraph, place, seams);
        out_ += "    " + text_equiv(line_text(line)) + user_defined({{"word", marks.word}, {"blank", marks.blank}}) +
                "\n   </TextLine>\n";
    }

    const Page& page_;
    const std::vector<BlockParts> parts_;
    std::map<int, std::vector<std::string>> flows_; ///< of paragraphs in parts, by number: their regions
    std::string out_;
};

// Reading ------------------------------------------------------------------------------------------------------------

/// "1,2 3,4", and as before 2013 Point elements.
std::vector<Point> points_of(const Element& element) {
    std::vector<Point> points;
    const auto add = [&](const std::string& x, const std::string& y) {
        points.push_back({static_cast<int>(std::lround(number_in(x))), static_cast<int>(std::lround(number_in(y)))});
    };
    std::istringstream in(element.attribute("points"));
    for (std::string one; in >> one;) {
        const std::size_t comma = one.find(',');
        if (comma != std::string::npos) add(one.substr(0, comma), one.substr(comma + 1));
    }
    for (const Element& one : element.children)
        if (one.name == "Point") add(one.attribute("x"), one.attribute("y"));
    return points;
}

Box box_of(const Element& element) {
    Box box;
    const std::vector<Point> points = points_of(element.child("Coords"));
    if (points.empty()) return box;
    box = {points.front().x, points.front().y, points.front().x, points.front().y};
    for (const Point& p : points)
        box = {std::min(box.left, p.x), std::min(box.top, p.y), std::max(box.right, p.x), std::max(box.bottom, p.y)};
    return box;
}

/// Of several readings the one with the lowest index, or the first.
const Element* text_equiv_of(const Element& element) {
    const Element* best = nullptr;
    for (const Element& child : element.children) {
        if (child.name != "TextEquiv") continue;
        if (!best || number_in(child.attribute("index")) < number_in(best->attribute("index"))) best = &child;
    }
    return best;
}

std::string text_of(const Element& element) {
    const Element* equiv = text_equiv_of(element);
    if (!equiv) return {};
    const Element& unicode = equiv->child("Unicode");
    return (unicode.name.empty() ? equiv->child("PlainText") : unicode).all_text();
}

std::string user_attribute(const Element& element, std::string_view key) {
    for (const Element& attribute : element.child("UserDefined").children)
        if (attribute.attribute("name") == key) return attribute.attribute("value");
    return {};
}

/// "article" of "structure {type:article;}", Transkribus' way to tell more.
std::string structure_of(const std::string& custom) {
    const std::size_t at = custom.find("structure");
    if (at == std::string::npos) return {};
    const std::size_t type = custom.find("type:", at);
    if (type == std::string::npos) return {};
    return custom.substr(type + 5, custom.find_first_of(";}", type) - type - 5);
}

BlockKind kind_of(const Element& region) {
    if (const auto kind = kind_named(user_attribute(region, "kind"))) return *kind;
    if (region.name == "TableRegion" || region.name == "TableCell") return BlockKind::table;
    if (region.name == "SeparatorRegion") return BlockKind::rule;
    if (region.name == "NoiseRegion") return BlockKind::noise;
    if (region.name == "AdvertRegion") return BlockKind::advertisement;
    if (region.name == "GraphicRegion" && region.attribute("type") == "barcode") return BlockKind::code;
    if (region.name != "TextRegion") return BlockKind::picture;
    std::string type = region.attribute("type");
    if (type.empty()) type = structure_of(region.attribute("custom"));
    if (type == "heading") return BlockKind::heading;
    if (type == "caption") return BlockKind::caption;
    if (type == "credit") return BlockKind::byline;
    if (type == "header") return BlockKind::running_head;
    if (type == "footer") return BlockKind::running_foot;
    if (type == "page-number") return BlockKind::page_number;
    if (type == "TOC-entry") return BlockKind::list;
    return BlockKind::paragraph;
}

class PageReader {
public:
    Page read(const Element& page) {
        Page& out = found_.page;
        out.source = page.attribute("imageFilename");
        out.width = static_cast<int>(number_in(page.attribute("imageWidth")));
        out.height = static_cast<int>(number_in(page.attribute("imageHeight")));
        const double per_unit = page.attribute("imageResolutionUnit") == "PPCM" ? 2.54 : 1;
        out.dpi = number_in(page.attribute("imageXResolution")) * per_unit;
        const double number = number_in(user_attribute(page, "page"));
        if (number > 0) out.number = static_cast<int>(number);
        out.language = user_attribute(page, "language");
        language(page);
        for (const Element& relation : page.child("Relations").children)
            if (relation.attribute("type") == "join") join(relation);
        walk(page);
        tell_order(page.child("ReadingOrder"));
        return completed(std::move(found_));
    }

private:
    void language(const Element& element) {
        if (found_.page.language.empty()) found_.page.language = model_of(element.attribute("primaryLanguage"));
    }

    /// Regions joined, one after another, are parts of one paragraph, named for its first region.
    void join(const Element& relation) {
        std::vector<std::string> ids; // SourceRegionRef and TargetRegionRef; in 2013 two RegionRef
        for (const Element& region : relation.children)
            if (region.name.ends_with("RegionRef"))
                ids.push_back(region.attribute(region.has("regionRef") ? "regionRef" : "id"));
        if (ids.size() < 2) return;
        const std::string flow = flows_.emplace(ids[0], ids[0]).first->second;
        const std::string joined_to_it = flows_.emplace(ids[1], ids[1]).first->second;
        for (auto& [region, name] : flows_)
            if (name == joined_to_it) name = flow;
    }

    /// advertisement: the one that parent is or stands in; nullptr: none.
    void walk(const Element& parent, const Element* advertisement = nullptr) {
        for (const Element& element : parent.children) {
            if (!element.name.ends_with("Region") && element.name != "TableCell") continue;
            region(element, advertisement);
            walk(element, element.name == "AdvertRegion" ? &element : advertisement); // regions within it
        }
    }

    void region(const Element& element, const Element* advertisement) {
        language(element);
        Block block;
        block.kind = kind_of(element);
        block.box = box_of(element);
        const std::string id = element.attribute("id");
        const std::string part_of = user_attribute(element, "block"); // as this program writes it
        if (advertisement && element.name == "TextRegion") block.kind = BlockKind::advertisement;
        const bool goes_on = advertisement && block.kind == BlockKind::advertisement &&
                             found_.page.blocks.back().kind == BlockKind::advertisement;
        if (goes_on) advertisements_.emplace(id, advertisement->attribute("id"));
        if (goes_on || (!part_of.empty() && part_of == part_of_)) {
            Block& whole = found_.page.blocks.back();
            whole.box = united(whole.box, block.box);
        } else {
            found_.page.blocks.push_back(block);
            ids_.push_back(id);
        }
        part_of_ = part_of;
        if (element.name != "TextRegion" && element.name != "TableCell") return;
        const auto flow = flows_.find(id);
        found_.parts.push_back({{}, flow == flows_.end() ? "" : flow->second, block.kind, -1});
        bool parts = false; // which tell the text in more detail
        for (const Element& part : element.children) {
            parts = parts || part.name == "TextLine" || part.name == "TextRegion";
            if (part.name == "TextLine") text_line(part);
        }
        if (parts) return;
        // A region whose text is told as a whole, a line a line.
        std::istringstream text(text_of(element));
        for (std::string one; std::getline(text, one);)
            if (one.find_first_not_of(" \t\r") != std::string::npos) add_words(found_.add_line(), one, {}, 1, false);
        if (found_.page.blocks.back().lines.size() == 1) found_.page.blocks.back().lines.front().box = block.box;
    }

    void text_line(const Element& element) {
        language(element);
        Line& line = found_.add_line();
        line.box = box_of(element);
        line.baseline = points_of(element.child("Baseline"));
        line.vertical = element.attribute("readingDirection") == "top-to-bottom";
        const std::string whole = text_of(element);
        std::size_t at = 0; // in it: the end of the word before
        for (const Element& word : element.children) {
            if (word.name != "Word") continue;
            const std::string text = text_of(word);
            const std::size_t found = whole.find(text, at);
            // Only the line's text tells whether a blank stands between two words.
            const bool known = found != std::string::npos && found - at <= 2;
            const bool blank = !known || found > at;
            if (known) at = found + text.size();
            add_words(line, text, box_of(word), confidence(word), blank);
        }
        if (line.words.empty()) add_words(line, whole, {}, confidence(element), false);
        const std::string broken = user_attribute(element, "word");
        const std::string blank = user_attribute(element, "blank");
        if (!broken.empty()) found_.seam() = {false, broken};
        if (!blank.empty()) found_.seam() = {blank == "1", {}};
    }

    static float confidence(const Element& element) {
        const Element* equiv = text_equiv_of(element);
        if (!equiv || !equiv->has("conf")) return 1;
        return static_cast<float>(std::clamp(number_in(equiv->attribute("conf")), 0.0, 1.0));
    }

    struct Told {
        int rank = 0;
        int article = -1;
    };

    /// Regions in the order of a group; its members by their index, where they have one.
    void ranks_in(const Element& group, int article, std::map<std::string, Told>& ranks) {
        std::vector<const Element*> members;
        for (const Element& member : group.children)
            members.push_back(&member);
        std::stable_sort(members.begin(), members.end(), [](const Element* a, const Element* b) {
            return number_in(a->attribute("index")) < number_in(b->attribute("index"));
        });
        for (const Element* member : members) {
            std::string id = member->attribute("regionRef");
            if (const auto found = advertisements_.find(id); found != advertisements_.end()) id = found->second;
            if (!id.empty()) ranks.emplace(id, Told{static_cast<int>(ranks.size()), article});
            const bool is_article = member->attribute("caption").starts_with("article");
            ranks_in(*member, is_article ? articles_++ : article, ranks);
        }
    }

    void tell_order(const Element& reading_order) {
        std::map<std::string, Told> ranks;
        ranks_in(reading_order, -1, ranks);
        if (ranks.empty()) return;
        const auto told = [&](int block) {
            const auto found = ranks.find(ids_[static_cast<std::size_t>(block)]);
            return found == ranks.end() ? nullptr : &found->second;
        };
        found_.order.resize(ids_.size());
        std::iota(found_.order.begin(), found_.order.end(), 0);
        // What it does not name comes last.
        std::stable_sort(found_.order.begin(), found_.order.end(),
                         [&](int a, int b) { return told(a) && (!told(b) || told(a)->rank < told(b)->rank); });
        for (std::size_t i = 0; i < ids_.size(); ++i)
            if (const Told* t = told(static_cast<int>(i))) found_.page.blocks[i].article = t->article;
        for (FoundPage::FoundPart& part : found_.parts)
            if (!part.lines.empty())
                part.article = found_.page.blocks[static_cast<std::size_t>(part.lines.front().block)].article;
    }

    FoundPage found_;
    std::vector<std::string> ids_; ///< of the blocks
    std::string part_of_;          ///< the block that the last region is a part of
    std::map<std::string, std::string> flows_;
    std::map<std::string, std::string> advertisements_; ///< by the ids of the text regions in them
    int articles_ = 0;
};

} // namespace

std::string page_xml_file(const Page& page, int) {
    return PageFile(page).written();
}

void read_page_xml(std::istream& in, const TakePage& take) {
    read_elements(
        in, Markup::xml, [](const Element& element) { return element.name == "Page"; },
        [&](const Element& element) { take(PageReader().read(element)); });
}

} // namespace broadsheet
