// SPDX-License-Identifier: Apache-2.0
#include "repair/joins.h"

#include "repair/page_drawing.h"
#include "text/characters.h"

#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <sstream>

namespace broadsheet::mend {
namespace {

/// A line of tests/repair/hyphens/.
struct Case {
    std::string language;
    bool stays = false;
    std::string first;
    std::string second;
    std::string words; ///< the last of first and the first of second, as they should read
    std::string source;
    std::string elsewhere; ///< what else the page has of these words
};

std::vector<Case> cases(const std::string& half) {
    std::ifstream file(std::string(BROADSHEET_HYPHENS) + "/" + half + ".tsv");
    std::vector<Case> all;
    for (std::string row, kind; std::getline(file, row);) {
        std::istringstream fields(row);
        Case c;
        std::getline(fields, c.language, '\t');
        std::getline(fields, kind, '\t');
        for (std::string* field : {&c.first, &c.second, &c.words, &c.source, &c.elsewhere})
            std::getline(fields, *field, '\t');
        c.stays = kind == "stays";
        all.push_back(std::move(c));
    }
    return all;
}

/// All of the text around the break.
std::string expected(const Case& c) {
    const std::size_t before = c.first.rfind(' '), after = c.second.find(' ');
    // A blank that was read before the hyphen is no word's end.
    const std::size_t start =
        before != std::string::npos && before + 2 == c.first.size() ? c.first.rfind(' ', before - 1) : before;
    return (start == std::string::npos ? "" : c.first.substr(0, start + 1)) + c.words +
           (after == std::string::npos ? "" : c.second.substr(after));
}

std::string joined(const Case& c) {
    static const std::map<std::string, std::string> codes{{"en", "eng"}, {"de", "deu"}, {"fr", "fra"}, {"es", "spa"}};
    static std::map<std::string, Dictionary> dictionaries;
    const std::string code = codes.at(c.language);
    const Page page = drawn_page(code, {drawn_block(BlockKind::paragraph, {}, c.first + "\n" + c.second),
                                        drawn_block(BlockKind::paragraph, {2000, 0}, c.elsewhere)});
    Paragraph paragraph;
    paragraph.lines = {{0, 0}, {0, 1}};
    Dictionary& dictionary = dictionaries.try_emplace(code, "/usr/share/hunspell", code).first->second;
    join_lines(page, page_evidence(page), dictionary, paragraph);
    return paragraph.text;
}

/// The rule everybody uses: a hyphen at the line's end goes before a small letter and stays before anything else.
std::string joined_by_case(const Case& c) {
    std::u32string first = text::code_points(c.first);
    const std::u32string second = text::code_points(c.second);
    if (!text::is_hyphen(first.back())) return c.first + " " + c.second;
    if (text::is_lower(second.front())) first.pop_back();
    return text::utf8(first + second);
}

struct Score {
    int cases = 0, right = 0, stay = 0, lost = 0; ///< lost: hyphens that must stay and went
    std::string wrong;
    double share_right() const { return static_cast<double>(right) / cases; }
    double share_lost() const { return static_cast<double>(lost) / stay; }
};

Score score(const std::vector<Case>& all, std::string (*join)(const Case&)) {
    Score score;
    for (const Case& c : all) {
        const std::string text = join(c), wanted = expected(c);
        ++score.cases;
        score.stay += c.stays;
        if (text == wanted) {
            ++score.right;
            continue;
        }
        score.lost += c.stays;
        score.wrong += c.language + (c.stays ? " stays: " : " joins: ") + text + "\n     wanted: " + wanted + "\n";
    }
    return score;
}

/// What holds now; see the README there for what more would cost.
struct Floor {
    const char* half;
    double least_right;
    double most_lost;
};

class HyphenCases : public testing::TestWithParam<Floor> {};
INSTANTIATE_TEST_SUITE_P(Halves, HyphenCases,
                         testing::Values(Floor{"tuned", 0.96, 0.10}, Floor{"untouched", 0.935, 0.16}),
                         [](const auto& test) { return std::string(test.param.half); });

TEST_P(HyphenCases, are_right_as_often_as_they_were) {
    const auto all = cases(GetParam().half);
    const Score ours = score(all, joined), by_case = score(all, joined_by_case);
    ASSERT_GE(ours.cases, 240);
    EXPECT_GE(3 * ours.stay, ours.cases);
    EXPECT_GE(ours.share_right(), GetParam().least_right) << ours.wrong;
    EXPECT_LE(ours.share_lost(), GetParam().most_lost) << ours.wrong;
    EXPECT_LT(by_case.share_right(), 0.8 * ours.share_right());
    std::cout << GetParam().half << ": " << ours.right << " of " << ours.cases << " right, " << ours.lost << " of "
              << ours.stay << " lost; by the next letter's case " << by_case.right << " right, " << by_case.lost
              << " lost\n";
}

} // namespace
} // namespace broadsheet::mend
