// SPDX-License-Identifier: Apache-2.0
#include "repair/hyphen.h"

#include "repair/page_drawing.h"
#include "text/characters.h"

#include <gtest/gtest.h>

namespace broadsheet::mend {
using namespace text;
namespace {

struct Case {
    std::string language;
    std::string first;
    std::string second;
    std::string joined;    ///< the running text
    std::string page = {}; ///< what else stands on the page
};

void PrintTo(const Case& c, std::ostream* out) {
    *out << c.language << ": " << c.first << " | " << c.second;
}

std::string mended_text(const Case& c, Mended& mended) {
    const Page page = drawn_page(c.language, {drawn_block(BlockKind::paragraph, {}, c.page)});
    Dictionary dictionary("/usr/share/hunspell", c.language);
    std::u32string text = code_points(c.first);
    mended = mend_hyphen(text, code_points(c.second), count_words(page), dictionary);
    text.resize(text.size() - mended.drop);
    text += mended.append;
    if (mended.kind == JoinKind::blank) text += U' ';
    return utf8(text) + c.second;
}

class LineEnd : public testing::TestWithParam<Case> {};

TEST_P(LineEnd, RunsOn) {
    Mended mended;
    EXPECT_EQ(mended_text(GetParam(), mended), GetParam().joined) << mended.evidence;
}

// What a printed line and the next one give. Words of the page come after the result.
INSTANTIATE_TEST_SUITE_P(
    English, LineEnd,
    testing::ValuesIn(std::vector<Case>{
        {"eng", "and of an MS-", "DOS disk of", "and of an MS-DOS disk of"},
        {"eng", "Mr. BRUCKEN-", "HAUF of York", "Mr. BRUCKENHAUF of York"},
        {"eng", "of the govern-", "ment, which", "of the government, which"},
        {"eng", "Govern-", "ment", "Government"},
        {"eng", "(gov-", "ernment)", "(government)"},
        {"eng", "the coun-", "try's laws", "the country's laws"},
        {"eng", "an-", "other day", "another day"},
        {"eng", "any-", "thing else", "anything else"},
        {"eng", "the nine-", "teen-thirties", "the nineteen-thirties"},
        {"eng", "all are can-", "celled at", "all are cancelled at"},
        {"eng", "a nice col-", "our of", "a nice colour of"},
        {"eng", "the town cen-", "tre of", "the town centre of"},
        {"eng", "in-", "to the sea", "into the sea"},
        {"eng", "a thous-", "and men", "a thousand men"},
        {"eng", "a well-", "known man", "a well-known man"},
        {"eng", "his mother-", "in-law came", "his mother-in-law came"},
        {"eng", "a twenty-", "five year lease", "a twenty-five year lease"},
        {"eng", "the mail-", "server package", "the mail-server package"},
        {"eng", "the postfix-", "server package", "the postfix-server package", "a postfix daemon"},
        {"eng", "the cups-pdf-", "driver is", "the cups-pdf-driver is"},
        {"eng", "left-", "or right-handed", "left- or right-handed"},
        {"eng", "pre-", "and postwar", "pre- and postwar"},
        {"eng", "from 1914-", "18 on", "from 1914-18 on"},
        {"eng", "a 12-", "inch gun", "a 12-inch gun"},
        {"eng", "Anglo-", "American trade", "Anglo-American trade"},
        {"eng", "the NATO-", "led force", "the NATO-led force"},
        {"eng", "AMERI-", "CA ENTERS WAR", "AMERICA ENTERS WAR"},
        {"eng", "NEWS-", "PAPER", "NEWSPAPER"},
        {"eng", "X-", "rays show", "X-rays show"},
        {"eng", "Mr. Skrzyn-", "ecki said", "Mr. Skrzynecki said"},
        {"eng", "at old Marble-", "thorpe he", "at old Marblethorpe he"},
        {"eng", "the govern\u00AD", "ment", "the government"},
        {"eng", "the govern\u2010", "ment", "the government"},
        {"eng", "the govern¬", "ment", "the government"},
        {"eng", "the govern ¬", "ment", "the government"},
        {"eng", "the govern -", "ment", "the government"},
        {"eng", "the govern—", "ment", "the government"},
        {"eng", "he paused -", "then left", "he paused - then left"},
        {"eng", "he paused—", "then left", "he paused—then left"},
        {"eng", "the infor-", "mntion given", "the informntion given"},
        {"eng", "the inforn-", "ation given", "the infornation given"},
        {"eng", "the e-", "mail came", "the e-mail came", "by e-mail or e-mail again"},
        {"eng", "the co-", "operate sign", "the co-operate sign", "we co-operate and co-operate"},
        {"eng", "the zymo-", "lith was", "the zymolith was", "this zymolith was"},
        {"eng", "see http://example.org/a-", "page for it", "see http://example.org/a-page for it"},
        {"eng", "the mem-", "-", "the mem--"},
    }));

INSTANTIATE_TEST_SUITE_P(German, LineEnd,
                         testing::ValuesIn(std::vector<Case>{
                             {"deu", "die Regie-", "rung hat", "die Regierung hat"},
                             {"deu", "„Regie-", "rung“", "„Regierung“"},
                             {"deu", "der Bundes-", "rat tagt", "der Bundesrat tagt"},
                             {"deu", "die Straßenverkehrs-", "ordnung", "die Straßenverkehrsordnung"},
                             {"deu", "zurück-", "zukehren", "zurückzukehren"},
                             {"deu", "die Maya-", "Zivilisation", "die Maya-Zivilisation"},
                             {"deu", "Nord-", "Süd-Achse", "Nord-Süd-Achse"},
                             {"deu", "Haus-", "und Hof", "Haus- und Hof"},
                             {"deu", "Ein-", "und Ausgang", "Ein- und Ausgang"},
                             {"deu", "Sonn-", "oder Feiertag", "Sonn- oder Feiertag"},
                             {"deu", "Vor-", "bzw. Nachteile", "Vor- bzw. Nachteile"},
                             {"deu", "Vor-", "(und Nach-)teile", "Vor- (und Nach-)teile"},
                             {"deu", "Zuk-", "ker und", "Zucker und"},
                             {"deu", "die Brük-", "ke", "die Brücke"},
                             {"deu", "Ak-", "kord", "Akkord"},
                             {"deu", "die Schiff-", "fahrt", "die Schifffahrt"},
                             {"deu", "die Schiff-", "fahrt", "die Schiffahrt", "eine Schiffahrt"},
                             {"deu", "20-", "jährig", "20-jährig"},
                             {"deu", "das deutsch-", "französische Amt", "das deutsch-französische Amt"},
                             {"deu", "mit grep und wget-", "log", "mit grep und wget-log", "auch wget kann"},
                             {"deu", "der keep-", "alive Dienst", "der keep-alive Dienst"},
                             {"frk", "des Staats⸗", "rechtes", "des Staatsrechtes"},
                             {"frk", "des Staats=", "rechtes", "des Staatsrechtes"},
                             {"frk", "die Unterſu-", "chung", "die Unterſuchung"},
                             {"frk", "mit weh-", "müthigem Blick", "mit wehmüthigem Blick"},
                             {"frk", "der Theil-", "nehmer", "der Theilnehmer"},
                             {"frk", "Oeſterreich⸗", "Ungarn", "Oeſterreich-Ungarn"},
                             {"frk", "der Regie=", "rungs=Rath", "der Regierungs=Rath"},
                             {"frk", "dies ist glück-", "Iich beendet", "dies ist glückIich beendet"},
                             {"frk", "sie werden ausge-", "Liefert", "sie werden ausgeLiefert"},
                             {"deu", "die vor-", "Kantische Lehre", "die vor-Kantische Lehre", "Kantische Lehre"},
                             {"deu", "So war es. Au-", "Berdem kam er", "So war es. AuBerdem kam er"},
                             {"frk", "es sind Ausnahm3-", "verhältnisse", "es sind Ausnahm3verhältnisse"},
                             {"frk", "der Entwilung3-", "möglichkeiten", "der Entwilung3möglichkeiten"},
                             {"frk", "die Bespre-", "<hungen", "die Bespre<hungen"},
                             {"frk", "ehe sie dur<-", "blicken", "ehe sie dur<blicken"},
                             {"deu", "die Mp3-", "dateien", "die Mp3-dateien"},
                         }));

INSTANTIATE_TEST_SUITE_P(French, LineEnd,
                         testing::ValuesIn(std::vector<Case>{
                             {"fra", "par une ré-", "implémentation de", "par une réimplémentation de"},
        {"fra", "le gouverne-", "ment a", "le gouvernement a"},
                             {"fra", "l'agricul-", "ture", "l'agriculture"},
                             {"fra", "qu’au-", "paravant", "qu’auparavant"},
                             {"fra", "peut-", "être demain", "peut-être demain"},
                             {"fra", "un arc-en-", "ciel", "un arc-en-ciel"},
                             {"fra", "a-t-", "il vu", "a-t-il vu"},
                             {"fra", "dit-", "il alors", "dit-il alors"},
                             {"fra", "le sous-", "marin", "le sous-marin"},
                             {"fra", "rue Notre-Dame-", "de-Lorette", "rue Notre-Dame-de-Lorette"},
                             {"fra", "Fossés-St-Ger-", "main-l’Auxerrois", "Fossés-St-Germain-l’Auxerrois"},
                             {"fra", "que dira-", "t-on", "que dira-t-on"},
                             {"fra", "viendra-t-", "elle", "viendra-t-elle"},
                             {"fra", "vas-", "y donc", "vas-y donc"},
                             {"fra", "rue Haute-", "rive, 4", "rue Hauterive, 4"},
                             {"fra", "rue Godot-de-Mau-", "roy, 18", "rue Godot-de-Mauroy, 18", "chez Roy"},
                             {"fra", "dans la rue Pel'e-", "tier, 4", "dans la rue Pel'etier, 4"},
                             {"fra", "rue Mont-", "martre, 4", "rue Montmartre, 4"},
                             {"fra", "Faub.-Saint-", "Denis", "Faub.-Saint-Denis"},
                             {"fra", "mi-", "et haute saison", "mi- et haute saison"},
                         }));

INSTANTIATE_TEST_SUITE_P(Spanish, LineEnd,
                         testing::ValuesIn(std::vector<Case>{
                             {"spa", "el gobier-", "no ha", "el gobierno ha"},
                             {"spa", "la canci-", "ón", "la canción"},
                             {"spa", "fran-", "cés", "francés"},
                             {"spa", "teórico-", "práctico", "teórico-práctico"},
                             {"spa", "anglo-", "español", "anglo-español"},
                             {"spa", "entre-", "y posguerra", "entre- y posguerra"},
                             {"spa", "el RAID-", "5 es", "el RAID-5 es"},
                         }));

INSTANTIATE_TEST_SUITE_P(Others, LineEnd,
                         testing::ValuesIn(std::vector<Case>{
                             {"lat", "rei publi-", "cae", "rei publicae"},
                             {"", "govern-", "ment", "government"},
                             {"deu+eng", "the govern-", "ment und", "the government und"},
                             {"chi_sim", "使用 apt-", "zebra", "使用 apt-zebra"},
                             {"chi_sim", "使用 govern-", "ment", "使用 government"},
                         }));

TEST(HyphenEvidence, IsTold) {
    const auto evidence = [](const Case& c) {
        Mended mended;
        mended_text(c, mended);
        return std::string(name(mended.kind)) + ", " + mended.evidence;
    };
    EXPECT_EQ(evidence({"eng", "govern-", "ment", ""}), "hyphen removed, dictionary");
    EXPECT_EQ(evidence({"eng", "zymo-", "lith", "", "a zymolith"}), "hyphen removed, document");
    EXPECT_EQ(evidence({"eng", "apt-", "get", "", "an apt-get call"}), "hyphen kept, document");
    EXPECT_EQ(evidence({"eng", "well-", "known", ""}), "hyphen kept, both halves are words");
    EXPECT_EQ(evidence({"deu", "Haus-", "und Hof", ""}), "blank, suspended hyphen");
    EXPECT_EQ(evidence({"deu", "Zuk-", "ker", ""}), "hyphen removed, k-k stands for ck");
    EXPECT_EQ(evidence({"eng", "mem-", "-", ""}), "hyphen kept, unknown");
}

TEST(EndsWithHyphen, TellsHyphensFromOtherSigns) {
    EXPECT_TRUE(ends_with_hyphen(U"govern-"));
    EXPECT_TRUE(ends_with_hyphen(U"govern="));
    EXPECT_TRUE(ends_with_hyphen(U"govern -"));
    EXPECT_FALSE(ends_with_hyphen(U"government"));
    EXPECT_FALSE(ends_with_hyphen(U"worden. —")); // a dash between sentences
    EXPECT_FALSE(ends_with_hyphen(U"-"));
    EXPECT_FALSE(ends_with_hyphen(U"title -----"));
    EXPECT_FALSE(ends_with_hyphen(U""));
}

} // namespace
} // namespace broadsheet::mend
