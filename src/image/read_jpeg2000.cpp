// SPDX-License-Identifier: Apache-2.0
#include "image/codec.h"
#include "page/error.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <opencv2/imgproc.hpp>
#include <openjpeg.h>

namespace broadsheet {

namespace {

constexpr const char* damaged = "truncated or damaged JPEG 2000 image";

struct Memory {
    Bytes bytes;
    std::size_t at = 0;
};

OPJ_SIZE_T read_memory(void* target, OPJ_SIZE_T size, void* user) {
    auto* memory = static_cast<Memory*>(user);
    const std::size_t count = std::min<std::size_t>(size, memory->bytes.size() - memory->at);
    if (count == 0) return static_cast<OPJ_SIZE_T>(-1);
    std::memcpy(target, memory->bytes.data() + memory->at, count);
    memory->at += count;
    return count;
}

OPJ_OFF_T skip_memory(OPJ_OFF_T size, void* user) {
    auto* memory = static_cast<Memory*>(user);
    if (size < 0) return -1;
    const std::size_t count = std::min(static_cast<std::size_t>(size), memory->bytes.size() - memory->at);
    memory->at += count;
    return static_cast<OPJ_OFF_T>(count);
}

OPJ_BOOL seek_memory(OPJ_OFF_T to, void* user) {
    auto* memory = static_cast<Memory*>(user);
    if (to < 0 || static_cast<std::size_t>(to) > memory->bytes.size()) return OPJ_FALSE;
    memory->at = static_cast<std::size_t>(to);
    return OPJ_TRUE;
}

void take_message(const char*, void*) {}

constexpr std::uint32_t box_name(const char (&name)[5]) {
    std::uint32_t packed = 0;
    for (int i = 0; i < 4; ++i)
        packed = packed << 8 | static_cast<std::uint8_t>(name[i]);
    return packed;
}

/// Calls visit(name, content) for each box; a box that is cut off is left out.
template <class Visit>
void each_box(Bytes bytes, Visit visit) {
    while (bytes.size() >= 8) {
        std::size_t length = big32(bytes, 0);
        std::size_t head = 8;
        if (length == 1 && bytes.size() >= 16) {
            length = std::size_t{big32(bytes, 8)} << 32 | big32(bytes, 12);
            head = 16;
        }
        if (length == 0) length = bytes.size(); // to the end of the file
        if (length < head || length > bytes.size()) return;
        visit(big32(bytes, 4), bytes.subspan(head, length - head));
        bytes = bytes.subspan(length);
    }
}

/// Pixels a metre: two fractions and two powers of ten, vertical before horizontal.
double dpi_of(Bytes box) {
    if (box.size() < 10 || big16(box, 6) == 0) return 0;
    const double power = static_cast<std::int8_t>(box[9]);
    return dpi_from_metre(static_cast<double>(big16(box, 4)) / big16(box, 6) * std::pow(10.0, power));
}

double find_dpi(Bytes bytes) {
    double captured = 0;
    double displayed = 0;
    each_box(bytes, [&](std::uint32_t name, Bytes header) {
        if (name != box_name("jp2h")) return;
        each_box(header, [&](std::uint32_t inner, Bytes resolution) {
            if (inner != box_name("res ")) return;
            each_box(resolution, [&](std::uint32_t kind, Bytes box) {
                if (kind == box_name("resc")) captured = dpi_of(box);
                if (kind == box_name("resd")) displayed = dpi_of(box);
            });
        });
    });
    return captured > 0 ? captured : displayed;
}

using Picture = std::unique_ptr<opj_image_t, void (*)(opj_image_t*)>;

Picture decode(Bytes bytes) {
    Memory memory{bytes};
    const bool bare = bytes[0] == 0xff;
    const std::unique_ptr<opj_codec_t, void (*)(opj_codec_t*)> codec(
        opj_create_decompress(bare ? OPJ_CODEC_J2K : OPJ_CODEC_JP2), opj_destroy_codec);
    const std::unique_ptr<opj_stream_t, void (*)(opj_stream_t*)> stream(opj_stream_default_create(OPJ_TRUE),
                                                                        opj_stream_destroy);
    opj_stream_set_user_data(stream.get(), &memory, nullptr);
    opj_stream_set_user_data_length(stream.get(), bytes.size());
    opj_stream_set_read_function(stream.get(), read_memory);
    opj_stream_set_skip_function(stream.get(), skip_memory);
    opj_stream_set_seek_function(stream.get(), seek_memory);
    opj_set_error_handler(codec.get(), take_message, nullptr);
    opj_set_warning_handler(codec.get(), take_message, nullptr);
    opj_set_info_handler(codec.get(), take_message, nullptr);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    opj_setup_decoder(codec.get(), &parameters);
    opj_decoder_set_strict_mode(codec.get(), OPJ_TRUE);

    opj_image_t* raw = nullptr;
    const bool header_read = opj_read_header(stream.get(), codec.get(), &raw);
    Picture picture(raw, opj_image_destroy);
    if (!header_read || !picture) throw Error(damaged);
    check_size(std::int64_t{picture->x1} - picture->x0, std::int64_t{picture->y1} - picture->y0);
    if (!opj_decode(codec.get(), stream.get(), picture.get()) || !opj_end_decompress(codec.get(), stream.get()))
        throw Error(damaged);
    return picture;
}

/// One component in 8 bits and full size; colour is often stored at half the resolution.
cv::Mat plane_of(const opj_image_comp_t& component, cv::Size size) {
    if (!component.data || component.w == 0 || component.h == 0 || component.prec == 0 || component.prec > 31)
        throw Error(damaged);
    check_size(component.w, component.h);
    cv::Mat plane(static_cast<int>(component.h), static_cast<int>(component.w), CV_8UC1);
    const std::int64_t max = (std::int64_t{1} << component.prec) - 1;
    const std::int64_t shift = component.sgnd ? std::int64_t{1} << (component.prec - 1) : 0;
    const OPJ_INT32* in = component.data;
    for (int y = 0; y < plane.rows; ++y)
        for (int x = 0; x < plane.cols; ++x)
            plane.at<std::uint8_t>(y, x) =
                static_cast<std::uint8_t>(std::clamp<std::int64_t>(*in++ + shift, 0, max) * 255 / max);
    if (plane.size() != size) cv::resize(plane, plane, size, 0, 0, cv::INTER_LINEAR);
    return plane;
}

void lay_on_white(cv::Mat& pixels, const cv::Mat& alpha) {
    for (int y = 0; y < pixels.rows; ++y)
        for (int i = 0; i < pixels.cols * pixels.channels(); ++i) {
            std::uint8_t& value = pixels.ptr(y)[i];
            value =
                static_cast<std::uint8_t>(255 - (255 - value) * alpha.at<std::uint8_t>(y, i / pixels.channels()) / 255);
        }
}

cv::Mat cmyk_to_bgr(std::vector<cv::Mat>& planes) {
    std::vector<cv::Mat> bgr(3);
    const cv::Mat light = 255 - planes[3];
    for (std::size_t c = 0; c < 3; ++c)
        cv::multiply(255 - planes[2 - c], light, bgr[c], 1 / 255.0);
    cv::Mat pixels;
    cv::merge(bgr, pixels);
    return pixels;
}

} // namespace

Decoded read_jpeg2000(Bytes bytes) {
    const Picture picture = decode(bytes);
    const cv::Size size(static_cast<int>(picture->comps[0].w), static_cast<int>(picture->comps[0].h));
    std::vector<cv::Mat> planes;
    cv::Mat alpha;
    for (OPJ_UINT32 i = 0; i < std::min<OPJ_UINT32>(picture->numcomps, 5); ++i) {
        cv::Mat plane = plane_of(picture->comps[i], size);
        (picture->comps[i].alpha ? alpha : planes.emplace_back()) = plane;
    }
    if (planes.empty()) throw Error(damaged);

    cv::Mat pixels;
    if (planes.size() >= 4 && picture->color_space == OPJ_CLRSPC_CMYK) {
        pixels = cmyk_to_bgr(planes);
    } else if (planes.size() >= 3) {
        const bool luma = picture->color_space == OPJ_CLRSPC_SYCC || picture->color_space == OPJ_CLRSPC_EYCC;
        const std::vector<cv::Mat> ordered =
            luma ? std::vector{planes[0], planes[2], planes[1]} : std::vector{planes[2], planes[1], planes[0]};
        cv::merge(ordered, pixels);
        if (luma) cv::cvtColor(pixels, pixels, cv::COLOR_YCrCb2BGR);
    } else {
        pixels = planes[0];
    }
    if (!alpha.empty()) lay_on_white(pixels, alpha);
    return {pixels, find_dpi(bytes), 1};
}

} // namespace broadsheet
