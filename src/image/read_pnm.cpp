// SPDX-License-Identifier: Apache-2.0
#include "image/codec.h"
#include "page/error.h"

#include <algorithm>
#include <cctype>

namespace broadsheet {

namespace {

constexpr const char* damaged = "truncated or damaged PNM image";

/// Reads the decimal numbers of the header and of the plain formats, past blanks and comments.
class Numbers {
public:
    explicit Numbers(Bytes bytes) : bytes_(bytes) {}

    std::int64_t next() {
        skip_blanks();
        if (at_ >= bytes_.size() || !std::isdigit(bytes_[at_])) throw Error(damaged);
        std::int64_t value = 0;
        while (at_ < bytes_.size() && std::isdigit(bytes_[at_]))
            value = std::min<std::int64_t>(value * 10 + (bytes_[at_++] - '0'), std::int64_t{1} << 40);
        return value;
    }

    /// One digit, as in plain bitmaps, where they need no blanks between them.
    int next_digit() {
        skip_blanks();
        if (at_ >= bytes_.size() || !std::isdigit(bytes_[at_])) throw Error(damaged);
        return bytes_[at_++] - '0';
    }

    /// What follows the single blank after the header.
    Bytes rest() const { return bytes_.subspan(std::min(at_ + 1, bytes_.size())); }

private:
    void skip_blanks() {
        while (at_ < bytes_.size() && (std::isspace(bytes_[at_]) || bytes_[at_] == '#')) {
            if (bytes_[at_] == '#')
                while (at_ < bytes_.size() && bytes_[at_] != '\n')
                    ++at_;
            else
                ++at_;
        }
    }

    Bytes bytes_;
    std::size_t at_ = 2;
};

std::uint8_t scaled(std::int64_t value, std::int64_t max) {
    return static_cast<std::uint8_t>(std::min(value, max) * 255 / max);
}

void read_plain(Numbers& numbers, cv::Mat& samples, bool bitmap, std::int64_t max) {
    for (int y = 0; y < samples.rows; ++y)
        for (int x = 0; x < samples.cols; ++x)
            samples.at<std::uint8_t>(y, x) =
                bitmap ? (numbers.next_digit() ? std::uint8_t{0} : std::uint8_t{255}) : scaled(numbers.next(), max);
}

void read_packed_bits(Bytes data, cv::Mat& samples) {
    const std::size_t stride = (static_cast<std::size_t>(samples.cols) + 7) / 8;
    for (int y = 0; y < samples.rows; ++y) {
        const Bytes row = data.subspan(static_cast<std::size_t>(y) * stride, stride);
        std::uint8_t* out = samples.ptr(y);
        for (int x = 0; x < samples.cols; ++x)
            out[x] = (row[static_cast<std::size_t>(x) / 8] >> (7 - x % 8) & 1) ? 0 : 255;
    }
}

void read_binary(Bytes data, cv::Mat& samples, std::int64_t max) {
    const std::size_t width = static_cast<std::size_t>(samples.cols);
    for (int y = 0; y < samples.rows; ++y) {
        std::uint8_t* out = samples.ptr(y);
        const std::size_t row = static_cast<std::size_t>(y) * width;
        for (std::size_t x = 0; x < width; ++x)
            out[x] = max > 255 ? scaled(big16(data, 2 * (row + x)), max) : scaled(data[row + x], max);
    }
}

} // namespace

Decoded read_pnm(Bytes bytes) {
    const int kind = bytes[1] - '0';
    const bool bitmap = kind == 1 || kind == 4;
    const bool color = kind == 3 || kind == 6;
    Numbers numbers(bytes);
    const std::int64_t width = numbers.next();
    const std::int64_t height = numbers.next();
    const std::int64_t max = bitmap ? 1 : numbers.next();
    check_size(width, height);
    if (max < 1 || max > 65535) throw Error(damaged);

    const std::int64_t samples_a_row = width * (color ? 3 : 1);
    const std::int64_t bytes_a_row = kind < 4 ? samples_a_row
                                     : bitmap ? (width + 7) / 8
                                              : samples_a_row * (max > 255 ? 2 : 1);
    const Bytes data = numbers.rest();
    if (static_cast<std::int64_t>(data.size()) < bytes_a_row * height - (kind < 4 ? 1 : 0)) throw Error(damaged);

    cv::Mat samples(static_cast<int>(height), static_cast<int>(samples_a_row), CV_8UC1);
    if (kind < 4)
        read_plain(numbers, samples, bitmap, max);
    else if (bitmap)
        read_packed_bits(data, samples);
    else
        read_binary(data, samples, max);
    if (!color) return {samples, 0, 1};
    cv::Mat bgr = samples.reshape(3);
    for (auto pixel = bgr.begin<cv::Vec3b>(); pixel != bgr.end<cv::Vec3b>(); ++pixel)
        std::swap((*pixel)[0], (*pixel)[2]);
    return {bgr, 0, 1};
}

} // namespace broadsheet
