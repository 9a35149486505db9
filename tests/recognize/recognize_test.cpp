// SPDX-License-Identifier: Apache-2.0
#include "recognize/recognize.h"

#include "page/error.h"
#include "recognize/depthwise.h"
#include "recognize/engine.h"
#include "recognize/line_at.h"
#include "recognize/pieces.h"
#include "support/process.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>
#include <set>
#include <sstream>

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

/// The top of a book page of images/ with its first printed lines, by its truth.
struct BookPage {
    Sheet sheet;
    Page page;
};

BookPage page_of(const std::string& path) {
    BookPage book;
    const Image image = ImageFile::open(BROADSHEET_SOURCE_DIR "/images/" + path).load(1);
    book.sheet = prepare(image);
    book.page.text_height = book.sheet.text_height;
    return book;
}

BookPage book_page() {
    return page_of("plain/book.png");
}

BookPage front_page() {
    return page_of("front-page/front.png");
}

Page with_lines(Page page, const std::vector<Box>& boxes) {
    Block block;
    for (const Box& box : boxes) {
        block.lines.push_back(line_at(box, 24));
        block.box = united(block.box, box);
    }
    page.blocks = {block};
    return page;
}

std::string message_of(const std::function<void()>& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

const std::vector<Box> kRunningHead{{230, 215, 286, 250}, {739, 215, 1061, 250}};

TEST(Recognize, ReadsLinesWithWordsAndBoxes) {
    const BookPage book = book_page();
    EnginePool engines({}, 2);
    const Page page = engines.recognize(with_lines(book.page, kRunningHead), book.sheet, {"eng"});
    EXPECT_EQ(page.language, "eng");
    EXPECT_EQ(line_text(page.blocks[0].lines[0]), "208");
    const Line& title = page.blocks[0].lines[1];
    EXPECT_EQ(line_text(title), "The Evening Lantern");
    EXPECT_EQ(title.engine, "tesseract:eng");
    ASSERT_EQ(title.words.size(), 3u);
    EXPECT_EQ(title.words[1].read, "Evening");
    EXPECT_TRUE(title.words[1].blank_read);
    EXPECT_FALSE(title.words[0].blank_before);
    EXPECT_GT(title.words[1].confidence, 0.8);
    for (const Word& word : title.words) {
        EXPECT_TRUE(contains(grown(title.box, 8, 8), word.box)) << word.text;
        EXPECT_GT(word.box.height(), title.text_height / 2) << word.text;
    }
    EXPECT_GT(title.words[1].box.height(), title.words[0].box.height()) << "Evening has a g";
    for (std::size_t i = 1; i < title.words.size(); ++i)
        EXPECT_GT(title.words[i].box.left - title.words[i - 1].box.right, title.text_height / 6) << "a blank is white";
    EXPECT_LT(title.words[0].box.right, title.words[1].box.left);
    EXPECT_LT(title.words[1].box.right, title.words[2].box.left);
}

TEST(Recognize, SameResultWhateverTheThreadsAndTheHistory) {
    const BookPage book = book_page();
    std::vector<Box> boxes;
    for (int y = 300; y < 900; y += 50)
        boxes.push_back({230, y, 1570, y + 44});
    const Page page = with_lines(book.page, boxes);
    EnginePool one({}, 1), three({}, 3);
    const Page first = one.recognize(page, book.sheet, {"eng"});
    EXPECT_EQ(first, three.recognize(page, book.sheet, {"eng"}));
    EXPECT_EQ(first, one.recognize(page, book.sheet, {"eng"})); // the second time round, in warm engines
}

TEST(Recognize, FindsTheLanguageByItself) {
    const BookPage book = book_page();
    EnginePool engines({}, 2);
    const Page page = engines.recognize(with_lines(book.page, kRunningHead), book.sheet, {""});
    EXPECT_EQ(page.language, "eng");
}

std::vector<Word> words_of(const std::string& text, float confidence = 0.9F) {
    std::vector<Word> words;
    std::istringstream parts(text);
    for (std::string part; parts >> part;)
        words.push_back({part, part, {}, confidence, true, true});
    return words;
}

TEST(Recognize, CommonWordsTellTheLanguage) {
    const std::vector<Model> models{{"deu", ""}, {"eng", ""}, {"eng", ""}, {"fra", ""}, {"frk", ""}, {"spa", ""}};
    const auto told = [&](const std::string& text, float confidence = 0.9F) {
        return language_by_words(words_of(text, confidence), models);
    };
    const std::string english = "The house of the king was not in the city and it is with us";
    EXPECT_EQ(told(english), "eng");
    EXPECT_EQ(told("Die Stadt und der Konig ist nicht mit dem Volk auf dem Markt"), "deu");
    EXPECT_EQ(told("la maison est dans une rue qui est pour le roi et les gens"), "fra");
    EXPECT_EQ(told("la casa del rey no se ve por la noche con los ojos"), "spa");
    EXPECT_EQ(told(english, 0.6F), "") << "as a page of Fraktur is read by the English model";
    EXPECT_EQ(told("Smith John baker 12 High Street Jones Mary widow 14"), "") << "names";
    EXPECT_EQ(told("la de la de"), "") << "French or Spanish";
    EXPECT_EQ(told(""), "");
    EXPECT_EQ(language_by_words(words_of(english), {{"ita", ""}}), "");
}

TEST(Recognize, PageWithoutLinesNeedsNoEngine) {
    EnginePool engines({}, 1);
    EXPECT_TRUE(engines.recognize({}, {}, {"eng"}).blocks.empty());
    EXPECT_TRUE(engines.recognize({}, {}, {""}).blocks.empty());
}

/// A sheet with one line of a plotter's letters, which the models are less sure of than of print.
struct DrawnLine {
    Sheet sheet;
    Page page = with_lines({}, {{18, 17, 330, 46}});

    explicit DrawnLine(const std::string& text) {
        sheet.gray = cv::Mat(60, 400, CV_8UC1, cv::Scalar(255));
        sheet.ink = cv::Mat(60, 400, CV_8UC1, cv::Scalar(0));
        cv::putText(sheet.gray, text, {20, 40}, cv::FONT_HERSHEY_DUPLEX, 0.85, 0, 1, cv::LINE_AA);
        page.blocks[0].lines[0].text_height = 18;
    }
};

std::vector<std::string> texts_of(const std::vector<Word>& words) {
    std::vector<std::string> texts;
    for (const Word& word : words)
        texts.push_back(word.text);
    return texts;
}

class QuickModels : public ::testing::Test {
protected:
    /// A model that is no more than a size.
    Model model(const std::string& in, const std::string& language, std::uintmax_t size) const {
        const fs::path path = folder.path() / in / (language + ".traineddata");
        fs::create_directories(path.parent_path());
        test::write_file(path, "");
        fs::resize_file(path, size);
        return {language, path.string()};
    }
    Model own(const std::string& language) const { return {language, own_folder + "/" + language + ".traineddata"}; }

    test::TemporaryFolder folder;
    const std::string own_folder = BROADSHEET_SOURCE_DIR "/models";
};

TEST_F(QuickModels, TheFirstFolderThatHasTheLanguageIsTheOne) {
    const Model fraktur = model("debian", "Fraktur", 10), french = model("debian", "fra", 10),
                ours = model("own", "fra", 10);
    EXPECT_EQ(folder_of({fraktur, ours, french}, "fra"), folder.path() / "own");
    EXPECT_EQ(folder_of({fraktur, ours, french}, "fra+Fraktur"), folder.path() / "debian");
}

TEST_F(QuickModels, TheSmallerOnesAreTheQuickOnes) {
    if (!fs::exists(own("eng").path) || !fs::exists(own("deu").path)) GTEST_SKIP() << "models/ has none";
    const Model small = model("small", "eng", 1000), large = model("large", "eng", 100'000'000);
    const std::string quick = folder.path() / "small";
    EXPECT_EQ(quick_folder({own("eng"), large, small}, "eng"), quick);
    EXPECT_EQ(quick_folder({own("eng"), large}, "eng"), "");
    EXPECT_EQ(quick_folder({own("eng")}, "eng"), "");
    EXPECT_EQ(quick_folder({large, own("eng"), small}, "eng"), "") << "somebody's own model comes before";
    EXPECT_EQ(quick_folder({own("deu"), own("eng"), small}, "deu+eng"), "") << "all of the languages are asked for";
    EXPECT_EQ(quick_folder({own("deu"), model("small", "deu", 1000), own("eng"), small}, "deu+eng"), quick);
}

TEST(Recognize, ADoubtfulLineIsReadAgainInOtherWaysUntilOneIsSure) {
    const std::string quick = quick_folder(find_models(), "eng");
    if (quick.empty()) GTEST_SKIP() << "one model of English";
    const std::unique_ptr<Engine> first = tesseract_engine(quick, "eng");
    const std::unique_ptr<Engine> second = tesseract_engine(folder_of(find_models(), "eng"), "eng");
    EnginePool engines({}, 2);
    std::set<std::size_t> counts;
    for (const std::string text :
         {"The quick brown fox", "Illoni lIlI1", "I1l I0O lI|1", "Rn rn Il0O", "ll1I oO0 rnm"}) {
        const DrawnLine drawn(text);
        const auto read_by = [&](Engine& engine, const CropShape& shape) {
            return engine.read(cut_line(drawn.sheet, drawn.page.blocks[0].lines[0], {}, shape));
        };
        std::vector<std::vector<Word>> readings{read_by(*first, band_crop())};
        const auto is_sure = [&] { return mean_confidence(readings.back()) >= 0.985; };
        if (!is_sure()) readings.push_back(read_by(*second, tesseract_crop()));
        if (!is_sure()) readings.push_back(read_by(*second, close_crop()));
        const Page page = engines.recognize(drawn.page, drawn.sheet, {"eng"});
        EXPECT_EQ(texts_of(page.blocks[0].lines[0].words), texts_of(surest_pieces(readings))) << text;
        counts.insert(readings.size());
    }
    EXPECT_EQ(counts, (std::set<std::size_t>{1, 2, 3}));
}

TEST(Recognize, AShortLineIsNoLargerForStandingAlone) {
    const BookPage page = page_of("plain/questions.png");
    EnginePool engines({}, 2);
    Line low = line_at({332, 1406, 455, 1442}, 22); // "puerta.", whose letters are all low ones
    low.baseline = {{332, 1432}, {455, 1432}};
    Page drawn = page.page;
    drawn.blocks.resize(1);
    drawn.blocks[0].lines = {low};
    EXPECT_EQ(line_text(engines.recognize(drawn, page.sheet, {"spa"}).blocks[0].lines[0]), "puerta.");
}

TEST(Recognize, NothingIsReadWhereThereIsNoInk) {
    const BookPage page = page_of("plain/questions.png");
    EnginePool engines({}, 1);
    Line line = line_at({241, 1268, 857, 1311}, 33);
    line.baseline = {{241, 1301}, {857, 1301}};
    Page drawn = page.page;
    drawn.blocks.resize(1);
    drawn.blocks[0].lines = {line};
    const Line read = engines.recognize(drawn, page.sheet, {"spa"}).blocks[0].lines[0];
    EXPECT_EQ(line_text(read), "P. ¿También se prestan pianos?") << "no dash in the blank";
    for (const Word& word : read.words) {
        const Box& b = word.box;
        const cv::Mat ink = page.sheet.ink(cv::Rect(b.left, b.top, b.width(), b.height()));
        EXPECT_EQ(cv::boundingRect(ink).size(), ink.size()) << word.text;
    }
}

class Words : public ::testing::Test {
protected:
    std::string file(const std::string& name, const std::string& bytes) const {
        const std::string path = folder.path() / name;
        test::write_file(path, bytes);
        return path;
    }

    test::TemporaryFolder folder;
};

TEST_F(Words, AreReadWhereALetterMayBeAnother) {
    const DrawnLine drawn("Ilmar Ixlomal");
    const auto read_with = [&](const std::string& words) {
        EnginePool engines({"", words}, 1);
        return line_text(engines.recognize(drawn.page, drawn.sheet, {"eng"}).blocks[0].lines[0]);
    };
    const std::string misread = read_with("");
    EXPECT_NE(misread, "Ilmar Ixlomal");
    EXPECT_EQ(read_with(file("names", "Ixlomal\r\nIlmar\r\n")), "Ilmar Ixlomal");
    EXPECT_EQ(read_with(file("others", "Olmar\n")), misread);
}

TEST_F(Words, AFileThatHoldsNoneIsAnError) {
    const auto check = [&](const std::string& path) {
        EXPECT_EQ(message_of([&] { EnginePool({"", path}, 1); }), message_of([&] { check_words(path); }));
        return message_of([&] { check_words(path); });
    };
    EXPECT_EQ(check("/none"), "/none: no such file");
    EXPECT_EQ(check(folder.path()), folder.path().string() + ": is a folder");
    const std::string empty = file("empty", "\n \r\n"), latin = file("latin", "Zürich\nZ\xfcrich\n");
    EXPECT_EQ(check(empty), empty + ": holds no words");
    EXPECT_EQ(check(latin), latin + ": line 2 is not UTF-8");
    EXPECT_EQ(check(file("good", "Zürich")), "");
}

TEST(Recognize, UnknownLanguageNamesItsPackage) {
    EnginePool engines({}, 1);
    const std::string expected = "no model for language \"xyz_abc\"; install Debian's tesseract-ocr-xyz-abc or put "
                                 "xyz_abc.traineddata into the models folder";
    EXPECT_EQ(message_of([&] { engines.recognize({}, {}, {"xyz_abc"}); }), expected);
    EXPECT_EQ(message_of([&] { engines.recognize({}, {}, {"eng+xyz_abc"}); }), expected);
}

TEST(Recognize, FolderWithoutModelsIsAnError) {
    EXPECT_EQ(message_of([] { EnginePool({"/nonexistent"}, 1); }),
              "/nonexistent: no models (*.traineddata) found; scripts/setup fetches them");
}

TEST(Recognize, BrokenModelIsAnErrorWhenAskedForAndNoCandidateOtherwise) {
    const test::TemporaryFolder temporary;
    const fs::path& folder = temporary.path();
    std::ofstream(folder / "aaa.traineddata") << "no model";
    fs::copy_file(find_models().front().path, folder / "zzz.traineddata");
    const BookPage book = book_page();
    const Page page = with_lines(book.page, kRunningHead);
    EnginePool engines({folder.string()}, 2);
    EXPECT_EQ(message_of([&] { engines.recognize(page, book.sheet, {"aaa"}); }),
              folder.string() + ": the model \"aaa\" does not load");
    EXPECT_EQ(engines.recognize(page, book.sheet, {""}).language, "zzz");
}

const std::vector<Box> kFrontLines{{1934, 946, 2414, 979}, {114, 2245, 554, 2282}, {2852, 1306, 2964, 1339}};
const std::vector<std::string> kFrontTexts{"双鹏25GW大尺寸光伏硅片项", "新闻投稿jnwbzbb@163.com", "(惠晓婧)"};

TEST(Recognize, ChineseLinesWithFiguresAndAddressesGoToTheCtcEngine) {
    const BookPage front = front_page();
    EnginePool engines({}, 2);
    const Page page = engines.recognize(with_lines(front.page, kFrontLines), front.sheet, {"chi_sim"});
    for (size_t i = 0; i < kFrontTexts.size(); ++i) {
        const Line& line = page.blocks[0].lines[i];
        EXPECT_EQ(line_text(line), kFrontTexts[i]);
        EXPECT_EQ(line.engine, "ctc");
        for (size_t w = 0; w < line.words.size(); ++w) {
            EXPECT_TRUE(contains(grown(line.box, 4, 8), line.words[w].box)) << line.words[w].text;
            EXPECT_GT(line.words[w].confidence, 0.5) << line.words[w].text;
            const int end = w > 0 ? line.words[w - 1].box.right : 0;
            EXPECT_LE(end, line.words[w].box.left + 2) << line.words[w].text;
        }
    }
    EXPECT_TRUE(page.issues.empty());
    const std::vector<Word>& words = page.blocks[0].lines[0].words; // every wide character is a word, figures are one
    ASSERT_EQ(words.size(), 11u);
    EXPECT_EQ(words[2].text, "25GW");
    EXPECT_NEAR(words[2].box.left, 2011, 3);
    EXPECT_NEAR(words[2].box.right, 2109, 3);
}

TEST(Recognize, TheEngineCanBeChosen) {
    const BookPage front = front_page();
    const Page page = with_lines(front.page, {kFrontLines[0]});
    EnginePool engines({}, 1);
    const auto engine = [&](const RecognizeOptions& options) {
        return engines.recognize(page, front.sheet, options).blocks[0].lines[0].engine;
    };
    EXPECT_EQ(engine({"chi_sim", EngineKind::tesseract}), "tesseract:chi_sim");
    EXPECT_EQ(engine({"eng", EngineKind::automatic}), "tesseract:eng");
    EXPECT_EQ(engine({"eng", EngineKind::ctc}), "ctc");
    EXPECT_EQ(engine({"chi_tra", EngineKind::automatic}), "ctc+ctc_traditional+tesseract:chi_tra");
    EXPECT_EQ(engine({"chi_tra", EngineKind::ctc}), "ctc+ctc_traditional");
    EXPECT_EQ(engine({"chi_tra", EngineKind::tesseract}), "tesseract:chi_tra");
}

TEST(Recognize, LettersTheCtcEngineWasNotTaughtGoToTesseract) {
    const BookPage book = book_page();
    const Page page = with_lines(book.page, {kRunningHead[1]});
    EnginePool engines({}, 1);
    const auto line = [&](const std::string& languages) {
        return engines.recognize(page, book.sheet, {languages}).blocks[0].lines[0];
    };
    EXPECT_EQ(line("chi_sim+deu").engine, "tesseract:chi_sim+deu");
    EXPECT_EQ(line("chi_sim+eng").engine, "ctc");
    EXPECT_EQ(line_text(line("chi_sim+eng")), "The Evening Lantern");
}

TEST(Recognize, WithoutTheCtcModelTesseractReadsChineseAndThePoolSaysSoOnce) {
    const test::TemporaryFolder temporary;
    const fs::path& folder = temporary.path();
    const std::vector<Model> models = find_models();
    const auto chinese =
        std::find_if(models.begin(), models.end(), [](const Model& model) { return model.language == "chi_sim"; });
    ASSERT_NE(chinese, models.end());
    fs::copy_file(chinese->path, folder / "chi_sim.traineddata");
    const BookPage front = front_page();
    const Page page = with_lines(front.page, {kFrontLines[0]});
    EnginePool engines({folder.string()}, 1);
    const Page first = engines.recognize(page, front.sheet, {"chi_sim"});
    EXPECT_EQ(first.blocks[0].lines[0].engine, "tesseract:chi_sim");
    ASSERT_EQ(first.issues.size(), 1u);
    EXPECT_EQ(first.issues[0], "Chinese is read by Tesseract alone, with more errors: no ctc.onnx among the models "
                               "(scripts/setup makes it)");
    EXPECT_TRUE(engines.recognize(page, front.sheet, {"chi_sim"}).issues.empty());
    EXPECT_EQ(message_of([&] {
                  engines.recognize(page, front.sheet, {"chi_sim", EngineKind::ctc});
              }),
              "no model for the CTC engine (ctc.onnx); scripts/setup makes it");
    std::ofstream(folder / "ctc.onnx") << "no model";
    std::ofstream(folder / "ctc.keys") << "a";
    EnginePool broken({folder.string()}, 1);
    EXPECT_EQ(message_of([&] { broken.recognize(page, front.sheet, {"chi_sim"}); }),
              folder.string() + "/ctc.onnx does not load; scripts/setup makes it anew when it is deleted");
}

TEST(Ctc, ReadsLinesOfAnyLengthAndNothingFromPaper) {
    const BookPage front = front_page();
    const auto engine = ctc_engine(find_ctc({}));
    const cv::Mat line = cut_line(front.sheet, line_at(kFrontLines[0], 33), {}, ctc_crop()).pixels;
    cv::Mat lines;
    cv::hconcat(std::vector<cv::Mat>(7, line), lines); // longer than the model reads at once
    Line read;
    read.words = engine->read({lines});
    std::string expected;
    for (int i = 0; i < 7; ++i)
        expected += kFrontTexts[0];
    EXPECT_EQ(line_text(read), expected);
    for (const Word& word : read.words)
        EXPECT_TRUE(contains({0, 0, lines.cols, lines.rows}, word.box));
    EXPECT_TRUE(engine->read({cv::Mat(40, 500, CV_8UC1, cv::Scalar(255))}).empty());
    EXPECT_TRUE(engine->read({cv::Mat(1, 1, CV_8UC1, cv::Scalar(255))}).empty());
    EXPECT_TRUE(engine->read({cv::Mat(40, 1, CV_8UC1, cv::Scalar(0))}).empty());
}

TEST(Ctc, KeysOfAnotherModelAreAnError) {
    const test::TemporaryFolder temporary;
    const fs::path& folder = temporary.path();
    fs::copy_file(fs::path(find_ctc({})) / "ctc.onnx", folder / "ctc.onnx");
    std::ofstream(folder / "ctc.keys") << "a\nb\n";
    const auto engine = ctc_engine(folder.string());
    EXPECT_EQ(message_of([&] { engine->read({cv::Mat(40, 500, CV_8UC1, cv::Scalar(255))}); }),
              folder.string() + ": ctc.onnx and ctc.keys do not belong together");
}

/// One channel of the layer by OpenCV's filter.
cv::Mat filtered(const cv::Mat& plane, const cv::Mat& weights, float bias, int row_stride) {
    cv::Mat all, out;
    cv::filter2D(plane, all, CV_32F, weights, {-1, -1}, bias, cv::BORDER_CONSTANT);
    for (int y = 0; y < all.rows; y += row_stride)
        out.push_back(all.row(y));
    for (float& x : cv::Mat_<float>(out))
        x = x * std::clamp(x + 3, 0.0F, 6.0F) / 6;
    return out;
}

TEST(Depthwise, IsTheFilterOfEachChannelThenHardSwish) {
    register_depthwise();
    for (const int row_stride : {1, 2}) {
        const std::array<int, 4> input_shape{1, 3, 7, 19}, weight_shape{3, 1, 5, 5};
        cv::Mat input(4, input_shape.data(), CV_32F), weights(4, weight_shape.data(), CV_32F), bias(3, 1, CV_32F);
        cv::RNG random(7);
        for (cv::Mat* m : {&input, &weights, &bias})
            random.fill(*m, cv::RNG::UNIFORM, -2, 2);
        cv::dnn::LayerParams params;
        params.set("stride", cv::dnn::DictValue::arrayInt(std::array<int, 2>{row_stride, 1}.data(), 2));
        params.blobs = {weights, bias};
        cv::dnn::Net net;
        net.addLayerToPrev("layer", "Depthwise5x5HardSwish", params);
        net.setInput(input);
        const cv::Mat output = net.forward();
        ASSERT_EQ(output.size[2], row_stride == 1 ? 7 : 4);
        for (int c = 0; c < 3; ++c) {
            const cv::Mat plane(7, 19, CV_32F, input.ptr<float>(0, c)), kernel(5, 5, CV_32F, weights.ptr<float>(c));
            const cv::Mat result(output.size[2], 19, CV_32F, const_cast<float*>(output.ptr<float>(0, c)));
            EXPECT_LT(cv::norm(result, filtered(plane, kernel, bias.at<float>(c), row_stride), cv::NORM_INF), 1e-4);
        }
    }
}

TEST(Models, AreSortedAndNoneIsOsd) {
    const std::vector<Model> models = find_models();
    ASSERT_FALSE(models.empty());
    for (size_t i = 0; i < models.size(); ++i) {
        EXPECT_NE(models[i].language, "osd");
        EXPECT_TRUE(fs::exists(models[i].path));
        EXPECT_LE(models[i ? i - 1 : 0].language, models[i].language);
    }
}

} // namespace
} // namespace broadsheet
