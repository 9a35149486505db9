// SPDX-License-Identifier: Apache-2.0
/// XML and HTML by libxml2, an element of interest at a time: a file of a thousand pages costs the memory of one.
#pragma once

#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// An element with its children, or (name empty) a run of text.
struct Element {
    std::string name; ///< without namespace prefix
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<Element> children;
    std::string text; ///< of a run of text

    /// Empty where there is none.
    const std::string& attribute(std::string_view key) const;
    bool has(std::string_view key) const;
    /// The first child of this name; an empty element where there is none.
    const Element& child(std::string_view child_name) const;
    /// All text within, in document order.
    std::string all_text() const;
};

enum class Markup { xml, html };

/// Calls take for every outermost element that is_wanted (name and attributes are known then, children are not).
/// Entities are not expanded but for those of XML and HTML; nothing is fetched. Throws Error ("line 12: ...") where XML
/// is not well-formed, where elements nest deeper than 200, and where HTML is cut off.
void read_elements(std::istream& in, Markup markup, const std::function<bool(const Element&)>& is_wanted,
                   const std::function<void(const Element&)>& take);

/// Text for an element or an attribute in double quotes; characters that XML 1.0 forbids become U+FFFD.
std::string escaped(std::string_view text);

} // namespace broadsheet
