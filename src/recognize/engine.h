// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "recognize/recognize.h"

namespace broadsheet {

/// Tesseract's LSTM recogniser for single lines. folder holds LANGUAGE.traineddata for each of languages ("eng+deu").
/// words: a file as in ModelOptions. Throws Error when a model does not load.
std::unique_ptr<Engine> tesseract_engine(const std::string& folder, const std::string& languages,
                                         const std::string& words = {});

CropShape tesseract_crop();

/// Costs Tesseract less time, and is as good for lines it is sure of.
CropShape quick_crop();

/// PP-OCRv4's recogniser of Chinese and English lines (CTC) on OpenCV's dnn. folder holds ctc.onnx, which
/// scripts/convert_ctc makes, and ctc.keys, its symbols. Throws Error when they do not load.
std::unique_ptr<Engine> ctc_engine(const std::string& folder);

/// The first folder that holds the CTC model; empty: none does.
std::string find_ctc(const ModelOptions& options);

/// Keeps OpenMP out of the engine for the calling thread; call it first in every thread that reads.
void keep_openmp_out();

/// "eng+deu" -> "eng", "deu".
std::vector<std::string> split_languages(const std::string& languages);

/// The folder that has all of languages ("eng+deu") among models. Throws Error naming what is missing and its package.
std::string folder_of(const std::vector<Model>& models, const std::string& languages);

/// The folder whose models read these languages in less time than the project's own do, with few more errors: theirs
/// are smaller. Empty: there is none, or the first models found are not the project's, but of somebody's own choice.
std::string quick_folder(const std::vector<Model>& models, const std::string& languages);

/// A line cut out for an engine.
struct Crop {
    cv::Mat pixels;   ///< CV_8UC1, paper white
    double scale = 1; ///< pixels of the crop per pixel of the sheet
    Point origin;     ///< of the crop, on the sheet
};

/// Cuts out a line as the engine wants it, with a margin of its own paper; what belongs to its neighbours (areas) is
/// white.
Crop cut_line(const Sheet& sheet, const Line& line, const std::vector<Box>& neighbours, const CropShape& shape);

/// The language whose common words (Grefenstette 1995) stand in what the English model read; empty: not clear. That
/// model reads all of Latin script but for its accents, so that most pages need no second one to be told.
std::string language_by_words(const std::vector<Word>& words, const std::vector<Model>& models);

/// Its common words are known here: a language of Latin script.
bool has_common_words(const std::string& language);

struct LanguageGuess {
    std::string language;
    std::string second; ///< the next best; empty: there is no other
    double margin = 0;  ///< of merit between the two, 0 to 1.5
};

/// Which of the models reads these lines best; nothing to read: "eng" if there, else the first.
LanguageGuess guess_language(const std::vector<Crop>& sample, const std::vector<Model>& models, int threads);

} // namespace broadsheet
