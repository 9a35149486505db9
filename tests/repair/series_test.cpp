// SPDX-License-Identifier: Apache-2.0
#include "repair/series.h"

#include "repair/page_drawing.h"
#include "repair/repair.h"

#include <gmock/gmock.h>

namespace broadsheet {
namespace {

using testing::Contains;
using testing::ElementsAre;

long long number_of(std::string_view text) {
    return mend::series_number(text::code_points(text));
}

TEST(Series, NumbersOfEntries) {
    EXPECT_EQ(number_of("209.437. 21 mai"), 209437);
    EXPECT_EQ(number_of("7'084'112. Fer"), 7084112);
    EXPECT_EQ(number_of("413024 — Fer"), 413024);
    EXPECT_EQ(number_of("12. Fer"), 12);
    EXPECT_EQ(number_of("(3) Fer"), 3);
    for (const char* none :
         {"", "12", "12.", "12 mai", "12,5. Fer", "12.50 Fer", "1234567890. Fer", "Fer 12. ", "1844, Fer"})
        EXPECT_EQ(number_of(none), -1) << none;
}

/// A justified column, 26 characters wide, of entries whose last lines are full.
const std::string kRegister = "209.415. Chaque demande en\nest faite comme elle doit.\n"
                              "209.437. Cette etape donne\nl'occasion de montrer ceci.\n"
                              "209.562. Le chapitre en a\nexpose le but et son mode.\n"
                              "209.591. Les chapitres du\nlivre en sont presque dix.\n";

TEST(Series, EntriesBeginBehindFullLines) {
    const Page page = repair(drawn_page("fra", {drawn_block(BlockKind::paragraph, {0, 0}, kRegister)}));
    EXPECT_THAT(texts(page), ElementsAre("209.415. Chaque demande en est faite comme elle doit.",
                                         "209.437. Cette etape donne l'occasion de montrer ceci.",
                                         "209.562. Le chapitre en a expose le but et son mode.",
                                         "209.591. Les chapitres du livre en sont presque dix."));
}

TEST(Series, GoesOnInTheNextColumn) {
    const std::size_t middle = kRegister.find("209.562");
    const Page page =
        repair(drawn_page("fra", {drawn_block(BlockKind::paragraph, {0, 0}, kRegister.substr(0, middle)),
                                  drawn_block(BlockKind::paragraph, {400, 0}, kRegister.substr(middle))}));
    EXPECT_EQ(texts(page).size(), 4U);
}

TEST(Series, NumbersThatDoNotRiseBeginNothing) { // of years, by chance at the heads of lines
    const std::string text = "all of this was there from\n1820. And it was so before\nas it had been since it was\n"
                             "1811. And so it had stayed\nuntil the end of it, about\n1809. Then it was not seen\n"
                             "any more in this place, at\n1805. So much for all this.";
    EXPECT_EQ(texts(repair(drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, text)}))).size(), 1U);
}

std::ptrdiff_t numbered(const std::string& text) {
    const Page page = drawn_page("eng", {drawn_block(BlockKind::paragraph, {0, 0}, text)});
    std::vector<mend::Setting> settings{mend::setting_of(page, 0)};
    mend::mark_series(page, settings);
    return std::count_if(settings[0].lines.begin(), settings[0].lines.end(),
                         [](const mend::SetLine& line) { return line.numbered; });
}

TEST(Series, SmallNumbersCountOn) { // days of months rise by chance
    EXPECT_EQ(numbered("3. Jan it\n7. Jan it\n12. Jan it\n15. Jan it\n20. Jan it"), 0);
    EXPECT_EQ(numbered("3. one\nor two\n4. three\n5. four\n6. five\nand more"), 4);
}

} // namespace
} // namespace broadsheet
