// SPDX-License-Identifier: Apache-2.0
#include "codes/codes.h"

#include "codes/aztec.h"
#include "codes/bars.h"
#include "codes/confidence.h"
#include "codes/data_matrix.h"
#include "codes/decode.h"
#include "codes/finders.h"
#include "codes/isolate.h"
#include "codes/numbers.h"
#include "codes/pdf417.h"
#include "codes/printed_row.h"
#include "codes/read_matrix.h"
#include "image/serial.h"
#include "image/shrink.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <opencv2/imgproc.hpp>
#include <span>

namespace broadsheet {
namespace {

using namespace codes;
using Corners = std::array<cv::Point2d, 4>;

constexpr std::chrono::seconds longest_reading{10};

Box box_around(std::span<const cv::Point2d> points, const cv::Size& sheet) {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (const cv::Point2d& p : points) {
        left = std::min(left, p.x);
        top = std::min(top, p.y);
        right = std::max(right, p.x);
        bottom = std::max(bottom, p.y);
    }
    const auto whole = [](double v) { return static_cast<int>(std::lround(v)); };
    return intersected({whole(left), whole(top), whole(right), whole(bottom)}, {0, 0, sheet.width, sheet.height});
}

cv::Point2d mapped(const cv::Matx23d& m, cv::Point2d p) {
    return m * cv::Vec3d(p.x, p.y, 1);
}

Corners mapped(const cv::Matx23d& m, const Corners& corners) {
    Corners out;
    std::transform(corners.begin(), corners.end(), out.begin(), [&](cv::Point2d p) { return mapped(m, p); });
    return out;
}

void set_outline(Code& code, const Corners& corners, const cv::Size& sheet) {
    code.box = box_around(corners, sheet);
    for (std::size_t i = 0; i < 4; ++i)
        code.corners[i] = {static_cast<int>(std::lround(corners[i].x)), static_cast<int>(std::lround(corners[i].y))};
}

/// Guard bars belong to the box unless the digits stand between them.
void extend_to_tails(Bars& bars) {
    const double longest = *std::max_element(bars.tails.begin(), bars.tails.end());
    auto& c = bars.corners;
    c[2] += (c[2] - c[1]) * (longest / std::max(1.0, cv::norm(c[2] - c[1])));
    c[3] += (c[3] - c[0]) * (longest / std::max(1.0, cv::norm(c[3] - c[0])));
}

Code located_linear(const LeveledField& field, Bars bars, const std::string& symbology, const cv::Size& sheet) {
    Code code;
    code.symbology = symbology;
    const auto printed = find_printed_row(field, bars, symbology);
    if (printed) code.printed_box = box_around(mapped(field.to_sheet, printed->corners), sheet);
    if (!printed || !printed->beside_guards) extend_to_tails(bars);
    set_outline(code, mapped(field.to_sheet, bars.corners), sheet);
    return code;
}

/// EAN-13, UPC-A and Code 128 prove themselves by their check digits; the others must be cut like a code as well, and
/// those without any check have just the bars of their characters. share: of the field's length that was read.
bool cut_like(const Reading& reading, const Bars& bars, double share) {
    const std::size_t characters = reading.payload.size();
    const auto is_cut = [&](std::size_t count) {
        return bars.bars.size() == count && bars.level >= 0.8 && share >= 0.8;
    };
    if (reading.symbology == "Codabar") return is_cut(4 * (characters + 2)); // the start and stop characters too
    if (reading.symbology == "Interleaved 2 of 5") return characters % 2 == 0 && is_cut(4 + 5 * characters / 2);
    const bool weak = reading.symbology == "EAN-8" || reading.symbology == "UPC-E" || reading.symbology == "Code 39";
    return !weak || bars.level >= 0.6;
}

/// A read code, measured. Nothing when the bars at that place do not look like the bars of a code.
std::optional<Code> measured(const cv::Mat& gray, const BarField& field, const Reading& reading) {
    const bool upside_down = reading.corners[0].x > reading.corners[1].x;
    const LeveledField turned = leveled(gray, field, upside_down);
    double first = std::min(reading.corners[0].x, reading.corners[1].x);
    double last = std::max(reading.corners[0].x, reading.corners[1].x);
    double row = (reading.corners[0].y + reading.corners[3].y) / 2;
    if (upside_down) {
        std::swap(first, last);
        first = turned.pixels.cols - 1 - first;
        last = turned.pixels.cols - 1 - last;
        row = turned.pixels.rows - 1 - row;
    }
    const auto bars = trace_bars(turned, first, last, row);
    if (!bars || !cut_like(reading, *bars, std::abs(last - first) / field.length)) return std::nullopt;
    if (reading.symbology == "UPC-E") {
        // Six digits and the middle bars of an EAN-13 are drawn like a UPC-E (ISO/IEC 15420), but then a seventh digit
        // follows, after a blank of four modules at most.
        constexpr double modules = 51, quiet = 6;
        const double beside = (last - first) / modules * quiet;
        const auto wider = trace_bars(turned, first - beside, last + beside, row);
        if (wider && wider->bars.size() > bars->bars.size()) return std::nullopt;
    }
    Code code = located_linear(turned, *bars, reading.symbology, gray.size());
    code.payload = reading.payload;
    code.source = "code";
    code.confidence = confidence_of(reading.symbology, reading.agreeing);
    code.addon = reading.addon;
    code.number = standard_number(reading.payload);
    return code;
}

/// A block of bars that no reader understands is told as a code only if it is sharply cut, its bars are of a few widths
/// and as many near their ends as in the middle: the strokes of a title's black letters are not.
std::optional<Code> unread_linear(const cv::Mat& gray, const BarField& field) {
    if (field.height < 64 || field.height < 0.12 * field.length)
        return std::nullopt; // a line of text may look like that
    const LeveledField level = leveled(gray, field, false);
    const auto bars =
        trace_bars(level, level.core.x, level.core.x + level.core.width, level.core.y + level.core.height / 2);
    if (!bars || bars->bars.size() < 20 || bars->level < 0.95) return std::nullopt;
    const auto [thin, thick] = std::minmax_element(bars->bars.begin(), bars->bars.end(),
                                                   [](const Bar& a, const Bar& b) { return a.width < b.width; });
    if (thick->width < 1.7 * thin->width || thick->width > 6 * thin->width) return std::nullopt;
    for (const double part : {0.2, 0.8}) {
        const auto near_end =
            trace_bars(level, level.core.x, level.core.x + level.core.width, level.core.y + part * level.core.height);
        const double more = near_end ? static_cast<double>(near_end->bars.size()) / bars->bars.size() : 0;
        if (more < 0.9 || more > 1.1) return std::nullopt;
    }
    Code code = located_linear(level, *bars, "", gray.size());
    code.confidence = located_only;
    return code;
}

std::optional<Code> linear_code(const cv::Mat& gray, const BarField& field, const std::vector<Reading>& readings) {
    return readings.empty() ? unread_linear(gray, field) : measured(gray, field, readings.front());
}

std::optional<Code> matrix_code(const cv::Mat& gray, const MatrixField& field, const std::vector<Reading>& readings) {
    constexpr std::array names{"QR Code", "Data Matrix", "Aztec", "PDF417"}; // as in MatrixKind
    // With all that is drawn alike in all of its kind it is a code, read or not. Rings may look like a Data Matrix but
    // for a module or two.
    const double least_sure = field.kind == MatrixKind::data_matrix ? 0.99 : 0.95;
    if (readings.empty() && field.sure < least_sure) return std::nullopt;
    Code code;
    code.symbology = names[static_cast<std::size_t>(field.kind)];
    code.confidence = located_only;
    if (!readings.empty()) {
        code.payload = readings.front().payload;
        code.source = "code";
        code.confidence = confidence_of(code.symbology, readings.front().agreeing);
    }
    set_outline(code, readings.empty() ? field.corners : readings.front().corners, gray.size());
    return code;
}

using Locator = std::vector<MatrixField> (*)(const cv::Mat& ink);

/// But for those that are known as surely.
void add_fields(std::vector<MatrixField>& fields, const std::vector<MatrixField>& more) {
    for (const MatrixField& field : more)
        if (std::none_of(fields.begin(), fields.end(), [&](const MatrixField& f) {
                return f.kind == field.kind && f.sure >= field.sure && overlap(f, field);
            }))
            fields.push_back(field);
}

/// What may be codes by the ink. scale: sheet pixels per pixel of the ink.
void add_matrices(const cv::Mat& ink, Locator locate, double scale, std::vector<MatrixField>& fields) {
    constexpr std::size_t most = 40; // no page has more, but a picture may have look-alikes without number
    std::vector<MatrixField> found = locate(ink);
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.sure > b.sure; });
    if (found.size() > most) found.resize(most);
    for (MatrixField& field : found) {
        for (cv::Point2d& corner : field.corners)
            corner *= scale;
        field.module *= scale;
    }
    add_fields(fields, found);
}

/// Where there is ink on white paper.
void ink_on_white(const cv::Mat& gray, cv::Mat& ink) {
    cv::threshold(gray, ink, 128, 255, cv::THRESH_BINARY_INV);
}

/// What is dark against its surroundings, as shadow or a dark ground leave no white. Their mean changes slowly: a
/// quarter of the pixels is enough for it.
void ink_against_surroundings(const cv::Mat& gray, cv::Mat& ink) {
    cv::Mat around = shrunk(gray, 0.25);
    cv::boxFilter(around, around, CV_8U, {15, 15});
    cv::subtract(around, 12, around);
    cv::resize(around, ink, gray.size(), 0, 0, cv::INTER_LINEAR);
    cv::compare(gray, ink, ink, cv::CMP_LT);
}

constexpr int least_side = 8; // pixels of a picture that codes are looked for in

/// Not the sheet's ink, which has lost what is too small for print: the middles of small finder patterns.
std::vector<MatrixField> sharp_matrices(const cv::Mat& gray) {
    constexpr std::size_t most_enlarged = 3'000'000; // pixels; in smaller pictures the modules tend to be small as well
    std::vector<MatrixField> fields;
    if (std::min(gray.cols, gray.rows) < least_side) return fields;
    cv::Mat ink; // a page's worth of memory is not asked for again and again
    ink_on_white(gray, ink);
    add_matrices(ink, locate_matrices, 1, fields);
    add_matrices(ink, locate_aztec, 1, fields); // a blur may close its narrow rings
    ink_against_surroundings(gray, ink);
    add_matrices(ink, locate_matrices, 1, fields);
    if (gray.total() <= most_enlarged) {
        cv::Mat large;
        cv::resize(gray, large, {}, 2, 2, cv::INTER_CUBIC);
        ink_on_white(large, ink);
        add_matrices(ink, locate_matrices, 0.5, fields);
    }
    return fields;
}

void add_outlined(const cv::Mat& ink, double scale, std::vector<MatrixField>& fields) {
    for (const Locator locate : {locate_data_matrix, locate_aztec, locate_pdf417})
        add_matrices(ink, locate, scale, fields);
}

/// half: the sheet at half its size.
std::vector<MatrixField> large_matrices(const cv::Mat& half) {
    std::vector<MatrixField> fields;
    cv::Mat ink;
    ink_on_white(half, ink);
    add_outlined(ink, 2, fields);
    ink_against_surroundings(half, ink);
    add_outlined(ink, 2, fields);
    return fields;
}

/// The outlines of the newer kinds need smooth edges: noise goes by a slight blur, and large modules are looked for at
/// half the size.
std::vector<MatrixField> smooth_matrices(const cv::Mat& gray) {
    constexpr double white = 200; // mean of what is not black; below it small modules too are looked for without white
    std::vector<MatrixField> fields;
    if (std::min(gray.cols, gray.rows) < least_side) return fields;
    cv::Mat ink, smooth;
    cv::GaussianBlur(gray, smooth, {3, 3}, 0);
    const cv::Mat half = shrunk(smooth, 0.5);
    auto large = std::async(std::launch::async, large_matrices, half);
    ink_on_white(smooth, ink);
    add_outlined(ink, 1, fields);
    if (cv::mean(half, half > 128)[0] < white) {
        ink_against_surroundings(smooth, ink);
        add_outlined(ink, 1, fields);
    }
    add_fields(fields, large.get());
    return fields;
}

/// Each once, though it may have been found at several scales.
std::vector<BarField> blocks_of_bars(const cv::Mat& gray) {
    std::vector<BarField> blocks;
    for (const BarField& field : locate_bars(gray))
        for (const BarField& block : refined(gray, field)) {
            const auto same = [&](const BarField& other) { return covers(other, block) && covers(block, other); };
            if (!may_be_code(gray, block) || std::any_of(blocks.begin(), blocks.end(), same)) continue;
            if (!may_be_text(gray, block)) blocks.push_back(block);
        }
    return blocks;
}

} // namespace

struct CodeFields {
    std::vector<MatrixField> squares;
    std::vector<BarField> blocks;
};

std::shared_ptr<const CodeFields> locate_codes(const Sheet& sheet) {
    CodeFields fields;
    if (!sheet.gray.empty()) {
        auto smooth = std::async(std::launch::async, smooth_matrices, sheet.gray);
        auto sharp = std::async(std::launch::async, sharp_matrices, sheet.gray);
        fields.blocks = blocks_of_bars(sheet.gray);
        fields.squares = sharp.get();
        add_fields(fields.squares, smooth.get());
    }
    return std::make_shared<const CodeFields>(std::move(fields));
}

std::vector<Code> find_codes(const Sheet& sheet, const CodeOptions& options) {
    return read_codes(sheet, *locate_codes(sheet), options);
}

std::vector<Code> read_codes(const Sheet& sheet, const CodeFields& fields, const CodeOptions& options,
                             const std::function<void()>& alone) {
    const auto& [squares, blocks] = fields;
    if (squares.empty() && blocks.empty()) return {};
    const auto read = [&](std::size_t i) {
        if (i < squares.size()) {
            const auto reading = read_matrix(sheet.gray, squares[i]);
            return reading ? packed({*reading}) : std::string();
        }
        const LeveledField field = leveled(sheet.gray, blocks[i - squares.size()], false);
        auto reading = read_linear(field.pixels, field.core, options.itf);
        if (!reading) return std::string();
        const bool upside_down = reading->corners[0].x > reading->corners[1].x;
        reading->addon = read_addon(leveled(sheet.gray, blocks[i - squares.size()], upside_down, 1).pixels, *reading);
        return packed({*reading});
    };
    if (alone) alone();
    const SerialOpenCv serial; // isolated() forks
    const auto answers = isolated(squares.size() + blocks.size(), read, longest_reading);
    std::vector<std::vector<Reading>> readings;
    for (const auto& answer : answers)
        readings.push_back(unpacked(answer.value_or("")));
    std::vector<Code> found;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        auto code = i < squares.size() ? matrix_code(sheet.gray, squares[i], readings[i])
                                       : linear_code(sheet.gray, blocks[i - squares.size()], readings[i]);
        if (code && !code->box.empty()) found.push_back(std::move(*code));
    }
    // A part of a code may be a field too, and may not hide the whole.
    std::stable_sort(found.begin(), found.end(),
                     [](const Code& a, const Code& b) { return a.confidence > b.confidence; });
    std::vector<Code> codes;
    for (Code& code : found) {
        const auto same = [&](const Code& c) { return 2 * intersected(c.box, code.box).area() > code.box.area(); };
        if (std::none_of(codes.begin(), codes.end(), same)) codes.push_back(std::move(code));
    }
    std::stable_sort(codes.begin(), codes.end(), [](const Code& a, const Code& b) {
        return std::pair(a.box.top, a.box.left) < std::pair(b.box.top, b.box.left);
    });
    return codes;
}

} // namespace broadsheet
