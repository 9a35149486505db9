// SPDX-License-Identifier: Apache-2.0
#include "formats/json_reader.h"

#include "page/error.h"

#include <limits>
#include <nlohmann/json.hpp>

namespace broadsheet {

namespace {

template <typename Input, typename... Events>
nlohmann::ordered_json parsed(Input& input, const Events&... events) {
    try {
        return nlohmann::ordered_json::parse(input, events...);
    } catch (const nlohmann::json::parse_error& error) {
        throw Error("no JSON: syntax error near byte " + std::to_string(error.byte));
    } catch (const nlohmann::json::exception&) {
        throw Error("no JSON: a number is too large"); // the one other thing that parsing throws
    }
}

} // namespace

nlohmann::ordered_json parse_json(const std::string& text) {
    return parsed(text);
}

nlohmann::ordered_json parse_json(std::istream& text, const KeepJson& keep) {
    using Event = nlohmann::ordered_json::parse_event_t;
    std::string member;
    const nlohmann::ordered_json::parser_callback_t on_event = [&](int depth, Event event,
                                                                   nlohmann::ordered_json& value) {
        if (depth == 1 && event == Event::key) member = value.get<std::string>();
        const bool whole = (depth == 1 && event == Event::value) || (depth == 2 && event == Event::object_end);
        return !whole || keep(member, value);
    };
    return parsed(text, on_event);
}

JsonReader JsonReader::operator[](const char* key) const {
    expect_object();
    const auto member = value_.find(key);
    if (member == value_.end()) fail("has no \"" + std::string(key) + '"');
    return {*member, *this, key, 0};
}

JsonReader JsonReader::at(std::size_t index) const {
    return {value_.at(index), *this, nullptr, index};
}

bool JsonReader::has(const char* key) const {
    if (!value_.is_object()) return false;
    const auto member = value_.find(key);
    return member != value_.end() && !member->is_null();
}

void JsonReader::for_each(const std::function<void(const std::string&, const JsonReader&)>& read) const {
    expect_object();
    for (const auto& [key, member] : value_.items())
        read(key, {member, *this, key.c_str(), 0});
}

std::string JsonReader::text() const {
    if (!value_.is_string()) fail("not a string");
    return value_.get<std::string>();
}

int JsonReader::integer() const {
    // The library's own conversion would wrap what does not fit.
    const bool fits = value_.is_number_unsigned()
                          ? value_.get<std::uint64_t>() <= std::uint64_t{std::numeric_limits<int>::max()}
                          : value_.is_number_integer() && value_.get<std::int64_t>() >= std::numeric_limits<int>::min();
    if (!fits) fail("not a whole number of 32 bits");
    return value_.get<int>();
}

double JsonReader::number() const {
    if (value_.is_null()) return 0;
    if (!value_.is_number()) fail("not a number");
    return value_.get<double>();
}

bool JsonReader::boolean() const {
    if (!value_.is_boolean()) fail("not true or false");
    return value_.get<bool>();
}

void JsonReader::expect_size(std::size_t expected) const {
    if (size() != expected) fail("has " + std::to_string(size()) + " elements, not " + std::to_string(expected));
}

void JsonReader::expect_object() const {
    if (!value_.is_object()) fail("not an object");
}

std::size_t JsonReader::size() const {
    if (!value_.is_array()) fail("not a list");
    return value_.size();
}

void JsonReader::fail(const std::string& reason) const {
    throw Error(path() + ": " + reason);
}

std::string JsonReader::path() const {
    if (!parent_) return place_.empty() ? "document" : place_;
    const std::string before = parent_->parent_ || !parent_->place_.empty() ? parent_->path() : "";
    if (!key_) return before + '[' + std::to_string(index_) + ']';
    return before.empty() ? key_ : before + '.' + key_;
}

} // namespace broadsheet
