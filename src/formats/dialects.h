// SPDX-License-Identifier: Apache-2.0
/// The formats one by one: each has a writer in three parts (the file's start, a page, the file's end) and most have a
/// reader, side by side in one source file.
#pragma once

#include "page/page.h"

#include <functional>
#include <istream>
#include <optional>
#include <string>

namespace broadsheet {

/// Takes the pages of a file one after another.
using TakePage = std::function<void(Page)>;

std::string json_head(const Page& first);
std::string json_page(const Page& page, int index);
std::string json_foot();
void read_json(std::istream& in, const TakePage& take);

std::string text_page(const Page& page, int index);
std::string markdown_page(const Page& page, int index);

std::string tsv_head(const Page& first);
std::string tsv_page(const Page& page, int index);
void read_tsv(std::istream& in, const TakePage& take);

std::string hocr_head(const Page& first);
std::string hocr_page(const Page& page, int index);
std::string hocr_foot();
void read_hocr(std::istream& in, const TakePage& take);

std::string alto_file(const Page& page, int index);
void read_alto(std::istream& in, const TakePage& take);

std::string page_xml_file(const Page& page, int index);
void read_page_xml(std::istream& in, const TakePage& take);

/// The file is hOCR, ALTO, PAGE or Tesseract's TSV, by what it begins with.
bool is_existing(const std::string& bytes);

/// The kind with this name(); nothing where there is none.
std::optional<BlockKind> kind_named(const std::string& name);

/// The largest coordinate a reader lets in: sums and differences of a few stay an int.
constexpr int farthest_pixel = 100'000'000;

/// The number that text is, or begins with; 0 where it begins with none, or with one beyond +-farthest_pixel.
double number_in(const std::string& text);

} // namespace broadsheet
