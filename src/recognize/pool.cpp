// SPDX-License-Identifier: Apache-2.0
#include "image/serial.h"
#include "page/error.h"
#include "recognize/bullets.h"
#include "recognize/column_marks.h"
#include "recognize/level_line.h"
#include "recognize/line_work.h"
#include "recognize/symbols.h"
#include "text/characters.h"
#include "text/direction.h"
#include "text/han.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace broadsheet {

namespace {

constexpr const char* kFirstAsked = "eng"; ///< for a page's language

bool has(const std::string& languages, const char* language) {
    return languages.find(language) != std::string::npos;
}

/// The longest first, so that the threads end together.
std::vector<LineRef> tasks_of(const Page& page) {
    std::vector<LineRef> tasks;
    for (int b = 0; b < static_cast<int>(page.blocks.size()); ++b)
        for (int l = 0; l < static_cast<int>(page.blocks[b].lines.size()); ++l)
            tasks.push_back({b, l});
    const auto length = [&](const LineRef& t) {
        const Line& line = page.blocks[t.block].lines[t.line];
        const int along = line.vertical ? line.box.height() : line.box.width();
        return static_cast<double>(along) / std::max(1, line.text_height);
    };
    std::stable_sort(tasks.begin(), tasks.end(),
                     [&](const LineRef& a, const LineRef& b) { return length(a) > length(b); });
    return tasks;
}

/// The same letters by a model that was trained apart and errs elsewhere.
std::string twin_of(std::string language) {
    if (language == "frk") return "Fraktur";
    if (language == "Fraktur") return "frk";
    return language;
}

/// Abbreviations end with them in French print. Elsewhere what stands as high is an ordinal's sign, a quotation mark
/// or, in other scripts, a letter or a part of one.
bool has_superiors(const std::string& languages) {
    const std::vector<std::string> all = split_languages(languages);
    return std::ranges::any_of(all, [](const std::string& language) { return language == "fra" || language == "frm"; });
}

bool is_traditional(const std::vector<Word>& words) {
    std::u32string all;
    for (const Word& word : words)
        all += text::code_points(word.text);
    return text::is_written_traditionally(all);
}

/// Body lines long enough to tell a language by, spread over the page; as many at most.
std::vector<LineRef> sample_of(const Page& page, const std::vector<LineRef>& tasks, size_t lines) {
    std::vector<LineRef> body;
    for (const LineRef& t : tasks) {
        const Line& line = page.blocks[t.block].lines[t.line];
        const double size = line.text_height / std::max(1.0, page.text_height);
        if (!line.vertical && size > 0.7 && size < 1.4 && line.box.width() > 8 * line.text_height &&
            line.box.width() < 60 * line.text_height)
            body.push_back(t);
    }
    if (body.empty()) body = tasks;
    std::vector<LineRef> sample;
    for (size_t i = 0; i < std::min(lines, body.size()); ++i)
        sample.push_back(body[i * body.size() / std::min(lines, body.size())]);
    return sample;
}

} // namespace

struct EnginePool::Impl {
    std::vector<Model> models;
    std::string words_file;         ///< the user's own words; empty: none
    std::string ctc_folder;         ///< empty: no model for the CTC engine
    std::string traditional_folder; ///< empty: none of traditional Chinese for it
    int threads = 1;
    bool said_missing = false; ///< that the CTC engine would have been the better one
    /// One set of engines a thread, by what they read: languages of Tesseract, maybe after kQuick, or kCtc.
    std::vector<std::map<std::string, std::unique_ptr<Engine>>> engines;

    Engine& engine(int thread, const std::string& name) {
        auto& slot = engines[thread][name];
        if (slot) return *slot;
        const std::string languages = languages_of(name);
        const auto folder = [&] {
            return is_quick(name) ? quick_folder(models, languages) : folder_of(models, languages);
        };
        slot = name == kCtc              ? ctc_engine(ctc_folder)
               : name == kCtcTraditional ? ctc_engine(traditional_folder, name)
                                         : tesseract_engine(folder(), languages, words_file);
        return *slot;
    }

    /// Tesseract's engine for all lines in these languages.
    std::string first_for(const std::string& languages) const {
        return quick_folder(models, languages).empty() ? languages : kQuick + languages;
    }

    /// Languages by the models' twins where they are there, else languages.
    std::string twins_of(const std::string& languages) const {
        std::string twins;
        for (const std::string& language : split_languages(languages))
            twins += (twins.empty() ? "" : "+") + twin_of(language);
        try {
            folder_of(models, twins);
            return twins;
        } catch (const Error&) {
            return languages;
        }
    }

    /// How Tesseract reads lines in these languages: all of them, and those again which it is not sure of then.
    std::vector<Reading> tesseracts_for(const std::string& languages, bool specked) const {
        std::vector<Reading> readings{
            {first_for(languages), band_crop()}, {languages, tesseract_crop()}, {twins_of(languages), close_crop()}};
        if (specked) readings.push_back({languages, speckless_crop()});
        for (std::size_t i = 1; i < readings.size(); ++i)
            readings[i].shape.lowers = has_superiors(languages);
        return readings;
    }

    /// Of the traditional characters the model of simplified ones misses many, but with the other one and Tesseract
    /// beside it, or in columns, turned on their side as it was taught to, it reads them better than Tesseract does
    /// alone. columns: of lines that run down.
    bool is_for_ctc(const std::string& languages, bool columns) const {
        return has(languages, "chi_sim") || has(languages, "chi_tra_vert") ||
               (has(languages, "chi_tra") && (columns || !traditional_folder.empty()));
    }

    /// How the CTC engine reads them.
    std::vector<Reading> ctcs_for(const std::string& languages) const {
        std::vector<Reading> readings{{kCtc, ctc_crop()}};
        if (!traditional_folder.empty() && has(languages, "chi_tra")) readings.push_back({kCtcTraditional, ctc_crop()});
        return readings;
    }

    /// Languages with the model of traditional Chinese that reads such lines, if it is there.
    std::string of_direction(const std::string& languages, bool columns) const {
        const std::string wanted = columns ? "chi_tra_vert" : "chi_tra";
        std::string out;
        for (const std::string& language : split_languages(languages))
            out +=
                (out.empty() ? "" : "+") + (language.starts_with("chi_tra") && has_model(wanted) ? wanted : language);
        return out;
    }

    bool has_model(const std::string& language) const {
        return std::any_of(models.begin(), models.end(),
                           [&](const Model& model) { return model.language == language; });
    }

    std::vector<Model> only(const std::vector<std::string>& languages) const {
        std::vector<Model> some;
        for (const Model& model : models)
            if (std::find(languages.begin(), languages.end(), model.language) != languages.end()) some.push_back(model);
        return some;
    }

    /// A language once.
    std::vector<Model> without_twins() const {
        std::vector<Model> some = models;
        std::erase_if(some, [&](const Model& m) { return m.language == "Fraktur" && has_model(twin_of(m.language)); });
        return some;
    }

    /// In a thread of its own, from which OpenMP is kept out.
    std::vector<Word> read_all(const std::vector<LineRef>& sample, const Page& page, const Sheet& sheet,
                               const Reading& by) {
        const auto read = [&] {
            keep_openmp_out();
            std::vector<Word> words;
            for (const LineRef& task : sample)
                std::ranges::move(engine(0, by.engine).read(crop_of(page, sheet, task, by.shape)),
                                  std::back_inserter(words));
            return words;
        };
        return std::async(std::launch::async, read).get();
    }

    /// A broken model is no candidate for a page's language; asked for by name it is an error.
    bool try_engine(int thread, const std::string& name) {
        try {
            engine(thread, name);
            return true;
        } catch (const Error&) {
            return false;
        }
    }

    /// The language of the page, asking few models where few will do.
    std::string guessed(const Page& page, const Sheet& sheet, const std::vector<LineRef>& tasks, EngineKind kind) {
        constexpr const char *chinese = "chi_sim", *roman = "deu", *fraktur = "frk";
        const bool columns = sheet.quarter_turns == kColumnsLevel && has_model("chi_tra_vert");
        const char* traditional = columns ? "chi_tra_vert" : "chi_tra";
        constexpr size_t few = 5, many = 20; // lines
        constexpr double clear = 0.05;       // margin of merit
        constexpr double clean = 0.97;       // of roman type the English model is so sure, of Fraktur less
        constexpr double sure = 0.65;        // of Chinese
        const std::vector<LineRef> sample = sample_of(page, tasks, few);
        CropShape as_printed = tesseract_crop();
        as_printed.smooth = false; // Fraktur without its grain passes for roman type
        const auto best_of = [&](size_t lines, const std::vector<Model>& among) {
            std::vector<Crop> crops;
            for (const LineRef& task : sample_of(page, tasks, lines))
                crops.push_back(crop_of(page, sheet, task, as_printed));
            return guess_language(crops, among, threads);
        };
        std::vector<Word> english;
        if (has_model(kFirstAsked)) {
            const std::string first = first_for(kFirstAsked);
            if (try_engine(0, first)) english = read_all(sample, page, sheet, {first, as_printed});
        }
        const std::string told = language_by_words(english, models);
        if (told == roman && has_model(fraktur) && mean_confidence(english) < clean)
            return best_of(few, only({roman, fraktur})).language;
        if (!told.empty()) return told;
        // The CTC model knows Chinese when it sees it, standing or on its side, and nothing else passes for it.
        if (kind != EngineKind::tesseract && !ctc_folder.empty() && has_model(chinese) && try_engine(0, kCtc)) {
            const std::vector<Word> words = read_all(sample, page, sheet, {kCtc, ctc_crop()});
            const auto wide = std::count_if(words.begin(), words.end(), [](const Word& w) { return is_wide(w.text); });
            if (4 * wide > 3 * std::ssize(words) && mean_confidence(words) >= sure)
                return is_traditional(words) && has_model(traditional) ? traditional : chinese;
        }
        const LanguageGuess guess = best_of(few, without_twins());
        // More lines tell more of two languages of one script; what neither of two scripts fits is no more than noise.
        const bool alike = has_common_words(guess.language) && has_common_words(guess.second);
        if (guess.margin >= clear || !alike) return guess.language;
        return best_of(many, only({guess.language, guess.second})).language;
    }

    /// How the lines of a page are read: all by the first, by the others what it is not good at.
    std::vector<Reading> readings_for(const std::string& languages, EngineKind kind, bool columns, bool specked) const {
        if (kind == EngineKind::ctc) {
            if (ctc_folder.empty()) throw Error("no model for the CTC engine (ctc.onnx); scripts/setup makes it");
            return ctcs_for(languages);
        }
        folder_of(models, languages); // an unknown language is an error on a blank page too
        if (kind == EngineKind::tesseract || ctc_folder.empty() || !is_for_ctc(languages, columns))
            return tesseracts_for(languages, specked);
        std::vector<Reading> readings = ctcs_for(languages);
        readings.push_back({of_direction(languages, columns), tesseract_crop()});
        return readings;
    }

    /// How level lines among columns are read; none: there is no folder with models for them.
    std::vector<Reading> level_readings_for(const std::string& languages, EngineKind kind, bool specked) const {
        try {
            return readings_for(of_direction(languages, false), kind, false, specked);
        } catch (const Error&) {
            return {};
        }
    }
};

EnginePool::EnginePool(const ModelOptions& options, int threads) : impl_(std::make_unique<Impl>()) {
    impl_->models = find_models(options);
    impl_->ctc_folder = find_ctc(options);
    impl_->traditional_folder = find_ctc(options, kCtcTraditional);
    impl_->words_file = options.words;
    if (!options.words.empty()) check_words(options.words);
    impl_->threads = std::max(1, threads);
    impl_->engines.resize(impl_->threads);
    if (impl_->models.empty())
        throw Error((options.folder.empty() ? std::string("models") : options.folder) +
                    ": no models (*.traineddata) found; scripts/setup fetches them");
}

EnginePool::~EnginePool() = default;
EnginePool::EnginePool(EnginePool&&) noexcept = default;
EnginePool& EnginePool::operator=(EnginePool&&) noexcept = default;

std::future<void> EnginePool::load(const RecognizeOptions& options) {
    return std::async(std::launch::async, [this, options] {
        if (options.languages.empty()) { // the model that is asked first: see guessed()
            if (impl_->has_model(kFirstAsked)) impl_->try_engine(0, impl_->first_for(kFirstAsked));
            return;
        }
        // The others, if any, load with the first line that wants them.
        const std::string name = impl_->readings_for(options.languages, options.engine, true, false).front().engine;
        for (int t = 0; t < impl_->threads; ++t)
            impl_->engine(t, name);
    });
}

Page EnginePool::recognize(Page page, const Sheet& sheet, const RecognizeOptions& options) {
    const std::vector<LineRef> tasks = tasks_of(page);
    page.language = options.languages;
    if (page.language.empty() && !tasks.empty()) page.language = impl_->guessed(page, sheet, tasks, options.engine);
    if (page.language.empty()) return page;
    const bool columns = sheet.quarter_turns == kColumnsLevel && impl_->is_for_ctc(page.language, true);
    const std::vector<Reading> readings =
        impl_->readings_for(page.language, options.engine, columns, is_specked(sheet));
    std::vector<Reading> level_readings; // of level lines among columns
    if (columns) level_readings = impl_->level_readings_for(page.language, options.engine, is_specked(sheet));
    if (level_readings.empty()) level_readings = readings;
    if (options.engine == EngineKind::automatic && impl_->is_for_ctc(page.language, columns) &&
        impl_->ctc_folder.empty() && !std::exchange(impl_->said_missing, true))
        page.issues.emplace_back("Chinese is read by Tesseract alone, with more errors: no ctc.onnx among the models "
                                 "(scripts/setup makes it)");

    const bool traditional = has(page.language, "chi_tra");
    const bool column_marks = columns && has_column_marks(page, sheet.ink);
    std::map<LineRef, Box> bullets;
    if (!is_right_to_left(page.language)) bullets = find_bullets(page, sheet.ink);
    const SerialOpenCv serial; // threads read lines
    const int threads = static_cast<int>(std::min<size_t>(impl_->threads, tasks.size()));
    std::vector<bool> ready;
    for (int t = 0; t < threads; ++t)
        ready.push_back(readings.size() > 1 && impl_->engines[t].contains(readings[1].engine));
    LineWork lines(tasks, std::move(ready));
    std::exception_ptr failure;
    std::mutex failing;
    const auto work = [&](int thread) {
        try {
            keep_openmp_out();
            const auto engine = [&](const std::string& name) -> Engine& { return impl_->engine(thread, name); };
            while (std::optional<LineWork::Task> task = lines.next(thread)) {
                const bool first = !task->doubtful;
                Line& line = page.blocks[task->line.block].lines[task->line.line];
                std::optional<LevelLine> level;
                if (line.vertical) level = level_line(page, sheet, task->line);
                const Page& of_line = level ? level->page : page;
                const Sheet& on = level ? level->sheet : sheet;
                const LineRef at = level ? LineRef{} : task->line;
                const std::vector<Reading>& by = level ? level_readings : readings;
                WordsRead read = first ? read_first(of_line, on, at, by, engine)
                                       : read_again(of_line, on, at, by, std::move(*task->doubtful), engine);
                if (first && is_doubtful(read, by)) {
                    lines.again({task->line, std::move(read)});
                    continue;
                }
                if (column_marks && !level)
                    mend_column_marks(read.words, line, sheet.ink);
                else if (traditional)
                    mend_centred_marks(read.words, line_at(of_line, at), on.ink);
                if (level) read.words = turned_back(std::move(read.words), *level);
                if (const auto bullet = bullets.find(task->line); bullet != bullets.end())
                    put_bullet(read.words, bullet->second);
                line.words = with_leaders(std::move(read.words), line.leaders);
                line.engine = std::move(read.engine);
            }
        } catch (...) {
            const std::lock_guard lock(failing);
            failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> workers;
        for (int t = 0; t < threads; ++t)
            workers.emplace_back(work, t);
    }
    if (failure) std::rethrow_exception(failure);
    for (Block& block : page.blocks)
        for (Line& line : block.lines) {
            if (!line.words.empty()) line.words.front().box = united(line.words.front().box, line.initial);
            line.initial = {};
            line.leaders.clear();
        }
    return page;
}

} // namespace broadsheet
