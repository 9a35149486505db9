// SPDX-License-Identifier: Apache-2.0
#include "repair/fraktur.h"

#include "repair/page_drawing.h"

#include <gtest/gtest.h>

namespace broadsheet::mend {
namespace {

std::string mended(const std::string& read, bool goes_on = false) {
    static Dictionary german("/usr/share/hunspell", "frk");
    Line line = drawn_block(BlockKind::paragraph, {}, read).lines.front();
    mend_fraktur(line, goes_on, german);
    Line as_read = line;
    for (Word& word : as_read.words)
        word.text = word.read;
    EXPECT_EQ(line_text(as_read), read);
    return line_text(line);
}

TEST(Fraktur, AFigureBehindASmallLetterIsAnS) {
    EXPECT_EQ(mended("de8 Au8gang3, e3 al8 da3 nicht8"), "des Ausgangs, es als das nichts");
    EXPECT_EQ(mended("Kanton3rath3 Sprachprozeſſe3."), "Kantonsraths Sprachprozeſſes.") << "no word of the dictionary";
    EXPECT_EQ(mended("Heimats8gemeinden"), "Heimatsgemeinden") << "read twice";
}

TEST(Fraktur, AThreeMayBeAZWhereThatMakesAWord) {
    EXPECT_EQ(mended("gan3 3u Her3"), "ganz zu Herz");
}

TEST(Fraktur, FiguresThatAreFiguresStay) {
    for (const std::string text : {"1883", "1883er", "A3", "No3", "3,50", "38.", "8 Uhr", "§3", "H8", "12a3", "v3"})
        EXPECT_EQ(mended(text), text);
}

TEST(Fraktur, AngleBracketsAreChOrCk) {
    EXPECT_EQ(mended("dur< no<h re<t, Unterſc<lagung"), "durch noch recht, Unterſchlagung");
    EXPECT_EQ(mended("zurü> Augenbli> entde>t Entwi>klung"), "zurück Augenblick entdeckt Entwicklung");
    EXPECT_EQ(mended("a < b > c"), "a < b > c");
    EXPECT_EQ(mended("<"), "<");
}

TEST(Fraktur, AnUnknownWordThatIsKnownWithALetterThatLooksAlikeIsThatWord) {
    EXPECT_EQ(mended("fie fich, ift fo folche"), "ſie ſich, iſt ſo ſolche");
    EXPECT_EQ(mended("ſür Botſchaſt"), "für Botſchaft");
    EXPECT_EQ(mended("alfofagen faſſen alſo"), "alfofagen faſſen alſo") << "unknown either way, or known as it is";
    EXPECT_EQ(mended("niht leßten Sißung Zürih"), "nicht letzten Sitzung Zürich");
    EXPECT_EQ(mended("Rüderſtattung Blid nidt"), "Rückerſtattung Blick nicht");
    EXPECT_EQ(mended("Vürgerſchaft Staatöſtraße"), "Bürgerſchaft Staatsſtraße");
}

TEST(Fraktur, WornLettersAreWhatMakesAWord) {
    EXPECT_EQ(mended("vie ver vem werven Gemeinvebehörden"), "die der dem werden Gemeindebehörden");
    EXPECT_EQ(mended("koinen ſolber Muttor anerkonnenswortos"), "keinen ſelber Mutter anerkennenswertes");
    EXPECT_EQ(mended("völferrechtlichen Fraftion lezten Geſeze"), "völkerrechtlichen Fraktion letzten Geſetze");
    EXPECT_EQ(mended("kaun hinansgehen eincr odex vvn vhne"), "kann hinausgehen einer oder von ohne");
    EXPECT_EQ(mended("Negierung Umerika"), "Regierung Amerika");
}

TEST(Fraktur, ANameIsLeftWhereTheEngineIsSure) {
    Dictionary german("/usr/share/hunspell", "frk");
    Line line = drawn_block(BlockKind::paragraph, {}, "Mosse Muttor Kanto").lines.front();
    for (Word& word : line.words)
        word.confidence = 0.99F;
    mend_fraktur(line, false, german);
    EXPECT_EQ(line_text(line), "Mosse Muttor Kanto");
    for (const std::string text : {"Schwanze", "noch", "Rom", "von", "Don"})
        EXPECT_EQ(mended(text), text);
}

TEST(Fraktur, WordsOfTheirTimeNamesAndShortenedWordsStay) {
    for (const std::string text :
         {"Theil", "Rath", "Thür", "giebt", "ſeyn", "fein", "Voten", "Joh.", "FOH", "Bundeslade", "f"})
        EXPECT_EQ(mended(text), text);
}

TEST(Fraktur, HalvesOfWordsAreLeftToTheirOtherHalf) {
    EXPECT_EQ(mended("ſicht fie", true), "ſicht ſie");
    EXPECT_EQ(mended("ſicht fie", false), "ficht ſie");
    EXPECT_EQ(mended("wir fie fich-"), "wir ſie fich-");
    EXPECT_EQ(mended("wir Staat3-"), "wir Staats-") << "figures are no letters in either half";
}

TEST(Fraktur, WithoutADictionaryOnlyTheSignsGo) {
    Dictionary none("/nowhere", "frk");
    Line line = drawn_block(BlockKind::paragraph, {}, "fie wollen Staat3verträge dur<").lines.front();
    mend_fraktur(line, false, none);
    EXPECT_EQ(line_text(line), "fie wollen Staatsverträge durch");
}

TEST(Fraktur, IsToldByTheModelThatReadTheLine) {
    Page page;
    Line line;
    EXPECT_FALSE(is_fraktur(page, line));
    page.language = "deu+frk";
    EXPECT_TRUE(is_fraktur(page, line));
    line.engine = "tesseract:deu";
    EXPECT_FALSE(is_fraktur(page, line));
    line.engine = "tesseract:Fraktur";
    EXPECT_TRUE(is_fraktur(page, line));
}

} // namespace
} // namespace broadsheet::mend
