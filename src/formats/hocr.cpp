// SPDX-License-Identifier: Apache-2.0
// hOCR 1.2, http://kba.cloud/hocr-spec/1.2/. What it has no property for stands in data- attributes, which HTML leaves
// to everyone: data-kind, data-article, data-flow (parts of one paragraph), data-word (the word broken at the line's
// end, whole), data-blank (whether the line break stands for a blank, where that is not plain).
#include "formats/dialects.h"
#include "formats/found_page.h"
#include "formats/languages.h"
#include "formats/markup.h"
#include "text/characters.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <sstream>

namespace broadsheet {
namespace {

// Writing ------------------------------------------------------------------------------------------------------------

std::string bbox(const Box& b) {
    return fmt::format("bbox {} {} {} {}", std::max(0, b.left), std::max(0, b.top), std::max(0, b.right),
                       std::max(0, b.bottom));
}

/// Without an exponent, which the grammar of properties lacks.
std::string decimal(double value, int digits) {
    std::string text = fmt::format("{:.{}f}", value, digits);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

/// Relative to the lower left corner of the box.
std::string baseline(const Line& line) {
    if (line.baseline.size() < 2 || line.vertical) return {};
    const Point& from = line.baseline.front();
    const Point& to = line.baseline.back();
    if (std::abs(to.x - from.x) <= std::abs(to.y - from.y)) return {}; // of a page on its side
    const double slope = 1.0 * (to.y - from.y) / (to.x - from.x);
    const double offset = from.y + slope * (line.box.left - from.x) - line.box.bottom;
    return "; baseline " + decimal(slope, 6) + ' ' + decimal(offset, 2);
}

std::string attribute(const char* key, const std::string& value) {
    return value.empty() ? std::string() : fmt::format(" {}=\"{}\"", key, escaped(value));
}

class HocrPage {
public:
    explicit HocrPage(const Page& page) : page_(page) {}

    std::string written(int index) {
        page_id_ = std::to_string(index + 1);
        std::string image = page_.source;
        std::replace(image.begin(), image.end(), '"', '\'');
        const std::string resolution =
            page_.dpi > 0 ? fmt::format("; scan_res {0:.0f} {0:.0f}", std::round(page_.dpi)) : "";
        out_ = fmt::format(
            "  <div class=\"ocr_page\" id=\"page_{}\"{} title=\"image &quot;{}&quot;; {}; ppageno {}{}\">\n", page_id_,
            attribute("lang", language_tag(page_.language)), escaped(image), bbox({0, 0, page_.width, page_.height}),
            page_.number - 1, resolution);
        for (const BlockParts& block : parts_of(page_))
            write(block);
        return out_ + "  </div>\n";
    }

private:
    std::string id(const char* kind, int& count) { return fmt::format("{}_{}_{}", kind, page_id_, ++count); }

    void write(const BlockParts& parts) {
        const Block& block = page_.blocks[static_cast<std::size_t>(parts.block)];
        const char* what = block.kind == BlockKind::picture ? "ocr_photo"
                           : block.kind == BlockKind::rule  ? "ocr_separator"
                                                            : "ocr_carea";
        const std::string kind = block.kind == BlockKind::paragraph ? "" : name(block.kind);
        const std::string article = parts.article < 0 ? "" : std::to_string(parts.article);
        out_ += fmt::format("   <div class=\"{}\" id=\"{}\"{}{} title=\"{}\">", what, id("block", blocks_),
                            attribute("data-kind", kind), attribute("data-article", article), bbox(block.box));
        if (!parts.parts.empty()) out_ += '\n';
        for (const Part& part : parts.parts)
            write(part, block.kind);
        out_ += parts.parts.empty() ? "</div>\n" : "   </div>\n";
    }

    void write(const Part& part, BlockKind of_block) {
        const Paragraph& paragraph = *part.paragraph;
        const bool whole = part.places.size() == paragraph.lines.size();
        out_ +=
            fmt::format("    <p class=\"ocr_par\" id=\"{}\"{}{} title=\"{}\">\n", id("par", paragraphs_),
                        attribute("data-kind", paragraph.kind == of_block ? "" : name(paragraph.kind)),
                        attribute("data-flow", whole ? "" : std::to_string(part.number)), bbox(box_of(page_, part)));
        const std::vector<Seam> seams = seams_of(page_, paragraph);
        for (const std::size_t place : part.places)
            write(paragraph, place, seams);
        out_ += "    </p>\n";
    }

    /// place: of the line in the paragraph.
    void write(const Paragraph& paragraph, std::size_t place, const std::vector<Seam>& seams) {
        const Line& line = line_at(page_, paragraph.lines[place]);
        const SeamMarks marks = marks_of(page_, paragraph, place, seams);
        // A hyphen that is no part of the word is soft, as the specification wants it.
        const bool soft = place < paragraph.joins.size()
                              ? paragraph.joins[place].kind == JoinKind::hyphen_removed
                              : paragraph.goes_on && paragraph.goes_on->kind == JoinKind::hyphen_removed;
        out_ += fmt::format("     <span class=\"ocr_line\" id=\"{}\"{}{} title=\"{}{}{}\">", id("line", lines_),
                            attribute("data-word", marks.word), attribute("data-blank", marks.blank), bbox(line.box),
                            baseline(line), line.text_height > 0 ? fmt::format("; x_size {}", line.text_height) : "");
        const std::vector<const Word*> words = words_of(line);
        for (const Word* w : words) {
            std::string text = escaped(w->text);
            if (soft && w == words.back() && text.ends_with('-')) text.replace(text.size() - 1, 1, "&#173;");
            // White between two elements is a blank.
            out_ += fmt::format("{}<span class=\"ocrx_word\" id=\"{}\" title=\"{}; x_wconf {:.0f}\">{}</span>",
                                w == words.front() || w->blank_before ? "\n      " : "", id("word", words_),
                                bbox(w->box), 100 * std::clamp(w->confidence, 0.0F, 1.0F), text);
        }
        out_ += "\n     </span>\n";
    }

    const Page& page_;
    std::string page_id_;
    std::string out_;
    int blocks_ = 0, paragraphs_ = 0, lines_ = 0, words_ = 0;
};

// Reading ------------------------------------------------------------------------------------------------------------

/// "bbox 1 2 3 4; baseline 0 -3; image "a;b.png"": the words behind each name.
std::map<std::string, std::string> properties_of(const std::string& title) {
    std::map<std::string, std::string> properties;
    std::string property;
    char quote = 0;
    const auto end = [&] {
        const std::size_t from = property.find_first_not_of(" \t\r\n");
        if (from != std::string::npos) {
            const std::size_t to = std::min(property.find_first_of(" \t\r\n", from), property.size());
            const std::size_t value = property.find_first_not_of(" \t\r\n", to);
            properties.emplace(property.substr(from, to - from),
                               value == std::string::npos ? "" : property.substr(value));
        }
        property.clear();
    };
    for (const char c : title) {
        if (quote == 0 && c == ';') {
            end();
            continue;
        }
        // An apostrophe within a name is none that quotes.
        const bool opens = quote == 0 && (c == '"' || c == '\'') && (property.empty() || property.back() == ' ');
        if (opens)
            quote = c;
        else if (c == quote)
            quote = 0;
        property += c;
    }
    end();
    return properties;
}

std::vector<double> numbers_in(const std::string& text) {
    std::vector<double> numbers;
    std::istringstream in(text);
    for (std::string word; in >> word;)
        numbers.push_back(number_in(word));
    return numbers;
}

int whole(double value) {
    return static_cast<int>(std::lround(value));
}

struct Properties {
    explicit Properties(const Element& element) : values(properties_of(element.attribute("title"))) {}

    std::vector<double> numbers(const std::string& key) const {
        const auto found = values.find(key);
        return found == values.end() ? std::vector<double>() : numbers_in(found->second);
    }
    Box box() const {
        const std::vector<double> b = numbers("bbox");
        return b.size() < 4 ? Box{} : Box{whole(b[0]), whole(b[1]), whole(b[2]), whole(b[3])};
    }

    std::map<std::string, std::string> values;
};

bool has_class(const Element& element, std::string_view name) {
    std::istringstream classes(element.attribute("class"));
    for (std::string one; classes >> one;)
        if (one == name) return true;
    return false;
}

/// "ocr_line" or "ocrx_word"; empty: no element of hOCR.
std::string class_of(const Element& element) {
    std::istringstream classes(element.attribute("class"));
    for (std::string one; classes >> one;)
        if (one.starts_with("ocr")) return one;
    return {};
}

bool is_word(const std::string& name) {
    return name == "ocrx_word" || name == "ocr_word";
}

bool is_block(const std::string& name) {
    return name == "ocr_carea" || name == "ocr_column" || name == "ocrx_block";
}

/// Of an element that makes a block.
std::optional<BlockKind> kind_of_class(const std::string& name) {
    if (is_block(name)) return BlockKind::paragraph;
    if (name == "ocr_photo" || name == "ocr_image" || name == "ocr_linedrawing") return BlockKind::picture;
    if (name == "ocr_separator") return BlockKind::rule;
    if (name == "ocr_table") return BlockKind::table;
    return {};
}

/// Text, and no element of hOCR that would say more of it.
bool is_text_alone(const Element& element) {
    const auto is_told = [](const auto& self, const Element& e) -> bool {
        return std::any_of(e.children.begin(), e.children.end(),
                           [&](const Element& child) { return !class_of(child).empty() || self(self, child); });
    };
    return element.all_text().find_first_not_of(" \t\r\n") != std::string::npos && !is_told(is_told, element);
}

/// Words, or what stands in lines: Tesseract names lines for their look (ocr_header, ocr_caption, ocr_textfloat).
bool is_line(const Element& element, const std::string& name) {
    if (name == "ocr_line" || name == "ocrx_line") return true;
    if (name.empty() || is_word(name) || is_block(name) || name == "ocr_par" || name == "ocr_page") return false;
    const bool words = std::any_of(element.children.begin(), element.children.end(),
                                   [](const Element& child) { return is_word(class_of(child)); });
    return words || (!kind_of_class(name) && is_text_alone(element));
}

class HocrReader {
public:
    Page read(const Element& page) {
        const Properties properties(page);
        const Box box = properties.box();
        found_.page.width = box.right;
        found_.page.height = box.bottom;
        const auto image = properties.values.find("image");
        if (image != properties.values.end()) found_.page.source = unquoted(image->second);
        const std::vector<double> number = properties.numbers("ppageno");
        if (!number.empty()) found_.page.number = whole(number.front()) + 1;
        const std::vector<double> resolution = properties.numbers("scan_res");
        if (!resolution.empty()) found_.page.dpi = resolution.front();
        language(page);
        walk(page);
        return completed(std::move(found_));
    }

private:
    static std::string unquoted(const std::string& text) {
        const bool quoted =
            text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
        return quoted ? text.substr(1, text.size() - 2) : text;
    }

    void language(const Element& element) {
        if (found_.page.language.empty()) found_.page.language = model_of(element.attribute("lang"));
    }

    void walk(const Element& parent) {
        for (const Element& element : parent.children) {
            const std::string name = class_of(element);
            if (is_line(element, name)) {
                line(element);
            } else if (const auto kind = kind_of_class(name)) {
                block(element, *kind);
                in_block_ = true;
                walk_or_text(element);
                in_block_ = in_part_ = false;
            } else if (name == "ocr_par") {
                language(element);
                part(element);
                walk_or_text(element);
                in_part_ = false;
            } else if (is_word(name)) { // outside any line
                Element alone;
                alone.children = {element};
                line(alone);
            } else {
                walk(element);
            }
        }
    }

    /// Text that stands in no line is one; its place is not told.
    void walk_or_text(const Element& element) {
        if (!is_text_alone(element)) return walk(element);
        Element alone;
        alone.children = element.children;
        line(alone);
    }

    void block(const Element& element, BlockKind kind) {
        Block block;
        block.kind = kind_named(element.attribute("data-kind")).value_or(kind);
        block.box = Properties(element).box();
        if (element.has("data-article")) block.article = whole(number_in(element.attribute("data-article")));
        found_.page.blocks.push_back(block);
        in_part_ = false;
    }

    /// A paragraph, in a block of its own where the file has no blocks.
    void part(const Element& element) {
        if (!in_block_) block(element, BlockKind::paragraph);
        const Block& block = found_.page.blocks.back();
        found_.parts.push_back({{},
                                element.attribute("data-flow"),
                                kind_named(element.attribute("data-kind")).value_or(block.kind),
                                block.article});
        in_part_ = true;
    }

    void line(const Element& element) {
        language(element);
        // Lines without paragraphs: no paragraph is told, so a run of them is one.
        if (!in_part_) {
            part(in_block_ ? Element{} : element);
            if (!in_block_) found_.page.blocks.back().box = {}; // that of all its lines
        }
        const Properties properties(element);
        Line& line = found_.add_line();
        line.box = properties.box();
        words(element, line);
        const std::vector<double> base = properties.numbers("baseline");
        if (base.size() == 2 && !line.box.empty())
            for (const int x : {line.box.left, line.box.right})
                line.baseline.push_back({x, whole(line.box.bottom + base[1] + base[0] * (x - line.box.left))});
        if (!broken_.empty()) found_.seams.emplace(broken_at_, Seam{false, word_across(broken_, line_text(line))});
        broken_ = soft_hyphen(line);
        broken_at_ = {static_cast<int>(found_.page.blocks.size()) - 1,
                      static_cast<int>(found_.page.blocks.back().lines.size()) - 1};
        if (element.has("data-word")) found_.seam() = {false, element.attribute("data-word")};
        if (element.has("data-blank")) found_.seam() = {element.attribute("data-blank") == "1", {}};
    }

    void words(const Element& element, Line& line) {
        bool blank = false;
        bool any = false;
        for (const Element& child : element.children) {
            if (!is_word(class_of(child))) {
                const std::string between = child.all_text();
                const std::u32string letters = text::code_points(between);
                blank = blank || std::any_of(letters.begin(), letters.end(), text::is_blank);
                continue;
            }
            any = true;
            const Properties properties(child);
            const std::vector<double> confidence = properties.numbers("x_wconf");
            add_words(line, child.all_text(), properties.box(),
                      confidence.empty() ? 1 : static_cast<float>(std::clamp(confidence.front() / 100, 0.0, 1.0)),
                      blank);
            blank = false;
        }
        if (!any) add_words(line, element.all_text(), {}, 1, false);
    }

    /// A word that is broken at the line's end, as the specification wants it told: its first part; empty: none.
    static std::string soft_hyphen(Line& line) {
        if (line.words.empty()) return {};
        std::u32string last = text::code_points(line.words.back().text);
        if (last.empty() || last.back() != text::soft_hyphen) return {};
        last.back() = U'-';
        line.words.back().text = text::utf8(last);
        last.pop_back();
        return text::utf8(last);
    }

    FoundPage found_;
    bool in_block_ = false;
    bool in_part_ = false;
    std::string broken_; ///< at the end of the last line, by a soft hyphen
    std::pair<int, int> broken_at_;
};

} // namespace

std::string hocr_head(const Page&) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<!DOCTYPE html>\n"
           "<html xmlns=\"http://www.w3.org/1999/xhtml\">\n"
           " <head>\n"
           "  <title></title>\n"
           "  <meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"/>\n"
           "  <meta name=\"ocr-system\" content=\"broadsheet " BROADSHEET_VERSION "\"/>\n"
           "  <meta name=\"ocr-capabilities\" content=\"ocr_page ocr_carea ocr_par ocr_line ocrx_word ocr_photo "
           "ocr_separator ocrp_wconf ocrp_lang\"/>\n"
           " </head>\n"
           " <body>\n";
}

std::string hocr_page(const Page& page, int index) {
    return HocrPage(page).written(index);
}

std::string hocr_foot() {
    return " </body>\n</html>\n";
}

void read_hocr(std::istream& in, const TakePage& take) {
    read_elements(
        in, Markup::html, [](const Element& element) { return has_class(element, "ocr_page"); },
        [&](const Element& element) { take(HocrReader().read(element)); });
}

} // namespace broadsheet
