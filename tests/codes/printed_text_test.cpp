// SPDX-License-Identifier: Apache-2.0
#include "codes/codes.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

struct Case {
    const char* symbology;
    const char* payload;
    const char* read;
    const char* printed;
};

const Case cases[] = {
    // grouping as printed, look-alikes from the payload
    {"EAN-13", "4006381333931", "4 006381 333931", "4 006381 333931"},
    {"EAN-13", "4006381333931", "4 OO6381 33393l", "4 006381 333931"},
    {"EAN-13", "4006381333931", "A 006381 333931", "4 006381 333931"},
    {"EAN-13", "4006381333931", "4 0063B1 333 931", "4 006381 333931"},
    {"EAN-13", "4006381333931", "\u3000４ ００６３８１\u3000３３３９３１ ", "4 006381 333931"},
    {"EAN-13", "4006381333931", "40 06381 333931", "40 06381 333931"},
    {"EAN-13", "9783161484100", "978-3-16-148410-0", "978-3-16-148410-0"},
    {"EAN-13", "9783161484100", "ISBN 978-3-16-148410-0", "ISBN 978-3-16-148410-0"},
    {"EAN-13", "9783161484100", "ISBN 978-3-I6-14841O-0", "ISBN 978-3-16-148410-0"},
    // the symbology's grouping where the blanks are lost
    {"EAN-13", "4006381333931", "4006381333931", "4 006381 333931"},
    {"EAN-13", "4006381333931", "4006381 333931", "4 006381 333931"},
    {"EAN-13", "4006381333931", "4 006381333931", "4 006381 333931"},
    {"EAN-8", "96385074", "96385074", "9638 5074"},
    {"EAN-8", "96385074", "9638 S074", "9638 5074"},
    {"UPC-A", "036000291452", "036000291452", "0 36000 29145 2"},
    {"UPC-A", "036000291452", "0 36000 29145 2", "0 36000 29145 2"},
    {"UPC-E", "01234565", "0 1234565", "0 123456 5"},
    // guard bars and dirt
    {"EAN-13", "4006381333931", "4|006381|333931|", "4 006381 333931"},
    {"EAN-13", "4006381333931", "4 006.381 333931 .", "4 006381 333931"},
    {"EAN-13", "4006381333931", "4 l 006381 | 333931 l", "4 006381 333931"},
    // printed marks and add-ons stay
    {"EAN-13", "4006381333931", "4 006381 333931 >", "4 006381 333931 >"},
    {"EAN-13", "9771234567003", "9 771234 567003 05", "9 771234 567003 05"},
    // one digit lost among the others was printed
    {"EAN-13", "4006381333931", "4 00631 333931", "4 006381 333931"},
    {"EAN-13", "4006381333931", "4 00638 333931", "4 006381 333931"},
    {"EAN-13", "4006381333931", "4 06381 333931", "4 006381 333931"},
    // what is not printed is not added
    {"EAN-13", "4006381333931", "006381 333931", "006381 333931"},
    {"UPC-A", "036000291452", "36OOO 29145", "36000 29145"},
    {"EAN-13", "4006381333931", "4 0081 333931", "4 0081 333931"},
    {"EAN-13", "4006381333931", "006381", "006381"},
    {"EAN-13", "4006381333931", "", ""},
    {"EAN-13", "4006381333931", " \u3000 ", ""},
    // other text
    {"EAN-13", "4006381333931", "Price 4.00 DM", "Price 4.00 DM"},
    {"EAN-13", "4006381333931", "零售价1.5元", "零售价1.5元"},
    {"EAN-13", "4006381333931", "Tel. 0631/333-931", "Tel. 0631/333-931"},
    {"EAN-13", "4006381333931", "\xff\xfe 12", "\xff\xfe 12"},
    {"EAN-13", "", "4 OO6381 333931", "4 OO6381 333931"},
    {"QR Code", "https://example.org/73", "official site", "official site"},
    // letters
    {"Code 128", "CNK8181G2C", "CNK8l8IG2C", "CNK8181G2C"},
    {"Code 128", "005-3379497200006", "005-3379 4972 00006", "005-3379 4972 00006"},
    {"Code 39", "WIKI39", "*WlKI39*", "*WIKI39*"},
};

TEST(corrected_line, keeps_the_printed_form_and_mends_its_characters) {
    for (const Case& c : cases) {
        Code code;
        code.symbology = c.symbology;
        code.payload = c.payload;
        EXPECT_EQ(corrected_line(c.read, code), c.printed) << c.symbology << " " << c.payload << " read as: " << c.read;
    }
}

TEST(corrected_line, is_settled_after_one_correction) {
    for (const Case& c : cases) {
        Code code;
        code.symbology = c.symbology;
        code.payload = c.payload;
        EXPECT_EQ(corrected_line(c.printed, code), c.printed);
    }
}

TEST(with_printed_line, bars_that_cannot_be_read_say_what_the_line_says) {
    struct Line {
        const char* read;
        const char* symbology;
        const char* payload;
        const char* number;
    };
    for (const Line& line : {Line{"4 006381 333931", "EAN-13", "4006381333931", ""},
                             {"4006381333931 >", "EAN-13", "4006381333931", ""},
                             {"4|006381|333931", "EAN-13", "4006381333931", ""},
                             {"978-3-16-148410-0", "EAN-13", "9783161484100", "ISBN 9783161484100"},
                             {"9 772049 363002", "EAN-13", "9772049363002", "ISSN 2049-3630"},
                             {"0 36000 29145 2", "UPC-A", "036000291452", ""},
                             {"9638 5074", "EAN-8", "96385074", ""},
                             {"\uff19\uff16\uff13\uff18 5074", "EAN-8", "96385074", ""}}) {
        const Code code = with_printed_line({}, line.read);
        EXPECT_EQ(code.symbology, line.symbology) << line.read;
        EXPECT_EQ(code.payload, line.payload) << line.read;
        EXPECT_EQ(code.number, line.number) << line.read;
        EXPECT_EQ(code.source, "printed line");
        EXPECT_EQ(code.printed, line.read); // as read
        EXPECT_GT(code.confidence, 0.4);
        EXPECT_LT(code.confidence, 0.7);
    }
}

TEST(with_printed_line, other_lines_say_nothing_about_unread_bars) {
    for (const char* read :
         {"", "4 006381 333932", "4 006881 333931", "006381 333931", "0000000000000", "96385075", "12345670 1",
          "4 OO6381 333931", "Tel. 4006381333931", "400638133393", "4006381333931 05", "\xff\xfe"}) {
        Code unread;
        unread.confidence = 0.2F;
        const Code code = with_printed_line(unread, read);
        EXPECT_EQ(code.payload, "") << read;
        EXPECT_EQ(code.symbology, "") << read;
        EXPECT_EQ(code.source, "") << read;
        EXPECT_EQ(code.confidence, 0.2F);
    }
}

TEST(with_printed_line, digits_beside_a_matrix_code_are_not_its_payload) {
    Code code;
    code.symbology = "QR Code";
    EXPECT_EQ(with_printed_line(code, "4006381333931").payload, "");
}

TEST(with_printed_line, a_line_that_says_the_same_makes_surer) {
    Code code;
    code.symbology = "EAN-13";
    code.payload = "4006381333931";
    code.source = "code";
    code.confidence = 0.9F;
    EXPECT_FLOAT_EQ(with_printed_line(code, "4 006381 333931").confidence, 0.99F);
    EXPECT_FLOAT_EQ(with_printed_line(code, "4 OO6381 333931").confidence, 0.9F); // corrected from the bars: no witness
    EXPECT_FLOAT_EQ(with_printed_line(code, "Price 4.00 DM").confidence, 0.9F);
    EXPECT_FLOAT_EQ(with_printed_line(code, "").confidence, 0.9F);
    EXPECT_EQ(with_printed_line(code, "4 OO6381 333931").printed, "4 006381 333931");
    EXPECT_EQ(with_printed_line(code, "4 OO6381 333931").source, "code");
}

} // namespace
} // namespace broadsheet
