// SPDX-License-Identifier: Apache-2.0
#include "formats/formats.h"

#include "formats/dialects.h"
#include "formats/utf8_input.h"
#include "page/error.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <sstream>

namespace broadsheet {
namespace {

std::string nothing_before(const Page&) {
    return {};
}
std::string nothing_after() {
    return {};
}

constexpr std::array all_formats = {
    Format{"txt", ".txt", false, nothing_before, text_page, nothing_after},
    Format{"md", ".md", false, nothing_before, markdown_page, nothing_after},
    Format{"json", ".json", false, json_head, json_page, json_foot},
    Format{"tsv", ".tsv", false, tsv_head, tsv_page, nothing_after},
    Format{"hocr", ".hocr", false, hocr_head, hocr_page, hocr_foot},
    Format{"alto", ".alto.xml", true, nothing_before, alto_file, nothing_after},
    Format{"page", ".page.xml", true, nothing_before, page_xml_file, nothing_after},
};

using Reader = void (*)(std::istream&, const TakePage&);

/// The name of the first element that begins in head, without prefix and in small letters; comments and declarations do
/// not count.
std::string first_element(std::string_view head) {
    for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
        if (head.substr(at).starts_with("<!--")) {
            at = head.find("-->", at);
            if (at == std::string_view::npos) break;
            continue;
        }
        const std::size_t end = head.find_first_of(" \t\r\n/>", at);
        if (end == std::string_view::npos || end == at + 1 || head[at + 1] == '?' || head[at + 1] == '!') continue;
        std::string name(head.substr(at + 1, end - at - 1));
        name.erase(0, name.rfind(':') + 1);
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
        return name;
    }
    return {};
}

/// Nothing where head begins no file that can be read.
Reader reader_for(std::string_view head) {
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
    if (head.starts_with('{')) return read_json;
    if (head.starts_with("level\tpage_num\t")) return read_tsv;
    if (!head.starts_with('<')) return nullptr;
    const std::string name = first_element(head);
    if (name == "alto") return read_alto;
    if (name == "pcgts") return read_page_xml;
    const bool hocr = name == "html" || head.find("ocr_page") != std::string_view::npos;
    return hocr ? read_hocr : nullptr;
}

} // namespace

std::span<const Format> formats() {
    return all_formats;
}

const Format* find_format(const std::string& name) {
    const auto found =
        std::find_if(all_formats.begin(), all_formats.end(), [&](const Format& f) { return f.name == name; });
    return found == all_formats.end() ? nullptr : &*found;
}

std::string formatted(const std::vector<Page>& pages, const Format& format) {
    if (format.one_page && pages.size() > 1) throw Error(std::string(format.name) + " holds one page a file");
    std::string text = format.head(pages.empty() ? Page{} : pages.front());
    int index = 0;
    for (const Page& page : pages)
        text += format.page(page, index++);
    return text + format.foot();
}

std::string to_text(const std::vector<Page>& pages) {
    return formatted(pages, *find_format("txt"));
}

std::string to_json(const std::vector<Page>& pages) {
    return formatted(pages, *find_format("json"));
}

bool is_existing(const std::string& bytes) {
    std::istringstream in(bytes);
    const Reader reader = reader_for(Utf8Input(in).head());
    return reader && reader != read_json;
}

void read_existing(std::istream& bytes, const std::function<void(Page)>& take) {
    Utf8Input input(bytes);
    const Reader reader = reader_for(input.head());
    if (!reader)
        throw Error(input.head().empty() ? "is empty"
                                         : "is neither hOCR, ALTO, PAGE, Tesseract's TSV nor this program's JSON");
    if (reader != read_json) input.drop_controls();
    std::istream in(&input);
    reader(in, take);
}

std::vector<Page> pages_from(const std::string& bytes) {
    std::istringstream in(bytes);
    std::vector<Page> pages;
    read_existing(in, [&](Page page) { pages.push_back(std::move(page)); });
    return pages;
}

std::optional<BlockKind> kind_named(const std::string& wanted) {
    for (int i = 0; i <= static_cast<int>(BlockKind::noise); ++i)
        if (wanted == name(static_cast<BlockKind>(i))) return static_cast<BlockKind>(i);
    return {};
}

double number_in(const std::string& text) {
    const std::size_t from = std::min(text.find_first_not_of(" \t+"), text.size());
    double value = 0;
    std::from_chars(text.data() + from, text.data() + text.size(), value);
    return std::abs(value) <= farthest_pixel ? value : 0; // not for what is no number
}

} // namespace broadsheet
