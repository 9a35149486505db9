// SPDX-License-Identifier: Apache-2.0
/// Where the pages of the inputs go: standard output, a file or a folder, in one format or several.
#pragma once

#include "cli/output.h"
#include "formats/formats.h"
#include "repair/repair.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace broadsheet {

struct ResultArguments {
    std::vector<std::string> inputs;
    std::vector<std::string> formats = {"txt"};
    std::string output;
    RepairOptions repair;
    bool drop_heads = false;
    bool drop_advertisements = false;
    bool as_it_is = false; ///< no paragraph is linked with the next page
};

/// INPUT, --format, --output, --normalize and --drop.
void add_result_options(CLI::App& command, ResultArguments& arguments, const std::string& inputs_are);

class Results {
public:
    /// Throws UsageError where the arguments contradict each other, an input is given twice or would be overwritten.
    explicit Results(const ResultArguments& arguments);

    /// Makes the folder, or sees that there is one for the file; before any page is read, since that can take hours.
    void prepare() const;

    /// Begins with the pages of an input.
    void open(std::size_t input);
    /// Writes a page behind those before it. Reports a failure to write.
    void add(const Page& page);
    /// A page that could not be read: its place is kept where others of the document can be.
    void add_unread(const Page& page);
    /// Ends the input's files; where no page of it could be read there are none.
    void close();

    bool failed() const { return failed_; }

private:
    /// The result of the present input in one format.
    struct Document {
        const Format* format = nullptr;
        std::string stem; ///< path without extension; in a folder only
        std::unique_ptr<OutputFile> file;
        std::optional<std::pair<std::string, std::string>>
            held; ///< a format's one page and what tells it from others: the name waits for more
        int pages = 0;
        bool failed = false;
    };

    void link(Page page);
    void end_linking();
    void take(const Page& page);
    void take_unread(const Page& page);
    void take_waiting();
    void add(Document& document, const Page& page);
    void write(Document& document, const std::string& text);
    void write_one(Document& document, const std::string& page, const std::string& name);
    std::string path_of(const Document& document, const std::string& name) const;
    template <typename Work>
    void guarded(Document& document, Work work);

    enum class Destination { standard_output, file, folder };
    const ResultArguments& arguments_;
    std::vector<const Format*> formats_;
    Destination where_;
    std::vector<std::string> names_; ///< of the inputs' results in a folder
    std::vector<Document> documents_;
    std::vector<Page> unread_;             ///< before the first page that could be read
    std::vector<Page> waiting_;            ///< of the input, for what all of them tell about their heads
    std::set<std::size_t> waiting_unread_; ///< those of them
    std::optional<Page> last_;             ///< waits for the next, in which it may go on
    std::set<std::string> written_;
    bool printed_ = false; ///< something is on standard output
    bool failed_ = false;
};

} // namespace broadsheet
