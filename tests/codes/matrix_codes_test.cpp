// SPDX-License-Identifier: Apache-2.0
// Data Matrix, Aztec and PDF417 on pages, from finding to reading.
#include "codes/codes.h"
#include "codes/draw_code.h"

#include <cmath>
#include <gmock/gmock.h>

namespace broadsheet {
namespace {

using ZXing::BarcodeFormat;

struct Kind {
    BarcodeFormat format;
    const char* symbology;
    std::string payload;
};
const std::vector<Kind> kinds = {
    {BarcodeFormat::DataMatrix, "Data Matrix", "Sheet-0427/b, page 3"},
    {BarcodeFormat::DataMatrix, "Data Matrix", "A1"},
    {BarcodeFormat::Aztec, "Aztec", "Sheet-0427/b, page 3"},
    {BarcodeFormat::Aztec, "Aztec",
     "https://example.org/a/long/address?with=some&more=of&what=makes&a=full&range=symbol&instead=of&a=compact&one"},
    {BarcodeFormat::PDF417, "PDF417", "Sheet-0427/b, page 3"},
};

struct Placed {
    cv::Mat page;
    cv::Rect2d code;
};

/// In the middle of a page with text above, below and to the right; four modules stay blank on all sides.
Placed page_with(const Kind& kind, double module) {
    const cv::Mat code = test::drawn_code(kind.format, kind.payload, module);
    const int side = std::max(600, std::max(code.cols, code.rows) * 3 / 2 + 200);
    const int quiet = static_cast<int>(std::ceil(4 * module));
    Placed out{test::blank_page(side, side), {}};
    const int left = (side - code.cols) / 2, top = (side - code.rows) / 2;
    test::write_text(out.page, {20, 0, side - 40, top - quiet - 10});
    test::write_text(out.page, {20, top + code.rows + quiet, side - 40, side - top - code.rows - quiet - 10});
    test::write_text(out.page, {left + code.cols + quiet, top, side - left - code.cols - quiet - 20, code.rows});
    test::paste(out.page, code, left, top);
    out.code = cv::Rect2d(left, top, code.cols, code.rows);
    return out;
}

void wear(cv::Mat& page, double blur, double noise) {
    cv::GaussianBlur(page, page, {}, blur);
    cv::Mat worn, grain(page.size(), CV_16S);
    cv::RNG random(5);
    random.fill(grain, cv::RNG::NORMAL, 0, noise);
    page.convertTo(worn, CV_16S, 0.7, 40);
    worn += grain;
    worn.convertTo(page, CV_8U);
}

/// Where the code's corners come to: as test::turned turns them, counter-clockwise.
cv::Point2d turned(cv::Point2d p, const cv::Mat& page, double degrees) {
    const double a = degrees * CV_PI / 180;
    const cv::Point2d middle(page.cols / 2.0, page.rows / 2.0), d = p - middle;
    return middle + cv::Point2d(d.x * std::cos(a) + d.y * std::sin(a), d.y * std::cos(a) - d.x * std::sin(a));
}

class Sizes : public testing::TestWithParam<double> {};
INSTANTIATE_TEST_SUITE_P(Modules, Sizes, testing::Values(2.5, 3, 5, 8)); // pixels

TEST_P(Sizes, read_at_any_angle_beside_text) {
    for (const Kind& kind : kinds) {
        const Placed placed = page_with(kind, GetParam());
        for (const double degrees : {0.0, 90.0, 180.0, 270.0, 10.0, 35.0}) {
            const cv::Mat page = test::turned(placed.page, degrees);
            const auto codes = find_codes(test::sheet_of(page));
            ASSERT_EQ(codes.size(), 1U) << kind.symbology << " " << kind.payload << " at " << degrees;
            EXPECT_EQ(codes[0].symbology, kind.symbology);
            EXPECT_EQ(codes[0].payload, kind.payload) << kind.symbology << " at " << degrees;
            EXPECT_EQ(codes[0].source, "code");
            EXPECT_GE(codes[0].confidence, 0.98);
            const cv::Point2d corner = turned(placed.code.tl(), page, degrees);
            EXPECT_NEAR(codes[0].corners[0].x, corner.x, 2 * GetParam()) << kind.symbology << " at " << degrees;
            EXPECT_NEAR(codes[0].corners[0].y, corner.y, 2 * GetParam()) << kind.symbology << " at " << degrees;
        }
    }
}

TEST_P(Sizes, read_when_worn) {
    for (const Kind& kind : kinds) {
        int read = 0;
        for (const double degrees : {0.0, 90.0, 35.0}) {
            cv::Mat page = test::turned(page_with(kind, GetParam()).page, degrees);
            wear(page, 0.25 * GetParam(), 12);
            for (const Code& code : find_codes(test::sheet_of(page)))
                read += code.payload == kind.payload;
        }
        EXPECT_GE(read, GetParam() <= 3 ? 2 : 3) << kind.symbology << " " << kind.payload;
    }
}

TEST(matrix_codes, several_on_a_page) {
    cv::Mat page = test::blank_page(1400, 900);
    std::vector<std::string> drawn;
    int left = 60, top = 60;
    for (const BarcodeFormat format : {BarcodeFormat::DataMatrix, BarcodeFormat::Aztec, BarcodeFormat::QRCode,
                                       BarcodeFormat::PDF417, BarcodeFormat::EAN13, BarcodeFormat::DataMatrix}) {
        const std::string payload =
            format == BarcodeFormat::EAN13 ? "4006381333931" : "number " + std::to_string(drawn.size());
        const cv::Mat code = test::drawn_code(format, payload, 4, 50);
        if (left + code.cols > 1300) left = 60, top += 350;
        test::paste(page, code, left, top);
        left += code.cols + 80;
        drawn.push_back(payload);
    }
    std::vector<std::string> found;
    for (const Code& code : find_codes(test::sheet_of(page)))
        found.push_back(code.payload);
    EXPECT_THAT(found, testing::UnorderedElementsAreArray(drawn));
}

/// The modules of the part (in modules) by chance.
void scramble(cv::Mat& code, int module, cv::Rect part) {
    cv::RNG random(3);
    for (int y = part.y; y < part.br().y; ++y)
        for (int x = part.x; x < part.br().x; ++x)
            code(cv::Rect(x * module, y * module, module, module)).setTo(random.uniform(0, 2) * 255);
}

TEST(matrix_codes, surely_codes_that_cannot_be_read_have_no_payload) {
    for (const auto& [format, symbology, payload] :
         {Kind{BarcodeFormat::DataMatrix, "Data Matrix", "number 1 of the last of all the pages"},
          Kind{BarcodeFormat::Aztec, "Aztec", "number 1 of the last of all the pages"},
          Kind{BarcodeFormat::PDF417, "PDF417", "number 1 of the last of all the pages"}}) {
        constexpr int module = 5;
        cv::Mat page = test::blank_page(1200, 600);
        cv::Mat code = test::drawn_code(format, payload, module);
        const int columns = code.cols / module, rows = code.rows / module;
        if (format == BarcodeFormat::DataMatrix) scramble(code, module, {1, 1, columns - 2, rows - 2});
        if (format == BarcodeFormat::Aztec) {
            const int beside = columns / 2 - 5; // up to the bull's eye and the marks around it
            scramble(code, module, {0, 0, columns, beside});
            scramble(code, module, {0, rows - beside, columns, beside});
            scramble(code, module, {0, 0, beside, rows});
            scramble(code, module, {columns - beside, 0, beside, rows});
        }
        if (format == BarcodeFormat::PDF417) scramble(code, module, {17, 0, columns - 35, rows});
        test::paste(page, code, 200, 150);
        const auto codes = find_codes(test::sheet_of(page));
        ASSERT_EQ(codes.size(), 1U) << symbology;
        EXPECT_EQ(codes[0].symbology, symbology);
        EXPECT_EQ(codes[0].payload, "");
        EXPECT_EQ(codes[0].source, "");
        EXPECT_LT(codes[0].confidence, 0.5);
        EXPECT_GT(codes[0].confidence, 0);
        EXPECT_NEAR(codes[0].box.left, 200, 2 * module) << symbology;
        EXPECT_NEAR(codes[0].box.bottom, 150 + code.rows, 2 * module) << symbology;
    }
}

// What looks like them -----------------------------------------------------------------------------------------------

cv::Mat chessboard(int squares, int side, bool framed) {
    cv::Mat page = test::blank_page();
    for (int y = 0; y < squares; ++y)
        for (int x = 0; x < squares; ++x)
            if ((x + y) % 2 == 0) page(cv::Rect(200 + x * side, 150 + y * side, side, side)).setTo(0);
    if (framed) cv::rectangle(page, {200, 150, squares * side, squares * side}, cv::Scalar(0), 3);
    return page;
}

cv::Mat crossword(int squares, int side) {
    cv::Mat page = test::blank_page();
    cv::RNG random(9);
    for (int y = 0; y < squares; ++y)
        for (int x = 0; x < squares; ++x) {
            const cv::Rect cell(150 + x * side, 100 + y * side, side, side);
            if (random.uniform(0, 4) == 0) page(cell).setTo(0);
            cv::rectangle(page, cell, cv::Scalar(0), 2);
        }
    return page;
}

cv::Mat table(int column, int row) {
    cv::Mat page = test::blank_page();
    for (int x = 100; x <= 1100; x += column)
        cv::line(page, {x, 100}, {x, 100 + 700 / row * row}, cv::Scalar(0), 3);
    for (int y = 100; y <= 800; y += row)
        cv::line(page, {100, y}, {100 + 1000 / column * column, y}, cv::Scalar(0), 3);
    return page;
}

/// A solid left and bottom side with teeth at the others, and nothing or everything within.
cv::Mat comb(bool filled) {
    cv::Mat page = test::blank_page();
    page(cv::Rect(300, 300, 6, 120)).setTo(0);
    page(cv::Rect(300, 414, 120, 6)).setTo(0);
    if (filled) page(cv::Rect(306, 306, 108, 108)).setTo(0);
    for (int k = 0; k < 20; k += 2) {
        page(cv::Rect(300 + k * 6, 300, 6, 6)).setTo(0);
        page(cv::Rect(414, 306 + k * 6, 6, 6)).setTo(0);
    }
    return page;
}

cv::Mat rings(bool round, int step) {
    cv::Mat page = test::blank_page();
    for (int i = 0; i < 6; ++i) {
        const cv::Point middle(150 + i * 170, 400);
        for (int r = 9; r > 0; r -= 2)
            for (const int dark : {1, 0}) {
                const int reach = (2 * r + (dark ? 1 : -1)) * step / 2;
                if (round)
                    cv::circle(page, middle, reach, cv::Scalar(dark ? 0 : 255), cv::FILLED);
                else
                    cv::rectangle(page, {middle.x - reach, middle.y - reach, 2 * reach, 2 * reach},
                                  cv::Scalar(dark ? 0 : 255), cv::FILLED);
            }
        cv::circle(page, middle, step / 2, cv::Scalar(0), cv::FILLED);
    }
    return page;
}

TEST(matrix_codes, none_in_what_looks_like_them) {
    std::vector<std::pair<std::string, cv::Mat>> pages;
    for (const int side : {4, 6, 10, 30, 60})
        for (const bool framed : {false, true})
            for (const int squares : {8, 10})
                pages.emplace_back("chessboard of " + std::to_string(side), chessboard(squares, side, framed));
    for (const int side : {6, 10, 24, 40})
        pages.emplace_back("crossword of " + std::to_string(side), crossword(15, side));
    for (const int side : {8, 14, 40, 90})
        pages.emplace_back("table of " + std::to_string(side), table(2 * side, side));
    for (const double pitch : {4.0, 6.0, 9.0, 16.0}) {
        pages.emplace_back("halftone", test::blank_page());
        test::draw_halftone(pages.back().second, {100, 100, 1000, 700}, pitch);
    }
    for (const bool filled : {false, true})
        pages.emplace_back("comb", comb(filled));
    for (const int step : {4, 6, 8}) {
        pages.emplace_back("circles", rings(true, step));
        pages.emplace_back("squares", rings(false, step));
    }
    for (const double size : {0.5, 0.8, 1.5, 3.0}) {
        pages.emplace_back("text", test::blank_page());
        test::write_text(pages.back().second, {40, 20, 1100, 850}, size);
    }
    for (const auto& [name, page] : pages)
        for (const double degrees : {0.0, 10.0})
            for (const Code& code : find_codes(test::sheet_of(test::turned(page, degrees))))
                ADD_FAILURE() << name << " turned by " << degrees << ": " << code.symbology << " " << code.payload;
}

// Damage -------------------------------------------------------------------------------------------------------------

void damage(cv::Mat& page, cv::RNG& random) {
    const cv::Rect all(0, 0, page.cols, page.rows);
    for (int k = random.uniform(0, 8); k > 0; --k) {
        const cv::Rect hole(random.uniform(0, page.cols - 30), random.uniform(0, page.rows - 30), random.uniform(2, 30),
                            random.uniform(2, 30));
        const cv::Point from(random.uniform(0, page.cols - 40), random.uniform(0, page.rows - 40));
        if (k % 3 == 0)
            page(cv::Rect(from, hole.size()) & all).copyTo(page(hole));
        else
            page(hole & all).setTo(random.uniform(0, 2) * 255);
    }
    if (random.uniform(0, 4) == 0) cv::GaussianBlur(page, page, {}, random.uniform(0.5, 2.5));
}

TEST(matrix_codes, damaged_ones_never_end_the_process_nor_say_something_else) {
    cv::RNG random(21);
    for (int i = 0; i < 240; ++i) {
        const Kind& kind = kinds[static_cast<std::size_t>(i) % kinds.size()];
        const cv::Mat code = test::drawn_code(kind.format, kind.payload, 3);
        cv::Mat page = test::blank_page(code.cols + 120, code.rows + 120);
        test::paste(page, code, 60, 60);
        page = test::turned(page, random.uniform(-45.0, 45.0));
        damage(page, random);
        for (const Code& found : find_codes(test::sheet_of(page)))
            EXPECT_TRUE(found.payload.empty() || found.payload == kind.payload) << i << ": " << found.payload;
    }
}

} // namespace
} // namespace broadsheet
