// SPDX-License-Identifier: Apache-2.0
#include "recognize/read_line.h"

#include "text/characters.h"

#include <cmath>
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <opencv2/imgproc.hpp>

namespace broadsheet {
namespace {

/// Reads the same on every line: these words, or of a text a word a character.
class FakeEngine : public Engine {
public:
    explicit FakeEngine(std::vector<Word> words) : words_(std::move(words)) {}
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

TEST(ReadLine, AnotherReadingIsAskedWhereTheFirstIsNotSure) {
    const auto read = [](const std::string& first, const std::string& second, float confidence) {
        return Fakes({{first, {"abc", confidence}}, {second, {"abd", 0.995F}}}).read();
    };
    EXPECT_EQ(read("quick:deu", "deu", 0.97F), "abd tesseract:deu 2");
    EXPECT_EQ(read("quick:deu", "deu", 0.99F), "abc tesseract:deu 1");
    EXPECT_EQ(read("frk", "Fraktur", 0.99F), "abd tesseract:Fraktur 2") << "surer of what is wrong";
    EXPECT_EQ(read("frk", "Fraktur", 0.994F), "abc tesseract:frk 1");
}

TEST(ReadLine, WhatTheCtcEngineTakesForNothingIsNothing) {
    EXPECT_EQ(Fakes({{kCtc, {"", 0}}, {kCtcTraditional, {"字", 1}}, {"eng", {"x", 1}}}).read(), " ctc 1");
}

std::vector<Word> read_words(const Fakes& fakes, const std::vector<Word>& words) {
    FakeEngine engine(words);
    const Engines by = [&](const std::string&) -> Engine& { return engine; };
    return read_first(fakes.page, fakes.sheet, {0, 0}, fakes.readings, by).words;
}

/// What was read as these words, each with where it stands, where a leader goes from 100 to 220 of the sheet.
std::string read_with_leader(const std::vector<Word>& words) {
    Fakes fakes({{"eng", {"", 0}}});
    fakes.page.blocks[0].lines[0].leaders = {{{100, 40, 220, 44}, 12}};
    fakes.readings = {{"eng", {0, 0.25}}};
    cv::rectangle(fakes.sheet.ink, cv::Rect(100, 40, 120, 4), 255, cv::FILLED);
    std::string out;
    for (const Word& word : with_leaders(read_words(fakes, words), fakes.page.blocks[0].lines[0].leaders))
        out += word.text + "@" + std::to_string(word.box.left) + "-" + std::to_string(word.box.right) + " ";
    return out;
}

TEST(ReadLine, WordsBehindALeaderStandWhereTheyArePrinted) { // the crop begins at 11, and 60 pixels are taken out
    EXPECT_EQ(read_with_leader(
                  {{"ab", "ab", {9, 10, 80, 30}, 1, false, false}, {"7", "7", {159, 10, 200, 30}, 1, true, true}}),
              "ab@20-91 ............@100-220 7@230-271 ");
    EXPECT_EQ(read_with_leader({{"ab", "ab", {9, 10, 140, 30}, 1, false, false}}), "ab@20-151 ............@100-220 ")
        << "it reaches into the white";
}

TEST(ReadLine, ASignWhereTheDotsStandIsNone) {
    EXPECT_EQ(read_with_leader({{"ab", "ab", {9, 10, 80, 30}, 1, false, false},
                                {"=", "=", {110, 10, 125, 30}, 1, true, true},
                                {"7", "7", {159, 10, 200, 30}, 1, true, true}}),
              "ab@20-91 ............@100-220 7@230-271 ");
}

/// Where words of a band are found whose letters stand there in print; read: where the engine saw them, on the sheet.
std::string fitted(const std::vector<Box>& letters, const std::vector<Box>& read,
                   const std::vector<Leader>& leaders = {}) {
    Fakes fakes({{"eng", {"", 0}}});
    fakes.readings = {{"eng", band_crop()}};
    Line& line = fakes.page.blocks[0].lines[0];
    line.baseline = {{20, 50}, {280, 50}};
    line.leaders = leaders;
    for (const Box& box : letters)
        cv::rectangle(fakes.sheet.ink, cv::Rect(box.left, box.top, box.width(), box.height()), 255, cv::FILLED);
    const Crop crop = crop_of(fakes.page, fakes.sheet, {0, 0}, band_crop());
    EXPECT_TRUE(crop.is_band);
    std::vector<Word> words;
    for (const Box& box : read) {
        const auto on_crop = [&](int x) { return static_cast<int>(std::lround((x - crop.origin.x) * crop.scale)); };
        words.push_back(
            {"ab", "ab", {on_crop(box.left), 0, on_crop(box.right), 36}, 1, !words.empty(), !words.empty()});
    }
    std::string out;
    for (const Word& word : read_words(fakes, words))
        out += std::to_string(word.box.left) + "-" + std::to_string(word.box.right) + " ";
    return out;
}

TEST(ReadLine, WordsInABandStandWhereTheirInkDoes) {
    const std::vector<Box> letters{{22, 30, 42, 50},
                                   {46, 30, 66, 50},
                                   {70, 30, 90, 50}, // a word of three
                                   {104, 30, 124, 50},
                                   {128, 20, 148, 50}};
    EXPECT_EQ(fitted(letters, {{22, 0, 90, 0}, {104, 0, 148, 0}}), "22-90 104-148 ");
    EXPECT_EQ(fitted(letters, {{22, 0, 76, 0}, {104, 0, 134, 0}}), "22-90 104-148 ") << "ended too soon";
    EXPECT_EQ(fitted(letters, {{30, 0, 97, 0}, {112, 0, 148, 0}}), "22-90 104-148 ") << "began too late";
    EXPECT_EQ(fitted(letters, {{22, 0, 108, 0}, {108, 0, 148, 0}}), "22-90 104-148 ") << "ended too late";
    EXPECT_EQ(fitted(letters, {{104, 0, 148, 0}, {22, 0, 90, 0}}), "104-148 22-90 ") << "written from the right";
}

TEST(ReadLine, DotsOfALeaderAreNoLettersOfAWordInABand) {
    const std::vector<Box> letters{
        {22, 30, 42, 50}, {46, 46, 50, 50}, {60, 46, 64, 50}, {74, 46, 78, 50}, {104, 30, 124, 50}};
    EXPECT_EQ(fitted(letters, {{22, 0, 40, 0}, {106, 0, 124, 0}}, {{{46, 46, 78, 50}, 3}}), "22-42 104-124 ");
}

/// A letter so high alone in its line, read as text, on a page of text 30 pixels high.
std::string read_alone(const std::string& text, int height, int pieces = 1) {
    Fakes fakes({{"eng", {text, 1}}});
    fakes.sheet.text_height = 30;
    Line& line = fakes.page.blocks[0].lines[0];
    line.box = {20, 20, 20 + 25 * pieces, 20 + height};
    for (int i = 0; i < pieces; ++i)
        cv::rectangle(fakes.sheet.ink, cv::Rect(20 + 25 * i, 20, 20, height), 255, cv::FILLED);
    Line read;
    read.words = read_words(fakes, {{text, text, {0, 0, 20, 10}, 1, false, false}});
    return line_text(read);
}

TEST(ReadLine, OnePieceOfInkAloneIsOneLetter) {
    EXPECT_EQ(read_alone("Ss", 36), "S");
    EXPECT_EQ(read_alone("zZ", 36), "Z");
    EXPECT_EQ(read_alone("Oo", 20), "o");
    EXPECT_EQ(read_alone("Aa", 36, 2), "Aa") << "two pieces";
    EXPECT_EQ(read_alone("MM", 36), "MM");
    EXPECT_EQ(read_alone("ab", 36), "ab");
}

TEST(ReadLine, ALetterAloneHasTheCaseOfItsSize) {
    EXPECT_EQ(read_alone("s", 36), "S");
    EXPECT_EQ(read_alone("S", 20), "s");
    EXPECT_EQ(read_alone("a", 36), "a") << "its cases differ in more than size";
    EXPECT_EQ(read_alone("ß", 36), "ß");
}

} // namespace
} // namespace broadsheet
