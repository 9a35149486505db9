// SPDX-License-Identifier: Apache-2.0
/// Lines to words: each line cut out, scaled to the height the model likes, read by an engine of its thread's own.
#pragma once

#include "image/image.h"
#include "page/page.h"

#include <future>
#include <memory>
#include <string>
#include <vector>

namespace broadsheet {

struct ModelOptions {
    std::string folder;  ///< of the .traineddata files; empty: $BROADSHEET_MODELS, then the project's, then Debian's
    std::string words{}; ///< file of words that Tesseract takes for known ones, UTF-8, one a line; empty: none
};

/// Languages that can be read, sorted, and where each model comes from.
struct Model {
    std::string language;
    std::string path;
};
std::vector<Model> find_models(const ModelOptions& options = {});

/// Throws Error where path is no readable file of words in UTF-8.
void check_words(const std::string& path);

/// Which engine reads a line: automatic is the one that is better at it.
enum class EngineKind { automatic, tesseract, ctc };

struct RecognizeOptions {
    std::string languages; ///< as in Tesseract ("eng+deu"); empty: guessed from a sample of the page's lines
    EngineKind engine = EngineKind::automatic;
};

/// How much what was read of the page, not yet mapped to the scan, looks like text, 0 to 1.25: by the mean confidence
/// of its letters and the share of its language's commonest words; of Chinese, and where no words are known here, by
/// the confidences of the letters over the room there is for letters. Running text has 1 and more, a page read upside
/// down 0.7 at most. 0: nothing was read.
double legibility(const Page& page);

/// Its common words are known here: a language of Latin script.
bool has_common_words(const std::string& language);

/// The engines of all threads for one choice of languages, loaded once and reused for all pages.
class EnginePool {
public:
    /// threads: 1 and up. Throws Error where a folder has no models, and what check_words() throws.
    EnginePool(const ModelOptions& options, int threads);
    ~EnginePool();
    EnginePool(EnginePool&&) noexcept;
    EnginePool& operator=(EnginePool&&) noexcept;

    /// Loads the engines for these options in the background, to be ready when the page is; errors come with get().
    /// The pool may neither be moved nor read with before that.
    std::future<void> load(const RecognizeOptions& options);

    /// Reads every line of the page. Throws Error on a language that is not installed, and where the CTC engine is
    /// asked for without its model; left to choose without it, Tesseract reads all, and page.issues says so.
    Page recognize(Page page, const Sheet& sheet, const RecognizeOptions& options);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace broadsheet
