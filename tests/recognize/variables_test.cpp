// SPDX-License-Identifier: Apache-2.0
#include "recognize/variables.h"

#include "recognize/engine.h"
#include "support/process.h"

#include <cstdint>
#include <cstring>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <tesseract/baseapi.h>

namespace broadsheet {
namespace {

/// A traineddata file with a configuration put before its other parts.
std::string with_configuration(std::string model, const std::string& configuration) {
    std::int32_t parts = 0;
    std::memcpy(&parts, model.data(), sizeof parts);
    const std::size_t table = sizeof parts, head = table + parts * sizeof(std::int64_t);
    for (std::int32_t i = 0; i < parts; ++i) {
        char* at = &model[table + i * sizeof(std::int64_t)];
        std::int64_t offset = 0;
        std::memcpy(&offset, at, sizeof offset);
        if (i == 0)
            offset = static_cast<std::int64_t>(head);
        else if (offset >= 0)
            offset += static_cast<std::int64_t>(configuration.size());
        std::memcpy(at, &offset, sizeof offset);
    }
    return model.insert(head, configuration);
}

class Variables : public ::testing::Test {
protected:
    Variables() {
        std::ifstream in(english() + "/eng.traineddata", std::ios::binary);
        const std::string model{std::istreambuf_iterator<char>(in), {}};
        // Of the process; of the engine.
        test::write_file(folder.path() / "xxx.traineddata",
                         with_configuration(model, "edges_children_fix 1\ntessedit_char_blacklist q\n"));
    }

    static std::string english() { return folder_of(find_models(), "eng"); }
    std::string configured() const { return folder.path() / "xxx.traineddata"; }

    test::TemporaryFolder folder;
};

TEST_F(Variables, OfTheProcessStayAsTheyAreWhateverAModelBringsAlong) {
    tesseract::TessBaseAPI before, engine;
    before.InitForAnalysePage();
    ASSERT_TRUE(load_models(engine, folder.path(), "xxx", ""));
    for (const tesseract::TessBaseAPI* api : {&before, &engine}) {
        bool fix = true;
        ASSERT_TRUE(api->GetBoolVariable("edges_children_fix", &fix));
        EXPECT_FALSE(fix);
    }
    EXPECT_STREQ(engine.GetStringVariable("tessedit_char_blacklist"), "q") << "its own it keeps";
    EXPECT_STREQ(before.GetStringVariable("tessedit_char_blacklist"), "");
}

TEST_F(Variables, AModelThatDoesNotLoadIsToldOf) {
    tesseract::TessBaseAPI engine;
    EXPECT_FALSE(load_models(engine, folder.path(), "yyy", ""));
    test::write_file(folder.path() / "yyy.traineddata", "broken");
    EXPECT_FALSE(load_models(engine, folder.path(), "yyy", ""));
}

TEST_F(Variables, AConfigurationIsTheFirstPartOfAModel) {
    EXPECT_TRUE(has_configuration(configured()));
    EXPECT_FALSE(has_configuration(english() + "/eng.traineddata"));
    EXPECT_FALSE(has_configuration(folder.path() / "none.traineddata"));
    test::write_file(folder.path() / "short.traineddata", "short");
    EXPECT_FALSE(has_configuration(folder.path() / "short.traineddata"));
}

} // namespace
} // namespace broadsheet
