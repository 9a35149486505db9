// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/formats.h"

#include <algorithm>
#include <string>
#include <vector>

namespace broadsheet::test {

/// A page's lines as they are read, one after another, with every box: what the formats of libraries must keep.
inline std::vector<std::string> reading_of(const Page& page) {
    const auto written = [](const Box& b) {
        return std::to_string(b.left) + ',' + std::to_string(b.top) + ',' + std::to_string(b.right) + ',' +
               std::to_string(b.bottom);
    };
    std::vector<std::string> reading;
    for (const Article& article : page.articles) {
        for (const Paragraph& paragraph : article.paragraphs) {
            reading.push_back("# " + paragraph.text);
            for (const LineRef& ref : paragraph.lines) {
                const Line& line =
                    page.blocks[static_cast<std::size_t>(ref.block)].lines[static_cast<std::size_t>(ref.line)];
                std::string text = written(line.box) + ':';
                for (const Word& word : line.words)
                    if (!word.text.empty())
                        text += (word.blank_before ? "  " : " ") + word.text + '@' + written(word.box);
                reading.push_back(text);
            }
        }
    }
    return reading;
}

/// Where two readings first differ; empty: nowhere.
inline std::string difference(const Page& read, const Page& written) {
    const std::vector<std::string> a = reading_of(read), b = reading_of(written);
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
        const std::string left = i < a.size() ? a[i] : "(nothing)", right = i < b.size() ? b[i] : "(nothing)";
        if (left != right) return left + "\n  instead of\n" + right;
    }
    return {};
}

} // namespace broadsheet::test
