// SPDX-License-Identifier: Apache-2.0
#include "formats/markup.h"

#include "page/error.h"
#include "text/characters.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <memory>
#include <utility>

namespace broadsheet {
namespace {

constexpr std::size_t deepest = 200;

std::string_view view(const xmlChar* text) {
    return text ? reinterpret_cast<const char*>(text) : "";
}

std::string_view local(std::string_view name) {
    return name.substr(name.rfind(':') + 1); // npos + 1 is 0
}

/// What libxml2 tells becomes elements. No exception may pass through it, so whole ones wait to be taken.
class Collector {
public:
    explicit Collector(const std::function<bool(const Element&)>& is_wanted) : is_wanted_(is_wanted) {}

    std::vector<Element> whole;
    std::string failure;

    static void start(void* self, const xmlChar* name, const xmlChar** attributes) noexcept {
        static_cast<Collector*>(self)->start(local(view(name)), attributes);
    }
    static void end(void* self, const xmlChar* name) noexcept { static_cast<Collector*>(self)->end(local(view(name))); }
    static void text(void* self, const xmlChar* characters, int size) noexcept {
        Collector& collector = *static_cast<Collector*>(self);
        if (collector.path_.empty()) return;
        std::vector<Element>& children = collector.path_.back().children;
        if (children.empty() || !children.back().name.empty()) children.emplace_back();
        children.back().text.append(reinterpret_cast<const char*>(characters), static_cast<std::size_t>(size));
    }

private:
    void start(std::string_view name, const xmlChar** attributes) {
        Element element;
        element.name = name;
        for (; attributes && *attributes; attributes += 2)
            element.attributes.emplace_back(local(view(attributes[0])), view(attributes[1]));
        if (path_.empty() && !is_wanted_(element)) return;
        if (path_.size() == deepest && failure.empty()) failure = "elements nest too deep";
        if (failure.empty()) path_.push_back(std::move(element));
    }

    void end(std::string_view name) {
        if (path_.empty() || path_.back().name != name) return;
        Element done = std::move(path_.back());
        path_.pop_back();
        (path_.empty() ? whole : path_.back().children).push_back(std::move(done));
    }

    const std::function<bool(const Element&)>& is_wanted_;
    std::vector<Element> path_; ///< open elements, the outermost wanted one first
};

/// "line 12: Opening and ending tag mismatch".
std::string told(const xmlError& error) {
    std::string message = error.message ? error.message : "not well-formed";
    message = message.substr(0, message.find('\n'));
    return "line " + std::to_string(error.line) + ": " + message;
}

struct FreeParser {
    void operator()(xmlParserCtxt* parser) const {
        if (parser->myDoc) xmlFreeDoc(parser->myDoc);
        parser->html ? htmlFreeParserCtxt(parser) : xmlFreeParserCtxt(parser);
    }
};
using Parser = std::unique_ptr<xmlParserCtxt, FreeParser>;

Parser new_parser(Markup markup, Collector& collector) {
    xmlSAXHandler handler{};
    handler.initialized = 1; // SAX 1: prefixes stay in the names
    handler.startElement = Collector::start;
    handler.endElement = Collector::end;
    handler.characters = Collector::text;
    handler.cdataBlock = Collector::text;
    handler.ignorableWhitespace = Collector::text;
    handler.serror = [](void*, xmlErrorPtr) {}; // else they are printed
    if (markup == Markup::html) {
        Parser parser(htmlCreatePushParserCtxt(&handler, &collector, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
        if (parser) htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
        return parser;
    }
    Parser parser(xmlCreatePushParserCtxt(&handler, &collector, nullptr, 0, nullptr));
    // NOENT: &amp; in attributes is &; a file's own entities are never declared, as no handler takes them.
    if (parser) xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC);
    return parser;
}

} // namespace

const std::string& Element::attribute(std::string_view key) const {
    static const std::string none;
    const auto found =
        std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == key; });
    return found == attributes.end() ? none : found->second;
}

bool Element::has(std::string_view key) const {
    return std::any_of(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == key; });
}

const Element& Element::child(std::string_view child_name) const {
    static const Element none;
    const auto found =
        std::find_if(children.begin(), children.end(), [&](const Element& e) { return e.name == child_name; });
    return found == children.end() ? none : *found;
}

std::string Element::all_text() const {
    std::string all = text;
    for (const Element& element : children)
        all += element.all_text();
    return all;
}

void read_elements(std::istream& in, Markup markup, const std::function<bool(const Element&)>& is_wanted,
                   const std::function<void(const Element&)>& take) {
    Collector collector(is_wanted);
    const Parser parser = new_parser(markup, collector);
    if (!parser) throw Error("no memory for a parser");
    const auto parse = markup == Markup::html ? htmlParseChunk : xmlParseChunk;
    std::array<char, 1 << 15> piece{};
    const auto parse_piece = [&](int size, bool last) {
        parse(parser.get(), piece.data(), size, last);
        for (const Element& element : std::exchange(collector.whole, {}))
            take(element);
        if (!collector.failure.empty()) throw Error(collector.failure);
        if (markup == Markup::xml && !parser->wellFormed) throw Error(told(parser->lastError));
    };
    // The HTML parser closes what is open at the end, and so does not tell that a file is cut off.
    bool begun = markup == Markup::xml, ended = markup == Markup::xml;
    std::string seen;
    while (in) {
        in.read(piece.data(), piece.size());
        const auto size = static_cast<std::size_t>(in.gcount());
        if (!ended) {
            std::transform(piece.data(), piece.data() + size, std::back_inserter(seen),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
            begun = begun || seen.find("<html") != std::string::npos;
            ended = seen.find("</html") != std::string::npos;
            seen.erase(0, seen.size() - std::min<std::size_t>(seen.size(), 8));
        }
        parse_piece(static_cast<int>(size), false);
    }
    parse_piece(0, true);
    if (begun && !ended) throw Error("it ends before </html>");
}

std::string escaped(std::string_view text) {
    std::u32string characters = text::code_points(text);
    std::replace_if(
        characters.begin(), characters.end(), [](char32_t c) { return c == 0xFFFE || c == 0xFFFF; }, U'\xFFFD');
    std::string out;
    for (const char c : text::utf8(characters)) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\n':
        case '\t':
        case '\r': // kept through the normalisation of attributes
            out += "&#" + std::to_string(static_cast<int>(c)) + ';';
            break;
        default:
            out += static_cast<unsigned char>(c) < 0x20 ? std::string("\xEF\xBF\xBD") : std::string(1, c);
        }
    }
    return out;
}

} // namespace broadsheet
