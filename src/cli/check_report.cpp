// SPDX-License-Identifier: Apache-2.0
#include "cli/check_report.h"

#include "cli/report.h"

#include <algorithm>
#include <fmt/format.h>

namespace broadsheet {
namespace {

using namespace evaluate;

std::string figure(const Values& values, const std::string& measure) {
    const auto found = values.find(measure);
    return found == values.end() ? "-" : fmt::format("{:.4f}", found->second);
}

/// "cer 0.0231, at most 0.0100"
std::string in_words(const Shortfall& shortfall) {
    const Measure* measure = find_measure(shortfall.measure);
    return fmt::format("{} {:.4f}, {} {:.4f}", shortfall.measure, shortfall.value,
                       measure && !measure->is_error ? "at least" : "at most", shortfall.limit);
}

std::string in_words(const Change& change) {
    return fmt::format("{} {:.4f}, was {:.4f}", change.measure, change.now, change.before);
}

/// Why a page is not well, a line each; by its label what got worse.
std::vector<std::string> faults(const CheckedPage& page, const CheckReport& report) {
    std::vector<std::string> out;
    if (!page.failure.empty()) out.push_back(page.failure);
    for (const Shortfall& shortfall : page.shortfalls)
        out.push_back(in_words(shortfall));
    for (const Change& change : report.comparison.changes)
        if (change.worse && change.page == page.item.label()) out.push_back("worse: " + in_words(change));
    return out;
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? "" : between) + part;
    return out;
}

std::string plural(std::size_t count, const char* what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

// The table
// ------------------------------------------------------------------------------------------------------------

class Table {
public:
    explicit Table(const std::vector<std::string>& columns) : columns_(columns) {}
    void add(const std::string& name, const Values& values) {
        std::vector<std::string> row = {name};
        for (const std::string& column : columns_)
            row.push_back(figure(values, column));
        rows_.push_back(row);
    }
    std::string text() const {
        std::size_t width = 4;
        for (const auto& row : rows_)
            width = std::max(width, row.front().size());
        std::string out = fmt::format("{:{}}", "page", width);
        for (const std::string& column : columns_)
            out += fmt::format(" {:>8}", column);
        out += '\n';
        for (const auto& row : rows_) {
            out += fmt::format("{:{}}", row.front(), width);
            for (std::size_t i = 1; i < row.size(); ++i)
                out += fmt::format(" {:>8}", row[i]);
            out += '\n';
        }
        return out;
    }

private:
    const std::vector<std::string>& columns_;
    std::vector<std::vector<std::string>> rows_;
};

Values ends(const CheckedSet& set, double Interval::*end) {
    Values out;
    for (const auto& [measure, interval] : set.intervals)
        out[measure] = interval.*end;
    return out;
}

std::string set_name(const CheckedSet& set) {
    return fmt::format("{} ({})", set.name.empty() ? "all" : set.name, plural(set.pages.size(), "page"));
}

template <typename Map>
std::string rates_table(const char* title, const Map& rates) {
    std::string out = fmt::format("\n{:>8} {:>8}  {}\n", "of truth", "missed", title);
    for (const auto& [name, rate] : rates)
        out += fmt::format("{:>8} {:>8}  {}\n", rate.whole, rate.part, name);
    return out;
}

std::string visible(const std::string& text) {
    std::string out;
    for (const char c : text)
        out += c == '\n' ? "\\n" : c == '\f' ? "\\f" : std::string(1, c);
    return '{' + out + '}';
}

std::string details(const CheckReport& report) {
    Scores all;
    for (const CheckedPage& page : report.pages)
        all += page.scores;
    std::string out = rates_table("kind of character", all.classes) + rates_table("script", all.scripts);
    out += fmt::format("\n{:>8}  truth - result\n", "times");
    int shown = 0;
    for (const auto& [confusion, count] : by_frequency(all.confusions))
        if (shown++ < report.confusions)
            out += fmt::format("{:>8}  {}-{}\n", count, visible(confusion.first), visible(confusion.second));
    return out;
}

// Markdown, XML
// ----------------------------------------------------------------------------------------------------------

std::string markdown_cell(const std::string& text) {
    std::string out;
    for (const char c : one_line(text))
        out += c == '|' ? "\\|" : std::string(1, c);
    return out;
}

std::string markdown_row(const std::string& name, const Values& values, const std::vector<std::string>& columns) {
    std::string out = "| " + markdown_cell(name) + " |";
    for (const std::string& column : columns)
        out += ' ' + figure(values, column) + " |";
    return out + '\n';
}

std::string markdown_list(const char* title, const std::vector<std::string>& entries) {
    if (entries.empty()) return {};
    std::string out = fmt::format("\n**{}**\n\n", title);
    for (const std::string& entry : entries)
        out += "- " + one_line(entry) + '\n';
    return out;
}

std::vector<std::string> changes_in_words(const Comparison& comparison, bool worse) {
    std::vector<std::string> out;
    for (const Change& change : comparison.changes)
        if (change.worse == worse) out.push_back(change.page + ": " + in_words(change));
    return out;
}

/// Of pages and sets that failed or are below their thresholds.
std::vector<std::string> shortfalls_in_words(const CheckReport& report) {
    std::vector<std::string> out;
    for (const CheckedPage& page : report.pages) {
        if (!page.failure.empty()) out.push_back(page.item.label() + ": " + page.failure);
        for (const Shortfall& shortfall : page.shortfalls)
            out.push_back(page.item.label() + ": " + in_words(shortfall));
    }
    for (const CheckedSet& set : report.sets)
        for (const Shortfall& shortfall : set.shortfalls)
            out.push_back(set_name(set) + ": " + in_words(shortfall));
    return out;
}

std::string xml(const std::string& text) {
    std::string out;
    for (const char c : one_line(text)) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

std::string junit_case(const std::string& set, const std::string& name, const std::vector<std::string>& faults) {
    const std::string head =
        fmt::format("    <testcase classname=\"{}\" name=\"{}\"", xml(set.empty() ? "check" : set), xml(name));
    if (faults.empty()) return head + "/>\n";
    return head + fmt::format("><failure message=\"{}\"/></testcase>\n", xml(joined(faults, "; ")));
}

/// GitHub reads %0A as a line end and parts properties by commas and colons.
std::string annotation(const std::string& file, const std::string& title, const std::string& message) {
    const auto escaped = [](const std::string& text, bool property) {
        std::string out;
        for (const char c : one_line(text)) {
            if (c == '%')
                out += "%25";
            else if (property && c == ':')
                out += "%3A";
            else if (property && c == ',')
                out += "%2C";
            else
                out += c;
        }
        return out;
    };
    const std::string where = file.empty() ? "" : "file=" + escaped(file, true) + ',';
    return fmt::format("::error {}title={}::{}\n", where, escaped(title, true), escaped(message, false));
}

} // namespace

bool CheckReport::well() const {
    const auto is_well = [](const auto& part) { return part.shortfalls.empty(); };
    return std::all_of(pages.begin(), pages.end(),
                       [&](const CheckedPage& page) { return page.failure.empty() && is_well(page); }) &&
           std::all_of(sets.begin(), sets.end(), is_well) && comparison.gone.empty() &&
           std::none_of(comparison.changes.begin(), comparison.changes.end(),
                        [](const Change& change) { return change.worse; });
}

std::string to_table(const CheckReport& report) {
    Table table(report.columns);
    for (const CheckedSet& set : report.sets) {
        for (const CheckedPage* page : set.pages)
            table.add(page->item.label(), page->values);
        if (set.pages.size() < 2) continue;
        table.add(set_name(set), set.values);
        table.add("  95 % of draws from", ends(set, &Interval::low));
        table.add("  to", ends(set, &Interval::high));
    }
    std::string out = table.text();
    const auto list = [&](const char* title, const std::vector<std::string>& entries) {
        if (!entries.empty()) out += fmt::format("\n{}\n", title);
        for (const std::string& entry : entries)
            out += "  " + one_line(entry) + '\n';
    };
    list("Below the thresholds:", shortfalls_in_words(report));
    list("Worse than the baseline:", changes_in_words(report.comparison, true));
    list("Better than the baseline:", changes_in_words(report.comparison, false));
    list("New:", report.comparison.fresh);
    list("Gone:", report.comparison.gone);
    if (report.compared && report.comparison == Comparison()) out += "\nAs the baseline.\n";
    if (report.confusions > 0) out += details(report);
    return out;
}

std::string to_markdown(const CheckReport& report) {
    std::string out = fmt::format("### OCR check: {}\n\n| |", report.well() ? "passed" : "**failed**");
    for (const std::string& column : report.columns)
        out += ' ' + column + " |";
    out += "\n|---|";
    for (std::size_t i = 0; i < report.columns.size(); ++i)
        out += "---:|";
    out += '\n';
    for (const CheckedSet& set : report.sets) {
        for (const CheckedPage* page : set.pages)
            out += markdown_row(page->item.label(), page->values, report.columns);
        if (set.pages.size() > 1) out += markdown_row("**" + set_name(set) + "**", set.values, report.columns);
    }
    out += markdown_list("Below the thresholds", shortfalls_in_words(report));
    out += markdown_list("Worse than the baseline", changes_in_words(report.comparison, true));
    out += markdown_list("Better than the baseline", changes_in_words(report.comparison, false));
    out += markdown_list("New", report.comparison.fresh);
    out += markdown_list("Gone", report.comparison.gone);
    return out + "\nProfile: " + report.profile + ".\n";
}

std::string to_junit(const CheckReport& report) {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
    for (const CheckedSet& set : report.sets) {
        std::string cases;
        std::size_t failures = 0;
        std::size_t count = 0;
        const auto add = [&](const std::string& name, const std::vector<std::string>& why) {
            cases += junit_case(set.name, name, why);
            failures += !why.empty();
            ++count;
        };
        for (const CheckedPage* page : set.pages)
            add(page->item.name, faults(*page, report));
        std::vector<std::string> together;
        for (const Shortfall& shortfall : set.shortfalls)
            together.push_back(in_words(shortfall));
        if (!together.empty()) add("all pages together", together);
        out += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\">\n{}  </testsuite>\n",
                           xml(set.name.empty() ? "check" : set.name), count, failures, cases);
    }
    if (!report.comparison.gone.empty()) {
        out +=
            fmt::format("  <testsuite name=\"gone\" tests=\"{0}\" failures=\"{0}\">\n", report.comparison.gone.size());
        for (const std::string& page : report.comparison.gone)
            out += junit_case("gone", page, {"is in the baseline but was not checked"});
        out += "  </testsuite>\n";
    }
    return out + "</testsuites>\n";
}

std::string to_annotations(const CheckReport& report) {
    std::string out;
    for (const CheckedPage& page : report.pages)
        for (const std::string& fault : faults(page, report))
            out += annotation(page.item.truth, page.item.label(), fault);
    for (const CheckedSet& set : report.sets)
        for (const Shortfall& shortfall : set.shortfalls)
            out += annotation("", set_name(set), in_words(shortfall));
    for (const std::string& page : report.comparison.gone)
        out += annotation("", page, "is in the baseline but was not checked");
    return out;
}

} // namespace broadsheet
