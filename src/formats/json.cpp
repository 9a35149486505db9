// SPDX-License-Identifier: Apache-2.0
#include "formats/dialects.h"
#include "formats/json_reader.h"
#include "page/error.h"

#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace broadsheet {
namespace {

using nlohmann::ordered_json;

constexpr const char* schema = "broadsheet/1";

// Writing ------------------------------------------------------------------------------------------------------------

template <typename T, typename Write>
ordered_json array_of(const std::vector<T>& values, Write write) {
    ordered_json out = ordered_json::array();
    for (const T& value : values)
        out.push_back(write(value));
    return out;
}

ordered_json number(double value) {
    return std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr);
}

/// 0.9 rather than 0.8999999761581421: the shortest digits that read back as the same float.
ordered_json number(float value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    double same = value;
    std::from_chars(digits.data(), end, same);
    return number(same);
}

ordered_json write(const Point& p) {
    return {p.x, p.y};
}
ordered_json write(const Box& b) {
    return {b.left, b.top, b.right, b.bottom};
}
ordered_json write(const LineRef& ref) {
    return {ref.block, ref.line};
}

ordered_json write(const Word& word) {
    ordered_json out{{"text", word.text},
                     {"read", word.read},
                     {"box", write(word.box)},
                     {"confidence", number(word.confidence)},
                     {"blank_before", word.blank_before},
                     {"blank_read", word.blank_read}};
    if (!word.others.empty()) out["others"] = word.others;
    return out;
}

ordered_json write(const Line& line) {
    return {{"box", write(line.box)},
            {"baseline", array_of(line.baseline, [](const Point& p) { return write(p); })},
            {"vertical", line.vertical},
            {"text_height", line.text_height},
            {"engine", line.engine},
            {"removed", line.removed},
            {"words", array_of(line.words, [](const Word& word) { return write(word); })}};
}

ordered_json write(const Block& block) {
    return {{"kind", name(block.kind)},
            {"box", write(block.box)},
            {"column", block.column},
            {"article", block.article},
            {"lines", array_of(block.lines, [](const Line& line) { return write(line); })}};
}

ordered_json write(const Join& join) {
    return {{"before", write(join.before)},
            {"after", write(join.after)},
            {"kind", name(join.kind)},
            {"evidence", join.evidence}};
}

ordered_json write(const WholeParagraph& whole) {
    return {{"kind", name(whole.kind)}, {"evidence", whole.evidence}, {"text", whole.text}};
}

ordered_json write(const Paragraph& paragraph) {
    return {{"kind", name(paragraph.kind)},
            {"text", paragraph.text},
            {"lines", array_of(paragraph.lines, [](const LineRef& ref) { return write(ref); })},
            {"joins", array_of(paragraph.joins, [](const Join& join) { return write(join); })},
            {"goes_on", paragraph.goes_on ? write(*paragraph.goes_on) : ordered_json()},
            {"begun", paragraph.begun}};
}

ordered_json write(const Article& article) {
    return {{"paragraphs", array_of(article.paragraphs, [](const Paragraph& paragraph) { return write(paragraph); })}};
}

ordered_json write(const Code& code) {
    ordered_json corners = ordered_json::array();
    for (const Point& corner : code.corners)
        corners.push_back(write(corner));
    return {{"symbology", code.symbology}, {"payload", code.payload},
            {"source", code.source},       {"confidence", number(code.confidence)},
            {"addon", code.addon},         {"number", code.number},
            {"box", write(code.box)},      {"corners", corners},
            {"printed", code.printed},     {"printed_box", write(code.printed_box)}};
}

/// A list of points for each row.
ordered_json write(const Mesh& mesh) {
    ordered_json rows = ordered_json::array();
    for (std::size_t i = 0; i < mesh.nodes.size(); ++i) {
        if (i % static_cast<std::size_t>(mesh.columns) == 0) rows.push_back(ordered_json::array());
        rows.back().push_back(ordered_json{number(mesh.nodes[i].x), number(mesh.nodes[i].y)});
    }
    return rows;
}

ordered_json write(const Page& page) {
    ordered_json frame = ordered_json::array();
    for (const double value : page.frame.m)
        frame.push_back(number(value));
    return {{"source", page.source},
            {"number", page.number},
            {"width", page.width},
            {"height", page.height},
            {"region", write(page.region)},
            {"facing", page.facing},
            {"dpi", number(page.dpi)},
            {"language", page.language},
            {"frame", frame},
            {"mesh_step", page.frame.mesh.step},
            {"mesh", write(page.frame.mesh)},
            {"text_height", number(page.text_height)},
            {"issues", page.issues},
            {"order", page.order},
            {"order_confidence", number(page.order_confidence)},
            {"articles", array_of(page.articles, [](const Article& article) { return write(article); })},
            {"codes", array_of(page.codes, [](const Code& code) { return write(code); })},
            {"blocks", array_of(page.blocks, [](const Block& block) { return write(block); })}};
}

std::string compact(const ordered_json& value) {
    return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

bool holds_structures(const ordered_json& value) {
    if (value.is_object()) return true;
    for (const ordered_json& member : value)
        if (member.is_object()) return true;
    return false;
}

/// One value a line, but a list of plain values or points and an object of only such on a line of its own: a word is
/// one line, which a person can read and a line-wise diff can compare.
void print(const ordered_json& value, const std::string& indent, std::string& out) {
    bool one_line = !holds_structures(value);
    if (value.is_object()) {
        one_line = true;
        for (const ordered_json& member : value)
            one_line = one_line && !holds_structures(member);
    }
    if (one_line && !indent.empty()) {
        out += compact(value);
        return;
    }
    out += value.is_object() ? "{" : "[";
    const std::string inner = indent + ' ';
    bool first = true;
    for (const auto& [key, member] : value.items()) {
        out += first ? "\n" : ",\n";
        first = false;
        out += inner;
        if (value.is_object()) out += compact(key) + ": ";
        print(member, inner, out);
    }
    out += '\n' + indent + (value.is_object() ? '}' : ']');
}

// Reading ------------------------------------------------------------------------------------------------------------

/// A coordinate: no difference of two may overflow an int.
int read_pixel(const JsonReader& json) {
    const int value = json.integer();
    if (value < -farthest_pixel || value > farthest_pixel) json.fail("no pixel position");
    return value;
}

Point read_point(const JsonReader& json) {
    json.expect_size(2);
    return {read_pixel(json.at(0)), read_pixel(json.at(1))};
}

Box read_box(const JsonReader& json) {
    json.expect_size(4);
    return {read_pixel(json.at(0)), read_pixel(json.at(1)), read_pixel(json.at(2)), read_pixel(json.at(3))};
}

template <typename Kind>
Kind read_kind(const JsonReader& json, Kind last) {
    const std::string text = json.text();
    for (int i = 0; i <= static_cast<int>(last); ++i)
        if (text == name(static_cast<Kind>(i))) return static_cast<Kind>(i);
    json.fail("no such kind: " + text);
}

Word read_word(const JsonReader& json) {
    Word word;
    word.text = json["text"].text();
    word.read = json["read"].text();
    word.box = read_box(json["box"]);
    word.confidence = static_cast<float>(json["confidence"].number());
    word.blank_before = json["blank_before"].boolean();
    word.blank_read = json["blank_read"].boolean();
    if (json.has("others")) word.others = json["others"].list([](const JsonReader& other) { return other.text(); });
    return word;
}

Line read_line(const JsonReader& json) {
    Line line;
    line.box = read_box(json["box"]);
    line.baseline = json["baseline"].list(read_point);
    line.vertical = json["vertical"].boolean();
    line.text_height = read_pixel(json["text_height"]);
    line.engine = json["engine"].text();
    line.removed = json["removed"].text();
    line.words = json["words"].list(read_word);
    return line;
}

Block read_block(const JsonReader& json) {
    Block block;
    block.kind = read_kind(json["kind"], BlockKind::noise);
    block.box = read_box(json["box"]);
    block.column = json["column"].integer();
    block.article = json["article"].integer();
    block.lines = json["lines"].list(read_line);
    return block;
}

/// blocks: those the reference must point into.
LineRef read_line_ref(const JsonReader& json, const std::vector<Block>& blocks) {
    json.expect_size(2);
    const LineRef ref{json.at(0).integer(), json.at(1).integer()};
    if (ref.block < 0 || ref.block >= std::ssize(blocks)) json.fail("no such block");
    if (ref.line < 0 || ref.line >= std::ssize(blocks[ref.block].lines)) json.fail("no such line");
    return ref;
}

WholeParagraph read_whole(const JsonReader& json) {
    return {read_kind(json["kind"], JoinKind::hyphen_kept), json["evidence"].text(), json["text"].text()};
}

Article read_article(const JsonReader& json, const std::vector<Block>& blocks) {
    const auto read_ref = [&](const JsonReader& ref) { return read_line_ref(ref, blocks); };
    const auto read_join = [&](const JsonReader& join) {
        return Join{read_ref(join["before"]), read_ref(join["after"]), read_kind(join["kind"], JoinKind::hyphen_kept),
                    join["evidence"].text()};
    };
    return {json["paragraphs"].list([&](const JsonReader& json) {
        Paragraph paragraph{.kind = read_kind(json["kind"], BlockKind::noise),
                            .text = json["text"].text(),
                            .lines = json["lines"].list(read_ref),
                            .joins = json["joins"].list(read_join)};
        if (json.has("goes_on")) paragraph.goes_on = read_whole(json["goes_on"]);
        if (json.has("begun")) paragraph.begun = json["begun"].boolean();
        return paragraph;
    })};
}

Code read_code(const JsonReader& json) {
    Code code;
    code.symbology = json["symbology"].text();
    code.payload = json["payload"].text();
    if (json.has("source")) code.source = json["source"].text(); // files of the first version do not have them
    if (json.has("confidence")) code.confidence = static_cast<float>(json["confidence"].number());
    code.addon = json["addon"].text();
    code.number = json["number"].text();
    code.box = read_box(json["box"]);
    json["corners"].expect_size(code.corners.size());
    for (std::size_t i = 0; i < code.corners.size(); ++i)
        code.corners[i] = read_point(json["corners"].at(i));
    code.printed = json["printed"].text();
    code.printed_box = read_box(json["printed_box"]);
    return code;
}

/// Empty, or every block once.
std::vector<int> read_order(const JsonReader& json, std::size_t blocks) {
    std::vector<int> order = json.list([](const JsonReader& index) { return index.integer(); });
    std::vector<bool> seen(blocks, false);
    for (const int index : order) {
        if (index < 0 || index >= std::ssize(seen) || seen[index]) json.fail("not every block once");
        seen[index] = true;
    }
    if (!order.empty() && order.size() != blocks) json.fail("not every block once");
    return order;
}

Place read_place(const JsonReader& json) {
    json.expect_size(2);
    return {json.at(0).number(), json.at(1).number()};
}

Mesh read_mesh(const JsonReader& json) {
    Mesh mesh;
    mesh.step = json["mesh_step"].integer();
    const auto rows = json["mesh"].list([](const JsonReader& row) { return row.list(read_place); });
    for (const std::vector<Place>& row : rows) {
        if (mesh.step < 1 || rows.size() < 2 || row.size() < 2 || row.size() != rows.front().size())
            json["mesh"].fail("not a grid");
        mesh.nodes.insert(mesh.nodes.end(), row.begin(), row.end());
        mesh.columns = static_cast<int>(row.size());
    }
    return mesh;
}

Page page_from(const JsonReader& json) {
    Page page;
    page.source = json["source"].text();
    page.number = json["number"].integer();
    page.width = read_pixel(json["width"]);
    page.height = read_pixel(json["height"]);
    if (json.has("region")) page.region = read_box(json["region"]);
    if (json.has("facing")) page.facing = json["facing"].integer();
    page.dpi = json["dpi"].number();
    page.language = json["language"].text();
    json["frame"].expect_size(page.frame.m.size());
    for (std::size_t i = 0; i < page.frame.m.size(); ++i)
        page.frame.m[i] = json["frame"].at(i).number();
    page.frame.mesh = read_mesh(json);
    page.text_height = json["text_height"].number();
    page.issues = json["issues"].list([](const JsonReader& issue) { return issue.text(); });
    page.blocks = json["blocks"].list(read_block);
    page.order = read_order(json["order"], page.blocks.size());
    page.order_confidence = json["order_confidence"].number();
    page.articles =
        json["articles"].list([&](const JsonReader& article) { return read_article(article, page.blocks); });
    page.codes = json["codes"].list(read_code);
    return page;
}

} // namespace

std::string json_head(const Page&) {
    return "{\n \"schema\": \"" + std::string(schema) +
           "\",\n \"program\": \"broadsheet " BROADSHEET_VERSION "\",\n \"pages\": [";
}

std::string json_page(const Page& page, int index) {
    std::string text = index > 0 ? ",\n  " : "\n  ";
    print(write(page), "  ", text);
    return text;
}

std::string json_foot() {
    return "\n ]\n}\n";
}

void read_json(std::istream& in, const TakePage& take) {
    bool is_ours = true;
    int index = 0;
    const auto keep = [&](const std::string& member, const ordered_json& value) {
        if (member == "schema") is_ours = value == schema;
        const bool page = member == "pages" && value.is_object() && is_ours;
        if (page) take(page_from(JsonReader(value, "pages[" + std::to_string(index++) + ']')));
        return !page;
    };
    const ordered_json document = parse_json(in, keep);
    const JsonReader json(document);
    if (json["schema"].text() != schema) json["schema"].fail("this version reads " + std::string(schema));
    json["pages"].list([](const JsonReader& page) { // what is left of it
        page.expect_object();
        return 0;
    });
}

} // namespace broadsheet
