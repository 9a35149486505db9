// SPDX-License-Identifier: Apache-2.0
/// A view of a JSON value that knows where in the document it stands, so that every error can say it.
#pragma once

#include <cstddef>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace broadsheet {

/// Throws Error ("no JSON: syntax error near byte 12").
nlohmann::ordered_json parse_json(const std::string& text);

/// The same, but a list may be longer than fits in memory: keep(member, value) is asked of the document's members that
/// are plain values and of objects in its members that are lists, as soon as each is read; false drops it.
using KeepJson = std::function<bool(const std::string& member, const nlohmann::ordered_json& value)>;
nlohmann::ordered_json parse_json(std::istream& text, const KeepJson& keep);

class JsonReader {
public:
    /// document must outlive the reader and all readers made from it. place: where it stands in a larger one,
    /// "pages[0]".
    explicit JsonReader(const nlohmann::ordered_json& document, std::string place = {})
        : value_(document), place_(std::move(place)) {}

    /// All throw Error ("pages[0].width: not a whole number") where the value is missing or of another type.
    JsonReader operator[](const char* key) const;
    JsonReader at(std::size_t index) const;
    bool has(const char* key) const; ///< an object with a member of this name that is not null
    /// read(key, value) for each member of an object, in the document's order.
    void for_each(const std::function<void(const std::string&, const JsonReader&)>& read) const;
    std::string text() const;
    int integer() const;
    double number() const; ///< null is 0
    bool boolean() const;
    void expect_size(std::size_t size) const; ///< of a list
    void expect_object() const;

    /// read: JsonReader -> element
    template <typename Read>
    auto list(Read read) const {
        std::vector<decltype(read(*this))> out;
        const std::size_t count = size();
        out.reserve(count);
        for (std::size_t i = 0; i < count; ++i)
            out.push_back(read(at(i)));
        return out;
    }

    [[noreturn]] void fail(const std::string& reason) const;

private:
    JsonReader(const nlohmann::ordered_json& value, const JsonReader& parent, const char* key, std::size_t index)
        : value_(value), parent_(&parent), key_(key), index_(index) {}
    std::size_t size() const;
    std::string path() const;

    const nlohmann::ordered_json& value_;
    std::string place_;
    const JsonReader* parent_ = nullptr; // alive as long as this: readers are made from readers further out
    const char* key_ = nullptr;
    std::size_t index_ = 0;
};

} // namespace broadsheet
