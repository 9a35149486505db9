// SPDX-License-Identifier: Apache-2.0
#include "formats/utf8_input.h"

#include <gtest/gtest.h>
#include <iterator>
#include <sstream>

namespace broadsheet {
namespace {

using namespace std::string_literals;

std::string read(const std::string& bytes, bool drops_controls = false) {
    std::istringstream in(bytes);
    Utf8Input input(in);
    if (drops_controls) input.drop_controls();
    return {std::istreambuf_iterator<char>(&input), {}};
}

/// text has characters up to U+FFFF only.
std::string utf16(const std::u16string& text, bool little) {
    std::string bytes;
    for (const char16_t c : text) {
        const char low = static_cast<char>(c & 0xFF), high = static_cast<char>(c >> 8);
        bytes += little ? low : high;
        bytes += little ? high : low;
    }
    return bytes;
}

TEST(Utf8Input, EmptyAndShortFiles) {
    EXPECT_EQ(read(""), "");
    EXPECT_EQ(read("a"), "a");
    EXPECT_EQ(read("ü"), "ü");
    EXPECT_EQ(read("\xEF\xBB\xBF"), "");
}

TEST(Utf8Input, ByteOrderMarkOfUtf8IsLeftOut) {
    EXPECT_EQ(read("\xEF\xBB\xBF<a>Zürich 新聞 𠮷</a>"), "<a>Zürich 新聞 𠮷</a>");
}

TEST(Utf8Input, Utf16WithAndWithoutAByteOrderMark) {
    const std::u16string text = u"<a>Zürich 新聞 𠮷</a>";
    for (const bool little : {true, false}) {
        EXPECT_EQ(read(utf16(text, little)), "<a>Zürich 新聞 𠮷</a>") << little;
        EXPECT_EQ(read(utf16(u'\uFEFF' + text, little)), "<a>Zürich 新聞 𠮷</a>") << little;
        EXPECT_EQ(read(utf16(u"\uFEFFno markup", little)), "no markup") << little;
    }
}

TEST(Utf8Input, HalfOfAPairInUtf16) {
    EXPECT_EQ(read(utf16(u'<' + std::u16string(1, char16_t(0xD842)) + u'b', true)), "<\uFFFDb");
}

TEST(Utf8Input, DeclaredEightBitEncodings) {
    EXPECT_EQ(read("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>Z\xFCrich \xDF</a>"),
              "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>Zürich ß</a>");
    EXPECT_EQ(read("<?xml encoding='windows-1252'?>\x84Z\xFC\x93 \x80"), "<?xml encoding='windows-1252'?>„Zü“ €");
    EXPECT_EQ(read("<?xml encoding='ISO-8859-2'?>\xB1\xE8"), "<?xml encoding='ISO-8859-2'?>ąč");
    EXPECT_EQ(read("<meta charset=iso-8859-15>\xA4"), "<meta charset=iso-8859-15>€");
    EXPECT_EQ(read("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=GB18030\">\xD0\xC2"),
              "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=GB18030\">新");
}

TEST(Utf8Input, Latin1IsTakenForWindows1252AsInBrowsers) {
    EXPECT_EQ(read("<?xml encoding=\"iso-8859-1\"?>\x84Z\xFC\x93"), "<?xml encoding=\"iso-8859-1\"?>„Zü“");
    EXPECT_EQ(read("<?xml encoding=\"US-ASCII\"?>Z\xFC"), "<?xml encoding=\"US-ASCII\"?>Zü");
}

TEST(Utf8Input, DeclaredEightBitEncodingDoesNotCountWhereTheBytesAreUtf8) {
    for (const char* name : {"ISO-8859-1", "windows-1252", "no-such-encoding"}) {
        const std::string file = "<?xml encoding=\""s + name + "\"?>Zürich „新“";
        EXPECT_EQ(read(file), file);
    }
}

TEST(Utf8Input, StrayBytesInUtf8AreWindows1252) {
    for (const std::string start :
         {"<?xml encoding=\"UTF-8\"?>", "<?xml encoding='utf-8'?>", "<meta charset=utf8>", "<a>"})
        EXPECT_EQ(read(start + "Zürich Z\xFCrich \x84x\x93 \xC3 \xE6\x96 \x81"),
                  start + "Zürich Zürich „x“ Ã æ– \u0081");
    EXPECT_EQ(read("<?xml encoding=\"no-such-encoding\"?>Z\xFC"), "<?xml encoding=\"no-such-encoding\"?>Zü");
}

TEST(Utf8Input, OverlongFormsAndSurrogatesAreNoUtf8) {
    EXPECT_EQ(read("\xC0\xAF"), "À¯");
    EXPECT_EQ(read("\xED\xA0\x80"), "í\u00A0€");
    EXPECT_EQ(read("\xF4\x90\x80\x80"), "ô\u0090€€");
}

/// Pieces of 64 KiB are read.
TEST(Utf8Input, CharactersCutAtTheBorderOfAPiece) {
    constexpr std::size_t border = 1 << 16;
    const std::string tail = "ü新𠮷ü"s;
    for (std::size_t before = border - 12; before <= border; ++before) {
        const std::string text = std::string(before, 'x') + tail + std::string(border, 'y') + tail;
        ASSERT_EQ(read(text), text) << before;
        ASSERT_EQ(read("\xEF\xBB\xBF" + text), text) << before;
        ASSERT_EQ(read(text, true), text) << before;
        ASSERT_EQ(read(std::string(before, 'x') + "\xE6\x96"), std::string(before, 'x') + "æ–") << before;
    }
    for (std::size_t before = border / 2 - 4; before <= border / 2; ++before) {
        const std::u16string text = u'<' + std::u16string(before, u'x') + u"𠮷新";
        ASSERT_EQ(read(utf16(text, true)), '<' + std::string(before, 'x') + "𠮷新") << before;
        ASSERT_EQ(read(utf16(text, false) + "z"s).substr(0, before + 8), '<' + std::string(before, 'x') + "𠮷新")
            << before;
    }
}

TEST(Utf8Input, HeadIsStillToBeRead) {
    std::istringstream in("\xEF\xBB\xBFlevel");
    Utf8Input input(in);
    EXPECT_EQ(input.head(), "level");
    EXPECT_EQ((std::string{std::istreambuf_iterator<char>(&input), {}}), "level");
}

TEST(Utf8Input, ControlsAreDroppedOnDemand) {
    const std::string text = "a\x01\x1F\x0C\0b\t\r\n\x7Fü\xEF\xBF\xBE\xEF\xBF\xBF.\xEF\xBF\xBD"s;
    EXPECT_EQ(read(text), text);
    EXPECT_EQ(read(text, true), "ab\t\r\n\x7Fü.\xEF\xBF\xBD");
    const std::string far = std::string(100'000, 'x');
    EXPECT_EQ(read(far + "\x02" + far, true), far + far);
    EXPECT_EQ(read(std::string(200'000, '\x02') + "y", true), "y"); // pieces that become empty are not the end
}

} // namespace
} // namespace broadsheet
