// SPDX-License-Identifier: Apache-2.0
// read_images SET [PAGE]: reads the pages of one folder of images/ with the program and compares with their truth.
//
// SET/pages.tsv has a line a page: name, image, language, truth; for the truth x.gt.json the expected text is x.txt.
// SET/floor.tsv has what must be reached: name ("*": all pages not named), highest character error rate, lowest share
// of whole paragraphs, lowest share of neighbours in order. Lines that begin with # are for the reader. Prints the
// figures of each page; fails where one is below its floor.
#include "support/process.h"
#include "support/score.h"

#include <cstdio>
#include <sstream>
#include <stdexcept>

namespace {

using namespace broadsheet::test;
namespace fs = std::filesystem;
using Row = std::vector<std::string>;

std::vector<Row> read_table(const fs::path& path, std::size_t columns) {
    std::vector<Row> rows;
    std::istringstream lines(read_file(path));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream fields(line);
        Row row;
        for (std::string field; std::getline(fields, field, '\t');)
            row.push_back(field);
        if (row.size() != columns)
            throw std::runtime_error(path.string() + ": not " + std::to_string(columns) + " columns: " + line);
        rows.push_back(row);
    }
    return rows;
}

struct Floor {
    double cer = 0;
    double paragraphs = 1;
    double order = 1;
};

Floor floor_of(const std::string& page, const std::vector<Row>& floors) {
    for (const std::string& name : {page, std::string("*")})
        for (const Row& row : floors)
            if (row[0] == name) return {std::stod(row[1]), std::stod(row[2]), std::stod(row[3])};
    throw std::runtime_error("floor.tsv has no line for " + page);
}

std::string text_of(const fs::path& image, const std::string& language) {
    Call call{{"read", image.string()}, "", "", "."};
    call.arguments.insert(call.arguments.end(), {"-l", language});
    const Result result = run(BROADSHEET_PROGRAM, call);
    if (result.status != 0)
        throw std::runtime_error("exit status " + std::to_string(result.status) + "; " + result.err);
    return result.out;
}

std::string expected_text(const fs::path& set, const std::string& truth) {
    return read_file(set / (truth.substr(0, truth.find(".gt.json")) + ".txt"));
}

/// Whether it reaches the floor.
bool check(const fs::path& set, const Row& page, const Floor& floor) {
    const Score s = score(expected_text(set, page[3]), text_of(set / page[1], page[2]));
    const double cer = s.character_error_rate();
    std::printf("%s/%s: cer %.4f (at most %.4f), para %.3f of %d (at least %.3f), order %.3f of %d (at least %.3f), "
                "found %d of %d\n",
                set.filename().c_str(), page[0].c_str(), cer, floor.cer, s.paragraphs.value(), s.paragraphs.whole,
                floor.paragraphs, s.order.value(), s.order.whole, floor.order, s.found.part, s.found.whole);
    return cer <= floor.cer && s.paragraphs.value() >= floor.paragraphs && s.order.value() >= floor.order;
}

bool check_set(const fs::path& set, const std::string& only) {
    const std::vector<Row> floors = read_table(set / "floor.tsv", 4);
    bool well = true;
    int checked = 0;
    for (const Row& page : read_table(set / "pages.tsv", 4)) {
        if (!only.empty() && page[0] != only) continue;
        ++checked;
        well = check(set, page, floor_of(page[0], floors)) && well;
    }
    if (checked == 0) throw std::runtime_error("no page " + only + " in " + set.string());
    return well;
}

} // namespace

int main(int argc, char** argv) {
    try {
        if (argc < 2 || argc > 3) throw std::runtime_error("usage: read_images SET [PAGE]");
        return check_set(fs::path(argv[1]).lexically_normal(), argc > 2 ? argv[2] : "") ? 0 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "read_images: %s\n", error.what());
        return 1;
    }
}
