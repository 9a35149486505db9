// SPDX-License-Identifier: Apache-2.0
#include "codes/codes.h"
#include "codes/draw_code.h"

#include <cmath>
#include <gmock/gmock.h>
#include <opencv2/core.hpp>

namespace broadsheet {
namespace {

using ZXing::BarcodeFormat;

void expect_near(const Box& found, const Box& drawn, int by) {
    EXPECT_NEAR(found.left, drawn.left, by);
    EXPECT_NEAR(found.top, drawn.top, by);
    EXPECT_NEAR(found.right, drawn.right, by);
    EXPECT_NEAR(found.bottom, drawn.bottom, by);
}

Box box_of(const cv::Rect& r) {
    return {r.x, r.y, r.br().x, r.br().y};
}

/// Digits at (left, bottom); the box of their ink.
Box write_digits(cv::Mat& page, const std::string& text, int left, int bottom, double size = 1) {
    cv::Mat layer = test::blank_page(page.cols, page.rows);
    cv::putText(layer, text, {left, bottom}, cv::FONT_HERSHEY_SIMPLEX, size, cv::Scalar(0), 2, cv::LINE_AA);
    cv::min(page, layer, page);
    return box_of(cv::boundingRect(cv::Mat(layer < 128)));
}

struct Drawn {
    cv::Mat page = test::blank_page();
    Box bars;
    Box printed;
};

/// An EAN-13 and its digits in a page of text.
Drawn page_with_ean13() {
    Drawn d;
    test::write_text(d.page, {40, 20, 560, 850});
    test::write_text(d.page, {640, 20, 520, 380});
    const cv::Mat code = test::drawn_code(BarcodeFormat::EAN13, "4006381333931", 4);
    test::paste(d.page, code, 700, 460);
    d.bars = {700, 460, 700 + code.cols, 460 + code.rows};
    d.printed = write_digits(d.page, "4 006381 333931", 672, 740);
    test::write_text(d.page, {640, 770, 520, 100});
    return d;
}

TEST(find_codes, finds_an_ean13_and_its_printed_line_among_text) {
    const Drawn d = page_with_ean13();
    const auto codes = find_codes(test::sheet_of(d.page));
    ASSERT_EQ(codes.size(), 1U);
    EXPECT_EQ(codes[0].symbology, "EAN-13");
    EXPECT_EQ(codes[0].payload, "4006381333931");
    expect_near(codes[0].box, d.bars, 2);
    expect_near(codes[0].printed_box, d.printed, 2);
    EXPECT_NEAR(codes[0].corners[0].x, d.bars.left, 2);
    EXPECT_NEAR(codes[0].corners[0].y, d.bars.top, 2);
    EXPECT_NEAR(codes[0].corners[2].x, d.bars.right, 2);
    EXPECT_NEAR(codes[0].corners[2].y, d.bars.bottom, 2);
    EXPECT_EQ(codes[0].printed, "");
}

TEST(find_codes, digits_between_guard_bars_are_the_printed_line_and_not_the_bars) {
    Drawn d;
    const cv::Mat code = test::drawn_code(BarcodeFormat::EAN13, "4006381333931", 4, 70);
    test::paste(d.page, code, 400, 300);
    d.page(cv::Rect(400 + 3 * 4 + 2, 300 + 60 * 4, 43 * 4, 40)).setTo(255); // the guards alone go on
    d.page(cv::Rect(400 + 50 * 4 + 2, 300 + 60 * 4, 41 * 4, 40)).setTo(255);
    d.printed = write_digits(d.page, "4", 365, 572);
    d.printed = united(d.printed, write_digits(d.page, "006381", 424, 572));
    d.printed = united(d.printed, write_digits(d.page, "333931", 612, 572));
    test::write_text(d.page, {300, 600, 600, 100});
    const auto codes = find_codes(test::sheet_of(d.page));
    ASSERT_EQ(codes.size(), 1U);
    expect_near(codes[0].box, {400, 300, 780, 540}, 2);
    expect_near(codes[0].printed_box, d.printed, 3);
}

TEST(find_codes, text_that_runs_on_under_the_bars_is_not_their_line) {
    Drawn d;
    const cv::Mat code = test::drawn_code(BarcodeFormat::EAN13, "4006381333931", 3);
    test::paste(d.page, code, 450, 300);
    test::write_text(d.page, {40, 490, 1100, 300});
    const auto codes = find_codes(test::sheet_of(d.page));
    ASSERT_EQ(codes.size(), 1U);
    EXPECT_TRUE(codes[0].printed_box.empty());
}

TEST(find_codes, a_code_without_digits_has_no_printed_line) {
    Drawn d;
    test::paste(d.page, test::drawn_code(BarcodeFormat::EAN13, "4006381333931", 3), 450, 300);
    const auto codes = find_codes(test::sheet_of(d.page));
    ASSERT_EQ(codes.size(), 1U);
    EXPECT_TRUE(codes[0].printed_box.empty());
    expect_near(codes[0].box, {450, 300, 450 + 95 * 3, 480}, 1);
}

struct Kind {
    BarcodeFormat format;
    const char* symbology;
    const char* payload;
    int module;
};

TEST(find_codes, reads_every_symbology_it_names) {
    for (const Kind& kind :
         {Kind{BarcodeFormat::EAN8, "EAN-8", "96385074", 4}, Kind{BarcodeFormat::UPCA, "UPC-A", "036000291452", 3},
          Kind{BarcodeFormat::UPCE, "UPC-E", "01234565", 4},
          Kind{BarcodeFormat::Code128, "Code 128", "Sheet-0427/b", 2},
          Kind{BarcodeFormat::Code39, "Code 39", "WIKI39", 3},
          Kind{BarcodeFormat::QRCode, "QR Code", "Zeitung \xC3\xBC ber alles", 5}}) {
        cv::Mat page = test::blank_page();
        const cv::Mat code = test::drawn_code(kind.format, kind.payload, kind.module);
        test::paste(page, code, 300, 200);
        test::write_text(page, {40, 500, 1100, 350});
        const auto codes = find_codes(test::sheet_of(page));
        ASSERT_EQ(codes.size(), 1U) << kind.symbology;
        EXPECT_EQ(codes[0].symbology, kind.symbology);
        EXPECT_EQ(codes[0].payload, kind.payload);
        expect_near(codes[0].box, {300, 200, 300 + code.cols, 200 + code.rows}, 2);
    }
}

TEST(find_codes, reads_codes_turned_by_right_angles) {
    const Drawn d = page_with_ean13();
    struct Turn {
        cv::RotateFlags flag;
        Box bars, printed;
    };
    const int w = d.page.cols, h = d.page.rows;
    const auto clockwise = [&](const Box& b) { return Box{h - b.bottom, b.left, h - b.top, b.right}; };
    const auto around = [&](const Box& b) { return Box{w - b.right, h - b.bottom, w - b.left, h - b.top}; };
    const auto counter = [&](const Box& b) { return Box{b.top, w - b.right, b.bottom, w - b.left}; };
    for (const Turn& turn : {Turn{cv::ROTATE_90_CLOCKWISE, clockwise(d.bars), clockwise(d.printed)},
                             Turn{cv::ROTATE_180, around(d.bars), around(d.printed)},
                             Turn{cv::ROTATE_90_COUNTERCLOCKWISE, counter(d.bars), counter(d.printed)}}) {
        cv::Mat page;
        cv::rotate(d.page, page, turn.flag);
        const auto codes = find_codes(test::sheet_of(page));
        ASSERT_EQ(codes.size(), 1U) << turn.flag;
        EXPECT_EQ(codes[0].payload, "4006381333931");
        expect_near(codes[0].box, turn.bars, 2);
        expect_near(codes[0].printed_box, turn.printed, 2);
    }
}

TEST(find_codes, reads_tilted_codes) {
    Drawn d = page_with_ean13();
    test::paste(d.page, cv::Mat(200, 560, CV_8UC1, cv::Scalar(255)), 640, 20);
    test::paste(d.page, test::drawn_code(BarcodeFormat::QRCode, "https://example.org/a", 5), 800, 40);
    for (const double degrees : {-5.0, -2.0, 3.0, 5.0}) {
        const auto codes = find_codes(test::sheet_of(test::turned(d.page, degrees)));
        ASSERT_EQ(codes.size(), 2U) << degrees;
        EXPECT_EQ(codes[0].payload, "https://example.org/a");
        EXPECT_EQ(codes[1].payload, "4006381333931");
        const double a = degrees * CV_PI / 180;
        const cv::Point2d from(d.bars.left - 600.0, d.bars.top - 450.0);
        EXPECT_NEAR(codes[1].corners[0].x, 600 + from.x * std::cos(a) + from.y * std::sin(a), 3);
        EXPECT_NEAR(codes[1].corners[0].y, 450 - from.x * std::sin(a) + from.y * std::cos(a), 3);
        EXPECT_FALSE(codes[1].printed_box.empty());
    }
}

TEST(find_codes, gives_codes_from_top_to_bottom_and_left_to_right) {
    cv::Mat page = test::blank_page();
    std::vector<std::string> drawn;
    for (int i = 0; i < 6; ++i) {
        drawn.push_back("https://example.org/" + std::to_string(i));
        test::paste(page, test::drawn_code(BarcodeFormat::QRCode, drawn.back(), 5), 100 + 350 * (i % 3),
                    100 + 300 * (i / 3));
    }
    std::vector<std::string> found;
    for (const Code& code : find_codes(test::sheet_of(page)))
        found.push_back(code.payload);
    EXPECT_EQ(found, drawn);
}

TEST(find_codes, a_code_that_cannot_be_read_is_told_without_payload) {
    cv::Mat page = test::blank_page();
    cv::Mat code = test::drawn_code(BarcodeFormat::QRCode, "https://example.org/a", 6);
    code(cv::Rect(54, 54, 90, 90)).setTo(0); // all the data gone, finder and timing patterns left
    test::paste(page, code, 300, 200);
    cv::Mat bars = test::drawn_code(BarcodeFormat::EAN13, "4006381333931", 4);
    bars(cv::Rect(28, 0, 28, bars.rows)).setTo(255); // a digit gone
    test::paste(page, bars, 300, 500);
    const auto codes = find_codes(test::sheet_of(page));
    ASSERT_EQ(codes.size(), 2U);
    EXPECT_EQ(codes[0].symbology, "QR Code");
    EXPECT_EQ(codes[0].payload, "");
    expect_near(codes[0].box, {300, 200, 300 + code.cols, 200 + code.rows}, 2);
    EXPECT_EQ(codes[1].payload, "");
    expect_near(codes[1].box, {300, 500, 300 + bars.cols, 500 + bars.rows}, 2);
}

TEST(find_codes, black_condensed_letters_are_no_bars) { // whose stems are level, but joined here above, there below
    cv::Mat page = test::blank_page();
    for (int i = 0; i < 12; ++i) {
        const int x = 200 + 52 * i;
        cv::rectangle(page, cv::Rect(x, 300, 11, 90), 0, cv::FILLED);
        cv::rectangle(page, cv::Rect(x + 22, 300, 20, 90), 0, cv::FILLED);
        cv::rectangle(page, cv::Rect(x, i % 2 == 0 ? 300 : 368, 42, 22), 0, cv::FILLED);
    }
    EXPECT_TRUE(find_codes(test::sheet_of(page)).empty());
}

TEST(find_codes, finds_none_in_text_rules_tables_halftones_and_noise) {
    std::vector<std::pair<const char*, cv::Mat>> pages;
    for (const double size : {0.5, 0.8, 1.5, 3.0}) {
        pages.emplace_back("text", test::blank_page());
        test::write_text(pages.back().second, {40, 20, 1100, 850}, size);
    }
    pages.emplace_back("table", test::blank_page());
    for (int x = 100; x <= 1100; x += 50)
        cv::line(pages.back().second, {x, 100}, {x, 800}, cv::Scalar(0), 3);
    for (int y = 100; y <= 800; y += 50)
        cv::line(pages.back().second, {100, y}, {1100, y}, cv::Scalar(0), 3);
    pages.emplace_back("rules", test::blank_page());
    for (int x = 100; x <= 1100; x += 18)
        cv::line(pages.back().second, {x, 100}, {x, 400}, cv::Scalar(0), 4);
    for (int y = 500; y <= 850; y += 10)
        cv::line(pages.back().second, {100, y}, {1100, y}, cv::Scalar(0), 2);
    for (const double pitch : {5.0, 9.0, 16.0}) {
        pages.emplace_back("halftone", test::blank_page());
        test::draw_halftone(pages.back().second, {100, 100, 1000, 700}, pitch);
    }
    pages.emplace_back("nested squares", test::blank_page());
    for (int i = 0; i < 40; ++i) {
        const cv::Rect r(60 + 110 * (i % 10), 60 + 110 * (i / 10), 42, 42);
        cv::rectangle(pages.back().second, r, cv::Scalar(0), cv::FILLED);
        cv::rectangle(pages.back().second, r - cv::Size(12, 12) + cv::Point(6, 6), cv::Scalar(255), cv::FILLED);
        cv::rectangle(pages.back().second, r - cv::Size(24, 24) + cv::Point(12, 12), cv::Scalar(0), cv::FILLED);
    }
    cv::RNG random(7);
    pages.emplace_back("noise", test::blank_page());
    random.fill(pages.back().second, cv::RNG::UNIFORM, 0, 256);
    pages.emplace_back("streaks", cv::Mat());
    cv::blur(pages[pages.size() - 2].second, pages.back().second, {1, 61});
    cv::normalize(pages.back().second, pages.back().second, 0, 255, cv::NORM_MINMAX);
    pages.emplace_back("blank", test::blank_page());
    pages.emplace_back("black", test::blank_page() * 0);
    for (const auto& [name, page] : pages)
        EXPECT_TRUE(find_codes(test::sheet_of(page)).empty()) << name;
}

TEST(find_codes, sheets_of_any_size_are_fine) {
    EXPECT_TRUE(find_codes({}).empty());
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(3, 200), cv::Size(200, 3), cv::Size(50, 50), cv::Size(9, 9)}) {
        for (const int gray : {0, 255})
            EXPECT_TRUE(find_codes(test::sheet_of({size, CV_8UC1, cv::Scalar(gray)})).empty());
    }
}

TEST(find_codes, reads_codes_at_any_angle) {
    Drawn d = page_with_ean13();
    cv::Mat page(1400, 1400, CV_8UC1, cv::Scalar(255));
    d.page.copyTo(page(cv::Rect(100, 250, d.page.cols, d.page.rows)));
    for (const double degrees : {20.0, 35.0, 45.0, 70.0, 110.0, 160.0, -35.0}) {
        const auto codes = find_codes(test::sheet_of(test::turned(page, degrees)));
        ASSERT_EQ(codes.size(), 1U) << degrees;
        EXPECT_EQ(codes[0].payload, "4006381333931") << degrees;
    }
}

TEST(find_codes, reads_codes_side_by_side) {
    cv::Mat page = test::blank_page();
    const std::vector<std::string> payloads = {"4006381333931", "9771234567003", "036000291452"};
    for (int i = 0; i < 3; ++i)
        test::paste(page, test::drawn_code(i == 2 ? BarcodeFormat::UPCA : BarcodeFormat::EAN13, payloads[i], 3, 40),
                    60 + i * 350, 300);
    std::vector<std::string> found;
    for (const Code& code : find_codes(test::sheet_of(page)))
        found.push_back(code.payload);
    EXPECT_THAT(found, testing::UnorderedElementsAreArray(payloads));
}

/// ISO/IEC 15420: 1011, then each digit in odd (L) or even (G) parity, 01 between them.
std::string addon_modules(const std::string& digits, const std::string& parities) {
    constexpr std::array odd = {"0001101", "0011001", "0010011", "0111101", "0100011",
                                "0110001", "0101111", "0111011", "0110111", "0001011"};
    std::string out = "1011";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        std::string digit = odd[static_cast<std::size_t>(digits[i] - '0')];
        if (parities[i] == 'G') {
            for (char& c : digit)
                c = c == '0' ? '1' : '0';
            std::reverse(digit.begin(), digit.end());
        }
        out += (i > 0 ? "01" : "") + digit;
    }
    return out;
}

TEST(find_codes, reads_addons) {
    struct Case {
        const char* payload;
        const char* addon;
        const char* parities;
        const char* number;
    };
    for (const Case& c : {Case{"9772049363002", "05", "LG", "ISSN 2049-3630"},           // 05 mod 4 is 1
                          Case{"9783161484100", "52495", "GLGLL", "ISBN 9783161484100"}, // 3 x 14 + 9 x 11 = 141: 1
                          Case{"4006381333931", "", "", ""}}) {
        cv::Mat page = test::blank_page(900, 500);
        const cv::Mat code = test::drawn_code(BarcodeFormat::EAN13, c.payload, 3, 60);
        test::paste(page, code, 150, 100);
        const std::string modules = *c.addon ? addon_modules(c.addon, c.parities) : "";
        for (std::size_t i = 0; i < modules.size(); ++i)
            if (modules[i] == '1') page(cv::Rect(150 + code.cols + 27 + static_cast<int>(i) * 3, 130, 3, 150)).setTo(0);
        for (const bool upside_down : {false, true}) {
            if (upside_down) cv::rotate(page, page, cv::ROTATE_180);
            const auto codes = find_codes(test::sheet_of(page));
            ASSERT_EQ(codes.size(), 1U) << c.payload << " with " << c.addon;
            EXPECT_EQ(codes[0].payload, c.payload);
            EXPECT_EQ(codes[0].addon, c.addon) << upside_down;
            EXPECT_EQ(codes[0].number, c.number);
        }
    }
}

TEST(find_codes, reads_bars_that_have_run_together) {
    for (const double blur : {1.0, 1.3, 1.6}) { // of a module of three pixels
        cv::Mat page = test::blank_page(600, 400);
        test::paste(page, test::drawn_code(BarcodeFormat::EAN13, "4006381333931", 3, 60), 150, 100);
        cv::GaussianBlur(page, page, {}, blur);
        const auto codes = find_codes(test::sheet_of(page));
        ASSERT_EQ(codes.size(), 1U) << blur;
        EXPECT_EQ(codes[0].payload, "4006381333931") << blur;
    }
}

/// One of the six symbologies, with a payload of its own.
struct Sample {
    BarcodeFormat format;
    std::string payload;
    bool matrix() const { return format == BarcodeFormat::QRCode; }
};
Sample sample(int i) {
    switch (i % 6) {
    case 0:
        return {BarcodeFormat::EAN13, "4006381333931"};
    case 1:
        return {BarcodeFormat::Code128, "BS-" + std::to_string(i)};
    case 2:
        return {BarcodeFormat::Code39, "BS" + std::to_string(i)};
    case 3:
        return {BarcodeFormat::EAN8, "96385074"};
    default:
        return {BarcodeFormat::QRCode, "https://example.org/" + std::to_string(i)};
    }
}

/// Pieces moved, blackened and bleached; blurred now and then.
void damage(cv::Mat& page, int number, cv::RNG& random) {
    const cv::Rect all(0, 0, page.cols, page.rows);
    for (int k = random.uniform(0, 9); k > 0; --k) {
        const cv::Rect hole(random.uniform(0, 380), random.uniform(0, 280), random.uniform(2, 40),
                            random.uniform(2, 40));
        const cv::Rect from(random.uniform(0, 380), random.uniform(0, 280), hole.width, hole.height);
        if (k % 3 == 0 && (from & all) == from && (hole & all) == hole)
            page(from).clone().copyTo(page(hole));
        else
            page(hole & all).setTo(random.uniform(0, 2) * 255);
    }
    if (number % 5 == 0) cv::GaussianBlur(page, page, {}, random.uniform(0.5, 3.0));
}

TEST(find_codes, damaged_codes_never_end_the_process) {
    cv::RNG random(11);
    for (int i = 0; i < 800; ++i) {
        const Sample one = sample(i);
        cv::Mat page = test::blank_page(420, 320);
        test::paste(page, test::drawn_code(one.format, one.payload, one.matrix() ? 5 : 2), 40, 60);
        page = test::turned(page, random.uniform(-45.0, 45.0));
        damage(page, i, random);
        for (const Code& found : find_codes(test::sheet_of(page))) {
            // A digit misread can hide from the check of EAN-8 and Code 39 has none; the others must be right.
            const bool weak = one.format == BarcodeFormat::EAN8 || one.format == BarcodeFormat::Code39;
            EXPECT_TRUE(weak || found.payload.empty() || found.payload == one.payload) << i << ": " << found.payload;
        }
    }
}

TEST(find_codes, random_pictures_never_end_the_process) {
    cv::RNG random(12);
    for (int i = 0; i < 200; ++i) {
        cv::Mat page(200 + 7 * (i % 9), 200 + 11 * (i % 7), CV_8UC1);
        random.fill(page, cv::RNG::UNIFORM, 0, 256);
        const cv::Size grain(1 + random.uniform(0, 12), 1 + random.uniform(0, 60));
        cv::blur(page, page, grain);
        cv::normalize(page, page, 0, 255, cv::NORM_MINMAX);
        if (i % 2 == 0) cv::threshold(page, page, 128, 255, cv::THRESH_BINARY);
        for (const Code& found : find_codes(test::sheet_of(page)))
            EXPECT_EQ(found.payload, "") << i;
    }
}

TEST(find_codes, a_small_qr_code_of_narrow_modules_is_read_turned) {
    cv::Mat page = test::blank_page(300, 300);
    const cv::Mat code = test::drawn_code(BarcodeFormat::QRCode, "https://example.org/a/long/address", 1.8);
    test::paste(page, code, 110, 110);
    for (const double degrees : {10.0, 22.0, 35.0}) {
        cv::Mat small = test::turned(page, degrees);
        cv::GaussianBlur(small, small, {}, 0.5);
        const auto codes = find_codes(test::sheet_of(small));
        ASSERT_EQ(codes.size(), 1U) << degrees;
        EXPECT_EQ(codes[0].payload, "https://example.org/a/long/address") << degrees;
    }
}

TEST(find_codes, the_left_half_of_an_ean13_is_no_upce) {
    constexpr int module = 4;
    constexpr int left = 100, middle = left + 50 * module;
    for (int i = 0; i < 60; ++i) {
        std::string digits = "3" + std::to_string(560070 + 1370 * i) + "16944";
        int sum = 0;
        for (std::size_t k = 0; k < digits.size(); ++k)
            sum += (digits[k] - '0') * (k % 2 ? 3 : 1);
        digits += std::to_string((10 - sum % 10) % 10);
        cv::Mat page = test::blank_page(600, 400);
        test::paste(page, test::drawn_code(BarcodeFormat::EAN13, digits, module), left, 80);
        // Of the right half one digit is left, and folded away: its bars lean, the locator leaves them out.
        page.colRange(middle + 7 * module, page.cols).setTo(255);
        cv::Mat right = page.colRange(middle, page.cols);
        const cv::Matx23d lean(1, 0.3, -0.3 * 80, 0, 1, 0);
        cv::warpAffine(right.clone(), right, lean, right.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, 255);
        for (const Code& found : find_codes(test::sheet_of(page)))
            EXPECT_EQ(found.payload, "") << found.symbology << " in " << digits;
    }
}

} // namespace
} // namespace broadsheet
