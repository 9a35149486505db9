// SPDX-License-Identifier: Apache-2.0
#include "formats/dialects.h"
#include "formats/formats.h"
#include "formats/json_reader.h"
#include "formats/parts.h"
#include "page/error.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

namespace broadsheet {
namespace {

Region region_of(const Page& page, const Paragraph& paragraph) {
    Region region{name(paragraph.kind), whole_text(paragraph), {}, {}};
    for (const LineRef& ref : paragraph.lines) {
        const Line& line = page.blocks[ref.block].lines[ref.line];
        region.lines.push_back(line_text(line));
        region.box = united(region.box, line.box);
    }
    return region;
}

Box read_bbox(const JsonReader& json) {
    json.expect_size(4);
    const auto side = [&](std::size_t i) {
        const double value = json.at(i).number();
        if (!(std::abs(value) <= farthest_pixel)) json.at(i).fail("no pixel position");
        return static_cast<int>(std::lround(value));
    };
    return {side(0), side(1), side(2), side(3)};
}

Region read_region(const JsonReader& json) {
    Region region;
    if (json.has("type")) region.kind = json["type"].text();
    if (json.has("bbox")) region.box = read_bbox(json["bbox"]);
    if (json.has("lines"))
        region.lines = json["lines"].list([](const JsonReader& line) { return line["text"].text(); });
    if (json.has("text")) region.text = json["text"].text();
    if (region.text.empty())
        for (const std::string& line : region.lines)
            region.text += (region.text.empty() ? "" : " ") + line;
    if (!json.has("text") && !json.has("lines")) json.fail("has neither \"text\" nor \"lines\"");
    return region;
}

Transcript read_ground_truth(const JsonReader& json) {
    Transcript transcript;
    transcript.regions = json["regions"].list(read_region);
    for (const Region& region : transcript.regions)
        append_paragraph(transcript.text, region.text);
    return transcript;
}

/// What blank lines part are regions of no known kind.
Transcript plain_text(const std::string& text) {
    Transcript transcript{text, {}};
    std::string region;
    const auto end_region = [&] {
        if (!region.empty()) transcript.regions.push_back({"", std::exchange(region, ""), {}, {}});
    };
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\n\f", from), text.size());
        const std::string_view line = std::string_view(text).substr(from, end - from);
        if (line.find_first_not_of(" \t\r") == std::string_view::npos)
            end_region();
        else
            region.append(region.empty() ? "" : "\n").append(line);
        if (end < text.size() && text[end] == '\f') end_region();
        from = end + 1;
    }
    end_region();
    return transcript;
}

/// An object with a member, or without any: no text that anybody prints begins like that.
bool looks_like_json(std::string_view text) {
    constexpr std::string_view white = " \t\r\n";
    const std::size_t brace = text.find_first_not_of(white);
    if (brace == std::string_view::npos || text[brace] != '{') return false;
    const std::size_t next = text.find_first_not_of(white, brace + 1);
    return next != std::string_view::npos && (text[next] == '"' || text[next] == '}');
}

} // namespace

Transcript to_transcript(const std::vector<Page>& pages) {
    Transcript transcript{to_text(pages), {}};
    std::size_t open = 0; // one more than the index of the region that goes on on the next page
    for (const Page& page : pages)
        for (const Article& article : page.articles)
            for (const Paragraph& paragraph : article.paragraphs) {
                Region region = region_of(page, paragraph);
                if (paragraph.begun && open > 0)
                    std::ranges::move(region.lines, std::back_inserter(transcript.regions[open - 1].lines));
                if (region.text.empty()) continue;
                transcript.regions.push_back(std::move(region));
                if (paragraph.goes_on) open = transcript.regions.size();
            }
    return transcript;
}

Transcript transcript_from(const std::string& bytes) {
    if (is_existing(bytes)) return to_transcript(pages_from(bytes));
    const std::string text = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
    if (text.find('\0') != std::string::npos) throw Error("no UTF-8 text: it holds zero bytes");
    if (!looks_like_json(text)) return plain_text(text);
    const nlohmann::ordered_json document = parse_json(text);
    const JsonReader json(document);
    if (json.has("regions")) return read_ground_truth(json);
    if (json.has("schema")) return to_transcript(pages_from(text));
    json.fail("neither ground truth (no \"regions\") nor a result of this program (no \"schema\")");
}

} // namespace broadsheet
