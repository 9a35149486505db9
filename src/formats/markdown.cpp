// SPDX-License-Identifier: Apache-2.0
// CommonMark 0.30 (https://spec.commonmark.org/): articles with their headings, lists, captions, codes.
#include "formats/dialects.h"
#include "formats/parts.h"

#include <algorithm>
#include <fmt/format.h>

namespace broadsheet {
namespace {

/// The text as it is, whatever signs it holds.
std::string plain(const std::string& text) {
    std::string out;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool always = std::string_view("\\`*_[]<>|").find(c) != std::string_view::npos;
        // What makes a heading, a list, a rule or a quotation at the start of a line only.
        const bool at_start = i == 0 && std::string_view("#+-=~>").find(c) != std::string_view::npos;
        const bool number = digits > 0 && i == digits && (c == '.' || c == ')');
        if (always || at_start || number) out += '\\';
        if (c == '&')
            out += "&amp;";
        else
            out += c;
    }
    return out;
}

/// The mark at the start of a list's entry, with the blanks behind it; 0: none.
std::size_t bullet_size(const std::string& text) {
    for (const char* bullet : {"• ", "· ", "- ", "– ", "* ", "■ ", "▪ ", "● ", "‣ "})
        if (text.starts_with(bullet)) return std::string_view(bullet).size();
    return 0;
}

bool is_link(const std::string& payload) {
    const bool scheme = payload.starts_with("http://") || payload.starts_with("https://");
    return scheme && payload.find_first_of(" \t\r\n<>") == std::string::npos;
}

std::string code_text(const Code& code) {
    if (code.payload.empty()) return fmt::format("{}: not read", code.symbology.empty() ? "Code" : code.symbology);
    const std::string number = code.number.empty() ? "" : fmt::format(" ({})", code.number);
    const std::string addon = code.addon.empty() ? "" : " " + code.addon;
    const std::string payload = is_link(code.payload) ? '<' + code.payload + '>' : plain(code.payload + addon);
    return fmt::format("{}: {}{}", code.symbology, payload, number);
}

std::string paragraph_text(const Paragraph& paragraph) {
    const std::string& text = whole_text(paragraph);
    switch (paragraph.kind) {
    case BlockKind::masthead:
        return "# " + plain(text);
    case BlockKind::heading:
        return "## " + plain(text);
    case BlockKind::kicker:
    case BlockKind::byline:
    case BlockKind::caption:
        return '*' + plain(text) + '*';
    case BlockKind::list:
        return "- " + plain(text.substr(bullet_size(text)));
    case BlockKind::table:
        return plain(text) + "  "; // a line break, lest the rows run together
    default:
        return plain(text);
    }
}

} // namespace

std::string markdown_page(const Page& page, int index) {
    std::string out = index > 0 ? "\n---\n\n" : "";
    const Paragraph* before = nullptr;
    bool first = true;
    for (const Article& article : page.articles) {
        for (const Paragraph& paragraph : article.paragraphs) {
            if (whole_text(paragraph).empty()) continue;
            if (!first && !(before && are_entries(*before, paragraph))) out += '\n';
            std::string text = paragraph_text(paragraph);
            std::replace(text.begin(), text.end(), '\n', ' ');
            out += text + '\n';
            before = &paragraph;
            first = false;
        }
    }
    for (const Code& code : page.codes) {
        std::string text = code_text(code);
        std::replace(text.begin(), text.end(), '\n', ' ');
        out += (first ? "" : "\n") + text + '\n';
        first = false;
    }
    return out;
}

} // namespace broadsheet
