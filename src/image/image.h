// SPDX-License-Identifier: Apache-2.0
/// Files to pixels, and pixels to a sheet whose lines are level and whose paper is white.
#pragma once

#include "page/page.h"

#include <cstdint>
#include <opencv2/core.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace broadsheet {

struct Image {
    cv::Mat pixels; ///< CV_8UC1 or CV_8UC3 (BGR)
    double dpi = 0; ///< what the file says; 0: nothing
};

/// An opened file: PNG, JPEG, TIFF (all pages; 1 to 16 bit, CMYK, CCITT), JPEG 2000, WebP, PNM, BMP.
/// The format is told from the content, never from the name.
class ImageFile {
public:
    /// path "-" reads standard input to its end. Throws Error: missing, unreadable, empty, a folder.
    static ImageFile open(const std::string& path);
    /// name stands in error messages. Throws Error when the bytes are no image.
    static ImageFile from_memory(std::vector<std::uint8_t> bytes, std::string name);

    int pages() const { return pages_; }
    /// number counts from 1. Throws Error: truncated, lying, too large (over 30,000 pixels a side or 2^29 in all), no
    /// such page.
    Image load(int number) const;

private:
    std::vector<std::uint8_t> bytes_;
    std::string name_;
    int pages_ = 1;
};

inline constexpr int kColumnsLevel = 3; ///< quarter turns by which lines that run down the page become level

/// The page as the later stages want it: of about the image's size, or twice that where its print is small.
struct Sheet {
    cv::Mat gray; ///< CV_8UC1, paper evened to white (about 255), ink dark; level, straight lines
    cv::Mat ink;  ///< CV_8UC1, 255 where there is ink, else 0; same size
    Frame frame;  ///< sheet pixels -> pixels of the image as loaded
    /// Of the image as loaded: from the file where it fits the print, else estimated from that; 0: there is no text.
    double dpi = 0;
    /// Height in pixels of ordinary body characters (about 0.7 em Latin, 0.9 em Han); 0: no text.
    double text_height = 0;
    /// Faint marks of a dot's size per letter: below 0.35 for Latin print on clean paper, more where grain or the
    /// other side's print is in the picture; 0 in bilevel pictures.
    double specks = 0;
    /// By which the image was turned, clockwise, before all else, 0 to 3; frame has it too.
    int quarter_turns = 0;
};

/// Whether an image shows two facing pages: found out, or told.
enum class Facing { automatic, yes, no };

/// The parts of the image that are a page each, from the left: two where it shows facing pages, else all of it. They
/// are told by a gutter much wider than those between columns, or by the fold's shadow, that nothing runs across, with
/// lines of text at both sides. yes: cut in the widest white near the middle, or there;
/// those of an image higher than wide whose lines run down stand one over the other, given from above.
std::vector<cv::Rect> pages_of(const Image& image, Facing facing = Facing::automatic);

struct PrepareOptions {
    double dpi = 0; ///< overrules the file and the estimate; 0: find out
    /// Clockwise, to turn the image by first. Nothing: lines that run down the page (vertical writing, a page scanned
    /// on its side) are turned so that those which begin at the top begin at the left: by kColumnsLevel.
    std::optional<int> quarter_turns;
    bool straighten = true; ///< find and undo skew (up to 10 degrees either way) and curl (slopes up to 9 % beyond it)
    cv::Rect region = {};   ///< of the image that is the page; empty: all of it
};

/// Evens shadow and yellow paper, finds and undoes skew and curl, estimates the resolution, binarises.
/// Throws Error on other pixels than Image::pixels may be, and other quarter turns than 0 to 3.
Sheet prepare(const Image& image, const PrepareOptions& options = {});

} // namespace broadsheet
