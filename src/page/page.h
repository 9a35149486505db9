// SPDX-License-Identifier: Apache-2.0
/// The values that flow through every stage. Physical structure (blocks, lines, words) says what stands where; logical
/// structure (order, articles, paragraphs) points into it and never copies or re-sorts it.
///
/// Coordinates: inside the pipeline all boxes are in pixels of the straightened sheet, so that every stage may rely on
/// level lines; read_page() maps them to pixels of the image as loaded (Page::frame) before it returns.
#pragma once

#include "page/box.h"
#include "page/code.h"
#include "page/frame.h"

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace broadsheet {

enum class BlockKind {
    masthead,
    heading,
    kicker,
    byline,
    paragraph,
    caption,
    list,
    table,
    picture,
    rule,
    code,
    advertisement,
    running_head,
    running_foot,
    page_number,
    noise,
};

/// A run of letters between blanks, or one character of a script that is written without blanks (Han, kana).
struct Word {
    std::string text;          ///< UTF-8, NFC, as it goes to the output
    std::string read;          ///< what the engine read; equal to text unless repair changed it
    Box box;                   ///< where the engine saw it
    float confidence = 0;      ///< the engine's, 0 to 1
    bool blank_before = false; ///< a blank stands between the word before it in the line and this one
    bool blank_read = false;   ///< the engine read a blank there
    /// What less sure readings of the line have in this one's place, the surest first; none where all agree.
    std::vector<std::string> others{};
    bool operator==(const Word&) const = default;
};

/// Dots that lead the eye over a line's white to what belongs to the words before it: a page number, a price.
struct Leader {
    Box box;
    int dots = 0;
    bool operator==(const Leader&) const = default;
};

struct Line {
    Box box;                     ///< of the line's ink
    std::vector<Point> baseline; ///< polyline the letters stand on, in reading direction; at least two points
    /// Top to bottom, lines right to left. Before the page is mapped to the scan: from the head of the straightened
    /// sheet to its foot, on which columns of a page in vertical writing are level: it is level among these.
    bool vertical = false;
    int text_height = 0;         ///< pixels from baseline to the top of tall letters (Latin) or of the cell (Han)
    std::vector<Word> words;     ///< empty before recognition
    Box initial;                 ///< the letter over several lines that begins it, if any; empty after recognition
    std::vector<Leader> leaders; ///< from the left; words of dots after recognition, and none here
    std::string engine;          ///< which model read it, e.g. "tesseract:deu"
    std::string removed;         ///< why its text is left out; empty: it is not
    bool operator==(const Line&) const = default;
};

struct Block {
    BlockKind kind = BlockKind::paragraph;
    Box box;
    /// Top to bottom (vertical: right to left), in an advertisement of parts beside each other one part after another;
    /// none in pictures, rules and codes.
    std::vector<Line> lines;
    /// Which column of its band it stands in, from where reading begins; -1: spans several or stands alone.
    int column = -1;
    int article = -1; ///< which article it belongs to; -1: none (running heads, page numbers)
    bool operator==(const Block&) const = default;
};

enum class JoinKind { blank, nothing, hyphen_removed, hyphen_kept };

struct LineRef {
    int block = 0; ///< index into Page::blocks
    int line = 0;  ///< index into Block::lines
    auto operator<=>(const LineRef&) const = default;
};

/// How two printed lines became running text.
struct Join {
    LineRef before;
    LineRef after;
    JoinKind kind = JoinKind::blank;
    std::string evidence; ///< why, in a few words: "dictionary", "document", "suspended hyphen", "wide characters", ...
    bool operator==(const Join&) const = default;
};

/// What a paragraph becomes with its rest on the next page.
struct WholeParagraph {
    JoinKind kind = JoinKind::blank; ///< how the last line here and the first one there became running text
    std::string evidence;
    std::string text; ///< of both pages
    bool operator==(const WholeParagraph&) const = default;
};

struct Paragraph {
    BlockKind kind = BlockKind::paragraph;
    std::string text;                                     ///< without line breaks, but in a page as_read()
    std::vector<LineRef> lines;                           ///< in reading order; may lie in several blocks
    std::vector<Join> joins;                              ///< one between each two neighbouring lines
    std::optional<WholeParagraph> goes_on = std::nullopt; ///< on the next page of the document
    bool begun = false;                                   ///< it began on the page before
    bool operator==(const Paragraph&) const = default;
};

/// Headings and the text they head, in reading order.
struct Article {
    std::vector<Paragraph> paragraphs;
    bool operator==(const Article&) const = default;
};

struct Page {
    std::string source; ///< file as named by the caller; "-" is standard input
    int number = 1;     ///< of the page within its source, from 1
    int width = 0;      ///< pixels of the image as loaded
    int height = 0;
    Box region;     ///< of the image that is this page; empty: all of it
    int facing = 0; ///< which of the image's two facing pages it is, in reading order, from 1; 0: it shows one page
    double dpi = 0; ///< dots per inch used; 0: unknown
    std::string language; ///< models used, as in Tesseract: "eng", "eng+deu"
    Frame frame;
    double text_height = 0; ///< of body text, in pixels as the boxes are; 0: no text found

    std::vector<Block> blocks;
    std::vector<int> order;      ///< every block once, in reading order; empty before the order stage
    double order_confidence = 0; ///< 0 to 1: the margin of the chosen order over the next best
    std::vector<Article> articles;
    std::vector<Code> codes;
    std::vector<std::string> issues; ///< what a stage could not do, one line each

    bool operator==(const Page&) const = default;
};

/// The page with every box, baseline, corner and text height in pixels of the image as loaded.
Page mapped_to_scan(Page page);

/// The inverse, but for codes; boxes grow by what they are turned.
Page mapped_to_sheet(Page page);

/// The blocks seen in a mirror, at x = 0: what runs from the right runs from the left there. mirrored(mirrored(page))
/// is page.
Page mirrored(Page page);

const Line& line_at(const Page& page, LineRef ref);

/// The words with their blanks, as one string.
std::string line_text(const Line& line);

/// The engine's confidence in the words, weighted by their letters; 0 without any.
double mean_confidence(const std::vector<Word>& words);

const char* name(BlockKind kind);
const char* name(JoinKind kind);

} // namespace broadsheet
