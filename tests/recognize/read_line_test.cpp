// SPDX-License-Identifier: Apache-2.0
#include "recognize/read_line.h"

#include "text/characters.h"

#include <gtest/gtest.h>
#include <map>
#include <memory>

namespace broadsheet {
namespace {

/// Reads the same on every line: a word a character.
class FakeEngine : public Engine {
public:
    FakeEngine(const std::string& text, float confidence) {
        for (const char32_t c : text::code_points(text)) {
            const std::string sign = text::utf8(std::u32string(1, c));
            words_.push_back({sign, sign, {0, 0, 10, 10}, confidence, false, false});
        }
    }
    std::vector<Word> read(const Crop&) override { return words_; }

private:
    std::vector<Word> words_;
};

struct Fakes {
    std::map<std::string, FakeEngine> engines;
    Page page;
    Sheet sheet;
    std::vector<Reading> readings;

    explicit Fakes(const std::vector<std::pair<std::string, FakeEngine>>& all) {
        for (const auto& [name, engine] : all) {
            engines.emplace(name, engine);
            readings.push_back({name, ctc_crop()});
        }
        sheet.gray = cv::Mat(100, 300, CV_8UC1, cv::Scalar(255));
        sheet.ink = cv::Mat(100, 300, CV_8UC1, cv::Scalar(0));
        Line line;
        line.box = {20, 20, 280, 50};
        line.text_height = 30;
        page.blocks.resize(1);
        page.blocks[0].box = line.box;
        page.blocks[0].lines = {line};
    }

    /// The line's text and engine, and how often it was read.
    std::string read() {
        int count = 0;
        const Engines by = [&](const std::string& name) -> Engine& { return ++count, engines.at(name); };
        WordsRead read = read_first(page, sheet, {0, 0}, readings, by);
        if (is_doubtful(read, readings)) read = read_again(page, sheet, {0, 0}, readings, read, by);
        Line line;
        line.words = read.words;
        return line_text(line) + " " + read.engine + " " + std::to_string(count);
    }
};

TEST(ReadLine, OfTraditionalChineseBothModelsAndTesseractAreAsked) {
    EXPECT_EQ(Fakes({{kCtc, {"又超緊張", 0.6F}}, {kCtcTraditional, {"又趨緊張", 0.9F}}}).read(),
              "又趨緊張 ctc+ctc_traditional 2");
    EXPECT_EQ(Fakes({{kCtc, {"針放", 0.6F}}, {kCtcTraditional, {"計放", 0.7F}}, {"chi_tra", {"針於", 1}}}).read(),
              "針於 ctc+ctc_traditional+tesseract:chi_tra 3");
    EXPECT_EQ(Fakes({{kCtc, {"針放", 0.6F}}, {kCtcTraditional, {"計放", 0.7F}}, {"chi_tra", {"針,放!", 1}}}).read(),
              "針，放！ ctc+ctc_traditional+tesseract:chi_tra 3");
}

TEST(ReadLine, OfSimplifiedChineseThereIsOneModel) {
    EXPECT_EQ(Fakes({{kCtc, {"又超紧张", 0.6F}}, {"eng", {"x", 1}}}).read(), "又超紧张 ctc 1");
}

TEST(ReadLine, FiguresInTraditionalChineseAreRead) {
    EXPECT_EQ(Fakes({{kCtc, {"1939", 0.9F}}, {kCtcTraditional, {"7", 1}}, {"eng", {"x", 1}}}).read(), "1939 ctc 1");
    EXPECT_EQ(Fakes({{kCtc, {"l93g", 0.5F}}, {kCtcTraditional, {"7", 1}}, {"eng", {"1939", 1}}}).read(),
              "1939 tesseract:eng 2");
    EXPECT_EQ(Fakes({{kCtc, {"l93g", 0.5F}}, {kCtcTraditional, {"7", 1}}}).read(), "l93g ctc 1") << "no Tesseract";
}

TEST(ReadLine, WhatTheCtcEngineTakesForNothingIsNothing) {
    EXPECT_EQ(Fakes({{kCtc, {"", 0}}, {kCtcTraditional, {"字", 1}}, {"eng", {"x", 1}}}).read(), " ctc 1");
}

} // namespace
} // namespace broadsheet
