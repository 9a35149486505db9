// SPDX-License-Identifier: Apache-2.0
#include "repair/dictionary.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace broadsheet::mend {
namespace {

/// A folder with dictionaries of a few words, taken away afterwards.
class DictionaryFolder : public testing::Test {
protected:
    DictionaryFolder() {
        const testing::TestInfo* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::temp_directory_path() / (std::string("broadsheet_dictionary_") + test->name());
        std::filesystem::create_directories(folder_);
    }
    ~DictionaryFolder() override { std::filesystem::remove_all(folder_); }
    void add(const std::string& name, const std::string& encoding, const std::string& words) {
        std::ofstream(folder_ / (name + ".aff")) << "SET " << encoding << "\n";
        std::ofstream(folder_ / (name + ".dic")) << words;
    }
    std::filesystem::path folder_;
};

TEST_F(DictionaryFolder, TakesTheMainCountryFirst) {
    add("de_AT", "UTF-8", "1\nJänner\n");
    add("de_DE", "UTF-8", "1\nJanuar\n");
    Dictionary dictionary(folder_.string(), "deu");
    EXPECT_TRUE(dictionary.knows(U"Januar"));
    EXPECT_FALSE(dictionary.knows(U"Jänner"));
}

TEST_F(DictionaryFolder, KnowsBritishSpellings) {
    add("en_US", "UTF-8", "4\ncolor\ncanceled\ncenter\norganized\n");
    Dictionary dictionary(folder_.string(), "eng");
    for (const char32_t* word : {U"colour", U"cancelled", U"centre", U"organised"})
        EXPECT_TRUE(dictionary.knows(word)) << std::u32string(word).size();
    EXPECT_FALSE(dictionary.knows(U"coluor"));
    EXPECT_FALSE(dictionary.knows(U"centring"));
}

TEST_F(DictionaryFolder, TakesAnyCountryThen) {
    add("de_AT", "UTF-8", "1\nJänner\n");
    Dictionary dictionary(folder_.string(), "frk");
    EXPECT_TRUE(dictionary.knows(U"Jänner"));
}

TEST_F(DictionaryFolder, ReadsOldEncodings) {
    add("fr", "ISO8859-1", "2\n\xE9t\xE9\nl\xE0-bas\n");
    Dictionary dictionary(folder_.string(), "fra");
    EXPECT_TRUE(dictionary.knows(U"été"));
    EXPECT_TRUE(dictionary.lists(U"là-bas"));
    EXPECT_FALSE(dictionary.lists(U"été-bas"));
}

TEST_F(DictionaryFolder, ListsHyphenatedEntriesOnly) {
    add("en_US", "UTF-8", "3\nwell\nknown\ne-mail\n");
    Dictionary dictionary(folder_.string(), "eng");
    EXPECT_TRUE(dictionary.lists(U"E-mail"));
    EXPECT_FALSE(dictionary.lists(U"well-known"));
    EXPECT_TRUE(dictionary.knows_both(U"well", U"known"));
}

TEST_F(DictionaryFolder, NearlyKnowsOneLetterApart) {
    add("en_US", "UTF-8", "1\ngovernment\n");
    Dictionary dictionary(folder_.string(), "eng");
    EXPECT_TRUE(dictionary.nearly_knows(U"goverment"));
    EXPECT_TRUE(dictionary.nearly_knows(U"gavernment"));
    EXPECT_FALSE(dictionary.nearly_knows(U"gavermnent"));
}

TEST_F(DictionaryFolder, GoesOnWithoutADictionary) {
    Dictionary dictionary(folder_.string(), "eng+deu");
    EXPECT_FALSE(dictionary.knows(U"house"));
    EXPECT_FALSE(dictionary.nearly_knows(U"house"));
    Dictionary nowhere((folder_ / "missing").string(), "eng");
    EXPECT_FALSE(nowhere.knows(U"house"));
}

TEST_F(DictionaryFolder, AsksAllLanguagesOfThePage) {
    add("en_US", "UTF-8", "1\nhouse\n");
    add("de_DE", "UTF-8", "2\nHaus\nHof\n");
    Dictionary dictionary(folder_.string(), "deu+eng");
    EXPECT_TRUE(dictionary.knows(U"house"));
    EXPECT_TRUE(dictionary.knows(U"Haus"));
    EXPECT_FALSE(dictionary.knows_both(U"Haus", U"Hof")); // German proves nothing by its parts
    EXPECT_TRUE(dictionary.has(Habit::german));
}

TEST_F(DictionaryFolder, LooksUpEnglishInChinese) {
    add("en_US", "UTF-8", "1\nhouse\n");
    Dictionary dictionary(folder_.string(), "chi_sim");
    EXPECT_TRUE(dictionary.knows(U"house"));
    EXPECT_TRUE(dictionary.only_wide_script());
}

TEST(DictionaryHabit, OfLanguageCodes) {
    EXPECT_EQ(habit("deu"), Habit::german);
    EXPECT_EQ(habit("frk"), Habit::german);
    EXPECT_EQ(habit("fra"), Habit::french);
    EXPECT_EQ(habit("eng"), Habit::other);
    EXPECT_EQ(habit("chi_tra_vert"), Habit::wide_script);
    EXPECT_EQ(habit("kor"), Habit::other); // written with blanks
}

} // namespace
} // namespace broadsheet::mend
