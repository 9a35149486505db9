// SPDX-License-Identifier: Apache-2.0
#include "page/error.h"
#include "recognize/engine.h"
#include "recognize/symbols.h"
#include "recognize/variables.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

namespace broadsheet {

namespace {

// Pixels: from 22 to 48 the models err alike, and time grows with it.
constexpr double kTextHeight = 25;
constexpr double kMargin = 0.25; // text heights
constexpr double kClear = 0.07;  // text heights: the edge of blurred letters stays
constexpr double kSpecks = 0.18; // text heights: hyphens and apostrophes are longer
// Of its network. Text as high as half of them costs less time than higher text, and clean print is read as well.
constexpr double kRows = 36;
constexpr double kBandMargin =
    0.18; // text heights at a band's ends: with more, dirt is read there; with less, no hyphens

/// above, below: text heights from the baseline.
CropShape band(double above, double below) {
    return {kRows / (above + below), kBandMargin, kClear, above, below};
}

struct Text {
    std::string utf8;
    explicit Text(char* taken) : utf8(taken ? taken : "") { delete[] taken; }
};

/// The models of East Asian languages ask for their _vert model to be loaded too; when others follow, Tesseract 5.3
/// then walks a list that has moved (init_tesseract). Named and refused here, the _vert model is not added to the list.
std::string without_vertical(const std::string& languages) {
    const std::vector<std::string> all = split_languages(languages);
    std::string out = languages;
    if (all.size() < 2) return out;
    for (const std::string& language : all)
        if (language.starts_with("chi_") || language == "jpn" || language == "kor")
            out += "+" + language + "_vert+~" + language + "_vert";
    return out;
}

class TesseractEngine : public Engine {
public:
    TesseractEngine(const std::string& folder, const std::string& languages, const std::string& words) {
        if (!load_models(api_, folder, without_vertical(languages), words))
            throw Error(folder + ": the model \"" + languages + "\" does not load");
        // A line is dark on white already; trying it inverted costs time and finds nothing.
        api_.SetVariable("tessedit_do_invert", "0");
        // Nothing may be carried from one line to the next.
        api_.SetVariable("classify_enable_learning", "0");
        api_.SetVariable("classify_enable_adaptive_matcher", "0");
        api_.SetVariable("preserve_interword_spaces", "1");
        api_.SetVariable("debug_file", "/dev/null");
    }

    std::vector<Word> read(const Crop& line) override {
        const cv::Mat& pixels = line.pixels;
        const auto held = hold_variables();
        api_.SetPageSegMode(line.is_band ? tesseract::PSM_RAW_LINE : tesseract::PSM_SINGLE_LINE);
        api_.SetImage(pixels.data, pixels.cols, pixels.rows, 1, static_cast<int>(pixels.step));
        api_.SetSourceResolution(300);
        std::vector<Word> words;
        if (api_.Recognize(nullptr) == 0) words = collect();
        api_.Clear();
        return words;
    }

private:
    std::vector<Word> collect() {
        WordBuilder words;
        const std::unique_ptr<tesseract::ResultIterator> it(api_.GetIterator());
        if (!it) return {};
        LineBlanks blanks(Text(api_.GetUTF8Text()).utf8);
        do {
            if (it->Empty(tesseract::RIL_WORD)) continue;
            const std::string text = Text(it->GetUTF8Text(tesseract::RIL_WORD)).utf8;
            if (text.empty()) continue;
            Box box;
            it->BoundingBox(tesseract::RIL_WORD, &box.left, &box.top, &box.right, &box.bottom);
            add(words, *it, blanks.before(text, box.left));
        } while (it->Next(tesseract::RIL_WORD));
        return words.take();
    }

    static void add(WordBuilder& words, const tesseract::ResultIterator& word, bool blank) {
        tesseract::ResultIterator it(word);
        bool first = true;
        do {
            const std::string symbol = Text(it.GetUTF8Text(tesseract::RIL_SYMBOL)).utf8;
            if (symbol.empty()) continue;
            Box box;
            it.BoundingBox(tesseract::RIL_SYMBOL, &box.left, &box.top, &box.right, &box.bottom);
            words.add(symbol, box, it.Confidence(tesseract::RIL_SYMBOL) / 100, blank && first, first);
            first = false;
        } while (it.Next(tesseract::RIL_SYMBOL) && !it.IsAtBeginningOf(tesseract::RIL_WORD));
    }

    tesseract::TessBaseAPI api_;
};

} // namespace

CropShape tesseract_crop() {
    return {kTextHeight, kMargin, kClear, 0, 0, true};
}

CropShape speckless_crop() {
    CropShape shape = tesseract_crop();
    shape.specks = kSpecks;
    return shape;
}

CropShape band_crop() {
    return band(1.4, 0.6);
}

CropShape close_crop() {
    CropShape shape = band(1.25, 0.5);
    shape.smooth = true;
    return shape;
}

std::unique_ptr<Engine> tesseract_engine(const std::string& folder, const std::string& languages,
                                         const std::string& words) {
    return std::make_unique<TesseractEngine>(folder, languages, words);
}

} // namespace broadsheet
