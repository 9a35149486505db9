// SPDX-License-Identifier: Apache-2.0
#include "read_page.h"

#include "codes/codes.h"
#include "text/direction.h"

#include <algorithm>
#include <optional>
#include <sstream>

namespace broadsheet {

namespace {

/// Puts the corrected text into the line, a word for each of its groups; what the engine read stays in the words.
void set_text(Line& line, const std::string& text) {
    const std::string read = line_text(line);
    std::vector<Word> words;
    std::istringstream groups(text);
    for (std::string group; groups >> group;) {
        Word word = words.size() < line.words.size() ? line.words[words.size()] : Word{};
        word.text = group;
        word.blank_before = !words.empty();
        if (word.box.empty()) word.box = line.box;
        words.push_back(word);
    }
    if (words.size() != line.words.size() && !words.empty()) {
        for (Word& word : words)
            word.read.clear();
        words.front().read = read;
    }
    line.words = words;
}

/// The line printed under a code says what the code says.
Page with_printed_codes(Page page) {
    for (Code& code : page.codes) {
        if (code.printed_box.empty()) continue;
        for (Block& block : page.blocks) {
            if (block.kind != BlockKind::code || block.lines.size() != 1 || block.box != code.printed_box) continue;
            Line& line = block.lines.front();
            const std::string read = line_text(line);
            code = with_printed_line(std::move(code), read);
            if (code.printed != read) set_text(line, code.printed);
        }
    }
    return page;
}

Page laid_out(const Image& image, const Sheet& sheet, std::vector<Code> codes, const ReadOptions& options) {
    Page page;
    page.width = image.pixels.cols;
    page.height = image.pixels.rows;
    page.dpi = sheet.dpi;
    page.frame = sheet.frame;
    page.text_height = sheet.text_height;
    page.codes = std::move(codes);
    return find_order(find_layout(std::move(page), sheet, options.layout), options.order);
}

/// So many lines from all over the page, about.
Page sample_of(Page page, int most) {
    int lines = 0, count = 0;
    for (const Block& block : page.blocks)
        lines += static_cast<int>(block.lines.size());
    const int step = std::max(1, lines / most);
    for (Block& block : page.blocks)
        std::erase_if(block.lines, [&](const Line&) { return count++ % step != 0; });
    return page;
}

/// The sheet turned otherwise, if what is read on it makes clearly more sense: the other way up, and one that was laid
/// on its side upright as well, as the figures of a table stand in columns like characters. Scripts that are not
/// written down lie on their side so seldom that any more sense will do. Only some of its lines are read.
std::optional<Sheet> better_turned(const Page& page, const Image& image, const Sheet& sheet, EnginePool& engines,
                                   const ReadOptions& options) {
    constexpr double clearly = 0.1;
    const auto turned_by = [&](int turns) {
        PrepareOptions turned = options.prepare;
        turned.quarter_turns = (sheet.quarter_turns + turns) % 4;
        return prepare(image, turned);
    };
    const auto sense_of = [&](const Sheet& other) {
        constexpr int most = 40;
        const Page sample = sample_of(laid_out(image, other, {}, options), most);
        return legibility(engines.recognize(sample, other, options.recognize));
    };
    const double now = legibility(page);
    Sheet other = turned_by(2);
    if (sense_of(other) > now + clearly) return other;
    if (sheet.quarter_turns % 2 == 0) return {};
    other = turned_by(1);
    if (sense_of(other) > now + (has_common_words(page.language) ? 0 : clearly)) return other;
    return {};
}

bool is_vertical(const Page& page) {
    return std::any_of(page.blocks.begin(), page.blocks.end(),
                       [](const Block& block) { return !block.lines.empty() && block.lines.front().vertical; });
}

/// Of two facing pages, is it the one on the right, or below, that comes first? On a spread that lies on its head the
/// right one is on the left. Pages one over the other lie on their side.
bool begins_at_right(const Page& page) {
    const bool on_its_side = page.region.width() == page.width;
    const bool on_its_head = page.frame.m[0] + page.frame.m[3] < 0; // its lines run to the left, or up
    return ((is_vertical(page) && !on_its_side) || is_right_to_left(page.language)) != on_its_head;
}

/// alone: waits for all other threads.
Page read_part(Page page, const Image& image, Sheet sheet, EnginePool& engines, const ReadOptions& options,
               const std::function<void()>& alone) {
    constexpr double doubtful = 0.75; // legibility
    constexpr int few = 16;           // lines
    bool may_lie_otherwise = !options.prepare.quarter_turns && sheet.text_height > 0;
    const auto turn = [&](const Page& seen) {
        may_lie_otherwise = false;
        std::optional<Sheet> better = better_turned(seen, image, sheet, engines, options);
        if (!better) return false;
        sheet = std::move(*better);
        std::vector<Code> codes = read_codes(sheet, *locate_codes(sheet), options.codes, alone);
        const std::vector<std::string> said = seen.issues; // once
        page = laid_out(image, sheet, std::move(codes), options);
        page.issues = said;
        return true;
    };
    const auto read = [&](Page some) { return engines.recognize(std::move(some), sheet, options.recognize); };
    // On its side by mistake, a page is cut into thousands of lines of a letter or two: few of them tell.
    if (may_lie_otherwise && sheet.quarter_turns % 2 == 1) {
        const Page sample = read(sample_of(page, few));
        page.issues = sample.issues;
        if (legibility(sample) < doubtful) turn(sample);
    }
    page = read(std::move(page));
    if (may_lie_otherwise && legibility(page) < doubtful && turn(page)) page = read(std::move(page));
    // Only now is the language known.
    const OrderDirection direction = options.order.direction;
    if ((direction == OrderDirection::automatic || direction == OrderDirection::rows) &&
        is_right_to_left(page.language))
        page = find_order(std::move(page), options.order);
    page = follow_text(std::move(page), options.order);
    page = with_printed_codes(std::move(page));
    page = options.as_read ? as_read(std::move(page)) : repair(std::move(page), options.repair);
    page = mapped_to_scan(std::move(page));
    for (Block& block : page.blocks)
        for (Line& line : block.lines)
            line.vertical = (sheet.quarter_turns == kColumnsLevel) != line.vertical;
    return page;
}

} // namespace

OpenedImage open_image(Image image, const ReadOptions& options) {
    OpenedImage opened{std::move(image), {}};
    const std::vector<cv::Rect> regions = pages_of(opened.image, options.facing);
    for (const cv::Rect& region : regions) {
        PrepareOptions of_page = options.prepare;
        if (regions.size() > 1) of_page.region = region;
        OpenedImage::Part part{of_page.region, prepare(opened.image, of_page), {}, {}};
        auto page = std::async(std::launch::async, [&] { return laid_out(opened.image, part.sheet, {}, options); });
        part.codes = locate_codes(part.sheet);
        part.page = page.get();
        opened.parts.push_back(std::move(part));
    }
    return opened;
}

Page read_page(const Image& image, EnginePool& engines, const ReadOptions& options) {
    ReadOptions alone = options;
    alone.facing = Facing::no;
    return read_pages(image, engines, alone).front();
}

std::vector<Page> read_pages(const Image& image, EnginePool& engines, const ReadOptions& options) {
    std::future<void> engines_ready = engines.load(options.recognize);
    return read_pages(open_image(image, options), engines, std::move(engines_ready), options);
}

std::vector<Page> read_pages(const OpenedImage& opened, EnginePool& engines, std::future<void> engines_ready,
                             const ReadOptions& options, const Meanwhile& meanwhile) {
    std::vector<std::vector<Code>> codes;
    for (const OpenedImage::Part& part : opened.parts)
        codes.push_back(read_codes(part.sheet, *part.codes, options.codes, [&] { engines_ready.wait(); }));
    const auto words_ready =
        std::async(std::launch::async, load_dictionaries, options.repair, options.recognize.languages);
    const std::shared_future<void> other = meanwhile ? meanwhile() : std::shared_future<void>();
    const auto alone = [&] {
        words_ready.wait();
        if (other.valid()) other.wait();
    };
    std::vector<Page> pages;
    for (std::size_t i = 0; i < opened.parts.size(); ++i) {
        const OpenedImage::Part& part = opened.parts[i];
        ReadOptions of_page = options;
        of_page.prepare.region = part.region;
        Page page = codes[i].empty() ? part.page : laid_out(opened.image, part.sheet, std::move(codes[i]), of_page);
        if (engines_ready.valid()) engines_ready.get();
        pages.push_back(read_part(std::move(page), opened.image, part.sheet, engines, of_page, alone));
        pages.back().region = {part.region.x, part.region.y, part.region.br().x, part.region.br().y};
    }
    if (pages.size() == 1) return pages;
    // The page with more on it knows better how it is written.
    const bool first = pages.front().blocks.size() >= pages.back().blocks.size();
    if (begins_at_right(first ? pages.front() : pages.back()) && !is_front_page_at_left(pages.front(), pages.back()))
        std::reverse(pages.begin(), pages.end());
    for (std::size_t i = 0; i < pages.size(); ++i)
        pages[i].facing = static_cast<int>(i) + 1;
    return pages;
}

} // namespace broadsheet
