// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace broadsheet::text {

// The two ways Chinese is written, told by the national character sets: what is in one of GB 2312 (simplified) and Big5
// (traditional) and not in the other. Most characters are in both.

bool is_simplified(char32_t c);  ///< in simplified writing alone
bool is_traditional(char32_t c); ///< in traditional writing alone

/// Is the text in traditional writing? Print of one kind has next to nothing of the other; what an engine that was
/// taught both reads of it has half of each where it is traditional.
bool is_written_traditionally(std::u32string_view text);

/// A character of simplified writing alone as it is written traditionally; any other, and one without such a form, as
/// it is. Of several forms it is the most usual, as only the text around it could tell (ICU's Hans-Hant).
char32_t traditional(char32_t c);

} // namespace broadsheet::text
