// SPDX-License-Identifier: Apache-2.0
#include "formats/markup.h"

#include "page/error.h"
#include "text/characters.h"

#include <algorithm>
#include <cctype>
#include <exception>
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

/// "line 12: Opening and ending tag mismatch".
std::string told(const xmlError& error) {
    std::string message = error.message ? error.message : "not well-formed";
    message = message.substr(0, message.find('\n'));
    const std::size_t unknown = message.find(" line 0"); // where the other tag stands is not kept
    if (unknown != std::string::npos) message.erase(unknown, 7);
    return "line " + std::to_string(error.line) + ": " + message;
}

/// What libxml2 reads becomes elements. No exception may pass through it: it waits in failure, and reading stops.
class Collector {
public:
    Collector(std::istream& in, const std::function<bool(const Element&)>& is_wanted,
              const std::function<void(const Element&)>& take)
        : in_(in), is_wanted_(is_wanted), take_(take) {}

    std::exception_ptr failure;
    xmlParserCtxt* parser = nullptr;                      ///< of XML
    std::string first_error;                              ///< where that is not well-formed
    bool is_cut_off() const { return begun_ && !ended_; } ///< of HTML, whose parser closes what is open at the end

    static int read(void* self, char* to, int size) noexcept {
        Collector& collector = *static_cast<Collector*>(self);
        return collector.guarded(0, [&] { return collector.read(to, size); });
    }
    static void start(void* self, const xmlChar* name, const xmlChar** attributes) noexcept {
        Collector& collector = *static_cast<Collector*>(self);
        collector.guarded(0, [&] { return collector.start(local(view(name)), attributes), 0; });
    }
    static void end(void* self, const xmlChar* name) noexcept {
        Collector& collector = *static_cast<Collector*>(self);
        collector.guarded(0, [&] { return collector.end(local(view(name))), 0; });
    }
    static void text(void* self, const xmlChar* characters, int size) noexcept {
        Collector& collector = *static_cast<Collector*>(self);
        if (collector.path_.empty()) return;
        std::vector<Element>& children = collector.path_.back().children;
        if (children.empty() || !children.back().name.empty()) children.emplace_back();
        children.back().text.append(reinterpret_cast<const char*>(characters), static_cast<std::size_t>(size));
    }

    /// Others follow from the first.
    static void error(void* self, const char*, ...) noexcept {
        Collector& collector = *static_cast<Collector*>(self);
        const bool first =
            collector.parser && collector.parser->lastError.level == XML_ERR_FATAL && collector.first_error.empty();
        collector.guarded(0,
                          [&] { return first ? (collector.first_error = told(collector.parser->lastError), 0) : 0; });
    }

private:
    template <typename Work>
    int guarded(int otherwise, Work work) noexcept {
        if (failure) return otherwise; // the end of the file, for read()
        try {
            return work();
        } catch (...) {
            failure = std::current_exception();
            return otherwise;
        }
    }

    int read(char* to, int size) {
        in_.read(to, size);
        const auto count = static_cast<std::size_t>(in_.gcount());
        if (!ended_) {
            seen_.append(to, count);
            std::transform(seen_.begin(), seen_.end(), seen_.begin(),
                           [](unsigned char c) { return c < 0x80 ? std::tolower(c) : c; });
            begun_ = begun_ || seen_.find("<html") != std::string::npos;
            ended_ = seen_.find("</html") != std::string::npos;
            seen_.erase(0, seen_.size() - std::min<std::size_t>(seen_.size(), 8));
        }
        return static_cast<int>(count);
    }

    void start(std::string_view name, const xmlChar** attributes) {
        Element element;
        element.name = name;
        for (; attributes && *attributes; attributes += 2)
            element.attributes.emplace_back(local(view(attributes[0])), view(attributes[1]));
        if (path_.empty() && !is_wanted_(element)) return;
        if (path_.size() == deepest) throw Error("elements nest too deep");
        path_.push_back(std::move(element));
    }

    void end(std::string_view name) {
        if (path_.empty() || path_.back().name != name) return;
        Element done = std::move(path_.back());
        path_.pop_back();
        if (path_.empty())
            take_(done);
        else
            path_.back().children.push_back(std::move(done));
    }

    std::istream& in_;
    const std::function<bool(const Element&)>& is_wanted_;
    const std::function<void(const Element&)>& take_;
    std::vector<Element> path_; ///< open elements, the outermost wanted one first
    std::string seen_;          ///< the last few characters, in small letters
    bool begun_ = false, ended_ = false;
};

xmlSAXHandler handler() {
    xmlSAXHandler handler{};
    handler.initialized = 1; // SAX 1: prefixes stay in the names
    handler.startElement = Collector::start;
    handler.endElement = Collector::end;
    handler.characters = Collector::text;
    handler.cdataBlock = Collector::text;
    handler.ignorableWhitespace = Collector::text;
    handler.error = Collector::error;
    return handler;
}

struct FreeParser {
    void operator()(xmlParserCtxt* parser) const {
        if (parser->myDoc) xmlFreeDoc(parser->myDoc);
        parser->html ? htmlFreeParserCtxt(parser) : xmlFreeParserCtxt(parser);
    }
};
using Parser = std::unique_ptr<xmlParserCtxt, FreeParser>;

// Not the push parsers: that for HTML hands out nothing before the end of the file.

void parse_html(Collector& collector) {
    const Parser parser(htmlNewParserCtxt());
    if (!parser) throw Error("no memory for a parser");
    *parser->sax = handler();
    parser->userData = &collector;
    htmlCtxtReadIO(parser.get(), Collector::read, nullptr, &collector, nullptr, "UTF-8",
                   HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    if (collector.failure) std::rethrow_exception(collector.failure);
    if (collector.is_cut_off()) throw Error("it ends before </html>");
}

void parse_xml(Collector& collector) {
    xmlSAXHandler sax = handler();
    const Parser parser(
        xmlCreateIOParserCtxt(&sax, &collector, Collector::read, nullptr, &collector, XML_CHAR_ENCODING_UTF8));
    if (!parser) throw Error("no memory for a parser");
    collector.parser = parser.get();
    // NOENT: &amp; in attributes is &; a file's own entities are never declared, as no handler takes them.
    xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC);
    xmlParseDocument(parser.get());
    if (collector.failure) std::rethrow_exception(collector.failure);
    if (!parser->wellFormed) throw Error(collector.first_error.empty() ? "not well-formed" : collector.first_error);
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
    Collector collector(in, is_wanted, take);
    if (markup == Markup::html)
        parse_html(collector);
    else
        parse_xml(collector);
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
