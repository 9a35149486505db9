// SPDX-License-Identifier: Apache-2.0
#include "recognize/column_marks.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace broadsheet {
namespace {

constexpr int kSize = 40; ///< of a character and its place

/// A line of places 40 pixels wide, from (20, 20) on. text: '#' a character, 'o' a stop, ',' a comma, '\\' that of a
/// list, each in its corner, '.' dirt there, 'c' a comma in the middle of its place, ' ' white.
struct Drawn {
    cv::Mat ink = cv::Mat::zeros(100, 600, CV_8UC1);
    Line line;

    explicit Drawn(const std::string& text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const cv::Point at(20 + kSize * static_cast<int>(i), 20);
            draw(text[i], at);
        }
        line.box = {20, 20, 20 + kSize * static_cast<int>(text.size()), 20 + kSize};
        line.text_height = kSize;
    }

    void draw(char sign, cv::Point at) {
        const cv::Point corner = at + cv::Point(6, 6);
        if (sign == '#') cv::rectangle(ink, cv::Rect(at.x + 2, at.y + 1, 36, 38), 255, 3);
        if (sign == 'o') cv::circle(ink, corner + cv::Point(5, 5), 5, 255, 2);
        if (sign == ',') cv::rectangle(ink, cv::Rect(corner, cv::Size(13, 6)), 255, cv::FILLED);
        if (sign == '\\') cv::line(ink, corner, corner + cv::Point(9, 9), 255, 3);
        if (sign == '.') ink.at<uchar>(corner) = 255;
        if (sign == 'c') cv::rectangle(ink, cv::Rect(at.x + 6, at.y + 28, 13, 6), 255, cv::FILLED);
    }

    /// What is printed where the words read are these, each at its place ("_": none there).
    std::string with_marks(const std::vector<std::string>& read) {
        std::vector<Word> words;
        for (std::size_t i = 0; i < read.size(); ++i) {
            if (read[i] == "_") continue;
            const int left = 20 + kSize * static_cast<int>(i);
            const bool small = read[i] == "小" || read[i] == "，" || read[i] == "·"; // as small as a mark
            words.push_back({read[i], read[i], {left + 2, 20, left + (small ? 20 : 38), 60}, 0.9F, false, false});
        }
        mend_column_marks(words, line, ink);
        Line out;
        out.words = words;
        return line_text(out);
    }
};

TEST(ColumnMarks, StandInPlacesOfTheirOwn) {
    EXPECT_EQ(Drawn("##,##o").with_marks({"春", "夏", "_", "秋", "冬", "_"}), "春夏，秋冬。");
    EXPECT_EQ(Drawn("#\\#\\#").with_marks({"春", "_", "夏", "_", "秋"}), "春、夏、秋");
}

TEST(ColumnMarks, HangBelowTheColumn) {
    Drawn drawn("##o");
    drawn.line.box.right -= kSize;
    EXPECT_EQ(drawn.with_marks({"春", "夏"}), "春夏。");
}

TEST(ColumnMarks, TakeThePlaceOfWhatTheyWereTakenFor) {
    EXPECT_EQ(Drawn("#,#").with_marks({"春", "小", "夏"}), "春，夏");
    EXPECT_EQ(Drawn("#o#").with_marks({"春", "，", "夏"}), "春，夏")
        << "the engine knows marks better where it sees one";
}

TEST(ColumnMarks, AreNoSignsOfLevelLines) {
    EXPECT_EQ(Drawn("#o#").with_marks({"春", "·", "夏"}), "春。夏") << "by its ink";
    const std::vector<std::pair<std::string, std::string>> signs{{"·", "、"}, {"丶", "、"}, {"ˋ", "、"},
                                                                 {"‧", "、"}, {"'", "，"},  {"°", "。"}};
    for (const auto& [read, printed] : signs) // worn, or grown together with a character
        EXPECT_EQ(Drawn("###").with_marks({"春", read, "夏"}), "春" + printed + "夏");
}

TEST(ColumnMarks, AreNotDirtNorPartsOfCharacters) {
    EXPECT_EQ(Drawn("#.#").with_marks({"春", "_", "夏"}), "春夏");
    EXPECT_EQ(Drawn("#c#").with_marks({"春", "_", "夏"}), "春夏") << "not in the corner";
    Drawn dotted("# #");
    dotted.draw(',', {20 + kSize, 20});
    dotted.draw('#', {20 + kSize + 10, 24}); // beside its dot
    EXPECT_EQ(dotted.with_marks({"春", "心", "夏"}), "春心夏");
}

TEST(ColumnMarks, ReadBesideTheirInkStandOnce) { // Tesseract's boxes are not quite those of its signs
    const Drawn drawn("#o#");
    const auto mended = [&](Box spring) {
        std::vector<Word> words{{"春", "春", spring, 0.9F, false, false},
                                {"。", "。", {84, 20, 96, 60}, 0.9F, false, false},
                                {"夏", "夏", {102, 20, 138, 60}, 0.9F, false, false}};
        mend_column_marks(words, drawn.line, drawn.ink);
        Line out;
        out.words = words;
        return line_text(out);
    };
    EXPECT_EQ(mended({22, 20, 50, 60}), "春。夏");
    EXPECT_EQ(mended({64, 20, 80, 60}), "春。夏") << "nor do they take the place of a character";
}

TEST(ColumnMarks, BeginNoLine) {
    EXPECT_EQ(Drawn(",##").with_marks({"_", "春", "夏"}), "春夏");
}

TEST(ColumnMarks, AreAddedToChineseOnly) {
    EXPECT_EQ(Drawn("##,#").with_marks({"1", "9", "_", "3"}), "193");
    EXPECT_EQ(Drawn("##,#").with_marks({}), "");
}

TEST(ColumnMarks, StandAtTheHeadOfLinesThatWereColumns) {
    const auto has_marks = [](const std::string& text) {
        Drawn drawn(text);
        Page page;
        page.blocks.resize(1);
        page.blocks[0].lines = {drawn.line};
        return has_column_marks(page, drawn.ink);
    };
    EXPECT_TRUE(has_marks("##,##o#c#"));
    EXPECT_FALSE(has_marks("##c##o#c#")) << "level, with a quotation mark";
    EXPECT_FALSE(has_marks("#####"));
    EXPECT_FALSE(has_column_marks(Page{}, cv::Mat()));
}

TEST(CentredMarks, AreNoDotsNorStrokes) {
    const auto mended = [](const std::string& text, const std::string& read) {
        Drawn drawn(text);
        const Box place{20 + kSize, 20, 20 + 2 * kSize, 60};
        std::vector<Word> words{{"春", "春", {22, 20, 58, 60}, 0.9F, false, false},
                                {read, read, place, 0.9F, false, false}};
        mend_centred_marks(words, drawn.line, drawn.ink);
        return words.back().text;
    };
    EXPECT_EQ(mended("#o#", "·"), "。");
    EXPECT_EQ(mended("#.#", "·"), "·") << "of a name";
    EXPECT_EQ(mended("###", "·"), "·");
    EXPECT_EQ(mended("###", "°"), "。");
    EXPECT_EQ(mended("###", "丶"), "、");
    EXPECT_EQ(mended("#o#", "，"), "，");
}

TEST(ColumnMarks, OfALineBesideTheSheetAreNone) {
    Drawn drawn("##");
    drawn.line.box = {700, 20, 780, 60};
    EXPECT_EQ(drawn.with_marks({"春", "夏"}), "春夏");
}

} // namespace
} // namespace broadsheet
