// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/page_ranges.h"
#include "image/serial.h"
#include "read_page.h"

#include <future>
#include <optional>
#include <string>
#include <vector>

namespace broadsheet {

/// A page of an input, ready to be read; or what is wrong with it, or with the input.
struct Scan {
    std::size_t input = 0;
    int number = 0;    ///< 0: the input has no page to read
    int pages = 0;     ///< of the input; 0: it cannot be opened
    bool last = false; ///< of the input
    std::optional<OpenedImage> image;
    std::vector<std::string> failures; ///< without the input's name
};

/// What went wrong with it; in an input of several pages the page is named.
std::string reason_of(const Scan& scan, const std::string& input, const std::exception& error);

/// The chosen pages of some inputs, one after another: the next can be made ready while one is read.
class Scans {
public:
    Scans(std::vector<std::string> inputs, std::vector<PageRange> ranges, ReadOptions options);

    /// Nothing behind the last. Each input has one at least.
    std::optional<Scan> next();
    /// Begins with the next in a thread of its own; the future: when it is ready.
    std::shared_future<void> begin_next();

private:
    std::optional<Scan> made();

    std::vector<std::string> inputs_;
    std::vector<PageRange> ranges_;
    ReadOptions options_;
    std::size_t input_ = 0; ///< of the next
    std::optional<ImageFile> file_;
    std::vector<int> numbers_; ///< the file's pages to come
    std::optional<Scan> ready_;
    std::optional<SerialOpenCv> serial_; ///< while begun: the number of OpenCV's threads may not change meanwhile
    std::shared_future<void> begun_;
};

} // namespace broadsheet
