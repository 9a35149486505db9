// SPDX-License-Identifier: Apache-2.0
// Symbologies without a check digit: Codabar, and Interleaved 2 of 5 on request.
#include "codes/codes.h"
#include "codes/draw_code.h"

#include <gmock/gmock.h>

namespace broadsheet {
namespace {

using ZXing::BarcodeFormat;

constexpr CodeOptions with_itf{.itf = true};

cv::Mat page_with(BarcodeFormat format, const std::string& payload, double module) {
    cv::Mat page = test::blank_page(1000, 1000);
    const cv::Mat code = test::drawn_code(format, payload, module, 50);
    test::paste(page, code, (page.cols - code.cols) / 2, 400);
    test::write_text(page, {40, 20, 900, 300});
    test::write_text(page, {40, 760, 900, 200});
    return page;
}

void expect_read(BarcodeFormat format, const std::string& symbology, const std::string& payload) {
    for (const double module : {2.5, 4.0})
        for (const double degrees : {0.0, 90.0, 180.0, 270.0, 10.0, 35.0}) {
            const cv::Mat page = test::turned(page_with(format, payload, module), degrees);
            const auto codes = find_codes(test::sheet_of(page), with_itf);
            ASSERT_EQ(codes.size(), 1U) << symbology << " of " << module << " at " << degrees;
            EXPECT_EQ(codes[0].symbology, symbology);
            EXPECT_EQ(codes[0].payload, payload) << module << " at " << degrees;
            EXPECT_LT(codes[0].confidence, 0.99);
        }
}

TEST(codabar, read_at_any_angle) {
    expect_read(BarcodeFormat::Codabar, "Codabar", "31117013206375");
}

TEST(itf, read_at_any_angle_on_request) {
    expect_read(BarcodeFormat::ITF, "Interleaved 2 of 5", "1234567890");
}

TEST(itf, not_read_unless_asked_for) {
    const auto codes = find_codes(test::sheet_of(page_with(BarcodeFormat::ITF, "1234567890", 4)));
    for (const Code& code : codes)
        EXPECT_EQ(code.payload, "");
}

TEST(itf, fewer_than_six_digits_are_not_believed) {
    for (const Code& code : find_codes(test::sheet_of(page_with(BarcodeFormat::ITF, "1234", 4)), with_itf))
        EXPECT_EQ(code.payload, "");
}

TEST(itf, other_codes_stay_what_they_are) {
    for (const auto& [format, payload] : {std::pair<BarcodeFormat, std::string>{BarcodeFormat::EAN13, "4006381333931"},
                                          {BarcodeFormat::Code128, "Sheet-0427/b"},
                                          {BarcodeFormat::Code39, "WIKI39"},
                                          {BarcodeFormat::Codabar, "31117013206375"}}) {
        const auto codes = find_codes(test::sheet_of(page_with(format, payload, 3)), with_itf);
        ASSERT_EQ(codes.size(), 1U) << payload;
        EXPECT_EQ(codes[0].payload, payload);
    }
}

TEST(itf, none_in_rules_halftones_text_and_hatching) {
    std::vector<cv::Mat> pages;
    for (const int step : {6, 10, 18}) {
        pages.push_back(test::blank_page());
        for (int x = 100; x <= 1100; x += step)
            cv::line(pages.back(), {x, 100}, {x, 400}, cv::Scalar(0), step / 3);
        for (int x = 100; x <= 1100; x += step)
            cv::line(pages.back(), {x, 500}, {x, 800}, cv::Scalar(0), 1 + x / step % 3 * step / 5);
    }
    for (const double size : {0.5, 0.8, 1.5, 3.0}) {
        pages.push_back(test::blank_page());
        test::write_text(pages.back(), {40, 20, 1100, 850}, size);
    }
    pages.push_back(test::blank_page());
    test::draw_halftone(pages.back(), {100, 100, 1000, 700}, 6);
    cv::RNG random(4);
    for (int i = 0; i < 6; ++i) { // streaks
        cv::Mat row(1, 1200, CV_8UC1);
        random.fill(row, cv::RNG::UNIFORM, 0, 256);
        cv::blur(row, row, {3 + 2 * i, 1});
        pages.push_back(cv::repeat(row, 300, 1) < 128);
        cv::copyMakeBorder(pages.back(), pages.back(), 100, 100, 100, 100, cv::BORDER_CONSTANT, cv::Scalar(255));
    }
    for (std::size_t i = 0; i < pages.size(); ++i)
        for (const Code& code : find_codes(test::sheet_of(pages[i]), with_itf))
            EXPECT_EQ(code.payload, "") << i;
}

TEST(itf, damaged_codes_say_nothing_else) {
    cv::RNG random(13);
    for (int i = 0; i < 150; ++i) {
        const bool itf = i % 2 == 0;
        const std::string payload = itf ? "1234567890" : "31117013206375";
        cv::Mat page = test::blank_page(700, 400);
        test::paste(page, test::drawn_code(itf ? BarcodeFormat::ITF : BarcodeFormat::Codabar, payload, 3, 50), 60, 120);
        for (int k = random.uniform(1, 5); k > 0; --k)
            page(cv::Rect(random.uniform(40, 600), random.uniform(100, 250), random.uniform(2, 30),
                          random.uniform(10, 120)))
                .setTo(random.uniform(0, 2) * 255);
        for (const Code& code : find_codes(test::sheet_of(page), with_itf))
            EXPECT_TRUE(code.payload.empty() || code.payload == payload) << i << ": " << code.symbology << code.payload;
    }
}

} // namespace
} // namespace broadsheet
