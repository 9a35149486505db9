// SPDX-License-Identifier: Apache-2.0
#include "page/error.h"
#include "recognize/depthwise.h"
#include "recognize/engine.h"
#include "recognize/symbols.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

namespace fs = std::filesystem;

namespace broadsheet {

namespace {

// Of the model's input, in pixels.
constexpr int kHeight = 48;
constexpr int kStep = 8;              // columns for one of the output
constexpr int kWidthStep = 4 * kStep; // few different widths: the network is set up anew for each
constexpr int kShortest = 320;        // a short line alone, without room around it, errs
constexpr int kLongest = 800;         // attention over much more than it was trained on errs

constexpr double kMargin = 0.1; // text heights
constexpr int kCellGap = 2;     // of the crop's height: no white between words is wider
// Of the width: the model was trained on squeezed lines and reads them as well, in less time.
constexpr double kSqueeze = 0.8;

struct Peak {
    int symbol = 0;
    double center = 0; // in columns of the output
    float confidence = 0;
};

/// The best symbol of each column, repeats and blanks (class 0) taken out (Graves 2006, best path decoding).
std::vector<Peak> best_path(const cv::Mat& scores) {
    std::vector<Peak> peaks;
    int last = 0;
    double weight = 0;
    cv::Mat powers;
    for (int row = 0; row < scores.rows; ++row) {
        double highest = 0;
        cv::Point at;
        cv::minMaxLoc(scores.row(row), nullptr, &highest, nullptr, &at);
        if (at.x != 0) {
            cv::exp(scores.row(row) - highest, powers);
            const auto probability = static_cast<float>(1 / cv::sum(powers)[0]);
            if (at.x != last) {
                peaks.push_back({at.x, 0, 0});
                weight = 0;
            }
            Peak& peak = peaks.back();
            peak.center = (peak.center * weight + static_cast<double>(row) * probability) / (weight + probability);
            weight += probability;
            peak.confidence = std::max(peak.confidence, probability);
        }
        last = at.x;
    }
    return peaks;
}

/// Columns that hold ink.
std::vector<uchar> inked_columns(const cv::Mat& line) {
    cv::Mat ink, columns;
    cv::threshold(line, ink, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
    cv::reduce(ink, columns, 0, cv::REDUCE_MAX);
    return {columns.begin<uchar>(), columns.end<uchar>()};
}

/// The stretches of print that wide white parts (cells of a table, a title and its page number), with some of it: in
/// white alone the model sees things.
std::vector<cv::Range> cells_of(const std::vector<uchar>& inked, int widest_gap) {
    const int width = static_cast<int>(inked.size());
    std::vector<cv::Range> cells;
    for (int x = 0, from = 0, gap = 0; x <= width; ++x) {
        const bool ink = x < width && inked[x];
        if (ink && gap > widest_gap && x > gap) {
            cells.emplace_back(from, x - gap + widest_gap / 4);
            from = x - widest_gap / 4;
        }
        if (x == width) cells.emplace_back(from, width);
        gap = ink ? 0 : gap + 1;
    }
    return cells;
}

/// Where to cut a cell that is longer than the model likes: in gaps near even parts. Includes its ends.
std::vector<int> cuts_of(const std::vector<uchar>& inked, cv::Range cell, double longest) {
    const int width = cell.size();
    const int parts = static_cast<int>(std::ceil(width / longest));
    std::vector<int> cuts{cell.start};
    for (int i = 1; i < parts; ++i) {
        const int wanted = cell.start + width * i / parts, reach = width / parts / 4;
        int best = wanted, longest_gap = 0;
        for (int x = wanted - reach, gap = 0; x <= wanted + reach; ++x) {
            gap = inked[x] ? 0 : gap + 1;
            if (gap > longest_gap) longest_gap = gap, best = x - gap / 2;
        }
        cuts.push_back(best);
    }
    cuts.push_back(cell.end);
    return cuts;
}

class CtcEngine : public Engine {
public:
    CtcEngine(const std::string& folder, const std::string& model) : folder_(folder), model_(model) {
        register_depthwise();
        const std::string file = (fs::path(folder) / (model + ".onnx")).string();
        try {
            net_ = cv::dnn::readNetFromONNX(file);
        } catch (const cv::Exception&) {
            throw Error(file + " does not load; scripts/setup makes it anew when it is deleted");
        }
        net_.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        std::ifstream keys(fs::path(folder) / (model + ".keys"));
        keys_.emplace_back(); // class 0: no symbol
        for (std::string key; std::getline(keys, key);)
            keys_.push_back(key);
        keys_.emplace_back(" ");
    }

    std::vector<Word> read(const Crop& crop) override {
        const cv::Mat& line = crop.pixels;
        const std::vector<uchar> inked = inked_columns(line);
        const double scale = static_cast<double>(kHeight) / line.rows * kSqueeze;
        WordBuilder words;
        for (const cv::Range& cell : cells_of(inked, kCellGap * line.rows)) {
            const std::vector<int> cuts = cuts_of(inked, cell, kLongest / scale);
            for (size_t i = 1; i < cuts.size(); ++i)
                read_part(words, line, inked, {cuts[i - 1], cuts[i]}, scale, i == 1);
        }
        return words.take();
    }

private:
    void read_part(WordBuilder& words, const cv::Mat& line, const std::vector<uchar>& inked, cv::Range part,
                   double scale, bool begins_cell) {
        const std::vector<Peak> peaks = best_path(scores_of(line.colRange(part), scale));
        bool blank = begins_cell && !words.empty();
        for (size_t i = 0; i < peaks.size(); ++i) {
            const std::string& symbol = keys_[peaks[i].symbol];
            if (symbol == " ") {
                blank = !words.empty();
                continue;
            }
            // A symbol reaches half way to its neighbours, the outermost as far as inward.
            const double here = peaks[i].center;
            const double inward = peaks.size() == 1 ? 2 : std::abs(peaks[i > 0 ? i - 1 : 1].center - here);
            const double before = i > 0 ? peaks[i - 1].center : here - inward;
            const double after = i + 1 < peaks.size() ? peaks[i + 1].center : here + inward;
            const cv::Range reach(border(inked, part, before, here, scale), border(inked, part, here, after, scale));
            words.add(symbol, ink_box(line, inked, reach), peaks[i].confidence, blank);
            blank = false;
        }
    }

    /// Where two symbols part, given their centers in columns of the output: half way, or in the paper near there.
    static int border(const std::vector<uchar>& inked, cv::Range part, double before, double after, double scale) {
        const double middle = part.start + ((before + after) / 2 + 0.5) * kStep / scale;
        const int reach = static_cast<int>((after - before) / 4 * kStep / scale);
        const int wanted = std::clamp(static_cast<int>(std::lround(middle)), part.start, part.end);
        for (int off = 0; off <= reach; ++off)
            for (const int x : {wanted - off, wanted + off})
                if (x > part.start && x < part.end && !inked[x]) return x;
        return wanted;
    }

    static Box ink_box(const cv::Mat& line, const std::vector<uchar>& inked, cv::Range reach) {
        while (reach.end - reach.start > 1 && !inked[reach.start])
            ++reach.start;
        while (reach.end - reach.start > 1 && !inked[reach.end - 1])
            --reach.end;
        return {reach.start, 0, std::max(reach.end, reach.start + 1), line.rows};
    }

    /// One row of scores a column of the output.
    cv::Mat scores_of(const cv::Mat& line, double scale) {
        const int width = std::max(kStep, static_cast<int>(std::lround(line.cols * scale)));
        cv::Mat scaled;
        cv::resize(line, scaled, {width, kHeight}, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
        const int columns = std::max(kShortest, (width + kWidthStep - 1) / kWidthStep * kWidthStep);
        const std::array<int, 4> shape{1, 3, kHeight, columns};
        cv::Mat input(4, shape.data(), CV_32F, cv::Scalar(0)); // what is left over is 0, as in training
        for (int channel = 0; channel < 3; ++channel) {
            cv::Mat plane(kHeight, columns, CV_32F, input.ptr<float>(0, channel));
            scaled.convertTo(plane.colRange(0, width), CV_32F, 1 / 127.5, -1);
        }
        net_.setInput(input);
        const cv::Mat output = net_.forward();
        if (output.dims != 3 || output.size[2] != static_cast<int>(keys_.size()))
            throw Error(folder_ + ": " + model_ + ".onnx and " + model_ + ".keys do not belong together");
        const cv::Mat rows(output.size[1], output.size[2], CV_32F, const_cast<float*>(output.ptr<float>()));
        return rows.rowRange(0, std::min(rows.rows, (width + kStep - 1) / kStep));
    }

    std::string folder_, model_;
    cv::dnn::Net net_;
    std::vector<std::string> keys_; // by class
};

} // namespace

CropShape ctc_crop() {
    return {0, kMargin};
}

std::unique_ptr<Engine> ctc_engine(const std::string& folder, const std::string& model) {
    return std::make_unique<CtcEngine>(folder, model);
}

} // namespace broadsheet
