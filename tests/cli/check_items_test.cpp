// SPDX-License-Identifier: Apache-2.0
#include "cli/check_items.h"
#include "page/error.h"
#include "support/process.h"

#include <gmock/gmock.h>

namespace broadsheet {
namespace {

using test::TemporaryFolder;
using test::write_file;
using testing::ElementsAre;
using testing::IsEmpty;

class CheckItems : public testing::Test {
protected:
    void add(const std::string& path) {
        std::filesystem::create_directories((folder.path() / path).parent_path());
        write_file(folder.path() / path, "text");
    }
    std::string at(const std::string& path) const { return (folder.path() / path).string(); }
    /// "name: truth result", relative.
    std::vector<std::string> pairs(const CheckSet& set) const {
        std::vector<std::string> out;
        for (const CheckItem& item : set.items)
            out.push_back(item.name + ": " + relative(item.truth) + ' ' + relative(item.result + item.image));
        return out;
    }
    std::string relative(const std::string& path) const {
        return path.empty() ? "-" : std::filesystem::path(path).lexically_relative(folder.path()).string();
    }
    template <typename Call>
    std::string error_of(Call call) const {
        try {
            call();
        } catch (const Error& error) {
            return error.what();
        }
        return "none";
    }
    TemporaryFolder folder;
};

TEST_F(CheckItems, TwoFilesWhateverTheyAreCalled) {
    add("truth.gt.json");
    add("my.txt");
    EXPECT_THAT(pairs(pair_results(at("truth.gt.json"), at("my.txt"))), ElementsAre("my: truth.gt.json my.txt"));
}

TEST_F(CheckItems, FoldersByName) {
    for (const char* path : {"t/a.gt.json", "t/a.txt", "t/b.gt.txt", "t/deep/c.txt", "t/d.txt", "t/readme.md",
                             "r/a.json", "r/a.txt", "r/b.txt", "r/deep/c.txt", "r/extra.txt", "r/c.txt"})
        add(path);
    const CheckSet set = pair_results(at("t"), at("r"));
    EXPECT_THAT(pairs(set), ElementsAre("a: t/a.gt.json r/a.json", "b: t/b.gt.txt r/b.txt", "d: t/d.txt -",
                                        "deep/c: t/deep/c.txt r/deep/c.txt"));
    EXPECT_THAT(set.unpaired, ElementsAre(at("r/c.txt"), at("r/extra.txt")));
}

TEST_F(CheckItems, ImagesByName) {
    for (const char* path : {"i/a.PNG", "i/b.jpg", "i/notes.txt", "i/deep/c.tif", "t/a.gt.json", "t/deep/c.txt"})
        add(path);
    const CheckSet set = pair_images({at("i")}, at("t"));
    EXPECT_THAT(pairs(set), ElementsAre("a: t/a.gt.json i/a.PNG", "deep/c: t/deep/c.txt i/deep/c.tif"));
    EXPECT_THAT(set.unpaired, ElementsAre(at("i/b.jpg")));
    EXPECT_THAT(pairs(pair_images({at("i/b.jpg")}, at("t/a.gt.json"))), ElementsAre("b: t/a.gt.json i/b.jpg"));
}

TEST_F(CheckItems, WhatIsNotThere) {
    add("t/a.txt");
    add("r/x.md");
    EXPECT_EQ(error_of([&] { pair_results(at("none"), at("r")); }), at("none") + ": no such file or folder");
    EXPECT_EQ(error_of([&] { pair_results(at("t"), at("t/a.txt")); }),
              at("t/a.txt") + ": compare two files, or two folders");
    EXPECT_EQ(error_of([&] { pair_results(at("r"), at("t")); }),
              at("r") + ": holds no text (NAME.gt.json, NAME.gt.txt, NAME.json, NAME.txt)");
    EXPECT_EQ(error_of([&] { pair_images({at("r")}, at("t")); }),
              at("t") + ": no truth is called like one of the images");
    EXPECT_EQ(error_of([&] { read_text_file(at("t")); }), at("t") + ": is a folder");
    EXPECT_EQ(error_of([&] { read_text_file(at("x")); }), at("x") + ": cannot be read: No such file or directory");
    write_file(folder.path() / "bad.json", "{\"regions\": 1}");
    EXPECT_EQ(error_of([&] { read_transcript(at("bad.json")); }), at("bad.json") + ": regions: not a list");
}

} // namespace
} // namespace broadsheet
