// SPDX-License-Identifier: Apache-2.0
#include "repair/normalize.h"

#include "repair/page_drawing.h"

#include <gmock/gmock.h>

namespace broadsheet {
namespace {

using testing::ElementsAre;

std::vector<std::string> repaired(const std::string& language, const std::string& drawing, Normalization form) {
    RepairOptions options;
    options.normalization = form;
    return texts(repair(drawn_page(language, {drawn_block(BlockKind::paragraph, {}, drawing)}), options));
}

TEST(normalize, nfc_changes_no_sign) {
    EXPECT_THAT(repaired("deu", "„Waſſer“ ﬁnal 5² ―", Normalization::nfc), ElementsAre("„Waſſer“ ﬁnal 5² ―"));
}

TEST(normalize, nfkc_is_that_of_unicode) {
    EXPECT_THAT(repaired("deu", "„Waſſer“ ﬁnal 5²", Normalization::nfkc), ElementsAre("„Wasser“ final 52"));
    EXPECT_THAT(repaired("chi_sim", "价格１２元，", Normalization::nfkc), ElementsAre("价格12元,"));
}

TEST(normalize, modern_writes_old_print_as_today) {
    EXPECT_THAT(repaired("deu", "„Waſſer“ der Schloͤſſer, wa\u0364hrend 5²", Normalization::modern),
                ElementsAre("\"Wasser\" der Schlösser, während 5²"));
    EXPECT_THAT(repaired("fra", "« ﬂeur » d’un ‹ ﬁn ›", Normalization::modern),
                ElementsAre("\" fleur \" d'un ' fin '"));
}

TEST(normalize, hyphens_are_decided_on_what_is_printed) {
    EXPECT_THAT(repaired("deu", "Die Regie⸗\nrung Müller⸗\nMeiningen", Normalization::modern),
                ElementsAre("Die Regierung Müller-Meiningen"));
}

TEST(normalize, chinese_quotes_stay) {
    EXPECT_THAT(repaired("chi_sim", "他说：“今天很好”，走了", Normalization::modern),
                ElementsAre("他说：“今天很好”，走了"));
}

TEST(normalize, words_keep_what_was_read) {
    RepairOptions options;
    options.normalization = Normalization::modern;
    const Page page = repair(drawn_page("deu", {drawn_block(BlockKind::paragraph, {}, "Waſſer")}), options);
    EXPECT_EQ(page.blocks[0].lines[0].words[0].text, "Wasser");
    EXPECT_EQ(page.blocks[0].lines[0].words[0].read, "Waſſer");
}

} // namespace
} // namespace broadsheet
