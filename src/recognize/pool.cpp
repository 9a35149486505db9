// SPDX-License-Identifier: Apache-2.0
#include "page/error.h"
#include "recognize/engine.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <map>
#include <mutex>
#include <thread>

namespace broadsheet {

namespace {

struct Task {
    int block;
    int line;
};

/// The longest first, so that the threads end together.
std::vector<Task> tasks_of(const Page& page) {
    std::vector<Task> tasks;
    for (int b = 0; b < static_cast<int>(page.blocks.size()); ++b)
        for (int l = 0; l < static_cast<int>(page.blocks[b].lines.size()); ++l)
            tasks.push_back({b, l});
    const auto length = [&](const Task& t) {
        const Line& line = page.blocks[t.block].lines[t.line];
        return static_cast<double>(line.box.width()) / std::max(1, line.text_height);
    };
    std::stable_sort(tasks.begin(), tasks.end(), [&](const Task& a, const Task& b) { return length(a) > length(b); });
    return tasks;
}

/// What stands around a line: the other lines, rules, pictures, codes.
std::vector<Box> neighbours_of(const Page& page, const Task& task) {
    const Line& line = page.blocks[task.block].lines[task.line];
    const Box around = grown(line.box, line.text_height, line.text_height);
    std::vector<Box> out;
    for (int b = 0; b < static_cast<int>(page.blocks.size()); ++b) {
        const Block& block = page.blocks[b];
        if (intersected(block.box, around).empty()) continue;
        if (block.lines.empty()) out.push_back(block.box);
        for (int l = 0; l < static_cast<int>(block.lines.size()); ++l)
            if (b != task.block || l != task.line) out.push_back(block.lines[l].box);
    }
    return out;
}

Crop crop_of(const Page& page, const Sheet& sheet, const Task& task) {
    return cut_line(sheet.gray, page.blocks[task.block].lines[task.line], neighbours_of(page, task));
}

void place(Line& line, std::vector<Word> words, const Crop& crop) {
    const auto back = [&](int v, int origin) { return origin + static_cast<int>(std::lround(v / crop.scale)); };
    for (Word& word : words) {
        const Box& b = word.box;
        word.box = {back(b.left, crop.origin.x), back(b.top, crop.origin.y), back(b.right, crop.origin.x),
                    back(b.bottom, crop.origin.y)};
    }
    line.words = std::move(words);
}

/// Body lines long enough to tell a language by, spread over the page.
std::vector<Task> sample_of(const Page& page, const std::vector<Task>& tasks) {
    constexpr size_t kLines = 5;
    std::vector<Task> body;
    for (const Task& t : tasks) {
        const Line& line = page.blocks[t.block].lines[t.line];
        const double size = line.text_height / std::max(1.0, page.text_height);
        if (size > 0.7 && size < 1.4 && line.box.width() > 8 * line.text_height &&
            line.box.width() < 60 * line.text_height)
            body.push_back(t);
    }
    if (body.empty()) body = tasks;
    std::vector<Task> sample;
    for (size_t i = 0; i < std::min(kLines, body.size()); ++i)
        sample.push_back(body[i * body.size() / std::min(kLines, body.size())]);
    return sample;
}

} // namespace

struct EnginePool::Impl {
    std::vector<Model> models;
    int threads = 1;
    /// One set of engines a thread, by language.
    std::vector<std::map<std::string, std::unique_ptr<Engine>>> engines;

    Engine& engine(int thread, const std::string& folder, const std::string& languages) {
        auto& slot = engines[thread][languages];
        if (!slot) slot = tesseract_engine(folder, languages);
        return *slot;
    }
};

EnginePool::EnginePool(const ModelOptions& options, int threads) : impl_(std::make_unique<Impl>()) {
    impl_->models = find_models(options);
    impl_->threads = std::max(1, threads);
    impl_->engines.resize(impl_->threads);
    if (impl_->models.empty())
        throw Error((options.folder.empty() ? std::string("models") : options.folder) +
                    ": no models (*.traineddata) found; scripts/setup fetches them");
}

EnginePool::~EnginePool() = default;
EnginePool::EnginePool(EnginePool&&) noexcept = default;
EnginePool& EnginePool::operator=(EnginePool&&) noexcept = default;

std::future<void> EnginePool::load(const std::string& languages) {
    return std::async(std::launch::async, [this, languages] {
        if (languages.empty()) return;
        const std::string folder = folder_of(impl_->models, languages);
        for (int t = 0; t < impl_->threads; ++t)
            impl_->engine(t, folder, languages);
    });
}

Page EnginePool::recognize(Page page, const Sheet& sheet, const std::string& languages) {
    const std::vector<Task> tasks = tasks_of(page);
    page.language = languages;
    if (!languages.empty()) folder_of(impl_->models, languages); // an unknown language is an error on a blank page too
    if (tasks.empty()) return page;
    if (languages.empty()) {
        std::vector<Crop> sample;
        for (const Task& task : sample_of(page, tasks))
            sample.push_back(crop_of(page, sheet, task));
        page.language = guess_language(sample, impl_->models, impl_->threads);
    }
    const std::string folder = folder_of(impl_->models, page.language);

    std::atomic<size_t> next{0};
    std::exception_ptr failure;
    std::mutex failing;
    const auto work = [&](int thread) {
        try {
            keep_openmp_out();
            Engine& engine = impl_->engine(thread, folder, page.language);
            for (size_t i; (i = next++) < tasks.size();) {
                const Crop crop = crop_of(page, sheet, tasks[i]);
                Line& line = page.blocks[tasks[i].block].lines[tasks[i].line];
                place(line, engine.read(crop.pixels), crop);
                line.engine = "tesseract:" + page.language;
            }
        } catch (...) {
            const std::lock_guard lock(failing);
            failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> workers;
        const int threads = static_cast<int>(std::min<size_t>(impl_->threads, tasks.size()));
        for (int t = 0; t < threads; ++t)
            workers.emplace_back(work, t);
    }
    if (failure) std::rethrow_exception(failure);
    return page;
}

} // namespace broadsheet
