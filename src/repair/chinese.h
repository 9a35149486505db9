// SPDX-License-Identifier: Apache-2.0
/// Chinese in traditional writing, which the CTC engine, taught both, gives half in simplified characters.
#pragma once

#include "page/page.h"

namespace broadsheet::mend {

/// Is the page printed in traditional characters? By its language; where that is simplified Chinese, which is what is
/// found of both when none is told, by its text.
bool is_traditional(const Page& page);

/// Sets Word::text to traditional characters; Word::read stays.
void write_traditionally(Line& line);

} // namespace broadsheet::mend
