// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include "cli/commands.h"
#include "support/process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace broadsheet {
namespace {

using test::TemporaryFolder;
using testing::ElementsAre;

template <typename Action>
std::string error_of(Action action) {
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

TEST(WriteFile, LeavesTheFileAndNothingElse) {
    const TemporaryFolder folder;
    const std::string path = folder.path() / "Zürich.txt";
    write_file(path, "old");
    write_file(path, std::string("new\0text", 8));
    EXPECT_EQ(test::read_file(path), std::string("new\0text", 8));
    EXPECT_THAT(folder.content(), ElementsAre("Zürich.txt"));
}

TEST(WriteFile, ANameOfTheLongestKindIsWritten) {
    const TemporaryFolder folder;
    const std::string name(255, 'n');
    write_file(folder.path() / name, "text");
    EXPECT_THAT(folder.content(), ElementsAre(name));
}

TEST(WriteFile, ReplacesWhatALinkPointsTo) {
    const TemporaryFolder folder;
    const std::filesystem::path target = folder.path() / "target";
    test::write_file(target, "old");
    std::filesystem::create_symlink("target", folder.path() / "link");
    write_file(folder.path() / "link", "new");
    EXPECT_EQ(test::read_file(target), "new");
    EXPECT_TRUE(std::filesystem::is_symlink(folder.path() / "link"));
}

TEST(WriteFile, FullDiskAndDevices) {
    EXPECT_EQ(error_of([] { write_file("/dev/full", "text"); }),
              "/dev/full: cannot be written: No space left on device");
    write_file("/dev/null", "text");
    struct stat status {};
    ASSERT_EQ(::stat("/dev/null", &status), 0);
    EXPECT_TRUE(S_ISCHR(status.st_mode));
}

TEST(WriteFile, WhereNothingCanBeWritten) {
    const TemporaryFolder folder;
    const std::string path = folder.path();
    test::write_file(folder.path() / "file", "");
    EXPECT_EQ(error_of([&] { write_file(path, "text"); }), path + ": is a folder");
    EXPECT_EQ(error_of([&] { write_file(path + "/none/x", ""); }),
              path + "/none/x: cannot be written: No such file or directory");
    EXPECT_EQ(error_of([&] { write_file(path + "/file/x", ""); }),
              path + "/file/x: cannot be written: Not a directory");
    const std::string too_long = path + '/' + std::string(256, 'n');
    EXPECT_EQ(error_of([&] { write_file(too_long, ""); }), too_long + ": cannot be written: File name too long");
    EXPECT_THAT(folder.content(), ElementsAre("file"));
}

TEST(MakeFolder, WithThoseAboveItAndAgain) {
    const TemporaryFolder folder;
    make_folder(folder.path() / "a/b/");
    make_folder(folder.path() / "a/b");
    EXPECT_THAT(folder.content(), ElementsAre("a", "a/b"));
}

TEST(MakeFolder, WhereAFileStands) {
    const TemporaryFolder folder;
    const std::string file = folder.path() / "file";
    test::write_file(file, "");
    for (const std::string& path : {file, file + "/", file + "/below"})
        EXPECT_EQ(error_of([&] { make_folder(path); }), path + ": is not a folder");
}

TEST(CheckFolderOf, MissingFolder) {
    const TemporaryFolder folder;
    const std::string path = folder.path();
    check_folder_of(path + "/x");
    check_folder_of("x");
    EXPECT_EQ(error_of([&] { check_folder_of(path + "/none/x"); }),
              path + "/none/x: cannot be written: there is no folder " + path + "/none");
}

TEST(RefuseToOverwrite, TheInputByAnyName) {
    const TemporaryFolder folder;
    const std::string input = folder.path() / "a.png";
    test::write_file(input, "");
    std::filesystem::create_symlink("a.png", folder.path() / "b.png");
    refuse_to_overwrite(input, folder.path() / "c.png");
    EXPECT_THROW(refuse_to_overwrite(input, input), UsageError);
    EXPECT_THROW(refuse_to_overwrite(input, folder.path() / "b.png"), UsageError);
    refuse_to_overwrite("-", folder.path() / "c.png");
}

} // namespace
} // namespace broadsheet
