// SPDX-License-Identifier: Apache-2.0
#include "codes/read_matrix.h"

#include <algorithm>
#include <ctime>
#include <opencv2/imgproc.hpp>

namespace broadsheet::codes {
namespace {

/// A field turned level, with a margin.
struct Crop {
    cv::Mat pixels;
    cv::Matx33d to_sheet; ///< positions in the crop -> positions in the sheet
};

/// margin: modules.
Crop crop_of(const cv::Mat& gray, const MatrixField& field, double pixels_per_module, int margin) {
    const double left = margin * pixels_per_module;
    const double right = left + field.columns * pixels_per_module, bottom = left + field.rows * pixels_per_module;
    const auto point = [](double x, double y) { return cv::Point2f(static_cast<float>(x), static_cast<float>(y)); };
    const std::array here{point(left, left), point(right, left), point(right, bottom), point(left, bottom)};
    std::array<cv::Point2f, 4> there;
    std::transform(field.corners.begin(), field.corners.end(), there.begin(),
                   [&](cv::Point2d p) { return point(p.x, p.y); });
    Crop crop;
    crop.to_sheet = cv::Matx33d(cv::getPerspectiveTransform(here.data(), there.data()));
    // Positions are edges of pixels, warpPerspective's are their middles.
    const cv::Matx33d in(1, 0, 0.5, 0, 1, 0.5, 0, 0, 1), out(1, 0, -0.5, 0, 1, -0.5, 0, 0, 1);
    const cv::Size size(static_cast<int>(std::ceil(right + left)), static_cast<int>(std::ceil(bottom + left)));
    cv::warpPerspective(gray, crop.pixels, out * crop.to_sheet * in, size, cv::INTER_CUBIC | cv::WARP_INVERSE_MAP,
                        cv::BORDER_CONSTANT, cv::Scalar(255));
    return crop;
}

std::array<cv::Point2d, 4> mapped(const cv::Matx33d& m, const std::array<cv::Point2d, 4>& corners) {
    std::array<cv::Point2d, 4> out;
    std::transform(corners.begin(), corners.end(), out.begin(), [&](cv::Point2d p) {
        const cv::Vec3d q = m * cv::Vec3d(p.x, p.y, 1);
        return cv::Point2d(q[0] / q[2], q[1] / q[2]);
    });
    return out;
}

/// Whatever stands in the margin, a line of text or a frame, gone.
void whiten_margin(cv::Mat& pixels, double pixels_per_module, int margin) {
    const int kept = static_cast<int>((margin - 1) * pixels_per_module);
    const cv::Rect inside(kept, kept, pixels.cols - 2 * kept, pixels.rows - 2 * kept);
    cv::Mat white(pixels.size(), CV_8UC1, cv::Scalar(255));
    pixels(inside).copyTo(white(inside));
    pixels = white;
}

/// How far apart light and dark modules are when looked at in their middles: the variance of what is seen there.
double contrast(const cv::Mat& gray, const MatrixField& field) {
    const auto& c = field.corners;
    double sum = 0, squares = 0;
    for (int y = 0; y < field.rows; ++y)
        for (int x = 0; x < field.columns; ++x) {
            const double s = (x + 0.5) / field.columns, t = (y + 0.5) / field.rows;
            const cv::Point2d p =
                (c[0] * (1 - s) + c[1] * s) * (1 - t) + (c[3] * (1 - s) + c[2] * s) * t - cv::Point2d(0.5, 0.5);
            const cv::Point q(static_cast<int>(std::floor(p.x)), static_cast<int>(std::floor(p.y)));
            if (q.x < 0 || q.y < 0 || q.x + 1 >= gray.cols || q.y + 1 >= gray.rows) continue;
            const double a = p.x - q.x, b = p.y - q.y;
            const uchar* row = gray.ptr(q.y) + q.x;
            const uchar* next = gray.ptr(q.y + 1) + q.x;
            const double value = (row[0] * (1 - a) + row[1] * a) * (1 - b) + (next[0] * (1 - a) + next[1] * a) * b;
            sum += value;
            squares += value * value;
        }
    const double n = field.rows * field.columns;
    return squares / n - sum / n * (sum / n);
}

/// Moves the corners, by up to about a module, to where the modules' middles are told apart best.
void refine(const cv::Mat& gray, MatrixField& field) {
    double best = contrast(gray, field);
    for (double step = 0.4 * field.module; step > 0.08 * field.module; step /= 2)
        for (int round = 0; round < 3; ++round) {
            const double before = best;
            for (cv::Point2d& corner : field.corners)
                for (const cv::Point2d move : {cv::Point2d(step, 0), {-step, 0}, {0, step}, {0, -step}}) {
                    corner += move;
                    const double now = contrast(gray, field);
                    if (now > best)
                        best = now;
                    else
                        corner -= move;
                }
            if (best == before) break;
        }
}

/// Each module as light or dark as its middle, black or white by whichever it is nearer to.
cv::Mat sampled(const cv::Mat& gray, const MatrixField& field) {
    constexpr int scale = 6;
    constexpr int drawn = 4;
    const cv::Mat pixels = crop_of(gray, field, scale, 0).pixels;
    cv::Mat middles(field.rows, field.columns, CV_8UC1);
    for (int y = 0; y < field.rows; ++y)
        for (int x = 0; x < field.columns; ++x)
            middles.at<uchar>(y, x) =
                cv::saturate_cast<uchar>(cv::mean(pixels(cv::Rect(x * scale + 2, y * scale + 2, 3, 3)))[0]);
    cv::threshold(middles, middles, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    cv::resize(middles, middles, {}, drawn, drawn, cv::INTER_NEAREST);
    cv::copyMakeBorder(middles, middles, 4 * drawn, 4 * drawn, 4 * drawn, 4 * drawn, cv::BORDER_CONSTANT,
                       cv::Scalar(255));
    return middles;
}

} // namespace

std::optional<Reading> read_matrix(const cv::Mat& gray, const MatrixField& located) {
    // Longer than this no picture is tried on; the reader itself is bounded from without. The process's own time: what
    // is read must not depend on what else the machine does.
    constexpr std::clock_t patience = 3 * CLOCKS_PER_SEC;
    constexpr int enough = 2;
    const std::clock_t begin = std::clock();
    MatrixField field = located;
    const bool stacked = field.kind == MatrixKind::pdf417;
    const bool exact = stacked || field.kind == MatrixKind::data_matrix; // the field ends where the code does
    const int margin = exact ? 4 : 8;
    std::optional<Reading> best;
    const auto add = [&](std::vector<Reading> readings, const cv::Matx33d* to_sheet) {
        if (readings.empty()) return;
        Reading& reading = readings.front();
        reading.corners = to_sheet ? mapped(*to_sheet, reading.corners) : field.corners;
        if (!best)
            best = reading;
        else if (best->payload == reading.payload)
            ++best->agreeing;
    };
    const auto settled = [&] { return (best && best->agreeing >= enough) || std::clock() - begin > patience; };
    const std::array scales = stacked ? std::array{4.0, 3.0, 6.0} : std::array{6.0, 3.0, 10.0};
    for (const double scale : scales) {
        for (const bool smooth : {false, true}) {
            Crop crop = crop_of(gray, field, scale, margin);
            if (smooth) cv::GaussianBlur(crop.pixels, crop.pixels, {}, scale / 4);
            if (exact) whiten_margin(crop.pixels, scale, margin);
            add(read_matrices(crop.pixels, field.kind), &crop.to_sheet);
            if (settled()) return best;
        }
        if (scale != scales.front() || stacked || field.kind == MatrixKind::qr) continue;
        if (!best) refine(gray, field);
        add(read_matrices(sampled(gray, field), field.kind), nullptr);
        if (settled()) return best;
    }
    return best;
}

} // namespace broadsheet::codes
