// SPDX-License-Identifier: Apache-2.0
#include "text/direction.h"

#include <unicode/uloc.h>

namespace broadsheet {

bool is_right_to_left(const std::string& languages) {
    const std::string first = languages.substr(0, languages.find('+'));
    return first.ends_with("_ara") || uloc_isRightToLeft(first.substr(0, first.find('_')).c_str()); // kur_ara
}

} // namespace broadsheet
