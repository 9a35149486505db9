// SPDX-License-Identifier: Apache-2.0
#include "page/error.h"
#include "recognize/engine.h"

#include <cstring>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace broadsheet {

namespace {

/// A character that stands for itself: written without blanks around it.
bool is_wide(const std::string& symbol) {
    UChar32 c = 0;
    int32_t at = 0;
    U8_NEXT(reinterpret_cast<const uint8_t*>(symbol.data()), at, static_cast<int32_t>(symbol.size()), c);
    if (c <= 0 || u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE) != U_HST_NOT_APPLICABLE) return false;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH || width == U_EA_HALFWIDTH;
}

struct Text {
    std::string utf8;
    explicit Text(char* taken) : utf8(taken ? taken : "") { delete[] taken; }
};

class TesseractEngine : public Engine {
public:
    TesseractEngine(const std::string& folder, const std::string& languages) {
        if (api_.Init(folder.c_str(), languages.c_str(), tesseract::OEM_LSTM_ONLY) != 0)
            throw Error(folder + ": the model \"" + languages + "\" does not load");
        api_.SetPageSegMode(tesseract::PSM_SINGLE_LINE);
        // A line is dark on white already; trying it inverted costs time and finds nothing.
        api_.SetVariable("tessedit_do_invert", "0");
        // Nothing may be carried from one line to the next.
        api_.SetVariable("classify_enable_learning", "0");
        api_.SetVariable("classify_enable_adaptive_matcher", "0");
        api_.SetVariable("preserve_interword_spaces", "1");
        api_.SetVariable("debug_file", "/dev/null");
    }

    std::vector<Word> read(const cv::Mat& line) override {
        api_.SetImage(line.data, line.cols, line.rows, 1, static_cast<int>(line.step));
        api_.SetSourceResolution(300);
        std::vector<Word> words;
        if (api_.Recognize(nullptr) == 0) words = collect();
        api_.Clear();
        return words;
    }

private:
    /// The engine tells where it read blanks only in the whole line's text, so the words are found again in it.
    std::vector<Word> collect() {
        std::vector<Word> words;
        const std::unique_ptr<tesseract::ResultIterator> it(api_.GetIterator());
        if (!it) return words;
        const std::string all = Text(api_.GetUTF8Text()).utf8;
        size_t at = 0;
        do {
            if (it->Empty(tesseract::RIL_WORD)) continue;
            const std::string text = Text(it->GetUTF8Text(tesseract::RIL_WORD)).utf8;
            if (text.empty()) continue;
            const size_t found = all.find(text, at);
            const bool blank = found != std::string::npos ? found > at && at > 0 : !words.empty();
            if (found != std::string::npos) at = found + text.size();
            add(words, *it, blank && !words.empty());
        } while (it->Next(tesseract::RIL_WORD));
        return words;
    }

    /// Splits the engine's word into runs of letters and single wide characters.
    static void add(std::vector<Word>& words, const tesseract::ResultIterator& word, bool blank) {
        tesseract::ResultIterator it(word);
        bool joins = false;
        do {
            const std::string symbol = Text(it.GetUTF8Text(tesseract::RIL_SYMBOL)).utf8;
            if (symbol.empty()) continue;
            Box box;
            it.BoundingBox(tesseract::RIL_SYMBOL, &box.left, &box.top, &box.right, &box.bottom);
            const float confidence = it.Confidence(tesseract::RIL_SYMBOL) / 100;
            const bool wide = is_wide(symbol);
            if (joins && !wide) {
                Word& last = words.back();
                last.text += symbol;
                last.box = united(last.box, box);
                last.confidence = std::min(last.confidence, confidence);
            } else {
                words.push_back({symbol, "", box, confidence, blank, blank});
            }
            words.back().read = words.back().text;
            blank = false;
            joins = !wide;
        } while (it.Next(tesseract::RIL_SYMBOL) && !it.IsAtBeginningOf(tesseract::RIL_WORD));
    }

    tesseract::TessBaseAPI api_;
};

} // namespace

std::unique_ptr<Engine> tesseract_engine(const std::string& folder, const std::string& languages) {
    return std::make_unique<TesseractEngine>(folder, languages);
}

} // namespace broadsheet
