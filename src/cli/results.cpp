// SPDX-License-Identifier: Apache-2.0
#include "cli/results.h"

#include "cli/commands.h"
#include "cli/output_names.h"
#include "cli/report.h"
#include "repair/heads.h"
#include "repair/over_pages.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <utility>

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

std::string format_names() {
    std::vector<std::string> names;
    for (const Format& format : formats())
        names.emplace_back(format.name);
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string check_format(const std::string& name) {
    return find_format(name) ? "" : "no format " + name + " (there are " + format_names() + ")";
}

std::string check_drop(const std::string& what) {
    const bool known = what == "heads" || what == "adverts";
    return known ? "" : "nothing called " + what + " to drop (there are heads and adverts)";
}

const std::map<std::string, Normalization> normalizations{
    {"nfc", Normalization::nfc}, {"nfkc", Normalization::nfkc}, {"modern", Normalization::modern}};

/// The next page, or the other one that the image shows.
bool follows(const Page& before, const Page& page) {
    return page.number == before.number + 1 || (page.number == before.number && page.facing == before.facing + 1);
}

} // namespace

void add_result_options(CLI::App& command, ResultArguments& arguments, const std::string& inputs_are) {
    command.add_option("INPUT", arguments.inputs, inputs_are)->required();
    command
        .add_option("-f,--format", arguments.formats,
                    "txt (one paragraph a line; when not given), md (Markdown), json (everything known), tsv "
                    "(Tesseract's columns), hocr, alto (4.4), page (PAGE 2019-07-15), or several: txt,json")
        ->type_name("FORMAT[,FORMAT]")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(check_format);
    command
        .add_option("-o,--output", arguments.output,
                    "File for one result; folder for several, or when it ends with /; - is standard output")
        ->type_name("FILE|FOLDER|-");
    command
        .add_option("--normalize", arguments.repair.normalization,
                    "Signs in the text: nfc (as printed; when not given), nfkc (also ligatures, long s, full width), "
                    "modern (letters of old print, hyphens and quotes as on a keyboard)")
        ->type_name("FORM")
        ->transform(CLI::CheckedTransformer(normalizations, CLI::ignore_case).description(""));
    command
        .add_option_function<std::vector<std::string>>(
            "--drop",
            [&arguments](const std::vector<std::string>& all) {
                for (const std::string& what : all)
                    (what == "heads" ? arguments.drop_heads : arguments.drop_advertisements) = true;
            },
            "Leave out of the text: heads (running heads and feet, page numbers and catchwords, told by all pages of "
            "the input, which are written together at its end), adverts (framed advertisements), or both: "
            "heads,adverts")
        ->type_name("WHAT[,WHAT]")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(check_drop);
}

Results::Results(const ResultArguments& arguments) : arguments_(arguments), where_(Destination::standard_output) {
    std::vector<std::string> names = arguments.formats;
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const std::string& name : names)
        formats_.push_back(find_format(name));
    const std::vector<std::string>& inputs = arguments.inputs;
    if (std::count(inputs.begin(), inputs.end(), "-") > 1) throw UsageError("standard input (-) can be read only once");
    if (arguments.output.empty() || arguments.output == "-") {
        if (names.size() > 1) throw UsageError("several formats need -o FOLDER");
        if (inputs.size() > 1 && names.front() != "txt")
            throw UsageError("several inputs as " + names.front() + " need -o FOLDER");
        return;
    }
    std::error_code unknown;
    const bool folder = arguments.output.ends_with('/') || fs::is_directory(arguments.output, unknown);
    where_ = inputs.size() > 1 || names.size() > 1 || folder ? Destination::folder : Destination::file;
    if (where_ == Destination::file) {
        refuse_to_overwrite(inputs.front(), arguments.output);
        return;
    }
    names_ = output_names(inputs);
    for (const std::string& input : inputs)
        for (const std::string& name : names_)
            for (const Format* format : formats_)
                refuse_to_overwrite(input, (fs::path(arguments.output) / (name + format->extension)).string());
}

void Results::prepare() const {
    if (where_ == Destination::folder) make_folder(arguments_.output);
    if (where_ == Destination::file) check_folder_of(arguments_.output);
}

void Results::open(std::size_t input) {
    unread_.clear();
    documents_.clear();
    for (const Format* format : formats_) {
        Document& document = documents_.emplace_back();
        document.format = format;
        if (where_ == Destination::folder) document.stem = (fs::path(arguments_.output) / names_[input]).string();
    }
}

/// A failure to write ends the document, not the program; but for standard output, behind which nobody may be.
template <typename Work>
void Results::guarded(Document& document, Work work) {
    if (document.failed) return;
    try {
        work();
    } catch (const Error& error) {
        if (where_ == Destination::standard_output && error.what() == std::string()) throw;
        report(error.what());
        document.file.reset();
        document.held.reset();
        document.failed = failed_ = true;
    }
}

void Results::add(const Page& page) {
    if (!arguments_.drop_heads) return link(page);
    waiting_.push_back(page);
}

/// The page that follows another in the document tells where that one's last paragraph ends.
void Results::link(Page page) {
    if (arguments_.drop_advertisements) page = without_advertisements(std::move(page));
    if (arguments_.as_it_is) return take(page);
    if (last_ && follows(*last_, page)) link_pages(*last_, page, arguments_.repair);
    end_linking();
    last_ = std::move(page);
}

void Results::end_linking() {
    if (last_) take(*last_);
    last_.reset();
}

void Results::add_unread(const Page& page) {
    if (!arguments_.drop_heads) return take_unread(page);
    waiting_unread_.insert(waiting_.size());
    waiting_.push_back(page);
}

void Results::take_waiting() {
    RepairOptions options = arguments_.repair;
    for (const Page& page : waiting_)
        options.document.add(page);
    waiting_ = with_heads(std::move(waiting_), options);
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
        if (waiting_unread_.contains(i))
            take_unread(waiting_[i]);
        else
            link(without_heads(std::move(waiting_[i])));
    }
    waiting_.clear();
    waiting_unread_.clear();
}

void Results::take_unread(const Page& page) {
    end_linking();
    if (!documents_.empty() && documents_.front().pages > 0)
        take(page);
    else
        unread_.push_back(page);
}

void Results::take(const Page& page) {
    for (Document& document : documents_) {
        for (const Page& unread : unread_)
            guarded(document, [&] { add(document, unread); });
        guarded(document, [&] { add(document, page); });
    }
    unread_.clear();
}

void Results::add(Document& document, const Page& page) {
    const std::string text = document.format->page(page, document.format->one_page ? 0 : document.pages);
    ++document.pages;
    if (!document.format->one_page) {
        if (document.pages > 1) return write(document, text);
        // Documents on standard output stand apart like pages.
        const bool apart = where_ == Destination::standard_output && std::exchange(printed_, true);
        return write(document, (apart ? "\f" : "") + document.format->head(page) + text);
    }
    std::string numbered = fmt::format("_p{:04}", page.number);
    if (page.facing > 0) numbered += fmt::format("_{}", page.facing);
    if (document.pages == 1) {
        document.held = {text, numbered};
        return;
    }
    if (where_ != Destination::folder)
        throw Error(
            fmt::format("{} holds one page a file: a document of several needs -o FOLDER/", document.format->name));
    if (document.held) write_one(document, document.held->first, document.held->second);
    document.held.reset();
    write_one(document, text, numbered);
}

void Results::close() {
    take_waiting();
    end_linking();
    for (Document& document : documents_) {
        guarded(document, [&] {
            if (document.held) return write_one(document, document.held->first, "");
            if (document.pages == 0 || document.format->one_page) return;
            write(document, document.format->foot());
            if (document.file) document.file->commit();
        });
    }
    documents_.clear();
}

/// name: what tells the page of a document that gets several files.
std::string Results::path_of(const Document& document, const std::string& name) const {
    return where_ == Destination::folder ? document.stem + name + document.format->extension : arguments_.output;
}

void Results::write(Document& document, const std::string& text) {
    if (where_ == Destination::standard_output) return write_standard_output(text);
    if (!document.file) {
        const std::string path = path_of(document, "");
        if (where_ == Destination::folder) make_folder(fs::path(path).parent_path().string());
        if (!written_.insert(path).second) throw Error(path + ": would be overwritten by another input");
        document.file = std::make_unique<OutputFile>(path);
    }
    document.file->write(text);
}

/// A file of its own.
void Results::write_one(Document& document, const std::string& page, const std::string& name) {
    if (where_ == Destination::standard_output) return write_standard_output(page);
    const std::string path = path_of(document, name);
    if (where_ == Destination::folder) make_folder(fs::path(path).parent_path().string());
    if (!written_.insert(path).second) throw Error(path + ": would be overwritten by another page");
    write_file(path, page);
}

} // namespace broadsheet
