// SPDX-License-Identifier: Apache-2.0
#include "support/process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadsheet::test {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::MatchesRegex;

Result call(const std::vector<std::string>& arguments) {
    return run(BROADSHEET_PROGRAM, {arguments, "", "", "."});
}

TEST(Main, VersionNamesTheEngineAndTheLibraries) {
    const Result result = call({"--version"});
    EXPECT_THAT(result.out, MatchesRegex("broadsheet [0-9.]+\n"
                                         "Tesseract 5[0-9.]+\n"
                                         "Leptonica 1[0-9.]+\n"
                                         "OpenCV 4[0-9.]+\n"
                                         "ICU [0-9.]+\n"
                                         "Hunspell 1[0-9.]+\n"
                                         "ZXing 1[0-9.]+\n"));
    EXPECT_EQ(result.err, "");
    EXPECT_EQ(result.status, 0);
}

TEST(Main, HelpListsTheSubcommandsThereAre) {
    const Result result = call({"--help"});
    EXPECT_THAT(result.out, ContainsRegex("\n  read +.*\n  show +.*\n  models +[^\n]*\n\n"));
    EXPECT_EQ(result.err, "");
    EXPECT_EQ(result.status, 0);
}

TEST(Main, EverySubcommandHasHelpWithAnExample) {
    for (const std::string command : {"read", "show", "models"}) {
        const Result result = call({command, "--help"});
        EXPECT_THAT(result.out, HasSubstr("\n  broadsheet " + command + " "));
        EXPECT_EQ(result.status, 0);
    }
}

TEST(Main, HelpSaysWhyABarcodeMustBeAskedFor) {
    for (const std::string command : {"read", "show"}) {
        const Result result = call({command, "--help"});
        EXPECT_THAT(result.out, ContainsRegex("--codes CODES.*itf")) << command;
        EXPECT_THAT(result.out, HasSubstr("row of bars")) << command;
    }
}

TEST(Main, WrongUsageIsOneLineAndStatusTwo) {
    const Result none = call({});
    EXPECT_EQ(none.err, "broadsheet: A subcommand is required; see broadsheet --help\n");
    EXPECT_EQ(none.out, "");
    EXPECT_EQ(none.status, 2);
    const Result unknown = call({"raed", "a.png"});
    EXPECT_EQ(unknown.err, "broadsheet: no subcommand raed; see broadsheet --help\n");
    EXPECT_EQ(unknown.status, 2);
    EXPECT_EQ(call({"--fast"}).status, 2);
}

} // namespace
} // namespace broadsheet::test
