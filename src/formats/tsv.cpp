// SPDX-License-Identifier: Apache-2.0
// Tesseract's TSV: a row for each page, block, paragraph, line and word (levels 1 to 5), as api/tessbaseapi.cpp writes
// it.
#include "formats/dialects.h"
#include "formats/found_page.h"
#include "page/error.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <sstream>

namespace broadsheet {
namespace {

constexpr const char* columns =
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

enum Column : std::size_t {
    level,
    page_num,
    block_num,
    par_num,
    line_num,
    word_num,
    left,
    top,
    width,
    height,
    conf,
    text
};
constexpr std::size_t numbers = text; // of columns before the text

std::string row(int of_level, const std::array<int, 5>& place, const Box& box, const std::string& end) {
    return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", of_level, place[0], place[1], place[2], place[3],
                       place[4], box.left, box.top, box.width(), box.height(), end);
}

std::string in_one_cell(std::string value) {
    std::replace_if(
        value.begin(), value.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return value;
}

/// One row's cells; the text may hold anything but tabs, and be missing.
struct Row {
    std::array<double, numbers> cells{};
    std::string content;

    int at(Column column) const { return static_cast<int>(cells[column]); }
    Box box() const {
        if (cells[width] <= 0 || cells[height] <= 0) return {};
        return {at(left), at(top), static_cast<int>(cells[left] + cells[width]),
                static_cast<int>(cells[top] + cells[height])};
    }
};

Row read_row(const std::string& line) {
    Row row;
    std::size_t from = 0;
    for (std::size_t i = 0; i < numbers; ++i) {
        const std::size_t end = line.find('\t', from);
        if (end == std::string::npos && i + 1 < numbers)
            throw Error("has " + std::to_string(i + 1) + " columns, not 12");
        row.cells[i] = number_in(line.substr(from, end - from));
        from = end == std::string::npos ? line.size() : end + 1;
    }
    row.content = line.substr(from);
    return row;
}

class TsvReader {
public:
    explicit TsvReader(const TakePage& take) : take_(take) {}

    void add(const Row& row) {
        switch (row.at(level)) {
        case 1:
            end_page();
            open_ = true;
            found_.page.number = std::max(1, row.at(page_num));
            found_.page.width = row.box().right;
            found_.page.height = row.box().bottom;
            return;
        case 2:
            return block(row.box());
        case 3:
            return paragraph();
        case 4:
            return line(row.box());
        case 5:
            return word(row);
        default:
            throw Error(fmt::format("there is no level {}", row.at(level)));
        }
    }

    void end_page() {
        if (!open_) return;
        // Tesseract has no text for its pictures and rules, but a row for each of their levels.
        take_(completed(std::move(found_)));
        found_ = {};
        open_ = block_ = paragraph_ = line_ = false;
    }

private:
    void block(const Box& box) {
        Block block;
        block.box = box;
        found_.page.blocks.push_back(block);
        open_ = block_ = true;
        paragraph_ = line_ = false;
    }
    void paragraph() {
        if (!block_) block({});
        found_.parts.emplace_back();
        paragraph_ = true;
        line_ = false;
    }
    void line(const Box& box) {
        if (!paragraph_) paragraph();
        found_.add_line().box = box;
        line_ = true;
    }
    void word(const Row& row) {
        if (!line_) line({});
        Line& last = found_.page.blocks.back().lines.back();
        const bool blank = last.words.empty() || plain_seam(last.words.back().text, row.content).blank;
        const double confidence = row.cells[conf] < 0 ? 1 : std::min(1.0, row.cells[conf] / 100);
        add_words(last, row.content, row.box(), static_cast<float>(confidence), blank);
    }

    const TakePage& take_;
    FoundPage found_;
    bool open_ = false, block_ = false, paragraph_ = false, line_ = false;
};

} // namespace

std::string tsv_head(const Page&) {
    return columns;
}

std::string tsv_page(const Page& page, int) {
    std::array<int, 5> place{page.number, 0, 0, 0, 0};
    std::string out = row(1, place, {0, 0, page.width, page.height}, "-1\t");
    for (const BlockParts& parts : parts_of(page)) {
        place = {page.number, place[1] + 1, 0, 0, 0};
        out += row(2, place, page.blocks[static_cast<std::size_t>(parts.block)].box, "-1\t");
        for (const Part& part : parts.parts) {
            place = {page.number, place[1], place[2] + 1, 0, 0};
            out += row(3, place, box_of(page, part), "-1\t");
            for (const std::size_t at : part.places) {
                const Line& line = line_at(page, part.paragraph->lines[at]);
                place[3] += 1;
                place[4] = 0;
                out += row(4, place, line.box, "-1\t");
                for (const Word* word : words_of(line)) {
                    place[4] += 1;
                    const float sure = std::clamp(word->confidence, 0.0F, 1.0F);
                    out += row(5, place, word->box, fmt::format("{:.6g}\t{}", 100 * sure, in_one_cell(word->text)));
                }
            }
        }
    }
    return out;
}

void read_tsv(std::istream& in, const TakePage& take) {
    TsvReader reader(take);
    std::string line;
    std::getline(in, line); // the columns' names
    for (int number = 2; std::getline(in, line); ++number) {
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty()) continue;
        try {
            reader.add(read_row(line));
        } catch (const Error& error) {
            throw Error(fmt::format("line {}: {}", number, error.what()));
        }
    }
    reader.end_page();
}

} // namespace broadsheet
