// SPDX-License-Identifier: Apache-2.0
/// Sheets drawn from characters, so that layout needs no font. A cell is 12 pixels wide and 40 high; x is a letter 9
/// wide and 24 high, H a headline's letter 64 high that reaches into the row below, . and , are small, # is a grey
/// picture, - and | are rules two pixels thick.
#pragma once

#include "image/image.h"

#include <opencv2/imgproc.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace broadsheet {

constexpr int kCellWidth = 12;
constexpr int kCellHeight = 40;

inline void draw_letter(cv::Mat& gray, int x, int y, int width, int height, int stroke) {
    cv::rectangle(gray, cv::Rect(x, y, width, height), 0, cv::FILLED);
    cv::rectangle(gray, cv::Rect(x + stroke, y + stroke, width - 2 * stroke, height - 2 * stroke), 255, cv::FILLED);
}

/// The letters within the box pressed down to that height, on the same base: words without tall letters.
inline void lower_letters(cv::Mat& gray, const cv::Rect& words, int height) {
    cv::Mat letters = gray(words).clone();
    cv::resize(letters, letters, {words.width, height}, 0, 0, cv::INTER_AREA);
    gray(words).setTo(255);
    letters.copyTo(gray({words.x, words.br().y - height, words.width, height}));
}

inline void draw_cell(cv::Mat& gray, char c, int x, int y) {
    switch (c) {
    case 'x':
        draw_letter(gray, x + 1, y + 8, 9, 24, 2);
        break;
    case 'H':
        draw_letter(gray, x + 1, y + 8, 10, 64, 3);
        break;
    case '.':
        cv::rectangle(gray, cv::Rect(x + 3, y + 28, 4, 4), 0, cv::FILLED);
        break;
    case ',':
        cv::rectangle(gray, cv::Rect(x + 3, y + 28, 4, 9), 0, cv::FILLED);
        break;
    case '[': // all brackets: from over the letters to under them
    case ']':
    case ')':
        cv::rectangle(gray, cv::Rect(x + 4, y + 3, 2, 36), 0, cv::FILLED);
        break;
    case '#':
        cv::rectangle(gray, cv::Rect(x, y, kCellWidth, kCellHeight), 90, cv::FILLED);
        break;
    case '-':
        cv::rectangle(gray, cv::Rect(x, y + 19, kCellWidth, 2), 0, cv::FILLED);
        break;
    case '|':
        cv::rectangle(gray, cv::Rect(x + 5, y, 2, kCellHeight), 0, cv::FILLED);
        break;
    default:
        break;
    }
}

inline Sheet draw_sheet(const std::string& art) {
    std::vector<std::string> rows;
    std::istringstream in(art);
    size_t width = 0;
    for (std::string row; std::getline(in, row);) {
        width = std::max(width, row.size());
        rows.push_back(row);
    }
    Sheet sheet;
    sheet.text_height = 24;
    sheet.dpi = 300;
    sheet.gray = cv::Mat(static_cast<int>(rows.size() + 2) * kCellHeight, static_cast<int>(width + 4) * kCellWidth,
                         CV_8UC1, cv::Scalar(255));
    for (size_t y = 0; y < rows.size(); ++y)
        for (size_t x = 0; x < rows[y].size(); ++x)
            draw_cell(sheet.gray, rows[y][x], static_cast<int>(x + 2) * kCellWidth,
                      static_cast<int>(y + 1) * kCellHeight);
    cv::threshold(sheet.gray, sheet.ink, 128, 255, cv::THRESH_BINARY_INV);
    return sheet;
}

} // namespace broadsheet
