// SPDX-License-Identifier: Apache-2.0
#include "support/process.h"

#include <gtest/gtest.h>

namespace broadsheet::test {
namespace {

/// A folder with two models; what lies in them does not matter to the list.
class Models : public testing::Test {
protected:
    Models() {
        write_file(folder.path() / "ita.traineddata", "x");
        write_file(folder.path() / "chi_tra.traineddata", "x");
        write_file(folder.path() / "readme.txt", "x");
    }
    Result models(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"models", "--models", folder.path()});
        return run(BROADSHEET_PROGRAM, {arguments, "", "", "."});
    }
    std::string line(const std::string& language) const {
        return language + '\t' + (folder.path() / (language + ".traineddata")).string() + '\n';
    }
    TemporaryFolder folder;
};

TEST_F(Models, ListsLanguagesAndPaths) {
    const Result result = models({});
    EXPECT_EQ(result.out, line("chi_tra") + line("ita"));
    EXPECT_EQ(result.err, "");
    EXPECT_EQ(result.status, 0);
}

TEST_F(Models, TellsThePackageOfAMissingOne) {
    const Result result = models({"ita", "chi_sim_vert"});
    EXPECT_EQ(result.out, line("ita"));
    EXPECT_EQ(result.err,
              "broadsheet: chi_sim_vert: no model (Debian's package tesseract-ocr-chi-sim-vert brings it)\n");
    EXPECT_EQ(result.status, 1);
}

TEST_F(Models, NoneAtAll) {
    std::filesystem::remove(folder.path() / "ita.traineddata");
    std::filesystem::remove(folder.path() / "chi_tra.traineddata");
    const Result result = models({});
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(
        result.err,
        "broadsheet: no models found: scripts/setup fetches them, or install Debian's package tesseract-ocr-eng\n");
    EXPECT_EQ(result.status, 1);
}

TEST_F(Models, NoSuchFolder) {
    const Result result = run(BROADSHEET_PROGRAM, {{"models", "--models", "/none"}, "", "", "."});
    EXPECT_EQ(result.err, "broadsheet: --models /none: no such folder; see broadsheet models --help\n");
    EXPECT_EQ(result.status, 2);
}

} // namespace
} // namespace broadsheet::test
