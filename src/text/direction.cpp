// SPDX-License-Identifier: Apache-2.0
#include "text/direction.h"

#include <unicode/uloc.h>

namespace broadsheet {

bool is_right_to_left(const std::string& languages) {
    return uloc_isRightToLeft(languages.substr(0, languages.find_first_of("+_")).c_str());
}

} // namespace broadsheet
