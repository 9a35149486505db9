// SPDX-License-Identifier: Apache-2.0
/// Signs of old print, and of typography, as the ones of today's keyboards.
#pragma once

#include "repair/repair.h"

#include <string>
#include <string_view>

namespace broadsheet::mend {

/// text: NFC. quotes: curved and angled ones become straight; where they are wide ones they must not.
std::u32string normalized(std::u32string_view text, Normalization form, bool quotes);

} // namespace broadsheet::mend
