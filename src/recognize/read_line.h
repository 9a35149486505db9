// SPDX-License-Identifier: Apache-2.0
/// One line of a page to words: cut out, read, and where no engine is sure of it read again.
#pragma once

#include "recognize/engine.h"

#include <functional>
#include <string>
#include <vector>

namespace broadsheet {

// What an engine of a pool is called: kCtc, kCtcTraditional, or languages ("eng+deu") of Tesseract, maybe after this.
inline constexpr const char* kQuick = "quick:"; ///< read by the models of quick_folder()

bool is_quick(const std::string& engine);
std::string languages_of(const std::string& engine);
bool reads_fraktur(const std::string& engine);

/// By which engine, and how it gets the line.
struct Reading {
    std::string engine;
    CropShape shape;
};

/// The line, cut out as shape says.
Crop crop_of(const Page& page, const Sheet& sheet, const LineRef& at, const CropShape& shape);

struct WordsRead {
    std::vector<Word> words; ///< boxes on the sheet
    std::string engine;      ///< as in Line; of several the surest, or both models of Chinese
};

/// Engines by their names.
using Engines = std::function<Engine&(const std::string&)>;

// readings: of Tesseract, the first for every line, each other one for those which none before it is sure of; or first
// kCtc, then maybe kCtcTraditional for Chinese, then maybe Tesseract for other letters.

/// By the first of the readings.
WordsRead read_first(const Page& page, const Sheet& sheet, const LineRef& at, const std::vector<Reading>& readings,
                     const Engines& engines);

/// Whether the other readings are wanted too.
bool is_doubtful(const WordsRead& first, const std::vector<Reading>& readings);

/// By the others; the best of all.
WordsRead read_again(const Page& page, const Sheet& sheet, const LineRef& at, const std::vector<Reading>& readings,
                     WordsRead first, const Engines& engines);

/// The words with one more for each row of dots.
std::vector<Word> with_leaders(std::vector<Word> words, const std::vector<Leader>& leaders);

} // namespace broadsheet
