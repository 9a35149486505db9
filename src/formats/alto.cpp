// SPDX-License-Identifier: Apache-2.0
// ALTO 4.4 (https://github.com/altoxml/schema) is written, 2 to 4 are read. Kinds, articles and paragraphs that go on
// in another block are tags; a word broken at a line's end has its whole in SUBS_CONTENT.
#include "formats/dialects.h"
#include "formats/found_page.h"
#include "formats/languages.h"
#include "formats/markup.h"
#include "text/characters.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <utility>

namespace broadsheet {
namespace {

// Writing ------------------------------------------------------------------------------------------------------------

std::string place(const Box& b) {
    if (b.empty()) return {};
    return fmt::format(" HPOS=\"{}\" VPOS=\"{}\" WIDTH=\"{}\" HEIGHT=\"{}\"", b.left, b.top, b.width(), b.height());
}

std::string tag_of(BlockKind kind) {
    std::string id = std::string("kind_") + name(kind);
    std::replace(id.begin(), id.end(), ' ', '_');
    return id;
}

class AltoFile {
public:
    explicit AltoFile(const Page& page) : page_(page), parts_(parts_of(page)) {}

    std::string written() {
        out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\" "
               "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
               "xsi:schemaLocation=\"http://www.loc.gov/standards/alto/ns-v4# "
               "http://www.loc.gov/standards/alto/v4/alto-4-4.xsd\" SCHEMAVERSION=\"4.4\">\n";
        description();
        tags();
        reading_order();
        const std::string language = language_tag(page_.language);
        out_ +=
            fmt::format(" <Layout>\n  <Page ID=\"page_{0}\" PHYSICAL_IMG_NR=\"{0}\" WIDTH=\"{1}\" HEIGHT=\"{2}\"{3}>\n"
                        "   <PrintSpace HPOS=\"0\" VPOS=\"0\" WIDTH=\"{1}\" HEIGHT=\"{2}\">\n",
                        page_.number, page_.width, page_.height, language.empty() ? "" : " LANG=\"" + language + '"');
        for (const BlockParts& parts : parts_)
            write(parts);
        return out_ + "   </PrintSpace>\n  </Page>\n </Layout>\n</alto>\n";
    }

private:
    void description() {
        out_ += fmt::format(" <Description>\n"
                            "  <MeasurementUnit>pixel</MeasurementUnit>\n"
                            "  <sourceImageInformation>\n   <fileName>{}</fileName>\n  </sourceImageInformation>\n",
                            escaped(page_.source));
        std::set<std::string> engines;
        for (const Block& block : page_.blocks)
            for (const Line& line : block.lines)
                if (!line.engine.empty()) engines.insert(line.engine);
        int step = 0;
        const auto processing = [&](const char* category, const std::string& what, const std::string& software) {
            out_ += fmt::format(
                "  <Processing ID=\"step_{}\">\n   <processingCategory>{}</processingCategory>\n"
                "   <processingStepDescription>{}</processingStepDescription>\n{}"
                "   <processingSoftware>\n    <softwareName>{}</softwareName>\n{}"
                "   </processingSoftware>\n  </Processing>\n",
                ++step, category, what,
                software.empty() || page_.dpi <= 0
                    ? ""
                    : fmt::format("   <processingStepSettings>dpi: {:.0f}</processingStepSettings>\n", page_.dpi),
                software.empty() ? "broadsheet" : escaped(software),
                software.empty() ? "    <softwareVersion>" BROADSHEET_VERSION "</softwareVersion>\n" : "");
        };
        for (const std::string& engine : engines)
            processing("contentGeneration", "recognition", engine);
        processing("postOperation", "layout, reading order, repair", "");
        out_ += " </Description>\n";
    }

    void tags() {
        std::set<BlockKind> kinds;
        std::set<int> articles, flows;
        for (const BlockParts& parts : parts_) {
            kinds.insert(page_.blocks[static_cast<std::size_t>(parts.block)].kind);
            if (parts.article >= 0) articles.insert(parts.article);
            for (const Part& part : parts.parts) {
                kinds.insert(part.paragraph->kind);
                if (part.places.size() < part.paragraph->lines.size()) flows.insert(part.number);
            }
        }
        if (kinds.empty()) return;
        out_ += " <Tags>\n";
        for (const BlockKind kind : kinds)
            out_ += fmt::format("  <LayoutTag ID=\"{}\" TYPE=\"kind\" LABEL=\"{}\"/>\n", tag_of(kind), name(kind));
        for (const int article : articles)
            out_ += fmt::format("  <StructureTag ID=\"article_{0}\" TYPE=\"article\" LABEL=\"article {1}\"/>\n",
                                article, article + 1);
        for (const int flow : flows)
            out_ +=
                fmt::format("  <StructureTag ID=\"flow_{0}\" TYPE=\"paragraph\" LABEL=\"paragraph {1} in parts\"/>\n",
                            flow, flow + 1);
        out_ += " </Tags>\n";
    }

    void reading_order() {
        if (parts_.empty()) return;
        out_ += " <ReadingOrder>\n  <OrderedGroup ID=\"order\">\n";
        for (const BlockParts& parts : parts_)
            out_ += fmt::format("   <ElementRef ID=\"order_{0}\" REF=\"block_{0}\"/>\n", parts.block + 1);
        out_ += "  </OrderedGroup>\n </ReadingOrder>\n";
    }

    void write(const BlockParts& parts) {
        const Block& block = page_.blocks[static_cast<std::size_t>(parts.block)];
        const std::string id = fmt::format("block_{}", parts.block + 1);
        const std::string article = parts.article < 0 ? "" : fmt::format(" article_{}", parts.article);
        if (parts.parts.empty()) {
            const char* what = block.kind == BlockKind::picture ? "Illustration" : "GraphicalElement";
            out_ += fmt::format("    <{} ID=\"{}\" TAGREFS=\"{}{}\"{}/>\n", what, id, tag_of(block.kind), article,
                                place(block.box));
        } else if (parts.parts.size() == 1) {
            write(parts.parts.front(), block, id, block.box, article);
        } else {
            out_ += fmt::format("    <ComposedBlock ID=\"{}\" TAGREFS=\"{}{}\"{}>\n", id, tag_of(block.kind), article,
                                place(block.box));
            int count = 0;
            for (const Part& part : parts.parts)
                write(part, block, fmt::format("{}_{}", id, ++count), box_of(page_, part), article);
            out_ += "    </ComposedBlock>\n";
        }
    }

    void write(const Part& part, const Block& block, const std::string& id, const Box& box,
               const std::string& article) {
        const Paragraph& paragraph = *part.paragraph;
        const bool whole = part.places.size() == paragraph.lines.size();
        const std::string kind = paragraph.kind != block.kind ? tag_of(paragraph.kind) + ' ' : "";
        out_ += fmt::format("    <TextBlock ID=\"{}\" TAGREFS=\"{}{}{}{}\"{}>\n", id, kind, tag_of(block.kind), article,
                            whole ? "" : fmt::format(" flow_{}", part.number), place(box));
        const std::vector<Seam> seams = seams_of(page_, paragraph);
        for (const std::size_t line : part.places)
            write(paragraph, line, seams);
        out_ += "    </TextBlock>\n";
    }

    /// at: of the line in the paragraph.
    void write(const Paragraph& paragraph, std::size_t at, const std::vector<Seam>& seams) {
        const Line& line = line_at(page_, paragraph.lines[at]);
        out_ += fmt::format("     <TextLine ID=\"line_{}_{}\"{}", paragraph.lines[at].block + 1,
                            paragraph.lines[at].line + 1, place(line.box));
        if (line.baseline.size() > 1) {
            out_ += " BASELINE=\"";
            for (const Point& p : line.baseline)
                out_ += fmt::format("{}{},{}", &p == &line.baseline.front() ? "" : " ", p.x, p.y);
            out_ += '"';
        }
        out_ += ">\n";
        const std::string before = at > 0 ? broken_word(paragraph, at - 1, seams[at - 1]) : "";
        const std::string after = at < seams.size() ? broken_word(paragraph, at, seams[at]) : "";
        const std::vector<const Word*> words = words_of(line);
        if (words.empty()) out_ += "      <String CONTENT=\"\"/>\n"; // a line must have one
        for (const Word* word : words) {
            if (word != words.front() && word->blank_before) out_ += "      <SP/>\n";
            if (word == words.front() && !before.empty())
                string(*word, "HypPart2", before, after.empty() || word != words.back());
            else if (word == words.back() && !after.empty())
                string(*word, "HypPart1", after, false);
            else
                string(*word, nullptr, {}, true);
        }
        const bool blank = at < seams.size() && after.empty() && seams[at].blank;
        // A blank where none would be expected; else it is the line break.
        if (blank && !plain_seam(line_text(line), line_text(line_at(page_, paragraph.lines[at + 1]))).blank)
            out_ += "      <SP/>\n";
        out_ += "     </TextLine>\n";
    }

    /// Behind the line at: as SUBS_CONTENT wants it. What is broken without a hyphen, "20" and "26", is a word too.
    std::string broken_word(const Paragraph& paragraph, std::size_t at, const Seam& seam) const {
        if (!seam.word.empty() || seam.blank) return seam.word;
        const std::string line = line_text(line_at(page_, paragraph.lines[at]));
        const std::string next = line_text(line_at(page_, paragraph.lines[at + 1]));
        return plain_seam(line, next).blank ? word_across(line, next) : "";
    }

    /// whole: a hyphen at its end is part of the content.
    void string(const Word& word, const char* part, const std::string& word_of_both, bool whole) {
        std::u32string content = text::code_points(word.text);
        Box box = word.box;
        std::string hyphen;
        if (!whole && content.size() > 1 && text::is_hyphen(content.back())) {
            hyphen = text::utf8(content.substr(content.size() - 1));
            const int width = box.width() / static_cast<int>(content.size());
            content.pop_back();
            box.right -= width;
            hyphen = fmt::format("      <HYP CONTENT=\"{}\"{}/>\n", escaped(hyphen),
                                 place({box.right, box.top, word.box.right, box.bottom}));
        }
        out_ +=
            fmt::format("      <String CONTENT=\"{}\"{}{} WC=\"{:.3g}\"/>\n", escaped(text::utf8(content)), place(box),
                        part ? fmt::format(" SUBS_TYPE=\"{}\" SUBS_CONTENT=\"{}\"", part, escaped(word_of_both)) : "",
                        std::clamp(word.confidence, 0.0F, 1.0F));
        out_ += hyphen;
    }

    const Page& page_;
    const std::vector<BlockParts> parts_;
    std::string out_;
};

// Reading ------------------------------------------------------------------------------------------------------------

/// What stands before the pages.
struct AltoHead {
    double pixels_per_unit = 0; ///< 0: the unit is the pixel; else pixels, times dots an inch
    std::string source;
    std::map<std::string, std::pair<std::string, std::string>> tags; ///< by ID: type and label
    std::vector<std::string> order;                                  ///< IDs
};

std::vector<std::string> words_in(const std::string& text) {
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

void read_order(const Element& group, std::vector<std::string>& order) {
    for (const Element& element : group.children) {
        for (std::string& id : words_in(element.attribute("REF")))
            order.push_back(std::move(id));
        read_order(element, order);
    }
}

void read_head(const Element& element, AltoHead& head) {
    if (element.name == "Description") {
        const std::string unit = element.child("MeasurementUnit").all_text();
        if (unit.find("mm10") != std::string::npos) head.pixels_per_unit = 1 / 254.0;
        if (unit.find("inch1200") != std::string::npos) head.pixels_per_unit = 1 / 1200.0;
        head.source = element.child("sourceImageInformation").child("fileName").all_text();
    } else if (element.name == "Tags") {
        for (const Element& tag : element.children)
            head.tags[tag.attribute("ID")] = {tag.attribute("TYPE"), tag.attribute("LABEL")};
    } else if (element.name == "ReadingOrder") {
        read_order(element, head.order);
    }
}

class AltoReader {
public:
    explicit AltoReader(const AltoHead& head) : head_(head) {}

    Page read(const Element& page) {
        found_.page.source = head_.source;
        // The unit of files in tenths of a millimetre is no pixel, and the image's resolution stands nowhere: 300 dots
        // an inch are taken for it.
        if (head_.pixels_per_unit > 0) {
            constexpr double usual_dpi = 300;
            scale_ = head_.pixels_per_unit * usual_dpi;
            found_.page.dpi = usual_dpi;
        }
        const Box all = box_of(page);
        found_.page.width = all.width();
        found_.page.height = all.height();
        const double number = number_in(page.attribute("PHYSICAL_IMG_NR"));
        if (number > 0) found_.page.number = static_cast<int>(number);
        for (const std::string& id : head_.order)
            ranks_.emplace(id, static_cast<int>(ranks_.size()));
        language(page);
        std::string all_text;
        tells_blanks_ = look_ahead(page, all_text);
        wide_ = text::mostly_wide(text::code_points(all_text));
        walk(page);
        tell_order();
        found_.page.language = language_;
        return completed(std::move(found_));
    }

private:
    double scaled(const std::string& text) const { return number_in(text) * scale_; }

    Box box_of(const Element& element) const {
        if (!element.has("WIDTH") || !element.has("HEIGHT")) return {};
        const double left = scaled(element.attribute("HPOS")), top = scaled(element.attribute("VPOS"));
        const auto whole = [](double v) { return static_cast<int>(std::lround(v)); };
        return {whole(left), whole(top), whole(left + scaled(element.attribute("WIDTH"))),
                whole(top + scaled(element.attribute("HEIGHT")))};
    }

    void language(const Element& element) {
        for (const char* key : {"LANG", "language", "OTHERLANGS"})
            if (language_.empty()) language_ = model_of(element.attribute(key));
    }

    /// Collects the text; true where there is an SP.
    static bool look_ahead(const Element& element, std::string& all_text) {
        if (element.name == "SP") return true;
        if (element.name == "String") all_text += element.attribute("CONTENT");
        bool blanks = false;
        for (const Element& child : element.children)
            blanks = look_ahead(child, all_text) || blanks;
        return blanks;
    }

    void walk(const Element& parent) {
        for (const Element& element : parent.children) {
            if (element.name == "TextBlock") {
                text_block(element, parent);
            } else if (element.name == "Illustration" || element.name == "GraphicalElement") {
                block(element, element.name == "Illustration" ? BlockKind::picture : BlockKind::rule);
            } else if (element.name == "ComposedBlock") {
                // A block with its paragraphs; around other things than text it is a group.
                const auto& inner = element.children;
                const bool paragraphs =
                    std::any_of(inner.begin(), inner.end(), [](const Element& e) { return e.name == "TextBlock"; });
                if (paragraphs) block(element, kind_of_type(element.attribute("TYPE")));
                const int rank = rank_of(element);
                const int outer = std::exchange(group_rank_, rank < 0 ? group_rank_ : rank);
                walk(element);
                group_rank_ = outer;
            } else if (element.name != "Shape") {
                walk(element);
            }
        }
    }

    static BlockKind kind_of_type(const std::string& type) {
        if (type == "Table" || type == "table") return BlockKind::table;
        return kind_named(type).value_or(BlockKind::paragraph);
    }

    /// The value of the element's first tag of this type.
    std::string tag(const Element& element, const std::string& type) const {
        for (const std::string& id : words_in(element.attribute("TAGREFS"))) {
            const auto found = head_.tags.find(id);
            if (found != head_.tags.end() && found->second.first == type) return found->second.second;
        }
        return {};
    }

    void block(const Element& element, BlockKind kind) {
        Block block;
        block.kind = kind_named(tag(element, "kind")).value_or(kind);
        block.box = box_of(element);
        const std::string article = tag(element, "article");
        if (!article.empty())
            block.article = articles_.emplace(article, static_cast<int>(articles_.size())).first->second;
        found_.page.blocks.push_back(block);
        const int rank = rank_of(element);
        block_ranks_.push_back(rank < 0 ? group_rank_ : rank);
    }

    void text_block(const Element& element, const Element& parent) {
        language(element);
        if (parent.name != "ComposedBlock") {
            block(element, kind_of_type(element.attribute("TYPE")));
            // Of two kinds the first is the paragraph's.
            std::vector<std::string> kinds;
            for (const std::string& id : words_in(element.attribute("TAGREFS"))) {
                const auto found = head_.tags.find(id);
                if (found != head_.tags.end() && found->second.first == "kind") kinds.push_back(found->second.second);
            }
            if (!kinds.empty())
                found_.page.blocks.back().kind = kind_named(kinds.back()).value_or(BlockKind::paragraph);
        }
        const Block& block = found_.page.blocks.back();
        found_.parts.push_back({{},
                                tag(element, "paragraph"),
                                kind_named(tag(element, "kind")).value_or(block.kind),
                                block.article,
                                rank_of(element)});
        for (const Element& line : element.children)
            if (line.name == "TextLine") text_line(line);
    }

    void text_line(const Element& element) {
        language(element);
        Line& line = found_.add_line();
        line.box = box_of(element);
        baseline(element, line);
        bool blank = false;
        const Element* last = nullptr;
        for (const Element& child : element.children) {
            if (child.name == "SP") blank = true;
            if (child.name == "HYP") hyphen(child, line);
            if (child.name != "String") continue;
            last = &child;
            const double confidence = child.has("WC") ? std::clamp(number_in(child.attribute("WC")), 0.0, 1.0) : 1;
            add_words(line, child.attribute("CONTENT"), box_of(child), static_cast<float>(confidence),
                      tells_blanks_ ? blank : !wide_);
            blank = false;
        }
        if (blank) found_.seam() = {true, {}};
        // The last part of a word goes on where there is a hyphen behind it.
        const std::string type = last ? last->attribute("SUBS_TYPE") : "";
        const bool broken = type == "HypPart1" || (type == "HypPart2" && !element.child("HYP").name.empty());
        if (broken && !last->attribute("SUBS_CONTENT").empty())
            found_.seam() = {false, text::utf8(text::nfc(text::code_points(last->attribute("SUBS_CONTENT"))))};
    }

    void hyphen(const Element& element, Line& line) {
        const std::string content = element.has("CONTENT") ? element.attribute("CONTENT") : "-";
        if (line.words.empty()) return add_words(line, content, box_of(element), 1, false);
        Word& word = line.words.back();
        const Box box = box_of(element);
        if (word.text.ends_with(content) && (box.empty() || contains(word.box, box))) return; // told twice
        const bool soft = content == "\u00AD";
        word.text += soft ? "-" : content;
        word.read += content;
        word.box = united(word.box, box);
    }

    /// "x,y x,y" and "x y x y"; before 4.2 the height alone.
    void baseline(const Element& element, Line& line) const {
        std::string text = element.attribute("BASELINE");
        std::replace(text.begin(), text.end(), ',', ' ');
        std::vector<int> numbers;
        for (const std::string& number : words_in(text))
            numbers.push_back(static_cast<int>(std::lround(scaled(number))));
        if (numbers.size() == 1 && !line.box.empty())
            line.baseline = {{line.box.left, numbers.front()}, {line.box.right, numbers.front()}};
        for (std::size_t i = 0; numbers.size() > 3 && i + 1 < numbers.size(); i += 2)
            line.baseline.push_back({numbers[i], numbers[i + 1]});
    }

    /// The place in the file's reading order of an element, or of what comes first within it; -1: it is not named.
    int rank_of(const Element& element) const {
        const auto own = ranks_.find(element.attribute("ID"));
        if (own != ranks_.end()) return own->second;
        int first = -1;
        for (const Element& child : element.children) {
            const int rank = rank_of(child);
            if (first < 0 || (rank >= 0 && rank < first)) first = rank;
        }
        return first;
    }

    /// The blocks that the file's reading order names, in that order; before them what it does not name.
    void tell_order() {
        if (ranks_.empty()) return;
        found_.order.resize(block_ranks_.size());
        std::iota(found_.order.begin(), found_.order.end(), 0);
        std::stable_sort(found_.order.begin(), found_.order.end(), [&](int a, int b) {
            return block_ranks_[static_cast<std::size_t>(a)] < block_ranks_[static_cast<std::size_t>(b)];
        });
    }

    const AltoHead& head_;
    FoundPage found_;
    std::map<std::string, int> ranks_; ///< by ID: the file's reading order
    std::vector<int> block_ranks_;
    int group_rank_ = -1; ///< of the group that is being read
    std::map<std::string, int> articles_;
    std::string language_;
    double scale_ = 1;
    bool tells_blanks_ = false; ///< by SP; else every String is a word
    bool wide_ = false;         ///< written without blanks
};

} // namespace

std::string alto_file(const Page& page, int) {
    return AltoFile(page).written();
}

void read_alto(std::istream& in, const TakePage& take) {
    AltoHead head;
    const auto is_wanted = [](const Element& element) {
        return element.name == "Page" || element.name == "Description" || element.name == "Tags" ||
               element.name == "ReadingOrder";
    };
    read_elements(in, Markup::xml, is_wanted, [&](const Element& element) {
        if (element.name == "Page")
            take(AltoReader(head).read(element));
        else
            read_head(element, head);
    });
}

} // namespace broadsheet
