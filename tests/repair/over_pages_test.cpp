// SPDX-License-Identifier: Apache-2.0
#include "repair/over_pages.h"

#include "repair/page_drawing.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

using Kind = BlockKind;

Page sheet(std::vector<Block> blocks, const std::string& language = "eng") {
    Page page = drawn_page(language, std::move(blocks));
    page.text_height = 17;
    return repair(page);
}

Page sheet(const std::string& text) {
    return sheet({drawn_block(Kind::paragraph, {0, 60}, text)});
}

/// "KIND: TEXT", with what follows on the next page; empty: the first page's paragraphs end with it.
std::string linked(Page before, Page after) {
    link_pages(before, after);
    int begun = 0;
    for (const Article& article : after.articles)
        for (const Paragraph& paragraph : article.paragraphs)
            begun += paragraph.begun;
    std::string out;
    for (const Article& article : before.articles)
        for (const Paragraph& paragraph : article.paragraphs)
            if (paragraph.goes_on) out += std::string(name(paragraph.goes_on->kind)) + ": " + paragraph.goes_on->text;
    EXPECT_EQ(begun, out.empty() ? 0 : 1);
    return out;
}

const std::string long_text = "The harbour was quiet all the day\n"
                              "and nothing at all happened there\n"
                              "until a ship with three sails com-";

TEST(link_pages, a_broken_word_is_whole) {
    EXPECT_EQ(linked(sheet(long_text), sheet("ing from the north was seen there\nby all.")),
              "hyphen removed: The harbour was quiet all the day and nothing at all happened there until a ship with "
              "three sails coming from the north was seen there by all.");
}

TEST(link_pages, small_print_that_was_enlarged_goes_on) {
    const auto enlarged = [](Page page) {
        page.frame = {{0.5, 0, 0, 0, 0.5, 0, 0, 0, 1}};
        return mapped_to_scan(std::move(page));
    };
    const Page before = enlarged(sheet(long_text));
    EXPECT_EQ(linked(before, enlarged(sheet("ing from the north was seen there\nby all."))).substr(0, 14),
              "hyphen removed");
}

TEST(link_pages, an_advertisement_stands_between_the_parts) {
    const Page before = sheet({drawn_block(Kind::paragraph, {0, 60}, long_text),
                               drawn_block(Kind::advertisement, {600, 60}, "SOAP\nSixpence", 1)});
    EXPECT_EQ(linked(before, sheet("ing from the north was seen there\nby all.")).substr(0, 14), "hyphen removed");
}

TEST(link_pages, a_sentence_goes_on_in_small_letters) {
    EXPECT_EQ(
        linked(sheet("The harbour was quiet"), sheet("on that day.\n  It rained on the next one, and on the\nthird.")),
        "blank: The harbour was quiet on that day.");
}

TEST(link_pages, a_full_line_goes_on_with_a_capital) {
    EXPECT_EQ(linked(sheet("The harbour was quiet all the day\n"
                           "and nothing at all happened there\n"
                           "until a ship came in with Captain"),
                     sheet("Hook and all of his seven and ten\nmen.")),
              "blank: The harbour was quiet all the day and nothing at all happened there until a ship came in with "
              "Captain Hook and all of his seven and ten men.");
}

TEST(link_pages, a_sentence_that_ends_does_not) {
    EXPECT_EQ(linked(sheet("The harbour was quiet all the day\n"
                           "and nothing at all happened there\n"
                           "until a ship with sails came in."),
                     sheet("The next day was quiet, and on it\nnothing happened.")),
              "");
}

TEST(link_pages, a_short_line_before_a_capital_does_not) { // an imprint
    EXPECT_EQ(linked(sheet("Printed by Harbour Press"), sheet("The next day was quiet, and on it\nnothing happened.")),
              "");
}

TEST(link_pages, over_feet_heads_captions_and_notes) {
    Page before = drawn_page(
        "eng", {drawn_block(Kind::paragraph, {0, 60}, long_text), drawn_block(Kind::caption, {0, 200}, "The harbour"),
                drawn_block(Kind::paragraph, {0, 300},
                            "1 A note in small type, of\nwhich there are some lines at\nthe foot of the page."),
                drawn_block(Kind::page_number, {0, 400}, "7")});
    for (Line& line : before.blocks[2].lines)
        line.text_height = 12;
    before.text_height = 17;
    EXPECT_NE(linked(repair(before), sheet({drawn_block(Kind::running_head, {0, 0}, "HARBOUR TALES"),
                                            drawn_block(Kind::paragraph, {0, 60}, "ing in was seen.")})),
              "");
}

TEST(link_pages, not_over_a_heading) {
    EXPECT_EQ(linked(sheet(long_text), sheet({drawn_block(Kind::heading, {0, 0}, "the second chapter"),
                                              drawn_block(Kind::paragraph, {0, 60}, "ing in was seen.")})),
              "");
}

TEST(link_pages, han_without_a_blank) {
    EXPECT_EQ(
        linked(sheet({drawn_block(Kind::paragraph, {0, 60},
                                  "港口整天都很安静什么都没\n有发生过直到有一艘船从北\n方的大海上慢慢地驶进来了")},
                     "chi_sim"),
               sheet({drawn_block(Kind::paragraph, {0, 60}, "人们都看见了它。")}, "chi_sim")),
        "nothing: 港口整天都很安静什么都没有发生过直到有一艘船从北方的大海上慢慢地驶进来了人们都看见了它。");
}

TEST(link_pages, blank_pages_and_repair_anew) {
    EXPECT_EQ(linked(sheet(long_text), Page{}), "");
    EXPECT_EQ(linked(Page{}, sheet("ing in was seen.")), "");
    Page before = sheet(long_text), after = sheet("ing in was seen."),
         other = sheet({drawn_block(Kind::heading, {0, 0}, "Part Two")});
    link_pages(before, after);
    link_pages(before, other); // after all it is that one which follows
    EXPECT_FALSE(before.articles[0].paragraphs[0].goes_on);
    EXPECT_EQ(as_read(before), as_read(sheet(long_text)));
}

TEST(link_pages, of_pages_that_lie_on_their_side) {
    const std::string full = "The harbour was quiet all the day\n"
                             "and nothing at all happened there\n"
                             "until a ship came in with Captain";
    const std::string rest = "Hook and all of his seven and ten\nmen.";
    Page before = sheet(full), after = sheet(rest);
    for (Page* page : {&before, &after}) {
        page->frame.m = {0, -1, 1000, 1, 0, 0, 0, 0, 1};
        *page = mapped_to_scan(*page);
    }
    EXPECT_EQ(linked(before, after), linked(sheet(full), sheet(rest)));
}

} // namespace
} // namespace broadsheet
