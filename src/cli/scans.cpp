// SPDX-License-Identifier: Apache-2.0
#include "cli/scans.h"

#include "cli/report.h"

#include <fmt/format.h>

namespace broadsheet {

std::string reason_of(const Scan& scan, const std::string& input, const std::exception& error) {
    const std::string reason = without_name(input, error.what());
    return scan.pages > 1 ? fmt::format("page {}: {}", scan.number, reason) : reason;
}

Scans::Scans(std::vector<std::string> inputs, std::vector<PageRange> ranges, ReadOptions options)
    : inputs_(std::move(inputs)), ranges_(std::move(ranges)), options_(std::move(options)) {}

std::optional<Scan> Scans::next() {
    if (!begun_.valid()) return made();
    begun_.get();
    begun_ = {};
    serial_.reset();
    return std::exchange(ready_, std::nullopt);
}

std::shared_future<void> Scans::begin_next() {
    serial_.emplace();
    begun_ = std::async(std::launch::async, [this] { ready_ = made(); }).share();
    return begun_;
}

std::optional<Scan> Scans::made() {
    if (input_ == inputs_.size()) return std::nullopt;
    Scan scan{.input = input_};
    const std::string& input = inputs_[input_];
    try {
        if (!file_) {
            file_ = ImageFile::open(input);
            ChosenPages chosen = choose_pages(ranges_, file_->pages());
            for (const int number : chosen.missing)
                scan.failures.push_back(fmt::format("no page {} (it has {})", number, file_->pages()));
            numbers_ = std::move(chosen.numbers);
        }
        scan.pages = file_->pages();
        if (!numbers_.empty()) {
            scan.number = numbers_.front();
            numbers_.erase(numbers_.begin());
            scan.image = open_image(file_->load(scan.number), options_);
        }
    } catch (const std::exception& error) {
        scan.failures.push_back(reason_of(scan, input, error));
    }
    if (numbers_.empty()) {
        file_.reset();
        ++input_;
        scan.last = true;
    }
    return scan;
}

} // namespace broadsheet
