// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "recognize/recognize.h"

namespace broadsheet {

/// How an engine wants its lines cut out.
struct CropShape {
    double text_height = 0; ///< pixels the text is scaled to; 0: left as it is
    double margin = 0;      ///< text heights of the page's own paper all around
    double clear = 0;       ///< text heights from the nearest ink beyond which dirty paper is made white; 0: it is not
    double above = 0;       ///< text heights the crop reaches up from the baseline, if not higher; 0: see margin
    double below = 0;       ///< the same down
    bool smooth = false;    ///< dark grain of dirty paper is smoothed away
    double specks = 0;      ///< text heights: smaller marks on dirty paper are made white; 0: none is
    bool lowers = false;    ///< superiors are set on the baseline
};

/// Whether specks outnumber the letters, and speckless_crop() is worth its time.
bool is_specked(const Sheet& sheet);

/// Where the white of a leader was taken out of a crop.
struct Cut {
    int at = 0;     ///< x on the sheet
    int width = 0;  ///< pixels of the sheet
    int behind = 0; ///< white that is left behind it, pixels of the sheet
};

/// A line cut out for an engine.
struct Crop {
    cv::Mat pixels;        ///< CV_8UC1, level, dark on white paper
    double scale = 1;      ///< pixels of the crop per pixel of the sheet
    Point origin;          ///< of the crop, on the sheet
    bool is_band = false;  ///< cut by CropShape::above and below: the line lies in it as in all others
    std::vector<Cut> cuts; ///< from the left
};

/// One recogniser of single lines; not shared between threads.
class Engine {
public:
    virtual ~Engine() = default;
    /// Words in reading order, boxes in pixels of the crop; none where nothing was read. The result depends on nothing
    /// but the crop (no adaptive state).
    virtual std::vector<Word> read(const Crop& line) = 0;
};

/// Tesseract's LSTM recogniser for single lines. folder holds LANGUAGE.traineddata for each of languages ("eng+deu").
/// words: a file as in ModelOptions. Throws Error when a model does not load.
std::unique_ptr<Engine> tesseract_engine(const std::string& folder, const std::string& languages,
                                         const std::string& words = {});

/// Tesseract looks for the line in it.
CropShape tesseract_crop();
/// The same without specks as small as dots. On dirty paper only: dots and parts of broken strokes go with them, so
/// that it is one reading more, not one in another's place.
CropShape speckless_crop();

/// A band around the baseline, just as high as the network's input: Tesseract takes it as it is, which costs less time.
/// It errs elsewhere than in tesseract_crop(), on worn print less.
CropShape band_crop();
/// A narrower band, with larger letters in it, without grain.
CropShape close_crop();

// Models of the CTC engine.
inline constexpr const char* kCtc = "ctc";                        ///< PP-OCRv4's of Chinese and English
inline constexpr const char* kCtcTraditional = "ctc_traditional"; ///< PP-OCRv3's of traditional Chinese

/// A recogniser of lines by CTC on OpenCV's dnn. folder holds MODEL.onnx, which scripts/convert_ctc makes, and
/// MODEL.keys, its symbols. Throws Error when they do not load.
std::unique_ptr<Engine> ctc_engine(const std::string& folder, const std::string& model = kCtc);

CropShape ctc_crop();

/// The first folder that holds this model of the CTC engine; empty: none does.
std::string find_ctc(const ModelOptions& options, const std::string& model = kCtc);

/// Keeps OpenMP out of the engine for the calling thread; call it first in every thread that reads.
void keep_openmp_out();

/// "eng+deu" -> "eng", "deu".
std::vector<std::string> split_languages(const std::string& languages);

/// The folder that has all of languages ("eng+deu") among models. Throws Error naming what is missing and its package.
std::string folder_of(const std::vector<Model>& models, const std::string& languages);

/// The folder whose models read these languages in less time than the project's own do, with few more errors: theirs
/// are smaller. Empty: there is none, or the first models found are not the project's, but of somebody's own choice.
std::string quick_folder(const std::vector<Model>& models, const std::string& languages);

/// Cuts out a line as the engine wants it, with a margin of its own paper; what belongs to its neighbours (areas) is
/// white.
Crop cut_line(const Sheet& sheet, const Line& line, const std::vector<Box>& neighbours, const CropShape& shape);

/// The language whose common words (Grefenstette 1995) stand in what the English model read; empty: not clear. That
/// model reads all of Latin script but for its accents, so that most pages need no second one to be told.
std::string language_by_words(const std::vector<Word>& words, const std::vector<Model>& models);

struct LanguageGuess {
    std::string language;
    std::string second; ///< the next best; empty: there is no other
    double margin = 0;  ///< of merit between the two, 0 to 1.5
};

/// Which of the models reads these lines best; nothing to read: "eng" if there, else the first.
LanguageGuess guess_language(const std::vector<Crop>& sample, const std::vector<Model>& models, int threads);

} // namespace broadsheet
