// SPDX-License-Identifier: Apache-2.0
#include "recognize/recognize.h"

#include "page/error.h"
#include "recognize/engine.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

/// The top of a book page of images/ with its first printed lines, by its truth.
struct BookPage {
    Sheet sheet;
    Page page;
};

BookPage book_page() {
    BookPage book;
    const Image image = ImageFile::open(BROADSHEET_SOURCE_DIR "/images/plain/book.png").load(1);
    book.sheet = prepare(image);
    book.page.text_height = book.sheet.text_height;
    return book;
}

Line line_at(Box box, int text_height) {
    Line line;
    line.box = box;
    line.text_height = text_height;
    line.baseline = {{box.left, box.bottom}, {box.right, box.bottom}};
    return line;
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
    const Page page = engines.recognize(with_lines(book.page, kRunningHead), book.sheet, "eng");
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
    for (const Word& word : title.words)
        EXPECT_TRUE(contains(grown(title.box, 8, 8), word.box)) << word.text;
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
    const Page first = one.recognize(page, book.sheet, "eng");
    EXPECT_EQ(first, three.recognize(page, book.sheet, "eng"));
    EXPECT_EQ(first, one.recognize(page, book.sheet, "eng")); // the second time round, in warm engines
}

TEST(Recognize, FindsTheLanguageByItself) {
    const BookPage book = book_page();
    EnginePool engines({}, 2);
    const Page page = engines.recognize(with_lines(book.page, kRunningHead), book.sheet, "");
    EXPECT_EQ(page.language, "eng");
}

TEST(Recognize, PageWithoutLinesNeedsNoEngine) {
    EnginePool engines({}, 1);
    EXPECT_TRUE(engines.recognize({}, {}, "eng").blocks.empty());
    EXPECT_TRUE(engines.recognize({}, {}, "").blocks.empty());
}

TEST(Recognize, UnknownLanguageNamesItsPackage) {
    EnginePool engines({}, 1);
    const std::string expected = "no model for language \"xyz_abc\"; install Debian's tesseract-ocr-xyz-abc or put "
                                 "xyz_abc.traineddata into the models folder";
    EXPECT_EQ(message_of([&] { engines.recognize({}, {}, "xyz_abc"); }), expected);
    EXPECT_EQ(message_of([&] { engines.recognize({}, {}, "eng+xyz_abc"); }), expected);
}

TEST(Recognize, FolderWithoutModelsIsAnError) {
    EXPECT_EQ(message_of([] { EnginePool({"/nonexistent"}, 1); }),
              "/nonexistent: no models (*.traineddata) found; scripts/setup fetches them");
}

TEST(Recognize, BrokenModelIsAnErrorWhenAskedForAndNoCandidateOtherwise) {
    const fs::path folder = fs::temp_directory_path() / "broadsheet-broken-model";
    fs::create_directories(folder);
    std::ofstream(folder / "aaa.traineddata") << "no model";
    fs::copy_file(find_models().front().path, folder / "zzz.traineddata", fs::copy_options::overwrite_existing);
    const BookPage book = book_page();
    const Page page = with_lines(book.page, kRunningHead);
    EnginePool engines({folder.string()}, 2);
    EXPECT_EQ(message_of([&] { engines.recognize(page, book.sheet, "aaa"); }),
              folder.string() + ": the model \"aaa\" does not load");
    EXPECT_EQ(engines.recognize(page, book.sheet, "").language, "zzz");
    fs::remove_all(folder);
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

TEST(Crop, NeighboursAreWhiteAndTheTextIsAtItsHeight) {
    cv::Mat gray(200, 400, CV_8UC1, cv::Scalar(255));
    const Box own{100, 80, 300, 120}, above{90, 30, 310, 76}, beside{306, 60, 400, 140};
    for (const Box& b : {own, above, beside})
        cv::rectangle(gray, cv::Rect(b.left, b.top, b.width(), b.height()), 0, cv::FILLED);
    const Crop crop = cut_line(gray, line_at(own, 50), {above, beside});
    EXPECT_DOUBLE_EQ(crop.scale, 0.5);
    EXPECT_EQ(crop.origin, (Point{86, 66}));
    EXPECT_EQ(crop.pixels.size(), cv::Size(114, 34));
    EXPECT_EQ(crop.pixels.at<uchar>(17, 50), 0);    // the line
    EXPECT_EQ(crop.pixels.at<uchar>(3, 50), 255);   // the line above is gone
    EXPECT_EQ(crop.pixels.at<uchar>(17, 111), 255); // and so is what stands beside it
}

TEST(Crop, AtTheSheetsEdge) {
    const cv::Mat gray(50, 80, CV_8UC1, cv::Scalar(255));
    const Crop crop = cut_line(gray, line_at({0, 0, 80, 50}, 25), {});
    EXPECT_EQ(crop.origin, (Point{0, 0}));
    EXPECT_EQ(crop.pixels.size(), cv::Size(80, 50));
}

} // namespace
} // namespace broadsheet
