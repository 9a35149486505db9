// SPDX-License-Identifier: Apache-2.0
#include "cli/check_json.h"

#include "formats/json_reader.h"
#include "page/error.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

namespace broadsheet {
namespace {

namespace fs = std::filesystem;
using namespace evaluate;
using nlohmann::ordered_json;

constexpr const char* schema = "broadsheet-check/1";
constexpr std::size_t most_confusions = 100; // a page, in the file

ordered_json parsed(const std::string& path) {
    const std::string text = read_text_file(path);
    try {
        return parse_json(text);
    } catch (const Error& error) {
        throw Error(path + ": " + error.what());
    }
}

// Suites --------------------------------------------------------------------------------------------------------------

Limits read_limits(const JsonReader& json, const char* key) {
    Limits limits;
    if (!json.has(key)) return limits;
    json[key].for_each([&](const std::string& name, const JsonReader& limit) {
        if (!find_measure(name)) limit.fail("no such score");
        if (!json[key].has(name.c_str())) limit.fail("not a number");
        limits[name] = limit.number();
    });
    return limits;
}

/// Those of over win.
Limits merged(Limits limits, const Limits& over) {
    for (const auto& [name, limit] : over)
        limits[name] = limit;
    return limits;
}

std::string text_or(const JsonReader& json, const char* key, const std::string& otherwise) {
    return json.has(key) ? json[key].text() : otherwise;
}

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields(1);
    for (const char c : line)
        if (c == '\t')
            fields.emplace_back();
        else if (c != '\r')
            fields.back() += c;
    return fields;
}

std::string first_that_is_there(const fs::path& folder, const std::string& name) {
    std::error_code unknown;
    for (const char* extension : {".json", ".txt"})
        if (fs::exists(folder / (name + extension), unknown)) return (folder / (name + extension)).string();
    return {};
}

class SuiteReader {
public:
    SuiteReader(const std::string& path, Suite& suite) : folder_(fs::path(path).parent_path()), suite_(suite) {}

    void read(const JsonReader& json) {
        suite_.profile = text_or(json, "profile", "");
        if (json.has("ignore"))
            suite_.ignored = json["ignore"].list([](const JsonReader& name) { return name.text(); });
        const std::string floats = text_or(json, "floats", "free");
        if (floats != "free" && floats != "fixed") json["floats"].fail("neither \"free\" nor \"fixed\"");
        suite_.floats_fixed = floats == "fixed";
        const Limits limits = read_limits(json, "thresholds");
        json["sets"].list([&](const JsonReader& set) {
            read_set(set, limits);
            return 0;
        });
    }

private:
    void read_set(const JsonReader& json, const Limits& every_page) {
        const std::string name = json["name"].text();
        const fs::path table = folder_ / json["table"].text();
        const std::string results = text_or(json, "results", "");
        const std::string language = text_or(json, "language", "");
        const Limits limits = merged(every_page, read_limits(json, "thresholds"));
        if (suite_.set.pooled.contains(name)) json["name"].fail("two sets of this name");
        suite_.set.pooled[name] = read_limits(json, "pooled");
        const std::size_t first = suite_.set.items.size();
        std::istringstream lines(read_text_file(table.string()));
        for (std::string line; std::getline(lines, line);) {
            if (line.empty() || line.front() == '#') continue;
            const std::vector<std::string> fields = fields_of(line);
            if (fields.size() < 4) throw Error(table.string() + ": not name, image, language, truth: " + line);
            CheckItem item{name, fields[0], (table.parent_path() / fields[3]).string(), "", "", "", limits};
            item.language = fields[2].empty() ? language : fields[2];
            if (results.empty())
                item.image = (table.parent_path() / fields[1]).string();
            else
                item.result = first_that_is_there(folder_ / results, item.name);
            const auto& items = suite_.set.items;
            if (std::any_of(items.begin(), items.end(),
                            [&](const CheckItem& one) { return one.label() == item.label(); }))
                throw Error(table.string() + ": two pages " + item.name);
            suite_.set.items.push_back(item);
        }
        if (json.has("pages"))
            json["pages"].for_each(
                [&](const std::string& page, const JsonReader&) { read_page_limits(json["pages"], page, first); });
    }

    void read_page_limits(const JsonReader& json, const std::string& page, std::size_t first) {
        const auto& items = suite_.set.items;
        const auto found = std::find_if(items.begin() + static_cast<std::ptrdiff_t>(first), items.end(),
                                        [&](const CheckItem& item) { return item.name == page; });
        if (found == items.end()) json[page.c_str()].fail("the table has no such page");
        CheckItem& item = suite_.set.items[static_cast<std::size_t>(found - items.begin())];
        item.limits = merged(item.limits, read_limits(json, page.c_str()));
    }

    fs::path folder_;
    Suite& suite_;
};

// Results -------------------------------------------------------------------------------------------------------------

ordered_json json_of(const Edits& edits) {
    return {{"correct", edits.correct},
            {"substituted", edits.substituted},
            {"deleted", edits.deleted},
            {"inserted", edits.inserted}};
}

ordered_json json_of(const std::map<std::string, Rate>& rates) {
    ordered_json out = ordered_json::object();
    for (const auto& [name, rate] : rates)
        out[name] = {{"missed", rate.part}, {"of", rate.whole}};
    return out;
}

ordered_json json_of(const std::map<Confusion, std::int64_t>& confusions) {
    auto sorted = by_frequency(confusions);
    if (sorted.size() > most_confusions) sorted.resize(most_confusions);
    ordered_json out = ordered_json::array();
    for (const auto& [confusion, count] : sorted)
        out.push_back({{"truth", confusion.first}, {"result", confusion.second}, {"times", count}});
    return out;
}

ordered_json json_of(const std::vector<Shortfall>& shortfalls) {
    ordered_json out = ordered_json::array();
    for (const Shortfall& shortfall : shortfalls)
        out.push_back({{"score", shortfall.measure}, {"value", shortfall.value}, {"limit", shortfall.limit}});
    return out;
}

ordered_json json_of(const CheckedPage& page) {
    ordered_json out = {{"set", page.item.set},       {"name", page.item.name},   {"truth", page.item.truth},
                        {"result", page.item.result}, {"image", page.item.image}, {"failure", page.failure}};
    out["scores"] = page.values;
    out["characters"] = json_of(page.scores.characters);
    out["words"] = json_of(page.scores.words);
    out["classes"] = json_of(page.scores.classes);
    out["scripts"] = json_of(page.scores.scripts);
    out["confusions"] = json_of(page.scores.confusions);
    out["shortfalls"] = json_of(page.shortfalls);
    return out;
}

ordered_json json_of(const CheckedSet& set) {
    ordered_json intervals = ordered_json::object();
    for (const auto& [measure, interval] : set.intervals)
        intervals[measure] = {interval.low, interval.high};
    return {{"name", set.name},
            {"pages", set.pages.size()},
            {"scores", set.values},
            {"intervals", intervals},
            {"shortfalls", json_of(set.shortfalls)}};
}

ordered_json json_of(const Comparison& comparison) {
    ordered_json changes = ordered_json::array();
    for (const Change& change : comparison.changes)
        changes.push_back({{"page", change.page},
                           {"score", change.measure},
                           {"before", change.before},
                           {"now", change.now},
                           {"worse", change.worse}});
    return {{"changes", changes}, {"new", comparison.fresh}, {"gone", comparison.gone}};
}

} // namespace

Suite read_suite(const std::string& path) {
    const ordered_json document = parsed(path);
    Suite suite;
    try {
        SuiteReader(path, suite).read(JsonReader(document));
    } catch (const Error& error) {
        throw Error(path + ": " + error.what());
    }
    if (suite.set.items.empty()) throw Error(path + ": has no pages");
    return suite;
}

std::string to_json(const CheckReport& report) {
    ordered_json document = {{"schema", schema}, {"environment", report.environment}, {"profile", report.profile}};
    document["passed"] = report.well();
    document["pages"] = ordered_json::array();
    for (const CheckedPage& page : report.pages)
        document["pages"].push_back(json_of(page));
    document["sets"] = ordered_json::array();
    for (const CheckedSet& set : report.sets)
        document["sets"].push_back(json_of(set));
    if (report.compared) document["comparison"] = json_of(report.comparison);
    return document.dump(1, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

Baseline read_baseline(const std::string& path) {
    const ordered_json document = parsed(path);
    const JsonReader json(document);
    Baseline baseline;
    try {
        if (json["schema"].text() != schema) json["schema"].fail("this version reads " + std::string(schema));
        baseline.profile = json["profile"].text();
        json["pages"].list([&](const JsonReader& page) {
            CheckItem item;
            item.set = page["set"].text();
            item.name = page["name"].text();
            Values& values = baseline.pages[item.label()];
            page["scores"].for_each(
                [&](const std::string& name, const JsonReader& value) { values[name] = value.number(); });
            return 0;
        });
    } catch (const Error& error) {
        throw Error(path + ": " + error.what());
    }
    return baseline;
}

} // namespace broadsheet
